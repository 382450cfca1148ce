//! What every page's bar holds.

use leptos::prelude::*;

use super::{live, on};
use crate::platform;
use crate::text::Language;

/// The mark and the name, leading home.
#[component]
pub fn Brand(language: Language) -> impl IntoView {
    let t = &language.front().frame;
    view! {
        <a class="brand" href="#/" aria-label=format!("{}, {}", t.app, t.home)>
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <rect class="one" x="2" y="16" width="4" height="6" rx="1"/>
                <rect class="two" x="7.5" y="11" width="4" height="11" rx="1"/>
                <rect class="three" x="13" y="6" width="4" height="16" rx="1"/>
                <rect class="four" x="18.9" y="2.4" width="3.2" height="19.2" rx="1"/>
            </svg>
            <span>{t.app}</span>
        </a>
    }
}

/// Whether the work is safe.
#[component]
pub fn SaveMark(
    /// One of saved, saving, failed, memory.
    #[prop(into)]
    state: Signal<&'static str>,
    #[prop(into)] text: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="saved" data-testid="save-state" data-state=live(move || state.get())>{live(move || text.get())}</span>
    }
}

/// Changes to the other language.
#[component]
pub fn LanguageButton(language: RwSignal<Language>) -> impl IntoView {
    let now = language.get_untracked();
    let t = &now.front().frame;
    let switch = on(move |_| {
        language.set(now.other());
        // The button is built anew with the page; the focus stays on it.
        platform::next_frame(|| platform::focus("#bahasa"));
    });
    view! {
        <button id="bahasa" class="btn quiet small-btn" aria-label=t.switch_language_label title=t.switch_language_label on:click=switch>
            {t.switch_language}
        </button>
    }
}
