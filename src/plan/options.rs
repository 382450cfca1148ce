use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Aim, Assessment, Step, step_key};
use crate::instrument::{Level, Number, Value};

/// What a person decided about the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// By indicator and the level that the step leads to; see [`crate::assessment::EFFORTS`]. Others take 1.
    pub efforts: BTreeMap<(Number, Level), u16>,
    /// Indicators that stay as they are.
    pub locked: BTreeSet<Number>,
    /// What single indicators must reach at least.
    pub aims: BTreeMap<Number, Value>,
}

impl Options {
    /// Those that are kept with an assessment.
    pub fn of(assessment: &Assessment) -> Self {
        let mut options = Self::default();
        for (key, step) in assessment.records.all::<Step>() {
            if let (Some(at), Some(effort)) = (step_key(key), step.effort) {
                options.efforts.insert(at, effort);
            }
        }
        for (key, aim) in assessment.records.all::<Aim>() {
            let Ok(number) = key.parse() else { continue };
            if aim.locked {
                options.locked.insert(number);
            }
            if let Some(target) = aim.target {
                options.aims.insert(number, target);
            }
        }
        options
    }

    /// What a step takes.
    pub fn effort(&self, number: Number, level: Level) -> u16 {
        self.efforts.get(&(number, level)).copied().unwrap_or(1).max(1)
    }
}
