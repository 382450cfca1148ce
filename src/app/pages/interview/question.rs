use std::sync::Arc;

use leptos::prelude::*;

use super::due_field::{DueDay, DueField, usual_due};
use super::form::InterviewForm;
use crate::app::pages::workspace::Desk;
use crate::app::parts::Field;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, App, use_app};
use crate::app::units::by_name;
use crate::assessment::{Book, Change, Due, Question, Session};
use crate::calendar::Calendar;
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::text::interview::unit_of;
use crate::text::readable;

/// The id of an element that belongs to an entry.
pub fn id_of(key: &str, part: &str) -> String {
    format!("t-{}-{part}", key.replace(':', "-"))
}

/// Writes a part of a question. A question with nothing in it is deleted with its button, not by emptying it.
pub fn write(app: App, key: &str, edit: impl FnOnce(&mut Question)) {
    let of = |draft: &crate::app::state::Draft| draft.assessment.records.get::<Question>(key);
    let Some(before) = app.draft.with_untracked(|draft| draft.as_ref().and_then(of)) else { return };
    let mut after = before.clone();
    edit(&mut after);
    if after == before {
        return;
    }
    if after == Question::default() {
        return app.say(app.texts().interview.question_needed);
    }
    // What is to be done has to be done some day.
    if before.follow_up.is_empty() && !after.follow_up.is_empty() && after.due.is_none() {
        after.due = Some(usual_due(app, &after));
    }
    app.change_or_say(Change::record(key, Some(&after)));
}

/// A question by its key. Follows the draft.
pub fn question_of(app: App, key: StoredValue<String>) -> Memo<Option<Question>> {
    memo(move || app.draft.with(|draft| draft.as_ref()?.assessment.records.get(&key.read_value())))
}

/// A question as it is read, with its fields where they are open.
#[component]
pub fn Card(
    desk: Desk,
    key: String,
    form: InterviewForm,
    calendar: Memo<Arc<Calendar>>,
    package: bool,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().interview;
    let number = Book::Questions.indicator(&key).unwrap_or_default();
    let title = desk.instrument.indicator(number).map(|one| one.short_title.clone()).unwrap_or_default();
    let id = StoredValue::new(key);
    let question = question_of(app, id);
    let is_open = memo(move || form.question.with(|open| open.as_ref() == Some(&*id.read_value())));
    let named = memo(move || {
        app.draft.with(|draft| {
            let of = &draft.as_ref()?.assessment;
            let question = question.get()?;
            let session = of.records.get::<Session>(&question.session).map(|one| readable(&one.title));
            Some((session, unit_of(of, &question.owner)))
        })
    });
    let marks = live(move || {
        let (session, unit) = named.get()?;
        let done = question.with(|one| one.as_ref().is_some_and(|one| one.done));
        Some(view! {
            {done.then(|| view! { <span class="chip good">{t.is_done}</span> })}
            {session.map(|session| view! { <span class="chip" lang="id">{session}</span> })}
            {unit.map(|unit| view! { <span class="chip" lang="id">{unit}</span> })}
        })
    });
    let read = move || {
        let part = move |label: &'static str,
                         field: fn(&Question) -> &String,
                         empty: Option<&'static str>| {
            live(move || {
                let text = question.with(|one| one.as_ref().map(|one| field(one).clone()))?;
                let lines: Vec<_> = match (text.trim(), empty) {
                    ("", None) => return None,
                    ("", Some(empty)) => vec![view! { <p class="soft">{empty.to_owned()}</p> }.into_any()],
                    (text, _) => text
                        .lines()
                        .map(|line| view! { <p lang="id">{readable(line)}</p> }.into_any())
                        .collect(),
                };
                Some(view! { <div><dt>{label}</dt><dd>{lines}</dd></div> }.into_any())
            })
        };
        let due =
            memo(move || question.with(|one| one.as_ref().filter(|one| !one.done).and_then(|one| one.due)));
        view! {
            <dl class="pairs wide told">
                {part(t.question, |one| &one.question, None)}
                {part(t.answer, |one| &one.answer, Some(t.unanswered))}
                {part(t.follow_up, |one| &one.follow_up, None)}
                {live(move || due.get().map(|_| view! { <div><dt>{t.due}</dt><dd><DueDay due=due calendar=calendar plain=true/></dd></div> }.into_any()))}
            </dl>
        }
        .into_any()
    };
    let turn = on(move |_| {
        let open = is_open.get_untracked();
        form.question.set((!open).then(|| id.get_value()));
        if !open {
            platform::next_frame(move || platform::focus(&format!("#{}", id_of(&id.read_value(), "jawab"))));
        }
    });
    let delete = on(move |_| match app.change(Change::record::<Question>(id.get_value(), None)) {
        Ok(()) => {
            app.say_with((t.question_deleted)(number), Action::Undo);
            platform::next_frame(|| platform::focus("#pertanyaan"));
        }
        Err(reason) => app.say((app.texts().refused)(&reason)),
    });
    let what = (t.of_indicator)(number);
    let href = Route::Draft(desk.id.clone(), Page::Indicator(number)).href();
    let meeting = Route::Draft(desk.id.clone(), Page::Meeting(Some(number))).href();
    let to_all = on(move |_| form.meeting.set(String::new()));
    let panel = id_of(&id.read_value(), "isian");
    view! {
        <article class="question stack" data-testid="question">
            <div class="line">
                <h3><a href=href lang="id">{format!("{number}. {title}")}</a></h3>
                {marks}
            </div>
            {shown_when(move || !is_open.get(), read)}
            <div id=panel.clone()>
                {shown_when(move || is_open.get(), move || view! { <Fields key=id calendar=calendar package=package folded=false/> }.into_any())}
            </div>
            <div class="actions">
                <button class="btn small-btn" aria-expanded=live(move || is_open.get().to_string()) aria-controls=panel on:click=turn data-testid="edit-question"
                    aria-label=live({ let what = what.clone(); move || (t.on)(if is_open.get() { t.close } else { t.edit }, &what) })>
                    {live(move || if is_open.get() { t.close } else { t.edit })}
                </button>
                <a class="btn quiet small-btn" href=meeting on:click=to_all aria-label=(t.on)(t.to_meeting, &what)>{t.to_meeting}</a>
                {(!package).then(|| view! {
                    <button class="btn quiet small-btn" on:click=delete aria-label=(t.on)(t.delete, &what) data-testid="delete-question">{t.delete}</button>
                })}
            </div>
        </article>
    }
}

