//! The road from the agency's own assessment to the final result, stage by stage.

use super::{Score, score_at};
use crate::assessment::{Assessment, Stage};
use crate::instrument::{Instrument, Number, Value};

/// A stage of the evaluation and what the assessment is worth at it.
#[derive(Clone, Debug, PartialEq)]
pub struct StageScore {
    pub stage: Stage,
    /// With the values in force: those of this stage, or else the latest earlier ones.
    pub score: Score,
    /// How many values were given at this very stage. All others are taken over.
    pub given: usize,
    /// Whether anybody was here: something was given, or the stage is closed, or it is the present one.
    pub begun: bool,
}

/// All stages in their order, begun or not. One that nobody touched stands as the one before it.
pub fn stages(instrument: &Instrument, assessment: &Assessment) -> Vec<StageScore> {
    let one = |stage| {
        let answers = assessment.answers.get(&stage);
        let given = answers.map_or(0, |answers| {
            let has = |number: Number| answers.get(&number).is_some_and(|answer| answer.value.is_some());
            instrument.indicators().filter(|indicator| has(indicator.number)).count()
        });
        let begun = answers.is_some_and(|answers| !answers.is_empty())
            || assessment.stage == stage
            || assessment.closing(stage).is_some();
        StageScore { stage, score: score_at(instrument, assessment, stage), given, begun }
    };
    Stage::ALL.into_iter().map(one).collect()
}

/// What a value became from one stage to a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Same,
    Rose,
    Fell,
    /// It had none before. A value is never lost on the way: untouched ones are taken over.
    New,
}

impl Turn {
    pub fn of(before: Option<Value>, after: Option<Value>) -> Self {
        match (before, after) {
            (None, Some(_)) => Self::New,
            (Some(before), Some(after)) if after > before => Self::Rose,
            (Some(before), Some(after)) if after < before => Self::Fell,
            _ => Self::Same,
        }
    }
}

/// An indicator at two stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    pub number: Number,
    pub before: Option<Value>,
    pub after: Option<Value>,
    pub turn: Turn,
}

/// Every indicator at two stages, in the order of the instrument.
pub fn moved(instrument: &Instrument, assessment: &Assessment, from: Stage, to: Stage) -> Vec<Moved> {
    let value = |stage, number| assessment.value_at(stage, number).map(|(value, _)| value);
    let one = |number| {
        let (before, after) = (value(from, number), value(to, number));
        Moved { number, before, after, turn: Turn::of(before, after) }
    };
    instrument.indicators().map(|indicator| one(indicator.number)).collect()
}
