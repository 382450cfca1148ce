use leptos::prelude::*;

use std::sync::Arc;

use super::{Field, PredicateChip, bands};
use crate::app::state::use_app;
use crate::assessment::{Change, Required, Status};
use crate::front::{live, memo, on};
use crate::instrument::{Instrument, SupportBy};
use crate::score::Support;
use crate::text::{evidence_status, value};

/// A document's status, in words and in a tone.
#[component]
pub fn StatusChip(status: Status) -> impl IntoView {
    let class = match status {
        Status::Draf => "chip",
        Status::Dikirim => "chip accent",
        Status::Diterima => "chip good",
        Status::PerluRevisi => "chip warn",
        Status::Ditolak => "chip bad",
    };
    let text = evidence_status(use_app().language.get_untracked(), status);
    view! { <span class=class data-testid="evidence-status" data-status=status.code()>{text}</span> }
}

/// The index that documents support, with its predicate.
#[component]
pub fn SupportedIndex(instrument: Arc<Instrument>, support: Memo<Arc<Support>>) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().proof, app.language.get_untracked());
    let index = memo(move || support.with(|support| support.supported.index.rounded()));
    let predicate = memo(move || support.with(|support| support.supported.predicate.clone()));
    let estimate = (instrument.support.by == SupportBy::Items)
        .then(|| view! { <span class="chip">{t.estimate}</span> }.into_any());
    view! {
        <div class="backed">
            <p class="soft small long">{(t.supported_title)(&instrument.index_title)}</p>
            // Where there is little room.
            <p class="soft small short">{t.gap_supported}</p>
            <p class="line">
                <b class="value" data-testid="supported-index">{live(move || value(language, index.get()))}</b>
                <PredicateChip predicate=predicate bands=bands(&instrument) testid="supported-predicate"/>
                {estimate}
            </p>
        </div>
    }
}

/// From which status on documents count.
#[component]
pub fn RequiredField() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().proof;
    let now = memo(move || {
        app.draft.with(|draft| draft.as_ref().map(|draft| draft.assessment.required)).unwrap_or_default()
    });
    let options: Vec<_> = Required::ALL
        .into_iter()
        .zip(t.required_options)
        .map(|(each, text)| {
            view! { <option value=each.code() prop:selected=live(move || now.get() == each)>{text}</option> }
        })
        .collect();
    let choose = on(move |event| {
        if let Some(required) = Required::from_code(&event_target_value(&event)) {
            app.change_or_say(Change::Required(required));
        }
    });
    view! {
        <Field id="syarat" label=t.required narrow=true>
            <select id="syarat" on:change=choose>{options}</select>
        </Field>
    }
}