/// The fields of a question, written as they are typed.
#[component]
pub fn Fields(
    key: StoredValue<String>,
    calendar: Memo<Arc<Calendar>>,
    package: bool,
    /// Whether what is to follow is folded away until there is something.
    folded: bool,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().interview;
    let question = question_of(app, key);
    let area = move |part: &'static str,
                     label: &'static str,
                     read: fn(&Question) -> &String,
                     field: fn(&mut Question) -> &mut String| {
        let id = id_of(&key.read_value(), part);
        let text =
            live(move || question.with(|one| one.as_ref().map(|one| read(one).clone())).unwrap_or_default());
        let write = on(move |event| {
            let typed = event_target_value(&event);
            write(app, &key.read_value(), move |question| *field(question) = typed);
        });
        // Leaving the field ends the step that one undo takes back.
        let leave = on(move |_| {
            app.draft.update_untracked(|draft| {
                if let Some(draft) = draft {
                    draft.history.pause();
                }
            });
        });
        view! {
            <Field id=id.clone() label=label>
                <textarea id=id rows="2" data-testid=format!("question-{part}") prop:value=text on:input=write on:blur=leave></textarea>
            </Field>
        }
        .into_any()
    };
    let units = memo(move || {
        let owner = question.with(|one| one.as_ref().map(|one| one.owner.clone()).unwrap_or_default());
        let named = |(id, unit): (&String, &crate::assessment::Unit)| (id.clone(), readable(&unit.name));
        let units = app.draft.with(|draft| {
            let units = draft.as_ref().map(|draft| by_name(&draft.assessment)).unwrap_or_default();
            units.into_iter().map(named).collect::<Vec<_>>()
        });
        (units, owner)
    });
    let owners = live(move || {
        let (units, owner) = units.get();
        options(units, &owner, t.nobody)
    });
    let choose_owner = on(move |event| {
        let owner = event_target_value(&event);
        write(app, &key.read_value(), move |question| question.owner = owner);
    });
    let all = sessions(app);
    let chosen =
        memo(move || question.with(|one| one.as_ref().map(|one| one.session.clone()).unwrap_or_default()));
    let sessions = live(move || options(all.get(), &chosen.get(), t.no_session));
    let choose_session = on(move |event| {
        let session = event_target_value(&event);
        let day = |id: &str| {
            app.draft
                .with_untracked(|draft| draft.as_ref()?.assessment.records.get::<Session>(id))
                .and_then(|session| session.date)
        };
        let to = day(&session);
        write(app, &key.read_value(), move |question| {
            // What is counted after the one session is counted after the other.
            if let (Some(Due::Within { from, days }), Some(to)) = (question.due, to)
                && day(&question.session) == Some(from)
            {
                question.due = Some(Due::Within { from: to, days });
            }
            question.session = session;
        });
    });
    let done = on(move |event| {
        let done = event_target_checked(&event);
        write(app, &key.read_value(), move |question| question.done = done);
    });
    let (owner_id, session_id) = (id_of(&key.read_value(), "unit"), id_of(&key.read_value(), "sesi"));
    let of_whole = (!package).then(|| {
        view! {
            <div class="fields">
                <Field id=owner_id.clone() label=t.owner>
                    <select id=owner_id data-testid="question-owner" on:change=choose_owner>{owners}</select>
                </Field>
                <Field id=session_id.clone() label=t.session>
                    <select id=session_id data-testid="question-session" on:change=choose_session>{sessions}</select>
                </Field>
            </div>
        }
        .into_any()
    });
    let lanjut = area("lanjut", t.follow_up, |one| &one.follow_up, |one| &mut one.follow_up);
    let rest = view! {
        <div class="stack">
            {lanjut}
            {of_whole}
            <DueField key=key question=question calendar=calendar/>
            <label class="tick">
                <input type="checkbox" data-testid="question-done" prop:checked=live(move || question.with(|one| one.as_ref().is_some_and(|one| one.done))) on:change=done/>
                <span>{t.done}</span>
            </label>
        </div>
    }
    .into_any();
    let rest = if folded {
        let open = question.with_untracked(|one| one.as_ref().is_some_and(|one| !one.follow_up.is_empty()));
        view! { <details open=open><summary>{t.follow_up}</summary>{rest}</details> }.into_any()
    } else {
        rest
    };
    view! {
        <div class="stack">
            {area("tanya", t.question, |one| &one.question, |one| &mut one.question)}
            {area("jawab", t.answer, |one| &one.answer, |one| &mut one.answer)}
            {rest}
        </div>
    }
}

