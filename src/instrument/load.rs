use super::{Instrument, check};
use crate::json::{self, At, Flaw, Misfit, Take as _};

/// Why a text is no instrument. The path is a JSON path: `$.sections[0].weight`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    #[error("{0}")]
    Syntax(Flaw),
    #[error("{}: expected {}", .0.path, .0.expected)]
    Shape(Misfit),
    #[error("{path}: {fault}")]
    Rule { path: String, fault: Fault },
}

/// A rule that an instrument breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("format must be takar-instrument, version 1")]
    Format,
    #[error("the weights below add up to {sum}, stated is {stated}")]
    WeightSum { sum: u64, stated: u64 },
    #[error("a weight must be at least 1")]
    NoWeight,
    #[error("number {0} is used twice")]
    NumberTwice(u16),
    #[error("id {0:?} is used twice")]
    IdTwice(String),
    #[error("a gap or overlap: {above} does not follow {below}")]
    PredicateGap { below: String, above: String },
    #[error("the predicates run from {from} to {to}, the scale from {min} to {max}")]
    PredicateEnds { from: String, to: String, min: String, max: String },
    #[error("there is no criterion for level {0}, which the model promises")]
    MissingCriterion(u8),
    #[error("the criterion for level {0} is empty")]
    EmptyCriterion(u8),
    #[error("level {0} is not in the model")]
    UnknownLevel(u8),
    #[error("model {0:?} is not defined")]
    UnknownModel(String),
    #[error("source {0:?} is not defined")]
    UnknownSource(String),
    #[error("levels must rise, each with from ≤ value < the next level's from, within the scale")]
    LevelOrder,
    #[error("the scale needs min < max and at most two decimals")]
    Scale,
    #[error("bands must rise, one more than there are levels")]
    Bands,
    #[error("number {0} is not in the instrument")]
    UnknownNumber(u16),
    #[error("nothing is asked here")]
    Empty,
}

/// Reads and checks an instrument.
///
/// # Errors
/// Names the line of a syntax error, or the JSON path of what does not fit: weights that do not
/// sum, repeated numbers or ids, predicates with a gap, a missing criterion, a dangling reference.
pub fn load(text: &str) -> Result<Instrument, LoadError> {
    let instrument = Instrument::take(json::parse(text)?, &At::ROOT)?;
    check::check(&instrument)?;
    Ok(instrument)
}

impl From<Flaw> for LoadError {
    fn from(flaw: Flaw) -> Self {
        Self::Syntax(flaw)
    }
}

impl From<Misfit> for LoadError {
    fn from(misfit: Misfit) -> Self {
        Self::Shape(misfit)
    }
}

pub(super) fn broken(path: impl Into<String>, fault: Fault) -> LoadError {
    LoadError::Rule { path: path.into(), fault }
}
