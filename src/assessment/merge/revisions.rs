//! The record that travels with an assessment, so that copies of it can be merged without a server.

use std::collections::{BTreeMap, BTreeSet};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value as Json;

use super::super::Assessment;
use super::content::{self, Content};
use super::mark::{Mark, Rev, Tag};
use super::place::{DocumentPart, Entry, Place, RecordPart, UnitPart};
use crate::json::{At, Extra, Misfit, Object, Take};

/// The copy that stands for whoever wrote a file without a record.
const UNKNOWN: &str = "?";

/// The marks of all places. What has no mark of its own was written once, by the copy in which its
/// entry (answer, document) began, or else by the one in which the assessment began.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Revisions {
    /// Whether the assessment ever left the copy in which it was begun. Before, there is nothing to
    /// keep.
    sealed: bool,
    /// The name of this copy: what is edited here is marked with it. Empty where it was begun.
    copy: String,
    entries: BTreeMap<Entry, Begun>,
    marks: BTreeMap<Place, Mark>,
    extra: Extra,
}

/// Where an entry began.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Begun {
    copy: String,
    /// Since the last sealing.
    open: bool,
}

impl Revisions {
    /// Whether there is a record; a file of an older Takar, or written by hand, has none.
    pub fn is_sealed(&self) -> bool {
        self.sealed
    }

    pub fn copy(&self) -> &str {
        &self.copy
    }

    pub(in crate::assessment) fn is_absent(&self) -> bool {
        *self == Self::default()
    }

    /// Gives this copy a name of its own: letters and digits, chosen at random, at most eight of them
    /// are kept. To be called when a file is opened where it was not written, before it is edited.
    ///
    /// Two copies of the same name do not lose anything; but if both write the same, and one of them
    /// then changes it, the other one is not asked.
    pub fn begin_copy(&mut self, name: &str) {
        self.sealed = true;
        self.copy = name.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    }

    /// Notes that everything as it stands now is about to be seen elsewhere.
    pub(super) fn seal(&mut self, of: &Assessment) {
        self.sealed = true;
        self.entries.retain(|_, begun| {
            begun.open = false;
            !begun.copy.is_empty()
        });
        self.marks.values_mut().for_each(|mark| mark.open = None);
        let marks = std::mem::take(&mut self.marks);
        for (place, mark) in marks {
            let filled = !content::get(of, &place).is_none();
            self.put(place, mark, filled);
        }
    }

    /// The mark of a place that is filled, or not.
    pub(super) fn mark(&self, place: &Place, filled: bool) -> Mark {
        self.marks.get(place).cloned().unwrap_or_else(|| self.unmarked(place, filled))
    }

    fn unmarked(&self, place: &Place, filled: bool) -> Mark {
        if !filled {
            return Mark::default();
        }
        if !self.sealed {
            return Mark::written_by(UNKNOWN);
        }
        match place.entry().and_then(|entry| self.entries.get(&entry)) {
            Some(begun) => Mark { open: begun.open.then(BTreeSet::new), ..Mark::written_by(&begun.copy) },
            None => Mark::written_by(""),
        }
    }

    fn put(&mut self, place: Place, mark: Mark, filled: bool) {
        let is_list = matches!(place, Place::Document(_, DocumentPart::Reviews));
        let plain = if is_list { mark.before.is_empty() } else { mark == self.unmarked(&place, filled) };
        if plain {
            self.marks.remove(&place);
        } else {
            self.marks.insert(place, mark);
        }
    }

    /// A place gets the mark that it has in another record.
    pub(super) fn copy_mark(&mut self, from: &Self, place: &Place, filled: bool) {
        if self.sealed && from.sealed {
            self.put(place.clone(), from.mark(place, filled), filled);
        }
    }

    /// Reviews of a document that were taken back.
    pub(super) fn removed(&self, id: &str) -> BTreeSet<Rev> {
        let place = Place::Document(id.to_owned(), DocumentPart::Reviews);
        self.marks.get(&place).map(|mark| mark.before.clone()).unwrap_or_default()
    }

    /// Places with a mark of their own.
    pub(super) fn marked(&self) -> impl Iterator<Item = &Place> {
        self.marks.keys()
    }

