use leptos::ev;
use leptos::prelude::*;

use super::indicator_options;
use super::register::Sought;
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, OfUnit};
use crate::app::register::{Sort, Wanted, units};
use crate::app::state::use_app;
use crate::app::units::Part;
use crate::assessment::{EvidenceId, Status};
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::text::{evidence_status, readable};

/// The search and the filters, and how many documents they leave.
#[component]
pub fn Narrow(
    desk: Desk,
    sought: Sought,
    shown: Memo<Vec<EvidenceId>>,
    total: Signal<usize>,
) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().register, app.language.get_untracked());
    let wanted = sought.wanted;
    let of_unit = expect_context::<OfUnit>();
    // On a phone the filters are folded away.
    let unfolded = RwSignal::new(false);
    let units = memo(move || {
        app.draft.with(|draft| draft.as_ref().map(|draft| units(&draft.assessment))).unwrap_or_default()
    });
    let unit_options = live(move || {
        let option = |unit: String| {
            let (value, of) = (unit.clone(), unit.clone());
            let selected = live(move || wanted.with(|wanted| wanted.unit.as_ref() == Some(&of)));
            view! { <option value=value lang="id" prop:selected=selected>{readable(&unit)}</option> }
                .into_any()
        };
        units.get().into_iter().map(option).collect::<Vec<_>>()
    });
    let status_options: Vec<_> = Status::ALL
        .into_iter()
        .map(|status| {
            let selected = live(move || wanted.with(|wanted| wanted.status == Some(status)));
            view! { <option value=status.code() prop:selected=selected>{evidence_status(language, status)}</option> }
        })
        .collect();
    let indicators =
        indicator_options(&desk.instrument, Signal::derive(move || wanted.with(|w| w.indicator)));
    let chosen = |event: &ev::Event| Some(event_target_value(event)).filter(|value| !value.is_empty());
    let no_status = live(move || wanted.with(|wanted| wanted.status.is_none()));
    let no_unit = live(move || wanted.with(|wanted| wanted.unit.is_none()));
    let no_indicator = live(move || wanted.with(|wanted| wanted.indicator.is_none()));
    let tick = |label: &'static str, of: fn(&mut Wanted) -> &mut bool| {
        let ticked = live(move || wanted.with(|wanted| *of(&mut wanted.clone())));
        let turn = on(move |event| sought.want(|wanted| *of(wanted) = event_target_checked(&event)));
        view! { <label class="tick"><input type="checkbox" prop:checked=ticked on:change=turn/>{label}</label> }
            .into_any()
    };
    let clear = move |_| {
        sought.want(Wanted::widen);
        of_unit.choose(None);
        platform::focus("#cari-dokumen");
    };
    view! {
        <section class="card stack" aria-label=t.filters>
            <Field id="cari-dokumen" label=t.search>
                <input
                    id="cari-dokumen"
                    type="search"
                    placeholder=t.search_help
                    prop:value=live(move || wanted.with(|wanted| wanted.search.clone()))
                    on:input=on(move |event| sought.want(|wanted| wanted.search = event_target_value(&event)))
                />
            </Field>
            <button
                class="btn unfold"
                aria-expanded=live(move || unfolded.get().to_string())
                aria-controls="saringan"
                on:click=on(move |_| unfolded.update(|open| *open = !*open))
            >
                {t.filters}
            </button>
            <div id="saringan" class=live(move || if unfolded.get() { "filters stack open" } else { "filters stack" })>
                <div class="fields">
                    <Field id="saring-unit" label=t.unit>
                        <select id="saring-unit" on:change=on(move |event| {
                            let name = chosen(&event);
                            let id = name.as_ref().and_then(|name| app.draft.with_untracked(|draft| {
                                draft.as_ref().and_then(|draft| draft.assessment.unit_named(name).cloned())
                            }));
                            sought.want(|wanted| wanted.unit = name);
                            of_unit.choose(id.map(Part::Unit));
                        })>
                            <option value="" prop:selected=no_unit>{t.all_units}</option>
                            {unit_options}
                        </select>
                    </Field>
                    <Field id="saring-status" label=t.status>
                        <select id="saring-status" on:change=on(move |event| {
                            sought.want(|wanted| wanted.status = Status::from_code(&event_target_value(&event)));
                        })>
                            <option value="" prop:selected=no_status>{t.all_statuses}</option>
                            {status_options}
                        </select>
                    </Field>
                    <Field id="saring-indikator" label=t.indicator>
                        <select id="saring-indikator" on:change=on(move |event| {
                            sought.want(|wanted| wanted.indicator = event_target_value(&event).parse().ok());
                        })>
                            <option value="" prop:selected=no_indicator>{t.all_indicators}</option>
                            {indicators}
                        </select>
                    </Field>
                </div>
                <div class="ticks">
                    {tick(t.unlinked, |wanted| &mut wanted.unlinked)}
                    {tick(t.unhashed, |wanted| &mut wanted.unhashed)}
                    {tick(t.aged, |wanted| &mut wanted.aged)}
                </div>
            </div>
            <div class="actions">
                <p role="status" data-testid="evidence-found">
                    {live(move || match shown.with(Vec::len) {
                        0 => t.nothing.to_owned(),
                        found => (t.found)(found, total.get()),
                    })}
                </p>
                {shown_when(
                    move || wanted.with(Wanted::is_narrow),
                    move || view! { <button class="btn quiet small-btn" on:click=on(clear)>{t.clear}</button> }.into_any(),
                )}
                <SortFields sought=sought/>
            </div>
        </section>
    }
}

/// How the cards of a phone are ordered; wide screens have the headers of the table.
#[component]
fn SortFields(sought: Sought) -> impl IntoView {
    let t = &use_app().texts().register;
    let wanted = sought.wanted;
    let options: Vec<_> = Sort::ALL
        .into_iter()
        .zip(t.sorts)
        .map(|(sort, name)| {
            let selected = live(move || wanted.with(|wanted| wanted.sort == sort));
            view! { <option value=sort.code() prop:selected=selected>{name}</option> }
        })
        .collect();
    view! {
        <span class="sort-fields">
            <label for="urutkan">{t.sort}</label>
            <select id="urutkan" on:change=on(move |event| {
                sought.want(|wanted| wanted.sort = Sort::from_code(&event_target_value(&event)));
            })>
                {options}
            </select>
            <button class="btn" on:click=on(move |_| sought.want(|wanted| wanted.descending = !wanted.descending))>
                {live(move || if wanted.with(|wanted| wanted.descending) { t.descending } else { t.ascending })}
            </button>
        </span>
    }
}
