#![cfg(not(target_arch = "wasm32"))]
//! Copies of an assessment that go their own ways and come together again: the laws that hold whatever
//! three people do, and what each kind of conflict looks like.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use takar::assessment::merge::{
    Ancestor, AnswerPart, Choice, Comparison, Content, Difference, DocumentPart, Fate, Place, compare, get,
};
use takar::assessment::{
    Agency, AgencyKind, Assessment, Change, Detail, Evidence, Field, Link, LinkKey, Stage, Stamp, Status,
    Time, apply,
};
use takar::exchange::{read, write_compact};
use takar::instrument::{Instrument, Value, load, shipped};

static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());

/// Histories that the laws are tried on: 10,000, in two tests so that they run side by side.
const SHORT: u32 = 6_000;
const LONG: u32 = 4_000;

fn stamp(by: &str, second: u32) -> Stamp {
    let text = format!("2026-11-22T{:02}:{:02}:{:02}Z", second / 3600 % 24, second / 60 % 60, second % 60);
    Stamp::new(Time::parse(&text).unwrap(), by)
}

fn begun() -> Assessment {
    static EMPTY: LazyLock<Assessment> = LazyLock::new(|| {
        let agency = Agency::new("Kota Umpama", AgencyKind::Kota);
        Assessment::new("uji".into(), &SPBE, agency, 2025, stamp("", 0))
    });
    EMPTY.clone()
}

fn edit(assessment: &mut Assessment, by: &str, second: u32, change: Change) -> bool {
    apply(assessment, &SPBE, change, stamp(by, second)).is_ok()
}

fn level(indicator: u16, level: Option<u8>) -> Change {
    Change::Value { stage: Stage::Mandiri, indicator, value: level.map(Value::whole) }
}

fn text(indicator: u16, field: Field, text: &str) -> Change {
    Change::Text { stage: Stage::Mandiri, indicator, field, text: text.to_owned() }
}

fn document(id: &str, title: &str) -> Change {
    Change::Evidence { id: id.to_owned(), evidence: Some(Box::new(Evidence::titled(title))) }
}

fn key(id: &str, indicator: u16) -> LinkKey {
    LinkKey { indicator, level: 2, expected: None, evidence: id.to_owned() }
}

fn link(id: &str, indicator: u16, pages: Option<&str>) -> Change {
    let link = pages.map(|pages| Link { pages: pages.to_owned(), ..Link::default() });
    Change::Link { key: key(id, indicator), link }
}

fn review(id: &str, status: Status, note: &str) -> Change {
    Change::Review { id: id.to_owned(), status, note: note.to_owned() }
}

fn recorded(mine: &Assessment, theirs: &Assessment) -> Comparison {
    compare(mine, theirs, Ancestor::Recorded)
}

fn mine(_: &Difference) -> Choice {
    Choice::Mine
}

/// Without who changed what when.
fn bare(assessment: &Assessment) -> Assessment {
    let mut bare = assessment.clone();
    bare.changed = bare.created.clone();
    bare.evidence.values_mut().for_each(|document| document.changed = None);
    bare.answers.values_mut().flat_map(BTreeMap::values_mut).for_each(|answer| answer.changed = None);
    bare
}

/// Without the record as well.
fn contents(assessment: &Assessment) -> Assessment {
    Assessment { revisions: begun().revisions, ..bare(assessment) }
}

// ---------------------------------------------------------------- laws

/// What a person does. Small numbers, so that people meet.
#[derive(Clone, Debug)]
enum Step {
    Level(u16, Option<u8>),
    Text(u16, bool, u8),
    Title(u8),
    Target(u8),
    Register(u8, u8),
    Detail(u8, bool, u8),
    Remove(u8),
    Link(u8, u16, Option<u8>),
    Review(u8, u8),
    Unreview(u8),
    Undo,
    /// Writes a file for the others.
    Export,
    /// Brings in a file that somebody wrote.
    Merge(Index, u8),
}

