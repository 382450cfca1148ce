//! What an edit leaves in the record of copies, and in the log.

use std::collections::BTreeSet;

use super::merge::{AnswerPart, Content, DocumentPart, Entry, Place, RecordPart, UnitPart, get};
use super::{Assessment, Change, Detail, Field, Stamp};

/// What stood in the places that an edit is about to write.
pub(super) struct Trail {
    before: Vec<(Place, Content)>,
    /// The entries they are part of, and whether there was nothing in them.
    entries: Vec<(Entry, bool)>,
}

impl Trail {
    /// None where nothing has to be noted: the edit brings a record of its own.
    pub(super) fn before(assessment: &Assessment, change: &Change) -> Option<Self> {
        let mut places = BTreeSet::new();
        if !touched(assessment, change, &mut places) {
            return None;
        }
        Some(Self::of(assessment, places))
    }

    /// Of an edit of these places.
    pub(super) fn of(assessment: &Assessment, places: BTreeSet<Place>) -> Self {
        let entries: BTreeSet<_> = places.iter().filter_map(Place::entry).collect();
        let entries = entries.into_iter().map(|entry| (is_empty(assessment, &entry), entry));
        let entries = entries.map(|(empty, entry)| (entry, empty)).collect();
        let before = places.into_iter().map(|place| (get(assessment, &place), place));
        Self { before: before.map(|(content, place)| (place, content)).collect(), entries }
    }

    pub(super) fn after(self, assessment: &mut Assessment, stamp: &Stamp) {
        let edits =
            self.before.iter().map(|(place, old)| (place.clone(), old.clone(), get(assessment, place)));
        let edits = edits.filter(|(_, old, new)| old != new).collect();
        assessment.log.record(edits, stamp);
        // Before anybody else has seen the assessment, there is nothing to keep of it.
        if !assessment.revisions.is_sealed() {
            return;
        }
        let mut revisions = std::mem::take(&mut assessment.revisions);
        for (entry, was_empty) in &self.entries {
            revisions.begin(entry.clone(), *was_empty);
        }
        revisions.edited(assessment, self.before);
        for (entry, _) in &self.entries {
            revisions.ended(entry, is_empty(assessment, entry));
        }
        assessment.revisions = revisions;
    }
}

fn is_empty(assessment: &Assessment, entry: &Entry) -> bool {
    match entry {
        Entry::Answer(stage, number) => {
            assessment.answers.get(stage).is_none_or(|all| !all.contains_key(number))
        }
        Entry::Document(id) => !assessment.evidence.contains_key(id),
        Entry::Unit(id) => !assessment.units.contains_key(id),
        Entry::Record(book, key) => assessment.records.record(*book, key).is_none(),
        Entry::Other(_) => false,
    }
}

/// Collects the places that an edit may write. False where it brings a record of its own.
fn touched(assessment: &Assessment, change: &Change, places: &mut BTreeSet<Place>) -> bool {
    let mut put = |place| {
        places.insert(place);
    };
    match change {
        Change::Value { stage, indicator, .. } => put(Place::Answer(*stage, *indicator, AnswerPart::Value)),
        Change::Text { stage, indicator, field, .. } => {
            let part = match field {
                Field::Facts => AnswerPart::Facts,
                Field::Analysis => AnswerPart::Analysis,
                Field::Note => AnswerPart::Note,
                Field::Justification => AnswerPart::Justification,
            };
            put(Place::Answer(*stage, *indicator, part));
        }
        Change::Agency(_) => put(Place::Agency),
        Change::Year(_) => put(Place::Year),
        Change::Title(_) => put(Place::Title),
        Change::Target(_) => put(Place::Target),
        Change::Required(_) => put(Place::Required),
        Change::Evidence { id, evidence } => {
            let extra =
                |document: &super::Evidence| -> Vec<String> { document.extra.keys().cloned().collect() };
            let old = assessment.evidence.get(id).map(extra).unwrap_or_default();
            let new = evidence.as_deref().map(extra).unwrap_or_default();
            let extra = old.into_iter().chain(new).map(DocumentPart::Extra);
            for part in DocumentPart::FIXED.into_iter().chain(extra) {
                put(Place::Document(id.clone(), part));
            }
        }
        Change::Detail { id, detail } => put(Place::Document(id.clone(), part_of(detail))),
        Change::Link { key, .. } => put(Place::Link(key.clone())),
        Change::Review { id, .. } | Change::Unreview { id } => {
            put(Place::Document(id.clone(), DocumentPart::Reviews));
        }
        Change::Assessed { indicator, .. } => put(Place::Assessed(*indicator)),
        Change::Unit { id, unit } => {
            let parts = |unit: &super::Unit| -> Vec<UnitPart> {
                let owned = unit.indicators.iter().map(|number| UnitPart::Owns(*number));
                owned.chain(unit.extra.keys().map(|key| UnitPart::Extra(key.clone()))).collect()
            };
            let old = assessment.units.get(id).map(parts).unwrap_or_default();
            let new = unit.as_deref().map(parts).unwrap_or_default();
            for part in [UnitPart::Name, UnitPart::Contact].into_iter().chain(old).chain(new) {
                put(Place::Unit(id.clone(), part));
            }
        }
        Change::Own { unit, indicator, .. } => put(Place::Unit(unit.clone(), UnitPart::Owns(*indicator))),
        Change::Briefing(_) => put(Place::Briefing),
        Change::Stage(_) => put(Place::Stage),
        Change::Record { book, key, record } => {
            let fields = |record: &super::Record| -> Vec<String> { record.fields.keys().cloned().collect() };
            let old = assessment.records.record(*book, key).map(fields).unwrap_or_default();
            let new = record.as_deref().map(fields).unwrap_or_default();
            let fields = old.into_iter().chain(new).map(RecordPart::Field);
            for part in fields.chain([RecordPart::There]) {
                put(Place::Record(*book, key.clone(), part));
            }
        }
        // No place: it belongs to the package, and is not merged.
        Change::Order(_) => {}
        Change::Whole(_) => return false,
        Change::All(changes) => return changes.iter().all(|change| touched(assessment, change, places)),
    }
    true
}

fn part_of(detail: &Detail) -> DocumentPart {
    match detail {
        Detail::Title(_) => DocumentPart::Title,
        Detail::Kind(_) => DocumentPart::Kind,
        Detail::Number(_) => DocumentPart::Number,
        Detail::Date(_) => DocumentPart::Date,
        Detail::ValidUntil(_) => DocumentPart::ValidUntil,
        Detail::Unit(_) => DocumentPart::Unit,
        Detail::Location(_) => DocumentPart::Location,
        Detail::Pages(_) => DocumentPart::Pages,
        Detail::Remark(_) => DocumentPart::Remark,
        Detail::File(_) => DocumentPart::File,
    }
}
