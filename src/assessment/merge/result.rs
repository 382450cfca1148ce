//! Two copies become one.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Assessed, Assessment, Book, Change, Event, EvidenceId, LinkKey, Stamp, Unit};
use super::compare::{Comparison, Difference, Fate};
use super::content::{Content, get, parts_of, parts_of_record, parts_of_unit, set, tidy};
use super::mark::{Mark, Rev, Tag};
use super::place::{AnswerPart, DocumentPart, Entry, Place, RecordPart, UnitPart};
use super::revisions::{self, Revisions};

/// What becomes of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Mine,
    Theirs,
    /// Texts are put together, mine first. Of a document, theirs becomes a second entry. What one
    /// side deleted stays. Of anything else there is only one: mine stays.
    Both,
}

impl Difference {
    /// Whether [`Choice::Both`] keeps more than [`Choice::Mine`].
    pub fn can_keep_both(&self) -> bool {
        match &self.place {
            Place::Answer(
                _,
                _,
                AnswerPart::Facts | AnswerPart::Analysis | AnswerPart::Note | AnswerPart::Justification,
            ) => true,
            Place::Record(..) if is_text(&self.mine) && is_text(&self.theirs) => true,
            Place::Document(_, part) => *part != DocumentPart::Reviews,
            _ => self.mine.is_none(),
        }
    }
}

impl Comparison {
    /// Both copies as one, and the record of it. `choice` is asked for each conflict.
    ///
    /// Id, instrument, beginning and stamp of the assessment stay mine.
    pub fn merged(&self, choice: impl Fn(&Difference) -> Choice) -> Assessment {
        let mut merging = Merging {
            comparison: self,
            result: self.mine.clone(),
            settled: BTreeMap::new(),
            seconds: BTreeSet::new(),
        };
        for difference in &self.differences {
            match difference.fate {
                Fate::Kept => merging.side(difference, Settled::Mine),
                Fate::New | Fate::Taken => merging.side(difference, Settled::Theirs),
                Fate::Together => merging.review(&difference.place, true, Settled::Agreed),
                Fate::Conflict => merging.choose(difference, choice(difference)),
            }
        }
        merging.second_entries();
        tidy(&mut merging.result);
        merging.stamps();
        merging.orders();
        merging.record();
        merging.result.log.join(&self.theirs.log);
        merging.result
    }

    /// Tells in the history of what was merged that another copy came in, and what a person chose instead of
    /// what stood there: without it the last entry of a field would not be what stands in it.
    pub fn tell(&self, merged: &mut Assessment, of: &str, stamp: &Stamp) {
        let whole = |place: &Place| matches!(place, Place::Document(_, DocumentPart::Whole));
        let chosen = self
            .conflicts()
            .filter(|conflict| !whole(&conflict.place))
            .map(|conflict| (conflict.place.clone(), conflict.mine.clone(), get(merged, &conflict.place)));
        let chosen = chosen.filter(|(_, before, after)| before != after).collect();
        merged.log.close();
        merged.log.record(chosen, stamp);
        merged.log.close();
        merged.log.note(Event::Merged, of, stamp);
    }

    /// The same as one edit, which is taken back exactly.
    pub fn change(&self, choice: impl Fn(&Difference) -> Choice) -> Change {
        Change::Whole(Box::new(self.merged(choice)))
    }
}

/// Whose content stands in a place now.
#[derive(Clone, Copy, PartialEq)]
enum Settled {
    Mine,
    Theirs,
    /// Both put together without a question.
    Agreed,
    /// A person decided, for mine, for theirs, or for something of both.
    Chosen,
}

struct Merging<'a> {
    comparison: &'a Comparison,
    result: Assessment,
    settled: BTreeMap<Place, Settled>,
    /// Documents of which theirs becomes a second entry.
    seconds: BTreeSet<EvidenceId>,
}