fn any_step() -> impl Strategy<Value = (usize, Step)> {
    let words = 0u8..3;
    let step = prop_oneof![
        6 => (1u16..=3, proptest::option::weighted(0.8, 1u8..=3)).prop_map(|(n, v)| Step::Level(n, v)),
        3 => (1u16..=2, any::<bool>(), words.clone()).prop_map(|(n, f, t)| Step::Text(n, f, t)),
        1 => (0u8..3).prop_map(Step::Title),
        1 => (0u8..3).prop_map(Step::Target),
        4 => (0u8..3, 1u8..3).prop_map(|(id, t)| Step::Register(id, t)),
        4 => (0u8..3, any::<bool>(), words).prop_map(|(id, f, t)| Step::Detail(id, f, t)),
        2 => (0u8..3).prop_map(Step::Remove),
        3 => (0u8..3, 1u16..=2, proptest::option::weighted(0.7, 0u8..3)).prop_map(|(id, n, p)| Step::Link(id, n, p)),
        3 => (0u8..3, 0u8..5).prop_map(|(id, s)| Step::Review(id, s)),
        1 => (0u8..3).prop_map(Step::Unreview),
        1 => Just(Step::Undo),
        6 => Just(Step::Export),
        8 => (any::<Index>(), 0u8..3).prop_map(|(file, choice)| Step::Merge(file, choice)),
    ];
    (0usize..3, step)
}

/// A file, and what was known of three values when it was written.
#[derive(Clone)]
struct Sent {
    by: usize,
    file: Assessment,
    known: Known,
}

/// The true history of the levels of indicators 1 to 3, told by an observer who sees everyone: for each
/// the edits that stand there and those that were overwritten.
#[derive(Clone, Default)]
struct Known([Cell; 3]);

#[derive(Clone, Default)]
struct Cell {
    value: Option<Value>,
    heads: BTreeSet<u32>,
    seen: BTreeSet<u32>,
}

struct Person {
    name: &'static str,
    here: Assessment,
    undo: Vec<Change>,
    known: Known,
    own: Vec<Assessment>,
}

struct World {
    people: Vec<Person>,
    files: Vec<Sent>,
    second: u32,
    edits: u32,
    /// Documents, links and reviews that somebody deleted on purpose.
    deleted: BTreeSet<String>,
}

/// Documents, links and reviews by their names.
fn things(of: &Assessment) -> BTreeSet<String> {
    let documents = of.evidence.keys().cloned();
    let links = of.links.keys().map(|key| format!("{key:?}"));
    let reviews = of
        .evidence
        .iter()
        .flat_map(|(id, document)| document.reviews.iter().map(move |review| format!("{id} {review:?}")));
    documents.chain(links).chain(reviews).collect()
}

