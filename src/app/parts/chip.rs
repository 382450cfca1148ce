use leptos::prelude::*;

use crate::front::{Tone, live};
use crate::instrument::Instrument;

/// A predicate, toned by its place among the bands: the lowest bad, the next one a warning.
#[component]
pub fn PredicateChip(
    #[prop(into)] predicate: Signal<String>,
    /// The titles of the instrument's bands, from the lowest.
    bands: Vec<String>,
    #[prop(optional)] testid: Option<&'static str>,
) -> impl IntoView {
    let class = live(move || {
        let at = predicate.with(|predicate| bands.iter().position(|band| band == predicate));
        Tone::of_band(at.unwrap_or(usize::MAX)).class()
    });
    view! { <span class=class data-testid=testid lang="id">{live(move || predicate.get())}</span> }
}

/// The titles of an instrument's bands, from the lowest.
pub fn bands(instrument: &Instrument) -> Vec<String> {
    instrument.predicates.iter().map(|band| band.title.clone()).collect()
}
