use leptos::prelude::*;

use crate::app::live::on;
use crate::app::state::use_app;
use crate::platform;

/// A button that chooses a file to open.
#[component]
pub fn ImportButton(label: &'static str, #[prop(optional)] class: &'static str) -> impl IntoView {
    let app = use_app();
    let chosen = on(move |event: leptos::ev::Event| {
        if let Some(file) = platform::chosen_file(&event) {
            app.take(file);
        }
    });
    view! {
        <label class=format!("btn {class}")>
            <input
                type="file"
                class="visually-hidden"
                accept=".json,application/json"
                data-testid="import-file"
                on:change=chosen
            />
            {label}
        </label>
    }
}
