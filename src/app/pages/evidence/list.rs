use std::collections::BTreeSet;

use leptos::prelude::*;

use super::register::Sought;
use super::{day, reference};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{StatusChip, pager};
use crate::app::register::{Mark, PAGE, Row, Sort, rows};
use crate::app::route::{Page, Route};
use crate::app::state::{App, use_app};
use crate::assessment::{Date, EvidenceId, Time};
use crate::front::{live, memo, on};
use crate::instrument::{Level, Number};
use crate::platform;
use crate::text::{Register, document_kind, readable};

/// Places of a document that are named in its row; of the others the number is told.
const PLACES: usize = 4;

/// One page of the documents: a table, or cards on a phone.
#[component]
pub fn List(desk: Desk, sought: Sought, shown: Memo<Vec<EvidenceId>>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().register;
    let pages = memo(move || shown.with(Vec::len).div_ceil(PAGE).max(1));
    // Documents may have become fewer since the page was chosen.
    let page = memo(move || sought.page.get().min(pages.get() - 1));
    let here = memo(move || {
        shown.with(|shown| shown.iter().skip(page.get() * PAGE).take(PAGE).cloned().collect::<Vec<_>>())
    });
    let rows = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let reference = reference(draft.assessment.year);
            here.with(|here| rows(&draft.instrument, &draft.assessment, reference, here))
        })
    });
    let selected = sought.selected;
    let all = memo(move || {
        here.with(|here| {
            !here.is_empty() && selected.with(|selected| here.iter().all(|id| selected.contains(id)))
        })
    });
    let turn_all = on(move |event| {
        let on = event_target_checked(&event);
        here.with_untracked(|here| {
            selected.update(|selected| {
                for id in here {
                    put(selected, id, on);
                }
            });
        });
    });
    let [by_title, by_date, by_unit, by_status, by_changed] =
        [0, 1, 2, 3, 4].map(|at| header(sought, Sort::ALL[at], t.sorts[at]));
    let draft = desk.id;
    let body = live(move || {
        rows.get().into_iter().map(|row| row_view(app, &draft, sought, row)).collect::<Vec<_>>()
    });
    view! {
        <table class="register" hidden=live(move || shown.with(Vec::is_empty))>
            <thead>
                <tr>
                    <td><label class="tick"><input type="checkbox" aria-label=t.select_page prop:checked=live(move || all.get()) on:change=turn_all/></label></td>
                    {by_title}{by_date}{by_unit}
                    <th scope="col">{t.links}</th>
                    {by_status}{by_changed}
                    <th scope="col">{t.marks_title}</th>
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
        {pager(app, sought.page, page, pages, "#daftar-dokumen")}
    }
}

fn put(selected: &mut BTreeSet<EvidenceId>, id: &str, on: bool) {
    if on {
        selected.insert(id.to_owned());
    } else {
        selected.remove(id);
    }
}

/// The header of a column that can be sorted by.
fn header(sought: Sought, sort: Sort, name: &'static str) -> AnyView {
    let order = memo(move || sought.wanted.with(|wanted| (wanted.sort == sort).then_some(wanted.descending)));
    let said = live(move || order.get().map(|down| if down { "descending" } else { "ascending" }));
    let mark = live(move || match order.get() {
        None => "",
        Some(false) => " ▲",
        Some(true) => " ▼",
    });
    let turn = on(move |_| sought.want(|wanted| wanted.order_by(sort)));
    view! {
        <th scope="col" aria-sort=said>
            <button class="link" data-sort=sort.code() on:click=turn>{name}<span aria-hidden="true">{mark}</span></button>
        </th>
    }
    .into_any()
}

fn row_view(app: App, draft: &str, sought: Sought, row: Row) -> AnyView {
    let (t, language) = (&app.texts().register, app.language.get_untracked());
    let href = Route::Draft(draft.to_owned(), Page::Document(row.id.clone())).href();
    let title = readable(&row.title);
    let label = (t.select_row)(&title);
    let (of_check, selected) = (row.id.clone(), sought.selected);
    let ticked = live(move || selected.with(|selected| selected.contains(&of_check)));
    let id = row.id;
    let turn = on(move |event| {
        let on = event_target_checked(&event);
        selected.update(|selected| put(selected, &id, on));
    });
    let kind = row.kind.map(|kind| document_kind(language, kind).to_owned());
    let about: Vec<String> =
        kind.into_iter().chain((!row.number.is_empty()).then(|| readable(&row.number))).collect();
    let about = (!about.is_empty()).then(|| view! { <span class="soft small">{about.join(" · ")}</span> });
    let mut places: Vec<String> =
        row.places.iter().take(PLACES).map(|(number, level)| place(t, *number, *level)).collect();
    if row.places.len() > PLACES {
        places.push((t.more_places)(row.places.len() - PLACES));
    }
    let marks: Vec<_> = row
        .marks
        .into_iter()
        .map(|mark| {
            let at = Mark::ALL.into_iter().position(|other| other == mark).unwrap_or_default();
            view! { <span class=tone(mark)>{t.marks[at]}</span> }.into_any()
        })
        .collect();
    view! {
        <tr data-testid="evidence-row">
            <td class="pick"><label class="tick"><input type="checkbox" aria-label=label prop:checked=ticked on:change=turn/></label></td>
            <th scope="row" class="what"><a href=href lang="id">{title}</a>{about}</th>
            <td data-label=t.sorts[1]>{day(app, row.date)}</td>
            <td data-label=t.unit lang="id">{readable(&row.unit)}</td>
            <td data-label=t.links>{places.join(" · ")}</td>
            <td data-label=t.status><StatusChip status=row.status/></td>
            <td data-label=t.sorts[4]>{row.changed.map(|at| short_when(app, &at)).unwrap_or_default()}</td>
            <td class="marks" data-label=t.marks_title><span>{marks}</span></td>
        </tr>
    }
    .into_any()
}

/// The day of a moment on the clock of this computer.
fn short_when(app: App, at: &Time) -> String {
    let local = platform::local_time(at);
    day(app, Date::new(local.year, local.month, local.day))
}

/// A place in short, which does not break at the end of a line.
fn place(t: &Register, number: Number, level: Level) -> String {
    (t.place)(number, level).replace(' ', "\u{a0}")
}

fn tone(mark: Mark) -> &'static str {
    match mark {
        Mark::TooOld | Mark::Expired | Mark::WrongKind => "chip bad",
        Mark::NoKind | Mark::SameContent | Mark::NoDate | Mark::NoLink => "chip warn",
        Mark::NoItem | Mark::NoHash => "chip",
    }
}
