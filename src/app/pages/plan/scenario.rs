use std::sync::Arc;

use leptos::prelude::*;

use super::PlanForm;
use super::kept::{edited, read};
use super::scenarios::difference;
use crate::app::pages::summary::IndicatorLink;
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, PredicateChip, RadarChart, bands};
use crate::app::state::use_app;
use crate::assessment::Scenario;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Indicator, Instrument, Number, Section, Value};
use crate::plan::{neighbour, suppose};
use crate::platform;
use crate::score::Score;
use crate::text::value;

type Supposed = Memo<Option<Arc<Score>>>;

/// A scenario: its name, what it comes to, and the values in it.
#[component]
pub fn Editor(desk: Desk, form: PlanForm, id: String) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let id = StoredValue::new(id);
    let of = memo(move || read::<Scenario>(app, &id.read_value()));
    let score = desk.score;
    let supposed: Supposed = memo(move || {
        let values = of.with(|of| of.values.clone());
        app.draft.with(|draft| {
            draft.as_ref().map(|draft| Arc::new(suppose(&draft.instrument, &draft.assessment, &values)))
        })
    });
    let index = memo(move || supposed.with(|score| score.as_ref().map(|score| score.standing.index)));
    let predicate = memo(move || {
        supposed
            .with(|score| score.as_ref().map(|score| score.standing.predicate.clone()))
            .unwrap_or_default()
    });
    let moves = live(move || {
        let (from, to) = (score.with(|score| score.standing.index), index.get()?);
        let shown = |index: crate::score::Exact| value(language, index.rounded());
        Some((t.moves)(&shown(from), &shown(to), &difference(language, from, to)))
    });
    let rename = on(move |event| {
        let name = event_target_value(&event).trim().to_owned();
        app.change_or_say(edited::<Scenario>(app, &id.read_value(), move |of| of.name = name));
    });
    let close = on(move |_| {
        form.scenario.set(None);
        platform::focus("#bagaimana-jika");
    });
    let aspects: Vec<_> =
        desk.instrument.aspects().map(|aspect| (aspect.id.clone(), aspect.short_title.clone())).collect();
    let labels: Vec<_> = aspects.iter().map(|(_, title)| title.clone()).collect();
    let (min, max) = (desk.instrument.scale.min, desk.instrument.scale.max);
    let share_in =
        move |score: &Score, id: &str| score.section(id).map_or(0.0, |s| s.value.position(min, max));
    let ids: Vec<_> = aspects.into_iter().map(|(id, _)| id).collect();
    let of_now = ids.clone();
    let shares = memo(move || {
        supposed.with(|score| {
            ids.iter().map(|id| score.as_ref().map_or(0.0, |score| share_in(score, id))).collect::<Vec<_>>()
        })
    });
    let before = memo(move || {
        score.with(|score| vec![of_now.iter().map(|id| share_in(score, id)).collect::<Vec<_>>()])
    });
    let sections = desk.instrument.sections.iter().flat_map(|section| {
        std::iter::once((section, "domain")).chain(section.sections.iter().map(|aspect| (aspect, "aspect")))
    });
    let sections: Vec<_> =
        sections.map(|(section, class)| section_row(&desk, section, class, supposed)).collect();
    let rows: Vec<_> = desk
        .instrument
        .aspects()
        .map(|aspect| {
            let rows: Vec<_> =
                aspect.indicators.iter().map(|one| indicator_row(&desk, one, id, of)).collect();
            view! { <li><h4 lang="id">{aspect.title.clone()}</h4><ul class="levels">{rows}</ul></li> }
                .into_any()
        })
        .collect();
    view! {
        <div class="stack scenario" data-testid="scenario-editor">
            <Field id="nama-skenario" label=t.name narrow=true>
                <input id="nama-skenario" type="text" autocomplete="off"
                    prop:value=live(move || of.with(|of| of.name.clone())) on:change=rename/>
            </Field>
            <div class="supposed">
                <div class="stack">
                    <p role="status" data-testid="scenario-moves">{moves}</p>
                    <p class="line">
                        <b class="value" data-testid="scenario-index">{live(move || Some(value(language, index.get()?.rounded())))}</b>
                        <PredicateChip predicate=predicate bands=bands(&desk.instrument)/>
                    </p>
                    <div class="scroll" tabindex="0" role="region" aria-label=t.section>
                        <table>
                            <thead><tr>
                                <th scope="col">{t.section}</th>
                                <th scope="col" class="num">{t.today}</th>
                                <th scope="col" class="num">{t.scenario}</th>
                                <th scope="col" class="num">{t.difference}</th>
                            </tr></thead>
                            <tbody>{sections}</tbody>
                        </table>
                    </div>
                </div>
                <RadarChart name=t.radar.to_owned() labels=labels shares=shares target=Signal::stored(None) over=before/>
            </div>
            <h3>{t.levels}</h3>
            <ul class="stack">{rows}</ul>
            <div class="actions"><button class="btn" on:click=close>{t.close}</button></div>
        </div>
    }
    .into_any()
}

