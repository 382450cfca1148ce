use super::{Agency, Answer, Assessment, Stage, Stamp};
use crate::instrument::{Instrument, Number, Value};

/// Longest text of an explanation, in characters.
pub const TEXT_LIMIT: usize = 20_000;
/// Longest name or title, in characters.
pub const TITLE_LIMIT: usize = 200;
/// Years an assessment may be for. SPBE evaluation began in 2018.
pub const YEARS: std::ops::RangeInclusive<u16> = 2018..=2100;

/// An edit. Every one passes [`apply`]; nothing else writes to an [`Assessment`].
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Chooses a value, or takes it back.
    Value {
        stage: Stage,
        indicator: Number,
        value: Option<Value>,
    },
    /// Writes a text of the explanation.
    Text {
        stage: Stage,
        indicator: Number,
        field: Field,
        text: String,
    },
    Agency(Agency),
    Year(u16),
    Title(Option<String>),
    Target(Option<Value>),
    /// Several edits that belong together: all or none.
    All(Vec<Change>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Facts,
    Analysis,
}

/// Why an edit was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the instrument has no indicator {0}")]
    UnknownIndicator(Number),
    #[error("{value} lies outside the scale from {min} to {max}")]
    OutsideScale { indicator: Option<Number>, value: Value, min: Value, max: Value },
    #[error("{value} has more decimals than the {decimals} the instrument knows")]
    TooManyDecimals { indicator: Number, value: Value, decimals: u8 },
    #[error("the text is longer than {limit} characters")]
    TooLong { indicator: Option<Number>, limit: usize },
    #[error("a name is needed")]
    NoName,
    #[error("the year {0} is not between {first} and {last}", first = YEARS.start(), last = YEARS.end())]
    Year(u16),
    #[error("this assessment belongs to another instrument, {0}")]
    OtherInstrument(String),
}

/// Applies an edit and returns the edit that takes it back.
///
/// # Errors
/// Says why it was refused; then the assessment is as it was.
pub fn apply(
    assessment: &mut Assessment,
    instrument: &Instrument,
    change: Change,
    stamp: Stamp,
) -> Result<Change, Refused> {
    if assessment.instrument.id != instrument.id {
        return Err(Refused::OtherInstrument(assessment.instrument.id.clone()));
    }
    allowed(instrument, &change)?;
    let undo = write(assessment, change, &stamp);
    assessment.changed = stamp;
    Ok(undo)
}

/// Whether an edit is allowed, without making it.
///
/// # Errors
/// Why it is not.
pub fn allowed(instrument: &Instrument, change: &Change) -> Result<(), Refused> {
    let scale = &instrument.scale;
    let within = |indicator: Option<Number>, value: Value| {
        if (scale.min..=scale.max).contains(&value) {
            Ok(())
        } else {
            Err(Refused::OutsideScale { indicator, value, min: scale.min, max: scale.max })
        }
    };
    let short = |indicator: Option<Number>, text: &str, limit: usize| {
        if text.chars().count() <= limit { Ok(()) } else { Err(Refused::TooLong { indicator, limit }) }
    };
    let known = |indicator: Number| {
        instrument.indicator(indicator).map(|_| ()).ok_or(Refused::UnknownIndicator(indicator))
    };
    match change {
        Change::Value { indicator, value, .. } => {
            known(*indicator)?;
            let Some(value) = *value else { return Ok(()) };
            within(Some(*indicator), value)?;
            if value.decimals() > scale.decimals {
                return Err(Refused::TooManyDecimals {
                    indicator: *indicator,
                    value,
                    decimals: scale.decimals,
                });
            }
            Ok(())
        }
        Change::Text { indicator, text, .. } => {
            known(*indicator)?;
            short(Some(*indicator), text, TEXT_LIMIT)
        }
        Change::Agency(agency) => {
            if agency.name.trim().is_empty() {
                return Err(Refused::NoName);
            }
            short(None, &agency.name, TITLE_LIMIT)
        }
        Change::Year(year) if YEARS.contains(year) => Ok(()),
        Change::Year(year) => Err(Refused::Year(*year)),
        Change::Title(Some(title)) if title.trim().is_empty() => Err(Refused::NoName),
        Change::Title(title) => short(None, title.as_deref().unwrap_or(""), TITLE_LIMIT),
        Change::Target(Some(target)) => within(None, *target),
        Change::Target(None) => Ok(()),
        Change::All(changes) => changes.iter().try_for_each(|c| allowed(instrument, c)),
    }
}

fn write(assessment: &mut Assessment, change: Change, stamp: &Stamp) -> Change {
    use std::mem::replace;
    match change {
        Change::Value { stage, indicator, value } => {
            let old = edit(assessment, stage, indicator, stamp, |a| replace(&mut a.value, value));
            Change::Value { stage, indicator, value: old }
        }
        Change::Text { stage, indicator, field, text } => {
            let old = edit(assessment, stage, indicator, stamp, |a| {
                replace(
                    match field {
                        Field::Facts => &mut a.explanation.facts,
                        Field::Analysis => &mut a.explanation.analysis,
                    },
                    text,
                )
            });
            Change::Text { stage, indicator, field, text: old }
        }
        Change::Agency(agency) => Change::Agency(replace(&mut assessment.agency, agency)),
        Change::Year(year) => Change::Year(replace(&mut assessment.year, year)),
        Change::Title(title) => Change::Title(replace(&mut assessment.title, title)),
        Change::Target(target) => Change::Target(replace(&mut assessment.target, target)),
        Change::All(changes) => {
            let mut undo: Vec<_> = changes.into_iter().map(|c| write(assessment, c, stamp)).collect();
            undo.reverse();
            Change::All(undo)
        }
    }
}

/// Edits one answer; an answer in which nothing is left is removed, so that taking an edit back
/// leaves no trace.
fn edit<T>(
    assessment: &mut Assessment,
    stage: Stage,
    indicator: Number,
    stamp: &Stamp,
    edit: impl FnOnce(&mut Answer) -> T,
) -> T {
    let answers = assessment.answers.entry(stage).or_default();
    let answer = answers.entry(indicator).or_default();
    let old = edit(answer);
    answer.changed = Some(stamp.clone());
    if answer.value.is_none() && answer.explanation.is_empty() && answer.extra.is_empty() {
        answers.remove(&indicator);
    }
    if answers.is_empty() {
        assessment.answers.remove(&stage);
    }
    old
}
