#![cfg(not(target_arch = "wasm32"))]
//! The shortest way against all ways there are; the action plan; what would be if.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use takar::assessment::{
    Agency, AgencyKind, Aim, Answer, Assessment, Change, Progress, Stage, Stamp, Step, Time, Unit, apply,
};
use takar::instrument::{Instrument, Number, Value, load, shipped};
use takar::plan::{
    Climb, Equals, Options, Outcome, Rise, Solution, Way, action_plan, count, differing, present, shortest,
    solve, suppose,
};
use takar::score::{Exact, score};

// ---------------------------------------------------------------- all ways there are

/// Every choice of steps, with its effort and gain, from the first climb's least on.
fn all_ways(climbs: &[Climb]) -> Vec<Solution> {
    let mut ways = vec![Solution { taken: Vec::new(), effort: 0, gain: 0 }];
    for climb in climbs {
        let longer = ways.iter().flat_map(|way| {
            (climb.at_least.min(climb.steps.len())..=climb.steps.len()).map(|taken| {
                let steps = &climb.steps[..taken];
                let mut way = way.clone();
                way.taken.push(taken);
                way.effort += steps.iter().map(|step| u64::from(step.effort)).sum::<u64>();
                way.gain += steps.iter().map(|step| step.gain).sum::<u64>();
                way
            })
        });
        ways = longer.collect();
    }
    ways
}

/// The rules of ties, as they are told to people.
fn best(climbs: &[Climb], need: u64) -> (Option<Solution>, Option<Equals>) {
    let ways: Vec<_> = all_ways(climbs).into_iter().filter(|way| way.gain >= need).collect();
    let touched = |way: &Solution| way.taken.iter().filter(|taken| **taken > 0).count();
    let best = ways
        .iter()
        .min_by_key(|way| (way.effort, Reverse(way.gain), touched(way), Reverse(way.taken.clone())))
        .cloned();
    let equals = best.as_ref().map(|best| {
        let same = || ways.iter().filter(|way| way.effort == best.effort);
        let same_gain = same().filter(|way| way.gain == best.gain).count();
        Equals { effort: same().count() as u64, gain: same_gain as u64 }
    });
    (best, equals)
}

fn climbs(most: u32, gains: impl Strategy<Value = u64> + Clone) -> impl Strategy<Value = Vec<Climb>> {
    let rise = (1..=most, gains).prop_map(|(effort, gain)| Rise { effort, gain });
    let climb = (vec(rise, 0..=4), 0usize..=9).prop_map(|(steps, more)| {
        // One in three must take something.
        let at_least = if more > 6 { (more - 6).min(steps.len()) } else { 0 };
        Climb { steps, at_least }
    });
    vec(climb, 1..=6)
}

