use leptos::prelude::*;

use crate::app::state::use_app;
use crate::front::live;
use crate::instrument::{Instrument, Value};
use crate::score::Exact;
use crate::text::value;

/// A scale with the bands of the predicates, the index and the target.
#[component]
pub fn Gauge(
    #[prop(into)] index: Signal<Exact>,
    #[prop(into)] target: Signal<Option<Value>>,
    instrument: std::sync::Arc<Instrument>,
) -> impl IntoView {
    let app = use_app();
    let (texts, language) = (app.texts(), app.language.get_untracked());
    let (min, max) = (instrument.scale.min, instrument.scale.max);
    let place = move |exact: Exact| format!("{:.2}%", exact.position(min, max) * 100.0);
    let bands: Vec<_> = instrument
        .predicates
        .iter()
        .enumerate()
        .map(|(at, band)| {
            let width = Exact::from(band.to).position(min, max) - Exact::from(band.from).position(min, max);
            view! { <i class=format!("band-{}", at + 1) style:width=format!("{:.2}%", width * 100.0)></i> }
        })
        .collect();
    let name = live(move || {
        let scale = format!("{}–{}", value(language, min), value(language, max));
        let index = value(language, index.get().rounded());
        match target.get() {
            Some(target) => (texts.score.gauge_target)(&index, &scale, &value(language, target)),
            None => (texts.score.gauge)(&index, &scale),
        }
    });
    view! {
        <div class="gauge" role="img" aria-label=name>
            {bands}
            {live(move || target.get().map(|target| view! { <b class="target" style:left=place(target.into())></b> }.into_any()))}
            <b style:left=live(move || place(index.get()))></b>
        </div>
    }
}
