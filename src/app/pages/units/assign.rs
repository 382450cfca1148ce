use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::parts::{Choosing, IndicatorTree};
use crate::app::state::use_app;
use crate::assessment::{Change, Unit, UnitId};
use crate::front::memo;
use crate::instrument::{Instrument, Number};
use crate::text::readable;

/// Which indicators a unit owns: one by one, by aspect, by domain.
#[component]
pub fn Assign(
    instrument: Arc<Instrument>,
    unit: Memo<Option<Unit>>,
    id: StoredValue<UnitId>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let chosen: Memo<BTreeSet<Number>> =
        memo(move || unit.with(|unit| unit.as_ref().map(|unit| unit.indicators.clone())).unwrap_or_default());
    let choose = move |numbers: Vec<Number>, owns| {
        let own = |indicator| Change::Own { unit: id.get_value(), indicator, owns };
        app.change_or_say(Change::All(numbers.into_iter().map(own).collect()));
    };
    let others = move |number| {
        let names = app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let others = draft.assessment.owners(number).filter(|(other, _)| **other != *id.read_value());
            others.map(|(_, unit)| readable(&unit.name)).collect::<Vec<_>>()
        });
        (!names.is_empty()).then(|| (t.also)(&names.join(", ")))
    };
    let choosing = Choosing { chosen, choose: Arc::new(choose), beside: Arc::new(others) };
    view! {
        <fieldset class="assign" data-testid="assign">
            <legend id="bagikan" tabindex="-1">{t.assign}</legend>
            <p class="soft small">{t.assign_text}</p>
            <IndicatorTree instrument=instrument choosing=choosing/>
        </fieldset>
    }
}