fn agrees(climbs: &[Climb], need: u64) -> Result<(), TestCaseError> {
    let (best, equals) = best(climbs, need);
    let found = solve(climbs, need);
    prop_assert_eq!(&found, &best);
    if let Some(found) = found {
        prop_assert_eq!(count(climbs, need, &found), equals);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Efforts of all sizes, gains that are not alike, some of them nothing.
    #[test]
    fn the_way_found_is_the_best_of_all(
        climbs in climbs(999, prop_oneof![1 => Just(0u64), 9 => 1u64..5_000]), share in 0u64..=110,
    ) {
        let all: u64 = climbs.iter().flat_map(|climb| &climb.steps).map(|step| step.gain).sum();
        agrees(&climbs, all * share / 100)?;
    }

    /// Few different efforts and gains, so that almost everything is a tie.
    #[test]
    fn ties_are_decided_by_the_rules(climbs in climbs(2, 0u64..3), need in 0u64..24) {
        agrees(&climbs, need)?;
    }

    /// Effort and gain in one ratio: nothing can be told apart by it.
    #[test]
    fn one_ratio_for_all(mut climbs in climbs(12, Just(0u64)), need in 0u64..150) {
        for step in climbs.iter_mut().flat_map(|climb| &mut climb.steps) {
            step.gain = u64::from(step.effort);
        }
        agrees(&climbs, need)?;
    }
}

// ---------------------------------------------------------------- instruments

fn spbe() -> Instrument {
    load(shipped("spbe-2020").unwrap()).unwrap()
}

fn pemdi() -> Instrument {
    load(shipped("pemdi-2026").unwrap()).unwrap()
}

fn stamp() -> Stamp {
    Stamp::new(Time::parse("2026-11-23T03:42:00Z").unwrap(), "Asesor")
}

fn assessment(instrument: &Instrument, values: &BTreeMap<Number, Value>) -> Assessment {
    let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
    let mut of = Assessment::new("x".into(), instrument, agency, 2026, stamp());
    let answer = |value| Answer { value: Some(value), ..Answer::default() };
    of.answers
        .insert(Stage::Mandiri, values.iter().map(|(number, value)| (*number, answer(*value))).collect());
    of
}

fn change(of: &mut Assessment, instrument: &Instrument, change: Change) {
    apply(of, instrument, change, stamp()).unwrap();
}

fn way(outcome: Outcome) -> Way {
    match outcome {
        Outcome::Way(way) => *way,
        other => panic!("no way, but {other:?}"),
    }
}

fn goal(text: &str) -> Exact {
    Exact::from(text.parse::<Value>().unwrap())
}

/// Values of a scale with as many decimals as it knows, by chance; some unanswered.
fn any_values(instrument: &Instrument) -> impl Strategy<Value = BTreeMap<Number, Value>> + use<> {
    let numbers: Vec<_> = instrument.indicators().map(|indicator| indicator.number).collect();
    let decimals = instrument.scale.decimals;
    let value = (100u16..=500).prop_map(move |value| if decimals == 0 { value / 100 * 100 } else { value });
    vec(proptest::option::weighted(0.9, value), numbers.len()).prop_map(move |values| {
        let answered =
            numbers.iter().zip(values).filter_map(|(n, value)| Some((*n, Value::hundredths(value?))));
        answered.collect()
    })
}

fn any_options(instrument: &Instrument, most: u16) -> impl Strategy<Value = Options> + use<> {
    let numbers: Vec<_> = instrument.indicators().map(|indicator| indicator.number).collect();
    let of = proptest::sample::select(numbers);
    let efforts = proptest::collection::btree_map((of.clone(), 2u8..=5), 1..=most, 0..120);
    let locked = proptest::collection::btree_set(of.clone(), 0..6);
    let aims = proptest::collection::btree_map(of, (100u16..=500).prop_map(Value::hundredths), 0..4);
    (efforts, locked, aims).prop_map(|(efforts, locked, aims)| Options { efforts, locked, aims })
}

/// The value at the end of an indicator's ladder.
fn top(instrument: &Instrument, values: &BTreeMap<Number, Value>, number: Number) -> Option<Value> {
    let model = instrument.model_of(instrument.indicator(number)?)?;
    let mut at = values.get(&number).copied().unwrap_or(instrument.scale.min);
    while let Some(next) = model.level_above(at) {
        at = next.value;
    }
    Some(at)
}

/// What every way must keep, and that its sums are those of the score.
fn holds(
    instrument: &Instrument,
    values: &BTreeMap<Number, Value>,
    goal: Exact,
    options: &Options,
) -> Result<(), TestCaseError> {
    let before = assessment(instrument, values);
    let now = score(instrument, &before).standing;
    let found = shortest(instrument, values, goal, options);
    for number in &found.unmet {
        // A value such as 4.30 of Pemdi is of the highest level already: no step leads to 4.90.
        let stays = options.locked.contains(number)
            || top(instrument, values, *number) == values.get(number).copied();
        prop_assert!(stays && options.aims.contains_key(number), "an aim is given up for a lock alone");
    }
    match found.outcome {
        Outcome::Reached(standing) => {
            prop_assert_eq!(&standing, &now);
            prop_assert!(standing.index >= goal);
        }
        Outcome::OutOfReach { highest, blocked, if_unlocked } => {
            prop_assert!(highest.index < goal);
            let mut all = values.clone();
            let numbers = || instrument.indicators().map(|of| of.number);
            let tops = |number| Some((number, top(instrument, values, number)?));
            all.extend(numbers().filter(|number| !options.locked.contains(number)).filter_map(tops));
            prop_assert_eq!(&score(instrument, &assessment(instrument, &all)).standing, &highest);
            prop_assert!(blocked.iter().all(|of| options.locked.contains(&of.number)));
            let all: BTreeMap<_, _> = numbers().filter_map(tops).collect();
            let of_all = score(instrument, &assessment(instrument, &all)).standing.index;
            prop_assert_eq!(if_unlocked, goal <= of_all);
        }
        Outcome::Way(way) => {
            let mut after = values.clone();
            let mut index = now.index;
            let mut effort = 0;
            for step in &way.steps {
                prop_assert!(!options.locked.contains(&step.number));
                let was = after.insert(step.number, step.to).unwrap_or(instrument.scale.min);
                prop_assert_eq!(was, step.from, "level by level");
                let model = instrument.model_of(instrument.indicator(step.number).unwrap()).unwrap();
                prop_assert_eq!(model.level_above(was).unwrap().level, step.level);
                prop_assert_eq!(step.effort, options.effort(step.number, step.level));
                effort += u64::from(step.effort);
                let next = score(instrument, &assessment(instrument, &after)).standing.index;
                prop_assert_eq!(next, step.index);
                prop_assert!(next > index);
                index = next;
            }
            prop_assert_eq!(effort, way.effort);
            prop_assert!(index >= goal && way.end.index == index);
            prop_assert_eq!(way.touched, way.steps.iter().map(|s| s.number).collect::<BTreeSet<_>>().len());
            prop_assert_eq!(way.for_aims_alone, now.index >= goal);
            for (number, aim) in &options.aims {
                let reached = after.get(number).is_some_and(|value| value >= aim);
                prop_assert!(reached || *aim <= instrument.scale.min || found.unmet.contains(number));
            }
            // Nothing of it can be left out, and an exchange keeps its word.
            for step in way.steps.iter().filter(|step| !step.for_aim) {
                let last = after[&step.number] == step.to;
                let mut less = after.clone();
                less.insert(step.number, step.from);
                let without = score(instrument, &assessment(instrument, &less)).standing.index;
                prop_assert!(!last || without < goal);
                for other in &step.instead {
                    prop_assert!(last && !options.locked.contains(&other.number));
                    prop_assert_eq!(options.effort(other.number, other.level), step.effort);
                    let model = instrument.model_of(instrument.indicator(other.number).unwrap()).unwrap();
                    let mut swapped = less.clone();
                    let at = swapped.get(&other.number).copied().unwrap_or(instrument.scale.min);
                    let next = model.level_above(at).unwrap();
                    prop_assert_eq!(next.level, other.level);
                    swapped.insert(other.number, next.value);
                    let index = score(instrument, &assessment(instrument, &swapped)).standing.index;
                    prop_assert_eq!(index, other.index);
                    prop_assert!(index >= goal && index <= way.end.index);
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_way_of_spbe_keeps_the_rules(
        values in any_values(&spbe()), options in any_options(&spbe(), 9), goal in 100u16..=500,
    ) {
        holds(&spbe(), &values, Exact::from(Value::hundredths(goal)), &options)?;
    }

    #[test]
    fn a_way_of_pemdi_keeps_the_rules(
        values in any_values(&pemdi()), options in any_options(&pemdi(), 999), goal in 100u16..=500,
    ) {
        holds(&pemdi(), &values, Exact::from(Value::hundredths(goal)), &options)?;
    }

    /// A few indicators of the real instruments, so that all ways can be tried.
    #[test]
    fn on_parts_of_the_instruments_it_is_the_best_of_all(
        of_spbe in any::<bool>(), seed in 0usize..40, options in any_options(&pemdi(), 4), share in 1u64..100,
        values in any_values(&pemdi()),
    ) {
        let whole = if of_spbe { spbe() } else { pemdi() };
        let numbers: BTreeSet<Number> = (0..6).map(|at| ((seed + at * 3) % 20 + 1) as Number).collect();
        let mut part = whole.only(&numbers);
        part.total_weight = part.indicators().map(|of| of.weight).sum();
        let round = |value: &Value| Value::hundredths(value.as_hundredths() / 100 * 100);
        let values: BTreeMap<_, _> = values
            .iter()
            .map(|(number, value)| (*number, if of_spbe { round(value) } else { *value }))
            .collect();
        let climbs: Vec<Climb> = part.indicators().map(|of| {
            let model = part.model_of(of).unwrap();
            let now = values.get(&of.number).copied().unwrap_or(part.scale.min);
            let mut at = now;
            let mut steps = Vec::new();
            let mut at_least = 0;
            while let Some(next) = model.level_above(at) {
                let gain = u64::from(next.value.as_hundredths() - at.as_hundredths()) * u64::from(of.weight);
                if options.aims.get(&of.number).is_some_and(|aim| *aim > at) {
                    at_least = steps.len() + 1;
                }
                steps.push(Rise { effort: u32::from(options.effort(of.number, next.level)), gain });
                at = next.value;
            }
            if options.locked.contains(&of.number) { Climb::default() } else { Climb { steps, at_least } }
        }).collect();
        let now: u64 = part
            .indicators()
            .map(|of| {
                let value = values.get(&of.number).copied().unwrap_or(part.scale.min);
                u64::from(value.as_hundredths()) * u64::from(of.weight)
            })
            .sum();
        let (min, max) = (100 * u64::from(part.total_weight), 500 * u64::from(part.total_weight));
        let goal = Value::hundredths(((min + (max - min) * share / 100) / u64::from(part.total_weight)) as u16);
        let need = (u64::from(goal.as_hundredths()) * u64::from(part.total_weight)).saturating_sub(now);
        let (best, equals) = best(&climbs, need);
        let found = shortest(&part, &values, Exact::from(goal), &options).outcome;
        match best {
            None => prop_assert!(matches!(found, Outcome::OutOfReach { .. }), "out of reach"),
            Some(Solution { effort: 0, .. }) => prop_assert!(matches!(found, Outcome::Reached(_))),
            Some(best) => {
                let way = way(found);
                prop_assert_eq!(way.effort, best.effort);
                prop_assert_eq!(way.equals, equals);
                let taken = |number: Number| way.steps.iter().filter(|step| step.number == number).count();
                let found: Vec<_> = part.indicators().map(|of| taken(of.number)).collect();
                prop_assert_eq!(found, best.taken);
            }
        }
    }
}

#[test]
fn what_is_reached_and_what_cannot_be_is_said() {
    let instrument = spbe();
    let values: BTreeMap<Number, Value> = (1..=47).map(|number| (number, Value::whole(3))).collect();
    let found = shortest(&instrument, &values, goal("3"), &Options::default());
    assert!(matches!(found.outcome, Outcome::Reached(_)));

    // Aspect 8 locked at 3: 18 per cent of the weight stays two levels below.
    let options = Options { locked: (42..=47).collect(), ..Options::default() };
    let Outcome::OutOfReach { highest, blocked, if_unlocked } =
        shortest(&instrument, &values, goal("4.80"), &options).outcome
    else {
        panic!("5 − 2 × 0.18 is 4.64");
    };
    assert_eq!(highest.index, goal("4.64"));
    assert!(if_unlocked);
    assert_eq!(blocked.iter().map(|of| of.number).collect::<Vec<_>>(), (42..=47).collect::<Vec<_>>());
    assert_eq!(blocked[0].gain, goal("0.06"));
    assert!(matches!(shortest(&instrument, &values, goal("4.64"), &options).outcome, Outcome::Way(_)));
}

#[test]
fn the_heaviest_indicators_come_first_and_a_lock_changes_the_way() {
    let instrument = spbe();
    let values: BTreeMap<Number, Value> = (1..=47).map(|number| (number, Value::whole(3))).collect();
    // 0.09 with steps of at most 0.03: three of them.
    let found = way(shortest(&instrument, &values, goal("3.09"), &Options::default()).outcome);
    assert_eq!(
        found.steps.iter().map(|step| (step.number, step.level)).collect::<Vec<_>>(),
        [(42, 4), (42, 5), (43, 4)]
    );
    assert_eq!((found.effort, found.touched, found.end.index), (3, 2, goal("3.09")));
    // Three of the twelve steps of aspect 8, level by level: 6 × 5 choices of a pair and a single, and 20 triples.
    assert_eq!(found.equals, Some(Equals { effort: 50, gain: 50 }));
    assert_eq!(found.steps[2].instead.iter().map(|other| other.number).collect::<Vec<_>>(), [44, 45, 46, 47]);

    let mut options = Options { locked: [42].into(), ..Options::default() };
    options.efforts.insert((43, 4), 4);
    let found = way(shortest(&instrument, &values, goal("3.09"), &options).outcome);
    assert_eq!(
        found.steps.iter().map(|step| (step.number, step.level)).collect::<Vec<_>>(),
        [(44, 4), (44, 5), (45, 4)]
    );
    options.aims.insert(1, Value::whole(4));
    let found = way(shortest(&instrument, &values, goal("3.09"), &options).outcome);
    // 0.013 of indicator 1 and 0.077 more: still three steps of aspect 8.
    assert_eq!(found.effort, 4);
    assert!(found.steps.iter().any(|step| step.number == 1 && step.for_aim));
}

#[test]
fn between_two_levels_the_next_one_comes_first() {
    let instrument = pemdi();
    let values = BTreeMap::from([(1, Value::hundredths(260))]);
    let options = Options { locked: (2..=20).collect(), ..Options::default() };
    // 1 + 0.05 × 1.60 is 1.08.
    let found = way(shortest(&instrument, &values, goal("1.10"), &options).outcome);
    let step = &found.steps[0];
    // 2.60 is level 3 already (from 2.50): the next level is 4, which stands for 3.75.
    assert_eq!((step.level, step.from, step.to), (4, Value::hundredths(260), Value::hundredths(375)));
    assert_eq!((step.gain.decimal(4), step.index.decimal(4)), ("0.0575".into(), "1.1375".into()));
}

// ---------------------------------------------------------------- kept with an assessment

#[test]
fn decisions_and_actions_are_kept_with_the_assessment() {
    let instrument = spbe();
    let values: BTreeMap<Number, Value> = (1..=47).map(|number| (number, Value::whole(2))).collect();
    let mut of = assessment(&instrument, &values);
    let step = |effort, progress| Step { effort, planned: true, progress, ..Step::default() };
    let unit = |name: &str, numbers: &[Number]| Unit {
        indicators: numbers.iter().copied().collect(),
        ..Unit::named(name)
    };
    for one in [
        Change::Unit { id: "u-1".into(), unit: Some(Box::new(unit("Bappeda", &[42, 10]))) },
        Change::Unit { id: "u-2".into(), unit: Some(Box::new(unit("Hukum", &[1]))) },
        Change::record("10:3", Some(&step(Some(5), Progress::Selesai))),
        Change::record("42:3", Some(&Step { owner: "u-2".into(), ..step(None, Progress::Berjalan) })),
        Change::record("42:5", Some(&step(Some(3), Progress::Belum))),
        Change::record("1:2", Some(&step(None, Progress::Belum))),
        Change::record("2:3", Some(&Step { effort: Some(7), ..Step::default() })),
        Change::record("3", Some(&Aim { target: Some(Value::whole(4)), locked: true, ..Aim::default() })),
    ] {
        change(&mut of, &instrument, one);
    }
    let options = Options::of(&of);
    assert_eq!(options.effort(2, 3), 7);
    assert_eq!(options.effort(42, 3), 1);
    assert_eq!((options.locked.clone(), options.aims.clone()), ([3].into(), [(3, Value::whole(4))].into()));
    assert_eq!(shortest(&instrument, &present(&instrument, &of), goal("2.5"), &options).unmet, [3]);

    let plan = action_plan(&instrument, &of);
    let told: Vec<_> = plan
        .actions
        .iter()
        .map(|action| (action.number, action.level, action.reached, action.is_done(), action.skipped.clone()))
        .collect();
    assert_eq!(
        told,
        [
            (1, 2, true, true, vec![]),
            (10, 3, false, true, vec![]),
            (42, 3, false, false, vec![]),
            (42, 5, false, false, vec![4]),
        ]
    );
    assert_eq!((plan.effort, plan.effort_done), (10, 6));
    // 2 + 0.013 for indicator 10, and 3 × 0.03 for 42.
    assert_eq!(plan.end.index.decimal(4), "2.1030");
    assert_eq!(plan.actions[2].owners(&of), ["u-2"]);
    assert_eq!(plan.actions[1].owners(&of), ["u-1"]);
    assert_eq!(plan.actions[3].gain.decimal(4), "0.0300");
    change(&mut of, &instrument, Change::Unit { id: "u-2".into(), unit: None });
    assert_eq!(plan.actions[2].owners(&of), ["u-1"], "the named unit is gone");
}

#[test]
fn supposing_changes_nothing() {
    let instrument = pemdi();
    let values: BTreeMap<Number, Value> = (1..=20).map(|number| (number, Value::hundredths(260))).collect();
    let of = assessment(&instrument, &values);
    let before = of.clone();
    let wish = BTreeMap::from([(1, Value::whole(5)), (2, Value::hundredths(260)), (3, Value::whole(1))]);
    let supposed = suppose(&instrument, &of, &wish);
    assert_eq!(of, before);
    let mut all = values.clone();
    all.extend(&wish);
    assert_eq!(supposed, score(&instrument, &assessment(&instrument, &all)));
    assert_eq!(differing(&of, &wish), BTreeMap::from([(1, Value::whole(5)), (3, Value::whole(1))]));
    assert_eq!(suppose(&instrument, &of, &BTreeMap::new()), score(&instrument, &of));
}
