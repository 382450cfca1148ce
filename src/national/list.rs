use std::cmp::Ordering;

use super::{Measure, Published, Results};
use crate::assessment::AgencyKind;

/// Results on one page of the list.
pub const PAGE: usize = 50;

/// What a person wants to see of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Every word of it stands in the agency's name.
    pub search: String,
    pub kind: Option<AgencyKind>,
    pub year: Option<u16>,
    pub predicate: Option<String>,
    pub sort: Sort,
    pub descending: bool,
}

/// What the list is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Name,
    Kind,
    Year,
    Measure(Measure),
}

impl Sort {
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Kind,
        Self::Year,
        Self::Measure(Measure::ALL[0]),
        Self::Measure(Measure::ALL[1]),
        Self::Measure(Measure::ALL[2]),
        Self::Measure(Measure::ALL[3]),
        Self::Measure(Measure::ALL[4]),
    ];

    fn compare(self, a: &Published, b: &Published) -> Ordering {
        match self {
            Self::Name => Ordering::Equal,
            Self::Kind => a.kind.cmp(&b.kind),
            Self::Year => a.year.cmp(&b.year),
            Self::Measure(measure) => a.value(measure).cmp(&b.value(measure)),
        }
    }
}

impl Wanted {
    /// Whether it leaves anything out.
    pub fn is_narrow(&self) -> bool {
        *self != Self { sort: self.sort, descending: self.descending, ..Self::default() }
    }

    /// All results, in the same order as before.
    pub fn widen(&mut self) {
        *self = Self { sort: self.sort, descending: self.descending, ..Self::default() };
    }

    /// Orders by a column; by the same one again, the other way round.
    pub fn order_by(&mut self, sort: Sort) {
        self.descending = self.sort == sort && !self.descending;
        self.sort = sort;
    }
}

/// The results a person wants, in order: the places of [`Results::rows`]. Equal ones stand by name, and those
/// of an agency by year; a value that cannot be read comes last either way.
pub fn found(results: &Results, wanted: &Wanted) -> Vec<usize> {
    let search = wanted.search.to_lowercase();
    let words: Vec<&str> = search.split_whitespace().collect();
    let fits = |row: &Published| {
        wanted.kind.is_none_or(|kind| row.kind == kind)
            && wanted.year.is_none_or(|year| row.year == year)
            && wanted.predicate.as_ref().is_none_or(|predicate| row.predicate == *predicate)
            && words.iter().all(|word| row.words.contains(word))
    };
    let rows = &results.rows;
    let mut found: Vec<usize> = (0..rows.len()).filter(|at| fits(&rows[*at])).collect();
    let name = |a: &Published, b: &Published| a.words.cmp(&b.words).then(a.year.cmp(&b.year));
    found.sort_by(|a, b| {
        let (a, b) = (&rows[*a], &rows[*b]);
        if let Sort::Measure(measure) = wanted.sort {
            let missing = a.value(measure).is_none().cmp(&b.value(measure).is_none());
            if missing.is_ne() {
                return missing;
            }
        }
        let by = wanted.sort.compare(a, b);
        let by = if wanted.sort == Sort::Name { name(a, b) } else { by };
        let by = if wanted.descending { by.reverse() } else { by };
        by.then_with(|| name(a, b))
    });
    found
}
