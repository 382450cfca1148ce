use leptos::prelude::*;

use crate::text::Language;

/// What stands below every page.
#[component]
pub fn Foot(language: Language) -> impl IntoView {
    let t = &language.front().frame;
    view! {
        <footer class="foot soft small">
            <p>{t.footer}</p>
            <p><a href="#/bantuan">{t.help}</a>" · "<a href="#/nasional">{t.national}</a>" · "<a href="#/pengaturan">{t.settings}</a></p>
        </footer>
    }
}