    /// Notes an edit: what stood in these places before, and stands there now.
    pub(in crate::assessment) fn edited(&mut self, of: &Assessment, before: Vec<(Place, Content)>) {
        if !self.sealed {
            return;
        }
        let copy = self.copy.clone();
        for (place, old) in before {
            let new = content::get(of, &place);
            if old == new {
                continue;
            }
            if let Place::Document(_, DocumentPart::Reviews) = &place {
                self.reviewed(place, &old, &new);
                continue;
            }
            let mark = self.mark(&place, !old.is_none()).after(&copy, &old, &new);
            self.put(place, mark, !new.is_none());
        }
    }

    fn reviewed(&mut self, place: Place, old: &Content, new: &Content) {
        let (old, new) = (reviews(old), reviews(new));
        let mut mark = self.marks.remove(&place).unwrap_or_default();
        mark.before.extend(old.difference(&new));
        mark.before.retain(|review| !new.contains(review));
        self.put(place, mark, true);
    }

    /// Before an edit: an entry that has nothing yet begins here.
    pub(in crate::assessment) fn begin(&mut self, entry: Entry, is_empty: bool) {
        if !self.sealed || !is_empty || self.entries.contains_key(&entry) {
            return;
        }
        let known = self.marks.range(first_of(&entry)..).next();
        if known.is_none_or(|(place, _)| place.entry().as_ref() != Some(&entry)) {
            self.entries.insert(entry, Begun { copy: self.copy.clone(), open: true });
        }
    }

    /// After an edit: an entry that began here and is gone again never was.
    pub(in crate::assessment) fn ended(&mut self, entry: &Entry, is_empty: bool) {
        if is_empty && self.entries.get(entry).is_some_and(|begun| begun.open) {
            self.entries.remove(entry);
        }
    }

    /// A record of these marks, in its shortest form; each with whether its place is filled.
    pub(super) fn of_marks(
        copy: &str,
        extra: Extra,
        untouched: BTreeMap<Entry, Begun>,
        marks: Vec<(Place, Mark, bool)>,
    ) -> Self {
        let mut votes: BTreeMap<Entry, BTreeMap<String, usize>> = BTreeMap::new();
        for (place, mark, filled) in &marks {
            let by = mark.heads.first().filter(|tag| *filled && mark.is_first_of(&tag.copy));
            if let (Some(Tag { copy, .. }), Some(entry)) = (by, place.entry()) {
                *votes.entry(entry).or_default().entry(copy.clone()).or_default() += 1;
            }
        }
        let mut entries = untouched;
        for (entry, votes) in votes {
            // The last of several maxima is the greatest name: the same, whoever merges.
            if let Some((copy, _)) = votes.into_iter().max_by_key(|(_, count)| *count)
                && !copy.is_empty()
            {
                entries.insert(entry, Begun { copy, open: false });
            }
        }
        let mut record = Self { sealed: true, copy: copy.to_owned(), entries, marks: BTreeMap::new(), extra };
        for (place, mark, filled) in marks {
            record.put(place, mark, filled);
        }
        record
    }

    /// Entries that began in different copies.
    pub(super) fn differing(&self, other: &Self) -> BTreeSet<Entry> {
        let all = self.entries.keys().chain(other.entries.keys());
        all.filter(|entry| self.entries.get(*entry) != other.entries.get(*entry)).cloned().collect()
    }

    pub(super) fn entries_without(&self, without: impl Fn(&Entry) -> bool) -> BTreeMap<Entry, Begun> {
        let kept = self.entries.iter().filter(|(entry, _)| !without(entry));
        kept.map(|(entry, begun)| (entry.clone(), begun.clone())).collect()
    }

    /// The record of what stands in some entries and places alone; the rest is forgotten.
    pub(crate) fn of_part(&self, entry: impl Fn(&Entry) -> bool, place: impl Fn(&Place) -> bool) -> Self {
        let marks = self.marks.iter().filter(|(of, _)| place(of));
        Self {
            sealed: self.sealed,
            copy: self.copy.clone(),
            entries: self.entries_without(|of| !entry(of)),
            marks: marks.map(|(of, mark)| (of.clone(), mark.clone())).collect(),
            extra: Extra::new(),
        }
    }

