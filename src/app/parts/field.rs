use leptos::prelude::*;

use crate::front::{live, on};

/// The ids of a field's help and error, for `aria-describedby`.
pub fn described_by(id: &str, has_help: bool, has_error: bool) -> Option<String> {
    let parts: Vec<_> = [(has_help, "help"), (has_error, "error")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// A line of text with its label, help and error.
#[component]
pub fn TextField(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    #[prop(optional)] help: Option<&'static str>,
    #[prop(into, optional)] error: Signal<Option<&'static str>>,
    #[prop(optional)] list: Option<&'static str>,
    #[prop(optional)] decimal: bool,
    #[prop(optional)] testid: Option<&'static str>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type="text"
                autocomplete="off"
                inputmode=decimal.then_some("decimal")
                list=list
                data-testid=testid
                prop:value=live(move || value.get())
                on:input=on(move |event| value.set(event_target_value(&event)))
                aria-invalid=live(move || error.get().map(|_| "true"))
                aria-describedby=live(move || described_by(id, help.is_some(), error.get().is_some()))
            />
            {help.map(|help| view! { <p class="help" id=format!("{id}-help")>{help}</p> })}
            {live(move || error.get().map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> }.into_any()))}
        </div>
    }
}
