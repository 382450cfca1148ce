use std::collections::BTreeMap;

use leptos::prelude::*;

use super::form::InterviewForm;
use super::session_form::SessionForm;
use crate::app::pages::workspace::Desk;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, App, use_app};
use crate::assessment::{Change, Session};
use crate::calendar::{Clash, agenda, clashes, in_no_session, web_address};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::Number;
use crate::platform;
use crate::text::interview::{full_date, numbers, span};
use crate::text::readable;

/// Sessions by day; those that run at the same time stand side by side.
#[component]
pub fn Sessions(desk: Desk, form: InterviewForm) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let sessions = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Default::default() };
            let all = draft.assessment.records.all::<Session>();
            let all: BTreeMap<String, Session> = all.map(|(id, one)| (id.to_owned(), one)).collect();
            (agenda(&draft.assessment), clashes(&draft.assessment), all)
        })
    });
    let for_days = desk.clone();
    let days = live(move || {
        let (days, clashes, all) = sessions.get();
        if days.is_empty() {
            return view! { <p class="soft">{t.no_sessions}</p> }.into_any();
        }
        let day = |day: crate::calendar::DayOf| {
            let title = day.date.map_or_else(|| t.no_day.to_owned(), |date| full_date(language, date));
            let rows = day.rooms.into_iter().map(|row| {
                let together =
                    (row.len() > 1).then(|| view! { <p class="soft small">{(t.at_once)(row.len())}</p> });
                let cards = row.into_iter().filter_map(|id| {
                    let session = all.get(&id)?.clone();
                    Some(card(app, &for_days, form, &id, session, &clashes, &all))
                });
                view! { {together}<div class="rooms">{cards.collect::<Vec<_>>()}</div> }.into_any()
            });
            let rows: Vec<_> = rows.collect();
            view! { <section class="stack"><h3>{title}</h3>{rows}</section> }.into_any()
        };
        days.into_iter().map(day).collect::<Vec<_>>().into_any()
    });
    let add = move || {
        // The next session is often on the day of the last one, in the same zone.
        let last = sessions.with_untracked(|(.., all)| {
            all.values().max_by_key(|one| (one.date, one.start)).map(|one| (one.date, one.zone))
        });
        let (date, zone) = last.unwrap_or_default();
        form.fields.show(Session { date, zone, ..Session::default() });
        form.editing.set(Some(String::new()));
        platform::next_frame(|| platform::focus("#nama-sesi"));
    };
    let add_button = move || {
        view! {
            <p class="screen-only">
                <button id="tambah-sesi" class="btn" data-testid="add-session" on:click=on(move |_| add())>{t.add_session}</button>
            </p>
        }
        .into_any()
    };
    let for_gap = desk.clone();
    let for_form = desk;
    view! {
        <section class="card stack" aria-labelledby="sesi">
            <h2 id="sesi" tabindex="-1">{t.sessions}</h2>
            {days}
            {shown_when(move || sessions.with(|(days, ..)| !days.is_empty()), move || gap(app, for_gap.clone()))}
            {shown_when(move || form.editing.with(Option::is_none), add_button)}
            {live(move || form.editing.get().map(|_| view! { <SessionForm instrument=for_form.instrument.clone() form=form/> }.into_any()))}
        </section>
    }
}

/// Indicators that are in no session.
fn gap(app: App, desk: Desk) -> AnyView {
    let t = &app.texts().interview;
    let instrument = desk.instrument.clone();
    let open = memo(move || {
        let of = |draft: &crate::app::state::Draft| in_no_session(&instrument, &draft.assessment);
        app.draft.with(|draft| draft.as_ref().map(of)).unwrap_or_default()
    });
    live(move || {
        let open: Vec<Number> = open.get();
        if open.is_empty() {
            return view! { <p class="verdict good" data-testid="unspoken">{t.all_spoken}</p> }.into_any();
        }
        let count = open.len();
        let item = |number: Number| {
            let title = desk.instrument.indicator(number).map(|one| one.short_title.clone());
            view! { <li lang="id">{format!("{number}. {}", title.unwrap_or_default())}</li> }.into_any()
        };
        let items: Vec<_> = open.into_iter().map(item).collect();
        view! {
            <div class="note warn" data-testid="unspoken">
                <p><b>{(t.unspoken)(count)}</b></p>
                <details><summary>{t.show_list}</summary><ul>{items}</ul></details>
            </div>
        }
        .into_any()
    })
    .into_any()
}

