use leptos::prelude::*;

use crate::app::pages::workspace::Desk;
use crate::app::parts::NumberField;
use crate::app::state::{Action, use_app};
use crate::assessment::{Assessed, Change};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{ExternalRole, Indicator, Value};
use crate::platform;
use crate::score::{Basis, converted};
use crate::text::value;

/// Values that documents alone do not give: an assessor's, or another agency's index.
#[component]
pub fn AssessedValue(desk: Desk, indicator: Indicator) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.proof, app.language.get_untracked());
    let (number, support) = (indicator.number, desk.support);
    let external = indicator.external.clone().filter(|external| external.role == ExternalRole::Value);
    let now = memo(move || {
        app.draft.with(|draft| draft.as_ref().and_then(|d| d.assessment.assessed.get(&number).cloned()))
    });
    let of = memo(move || support.with(|support| support.indicator(number).cloned()));
    let here = live(move || {
        let of = of.get()?;
        let text = (t.value_here)(&value(language, of.value));
        let estimate = (of.basis == Basis::Estimate).then(|| format!(" ({})", t.estimate));
        Some(format!("{text}{}", estimate.unwrap_or_default()))
    });
    let missing =
        memo(move || of.with(|of| of.as_ref().is_some_and(|of| of.basis == Basis::ExternalMissing)));
    let instrument = desk.instrument.clone();
    let index_field = external.clone().map(|external| {
        let bounds = (external.bands.first().copied(), external.bands.last().copied());
        let text = |bound: Option<Value>| bound.map(|bound| value(language, bound)).unwrap_or_default();
        let help = (t.external_help)(&text(bounds.0), &text(bounds.1));
        let shown = Signal::derive(move || now.with(|now| now.as_ref().and_then(|now| now.external)));
        let write = move |index: Option<Value>| {
            let assessed = match index {
                None => None,
                Some(index) => Some(Assessed::new(converted(&instrument, &indicator, index)?, Some(index))),
            };
            Some(Change::Assessed { indicator: number, assessed })
        };
        view! { <NumberField bad=t.bad_number id="indeks-luar" label=(t.external)(&external.title) help=help shown=shown write=write/> }.into_any()
    });
    let shown = Signal::derive(move || now.with(|now| now.as_ref().map(|now| now.value)));
    let write = move |value: Option<Value>| {
        let assessed = value.map(|value| Assessed::new(value, None));
        Some(Change::Assessed { indicator: number, assessed })
    };
    let label = if external.is_some() { t.assessed_or_converted } else { t.assessed };
    let clear = move |_| {
        app.change_or_say(Change::Assessed { indicator: number, assessed: None });
        app.say_with(t.assessed_cleared, Action::Undo);
        platform::focus("#nilai-asesor");
    };
    view! {
        <section class="card stack assessed">
            <p class="small">{here}</p>
            {shown_when(move || missing.get(), move || view! { <p class="note warn">{t.external_missing}</p> }.into_any())}
            {index_field}
            <NumberField bad=t.bad_number id="nilai-asesor" label=label.to_owned() help=t.assessed_help.to_owned() shown=shown write=write/>
            {shown_when(move || now.with(Option::is_some), move || view! {
                <p><button class="btn quiet small-btn" on:click=on(clear)>{t.clear_assessed}</button></p>
            }.into_any())}
        </section>
    }
}
