use std::collections::BTreeSet;

use leptos::prelude::*;

use super::IndicatorLink;
use crate::app::pages::workspace::Desk;
use crate::app::parts::{OfUnit, RequiredField};
use crate::app::route::{Page, Route};
use crate::app::state::use_app;
use crate::assessment::EvidenceId;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Number, SupportBy};
use crate::platform;
use crate::score::{Basis, Concern, RungState, Supported, concerns, reference_day};
use crate::text::{Language, evidence_status, exact, value};

/// As many as are shown before a person asks for all: what costs most is what to mend first.
const FIRST: usize = 8;

/// What separates the claimed index from the supported one, from what costs most.
#[component]
pub fn Gaps(desk: Desk) -> impl IntoView {
    let app = use_app();
    let (texts, language) = (app.texts(), app.language.get_untracked());
    let t = &texts.proof;
    let estimated = desk.instrument.support.by == SupportBy::Items;
    let (support, instrument, id) = (desk.support, desk.instrument, desk.id);
    let claims = memo(move || support.with(|support| support.claims()));
    let register = Route::Draft(id.clone(), Page::Evidence).href();
    let of = instrument.clone();
    // Documents that count, and that an assessor would send back all the same.
    let doubtful = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return 0 };
            let assessment = &draft.assessment;
            let reference = reference_day(platform::today(), assessment.year);
            let counts = |id: &EvidenceId| {
                assessment.evidence.get(id).is_some_and(|one| assessment.required.is_met_by(one.status()))
            };
            let all = concerns(&of, assessment, reference);
            all.iter().filter(|(id, said)| counts(id) && said.iter().any(Concern::is_grave)).count()
        })
    });
    let of_unit = expect_context::<OfUnit>();
    let shown = move |of: &Supported, numbers: &Option<BTreeSet<Number>>| {
        numbers.as_ref().is_none_or(|numbers| numbers.contains(&of.number))
    };
    let count = memo(move || {
        let numbers = of_unit.numbers(app);
        support.with(|support| support.gaps().into_iter().filter(|of| shown(of, &numbers)).count())
    });
    let all = RwSignal::new(false);
    let rows = live(move || {
        let row = |of: &Supported| {
            let indicator = instrument.indicator(of.number)?.clone();
            let claimed = of.claimed.map_or(texts.assess.unanswered.to_owned(), |v| value(language, v));
            let lost = exact(language, of.lost, 4);
            Some(
                view! {
                    <tr data-testid="gap">
                        <th scope="row">
                            <IndicatorLink draft=id.clone() indicator=indicator/>
                            <p class="soft small">{why(language, of)}</p>
                        </th>
                        <td class="num">{claimed}</td>
                        <td class="num">{value(language, of.value)}</td>
                        <td class="num">"−"{lost}</td>
                    </tr>
                }
                .into_any(),
            )
        };
        let numbers = of_unit.numbers(app);
        support.with(|support| {
            let gaps = support.gaps().into_iter().filter(|of| shown(of, &numbers));
            gaps.take(if all.get() { usize::MAX } else { FIRST }).filter_map(row).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="card stack" aria-labelledby="celah">
            <h2 id="celah">{t.gaps}</h2>
            <RequiredField/>
            {estimated.then(|| view! { <p class="note">{t.estimate_text}</p> }.into_any())}
            <p class="soft small">{live(move || match (count.get() == 0, claims.get()) {
                (true, false) => t.no_claims,
                (true, true) => t.no_gaps,
                (false, _) => t.gaps_text,
            })}</p>
            {live(move || (doubtful.get() > 0).then(|| view! {
                <p class="note warn">{(t.doubtful)(doubtful.get())}" "<a href=register.clone()>{texts.register.title}</a></p>
            }.into_any()))}
            {shown_when(move || count.get() > 0, move || view! {
                <div class="scroll tall" tabindex="0" role="region" aria-labelledby="celah">
                    <table>
                        <thead><tr>
                            <th scope="col">{texts.summary.indicator}</th>
                            <th scope="col" class="num">{t.gap_claimed}</th>
                            <th scope="col" class="num">{t.gap_supported}</th>
                            <th scope="col" class="num">{t.gap_lost}</th>
                        </tr></thead>
                        <tbody>{rows.clone()}</tbody>
                    </table>
                </div>
            }.into_any())}
            {shown_when(move || count.get() > FIRST, move || view! {
                <p><button class="btn small-btn" data-testid="all-gaps" on:click=on(move |_| all.update(|all| *all = !*all))>
                    {live(move || if all.get() { (t.first_gaps)(FIRST) } else { (t.all_gaps)(count.get()) })}
                </button></p>
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
        Basis::Converted => return t.why_converted.to_owned(),
        Basis::Rungs | Basis::Estimate => {}
    }
    let open = of.rungs.iter().find(|rung| rung.state != RungState::Supported);
    open.map_or_else(String::new, |rung| match rung.state {
        RungState::Waiting(status) => (t.why_waiting)(rung.level, evidence_status(language, status)),
        RungState::Incomplete => (t.why_incomplete)(rung.level, rung.items.1, rung.items.0),
        _ => (t.why_empty)(rung.level),
    })
}
