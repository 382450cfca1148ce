#![cfg(not(target_arch = "wasm32"))]
//! A second implementation of the score, and what holds for every score.
//!
//! The oracle below shares nothing with `src/score`: it reads the instrument's JSON by itself, goes
//! from the bottom up (aspect, domain, index, as the regulation words it) in fractions of `i128`,
//! rounds by the decimal digits as one does on paper, and looks the predicate up by both ends of a band.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value as Json;
use takar::assessment::{Agency, AgencyKind, Assessment, Change, Stage, Stamp, Time, apply};
use takar::instrument::{Instrument, Value, load};
use takar::score::{Exact, Score, SectionScore, score};

// ---------------------------------------------------------------- the oracle

/// A fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    const ZERO: Self = Self { over: 0, under: 1 };

    fn new(over: i128, under: i128) -> Self {
        let (mut a, mut b) = (over.abs(), under);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self { over: over / a.max(1), under: under / a.max(1) }
    }

    fn of(exact: Exact) -> Self {
        let (over, under) = exact.fraction();
        Self::new(over.into(), under.into())
    }

    fn hundredths(value: Value) -> Self {
        Self::new(value.as_hundredths().into(), 100)
    }

    /// Reads `"3.75"`.
    fn read(text: &Json) -> Self {
        let (whole, tail) = text.as_str().unwrap().split_once('.').unwrap();
        Self::new(format!("{whole}{tail}").parse().unwrap(), 10i128.pow(tail.len() as u32))
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.over * other.under + other.over * self.under, self.under * other.under)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Self { over: -other.over, under: other.under })
    }

    fn times(self, weight: i128) -> Self {
        Self::new(self.over * weight, self.under)
    }

    fn by(self, weight: i128) -> Self {
        Self::new(self.over, self.under * weight)
    }

    fn below(self, other: Self) -> bool {
        self.over * other.under < other.over * self.under
    }

    /// The digits of the decimal form, cut off after `places`, and whether they are all.
    fn digits(self, places: usize) -> (String, bool) {
        let mut rest = self.over % self.under;
        let mut text = format!("{}.", self.over / self.under);
        for _ in 0..places {
            rest *= 10;
            text.push_str(&(rest / self.under).to_string());
            rest %= self.under;
        }
        (text, rest == 0)
    }

    /// Rounded as on paper: one digit more, and if that is 5 or above, carry.
    fn shown(self, places: usize) -> String {
        let (mut text, _) = self.digits(places + 1);
        let carry = text.pop().unwrap() >= '5';
        let mut digits: Vec<char> = text.chars().collect();
        let mut carrying = carry;
        for digit in digits.iter_mut().rev().filter(|c| **c != '.') {
            if carrying {
                carrying = *digit == '9';
                *digit = if carrying { '0' } else { char::from(*digit as u8 + 1) };
            }
        }
        assert!(!carrying, "no scale goes up to 9.99");
        digits.into_iter().collect()
    }
}

/// What the oracle says of a section.
#[derive(Debug, PartialEq)]
struct SectionVerdict {
    value: Ratio,
    contribution: Ratio,
    answered: usize,
    total: usize,
}

struct Oracle {
    file: Json,
}

