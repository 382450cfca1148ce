use leptos::prelude::*;

use crate::app::parts::described_by;
use crate::app::state::use_app;
use crate::assessment::Change;
use crate::front::{follow, live, memo, on};
use crate::instrument::{Number, Scale, Value};
use crate::text::value;

/// The value itself, where the instrument knows decimals.
#[component]
pub fn ValueField(number: Number, scale: Scale) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.assess, app.language.get_untracked());
    let now = memo(move || {
        let value_now =
            app.draft.with(|draft| draft.as_ref().and_then(|draft| draft.assessment.value(number)));
        value_now.map(|now| value(language, now)).unwrap_or_default()
    });
    let error = RwSignal::new(None::<String>);
    // A value chosen on the ladder is a good one.
    follow(move || {
        now.track();
        error.set(None);
    });
    let write = on(move |event| {
        let typed = event_target_value(&event);
        let value = match typed.trim() {
            "" => None,
            text => match text.parse::<Value>() {
                Ok(value) => Some(value),
                Err(_) => return error.set(Some(t.bad_value.to_owned())),
            },
        };
        let stage = app.draft.with_untracked(|d| d.as_ref().map(|d| d.assessment.stage)).unwrap_or_default();
        let result = app.change(Change::Value { stage, indicator: number, value });
        error.set(result.err().map(|reason| (texts.refused)(&reason)));
    });
    view! {
        <div class="field value-field">
            <label for="nilai">{t.value}</label>
            <input
                id="nilai"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                prop:value=live(move || now.get())
                aria-invalid=live(move || error.with(|e| e.is_some().then_some("true")))
                aria-describedby=live(move || described_by("nilai", true, error.with(Option::is_some)))
                on:change=write
            />
            <p class="help" id="nilai-help">{(t.value_help)(&value(language, scale.min), &value(language, scale.max))}</p>
            {live(move || error.get().map(|text| view! { <p class="error" id="nilai-error" role="alert">{text}</p> }.into_any()))}
        </div>
    }
}
