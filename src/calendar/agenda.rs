//! Sessions of the interview: by day, side by side where they run at the same time, and what is forgotten.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, Clock, Date, Session};
use crate::instrument::{Instrument, Number};

/// From when to when, in minutes of one clock for all zones. Without an end, it is where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: i64,
    pub end: i64,
}

impl Span {
    /// Whether two sessions run at the same time. One that ends when the other begins does not.
    pub fn meets(self, other: Self) -> bool {
        self.start == other.start || (self.start < other.end && other.start < self.end)
    }
}

/// When a session runs: None without a day or a time. An end before its start, which only a merge leaves
/// behind, counts as none.
pub fn moments(session: &Session) -> Option<Span> {
    let (date, start) = (session.date?, session.start?);
    let first = Date::new(1900, 1, 1)?;
    let at = |clock: Clock| {
        let minutes = i64::from(clock.minutes()) - 60 * i64::from(session.zone.hours());
        first.days_until(date) * 24 * 60 + minutes
    };
    let start = at(start);
    let end = session.end.map_or(start, at).max(start);
    Some(Span { start, end })
}

/// A day of the interview.
#[derive(Clone, Debug, PartialEq)]
pub struct DayOf {
    /// None for sessions that have no day yet.
    pub date: Option<Date>,
    /// Ids of sessions; those that run at the same time stand together.
    pub rooms: Vec<Vec<String>>,
}

/// A session to be put in order: when it runs, its name in small letters, its id.
type Ordered = (Option<Span>, String, String);

/// All sessions by day and time; those without a day come last, those without a time first.
pub fn agenda(of: &Assessment) -> Vec<DayOf> {
    let mut days: BTreeMap<(bool, Option<Date>), Vec<Ordered>> = BTreeMap::new();
    for (id, session) in of.records.all::<Session>() {
        let key = (session.date.is_none(), session.date);
        let name = session.title.to_lowercase();
        days.entry(key).or_default().push((moments(&session), name, id.to_owned()));
    }
    let day = |((_, date), mut sessions): ((bool, Option<Date>), Vec<Ordered>)| {
        sessions.sort_by_key(|(span, name, id)| (span.map(|span| span.start), name.clone(), id.clone()));
        let mut rooms: Vec<Vec<String>> = Vec::new();
        let mut until = None;
        for (span, _, id) in sessions {
            let joins = span.zip(until).is_some_and(|(span, until): (Span, Span)| span.meets(until));
            match rooms.last_mut() {
                Some(row) if joins => row.push(id),
                _ => rooms.push(vec![id]),
            }
            until = match (span, until) {
                (Some(span), Some(before)) if joins => {
                    Some(Span { start: span.start, end: span.end.max(before.end) })
                }
                (span, _) => span,
            };
        }
        DayOf { date, rooms }
    };
    days.into_iter().map(day).collect()
}

/// Indicators that are spoken about in no session, in the order of the instrument.
pub fn in_no_session(instrument: &Instrument, of: &Assessment) -> Vec<Number> {
    let spoken: BTreeSet<Number> =
        of.records.all::<Session>().flat_map(|(_, session)| session.indicators).collect();
    let all = instrument.indicators().map(|indicator| indicator.number);
    all.filter(|number| !spoken.contains(number)).collect()
}

/// An indicator that stands in two sessions which run at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub indicator: Number,
    /// Ids of the sessions.
    pub sessions: [String; 2],
}

/// Indicators whose people would have to be in two rooms at once. Sessions without a time say nothing of it.
pub fn clashes(of: &Assessment) -> Vec<Clash> {
    let timed =
        of.records.all::<Session>().filter_map(|(id, session)| Some((id, moments(&session)?, session)));
    let all: Vec<_> = timed.collect();
    let mut found = Vec::new();
    for (at, (id, span, session)) in all.iter().enumerate() {
        for (other, that, beside) in &all[at + 1..] {
            if span.meets(*that) {
                let both = session.indicators.intersection(&beside.indicators);
                found.extend(both.map(|number| Clash {
                    indicator: *number,
                    sessions: [(*id).to_owned(), (*other).to_owned()],
                }));
            }
        }
    }
    found.sort_by_key(|clash| clash.indicator);
    found
}
