use leptos::children::ToChildren;
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

/// What a part is put around. Unlike Leptos' own children it may hold what happens on events.
pub struct Within(Box<dyn FnOnce() -> AnyView>);

impl<F: FnOnce() -> V + 'static, V: IntoAny> ToChildren<F> for Within {
    fn to_children(within: F) -> Self {
        Self(Box::new(move || within().into_any()))
    }
}

impl Within {
    pub fn show(self) -> AnyView {
        (self.0)()
    }
}

/// A control with its label above, and below it its help and what is wrong. The control names both in its
/// `aria-describedby` ([`described_by`]).
#[component]
pub fn Field(
    /// That of the control.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip)] help: Option<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    /// What is wrong is read out as soon as it is said: where it is said while a person types, not at the end of a form.
    #[prop(optional)]
    at_once: bool,
    /// No wider than a short text.
    #[prop(optional)]
    narrow: bool,
    children: Within,
) -> impl IntoView {
    let class = if narrow { "field narrow-field" } else { "field" };
    let help = help.map(|help| view! { <p class="help" id=format!("{id}-help")>{help}</p> }.into_any());
    let of = format!("{id}-error");
    let error = live(move || {
        error.get().map(|error| {
            view! { <p class="error" id=of.clone() role=at_once.then_some("alert")>{error}</p> }.into_any()
        })
    });
    view! {
        <div class=class>
            <label for=id>{label}</label>
            {children.show()}
            {help}
            {error}
        </div>
    }
    .into_any()
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
    let said = Signal::derive(move || error.get().map(str::to_owned));
    let control = move || {
        view! {
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
        }
    };
    let help = help.map(str::to_owned);
    view! { <Field id=id label=label help=help error=said>{control()}</Field> }
}
