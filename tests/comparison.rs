#![cfg(not(target_arch = "wasm32"))]
//! Assessments beside each other.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use takar::assessment::{Agency, AgencyKind, Assessment, Change, Scenario, Stage, Stamp, Time, apply};
use takar::comparison::{Dated, MOST, Of, View, changes, groups, over_years, score_of, table, views};
use takar::instrument::{Instrument, Number, Value, load, shipped};
use takar::score::{Difference, Exact, Score, score};

static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());
static PEMDI: LazyLock<Instrument> = LazyLock::new(|| load(shipped("pemdi-2026").unwrap()).unwrap());

fn stamp() -> Stamp {
    Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), "")
}

fn of(instrument: &Instrument, values: &BTreeMap<Number, Value>) -> Assessment {
    let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
    let mut made = Assessment::new("satu".into(), instrument, agency, 2025, stamp());
    let answers = values.iter().map(|(number, value)| Change::Value {
        stage: Stage::Mandiri,
        indicator: *number,
        value: Some(*value),
    });
    apply(&mut made, instrument, Change::All(answers.collect()), stamp()).unwrap();
    made
}

fn scored(instrument: &Instrument, values: &BTreeMap<Number, Value>) -> Score {
    score(instrument, &of(instrument, values))
}

/// Levels for some of the indicators, others unanswered.
fn any_values(instrument: &'static Instrument) -> impl Strategy<Value = BTreeMap<Number, Value>> {
    let values = instrument.indicators().map(|_| prop::option::weighted(0.8, 1u8..=5)).collect::<Vec<_>>();
    values.prop_map(|levels| {
        let numbers = instrument.indicators().map(|indicator| indicator.number);
        numbers.zip(levels).filter_map(|(number, level)| Some((number, Value::whole(level?)))).collect()
    })
}

