//! Where something stands in an assessment: the units in which versions are kept and merged.

use std::fmt;
use std::str::FromStr;

use super::super::{Book, EvidenceId, LinkKey, Stage, UnitId};
use crate::instrument::Number;

/// One field of an assessment. What differs in one place never touches another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Agency,
    Year,
    Title,
    Target,
    Stage,
    Required,
    Briefing,
    /// An unknown field of the assessment, by its key.
    Extra(String),
    Answer(Stage, Number, AnswerPart),
    Assessed(Number),
    Document(EvidenceId, DocumentPart),
    Link(LinkKey),
    Unit(UnitId, UnitPart),
    /// An entry of a book, by its key.
    Record(Book, String, RecordPart),
    /// A place that only a newer Takar knows. Its mark is kept.
    Other(String),
}

/// A field of an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerPart {
    Value,
    Facts,
    Analysis,
    Note,
    Justification,
    /// An unknown field, by its key.
    Extra(String),
    /// An unknown field of the explanation, by its key.
    ExplanationExtra(String),
}

/// A field of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentPart {
    Title,
    Kind,
    Number,
    Date,
    ValidUntil,
    Unit,
    Location,
    Pages,
    Remark,
    File,
    /// All that was decided of it. Conflicts here are about the last word, its status.
    Reviews,
    /// An unknown field, by its key.
    Extra(String),
    /// The document itself, where one side deleted what the other one changed.
    Whole,
}

/// A field of a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitPart {
    Name,
    Contact,
    /// That it owns an indicator: each is a place of its own, so that two people who assign different
    /// indicators never meet.
    Owns(Number),
    /// An unknown field, by its key.
    Extra(String),
    /// The unit itself, where one side deleted what the other one changed.
    Whole,
}

/// A field of an entry of a book.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordPart {
    /// That there is such an entry.
    There,
    /// A field, by its key.
    Field(String),
    /// The entry itself, where one side deleted what the other one changed.
    Whole,
}

/// What comes into being as one: its fields are first written by one copy, as a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    Answer(Stage, Number),
    Document(EvidenceId),
    Unit(UnitId),
    Record(Book, String),
    /// An entry that only a newer Takar knows.
    Other(String),
}

impl Place {
    /// The entry it is part of. Links go with their document.
    pub fn entry(&self) -> Option<Entry> {
        match self {
            Self::Answer(stage, number, _) => Some(Entry::Answer(*stage, *number)),
            Self::Document(id, _) => Some(Entry::Document(id.clone())),
            Self::Link(key) => Some(Entry::Document(key.evidence.clone())),
            Self::Unit(id, _) => Some(Entry::Unit(id.clone())),
            Self::Record(book, key, _) => Some(Entry::Record(*book, key.clone())),
            _ => None,
        }
    }

    /// The indicator it belongs to, where it belongs to one.
    pub fn indicator(&self) -> Option<Number> {
        match self {
            Self::Answer(_, number, _) | Self::Assessed(number) => Some(*number),
            Self::Link(key) => Some(key.indicator),
            Self::Unit(_, UnitPart::Owns(number)) => Some(*number),
            Self::Record(book, key, _) => book.indicator(key),
            _ => None,
        }
    }

    /// The document it belongs to, where it belongs to one.
    pub fn document(&self) -> Option<&str> {
        match self {
            Self::Document(id, _) => Some(id),
            Self::Link(key) => Some(&key.evidence),
            _ => None,
        }
    }
}

impl Entry {
    /// Whether a place is part of it.
    pub(super) fn has(&self, place: &Place) -> bool {
        match (self, place) {
            (Self::Answer(stage, number), Place::Answer(of, indicator, _)) => {
                (stage, number) == (of, indicator)
            }
            (Self::Document(id), Place::Document(of, _)) => id == of,
            (Self::Document(id), Place::Link(key)) => *id == key.evidence,
            (Self::Unit(id), Place::Unit(of, _)) => id == of,
            (Self::Record(book, key), Place::Record(of, name, _)) => (book, key) == (of, name),
            _ => false,
        }
    }
}

impl AnswerPart {
    pub(super) const FIXED: [Self; 5] =
        [Self::Value, Self::Facts, Self::Analysis, Self::Note, Self::Justification];
}