impl Oracle {
    fn list<'a>(&self, of: &'a Json, key: &str) -> &'a [Json] {
        of[key].as_array().map_or(&[], Vec::as_slice)
    }

    fn total_weight(&self) -> i128 {
        weight(&self.file, "total_weight")
    }

    /// Aspect = Σ(value × weight) ÷ weight of the aspect; domain = Σ(aspect × weight) ÷ weight of the domain.
    fn section(&self, section: &Json, value: &dyn Fn(&Json) -> Ratio) -> Ratio {
        let below = self.list(section, "sections").iter();
        let below = below.map(|child| self.section(child, value).times(weight(child, "weight")));
        let own = self.list(section, "indicators").iter();
        let own = own.map(|indicator| value(indicator).times(weight(indicator, "weight")));
        below.chain(own).fold(Ratio::ZERO, Ratio::plus).by(weight(section, "weight"))
    }

    fn index(&self, value: &dyn Fn(&Json) -> Ratio) -> Ratio {
        let sections = self.list(&self.file, "sections").iter();
        let products = sections.map(|section| self.section(section, value).times(weight(section, "weight")));
        products.fold(Ratio::ZERO, Ratio::plus).by(self.total_weight())
    }

    fn predicate(&self, value: Ratio) -> String {
        let bands = self.list(&self.file, "predicates");
        let inside = |(i, band): &(usize, &Json)| {
            let (from, to) = (Ratio::read(&band["from"]), Ratio::read(&band["to"]));
            let last = *i + 1 == bands.len();
            !value.below(from) && (value.below(to) || (last && value == to))
        };
        let found: Vec<_> = bands.iter().enumerate().filter(inside).collect();
        assert_eq!(found.len(), 1, "every value lies in one band");
        found[0].1["title"].as_str().unwrap().to_owned()
    }

    fn sections(&self) -> Vec<&Json> {
        fn walk<'a>(sections: &'a [Json], into: &mut Vec<&'a Json>) {
            for section in sections {
                into.push(section);
                walk(section["sections"].as_array().map_or(&[], Vec::as_slice), into);
            }
        }
        let mut all = Vec::new();
        walk(self.list(&self.file, "sections"), &mut all);
        all
    }

    fn indicators<'a>(&'a self, section: &'a Json) -> Vec<&'a Json> {
        let below = self.list(section, "sections").iter().flat_map(|child| self.indicators(child));
        self.list(section, "indicators").iter().chain(below).collect()
    }

    /// The value of the next level: the first whose lower bound lies above the value.
    fn next_level(&self, indicator: &Json, value: Ratio) -> Option<Ratio> {
        let mut models = self.list(&self.file, "models").iter();
        let model = models.find(|model| model["id"] == indicator["model"]).unwrap();
        let mut levels = self.list(model, "levels").iter();
        levels
            .find(|level| value.below(Ratio::read(&level["from"])))
            .map(|level| Ratio::read(&level["value"]))
    }
}

fn weight(of: &Json, key: &str) -> i128 {
    of[key].as_i64().unwrap().into()
}

fn number(indicator: &Json) -> u16 {
    indicator["number"].as_u64().unwrap().try_into().unwrap()
}

// ---------------------------------------------------------------- the bench

/// Values by the indicator's number; what is missing is unanswered.
type Values = BTreeMap<u16, Value>;

struct Bench {
    instrument: Instrument,
    oracle: Oracle,
    /// Cloned for each case: making one digests the whole instrument.
    empty: Assessment,
    stamp: Stamp,
}

/// A failing case names the instrument and does not print it.
impl fmt::Debug for Bench {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.instrument.id)
    }
}

impl Bench {
    fn of(id: &str) -> Self {
        let path = format!("{}/public/instruments/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).unwrap();
        let instrument = load(&text).unwrap();
        let stamp = Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), "");
        let agency = Agency::new("contoh", AgencyKind::Provinsi);
        let empty = Assessment::new("oracle".into(), &instrument, agency, 2026, stamp.clone());
        Self { instrument, oracle: Oracle { file: serde_json::from_str(&text).unwrap() }, empty, stamp }
    }

    fn score(&self, values: &Values) -> Score {
        let mut assessment = self.empty.clone();
        let answers = values.iter().map(|(indicator, value)| Change::Value {
            stage: Stage::Mandiri,
            indicator: *indicator,
            value: Some(*value),
        });
        apply(&mut assessment, &self.instrument, Change::All(answers.collect()), self.stamp.clone()).unwrap();
        score(&self.instrument, &assessment)
    }

    fn numbers(&self) -> Vec<u16> {
        self.instrument.indicators().map(|i| i.number).collect()
    }

    fn all(&self, value: Value) -> Values {
        self.numbers().into_iter().map(|number| (number, value)).collect()
    }
}