fn both() -> impl Strategy<Value = (&'static Instrument, BTreeMap<Number, Value>, BTreeMap<Number, Value>)> {
    let pair = |of: &'static Instrument| (Just(of), any_values(of), any_values(of));
    prop_oneof![pair(&SPBE), pair(&PEMDI)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_assessment_beside_itself_shows_nothing((instrument, values, _) in both()) {
        let one = scored(instrument, &values);
        for row in table(instrument, &[&one, &one, &one], 1) {
            prop_assert!(!row.differs(), "{:?}", row.of);
            prop_assert!(row.cells[1].difference.is_none());
            prop_assert!(row.cells[0].difference.unwrap().is_none());
        }
        let none = changes(&one, &one);
        prop_assert!(none.rose.is_empty() && none.fell.is_empty() && none.index.is_none());
        prop_assert_eq!(none.gained, none.lost);
    }

    #[test]
    fn another_base_turns_every_difference((instrument, a, b) in both()) {
        let (a, b) = (scored(instrument, &a), scored(instrument, &b));
        let (to_b, to_a) = (table(instrument, &[&a, &b], 0), table(instrument, &[&a, &b], 1));
        prop_assert_eq!(to_b.len(), 1 + sections(instrument) + instrument.indicators().count());
        for (there, back) in to_b.iter().zip(&to_a) {
            prop_assert_eq!(there.cells[1].difference.unwrap(), back.cells[0].difference.unwrap().turned());
            prop_assert_eq!(there.differs(), back.differs());
        }
        let (there, back) = (changes(&a, &b), changes(&b, &a));
        let mirrored = |of: &takar::comparison::Changes| {
            of.fell.iter().map(|one| (one.number, one.to, one.from, one.effect)).collect::<Vec<_>>()
        };
        let plain = there.rose.iter().map(|one| (one.number, one.from, one.to, one.effect)).collect::<Vec<_>>();
        prop_assert_eq!(plain, mirrored(&back));
        prop_assert_eq!(there.index, back.index.turned());
    }

    /// The effects add up to the difference of the index, and each row is what the score says.
    #[test]
    fn what_rose_less_what_fell_is_the_difference_of_the_index((instrument, a, b) in both()) {
        let (a, b) = (scored(instrument, &a), scored(instrument, &b));
        let all = changes(&a, &b);
        prop_assert_eq!(a.standing.index.plus(all.gained), b.standing.index.plus(all.lost));
        prop_assert_eq!(all.index, Difference::between(all.lost, all.gained));
        for side in [&all.rose, &all.fell] {
            let ordered = side.is_sorted_by(|a, b| (b.effect, a.number) <= (a.effect, b.number));
            prop_assert!(ordered, "{:?}", side);
        }
        let moved = all.rose.len() + all.fell.len();
        let differing = a.indicators().zip(b.indicators()).filter(|(a, b)| a.counted != b.counted).count();
        prop_assert_eq!(moved, differing);
        for row in table(instrument, &[&a, &b], 0) {
            let expected = match &row.of {
                Of::Index => b.standing.index,
                Of::Section(id) => b.section(id).unwrap().value,
                Of::Indicator(number) => b.indicator(*number).unwrap().counted.into(),
            };
            prop_assert_eq!(row.cells[1].value, expected);
        }
    }

    /// Against plain whole numbers: hundredths over a common denominator.
    #[test]
    fn sums_and_distances_are_exact(a in 0u16..600, b in 0u16..600, w in 1u32..5000, v in 1u32..5000) {
        let (left, right) = (Exact::share(a.into(), w), Exact::share(b.into(), v));
        let (a, b, w, v) = (i128::from(a), i128::from(b), i128::from(w), i128::from(v));
        let is = |exact: Exact, above: i128| {
            let (n, d) = exact.fraction();
            i128::from(n) * w * v == above * i128::from(d)
        };
        prop_assert!(is(left.plus(right), 100 * (a * v + b * w)));
        prop_assert!(is(left.distance(right), (100 * (a * v - b * w)).abs()));
    }
}

fn sections(instrument: &Instrument) -> usize {
    instrument.sections.iter().map(|section| 1 + section.sections.len()).sum()
}

fn levels(level: impl Fn(Number) -> u8) -> BTreeMap<Number, Value> {
    SPBE.indicators().map(|one| (one.number, Value::whole(level(one.number)))).collect()
}

#[test]
fn one_level_of_one_indicator_is_told_in_every_row_above_it() {
    let before = scored(&SPBE, &levels(|_| 3));
    let after = scored(&SPBE, &levels(|number| if number == 12 { 4 } else { 3 }));
    let rows = table(&SPBE, &[&before, &after], 0);
    let differing: Vec<_> = rows.iter().filter(|row| row.differs()).collect();
    // Indicator 12 weighs 2,5 of 25 of its domain and of 10 of its aspect.
    let told: Vec<_> = differing.iter().map(|row| row.cells[1].difference.unwrap().size.decimal(2)).collect();
    assert_eq!(told, ["0.025", "0.10", "0.25", "1.00"]);
    assert_eq!(differing[3].of, Of::Indicator(12));
    let changes = changes(&before, &after);
    assert_eq!(changes.rose.len(), 1);
    assert_eq!(changes.gained.decimal(2), "0.025");
    assert!(changes.fell.is_empty());
}

#[test]
fn an_unanswered_indicator_counts_as_the_minimum_and_is_told_as_unanswered() {
    let mut values = levels(|_| 1);
    let full = scored(&SPBE, &values);
    values.remove(&7);
    let open = scored(&SPBE, &values);
    let rows = table(&SPBE, &[&full, &open], 0);
    let differing: Vec<_> = rows.iter().filter(|row| row.differs()).map(|row| row.of.clone()).collect();
    assert_eq!(differing, [Of::Indicator(7)]);
    assert!(changes(&full, &open).fell.is_empty(), "level 1 and no answer are worth the same");
}

#[test]
fn a_view_is_a_stage_with_what_it_takes_over_or_a_scenario() {
    let mut made = of(&SPBE, &levels(|_| 2));
    let value =
        |stage, indicator, level| Change::Value { stage, indicator, value: Some(Value::whole(level)) };
    apply(&mut made, &SPBE, value(Stage::Interviu, 47, 4), stamp()).unwrap();
    let scenario = Scenario {
        name: "Target".into(),
        values: BTreeMap::from([(1, Value::whole(5)), (47, Value::whole(5))]),
        ..Scenario::default()
    };
    apply(&mut made, &SPBE, Change::record("t1", Some(&scenario)), stamp()).unwrap();
    assert_eq!(
        views(&made),
        [View::Stage(Stage::Mandiri), View::Stage(Stage::Interviu), View::Scenario("t1".into())]
    );
    let index = |view: &View| score_of(&SPBE, &made, view).unwrap().standing.index.decimal(2);
    // 2,00; two levels of 3 %; three levels of 1,3 % and of 3 % over the present stage, Mandiri.
    assert_eq!(index(&View::Stage(Stage::Mandiri)), "2.00");
    assert_eq!(index(&View::Stage(Stage::Dokumen)), "2.00");
    assert_eq!(index(&View::Stage(Stage::Akhir)), "2.06");
    assert_eq!(index(&View::Scenario("t1".into())), "2.129");
    assert_eq!(score_of(&SPBE, &made, &View::Scenario("t2".into())), None);
    // The same as the score of the assessment itself.
    assert_eq!(score_of(&SPBE, &made, &View::Stage(made.stage)).unwrap(), score(&SPBE, &made));
}

#[test]
fn different_instruments_stand_in_groups_of_their_own() {
    let of = ["spbe-2020", "pemdi-2026", "spbe-2020", "spbe-2018", "pemdi-2026"];
    assert_eq!(groups(of), [("spbe-2020", vec![0, 2]), ("pemdi-2026", vec![1, 4]), ("spbe-2018", vec![3])]);
}

#[test]
fn years_of_one_agency_are_found_among_other_columns() {
    let (bantul, other) = (
        Agency::new("Kabupaten Bantul", AgencyKind::Kabupaten),
        Agency::new("Kabupaten Sleman", AgencyKind::Kabupaten),
    );
    let spelt = Agency::new(" kabupaten bantul ", AgencyKind::Kabupaten);
    let dated = |agency, year, stage| Dated { agency, year, stage };
    let columns = [
        dated(&bantul, 2025, Some(Stage::Mandiri)),
        dated(&other, 2024, Some(Stage::Akhir)),
        dated(&bantul, 2023, Some(Stage::Akhir)),
        dated(&bantul, 2026, None),
        dated(&spelt, 2024, Some(Stage::Mandiri)),
        dated(&bantul, 2024, Some(Stage::Akhir)),
    ];
    assert_eq!(over_years(&columns, &bantul), [2, 5, 0]);
    assert!(over_years(&columns, &other).is_empty(), "one year is no line");
}

#[test]
fn twenty_columns_stand_in_one_table() {
    let scores: Vec<_> =
        (0..MOST).map(|seed| scored(&SPBE, &levels(|n| ((n as usize * 7 + seed) % 5 + 1) as u8))).collect();
    let all: Vec<_> = scores.iter().collect();
    let rows = table(&SPBE, &all, 0);
    assert_eq!((rows.len(), rows[0].cells.len()), (60, 20));
}
