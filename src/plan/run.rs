//! Steps that are best taken together.

use std::cmp::Ordering;

use super::Rise;

/// Some steps that follow each other on one indicator, from the step `first` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub first: usize,
    pub length: usize,
    pub effort: u64,
    pub gain: u64,
}

impl Run {
    /// Which of two gains more for its effort: `Greater` is better.
    pub fn compare(&self, other: &Self) -> Ordering {
        let left = u128::from(self.gain) * u128::from(other.effort);
        left.cmp(&(u128::from(other.gain) * u128::from(self.effort)))
    }
}

/// Parts steps into runs, each of which gains less for its effort than the one before.
///
/// A small step before a large one belongs to its run: what counts is where it leads. These are the
/// edges of the upper convex hull of the points (effort, gain).
pub(super) fn runs(steps: &[Rise]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::with_capacity(steps.len());
    for (first, step) in steps.iter().enumerate() {
        let mut run = Run { first, length: 1, effort: u64::from(step.effort), gain: step.gain };
        while let Some(before) = runs.pop_if(|before| run.compare(before).is_ge()) {
            run = Run {
                first: before.first,
                length: before.length + run.length,
                effort: before.effort + run.effort,
                gain: before.gain + run.gain,
            };
        }
        runs.push(run);
    }
    runs
}
