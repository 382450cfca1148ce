use leptos::prelude::*;

use super::IndicatorLink;
use crate::app::pages::workspace::Desk;
use crate::app::parts::{OfUnit, Steps};
use crate::app::show::percent;
use crate::app::state::use_app;
use crate::front::{live, memo};
use crate::instrument::Indicator;
use crate::text::{exact, value};

/// Every indicator with its value and what it adds.
#[component]
pub fn AllIndicators(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().summary;
    let rows: Vec<_> =
        desk.instrument.indicators().map(|indicator| indicator_row(&desk, indicator)).collect();
    view! {
        <section class="card stack" aria-labelledby="semua">
            <h2 id="semua">{t.all_indicators}</h2>
            <div class="scroll tall" tabindex="0" role="region" aria-labelledby="semua">
                <table>
                    <thead><tr>
                        <th scope="col">{t.indicator}</th>
                        <th scope="col" class="num">{t.weight}</th>
                        <th scope="col">{t.level}</th>
                        <th scope="col" class="num">{t.value}</th>
                        <th scope="col" class="num">{t.adds}</th>
                        <th scope="col" class="num">{t.gain}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn indicator_row(desk: &Desk, indicator: &Indicator) -> impl IntoView + use<> {
    let app = use_app();
    let texts = app.texts();
    let language = app.language.get_untracked();
    let (number, score) = (indicator.number, desk.score);
    let of = memo(move || score.with(|score| score.indicator(number).cloned()));
    let model = desk.instrument.model_of(indicator).cloned();
    let level = Signal::derive(move || {
        let value = of.with(|of| of.as_ref().and_then(|of| of.value))?;
        Some(model.as_ref()?.level_at(value)?.level)
    });
    let shown = live(move || {
        let now = of.with(|of| of.as_ref().and_then(|of| of.value));
        now.map_or_else(|| texts.assess.unanswered.to_owned(), |now| value(language, now))
    });
    let adds = live(move || of.with(|of| of.as_ref().map(|of| exact(language, of.contribution, 4))));
    let of_unit = expect_context::<OfUnit>();
    let hidden = live(move || of_unit.numbers(app).is_some_and(|numbers| !numbers.contains(&number)));
    let gain = live(move || match of.with(|of| of.as_ref().and_then(|of| of.gain)) {
        Some(gain) => format!("+{}", exact(language, gain, 2)),
        None => "–".to_owned(),
    });
    view! {
        <tr hidden=hidden>
            <th scope="row"><IndicatorLink draft=desk.id.clone() indicator=indicator.clone()/></th>
            <td class="num">{percent(app, indicator.weight, desk.instrument.total_weight)}"%"</td>
            <td><Steps level=level/></td>
            <td class="num">{shown}</td>
            <td class="num">{adds}</td>
            <td class="num">{gain}</td>
        </tr>
    }
}
