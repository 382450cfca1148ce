use leptos::prelude::*;

use super::{Desk, kind_name, shown_exact};
use crate::app::state::use_app;
use crate::assessment::AgencyKind;
use crate::national::{Measure, Summary, YEARS};

/// The index of every kind of agency, in quarters.
#[component]
pub fn Kinds(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    let all = desk.results.with_value(|results| {
        let of = |kind| YEARS.map(|year| results.summary(kind, year, Measure::Index));
        AgencyKind::ALL.into_iter().flat_map(of).flatten().collect::<Vec<_>>()
    });
    let row = |Summary { kind, year, quartiles }: Summary| {
        view! {
            <tr>
                <th scope="row">{kind_name(app, kind)}</th>
                <td>{year}</td>
                <td class="num">{quartiles.count}</td>
                <td class="num">{shown_exact(app, quartiles.lower)}</td>
                <td class="num"><b>{shown_exact(app, quartiles.median)}</b></td>
                <td class="num">{shown_exact(app, quartiles.upper)}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<_> = all.into_iter().map(row).collect();
    view! {
        <section class="card stack" aria-labelledby="per-jenis">
            <h2 id="per-jenis">{t.kinds}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="per-jenis">
                <table>
                    <thead><tr>
                        <th scope="col">{t.kind}</th>
                        <th scope="col">{t.year}</th>
                        <th scope="col" class="num">{t.count}</th>
                        <th scope="col" class="num">{t.lower}</th>
                        <th scope="col" class="num">{t.median}</th>
                        <th scope="col" class="num">{t.upper}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
