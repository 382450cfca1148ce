#![cfg(not(target_arch = "wasm32"))]
//! Work packages: what a unit is given, and that bringing it back touches nothing else.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use takar::assessment::merge::{
    Ancestor, Choice, Comparison, Content, Difference, DocumentPart, Fate, Place, compare, get,
};
use takar::assessment::{
    Agency, AgencyKind, Assessment, Briefing, Change, Date, Detail, Evidence, Field, Link, LinkKey, Stage,
    Stamp, Status, Time, Unit, apply,
};
use takar::exchange::{Problem, file_name, merge, read, sent_back, work_package, write};
use takar::instrument::{Instrument, Value, load, shipped};

static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());

fn stamp(by: &str, second: u32) -> Stamp {
    let text = format!("2026-11-22T{:02}:{:02}:{:02}Z", second / 3600 % 24, second / 60 % 60, second % 60);
    Stamp::new(Time::parse(&text).unwrap(), by)
}

fn edit(assessment: &mut Assessment, by: &str, second: u32, change: Change) -> bool {
    apply(assessment, &SPBE, change, stamp(by, second)).is_ok()
}

fn must(assessment: &mut Assessment, by: &str, second: u32, changes: &[Change]) {
    for change in changes {
        assert!(edit(assessment, by, second, change.clone()), "{change:?}");
    }
}

fn level(indicator: u16, level: Option<u8>) -> Change {
    Change::Value { stage: Stage::Mandiri, indicator, value: level.map(Value::whole) }
}

fn facts(indicator: u16, text: &str) -> Change {
    Change::Text { stage: Stage::Mandiri, indicator, field: Field::Facts, text: text.to_owned() }
}

fn document(id: &str, title: &str) -> Change {
    Change::Evidence { id: id.to_owned(), evidence: Some(Box::new(Evidence::titled(title))) }
}

fn pages(id: &str, pages: &str) -> Change {
    Change::Detail { id: id.to_owned(), detail: Detail::Pages(pages.to_owned()) }
}

fn key(id: &str, indicator: u16) -> LinkKey {
    LinkKey { indicator, level: 2, expected: None, evidence: id.to_owned() }
}

fn link(id: &str, indicator: u16, linked: bool) -> Change {
    Change::Link { key: key(id, indicator), link: linked.then(Link::default) }
}

fn review(id: &str, status: Status, note: &str) -> Change {
    Change::Review { id: id.to_owned(), status, note: note.to_owned() }
}

fn unit(id: &str, name: &str, indicators: &[u16]) -> Change {
    let unit = Unit { indicators: indicators.iter().copied().collect(), ..Unit::named(name) };
    Change::Unit { id: id.to_owned(), unit: Some(Box::new(unit)) }
}

fn mine(_: &Difference) -> Choice {
    Choice::Mine
}

fn nobody(difference: &Difference) -> Choice {
    panic!("nothing is asked: {difference:?}")
}

fn recorded(mine: &Assessment, theirs: &Assessment) -> Comparison {
    compare(mine, theirs, Ancestor::Recorded)
}

/// Without who changed what when, and without the record.
fn contents(assessment: &Assessment) -> Assessment {
    let mut bare = assessment.clone();
    bare.changed = bare.created.clone();
    bare.evidence.values_mut().for_each(|document| document.changed = None);
    bare.units.values_mut().for_each(|unit| unit.changed = None);
    for answer in bare.answers.values_mut().flat_map(|all| all.values_mut()) {
        answer.changed = None;
    }
    bare.revisions = empty().revisions;
    bare
}

fn empty() -> Assessment {
    static EMPTY: LazyLock<Assessment> = LazyLock::new(|| {
        let agency = Agency::new("Kota Umpama", AgencyKind::Kota);
        Assessment::new("uji".into(), &SPBE, agency, 2025, stamp("Ani", 0))
    });
    EMPTY.clone()
}

/// The unit's people open a file.
fn opened(file: &Assessment, copy: &str) -> Assessment {
    let mut opened = read(write(file).as_bytes()).unwrap().assessment;
    opened.revisions.begin_copy(copy);
    opened
}

