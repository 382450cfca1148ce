use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::decisions::Decisions;
use super::evidence::{Asked, More};
use super::kept::{At, edited, key, lock, read};
use super::step::Effort;
use super::{Planning, scenarios};
use crate::app::pages::summary::IndicatorLink;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, use_app};
use crate::assessment::{Change, Step};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Number, Value};
use crate::plan::{Outcome, Shortest, Way, WayStep};
use crate::platform;
use crate::text::{exact, value};

/// So many exchanges are named; the rest is counted.
const EXCHANGES: usize = 6;
/// Above it, ways are called very many.
const COUNTED: u64 = 1_000;

/// The shortest way to the goal, or why there is none.
#[component]
pub fn WayCard(planning: Planning) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().plan;
    let found = planning.found;
    let of = planning.clone();
    let said = live(move || match found.get() {
        None => view! { <p class="note">{t.no_goal}</p> }.into_any(),
        Some(found) => outcome(&of, &found),
    });
    let steps = memo(move || found.with(|found| found.as_deref().map(steps_of).unwrap_or_default()));
    let ats =
        move || steps.with(|steps| steps.iter().map(|step| (step.number, step.level)).collect::<Vec<At>>());
    let for_row = planning.clone();
    let row = move |at: At| view! { <Row planning=for_row.clone() steps=steps at=at/> }.into_any();
    let no_units = memo(move || {
        app.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.assessment.units.is_empty()))
    });
    let units = Route::Draft(planning.desk.id.clone(), Page::Units).href();
    let locked = planning.options;
    let all = on(move |_| {
        let changes = steps.with_untracked(|steps| {
            let open = steps.iter().map(|step| (step.number, step.level));
            let open = open.filter(|at| !untrack(|| read::<Step>(app, &key(*at))).planned);
            open.map(|at| edited::<Step>(app, &key(at), |step| step.planned = true)).collect::<Vec<_>>()
        });
        let count = changes.len();
        if count == 0 {
            return app.say(t.all_planned);
        }
        match app.change(Change::All(changes)) {
            Ok(()) => {
                app.say_with((t.planned_all)(count), Action::Undo);
                platform::focus("#rencana-aksi");
            }
            Err(reason) => app.say((app.texts().refused)(&reason)),
        }
    });
    let for_scenario = planning.clone();
    let keep = on(move |_| {
        let values: BTreeMap<Number, Value> =
            steps.with_untracked(|steps| steps.iter().map(|step| (step.number, step.to)).collect());
        let goal = for_scenario.goal.get_untracked().unwrap_or(Value::whole(0));
        let name = (t.way_name)(&value(app.language.get_untracked(), goal));
        scenarios::add(app, for_scenario.form, name, values);
    });
    let some = memo(move || steps.with(|steps| !steps.is_empty()));
    let for_decisions = planning.clone();
    view! {
        <section class="card stack way" aria-labelledby="jalan">
            <h2 id="jalan" tabindex="-1">{t.way}</h2>
            <p class="soft small">{t.way_text}" "{t.effort_help}</p>
            <div role="status" class="stack" data-testid="way">{said}</div>
            {live(move || {
                let numbers: Vec<Number> = locked.with(|options| options.locked.iter().copied().collect());
                (!numbers.is_empty()).then(|| view! { <Locked numbers=numbers/> }.into_any())
            })}
            {shown_when(move || no_units.get() && some.get(), move || {
                view! { <p class="small"><a href=units.clone()>{t.no_units}</a></p> }.into_any()
            })}
            <div class="actions" hidden=live(move || !some.get())>
                <button class="btn primary" data-testid="plan-all" on:click=all>{t.plan_all}</button>
                <button class="btn" data-testid="way-scenario" on:click=keep>{t.as_scenario}</button>
            </div>
            <Decisions planning=for_decisions/>
            <ol class="way-steps"><For each=ats key=|at| *at children=row/></ol>
        </section>
    }
    .into_any()
}

