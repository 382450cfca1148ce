use leptos::prelude::*;

use super::Road;
use crate::app::line::Line;
use crate::app::pages::workspace::Desk;
use crate::app::state::use_app;
use crate::assessment::Stage;
use crate::front::{live, memo};
use crate::instrument::Value;
use crate::score::Exact;
use crate::text::{stage, value};

const LINE: Line = Line { places: Stage::ALL.len(), left: 52.0, right: 362.0, top: 16.0, bottom: 172.0 };

/// The index from stage to stage against the target. The same numbers stand in the table beside it.
#[component]
pub fn StageLine(desk: Desk, road: Road) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    let (target, scale) = (desk.target, desk.instrument.scale.clone());
    let (min, max) = (scale.min, scale.max);
    let indices = memo(move || {
        road.with(|road| {
            road.iter().map(|of| of.begun.then_some(of.score.standing.index)).collect::<Vec<_>>()
        })
    });
    let shares = move || {
        indices.with(|all| {
            all.iter().map(|index| index.map(|index| index.position(min, max))).collect::<Vec<_>>()
        })
    };
    let name = live(move || {
        let points = indices.with(|all| {
            let begun = Stage::ALL.into_iter().zip(all).filter_map(|(at, index)| Some((at, (*index)?)));
            let points = begun
                .map(|(at, index)| format!("{} {}", stage(language, at), value(language, index.rounded())));
            points.collect::<Vec<_>>().join(", ")
        });
        (t.line_name)(&points)
    });
    let whole = (min.as_hundredths().div_ceil(100)..=max.as_hundredths() / 100).map(|units| {
        let y = LINE.y(Exact::from(Value::hundredths(units * 100)).position(min, max));
        view! {
            <line class="ring" x1=LINE.left - 22.0 x2=LINE.right + 22.0 y1=y y2=y/>
            <text x=LINE.left - 30.0 y=y + 5.0 text-anchor="end">{units}</text>
        }
    });
    let grid: Vec<_> = whole.collect();
    let stages: Vec<_> = t
        .short
        .into_iter()
        .enumerate()
        .map(|(place, name)| view! { <text x=LINE.x(place) y=LINE.bottom + 28.0 text-anchor="middle">{name}</text> })
        .collect();
    let dots = live(move || {
        let dots = indices.get().into_iter().enumerate().filter_map(|(place, index)| {
            let share = index?.position(min, max);
            let (x, y) = (LINE.x(place), LINE.y(share));
            Some(
                view! {
                    <circle cx=x cy=y r="4.5"/>
                    <text class="figure" x=x y=LINE.label(share) text-anchor="middle">{value(language, index?.rounded())}</text>
                }
                .into_any(),
            )
        });
        dots.collect::<Vec<_>>()
    });
    let aim = live(move || {
        let y = LINE.y(Exact::from(target.get()?).position(min, max));
        Some(view! { <line class="aim" x1=LINE.left - 22.0 x2=LINE.right + 22.0 y1=y y2=y/> }.into_any())
    });
    let legend = live(move || match target.get() {
        Some(target) => (t.line_target)(&value(language, target)),
        None => t.line_no_target.to_owned(),
    });
    view! {
        <section class="card stack" aria-labelledby="garis">
            <h2 id="garis">{t.line}</h2>
            <svg class="stage-line" viewBox="0 0 404 210" role="img" aria-label=name>
                {grid}
                {stages}
                {aim}
                <polyline class="way" points=live(move || LINE.points(&shares()))/>
                {dots}
            </svg>
            <p class="soft small">{legend}</p>
        </section>
    }
}
