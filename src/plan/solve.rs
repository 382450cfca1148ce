//! The least effort that gains enough, exactly.
//!
//! A multiple-choice knapsack: of each climb (an indicator) so many of its next steps are taken. It is
//! solved in whole numbers by dynamic programming over states (effort so far, gain so far), one climb
//! after the other. Two kinds of states are dropped, and neither can lead to the answer:
//!
//! - **Dominated ones.** If another state has no more effort and no less gain, and is better in one of
//!   them, whatever completes the dropped one completes the other as well, and better.
//! - **Hopeless ones.** [`Bound`] gives an effort that the remaining climbs cannot undercut, by taking
//!   their runs in the order of gain per effort and cutting the last one. If that is already above the
//!   effort of a way that is known to reach the goal, the state is not on the shortest way. Equal efforts
//!   stay, so that ties are decided by the rules below and not by the order of the work.
//!
//! Ties: least effort; then the highest gain; then the fewest climbs touched; then, from the first climb
//! on, as many steps of it as possible. Climbs are worked on from the last to the first, so that this last
//! rule is decided where two states meet: both continue from states that were decided already.

use super::run::{Run, runs};

/// What one more step takes, and what it gains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rise {
    /// At least 1.
    pub effort: u32,
    /// In units of which the whole has at most some 10¹²: hundredths × weight.
    pub gain: u64,
}

/// The steps that an indicator can still take, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Climb {
    pub steps: Vec<Rise>,
    /// How many of them must be taken.
    pub at_least: usize,
}

/// How many steps of each climb are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    pub taken: Vec<usize>,
    pub effort: u64,
    pub gain: u64,
}

/// The solution of least effort that gains at least `need`; `None` if all steps together do not.
pub fn solve(climbs: &[Climb], need: u64) -> Option<Solution> {
    let free: Vec<&[Rise]> = climbs.iter().map(Climb::free).collect();
    let forced = Sum::of(climbs.iter().flat_map(Climb::forced));
    let need = need.saturating_sub(forced.gain);
    let mut best = Bound::of(&free).at(need)?.upper;
    let mut layers = vec![vec![State::default()]];
    for (at, climb) in climbs.iter().enumerate().rev() {
        let rest = Bound::of(&free[..at]);
        let before = layers.last().map(Vec::as_slice).unwrap_or_default();
        let mut next: Vec<State> = Vec::with_capacity(before.len() * 2);
        let mut branches = Branch::all(before, free[at], climb.at_least > 0);
        // Branches are sorted, and so is what comes of them: by rising effort and rising gain.
        while let Some(state) = Branch::next(&mut branches) {
            if state.effort > best {
                break;
            }
            if next.last().is_some_and(|last| state.gain <= last.gain) {
                continue;
            }
            let Some(limits) = rest.at(need.saturating_sub(state.gain)) else { continue };
            if state.effort + limits.lower <= best {
                best = best.min(state.effort + limits.upper);
                next.push(state);
            }
        }
        layers.push(next);
    }
    // Whatever is left gains enough; the first has the least effort, and of those the highest gain.
    let mut state = *layers.last()?.first()?;
    let mut taken: Vec<usize> = climbs.iter().map(|climb| climb.at_least.min(climb.steps.len())).collect();
    let (effort, gain) = (state.effort + forced.effort, state.gain + forced.gain);
    for (of, layer) in taken.iter_mut().zip(layers.iter().rev().skip(1)) {
        *of += state.taken;
        state = layer[state.parent];
    }
    Some(Solution { taken, effort, gain })
}

impl Climb {
    /// What must be taken.
    pub(super) fn forced(&self) -> &[Rise] {
        &self.steps[..self.at_least.min(self.steps.len())]
    }

    /// What may be taken.
    pub(super) fn free(&self) -> &[Rise] {
        &self.steps[self.at_least.min(self.steps.len())..]
    }
}

/// What climbs that were looked at can come to.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    effort: u64,
    gain: u64,
    /// How many climbs take a step.
    touched: u32,
    /// Steps of the climb that was looked at last, and the state before it.
    taken: usize,
    parent: usize,
}

