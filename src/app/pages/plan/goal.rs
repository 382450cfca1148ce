use leptos::prelude::*;

use super::{PlanForm, Planning};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, Gauge, NumberField, TextField};
use crate::app::state::use_app;
use crate::assessment::Change;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Scale, Value};
use crate::text::value;

/// What the way leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The target of the assessment.
    Target,
    /// The lower bound of a predicate, by its place among the bands.
    Band(usize),
    /// Any index, as it is typed.
    Other,
}

impl Goal {
    fn code(self) -> String {
        match self {
            Self::Target => "target".to_owned(),
            Self::Band(at) => at.to_string(),
            Self::Other => "lain".to_owned(),
        }
    }

    fn from_code(code: &str) -> Self {
        match code {
            "lain" => Self::Other,
            code => code.parse().map_or(Self::Target, Self::Band),
        }
    }
}

/// The index that is aimed at, if one is named.
pub fn value_of(desk: &Desk, form: PlanForm) -> Memo<Option<Value>> {
    let (instrument, target) = (desk.instrument.clone(), desk.target);
    memo(move || match form.goal.get() {
        Goal::Target => target.get(),
        Goal::Band(at) => instrument.predicates.get(at).map(|band| band.from),
        Goal::Other => typed(&form.other.get(), &instrument.scale),
    })
}

fn typed(text: &str, scale: &Scale) -> Option<Value> {
    text.parse().ok().filter(|value| (scale.min..=scale.max).contains(value))
}

/// Where the index is, its target, and what the way shall lead to.
#[component]
pub fn GoalCard(planning: Planning) -> impl IntoView {
    let app = use_app();
    let (texts, language) = (app.texts(), app.language.get_untracked());
    let t = &texts.plan;
    let Planning { desk, form, goal, .. } = planning;
    let (score, target, scale) = (desk.score, desk.target, desk.instrument.scale.clone());
    let index = memo(move || score.with(|score| score.standing.index));
    let now = live(move || {
        let predicate = score.with(|score| score.standing.predicate.clone());
        (t.now)(&value(language, index.get().rounded()), &predicate)
    });
    let (min, max) = (value(language, scale.min), value(language, scale.max));
    let to_target = live(move || match target.get() {
        Some(target) => (t.to_target)(&value(language, target)),
        None => t.to_target_none.to_owned(),
    });
    let chosen = move |goal: Goal| live(move || form.goal.get() == goal);
    let bands: Vec<_> = desk
        .instrument
        .predicates
        .iter()
        .enumerate()
        .skip(1)
        .map(|(at, band)| {
            let text = (t.to_band)(&band.title, &value(language, band.from));
            let goal = Goal::Band(at);
            view! { <option value=goal.code() prop:selected=chosen(goal)>{text}</option> }.into_any()
        })
        .collect();
    let choose = on(move |event| form.goal.set(Goal::from_code(&event_target_value(&event))));
    let other = move || {
        let scale = scale.clone();
        let error = Signal::derive(move || {
            let bad = form.other.with(|text| !text.trim().is_empty() && typed(text, &scale).is_none());
            bad.then_some(t.bad_value)
        });
        view! { <TextField id="indeks-lain" label=t.other value=form.other error=error decimal=true testid="other-goal"/> }
            .into_any()
    };
    let help = (t.target_help)(&min, &max);
    view! {
        <section class="card stack" aria-labelledby="tujuan">
            <h2 id="tujuan">{t.goal}</h2>
            <p>{now}</p>
            <Gauge index=index target=goal instrument=desk.instrument.clone()/>
            <div class="fields">
                <NumberField id="target-indeks" label=t.target.to_owned() help=help bad=t.bad_value
                    shown=target.into() write=|value| Some(Change::Target(value))/>
                <Field id="menuju" label=t.towards>
                    <select id="menuju" data-testid="goal" on:change=choose>
                        <option value=Goal::Target.code() prop:selected=chosen(Goal::Target)>{to_target}</option>
                        {bands}
                        <option value=Goal::Other.code() prop:selected=chosen(Goal::Other)>{t.to_other}</option>
                    </select>
                </Field>
                {shown_when(move || form.goal.get() == Goal::Other, other)}
            </div>
        </section>
    }
    .into_any()
}
