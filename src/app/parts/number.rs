use leptos::prelude::*;

use super::{Field, described_by};
use crate::app::state::use_app;
use crate::assessment::Change;
use crate::front::{follow, live, on};
use crate::instrument::Value;
use crate::text::value;

/// A value that is written when the field is left.
#[component]
pub fn NumberField(
    id: &'static str,
    label: String,
    help: String,
    /// What is said where no value is typed.
    bad: &'static str,
    shown: Signal<Option<Value>>,
    /// The edit that writes what was typed; nothing where that makes no sense.
    write: impl Fn(Option<Value>) -> Option<Change> + 'static,
    /// Whether it can only be read.
    #[prop(into, optional)]
    frozen: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let language = app.language.get_untracked();
    let error = RwSignal::new(None::<String>);
    // What was written elsewhere meanwhile, on the ladder or by undoing, is a good one.
    follow(move || {
        shown.track();
        error.set(None);
    });
    let write: Box<dyn Fn(Option<Value>) -> Option<Change>> = Box::new(write);
    let change = on(move |event| {
        let typed = event_target_value(&event);
        let typed = match typed.trim() {
            "" => None,
            text => match text.parse::<Value>() {
                Ok(value) => Some(value),
                Err(_) => return error.set(Some(bad.to_owned())),
            },
        };
        let Some(change) = write(typed) else { return };
        error.set(app.change(change).err().map(|reason| (texts.refused)(&reason)));
    });
    view! {
        <Field id=id label=label help=Some(help) error=error at_once=true narrow=true>
            <input
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                disabled=live(move || frozen.get())
                prop:value=live(move || shown.get().map(|now| value(language, now)).unwrap_or_default())
                aria-invalid=live(move || error.with(|e| e.is_some().then_some("true")))
                aria-describedby=live(move || described_by(id, true, error.with(Option::is_some)))
                on:change=change
            />
        </Field>
    }
}
