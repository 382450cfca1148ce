use leptos::ev;
use leptos::prelude::*;

use super::{Desk, shown, shown_exact};
use crate::app::parts::{Field, PredicateChip, described_by, difference, in_words};
use crate::app::state::{App, use_app};
use crate::front::{live, on};
use crate::national::{Measure, Oddity, Quarter, Standing, YEARS};
use crate::text::{readable, value};

/// Which agency is looked at.
#[component]
pub fn Choose(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    let nation = desk.nation;
    let unknown = RwSignal::new(false);
    let names = desk.results.with_value(|results| {
        let mut names: Vec<_> = results.rows.iter().map(|row| row.name.clone()).collect();
        names.sort();
        names.dedup();
        names
    });
    let options: Vec<_> =
        names.into_iter().map(|name| view! { <option value=name></option> }.into_any()).collect();
    let choose = move |typed: &str| {
        let found = desk.results.with_value(|results| results.named(typed).map(str::to_owned));
        let is_known = found.is_some();
        if let Some(agency) = found {
            nation.chosen.set(Some(agency));
        }
        is_known
    };
    let input = on(move |event: ev::Event| {
        let typed = event_target_value(&event);
        if choose(&typed) {
            unknown.set(false);
        }
        nation.typed.set(Some(typed));
    });
    let change = on(move |event: ev::Event| {
        let typed = event_target_value(&event);
        unknown.set(!typed.trim().is_empty() && !choose(&typed));
    });
    let text = live(move || nation.typed.get().unwrap_or_else(|| desk.name().unwrap_or_default()));
    let nothing = live(move || {
        if desk.agency.get().is_some() {
            return None;
        }
        let said = match desk.own.get() {
            Some(own) => (t.nothing_of)(&readable(&own.name)),
            None => t.choose_first.to_owned(),
        };
        Some(view! { <p class="note" data-testid="no-agency">{said}</p> }.into_any())
    });
    view! {
        <section class="card stack" aria-label=t.agency>
            <Field id="hasil-instansi" label=t.agency help=Some(t.agency_help.to_owned())
                error=in_words(move || unknown.get().then_some(t.unknown)) at_once=true narrow=true>
                <input
                    id="hasil-instansi" type="search" list="hasil-nama" autocomplete="off" data-testid="agency"
                    prop:value=text
                    aria-invalid=live(move || unknown.get().then_some("true"))
                    aria-describedby=live(move || described_by("hasil-instansi", true, unknown.get()))
                    on:input=input on:change=change
                />
                <datalist id="hasil-nama">{options}</datalist>
            </Field>
            {nothing}
        </section>
    }
}

/// The results of the agency, year by year, among its kind; and the draft beside them.
#[component]
pub fn Place(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    live(move || {
        let agency = desk.agency.get()?;
        let name = desk.name()?;
        let own = desk.own.get();
        let (rows, remarks) = desk.results.with_value(|results| {
            let published: Vec<_> = results.of_agency(&agency).cloned().collect();
            let mut rows = Vec::new();
            let mut remarks = Vec::new();
            let mut kind = None;
            for year in YEARS {
                let Some(row) = published.iter().find(|row| row.year == year) else {
                    rows.push(missing(app, year));
                    continue;
                };
                kind = Some(row.kind);
                let of = results.standing(row.kind, year, Measure::Index, row.index.into());
                rows.push(line(app, (t.published)(year), shown(app, row.index), &row.predicate, of));
                if row.name != name {
                    remarks.push((t.named)(&row.printed, year));
                }
                remarks.extend(row.oddity.map(|oddity| format!("{year}: {}", remark(app, oddity))));
            }
            let latest = YEARS[1];
            if let (Some(own), Some(kind)) = (&own, kind) {
                match own.value(Measure::Index) {
                    Some(index) => {
                        let of = results.standing(kind, latest, Measure::Index, index);
                        let rounded = shown(app, index.rounded());
                        rows.push(line(app, (t.own)(own.year), rounded, &own.predicate, of));
                        remarks.push((t.own_note)(latest));
                    }
                    None => remarks.push((t.other_instrument)(&own.instrument)),
                }
            }
            (rows, remarks)
        });
        let remarks: Vec<_> =
            remarks.into_iter().map(|text| view! { <p class="soft small">{text}</p> }.into_any()).collect();
        let section = view! {
            <section class="card stack" aria-labelledby="letak" data-testid="place">
                <h2 id="letak">{(t.place)(&readable(&name))}</h2>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="letak">
                    <table class="places">
                        <thead><tr>
                            <th scope="col">{t.year}</th>
                            <th scope="col" class="num">{t.index}</th>
                            <th scope="col">{t.predicate}</th>
                            <th scope="col" class="num">{t.median}</th>
                            <th scope="col" class="num">{t.from_median}</th>
                            <th scope="col">{t.where_it_lies}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {remarks}
            </section>
        };
        Some(section.into_any())
    })
}

fn missing(app: App, year: u16) -> AnyView {
    let t = &app.texts().national;
    view! {
        <tr><th scope="row">{(t.published)(year)}</th><td colspan="5" class="soft">{(t.not_listed)(year)}</td></tr>
    }
    .into_any()
}

fn line(app: App, head: String, index: String, predicate: &str, of: Option<Standing>) -> AnyView {
    let predicate = predicate.to_owned();
    let bands = crate::national::PREDICATES.map(str::to_owned).to_vec();
    view! {
        <tr>
            <th scope="row">{head}</th>
            <td class="num"><b>{index}</b></td>
            <td><PredicateChip predicate=Signal::stored(predicate) bands=bands/></td>
            <td class="num">{of.map(|of| shown_exact(app, of.quartiles.median))}</td>
            <td class="num">{of.map(|of| difference(app, of.from_median))}</td>
            <td>{of.map(|of| quarter(app, of.quarter))}</td>
        </tr>
    }
    .into_any()
}

/// Where a value lies, in words.
pub fn quarter(app: App, quarter: Quarter) -> &'static str {
    let at = Quarter::ALL.into_iter().position(|one| one == quarter).unwrap_or_default();
    app.texts().national.quarters[at]
}

/// What a reader should know about a row.
pub fn remark(app: App, oddity: Oddity) -> String {
    let t = &app.texts().national;
    match oddity {
        Oddity::BelowScale => t.below_scale.to_owned(),
        Oddity::PredicateOfRounded => t.of_rounded.to_owned(),
        Oddity::PredicateOfExact => t.of_exact.to_owned(),
        Oddity::Unreadable(only) => (t.unreadable_cell)(&value(app.language.get_untracked(), only)),
    }
}
