use leptos::prelude::*;

use super::IndicatorLink;
use crate::app::pages::workspace::Desk;
use crate::app::parts::RequiredField;
use crate::app::state::use_app;
use crate::front::{live, memo, shown_when};
use crate::instrument::SupportBy;
use crate::score::{Basis, RungState, Supported};
use crate::text::{Language, evidence_status, exact, value};

/// What separates the claimed index from the supported one, from what costs most.
#[component]
pub fn Gaps(desk: Desk) -> impl IntoView {
    let app = use_app();
    let (texts, language) = (app.texts(), app.language.get_untracked());
    let t = &texts.proof;
    let estimated = desk.instrument.support.by == SupportBy::Items;
    let (support, instrument, id) = (desk.support, desk.instrument, desk.id);
    let none = memo(move || support.with(|support| support.gaps().is_empty()));
    let rows = live(move || {
        let row = |of: &Supported| {
            let indicator = instrument.indicator(of.number)?.clone();
            let claimed = of.claimed.map_or(texts.assess.unanswered.to_owned(), |v| value(language, v));
            let lost = exact(language, of.lost, 4);
            Some(
                view! {
                    <tr data-testid="gap">
                        <th scope="row"><IndicatorLink draft=id.clone() indicator=indicator/></th>
                        <td class="num">{claimed}</td>
                        <td class="num">{value(language, of.value)}</td>
                        <td class="num">"−"{lost}</td>
                        <td>{why(language, of)}</td>
                    </tr>
                }
                .into_any(),
            )
        };
        support.with(|support| support.gaps().into_iter().filter_map(row).collect::<Vec<_>>())
    });
    view! {
        <section class="card stack" aria-labelledby="celah">
            <h2 id="celah">{t.gaps}</h2>
            <RequiredField/>
            {estimated.then(|| view! { <p class="note">{t.estimate_text}</p> }.into_any())}
            <p class="soft small">{live(move || if none.get() { t.no_gaps } else { t.gaps_text })}</p>
            {shown_when(move || !none.get(), move || view! {
                <div class="scroll" tabindex="0" role="region" aria-labelledby="celah">
                    <table>
                        <thead><tr>
                            <th scope="col">{texts.summary.indicator}</th>
                            <th scope="col" class="num">{t.gap_claimed}</th>
                            <th scope="col" class="num">{t.gap_supported}</th>
                            <th scope="col" class="num">{t.gap_lost}</th>
                            <th scope="col">{t.gap_why}</th>
                        </tr></thead>
                        <tbody>{rows.clone()}</tbody>
                    </table>
                </div>
            }.into_any())}
        </section>
    }
}

/// Why less than the claim is supported: the first rung that does not hold.
fn why(language: Language, of: &Supported) -> String {
    let t = &language.texts().proof;
    match of.basis {
        Basis::ExternalMissing => return t.why_external.to_owned(),
        Basis::Assessed => return t.why_assessed.to_owned(),
        Basis::Rungs | Basis::Estimate => {}
    }
    let open = of.rungs.iter().find(|rung| rung.state != RungState::Supported);
    open.map_or_else(String::new, |rung| match rung.state {
        RungState::Waiting(status) => (t.why_waiting)(rung.level, evidence_status(language, status)),
        RungState::Incomplete => (t.why_incomplete)(rung.level, rung.items.1, rung.items.0),
        _ => (t.why_empty)(rung.level),
    })
}
