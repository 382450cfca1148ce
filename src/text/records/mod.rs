//! What entries of books and their fields are called.

pub mod en;
pub mod id;
mod texts;

pub use texts::RecordTexts;

use super::{Language, merge};
use crate::assessment::merge::RecordPart;
use crate::assessment::{Assessment, Book, Date, Stage};

/// The fields that have a name, as in data.
const FIELDS: [&str; 40] = [
    "by",
    "on",
    "note",
    "title",
    "date",
    "start",
    "end",
    "zone",
    "room",
    "link",
    "attendees",
    "indicators",
    "session",
    "question",
    "answer",
    "follow_up",
    "owner",
    "due",
    "done",
    "name",
    "works",
    "target",
    "locked",
    "effort",
    "planned",
    "progress",
    "values",
    "fulfilment",
    "strengths",
    "weaknesses",
    "recommendations",
    "letterhead",
    "place",
    "signatories",
    "role",
    "number",
    "changed",
    "facts",
    "analysis",
    "value",
];

/// An entry in words: "sesi “Ruang 1”", "langkah indikator 12 ke tingkat 3".
pub fn record(language: Language, copies: &[&Assessment], book: Book, key: &str) -> String {
    let texts = &language.texts().records;
    let at = Book::ALL.into_iter().position(|one| one == book).unwrap_or_default();
    let lead = || {
        let there = copies.iter().find_map(|copy| copy.records.record(book, key)).map(|one| one.lead(book));
        let told = || merge::told(copies, &crate::assessment::Subject::Record(book, key.to_owned()));
        there.or_else(|| told().map(String::as_str)).filter(|lead| !lead.is_empty()).unwrap_or(key).to_owned()
    };
    let name = match book {
        Book::Closed => Stage::from_code(key).map(|of| super::stage(language, of).to_owned()),
        Book::Holidays => Date::parse(key).map(|day| super::date(language, &day.to_string())),
        Book::Sessions | Book::Scenarios => Some(lead()),
        Book::Questions => book.indicator(key).map(|number| number.to_string()),
        _ => Some(key.to_owned()),
    };
    (texts.books[at])(&super::readable(&name.unwrap_or_else(|| key.to_owned())))
}

/// A field of an entry in words: "tenggat". One of a newer Takar has the name it has in data.
pub fn part(language: Language, part: &RecordPart) -> Option<String> {
    let RecordPart::Field(field) = part else { return None };
    let at = FIELDS.into_iter().position(|one| one == field);
    Some(at.map_or_else(
        || (language.texts().merge.extra)(field),
        |at| language.texts().records.fields[at].to_owned(),
    ))
}
