use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::form::InterviewForm;
use crate::app::pages::workspace::Desk;
use crate::app::parts::OfUnit;
use crate::app::route::{Page, Route};
use crate::app::save::save_due_table;
use crate::app::state::{Draft, use_app};
use crate::calendar::{Calendar, DueItem, Matter};
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::text::interview::{due_rows, full_date, left, matter, matter_text, unit_of};
use crate::text::readable;

/// What is still to be done, by unit, with the working days that are left.
#[component]
pub fn DueList(
    desk: Desk,
    form: InterviewForm,
    calendar: Memo<Arc<Calendar>>,
    dues: Memo<Arc<Vec<DueItem>>>,
) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    let shown = memo(move || {
        let (numbers, unit) = (of_unit.numbers(app), of_unit.unit());
        let fits =
            |item: &&DueItem| numbers.as_ref().is_none_or(|numbers| item.is_of(unit.as_deref(), numbers));
        dues.with(|dues| dues.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    let instrument = desk.instrument.clone();
    let save = on(move |_| {
        let rows = |draft: &Draft| {
            let calendar = calendar.get_untracked();
            shown.with_untracked(|items| {
                due_rows(language, &instrument, &draft.assessment, &calendar, platform::today(), items)
            })
        };
        if let Some(rows) = app.draft.with_untracked(|draft| draft.as_ref().map(rows)) {
            save_due_table(app, &rows);
        }
    });
    let id = StoredValue::new(desk.id);
    let list = live(move || {
        let calendar = calendar.get();
        let items = shown.get();
        if items.is_empty() {
            return view! { <p class="verdict good">{t.nothing_due}</p> }.into_any();
        }
        app.draft
            .with(|draft| {
                let of = &draft.as_ref()?.assessment;
                let mut groups: BTreeMap<(bool, String, String), Vec<AnyView>> = BTreeMap::new();
                for item in items {
                    let unit = unit_of(of, &item.owner);
                    let name = unit.clone().unwrap_or_else(|| t.no_owner.to_owned());
                    let key = (unit.is_none(), name.to_lowercase(), name);
                    let text = matter_text(of, &item.matter);
                    groups.entry(key).or_default().push(row(&id.read_value(), form, &calendar, &item, &text));
                }
                let group = |((_, _, name), rows): ((bool, String, String), Vec<AnyView>)| {
                    view! {
                        <section class="stack" data-testid="due-unit">
                            <h3 lang="id">{name}</h3>
                            <ul class="dues">{rows}</ul>
                        </section>
                    }
                    .into_any()
                };
                Some(groups.into_iter().map(group).collect::<Vec<_>>())
            })
            .into_any()
    });
    view! {
        <section class="card stack" aria-labelledby="tenggat">
            <h2 id="tenggat" tabindex="-1">{t.due_title}</h2>
            <p class="soft small">{t.due_text}</p>
            {list}
            {shown_when(move || shown.with(|items| !items.is_empty()), {
                let save = StoredValue::new_local(save);
                move || view! {
                    <p class="screen-only saves"><button class="btn small-btn" data-testid="save-due"
                        on:click=on(move |event: leptos::ev::MouseEvent| save.update_value(|save| save(event)))>{t.save_due}</button></p>
                }.into_any()
            })}
        </section>
    }
}

fn row(draft: &str, form: InterviewForm, calendar: &Calendar, item: &DueItem, text: &str) -> AnyView {
    let app = use_app();
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let day = match &item.day {
        Ok(counted) => {
            let today = platform::today();
            let class = match calendar.working_days_between(today, counted.day) {
                _ if counted.day < today => "chip bad",
                ..=3 => "chip warn",
                _ => "chip",
            };
            let shown = left(language, calendar, today, counted.day);
            view! { <span>{full_date(language, counted.day)}</span>" "<span class=class data-testid="days-left">{shown}</span> }
                .into_any()
        }
        Err(_) => view! { <span class="error">{t.too_far}</span> }.into_any(),
    };
    let what = matter(language, &item.matter);
    let what = match &item.matter {
        Matter::Package => view! { <span>{what}</span> }.into_any(),
        Matter::Step { .. } => {
            let href = Route::Draft(draft.to_owned(), Page::Plan).href();
            view! { <a href=href>{what}</a> }.into_any()
        }
        Matter::Question { key, .. } => {
            let key = key.clone();
            let open = on(move |_| {
                // A filter must not hide what is asked for.
                form.session.set(String::new());
                form.question.set(Some(key.clone()));
                let id = super::question::id_of(&key, "lanjut");
                platform::next_frame(move || platform::focus(&format!("#{id}")));
            });
            view! { <button class="link" data-testid="open-due" on:click=open>{what}</button> }.into_any()
        }
    };
    let text =
        (!text.is_empty()).then(|| view! { <p class="said small" lang="id">{readable_lines(text)}</p> });
    view! { <li data-testid="due-item"><p class="line">{day}</p><div>{what}{text}</div></li> }.into_any()
}

fn readable_lines(text: &str) -> String {
    text.lines().map(readable).collect::<Vec<_>>().join("\n")
}
