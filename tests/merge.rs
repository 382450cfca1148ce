#![cfg(not(target_arch = "wasm32"))]
//! Copies of an assessment that go their own ways and come together again: the laws that hold whatever
//! three people do, and what each kind of conflict looks like.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use takar::assessment::merge::{
    Ancestor, AnswerPart, Choice, Comparison, Content, Difference, DocumentPart, Fate, Place, RecordPart,
    UnitPart, compare, get,
};
use takar::assessment::{
    Agency, AgencyKind, Assessment, Book, Briefing, Change, Detail, Evidence, Field, Link, LinkKey, Question,
    Stage, Stamp, Status, Time, Unit, apply,
};
use takar::exchange::{read, write, write_compact};
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

fn unit_id(n: u8) -> String {
    format!("u-{n}")
}

fn unit(n: u8, name: Option<&str>) -> Change {
    Change::Unit { id: unit_id(n), unit: name.map(|name| Box::new(Unit::named(name))) }
}

fn question_key(n: u8) -> String {
    format!("{}:q", n + 1)
}

fn own(n: u8, indicator: u16, owns: bool) -> Change {
    Change::Own { unit: unit_id(n), indicator, owns }
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
    bare.units.values_mut().for_each(|unit| {
        (unit.changed, unit.issued, unit.returned) = (None, None, None);
    });
    bare.answers.values_mut().flat_map(BTreeMap::values_mut).for_each(|answer| answer.changed = None);
    bare.records.records_mut().for_each(|record| record.changed = None);
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
    /// Adds or renames a unit, or removes it.
    Unit(u8, u8),
    Own(u8, u16, bool),
    Brief(u8),
    /// Writes a field of a question, or removes the question.
    Ask(u8, bool, u8),
    Forget(u8),
    Stage(bool),
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
        4 => (0u8..3, any::<bool>(), words.clone()).prop_map(|(id, f, t)| Step::Detail(id, f, t)),
        2 => (0u8..3).prop_map(Step::Remove),
        3 => (0u8..3, 1u16..=2, proptest::option::weighted(0.7, 0u8..3)).prop_map(|(id, n, p)| Step::Link(id, n, p)),
        3 => (0u8..3, 0u8..5).prop_map(|(id, s)| Step::Review(id, s)),
        1 => (0u8..3).prop_map(Step::Unreview),
        2 => (0u8..2, words.clone()).prop_map(|(id, n)| Step::Unit(id, n)),
        3 => (0u8..2, 1u16..=3, any::<bool>()).prop_map(|(id, n, owns)| Step::Own(id, n, owns)),
        1 => words.clone().prop_map(Step::Brief),
        3 => (0u8..2, any::<bool>(), words).prop_map(|(n, asks, t)| Step::Ask(n, asks, t)),
        1 => (0u8..2).prop_map(Step::Forget),
        1 => any::<bool>().prop_map(Step::Stage),
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
    let units = of.units.keys().map(|id| format!("unit {id}"));
    let entries = of.records.entries().map(|(book, key, _)| format!("{book:?} {key}"));
    documents.chain(links).chain(reviews).chain(units).chain(entries).collect()
}

