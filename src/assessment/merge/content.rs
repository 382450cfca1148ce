//! What stands in a place: reading it, writing it, listing all that there is.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use super::super::{
    Agency, Answer, Assessed, Assessment, Briefing, Date, Detail, Evidence, FileFact, Link, Record, Required,
    Review, Stage, Stamp, Status, Unit,
};
use super::place::{AnswerPart, DocumentPart, Place, RecordPart, UnitPart};
use crate::instrument::{DocumentKind, Value};
use crate::json::Extra;

/// A link without pages, and an owner, in brief.
pub const LINKED: &str = "+";

/// What stands in a place, without the stamp of who wrote it there.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// Nothing: never filled, or deleted. An empty text is nothing too.
    #[default]
    None,
    Agency(Agency),
    Year(u16),
    Text(String),
    Value(Value),
    Stage(Stage),
    Required(Required),
    Kind(DocumentKind),
    Date(Date),
    File(FileFact),
    Reviews(Vec<Review>),
    Link(Link),
    Assessed(Assessed),
    /// An unknown field.
    Json(Json),
    /// A whole document.
    Document(Box<Evidence>),
    Briefing(Briefing),
    /// A unit owns the indicator; an entry is there.
    Owned,
    /// A whole unit.
    Unit(Box<Unit>),
    /// A whole entry of a book.
    Record(Box<Record>),
}

impl Content {
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }

    fn text(text: &str) -> Self {
        if text.is_empty() { Self::None } else { Self::Text(text.to_owned()) }
    }

    fn maybe<T>(some: Option<T>, content: fn(T) -> Self) -> Self {
        some.map_or(Self::None, content)
    }

    fn json(of: &Extra, key: &str) -> Self {
        Self::maybe(of.get(key).cloned(), Self::Json)
    }

    fn into_text(self) -> String {
        if let Self::Text(text) = self { text } else { String::new() }
    }

    /// In brief, for the log: as in data, texts whole.
    pub(in crate::assessment) fn brief(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Agency(agency) => agency.name.clone(),
            Self::Year(year) => year.to_string(),
            Self::Text(text) => text.clone(),
            Self::Value(value) | Self::Assessed(Assessed { value, .. }) => value.to_string(),
            Self::Stage(stage) => stage.code().to_owned(),
            Self::Required(required) => required.code().to_owned(),
            Self::Kind(kind) => kind.code().to_owned(),
            Self::Date(date) => date.to_string(),
            Self::File(file) => file.name.clone(),
            Self::Reviews(reviews) => {
                reviews.last().map_or(Status::Draf, |review| review.status).code().to_owned()
            }
            Self::Link(link) if link.pages.is_empty() => LINKED.to_owned(),
            Self::Link(link) => link.pages.clone(),
            Self::Json(json) => json.to_string(),
            Self::Document(document) => document.title.clone(),
            Self::Briefing(Briefing { instructions, due: Some(due), .. }) if instructions.is_empty() => {
                due.to_string()
            }
            Self::Briefing(briefing) => briefing.instructions.clone(),
            Self::Owned => LINKED.to_owned(),
            Self::Unit(unit) => unit.name.clone(),
            Self::Record(_) => LINKED.to_owned(),
        }
    }

    /// For digests: the same bytes for the same content, whoever writes them.
    pub(super) fn bytes(&self) -> Vec<u8> {
        fn of(mark: u8, thing: &impl Serialize) -> Vec<u8> {
            let mut bytes = vec![mark];
            // Types of this crate always serialise, and always the same way.
            let _ = serde_json::to_writer(&mut bytes, thing);
            bytes
        }
        match self {
            Self::None => Vec::new(),
            Self::Agency(agency) => of(b'a', agency),
            Self::Year(year) => of(b'y', year),
            Self::Text(text) => [b"t", text.as_bytes()].concat(),
            Self::Value(value) => of(b'v', value),
            Self::Stage(stage) => of(b's', stage),
            Self::Required(required) => of(b'q', required),
            Self::Kind(kind) => of(b'k', kind),
            Self::Date(date) => of(b'd', date),
            Self::File(file) => of(b'f', file),
            Self::Reviews(reviews) => of(b'r', reviews),
            Self::Link(link) => of(b'l', &(&link.pages, &link.extra)),
            Self::Assessed(assessed) => of(b'e', assessed),
            Self::Json(json) => of(b'j', json),
            Self::Document(document) => of(b'b', document),
            Self::Briefing(briefing) => of(b'i', briefing),
            Self::Owned => b"o".to_vec(),
            Self::Unit(unit) => of(b'u', unit),
            Self::Record(record) => of(b'n', record),
        }
    }
}

