#![cfg(not(target_arch = "wasm32"))]
//! Stages: what is taken over, what differs, and what closing freezes.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use proptest::prelude::*;
use takar::assessment::{
    Agency, AgencyKind, Assessment, Change, Closing, Date, Field, History, Refused, Stage, Stamp, Time, apply,
};
use takar::exchange::{merge, read, sent_back, work_package, write};
use takar::instrument::{Instrument, Value, load};
use takar::score::{Exact, Score, Turn, moved, score, score_at, stages};
use takar::text::Language;
use takar::text::history::subject;

// ---------------------------------------------------------------- the bench

struct Bench {
    instrument: Instrument,
    empty: Assessment,
}

impl fmt::Debug for Bench {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.instrument.id)
    }
}

static SPBE: LazyLock<Bench> = LazyLock::new(|| Bench::of("spbe-2020"));
static PEMDI: LazyLock<Bench> = LazyLock::new(|| Bench::of("pemdi-2026"));

impl Bench {
    fn of(id: &str) -> Self {
        let path = format!("{}/public/instruments/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let instrument = load(&std::fs::read_to_string(path).unwrap()).unwrap();
        let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
        let empty = Assessment::new("tahap-1".into(), &instrument, agency, 2026, stamp(""));
        Self { instrument, empty }
    }

    fn with(&self, of: &Assessment, change: Change) -> Assessment {
        let mut of = of.clone();
        self.edit(&mut of, change).unwrap();
        of
    }

    fn edit(&self, of: &mut Assessment, change: Change) -> Result<Change, Refused> {
        apply(of, &self.instrument, change, stamp("Ani"))
    }

    fn score_at(&self, of: &Assessment, at: Stage) -> Score {
        score_at(&self.instrument, of, at)
    }
}

fn stamp(by: &str) -> Stamp {
    Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), by)
}

fn value(stage: Stage, indicator: u16, hundredths: impl Into<Option<u16>>) -> Change {
    Change::Value { stage, indicator, value: hundredths.into().map(Value::hundredths) }
}

fn text(stage: Stage, indicator: u16, field: Field, text: &str) -> Change {
    Change::Text { stage, indicator, field, text: text.to_owned() }
}

fn close(at: Stage) -> Change {
    let closing = Closing {
        by: "Sekretaris Daerah".into(),
        on: Date::parse("2026-09-15"),
        note: "BA 12/2026".into(),
        ..Closing::default()
    };
    Change::record(at.code(), Some(&closing))
}

fn open(of: &Assessment, at: Stage) -> Change {
    of.reopening(at).unwrap()
}

/// Values by stage and indicator, in hundredths.
type Given = BTreeMap<Stage, BTreeMap<u16, u16>>;

fn filled(bench: &Bench, given: &Given) -> Assessment {
    let all = given.iter().flat_map(|(at, values)| values.iter().map(|(n, v)| value(*at, *n, *v)));
    bench.with(&bench.empty, Change::All(all.collect()))
}

