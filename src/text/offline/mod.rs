//! Work without network, and new versions of the page.

pub mod en;
pub mod id;
mod texts;

pub use texts::{OfflineTexts, UpdateTexts};

/// What stands against loading a tab anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Work that the storage refused.
    Unsaved,
    /// Work in a tab whose storage is blocked.
    Memory,
    /// Work with files that is going on.
    Busy,
    /// A file that was opened and that nobody has decided on.
    Undecided,
    /// The tab does not answer.
    Silent,
}

impl Hindrance {
    /// As `public/offline.js` and `sw.js` call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unsaved => "failed",
            Self::Memory => "memory",
            Self::Busy => "busy",
            Self::Undecided => "undecided",
            Self::Silent => "silent",
        }
    }

    /// What a later version calls by another name is work that is not safe.
    pub fn from_code(code: &str) -> Self {
        let all = [Self::Memory, Self::Busy, Self::Undecided, Self::Silent];
        all.into_iter().find(|hindrance| hindrance.code() == code).unwrap_or(Self::Unsaved)
    }
}
