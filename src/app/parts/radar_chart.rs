use leptos::prelude::*;

use crate::app::radar::Radar;
use crate::front::live;

/// A radar chart of shares (0.0 to 1.0). The same numbers stand in a table beside it.
#[component]
pub fn RadarChart(
    /// What a screen reader says of it.
    name: String,
    labels: Vec<String>,
    #[prop(into)] shares: Signal<Vec<f64>>,
    #[prop(into)] target: Signal<Option<f64>>,
    /// What the shares are held against, each with a line of its own.
    #[prop(optional, into)]
    over: Option<Signal<Vec<Vec<f64>>>>,
) -> impl IntoView {
    let radar = Radar { axes: labels.len(), centre: 150.0, radius: 108.0 };
    let rings: Vec<_> = (1..=4)
        .map(|ring| {
            let points = radar.polygon(&vec![f64::from(ring) / 4.0; radar.axes]);
            view! { <polygon class="ring" points=points/> }
        })
        .collect();
    let names: Vec<_> = labels
        .into_iter()
        .enumerate()
        .map(|(axis, label)| {
            let (x, y, anchor) = radar.label(axis);
            view! { <text x=format!("{x:.1}") y=format!("{y:.1}") text-anchor=anchor.as_str() lang="id">{label}</text> }
        })
        .collect();
    let dots = live(move || {
        let shares = shares.get();
        let dots = shares.iter().enumerate().map(|(axis, share)| {
            let (x, y) = radar.point(axis, *share);
            view! { <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r="3.5"/> }.into_any()
        });
        dots.collect::<Vec<_>>()
    });
    view! {
        <svg class="radar" viewBox="-60 0 420 300" role="img" aria-label=name>
            {rings}
            {live(move || target.get().map(|target| {
                view! { <polygon class="aim" points=radar.polygon(&vec![target; radar.axes])/> }.into_any()
            }))}
            <polygon class="area" points=live(move || radar.polygon(&shares.get()))/>
            {dots}
            {live(move || {
                let others = over.map(|over| over.get()).unwrap_or_default();
                let line = |(at, shares): (usize, &Vec<f64>)| {
                    view! { <polygon class=format!("over over-{}", at + 1) points=radar.polygon(shares)/> }.into_any()
                };
                others.iter().enumerate().map(line).collect::<Vec<_>>()
            })}
            {names}
        </svg>
    }
}
