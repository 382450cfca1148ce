//! How pages show titles, moments and weights.

use leptos::prelude::*;

use super::state::App;
use crate::assessment::Time;
use crate::instrument::Weight;
use crate::score::Exact;
use crate::{platform, text};

/// Sets the page's title; the app's name comes last.
pub fn title(app: App, page: &str) {
    platform::set_title(&format!("{page} · {}", app.texts().frame.app));
}

/// A stamp's moment, for people.
pub fn when(app: App, time: &Time) -> String {
    platform::local_time(time).long(app.language.get_untracked())
}

/// A weight as a percentage: 1,3 or 2,75.
pub fn percent(app: App, weight: Weight, total: Weight) -> String {
    let exact = Exact::share(weight, total);
    text::exact(app.language.get_untracked(), exact, 0)
}
