use leptos::prelude::*;

use super::IndicatorLink;
use crate::app::pages::workspace::Desk;
use crate::app::parts::Steps;
use crate::app::state::use_app;
use crate::app::units::progress;
use crate::front::{live, memo};
use crate::instrument::Indicator;
use crate::text::value;

/// The summary of a work package: its indicators. An index of a part would mislead.
#[component]
pub fn Part(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, u) = (&texts.package, &texts.units);
    let done = memo(move || {
        app.draft
            .with(|draft| {
                let assessment = &draft.as_ref()?.assessment;
                Some(progress(assessment, &assessment.order.as_ref()?.indicators))
            })
            .unwrap_or_default()
    });
    let share = live(move || format!("{}%", done.get().answered * 100 / done.get().total.max(1)));
    let rows: Vec<_> = desk.instrument.indicators().map(|indicator| row(&desk, indicator)).collect();
    view! {
        <section class="card stack">
            <h1 tabindex="-1">{texts.summary.title}</h1>
            <p data-testid="package-progress">{live(move || (u.unit_progress)(done.get().answered, done.get().total))}
                {live(move || (done.get().documents > 0).then(|| format!(" {}", (u.unit_documents)(done.get().accepted, done.get().documents))))}
            </p>
            <div class="progress" aria-hidden="true"><i style:width=share></i></div>
            <p class="soft small">{t.no_index}</p>
        </section>
        <section class="card stack" aria-labelledby="semua">
            <h2 id="semua">{texts.summary.all_indicators}</h2>
            <div class="scroll tall" tabindex="0" role="region" aria-labelledby="semua">
                <table>
                    <thead><tr>
                        <th scope="col">{texts.summary.indicator}</th>
                        <th scope="col">{texts.summary.level}</th>
                        <th scope="col" class="num">{texts.summary.value}</th>
                        <th scope="col" class="num">{texts.proof.gap_supported}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(desk: &Desk, indicator: &Indicator) -> AnyView {
    let app = use_app();
    let texts = app.texts();
    let language = app.language.get_untracked();
    let (number, score, support) = (indicator.number, desk.score, desk.support);
    let now = memo(move || score.with(|score| score.indicator(number).and_then(|of| of.value)));
    let model = desk.instrument.model_of(indicator).cloned();
    let level = Signal::derive(move || Some(model.as_ref()?.level_at(now.get()?)?.level));
    let shown = live(move || {
        now.get().map_or_else(|| texts.assess.unanswered.to_owned(), |now| value(language, now))
    });
    let supported = live(move || {
        let of = support.with(|support| support.indicator(number).map(|of| of.value));
        of.map(|of| value(language, of))
    });
    view! {
        <tr>
            <th scope="row"><IndicatorLink draft=desk.id.clone() indicator=indicator.clone()/></th>
            <td><Steps level=level/></td>
            <td class="num">{shown}</td>
            <td class="num">{supported}</td>
        </tr>
    }
    .into_any()
}
