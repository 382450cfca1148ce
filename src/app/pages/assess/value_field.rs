use leptos::prelude::*;

use crate::app::parts::NumberField;
use crate::app::state::use_app;
use crate::assessment::Change;
use crate::front::memo;
use crate::instrument::{Number, Scale, Value};
use crate::text::value;

/// The value itself, where the instrument knows decimals.
#[component]
pub fn ValueField(number: Number, scale: Scale) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().assess, app.language.get_untracked());
    let now =
        memo(move || app.draft.with(|draft| draft.as_ref().and_then(|draft| draft.assessment.value(number))));
    let help = (t.value_help)(&value(language, scale.min), &value(language, scale.max));
    let write = move |value: Option<Value>| {
        Some(Change::Value { stage: untrack(|| app.stage()), indicator: number, value })
    };
    let frozen = memo(move || app.frozen().is_some());
    view! {
        <NumberField frozen=frozen id="nilai" label=t.value.to_owned() help=help bad=t.bad_value shown=Signal::derive(move || now.get()) write=write/>
    }
}
