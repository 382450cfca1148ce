//! What differs between two copies of an assessment, and whose it is.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Assessment, Book, Evidence, LinkKey, Review, Stamp, Status};
use super::content::{Content, all, get, stamp_of};
use super::place::{DocumentPart, Place, RecordPart, UnitPart};
use super::reviews::{self, Lists};
use super::revisions;
use super::scope::Scope;

/// What both copies come from.
#[derive(Clone, Copy, Debug)]
pub enum Ancestor<'a> {
    /// What the copies themselves tell, in [`super::Revisions`].
    Recorded,
    /// It is at hand.
    Known(&'a Assessment),
}

/// Whose a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Only theirs has it: it comes.
    New,
    /// Only theirs changed it: their content is taken, or what they deleted goes.
    Taken,
    /// Both added reviews, and agree on the last word: all are kept.
    Together,
    /// Only mine changed it, or theirs is older: it stays.
    Kept,
    /// Both changed it, and differently.
    Conflict,
}

/// A place in which two copies differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub place: Place,
    pub fate: Fate,
    /// What stood there before, where the ancestor is at hand.
    pub base: Option<Content>,
    pub mine: Content,
    pub theirs: Content,
    /// The last change there, or else of the whole assessment: for people, it decides nothing.
    pub mine_by: Stamp,
    pub theirs_by: Stamp,
}

/// How many fields there are of each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Fields that only the other copy has.
    pub new: usize,
    /// Fields in which both say the same.
    pub same: usize,
    /// Fields whose content is taken from the other copy.
    pub taken: usize,
    pub conflicts: usize,
    /// Fields that the other copy does not have, or has in an older state.
    pub untouched: usize,
}

/// Two copies of an assessment side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub(super) mine: Assessment,
    pub(super) theirs: Assessment,
    /// All that stands in both.
    pub(super) ours: Table,
    pub(super) others: Table,
    /// What is compared, where it is not all.
    pub(super) scope: Option<Scope>,
    /// Whether the record decides, and not a known ancestor.
    pub(super) recorded: bool,
    /// In the order of places.
    pub differences: Vec<Difference>,
    pub same: usize,
    /// Fields of mine that a work package does not hold.
    pub outside: usize,
    /// Reviews of documents that both copies have, put together.
    pub(super) reviews: BTreeMap<String, (Vec<Review>, Vec<Review>)>,
}

pub(super) type Table = BTreeMap<Place, Content>;

/// Compares two copies field by field. Neither is changed.
///
/// Where one of them is a work package, only what it holds is compared: its indicators, their links, and
/// its documents. Whatever else stands in theirs is left aside, and mine stays as it is.
pub fn compare(mine: &Assessment, theirs: &Assessment, ancestor: Ancestor) -> Comparison {
    let (mut mine, mut theirs) = (mine.clone(), theirs.clone());
    let mut scope = None;
    let base = match ancestor {
        Ancestor::Known(base) => Some(base),
        Ancestor::Recorded => {
            mine.seal();
            if theirs.revisions.is_sealed() {
                theirs.seal();
            }
            scope = Scope::of(&mine, &theirs);
            if let Some(scope) = &scope {
                theirs = scope.beside(&mine, &theirs);
            }
            None
        }
    };
    let (ours, others) = (all(&mine), all(&theirs));
    let known = base.map(all);
    let mut work =
        Work { mine: &mine, theirs: &theirs, base, known, fates: BTreeMap::new(), reviews: BTreeMap::new() };
    let (mut same, mut outside) = (0, 0);
    for place in ours.keys().chain(others.keys().filter(|place| !ours.contains_key(*place))) {
        let (my, their) = (content(&ours, place), content(&others, place));
        if scope.as_ref().is_some_and(|scope| !scope.has(place)) {
            outside += 1;
        } else if my == their {
            same += 1;
        } else {
            let fate = work.fate(place, my, their);
            work.fates.insert(place.clone(), fate);
        }
    }
    work.documents(&ours, &others);
    work.units();
    work.records();
    let Work { fates, reviews, known, .. } = work;
    let differences = fates
        .into_iter()
        .map(|(place, fate)| Difference {
            fate,
            base: known.as_ref().map(|_| base.map_or(Content::None, |base| get(base, &place))),
            mine: get(&mine, &place),
            theirs: get(&theirs, &place),
            mine_by: stamp_of(&mine, &place).clone(),
            theirs_by: stamp_of(&theirs, &place).clone(),
            place,
        })
        .collect();
    Comparison {
        recorded: base.is_none(),
        differences,
        same,
        outside,
        scope,
        reviews,
        mine,
        theirs,
        ours,
        others,
    }
}

/// What is there as a whole or not at all.
enum Thing {
    Document(String),
    Unit(String),
    Record(Book, String),
}

