//! The site: its configuration, a portal around the frame, and a kiosk; and work as text.

pub mod en;
pub mod id;
mod texts;

pub use texts::{KioskTexts, SiteTexts};