/// What stands in a place.
pub fn get(from: &Assessment, place: &Place) -> Content {
    match place {
        Place::Agency => Content::Agency(from.agency.clone()),
        Place::Year => Content::Year(from.year),
        Place::Title => Content::maybe(from.title.clone(), Content::Text),
        Place::Target => Content::maybe(from.target, Content::Value),
        Place::Stage if from.stage == Stage::default() => Content::None,
        Place::Stage => Content::Stage(from.stage),
        Place::Required if from.required == Required::default() => Content::None,
        Place::Required => Content::Required(from.required),
        Place::Briefing if from.briefing.is_empty() => Content::None,
        Place::Briefing => Content::Briefing(from.briefing.clone()),
        Place::Extra(key) => Content::json(&from.extra, key),
        Place::Answer(stage, number, part) => {
            let answer = from.answers.get(stage).and_then(|all| all.get(number));
            answer.map_or(Content::None, |answer| of_answer(answer, part))
        }
        Place::Assessed(number) => Content::maybe(from.assessed.get(number), |assessed| {
            Content::Assessed(Assessed { changed: None, ..assessed.clone() })
        }),
        Place::Document(id, part) => {
            from.evidence.get(id).map_or(Content::None, |document| of_document(document, part))
        }
        Place::Link(key) => Content::maybe(from.links.get(key).cloned(), Content::Link),
        Place::Unit(id, part) => from.units.get(id).map_or(Content::None, |unit| of_unit(unit, part)),
        Place::Record(book, key, part) => {
            from.records.record(*book, key).map_or(Content::None, |record| of_record(record, part))
        }
        Place::Other(_) => Content::None,
    }
}

fn of_answer(answer: &Answer, part: &AnswerPart) -> Content {
    match part {
        AnswerPart::Value => Content::maybe(answer.value, Content::Value),
        AnswerPart::Facts => Content::text(&answer.explanation.facts),
        AnswerPart::Analysis => Content::text(&answer.explanation.analysis),
        AnswerPart::Note => Content::text(&answer.note),
        AnswerPart::Justification => Content::text(&answer.justification),
        AnswerPart::Extra(key) => Content::json(&answer.extra, key),
        AnswerPart::ExplanationExtra(key) => Content::json(&answer.explanation.extra, key),
    }
}

fn of_document(document: &Evidence, part: &DocumentPart) -> Content {
    match part {
        DocumentPart::Title => Content::text(&document.title),
        DocumentPart::Kind => Content::maybe(document.kind, Content::Kind),
        DocumentPart::Number => Content::text(&document.number),
        DocumentPart::Date => Content::maybe(document.date, Content::Date),
        DocumentPart::ValidUntil => Content::maybe(document.valid_until, Content::Date),
        DocumentPart::Unit => Content::text(&document.unit),
        DocumentPart::Location => Content::text(&document.location),
        DocumentPart::Pages => Content::text(&document.pages),
        DocumentPart::Remark => Content::text(&document.remark),
        DocumentPart::File => Content::maybe(document.file.clone(), Content::File),
        DocumentPart::Reviews if document.reviews.is_empty() => Content::None,
        DocumentPart::Reviews => Content::Reviews(document.reviews.clone()),
        DocumentPart::Extra(key) => Content::json(&document.extra, key),
        DocumentPart::Whole => Content::Document(Box::new(document.clone())),
    }
}

fn of_unit(unit: &Unit, part: &UnitPart) -> Content {
    match part {
        UnitPart::Name => Content::text(&unit.name),
        UnitPart::Contact => Content::text(&unit.contact),
        UnitPart::Owns(number) if unit.indicators.contains(number) => Content::Owned,
        UnitPart::Owns(_) => Content::None,
        UnitPart::Extra(key) => Content::json(&unit.extra, key),
        UnitPart::Whole => Content::Unit(Box::new(unit.clone())),
    }
}

fn of_record(record: &Record, part: &RecordPart) -> Content {
    match part {
        RecordPart::There => Content::Owned,
        RecordPart::Field(field) => match record.fields.get(field) {
            None => Content::None,
            Some(Json::String(text)) if !text.is_empty() => Content::Text(text.clone()),
            Some(json) => Content::Json(json.clone()),
        },
        RecordPart::Whole => Content::Record(Box::new(record.clone())),
    }
}

