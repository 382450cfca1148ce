use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::form::InterviewForm;
use super::question::{Fields, add_question, options, sessions};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, StatusChip, described_by};
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::{App, use_app};
use crate::assessment::{Book, Question, Session, Stage, Status};
use crate::calendar::Calendar;
use crate::front::{follow, live, memo, on, shown_when};
use crate::instrument::{Indicator, Number};
use crate::platform;
use crate::text::{readable, stage, value};

/// Meeting mode: one indicator, large, for a projector. Which one, the address says; moving on keeps the page.
#[component]
pub fn Meeting(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().interview;
    let form = expect_context::<InterviewForm>().to(&desk.id);
    form.fetch();
    let calendar = form.calendar(app);
    let all: Vec<Number> = desk.instrument.indicators().map(|indicator| indicator.number).collect();
    // The indicators to go through, in the order of the instrument.
    let walk = memo(move || {
        let session = form.meeting.get();
        let chosen: Option<BTreeSet<Number>> = app.draft.with(|draft| {
            let session = draft.as_ref()?.assessment.records.get::<Session>(&session)?;
            Some(session.indicators).filter(|chosen| !chosen.is_empty())
        });
        match chosen {
            None => all.clone(),
            Some(chosen) => all.iter().copied().filter(|number| chosen.contains(number)).collect(),
        }
    });
    let number = Memo::new(move |before: Option<&Option<Number>>| match app.route.get() {
        Route::Draft(_, Page::Meeting(number)) => number,
        _ => before.copied().flatten(),
    });
    let id = StoredValue::new(desk.id.clone());
    // Without an indicator, or with one that is not gone through, it begins with the first.
    follow(move || {
        let first = walk.with(|walk| walk.first().copied());
        let fits = number.get().is_some_and(|number| walk.with(|walk| walk.contains(&number)));
        let here = matches!(app.route.get_untracked(), Route::Draft(_, Page::Meeting(_)));
        if let (false, true, Some(first)) = (fits, here && number.get().is_none(), first) {
            platform::replace_hash(&Route::Draft(id.get_value(), Page::Meeting(Some(first))).to_string());
        }
    });
    let near = move |step: isize| {
        walk.with_untracked(|walk| {
            let now = number.get_untracked()?;
            let at = walk.iter().position(|one| *one == now)?;
            walk.get(at.checked_add_signed(step)?).copied()
        })
    };
    let go = move |step: isize| {
        if let Some(number) = near(step) {
            app.go(&Route::Draft(id.get_value(), Page::Meeting(Some(number))));
        }
    };
    let leave = move || {
        let back = form.came_from.get_value();
        let back = back.filter(|route| route.draft() == Some(&*id.read_value()));
        app.go(&back.unwrap_or_else(|| Route::Draft(id.get_value(), Page::Interview)));
    };
    let full = RwSignal::new(platform::is_fullscreen());
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let typing = platform::is_editing_text() || platform::is_choosing();
        match (&*event.key(), typing) {
            // The first one leaves the field, so that keys move on again.
            ("Escape", true) => platform::focus("h1"),
            ("Escape", false) => leave(),
            ("ArrowRight" | "PageDown", false) => go(1),
            ("ArrowLeft" | "PageUp", false) => go(-1),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    let turned = window_event_listener(ev::resize, move |_| full.set(platform::is_fullscreen()));
    on_cleanup(move || turned.remove());
    let every = sessions(app);
    let walks = live(move || options(every.get(), &form.meeting.get(), t.all_indicators));
    let choose = on(move |event| {
        form.meeting.set(event_target_value(&event));
        let gone = number.get_untracked().is_none_or(|now| walk.with_untracked(|walk| !walk.contains(&now)));
        if let (true, Some(first)) = (gone, walk.with_untracked(|walk| walk.first().copied())) {
            app.go(&Route::Draft(id.get_value(), Page::Meeting(Some(first))));
        }
    });
    let has_sessions = app.draft.with_untracked(|draft| {
        draft.as_ref().is_some_and(|draft| draft.assessment.records.all::<Session>().next().is_some())
    });
    let by_session = has_sessions.then(|| {
        view! {
            <label class="visually-hidden" for="rapat-sesi">{t.walk}</label>
            <select id="rapat-sesi" data-testid="walk" on:change=choose>{walks}</select>
        }
    });
    let at = live(move || {
        let now = number.get()?;
        walk.with(|walk| {
            let at = walk.iter().position(|one| *one == now)?;
            Some((t.at)(at + 1, walk.len()))
        })
    });
    let is_end = move |step: isize| {
        live(move || {
            number.track();
            walk.track();
            near(step).is_none()
        })
    };
    let sheet = live(move || {
        let number = number.get()?;
        Some(match desk.instrument.indicator(number).cloned() {
            Some(indicator) => {
                view! { <Sheet desk=desk.clone() indicator=indicator form=form calendar=calendar/> }
                    .into_any()
            }
            None => {
                let text = (app.texts().refused)(&crate::assessment::Refused::UnknownIndicator(number));
                title(app, t.meeting);
                view! { <h1 tabindex="-1">{app.texts().frame.not_found}</h1><p class="note warn">{text}</p> }
                    .into_any()
            }
        })
    });
    view! {
        <div class="meeting" data-testid="meeting">
            <nav class="steer" aria-label=t.meeting>
                <button class="btn small-btn" disabled=is_end(-1) aria-label=t.previous title=t.previous on:click=on(move |_| go(-1))>"←"</button>
                <span role="status" data-testid="meeting-at">{at}</span>
                <button class="btn small-btn" disabled=is_end(1) aria-label=t.next title=t.next on:click=on(move |_| go(1))>"→"</button>
                {by_session}
                <span class="soft small keys">{t.keys}</span>
                <button class="btn small-btn" on:click=on(move |_| platform::turn_fullscreen()) data-testid="fullscreen">
                    {live(move || if full.get() { t.leave_fullscreen } else { t.fullscreen })}
                </button>
                <button class="btn small-btn" on:click=on(move |_| leave()) data-testid="leave-meeting">{t.leave}</button>
            </nav>
            {sheet}
        </div>
    }
    .into_any()
}

/// One indicator: what is claimed and why, what proves it, and what is asked.
#[component]
fn Sheet(
    desk: Desk,
    indicator: Indicator,
    form: InterviewForm,
    calendar: Memo<Arc<Calendar>>,
) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let number = indicator.number;
    title(app, &format!("{number}. {}", indicator.short_title));
    let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
    let crumbs: Vec<_> = desk.instrument.path_to(number).iter().map(|one| one.title.clone()).collect();
    let support = desk.support;
    let standing =
        memo(move || support.with(|all| all.indicator(number).map(|one| (one.claimed, one.value))));
    let of = indicator.clone();
    let model = desk.instrument.model_of(&indicator).cloned();
    let claim = live(move || {
        let (claimed, supported) = standing.get()?;
        let Some(claimed) = claimed else {
            return Some(view! { <p class="claim"><b>{t.unclaimed}</b></p> }.into_any());
        };
        let level = model.as_ref().and_then(|model| model.level_at(claimed)).cloned();
        let criterion = level.as_ref().and_then(|level| of.criteria.get(&level.level)).cloned();
        let name = level.map(|level| level.title);
        Some(
            view! {
                <div class="claims">
                    <p class="claim"><span class="soft">{t.claimed}</span>" "<b data-testid="meeting-claimed">{value(language, claimed)}</b>" "<span lang="id">{name}</span></p>
                    <p class="claim"><span class="soft">{t.supported}</span>" "<b>{value(language, supported)}</b></p>
                </div>
                {criterion.map(|text| view! { <p class="criterion" lang="id">{text}</p> })}
            }
            .into_any(),
        )
    });
    let answer = memo(move || {
        app.draft.with(|draft| {
            let of = &draft.as_ref()?.assessment;
            // What was written last on the way here.
            let stages = of.answers.range(..=of.stage).rev();
            let mut written = stages.filter_map(|(_, all)| all.get(&number)).map(|one| &one.explanation);
            written.find(|one| !one.is_empty()).map(|one| (one.facts.clone(), one.analysis.clone()))
        })
    });
    let explanation = live(move || {
        let (facts, analysis) = answer.get()?;
        let texts = &app.texts().assess;
        let part = |label: &'static str, text: String| {
            let lines: Vec<_> =
                text.lines().map(|line| view! { <p>{readable(line)}</p> }.into_any()).collect();
            (!text.trim().is_empty())
                .then(|| view! { <section class="stack"><h2>{label}</h2>{lines}</section> })
        };
        Some(view! { {part(texts.facts, facts)}{part(texts.analysis, analysis)} }.into_any())
    });
    let id = desk.id.clone();
    let documents = live(move || documents(app, &id, number));
    let stages = live(move || stages(app, number));
    let keys = memo(move || {
        app.draft.with(|draft| {
            let all = draft.iter().flat_map(|draft| draft.assessment.records.all::<Question>());
            let here = all.filter(|(key, _)| Book::Questions.indicator(key) == Some(number));
            here.map(|(key, _)| key.to_owned()).collect::<Vec<_>>()
        })
    });
    let questions = live(move || {
        let question = |key: String| {
            let label = (t.of_indicator)(number);
            view! {
                <div class="question" role="group" aria-label=label data-testid="meeting-question">
                    <Fields key=StoredValue::new(key) calendar=calendar package=package folded=true/>
                </div>
            }
            .into_any()
        };
        keys.get().into_iter().map(question).collect::<Vec<_>>()
    });
    let none = move || keys.with(Vec::is_empty);
    let empty = RwSignal::new(false);
    let add = on(move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = form.new_question.get_untracked();
        empty.set(text.trim().is_empty());
        if text.trim().is_empty() {
            return platform::focus("#tanya-rapat");
        }
        if let Some(key) = add_question(app, number, form.meeting.get_untracked(), &text) {
            form.new_question.set(String::new());
            let id = super::question::id_of(&key, "jawab");
            platform::next_frame(move || platform::focus(&format!("#{id}")));
        }
    });
    let ask = (!package).then(|| {
        view! {
            <form class="stack" novalidate=true on:submit=add>
                <Field id="tanya-rapat" label=t.add_question error=Signal::derive(move || empty.get().then(|| String::from(t.question_needed))) at_once=true>
                    <textarea id="tanya-rapat" rows="2" data-testid="meeting-ask" prop:value=live(move || form.new_question.get())
                        aria-invalid=live(move || empty.get().then_some("true"))
                        aria-describedby=live(move || described_by("tanya-rapat", false, empty.get()))
                        on:input=on(move |event| form.new_question.set(event_target_value(&event)))></textarea>
                </Field>
                <p><button class="btn small-btn" type="submit" data-testid="meeting-add">{t.add_question}</button></p>
            </form>
        }
        .into_any()
    });
    view! {
        <div class="head">
            <p class="crumbs" lang="id">{crumbs.join(" › ")}</p>
            <h1 tabindex="-1" lang="id">{format!("{number}. {}", indicator.short_title)}</h1>
        </div>
        <div class="halves">
            <div class="stack">
                {claim}
                {explanation}
                <section class="stack"><h2>{t.stages}</h2>{stages}</section>
            </div>
            <div class="stack">
                <section class="stack"><h2>{t.documents}</h2>{documents}</section>
                <section class="stack">
                    <h2>{t.questions}</h2>
                    {shown_when(none, move || view! { <p class="soft">{t.no_questions}</p> }.into_any())}
                    {questions}
                    {ask}
                </section>
            </div>
        </div>
    }
}

