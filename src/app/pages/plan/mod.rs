//! Rencana: a goal, the shortest way to it, the action plan, and what would be if.

mod actions;
mod decisions;
mod evidence;
mod goal;
mod kept;
mod scenario;
mod scenarios;
mod step;
mod way;

use std::sync::Arc;

use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::show::title;
use crate::app::state::use_app;
use crate::front::{memo, on};
use crate::instrument::Value;
use crate::plan::{Options, Shortest, present, shortest};
use crate::platform;

use goal::Goal;

/// What is open on the page. It belongs to the frame, so that a change of language loses nothing.
#[derive(Clone, Copy)]
pub struct PlanForm {
    /// The draft it was opened for.
    draft: StoredValue<String>,
    goal: RwSignal<Goal>,
    /// What was typed for [`Goal::Other`].
    other: RwSignal<String>,
    /// The scenario that is being edited.
    scenario: RwSignal<Option<String>>,
    /// Whether the action plan stands in the order of its days.
    by_due: RwSignal<bool>,
}

impl PlanForm {
    pub fn start() -> Self {
        Self {
            draft: StoredValue::new(String::new()),
            goal: RwSignal::new(Goal::Target),
            other: RwSignal::default(),
            scenario: RwSignal::new(None),
            by_due: RwSignal::new(false),
        }
    }

    /// Another draft starts anew.
    fn to(self, draft: &str) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            self.goal.set(Goal::Target);
            self.other.set(String::new());
            self.scenario.set(None);
        }
        self
    }
}

/// What the parts of the page share.
#[derive(Clone)]
struct Planning {
    desk: Desk,
    form: PlanForm,
    options: Memo<Options>,
    goal: Memo<Option<Value>>,
    found: Memo<Option<Arc<Shortest>>>,
}

#[component]
pub fn Plan(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().plan;
    title(app, t.title);
    let form = expect_context::<PlanForm>().to(&desk.id);
    let values = memo(move || {
        app.draft
            .with(|draft| draft.as_ref().map(|draft| present(&draft.instrument, &draft.assessment)))
            .unwrap_or_default()
    });
    let options = memo(move || {
        app.draft.with(|draft| draft.as_ref().map(|draft| Options::of(&draft.assessment))).unwrap_or_default()
    });
    let goal = goal::value_of(&desk, form);
    let instrument = desk.instrument.clone();
    let found = memo(move || {
        let goal = goal.get()?;
        let find = |values: &_, options: &_| shortest(&instrument, values, goal.into(), options);
        Some(Arc::new(values.with(|values| options.with(|options| find(values, options)))))
    });
    let planning = Planning { desk, form, options, goal, found };
    let jump = |to: &'static str, text: &'static str| {
        view! { <li><button class="link" on:click=on(move |_| platform::focus(to))>{text}</button></li> }
    };
    view! {
        <div class="page plan">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <nav aria-label=t.parts>
                    <ul class="inline">
                        {jump("#jalan", t.way)}{jump("#rencana-aksi", t.actions)}{jump("#bagaimana-jika", t.what_if)}
                    </ul>
                </nav>
            </section>
            <goal::GoalCard planning=planning.clone()/>
            <way::WayCard planning=planning.clone()/>
            <actions::Actions planning=planning.clone()/>
            <scenarios::Scenarios planning=planning/>
        </div>
    }
    .into_any()
}
