use std::collections::BTreeMap;

use super::run::runs;
use super::{Climb, Equals, Options, Rise, Solution, count, solve};
use crate::instrument::{Indicator, Instrument, Level, Number, Value};
use crate::score::{Exact, Standing, standing};

/// The way of least effort to an index, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortest {
    pub outcome: Outcome,
    /// Indicators whose aim is not reached all the same: they are locked, or no level is so high.
    pub unmet: Vec<Number>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The index and all aims are reached.
    Reached(Standing),
    Way(Box<Way>),
    /// Even with every step that may be taken.
    OutOfReach {
        highest: Standing,
        /// What is locked and could still rise, from what would gain most.
        blocked: Vec<Blocked>,
        /// Whether the goal could be reached if nothing were locked.
        if_unlocked: bool,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// In the order in which they gain most for their effort; levels of one indicator in their order.
    pub steps: Vec<WayStep>,
    pub effort: u64,
    /// What the index is at the end.
    pub end: Standing,
    /// How many indicators rise.
    pub touched: usize,
    /// How many ways are equally short, this one included; `None` where they are too many to count.
    pub equals: Option<Equals>,
    /// Whether the index is there already, and steps are taken for the sake of aims alone.
    pub for_aims_alone: bool,
}

/// An indicator rises to the next level of its model.
#[derive(Clone, Debug, PartialEq)]
pub struct WayStep {
    pub number: Number,
    pub level: Level,
    /// Before and after.
    pub from: Value,
    pub to: Value,
    pub effort: u16,
    /// What it adds to the index.
    pub gain: Exact,
    /// The index once this and all steps before it are taken.
    pub index: Exact,
    /// Whether the aim of its indicator demands it.
    pub for_aim: bool,
    /// Steps that could be taken instead of it at the same effort, from the highest index.
    pub instead: Vec<Exchange>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    pub number: Number,
    pub level: Level,
    /// What the index would be at the end.
    pub index: Exact,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Blocked {
    pub number: Number,
    /// What it would add to the index at the highest level.
    pub gain: Exact,
}

/// Finds the steps that lead to an index of at least `goal` with the least effort in all.
///
/// Unanswered indicators stand at the scale's minimum. A value between two levels climbs to the next level
/// first. Locked indicators stay, also below their aim. Of equally short ways it is the one with the
/// highest index; then the one with the fewest indicators; then the one that takes as much as it can from
/// the lowest number on. The way is exact: see [`solve`].
pub fn shortest(
    instrument: &Instrument,
    values: &BTreeMap<Number, Value>,
    goal: Exact,
    options: &Options,
) -> Shortest {
    let total = instrument.total_weight;
    let index = |sum: u64| standing(instrument, Exact::weighted(sum, u64::from(total)));
    let ladders = Ladder::all(instrument, values, options);
    let now: u64 = ladders.iter().map(|ladder| ladder.product).sum();
    let need = goal.least_sum(total).saturating_sub(now);
    let unmet = ladders.iter().filter(|ladder| ladder.is_unmet).map(|ladder| ladder.number).collect();
    let climbs: Vec<Climb> = ladders.iter().map(Ladder::climb).collect();
    let outcome = match solve(&climbs, need) {
        Some(Solution { effort: 0, .. }) => Outcome::Reached(index(now)),
        Some(solution) => {
            let equals = count(&climbs, need, &solution);
            let touched = solution.taken.iter().filter(|taken| **taken > 0).count();
            let steps = in_order(&ladders, &climbs, &solution, now, need, total);
            Outcome::Way(Box::new(Way {
                steps,
                effort: solution.effort,
                end: index(now + solution.gain),
                touched,
                equals,
                for_aims_alone: need == 0,
            }))
        }
        None => {
            let all = |ladders: &mut dyn Iterator<Item = &Ladder>| ladders.map(Ladder::reach).sum::<u64>();
            let highest = now + all(&mut ladders.iter().filter(|ladder| !ladder.locked));
            let mut blocked: Vec<&Ladder> =
                ladders.iter().filter(|ladder| ladder.locked && ladder.reach() > 0).collect();
            blocked.sort_by_key(|ladder| (std::cmp::Reverse(ladder.reach()), ladder.number));
            Outcome::OutOfReach {
                highest: index(highest),
                blocked: blocked
                    .into_iter()
                    .map(|of| Blocked {
                        number: of.number,
                        gain: Exact::weighted(of.reach(), u64::from(total)),
                    })
                    .collect(),
                if_unlocked: all(&mut ladders.iter()) >= need,
            }
        }
    };
    Shortest { outcome, unmet }
}

/// An indicator, and the levels above it.
struct Ladder {
    number: Number,
    locked: bool,
    now: Value,
    /// value × weight, in hundredths.
    product: u64,
    levels: Vec<(Level, Value)>,
    steps: Vec<Rise>,
    /// How many steps its aim demands.
    at_least: usize,
    is_unmet: bool,
}

impl Ladder {
    /// In the order of their numbers.
    fn all(instrument: &Instrument, values: &BTreeMap<Number, Value>, options: &Options) -> Vec<Self> {
        let mut all: Vec<_> =
            instrument.indicators().map(|of| Self::of(instrument, of, values, options)).collect();
        all.sort_by_key(|ladder| ladder.number);
        all
    }

