use std::fmt::Write as _;

use leptos::ev;
use leptos::prelude::*;

use super::{Desk, kind_name, shown, shown_exact};
use crate::app::parts::Field;
use crate::app::state::{App, use_app};
use crate::front::{live, memo, on};
use crate::instrument::Value;
use crate::national::{BINS, DOMAINS, Measure, Published, Quartiles, YEARS, bin_from, histogram};
use crate::score::Exact;

const MIN: Value = Value::whole(1);
const MAX: Value = Value::whole(5);

/// How the values of the agency's kind are spread, and where its own lie.
#[component]
pub fn Spread(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    let nation = desk.nation;
    let here = memo(move || desk.agency.get().is_some());
    live(move || {
        if !here.get() {
            return None;
        }
        let names = measures(app);
        let options: Vec<_> = Measure::ALL
            .into_iter()
            .enumerate()
            .map(|(at, measure)| {
                let selected = live(move || nation.measure.get() == measure);
                view! { <option value=at.to_string() lang="id" prop:selected=selected>{names[at]}</option> }
                    .into_any()
            })
            .collect();
        let years: Vec<_> = YEARS
            .into_iter()
            .map(|year| {
                let selected = live(move || nation.year.get() == year);
                view! { <option value=year.to_string() prop:selected=selected>{year}</option> }.into_any()
            })
            .collect();
        let section = view! {
            <section class="card stack" aria-labelledby="sebaran" data-testid="spread">
                <h2 id="sebaran">{live(move || {
                    let kind = kind(desk).map(|kind| kind_name(app, kind)).unwrap_or_default();
                    (t.spread)(&kind, nation.year.get())
                })}</h2>
                <div class="fields">
                    <Field id="sebaran-nilai" label=t.spread_of>
                        <select id="sebaran-nilai" on:change=on(move |event: ev::Event| {
                            let at = event_target_value(&event).parse().unwrap_or(0);
                            nation.measure.set(Measure::ALL.get(at).copied().unwrap_or_default());
                        })>{options}</select>
                    </Field>
                    <Field id="sebaran-tahun" label=t.spread_year>
                        <select id="sebaran-tahun" on:change=on(move |event: ev::Event| {
                            if let Ok(year) = event_target_value(&event).parse() {
                                nation.year.set(year);
                            }
                        })>{years}</select>
                    </Field>
                </div>
                {live(move || chart(app, desk))}
            </section>
        };
        Some(section.into_any())
    })
}

fn kind(desk: Desk) -> Option<crate::assessment::AgencyKind> {
    let agency = desk.agency.get()?;
    desk.results.with_value(|results| results.of_agency(&agency).last().map(|row| row.kind))
}

/// What can be looked at.
fn measures(app: App) -> [&'static str; 5] {
    let [d1, d2, d3, d4] = DOMAINS;
    [app.texts().national.index, d1, d2, d3, d4]
}

fn chart(app: App, desk: Desk) -> Option<AnyView> {
    let t = &app.texts().national;
    let (year, measure) = (desk.nation.year.get(), desk.nation.measure.get());
    let (kind, agency) = (kind(desk)?, desk.agency.get()?);
    let own = desk.own.get().and_then(|own| own.value(measure));
    let (counts, quartiles, published) = desk.results.with_value(|results| {
        let counts = histogram(results.values(kind, year, measure));
        let published: Vec<Published> = results.of_agency(&agency).cloned().collect();
        Some((counts, results.summary(kind, year, measure)?.quartiles, published))
    })?;
    let at = Measure::ALL.into_iter().position(|one| one == measure).unwrap_or_default();
    let said = (t.spread_told)(
        quartiles.count,
        measures(app)[at],
        &shown_exact(app, quartiles.lower),
        &shown_exact(app, quartiles.median),
        &shown_exact(app, quartiles.upper),
    );
    let marks = published.iter().filter_map(|row| Some(((t.published)(row.year), row.value(measure)?)));
    let mut marks: Vec<_> =
        marks.map(|(name, value)| mark(name, value.into(), shown(app, value), "dot")).collect();
    marks.extend(own.map(|own| mark(t.draft.to_owned(), own, shown(app, own.rounded()), "dot own")));
    let middle = view! {
        <div class="strip">
            <span>{t.middle_half}</span>
            <span class="strip-line"><i class="half" style:left=place(quartiles.lower) style:width=width(&quartiles)></i><i class="middle" style:left=place(quartiles.median)></i></span>
            <span class="num-text">{shown_exact(app, quartiles.median)}</span>
        </div>
    };
    let scale: Vec<_> = (1u8..=5)
        .map(|whole| view! { <i style:left=place(Value::whole(whole).into())>{whole}</i> }.into_any())
        .collect();
    let rows: Vec<_> = counts
        .into_iter()
        .enumerate()
        .map(|(at, count)| {
            let (from, to) = (shown(app, bin_from(at)), shown(app, bin_from(at + 1)));
            let range = if at + 1 == BINS { (t.last_part)(&from, &to) } else { (t.from_to)(&from, &to) };
            view! { <tr><th scope="row">{range}</th><td class="num">{count}</td></tr> }.into_any()
        })
        .collect();
    let chart = view! {
        <p>{said}</p>
        <div class="spread">
            <div class="strip" aria-hidden="true">
                <span></span>
                <svg class="histogram" viewBox=format!("0 0 {} 100", BINS * 10) preserveAspectRatio="none"><path d=bars(&counts)/></svg>
                <span></span>
            </div>
            <div class="strip" aria-hidden="true"><span></span><span class="scale">{scale}</span><span></span></div>
            {middle}
            {marks}
        </div>
        <details>
            <summary>{t.spread_table}</summary>
            <table class="narrow-table">
                <thead><tr><th scope="col">{t.range}</th><th scope="col" class="num">{t.count}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    };
    Some(chart.into_any())
}

/// The bars of a histogram, the highest 100 high.
fn bars(counts: &[usize; BINS]) -> String {
    let most = counts.iter().max().copied().unwrap_or_default().max(1);
    let mut path = String::new();
    for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let height = *count as f64 * 100.0 / most as f64;
        let _ = write!(path, "M{},100v{:.1}h8.4v{:.1}z", at as f64 * 10.0 + 0.8, -height, height);
    }
    path
}

fn mark(name: String, at: Exact, shown: String, class: &'static str) -> AnyView {
    view! {
        <div class="strip">
            <span>{name}</span>
            <span class="strip-line"><i class=class style:left=place(at)></i></span>
            <span class="num-text">{shown}</span>
        </div>
    }
    .into_any()
}

fn place(of: Exact) -> String {
    format!("{:.2}%", of.position(MIN, MAX) * 100.0)
}

fn width(of: &Quartiles) -> String {
    format!("{:.2}%", (of.upper.position(MIN, MAX) - of.lower.position(MIN, MAX)) * 100.0)
}
