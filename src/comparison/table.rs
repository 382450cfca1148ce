use crate::instrument::{Instrument, Number, Section};
use crate::score::{Difference, Exact, Score, SectionScore};

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    Index,
    /// A domain or an aspect, by its id.
    Section(String),
    Indicator(Number),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub of: Of,
    /// 0 for the index and the outermost sections.
    pub depth: usize,
    /// One for each column.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// What is counted: an unanswered indicator as the scale's minimum.
    pub value: Exact,
    /// False of an indicator without a value.
    pub answered: bool,
    /// From the base column to this one; nothing in the base column itself.
    pub difference: Option<Difference>,
}

impl Row {
    /// Whether a column differs from the base, be it in that it is unanswered.
    pub fn differs(&self) -> bool {
        let answered = self.cells.first().is_some_and(|cell| cell.answered);
        self.cells.iter().any(|cell| {
            cell.answered != answered || cell.difference.is_some_and(|difference| !difference.is_none())
        })
    }
}

/// The index, every section and every indicator of columns that have one instrument, in its order, with the
/// differences to one of them. A base that is no column makes no differences.
pub fn table(instrument: &Instrument, scores: &[&Score], base: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let index = scores.iter().map(|score| (score.standing.index, true));
    rows.push(row(Of::Index, 0, base, index.collect()));
    for (at, section) in instrument.sections.iter().enumerate() {
        let of = scores.iter().filter_map(|score| score.sections.get(at)).collect();
        add(&mut rows, section, of, 0, base);
    }
    rows
}

fn add(rows: &mut Vec<Row>, section: &Section, scores: Vec<&SectionScore>, depth: usize, base: usize) {
    let values = scores.iter().map(|score| (score.value, true)).collect();
    rows.push(row(Of::Section(section.id.clone()), depth, base, values));
    for (at, child) in section.sections.iter().enumerate() {
        let of = scores.iter().filter_map(|score| score.sections.get(at)).collect();
        add(rows, child, of, depth + 1, base);
    }
    for (at, indicator) in section.indicators.iter().enumerate() {
        let of = scores.iter().filter_map(|score| score.indicators.get(at));
        let values = of.map(|score| (score.counted.into(), score.value.is_some())).collect();
        rows.push(row(Of::Indicator(indicator.number), depth + 1, base, values));
    }
}

fn row(of: Of, depth: usize, base: usize, values: Vec<(Exact, bool)>) -> Row {
    let from = values.get(base).map(|(value, _)| *value);
    let cell = |(at, (value, answered)): (usize, &(Exact, bool))| Cell {
        value: *value,
        answered: *answered,
        difference: from.filter(|_| at != base).map(|from| Difference::between(from, *value)),
    };
    Row { of, depth, cells: values.iter().enumerate().map(cell).collect() }
}