/// The documents of an indicator, by level, with their status and where to look in them.
fn documents(app: App, draft: &str, number: Number) -> AnyView {
    let t = &app.texts().interview;
    let mut rows: Vec<(u8, String, String, Status, String)> = app.draft.with(|draft| {
        let Some(draft) = draft else { return Vec::new() };
        let of = &draft.assessment;
        let here = of.links.iter().filter(|(key, _)| key.indicator == number);
        let row = |(key, link): (&crate::assessment::LinkKey, &crate::assessment::Link)| {
            let one = of.evidence.get(&key.evidence)?;
            let pages = if link.pages.is_empty() { &one.pages } else { &link.pages };
            Some((key.level, one.title.clone(), key.evidence.clone(), one.status(), pages.clone()))
        };
        here.filter_map(row).collect()
    });
    if rows.is_empty() {
        return view! { <p class="soft">{t.no_documents}</p> }.into_any();
    }
    rows.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    rows.dedup_by(|a, b| a.0 == b.0 && a.2 == b.2 && a.4 == b.4);
    let row = |(level, title, id, status, pages): (u8, String, String, Status, String)| {
        let href = Route::Draft(draft.to_owned(), Page::Document(id)).href();
        view! {
            <li class="line">
                <a href=href lang="id">{readable(&title)}</a>
                <span class="soft">{(t.level)(level)}</span>
                <StatusChip status=status/>
                {(!pages.is_empty()).then(|| view! { <span class="soft" lang="id">{readable(&pages)}</span> })}
            </li>
        }
        .into_any()
    };
    view! { <ul class="proofs">{rows.into_iter().map(row).collect::<Vec<_>>()}</ul> }.into_any()
}

/// What an indicator was worth at each stage, as far as the road has come.
fn stages(app: App, number: Number) -> AnyView {
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    app.draft.with(|draft| {
        let Some(draft) = draft else { return ().into_any() };
        let of = &draft.assessment;
        let reached = of.answers.iter().filter(|(_, all)| all.contains_key(&number)).map(|(at, _)| *at).max();
        let reached = reached.unwrap_or_default().max(of.stage);
        let row = |at: Stage| {
            let (shown, taken) = match of.value_at(at, number) {
                None => (t.without_value.to_owned(), None),
                Some((one, from)) => {
                    let taken = (from != at).then(|| (t.taken_over)(stage(language, from)));
                    (value(language, one), taken)
                }
            };
            view! {
                <div>
                    <dt>{stage(language, at)}</dt>
                    <dd>{shown}{taken.map(|text| view! { " "<span class="soft small">{text}</span> })}</dd>
                </div>
            }
            .into_any()
        };
        let rows: Vec<_> = Stage::ALL.into_iter().filter(|at| *at <= reached).map(row).collect();
        view! { <dl class="pairs given">{rows}</dl> }.into_any()
    })
}