/// What counts at each stage, told one stage after the other: a second implementation.
fn told(given: &Given) -> BTreeMap<Stage, BTreeMap<u16, (u16, Stage)>> {
    let mut now = BTreeMap::new();
    let mut all = BTreeMap::new();
    for at in Stage::ALL {
        for (number, value) in given.get(&at).into_iter().flatten() {
            now.insert(*number, (*value, at));
        }
        all.insert(at, now.clone());
    }
    all
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn any_stage() -> impl Strategy<Value = Stage> {
    proptest::sample::select(&Stage::ALL)
}

fn any_hundredths(bench: &Bench) -> BoxedStrategy<u16> {
    if bench.instrument.scale.decimals == 0 {
        (1u16..=5).prop_map(|level| level * 100).boxed()
    } else {
        (100u16..=500).boxed()
    }
}

fn any_given(bench: &'static Bench) -> impl Strategy<Value = Given> {
    let numbers: Vec<_> = bench.instrument.indicators().map(|indicator| indicator.number).collect();
    let few = proptest::collection::btree_map(
        proptest::sample::select(numbers.clone()),
        any_hundredths(bench),
        0..numbers.len(),
    );
    proptest::collection::btree_map(any_stage(), few, 0..=5).prop_map(|mut given: Given| {
        given.retain(|_, values| !values.is_empty());
        given
    })
}

fn any_case() -> impl Strategy<Value = (&'static Bench, Given)> {
    prop_oneof![Just(&*SPBE), Just(&*PEMDI)].prop_flat_map(|bench| (Just(bench), any_given(bench)))
}

// ---------------------------------------------------------------- values and scores

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn the_value_in_force_is_the_latest_one_up_to_the_stage((bench, given) in any_case()) {
        let of = filled(bench, &given);
        for (at, told) in told(&given) {
            for number in bench.instrument.indicators().map(|indicator| indicator.number) {
                let found = of.value_at(at, number).map(|(value, from)| (value.as_hundredths(), from));
                prop_assert_eq!(found, told.get(&number).copied(), "{:?} {}", at, number);
            }
        }
    }

    #[test]
    fn the_index_of_each_stage_is_an_independent_sum((bench, given) in any_case()) {
        let of = filled(bench, &given);
        let least = u128::from(bench.instrument.scale.min.as_hundredths());
        for (at, told) in told(&given) {
            let score = bench.score_at(&of, at);
            let (mut sum, mut weights) = (0u128, 0u128);
            for indicator in bench.instrument.indicators() {
                let value = told.get(&indicator.number).map_or(least, |(value, _)| u128::from(*value));
                sum += value * u128::from(indicator.weight);
                weights += u128::from(indicator.weight);
            }
            let (numerator, denominator) = score.standing.index.fraction();
            prop_assert_eq!(u128::from(numerator) * weights * 100, sum * u128::from(denominator));
            prop_assert_eq!(score.answered, told.len());
            for section in &score.sections {
                let under: Vec<_> = section.all_indicators().collect();
                let parts: u128 = under.iter().map(|one| u128::from(one.product)).sum();
                let (numerator, denominator) = section.value.fraction();
                let weight = u128::from(section.weight) * 100;
                prop_assert_eq!(u128::from(numerator) * weight, parts * u128::from(denominator));
            }
        }
    }

    #[test]
    fn a_stage_without_values_is_worth_what_the_one_before_is((bench, given) in any_case(), at in any_stage()) {
        let mut given = given;
        given.remove(&at);
        let of = filled(bench, &given);
        let before = Stage::ALL.into_iter().rfind(|one| *one < at);
        let expected = before.map_or_else(|| score(&bench.instrument, &bench.empty), |one| bench.score_at(&of, one));
        prop_assert_eq!(bench.score_at(&of, at), expected);
    }

    #[test]
    fn giving_a_value_and_taking_it_back_changes_nothing(
        (bench, given) in any_case(),
        at in any_stage(),
        pick in any::<prop::sample::Index>(),
        level in 1u16..=5,
    ) {
        let of = filled(bench, &given);
        let numbers: Vec<_> = bench.instrument.indicators().map(|one| one.number).collect();
        let number = numbers[pick.index(numbers.len())];
        let before = given.get(&at).and_then(|values| values.get(&number)).copied();
        let there = bench.with(&of, value(at, number, level * 100));
        prop_assert_eq!(there.value_at(at, number), Some((Value::hundredths(level * 100), at)));
        // Earlier stages never hear of it.
        for earlier in Stage::ALL.into_iter().filter(|one| *one < at) {
            prop_assert_eq!(bench.score_at(&there, earlier), bench.score_at(&of, earlier));
        }
        let back = bench.with(&there, value(at, number, before));
        prop_assert!(back.says_the_same(&of));
        for stage in Stage::ALL {
            prop_assert_eq!(bench.score_at(&back, stage), bench.score_at(&of, stage));
        }
    }

    #[test]
    fn the_present_stage_is_one_among_all((bench, given) in any_case(), at in any_stage()) {
        let of = bench.with(&filled(bench, &given), Change::Stage(at));
        prop_assert_eq!(score(&bench.instrument, &of), bench.score_at(&of, at));
        let road = stages(&bench.instrument, &of);
        prop_assert_eq!(road.iter().map(|one| one.stage).collect::<Vec<_>>(), Stage::ALL);
        for one in road {
            let values = given.get(&one.stage).map_or(0, BTreeMap::len);
            prop_assert_eq!(one.given, values);
            prop_assert_eq!(one.begun, values > 0 || one.stage == at);
            prop_assert_eq!(one.score, bench.score_at(&of, one.stage));
        }
    }

    #[test]
    fn what_moved_between_two_stages_is_told_exactly((bench, given) in any_case(), a in any_stage(), b in any_stage()) {
        let (from, to) = (a.min(b), a.max(b));
        let of = filled(bench, &given);
        let told = told(&given);
        let all = moved(&bench.instrument, &of, from, to);
        prop_assert_eq!(all.len(), bench.instrument.indicators().count());
        for one in &all {
            let value = |at| told[&at].get(&one.number).map(|(value, _)| *value);
            let expected = match (value(from), value(to)) {
                (a, b) if a == b => Turn::Same,
                (None, _) => Turn::New,
                (a, b) if a < b => Turn::Rose,
                _ => Turn::Fell,
            };
            prop_assert_eq!(one.turn, expected, "{:?}", one);
        }
        if from == to {
            prop_assert!(all.iter().all(|one| one.turn == Turn::Same));
        }
    }
}

