use std::collections::BTreeMap;

use crate::assessment::{Agency, Stage};

/// What tells whether a column is a year of an agency.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'a> {
    pub agency: &'a Agency,
    pub year: u16,
    /// `None` of a scenario, which is no year.
    pub stage: Option<Stage>,
}

/// The columns that are years of one agency, in the order of the years: of each year that of the latest
/// stage. Empty where there are fewer than two years. Columns must have one instrument.
pub fn over_years(columns: &[Dated], of: &Agency) -> Vec<usize> {
    let plain = |agency: &Agency| agency.name.trim().to_lowercase();
    let mut years: BTreeMap<u16, (Stage, usize)> = BTreeMap::new();
    for (at, column) in columns.iter().enumerate() {
        let same = column.agency.kind == of.kind && plain(column.agency) == plain(of);
        let Some(stage) = column.stage.filter(|_| same) else { continue };
        let latest = years.entry(column.year).or_insert((stage, at));
        if stage > latest.0 {
            *latest = (stage, at);
        }
    }
    let columns: Vec<_> = years.into_values().map(|(_, at)| at).collect();
    if columns.len() < 2 { Vec::new() } else { columns }
}