impl Merging<'_> {
    fn side(&mut self, difference: &Difference, settled: Settled) {
        if settled == Settled::Theirs {
            set(&mut self.result, &difference.place, difference.theirs.clone());
        }
        self.settled.insert(difference.place.clone(), settled);
    }

    fn put(&mut self, place: &Place, content: Content) {
        set(&mut self.result, place, content);
        self.settled.insert(place.clone(), Settled::Chosen);
    }

    fn review(&mut self, place: &Place, mine_last: bool, settled: Settled) {
        if let Place::Document(id, _) = place
            && let Some((mine, theirs)) = self.comparison.reviews.get(id)
        {
            let list = if mine_last { mine } else { theirs };
            set(&mut self.result, place, Content::Reviews(list.clone()));
            self.settled.insert(place.clone(), settled);
        }
    }

    fn choose(&mut self, difference: &Difference, choice: Choice) {
        let Difference { place, mine, theirs, .. } = difference;
        match (place, choice) {
            (Place::Document(_, DocumentPart::Reviews), choice) => {
                self.review(place, choice != Choice::Theirs, Settled::Chosen);
            }
            (Place::Document(id, DocumentPart::Whole), choice) => {
                let keep_mine = match choice {
                    Choice::Mine => true,
                    Choice::Theirs => false,
                    Choice::Both => !mine.is_none(),
                };
                self.whole(id, keep_mine);
            }
            (Place::Unit(id, UnitPart::Whole), choice) => {
                let keep_mine = match choice {
                    Choice::Mine => true,
                    Choice::Theirs => false,
                    Choice::Both => !mine.is_none(),
                };
                self.whole_unit(id, keep_mine);
            }
            (Place::Record(book, key, RecordPart::Whole), choice) => {
                let keep_mine = match choice {
                    Choice::Mine => true,
                    Choice::Theirs => false,
                    Choice::Both => !mine.is_none(),
                };
                self.whole_record(*book, key, keep_mine);
            }
            (Place::Document(id, _), Choice::Both) => {
                self.put(place, mine.clone());
                self.seconds.insert(id.clone());
            }
            (_, Choice::Both) => self.put(place, both(place, mine, theirs)),
            (_, Choice::Mine) => self.put(place, mine.clone()),
            (_, Choice::Theirs) => self.put(place, theirs.clone()),
        }
    }

    /// A document and its links become those of one side, which may have none.
    fn whole(&mut self, id: &str, mine: bool) {
        let Comparison { mine: ours, theirs, .. } = self.comparison;
        let side = if mine { ours } else { theirs };
        let mut places = BTreeSet::new();
        for side in [ours, theirs] {
            let parts = side.evidence.get(id).into_iter().flat_map(parts_of);
            places.extend(parts.map(|(part, _)| Place::Document(id.to_owned(), part)));
            let links = side.links.keys().filter(|key| key.evidence == id);
            places.extend(links.map(|key| Place::Link(key.clone())));
        }
        // What both have alike is not in question: links at indicators that a work package does not hold.
        places.retain(|place| !matches!(place, Place::Link(_)) || get(ours, place) != get(theirs, place));
        // Deleted in a work package, while other indicators rest on it: only its links there go.
        let is_needed = !side.evidence.contains_key(id) && side.links.keys().any(|key| key.evidence == id);
        let holder = if is_needed == mine { theirs } else { ours };
        for place in places {
            let from = if is_needed && matches!(place, Place::Document(..)) { holder } else { side };
            self.put(&place, get(from, &place));
        }
    }

    /// A unit becomes that of one side, which may have none.
    fn whole_unit(&mut self, id: &str, mine: bool) {
        let Comparison { mine: ours, theirs, .. } = self.comparison;
        let side = if mine { ours } else { theirs };
        let mut places = BTreeSet::new();
        for side in [ours, theirs] {
            let parts = side.units.get(id).into_iter().flat_map(parts_of_unit);
            places.extend(parts.map(|(part, _)| Place::Unit(id.to_owned(), part)));
        }
        for place in places {
            self.put(&place, get(side, &place));
        }
    }

    /// An entry of a book becomes that of one side, which may have none.
    fn whole_record(&mut self, book: Book, key: &str, mine: bool) {
        let Comparison { mine: ours, theirs, .. } = self.comparison;
        let side = if mine { ours } else { theirs };
        let mut places = BTreeSet::new();
        for side in [ours, theirs] {
            let parts = side.records.record(book, key).into_iter().flat_map(parts_of_record);
            places.extend(parts.map(|(part, _)| Place::Record(book, key.to_owned(), part)));
        }
        for place in places {
            self.put(&place, get(side, &place));
        }
    }

    /// Theirs of a document stands beside mine, with its links.
    fn second_entries(&mut self) {
        let Comparison { theirs, .. } = self.comparison;
        for first in std::mem::take(&mut self.seconds) {
            let Some(document) = theirs.evidence.get(&first) else { continue };
            let same = |id: &String| self.result.evidence.get(id).is_none_or(|there| there == document);
            let numbered = |number: u32| -> EvidenceId {
                let end = format!("-{number}");
                // An id has no letters beyond ASCII and at most 40 of them.
                first.chars().take(40 - end.len()).chain(end.chars()).collect()
            };
            let Some(id) = (2..).map(numbered).find(same) else { continue };
            for (part, content) in parts_of(document) {
                self.put(&Place::Document(id.clone(), part), content);
            }
            if let Some(there) = self.result.evidence.get_mut(&id) {
                there.changed.clone_from(&document.changed);
            }
            for (key, link) in theirs.links.iter().filter(|(key, _)| key.evidence == first) {
                if !self.comparison.has(&Place::Link(key.clone())) {
                    continue;
                }
                let key = LinkKey { evidence: id.clone(), ..key.clone() };
                self.put(&Place::Link(key), Content::Link(link.clone()));
            }
        }
    }

    /// The stamp of an entry is that of whoever's content stands there; of both, the later one, which
    /// people are shown and nothing hangs on.
    fn stamps(&mut self) {
        let Comparison { mine, theirs, .. } = self.comparison;
        let mut whose: BTreeMap<Entry, (bool, bool)> = BTreeMap::new();
        for (place, settled) in &self.settled {
            if let (Some(entry), false) = (place.entry(), matches!(place, Place::Link(_))) {
                let (of_mine, of_theirs) = whose.entry(entry).or_default();
                *of_mine |= *settled != Settled::Theirs;
                *of_theirs |= *settled != Settled::Mine;
            }
        }
        let decide = |entry: Entry, mine: Option<&Stamp>, theirs: Option<&Stamp>| -> Option<Stamp> {
            let stamp = match (whose.get(&entry), mine, theirs) {
                (Some((true, false)), mine, _) => mine,
                (Some((false, true)), _, theirs) => theirs,
                (_, mine, theirs) => later(mine, theirs),
            };
            stamp.cloned()
        };
        for (stage, answers) in &mut self.result.answers {
            for (number, answer) in answers {
                let of = |side: &Assessment| {
                    side.answers.get(stage).and_then(|all| all.get(number)).and_then(|a| a.changed.clone())
                };
                let entry = Entry::Answer(*stage, *number);
                answer.changed = decide(entry, of(mine).as_ref(), of(theirs).as_ref());
            }
        }
        for (id, document) in &mut self.result.evidence {
            let of = |side: &Assessment| side.evidence.get(id).and_then(|document| document.changed.clone());
            let (mine, theirs) = (of(mine), of(theirs));
            if mine.is_some() || theirs.is_some() {
                let entry = Entry::Document(id.clone());
                document.changed = decide(entry, mine.as_ref(), theirs.as_ref());
            }
        }
        for (id, unit) in &mut self.result.units {
            let (my, their) = (mine.units.get(id), theirs.units.get(id));
            let both = |of: fn(&Unit) -> Option<&Stamp>| later(my.and_then(of), their.and_then(of)).cloned();
            unit.issued = both(|unit| unit.issued.as_ref());
            unit.returned = both(|unit| unit.returned.as_ref());
            let changed = |unit: Option<&Unit>| unit.and_then(|unit| unit.changed.clone());
            unit.changed = decide(Entry::Unit(id.clone()), changed(my).as_ref(), changed(their).as_ref());
        }
        let entries = self.result.records.entries();
        let entries: Vec<_> = entries.map(|(book, key, _)| (book, key.to_owned())).collect();
        for (book, key) in entries {
            let of = |side: &Assessment| side.records.record(book, &key).and_then(|one| one.changed.clone());
            let (my, their) = (of(mine), of(theirs));
            let changed = decide(Entry::Record(book, key.clone()), my.as_ref(), their.as_ref());
            self.result.records.edit(book, &key, |record| record.changed = changed);
        }
        for (number, assessed) in &mut self.result.assessed {
            let of = |side: &Assessment| side.assessed.get(number).cloned();
            let (my, their) = (of(mine), of(theirs));
            assessed.changed = None;
            let now = assessed.clone();
            let is = |side: &Option<Assessed>| {
                side.as_ref().is_some_and(|side| Assessed { changed: None, ..side.clone() } == now)
            };
            let stamp = |side: Option<Assessed>| side.and_then(|side| side.changed);
            assessed.changed = match (is(&my), is(&their)) {
                (true, false) => stamp(my),
                (false, true) => stamp(their),
                _ => later(stamp(my).as_ref(), stamp(their).as_ref()).cloned(),
            };
        }
    }

    /// A work package that was sent back says so. What a package covers is never less than before.
    fn orders(&mut self) {
        let Some(theirs) = &self.comparison.theirs.order else { return };
        match &mut self.result.order {
            Some(mine) if mine.unit == theirs.unit => {
                mine.indicators.extend(&theirs.indicators);
                // Handed out anew: what the coordinator says now holds.
                if (&theirs.issued.at, &theirs.issued.by) > (&mine.issued.at, &mine.issued.by) {
                    mine.name.clone_from(&theirs.name);
                    mine.contact.clone_from(&theirs.contact);
                    mine.instructions.clone_from(&theirs.instructions);
                    mine.due = theirs.due;
                    mine.issued.clone_from(&theirs.issued);
                }
                mine.returned = later(mine.returned.as_ref(), theirs.returned.as_ref()).cloned();
            }
            Some(_) => {}
            None => {
                if let Some(unit) = self.result.units.get_mut(&theirs.unit) {
                    unit.returned = later(unit.returned.as_ref(), theirs.returned.as_ref()).cloned();
                }
            }
        }
    }

    /// Every place's mark follows its content.
    fn record(&mut self) {
        let Comparison { mine, theirs, recorded, .. } = self.comparison;
        if !recorded && !mine.revisions.is_sealed() && !theirs.revisions.is_sealed() {
            return;
        }
        let copy = mine.revisions.copy();
        let (ours, others) = (&self.comparison.ours, &self.comparison.others);
        // Most entries are the same on both sides, record and all: those stay as they are.
        let whole = !mine.revisions.is_sealed() || !theirs.revisions.is_sealed();
        let marked = || mine.revisions.marked().chain(theirs.revisions.marked());
        let mut touched = mine.revisions.differing(&theirs.revisions);
        touched.extend(self.settled.keys().chain(marked()).filter_map(Place::entry));
        // Fields of an entry follow each other.
        let mut last: Option<(Entry, bool)> = None;
        let mut is_touched = |place: &Place| {
            if whole {
                return true;
            }
            if let Some((entry, is)) = &last
                && entry.has(place)
            {
                return *is;
            }
            let Some(entry) = place.entry() else { return self.settled.contains_key(place) };
            let is = touched.contains(&entry);
            last = Some((entry, is));
            is
        };
        // What only theirs has is settled, one way or the other.
        let places = ours.keys().filter(|place| is_touched(place)).chain(self.settled.keys()).chain(marked());
        let places: BTreeSet<&Place> = places.collect();
        let mut marks = Vec::with_capacity(places.len());
        for place in places {
            let now = get(&self.result, place);
            let mark = match place {
                Place::Document(id, DocumentPart::Reviews) => {
                    let mut before = mine.revisions.removed(id);
                    before.extend(theirs.revisions.removed(id));
                    let there = revisions::reviews(&now);
                    // What was there and is not any more, because the document went as a whole.
                    for side in [ours, others] {
                        before.extend(revisions::reviews(side.get(place).unwrap_or(&Content::None)));
                    }
                    before.retain(|review| !there.contains(review));
                    Mark { before, ..Mark::default() }
                }
                _ => self.mark(place, copy, ours.get(place), others.get(place)),
            };
            marks.push((place.clone(), mark, !now.is_none()));
        }
        let mut extra = theirs.revisions.extra().clone();
        extra.extend(mine.revisions.extra().clone());
        let untouched = mine.revisions.entries_without(|entry| whole || touched.contains(entry));
        self.result.revisions = Revisions::of_marks(copy, extra, untouched, marks);
    }

    fn mark(&self, place: &Place, copy: &str, mine: Option<&Content>, theirs: Option<&Content>) -> Mark {
        let Comparison { mine: our, theirs: other, .. } = self.comparison;
        let my = our.revisions.mark(place, mine.is_some());
        let their = other.revisions.mark(place, theirs.is_some());
        if my == their && mine == theirs && !self.settled.contains_key(place) {
            return my;
        }
        let (my_revs, their_revs) =
            (my.revs(mine.unwrap_or(&Content::None)), their.revs(theirs.unwrap_or(&Content::None)));
        let mut before: BTreeSet<Rev> = my.before.union(&their.before).copied().collect();
        match self.settled.get(place) {
            Some(Settled::Mine) => Mark { before, ..my },
            Some(Settled::Theirs) => Mark { before, ..their },
            Some(Settled::Chosen | Settled::Agreed) => {
                before.extend(my_revs);
                before.extend(their_revs);
                let next = my.next(copy).max(their.next(copy));
                Mark { heads: BTreeSet::from([next]), before, open: None }
            }
            // Both say the same: whoever overwrites it must have seen it from each writer.
            None => {
                let content = mine.or(theirs).unwrap_or(&Content::None);
                let mut heads: BTreeSet<Tag> = my.heads.union(&their.heads).cloned().collect();
                heads.retain(|tag| !before.contains(&Rev::of(content, tag)));
                let open = if my.open == their.open { my.open } else { None };
                Mark { heads, before, open }
            }
        }
    }
}

/// What stands in a place where both are to be kept.
pub(super) fn both(place: &Place, mine: &Content, theirs: &Content) -> Content {
    match (place, mine, theirs) {
        (Place::Answer(..) | Place::Record(..), Content::Text(mine), Content::Text(theirs)) => {
            Content::Text(format!("{mine}\n\n{theirs}"))
        }
        (_, Content::None, theirs) => theirs.clone(),
        (_, mine, _) => mine.clone(),
    }
}

/// A text that people wrote at length; two codes or days do not make one.
fn is_text(content: &Content) -> bool {
    matches!(content, Content::Text(text) if text.contains(char::is_whitespace))
}

fn later<'a>(one: Option<&'a Stamp>, other: Option<&'a Stamp>) -> Option<&'a Stamp> {
    one.into_iter().chain(other).max_by_key(|stamp| (&stamp.at, &stamp.by))
}