// ---------------------------------------------------------------- closing

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn closing_and_reopening_change_no_value((bench, given) in any_case(), closed in proptest::collection::vec(any_stage(), 1..4), opened in any_stage()) {
        let before = filled(bench, &given);
        let mut of = before.clone();
        for at in &closed {
            bench.edit(&mut of, close(*at)).unwrap();
        }
        let same = |of: &Assessment| {
            of.answers == before.answers
                && Stage::ALL.into_iter().all(|at| bench.score_at(of, at) == bench.score_at(&before, at))
        };
        prop_assert!(same(&of));
        let last = *closed.iter().max().unwrap();
        for at in Stage::ALL {
            prop_assert_eq!(of.is_closed(at), at <= last);
        }
        match of.reopening(opened) {
            None => prop_assert!(opened > last),
            Some(change) => {
                let mut after = of.clone();
                let undo = bench.edit(&mut after, change).unwrap();
                prop_assert!(same(&after));
                let stays = closed.iter().filter(|at| **at < opened).max().copied();
                for at in Stage::ALL {
                    prop_assert_eq!(after.is_closed(at), stays.is_some_and(|stays| at <= stays), "{:?}", at);
                }
                bench.edit(&mut after, undo).unwrap();
                prop_assert!(after.says_the_same(&of), "taken back exactly");
            }
        }
    }

    #[test]
    fn a_closed_stage_refuses_edits_of_it_and_earlier_ones_and_no_others(
        (bench, given) in any_case(),
        closed in any_stage(),
        at in any_stage(),
        level in 1u16..=5,
    ) {
        let of = bench.with(&filled(bench, &given), close(closed));
        let mut changes = vec![value(at, 1, level * 100), value(at, 1, None)];
        let fields = [Field::Facts, Field::Analysis, Field::Note, Field::Justification];
        changes.extend(fields.map(|field| text(at, 1, field, "Lain.")));
        for change in changes {
            let mut edited = of.clone();
            // Alone, and behind an edit that is allowed.
            let both = Change::All(vec![Change::Year(2020), change.clone()]);
            let alone = bench.edit(&mut edited, change.clone());
            if at <= closed {
                prop_assert_eq!(alone, Err(Refused::Closed { stage: closed }));
                prop_assert_eq!(bench.edit(&mut edited, both), Err(Refused::Closed { stage: closed }));
                prop_assert_eq!(&edited, &of, "nothing has changed");
            } else {
                prop_assert!(alone.is_ok());
                let opened = bench.with(&of, open(&of, closed));
                prop_assert!(bench.edit(&mut opened.clone(), change).is_ok());
            }
        }
        prop_assert!(bench.edit(&mut of.clone(), Change::Stage(at)).is_ok(), "to look at it is allowed");
    }

    #[test]
    fn frozen_fields_are_counted_one_by_one((bench, given) in any_case(), closed in any_stage(), number in 1u16..=20, level in 1u16..=5) {
        let mine = bench.with(&filled(bench, &given), close(closed));
        prop_assert_eq!(mine.frozen_fields(&mine), 0);
        let mut all = 0;
        let mut theirs = bench.with(&mine, open(&mine, closed));
        for at in Stage::ALL {
            let change = Change::All(vec![value(at, number, level * 100), text(at, number, Field::Note, "Catatan.")]);
            theirs = bench.with(&theirs, change);
            let had = given.get(&at).and_then(|values| values.get(&number));
            if at <= closed {
                all += 1 + usize::from(had != Some(&(level * 100)));
            }
            prop_assert_eq!(mine.frozen_fields(&theirs), all, "{:?}", at);
        }
        prop_assert_eq!(filled(bench, &given).frozen_fields(&theirs), 0, "where nothing is closed");
    }
}

