use std::collections::BTreeMap;

use super::Exact;
use super::compute::{Standing, standing};
use crate::assessment::{Assessment, Required, Status};
use crate::instrument::{ExternalRole, Indicator, Instrument, Level, Model, Number, SupportBy, Value};

/// What an assessment is worth by its documents, beside what it claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    pub claimed: Standing,
    pub supported: Standing,
    /// All indicators in the order of the instrument.
    pub indicators: Vec<Supported>,
    /// Whether a value of it is an estimate that no regulation gives.
    pub estimated: bool,
}

/// An indicator's value by its documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Supported {
    pub number: Number,
    /// `None` while it is unanswered; the index then counts the scale's minimum.
    pub claimed: Option<Value>,
    pub value: Value,
    pub basis: Basis,
    /// Each level from the lowest that needs documents to the highest of the model.
    pub rungs: Vec<Rung>,
    /// What the index loses between claim and support; negative differences (an assessor gave more)
    /// count as nothing.
    pub lost: Exact,
}

/// Where a supported value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Every level up to it has a document of the required status.
    Rungs,
    /// An estimate from the number of expected things that have such a document.
    Estimate,
    /// An assessor gave it.
    Assessed,
    /// It was converted from another agency's index.
    Converted,
    /// It comes from another agency's index, which is not entered: the scale's minimum.
    ExternalMissing,
}

impl Basis {
    /// As in tables for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rungs => "rungs",
            Self::Estimate => "estimate",
            Self::Assessed => "assessed",
            Self::Converted => "converted",
            Self::ExternalMissing => "external-missing",
        }
    }
}

/// A level of an indicator and its documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    pub level: Level,
    pub state: RungState,
    /// How many things the instrument expects here, and how many have a document of the required
    /// status. Only counted by [`SupportBy::Items`].
    pub items: (usize, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RungState {
    /// It and all below it have what they need.
    Supported,
    /// No document is linked.
    Empty,
    /// Documents are linked, none of the required status. The best status among them.
    Waiting(Status),
    /// Something expected here has no document of the required status.
    Incomplete,
    /// It has what it needs, but a lower level does not.
    AboveOpen(Level),
}

/// Computes what the documents of an assessment support at its present stage.
///
/// SPBE: level n is supported only when each level from 2 to n has a document of the required status
/// (levels are cumulative: Permen PANRB 59/2020, tables 1 and 2). Pemdi: an estimate, see
/// [`SupportBy::Items`]. A supported value never exceeds the claimed one, except where an assessor's
/// value is entered, which always wins.
pub fn support(instrument: &Instrument, assessment: &Assessment) -> Support {
    let attached = Attached::of(assessment);
    let total_weight = u64::from(instrument.total_weight);
    let (mut claimed_sum, mut supported_sum) = (0, 0);
    let mut indicators = Vec::new();
    for indicator in instrument.indicators() {
        let Some(model) = instrument.model_of(indicator) else { continue };
        let one = supported(instrument, assessment, indicator, model, &attached);
        let weigh = |value: Value| u64::from(value.as_hundredths()) * u64::from(indicator.weight);
        let claimed = weigh(one.claimed.unwrap_or(instrument.scale.min));
        let supported = weigh(one.value);
        claimed_sum += claimed;
        supported_sum += supported;
        indicators.push(Supported {
            lost: Exact::weighted(claimed.saturating_sub(supported), total_weight),
            ..one
        });
    }
    let index = |sum| standing(instrument, Exact::weighted(sum, total_weight));
    Support {
        claimed: index(claimed_sum),
        supported: index(supported_sum),
        estimated: indicators.iter().any(|one| one.basis == Basis::Estimate),
        indicators,
    }
}

impl Support {
    pub fn indicator(&self, number: Number) -> Option<&Supported> {
        self.indicators.iter().find(|one| one.number == number)
    }

    /// Whether an indicator's claim is higher than its documents support.
    pub fn is_short(&self, number: Number) -> bool {
        self.indicator(number).is_some_and(|of| of.claimed.is_some_and(|claimed| of.value < claimed))
    }

    /// Whether anything is claimed at all.
    pub fn claims(&self) -> bool {
        self.indicators.iter().any(|of| of.claimed.is_some())
    }

    /// What separates the two indices, from what costs most.
    pub fn gaps(&self) -> Vec<&Supported> {
        let nothing = Exact::weighted(0, 1);
        let mut gaps: Vec<_> = self.indicators.iter().filter(|one| one.lost > nothing).collect();
        gaps.sort_by(|a, b| b.lost.cmp(&a.lost).then(a.number.cmp(&b.number)));
        gaps
    }
}

impl Supported {
    pub fn rung(&self, level: Level) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.level == level)
    }
}

/// A value from another agency's index, by the band it lies in.
///
/// Linear within each band, rounded half up to hundredths. The two published examples (SDI 25 →
/// 2,00 and 68,75 → 3,75) are in the middle of their bands, so that linear is likely, not proven.
/// Values outside the outer bands are taken as the nearest bound.
pub fn converted(instrument: &Instrument, indicator: &Indicator, index: Value) -> Option<Value> {
    let bands = &indicator.external.as_ref()?.bands;
    let levels = &instrument.model_of(indicator)?.levels;
    let index = index.clamp(*bands.first()?, *bands.last()?);
    let at = bands.windows(2).rposition(|band| band[0] <= index)?;
    let (low, high) = (*bands.get(at)?, *bands.get(at + 1)?);
    let from = levels.get(at)?.from;
    let to = levels.get(at + 1).map_or(instrument.scale.max, |next| next.from);
    let wide = |a: Value, b: Value| u32::from(b.as_hundredths() - a.as_hundredths());
    let (part, whole) = (wide(low, index), wide(low, high).max(1));
    let more = (wide(from, to) * part * 2 + whole) / (whole * 2);
    Some(Value::hundredths(from.as_hundredths() + u16::try_from(more).ok()?))
}

