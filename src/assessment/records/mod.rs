//! What an agency notes on the way from its own assessment to the final result: small entries, kept in books.
//!
//! An entry is kept as the fields of its JSON object, so that copies of an assessment are merged field by
//! field whatever the entry is, and what a newer Takar writes into it survives. Everything else works with
//! the types of [`Kept`].

mod aim;
mod closing;
mod cover;
mod due;
mod finding;
mod holiday;
mod question;
mod scenario;
mod session;
mod step;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value as Json};

pub use aim::Aim;
pub use closing::Closing;
pub use cover::{Cover, Signatory};
pub use due::Due;
pub use finding::{ALL_SECTIONS, Finding};
pub use holiday::Holiday;
pub use question::Question;
pub use scenario::Scenario;
pub use session::{Clock, Session, Zone};
pub use step::{EFFORTS, Progress, Step};

use super::{Assessment, Change, Date, Refused, Stage, Stamp, is_id};
use crate::instrument::{Instrument, Level, Number};
use crate::json::{At, Extra, Misfit, Object, Take};

/// A kind of entry. Its code names it in files and in the record of copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Book {
    /// Stages that were closed, by stage: [`Closing`].
    Closed,
    /// Sessions of the interview, by id: [`Session`].
    Sessions,
    /// What assessors asked, by indicator and id (`12:a1`): [`Question`].
    Questions,
    /// Changes to the list of holidays, by day: [`Holiday`].
    Holidays,
    /// What is aimed at with an indicator, by its number: [`Aim`].
    Aims,
    /// Steps of the plan, by indicator and the level they lead to (`12:3`): [`Step`].
    Steps,
    /// What-if: named sets of values, by id: [`Scenario`].
    Scenarios,
    /// Strengths, weaknesses and recommendations, by section: [`Finding`].
    Findings,
    /// What stands on reports besides figures, under [`Cover::KEY`]: [`Cover`].
    Cover,
}

impl Book {
    pub const ALL: [Self; 9] = [
        Self::Closed,
        Self::Sessions,
        Self::Questions,
        Self::Holidays,
        Self::Aims,
        Self::Steps,
        Self::Scenarios,
        Self::Findings,
        Self::Cover,
    ];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Sessions => "sessions",
            Self::Questions => "questions",
            Self::Holidays => "holidays",
            Self::Aims => "aims",
            Self::Steps => "steps",
            Self::Scenarios => "scenarios",
            Self::Findings => "findings",
            Self::Cover => "cover",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|book| book.code() == code)
    }

    /// The field by which people know an entry, where its key does not say it.
    pub fn lead(self) -> &'static str {
        match self {
            Self::Closed => "by",
            Self::Sessions => "title",
            Self::Questions => "question",
            Self::Holidays | Self::Scenarios => "name",
            Self::Aims => "target",
            Self::Steps => "note",
            Self::Findings => "recommendations",
            Self::Cover => "letterhead",
        }
    }

    /// The indicator that an entry belongs to, where it belongs to one.
    pub fn indicator(self, key: &str) -> Option<Number> {
        match self {
            Self::Aims => key.parse().ok(),
            Self::Questions | Self::Steps => key.split_once(':')?.0.parse().ok(),
            _ => None,
        }
    }

    /// Whether a key can name an entry of this book, whatever the instrument.
    fn is_key(self, key: &str) -> bool {
        let number = |text: &str| text.parse::<Number>().is_ok_and(|number| number.to_string() == text);
        match self {
            Self::Closed => Stage::from_code(key).is_some(),
            Self::Sessions | Self::Scenarios | Self::Findings => is_id(key),
            Self::Questions => key.split_once(':').is_some_and(|(of, id)| number(of) && is_id(id)),
            Self::Holidays => Date::parse(key).is_some(),
            Self::Aims => number(key),
            Self::Steps => step_key(key).is_some_and(|(of, level)| key == format!("{of}:{level}")),
            Self::Cover => key == Cover::KEY,
        }
    }

    /// Whether an entry is allowed.
    ///
    /// # Errors
    /// Why it is not.
    pub(super) fn allowed(
        self,
        instrument: &Instrument,
        key: &str,
        record: Option<&Record>,
    ) -> Result<(), Refused> {
        if !self.is_key(key) {
            return Err(Refused::BadId(key.to_owned()));
        }
        if let Some(number) = self.indicator(key) {
            let indicator = instrument.indicator(number).ok_or(Refused::UnknownIndicator(number))?;
            if let Some((_, level)) = step_key(key).filter(|_| self == Self::Steps)
                && instrument
                    .model_of(indicator)
                    .is_none_or(|model| model.levels.iter().all(|l| l.level != level))
            {
                return Err(Refused::UnknownLevel { indicator: number, level });
            }
        }
        let Some(record) = record else { return Ok(()) };
        fn check<T: Kept>(instrument: &Instrument, key: &str, record: &Record) -> Result<(), Refused> {
            record.as_kept::<T>().check(instrument, key)
        }
        let check = match self {
            Self::Closed => check::<Closing>,
            Self::Sessions => check::<Session>,
            Self::Questions => check::<Question>,
            Self::Holidays => check::<Holiday>,
            Self::Aims => check::<Aim>,
            Self::Steps => check::<Step>,
            Self::Scenarios => check::<Scenario>,
            Self::Findings => check::<Finding>,
            Self::Cover => check::<Cover>,
        };
        check(instrument, key, record)
    }

    /// Reads an entry as its type does, so that what is empty is nowhere written.
    fn take(self, json: Json, at: &At) -> Result<Record, Misfit> {
        fn take<T: Kept>(json: Json, at: &At) -> Result<Record, Misfit> {
            let mut object = Object::open(json, at)?;
            let changed = object.may("changed")?;
            let kept = T::take(Json::Object(object.rest()), at)?;
            Ok(Record { changed, ..Record::of(&kept) })
        }
        let take = match self {
            Self::Closed => take::<Closing>,
            Self::Sessions => take::<Session>,
            Self::Questions => take::<Question>,
            Self::Holidays => take::<Holiday>,
            Self::Aims => take::<Aim>,
            Self::Steps => take::<Step>,
            Self::Scenarios => take::<Scenario>,
            Self::Findings => take::<Finding>,
            Self::Cover => take::<Cover>,
        };
        take(json, at)
    }
}

