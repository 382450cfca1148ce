//! One file per page, and the choice between them.

mod assess;
mod backup;
mod bring;
mod compare;
mod evidence;
mod files;
mod gaya;
mod help;
mod history;
mod home;
mod instrument;
mod interview;
mod kiosk;
mod merge;
mod national;
mod new;
mod not_found;
mod open;
mod plan;
mod recovery;
mod report;
mod send_back;
mod settings;
mod space;
mod stages;
mod summary;
mod sums;
mod units;
mod workspace;

use leptos::prelude::*;

use super::route::{Page, Route};
use super::state::{Loaded, Opening, use_app};
use crate::front::{follow, live, memo};
use crate::platform;

pub use assess::{Narrowed, TourCall};
pub use compare::Beside;
pub use evidence::Sought;
pub use history::Looked;
pub use home::act;
pub use interview::InterviewForm;
pub use merge::HeldPanel;
pub use national::Nation;
pub use new::NewForm;
pub use plan::PlanForm;
pub use settings::BackupForm;
pub use stages::StageForm;
pub use summary::DataForm;
pub use units::UnitForm;

/// Which page is built. Moving between indicators keeps the page.
#[derive(Clone, PartialEq)]
enum Shown {
    Home,
    New,
    Open,
    Space,
    Settings,
    National,
    Help,
    Gaya,
    /// With whether it has arrived.
    Instrument(String, bool),
    Unknown,
    /// A page that a kiosk does not have.
    NotHere,
    Draft(String, Opening, Page),
}

#[component]
pub fn Pages() -> impl IntoView {
    let app = use_app();
    let opening = RwSignal::new(Opening::Loading);
    follow(move || {
        if let Some(id) = app.route.with(|route| route.draft().map(str::to_owned)) {
            opening.set(app.bring(&id));
        }
    });
    let shown = memo(move || match app.route.get() {
        route if app.kiosk().is_some_and(|kiosk| !route.is_in_kiosk(kiosk)) => Shown::NotHere,
        Route::Home => Shown::Home,
        Route::New => Shown::New,
        Route::Open => Shown::Open,
        Route::Space => Shown::Space,
        Route::Settings => Shown::Settings,
        Route::National => Shown::National,
        Route::Help(_) => Shown::Help,
        Route::Gaya => Shown::Gaya,
        Route::Instrument(id) => {
            let arrived = !matches!(app.instrument(&id), Loaded::Loading);
            Shown::Instrument(id, arrived)
        }
        Route::Unknown(_) => Shown::Unknown,
        Route::Draft(id, page) => {
            let here = app.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.assessment.id == id));
            // The effect above runs after the route has changed: until then its word is on the
            // draft before.
            let opening = match (here, opening.get()) {
                (true, _) => Opening::Ready,
                (false, Opening::Ready) => Opening::Loading,
                (false, other) => other,
            };
            let page = match page {
                Page::Indicator(_) => Page::Start,
                Page::Meeting(_) => Page::Meeting(None),
                page => page,
            };
            Shown::Draft(id, opening, page)
        }
    });
    // After navigation the heading has the focus, as after loading a page. Not at the first page:
    // there the browser itself decides.
    Effect::new(move |focused: Option<Option<Route>>| {
        let route = app.route.get();
        let ready =
            !matches!(shown.get(), Shown::Draft(_, Opening::Loading, _) | Shown::Instrument(_, false));
        let focused = focused.unwrap_or_else(|| (!app.after_first).then(|| route.clone()));
        if !ready || focused.as_ref() == Some(&route) {
            return focused;
        }
        // A part of the help is shown by that page itself.
        if !matches!(route, Route::Help(Some(_))) {
            platform::focus_heading_soon();
        }
        Some(route)
    });
    live(move || match shown.get() {
        Shown::Home if app.kiosk().is_some() => view! { <kiosk::Start/> }.into_any(),
        Shown::NotHere => view! { <kiosk::NotHere/> }.into_any(),
        Shown::Home => view! { <home::Home/> }.into_any(),
        Shown::New => view! { <new::New/> }.into_any(),
        Shown::Open => view! { <open::Open/> }.into_any(),
        Shown::Space => view! { <space::SpacePage/> }.into_any(),
        Shown::Settings => view! { <settings::Settings/> }.into_any(),
        Shown::National => view! { <national::National draft=None/> }.into_any(),
        Shown::Help => view! { <help::Help/> }.into_any(),
        Shown::Gaya => view! { <gaya::Gaya/> }.into_any(),
        Shown::Instrument(id, _) => view! { <instrument::InstrumentPage id=id/> }.into_any(),
        Shown::Unknown => view! { <not_found::NotFound draft=false/> }.into_any(),
        Shown::Draft(id, Opening::Ready, page) => {
            view! { <workspace::Workspace id=id page=page/> }.into_any()
        }
        Shown::Draft(_, Opening::Loading, _) => view! { <not_found::Waiting/> }.into_any(),
        Shown::Draft(_, Opening::Missing, _) => view! { <not_found::NotFound draft=true/> }.into_any(),
        Shown::Draft(id, Opening::Unreadable(problem), _) => {
            view! { <not_found::Unreadable id=id problem=problem/> }.into_any()
        }
        Shown::Draft(_, Opening::NoInstrument(id), _) => {
            view! { <not_found::NoInstrument id=id/> }.into_any()
        }
    })
}
