//! Stages of the evaluation, side by side.

pub mod en;
pub mod id;
mod texts;

pub use texts::StagesTexts;
