//! The rules that every edit keeps, whoever makes it and whatever the assessment holds.

use std::collections::BTreeSet;

use super::{Assessed, Change, Detail, Evidence, FileFact, LinkKey, Stage, Status, Unit, WorkOrder, pieces};
use crate::instrument::{ExternalRole, Instrument, Level, Number, SupportBy, Value};

/// Longest text of an explanation, in characters.
pub const TEXT_LIMIT: usize = 20_000;
/// Longest name or title of an agency or a draft, in characters.
pub const TITLE_LIMIT: usize = 200;
/// Longest title, number, unit or note on pages of a document, in characters.
pub const EVIDENCE_LIMIT: usize = 500;
/// Longest location or file name of a document, in characters.
pub const LOCATION_LIMIT: usize = 2_000;
/// Longest remark on a document and longest note of a review, in characters.
pub const REMARK_LIMIT: usize = 5_000;
/// Years an assessment may be for. SPBE evaluation began in 2018.
pub const YEARS: std::ops::RangeInclusive<u16> = 2018..=2100;

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
    #[error("{0:?} is no id: 1 to 40 letters, digits and hyphens")]
    BadId(String),
    #[error("indicator {indicator} has no level {level}")]
    UnknownLevel { indicator: Number, level: Level },
    #[error("indicator {indicator} expects nothing called {expected:?} at level {level}")]
    UnknownExpected { indicator: Number, level: Level, expected: String },
    #[error("the register has no document {0}")]
    UnknownEvidence(String),
    #[error("{title:?} is accepted; its status must be reopened first")]
    Locked { title: String },
    #[error("{title:?} is linked in {links} places")]
    Linked { title: String, links: usize },
    #[error("a review needs the name of the reviewer")]
    NoReviewer,
    #[error("this status needs a note that says why")]
    NoNote { status: Status },
    #[error("indicator {0} takes no value from outside")]
    NotAssessed(Number),
    #[error("the values of this stage are frozen: {stage:?} is closed")]
    Closed { stage: Stage },
    #[error("the instrument has no section {0}")]
    UnknownSection(String),
    #[error("effort is a whole number from {first} to {last}")]
    Effort { first: u16, last: u16 },
    #[error("there are at most {limit}")]
    TooMany { limit: usize },
    #[error("the assessment has no unit {0}")]
    UnknownUnit(String),
}

/// Whether an edit is allowed, whatever the assessment holds, without making it.
///
/// # Errors
/// Why it is not.
pub fn allowed(instrument: &Instrument, change: &Change) -> Result<(), Refused> {
    match change {
        Change::Value { indicator, value: None, .. } => known(instrument, *indicator),
        Change::Value { indicator, value: Some(value), .. } => {
            known(instrument, *indicator)?;
            on_scale(instrument, *indicator, *value)
        }
        Change::Text { indicator, text, .. } => {
            known(instrument, *indicator)?;
            short(Some(*indicator), text, TEXT_LIMIT)
        }
        Change::Agency(agency) => named(&agency.name, TITLE_LIMIT),
        Change::Year(year) if YEARS.contains(year) => Ok(()),
        Change::Year(year) => Err(Refused::Year(*year)),
        Change::Title(Some(title)) => named(title, TITLE_LIMIT),
        Change::Title(None) => Ok(()),
        Change::Target(Some(target)) => within(instrument, None, *target),
        Change::Target(None) | Change::Required(_) => Ok(()),
        Change::Evidence { id, evidence } => {
            ident(id)?;
            evidence.as_deref().map_or(Ok(()), document)
        }
        Change::Detail { detail, .. } => field(detail),
        Change::Link { key, link } => {
            place(instrument, key)?;
            link.as_ref().map_or(Ok(()), |link| short(Some(key.indicator), &link.pages, EVIDENCE_LIMIT))
        }
        Change::Review { status, note, .. } => noted(*status, note),
        Change::Unreview { .. } => Ok(()),
        Change::Assessed { indicator, assessed } => from_outside(instrument, *indicator, assessed.as_ref()),
        Change::Unit { id, unit } => {
            ident(id)?;
            unit.as_deref().map_or(Ok(()), |unit| owner(instrument, unit))
        }
        Change::Own { indicator, .. } => known(instrument, *indicator),
        Change::Stage(_) => Ok(()),
        Change::Record { book, key, record } => book.allowed(instrument, key, record.as_deref()),
        Change::Briefing(briefing) => short(None, &briefing.instructions, REMARK_LIMIT),
        Change::Order(order) => order.as_deref().map_or(Ok(()), |order| ordered(instrument, order)),
        Change::Whole(new) if new.instrument.id != instrument.id => {
            Err(Refused::OtherInstrument(new.instrument.id.clone()))
        }
        Change::Whole(new) => pieces(new).try_for_each(|(_, change)| {
            if let Change::Link { key, .. } = &change
                && !new.evidence.contains_key(&key.evidence)
            {
                return Err(Refused::UnknownEvidence(key.evidence.clone()));
            }
            allowed(instrument, &change)
        }),
        Change::All(changes) => changes.iter().try_for_each(|c| allowed(instrument, c)),
    }
}

/// Whether a text can be an id: ids become storage keys and addresses.
pub fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

