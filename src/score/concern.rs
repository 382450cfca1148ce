use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, Date, Evidence, EvidenceId, LinkKey};
use crate::instrument::{Instrument, Level, Number, Rule};

/// Something about a document that an assessor would send back.
#[derive(Clone, Debug, PartialEq)]
pub enum Concern<'a> {
    /// Older than a rule allows for what it is linked to.
    TooOld { key: &'a LinkKey, date: Date, years: u8, rule: &'a Rule },
    /// A rule limits its age, but its date is not known.
    NoDate { key: &'a LinkKey, rule: &'a Rule },
    /// It was in force until a day that is past.
    Expired { until: Date },
    /// It is of another sort than the linked item asks for.
    WrongKind { key: &'a LinkKey },
    /// The linked item asks for certain sorts, and its own is not chosen: a file that was dropped there.
    NoKind { key: &'a LinkKey },
    /// It is linked to a level, but to nothing that is expected there.
    NoItem { key: &'a LinkKey },
    /// It is linked nowhere.
    NoLink,
    /// No SHA-256 tells which file is meant.
    NoHash,
    /// Its content is that of other documents.
    SameContent { others: Vec<&'a str> },
}

impl Concern<'_> {
    /// Whether an assessor would send the document back for it, though it counts.
    pub fn is_grave(&self) -> bool {
        self.is_age() || matches!(self, Self::WrongKind { .. })
    }

    /// Whether it is about age or force.
    pub fn is_age(&self) -> bool {
        matches!(self, Self::TooOld { .. } | Self::Expired { .. })
    }
}

/// What there is to say about each document, by its id. A document without a concern has no entry.
///
/// Age is counted on the `reference` day, see [`reference_day`].
pub fn concerns<'a>(
    instrument: &'a Instrument,
    assessment: &'a Assessment,
    reference: Date,
) -> BTreeMap<&'a EvidenceId, Vec<Concern<'a>>> {
    let mut found: BTreeMap<&EvidenceId, Vec<Concern>> = BTreeMap::new();
    let mut linked: BTreeSet<&EvidenceId> = BTreeSet::new();
    for key in assessment.links.keys() {
        linked.insert(&key.evidence);
        if let Some((id, evidence)) = assessment.evidence.get_key_value(&key.evidence) {
            let concerns = of_link(instrument, key, evidence, reference);
            if !concerns.is_empty() {
                found.entry(id).or_default().extend(concerns);
            }
        }
    }
    let mut same: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, evidence) in &assessment.evidence {
        if let Some(digest) = evidence.sha256() {
            same.entry(digest).or_default().push(id);
        }
    }
    for (id, evidence) in &assessment.evidence {
        let mut own = Vec::new();
        own.extend(expired(evidence, reference));
        if !linked.contains(id) {
            own.push(Concern::NoLink);
        }
        match evidence.sha256().and_then(|digest| same.get(digest)) {
            None => own.push(Concern::NoHash),
            Some(ids) if ids.len() > 1 => {
                own.push(Concern::SameContent {
                    others: ids.iter().copied().filter(|other| other != id).collect(),
                });
            }
            Some(_) => {}
        }
        if !own.is_empty() {
            found.entry(id).or_default().extend(own);
        }
    }
    found
}

/// Whether a document's force has ended before the `reference` day.
pub fn expired<'a>(evidence: &Evidence, reference: Date) -> Option<Concern<'a>> {
    let until = evidence.valid_until.filter(|until| *until < reference)?;
    Some(Concern::Expired { until })
}

/// What there is to say about one link of a document.
pub fn of_link<'a>(
    instrument: &'a Instrument,
    key: &'a LinkKey,
    evidence: &Evidence,
    reference: Date,
) -> Vec<Concern<'a>> {
    let mut concerns = Vec::new();
    let Some(indicator) = instrument.indicator(key.indicator) else { return concerns };
    let expected = key.expected.as_ref().and_then(|id| indicator.evidence.iter().find(|e| e.id == *id));
    if expected.is_none() && indicator.evidence.iter().any(|expected| expected.is_for(key.level)) {
        concerns.push(Concern::NoItem { key });
    }
    let asked = expected.map(|expected| expected.kinds.as_slice()).unwrap_or_default();
    match evidence.kind {
        _ if asked.is_empty() => {}
        None => concerns.push(Concern::NoKind { key }),
        Some(kind) if !asked.contains(&kind) => concerns.push(Concern::WrongKind { key }),
        Some(_) => {}
    }
    for rule in &instrument.rules {
        for age in &rule.ages {
            let within = |number: Number, level: Level| {
                (age.indicators.is_empty() || age.indicators.contains(&number))
                    && (age.levels.is_empty() || age.levels.contains(&level))
            };
            let meant = match evidence.kind {
                Some(kind) if age.kinds.contains(&kind) => true,
                // What is handed in as a review must be as young as one, whatever it calls itself.
                _ => !asked.is_empty() && asked.first().is_some_and(|kind| age.kinds.contains(kind)),
            };
            if !meant || !within(key.indicator, key.level) {
                continue;
            }
            match evidence.date {
                None => concerns.push(Concern::NoDate { key, rule }),
                Some(date) if date.plus_years(age.years) <= reference => {
                    concerns.push(Concern::TooOld { key, date, years: age.years, rule });
                }
                Some(_) => {}
            }
        }
    }
    concerns
}

/// The day on which age is counted: today, but not later than the end of the year of evaluation, so
/// that an old assessment does not grow old with its documents.
pub fn reference_day(today: Date, year: u16) -> Date {
    Date::new(year, 12, 31).map_or(today, |end| today.min(end))
}
