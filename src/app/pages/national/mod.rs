use leptos::prelude::*;

use crate::app::show::title;
use crate::app::state::use_app;

/// Hasil nasional: with the draft from which a person came, if there is one.
#[component]
pub fn National(draft: Option<String>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    title(app, t.title);
    let _ = draft;
    view! { <div class="sheet"><h1 tabindex="-1">{t.title}</h1></div> }.into_any()
}