impl World {
    fn new() -> Self {
        let mut first = begun();
        edit(&mut first, "", 0, level(1, Some(2)));
        edit(&mut first, "", 0, document("b-0", "Peraturan"));
        first.seal();
        let mut known = Known::default();
        known.0[0] = Cell { value: Some(Value::whole(2)), heads: BTreeSet::from([0]), ..Cell::default() };
        let person = |name: &'static str| {
            let mut here = first.clone();
            if name != "Ani" {
                here.revisions.begin_copy(name);
            }
            Person { name, here, undo: Vec::new(), known: known.clone(), own: Vec::new() }
        };
        let people = ["Ani", "Budi", "Cici"].map(person).into();
        let files = vec![Sent { by: 0, file: first, known }];
        Self { people, files, second: 1, edits: 1, deleted: BTreeSet::new() }
    }

    fn edit(&mut self, who: usize, change: Change) {
        self.second += 1;
        let person = &mut self.people[who];
        let before = things(&person.here);
        if let Ok(undo) = apply(&mut person.here, &SPBE, change, stamp(person.name, self.second)) {
            person.undo.push(undo);
        }
        let after = things(&person.here);
        self.deleted.extend(before.difference(&after).cloned());
    }

    /// Notes for the observer what is about to be seen elsewhere.
    fn seal(&mut self, who: usize) {
        let person = &mut self.people[who];
        person.here.seal();
        for (cell, indicator) in person.known.0.iter_mut().zip(1..) {
            let value = person.here.value(indicator);
            if value != cell.value {
                cell.seen.append(&mut cell.heads);
                cell.heads = BTreeSet::from([self.edits]);
                cell.value = value;
                self.edits += 1;
            }
        }
    }

    fn step(&mut self, who: usize, step: Step) -> Result<(), TestCaseError> {
        let words = |n: u8| ["", "satu", "dua"][usize::from(n)];
        let id = |n: u8| format!("b-{n}");
        let field = |facts| if facts { Field::Facts } else { Field::Analysis };
        match step {
            Step::Level(n, v) => self.edit(who, level(n, v)),
            Step::Text(n, facts, t) => self.edit(who, text(n, field(facts), words(t))),
            Step::Title(t) => {
                self.edit(who, Change::Title(Some(words(t).into()).filter(|t: &String| !t.is_empty())))
            }
            Step::Target(t) => self.edit(who, Change::Target((t > 0).then(|| Value::whole(t + 2)))),
            Step::Register(n, t) if !self.people[who].here.evidence.contains_key(&id(n)) => {
                self.edit(who, document(&id(n), words(t)));
            }
            Step::Register(..) => {}
            Step::Detail(n, unit, t) => {
                let detail =
                    if unit { Detail::Unit(words(t).into()) } else { Detail::Pages(words(t).into()) };
                self.edit(who, Change::Detail { id: id(n), detail });
            }
            Step::Remove(n) => self.edit(who, Change::remove(&self.people[who].here, &id(n))),
            Step::Link(n, indicator, pages) => self.edit(who, link(&id(n), indicator, pages.map(words))),
            Step::Review(n, status) => {
                self.edit(who, review(&id(n), Status::ALL[usize::from(status)], "catatan"));
            }
            Step::Unreview(n) => self.edit(who, Change::Unreview { id: id(n) }),
            Step::Undo => {
                if let Some(undo) = self.people[who].undo.pop() {
                    self.edit(who, undo);
                }
            }
            Step::Export => {
                self.seal(who);
                let person = &mut self.people[who];
                person.own.push(person.here.clone());
                self.files.push(Sent { by: who, file: person.here.clone(), known: person.known.clone() });
            }
            Step::Merge(file, choice) => {
                let sent = file.get(&self.files).clone();
                self.merge(who, &sent, [Choice::Mine, Choice::Theirs, Choice::Both][usize::from(choice)])?;
            }
        }
        Ok(())
    }

    fn merge(&mut self, who: usize, sent: &Sent, choice: Choice) -> Result<(), TestCaseError> {
        self.seal(who);
        let person = &mut self.people[who];
        let before = person.here.clone();
        let comparison = recorded(&before, &sent.file);
        self.edits = observe(&mut person.known, &sent.known, &comparison, choice, self.edits)?;

        // One edit, allowed by the rules, that is taken back exactly.
        let mut after = before.clone();
        let undo = apply(&mut after, &SPBE, comparison.change(|_| choice), stamp(person.name, self.second));
        let undo = undo.map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        let mut back = after.clone();
        apply(&mut back, &SPBE, undo, before.changed.clone()).unwrap();
        prop_assert_eq!(&back, &before);

        // The same file twice changes nothing.
        let again = recorded(&after, &sent.file);
        prop_assert_eq!(
            again.conflicts().collect::<Vec<_>>(),
            Vec::<&Difference>::new(),
            "{:?}",
            after.revisions
        );
        prop_assert_eq!(bare(&again.merged(mine)), bare(&after));

        // Nothing disappears that was not deleted on purpose. A choice against it is on purpose.
        let kept = things(&after);
        for thing in things(&before).union(&things(&sent.file)) {
            let chosen = choice != Choice::Both && comparison.conflicts().next().is_some();
            prop_assert!(kept.contains(thing) || self.deleted.contains(thing) || chosen, "{}", thing);
            if !kept.contains(thing) {
                self.deleted.insert(thing.clone());
            }
        }

        // A document that one side deleted goes in silence only if the other one had not touched it.
        for (id, document) in &sent.file.evidence {
            let gone = !before.evidence.contains_key(id) && !after.evidence.contains_key(id);
            let asked = comparison.conflicts().any(|one| one.place.document() == Some(id));
            prop_assert!(!gone || asked || self.deleted.contains(id), "{}", document.title);
        }
        person.here = after;
        person.undo.clear();
        Ok(())
    }
}

