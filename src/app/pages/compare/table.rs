use std::sync::Arc;

use leptos::prelude::*;

use super::{Beside, Group};
use crate::app::parts::{difference, signed};
use crate::app::save::save_table;
use crate::app::state::{App, use_app};
use crate::comparison::{Cell, Of, Row, table};
use crate::front::{live, on};
use crate::instrument::{Instrument, Section};
use crate::score::Exact;
use crate::text::value;

/// The columns of an instrument by section and indicator, with what differs from the base.
#[component]
pub fn Side(group: Arc<Group>, beside: Beside) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().compare;
    let instrument = group.columns[0].instrument.clone();
    let heading = (t.of_instrument)(&instrument.short_title);
    let id = format!("banding-{}", instrument.id);
    let scores: Vec<_> = group.columns.iter().map(|column| &*column.score).collect();
    let rows = Arc::new(table(&instrument, &scores, group.base));
    let alone = group.columns.len() < 2;
    let has_open = group.columns.iter().any(|column| column.score.answered < column.score.total);
    let against = (!alone).then(|| (t.against)(&group.columns[group.base].letter));
    let heads: Vec<_> = group
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let base =
                (at == group.base && !alone).then(|| view! { <span class="chip">{t.base}</span> }.into_any());
            view! {
                <th scope="col" class="num">
                    <b>{column.letter.clone()}</b>" "{base}
                    <span class="small" lang="id">{column.name.clone()}</span>
                    <span class="soft small">{column.what.clone()}</span>
                </th>
            }
            .into_any()
        })
        .collect();
    let (of, all) = (instrument.clone(), rows.clone());
    let body = live(move || {
        let only = beside.only_differing.get() && !alone;
        let shown = all.iter().filter(|row| !only || row.differs());
        let rows: Vec<_> = shown.map(|row| row_view(app, &of, row)).collect();
        if rows.is_empty() {
            let whole = all.first().map_or(1, |row| row.cells.len() + 1).to_string();
            return vec![view! { <tr><td colspan=whole>{t.all_same}</td></tr> }.into_any()];
        }
        rows
    });
    let toggle = on(move |event| beside.only_differing.set(event_target_checked(&event)));
    let save = on(move |_| save_table(app, t.file, &sheet(app, &group, &rows)));
    view! {
        <section class="card stack" aria-labelledby=id.clone() data-testid="side-by-side">
            <h2 id=id.clone()>{heading}</h2>
            <p class="soft small">{against}{has_open.then(|| format!(" {}", t.unanswered_note))}</p>
            <div class="actions">
                {(!alone).then(|| view! {
                    <label class="tick">
                        <input type="checkbox" data-testid="only-differing" prop:checked=live(move || beside.only_differing.get()) on:change=toggle/>
                        {t.only_differing}
                    </label>
                }.into_any())}
                <button class="btn small-btn saves" data-testid="save-comparison" on:click=save>{t.save}</button>
            </div>
            <div class="scroll tall" tabindex="0" role="region" aria-labelledby=id.clone()>
                <table class="beside">
                    <thead><tr><th scope="col">{t.row}</th>{heads}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row_view(app: App, instrument: &Instrument, row: &Row) -> AnyView {
    let class = match (&row.of, row.depth) {
        (Of::Index, _) | (Of::Section(_), 0) => "domain",
        (Of::Section(_), _) => "aspect",
        (Of::Indicator(_), _) => "",
    };
    let cells: Vec<_> = row.cells.iter().map(|cell| cell_view(app, row, cell)).collect();
    view! { <tr class=class><th scope="row" lang="id">{row_name(instrument, &row.of)}</th>{cells}</tr> }
        .into_any()
}

fn cell_view(app: App, row: &Row, cell: &Cell) -> AnyView {
    let apart = cell.difference.filter(|of| !of.is_none()).map(|of| difference(app, of));
    view! { <td class="num"><span>{shown(app, row, cell)}</span>{apart}</td> }.into_any()
}

/// A value as it is written everywhere else: two decimals.
fn shown(app: App, row: &Row, cell: &Cell) -> String {
    if matches!(row.of, Of::Indicator(_)) && !cell.answered {
        return app.texts().compare.unanswered.to_owned();
    }
    plain(app, cell.value)
}

pub fn plain(app: App, of: Exact) -> String {
    value(app.language.get_untracked(), of.rounded())
}

fn row_name(instrument: &Instrument, of: &Of) -> String {
    fn within<'a>(sections: &'a [Section], id: &str) -> Option<&'a Section> {
        sections.iter().find_map(|one| if one.id == id { Some(one) } else { within(&one.sections, id) })
    }
    match of {
        Of::Index => instrument.index_title.clone(),
        Of::Section(id) => {
            within(&instrument.sections, id).map_or_else(|| id.clone(), |one| one.title.clone())
        }
        Of::Indicator(number) => indicator_name(instrument, *number),
    }
}

pub fn indicator_name(instrument: &Instrument, number: crate::instrument::Number) -> String {
    let title = instrument.indicator(number).map(|one| one.short_title.as_str()).unwrap_or_default();
    format!("{number}. {title}")
}

/// The table as a spreadsheet has it: values, then differences, each in a column of its own.
fn sheet(app: App, group: &Group, rows: &[Row]) -> Vec<Vec<String>> {
    let t = &app.texts().compare;
    let base = &group.columns[group.base].letter;
    let named = group.columns.iter().map(|one| format!("{}: {}, {}", one.letter, one.name, one.what));
    let others = || group.columns.iter().enumerate().filter(|(at, _)| *at != group.base);
    let apart = others().map(|(_, one)| (t.difference_to)(&one.letter, base));
    let head = std::iter::once(t.row.to_owned()).chain(named).chain(apart).collect();
    let instrument = &group.columns[0].instrument;
    let line = |row: &Row| {
        let values = row.cells.iter().map(|cell| shown(app, row, cell));
        // A sign that spreadsheets know, and none where they would take it for a formula.
        let apart = row.cells.iter().filter_map(|cell| cell.difference);
        let apart = apart.map(|of| signed(app, of).replace('−', "-").replace('+', ""));
        std::iter::once(row_name(instrument, &row.of)).chain(values).chain(apart).collect()
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect()
}
