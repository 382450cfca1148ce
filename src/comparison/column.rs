use std::collections::BTreeMap;

use crate::assessment::{Answer, Assessment, Scenario, Stage};
use crate::instrument::{Instrument, Number, Value};
use crate::score::{Score, score};

/// Which values of an assessment are looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Those of a stage, with what it takes over from earlier ones.
    Stage(Stage),
    /// Those of the present stage, and over them those of a scenario, by its id.
    Scenario(String),
}

/// What there is to be looked at: the present stage, the stages with answers, then the scenarios.
pub fn views(assessment: &Assessment) -> Vec<View> {
    let worked = |stage: &Stage| {
        *stage == assessment.stage
            || assessment.answers.get(stage).is_some_and(|all| all.values().any(|one| one.value.is_some()))
    };
    let stages = Stage::ALL.into_iter().filter(worked).map(View::Stage);
    let scenarios = assessment.records.all::<Scenario>().map(|(id, _)| View::Scenario(id.to_owned()));
    stages.chain(scenarios).collect()
}

/// The score of a view; nothing where there is no such scenario.
pub fn score_of(instrument: &Instrument, assessment: &Assessment, view: &View) -> Option<Score> {
    let value: Box<dyn Fn(Number) -> Option<Value>> = match view {
        View::Stage(stage) => Box::new(|number| Some(assessment.value_at(*stage, number)?.0)),
        View::Scenario(id) => {
            let scenario = assessment.records.get::<Scenario>(id)?;
            Box::new(move |number| scenario.values.get(&number).copied().or_else(|| assessment.value(number)))
        }
    };
    // A score is that of an assessment's present stage: one that has these values and nothing else.
    let (agency, stamp) = (assessment.agency.clone(), assessment.created.clone());
    let mut bare = Assessment::new(String::new(), instrument, agency, assessment.year, stamp);
    let answers: BTreeMap<Number, Answer> = instrument
        .indicators()
        .filter_map(|indicator| Some((indicator.number, value(indicator.number)?)))
        .map(|(number, value)| (number, Answer { value: Some(value), ..Answer::default() }))
        .collect();
    bare.answers.insert(bare.stage, answers);
    Some(score(instrument, &bare))
}

/// Columns by their instrument, in the order in which the instruments first appear.
pub fn groups<'a>(instruments: impl IntoIterator<Item = &'a str>) -> Vec<(&'a str, Vec<usize>)> {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, instrument) in instruments.into_iter().enumerate() {
        match groups.iter_mut().find(|(of, _)| *of == instrument) {
            Some((_, columns)) => columns.push(at),
            None => groups.push((instrument, vec![at])),
        }
    }
    groups
}
