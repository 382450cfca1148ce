//! An indicator at the stage that is being worked on: whose value counts, and what assessors remark.

use leptos::prelude::*;

use super::explanation::Remarks;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, use_app};
use crate::assessment::{Answer, Change, Stage};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Number, Value};
use crate::platform;
use crate::text::{date, readable, stage, value};

/// Why nothing can be changed here: the stage is closed.
#[component]
pub fn Frozen(draft: String) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.stages, app.language.get_untracked());
    let why = memo(move || app.frozen().map(|closed| (app.stage(), closed)));
    let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
    let href = Route::Draft(draft, Page::Stages).href();
    live(move || {
        let (at, (closed, closing)) = why.get()?;
        let day = closing.on.map(|day| date(language, &day.to_string())).unwrap_or_default();
        let text = (t.frozen)(stage(language, at), stage(language, closed), &readable(&closing.by), &day);
        let link = if package {
            t.frozen_package.into_any()
        } else {
            view! { <a href=href.clone()>{t.to_stages}</a> }.into_any()
        };
        Some(view! { <p class="note warn" data-testid="frozen"><span>{text}" "{link}</span></p> }.into_any())
    })
}

/// Of an indicator: the value in force, where it was given, and the one it stands instead of.
#[derive(Clone, PartialEq)]
struct InForce {
    stage: Stage,
    now: Option<(Value, Stage)>,
    before: Option<(Value, Stage)>,
}

/// At a later stage: whether its value was given here or taken over, and the way from one to the other.
#[component]
pub fn ValueHere(number: Number) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    let frozen = memo(move || app.frozen().is_some());
    let of = memo(move || {
        app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            let stage = assessment.stage;
            let earlier = Stage::ALL.into_iter().rfind(|at| *at < stage)?;
            let (now, before) = (assessment.value_at(stage, number), assessment.value_at(earlier, number));
            Some(InForce { stage, now, before })
        })
    });
    let give = move |stage, given: Option<Value>| {
        on(move |_| {
            app.change_or_say(Change::Value { stage, indicator: number, value: given });
            if given.is_none() {
                app.say_with(t.took_over, Action::Undo);
            }
            // The button gives way to the other one.
            platform::next_frame(|| platform::focus("#nilai-tahap"));
        })
    };
    live(move || {
        let InForce { stage: here, now, before } = of.get()?;
        let named = |at| stage(language, at);
        let shown = |of: Value| value(language, of);
        let (text, button) = match now {
            Some((of, at)) if at == here => {
                let before = before.map(|(of, at)| format!(" {}", (t.instead_of)(named(at), &shown(of))));
                let text = format!("{}{}", (t.value_of)(&shown(of), named(at)), before.unwrap_or_default());
                (text, Some((t.take_over.to_owned(), "take-over", give(here, None))))
            }
            Some((of, at)) => {
                let text = format!("{} {}", (t.taken_from)(&shown(of), named(at)), t.give_one);
                (text, Some(((t.confirm)(&shown(of)), "confirm-value", give(here, Some(of)))))
            }
            None => (format!("{} {}", t.nothing_yet, t.give_one), None),
        };
        let button = button.filter(|_| !frozen.get()).map(|(label, testid, act)| {
            view! { <button class="btn small-btn" data-testid=testid on:click=act>{label}</button> }
        });
        let given = now.is_some_and(|(_, at)| at == here);
        Some(view! {
            <div class=if given { "note at-stage given" } else { "note at-stage" } data-testid="value-here">
                <p id="nilai-tahap" tabindex="-1">{text}</p>
                {button}
            </div>
        }
        .into_any())
    })
}

/// What was written of an indicator at an earlier stage.
#[derive(Clone, PartialEq)]
struct Written {
    at: Stage,
    value: Option<Value>,
    /// Facts, analysis, note, justification.
    texts: [String; 4],
}

impl Written {
    fn of(at: Stage, answer: &Answer) -> Self {
        let Answer { value, explanation, note, justification, .. } = answer;
        let texts = [&explanation.facts, &explanation.analysis, note, justification].map(String::clone);
        Self { at, value: *value, texts }
    }

    fn says_something(&self) -> bool {
        self.texts.iter().any(|text| !text.trim().is_empty())
    }
}

/// Catatan and Justifikasi of the present stage, and what stands at earlier ones, to be read.
#[component]
pub fn AtStage(number: Number) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    let here = memo(move || app.stage());
    let earlier = memo(move || {
        app.draft.with(|draft| {
            let Some(of) = draft.as_ref().map(|draft| &draft.assessment) else { return Vec::new() };
            let all = of.answers.range(..of.stage).filter_map(|(at, all)| Some((*at, all.get(&number)?)));
            let all = all.map(|(at, answer)| Written::of(at, answer));
            all.filter(Written::says_something).collect::<Vec<_>>()
        })
    });
    let blocks = live(move || {
        let block = |written: Written| {
            let Written { at, value: of, texts } = written;
            let given = of.map(|of| format!(" · {}", value(language, of)));
            let texts: Vec<_> = t
                .fields
                .into_iter()
                .zip(texts)
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(term, text)| view! { <div><dt>{term}</dt><dd lang="id">{text}</dd></div> }.into_any())
                .collect();
            let go = on(move |_| {
                app.work_at(at);
                platform::next_frame(platform::focus_heading);
            });
            view! {
                <section class="stack earlier" data-testid="earlier">
                    <h3>{stage(language, at)}{given}</h3>
                    <dl class="pairs wide written">{texts}</dl>
                    <p><button class="link" on:click=go>{(t.write_there)(stage(language, at))}</button></p>
                </section>
            }
            .into_any()
        };
        earlier.get().into_iter().map(block).collect::<Vec<_>>()
    });
    let has_remarks = memo(move || {
        app.draft.with(|draft| {
            let answer = draft.as_ref().and_then(|draft| draft.assessment.answer(number));
            answer.is_some_and(|answer| !answer.note.is_empty() || !answer.justification.is_empty())
        })
    });
    let later = memo(move || here.get() > Stage::Mandiri);
    let heading = live(move || stage(language, here.get()));
    shown_when(
        move || later.get() || has_remarks.get(),
        move || {
            view! {
                <section class="card stack" aria-labelledby="tahap-ini" data-testid="at-stage">
                    <h2 id="tahap-ini" class="opening">{heading.clone()}</h2>
                    <Remarks number=number/>
                </section>
                {shown_when(move || later.get(), { let blocks = blocks.clone(); move || view! {
                    <section class="card stack" aria-labelledby="tahap-lalu">
                        <h2 id="tahap-lalu">{t.earlier}</h2>
                        {shown_when(move || earlier.with(Vec::is_empty), move || view! { <p class="soft">{t.nothing_earlier}</p> }.into_any())}
                        {blocks.clone()}
                    </section>
                }.into_any() })}
            }
            .into_any()
        },
    )
}
