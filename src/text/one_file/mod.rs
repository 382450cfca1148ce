//! The page as one HTML file, with work inside.

pub mod en;
pub mod id;
mod texts;

pub use texts::OneFileTexts;
