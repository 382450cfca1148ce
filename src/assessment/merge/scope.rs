//! A work package beside the whole it was taken from: what it does not hold is not in question.

use std::collections::BTreeSet;

use super::super::{Assessment, Book, Event, EvidenceId, Subject};
use super::content::all;
use super::place::{Entry, Place};
use crate::instrument::Number;

/// What two copies are compared in, where at least one of them is a work package: the indicators of the
/// package, with their links, and the documents that it holds or held.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    indicators: BTreeSet<Number>,
    documents: BTreeSet<EvidenceId>,
}

impl Scope {
    /// None where both are whole.
    pub(super) fn of(mine: &Assessment, theirs: &Assessment) -> Option<Self> {
        let order = theirs.order.as_ref().or(mine.order.as_ref())?;
        let indicators = order.indicators.clone();
        let documents = if theirs.order.is_some() {
            // What was deleted there has left its marks.
            let marked = theirs.revisions.marked().filter_map(Place::document);
            theirs.evidence.keys().map(String::as_str).chain(marked).map(str::to_owned).collect()
        } else {
            let linked = theirs.links.keys().filter(|key| indicators.contains(&key.indicator));
            mine.evidence.keys().cloned().chain(linked.map(|key| key.evidence.clone())).collect()
        };
        Some(Self { indicators, documents })
    }

    pub(super) fn has(&self, place: &Place) -> bool {
        match place {
            Place::Answer(_, number, _) | Place::Assessed(number) => self.indicators.contains(number),
            Place::Link(key) => self.indicators.contains(&key.indicator),
            Place::Document(id, _) => self.documents.contains(id),
            Place::Record(book, key, _) => self.has_record(*book, key),
            _ => false,
        }
    }

    fn has_record(&self, book: Book, key: &str) -> bool {
        book.indicator(key).is_some_and(|number| self.indicators.contains(&number))
    }

    fn has_entry(&self, entry: &Entry) -> bool {
        match entry {
            Entry::Answer(_, number) => self.indicators.contains(number),
            Entry::Document(id) => self.documents.contains(id),
            Entry::Record(book, key) => self.has_record(*book, key),
            Entry::Unit(_) | Entry::Other(_) => false,
        }
    }

    /// Theirs in scope, and mine all around it, record and all: as if their copy had been whole, and
    /// nothing else had ever been touched there. The laws of merging then hold for packages too.
    ///
    /// A document that they deleted may be gone while links of other indicators still point at it: that
    /// is a question for a person.
    pub(super) fn beside(&self, mine: &Assessment, theirs: &Assessment) -> Assessment {
        let mut beside = mine.clone();
        beside.changed.clone_from(&theirs.changed);
        beside.order.clone_from(&theirs.order);
        beside.log.clone_from(&theirs.log);
        beside.log.retain(|subject| match subject {
            Subject::Field(place) => self.has(place),
            Subject::Document(id) => self.documents.contains(id),
            Subject::Record(book, key) => self.has_record(*book, key),
            Subject::Unit(_) => false,
            Subject::Event(event) => *event == Event::Returned,
        });
        for answers in beside.answers.values_mut() {
            answers.retain(|number, _| !self.indicators.contains(number));
        }
        for (stage, answers) in &theirs.answers {
            let held = answers.iter().filter(|(number, _)| self.indicators.contains(number));
            let held = held.map(|(number, answer)| (*number, answer.clone()));
            beside.answers.entry(*stage).or_default().extend(held);
        }
        beside.answers.retain(|_, answers| !answers.is_empty());
        beside.assessed.retain(|number, _| !self.indicators.contains(number));
        let held = theirs.assessed.iter().filter(|(number, _)| self.indicators.contains(number));
        beside.assessed.extend(held.map(|(number, assessed)| (*number, assessed.clone())));
        beside.evidence.retain(|id, _| !self.documents.contains(id));
        let held = theirs.evidence.iter().filter(|(id, _)| self.documents.contains(*id));
        beside.evidence.extend(held.map(|(id, document)| (id.clone(), document.clone())));
        beside.links.retain(|key, _| !self.indicators.contains(&key.indicator));
        let held = theirs.links.iter().filter(|(key, _)| self.indicators.contains(&key.indicator));
        beside.links.extend(held.map(|(key, link)| (key.clone(), link.clone())));
        beside.records.retain(|book, key| !self.has_record(book, key));
        for (book, key, record) in
            theirs.records.entries().filter(|(book, key, _)| self.has_record(*book, key))
        {
            beside.records.put(book, key, Some(record.clone()));
        }
        self.record(&mut beside, mine, theirs);
        beside
    }

    fn record(&self, beside: &mut Assessment, mine: &Assessment, theirs: &Assessment) {
        let outside = |place: &Place| !self.has(place);
        let mut record = mine.revisions.of_part(|entry| !self.has_entry(entry), outside);
        for entry in theirs.revisions.begun().filter(|entry| self.has_entry(entry)) {
            record.begun_as_in(&theirs.revisions, entry);
        }
        for (whole, of_mine) in [(theirs, false), (mine, true)] {
            let filled = all(whole);
            let in_question = |place: &&Place| match place {
                // Links of a document go with its entry, wherever they lead.
                Place::Link(key) if of_mine => !self.has(place) && self.documents.contains(&key.evidence),
                _ => !of_mine && self.has(place),
            };
            let unfilled = whole.revisions.marked().filter(|place| !filled.contains_key(*place));
            let places = filled.keys().map(|place| (place, true)).chain(unfilled.map(|place| (place, false)));
            for (place, filled) in places.filter(|(place, _)| in_question(place)) {
                record.mark_as_in(&whole.revisions, place, filled);
            }
        }
        beside.revisions = record;
    }
}