fn steps_of(found: &Shortest) -> Vec<WayStep> {
    match &found.outcome {
        Outcome::Way(way) => way.steps.clone(),
        _ => Vec::new(),
    }
}

/// What was found, in sentences.
fn outcome(planning: &Planning, found: &Shortest) -> AnyView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let goal = planning.goal.get().unwrap_or(Value::whole(0));
    let shown = value(language, goal);
    let main = match &found.outcome {
        Outcome::Reached(now) => {
            let text = (t.reached)(&value(language, now.index.rounded()), &shown);
            view! { <p class="verdict good">{text}</p> }.into_any()
        }
        Outcome::Way(way) => way_text(planning, way),
        Outcome::OutOfReach { highest, blocked, if_unlocked } => {
            let gap = highest.index.short_of(goal).map(|gap| exact(language, gap, 2)).unwrap_or_default();
            let text =
                (t.out_of_reach)(&shown, &value(language, highest.index.rounded()), &highest.predicate, &gap);
            let instrument = planning.desk.instrument.clone();
            let rows: Vec<_> = blocked
                .iter()
                .filter_map(|of| {
                    let indicator = instrument.indicator(of.number)?.clone();
                    let (number, gain) = (of.number, exact(language, of.gain, 2));
                    let unlock = on(move |_| lock(app, number, false));
                    Some(view! {
                        <li class="line">
                            <IndicatorLink draft=planning.desk.id.clone() indicator=indicator/>
                            <b>"+"{gain}</b>
                            <button class="btn small-btn" aria-label=(t.on_indicator)(t.unlock, number) on:click=unlock>{t.unlock}</button>
                        </li>
                    }.into_any())
                })
                .collect();
            let why = if rows.is_empty() { t.no_level } else { t.blocked };
            let not_even = (!rows.is_empty() && !if_unlocked).then(|| view! { <p>{t.not_even}</p> });
            view! {
                <div class="note warn" data-testid="out-of-reach">
                    <p><b>{text}</b></p><p>{why}</p>{not_even}
                    <ul class="bare-list">{rows}</ul>
                </div>
            }
            .into_any()
        }
    };
    let unmet = (!found.unmet.is_empty()).then(|| {
        let numbers: Vec<_> = found.unmet.iter().map(ToString::to_string).collect();
        view! { <p class="note warn">{(t.unmet)(&numbers.join(", "))}</p> }.into_any()
    });
    view! { {main}{unmet} }.into_any()
}

fn way_text(planning: &Planning, way: &Way) -> AnyView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let now = planning.desk.score.with(|score| score.standing.index);
    let end = &way.end;
    let leads = (t.leads)(
        way.effort,
        &value(language, now.rounded()),
        &value(language, end.index.rounded()),
        &end.predicate,
    );
    let ties = match way.equals.map(|equals| equals.effort.saturating_sub(1)) {
        Some(0) => t.only_one.to_owned(),
        Some(others) => {
            let number = if others <= COUNTED { others.to_string() } else { t.very_many.to_owned() };
            format!("{} {}", (t.others)(&number), t.tie_rule)
        }
        None => format!("{} {}", t.uncounted, t.tie_rule),
    };
    let aims = way.for_aims_alone.then(|| view! { <p>{t.for_aims_alone}</p> });
    view! {
        {aims}
        <p><b>{(t.steps_of)(way.steps.len(), way.touched)}"."</b>" "{leads}</p>
        <p class="soft small" data-testid="ties">{ties}</p>
    }
    .into_any()
}

/// What is left out of the way, and the way back.
#[component]
fn Locked(numbers: Vec<Number>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().plan;
    let buttons: Vec<_> = numbers
        .into_iter()
        .map(|number| {
            let unlock = on(move |_| {
                lock(app, number, false);
                platform::focus("#jalan");
            });
            view! {
                <li><button class="btn small-btn" on:click=unlock>{(t.on_indicator)(t.unlock, number)}</button></li>
            }
            .into_any()
        })
        .collect();
    view! { <div class="line" data-testid="locked"><span>{t.locked_list}</span><ul class="inline tight">{buttons}</ul></div> }
}

