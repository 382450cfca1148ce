use leptos::prelude::*;

use super::{Asked, Road, StageForm};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{PredicateChip, bands};
use crate::app::route::{Page, Route};
use crate::app::state::use_app;
use crate::assessment::{Closing, Question, Stage};
use crate::front::{live, memo, on, shown_when};
use crate::text::{date, readable, stage, value};

/// How a stage stands.
#[derive(Clone, PartialEq)]
struct Standing {
    present: bool,
    begun: bool,
    closing: Option<Closing>,
    /// The later stage that freezes it, where it is not closed itself.
    frozen_by: Option<Stage>,
    /// Values that were given there.
    given: usize,
    open: usize,
    total: usize,
}

/// The five stages from left to right.
#[component]
pub fn RoadMap(desk: Desk, road: Road, form: StageForm) -> impl IntoView {
    let stops: Vec<_> = Stage::ALL.into_iter().map(|at| stop(&desk, at, road, form)).collect();
    view! { <ol class="road">{stops}</ol> }
}

fn stop(desk: &Desk, at: Stage, road: Road, form: StageForm) -> impl IntoView + use<> {
    let app = use_app();
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    let name = stage(language, at);
    let of = memo(move || {
        road.with(|road| road.iter().find(|of| of.stage == at).map(|of| of.score.standing.clone()))
    });
    let index = live(move || of.get().map(|of| value(language, of.index.rounded())));
    let predicate = memo(move || of.get().map(|of| of.predicate).unwrap_or_default());
    let standing = memo(move || {
        app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            road.with(|road| {
                let of = road.iter().find(|of| of.stage == at)?;
                let closing = assessment.closing(at);
                let frozen_by = assessment.closed_by(at).map(|(by, _)| by).filter(|by| *by != at);
                Some(Standing {
                    present: assessment.stage == at,
                    begun: of.begun,
                    closing,
                    frozen_by,
                    given: of.given,
                    open: of.score.total - of.score.answered,
                    total: of.score.total,
                })
            })
        })
    });
    let state = live(move || {
        let Standing { present, begun, closing, frozen_by, .. } = standing.get()?;
        let chip = |class: &'static str, text: &'static str| view! { <span class=class>{text}</span> };
        let closed = match (closing.is_some() || frozen_by.is_some(), begun) {
            (true, _) => chip("chip good", t.is_closed),
            (false, true) => chip("chip", t.is_open),
            (false, false) => chip("chip", t.not_begun),
        };
        Some(view! { {closed}{present.then(|| chip("chip accent", t.present))} }.into_any())
    });
    let about = live(move || {
        let Standing { begun, closing, frozen_by, given, open, total, .. } = standing.get()?;
        let line = |text: String| view! { <p class="small">{text}</p> }.into_any();
        let mut lines = Vec::new();
        if at == Stage::Visitasi && !begun {
            lines.push(line(t.if_needed.to_owned()));
        }
        lines.push(line(match (begun, given) {
            (false, _) => t.as_before.to_owned(),
            (true, 0) if at > Stage::Mandiri => t.all_taken_over.to_owned(),
            (true, given) => (t.given)(given, total),
        }));
        if begun && open > 0 {
            lines.push(line((t.open_count)(open)));
        }
        if let Some(closing) = closing {
            let day = closing.on.map(|day| date(language, &day.to_string())).unwrap_or_default();
            lines.push(line((t.closed_by)(&readable(&closing.by), &day)));
            if !closing.note.is_empty() {
                lines.push(view! { <p class="small soft written" lang="id">{closing.note}</p> }.into_any());
            }
        } else if let Some(by) = frozen_by {
            lines.push(line((t.frozen_by)(stage(language, by))));
        }
        Some(lines)
    });
    let interview = (at == Stage::Interviu).then(|| {
        let due = memo(move || {
            app.draft.with(|draft| {
                let Some(draft) = draft else { return 0 };
                let asked = draft.assessment.records.all::<Question>();
                let is_due = |of: &Question| !of.done && (!of.follow_up.trim().is_empty() || of.due.is_some());
                asked.filter(|(_, question)| is_due(question)).count()
            })
        });
        let to = |page| Route::Draft(desk.id.clone(), page).href();
        view! {
            <p class="small"><a href=to(Page::Interview)>{t.interview}</a></p>
            {live(move || (due.get() > 0).then(|| view! { <p class="small"><b>{(t.due)(due.get())}</b></p> }.into_any()))}
        }
    });
    let is =
        move |test: fn(&Standing) -> bool| memo(move || standing.with(|of| of.as_ref().is_some_and(test)));
    let (elsewhere, frozen) = (
        is(|of| !of.present && of.closing.is_none() && of.frozen_by.is_none()),
        is(|of| of.closing.is_some() || of.frozen_by.is_some()),
    );
    let closed_elsewhere = is(|of| !of.present && (of.closing.is_some() || of.frozen_by.is_some()));
    let closable = is(|of| of.begun && of.closing.is_none() && of.frozen_by.is_none());
    let button =
        move |class: &'static str, testid: &'static str, text: &'static str, act: fn(StageForm, Stage)| {
            let (press, label) = (on(move |_| act(form, at)), (t.on_stage)(text, name));
            view! { <button class=class data-testid=testid aria-label=label on:click=press>{text}</button> }
                .into_any()
        };
    let class = live(move || match standing.with(|of| of.as_ref().map(|of| (of.present, of.begun))) {
        Some((true, _)) => "card stop here",
        Some((_, true)) => "card stop",
        _ => "card stop ahead",
    });
    view! {
        <li class=class data-testid=format!("stage-{}", at.code())>
            <h2 id=format!("tahap-{}", at.code()) tabindex="-1" class="opening">{name}</h2>
            <p class="chips">{state}</p>
            <p class="value">{index}</p>
            <p><PredicateChip predicate=predicate bands=bands(&desk.instrument)/></p>
            {about}
            {interview}
            <div class="actions">
                {shown_when(move || elsewhere.get(), move || button("btn small-btn", "work-here", t.work_here, |_, at| use_app().work_at(at)))}
                {shown_when(move || closed_elsewhere.get(), move || button("btn small-btn", "work-here", t.look, |_, at| use_app().work_at(at)))}
                {shown_when(move || closable.get(), move || button("btn small-btn", "close-stage", t.close, |form, at| form.ask(Some(Asked::Close(at)))))}
                {shown_when(move || frozen.get(), move || button("btn quiet small-btn", "reopen-stage", t.reopen, |form, at| form.ask(Some(Asked::Reopen(at)))))}
            </div>
        </li>
    }
}
