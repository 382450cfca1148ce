use super::Exact;
use crate::assessment::{Assessment, Stage};
use crate::instrument::{Instrument, Number, Section, Value, Weight};

/// The worth of an assessment at one of its stages.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Unanswered indicators count as the scale's minimum.
    pub standing: Standing,
    pub answered: usize,
    pub total: usize,
    /// Lowest index that open indicators can still lead to (equal to the index).
    pub lowest: Exact,
    /// Highest index that open indicators can still lead to.
    pub highest: Exact,
    pub sections: Vec<SectionScore>,
}

/// An index and its predicate.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub index: Exact,
    /// From the exact value.
    pub predicate: String,
    /// The predicate that the index would get if it were rounded to two decimals first; only where
    /// it differs. The 2023 results used the rounded value, those of 2024 the exact one.
    pub predicate_if_rounded: Option<String>,
}

/// A domain or an aspect.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionScore {
    pub id: String,
    pub weight: Weight,
    pub value: Exact,
    pub answered: usize,
    pub total: usize,
    /// What it adds to the index: value × weight over the total weight.
    pub contribution: Exact,
    pub sections: Vec<SectionScore>,
    pub indicators: Vec<IndicatorScore>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorScore {
    pub number: Number,
    pub weight: Weight,
    /// `None` while it is unanswered.
    pub value: Option<Value>,
    /// What is counted: the value, or the scale's minimum.
    pub counted: Value,
    /// value × weight, in hundredths.
    pub product: u64,
    /// What it adds to the index: the product over the total weight.
    pub contribution: Exact,
    /// What the next level of its model would add to the index; `None` at the top.
    pub gain: Option<Exact>,
}

/// Computes the score of an assessment at its present stage.
pub fn score(instrument: &Instrument, assessment: &Assessment) -> Score {
    score_at(instrument, assessment, assessment.stage)
}

/// Computes the score of an assessment at a stage, with the values that are in force there
/// ([`Assessment::value_at`]).
///
/// index = Σ(value × weight) ÷ total weight, in whole numbers (Permen PANRB 59/2020, annex I,
/// tables 7 to 12; Permen PANRB 8/2026, annex, part B). A section's value is the same sum over its
/// own indicators and weight.
pub fn score_at(instrument: &Instrument, assessment: &Assessment, stage: Stage) -> Score {
    let sections: Vec<_> = instrument
        .sections
        .iter()
        .map(|section| section_score(instrument, assessment, stage, section))
        .collect();
    let sums = sections.iter().map(|(_, sums)| *sums).fold(Sums::default(), Sums::plus);
    let total_weight = u64::from(instrument.total_weight);
    let index = Exact::weighted(sums.counted, total_weight);
    Score {
        standing: standing(instrument, index),
        answered: sums.answered,
        total: sums.total,
        lowest: index,
        highest: Exact::weighted(sums.highest, total_weight),
        sections: sections.into_iter().map(|(section, _)| section).collect(),
    }
}

/// The predicate of an index.
pub fn standing(instrument: &Instrument, index: Exact) -> Standing {
    let band = |value: Exact| {
        let bands = &instrument.predicates;
        bands
            .iter()
            .rev()
            .find(|p| Exact::from(p.from) <= value)
            .or(bands.first())
            .map_or_else(String::new, |p| p.title.clone())
    };
    let predicate = band(index);
    let if_rounded = band(Exact::from(index.rounded()));
    Standing { index, predicate_if_rounded: (if_rounded != predicate).then_some(if_rounded), predicate }
}

#[derive(Clone, Copy, Default)]
struct Sums {
    counted: u64,
    highest: u64,
    answered: usize,
    total: usize,
}

impl Sums {
    fn plus(self, other: Self) -> Self {
        Self {
            counted: self.counted + other.counted,
            highest: self.highest + other.highest,
            answered: self.answered + other.answered,
            total: self.total + other.total,
        }
    }
}

fn section_score(
    instrument: &Instrument,
    assessment: &Assessment,
    stage: Stage,
    section: &Section,
) -> (SectionScore, Sums) {
    let total_weight = u64::from(instrument.total_weight);
    let mut sums = Sums::default();
    let mut sections = Vec::with_capacity(section.sections.len());
    for child in &section.sections {
        let (child, below) = section_score(instrument, assessment, stage, child);
        sums = sums.plus(below);
        sections.push(child);
    }
    let mut indicators = Vec::with_capacity(section.indicators.len());
    for indicator in &section.indicators {
        let value = assessment.value_at(stage, indicator.number).map(|(value, _)| value);
        let counted = value.unwrap_or(instrument.scale.min);
        let weigh = |value: Value| u64::from(value.as_hundredths()) * u64::from(indicator.weight);
        let product = weigh(counted);
        let next = instrument.model_of(indicator).and_then(|m| m.level_above(counted));
        sums = sums.plus(Sums {
            counted: product,
            highest: weigh(value.unwrap_or(instrument.scale.max)),
            answered: usize::from(value.is_some()),
            total: 1,
        });
        indicators.push(IndicatorScore {
            number: indicator.number,
            weight: indicator.weight,
            value,
            counted,
            product,
            contribution: Exact::weighted(product, total_weight),
            gain: next.map(|level| Exact::weighted(weigh(level.value).saturating_sub(product), total_weight)),
        });
    }
    let score = SectionScore {
        id: section.id.clone(),
        weight: section.weight,
        value: Exact::weighted(sums.counted, u64::from(section.weight)),
        answered: sums.answered,
        total: sums.total,
        contribution: Exact::weighted(sums.counted, total_weight),
        sections,
        indicators,
    };
    (score, sums)
}

impl Score {
    /// All indicators in the order of the instrument.
    pub fn indicators(&self) -> impl Iterator<Item = &IndicatorScore> {
        self.sections.iter().flat_map(SectionScore::all_indicators)
    }

    pub fn indicator(&self, number: Number) -> Option<&IndicatorScore> {
        self.indicators().find(|i| i.number == number)
    }

    /// A section at any depth.
    pub fn section(&self, id: &str) -> Option<&SectionScore> {
        self.sections.iter().find_map(|s| s.find(id))
    }
}

impl SectionScore {
    pub fn all_indicators(&self) -> Box<dyn Iterator<Item = &IndicatorScore> + '_> {
        Box::new(self.indicators.iter().chain(self.sections.iter().flat_map(SectionScore::all_indicators)))
    }

    fn find(&self, id: &str) -> Option<&SectionScore> {
        if self.id == id {
            return Some(self);
        }
        self.sections.iter().find_map(|s| s.find(id))
    }
}
