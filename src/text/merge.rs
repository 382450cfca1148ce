//! How people read what differs between two copies.

use super::{Language, date, document_kind, evidence_status, readable, stage, value};
use crate::assessment::merge::{AnswerPart, Comparison, Content, Difference, DocumentPart, Place, UnitPart};
use crate::assessment::{Assessment, Required, Stamp, Status, Subject};

/// Most characters of a text that are shown of it.
const SHOWN: usize = 80;

/// A place in words: "indikator 12, Fakta".
pub fn place(language: Language, of: &Comparison, place: &Place) -> String {
    place_in(language, &[of.mine(), of.theirs()], place)
}

/// The same in any copies of an assessment. The first one's stage is the present one.
pub fn place_in(language: Language, copies: &[&Assessment], place: &Place) -> String {
    let texts = &language.texts().merge;
    let document = |id: &str| (texts.document)(&title(copies, id));
    match place {
        Place::Agency => texts.agency.to_owned(),
        Place::Year => texts.year.to_owned(),
        Place::Title => texts.title.to_owned(),
        Place::Target => texts.target.to_owned(),
        Place::Stage => texts.stage.to_owned(),
        Place::Required => texts.required.to_owned(),
        Place::Briefing => language.texts().units.briefing.to_owned(),
        Place::Unit(id, part) => unit_part(language, copies, id, part),
        Place::Extra(key) | Place::Other(key) => (texts.extra)(key),
        Place::Assessed(number) => format!("{}, {}", (texts.indicator)(*number), texts.assessed),
        Place::Answer(at, number, part) => {
            let part = match part {
                AnswerPart::Value => texts.value.to_owned(),
                AnswerPart::Facts => texts.facts.to_owned(),
                AnswerPart::Analysis => texts.analysis.to_owned(),
                AnswerPart::Extra(key) | AnswerPart::ExplanationExtra(key) => (texts.extra)(key),
            };
            let indicator = (texts.indicator)(*number);
            if copies.first().is_some_and(|first| *at == first.stage) {
                format!("{indicator}, {part}")
            } else {
                format!("{indicator} ({}), {part}", stage(language, *at))
            }
        }
        Place::Document(id, DocumentPart::Whole) => document(id),
        Place::Document(id, part) => format!("{}, {}", document(id), field(language, part)),
        Place::Link(key) => {
            let level = u16::from(key.level);
            format!("{}, {}", document(&key.evidence), (texts.link)(key.indicator, level))
        }
    }
}

/// The title of a document, even if it is in no register any more.
pub fn title(copies: &[&Assessment], id: &str) -> String {
    let there = copies.iter().find_map(|copy| copy.evidence.get(id)).map(|document| &document.title);
    readable(there.or_else(|| told(copies, &Subject::Document(id.to_owned()))).map_or(id, String::as_str))
}

/// The name of a unit, even if it is gone.
pub fn unit_name(copies: &[&Assessment], id: &str) -> String {
    let there = copies.iter().find_map(|copy| copy.units.get(id)).map(|unit| &unit.name);
    readable(there.or_else(|| told(copies, &Subject::Unit(id.to_owned()))).map_or(id, String::as_str))
}

/// What was called so when it came or went.
fn told<'a>(copies: &[&'a Assessment], subject: &Subject) -> Option<&'a String> {
    let mut entries = copies.iter().flat_map(|copy| copy.log.entries().rev());
    let entry = entries.find(|entry| entry.subject == *subject)?;
    Some(if entry.to.is_empty() { &entry.from } else { &entry.to })
}

fn unit_part(language: Language, copies: &[&Assessment], id: &str, part: &UnitPart) -> String {
    let texts = &language.texts().units;
    let unit = (texts.unit)(&unit_name(copies, id));
    match part {
        UnitPart::Name => format!("{unit}, {}", texts.name),
        UnitPart::Contact => format!("{unit}, {}", texts.contact),
        UnitPart::Owns(number) => format!("{unit}, {}", (texts.owns)(*number)),
        UnitPart::Extra(key) => format!("{unit}, {}", (language.texts().merge.extra)(key)),
        UnitPart::Whole => unit,
    }
}

fn field(language: Language, part: &DocumentPart) -> String {
    let fields = &language.texts().merge.fields;
    let at = match part {
        DocumentPart::Title => 0,
        DocumentPart::Kind => 1,
        DocumentPart::Number => 2,
        DocumentPart::Date => 3,
        DocumentPart::ValidUntil => 4,
        DocumentPart::Unit => 5,
        DocumentPart::Location => 6,
        DocumentPart::Pages => 7,
        DocumentPart::Remark => 8,
        DocumentPart::File => 9,
        DocumentPart::Reviews => 10,
        DocumentPart::Whole => return String::new(),
        DocumentPart::Extra(key) => return (language.texts().merge.extra)(key),
    };
    fields[at].to_owned()
}

/// What stands in a place, in short.
pub fn content(language: Language, content: &Content) -> String {
    let texts = &language.texts().merge;
    let quoted = |text: &str| {
        let mut short: String =
            text.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
        if text.chars().count() > SHOWN {
            short.push('…');
        }
        format!("“{}”", short.trim())
    };
    match content {
        Content::None => texts.nothing.to_owned(),
        Content::Agency(agency) => quoted(&agency.name),
        Content::Year(year) => year.to_string(),
        Content::Text(text) => quoted(text),
        Content::Value(of) => value(language, *of),
        Content::Stage(of) => stage(language, *of).to_owned(),
        Content::Required(Required::Diterima) => evidence_status(language, Status::Diterima).to_owned(),
        Content::Required(Required::Dikirim) => evidence_status(language, Status::Dikirim).to_owned(),
        Content::Kind(kind) => document_kind(language, *kind).to_owned(),
        Content::Date(day) => date(language, &day.to_string()),
        Content::File(file) => quoted(&file.name),
        Content::Reviews(reviews) => {
            let status = reviews.last().map_or(Status::Draf, |review| review.status);
            evidence_status(language, status).to_owned()
        }
        Content::Link(link) if link.pages.is_empty() => texts.linked.to_owned(),
        Content::Link(link) => quoted(&link.pages),
        Content::Assessed(assessed) => value(language, assessed.value),
        Content::Json(json) => quoted(&json.to_string()),
        Content::Document(_) | Content::Unit(_) => texts.changed.to_owned(),
        Content::Owned => language.texts().units.owned.to_owned(),
        Content::Briefing(briefing) if briefing.instructions.is_empty() => match briefing.due {
            Some(due) => date(language, &due.to_string()),
            None => texts.nothing.to_owned(),
        },
        Content::Briefing(briefing) => quoted(&briefing.instructions),
    }
}

/// Who and when: "Budi, 22 Nov 2026".
pub fn who(language: Language, stamp: &Stamp) -> String {
    let by = if stamp.by.trim().is_empty() { language.texts().merge.somebody } else { stamp.by.trim() };
    let day = stamp.at.as_str().get(..10).unwrap_or_default();
    format!("{by}, {}", date(language, day))
}

/// A difference as a sentence: where, and what both sides say.
pub fn difference(language: Language, of: &Comparison, names: [&str; 2], one: &Difference) -> String {
    let side = |name: &str, what: &Content, stamp: &Stamp| {
        // Nobody signs what is not there, unless it was deleted.
        format!("{name}: {} ({})", content(language, what), who(language, stamp))
    };
    format!(
        "{}: {}; {}.",
        place(language, of, &one.place),
        side(names[0], &one.mine, &one.mine_by),
        side(names[1], &one.theirs, &one.theirs_by)
    )
}
