use leptos::prelude::*;

use super::IndicatorLink;
use crate::app::pages::workspace::Desk;
use crate::app::parts::Steps;
use crate::app::state::use_app;
use crate::front::live;
use crate::score::{Exact, IndicatorScore};
use crate::text::exact;

/// How many steps are named.
const STEPS: usize = 5;

/// The single steps that gain most.
#[component]
pub fn BestSteps(desk: Desk) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().summary, app.language.get_untracked());
    let Desk { id, instrument, score, .. } = desk;
    let rows = live(move || {
        let mut steps: Vec<(Exact, IndicatorScore)> =
            score.with(|score| score.indicators().filter_map(|i| Some((i.gain?, i.clone()))).collect());
        // Most gain first; among equals the order of the instrument, so that the list stands still.
        steps.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.number.cmp(&b.1.number)));
        let rows: Vec<_> =
            steps
                .into_iter()
                .take(STEPS)
                .filter_map(|(gain, of)| {
                    let indicator = instrument.indicator(of.number)?;
                    let model = instrument.model_of(indicator)?;
                    let next = model.level_above(of.counted)?.level;
                    let level = of.value.and_then(|value| model.level_at(value)).map(|level| level.level);
                    Some(view! {
                    <tr>
                        <th scope="row"><IndicatorLink draft=id.clone() indicator=indicator.clone()/></th>
                        <td><Steps level=Signal::derive(move || level)/></td>
                        <td class="num">{next}</td>
                        <td class="num">"+"{exact(language, gain, 2)}</td>
                    </tr>
                }.into_any())
                })
                .collect();
        rows
    });
    let none = move || score.with(|score| score.indicators().all(|i| i.gain.is_none()));
    view! {
        <section class="card stack" aria-labelledby="langkah">
            <h2 id="langkah">{t.steps}</h2>
            <p class="soft small">{live(move || if none() { t.all_top } else { t.steps_text })}</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="langkah">
                <table hidden=live(none)>
                    <thead><tr>
                        <th scope="col">{t.indicator}</th>
                        <th scope="col">{t.level}</th>
                        <th scope="col" class="num">{t.next_level}</th>
                        <th scope="col" class="num">{t.gain}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