static SPBE: LazyLock<Bench> = LazyLock::new(|| Bench::of("spbe-2020"));
static PEMDI: LazyLock<Bench> = LazyLock::new(|| Bench::of("pemdi-2026"));

/// One value of the scale: whole levels for SPBE, hundredths for Pemdi, where the bounds of levels and
/// predicates are drawn more often than chance would.
fn any_value(bench: &Bench) -> BoxedStrategy<Value> {
    if bench.instrument.scale.decimals == 0 {
        return (1u8..=5).prop_map(Value::whole).boxed();
    }
    const BOUNDS: [u16; 13] = [100, 149, 150, 200, 249, 250, 300, 349, 350, 375, 399, 400, 500];
    prop_oneof![100u16..=500, proptest::sample::select(&BOUNDS)].prop_map(Value::hundredths).boxed()
}

/// An assessment at any point of its life: nothing answered, some, almost all, all.
fn any_values(bench: &'static Bench) -> impl Strategy<Value = Values> {
    let numbers = bench.numbers();
    let one = any_value(bench);
    let all = proptest::collection::vec(one, numbers.len());
    // How many in ten are answered.
    let answered = proptest::sample::select(&[0, 3, 9, 10, 10]);
    let kept =
        answered.prop_flat_map(|tenths| proptest::collection::vec((0..10).prop_map(move |n| n < tenths), 47));
    (all, kept).prop_map(move |(values, kept)| {
        let answers = numbers.iter().copied().zip(values).zip(kept);
        answers.filter_map(|((number, value), kept)| kept.then_some((number, value))).collect()
    })
}

fn either() -> impl Strategy<Value = &'static Bench> {
    prop_oneof![Just(&*SPBE), Just(&*PEMDI)]
}

fn any_case() -> impl Strategy<Value = (&'static Bench, Values)> {
    either().prop_flat_map(|bench| (Just(bench), any_values(bench)))
}

fn config(cases: u32) -> ProptestConfig {
    // A failure prints its shrunk case, which then becomes a test of its own here; no side file.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn all_sections(score: &Score) -> Vec<&SectionScore> {
    fn walk<'a>(sections: &'a [SectionScore], into: &mut Vec<&'a SectionScore>) {
        for section in sections {
            into.push(section);
            walk(&section.sections, into);
        }
    }
    let mut all = Vec::new();
    walk(&score.sections, &mut all);
    all
}

fn total<'a>(of: impl Iterator<Item = &'a Exact>) -> Ratio {
    of.copied().map(Ratio::of).fold(Ratio::ZERO, Ratio::plus)
}