pub(super) fn ident(id: &str) -> Result<(), Refused> {
    if is_id(id) { Ok(()) } else { Err(Refused::BadId(id.to_owned())) }
}

pub(super) fn all_known(instrument: &Instrument, indicators: &BTreeSet<Number>) -> Result<(), Refused> {
    indicators.iter().try_for_each(|number| known(instrument, *number))
}

fn owner(instrument: &Instrument, unit: &Unit) -> Result<(), Refused> {
    named(&unit.name, TITLE_LIMIT)?;
    short(None, &unit.contact, EVIDENCE_LIMIT)?;
    all_known(instrument, &unit.indicators)
}

fn ordered(instrument: &Instrument, order: &WorkOrder) -> Result<(), Refused> {
    ident(&order.unit)?;
    named(&order.name, TITLE_LIMIT)?;
    short(None, &order.contact, EVIDENCE_LIMIT)?;
    short(None, &order.instructions, REMARK_LIMIT)?;
    all_known(instrument, &order.indicators)
}

pub(super) fn known(instrument: &Instrument, indicator: Number) -> Result<(), Refused> {
    instrument.indicator(indicator).map(|_| ()).ok_or(Refused::UnknownIndicator(indicator))
}

pub(super) fn within(
    instrument: &Instrument,
    indicator: Option<Number>,
    value: Value,
) -> Result<(), Refused> {
    let scale = &instrument.scale;
    if (scale.min..=scale.max).contains(&value) {
        Ok(())
    } else {
        Err(Refused::OutsideScale { indicator, value, min: scale.min, max: scale.max })
    }
}

pub(super) fn on_scale(instrument: &Instrument, indicator: Number, value: Value) -> Result<(), Refused> {
    within(instrument, Some(indicator), value)?;
    let decimals = instrument.scale.decimals;
    if value.decimals() > decimals {
        return Err(Refused::TooManyDecimals { indicator, value, decimals });
    }
    Ok(())
}

pub(super) fn short(indicator: Option<Number>, text: &str, limit: usize) -> Result<(), Refused> {
    if text.chars().count() <= limit { Ok(()) } else { Err(Refused::TooLong { indicator, limit }) }
}

pub(super) fn named(name: &str, limit: usize) -> Result<(), Refused> {
    if name.trim().is_empty() { Err(Refused::NoName) } else { short(None, name, limit) }
}

fn noted(status: Status, note: &str) -> Result<(), Refused> {
    if status.needs_note() && note.trim().is_empty() {
        return Err(Refused::NoNote { status });
    }
    short(None, note, REMARK_LIMIT)
}

fn document(evidence: &Evidence) -> Result<(), Refused> {
    Detail::all(evidence).iter().try_for_each(field)?;
    for review in &evidence.reviews {
        if review.stamp.by.trim().is_empty() {
            return Err(Refused::NoReviewer);
        }
        noted(review.status, &review.note)?;
    }
    Ok(())
}

fn field(detail: &Detail) -> Result<(), Refused> {
    match detail {
        Detail::Title(text) => named(text, EVIDENCE_LIMIT),
        Detail::Number(text) | Detail::Unit(text) | Detail::Pages(text) => short(None, text, EVIDENCE_LIMIT),
        Detail::Location(text) => short(None, text, LOCATION_LIMIT),
        Detail::Remark(text) => short(None, text, REMARK_LIMIT),
        Detail::File(Some(FileFact { name, .. })) => named(name, LOCATION_LIMIT),
        Detail::File(None) | Detail::Kind(_) | Detail::Date(_) | Detail::ValidUntil(_) => Ok(()),
    }
}

fn place(instrument: &Instrument, key: &LinkKey) -> Result<(), Refused> {
    let LinkKey { indicator: number, level, expected, .. } = key;
    let indicator = instrument.indicator(*number).ok_or(Refused::UnknownIndicator(*number))?;
    if !indicator.criteria.contains_key(level) {
        return Err(Refused::UnknownLevel { indicator: *number, level: *level });
    }
    let Some(id) = expected else { return Ok(()) };
    if indicator.evidence.iter().any(|expected| expected.id == *id && expected.is_for(*level)) {
        Ok(())
    } else {
        Err(Refused::UnknownExpected { indicator: *number, level: *level, expected: id.clone() })
    }
}

/// Only where documents alone do not give the value.
fn from_outside(instrument: &Instrument, number: Number, assessed: Option<&Assessed>) -> Result<(), Refused> {
    let indicator = instrument.indicator(number).ok_or(Refused::UnknownIndicator(number))?;
    let external = indicator.external.as_ref().filter(|external| external.role == ExternalRole::Value);
    if instrument.support.by != SupportBy::Items && external.is_none() {
        return Err(Refused::NotAssessed(number));
    }
    let Some(assessed) = assessed else { return Ok(()) };
    on_scale(instrument, number, assessed.value)?;
    match (assessed.external, external) {
        (Some(_), None) => Err(Refused::NotAssessed(number)),
        (Some(value), Some(external)) => {
            let (Some(&min), Some(&max)) = (external.bands.first(), external.bands.last()) else {
                return Ok(());
            };
            if (min..=max).contains(&value) {
                Ok(())
            } else {
                Err(Refused::OutsideScale { indicator: Some(number), value, min, max })
            }
        }
        (None, _) => Ok(()),
    }
}
