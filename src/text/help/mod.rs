//! The help page, and the tour of a first visit.

pub mod en;
pub mod id;
mod texts;

pub use texts::{HelpStep, HelpTexts, TourTexts};

/// The parts of the help page that have an address of their own, in their order.
pub const PARTS: [&str; 14] = [
    "mulai", "unit", "isi", "bukti", "gabung", "indeks", "tahapan", "rencana", "laporan", "kirim",
    "cadangan", "masalah", "tombol", "istilah",
];

/// The keys that do something, in the order of [`HelpTexts::keys`].
pub const KEYS: [&str; 7] = ["↑ ↓", "Alt+N", "Alt+P", "Ctrl+Z", "Ctrl+Shift+Z", "← →", "Esc"];

/// Width and height of each picture in pixels.
pub const PICTURE: (u32, u32) = (560, 270);

impl HelpTexts {
    /// The steps that have a picture, each with its part of the page.
    pub fn steps(&self) -> [(&'static str, &HelpStep); 11] {
        let steps = [
            &self.start,
            &self.units,
            &self.answer,
            &self.evidence,
            &self.merge,
            &self.index,
            &self.stages,
            &self.plan,
            &self.report,
            &self.send,
            &self.backup,
        ];
        std::array::from_fn(|at| (PARTS[at], steps[at]))
    }
}