// ---------------------------------------------------------------- both agree

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn a_second_implementation_computes_the_same_score((bench, values) in any_case()) {
        let (score, oracle) = (bench.score(&values), &bench.oracle);
        let (min, max) = (Ratio::read(&oracle.file["scale"]["min"]), Ratio::read(&oracle.file["scale"]["max"]));
        let answer = |indicator: &Json| values.get(&number(indicator)).copied().map(Ratio::hundredths);
        let counted = |indicator: &Json| answer(indicator).unwrap_or(min);

        let index = oracle.index(&counted);
        prop_assert_eq!(Ratio::of(score.standing.index), index);
        prop_assert_eq!(Ratio::of(score.lowest), index);
        prop_assert_eq!(Ratio::of(score.highest), oracle.index(&|i| answer(i).unwrap_or(max)));
        prop_assert_eq!(score.answered, values.len());
        prop_assert_eq!(score.total, bench.numbers().len());

        let predicate = oracle.predicate(index);
        let if_rounded = oracle.predicate(Ratio::read(&Json::String(index.shown(2))));
        prop_assert_eq!(&score.standing.predicate, &predicate);
        prop_assert_eq!(&score.standing.predicate_if_rounded, &(if_rounded != predicate).then_some(if_rounded));

        let sections: Vec<_> = all_sections(&score);
        prop_assert_eq!(sections.len(), oracle.sections().len());
        for (section, json) in sections.iter().zip(oracle.sections()) {
            prop_assert_eq!(&section.id, json["id"].as_str().unwrap());
            let value = oracle.section(json, &counted);
            let below = oracle.indicators(json);
            let verdict = SectionVerdict {
                value,
                contribution: value.times(weight(json, "weight")).by(oracle.total_weight()),
                answered: below.iter().filter(|i| answer(i).is_some()).count(),
                total: below.len(),
            };
            let found = SectionVerdict {
                value: Ratio::of(section.value),
                contribution: Ratio::of(section.contribution),
                answered: section.answered,
                total: section.total,
            };
            prop_assert_eq!(found, verdict, "{}", section.id);
            prop_assert_eq!(i128::from(section.weight), weight(json, "weight"));
            prop_assert_eq!(score.section(&section.id), Some(*section));
            prop_assert_eq!(section.all_indicators().count(), section.total);
        }

        let indicators = oracle.list(&oracle.file, "sections").iter().flat_map(|s| oracle.indicators(s));
        for json in indicators {
            let number = number(json);
            let found = score.indicator(number).unwrap();
            let weight = weight(json, "weight");
            prop_assert_eq!(found.value, values.get(&number).copied());
            prop_assert_eq!(Ratio::hundredths(found.counted), counted(json));
            prop_assert_eq!(i128::from(found.weight), weight);
            prop_assert_eq!(Ratio::new(found.product.into(), 100), counted(json).times(weight));
            let contribution = counted(json).times(weight).by(oracle.total_weight());
            prop_assert_eq!(Ratio::of(found.contribution), contribution, "indicator {}", number);
            let next = oracle.next_level(json, counted(json));
            let gain = next.map(|next| next.minus(counted(json)).times(weight).by(oracle.total_weight()));
            prop_assert_eq!(found.gain.map(Ratio::of), gain, "indicator {}", number);
        }
    }

    #[test]
    fn what_is_shown_is_rounded_as_on_paper((bench, values) in any_case()) {
        let score = bench.score(&values);
        let sections = all_sections(&score).into_iter().map(|s| s.value);
        for exact in sections.chain([score.standing.index, score.highest]) {
            let ratio = Ratio::of(exact);
            prop_assert_eq!(exact.rounded().to_string(), ratio.shown(2));
            for places in [2, 4] {
                // As many decimals as it has, up to eight; rounded where it never ends.
                let ends = (usize::from(places)..=8).find(|p| ratio.digits(*p).1);
                let text = ends.map_or_else(|| ratio.shown(places.into()), |p| ratio.digits(p).0);
                prop_assert_eq!(exact.decimal(places), text);
            }
            prop_assert_eq!(exact.to_string(), exact.decimal(4));
        }
    }

    #[test]
    fn the_gap_to_a_target_is_what_is_missing_and_no_more((bench, values) in any_case(), target in 100u16..=500) {
        let index = bench.score(&values).standing.index;
        let target = Value::hundredths(target);
        let missing = Ratio::hundredths(target).minus(Ratio::of(index));
        let gap = index.short_of(target).map(Ratio::of);
        prop_assert_eq!(gap, (missing.over > 0).then_some(missing));
    }

    // ------------------------------------------------------------ what always holds

    #[test]
    fn the_parts_add_up_to_the_index_without_a_rest((bench, values) in any_case()) {
        let score = bench.score(&values);
        prop_assert_eq!(total(score.sections.iter().map(|s| &s.contribution)), Ratio::of(score.standing.index));
        prop_assert_eq!(total(score.indicators().map(|i| &i.contribution)), Ratio::of(score.standing.index));
        for section in all_sections(&score) {
            let below = section.sections.iter().map(|s| &s.contribution);
            let own = section.indicators.iter().map(|i| &i.contribution);
            prop_assert_eq!(total(below.chain(own)), Ratio::of(section.contribution), "{}", section.id);
        }
    }

    #[test]
    fn the_index_stays_within_the_range_that_was_shown(
        ((bench, values), answers) in any_case().prop_flat_map(|(bench, values)| {
            let answers = proptest::collection::vec(any_value(bench), bench.numbers().len());
            (Just((bench, values)), answers)
        })
    ) {
        let mut score = bench.score(&values);
        let mut answered = values.clone();
        prop_assert!(score.lowest <= score.standing.index && score.standing.index <= score.highest);
        for (number, value) in bench.numbers().into_iter().zip(answers) {
            if answered.contains_key(&number) {
                continue;
            }
            answered.insert(number, value);
            let next = bench.score(&answered);
            // Each answer narrows the range and never leaves it.
            prop_assert!(score.lowest <= next.lowest && next.highest <= score.highest, "indicator {}", number);
            prop_assert!(next.lowest <= next.standing.index && next.standing.index <= next.highest);
            score = next;
        }
        // Nothing is open: the range is one point.
        prop_assert_eq!(score.answered, score.total);
        prop_assert_eq!((score.lowest, score.highest), (score.standing.index, score.standing.index));
    }

    #[test]
    fn both_ends_of_the_range_can_be_reached((bench, values) in any_case()) {
        let score = bench.score(&values);
        for (end, value) in [(score.lowest, bench.instrument.scale.min), (score.highest, bench.instrument.scale.max)] {
            let mut all = bench.all(value);
            all.extend(values.clone());
            prop_assert_eq!(bench.score(&all).standing.index, end);
        }
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn a_level_more_raises_the_index_by_its_weight_and_lowers_nothing(values in any_values(&SPBE)) {
        let bench = &*SPBE;
        let before = bench.score(&values);
        let total = i128::from(bench.instrument.total_weight);
        for indicator in bench.instrument.indicators() {
            let old = before.indicator(indicator.number).unwrap();
            let Some(gain) = old.gain else {
                prop_assert_eq!(old.value, Some(bench.instrument.scale.max), "only the top has no next level");
                continue;
            };
            let mut raised = values.clone();
            raised.insert(indicator.number, Value::hundredths(old.counted.as_hundredths() + 100));
            let after = bench.score(&raised);
            let rise = Ratio::of(after.standing.index).minus(Ratio::of(before.standing.index));
            prop_assert_eq!(rise, Ratio::new(indicator.weight.into(), total), "indicator {}", indicator.number);
            prop_assert_eq!(rise, Ratio::of(gain), "the gain that was promised");
            let above: Vec<_> = bench.instrument.path_to(indicator.number).iter().map(|s| s.id.as_str()).collect();
            for (then, now) in all_sections(&before).into_iter().zip(all_sections(&after)) {
                let rise = Ratio::of(now.value).minus(Ratio::of(then.value));
                let holds = above.contains(&then.id.as_str());
                let expected = Ratio::new(indicator.weight.into(), then.weight.into());
                prop_assert_eq!(rise, if holds { expected } else { Ratio::ZERO }, "{}", &then.id);
            }
        }
    }

    #[test]
    fn a_higher_value_never_lowers_anything(
        values in any_values(&PEMDI),
        raises in proptest::collection::vec(1u16..=400, 20),
    ) {
        let bench = &*PEMDI;
        let before = bench.score(&values);
        let (max, total) = (bench.instrument.scale.max, i128::from(bench.instrument.total_weight));
        for (indicator, raise) in bench.instrument.indicators().zip(raises) {
            let counted = before.indicator(indicator.number).unwrap().counted;
            let value = Value::hundredths((counted.as_hundredths() + raise).min(max.as_hundredths()));
            let mut raised = values.clone();
            raised.insert(indicator.number, value);
            let after = bench.score(&raised);
            let rise = Ratio::of(after.standing.index).minus(Ratio::of(before.standing.index));
            let by = Ratio::hundredths(value).minus(Ratio::hundredths(counted));
            prop_assert_eq!(rise, by.times(indicator.weight.into()).by(total), "indicator {}", indicator.number);
            for (then, now) in all_sections(&before).into_iter().zip(all_sections(&after)) {
                prop_assert!(then.value <= now.value, "{}", &then.id);
            }
        }
    }
}