/// Ani's draft: indicators 1 and 2 are Bappeda's, 2 and 3 are of Bagian Hukum; the Perwali serves all.
fn whole() -> Assessment {
    let mut ani = empty();
    must(
        &mut ani,
        "Ani",
        1,
        &[
            unit("bappeda", "Bappeda", &[1, 2]),
            unit("hukum", "Bagian Hukum", &[2, 3]),
            level(1, Some(2)),
            facts(1, "Fakta satu."),
            facts(2, "Fakta dua."),
            facts(3, "Rahasia hukum."),
            facts(4, "Rahasia siapa pun."),
            document("perwali", "Perwali 41"),
            document("nota", "Nota hukum"),
            document("lepas", "Dokumen lepas"),
            link("perwali", 1, true),
            link("perwali", 3, true),
            link("nota", 3, true),
            Change::Title(Some("Rahasia judul".into())),
            Change::Target(Some(Value::whole(4))),
            Change::Briefing(Briefing {
                instructions: "Isi tingkat dan faktanya.".into(),
                due: Date::new(2026, 12, 1),
                ..Briefing::default()
            }),
        ],
    );
    ani.extra.insert("rahasia".into(), "Rahasia luar".into());
    ani.seal();
    ani
}

fn package(of: &Assessment, unit: &str) -> Assessment {
    work_package(of, unit, stamp("Ani", 10)).unwrap()
}

// ---------------------------------------------------------------- what a package holds

#[test]
fn a_package_holds_its_indicators_and_nothing_of_the_others() {
    let mut ani = whole();
    // Marks of others must not travel either.
    must(
        &mut ani,
        "Ani",
        5,
        &[facts(3, "Rahasia hukum, baru."), facts(1, "Fakta satu, baru."), pages("nota", "7")],
    );
    let package = package(&ani, "bappeda");
    // The digests of the instrument's parts are everybody's, and go by the numbers of the indicators.
    let mut told = package.clone();
    told.instrument.parts.clear();
    let text = write(&told);
    for secret in ["Rahasia", "rahasia", "Hukum", "hukum", "Nota", "nota", "lepas", "\"3\"", "/3", "4.00"] {
        assert!(!text.contains(secret), "{secret} stands in {text}");
    }
    for part in ["Fakta satu, baru.", "Fakta dua.", "Perwali 41", "Isi tingkat dan faktanya.", "2026-12-01"] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(package.links.keys().collect::<Vec<_>>(), [&key("perwali", 1)]);
    let order = package.order.as_ref().unwrap();
    assert_eq!((&*order.name, &order.indicators), ("Bappeda", &[1, 2].into()));
    assert_eq!(file_name(&package), "takar-paket-bappeda-kota-umpama-2025.json");
    assert_eq!(read(write(&package).as_bytes()).unwrap().assessment, package);
    assert!(work_package(&ani, "dinas", stamp("Ani", 10)).is_none());
}

