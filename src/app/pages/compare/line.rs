use std::fmt::Write as _;
use std::sync::Arc;

use leptos::prelude::*;

use super::Group;
use super::table::plain;
use crate::app::state::use_app;
use crate::comparison::{Dated, View, over_years};
use crate::text::readable;

/// The drawing's size. Letters are 17 high, so that they are 12 on a small phone.
const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 220.0;
const SIDE: f64 = 70.0;

/// The index over the years, where columns are years of the agency in the base column.
#[component]
pub fn Years(group: Arc<Group>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().compare;
    let dated: Vec<_> = group
        .columns
        .iter()
        .map(|column| Dated {
            agency: &column.agency,
            year: column.year,
            stage: match column.pick.view {
                View::Stage(stage) => Some(stage),
                View::Scenario(_) => None,
            },
        })
        .collect();
    let agency = &group.columns[group.base].agency;
    let years = over_years(&dated, agency);
    let (first, last) = (group.columns[*years.first()?].year, group.columns[*years.last()?].year);
    let (min, max) = {
        let scale = &group.columns[0].instrument.scale;
        (scale.min, scale.max)
    };
    let (top, bottom) = (30.0, HEIGHT - 34.0);
    let mut path = String::new();
    let mut said = Vec::new();
    let mut points = Vec::new();
    for (place, at) in years.iter().enumerate() {
        let column = &group.columns[*at];
        let index = column.score.standing.index;
        let x = SIDE + (WIDTH - 2.0 * SIDE) * f64::from(column.year - first) / f64::from(last - first);
        let y = bottom - (bottom - top) * index.position(min, max);
        let _ = write!(path, "{}{x:.1},{y:.1}", if place == 0 { "M" } else { "L" });
        let shown = plain(app, index);
        said.push((t.year_value)(column.year, &shown));
        points.push(view! {
            <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r="4.5"/>
            <text class="figure" x=format!("{x:.1}") y=format!("{:.1}", y - 11.0) text-anchor="middle">{shown}</text>
            <text x=format!("{x:.1}") y=format!("{:.1}", HEIGHT - 8.0) text-anchor="middle">{column.year}</text>
        }.into_any());
    }
    let grid: Vec<_> = group.columns[0]
        .instrument
        .predicates
        .iter()
        .map(|band| {
            let y = bottom - (bottom - top) * crate::score::Exact::from(band.from).position(min, max);
            let d = format!("M44,{y:.1}H{WIDTH}");
            let from = plain(app, band.from.into());
            view! { <path class="ring" d=d/><text x="0" y=format!("{:.1}", y + 6.0)>{from}</text> }.into_any()
        })
        .collect();
    let id = format!("tahun-{}", group.columns[0].instrument.id);
    let heading = (t.years)(&readable(&agency.name));
    let section = view! {
        <section class="card stack" aria-labelledby=id.clone() data-testid="years">
            <h2 id=id.clone()>{heading.clone()}</h2>
            <svg class="radar years" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=format!("{heading}: {}", said.join("; "))>
                {grid}
                <path class="line" d=path/>
                {points}
            </svg>
            <p class="soft small">{t.year_lines}</p>
        </section>
    };
    Some(section.into_any())
}