impl DocumentPart {
    pub(in crate::assessment) const FIXED: [Self; 11] = [
        Self::Title,
        Self::Kind,
        Self::Number,
        Self::Date,
        Self::ValidUntil,
        Self::Unit,
        Self::Location,
        Self::Pages,
        Self::Remark,
        Self::File,
        Self::Reviews,
    ];

    /// As in data.
    fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::Title => "title",
            Self::Kind => "kind",
            Self::Number => "number",
            Self::Date => "date",
            Self::ValidUntil => "valid_until",
            Self::Unit => "unit",
            Self::Location => "location",
            Self::Pages => "pages",
            Self::Remark => "remark",
            Self::File => "file",
            Self::Reviews => "reviews",
            Self::Whole => "whole",
            Self::Extra(_) => return None,
        })
    }
}

/// As in data: `answers/mandiri/12/facts`, `evidence/b-1/title`, `links/12/3/b-1/a`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Agency => f.write_str("agency"),
            Self::Year => f.write_str("year"),
            Self::Title => f.write_str("title"),
            Self::Target => f.write_str("target"),
            Self::Stage => f.write_str("stage"),
            Self::Required => f.write_str("required"),
            Self::Briefing => f.write_str("briefing"),
            Self::Extra(key) => write!(f, "extra/{key}"),
            Self::Answer(stage, number, part) => {
                write!(f, "answers/{}/{number}/", stage.code())?;
                match part {
                    AnswerPart::Value => f.write_str("value"),
                    AnswerPart::Facts => f.write_str("facts"),
                    AnswerPart::Analysis => f.write_str("analysis"),
                    AnswerPart::Note => f.write_str("note"),
                    AnswerPart::Justification => f.write_str("justification"),
                    AnswerPart::Extra(key) => write!(f, "extra/{key}"),
                    AnswerPart::ExplanationExtra(key) => write!(f, "explanation/{key}"),
                }
            }
            Self::Assessed(number) => write!(f, "assessed/{number}"),
            Self::Document(id, part) => match (part, part.code()) {
                (_, Some(code)) => write!(f, "evidence/{id}/{code}"),
                (DocumentPart::Extra(key), _) => write!(f, "evidence/{id}/extra/{key}"),
                _ => Ok(()),
            },
            Self::Link(key) => {
                write!(f, "links/{}/{}/{}", key.indicator, key.level, key.evidence)?;
                key.expected.as_ref().map_or(Ok(()), |expected| write!(f, "/{expected}"))
            }
            Self::Unit(id, part) => match part {
                UnitPart::Name => write!(f, "units/{id}/name"),
                UnitPart::Contact => write!(f, "units/{id}/contact"),
                UnitPart::Owns(number) => write!(f, "units/{id}/indicators/{number}"),
                UnitPart::Extra(key) => write!(f, "units/{id}/extra/{key}"),
                UnitPart::Whole => write!(f, "units/{id}/whole"),
            },
            Self::Record(book, key, part) => {
                write!(f, "{}/{key}/", book.code())?;
                match part {
                    RecordPart::There => Ok(()),
                    RecordPart::Field(field) => f.write_str(field),
                    RecordPart::Whole => f.write_str("*"),
                }
            }
            Self::Other(text) => f.write_str(text),
        }
    }
}

/// What it does not know becomes [`Place::Other`].
impl FromStr for Place {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Only what is written back the same is known: "+1" and "01" are no numbers of indicators.
        let known = parse(text).filter(|place| place.to_string() == text);
        Ok(known.unwrap_or_else(|| Self::Other(text.to_owned())))
    }
}

