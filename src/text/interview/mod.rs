//! Interview, what is due, and meeting mode.

pub mod en;
pub mod id;
mod texts;

pub use texts::InterviewTexts;
