//! What is printed.

pub mod en;
pub mod id;
mod texts;

pub use texts::ReportTexts;
