//! Assessments beside each other.

pub mod en;
pub mod id;
mod texts;

pub use texts::CompareTexts;
