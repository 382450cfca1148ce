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

/// What is wrong with a control, under it. By itself where the control stands in a table and has no label above.
#[component]
pub fn FieldError(
    /// That of the control.
    #[prop(into)]
    of: String,
    #[prop(into)] error: Signal<Option<String>>,
    /// It is read out as soon as it is said: where it is said while a person types, not at the end of a form.
    #[prop(optional)]
    at_once: bool,
) -> impl IntoView {
    let id = format!("{of}-error");
    live(move || {
        error.get().map(|error| {
            view! { <p class="error" id=id.clone() role=at_once.then_some("alert")>{error}</p> }.into_any()
        })
    })
}

/// Why nothing came of what was asked for, read out as soon as it is said.
#[component]
pub fn Refusal(#[prop(into)] why: Signal<Option<String>>) -> impl IntoView {
    view! { <p class="error" role="alert">{live(move || why.get())}</p> }
}

/// A text that is there in both languages, as an error or a remark.
pub fn in_words(text: impl Fn() -> Option<&'static str> + Send + Sync + 'static) -> Signal<Option<String>> {
    Signal::derive(move || text().map(str::to_owned))
}

/// A control with its label above, and below it its help, a remark, and what is wrong. The control names them in its
/// `aria-describedby` ([`described_by`]).
#[component]
pub fn Field(
    /// That of the control.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] help: Signal<Option<String>>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    /// What is odd about it, or missing, and no mistake. It describes the control where there is no help.
    #[prop(into, optional)]
    remark: Signal<Option<String>>,
    /// What is wrong is read out as soon as it is said.
    #[prop(optional)]
    at_once: bool,
    /// No wider than a short text.
    #[prop(optional)]
    narrow: bool,
    children: Within,
) -> impl IntoView {
    let class = if narrow { "field narrow-field" } else { "field" };
    let (of_help, of_remark) = (format!("{id}-help"), format!("{id}-help"));
    let remark = live(move || {
        let id = help.with(Option::is_none).then(|| of_remark.clone());
        remark.get().map(|remark| view! { <p class="help odd" id=id role="status">{remark}</p> }.into_any())
    });
    let help = live(move || {
        help.get().map(|help| view! { <p class="help" id=of_help.clone()>{help}</p> }.into_any())
    });
    let of = id.clone();
    view! {
        <div class=class>
            <label for=id>{label}</label>
            {children.show()}
            {help}
            {remark}
            <FieldError of=of error=error at_once=at_once/>
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
    view! { <Field id=id label=label help=help error=in_words(move || error.get())>{control()}</Field> }
}