/// What the key of a step names: the indicator and the level it leads to.
pub fn step_key(key: &str) -> Option<(Number, Level)> {
    let (number, level) = key.split_once(':')?;
    Some((number.parse().ok()?, level.parse().ok()?))
}

/// A type of entry. What is empty in it is left out when it is written.
pub trait Kept: Take + Serialize + Default {
    const BOOK: Book;

    /// Whether it keeps the rules.
    ///
    /// # Errors
    /// Why it does not.
    fn check(&self, instrument: &Instrument, key: &str) -> Result<(), Refused>;
}

/// An entry as its fields. There is none without any.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Record {
    #[serde(flatten)]
    pub(super) fields: Map<String, Json>,
    /// Its last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
}

impl Record {
    pub fn of(kept: &impl Kept) -> Self {
        // Types of this crate always serialise, as objects.
        match serde_json::to_value(kept) {
            Ok(Json::Object(fields)) => Self { fields, changed: None },
            _ => Self::default(),
        }
    }

    /// The entry as its type. A field that a merge or a newer Takar left unreadable is as if it were empty.
    pub fn as_kept<T: Kept>(&self) -> T {
        if let Ok(kept) = T::take(Json::Object(self.fields.clone()), &At::ROOT) {
            return kept;
        }
        let mut good = Map::new();
        for (key, value) in &self.fields {
            good.insert(key.clone(), value.clone());
            if T::take(Json::Object(good.clone()), &At::ROOT).is_err() {
                good.remove(key);
            }
        }
        T::take(Json::Object(good), &At::ROOT).unwrap_or_default()
    }

    /// The text by which people know it, if there is one.
    pub fn lead(&self, book: Book) -> &str {
        self.fields.get(book.lead()).and_then(Json::as_str).unwrap_or_default()
    }
}

/// All books.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Records {
    #[serde(flatten, serialize_with = "write")]
    books: BTreeMap<Book, BTreeMap<String, Record>>,
    /// Books that only a newer Takar knows.
    #[serde(flatten)]
    extra: Extra,
}

fn write<S: serde::Serializer>(
    books: &BTreeMap<Book, BTreeMap<String, Record>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(books.iter().map(|(book, records)| (book.code(), records)))
}

impl Records {
    pub fn is_empty(&self) -> bool {
        self.books.is_empty() && self.extra.is_empty()
    }

    pub fn record(&self, book: Book, key: &str) -> Option<&Record> {
        self.books.get(&book)?.get(key)
    }

    /// An entry, if there is one.
    pub fn get<T: Kept>(&self, key: &str) -> Option<T> {
        self.record(T::BOOK, key).map(Record::as_kept)
    }

    /// All entries of a type, by their keys.
    pub fn all<T: Kept>(&self) -> impl Iterator<Item = (&str, T)> {
        let records = self.books.get(&T::BOOK).into_iter().flatten();
        records.map(|(key, record)| (key.as_str(), record.as_kept()))
    }

    /// Every entry of every book.
    pub fn entries(&self) -> impl Iterator<Item = (Book, &str, &Record)> {
        let all = self.books.iter();
        all.flat_map(|(book, records)| records.iter().map(|(key, record)| (*book, key.as_str(), record)))
    }

