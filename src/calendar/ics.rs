//! iCalendar (RFC 5545): what calendars of phones and offices import.

use crate::assessment::{Date, Time};

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A whole day.
    Day(Date),
    /// From a moment on, perhaps to another one, in UTC: the day, and minutes from its midnight on.
    Moment { start: (Date, u16), end: Option<(Date, u16)> },
}

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same at every writing, so that a calendar knows it again. Letters, digits and hyphens.
    pub id: String,
    pub when: When,
    pub summary: String,
    /// Empty where there is none.
    pub location: String,
    pub description: String,
    /// An address of the web, http or https; anything else is not written.
    pub url: String,
    /// Its last change.
    pub changed: Option<Time>,
}

/// Most octets in a line, without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// A calendar of these events, written at a moment.
pub fn write_ics(events: &[Event], now: &Time) -> String {
    let mut out = Lines(String::new());
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Takar//Takar 1//ID");
    out.line("CALSCALE", "GREGORIAN");
    for event in events {
        out.line("BEGIN", "VEVENT");
        out.line("UID", &format!("{}@takar", event.id));
        out.line("DTSTAMP", &moment_of(now));
        if let Some(changed) = &event.changed {
            out.line("LAST-MODIFIED", &moment_of(changed));
            out.line("SEQUENCE", &sequence(changed).to_string());
        }
        match event.when {
            When::Day(day) => {
                out.line("DTSTART;VALUE=DATE", &day_text(day));
                // The end is the first day that is no longer part of it. The last day there is has none.
                if let Some(next) = day.plus_days(1) {
                    out.line("DTEND;VALUE=DATE", &day_text(next));
                }
                // A whole day for a reminder must not make a person look busy.
                out.line("TRANSP", "TRANSPARENT");
            }
            When::Moment { start, end } => {
                out.line("DTSTART", &moment_text(start));
                if let Some(end) = end.filter(|end| *end > start) {
                    out.line("DTEND", &moment_text(end));
                }
            }
        }
        out.line("SUMMARY", &escaped(&event.summary));
        for (name, text) in [("LOCATION", &event.location), ("DESCRIPTION", &event.description)] {
            if !text.is_empty() {
                out.line(name, &escaped(text));
            }
        }
        if let Some(url) = web_address(&event.url) {
            out.line("URL", &url);
        }
        out.line("END", "VEVENT");
    }
    out.line("END", "VCALENDAR");
    out.0
}

struct Lines(String);

impl Lines {
    /// A line of content, folded: what is longer goes on after a line break and a space.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as its format writes it. Line ends of every kind are the same; other control characters, which the
/// format forbids, become spaces.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\r' => {
                letters.next_if_eq(&'\n');
                out.push_str("\\n");
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() && c != '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address of the web as a URI: what must not stand in one is written as octets (RFC 3986, section 2).
pub fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = text.split_once("://")?.0.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" || text.len() == scheme.len() + 3 {
        return None;
    }
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'%' => out.push(char::from(byte)),
            byte if b"-._~:/?#[]@!$&'()*+,;=".contains(&byte) => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(out)
}

fn day_text(day: Date) -> String {
    day.to_string().replace('-', "")
}

fn moment_text((day, minutes): (Date, u16)) -> String {
    format!("{}T{:02}{:02}00Z", day_text(day), minutes / 60, minutes % 60)
}

/// `2026-11-22T03:42:00Z` without its marks.
fn moment_of(time: &Time) -> String {
    let digits: String = time.as_str().chars().take(19).filter(|c| !matches!(c, '-' | ':')).collect();
    format!("{digits}Z")
}

/// A number that grows with every change, as calendars ask for: seconds since 2020 began, at least 0.
fn sequence(changed: &Time) -> i64 {
    let text = changed.as_str();
    let part = |at: usize| text.get(at..at + 2).and_then(|two| two.parse::<i64>().ok()).unwrap_or_default();
    let day = text.get(..10).and_then(Date::parse);
    let days = Date::new(2020, 1, 1).zip(day).map_or(0, |(first, day)| first.days_until(day));
    // It must stay below 2³¹; that is enough until the year 2088.
    (((days * 24 + part(11)) * 60 + part(14)) * 60 + part(17)).clamp(0, i64::from(i32::MAX))
}
