use std::sync::Arc;

use leptos::prelude::*;

use crate::app::parts::{Gauge, PredicateChip, RadarChart, Steps, bands, difference, signed};
use crate::app::state::App;
use crate::instrument::{Instrument, Level, Value};
use crate::score::{Difference, Exact};
use crate::text::value;

/// The index to be seen: 2,64 of 5.
const INDEX: Value = Value::hundredths(264);

/// The ladder, charts and tables.
pub fn shapes(app: App, scheme: &'static str, instrument: &Arc<Instrument>) -> AnyView {
    let texts = app.texts();
    let t = &texts.gaya;
    let language = app.language.get_untracked();
    let target = Value::hundredths(350);
    let aspects: Vec<_> = instrument.sections.iter().flat_map(|domain| domain.sections.iter()).collect();
    let labels: Vec<_> = aspects.iter().map(|aspect| aspect.short_title.clone()).collect();
    let shares =
        |from: usize| (0..labels.len()).map(|at| ((at * 3 + from) % 5) as f64 / 4.0).collect::<Vec<_>>();
    let (own, other) = (shares(1), shares(3));
    let predicate = instrument.predicates.get(2).map(|band| band.title.clone()).unwrap_or_default();
    let rungs = (1..=5 as Level).map(|level| rung(app, scheme, level));
    let rows = aspects.iter().enumerate().map(|(at, aspect)| {
        let here = Value::hundredths(120 + 40 * at as u16);
        let more = Difference::between(Exact::from(here), Exact::from(INDEX));
        let share = format!("{}%", 10 + 10 * at);
        view! {
            <tr class=if at == 0 { "domain" } else if at == 1 { "here" } else { "aspect" }>
                <th scope="row" lang="id">{aspect.short_title.clone()}</th>
                <td class="num">{value(language, here)}</td>
                <td class="track-cell" aria-hidden="true"><span class="track"><i class="fill" style:width=share></i><i class="tick" style:left="60%"></i></span></td>
                <td class="num">{difference(app, more)}</td>
            </tr>
        }
        .into_any()
    });
    let whole = Difference::between(Exact::from(INDEX), Exact::from(target));
    let table_id = format!("tabel-{scheme}");
    view! {
        <section class="card stack">
            <h3>{t.ladder}</h3>
            <div class="ladder">{rungs.collect::<Vec<_>>()}</div>
        </section>
        <section class="card stack">
            <h3>{t.charts}</h3>
            <p class="line"><b class="value">{value(language, INDEX)}</b><PredicateChip predicate=predicate bands=bands(instrument)/></p>
            <Gauge index=Exact::from(INDEX) target=Some(target) instrument=instrument.clone()/>
            <p class="line">{(0..=5).map(|level: Level| view! { <Steps level=Some(level)/> }).collect::<Vec<_>>()}</p>
            <RadarChart name=t.charts.to_owned() labels=labels shares=own target=Some(0.6) over=Signal::from(vec![other])/>
            <h3 id=table_id.clone()>{t.table}</h3>
            <div class="scroll tall" tabindex="0" role="region" aria-labelledby=table_id>
                <table class="narrow-table">
                    <thead><tr>
                        <th scope="col">{texts.summary.section}</th>
                        <th scope="col" class="num">{texts.summary.value}</th>
                        <th scope="col" class="track-cell"><span class="visually-hidden">{texts.summary.value}</span></th>
                        <th scope="col" class="num">{texts.score.target}</th>
                    </tr></thead>
                    <tbody>{rows.collect::<Vec<_>>()}</tbody>
                    <tfoot><tr><th scope="row">{texts.sums.sum}</th><td class="num">{value(language, INDEX)}</td><td class="track-cell"></td><td class="num">{signed(app, whole)}</td></tr></tfoot>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// A rung as it stands on the page of an indicator: two supported, three chosen, two above.
fn rung(app: App, scheme: &'static str, level: Level) -> AnyView {
    let texts = app.texts();
    let class = match level {
        1 | 2 => "rung reached supported",
        3 => "rung reached chosen",
        _ => "rung",
    };
    let name = (texts.assess.level)(level);
    let chosen = (level == 3).then(|| view! { <span class="chip accent">{texts.assess.chosen}</span> });
    view! {
        <div class=class>
            <div class="mark">
                <input type="radio" name=format!("tangga-{scheme}") value=level checked=level == 3 disabled=level == 5 aria-label=name.clone()/>
            </div>
            <div class="body"><p class="name">{name}{chosen}</p><p class="criterion">{texts.gaya.long}</p></div>
        </div>
    }
    .into_any()
}
