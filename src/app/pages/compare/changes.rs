use std::sync::Arc;

use leptos::prelude::*;

use super::Group;
use super::table::{indicator_name, plain};
use crate::app::parts::signed;
use crate::app::state::{App, use_app};
use crate::comparison::{Move, changes};
use crate::instrument::{Instrument, Value};
use crate::score::{Difference, Exact};
use crate::text::exact;

/// Of every column, what rose and what fell since the base.
#[component]
pub fn Changed(group: Arc<Group>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().compare;
    let base = &group.columns[group.base];
    let id = format!("perubahan-{}", base.instrument.id);
    let others = group.columns.iter().enumerate().filter(|(at, _)| *at != group.base);
    let parts: Vec<_> = others
        .enumerate()
        .map(|(place, (_, column))| {
            let is_first = place == 0;
            let all = changes(&base.score, &column.score);
            let summary = (t.changes_of)(&column.letter, &base.letter, &signed(app, all.index));
            let language = app.language.get_untracked();
            let sum = |sum: Exact| exact(language, sum, 2);
            let rose = if all.rose.is_empty() {
                t.nothing_rose.to_owned()
            } else {
                (t.rose)(all.rose.len(), &sum(all.gained))
            };
            let fell = if all.fell.is_empty() {
                t.nothing_fell.to_owned()
            } else {
                (t.fell)(all.fell.len(), &sum(all.lost))
            };
            view! {
                <details open=is_first>
                    <summary>{summary}</summary>
                    <div class="rose-fell">
                        <div class="stack"><h3>{rose}</h3>{moves(app, &base.instrument, &all.rose, true)}</div>
                        <div class="stack"><h3>{fell}</h3>{moves(app, &base.instrument, &all.fell, false)}</div>
                    </div>
                </details>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="card stack" aria-labelledby=id.clone() data-testid="changes">
            <h2 id=id.clone()>{t.changes}</h2>
            {parts}
        </section>
    }
}

fn moves(app: App, instrument: &Instrument, all: &[Move], rose: bool) -> AnyView {
    let t = &app.texts().compare;
    let level = |value: Option<Value>| {
        value.map_or_else(|| t.unanswered.to_owned(), |value| plain(app, value.into()))
    };
    let none = Exact::from(Value::whole(0));
    let row = |one: &Move| {
        let effect =
            if rose { Difference::between(none, one.effect) } else { Difference::between(one.effect, none) };
        let said = (t.from_to)(&level(one.from), &level(one.to), &signed(app, effect));
        let mark = if rose { ("up", "▲ ") } else { ("down", "▼ ") };
        view! {
            <li>
                <span class=mark.0 aria-hidden="true">{mark.1}</span>
                <span lang="id">{indicator_name(instrument, one.number)}</span>
                <span class="soft">{format!(": {said}")}</span>
            </li>
        }
        .into_any()
    };
    view! { <ul class="moves">{all.iter().map(row).collect::<Vec<_>>()}</ul> }.into_any()
}
