use leptos::prelude::*;

use super::Narrowed;
use crate::app::outline::{Filter, shows};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{OfUnit, Steps, UnitFilter};
use crate::app::route::{Page, Route};
use crate::app::state::use_app;
use crate::assessment::Stage;
use crate::front::{follow, live, memo, on, shown_when};
use crate::instrument::{Indicator, Number, Section};
use crate::platform;

/// All indicators with their levels, searched and filtered.
#[component]
pub fn IndicatorList(desk: Desk, number: Memo<Number>, narrowed: Narrowed) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().assess;
    let Narrowed { search, filter, .. } = narrowed;
    // On a phone the list is folded away; choosing an indicator folds it again.
    let unfolded = RwSignal::new(false);
    follow(move || {
        number.track();
        unfolded.set(false);
    });
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    let (instrument, support) = (desk.instrument.clone(), desk.support);
    let visible = memo(move || {
        let (filter, search, support) = (filter.get(), search.get(), support.get());
        let numbers = of_unit.numbers(app);
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let all = instrument.indicators();
            all.filter(|i| numbers.as_ref().is_none_or(|numbers| numbers.contains(&i.number)))
                .filter(|i| shows(&instrument, &draft.assessment, &support, i, filter, &search))
                .map(|i| i.number)
                .collect()
        })
    });
    let no_target = move || filter.get() == Filter::BelowTarget && desk.target.get().is_none();
    let nothing = memo(move || visible.with(Vec::is_empty));
    let groups: Vec<_> =
        desk.instrument.sections.iter().map(|section| group(&desk, section, number, visible)).collect();
    let label = |filter: Filter| match filter {
        Filter::All => t.all,
        Filter::Open => t.open_only,
        Filter::BelowTarget => t.below_target,
        Filter::Unsupported => t.unsupported,
        Filter::TakenOver => app.texts().stages.filter_taken_over,
    };
    // At the first stage it would be the same as what is open.
    let first = memo(move || app.stage() == Stage::Mandiri);
    let options: Vec<_> = Filter::ALL
        .into_iter()
        .map(|each| {
            let hidden = live(move || each == Filter::TakenOver && first.get());
            view! { <option value=each.code() hidden=hidden prop:selected=live(move || filter.get() == each)>{label(each)}</option> }
        })
        .collect();
    let show_all = move |_| {
        search.set(String::new());
        filter.set(Filter::All);
        of_unit.choose(None);
        platform::focus("#cari");
    };
    view! {
        <button
            class="btn unfold"
            aria-expanded=live(move || unfolded.get().to_string())
            aria-controls="daftar"
            on:click=on(move |_| unfolded.update(|open| *open = !*open))
        >
            {t.show_indicators}
        </button>
        <nav id="daftar" class=live(move || if unfolded.get() { "outline card open" } else { "outline card" }) aria-label=t.indicators>
            <div class="narrow">
                <input
                    id="cari"
                    type="search"
                    placeholder=t.search
                    aria-label=t.search
                    prop:value=live(move || search.get())
                    on:input=on(move |event| search.set(event_target_value(&event)))
                />
                <label class="visually-hidden" for="saring">{t.filter}</label>
                <select id="saring" on:change=on(move |event| filter.set(Filter::from_code(&event_target_value(&event))))>
                    {options}
                </select>
            </div>
            <UnitFilter id="saring-pengampu" chosen=of_unit/>
            <div role="status">
                {shown_when(move || nothing.get(), move || view! {
                    <p class="soft small">{live(move || if no_target() { t.no_target } else { t.nothing_found })}</p>
                    <button class="btn quiet small-btn" on:click=on(show_all)>{t.show_all}</button>
                }.into_any())}
            </div>
            {groups}
        </nav>
    }
}

/// A domain (or, in an instrument without domains, an aspect) with its indicators.
fn group(
    desk: &Desk,
    section: &Section,
    number: Memo<Number>,
    visible: Memo<Vec<Number>>,
) -> impl IntoView + use<> {
    let members: Vec<Number> = section.all_indicators().map(|i| i.number).collect();
    let (id, score) = (section.id.clone(), desk.score);
    let count =
        live(move || score.with(|score| score.section(&id).map(|s| format!("{}/{}", s.answered, s.total))));
    let here = memo(move || visible.with(|visible| members.iter().any(|n| visible.contains(n))));
    let rows: Vec<_> =
        section.all_indicators().map(|indicator| row(desk, indicator, number, visible)).collect();
    view! {
        <div class="group" hidden=live(move || !here.get())>
            <h2><span lang="id">{section.title.clone()}</span><span>{count}</span></h2>
            <ul>{rows}</ul>
        </div>
    }
}

fn row(
    desk: &Desk,
    indicator: &Indicator,
    number: Memo<Number>,
    visible: Memo<Vec<Number>>,
) -> impl IntoView + use<> {
    let app = use_app();
    let n = indicator.number;
    let model = desk.instrument.model_of(indicator).cloned();
    let level = Signal::derive(move || {
        let value = app.draft.with(|draft| draft.as_ref().and_then(|draft| draft.assessment.value(n)))?;
        Some(model.as_ref()?.level_at(value)?.level)
    });
    let href = Route::Draft(desk.id.clone(), Page::Indicator(n)).href();
    view! {
        <li hidden=live(move || !visible.with(|visible| visible.contains(&n)))>
            <a href=href data-testid=format!("indicator-{n}") aria-current=live(move || (number.get() == n).then_some("page"))>
                <span class="no">{n}</span>
                <span lang="id">{indicator.short_title.clone()}</span>
                <Steps level=level/>
            </a>
        </li>
    }
}