/// The best status of the documents at each place.
struct Attached<'a> {
    required: Required,
    rungs: BTreeMap<(Number, Level), Status>,
    items: BTreeMap<(Number, Level, &'a str), Status>,
}

impl<'a> Attached<'a> {
    fn of(assessment: &'a Assessment) -> Self {
        let mut attached =
            Self { required: assessment.required, rungs: BTreeMap::new(), items: BTreeMap::new() };
        for key in assessment.links.keys() {
            let Some(evidence) = assessment.evidence.get(&key.evidence) else { continue };
            let status = evidence.status();
            better(attached.rungs.entry((key.indicator, key.level)).or_insert(status), status);
            if let Some(expected) = &key.expected {
                better(attached.items.entry((key.indicator, key.level, expected)).or_insert(status), status);
            }
        }
        attached
    }

    fn rung(&self, number: Number, level: Level) -> Option<Status> {
        self.rungs.get(&(number, level)).copied()
    }

    /// How many things are expected at a level, and how many of them have what is required.
    fn items(&self, indicator: &Indicator, level: Level) -> (usize, usize) {
        let expected = indicator.evidence.iter().filter(|expected| expected.is_for(level));
        expected.fold((0, 0), |(all, met), expected| {
            let status = self.items.get(&(indicator.number, level, expected.id.as_str()));
            (all + 1, met + usize::from(status.is_some_and(|status| self.required.is_met_by(*status))))
        })
    }
}

fn better(best: &mut Status, status: Status) {
    if nearness(status) > nearness(*best) {
        *best = status;
    }
}

/// How near a status is to acceptance.
fn nearness(status: Status) -> u8 {
    match status {
        Status::Ditolak => 0,
        Status::PerluRevisi => 1,
        Status::Draf => 2,
        Status::Dikirim => 3,
        Status::Diterima => 4,
    }
}

fn supported(
    instrument: &Instrument,
    assessment: &Assessment,
    indicator: &Indicator,
    model: &Model,
    attached: &Attached,
) -> Supported {
    let number = indicator.number;
    let min = instrument.scale.min;
    let claimed = assessment.value(number);
    let by_items = instrument.support.by == SupportBy::Items;
    let mut rungs = Vec::new();
    let mut open = None;
    for level in model.levels.iter().map(|level| level.level).filter(|l| *l >= instrument.support.from) {
        let status = attached.rung(number, level);
        let items = if by_items { attached.items(indicator, level) } else { (0, 0) };
        let met = match status {
            // A level that expects nothing stands with the one below it.
            None => by_items && items.0 == 0,
            Some(status) => attached.required.is_met_by(status) && items.0 == items.1,
        };
        let state = match (met, open, status) {
            (true, None, _) => RungState::Supported,
            (true, Some(open), _) => RungState::AboveOpen(open),
            (false, _, None) => RungState::Empty,
            (false, _, Some(status)) if !attached.required.is_met_by(status) => RungState::Waiting(status),
            (false, ..) => RungState::Incomplete,
        };
        if !met && open.is_none() {
            open = Some(level);
        }
        rungs.push(Rung { level, state, items });
    }
    let external = indicator.external.as_ref().is_some_and(|external| external.role == ExternalRole::Value);
    let (value, basis) = match assessment.assessed.get(&number) {
        Some(assessed) if assessed.external.is_some() => (assessed.value, Basis::Converted),
        Some(assessed) => (assessed.value, Basis::Assessed),
        None if external => (min, Basis::ExternalMissing),
        None if by_items => {
            let estimate = estimate(instrument, model, &rungs);
            (estimate.min(claimed.unwrap_or(min)), Basis::Estimate)
        }
        None => (climbed(model, &rungs, claimed.unwrap_or(min)), Basis::Rungs),
    };
    Supported { number, claimed, value, basis, rungs, lost: Exact::weighted(0, 1) }
}

/// The claim, or the highest level below it up to which every rung is supported.
fn climbed(model: &Model, rungs: &[Rung], claimed: Value) -> Value {
    let open = rungs.iter().find(|rung| rung.state != RungState::Supported).map(|rung| rung.level);
    let reached = |level: &&crate::instrument::LevelName| open.is_none_or(|open| level.level < open);
    match model.level_at(claimed) {
        Some(level) if reached(&level) => claimed,
        _ => model.levels.iter().rev().find(reached).map_or(claimed, |level| level.value.min(claimed)),
    }
}

/// 1,00 and, level by level, the width of its band times the share of what is expected there and
/// has a document of the required status; a level with something missing is the last that counts.
/// Rounded half up to hundredths, as published values of indicators are.
fn estimate(instrument: &Instrument, model: &Model, rungs: &[Rung]) -> Value {
    let mut value = u32::from(instrument.scale.min.as_hundredths());
    let max = instrument.scale.max;
    // The band of a level that expects nothing counts once the climb goes on above it.
    let mut owed = 0;
    for rung in rungs {
        let Some(at) = model.levels.iter().position(|level| level.level == rung.level) else { break };
        let from = model.levels[at].from;
        let to = model.levels.get(at + 1).map_or(max, |next| next.from);
        let width = u32::from(to.as_hundredths().saturating_sub(from.as_hundredths()));
        let (all, met) = (rung.items.0 as u32, rung.items.1 as u32);
        if all == 0 {
            owed += width;
            continue;
        }
        if met > 0 {
            value += owed + (width * met * 2 + all) / (all * 2);
            owed = 0;
        }
        if met < all {
            break;
        }
    }
    Value::hundredths(u16::try_from(value).unwrap_or(u16::MAX)).min(max)
}
