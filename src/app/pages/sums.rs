use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::route::{Page, Route};
use crate::app::show::{percent, title};
use crate::app::state::use_app;
use crate::front::live;
use crate::instrument::{Section, Weight};
use crate::score::{Exact, Score};
use crate::text::{Language, exact, value};

/// Every product and sum, so that a person can check the index with a pocket calculator.
#[component]
pub fn Sums(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.sums, app.language.get_untracked());
    title(app, t.title);
    let Desk { id, instrument, score, .. } = desk;
    let of = instrument.clone();
    let tables = live(move || {
        score.with(|score| {
            let sections = of.sections.iter().map(|section| view! { <Part section=section.clone() score=score.clone() total=of.total_weight depth=2/> }.into_any());
            sections.collect::<Vec<_>>()
        })
    });
    let of = instrument.clone();
    let whole = live(move || {
        score.with(|score| {
            let index = score.standing.index;
            let parts: Vec<_> = score.sections.iter().map(|s| exact(language, s.contribution.times_hundred(), 0)).collect();
            let sum = exact(language, index.times_hundred(), 0);
            let result = exact(language, index, 4);
            let rounded = value(language, index.rounded());
            view! {
                <p class="equation">{parts.join(" + ")}" = "{sum.clone()}</p>
                <p class="equation"><b>{(t.divide)(&sum, &percent(app, of.total_weight, of.total_weight), &equals(language, index))}</b></p>
                <p>{(t.rounding)(&result, &rounded)}</p>
                {score.standing.predicate_if_rounded.as_ref().map(|other| view! {
                    <p class="note">{(texts.score.if_rounded)(&result, &rounded, other)}</p>
                })}
            }
            .into_any()
        })
    });
    let last = instrument.predicates.len().saturating_sub(1);
    let predicates = live(move || {
        let here = score.with(|score| score.standing.predicate.clone());
        let rows = instrument.predicates.iter().enumerate().map(|(at, band)| {
            let to = value(language, band.to);
            let to = if at == last { (t.up_to)(&to) } else { (t.below)(&to) };
            let is_here = band.title == here;
            view! {
                <tr class:here=is_here>
                    <th scope="row"><span lang="id">{band.title.clone()}</span>{is_here.then(|| view! { " "<span class="chip accent">{t.here}</span> })}</th>
                    <td class="num">{value(language, band.from)}</td>
                    <td class="num">{to}</td>
                </tr>
            }
            .into_any()
        });
        rows.collect::<Vec<_>>()
    });
    view! {
        <div class="page">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <p><a href=Route::Draft(id, Page::Summary).href()>{t.back}</a></p>
            </section>
            {tables}
            <section class="card stack" aria-labelledby="indeks">
                <h2 id="indeks">{t.whole}</h2>
                {whole}
            </section>
            <section class="card stack" aria-labelledby="predikat">
                <h2 id="predikat">{t.predicates}</h2>
                <table class="narrow-table">
                    <thead><tr>
                        <th scope="col">{t.predicate}</th>
                        <th scope="col" class="num">{t.from}</th>
                        <th scope="col" class="num">{t.to}</th>
                    </tr></thead>
                    <tbody>{predicates}</tbody>
                </table>
            </section>
        </div>
    }
}

/// The right side of an equation; it says when the decimals never end.
fn equals(language: Language, result: Exact) -> String {
    let sign = if result.ends_within(8) { '=' } else { '≈' };
    format!("{sign} {}", exact(language, result, if sign == '=' { 2 } else { 4 }))
}

/// A section: its aspects one after the other, or its indicators in a table.
#[component]
fn Part(section: Section, score: std::sync::Arc<Score>, total: Weight, depth: u8) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().sums, app.language.get_untracked());
    let of = score.section(&section.id).cloned()?;
    let weight = percent(app, section.weight, total);
    let sum = exact(language, of.contribution.times_hundred(), 0);
    let equation = (t.divide)(&sum, &weight, &equals(language, of.value));
    let head = if depth == 2 {
        view! { <h2 lang="id">{section.title.clone()}</h2> }.into_any()
    } else {
        view! { <h3 lang="id">{section.title.clone()}</h3> }.into_any()
    };
    let below: Vec<_> = section
        .sections
        .iter()
        .map(|child| {
            view! { <Part section=child.clone() score=score.clone() total=total depth=3/> }.into_any()
        })
        .collect();
    let parts: Vec<_> =
        of.sections.iter().map(|s| exact(language, s.contribution.times_hundred(), 0)).collect();
    let adding =
        (parts.len() > 1).then(|| view! { <p class="equation">{parts.join(" + ")}" = "{sum.clone()}</p> });
    let table = (!section.indicators.is_empty()).then(
        || view! { <Products section=section.clone() score=score.clone() total=total sum=sum.clone()/> },
    );
    let class = if depth == 2 { "card stack" } else { "stack" };
    Some(view! {
        <section class=class>
            {head}
            {table}
            {below}
            {adding}
            <p class="equation"><span lang="id">{section.short_title.clone()}</span>": "<b>{equation}</b></p>
        </section>
    })
}

#[component]
fn Products(section: Section, score: std::sync::Arc<Score>, total: Weight, sum: String) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, s, language) = (&texts.sums, &texts.summary, app.language.get_untracked());
    let rows: Vec<_> = section
        .indicators
        .iter()
        .filter_map(|indicator| {
            let of = score.indicator(indicator.number)?;
            let counted = value(language, of.counted);
            let shown = if of.value.is_some() { counted } else { (t.counted_as_min)(&counted) };
            let product: Exact = of.contribution.times_hundred();
            Some(view! {
                <tr>
                    <td class="num">{indicator.number}</td>
                    <th scope="row" lang="id">{indicator.short_title.clone()}</th>
                    <td class="num">{shown}</td>
                    <td class="num">{percent(app, indicator.weight, total)}</td>
                    <td class="num">{exact(language, product, 0)}</td>
                </tr>
            })
        })
        .collect();
    let weight = percent(app, section.weight, total);
    let name = section.title.clone();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=name>
            <table class="products">
                <thead><tr>
                    <th scope="col" class="num">{t.number}</th>
                    <th scope="col">{s.indicator}</th>
                    <th scope="col" class="num">{s.value}</th>
                    <th scope="col" class="num">{s.weight}</th>
                    <th scope="col" class="num">{t.product}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr>
                    <td></td>
                    <th scope="row">{t.sum}</th>
                    <td></td>
                    <td class="num">{weight}</td>
                    <td class="num">{sum}</td>
                </tr></tfoot>
            </table>
        </div>
    }
}