fn section_row(desk: &Desk, section: &Section, class: &'static str, supposed: Supposed) -> AnyView {
    let language = use_app().language.get_untracked();
    let (score, id, other) = (desk.score, section.id.clone(), section.id.clone());
    let from = memo(move || score.with(|score| score.section(&id).map(|of| of.value)));
    let to = memo(move || supposed.with(|score| Some(score.as_ref()?.section(&other)?.value)));
    let shown =
        move |of: Memo<Option<crate::score::Exact>>| live(move || Some(value(language, of.get()?.rounded())));
    view! {
        <tr class=class>
            <th scope="row" lang="id">{section.title.clone()}</th>
            <td class="num">{shown(from)}</td>
            <td class="num"><b>{shown(to)}</b></td>
            <td class="num">{live(move || Some(difference(language, from.get()?, to.get()?)))}</td>
        </tr>
    }
    .into_any()
}

/// The value of an indicator in the scenario, with the ways up, down and back.
fn indicator_row(desk: &Desk, indicator: &Indicator, id: StoredValue<String>, of: Memo<Scenario>) -> AnyView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let (number, score) = (indicator.number, desk.score);
    let now = memo(move || score.with(|score| score.indicator(number).map(|of| of.counted)));
    let here = memo(move || of.with(|of| of.values.get(&number).copied()).or(now.get()));
    let differs = memo(move || here.get() != now.get());
    let instrument = desk.instrument.clone();
    let next = move |up: bool| next(&instrument, number, now.get()?, here.get()?, up);
    let (up, down) = (
        memo({
            let next = next.clone();
            move || next(true)
        }),
        memo(move || next(false)),
    );
    let write = move |to: Option<Value>| {
        let to = to.filter(|to| Some(*to) != now.get_untracked());
        app.change_or_say(edited::<Scenario>(app, &id.read_value(), move |of| {
            match to {
                Some(to) => of.values.insert(number, to),
                None => of.values.remove(&number),
            };
        }));
    };
    let button = move |to: Memo<Option<Value>>, glyph: &'static str, label: String, testid: String| {
        let press = on(move |_| {
            if let Some(to) = to.get_untracked() {
                write(Some(to));
            }
        });
        // Disabled it would lose the focus at the end of the ladder.
        let at_end = live(move || to.get().is_none().then_some("true"));
        view! { <button class="btn icon" aria-label=label aria-disabled=at_end data-testid=testid on:click=press>{glyph}</button> }
            .into_any()
    };
    let back = move || {
        let press = on(move |_| {
            write(None);
            platform::focus(&format!("[data-testid='raise-{number}']"));
        });
        view! {
            <span class="soft small">{live(move || now.get().map(|now| (t.was)(&value(language, now))))}</span>
            <button class="btn quiet small-btn" aria-label=(t.back)(number) on:click=press>{t.back_short}</button>
        }
        .into_any()
    };
    view! {
        <li class=live(move || if differs.get() { "differs" } else { "" })>
            <IndicatorLink draft=desk.id.clone() indicator=indicator.clone()/>
            <span class="stepper">
                {button(down, "−", (t.lower)(number), format!("lower-{number}"))}
                <output class="num-text">{live(move || Some(value(language, here.get()?)))}</output>
                {button(up, "+", (t.raise)(number), format!("raise-{number}"))}
            </span>
            <span class="line">{shown_when(move || differs.get(), back)}</span>
        </li>
    }
    .into_any()
}

fn next(instrument: &Instrument, number: Number, now: Value, here: Value, up: bool) -> Option<Value> {
    let model = instrument.model_of(instrument.indicator(number)?)?;
    neighbour(model, now, here, up)
}
