use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::state::use_app;
use crate::app::units::{Share, share};
use crate::assessment::{Change, Unit, UnitId};
use crate::front::{live, memo, on};
use crate::instrument::{Indicator, Instrument, Number, Section};
use crate::text::readable;

type Owned = Memo<BTreeSet<Number>>;

/// Which indicators a unit owns: one by one, by aspect, by domain.
#[component]
pub fn Assign(
    instrument: Arc<Instrument>,
    unit: Memo<Option<Unit>>,
    id: StoredValue<UnitId>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let owned: Owned =
        memo(move || unit.with(|unit| unit.as_ref().map(|unit| unit.indicators.clone())).unwrap_or_default());
    let sections: Vec<_> = instrument.sections.iter().map(|one| section(one, id, owned)).collect();
    view! {
        <fieldset class="assign" data-testid="assign">
            <legend id="bagikan" tabindex="-1">{t.assign}</legend>
            <p class="soft small">{t.assign_text}</p>
            {sections}
        </fieldset>
    }
}

/// A domain or an aspect: a box for all of it, and what is in it.
fn section(of: &Section, id: StoredValue<UnitId>, owned: Owned) -> AnyView {
    let app = use_app();
    let t = &app.texts().units;
    let numbers: Vec<Number> = of.all_indicators().map(|indicator| indicator.number).collect();
    let total = numbers.len();
    let kept = of.clone();
    let state = memo(move || {
        owned.with(|owned| match share(&kept, owned) {
            Share::None => 0u8,
            Share::Some => 1,
            Share::All => 2,
        })
    });
    let counted = numbers.clone();
    let count = live(move || {
        owned.with(|owned| {
            format!("{}/{total}", counted.iter().filter(|number| owned.contains(number)).count())
        })
    });
    let change = on(move |event| {
        let owns = event_target_checked(&event);
        let changes =
            numbers.iter().filter(|number| owned.with_untracked(|owned| owned.contains(number)) != owns);
        let changes = changes.map(|number| Change::Own { unit: id.get_value(), indicator: *number, owns });
        app.change_or_say(Change::All(changes.collect()));
    });
    let inside: Vec<AnyView> = of
        .sections
        .iter()
        .map(|inner| section(inner, id, owned))
        .chain(of.indicators.iter().map(|one| row(one, id, owned)))
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

fn row(of: &Indicator, id: StoredValue<UnitId>, owned: Owned) -> AnyView {
    let app = use_app();
    let t = &app.texts().units;
    let number = of.number;
    let change = on(move |event| {
        let owns = event_target_checked(&event);
        app.change_or_say(Change::Own { unit: id.get_value(), indicator: number, owns });
    });
    let others = live(move || {
        let names = app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let others = draft.assessment.owners(number).filter(|(other, _)| **other != *id.read_value());
            others.map(|(_, unit)| readable(&unit.name)).collect::<Vec<_>>()
        });
        (!names.is_empty())
            .then(|| view! { <span class="soft small">{(t.also)(&names.join(", "))}</span> }.into_any())
    });
    let checked = live(move || owned.with(|owned| owned.contains(&number)));
    view! {
        <label class="tick">
            <input type="checkbox" data-testid=format!("own-{number}") prop:checked=checked on:change=change/>
            <span><span lang="id">{format!("{number}. {}", of.short_title)}</span>" "{others}</span>
        </label>
    }
    .into_any()
}
