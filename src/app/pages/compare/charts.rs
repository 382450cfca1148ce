use std::sync::Arc;

use leptos::prelude::*;

use super::column::{Column, Pick};
use super::table::plain;
use super::{Beside, Group};
use crate::app::parts::RadarChart;
use crate::app::state::use_app;
use crate::front::{live, memo, on};
use crate::instrument::Section;
use crate::score::Exact;

/// Most columns over each other on the radar.
const OVERLAID: usize = 4;

/// Every aspect as a small chart of all columns, and some columns over each other as a radar.
#[component]
pub fn Charts(group: Arc<Group>, beside: Beside) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().compare;
    let instrument = group.columns[0].instrument.clone();
    let id = format!("aspek-{}", instrument.id);
    let charts: Vec<_> = instrument.aspects().map(|aspect| small(&group, aspect)).collect();
    view! {
        <section class="card stack" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{t.multiples}</h2>
            <div class="multiples">{charts}</div>
        </section>
        <Radar group=group beside=beside/>
    }
}

fn value_of(column: &Column, aspect: &str) -> Exact {
    column.score.section(aspect).map_or(Exact::from(column.instrument.scale.min), |section| section.value)
}

fn share(column: &Column, of: Exact) -> f64 {
    of.position(column.instrument.scale.min, column.instrument.scale.max)
}

fn small(group: &Group, aspect: &Section) -> AnyView {
    let app = use_app();
    let bars: Vec<_> = group
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let value = value_of(column, &aspect.id);
            let width = format!("{:.2}%", share(column, value) * 100.0);
            view! {
                <li class=if at == group.base { "base" } else { "" }>
                    <span>{column.letter.clone()}</span>
                    <span class="track" aria-hidden="true"><i class="fill" style:width=width></i></span>
                    <span class="num-text">{plain(app, value)}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <figure class="multiple"><figcaption lang="id">{aspect.short_title.clone()}</figcaption><ul>{bars}</ul></figure> }
        .into_any()
}

#[component]
fn Radar(group: Arc<Group>, beside: Beside) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().compare;
    let instrument = group.columns[0].instrument.clone();
    let labels: Vec<String> = instrument.aspects().map(|aspect| aspect.short_title.clone()).collect();
    let ids: Vec<String> = instrument.aspects().map(|aspect| aspect.id.clone()).collect();
    let id = format!("radar-{}", instrument.id);
    let all: Vec<Pick> = group.columns.iter().map(|column| column.pick.clone()).collect();
    // What a person chose, of what is here; else the first columns.
    let shown = memo(move || {
        let chosen = beside.radar.get().unwrap_or_default();
        let chosen: Vec<Pick> = all.iter().filter(|pick| chosen.contains(pick)).cloned().collect();
        let chosen = if chosen.is_empty() { all.clone() } else { chosen };
        chosen.into_iter().take(OVERLAID).collect::<Vec<_>>()
    });
    let (of_shares, of_ticks, of_legend) = (group.clone(), group.clone(), group);
    let shares = memo(move || {
        let column = |pick: &Pick| of_shares.columns.iter().find(|column| column.pick == *pick);
        let all =
            |column: &Column| ids.iter().map(|id| share(column, value_of(column, id))).collect::<Vec<_>>();
        shown.with(|shown| shown.iter().filter_map(column).map(all).collect::<Vec<_>>())
    });
    let ticks: Vec<_> = of_ticks
        .columns
        .iter()
        .map(|column| {
            let (pick, of_check, of_full) = (column.pick.clone(), column.pick.clone(), column.pick.clone());
            let ticked = live(move || shown.with(|shown| shown.contains(&of_check)));
            let last_or_full = live(move || shown.with(|shown| {
                let is = shown.contains(&of_full);
                (is && shown.len() == 1) || (!is && shown.len() >= OVERLAID)
            }));
            let turn = on(move |event| {
                let mut now = shown.get_untracked();
                now.retain(|one| *one != pick);
                if event_target_checked(&event) {
                    now.push(pick.clone());
                }
                beside.radar.set(Some(now));
            });
            let name = format!("{}: {}, {}", column.letter, column.name, column.what);
            view! { <label class="tick"><input type="checkbox" prop:checked=ticked disabled=last_or_full on:change=turn/><span>{name}</span></label> }.into_any()
        })
        .collect();
    let letters = memo(move || {
        let letter = |pick: &Pick| {
            of_legend.columns.iter().find(|column| column.pick == *pick).map(|column| column.letter.clone())
        };
        shown.with(|shown| shown.iter().filter_map(letter).collect::<Vec<_>>())
    });
    let count = labels.len();
    let names = StoredValue::new(labels);
    let chart = live(move || {
        let letters = letters.get();
        let legend: Vec<_> = letters
            .iter()
            .enumerate()
            .map(|(at, letter)| {
                let class = if at == 0 { "area".to_owned() } else { format!("over over-{at}") };
                view! {
                    <li><svg class="radar sample" viewBox="0 0 40 12" aria-hidden="true"><path class=class d="M1 6h38"/></svg><b>{letter.clone()}</b></li>
                }
                .into_any()
            })
            .collect();
        let name = (t.radar_name)(count, &letters.join(", "));
        let first = Signal::derive(move || shares.with(|all| all.first().cloned().unwrap_or_default()));
        let over = Signal::derive(move || shares.with(|all| all.iter().skip(1).cloned().collect::<Vec<_>>()));
        view! {
            <ul class="legend">{legend}</ul>
            <RadarChart name=name labels=names.get_value() shares=first target=Signal::stored(None) over=over/>
        }
        .into_any()
    });
    view! {
        <section class="card stack" aria-labelledby=id.clone() data-testid="radar-overlay">
            <h2 id=id.clone()>{t.radar}</h2>
            <fieldset class="stack">
                <legend>{(t.radar_choose)(OVERLAID)}</legend>
                <div class="ticks">{ticks}</div>
            </fieldset>
            {chart}
        </section>
    }
}
