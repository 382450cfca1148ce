use leptos::ev;
use leptos::prelude::*;

use super::place::remark;
use super::{Desk, Nation, kind_name, shown};
use crate::app::parts::{Field, PredicateChip, pager};
use crate::app::save::save_table;
use crate::app::state::{App, use_app};
use crate::assessment::AgencyKind;
use crate::front::{live, memo, on, shown_when};
use crate::national::{DOMAINS, Measure, PAGE, PREDICATES, Published, Sort, Wanted, YEARS, found};
use crate::platform;

/// Every published result: searched, narrowed, ordered.
#[component]
pub fn List(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    let nation = desk.nation;
    let order = memo(move || desk.results.with_value(|results| found(results, &nation.wanted.get())));
    let all = desk.results.with_value(|results| results.rows.len());
    let pages = memo(move || order.with(Vec::len).div_ceil(PAGE).max(1));
    let page = memo(move || nation.page.get().min(pages.get() - 1));
    let rows = live(move || {
        let here =
            order.with(|order| order.iter().skip(page.get() * PAGE).take(PAGE).copied().collect::<Vec<_>>());
        let agency = desk.agency.get();
        desk.results.with_value(|results| {
            let row = |at: usize| row(app, &results.rows[at], agency.as_deref());
            here.into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let heads: Vec<_> = Sort::ALL.into_iter().map(|sort| head(app, nation, sort)).collect();
    let save = on(move |_| {
        let rows = desk.results.with_value(|results| {
            let rows = order.with_untracked(|order| {
                order.iter().map(|at| cells(app, &results.rows[*at])).collect::<Vec<_>>()
            });
            std::iter::once(columns(app).to_vec()).chain(rows).collect::<Vec<_>>()
        });
        save_table(app, t.file, &rows);
    });
    view! {
        <section class="card stack" aria-labelledby="hasil-semua">
            <h2 id="hasil-semua" tabindex="-1">{t.list}</h2>
            <Filters nation=nation/>
            <div class="actions">
                <p role="status" data-testid="results-found">{live(move || match order.with(Vec::len) {
                    0 => t.nothing.to_owned(),
                    found => (t.found)(found, all),
                })}</p>
                <button class="btn small-btn saves" disabled=live(move || order.with(Vec::is_empty)) on:click=save>{t.save}</button>
            </div>
            <div class="scroll tall" tabindex="0" role="region" aria-labelledby="hasil-semua" hidden=live(move || order.with(Vec::is_empty))>
                <table class="results">
                    <thead><tr>{heads}<th scope="col">{t.predicate}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {pager(app, nation.page, page, pages, "#hasil-semua")}
        </section>
    }
}

#[component]
fn Filters(nation: Nation) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    let wanted = nation.wanted;
    let option = |code: String, name: String, is: Box<dyn Fn(&Wanted) -> bool + Send>| {
        let selected = live(move || wanted.with(&is));
        view! { <option value=code prop:selected=selected>{name}</option> }.into_any()
    };
    let kinds: Vec<_> = AgencyKind::ALL
        .into_iter()
        .map(|kind| {
            option(kind.code().to_owned(), kind_name(app, kind), Box::new(move |w| w.kind == Some(kind)))
        })
        .collect();
    let years: Vec<_> = YEARS
        .into_iter()
        .map(|year| option(year.to_string(), year.to_string(), Box::new(move |w| w.year == Some(year))))
        .collect();
    let predicates: Vec<_> = PREDICATES
        .into_iter()
        .map(|one| {
            option(one.to_owned(), one.to_owned(), Box::new(move |w| w.predicate.as_deref() == Some(one)))
        })
        .collect();
    let chosen = |event: &ev::Event| Some(event_target_value(event)).filter(|value| !value.is_empty());
    view! {
        <div class="fields">
            <Field id="hasil-cari" label=t.search>
                <input id="hasil-cari" type="search" autocomplete="off" prop:value=live(move || wanted.with(|w| w.search.clone()))
                    on:input=on(move |event| nation.want(|w| w.search = event_target_value(&event)))/>
            </Field>
            <Field id="hasil-jenis" label=t.kind>
                <select id="hasil-jenis" on:change=on(move |event: ev::Event| {
                    nation.want(|w| w.kind = chosen(&event).and_then(|code| AgencyKind::from_code(&code)));
                })>
                    <option value="" prop:selected=live(move || wanted.with(|w| w.kind.is_none()))>{t.all_kinds}</option>
                    {kinds}
                </select>
            </Field>
            <Field id="hasil-tahun" label=t.year>
                <select id="hasil-tahun" on:change=on(move |event: ev::Event| {
                    nation.want(|w| w.year = chosen(&event).and_then(|year| year.parse().ok()));
                })>
                    <option value="" prop:selected=live(move || wanted.with(|w| w.year.is_none()))>{t.all_years}</option>
                    {years}
                </select>
            </Field>
            <Field id="hasil-predikat" label=t.predicate>
                <select id="hasil-predikat" on:change=on(move |event: ev::Event| {
                    nation.want(|w| w.predicate = chosen(&event));
                })>
                    <option value="" prop:selected=live(move || wanted.with(|w| w.predicate.is_none()))>{t.all_predicates}</option>
                    {predicates}
                </select>
            </Field>
        </div>
        {shown_when(move || wanted.with(Wanted::is_narrow), move || {
            let clear = on(move |_| {
                nation.want(Wanted::widen);
                platform::focus("#hasil-cari");
            });
            view! { <p><button class="btn quiet small-btn" on:click=clear>{t.clear}</button></p> }.into_any()
        })}
    }
}

/// The titles of the columns, as in the table that is saved.
fn columns(app: App) -> [String; 10] {
    let t = &app.texts().national;
    let [d1, d2, d3, d4] = DOMAINS;
    [t.agency, t.kind, t.year, t.index, d1, d2, d3, d4, t.predicate, t.remark].map(str::to_owned)
}

fn cells(app: App, row: &Published) -> Vec<String> {
    let mut cells = vec![row.name.clone(), kind_name(app, row.kind), row.year.to_string()];
    let value = |measure| row.value(measure).map(|value| shown(app, value)).unwrap_or_default();
    cells.extend(Measure::ALL.map(value));
    cells.push(row.predicate.clone());
    cells.push(row.oddity.map(|oddity| remark(app, oddity)).unwrap_or_default());
    cells
}

/// The head of a column that can be ordered by.
fn head(app: App, nation: Nation, sort: Sort) -> AnyView {
    let at = Sort::ALL.into_iter().position(|one| one == sort).unwrap_or_default();
    let name = columns(app)[at].clone();
    let order = memo(move || nation.wanted.with(|w| (w.sort == sort).then_some(w.descending)));
    let said = live(move || order.get().map(|down| if down { "descending" } else { "ascending" }));
    let mark = live(move || match order.get() {
        None => "",
        Some(false) => " ▲",
        Some(true) => " ▼",
    });
    let turn = on(move |_| nation.want(|w| w.order_by(sort)));
    let class = if matches!(sort, Sort::Measure(_)) { "num" } else { "" };
    view! {
        <th scope="col" class=class aria-sort=said>
            <button class="link" on:click=turn>{name}<span aria-hidden="true">{mark}</span></button>
        </th>
    }
    .into_any()
}

fn row(app: App, row: &Published, agency: Option<&str>) -> AnyView {
    let t = &app.texts().national;
    let here = agency == Some(&row.agency);
    let value = |measure| {
        let text = row.value(measure).map_or_else(|| t.unreadable.to_owned(), |value| shown(app, value));
        view! { <td class="num">{text}</td> }.into_any()
    };
    let values: Vec<_> = Measure::ALL.into_iter().map(value).collect();
    let bands = PREDICATES.map(str::to_owned).to_vec();
    let remark =
        row.oddity.map(|oddity| view! { <p class="soft small remark">{remark(app, oddity)}</p> }.into_any());
    view! {
        <tr class=if here { "here" } else { "" } data-testid="result">
            <th scope="row"><span lang="id">{row.name.clone()}</span>{remark}</th>
            <td>{kind_name(app, row.kind)}</td>
            <td>{row.year}</td>
            {values}
            <td><PredicateChip predicate=Signal::stored(row.predicate.clone()) bands=bands/></td>
        </tr>
    }
    .into_any()
}
