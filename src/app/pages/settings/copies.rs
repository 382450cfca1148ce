//! Which drafts are in files, and the reminder.

use leptos::prelude::*;

use crate::app::parts::Field;
use crate::app::route::{Page, Route};
use crate::app::state::{REMINDERS, use_app};
use crate::front::{live, on};

/// How old the file of each draft is.
#[component]
pub fn Copies() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().settings;
    let rows = live(move || {
        let drafts: Vec<_> = app.shelf.with(|shelf| {
            let readable = shelf.iter().filter_map(|draft| draft.content.as_ref().ok());
            readable.map(|draft| (draft.id.clone(), draft.name().to_owned())).collect()
        });
        let row = |(id, name): (String, String)| {
            let age = app.export_age(&id);
            let saved = age.saved.map_or(t.never.to_owned(), t.ago);
            let tone = if age.due { "chip warn" } else { "" };
            let changes = (t.changes)(age.changes);
            let href = Route::Draft(id, Page::Files).href();
            view! {
                <tr>
                    <th scope="row" lang="id"><a href=href>{name}</a></th>
                    <td>{saved}</td>
                    <td><span class=tone>{changes}</span></td>
                </tr>
            }
            .into_any()
        };
        let rows: Vec<_> = drafts.into_iter().map(row).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <div class="scroll" tabindex="0" role="region" aria-label=t.files>
                    <table data-testid="export-ages">
                        <thead><tr>
                            <th scope="col">{t.draft}</th>
                            <th scope="col">{t.last_saved}</th>
                            <th scope="col">{t.changes_since}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
            .into_any()
        })
    });
    view! {
        <section class="card stack">
            <h2>{t.files}</h2>
            <p class="soft">{t.files_text}</p>
            {rows}
            <ReminderField/>
        </section>
    }
}

/// After how many days to remind.
#[component]
pub fn ReminderField() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().settings;
    let all = REMINDERS.into_iter().map(Some).chain([None]);
    let options: Vec<_> = all
        .map(|days| {
            let chosen = live(move || app.reminder() == days);
            let text = days.map_or(t.no_reminder.to_owned(), t.days);
            view! { <option value=days.unwrap_or(0) prop:selected=chosen>{text}</option> }
        })
        .collect();
    let choose = on(move |event| {
        app.set_reminder(event_target_value(&event).parse().ok().filter(|days| *days > 0));
    });
    view! {
        <Field id="ingatkan" label=t.remind narrow=true>
            <select id="ingatkan" on:change=choose>{options}</select>
        </Field>
    }
}