/// What really happened must be what the files tell.
fn observe(
    mine: &mut Known,
    theirs: &Known,
    comparison: &Comparison,
    choice: Choice,
    mut edits: u32,
) -> Result<u32, TestCaseError> {
    for ((mine, theirs), indicator) in mine.0.iter_mut().zip(&theirs.0).zip(1u16..) {
        let place = Place::Answer(Stage::Mandiri, indicator, AnswerPart::Value);
        let told = comparison.differences.iter().find(|one| one.place == place).map(|one| one.fate);
        let seen: BTreeSet<u32> = mine.seen.union(&theirs.seen).copied().collect();
        if mine.value == theirs.value {
            prop_assert_eq!(told, None);
            mine.heads = mine.heads.union(&theirs.heads).filter(|e| !seen.contains(e)).copied().collect();
        } else if theirs.heads.is_subset(&mine.seen) {
            prop_assert_eq!(told, Some(Fate::Kept), "indicator {}", indicator);
        } else if mine.heads.is_subset(&theirs.seen) {
            let fate = if mine.value.is_none() { Fate::New } else { Fate::Taken };
            prop_assert_eq!(told, Some(fate), "indicator {}", indicator);
            mine.heads.clone_from(&theirs.heads);
            mine.value = theirs.value;
        } else {
            prop_assert_eq!(told, Some(Fate::Conflict), "indicator {}", indicator);
            mine.seen.extend(mine.heads.union(&theirs.heads).copied().collect::<Vec<_>>());
            mine.heads = BTreeSet::from([edits]);
            edits += 1;
            let theirs_wins = choice == Choice::Theirs || choice == Choice::Both && mine.value.is_none();
            mine.value = if theirs_wins { theirs.value } else { mine.value };
        }
        mine.seen.extend(seen);
    }
    Ok(edits)
}

fn without_conflicts(first: &Assessment, files: &[&Assessment]) -> Option<Assessment> {
    files.iter().try_fold(first.clone(), |here, file| {
        let comparison = recorded(&here, file);
        comparison.conflicts().next().is_none().then(|| comparison.merged(mine))
    })
}

/// A history with merges in between, and all laws after each of them.
fn laws(steps: Vec<(usize, Step)>) -> Result<(), TestCaseError> {
    let mut world = World::new();
    for (who, step) in steps {
        world.step(who, step)?;
    }
    for who in 0..3 {
        world.seal(who);
        let person = &world.people[who];
        // An older copy of oneself changes nothing.
        for older in &person.own {
            let comparison = recorded(&person.here, older);
            prop_assert_eq!(comparison.conflicts().count(), 0);
            prop_assert_eq!(contents(&comparison.merged(mine)), contents(&person.here));
        }
    }
    // Files without conflicts come in any order.
    let last: Vec<&Assessment> =
        (0..3).filter_map(|who| world.files.iter().rev().find(|f| f.by == who)).map(|f| &f.file).collect();
    if let [a, b, c] = *last {
        let one = without_conflicts(a, &[b, c]);
        let other = without_conflicts(a, &[c, b]);
        let third = without_conflicts(b, &[c, a]);
        if let (Some(one), Some(other)) = (&one, &other) {
            prop_assert_eq!(contents(one), contents(other));
        }
        if let (Some(one), Some(third)) = (&one, &third) {
            prop_assert_eq!(contents(one), contents(third));
            // And what comes out is the same copy of everything: nobody is asked twice.
            prop_assert_eq!(recorded(one, third).differences.len(), 0);
        }
        // A file keeps all that its copy knows.
        let incoming = read(write_compact(a).as_bytes()).unwrap();
        prop_assert_eq!(&incoming.assessment, a);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(SHORT))]
    #[test]
    fn the_laws_hold_in_6000_short_histories_of_three_people(steps in vec(any_step(), 2..12)) {
        laws(steps)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(LONG))]
    #[test]
    fn the_laws_hold_in_4000_long_histories_of_three_people(steps in vec(any_step(), 12..22)) {
        laws(steps)?;
    }
}