/// A step of the way. The row stays while others come and go, so that what is being typed stays too.
#[component]
fn Row(planning: Planning, steps: Memo<Vec<WayStep>>, at: At) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let (number, level) = at;
    let desk = planning.desk;
    let of =
        memo(move || steps.with(|steps| steps.iter().find(|step| (step.number, step.level) == at).cloned()));
    let indicator = desk.instrument.indicator(number).cloned();
    let model = indicator.as_ref().and_then(|of| desk.instrument.model_of(of)).cloned();
    let levels = live(move || {
        let from = of.with(|of| of.as_ref().map(|of| of.from))?;
        let at = model.as_ref().and_then(|model| model.level_at(from)).map(|level| level.level);
        // A value between two levels is told as it is.
        let whole = model.as_ref().is_some_and(|model| model.levels.iter().any(|level| level.value == from));
        let from = match at {
            Some(at) if whole => at.to_string(),
            _ => value(language, from),
        };
        Some((t.from_to)(&from, level))
    });
    let gain = live(move || of.with(|of| of.as_ref().map(|of| format!("+{}", exact(language, of.gain, 2)))));
    let then =
        live(move || of.with(|of| of.as_ref().map(|of| (t.then)(&value(language, of.index.rounded())))));
    let for_aim = live(move || {
        let aim = of.with(|of| of.as_ref().is_some_and(|of| of.for_aim));
        aim.then(|| view! { <span class="chip accent">{t.for_aim}</span> }.into_any())
    });
    let for_more = desk.instrument.clone();
    let more = Signal::derive(move || {
        of.with(|of| {
            let others = &of.as_ref().filter(|of| !of.instead.is_empty())?.instead;
            let mut lines: Vec<String> = others
                .iter()
                .take(EXCHANGES)
                .map(|other| {
                    let title = for_more.indicator(other.number).map_or("", |of| &of.short_title);
                    let name = format!("{}. {title}", other.number);
                    (t.instead_one)(&name, other.level, &exact(language, other.index, 2))
                })
                .collect();
            if others.len() > EXCHANGES {
                lines.push((t.instead_more)(others.len() - EXCHANGES));
            }
            Some(More { title: t.instead, lines })
        })
    });
    let planned = memo(move || read::<Step>(app, &key(at)).planned);
    let put = on(move |_| {
        app.change_or_say(edited::<Step>(app, &key(at), |step| step.planned = !planned.get_untracked()));
    });
    let hold = on(move |_| {
        lock(app, number, true);
        platform::focus("#jalan");
    });
    let link =
        indicator.map(|indicator| view! { <IndicatorLink draft=desk.id.clone() indicator=indicator/> });
    view! {
        <li class="way-step" data-testid="way-step" data-step=key(at)>
            <p class="line">
                <b>{link}</b>
                <span class="chip">{levels}</span>
                <b>{gain}</b>
                <span class="soft">{then}</span>
                {for_aim}
            </p>
            <div class="step-fields">
                <Effort at=at place="jalan"/>
                <div class="actions">
                    <button class="btn small-btn" data-testid=format!("lock-{number}-{level}")
                        aria-label=(t.on_indicator)(t.lock, number) on:click=hold>{t.lock}</button>
                    <button class="btn small-btn" data-testid=format!("put-{number}-{level}")
                        aria-pressed=live(move || planned.get().to_string())
                        aria-label=(t.on_step)(t.put, number, level) on:click=put>
                        {live(move || if planned.get() { t.is_put } else { t.put })}
                    </button>
                </div>
            </div>
            <Asked draft=desk.id.clone() instrument=Arc::clone(&desk.instrument) at=at more=more/>
        </li>
    }
    .into_any()
}