// ---------------------------------------------------------------- ends and borders

/// Index as shown, predicate, and the predicate by the rounded index where it differs.
fn standing(score: &Score) -> (String, &str, Option<&str>) {
    let standing = &score.standing;
    (standing.index.to_string(), &standing.predicate, standing.predicate_if_rounded.as_deref())
}

#[test]
fn all_ones_is_kurang_and_all_fives_is_memuaskan() {
    for bench in [&*SPBE, &*PEMDI] {
        for (level, predicate) in [(1, "Kurang"), (5, "Memuaskan")] {
            let score = bench.score(&bench.all(Value::whole(level)));
            assert_eq!(standing(&score), (format!("{level}.0000"), predicate, None));
            assert_eq!(score.standing.index.rounded(), Value::whole(level));
            assert_eq!(score.answered, score.total);
        }
    }
}

#[test]
fn nothing_answered_is_not_all_ones() {
    for bench in [&*SPBE, &*PEMDI] {
        let (nothing, ones) = (bench.score(&Values::new()), bench.score(&bench.all(Value::whole(1))));
        assert_eq!(nothing.standing, ones.standing, "the number is the same");
        assert_eq!((nothing.answered, ones.answered), (0, ones.total), "the work done is not");
        assert!(nothing.indicators().all(|i| i.value.is_none()));
        assert_eq!(nothing.highest, Exact::from(Value::whole(5)), "everything is still possible");
        assert_eq!(ones.highest, Exact::from(Value::whole(1)), "nothing is");
    }
}