impl Thing {
    /// The place that is filled as long as the thing is there.
    fn title(&self) -> Place {
        match self {
            Self::Document(id) => Place::Document(id.clone(), DocumentPart::Title),
            Self::Unit(id) => Place::Unit(id.clone(), UnitPart::Name),
            Self::Record(book, key) => Place::Record(*book, key.clone(), RecordPart::There),
        }
    }

    fn whole(&self) -> Place {
        match self {
            Self::Document(id) => Place::Document(id.clone(), DocumentPart::Whole),
            Self::Unit(id) => Place::Unit(id.clone(), UnitPart::Whole),
            Self::Record(book, key) => Place::Record(*book, key.clone(), RecordPart::Whole),
        }
    }
}

const NONE: &Content = &Content::None;

fn content<'a>(table: &'a Table, place: &Place) -> &'a Content {
    table.get(place).unwrap_or(NONE)
}

struct Work<'a> {
    mine: &'a Assessment,
    theirs: &'a Assessment,
    base: Option<&'a Assessment>,
    known: Option<Table>,
    fates: BTreeMap<Place, Fate>,
    reviews: BTreeMap<String, (Vec<Review>, Vec<Review>)>,
}

impl Work<'_> {
    fn fate(&mut self, place: &Place, mine: &Content, theirs: &Content) -> Fate {
        if let Place::Document(id, DocumentPart::Reviews) = place {
            return self.last_word(id);
        }
        let (mine_is_old, theirs_is_old) = match &self.known {
            Some(known) => {
                let base = content(known, place);
                (mine == base, theirs == base)
            }
            None => {
                let my = self.mine.revisions.mark(place, !mine.is_none());
                let their = self.theirs.revisions.mark(place, !theirs.is_none());
                (my.revs(mine).is_subset(&their.before), their.revs(theirs).is_subset(&my.before))
            }
        };
        match (mine_is_old, theirs_is_old) {
            (true, false) if mine.is_none() => Fate::New,
            (true, false) => Fate::Taken,
            (false, true) => Fate::Kept,
            // Each names the other's as its past: no copy of this record can tell.
            _ => Fate::Conflict,
        }
    }

    fn last_word(&mut self, id: &str) -> Fate {
        let side = |of: &Assessment| -> Vec<Review> {
            of.evidence.get(id).map(|document| document.reviews.clone()).unwrap_or_default()
        };
        let (mine, theirs) = (side(self.mine), side(self.theirs));
        let removed = |of: &Assessment, now: &[Review]| match self.base {
            None => of.revisions.removed(id),
            Some(base) => {
                let now: BTreeSet<_> = now.iter().map(revisions::review).collect();
                let names = side(base).iter().map(revisions::review).collect::<BTreeSet<_>>();
                names.difference(&now).copied().collect()
            }
        };
        let my = reviews::Side { reviews: &mine, removed: removed(self.mine, &mine) };
        let their = reviews::Side { reviews: &theirs, removed: removed(self.theirs, &theirs) };
        match reviews::together(&my, &their) {
            Lists::Same | Lists::Mine => Fate::Kept,
            Lists::Theirs if mine.is_empty() => Fate::New,
            Lists::Theirs => Fate::Taken,
            Lists::Together(list) => {
                self.reviews.insert(id.to_owned(), (list.clone(), list));
                Fate::Together
            }
            Lists::Conflict(mine_last, theirs_last) => {
                self.reviews.insert(id.to_owned(), (mine_last, theirs_last));
                Fate::Conflict
            }
        }
    }

    /// What holds for a document as a whole: it goes only if nobody changed it, and an acceptance
    /// stands only for what was accepted.
    fn documents(&mut self, ours: &Table, others: &Table) {
        let changed: BTreeSet<String> =
            self.fates.keys().filter_map(|place| place.document().map(str::to_owned)).collect();
        let mut links: BTreeMap<&str, Vec<&LinkKey>> = BTreeMap::new();
        for place in ours.keys().chain(others.keys()) {
            if let Place::Link(key) = place
                && self.fates.contains_key(place)
            {
                links.entry(&key.evidence).or_default().push(key);
            }
        }
        for id in changed {
            let own: Vec<Place> = self.places_of(&id, links.get(&*id).map_or(&[], Vec::as_slice));
            match (self.mine.evidence.get(&id), self.theirs.evidence.get(&id)) {
                (Some(mine), Some(theirs)) => self.accepted(&id, mine, theirs, &own),
                (Some(_), None) => self.deleted(&Thing::Document(id), &own, Fate::Kept, Fate::Taken),
                (None, Some(_)) => self.deleted(&Thing::Document(id), &own, Fate::Taken, Fate::Kept),
                (None, None) => {}
            }
        }
    }

    fn places_of(&self, id: &str, links: &[&LinkKey]) -> Vec<Place> {
        let first = Place::Document(id.to_owned(), DocumentPart::Title);
        let fields = self.fates.range(first..).map(|(place, _)| place);
        let fields = fields.take_while(|place| matches!(place, Place::Document(other, _) if other == id));
        fields.cloned().chain(links.iter().map(|key| Place::Link((*key).clone()))).collect()
    }

    /// A unit, too, goes only if nobody changed it.
    fn units(&mut self) {
        let mut own: BTreeMap<String, Vec<Place>> = BTreeMap::new();
        for place in self.fates.keys() {
            if let Place::Unit(id, _) = place {
                own.entry(id.clone()).or_default().push(place.clone());
            }
        }
        for (id, own) in own {
            match (self.mine.units.contains_key(&id), self.theirs.units.contains_key(&id)) {
                (true, false) => self.deleted(&Thing::Unit(id), &own, Fate::Kept, Fate::Taken),
                (false, true) => self.deleted(&Thing::Unit(id), &own, Fate::Taken, Fate::Kept),
                _ => {}
            }
        }
    }

    /// So does an entry of a book.
    fn records(&mut self) {
        let mut own: BTreeMap<(Book, String), Vec<Place>> = BTreeMap::new();
        for place in self.fates.keys() {
            if let Place::Record(book, key, _) = place {
                own.entry((*book, key.clone())).or_default().push(place.clone());
            }
        }
        for ((book, key), own) in own {
            let there = |side: &Assessment| side.records.record(book, &key).is_some();
            match (there(self.mine), there(self.theirs)) {
                (true, false) => self.deleted(&Thing::Record(book, key), &own, Fate::Kept, Fate::Taken),
                (false, true) => self.deleted(&Thing::Record(book, key), &own, Fate::Taken, Fate::Kept),
                _ => {}
            }
        }
    }

    /// Only one side has the thing. `keep` is what leaves it there, `drop` what removes it.
    fn deleted(&mut self, thing: &Thing, own: &[Place], keep: Fate, drop: Fate) {
        let of = |fate: Fate| if fate == Fate::New { Fate::Taken } else { fate };
        let title = thing.title();
        let title = self.fates.get(&title).copied().map_or(Fate::Conflict, of);
        if title == keep {
            // It never was on the other side, or came back knowingly: its fields come with it.
            for place in own.iter().filter(|place| !matches!(place, Place::Link(_))) {
                if self.fates.get(place).is_some_and(|fate| of(*fate) != keep) {
                    self.fates.insert(place.clone(), keep);
                }
            }
        } else if self.is_needed(thing)
            || !own.iter().all(|place| self.fates.get(place).is_some_and(|fate| of(*fate) == drop))
        {
            for place in own {
                self.fates.remove(place);
            }
            self.fates.insert(thing.whole(), Fate::Conflict);
        }
    }

    /// Whether a document went in a work package while indicators that the package does not cover still
    /// rest on it.
    fn is_needed(&self, thing: &Thing) -> bool {
        let Thing::Document(id) = thing else { return false };
        let gone = |side: &Assessment| {
            !side.evidence.contains_key(id) && side.links.keys().any(|key| key.evidence == *id)
        };
        gone(self.mine) || gone(self.theirs)
    }

    /// One side accepted the document while the other one changed it: what was accepted is not what
    /// would stand there.
    fn accepted(&mut self, id: &str, mine: &Evidence, theirs: &Evidence, own: &[Place]) {
        let place = Place::Document(id.to_owned(), DocumentPart::Reviews);
        let last = match self.fates.get(&place) {
            None | Some(Fate::Kept) => mine.reviews.last(),
            Some(Fate::New | Fate::Taken) => theirs.reviews.last(),
            Some(Fate::Together) => self.reviews.get(id).and_then(|(list, _)| list.last()),
            Some(Fate::Conflict) => None,
        };
        let Some(last) = last.filter(|last| last.status == Status::Diterima) else { return };
        let accepted = |side: &Evidence| side.reviews.last() == Some(last);
        let foreign = match (accepted(mine), accepted(theirs)) {
            (true, false) => [Fate::New, Fate::Taken],
            (false, true) => [Fate::Kept, Fate::Kept],
            _ => return,
        };
        for other in own.iter().filter(|other| **other != place) {
            if let Some(fate) = self.fates.get_mut(other)
                && foreign.contains(fate)
            {
                *fate = Fate::Conflict;
            }
        }
    }
}

impl Comparison {
    pub fn counts(&self) -> Counts {
        let count = |fates: &[Fate]| self.differences.iter().filter(|one| fates.contains(&one.fate)).count();
        Counts {
            new: count(&[Fate::New]),
            same: self.same,
            taken: count(&[Fate::Taken, Fate::Together]),
            conflicts: count(&[Fate::Conflict]),
            untouched: count(&[Fate::Kept]) + self.outside,
        }
    }

    pub fn conflicts(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|one| one.fate == Fate::Conflict)
    }

    /// Whether a place is compared.
    pub(super) fn has(&self, place: &Place) -> bool {
        self.scope.as_ref().is_none_or(|scope| scope.has(place))
    }

    pub fn mine(&self) -> &Assessment {
        &self.mine
    }

    pub fn theirs(&self) -> &Assessment {
        &self.theirs
    }
}
