use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::show::title;
use crate::app::state::use_app;

/// Laporan.
#[component]
pub fn Report(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().report;
    title(app, t.title);
    let _ = desk;
    view! { <div class="sheet"><h1 tabindex="-1">{t.title}</h1></div> }.into_any()
}
