//! Ringkasan: the index, what it is made of, and what would raise it.

mod data;
mod gaps;
mod hero;
mod indicators;
mod sections;
mod steps;

pub use data::DataForm;

use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::use_app;
use crate::instrument::Indicator;

#[component]
pub fn Summary(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().summary;
    title(app, t.title);
    view! {
        <div class="page">
            <hero::Hero desk=desk.clone()/>
            <gaps::Gaps desk=desk.clone()/>
            <sections::Sections desk=desk.clone()/>
            <steps::BestSteps desk=desk.clone()/>
            <indicators::AllIndicators desk=desk.clone()/>
            <data::Data desk=desk/>
        </div>
    }
}

#[component]
fn IndicatorLink(draft: String, indicator: Indicator) -> impl IntoView {
    let href = Route::Draft(draft, Page::Indicator(indicator.number)).href();
    view! { <a href=href lang="id">{format!("{}. {}", indicator.number, indicator.short_title)}</a> }
}
