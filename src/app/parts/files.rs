use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::prelude::*;

use crate::front::on;
use crate::platform::{self, Picked};

/// A button that chooses files, or all files of a folder.
#[component]
pub fn FilesButton(
    label: &'static str,
    #[prop(optional)] folder: bool,
    /// Only one file is wanted.
    #[prop(optional)]
    one: bool,
    #[prop(optional)] testid: Option<&'static str>,
    chosen: impl Fn(Vec<Picked>) + 'static,
) -> impl IntoView {
    let choose = on(move |event: ev::Event| {
        let files = platform::chosen_files(&event);
        if !files.is_empty() {
            chosen(files);
        }
    });
    view! {
        <label class="btn small-btn">
            <input
                {..custom_attribute("webkitdirectory", folder.then_some(""))}
                type="file"
                class="visually-hidden"
                multiple=!one
                data-testid=testid
                on:change=choose
            />
            {label}
        </label>
    }
}