/// The sessions of the open draft to choose from: ids and titles, by day. Follows the draft.
pub fn sessions(app: App) -> Memo<Vec<(String, String)>> {
    memo(move || {
        app.draft.with(|draft| {
            let all = draft.iter().flat_map(|draft| draft.assessment.records.all::<Session>());
            let mut all: Vec<_> = all
                .map(|(id, one)| {
                    ((one.date.is_none(), one.date, one.start), readable(&one.title), id.to_owned())
                })
                .collect();
            all.sort();
            all.into_iter().map(|(_, title, id)| (id, title)).collect()
        })
    })
}

/// What can be chosen, after what stands for none.
pub fn options(all: Vec<(String, String)>, chosen: &str, none: &'static str) -> Vec<AnyView> {
    let option = |(id, name): (String, String)| {
        let selected = id == chosen;
        view! { <option value=id lang="id" prop:selected=selected>{name}</option> }.into_any()
    };
    let none = view! { <option value="" prop:selected=chosen.is_empty()>{none}</option> }.into_any();
    std::iter::once(none).chain(all.into_iter().map(option)).collect()
}

/// Adds a question to an indicator. The only unit that owns the indicator is to see to it.
pub fn add_question(app: App, number: u16, session: String, text: &str) -> Option<String> {
    let owner = app.draft.with_untracked(|draft| {
        let mut owners = draft.as_ref()?.assessment.owners(number).map(|(id, _)| id.clone());
        owners.next().filter(|_| owners.next().is_none())
    });
    let question = Question {
        session,
        question: text.trim().to_owned(),
        owner: owner.unwrap_or_default(),
        ..Question::default()
    };
    let key = format!("{number}:{}", platform::new_id());
    match app.change(Change::record(key.clone(), Some(&question))) {
        Ok(()) => {
            app.say((app.texts().interview.question_added)(number));
            Some(key)
        }
        Err(reason) => {
            app.say((app.texts().refused)(&reason));
            None
        }
    }
}