#[test]
fn what_comes_back_changes_its_indicators_and_no_others() {
    let mut ani = whole();
    let mut budi = opened(&package(&ani, "bappeda"), "budi");
    must(
        &mut budi,
        "Budi",
        20,
        &[
            level(1, Some(3)),
            facts(1, ""),
            level(2, Some(4)),
            document("renstra", "Renstra Bappeda"),
            link("renstra", 2, true),
            pages("perwali", "9-15"),
            // Nothing of this is his.
            level(4, Some(5)),
            facts(3, "Dari Bappeda."),
            Change::Year(2024),
            Change::Title(Some("Judul Budi".into())),
            unit("liar", "Unit liar", &[1]),
        ],
    );
    // Meanwhile Ani goes on with everything else.
    must(
        &mut ani,
        "Ani",
        21,
        &[facts(3, "Hukum, baru."), document("baru", "Dokumen baru"), link("baru", 1, true)],
    );
    let back = sent_back(&budi, stamp("Budi", 30));
    let of = merge(&ani, &back).unwrap();
    let merged = of.merged(nobody);
    assert_eq!(
        (merged.value(1), merged.value(2), merged.value(4)),
        (Some(Value::whole(3)), Some(Value::whole(4)), None)
    );
    assert_eq!(merged.answer(1).unwrap().explanation.facts, "");
    assert_eq!(merged.answer(3).unwrap().explanation.facts, "Hukum, baru.");
    assert_eq!((merged.year, merged.title.as_deref()), (2025, Some("Rahasia judul")));
    assert_eq!(
        (&*merged.evidence["renstra"].title, &*merged.evidence["perwali"].pages),
        ("Renstra Bappeda", "9-15")
    );
    assert!(["nota", "lepas", "baru"].iter().all(|id| merged.evidence.contains_key(*id)));
    assert!(
        [key("perwali", 3), key("nota", 3), key("baru", 1), key("renstra", 2)]
            .iter()
            .all(|key| merged.links.contains_key(key))
    );
    assert_eq!((merged.order.as_ref(), merged.units.len()), (None, 2));
    assert_eq!(merged.units["bappeda"].returned, Some(stamp("Budi", 30)));
    assert_eq!(merged.units["hukum"].returned, None);
    assert!(of.counts().untouched > 10, "{:?}", of.counts());
    let again = merge(&merged, &back).unwrap();
    assert_eq!((again.conflicts().count(), again.merged(nobody)), (0, merged));
}

#[test]
fn a_document_that_other_indicators_rest_on_does_not_go_without_a_question() {
    let ani = whole();
    let mut budi = opened(&package(&ani, "bappeda"), "budi");
    let remove = Change::remove(&budi, "perwali");
    must(&mut budi, "Budi", 20, &[remove]);
    let of = merge(&ani, &sent_back(&budi, stamp("Budi", 30))).unwrap();
    let asked: Vec<_> = of.conflicts().map(|one| one.place.clone()).collect();
    assert_eq!(asked, [Place::Document("perwali".into(), DocumentPart::Whole)]);
    for (choice, linked) in [(Choice::Mine, true), (Choice::Theirs, false), (Choice::Both, true)] {
        let merged = of.merged(|_| choice);
        assert_eq!(merged.evidence["perwali"].title, "Perwali 41", "{choice:?}");
        assert!(merged.links.contains_key(&key("perwali", 3)), "{choice:?}");
        assert_eq!(merged.links.contains_key(&key("perwali", 1)), linked, "{choice:?}");
        assert_eq!(recorded(&merged, of.theirs()).conflicts().count(), 0);
    }
    // Nobody else needs it: it goes.
    let mut alone = whole();
    must(&mut alone, "Ani", 3, &[link("perwali", 3, false)]);
    let mut budi = opened(&package(&alone, "bappeda"), "budi");
    let remove = Change::remove(&budi, "perwali");
    must(&mut budi, "Budi", 20, &[remove]);
    alone.seal();
    assert!(!merge(&alone, &budi).unwrap().merged(nobody).evidence.contains_key("perwali"));
}

#[test]
fn a_second_entry_of_a_document_gets_no_links_of_the_others() {
    let mut ani = whole();
    let mut budi = opened(&package(&ani, "bappeda"), "budi");
    let title = |title: &str| Change::Detail { id: "perwali".into(), detail: Detail::Title(title.into()) };
    must(&mut budi, "Budi", 20, &[title("Perwali 41 Tahun 2023")]);
    must(&mut ani, "Ani", 21, &[title("Perwali 41 Tahun 2022")]);
    let merged = merge(&ani, &budi).unwrap().merged(|_| Choice::Both);
    let linked = |id: &str| {
        merged.links.keys().filter(|key| key.evidence == id).map(|key| key.indicator).collect::<Vec<_>>()
    };
    assert_eq!((linked("perwali"), linked("perwali-2")), (vec![1, 3], vec![1]));
}