fn parse(text: &str) -> Option<Place> {
    let (head, rest) = text.split_once('/').unwrap_or((text, ""));
    Some(match head {
        "agency" => Place::Agency,
        "year" => Place::Year,
        "title" => Place::Title,
        "target" => Place::Target,
        "stage" => Place::Stage,
        "required" => Place::Required,
        "briefing" => Place::Briefing,
        "extra" => Place::Extra(rest.to_owned()),
        "assessed" => Place::Assessed(rest.parse().ok()?),
        "answers" => {
            let mut steps = rest.splitn(3, '/');
            let (stage, number) = (Stage::from_code(steps.next()?)?, steps.next()?.parse().ok()?);
            let part = steps.next()?;
            let part = match part.split_once('/') {
                Some(("extra", key)) => AnswerPart::Extra(key.to_owned()),
                Some(("explanation", key)) => AnswerPart::ExplanationExtra(key.to_owned()),
                _ => match part {
                    "value" => AnswerPart::Value,
                    "facts" => AnswerPart::Facts,
                    "analysis" => AnswerPart::Analysis,
                    "note" => AnswerPart::Note,
                    "justification" => AnswerPart::Justification,
                    _ => return None,
                },
            };
            Place::Answer(stage, number, part)
        }
        "evidence" => {
            let (id, part) = rest.split_once('/')?;
            let fixed = DocumentPart::FIXED.into_iter().find(|known| known.code() == Some(part));
            let extra = || part.strip_prefix("extra/").map(|key| DocumentPart::Extra(key.to_owned()));
            Place::Document(id.to_owned(), fixed.or_else(extra)?)
        }
        "units" => {
            let (id, part) = rest.split_once('/')?;
            let part = match part.split_once('/') {
                Some(("indicators", number)) => UnitPart::Owns(number.parse().ok()?),
                Some(("extra", key)) => UnitPart::Extra(key.to_owned()),
                _ if part == "name" => UnitPart::Name,
                _ if part == "contact" => UnitPart::Contact,
                _ => return None,
            };
            Place::Unit(id.to_owned(), part)
        }
        "links" => {
            let mut steps = rest.splitn(4, '/');
            let (indicator, level) = (steps.next()?.parse().ok()?, steps.next()?.parse().ok()?);
            let evidence = steps.next()?.to_owned();
            Place::Link(LinkKey { indicator, level, evidence, expected: steps.next().map(str::to_owned) })
        }
        _ => {
            let (key, part) = rest.split_once('/')?;
            let part = if part.is_empty() { RecordPart::There } else { RecordPart::Field(part.to_owned()) };
            Place::Record(Book::from_code(head)?, key.to_owned(), part)
        }
    })
}

/// As in data: `answers/mandiri/12`, `evidence/b-1`, `units/dinas-1`.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(stage, number) => write!(f, "answers/{}/{number}", stage.code()),
            Self::Document(id) => write!(f, "evidence/{id}"),
            Self::Unit(id) => write!(f, "units/{id}"),
            Self::Record(book, key) => write!(f, "{}/{key}", book.code()),
            Self::Other(text) => f.write_str(text),
        }
    }
}

/// What it does not know becomes [`Entry::Other`].
impl FromStr for Entry {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = parse_entry(text).filter(|entry| entry.to_string() == text);
        Ok(known.unwrap_or_else(|| Self::Other(text.to_owned())))
    }
}

fn parse_entry(text: &str) -> Option<Entry> {
    let (head, rest) = text.split_once('/')?;
    Some(match head {
        "evidence" => Entry::Document(rest.to_owned()),
        "units" => Entry::Unit(rest.to_owned()),
        "answers" => {
            let (stage, number) = rest.split_once('/')?;
            Entry::Answer(Stage::from_code(stage)?, number.parse().ok()?)
        }
        _ => Entry::Record(Book::from_code(head)?, rest.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_back_from_their_texts() {
        let key = |expected: Option<&str>| LinkKey {
            indicator: 12,
            level: 3,
            expected: expected.map(str::to_owned),
            evidence: "b-1".into(),
        };
        let answer = |part| Place::Answer(Stage::Mandiri, 12, part);
        for place in [
            Place::Agency,
            Place::Extra("a/b".into()),
            Place::Extra(String::new()),
            answer(AnswerPart::Value),
            answer(AnswerPart::Extra("value".into())),
            answer(AnswerPart::ExplanationExtra("x/y".into())),
            Place::Assessed(5),
            Place::Document("b-1".into(), DocumentPart::ValidUntil),
            Place::Document("b-1".into(), DocumentPart::Extra("title".into())),
            Place::Link(key(None)),
            Place::Link(key(Some("a/b"))),
            Place::Briefing,
            Place::Unit("dinas".into(), UnitPart::Owns(12)),
            Place::Unit("dinas".into(), UnitPart::Extra("name".into())),
            Place::Record(Book::Questions, "12:a".into(), RecordPart::There),
            Place::Record(Book::Sessions, "s-1".into(), RecordPart::Field("a/b".into())),
            Place::Other("units/dinas".into()),
            Place::Other("units/dinas/indicators/012".into()),
            Place::Other("assessed/05".into()),
            Place::Other(String::new()),
        ] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
    }
}
