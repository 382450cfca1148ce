use std::collections::BTreeMap;

use crate::assessment::{Answer, Assessment};
use crate::instrument::{Instrument, Model, Number, Value};
use crate::score::{Score, score};

/// The values of an assessment at its present stage; unanswered indicators have none.
pub fn present(instrument: &Instrument, assessment: &Assessment) -> BTreeMap<Number, Value> {
    let numbers = instrument.indicators().map(|indicator| indicator.number);
    numbers.filter_map(|number| Some((number, assessment.value(number)?))).collect()
}

/// What the score would be if some indicators had other values. The assessment stays as it is.
pub fn suppose(instrument: &Instrument, assessment: &Assessment, values: &BTreeMap<Number, Value>) -> Score {
    let Assessment { id, agency, year, created, stage, .. } = assessment;
    let mut other = Assessment::new(id.clone(), instrument, agency.clone(), *year, created.clone());
    let mut all = present(instrument, assessment);
    all.extend(values);
    let answer = |value| Answer { value: Some(value), ..Answer::default() };
    other.stage = *stage;
    other.answers.insert(*stage, all.into_iter().map(|(number, value)| (number, answer(value))).collect());
    score(instrument, &other)
}

/// Of some values those that are not what an assessment has.
pub fn differing(assessment: &Assessment, values: &BTreeMap<Number, Value>) -> BTreeMap<Number, Value> {
    let other = |(number, value): &(&Number, &Value)| assessment.value(**number) != Some(**value);
    values.iter().filter(other).map(|(number, value)| (*number, *value)).collect()
}

/// The next value above or below another one where an indicator could stand: a level of its model, or the
/// value it has now.
pub fn neighbour(model: &Model, now: Value, from: Value, up: bool) -> Option<Value> {
    let all = model.levels.iter().map(|level| level.value).chain([now]);
    if up { all.filter(|value| *value > from).min() } else { all.filter(|value| *value < from).max() }
}