/// Levels for every sum of level × weight that 47 levels can have.
struct Sums {
    numbers: Vec<u16>,
    weights: Vec<usize>,
    /// `by[i][sum]`: a level of indicator i − 1 with which the first i indicators reach this sum; 0 if none.
    by: Vec<Vec<u8>>,
}

impl Sums {
    fn of(instrument: &Instrument) -> Self {
        let weights: Vec<_> = instrument.indicators().map(|i| i.weight as usize).collect();
        let most = 5 * weights.iter().sum::<usize>();
        let mut by = vec![vec![0u8; most + 1]];
        by[0][0] = 1;
        for weight in &weights {
            let before = by.last().unwrap();
            let mut now = vec![0u8; most + 1];
            for sum in (0..=most).filter(|sum| before[*sum] > 0) {
                for level in (1..=5u8).filter(|level| sum + weight * usize::from(*level) <= most) {
                    now[sum + weight * usize::from(level)] = level;
                }
            }
            by.push(now);
        }
        Self { numbers: instrument.indicators().map(|i| i.number).collect(), weights, by }
    }

    /// The highest sum that can be reached and does not exceed `limit`, with its levels.
    fn up_to(&self, limit: usize) -> (usize, Values) {
        let last = self.by.last().unwrap();
        let reached = (0..=limit).rev().find(|sum| last[*sum] > 0).unwrap();
        let mut rest = reached;
        let mut values = Values::new();
        for i in (0..self.numbers.len()).rev() {
            let level = self.by[i + 1][rest];
            values.insert(self.numbers[i], Value::whole(level));
            rest -= self.weights[i] * usize::from(level);
        }
        assert_eq!(rest, 0);
        (reached, values)
    }
}

