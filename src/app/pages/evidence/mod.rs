//! Bukti: the register of documents, and the page of each.

mod add;
mod bulk;
mod check;
mod concerns;
mod document;
mod fields;
mod file_name;
mod links;
mod list;
mod narrow;
mod place;
mod register;
mod remove;
mod review;

use leptos::prelude::*;

use crate::app::state::App;
use crate::assessment::Date;
use crate::front::live;
use crate::instrument::{Instrument, Number};
use crate::platform;
use crate::score::reference_day;
use crate::text;

pub use check::Check;
pub use document::Document;
pub use register::{Register, Sought};

/// The day on which the age of documents is counted, for an assessment of a year.
fn reference(year: u16) -> Date {
    reference_day(platform::today(), year)
}

/// A day in the language of the page; nothing where it is not known.
fn day(app: App, date: Option<Date>) -> String {
    date.map(|date| text::date(app.language.get_untracked(), &date.to_string())).unwrap_or_default()
}

/// The indicators of an instrument as the options of a select.
pub fn indicator_options(instrument: &Instrument, chosen: Signal<Option<Number>>) -> Vec<AnyView> {
    let option = |number: Number, title: &str| {
        let selected = live(move || chosen.get() == Some(number));
        view! { <option value=number lang="id" prop:selected=selected>{format!("{number}. {title}")}</option> }.into_any()
    };
    instrument.indicators().map(|indicator| option(indicator.number, &indicator.short_title)).collect()
}
