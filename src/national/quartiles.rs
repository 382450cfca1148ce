use crate::instrument::Value;
use crate::score::{Difference, Exact};

/// The quarters of a set of values, exactly.
///
/// Of n sorted values the quartile q lies at place (n − 1) × q ÷ 4, counted from 0; between two places it is
/// as far between their values (the function QUARTILE.INC of spreadsheets).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles {
    pub count: usize,
    pub lower: Exact,
    pub median: Exact,
    pub upper: Exact,
}

/// In which quarter of others a value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quarter {
    /// Below the lower quartile.
    Lowest,
    /// From the lower quartile to below the median.
    BelowMedian,
    AtMedian,
    /// Above the median, up to the upper quartile.
    AboveMedian,
    /// Above the upper quartile.
    Highest,
}

impl Quarter {
    pub const ALL: [Self; 5] =
        [Self::Lowest, Self::BelowMedian, Self::AtMedian, Self::AboveMedian, Self::Highest];
}

/// Nothing of no values.
pub fn quartiles(values: impl IntoIterator<Item = Value>) -> Option<Quartiles> {
    let mut sorted: Vec<u64> = values.into_iter().map(|value| value.as_hundredths().into()).collect();
    sorted.sort_unstable();
    let last = sorted.len().checked_sub(1)?;
    let quartile = |number: usize| {
        let (place, rest) = (last * number / 4, (last * number % 4) as u64);
        let next = sorted[(place + 1).min(last)];
        Exact::weighted(sorted[place] * (4 - rest) + next * rest, 4)
    };
    Some(Quartiles { count: sorted.len(), lower: quartile(1), median: quartile(2), upper: quartile(3) })
}

impl Quartiles {
    pub fn quarter(&self, value: Exact) -> Quarter {
        match () {
            () if value < self.lower => Quarter::Lowest,
            () if value < self.median => Quarter::BelowMedian,
            () if value == self.median => Quarter::AtMedian,
            () if value <= self.upper => Quarter::AboveMedian,
            () => Quarter::Highest,
        }
    }

    /// From the median to a value.
    pub fn from_median(&self, value: Exact) -> Difference {
        Difference::between(self.median, value)
    }
}

/// Into how many parts of 0,25 the scale from 1 to 5 is cut.
pub const BINS: usize = 16;

/// Where a part begins; it ends before the next one, the last one with 5.
pub fn bin_from(bin: usize) -> Value {
    Value::hundredths(100 + 25 * u16::try_from(bin.min(BINS)).unwrap_or_default())
}

/// How many values lie in each part. What lies outside the scale is counted at its end.
pub fn histogram(values: impl IntoIterator<Item = Value>) -> [usize; BINS] {
    let mut counts = [0; BINS];
    for value in values {
        let at = usize::from(value.as_hundredths().saturating_sub(100) / 25).min(BINS - 1);
        counts[at] += 1;
    }
    counts
}