/// Writes a place. A document without a title, a unit without a name, and an answer in which nothing is left, are removed by
/// [`tidy`], so that the order of writing does not matter.
pub(super) fn set(into: &mut Assessment, place: &Place, content: Content) {
    match (place, content) {
        (Place::Agency, Content::Agency(agency)) => into.agency = agency,
        (Place::Year, Content::Year(year)) => into.year = year,
        (Place::Title, content) => into.title = Some(content.into_text()).filter(|text| !text.is_empty()),
        (Place::Target, content) => into.target = value(content),
        (Place::Stage, Content::Stage(stage)) => into.stage = stage,
        (Place::Stage, _) => into.stage = Stage::default(),
        (Place::Required, Content::Required(required)) => into.required = required,
        (Place::Required, _) => into.required = Required::default(),
        (Place::Briefing, Content::Briefing(briefing)) => into.briefing = briefing,
        (Place::Briefing, _) => into.briefing = Briefing::default(),
        (Place::Extra(key), content) => extra(&mut into.extra, key, content),
        (Place::Answer(stage, number, part), content) => {
            let answer = into.answers.entry(*stage).or_default().entry(*number).or_default();
            match part {
                AnswerPart::Value => answer.value = value(content),
                AnswerPart::Facts => answer.explanation.facts = content.into_text(),
                AnswerPart::Analysis => answer.explanation.analysis = content.into_text(),
                AnswerPart::Note => answer.note = content.into_text(),
                AnswerPart::Justification => answer.justification = content.into_text(),
                AnswerPart::Extra(key) => extra(&mut answer.extra, key, content),
                AnswerPart::ExplanationExtra(key) => extra(&mut answer.explanation.extra, key, content),
            }
        }
        (Place::Assessed(number), Content::Assessed(assessed)) => {
            into.assessed.insert(*number, assessed);
        }
        (Place::Assessed(number), _) => drop(into.assessed.remove(number)),
        (Place::Document(id, part), content) => {
            set_document(into.evidence.entry(id.clone()).or_default(), part, content);
        }
        (Place::Link(key), Content::Link(link)) => drop(into.links.insert(key.clone(), link)),
        (Place::Link(key), _) => drop(into.links.remove(key)),
        (Place::Unit(id, part), content) => {
            set_unit(into.units.entry(id.clone()).or_default(), part, content)
        }
        // An entry is there as long as one of its fields is.
        (Place::Record(_, _, RecordPart::There | RecordPart::Whole), _) => {}
        (Place::Record(book, key, RecordPart::Field(field)), content) => {
            into.records.edit(*book, key, |record| match content {
                Content::Text(text) => drop(record.fields.insert(field.clone(), Json::String(text))),
                content => extra(&mut record.fields, field, content),
            });
        }
        (Place::Agency | Place::Year | Place::Other(_), _) => {}
    }
}

fn set_document(document: &mut Evidence, part: &DocumentPart, content: Content) {
    let date = |content| if let Content::Date(date) = content { Some(date) } else { None };
    let detail = match part {
        DocumentPart::Title => Detail::Title(content.into_text()),
        DocumentPart::Kind => Detail::Kind(if let Content::Kind(kind) = content { Some(kind) } else { None }),
        DocumentPart::Number => Detail::Number(content.into_text()),
        DocumentPart::Date => Detail::Date(date(content)),
        DocumentPart::ValidUntil => Detail::ValidUntil(date(content)),
        DocumentPart::Unit => Detail::Unit(content.into_text()),
        DocumentPart::Location => Detail::Location(content.into_text()),
        DocumentPart::Pages => Detail::Pages(content.into_text()),
        DocumentPart::Remark => Detail::Remark(content.into_text()),
        DocumentPart::File => Detail::File(if let Content::File(file) = content { Some(file) } else { None }),
        DocumentPart::Reviews => {
            document.reviews = if let Content::Reviews(reviews) = content { reviews } else { Vec::new() };
            return;
        }
        DocumentPart::Extra(key) => return extra(&mut document.extra, key, content),
        DocumentPart::Whole => return,
    };
    detail.put(document);
}

fn set_unit(unit: &mut Unit, part: &UnitPart, content: Content) {
    match part {
        UnitPart::Name => unit.name = content.into_text(),
        UnitPart::Contact => unit.contact = content.into_text(),
        UnitPart::Owns(number) if content == Content::Owned => drop(unit.indicators.insert(*number)),
        UnitPart::Owns(number) => drop(unit.indicators.remove(number)),
        UnitPart::Extra(key) => extra(&mut unit.extra, key, content),
        UnitPart::Whole => {}
    }
}

fn value(content: Content) -> Option<Value> {
    if let Content::Value(value) = content { Some(value) } else { None }
}

fn extra(into: &mut Extra, key: &str, content: Content) {
    match content {
        Content::Json(json) => drop(into.insert(key.to_owned(), json)),
        _ => drop(into.remove(key)),
    }
}

/// Removes documents and units that were deleted field by field, and answers in which nothing is left.
pub(super) fn tidy(assessment: &mut Assessment) {
    assessment.evidence.retain(|_, document| !document.title.is_empty());
    assessment.units.retain(|_, unit| !unit.name.is_empty());
    for answers in assessment.answers.values_mut() {
        answers.retain(|_, answer| !answer.is_empty());
    }
    assessment.answers.retain(|_, answers| !answers.is_empty());
}

