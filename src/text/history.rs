//! How people read the history.

use super::merge::{place_in, title, unit_name};
use super::{Language, date, decimal, document_kind, evidence_status, readable, records, stage};
use crate::assessment::merge::{AnswerPart, DocumentPart, LINKED, Place, UnitPart};
use crate::assessment::{Assessment, Book, Event, LogEntry, Required, Stage, Status, Subject};
use crate::instrument::DocumentKind;

/// What an entry is about, in words: "indikator 12, tingkat", "dokumen … didaftarkan".
pub fn subject(language: Language, of: &Assessment, entry: &LogEntry) -> String {
    let (texts, copies) = (&language.texts().history, &[of]);
    let came_or_went = |what: String| {
        if entry.to.is_empty() { (texts.removed)(&what) } else { (texts.registered)(&what) }
    };
    match &entry.subject {
        Subject::Field(place) => place_in(language, copies, place),
        Subject::Document(id) => came_or_went((language.texts().merge.document)(&title(copies, id))),
        Subject::Unit(id) => came_or_went((language.texts().units.unit)(&unit_name(copies, id))),
        Subject::Record(Book::Closed, key) if Stage::from_code(key).is_some() => {
            let at = Stage::from_code(key).map_or("", |of| stage(language, of));
            let texts = &language.texts().stages;
            if entry.to.is_empty() { (texts.was_reopened)(at) } else { (texts.was_closed)(at) }
        }
        Subject::Record(book, key) => came_or_went(records::record(language, copies, *book, key)),
        Subject::Event(event) => {
            let at = Event::ALL.into_iter().position(|one| one == *event).unwrap_or_default();
            (texts.events[at])(&readable(&entry.to))
        }
    }
}

/// What stood in a place before and after, in words. Nothing where the subject says it all.
pub fn change(language: Language, entry: &LogEntry) -> Option<(String, String)> {
    match &entry.subject {
        Subject::Field(place) => {
            Some((brief(language, place, &entry.from), brief(language, place, &entry.to)))
        }
        _ => None,
    }
}

/// The same as one phrase: "dari 2,00 menjadi 3,00".
pub fn became(language: Language, entry: &LogEntry) -> Option<String> {
    let (texts, units) = (&language.texts().history, &language.texts().units);
    let (before, after) = change(language, entry)?;
    let is_link = matches!(entry.subject, Subject::Field(Place::Link(_)));
    let owns = matches!(entry.subject, Subject::Field(Place::Unit(_, UnitPart::Owns(_))));
    Some(match (entry.from.is_empty(), entry.to.is_empty()) {
        (_, ends) if owns => if ends { units.released } else { units.assigned }.to_owned(),
        _ if matches!(entry.subject, Subject::Field(Place::Stage)) => (texts.became)(&before, &after),
        (_, true) if is_link => texts.unlinked.to_owned(),
        (true, _) if is_link && entry.to == LINKED => texts.linked.to_owned(),
        (true, _) => (texts.filled)(&after),
        (_, true) => (texts.emptied)(&before),
        _ => (texts.became)(&before, &after),
    })
}

fn brief(language: Language, place: &Place, text: &str) -> String {
    let texts = &language.texts().merge;
    let known = match place {
        // The first stage is written as none.
        Place::Stage => {
            let at = if text.is_empty() { Some(Stage::default()) } else { Stage::from_code(text) };
            at.map(|at| stage(language, at).to_owned())
        }
        _ if text.is_empty() => Some(texts.nothing.to_owned()),
        Place::Answer(_, _, AnswerPart::Value) | Place::Target | Place::Assessed(_) => {
            Some(decimal(language, text))
        }
        Place::Year => Some(text.to_owned()),
        Place::Required => Required::from_code(text).map(|required| {
            let status = if required == Required::Diterima { Status::Diterima } else { Status::Dikirim };
            evidence_status(language, status).to_owned()
        }),
        Place::Document(_, DocumentPart::Kind) => {
            DocumentKind::from_code(text).map(|kind| document_kind(language, kind).to_owned())
        }
        Place::Document(_, DocumentPart::Date | DocumentPart::ValidUntil) => Some(date(language, text)),
        Place::Document(_, DocumentPart::Reviews) => {
            Status::from_code(text).map(|status| evidence_status(language, status).to_owned())
        }
        Place::Link(_) if text == LINKED => Some(texts.linked.to_owned()),
        Place::Unit(_, UnitPart::Owns(_)) => Some(language.texts().units.owned.to_owned()),
        _ => None,
    };
    known.unwrap_or_else(|| format!("“{}”", readable(text)))
}
