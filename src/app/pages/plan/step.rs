//! The controls of a step: effort, owner, due date.

use leptos::prelude::*;

use super::kept::{At, key, read, write_step};
use crate::app::parts::{FieldError, described_by, in_words};
use crate::app::state::use_app;
use crate::app::units::by_name;
use crate::assessment::{Date, EFFORTS, Step, UnitId};
use crate::front::{follow, live, memo, on};
use crate::platform;
use crate::text::{date, readable};

/// What a step takes.
#[component]
pub fn Effort(
    at: At,
    /// Where it stands: parts of the page hold the same step.
    place: &'static str,
    /// Whether its label is seen.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().plan;
    let id = format!("bobot-{place}-{}-{}", at.0, at.1);
    let now = memo(move || read::<Step>(app, &key(at)).effort.unwrap_or(1));
    let error = RwSignal::new(None::<String>);
    follow(move || {
        now.track();
        error.set(None);
    });
    let change = on(move |event| {
        let effort = event_target_value(&event).trim().parse().ok().filter(|effort| EFFORTS.contains(effort));
        let Some(effort) = effort else {
            return error.set(Some((t.bad_effort)(*EFFORTS.start(), *EFFORTS.end())));
        };
        if effort == now.get_untracked() {
            return error.set(None);
        }
        // 1 is what it takes where nothing is given.
        let result = write_step(app, at, move |step| step.effort = (effort != 1).then_some(effort));
        error.set(result.err().map(|reason| (app.texts().refused)(&reason)));
    });
    let (field, of) = (id.clone(), id.clone());
    let described = live(move || described_by(&field, false, error.with(Option::is_some)));
    let label =
        (!bare).then(|| view! { <span class="label" aria-hidden="true">{t.effort}</span> }.into_any());
    view! {
        <div class="field effort">
            {label}
            <input id=id type="text" inputmode="numeric" autocomplete="off" data-testid=format!("effort-{}-{}", at.0, at.1)
                aria-label=(t.on_step)(t.effort, at.0, at.1)
                aria-invalid=live(move || error.with(|error| error.is_some().then_some("true")))
                aria-describedby=described
                prop:value=live(move || now.get().to_string())
                on:change=change/>
            <FieldError of=of error=error at_once=true/>
        </div>
    }
    .into_any()
}

/// Which unit takes a step; without one, those that own its indicator.
#[component]
pub fn Owner(at: At) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().plan;
    let units = memo(move || {
        app.draft.with(|draft| {
            let units = draft.as_ref().map(|draft| by_name(&draft.assessment)).unwrap_or_default();
            units.into_iter().map(|(id, unit)| (id.clone(), readable(&unit.name))).collect::<Vec<_>>()
        })
    });
    let now = memo(move || read::<Step>(app, &key(at)).owner);
    let standard = live(move || {
        let names = app.draft.with(|draft| {
            let draft = draft.as_ref()?;
            let names: Vec<_> = draft.assessment.owners(at.0).map(|(_, unit)| readable(&unit.name)).collect();
            Some(names.join(", "))
        });
        match names.unwrap_or_default() {
            names if names.is_empty() => t.owner_none.to_owned(),
            names => (t.owner_default)(&names),
        }
    });
    let options = live(move || {
        let option = |(id, name): (UnitId, String)| {
            let of = id.clone();
            let selected = live(move || now.with(|now| *now == of));
            view! { <option value=id lang="id" prop:selected=selected>{name}</option> }.into_any()
        };
        units.get().into_iter().map(option).collect::<Vec<_>>()
    });
    let choose = on(move |event| {
        let unit = event_target_value(&event);
        if let Err(reason) = write_step(app, at, move |step| step.owner = unit) {
            app.say((app.texts().refused)(&reason));
        }
    });
    let on_paper = live(move || {
        app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            let own = now.with(|id| assessment.units.get(id).map(|unit| readable(&unit.name)));
            let all = || assessment.owners(at.0).map(|(_, unit)| readable(&unit.name)).collect::<Vec<_>>();
            Some(own.unwrap_or_else(|| all().join(", ")))
        })
    });
    view! {
        <div class="field owner">
            <span class="on-paper" aria-hidden="true">{on_paper}</span>
            <select aria-label=(t.on_step)(t.owner, at.0, at.1) data-testid=format!("owner-{}-{}", at.0, at.1) on:change=choose>
                <option value="" prop:selected=live(move || now.with(String::is_empty))>{standard}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// Until when a step is due.
#[component]
pub fn DueDay(at: At) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.plan;
    let now = memo(move || read::<Step>(app, &key(at)).due);
    let bad = RwSignal::new(false);
    follow(move || {
        now.track();
        bad.set(false);
    });
    let typed = |event: &leptos::ev::Event| match event_target_value(event) {
        text if text.is_empty() && !platform::is_half_typed(event) => Some(None),
        text => Date::parse(&text).map(Some),
    };
    let change = on(move |event: leptos::ev::Event| {
        if let Some(day) = typed(&event).filter(|day| *day != now.get_untracked())
            && let Err(reason) = write_step(app, at, move |step| step.due = day)
        {
            app.say((app.texts().refused)(&reason));
        }
    });
    let leave = on(move |event: leptos::ev::FocusEvent| bad.set(typed(&event).is_none()));
    let id = format!("tenggat-{}-{}", at.0, at.1);
    let described = id.clone();
    let on_paper = live(move || now.get().map(|day| date(app.language.get_untracked(), &day.to_string())));
    view! {
        <div class="field day">
            <span class="on-paper" aria-hidden="true">{on_paper}</span>
            <input type="date" min="1900-01-01" max="2999-12-31" aria-label=(t.on_step)(t.due, at.0, at.1)
                data-testid=format!("due-{}-{}", at.0, at.1)
                prop:value=live(move || now.get().map(|day| day.to_string()).unwrap_or_default())
                aria-invalid=live(move || bad.get().then_some("true"))
                aria-describedby=live(move || described_by(&described, false, bad.get()))
                on:input=change on:blur=leave/>
            <FieldError of=id error=in_words(move || bad.get().then_some(texts.document.bad_date)) at_once=true/>
        </div>
    }
    .into_any()
}
