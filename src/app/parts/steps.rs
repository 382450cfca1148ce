use leptos::prelude::*;

use crate::app::state::use_app;
use crate::front::live;
use crate::instrument::Level;

/// Five rising steps, filled up to a level: the mark of this app.
#[component]
pub fn Steps(#[prop(into)] level: Signal<Option<Level>>) -> impl IntoView {
    let texts = use_app().texts();
    let name =
        live(move || level.get().map_or_else(|| texts.assess.unanswered.to_owned(), texts.assess.level));
    view! {
        <span class="steps" data-level=live(move || level.get().unwrap_or(0).to_string()) role="img" aria-label=name>
            <i></i><i></i><i></i><i></i><i></i>
        </span>
    }
}
