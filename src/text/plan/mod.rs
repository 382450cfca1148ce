//! Targets, what-if, and the shortest way.

pub mod en;
pub mod id;
mod texts;

pub use texts::PlanTexts;