    /// Every entry, to be stamped otherwise. Its fields are [`super::apply`]'s alone.
    pub fn records_mut(&mut self) -> impl Iterator<Item = &mut Record> {
        self.books.values_mut().flat_map(BTreeMap::values_mut)
    }

    pub(super) fn edit(&mut self, book: Book, key: &str, edit: impl FnOnce(&mut Record)) {
        let records = self.books.entry(book).or_default();
        let record = records.entry(key.to_owned()).or_default();
        edit(record);
        if record.fields.is_empty() {
            records.remove(key);
        }
        if records.is_empty() {
            self.books.remove(&book);
        }
    }

    /// Writes an entry, or takes it away. Returns what was there.
    pub(super) fn put(&mut self, book: Book, key: &str, new: Option<Record>) -> Option<Record> {
        let old = self.record(book, key).cloned();
        self.edit(book, key, |record| *record = new.unwrap_or_default());
        old
    }

    /// Keeps some entries only, of those that this version knows.
    pub(crate) fn retain(&mut self, keep: impl Fn(Book, &str) -> bool) {
        for (book, records) in &mut self.books {
            records.retain(|key, _| keep(*book, key));
        }
        self.books.retain(|_, records| !records.is_empty());
    }

    /// Forgets books that this version does not know.
    pub(crate) fn known_only(&mut self) {
        self.extra.clear();
    }
}

impl Change {
    /// Writes an entry anew, or removes it.
    pub fn record<T: Kept>(key: impl Into<String>, kept: Option<&T>) -> Self {
        let record = kept.map(|kept| Box::new(Record::of(kept)));
        Self::Record { book: T::BOOK, key: key.into(), record }
    }
}

impl Assessment {
    /// Whether the values of a stage are frozen: the stage, or a later one that stands on it, is closed.
    pub fn is_closed(&self, stage: Stage) -> bool {
        self.closed_by(stage).is_some()
    }

    /// The earliest closed stage that freezes this one.
    pub fn closed_by(&self, stage: Stage) -> Option<(Stage, Closing)> {
        let mut closed = self.records.all::<Closing>();
        let all = closed.by_ref().filter_map(|(key, closing)| Some((Stage::from_code(key)?, closing)));
        all.filter(|(at, _)| *at >= stage).min_by_key(|(at, _)| *at)
    }
}

impl Take for Records {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut extra = Object::open(json, at)?.rest();
        let mut books = BTreeMap::new();
        for book in Book::ALL {
            let Some(json) = extra.remove(book.code()) else { continue };
            let at = at.key(book.code());
            let mut records = BTreeMap::new();
            for (key, json) in Object::open(json, &at)?.rest() {
                let at = at.key(&key);
                if !book.is_key(&key) {
                    return Err(at.misfit("another key, this one is unknown"));
                }
                let record = book.take(json, &at)?;
                if !record.fields.is_empty() {
                    records.insert(key, record);
                }
            }
            if !records.is_empty() {
                books.insert(book, records);
            }
        }
        Ok(Self { books, extra })
    }
}

fn is_default<T: Default + PartialEq>(thing: &T) -> bool {
    *thing == T::default()
}

/// Books by their codes, entries by their keys.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let mut properties = Map::new();
    let books = [
        (Book::Closed, "^(mandiri|dokumen|interviu|visitasi|akhir)$", generator.subschema_for::<Closing>()),
        (Book::Sessions, "^[A-Za-z0-9-]{1,40}$", generator.subschema_for::<Session>()),
        (Book::Questions, "^[0-9]{1,5}:[A-Za-z0-9-]{1,40}$", generator.subschema_for::<Question>()),
        (Book::Holidays, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", generator.subschema_for::<Holiday>()),
        (Book::Aims, "^[0-9]{1,5}$", generator.subschema_for::<Aim>()),
        (Book::Steps, "^[0-9]{1,5}:[0-9]{1,3}$", generator.subschema_for::<Step>()),
        (Book::Scenarios, "^[A-Za-z0-9-]{1,40}$", generator.subschema_for::<Scenario>()),
        (Book::Findings, "^[A-Za-z0-9-]{1,40}$", generator.subschema_for::<Finding>()),
        (Book::Cover, "^cover$", generator.subschema_for::<Cover>()),
    ];
    let stamp = generator.subschema_for::<Option<Stamp>>();
    for (book, key, entry) in books {
        let entry = schemars::json_schema!({ "allOf": [entry], "properties": { "changed": stamp } });
        properties.insert(
            book.code().to_owned(),
            serde_json::json!({
                "type": "object",
                "patternProperties": { key: entry },
                "additionalProperties": false
            }),
        );
    }
    schemars::json_schema!({ "type": ["object", "null"], "properties": properties })
}
