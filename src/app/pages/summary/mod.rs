//! Ringkasan: the index, what it is made of, and what would raise it.

mod data;
mod gaps;
mod hero;
mod indicators;
mod part;
mod sections;
mod steps;

pub use data::DataForm;

use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::parts::{OfUnit, UnitFilter};
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::use_app;
use crate::instrument::Indicator;

#[component]
pub fn Summary(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().summary;
    title(app, t.title);
    let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
    if package {
        return view! { <div class="page"><part::Part desk=desk/></div> }.into_any();
    }
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    view! {
        <div class="page">
            <hero::Hero desk=desk.clone()/>
            <UnitFilter id="ringkasan-unit" chosen=of_unit/>
            <sections::Sections desk=desk.clone()/>
            <gaps::Gaps desk=desk.clone()/>
            <steps::BestSteps desk=desk.clone()/>
            <indicators::AllIndicators desk=desk.clone()/>
            <data::Data desk=desk/>
        </div>
    }
    .into_any()
}

#[component]
pub fn IndicatorLink(draft: String, indicator: Indicator) -> impl IntoView {
    let href = Route::Draft(draft, Page::Indicator(indicator.number)).href();
    view! { <a href=href lang="id">{format!("{}. {}", indicator.number, indicator.short_title)}</a> }
}
