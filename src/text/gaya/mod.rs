//! The page that shows every part and token.

pub mod en;
pub mod id;
mod texts;

pub use texts::GayaTexts;