#[test]
fn two_people_of_one_unit_put_their_packages_together_and_other_units_stay_apart() {
    let mut ani = whole();
    let first = package(&ani, "bappeda");
    // Bappeda got one more indicator meanwhile.
    must(
        &mut ani,
        "Ani",
        11,
        &[Change::Own { unit: "bappeda".into(), indicator: 5, owns: true }, facts(5, "Lima.")],
    );
    let second = package(&ani, "bappeda");
    let (mut budi, mut cici) = (opened(&first, "budi"), opened(&second, "cici"));
    must(&mut budi, "Budi", 20, &[level(1, Some(3)), facts(2, "Dari Budi.")]);
    must(&mut cici, "Cici", 20, &[level(2, Some(4)), level(5, Some(2))]);
    cici = sent_back(&cici, stamp("Cici", 25));
    let together = merge(&budi, &cici).unwrap().merged(nobody);
    let order = together.order.as_ref().unwrap();
    assert_eq!(
        (&order.indicators, order.returned.as_ref().map(|s| &*s.by)),
        (&[1, 2, 5].into(), Some("Cici"))
    );
    let whole = merge(&ani, &sent_back(&together, stamp("Budi", 40))).unwrap().merged(nobody);
    let levels: Vec<_> = [1, 2, 5].iter().map(|n| whole.value(*n).map(|v| v.as_hundredths() / 100)).collect();
    assert_eq!(levels, [Some(3), Some(4), Some(2)]);
    assert_eq!(whole.answer(2).unwrap().explanation.facts, "Dari Budi.");
    // Each by itself leads to the same.
    let one = merge(&ani, &budi).unwrap().merged(nobody);
    let one = merge(&one, &cici).unwrap().merged(nobody);
    assert_eq!(contents(&one).answers, contents(&whole).answers);
    let of_others = merge(&budi, &package(&ani, "hukum"));
    let other = Problem::OtherUnit { ours: "Bappeda".into(), theirs: "Bagian Hukum".into() };
    assert_eq!(of_others.unwrap_err(), other);
}

#[test]
fn a_package_of_another_year_or_agency_is_refused_unless_the_whole_was_corrected() {
    let mut ani = whole();
    let mut budi = opened(&package(&ani, "bappeda"), "budi");
    must(&mut budi, "Budi", 20, &[level(1, Some(3))]);
    let mut other_year = budi.clone();
    other_year.year = ani.year - 1;
    let refused = Problem::OtherYear { ours: ani.year, theirs: ani.year - 1 };
    assert_eq!(merge(&ani, &other_year).unwrap_err(), refused);
    let mut other_agency = budi.clone();
    other_agency.agency.name = "Kota Lain".into();
    assert!(matches!(merge(&ani, &other_agency), Err(Problem::OtherAgency { .. })));
    // The coordinator corrected the year after the package went out: it still fits.
    let year = ani.year + 1;
    must(&mut ani, "Ani", 30, &[Change::Year(year)]);
    let merged = merge(&ani, &budi).unwrap().merged(nobody);
    assert_eq!((merged.year, merged.value(1)), (year, Some(Value::whole(3))));
}

#[test]
fn the_whole_brought_into_a_package_leaves_it_a_package() {
    let mut ani = whole();
    let mut budi = opened(&package(&ani, "bappeda"), "budi");
    must(&mut budi, "Budi", 20, &[level(1, Some(3)), document("renstra", "Renstra")]);
    must(
        &mut ani,
        "Ani",
        21,
        &[facts(2, "Dua, baru."), facts(3, "Tiga, baru."), document("baru", "Baru"), link("baru", 2, true)],
    );
    ani.seal();
    let merged = merge(&budi, &ani).unwrap().merged(nobody);
    assert_eq!(merged.order, budi.order);
    assert_eq!(merged.answer(2).unwrap().explanation.facts, "Dua, baru.");
    assert!(merged.answer(3).is_none() && merged.units.is_empty() && merged.title.is_none());
    assert_eq!(merged.evidence.keys().collect::<Vec<_>>(), ["baru", "perwali", "renstra"]);
}