/// What the states so far become if so many steps of one more climb are taken.
struct Branch<'a> {
    /// Those that have not been taken up yet, by rising effort and rising gain.
    states: std::iter::Enumerate<std::slice::Iter<'a, State>>,
    taken: usize,
    touched: u32,
    sum: Sum,
    head: Option<State>,
}

impl<'a> Branch<'a> {
    /// One for each number of steps, the highest number first.
    fn all(states: &'a [State], steps: &[Rise], always_touched: bool) -> Vec<Self> {
        let mut sum = Sum::default();
        let mut all: Vec<Self> = (0..=steps.len())
            .map(|taken| {
                if let Some(step) = taken.checked_sub(1).map(|last| steps[last]) {
                    sum = sum.plus(step);
                }
                let touched = u32::from(taken > 0 || always_touched);
                let mut branch = Self { states: states.iter().enumerate(), taken, touched, sum, head: None };
                branch.go_on();
                branch
            })
            .collect();
        all.reverse();
        all
    }

    fn go_on(&mut self) {
        self.head = self.states.next().map(|(parent, state)| State {
            effort: state.effort + self.sum.effort,
            gain: state.gain + self.sum.gain,
            touched: state.touched + self.touched,
            taken: self.taken,
            parent,
        });
    }

    /// The state of least effort; of those the one that the rules prefer. Of equal ones it is that of the
    /// first branch, with the most steps.
    fn next(all: &mut [Self]) -> Option<State> {
        let mut best: Option<(usize, State)> = None;
        for (at, branch) in all.iter().enumerate() {
            let Some(head) = branch.head else { continue };
            if best.is_none_or(|(_, best)| head.is_before(&best)) {
                best = Some((at, head));
            }
        }
        let (at, state) = best?;
        all[at].go_on();
        Some(state)
    }
}

impl State {
    fn is_before(&self, other: &Self) -> bool {
        self.effort < other.effort
            || self.effort == other.effort
                && (self.gain > other.gain || self.gain == other.gain && self.touched < other.touched)
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub effort: u64,
    pub gain: u64,
}

impl Sum {
    pub fn of<'a>(steps: impl IntoIterator<Item = &'a Rise>) -> Self {
        steps.into_iter().fold(Self::default(), |sum, step| sum.plus(*step))
    }

    pub fn plus(self, step: Rise) -> Self {
        Self { effort: self.effort + u64::from(step.effort), gain: self.gain + step.gain }
    }
}

/// Between which efforts some climbs can gain something.
pub(super) struct Bound {
    /// Running totals of runs, the best one first.
    totals: Vec<Sum>,
}

/// No way takes less than `lower`; there is one that takes `upper`.
pub(super) struct Limits {
    pub lower: u64,
    pub upper: u64,
}

impl Bound {
    pub fn of(climbs: &[&[Rise]]) -> Self {
        let mut all: Vec<Run> = climbs.iter().flat_map(|steps| runs(steps)).collect();
        all.retain(|run| run.gain > 0);
        all.sort_by(|a, b| b.compare(a));
        let mut total = Sum::default();
        let totals = all.iter().map(|run| {
            total = Sum { effort: total.effort + run.effort, gain: total.gain + run.gain };
            total
        });
        Self { totals: totals.collect() }
    }

    /// `None` if all of them together do not gain so much.
    pub fn at(&self, need: u64) -> Option<Limits> {
        if need == 0 {
            return Some(Limits { lower: 0, upper: 0 });
        }
        let at = self.totals.partition_point(|total| total.gain < need);
        let whole = self.totals.get(at)?;
        let before = at.checked_sub(1).map_or_else(Sum::default, |before| self.totals[before]);
        let (effort, gain) = (whole.effort - before.effort, whole.gain - before.gain);
        let part = ((need - before.gain) * effort).div_ceil(gain);
        Some(Limits { lower: before.effort + part, upper: whole.effort })
    }
}