    /// Takes the mark of a place over from another record.
    pub(super) fn mark_as_in(&mut self, other: &Self, place: &Place, filled: bool) {
        let mark = match place {
            Place::Document(id, DocumentPart::Reviews) => {
                Mark { before: other.removed(id), ..Mark::default() }
            }
            _ => other.mark(place, filled),
        };
        self.put(place.clone(), mark, filled);
    }

    /// Entries of which it is known in which copy they began.
    pub(super) fn begun(&self) -> impl Iterator<Item = &Entry> {
        self.entries.keys()
    }

    /// Takes over in which copy an entry began.
    pub(super) fn begun_as_in(&mut self, other: &Self, entry: &Entry) {
        if let Some(begun) = other.entries.get(entry) {
            self.entries.insert(entry.clone(), begun.clone());
        }
    }

    pub(super) fn extra(&self) -> &Extra {
        &self.extra
    }
}

/// The names of the reviews in a list.
pub(super) fn reviews(list: &Content) -> BTreeSet<Rev> {
    let Content::Reviews(reviews) = list else { return BTreeSet::new() };
    reviews.iter().map(review).collect()
}

/// The name of a review. It has no tag: its stamp is part of it.
pub(super) fn review(review: &super::super::Review) -> Rev {
    Rev::of(&Content::Reviews(vec![review.clone()]), &Tag::default())
}

/// The first place of an entry in the order of places.
fn first_of(entry: &Entry) -> Place {
    match entry {
        Entry::Answer(stage, number) => Place::Answer(*stage, *number, super::place::AnswerPart::Value),
        Entry::Document(id) => Place::Document(id.clone(), DocumentPart::Title),
        Entry::Unit(id) => Place::Unit(id.clone(), UnitPart::Name),
        Entry::Record(book, key) => Place::Record(*book, key.clone(), RecordPart::There),
        Entry::Other(text) => Place::Other(text.clone()),
    }
}

impl Serialize for Revisions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Text<'a, T>(&'a T);
        impl<T: std::fmt::Display> Serialize for Text<'_, T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self.0)
            }
        }
        struct Table<'a, K, V>(&'a BTreeMap<K, V>);
        impl<K: std::fmt::Display, V: std::fmt::Display> Serialize for Table<'_, K, V> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(key, value)| (Text(key), Text(value))))
            }
        }
        let mut map = serializer.serialize_map(None)?;
        if !self.copy.is_empty() {
            map.serialize_entry("copy", &self.copy)?;
        }
        if !self.entries.is_empty() {
            map.serialize_entry("entries", &Table(&self.entries))?;
        }
        if !self.marks.is_empty() {
            map.serialize_entry("marks", &Table(&self.marks))?;
        }
        for (key, value) in &self.extra {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// As in data: `k3f9`, then ` ^` since it was sealed.
impl std::fmt::Display for Begun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.copy, if self.open { " ^" } else { "" })
    }
}

impl Take for Begun {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let text = String::take(json, at)?;
        let (copy, open) = text.strip_suffix(" ^").map_or((&*text, false), |copy| (copy, true));
        Ok(Self { copy: copy.to_owned(), open })
    }
}

impl Take for Mark {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mark = json.as_str().and_then(|text| text.parse().ok());
        mark.ok_or_else(|| at.misfit("a mark such as \"k3f9.2 < 013579024681\""))
    }
}

impl Take for Revisions {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            sealed: true,
            copy: object.or_empty("copy")?,
            entries: object.or_empty("entries")?,
            marks: object.or_empty("marks")?,
            extra: object.rest(),
        })
    }
}

/// What [`Revisions`] looks like in a file.
#[cfg(not(target_arch = "wasm32"))]
pub(in crate::assessment) fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({
        "type": ["object", "null"],
        "properties": {
            "copy": { "type": ["string", "null"], "description": "The name of the copy that wrote this file." },
            "entries": {
                "description": "The copy in which an answer or a document began, where it is another one than that of the assessment.",
                "type": ["object", "null"],
                "additionalProperties": { "type": "string" }
            },
            "marks": {
                "description": "For places that were changed after they had left their copy: who wrote what stands there, and digests of what stood there before.",
                "type": ["object", "null"],
                "additionalProperties": { "type": "string", "pattern": Mark::pattern() }
            }
        }
    })
}
