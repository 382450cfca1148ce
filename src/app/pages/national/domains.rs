use std::cmp::Ordering;

use leptos::prelude::*;

use super::place::quarter;
use super::{Desk, kind_name, shown, shown_exact};
use crate::app::parts::{difference, signed};
use crate::app::state::use_app;
use crate::front::live;
use crate::national::{DOMAINS, Measure, Standing};

/// The domains of the agency's last result among its kind: what is strong, and what is weak.
#[component]
pub fn Domains(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    live(move || {
        let agency = desk.agency.get()?;
        let own = desk.own.get().filter(|own| own.values.is_some());
        let (last, standings) = desk.results.with_value(|results| {
            let last = results.of_agency(&agency).last()?.clone();
            let standing = |at: usize| {
                let (measure, value) = (Measure::Domain(at), last.domains[at]?);
                results.standing(last.kind, last.year, measure, value.into())
            };
            let standings: Vec<_> = (0..DOMAINS.len()).map(standing).collect();
            Some((last, standings))
        })?;
        let rows: Vec<_> = standings
            .iter()
            .enumerate()
            .map(|(at, of)| {
                let value =
                    last.domains[at].map_or_else(|| t.unreadable.to_owned(), |value| shown(app, value));
                let mine = own.as_ref().map(|own| own.value(Measure::Domain(at)));
                let mine = mine.map(|mine| {
                    view! { <td class="num">{mine.map(|mine| shown(app, mine.rounded()))}</td> }.into_any()
                });
                let figure = |show: fn(&Standing) -> crate::score::Exact| {
                    of.as_ref().map(|of| shown_exact(app, show(of)))
                };
                view! {
                    <tr>
                        <th scope="row" lang="id">{DOMAINS[at]}</th>
                        <td class="num"><b>{value}</b></td>
                        {mine}
                        <td class="num">{figure(|of| of.quartiles.lower)}</td>
                        <td class="num">{figure(|of| of.quartiles.median)}</td>
                        <td class="num">{figure(|of| of.quartiles.upper)}</td>
                        <td class="num">{of.map(|of| difference(app, of.from_median))}</td>
                        <td>{of.map(|of| quarter(app, of.quarter))}</td>
                    </tr>
                }
                .into_any()
            })
            .collect();
        let side = |direction: Ordering| {
            let mut there: Vec<_> = standings
                .iter()
                .enumerate()
                .filter_map(|(at, of)| Some((at, of.as_ref()?.from_median)))
                .filter(|(_, from)| from.direction == direction)
                .collect();
            there.sort_by_key(|(_, from)| std::cmp::Reverse(from.size));
            let named: Vec<_> =
                there.iter().map(|(at, from)| format!("{} ({})", DOMAINS[*at], signed(app, *from))).collect();
            (!named.is_empty()).then(|| named.join(", "))
        };
        let strong = side(Ordering::Greater).map_or_else(|| t.no_strong.to_owned(), |all| (t.strong)(&all));
        let weak = side(Ordering::Less).map_or_else(|| t.no_weak.to_owned(), |all| (t.weak)(&all));
        let mine =
            own.as_ref().map(|own| view! { <th scope="col" class="num">{(t.own)(own.year)}</th> }.into_any());
        let section = view! {
            <section class="card stack" aria-labelledby="letak-domain" data-testid="domains">
                <h2 id="letak-domain">{(t.domains)(&kind_name(app, last.kind), last.year)}</h2>
                <p>{strong}</p>
                <p>{weak}</p>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="letak-domain">
                    <table class="places">
                        <thead><tr>
                            <th scope="col">{t.domain}</th>
                            <th scope="col" class="num">{(t.published)(last.year)}</th>
                            {mine}
                            <th scope="col" class="num">{t.lower}</th>
                            <th scope="col" class="num">{t.median}</th>
                            <th scope="col" class="num">{t.upper}</th>
                            <th scope="col" class="num">{t.from_median}</th>
                            <th scope="col">{t.where_it_lies}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        };
        Some(section.into_any())
    })
}
