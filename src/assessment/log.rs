//! Who changed what, and when: the history (riwayat) that people read.
//!
//! It is for people alone. Nothing is decided by it, and what falls out of it when it grows too long was
//! only told here.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};
use serde_json::Value as Json;
use serde_json::value::{RawValue, to_raw_value};

use super::merge::{Content, DocumentPart, Entry, Place, RecordPart, UnitPart};
use super::{Book, EvidenceId, Stamp, Time, UnitId};
use crate::instrument::Number;
use crate::json::{At, Extra, Misfit, Object, Take, list};

/// Most entries of a log. The oldest give way, so that the history never crowds out the work.
pub const LOG_LIMIT: usize = 1_000;
/// Most characters of a text that an entry shows.
const SHOWN: usize = 80;
/// So many characters stand before the first one that differs.
const LEAD: usize = 20;

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A field was written.
    Field(Place),
    /// A document was registered or removed.
    Document(EvidenceId),
    /// A unit was added or removed.
    Unit(UnitId),
    /// An entry of a book was made or removed.
    Record(Book, String),
    /// Something happened to the assessment as a whole.
    Event(Event),
}

/// What happens to an assessment as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// Another copy was merged into it.
    Merged,
    /// An older state was brought back.
    Restored,
    /// A file took its place.
    Replaced,
    /// A work package was made for a unit.
    Issued,
    /// A work package was sent back.
    Returned,
}

impl Event {
    pub const ALL: [Self; 5] = [Self::Merged, Self::Restored, Self::Replaced, Self::Issued, Self::Returned];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Merged => "merged",
            Self::Restored => "restored",
            Self::Replaced => "replaced",
            Self::Issued => "issued",
            Self::Returned => "returned",
        }
    }
}

/// As in data: the place of a field, `evidence/b-1` for a document, `units/u-1` for a unit, `event/merged`
/// for an event.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(place) => place.fmt(f),
            Self::Document(id) => write!(f, "evidence/{id}"),
            Self::Unit(id) => write!(f, "units/{id}"),
            Self::Record(book, key) => write!(f, "{}/{key}", book.code()),
            Self::Event(event) => write!(f, "event/{}", event.code()),
        }
    }
}

/// What it does not know becomes a field that only a newer Takar knows.
impl FromStr for Subject {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(match text.split_once('/') {
            Some(("evidence", id)) if !id.contains('/') => Self::Document(id.to_owned()),
            Some(("units", id)) if !id.contains('/') => Self::Unit(id.to_owned()),
            Some(("event", code)) => match Event::ALL.into_iter().find(|event| event.code() == code) {
                Some(event) => Self::Event(event),
                None => Self::Field(text.parse()?),
            },
            Some((book, key)) if !key.contains('/') => match Book::from_code(book) {
                Some(book) => Self::Record(book, key.to_owned()),
                None => Self::Field(text.parse()?),
            },
            _ => Self::Field(text.parse()?),
        })
    }
}

impl Subject {
    /// The indicator it belongs to, where it belongs to one.
    pub fn indicator(&self) -> Option<Number> {
        match self {
            Self::Field(place) => place.indicator(),
            Self::Record(book, key) => book.indicator(key),
            _ => None,
        }
    }

    /// The document it belongs to, where it belongs to one.
    pub fn document(&self) -> Option<&str> {
        match self {
            Self::Field(place) => place.document(),
            Self::Document(id) => Some(id),
            Self::Unit(_) | Self::Record(..) | Self::Event(_) => None,
        }
    }
}

/// An edit, or several of one person in one place within one hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    pub subject: Subject,
    /// When it began.
    pub at: Time,
    /// Its last letter, where it took a while.
    pub until: Option<Time>,
    /// The name a person gave; empty where none was given.
    pub by: String,
    /// What stood there before, in brief: values as in data, texts where they begin to differ, a
    /// document by its title, reviews by the last status. Empty for nothing.
    pub from: String,
    /// What stands there since. Of an event, what it came from: the name of a file or a unit.
    pub to: String,
    pub extra: Extra,
}

impl LogEntry {
    /// The moment of its last letter.
    pub fn last(&self) -> &Time {
        self.until.as_ref().unwrap_or(&self.at)
    }

    fn key(&self) -> Key {
        (self.at.clone(), self.by.clone(), self.subject.clone())
    }
}

type Key = (Time, String, Subject);

/// An entry and its text in files. Copies of a log share both: a log is long, is copied with each edit and
/// written with each save, and hardly any of its entries has changed by then.
#[derive(Debug)]
struct Told {
    entry: LogEntry,
    written: OnceLock<Box<RawValue>>,
}

