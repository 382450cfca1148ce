//! What an assessment is worth: the exact index, its predicate, and how it came about.

mod compute;
mod concern;
mod difference;
mod exact;
mod stages;
mod support;

pub use compute::{IndicatorScore, Score, SectionScore, Standing, score, score_at, standing};
pub use concern::{Concern, concerns, expired, of_link, reference_day};
pub use difference::Difference;
pub use exact::Exact;
pub use stages::{Moved, StageScore, Turn, moved, stages};
pub use support::{Basis, Rung, RungState, Support, Supported, converted, support};
