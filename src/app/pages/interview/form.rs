use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::route::{Page, Route};
use crate::app::state::App;
use crate::assessment::{Clock, Date, Session, Zone};
use crate::calendar::{Calendar, DueItem, Published, still_due};
use crate::front::{follow, memo};
use crate::instrument::Number;
use crate::platform;

/// The list of holidays that comes with the app, as far as it has come.
#[derive(Clone, Default, PartialEq)]
pub enum Holidays {
    #[default]
    Waiting,
    Here(Arc<Published>),
    Failed,
}

/// What is open on the pages of the interview, and what is typed there. It belongs to the frame, so that a
/// change of language loses nothing.
#[derive(Clone, Copy)]
pub struct InterviewForm {
    /// The draft it was opened for.
    draft: StoredValue<String>,
    pub holidays: RwSignal<Holidays>,
    /// The session that is being written; an empty id for a new one.
    pub editing: RwSignal<Option<String>>,
    pub fields: SessionFields,
    /// What questions are narrowed to.
    pub session: RwSignal<String>,
    pub open_only: RwSignal<bool>,
    /// The question whose fields are open.
    pub question: RwSignal<Option<String>>,
    pub new_question: RwSignal<String>,
    /// The year whose holidays are shown.
    pub year: RwSignal<u16>,
    pub new_day: RwSignal<String>,
    pub new_day_name: RwSignal<String>,
    /// The session that a meeting goes through; empty for all indicators.
    pub meeting: RwSignal<String>,
    /// Where a person was before the meeting.
    pub came_from: StoredValue<Option<Route>>,
}

/// The fields of a session, as they are typed.
#[derive(Clone, Copy)]
pub struct SessionFields {
    pub title: RwSignal<String>,
    pub date: RwSignal<String>,
    pub start: RwSignal<String>,
    pub end: RwSignal<String>,
    pub zone: RwSignal<Zone>,
    pub room: RwSignal<String>,
    pub link: RwSignal<String>,
    pub attendees: RwSignal<String>,
    pub note: RwSignal<String>,
    pub indicators: RwSignal<BTreeSet<Number>>,
}

impl InterviewForm {
    pub fn start(app: App) -> Self {
        let came_from = StoredValue::new(None);
        follow(move || {
            let route = app.route.get();
            if !matches!(route, Route::Draft(_, Page::Meeting(_))) {
                came_from.set_value(Some(route));
            }
        });
        Self {
            draft: StoredValue::new(String::new()),
            holidays: RwSignal::default(),
            editing: RwSignal::new(None),
            fields: SessionFields::start(),
            session: RwSignal::default(),
            open_only: RwSignal::new(false),
            question: RwSignal::new(None),
            new_question: RwSignal::default(),
            year: RwSignal::new(platform::this_year()),
            new_day: RwSignal::default(),
            new_day_name: RwSignal::default(),
            meeting: RwSignal::default(),
            came_from,
        }
    }

    pub fn to(self, draft: &str) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            self.editing.set(None);
            self.session.set(String::new());
            self.open_only.set(false);
            self.question.set(None);
            self.new_question.set(String::new());
            self.new_day.set(String::new());
            self.new_day_name.set(String::new());
            self.meeting.set(String::new());
        }
        self
    }

    /// Fetches the list of holidays, unless it is here.
    pub fn fetch(self) {
        if self.holidays.with_untracked(|list| matches!(list, Holidays::Here(_))) {
            return;
        }
        self.holidays.set(Holidays::Waiting);
        spawn_local(async move {
            let text = platform::fetch_text("holidays/indonesia.json").await;
            let list = text.ok().and_then(|text| Published::read(&text).ok());
            self.holidays.set(list.map_or(Holidays::Failed, |list| Holidays::Here(Arc::new(list))));
        });
    }

    /// The list with the open draft's own changes. Until the list is here, weekends alone.
    pub fn calendar(self, app: App) -> Memo<Arc<Calendar>> {
        memo(move || {
            let list = match self.holidays.get() {
                Holidays::Here(list) => list,
                _ => Arc::default(),
            };
            let of = app.draft.with(|draft| draft.as_ref().map(|d| Calendar::of(&list, &d.assessment)));
            Arc::new(of.unwrap_or_default())
        })
    }
}

/// What is due in the open draft.
pub fn dues(app: App, calendar: Memo<Arc<Calendar>>) -> Memo<Arc<Vec<DueItem>>> {
    memo(move || {
        let calendar = calendar.get();
        let of = app.draft.with(|draft| draft.as_ref().map(|d| still_due(&d.assessment, &calendar)));
        Arc::new(of.unwrap_or_default())
    })
}

/// What does not fit in the fields of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    Title,
    Date,
    EndAlone,
    End,
}

impl SessionFields {
    fn start() -> Self {
        Self {
            title: RwSignal::default(),
            date: RwSignal::default(),
            start: RwSignal::default(),
            end: RwSignal::default(),
            zone: RwSignal::new(Zone::default()),
            room: RwSignal::default(),
            link: RwSignal::default(),
            attendees: RwSignal::default(),
            note: RwSignal::default(),
            indicators: RwSignal::default(),
        }
    }

    pub fn show(self, of: Session) {
        let clock = |clock: Option<Clock>| clock.map(|clock| clock.to_string()).unwrap_or_default();
        self.title.set(of.title);
        self.date.set(of.date.map(|date| date.to_string()).unwrap_or_default());
        self.start.set(clock(of.start));
        self.end.set(clock(of.end));
        self.zone.set(of.zone);
        self.room.set(of.room);
        self.link.set(of.link);
        self.attendees.set(of.attendees);
        self.note.set(of.note);
        self.indicators.set(of.indicators);
    }

    /// The session as it is typed, over what else it held.
    ///
    /// # Errors
    /// The first field that does not fit.
    pub fn read(self, over: Session) -> Result<Session, Mistake> {
        let typed = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
        let clock = |signal| Some(typed(signal)).filter(|text| !text.is_empty());
        let read_clock = |text: Option<String>| text.and_then(|text| Clock::parse(text.get(..5)?));
        let date = Some(typed(self.date)).filter(|text| !text.is_empty());
        let session = Session {
            title: typed(self.title),
            date: date.as_deref().and_then(Date::parse),
            start: read_clock(clock(self.start)),
            end: read_clock(clock(self.end)),
            zone: self.zone.get_untracked(),
            room: typed(self.room),
            link: typed(self.link),
            attendees: typed(self.attendees),
            note: typed(self.note),
            indicators: self.indicators.get_untracked(),
            ..over
        };
        match (session.start, session.end) {
            _ if session.title.is_empty() => Err(Mistake::Title),
            _ if date.is_some() && session.date.is_none() => Err(Mistake::Date),
            (None, Some(_)) => Err(Mistake::EndAlone),
            (Some(start), Some(end)) if end <= start => Err(Mistake::End),
            _ => Ok(session),
        }
    }
}