impl World {
    fn new() -> Self {
        let mut first = begun();
        edit(&mut first, "", 0, level(1, Some(2)));
        edit(&mut first, "", 0, document("b-0", "Peraturan"));
        edit(&mut first, "", 0, unit(0, Some("Bappeda")));
        edit(&mut first, "", 0, own(0, 1, true));
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
            Step::Unit(n, name) => {
                let change = match self.people[who].here.units.get(&unit_id(n)) {
                    _ if name == 0 => unit(n, None),
                    Some(old) => {
                        let new = Unit { name: words(name).into(), changed: None, ..old.clone() };
                        Change::Unit { id: unit_id(n), unit: Some(Box::new(new)) }
                    }
                    None => unit(n, Some(words(name))),
                };
                self.edit(who, change);
            }
            Step::Own(n, indicator, owns) => self.edit(who, own(n, indicator, owns)),
            Step::Brief(t) => {
                let briefing = Briefing { instructions: words(t).into(), ..Briefing::default() };
                self.edit(who, Change::Briefing(briefing));
            }
            Step::Ask(n, asks, t) => {
                let old = self.people[who].here.records.get::<Question>(&question_key(n));
                let mut question = old.unwrap_or_default();
                *(if asks { &mut question.question } else { &mut question.answer }) = words(t).into();
                self.edit(who, Change::record(question_key(n), Some(&question)));
            }
            Step::Forget(n) => self.edit(who, Change::record::<Question>(question_key(n), None)),
            Step::Stage(later) => {
                self.edit(who, Change::Stage(if later { Stage::Dokumen } else { Stage::Mandiri }));
            }
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

// ---------------------------------------------------------------- examples

/// Ani's draft with two documents, as she sent it, and the copy that Budi opened.
fn two() -> (Assessment, Assessment) {
    let mut ani = begun();
    for change in [
        level(1, Some(2)),
        text(1, Field::Facts, "Perwali."),
        document("b-1", "Perwali 41"),
        document("b-2", "Rencana"),
        link("b-1", 1, Some("9")),
        Change::Title(Some("Draf".into())),
    ] {
        assert!(edit(&mut ani, "Ani", 1, change));
    }
    ani.seal();
    let mut budi = ani.clone();
    budi.revisions.begin_copy("budi");
    (ani, budi)
}

/// Both edit, and what differs then.
fn both_edit(ani: &[Change], budi: &[Change]) -> Comparison {
    let (mut mine, mut theirs) = two();
    for (side, by, changes) in [(&mut mine, "Ani", ani), (&mut theirs, "Budi", budi)] {
        for (change, second) in changes.iter().zip(100..) {
            assert!(edit(side, by, second, change.clone()), "{change:?}");
        }
    }
    theirs.seal();
    recorded(&mine, &theirs)
}

fn only(comparison: &Comparison) -> &Difference {
    let [one] = &*comparison.differences else { panic!("{:?}", comparison.differences) };
    one
}

#[test]
fn what_one_side_changed_is_taken_and_what_the_other_changed_stays() {
    let of = both_edit(
        &[level(1, Some(3)), Change::Detail { id: "b-1".into(), detail: Detail::Unit("Hukum".into()) }],
        &[text(1, Field::Facts, "Perwali 41."), document("b-3", "Laporan"), level(2, Some(4))],
    );
    let merged = of.merged(|_| panic!("nothing is asked"));
    assert_eq!((merged.value(1), merged.value(2)), (Some(Value::whole(3)), Some(Value::whole(4))));
    assert_eq!(merged.answer(1).unwrap().explanation.facts, "Perwali 41.");
    assert_eq!((&*merged.evidence["b-1"].unit, &*merged.evidence["b-3"].title), ("Hukum", "Laporan"));
    let counts = of.counts();
    assert_eq!((counts.new, counts.taken, counts.conflicts, counts.untouched), (2, 1, 0, 2));
    assert_eq!(merged.evidence["b-3"].changed.as_ref().unwrap().by, "Budi");
}

#[test]
fn two_values_are_a_conflict_with_both_sides_and_who_wrote_them() {
    let of = both_edit(&[level(1, Some(3))], &[level(1, Some(4))]);
    let one = only(&of);
    assert_eq!(one.place, Place::Answer(Stage::Mandiri, 1, AnswerPart::Value));
    assert_eq!((one.fate, &one.base), (Fate::Conflict, &None), "files do not carry their ancestor");
    assert_eq!(
        (&one.mine, &one.theirs),
        (&Content::Value(Value::whole(3)), &Content::Value(Value::whole(4)))
    );
    assert_eq!((&*one.mine_by.by, &*one.theirs_by.by), ("Ani", "Budi"));
    for (choice, expected) in [(Choice::Mine, 3), (Choice::Theirs, 4), (Choice::Both, 3)] {
        assert_eq!(of.merged(|_| choice).value(1), Some(Value::whole(expected)));
    }
    assert!(!one.can_keep_both());
    assert_eq!(
        both_edit(&[level(1, Some(3))], &[level(1, Some(3))]).differences,
        [],
        "the same is no conflict"
    );
}

#[test]
fn who_is_asked_once_is_not_asked_again_wherever_the_file_comes_from() {
    let of = both_edit(&[level(1, Some(3))], &[level(1, Some(4))]);
    let settled = of.merged(mine);
    assert_eq!(recorded(&settled, of.theirs()).conflicts().count(), 0);
    // Budi takes what was settled; he had not changed his mind since.
    let back = recorded(of.theirs(), &settled);
    assert_eq!(only(&back).fate, Fate::Taken);
}

#[test]
fn texts_can_be_put_together() {
    let of = both_edit(&[text(1, Field::Facts, "Satu.")], &[text(1, Field::Facts, "Dua.")]);
    assert!(only(&of).can_keep_both());
    assert_eq!(of.merged(|_| Choice::Both).answer(1).unwrap().explanation.facts, "Satu.\n\nDua.");
}

#[test]
fn of_a_document_both_wrote_theirs_can_become_a_second_entry_with_its_links() {
    let title = |title: &str| Change::Detail { id: "b-1".into(), detail: Detail::Title(title.into()) };
    let of = both_edit(&[title("Perwali 41/2022")], &[title("Perwali 41/2023")]);
    let merged = of.merged(|_| Choice::Both);
    assert_eq!(merged.evidence["b-1"].title, "Perwali 41/2022");
    assert_eq!(merged.evidence["b-1-2"].title, "Perwali 41/2023");
    assert!(merged.links.contains_key(&key("b-1", 1)) && merged.links.contains_key(&key("b-1-2", 1)));
    assert_eq!(recorded(&merged, of.theirs()).conflicts().count(), 0);
}

#[test]
fn a_deletion_against_an_edit_is_a_conflict_whoever_deleted() {
    let (ani, _) = two();
    let remove = [Change::remove(&ani, "b-1")];
    let unit = [Change::Detail { id: "b-1".into(), detail: Detail::Unit("Hukum".into()) }];
    let more = [link("b-1", 2, Some(""))];
    let reviewed = [review("b-1", Status::Dikirim, "")];
    for edit in [&unit[..], &more, &reviewed] {
        for (ani, budi, mine_has) in [(&remove[..], edit, false), (edit, &remove, true)] {
            let of = both_edit(ani, budi);
            let one = only(&of);
            assert_eq!(one.place, Place::Document("b-1".into(), DocumentPart::Whole));
            assert_eq!((one.fate, one.mine.is_none()), (Fate::Conflict, !mine_has));
            for choice in [Choice::Mine, Choice::Theirs, Choice::Both] {
                let merged = of.merged(|_| choice);
                let kept = choice == Choice::Both || (choice == Choice::Mine) == mine_has;
                assert_eq!(merged.evidence.contains_key("b-1"), kept);
                assert_eq!(merged.links.contains_key(&key("b-1", 1)), kept, "its links go with it");
                assert_eq!(recorded(&merged, of.theirs()).conflicts().count(), 0);
            }
        }
    }
    // A level that is taken back, a link that goes.
    let of = both_edit(&[level(1, None)], &[level(1, Some(4))]);
    assert_eq!(only(&of).fate, Fate::Conflict);
    let of = both_edit(&[link("b-1", 1, None)], &[link("b-1", 1, Some("9-12"))]);
    assert_eq!((only(&of).fate, &only(&of).mine), (Fate::Conflict, &Content::None));
    // Against nothing it just goes.
    let of = both_edit(&[], &remove);
    assert!(!of.merged(|_| panic!("nothing is asked")).evidence.contains_key("b-1"));
}

#[test]
fn reviews_of_both_stay_and_only_different_last_words_are_asked_about() {
    let sent = review("b-1", Status::Dikirim, "");
    let of = both_edit(
        &[sent.clone(), review("b-1", Status::PerluRevisi, "Kurang halaman.")],
        &[sent.clone(), review("b-1", Status::Ditolak, "Bukan peraturan.")],
    );
    let one = only(&of);
    assert_eq!(
        (&one.place, one.fate),
        (&Place::Document("b-1".into(), DocumentPart::Reviews), Fate::Conflict)
    );
    for (choice, last) in [(Choice::Mine, Status::PerluRevisi), (Choice::Theirs, Status::Ditolak)] {
        let merged = of.merged(|_| choice);
        assert_eq!((merged.evidence["b-1"].reviews.len(), merged.evidence["b-1"].status()), (4, last));
        assert_eq!(recorded(&merged, of.theirs()).conflicts().count(), 0);
    }
    let of = both_edit(std::slice::from_ref(&sent), std::slice::from_ref(&sent));
    assert_eq!(only(&of).fate, Fate::Together);
    assert_eq!(of.merged(mine).evidence["b-1"].reviews.len(), 2);
}

#[test]
fn an_acceptance_does_not_cover_what_the_other_side_wrote_meanwhile() {
    let accepted = review("b-1", Status::Diterima, "");
    let unit = Change::Detail { id: "b-1".into(), detail: Detail::Unit("Hukum".into()) };
    for (ani, budi) in [(&accepted, &unit), (&unit, &accepted)] {
        let of = both_edit(std::slice::from_ref(ani), std::slice::from_ref(budi));
        let asked: Vec<_> = of.conflicts().map(|one| one.place.clone()).collect();
        assert_eq!(asked, [Place::Document("b-1".into(), DocumentPart::Unit)]);
        let merged = of.merged(mine);
        assert_eq!(recorded(&merged, of.theirs()).conflicts().count(), 0);
    }
}

#[test]
fn different_owners_never_meet_and_a_unit_that_goes_while_it_gets_work_is_asked_about() {
    let (mut ani, _) = two();
    assert!(edit(&mut ani, "Ani", 2, unit(0, Some("Bappeda"))));
    assert!(edit(&mut ani, "Ani", 2, own(0, 1, true)));
    ani.seal();
    let both = |mine: &[Change], theirs: &[Change]| {
        let (mut ani, mut budi) = (ani.clone(), ani.clone());
        budi.revisions.begin_copy("budi");
        mine.iter().for_each(|change| assert!(edit(&mut ani, "Ani", 100, change.clone())));
        theirs.iter().for_each(|change| assert!(edit(&mut budi, "Budi", 101, change.clone())));
        budi.seal();
        recorded(&ani, &budi)
    };
    let named = |name: &str| Change::Unit {
        id: unit_id(0),
        unit: Some(Box::new(Unit { indicators: [1].into(), ..Unit::named(name) })),
    };
    let of = both(&[own(0, 2, true), named("Bappeda Litbang")], &[own(0, 3, true), own(0, 1, false)]);
    let merged = of.merged(|_| panic!("nothing is asked"));
    // The new name came with the owners as they were then.
    assert_eq!(merged.units["u-0"].indicators, [3].into());
    assert_eq!(merged.units["u-0"].name, "Bappeda Litbang");
    let of = both(&[named("Bappelitbangda")], &[named("Bappeda Litbang")]);
    assert_eq!(only(&of).place, Place::Unit(unit_id(0), UnitPart::Name));
    for (mine, theirs, mine_has) in
        [(unit(0, None), own(0, 3, true), false), (own(0, 3, true), unit(0, None), true)]
    {
        let of = both(&[mine], &[theirs]);
        assert_eq!(only(&of).place, Place::Unit(unit_id(0), UnitPart::Whole));
        for choice in [Choice::Mine, Choice::Theirs, Choice::Both] {
            let merged = of.merged(|_| choice);
            let kept = choice == Choice::Both || (choice == Choice::Mine) == mine_has;
            assert_eq!(merged.units.contains_key("u-0"), kept);
            assert_eq!(recorded(&merged, of.theirs()).conflicts().count(), 0);
        }
    }
    let of = both(&[unit(0, None)], &[]);
    assert!(of.merged(|_| panic!("nothing is asked")).units.is_empty());
}

#[test]
fn an_entry_of_a_book_is_merged_field_by_field_and_goes_only_where_nobody_changed_it() {
    let mut ani = begun();
    let ask = |question: &str, answer: &str| {
        let question = Question { question: question.into(), answer: answer.into(), ..Question::default() };
        Change::record("12:a", Some(&question))
    };
    assert!(edit(&mut ani, "Ani", 1, ask("Sejak kapan?", "")));
    ani.seal();
    let both = |mine: Change, theirs: Change| {
        let (mut ani, mut budi) = (ani.clone(), ani.clone());
        budi.revisions.begin_copy("budi");
        assert!(edit(&mut ani, "Ani", 2, mine));
        assert!(edit(&mut budi, "Budi", 3, theirs));
        budi.seal();
        recorded(&ani, &budi)
    };
    let of = both(ask("Sejak kapan berlaku?", ""), ask("Sejak kapan?", "Sejak 2022."));
    let merged = of.merged(|_| panic!("nothing is asked"));
    let question: Question = merged.records.get("12:a").unwrap();
    assert_eq!((&*question.question, &*question.answer), ("Sejak kapan berlaku?", "Sejak 2022."));
    let gone = || Change::record::<Question>("12:a", None);
    for (mine, theirs, mine_has) in
        [(gone(), ask("Sejak kapan?", "2022"), false), (ask("Sejak kapan?", "2022"), gone(), true)]
    {
        let of = both(mine, theirs);
        assert_eq!(only(&of).place, Place::Record(Book::Questions, "12:a".into(), RecordPart::Whole));
        for choice in [Choice::Mine, Choice::Theirs, Choice::Both] {
            let merged = of.merged(|_| choice);
            let kept = choice == Choice::Both || (choice == Choice::Mine) == mine_has;
            assert_eq!(merged.records.record(Book::Questions, "12:a").is_some(), kept);
        }
    }
    let of = both(gone(), Change::Title(Some("Lain".into())));
    assert!(of.merged(|_| panic!("nothing is asked")).records.is_empty());
}

#[test]
fn unknown_fields_are_merged_like_any_other() {
    let (mut ani, mut budi) = two();
    budi.extra.insert("rooms".into(), 1.into());
    budi.evidence.get_mut("b-1").unwrap().extra.insert("colour".into(), "red".into());
    ani.evidence.get_mut("b-1").unwrap().extra.insert("colour".into(), "blue".into());
    let of = recorded(&ani, &budi);
    let asked: Vec<_> = of.conflicts().map(|one| one.place.clone()).collect();
    assert_eq!(asked, [Place::Document("b-1".into(), DocumentPart::Extra("colour".into()))]);
    assert_eq!(of.merged(mine).extra["rooms"], 1);
}

#[test]
fn without_a_record_what_both_filled_differently_is_a_conflict_and_the_rest_is_taken() {
    let (mut ani, _) = two();
    assert!(edit(&mut ani, "Ani", 9, level(1, Some(3))));
    // As an older Takar, or a person, wrote it: the same level as before, another text, one field more.
    let mut old = begun();
    for change in [level(1, Some(2)), text(1, Field::Facts, "Lain."), level(3, Some(5))] {
        assert!(edit(&mut old, "", 1, change));
    }
    let of = recorded(&ani, &old);
    let asked: Vec<_> = of.conflicts().map(|one| one.place.clone()).collect();
    let answer = |part| Place::Answer(Stage::Mandiri, 1, part);
    assert_eq!(asked, [answer(AnswerPart::Value), answer(AnswerPart::Facts)]);
    let merged = of.merged(mine);
    assert_eq!((merged.value(1), merged.value(3)), (Some(Value::whole(3)), Some(Value::whole(5))));
    assert_eq!(merged.evidence.len(), 2, "what it does not mention was not deleted there");
    assert_eq!(recorded(&merged, &old).conflicts().count(), 0);
}

#[test]
fn a_file_that_was_edited_by_hand_leads_to_a_question_and_not_to_a_loss() {
    let (mut ani, mut budi) = two();
    assert!(edit(&mut ani, "Ani", 9, level(1, Some(3))));
    let answers = budi.answers.get_mut(&Stage::Mandiri).unwrap();
    answers.get_mut(&1).unwrap().value = Some(Value::whole(5));
    assert_eq!(recorded(&ani, &budi).conflicts().count(), 1);
}

#[test]
fn an_edit_that_was_taken_back_leaves_no_mark() {
    let (mut ani, mut budi) = two();
    let before = ani.clone();
    for change in [
        level(1, Some(4)),
        level(1, Some(2)),
        document("b-9", "x"),
        Change::Evidence { id: "b-9".into(), evidence: None },
    ] {
        assert!(edit(&mut ani, "Ani", 9, change));
    }
    assert_eq!(ani.revisions, before.revisions);
    assert!(edit(&mut budi, "Budi", 9, level(1, Some(5))));
    assert_eq!(recorded(&ani, &budi).merged(|_| panic!("nothing is asked")).value(1), Some(Value::whole(5)));
}

#[test]
fn the_record_is_small_and_a_first_file_has_none() {
    let example = include_str!("../public/examples/kota-contoh.json");
    let mut base = read(example.as_bytes()).unwrap().assessment;
    for n in 0..250 {
        let full = Evidence {
            number: format!("{n}/2024"),
            unit: "Dinas Komunikasi dan Informatika".into(),
            location: format!("https://arsip.contoh.go.id/spbe/{n}"),
            pages: "Bab III, halaman 9 sampai 15".into(),
            ..Evidence::titled(format!("Peraturan Wali Kota Nomor {n} Tahun 2024 tentang Arsitektur SPBE"))
        };
        let change = Change::Evidence { id: format!("d-{n:05}"), evidence: Some(Box::new(full)) };
        assert!(edit(&mut base, "Ani", 1, change));
    }
    base.seal();
    assert!(write_compact(&base).contains("\"revisions\":{}"), "nothing to tell yet");
    // Three people changed a field of every document and every text, and it all came together.
    let copies = ["budi", "cici", "dedi"].map(|name| {
        let mut copy = base.clone();
        copy.revisions.begin_copy(name);
        let own = usize::from(name.as_bytes()[0] - b'b');
        for n in (own..250).step_by(3) {
            let detail = Detail::Unit(format!("Bagian {name}"));
            assert!(edit(&mut copy, name, 2, Change::Detail { id: format!("d-{n:05}"), detail }));
        }
        for n in (1u16..=47).skip(own).step_by(3) {
            assert!(edit(
                &mut copy,
                name,
                2,
                text(n, Field::Facts, &format!("Fakta dari {name}, dengan dokumen."))
            ));
        }
        copy.seal();
        copy
    });
    let merged =
        copies.iter().fold(base, |here, copy| recorded(&here, copy).merged(|_| panic!("no conflict")));
    let mut without = merged.clone();
    without.revisions = begun().revisions;
    for (whole, bare) in
        [(write(&merged), write(&without)), (write_compact(&merged), write_compact(&without))]
    {
        let more = (whole.len() - bare.len()) * 1000 / bare.len();
        println!(
            "{} bytes, {} without the record: {}.{} % more",
            whole.len(),
            bare.len(),
            more / 10,
            more % 10
        );
        assert!(more <= 150, "{more} per mille");
    }
    assert_eq!(
        get(&merged, &Place::Document("d-00001".into(), DocumentPart::Unit)),
        Content::Text("Bagian cici".into())
    );
}
