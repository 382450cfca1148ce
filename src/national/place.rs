use super::names::key;
use super::{Measure, Published, Quarter, Quartiles, Results, quartiles};
use crate::assessment::{Agency, AgencyKind};
use crate::score::{Difference, Exact};

/// How a kind of agency did in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    pub kind: AgencyKind,
    pub year: u16,
    pub quartiles: Quartiles,
}

/// A value among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    pub value: Exact,
    pub quartiles: Quartiles,
    pub quarter: Quarter,
    pub from_median: Difference,
}

impl Results {
    /// The agency of a draft: that of its name and kind, else the only one of its name.
    pub fn guess(&self, agency: &Agency) -> Option<&str> {
        let has =
            |key: &String| self.rows.iter().find(|row| row.agency == *key).map(|row| row.agency.as_str());
        if let Some(found) = has(&key(&agency.name, agency.kind)) {
            return Some(found);
        }
        let mut others = AgencyKind::ALL.into_iter().filter_map(|kind| has(&key(&agency.name, kind)));
        others.next().filter(|_| others.next().is_none())
    }

    /// The agency that people call so: by the name of any year.
    pub fn named(&self, name: &str) -> Option<&str> {
        let name = name.trim().to_lowercase();
        let same = |row: &&Published| row.name.to_lowercase() == name || row.printed.to_lowercase() == name;
        self.rows.iter().rev().find(same).map(|row| row.agency.as_str())
    }

    /// What was published of an agency, in the order of the years.
    pub fn of_agency(&self, agency: &str) -> impl Iterator<Item = &Published> {
        self.rows.iter().filter(move |row| row.agency == agency)
    }

    /// The values of a kind in a year; those that cannot be read are left out.
    pub fn values(
        &self,
        kind: AgencyKind,
        year: u16,
        measure: Measure,
    ) -> impl Iterator<Item = crate::instrument::Value> {
        let here = self.rows.iter().filter(move |row| row.kind == kind && row.year == year);
        here.filter_map(move |row| row.value(measure))
    }

    pub fn summary(&self, kind: AgencyKind, year: u16, measure: Measure) -> Option<Summary> {
        Some(Summary { kind, year, quartiles: quartiles(self.values(kind, year, measure))? })
    }

    /// Where a value lies among those that its kind had in a year.
    pub fn standing(&self, kind: AgencyKind, year: u16, measure: Measure, value: Exact) -> Option<Standing> {
        let quartiles = self.summary(kind, year, measure)?.quartiles;
        let (quarter, from_median) = (quartiles.quarter(value), quartiles.from_median(value));
        Some(Standing { value, quartiles, quarter, from_median })
    }
}
