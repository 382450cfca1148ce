use std::collections::BTreeMap;

use super::Options;
use crate::assessment::{Assessment, Progress, Step, UnitId, step_key};
use crate::instrument::{Instrument, Level, Number, Value};
use crate::score::{Exact, Standing, standing};

/// What an agency plans to do.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionPlan {
    /// By the number of the indicator, then by level.
    pub actions: Vec<Action>,
    /// The index once all of it is done.
    pub end: Standing,
    pub effort: u64,
    /// The effort of what is done, or whose level is reached.
    pub effort_done: u64,
}

/// A planned step.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub number: Number,
    pub level: Level,
    pub step: Step,
    pub effort: u16,
    /// The value of the indicator now; the scale's minimum while it is unanswered.
    pub now: Value,
    /// Whether the indicator has reached the level meanwhile.
    pub reached: bool,
    /// What this level adds to the index, above the one below it. Nothing where it is reached.
    pub gain: Exact,
    /// Levels on the way to it that are neither reached nor planned.
    pub skipped: Vec<Level>,
}

impl Action {
    pub fn is_done(&self) -> bool {
        self.reached || self.step.progress == Progress::Selesai
    }

    /// The units that take it: the one that was named, or those that own the indicator, also where the
    /// named one is gone.
    pub fn owners<'a>(&self, assessment: &'a Assessment) -> Vec<&'a UnitId> {
        match assessment.units.get_key_value(&self.step.owner) {
            Some((id, _)) => vec![id],
            None => assessment.owners(self.number).map(|(id, _)| id).collect(),
        }
    }
}

/// The planned steps of an assessment, and what they come to.
pub fn action_plan(instrument: &Instrument, assessment: &Assessment) -> ActionPlan {
    let options = Options::of(assessment);
    let mut planned: BTreeMap<(Number, Level), Step> = assessment
        .records
        .all::<Step>()
        .filter(|(_, step)| step.planned)
        .filter_map(|(key, step)| Some((step_key(key)?, step)))
        .collect();
    let total = u64::from(instrument.total_weight);
    let mut actions = Vec::with_capacity(planned.len());
    let mut sum = 0;
    for indicator in instrument.indicators() {
        let Some(model) = instrument.model_of(indicator) else { continue };
        let number = indicator.number;
        let now = assessment.value(number).unwrap_or(instrument.scale.min);
        let at = model.level_at(now).map(|level| level.level);
        let weigh = |value: Value| u64::from(value.as_hundredths()) * u64::from(indicator.weight);
        let (mut below, mut end) = (now, now);
        let mut skipped = Vec::new();
        for name in &model.levels {
            let (level, reached) = (name.level, at.is_some_and(|at| name.level <= at));
            let gain = if reached { 0 } else { weigh(name.value).saturating_sub(weigh(below)) };
            if let Some(step) = planned.remove(&(number, level)) {
                let (effort, gain) = (options.effort(number, level), Exact::weighted(gain, total));
                let skipped = skipped.clone();
                actions.push(Action { number, level, step, effort, now, reached, gain, skipped });
                end = if reached { end } else { name.value };
            } else if !reached {
                skipped.push(level);
            }
            below = if reached { below } else { name.value };
        }
        sum += weigh(end);
    }
    actions.sort_by_key(|action| (action.number, action.level));
    let efforts = |done: bool| {
        let counted = actions.iter().filter(|action| !done || action.is_done());
        counted.map(|action| u64::from(action.effort)).sum()
    };
    ActionPlan {
        end: standing(instrument, Exact::weighted(sum, total)),
        effort: efforts(false),
        effort_done: efforts(true),
        actions,
    }
}