// ---------------------------------------------------------------- laws

const HISTORIES: u32 = 1_500;

/// What somebody does. Everybody may do everything: what is not theirs has to stay outside.
#[derive(Clone, Debug)]
enum Step {
    Level(u16, Option<u8>),
    Facts(u16, u8),
    Register(u8),
    Pages(u8, u8),
    Remove(u8),
    Link(u8, u16, bool),
    Review(u8, u8),
    Title(u8),
    Own(usize, u16, bool),
    /// The whole hands a package of a unit to its people.
    Issue(usize),
    /// The unit's people send theirs back, or the whole is saved.
    Send,
    /// A file is brought in.
    Merge(Index, u8),
}

fn any_step() -> impl Strategy<Value = (usize, Step)> {
    let words = 0u8..3;
    let step = prop_oneof![
        5 => (1u16..=4, proptest::option::weighted(0.8, 1u8..=3)).prop_map(|(n, v)| Step::Level(n, v)),
        3 => (1u16..=4, words.clone()).prop_map(|(n, t)| Step::Facts(n, t)),
        3 => (0u8..4).prop_map(Step::Register),
        3 => (0u8..4, words.clone()).prop_map(|(id, t)| Step::Pages(id, t)),
        3 => (0u8..4).prop_map(Step::Remove),
        5 => (0u8..4, 1u16..=4, proptest::bool::weighted(0.7)).prop_map(|(id, n, on)| Step::Link(id, n, on)),
        2 => (0u8..4, 0u8..5).prop_map(|(id, s)| Step::Review(id, s)),
        1 => words.prop_map(Step::Title),
        1 => (0usize..2, 1u16..=4, any::<bool>()).prop_map(|(unit, n, owns)| Step::Own(unit, n, owns)),
        3 => (0usize..2).prop_map(Step::Issue),
        6 => Just(Step::Send),
        8 => (any::<Index>(), 0u8..3).prop_map(|(file, choice)| Step::Merge(file, choice)),
    ];
    // Two who have all of it, and one for each of two units.
    (0usize..4, step)
}

const UNITS: [&str; 2] = ["bappeda", "hukum"];
const NAMES: [&str; 4] = ["Ani", "Budi", "Cici", "Dedi"];

struct World {
    /// The whole of Ani and Budi, then the packages of Cici and Dedi.
    here: Vec<Assessment>,
    files: Vec<(usize, Assessment)>,
    second: u32,
    deleted: BTreeSet<String>,
}

/// Documents, links and reviews by their names.
fn things(of: &Assessment) -> BTreeSet<String> {
    let links = of.links.keys().map(|key| format!("{key:?}"));
    let reviews = of
        .evidence
        .iter()
        .flat_map(|(id, document)| document.reviews.iter().map(move |one| format!("{id} {one:?}")));
    of.evidence.keys().cloned().chain(links).chain(reviews).collect()
}

fn places_outside(of: &Assessment, indicators: &BTreeSet<u16>) -> Vec<(Place, Content)> {
    let mut places = vec![Place::Agency, Place::Year, Place::Title, Place::Target, Place::Briefing];
    places.extend(of.links.keys().map(|key| Place::Link(key.clone())));
    let parts = [takar::assessment::merge::AnswerPart::Value, takar::assessment::merge::AnswerPart::Facts];
    places.extend(
        (1..=4).flat_map(|n| parts.iter().map(move |part| Place::Answer(Stage::Mandiri, n, part.clone()))),
    );
    places.retain(|place| place.indicator().is_none_or(|number| !indicators.contains(&number)));
    places.into_iter().map(|place| (place.clone(), get(of, &place))).collect()
}

impl World {
    fn new() -> Self {
        static BEGUN: LazyLock<[Assessment; 4]> = LazyLock::new(|| {
            let ani = whole();
            let mut budi = ani.clone();
            budi.revisions.begin_copy("budi");
            let [cici, dedi] = [(UNITS[0], "cici"), (UNITS[1], "dedi")]
                .map(|(unit, name)| opened(&package(&ani, unit), name));
            [ani, budi, cici, dedi]
        });
        let here = BEGUN.to_vec();
        let files = vec![(0, here[0].clone())];
        Self { here, files, second: 100, deleted: BTreeSet::new() }
    }

