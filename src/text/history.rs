//! How people read the history.

use super::merge::place_in;
use super::{Language, date, decimal, document_kind, evidence_status, readable, stage};
use crate::assessment::merge::{AnswerPart, DocumentPart, LINKED, OWNED, Place, UnitPart};
use crate::assessment::{Assessment, Event, LogEntry, Required, Stage, Status, Subject};
use crate::instrument::DocumentKind;

/// What an entry is about, in words: "indikator 12, nilai", "dokumen … didaftarkan".
pub fn subject(language: Language, of: &Assessment, entry: &LogEntry) -> String {
    let texts = &language.texts().history;
    let document = |id: &str| (language.texts().merge.document)(&title(of, id));
    match &entry.subject {
        Subject::Field(place) => place_in(language, of.stage, &|id| title(of, id), place),
        Subject::Document(id) if entry.to.is_empty() => (texts.removed)(&document(id)),
        Subject::Document(id) => (texts.registered)(&document(id)),
        Subject::Event(event) => {
            let at = Event::ALL.into_iter().position(|one| one == *event).unwrap_or_default();
            (texts.events[at])(&readable(&entry.to))
        }
    }
}

/// The title of a document or the name of a unit, even if it is there no more.
fn title(of: &Assessment, id: &str) -> String {
    let told = || {
        let is_named = |subject: &Subject| match subject {
            Subject::Document(of) | Subject::Field(Place::Unit(of, UnitPart::Name)) => of == id,
            _ => false,
        };
        let whole = of.log.entries().rev().find(|entry| is_named(&entry.subject))?;
        Some(if whole.to.is_empty() { &whole.from } else { &whole.to })
    };
    let unit = || of.units.get(id).map(|unit| &unit.name);
    let title = of.evidence.get(id).map(|document| &document.title).or_else(unit).or_else(told);
    readable(title.map_or(id, String::as_str))
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
    let texts = &language.texts().history;
    let (before, after) = change(language, entry)?;
    let is_link = matches!(entry.subject, Subject::Field(Place::Link(_)));
    if matches!(entry.subject, Subject::Field(Place::Unit(_, UnitPart::Owns(_)))) {
        let texts = &language.texts().units;
        return Some(if entry.to.is_empty() { texts.released } else { texts.assigned }.to_owned());
    }
    Some(match (entry.from.is_empty(), entry.to.is_empty()) {
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
        _ if text.is_empty() => Some(texts.nothing.to_owned()),
        Place::Answer(_, _, AnswerPart::Value) | Place::Target | Place::Assessed(_) => {
            Some(decimal(language, text))
        }
        Place::Year => Some(text.to_owned()),
        Place::Stage => Stage::from_code(text).map(|of| stage(language, of).to_owned()),
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
        Place::Unit(_, UnitPart::Owns(_)) if text == OWNED => {
            Some(language.texts().units.owned.to_owned())
        }
        Place::Link(_) if text == LINKED => Some(texts.linked.to_owned()),
        _ => None,
    };
    known.unwrap_or_else(|| format!("“{}”", readable(text)))
}
