//! Interview, what is due, and meeting mode.

pub mod en;
mod events;
pub mod id;
mod texts;
mod words;

pub use events::events;
pub use texts::InterviewTexts;
pub use words::{due_rows, full_date, left, matter, matter_text, numbers, rest, span, unit_of, zone};