    fn edit(&mut self, who: usize, change: Change) {
        self.second += 1;
        let here = &mut self.here[who];
        let before = things(here);
        edit(here, NAMES[who], self.second, change);
        let after = things(here);
        self.deleted.extend(before.difference(&after).cloned());
    }

    fn step(&mut self, who: usize, step: Step) -> Result<(), TestCaseError> {
        let words = |n: u8| ["", "satu", "dua"][usize::from(n)];
        // What somebody registers has an id of its own.
        let id = |n: u8| {
            ["perwali".to_owned(), "nota".to_owned(), format!("{}-1", NAMES[who]), "lepas".to_owned()]
                [usize::from(n)]
            .clone()
        };
        match step {
            Step::Level(n, v) => self.edit(who, level(n, v)),
            Step::Facts(n, t) => self.edit(who, facts(n, words(t))),
            Step::Register(n) if !self.here[who].evidence.contains_key(&id(n)) => {
                self.edit(who, document(&id(n), "Dokumen"));
            }
            Step::Register(_) => {}
            Step::Pages(n, t) => self.edit(who, pages(&id(n), words(t))),
            Step::Remove(n) => self.edit(who, Change::remove(&self.here[who], &id(n))),
            Step::Link(n, indicator, on) => self.edit(who, link(&id(n), indicator, on)),
            Step::Review(n, status) => {
                self.edit(who, review(&id(n), Status::ALL[usize::from(status)], "catatan"))
            }
            Step::Title(t) => {
                self.edit(who, Change::Title(Some(words(t).into()).filter(|t: &String| !t.is_empty())))
            }
            Step::Own(unit, indicator, owns) => {
                self.edit(who, Change::Own { unit: UNITS[unit].into(), indicator, owns });
            }
            Step::Issue(unit) if who < 2 => {
                self.here[who].seal();
                self.second += 1;
                if let Some(package) =
                    work_package(&self.here[who], UNITS[unit], stamp(NAMES[who], self.second))
                {
                    self.files.push((who, package));
                }
            }
            Step::Issue(_) => {}
            Step::Send => {
                self.second += 1;
                let back = sent_back(&self.here[who], stamp(NAMES[who], self.second));
                self.here[who].seal();
                self.files.push((who, back));
            }
            Step::Merge(file, choice) => {
                let (_, file) = file.get(&self.files).clone();
                self.merge(who, &file, [Choice::Mine, Choice::Theirs, Choice::Both][usize::from(choice)])?;
            }
        }
        Ok(())
    }

    fn merge(&mut self, who: usize, file: &Assessment, choice: Choice) -> Result<(), TestCaseError> {
        self.here[who].seal();
        let before = self.here[who].clone();
        let comparison = match merge(&before, file) {
            Err(Problem::OtherUnit { .. }) => return Ok(()),
            other => other.unwrap(),
        };
        let mut after = before.clone();
        let undo = apply(&mut after, &SPBE, comparison.change(|_| choice), stamp(NAMES[who], self.second));
        let undo = undo.map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        let mut back = after.clone();
        apply(&mut back, &SPBE, undo, before.changed.clone()).unwrap();
        prop_assert_eq!(&back, &before);

        // What is not in the package stays as it is: text, links, head, units.
        let order = file.order.as_ref().or(before.order.as_ref());
        if let Some(order) = order {
            for (place, content) in places_outside(&before, &order.indicators) {
                prop_assert_eq!(get(&after, &place), content, "{}", place);
            }
            prop_assert_eq!(
                places_outside(&after, &order.indicators),
                places_outside(&before, &order.indicators)
            );
        }
        prop_assert_eq!(after.order.is_some(), before.order.is_some());
        prop_assert!(after.links.keys().all(|key| after.evidence.contains_key(&key.evidence)));

        // The same file twice changes nothing.
        let again = recorded(&after, file);
        prop_assert_eq!(again.conflicts().collect::<Vec<_>>(), Vec::<&Difference>::new());
        prop_assert_eq!(contents(&again.merged(mine)), contents(&after));
        prop_assert_eq!(again.merged(mine).revisions, after.revisions.clone());

        // Nothing disappears that was not deleted on purpose. A choice against it is on purpose.
        let kept = things(&after);
        for thing in things(&before) {
            let chosen = choice != Choice::Both && comparison.conflicts().next().is_some();
            prop_assert!(kept.contains(&thing) || self.deleted.contains(&thing) || chosen, "{}", thing);
            if !kept.contains(&thing) {
                self.deleted.insert(thing);
            }
        }
        for difference in &comparison.differences {
            if difference.fate == Fate::New {
                prop_assert_eq!(get(&after, &difference.place), difference.theirs.clone());
            }
        }
        self.here[who] = after;
        Ok(())
    }
}