#[test]
fn a_whole_road_with_its_undo() {
    let bench = &*SPBE;
    let mut history = History::default();
    let mut of = bench.empty.clone();
    let mut make = |of: &mut Assessment, change| history.make(of, &bench.instrument, change, stamp("Ani"));
    let first = bench.instrument.indicators().map(|one| value(Stage::Mandiri, one.number, 300)).collect();
    make(&mut of, Change::All(first)).unwrap();
    make(&mut of, close(Stage::Mandiri)).unwrap();
    make(&mut of, Change::Stage(Stage::Dokumen)).unwrap();
    make(&mut of, value(Stage::Dokumen, 42, 200)).unwrap();
    make(&mut of, text(Stage::Dokumen, 42, Field::Justification, "Belum direviu.")).unwrap();
    // 3.00 less one level of 3 per cent.
    let index = |of: &Assessment| score(&bench.instrument, of).standing.index;
    assert_eq!(index(&of).to_string(), "2.9700");
    assert_eq!(bench.score_at(&of, Stage::Mandiri).standing.index, Exact::from(Value::whole(3)));
    assert_eq!(bench.score_at(&of, Stage::Akhir).standing.index, index(&of));
    let differing: Vec<_> = moved(&bench.instrument, &of, Stage::Mandiri, Stage::Dokumen)
        .into_iter()
        .filter(|one| one.turn != Turn::Same)
        .map(|one| (one.number, one.turn))
        .collect();
    assert_eq!(differing, [(42, Turn::Fell)]);
    let refused = make(&mut of, value(Stage::Mandiri, 1, 400));
    assert_eq!(refused, Err(Refused::Closed { stage: Stage::Mandiri }));
    let reopening = open(&of, Stage::Mandiri);
    make(&mut of, reopening).unwrap();
    assert!(!of.is_closed(Stage::Mandiri));
    history.undo(&mut of, &bench.instrument, stamp("Ani")).unwrap();
    assert_eq!(of.closing(Stage::Mandiri).unwrap().by, "Sekretaris Daerah");
    // Back before the first answer: the stage is opened on the way, so that values can go.
    while history.undo(&mut of, &bench.instrument, stamp("Ani")).unwrap().is_some() {}
    assert!(of.says_the_same(&bench.empty));
    // And all the way forward again.
    while history.redo(&mut of, &bench.instrument, stamp("Ani")).unwrap().is_some() {}
    assert!(!of.is_closed(Stage::Mandiri) && index(&of).to_string() == "2.9700");
}

#[test]
fn the_history_tells_who_closed_and_reopened_a_stage() {
    let bench = &*SPBE;
    let mut of = bench.with(&bench.empty, close(Stage::Dokumen));
    let change = open(&of, Stage::Mandiri);
    apply(&mut of, &bench.instrument, change, stamp("Budi")).unwrap();
    let told = |language| {
        of.log.entries().map(|one| format!("{}: {}", one.by, subject(language, &of, one))).collect::<Vec<_>>()
    };
    assert_eq!(
        told(Language::Indonesian),
        ["Ani: tahap penilaian dokumen ditutup", "Budi: tahap penilaian dokumen dibuka kembali"]
    );
    assert_eq!(
        told(Language::English),
        ["Ani: document assessment stage closed", "Budi: document assessment stage reopened"]
    );
}

#[test]
fn a_file_that_comes_in_is_counted_where_it_writes_into_closed_stages() {
    let bench = &*SPBE;
    let unit =
        takar::assessment::Unit { name: "Hukum".into(), indicators: [1, 2].into(), ..Default::default() };
    let both = Change::All(vec![
        Change::Unit { id: "hukum".into(), unit: Some(Box::new(unit)) },
        value(Stage::Mandiri, 1, 200),
        value(Stage::Mandiri, 3, 200),
    ]);
    let mut mine = bench.with(&bench.empty, both);
    mine.seal();
    let package = work_package(&mine, "hukum", stamp("Ani")).unwrap();
    let mut part = read(write(&package).as_bytes()).unwrap().assessment;
    let only = bench.instrument.only(&part.order.as_ref().unwrap().indicators);
    let answers =
        Change::All(vec![value(Stage::Mandiri, 1, 400), text(Stage::Mandiri, 2, Field::Facts, "Ada.")]);
    apply(&mut part, &only, answers, stamp("Budi")).unwrap();
    let part = sent_back(&part, stamp("Budi"));
    // The coordinator closes meanwhile, and goes on.
    let later = Change::All(vec![
        close(Stage::Mandiri),
        Change::Stage(Stage::Dokumen),
        value(Stage::Dokumen, 3, 100),
    ]);
    let mine = bench.with(&mine, later);
    let comparison = merge(&mine, &part).unwrap();
    let merged = comparison.chosen(&Default::default());
    assert_eq!(mine.frozen_fields(&merged), 2);
    // Knowingly it comes in all the same, as one edit that can be taken back, and the stage stays closed.
    let mut taken = mine.clone();
    let undo = bench.edit(&mut taken, Change::Whole(Box::new(merged))).unwrap();
    assert_eq!(taken.value_at(Stage::Dokumen, 1), Some((Value::whole(4), Stage::Mandiri)));
    assert_eq!(taken.value_at(Stage::Dokumen, 3), Some((Value::whole(1), Stage::Dokumen)));
    assert!(taken.is_closed(Stage::Mandiri));
    bench.edit(&mut taken, undo).unwrap();
    assert!(taken.says_the_same(&mine));
}