    fn of(
        instrument: &Instrument,
        of: &Indicator,
        values: &BTreeMap<Number, Value>,
        options: &Options,
    ) -> Self {
        let number = of.number;
        let now = values.get(&number).copied().unwrap_or(instrument.scale.min);
        let mut levels = Vec::new();
        let mut at = now;
        while let Some(next) = instrument.model_of(of).and_then(|model| model.level_above(at)) {
            // Values of levels rise, as loading an instrument makes sure.
            if next.value <= at {
                break;
            }
            levels.push((next.level, next.value));
            at = next.value;
        }
        let weight = u64::from(of.weight);
        let weigh = |value: Value| u64::from(value.as_hundredths()) * weight;
        let mut before = now;
        let steps = levels.iter().map(|(level, value)| {
            let gain = weigh(*value) - weigh(before);
            before = *value;
            Rise { effort: u32::from(options.effort(number, *level)), gain }
        });
        let steps = steps.collect();
        let locked = options.locked.contains(&number);
        let aim = options.aims.get(&number).copied().filter(|aim| *aim > now);
        let reached = aim.map(|aim| levels.iter().position(|(_, value)| *value >= aim));
        let at_least = match reached {
            Some(at) if !locked => at.map_or(levels.len(), |at| at + 1),
            _ => 0,
        };
        let is_unmet = aim.is_some() && (locked || reached == Some(None));
        Self { number, locked, now, product: weigh(now), levels, steps, at_least, is_unmet }
    }

    fn climb(&self) -> Climb {
        let steps = if self.locked { Vec::new() } else { self.steps.clone() };
        Climb { steps, at_least: self.at_least }
    }

    /// What all its steps gain.
    fn reach(&self) -> u64 {
        self.steps.iter().map(|step| step.gain).sum()
    }
}

fn in_order(
    ladders: &[Ladder],
    climbs: &[Climb],
    solution: &Solution,
    now: u64,
    need: u64,
    total: u32,
) -> Vec<WayStep> {
    let exact = |sum: u64| Exact::weighted(sum, u64::from(total));
    let mut order = Vec::new();
    for (at, (climb, taken)) in climbs.iter().zip(&solution.taken).enumerate() {
        order.extend(runs(&climb.steps[..*taken]).into_iter().map(|run| (at, run)));
    }
    // Ladders are in the order of their numbers, and so are equal runs after a stable sort.
    order.sort_by(|(_, a), (_, b)| b.compare(a));
    let mut sum = now;
    let mut steps = Vec::new();
    for (at, run) in order {
        let (ladder, climb) = (&ladders[at], &climbs[at]);
        for step in run.first..run.first + run.length {
            let Rise { effort, gain } = climb.steps[step];
            sum += gain;
            let (level, to) = ladder.levels[step];
            steps.push(WayStep {
                number: ladder.number,
                level,
                from: step.checked_sub(1).map_or(ladder.now, |before| ladder.levels[before].1),
                to,
                effort: u16::try_from(effort).unwrap_or(u16::MAX),
                gain: exact(gain),
                index: exact(sum),
                for_aim: step < climb.at_least,
                instead: Vec::new(),
            });
        }
    }
    for one in &mut steps {
        let Some(at) = ladders.iter().position(|ladder| ladder.number == one.number) else { continue };
        let last = solution.taken[at] - 1;
        // Only the last step of an indicator can be left out, and only where no aim needs it.
        if ladders[at].levels[last].0 != one.level || one.for_aim {
            continue;
        }
        let left = climbs[at].steps[last];
        let others =
            climbs.iter().enumerate().filter(|(other, _)| *other != at).filter_map(|(other, climb)| {
                let next = climb.steps.get(solution.taken[other])?;
                let gain = solution.gain - left.gain + next.gain;
                let fits = next.effort == left.effort && gain >= need;
                fits.then(|| (gain, ladders[other].number, ladders[other].levels[solution.taken[other]].0))
            });
        let mut others: Vec<_> = others.collect();
        others.sort_by_key(|(gain, number, _)| (std::cmp::Reverse(*gain), *number));
        one.instead = others
            .into_iter()
            .map(|(gain, number, level)| Exchange { number, level, index: exact(now + gain) })
            .collect();
    }
    steps
}