fn card(
    app: App,
    desk: &Desk,
    form: InterviewForm,
    id: &str,
    session: Session,
    clashes: &[Clash],
    all: &BTreeMap<String, Session>,
) -> AnyView {
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let name = readable(&session.title);
    // Without a day there is no time to tell, unless one was entered.
    let timed = session.date.is_some() || session.start.is_some();
    let when = timed.then(|| view! { <p><b>{span(language, &session)}</b></p> });
    let room = (!session.room.is_empty()).then(|| view! { <p>{readable(&session.room)}</p> });
    let link = (!session.link.is_empty()).then(|| match web_address(&session.link) {
        Some(href) => view! { <p class="address"><a href=href target="_blank" rel="noopener noreferrer">{readable(&session.link)}</a></p> }.into_any(),
        None => view! { <p class="address">{readable(&session.link)}</p> }.into_any(),
    });
    let people: Vec<_> = session.attendees.lines().map(str::trim).filter(|one| !one.is_empty()).collect();
    let people = (!people.is_empty()).then(
        || view! { <p class="small">{format!("{}: {}", t.attendees, readable(&people.join(", ")))}</p> },
    );
    let about = match session.indicators.is_empty() {
        true => t.without_indicators.to_owned(),
        false => (t.of_indicators)(&numbers(&session.indicators)),
    };
    let note = (!session.note.is_empty()).then(|| {
        session
            .note
            .lines()
            .map(|line| view! { <p class="small soft">{readable(line)}</p> })
            .collect::<Vec<_>>()
    });
    let twice: Vec<_> = clashes
        .iter()
        .filter_map(|clash| {
            let other = match &clash.sessions {
                [one, other] if one == id => other,
                [other, one] if one == id => other,
                _ => return None,
            };
            let other = all.get(other).map(|one| readable(&one.title)).unwrap_or_default();
            Some(view! { <p class="verdict warn small" data-testid="clash">{(t.clash)(&clash.indicator.to_string(), &other)}</p> }.into_any())
        })
        .collect();
    let first = session.indicators.iter().next().copied();
    let href = Route::Draft(desk.id.clone(), Page::Meeting(first)).href();
    let key = StoredValue::new(id.to_owned());
    let kept = StoredValue::new(session);
    let start = on(move |_| form.meeting.set(key.get_value()));
    let edit = on(move |_| {
        form.fields.show(kept.get_value());
        form.editing.set(Some(key.get_value()));
        platform::next_frame(|| platform::focus("#nama-sesi"));
    });
    let delete = on(move |_| match app.change(Change::record::<Session>(key.get_value(), None)) {
        Ok(()) => {
            if form.editing.with_untracked(|open| open.as_ref() == Some(&*key.read_value())) {
                form.editing.set(None);
            }
            app.say_with((t.session_deleted)(&readable(&kept.read_value().title)), Action::Undo);
            platform::next_frame(|| platform::focus("#sesi"));
        }
        Err(reason) => app.say((app.texts().refused)(&reason)),
    });
    let label = |action: &str| (t.on)(action, &name);
    let meeting = first.is_some().then(|| {
        view! { <a class="btn small-btn" href=href on:click=start aria-label=label(t.meeting_of)>{t.meeting_of}</a> }
    });
    view! {
        <article class="room stack" data-testid="session">
            <h4 lang="id">{name.clone()}</h4>
            {when}
            {room}{link}
            <p class="small">{about}</p>
            {people}{note}{twice}
            <div class="actions">
                {meeting}
                <button class="btn quiet small-btn" aria-label=label(t.edit) on:click=edit data-testid="edit-session">{t.edit}</button>
                <button class="btn quiet small-btn" aria-label=label(t.delete) on:click=delete data-testid="delete-session">{t.delete}</button>
            </div>
        </article>
    }
    .into_any()
}
