//! What an assessment is worth: the exact index, its predicate, and how it came about.

mod compute;
mod exact;

pub use compute::{IndicatorScore, Score, SectionScore, Standing, score};
pub use exact::Exact;