#[test]
fn each_border_belongs_to_the_better_predicate_and_nothing_below_it_does() {
    let bench = &*SPBE;
    let sums = Sums::of(&bench.instrument);
    let borders = [(180, "Kurang", "Cukup"), (260, "Cukup", "Baik"), (350, "Baik", "Sangat Baik")];
    for (border, lower, upper) in borders.into_iter().chain([(420, "Sangat Baik", "Memuaskan")]) {
        // The index is the sum over 10,000, so a hundredth of it is 100.
        let on = border * 100;
        let index = |sum: usize| format!("{}.{:04}", sum / 10_000, sum % 10_000);
        let reach = |limit: usize| {
            let (sum, values) = sums.up_to(limit);
            (sum, bench.score(&values))
        };

        let (sum, score) = reach(on);
        assert_eq!(sum, on, "the border itself can be reached");
        assert_eq!(standing(&score), (index(on), upper, None));

        // Just below: the lower predicate, although two decimals show the border.
        let (sum, score) = reach(on - 1);
        assert!(on - sum <= 25, "{sum} is not near {on}");
        assert_eq!(standing(&score), (index(sum), lower, Some(upper)));
        assert_eq!(score.standing.index.rounded(), Value::hundredths(border as u16));

        // Half a hundredth below still shows the border; the next lower sum does not.
        let (sum, score) = reach(on - 50);
        assert_eq!(sum, on - 50);
        assert_eq!(standing(&score), (index(sum), lower, Some(upper)));
        let (sum, score) = reach(on - 51);
        assert!(on - 50 - sum <= 25, "{sum} is not near {on}");
        assert_eq!(standing(&score), (index(sum), lower, None));
        assert_eq!(score.standing.index.rounded(), Value::hundredths(border as u16 - 1));
    }
}

#[test]
fn pemdi_has_its_own_borders_and_holds_them_as_exactly() {
    let bench = &*PEMDI;
    let of_weight = |weight| bench.instrument.indicators().find(|i| i.weight == weight).unwrap().number;
    let (three, four, five) = (of_weight(3), of_weight(4), of_weight(5));
    let borders = [(150, "Kurang", "Cukup"), (250, "Cukup", "Baik"), (350, "Baik", "Sangat Baik")];
    for (border, lower, upper) in borders.into_iter().chain([(400, "Sangat Baik", "Memuaskan")]) {
        let all = bench.all(Value::hundredths(border));
        let with = |changes: &[(u16, i16)]| {
            let mut values = all.clone();
            for (number, by) in changes {
                values.insert(*number, Value::hundredths(border.checked_add_signed(*by).unwrap()));
            }
            bench.score(&values)
        };
        let at =
            |ten_thousandths: u32| format!("{}.{:04}", ten_thousandths / 10_000, ten_thousandths % 10_000);
        let on = u32::from(border) * 100;

        assert_eq!(standing(&with(&[])), (at(on), upper, None));
        // −4 and +3 hundredths over a total of 100: the smallest step there is.
        assert_eq!(standing(&with(&[(four, -1), (three, 1)])), (at(on - 1), lower, Some(upper)));
        assert_eq!(standing(&with(&[(five, -10)])), (at(on - 50), lower, Some(upper)));
        assert_eq!(standing(&with(&[(five, -10), (four, -1), (three, 1)])), (at(on - 51), lower, None));
    }
}

#[test]
fn the_largest_weights_that_load_are_computed_and_shown() {
    /// Multiplies every weight in the file.
    fn multiply(json: &mut Json, by: u64) {
        match json {
            Json::Object(fields) => {
                for (key, value) in fields {
                    match value.as_u64() {
                        Some(weight) if key == "weight" || key == "total_weight" => {
                            *value = (weight * by).into()
                        }
                        _ => multiply(value, by),
                    }
                }
            }
            Json::Array(items) => items.iter_mut().for_each(|item| multiply(item, by)),
            _ => {}
        }
    }
    let mut json = PEMDI.oracle.file.clone();
    let by = u64::from(u32::MAX) / 100;
    multiply(&mut json, by);
    // One unit from one indicator to its neighbour, or the fraction would shrink to the old one.
    let indicators = json.pointer_mut("/sections/0/indicators").unwrap();
    indicators[0]["weight"] = (5 * by + 1).into();
    indicators[1]["weight"] = (5 * by - 1).into();
    let bench = Bench { instrument: load(&json.to_string()).unwrap(), ..Bench::of("pemdi-2026") };
    let score = bench.score(&Values::from([(1, Value::hundredths(499)), (2, Value::hundredths(101))]));
    let index = score.standing.index;
    assert_eq!((index.rounded().to_string(), index.decimal(2)), ("1.20".into(), "1.20".into()));
}