fn without_conflicts(first: &Assessment, files: &[&Assessment]) -> Option<Assessment> {
    files.iter().try_fold(first.clone(), |here, file| {
        let comparison = merge(&here, file).ok()?;
        comparison.conflicts().next().is_none().then(|| comparison.merged(mine))
    })
}

fn laws(steps: Vec<(usize, Step)>) -> Result<(), TestCaseError> {
    let mut world = World::new();
    for (who, step) in steps {
        world.step(who, step)?;
    }
    // Whatever comes without conflicts comes in any order.
    for (who, name) in NAMES.iter().enumerate().skip(2) {
        let back = sent_back(&world.here[who], stamp(name, 9_000));
        world.here[who].seal();
        world.files.push((who, back));
    }
    let last = |who: usize| world.files.iter().rev().find(|(by, _)| *by == who).map(|(_, file)| file);
    for who in 0..2 {
        world.here[who].seal();
        let here = &world.here[who];
        let other = last(1 - who);
        let (Some(cici), Some(dedi)) = (last(2), last(3)) else { continue };
        let one = without_conflicts(here, &[cici, dedi]);
        let two = without_conflicts(here, &[dedi, cici]);
        if let (Some(one), Some(two)) = (&one, &two) {
            prop_assert_eq!(contents(one), contents(two));
            prop_assert_eq!(recorded(one, two).differences.len(), 0);
        }
        if let (Some(one), Some(other)) = (&one, other) {
            let one = without_conflicts(one, &[other]);
            let two = without_conflicts(here, &[other, dedi, cici]);
            if let (Some(one), Some(two)) = (&one, &two) {
                prop_assert_eq!(contents(one), contents(two));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(HISTORIES))]
    #[test]
    fn the_laws_hold_in_1500_short_histories_with_packages_of_two_units(steps in vec(any_step(), 2..9)) {
        laws(steps)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(HISTORIES))]
    #[test]
    fn the_laws_hold_in_1500_long_histories_with_packages_of_two_units(steps in vec(any_step(), 9..16)) {
        laws(steps)?;
    }
}

#[test]
fn a_package_that_is_handed_out_anew_brings_its_day_and_instructions_whichever_side_has_it() {
    let mut ani = whole();
    let first = opened(&package(&ani, "bappeda"), "budi");
    let told = Briefing {
        instructions: "Sampai Maret.".into(),
        due: Date::parse("2027-03-01"),
        ..Briefing::default()
    };
    must(&mut ani, "Ani", 50, &[Change::Briefing(told)]);
    ani.seal();
    let second = work_package(&ani, "bappeda", stamp("Ani", 51)).unwrap();
    for (mine, theirs) in [(&first, &second), (&second, &first)] {
        let order = merge(mine, theirs).unwrap().merged(nobody).order.unwrap();
        assert_eq!((&*order.instructions, order.due), ("Sampai Maret.", Date::parse("2027-03-01")));
        assert_eq!(order.issued, stamp("Ani", 51));
    }
}
