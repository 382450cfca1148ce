//! What is printed, and the page that prints it.

pub mod en;
pub mod id;
mod texts;

pub use texts::{PaperTexts, ReportTexts};