/// The fields of a document that are filled.
pub(super) fn parts_of(document: &Evidence) -> impl Iterator<Item = (DocumentPart, Content)> {
    let extra = document.extra.keys().map(|key| DocumentPart::Extra(key.clone()));
    let parts = DocumentPart::FIXED.into_iter().chain(extra);
    parts.map(|part| (part.clone(), of_document(document, &part))).filter(|(_, content)| !content.is_none())
}

/// The fields of an answer that are filled.
pub(super) fn parts_of_answer(answer: &Answer) -> impl Iterator<Item = (AnswerPart, Content)> {
    let extra = answer.extra.keys().map(|key| AnswerPart::Extra(key.clone()));
    let explanation = answer.explanation.extra.keys().map(|key| AnswerPart::ExplanationExtra(key.clone()));
    let parts = AnswerPart::FIXED.into_iter().chain(extra).chain(explanation);
    parts.map(|part| (part.clone(), of_answer(answer, &part))).filter(|(_, content)| !content.is_none())
}

/// The fields of a unit that are filled.
pub(super) fn parts_of_unit(unit: &Unit) -> impl Iterator<Item = (UnitPart, Content)> {
    let owned = unit.indicators.iter().map(|number| UnitPart::Owns(*number));
    let extra = unit.extra.keys().map(|key| UnitPart::Extra(key.clone()));
    let parts = [UnitPart::Name, UnitPart::Contact].into_iter().chain(owned).chain(extra);
    parts.map(|part| (part.clone(), of_unit(unit, &part))).filter(|(_, content)| !content.is_none())
}

/// The fields of an entry of a book.
pub(super) fn parts_of_record(record: &Record) -> impl Iterator<Item = (RecordPart, Content)> {
    let parts = record.fields.keys().map(|field| RecordPart::Field(field.clone()));
    [RecordPart::There].into_iter().chain(parts).map(|part| (part.clone(), of_record(record, &part)))
}

/// Every place that is filled, with what stands there.
pub(in crate::assessment) fn all(of: &Assessment) -> BTreeMap<Place, Content> {
    let head = [Place::Agency, Place::Year, Place::Title, Place::Target, Place::Stage];
    let fixed = head.into_iter().chain([Place::Required, Place::Briefing]);
    let extra = of.extra.keys().map(|key| Place::Extra(key.clone()));
    let single = fixed.chain(extra).chain(of.assessed.keys().map(|number| Place::Assessed(*number)));
    let single = single.map(|place| (get(of, &place), place)).map(|(content, place)| (place, content));
    let answers = of.answers.iter().flat_map(|(stage, all)| {
        all.iter().flat_map(|(number, answer)| {
            parts_of_answer(answer).map(|(part, content)| (Place::Answer(*stage, *number, part), content))
        })
    });
    let documents = of.evidence.iter().flat_map(|(id, document)| {
        parts_of(document).map(|(part, content)| (Place::Document(id.clone(), part), content))
    });
    let links = of.links.iter().map(|(key, link)| (Place::Link(key.clone()), Content::Link(link.clone())));
    let units = of.units.iter().flat_map(|(id, unit)| {
        parts_of_unit(unit).map(|(part, content)| (Place::Unit(id.clone(), part), content))
    });
    let records = of.records.entries().flat_map(|(book, key, record)| {
        parts_of_record(record)
            .map(move |(part, content)| (Place::Record(book, key.to_owned(), part), content))
    });
    let all = single.chain(answers).chain(documents).chain(links).chain(units).chain(records);
    all.filter(|(_, content)| !content.is_none()).collect()
}

/// Who last wrote what stands in a place, and when, as far as the assessment tells.
pub fn stamp_of<'a>(of: &'a Assessment, place: &Place) -> &'a Stamp {
    let own = match place {
        Place::Answer(stage, number, _) => {
            of.answers.get(stage).and_then(|all| all.get(number)).and_then(|answer| answer.changed.as_ref())
        }
        Place::Assessed(number) => of.assessed.get(number).and_then(|assessed| assessed.changed.as_ref()),
        Place::Document(id, DocumentPart::Reviews) => {
            of.evidence.get(id).and_then(|document| document.reviews.last()).map(|review| &review.stamp)
        }
        Place::Document(id, _) => of.evidence.get(id).and_then(|document| document.changed.as_ref()),
        Place::Link(key) => of.evidence.get(&key.evidence).and_then(|document| document.changed.as_ref()),
        Place::Unit(id, _) => of.units.get(id).and_then(|unit| unit.changed.as_ref()),
        Place::Record(book, key, _) => {
            of.records.record(*book, key).and_then(|record| record.changed.as_ref())
        }
        _ => None,
    };
    own.unwrap_or(&of.changed)
}
