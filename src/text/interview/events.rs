//! Sessions and due dates as events of a calendar.

use super::words::{matter, matter_text, numbers, span, unit_of};
use crate::assessment::{Assessment, Book, Clock, Date, Due, Session, Time, Zone};
use crate::calendar::{DueItem, Event, Matter, When, web_address};
use crate::instrument::Instrument;
use crate::text::{Language, readable};

/// All sessions that have a day, and all that is due on one.
pub fn events(language: Language, instrument: &Instrument, of: &Assessment, items: &[DueItem]) -> Vec<Event> {
    let sessions = of.records.all::<Session>().filter_map(|(id, session)| {
        let changed = of.records.record(Book::Sessions, id).and_then(|record| record.changed.as_ref());
        session_event(language, instrument, of, id, &session, changed.map(|stamp| stamp.at.clone()))
    });
    let dues = items.iter().filter_map(|item| due_event(language, instrument, of, item));
    let mut all: Vec<Event> = sessions.chain(dues).collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

fn session_event(
    language: Language,
    instrument: &Instrument,
    of: &Assessment,
    id: &str,
    session: &Session,
    changed: Option<Time>,
) -> Option<Event> {
    let date = session.date?;
    let start = session.start.and_then(|clock| in_utc(date, clock, session.zone));
    let when = match start {
        None => When::Day(date),
        Some(start) => {
            When::Moment { start, end: session.end.and_then(|clock| in_utc(date, clock, session.zone)) }
        }
    };
    let t = &language.texts().interview;
    let titles = session.indicators.iter().filter_map(|number| instrument.indicator(*number));
    let titles: Vec<_> = titles.map(|one| format!("{}. {}", one.number, one.short_title)).collect();
    let link = session.link.trim();
    let parts = [
        format!("{} · {}", of.agency.name, of.year),
        span(language, session),
        if titles.is_empty() { String::new() } else { (t.of_indicators)(&numbers(&session.indicators)) },
        titles.join("\n"),
        labelled(t.attendees, &session.attendees),
        labelled(t.note, &session.note),
        if link.is_empty() { String::new() } else { labelled(t.link, link) },
    ];
    let place = if session.room.trim().is_empty() { link } else { session.room.trim() };
    Some(Event {
        id: format!("{}-session-{id}", of.id),
        when,
        summary: format!("{}: {}", t.title, session.title.trim()),
        location: place.to_owned(),
        description: joined(&parts),
        url: web_address(link).unwrap_or_default(),
        changed,
    })
}

fn due_event(language: Language, instrument: &Instrument, of: &Assessment, item: &DueItem) -> Option<Event> {
    let t = &language.texts().interview;
    let day = item.day.as_ref().ok()?.day;
    let (id, indicator) = match &item.matter {
        Matter::Question { key, indicator } => {
            (format!("question-{}", key.replace(':', "-")), Some(*indicator))
        }
        Matter::Package => (format!("package-{}", item.owner), None),
        Matter::Step { indicator, level } => (format!("step-{indicator}-{level}"), Some(*indicator)),
    };
    let title = indicator.and_then(|number| instrument.indicator(number));
    let text = matter_text(of, &item.matter);
    let unit = unit_of(of, &item.owner);
    let counted = match item.due {
        Due::Within { from, days } => (t.due_within)(days, &super::full_date(language, from)),
        Due::On(_) => String::new(),
    };
    let parts = [
        format!("{} · {}", of.agency.name, of.year),
        title.map(|one| format!("{}. {}", one.number, one.title)).unwrap_or_default(),
        text,
        unit.map(|unit| (t.ics_owner)(&unit)).unwrap_or_default(),
        counted,
    ];
    let changed = match item.due {
        // It moves with the list of holidays, from which a day can be gone without a trace.
        Due::Within { .. } => Some(of.changed.at.clone()),
        Due::On(_) => item.changed.as_ref().map(|stamp| stamp.at.clone()),
    };
    Some(Event {
        id: format!("{}-{id}", of.id),
        when: When::Day(day),
        summary: (t.ics_due)(&matter(language, &item.matter)),
        location: String::new(),
        description: joined(&parts),
        url: String::new(),
        changed,
    })
}

/// A time of a zone as day and minutes in UTC. None before the first day there is.
fn in_utc(date: Date, clock: Clock, zone: Zone) -> Option<(Date, u16)> {
    let minutes = i32::from(clock.minutes()) - 60 * i32::from(zone.hours());
    let day = date.plus_days(i64::from(minutes.div_euclid(24 * 60)))?;
    Some((day, u16::try_from(minutes.rem_euclid(24 * 60)).ok()?))
}

fn labelled(label: &str, text: &str) -> String {
    let text = text.trim();
    match text {
        "" => String::new(),
        _ if text.contains('\n') => format!("{label}:\n{text}"),
        _ => format!("{label}: {text}"),
    }
}

fn joined(parts: &[String]) -> String {
    let lines = parts.iter().filter(|part| !part.is_empty());
    // Line breaks stay; letters that turn the direction of writing do not.
    let lines = lines.map(|part| part.lines().map(readable).collect::<Vec<_>>().join("\n"));
    lines.collect::<Vec<_>>().join("\n")
}
