use std::collections::BTreeMap;

use super::solve::{Bound, Sum};
use super::{Climb, Rise, Solution};

/// How many different solutions there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Equals {
    /// With the same effort, and gain enough.
    pub effort: u64,
    /// With the same effort, and the same gain.
    pub gain: u64,
}

/// Most states that are looked at per climb. Beyond it the count would take longer than it is worth.
const STATES: usize = 3_000;

/// Counts the solutions that are as short as a shortest one, itself included. `None` where that takes
/// too long, or where there are more than fit into a number.
pub fn count(climbs: &[Climb], need: u64, shortest: &Solution) -> Option<Equals> {
    let free: Vec<&[Rise]> = climbs.iter().map(Climb::free).collect();
    let forced = Sum::of(climbs.iter().flat_map(Climb::forced));
    let need = need.saturating_sub(forced.gain);
    let goal = Sum { effort: shortest.effort - forced.effort, gain: shortest.gain - forced.gain };
    // All ways to an effort and a gain; what cannot end at the effort of the shortest is left out.
    let mut ways = BTreeMap::from([((0u64, 0u64), 1u64)]);
    for (at, steps) in free.iter().enumerate().rev() {
        let rest = Bound::of(&free[..at]);
        let mut next = BTreeMap::new();
        let mut sum = Sum::default();
        for taken in 0..=steps.len() {
            if let Some(step) = taken.checked_sub(1).map(|last| steps[last]) {
                sum = sum.plus(step);
            }
            for ((effort, gain), number) in &ways {
                let (effort, gain) = (effort + sum.effort, gain + sum.gain);
                let bound = rest.at(need.saturating_sub(gain));
                if bound.is_some_and(|bound| effort + bound.lower <= goal.effort) {
                    let ways: &mut u64 = next.entry((effort, gain)).or_default();
                    *ways = ways.checked_add(*number)?;
                }
            }
        }
        if next.len() > STATES {
            return None;
        }
        ways = next;
    }
    let mut effort = 0u64;
    for number in ways.values() {
        effort = effort.checked_add(*number)?;
    }
    Some(Equals { effort, gain: ways.get(&(goal.effort, goal.gain)).copied()? })
}