impl From<LogEntry> for Told {
    fn from(entry: LogEntry) -> Self {
        Self { entry, written: OnceLock::new() }
    }
}

/// The text follows from the entry.
impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        self.entry == other.entry
    }
}
impl Eq for Told {}

/// The entries by time, then by person and place.
#[derive(Clone, Debug, Default)]
pub struct Log {
    entries: BTreeMap<Arc<Key>, Arc<Told>>,
    /// What stood before entries that nobody else has seen yet: they may still grow, or vanish when
    /// an edit is taken back.
    open: BTreeMap<Key, Content>,
}

/// What may still grow is no part of what is told.
impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Log {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &LogEntry> {
        self.entries.values().map(|told| &told.entry)
    }

    /// Notes something that happened to the assessment as a whole. `of` names what it came from.
    pub fn note(&mut self, event: Event, of: &str, stamp: &Stamp) {
        let subject = Subject::Event(event);
        let to = excerpt(of, 0);
        self.put(entry(subject, stamp, String::new(), to));
    }

    /// Notes what stood in some places before an edit and after it.
    pub(super) fn record(&mut self, edits: Vec<(Place, Content, Content)>, stamp: &Stamp) {
        // A document or a unit that comes or goes is one entry, whatever its fields.
        let whole: BTreeSet<Entry> = edits
            .iter()
            .filter(|(place, before, after)| names(place) && before.is_none() != after.is_none())
            .filter_map(|(place, ..)| place.entry())
            .collect();
        let leads: BTreeMap<Entry, (Content, Content)> = edits
            .iter()
            .filter(|(place, ..)| is_lead(place))
            .filter_map(|(place, before, after)| Some((place.entry()?, (before.clone(), after.clone()))))
            .collect();
        for (place, mut before, mut after) in edits {
            if let Some(lead) = place.entry().filter(|_| names(&place)).and_then(|entry| leads.get(&entry)) {
                (before, after) = lead.clone();
            }
            let subject = match place.entry().filter(|entry| whole.contains(entry)) {
                Some(_) if !matches!(place, Place::Document(..) | Place::Unit(..) | Place::Record(..)) => {
                    Subject::Field(place)
                }
                Some(_) if !names(&place) => continue,
                Some(Entry::Document(id)) => Subject::Document(id),
                Some(Entry::Unit(id)) => Subject::Unit(id),
                Some(Entry::Record(book, key)) => Subject::Record(book, key),
                _ => Subject::Field(place),
            };
            self.edited(subject, before, &after, stamp);
        }
    }

    fn edited(&mut self, subject: Subject, before: Content, after: &Content, stamp: &Stamp) {
        let same_hour = |at: &Time| at.as_str().get(..13) == stamp.at.as_str().get(..13);
        let open =
            self.open.keys().rev().find(|(at, by, of)| *of == subject && *by == stamp.by && same_hour(at));
        let Some(key) = open.cloned() else {
            if before != *after {
                let (from, to) = brief(&before, after);
                let new = entry(subject, stamp, from, to);
                let key = new.key();
                // One that was closed within this very second goes on.
                if !self.entries.contains_key(&key) {
                    self.open.insert(key, before);
                }
                self.put(new);
            }
            return;
        };
        let Some(begun) = self.open.get(&key) else { return };
        if begun == after {
            self.open.remove(&key);
            self.entries.remove(&key);
        } else if let Some(told) = self.entries.get_mut(&key) {
            let (from, to) = brief(begun, after);
            let until = (stamp.at > told.entry.at).then(|| stamp.at.clone());
            *told = Arc::new(LogEntry { from, to, until, ..told.entry.clone() }.into());
        }
    }

    fn put(&mut self, new: LogEntry) {
        match self.entries.get_mut(&new.key()) {
            Some(told) => *told = Arc::new(LogEntry { to: new.to, ..told.entry.clone() }.into()),
            None => {
                self.entries.insert(new.key().into(), Arc::new(new.into()));
                self.shorten();
            }
        }
    }

    fn shorten(&mut self) {
        while self.entries.len() > LOG_LIMIT
            && let Some((key, _)) = self.entries.pop_first()
        {
            self.open.remove(&key);
        }
    }

    /// What is told so far is about to be seen elsewhere: it does not change any more.
    pub(super) fn close(&mut self) {
        self.open.clear();
    }

    /// What both copies tell, in whichever order they are put together.
    pub(super) fn join(&mut self, other: &Self) {
        for (key, theirs) in &other.entries {
            match self.entries.get(key) {
                Some(mine) if rank(&mine.entry) >= rank(&theirs.entry) => {}
                _ => {
                    self.entries.insert(key.clone(), theirs.clone());
                    self.open.remove(key);
                }
            }
        }
        self.shorten();
    }

    /// Keeps what is about some places only.
    pub fn retain(&mut self, keep: impl Fn(&Subject) -> bool) {
        self.entries.retain(|key, _| keep(&key.2));
        self.open.retain(|(_, _, subject), _| keep(subject));
    }

    /// Leaves nothing, as people may ask for before they hand a file on.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

/// Whether it holds what a document or a unit is called: there is none without.
fn names(place: &Place) -> bool {
    matches!(
        place,
        Place::Document(_, DocumentPart::Title)
            | Place::Unit(_, UnitPart::Name)
            | Place::Record(_, _, RecordPart::There)
    )
}

/// Whether it holds what people know an entry of a book by, which is there without it.
fn is_lead(place: &Place) -> bool {
    matches!(place, Place::Record(book, _, RecordPart::Field(field)) if field == book.lead())
}

/// Of the same entry in two copies, the one that was told last.
fn rank(of: &LogEntry) -> (&Time, &str, &str, usize) {
    (of.last(), &of.to, &of.from, of.extra.len())
}

fn entry(subject: Subject, stamp: &Stamp, from: String, to: String) -> LogEntry {
    LogEntry {
        subject,
        at: stamp.at.clone(),
        until: None,
        by: stamp.by.clone(),
        from,
        to,
        extra: Extra::new(),
    }
}

fn brief(before: &Content, after: &Content) -> (String, String) {
    let (before, after) = (before.brief(), after.brief());
    let same = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let lead = after.chars().skip(same.saturating_sub(LEAD)).take(LEAD.min(same));
    // From the beginning of a word, where there is one.
    let start = match lead.clone().position(char::is_whitespace) {
        Some(space) if same > LEAD => same - LEAD + space + 1,
        _ => 0,
    };
    (excerpt(&before, start), excerpt(&after, start))
}

/// A text from a character on, without line breaks.
fn excerpt(text: &str, start: usize) -> String {
    let text = text.trim_end();
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let rest = text.chars().skip(start);
    let mut short = String::from(if start > 0 && rest.clone().next().is_some() { "…" } else { "" });
    short.extend(rest.clone().take(SHOWN).map(plain));
    if rest.count() > SHOWN {
        short.push('…');
    }
    short
}

/// Of two entries of the same moment, person and place, the later one stays.
impl FromIterator<LogEntry> for Log {
    fn from_iter<I: IntoIterator<Item = LogEntry>>(entries: I) -> Self {
        let mut log = Self {
            entries: entries.into_iter().map(|entry| (entry.key().into(), Arc::new(entry.into()))).collect(),
            ..Self::default()
        };
        log.shorten();
        log
    }
}

#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "LogEntry"))]
pub(crate) struct WrittenEntry<'a> {
    /// When it began.
    at: &'a Time,
    /// Its last letter, where it took a while.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<&'a Time>,
    /// The name a person gave.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>"))]
    by: &'a str,
    /// A place as in `revisions`, `evidence/…` for a document, or `event/…`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    what: String,
    /// What stood there before, in brief.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>"))]
    from: &'a str,
    /// What stands there since, in brief.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>"))]
    to: &'a str,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    extra: &'a Extra,
}

