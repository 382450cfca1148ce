//! The published national results.

pub mod en;
pub mod id;
mod texts;

pub use texts::NationalTexts;
