use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::state::use_app;
use crate::app::units::{Share, share};
use crate::front::{live, memo, on};
use crate::instrument::{Indicator, Instrument, Number, Section};

/// What a tree of indicators does.
#[derive(Clone)]
pub struct Choosing {
    pub chosen: Memo<BTreeSet<Number>>,
    /// Puts some in, or takes them out.
    pub choose: Arc<dyn Fn(Vec<Number>, bool) + Send + Sync>,
    /// What is said beside an indicator.
    pub beside: Arc<dyn Fn(Number) -> Option<String> + Send + Sync>,
}

/// Chooses indicators: one by one, by aspect, by domain.
#[component]
pub fn IndicatorTree(instrument: Arc<Instrument>, choosing: Choosing) -> impl IntoView {
    instrument.sections.iter().map(|one| section(one, &choosing)).collect::<Vec<_>>()
}

/// A domain or an aspect: a box for all of it, and what is in it.
fn section(of: &Section, choosing: &Choosing) -> AnyView {
    let t = &use_app().texts().units;
    let chosen = choosing.chosen;
    let numbers: Vec<Number> = of.all_indicators().map(|indicator| indicator.number).collect();
    let total = numbers.len();
    let kept = of.clone();
    let state = memo(move || {
        chosen.with(|chosen| match share(&kept, chosen) {
            Share::None => 0u8,
            Share::Some => 1,
            Share::All => 2,
        })
    });
    let counted = numbers.clone();
    let count = live(move || {
        chosen.with(|chosen| {
            format!("{}/{total}", counted.iter().filter(|number| chosen.contains(number)).count())
        })
    });
    let choose = choosing.choose.clone();
    let change = on(move |event| {
        let puts = event_target_checked(&event);
        let others = numbers
            .iter()
            .filter(|number| chosen.with_untracked(|chosen| chosen.contains(number)) != puts)
            .copied();
        choose(others.collect(), puts);
    });
    let inside: Vec<AnyView> = of
        .sections
        .iter()
        .map(|inner| section(inner, choosing))
        .chain(of.indicators.iter().map(|one| row(one, choosing)))
        .collect();
    let title = of.title.clone();
    view! {
        <div class="own">
            <label class="tick">
                <input type="checkbox" data-testid=format!("own-{}", of.id) prop:checked=live(move || state.get() == 2)
                    prop:indeterminate=live(move || state.get() == 1) on:change=change aria-label=(t.whole)(&title)/>
            </label>
            <details>
                <summary><span lang="id">{title.clone()}</span>" "<span class="soft small">{count}</span></summary>
                <ul>{inside.into_iter().map(|one| view! { <li>{one}</li> }.into_any()).collect::<Vec<_>>()}</ul>
            </details>
        </div>
    }
    .into_any()
}

fn row(of: &Indicator, choosing: &Choosing) -> AnyView {
    let (number, chosen) = (of.number, choosing.chosen);
    let choose = choosing.choose.clone();
    let change = on(move |event| choose(vec![number], event_target_checked(&event)));
    let beside = choosing.beside.clone();
    let beside =
        live(move || beside(number).map(|text| view! { <span class="soft small">{text}</span> }.into_any()));
    let checked = live(move || chosen.with(|chosen| chosen.contains(&number)));
    view! {
        <label class="tick">
            <input type="checkbox" data-testid=format!("own-{number}") prop:checked=checked on:change=change/>
            <span><span lang="id">{format!("{number}. {}", of.short_title)}</span>" "{beside}</span>
        </label>
    }
    .into_any()
}