impl Serialize for Log {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.entries.values().map(|told| {
            told.written.get_or_init(|| {
                let entry = &told.entry;
                // Types of this crate always serialise.
                let written = to_raw_value(&WrittenEntry {
                    at: &entry.at,
                    until: entry.until.as_ref(),
                    by: &entry.by,
                    what: entry.subject.to_string(),
                    from: &entry.from,
                    to: &entry.to,
                    extra: &entry.extra,
                });
                written.unwrap_or_default()
            })
        }))
    }
}

impl Take for LogEntry {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let what: String = object.need("what")?;
        let Ok(subject) = what.parse();
        Ok(Self {
            subject,
            at: object.need("at")?,
            until: object.may("until")?,
            by: object.or_empty("by")?,
            from: object.or_empty("from")?,
            to: object.or_empty("to")?,
            extra: object.rest(),
        })
    }
}

impl Take for Log {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut log = Self::default();
        for (index, item) in list(json, at)?.into_iter().enumerate() {
            let at = at.item(index);
            let entry = LogEntry::take(item, &at)?;
            if log.entries.insert(entry.key().into(), Arc::new(entry.into())).is_some() {
                return Err(at.misfit("one entry, this one stands twice"));
            }
        }
        log.shorten();
        Ok(log)
    }
}
