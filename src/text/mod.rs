//! Everything people read, in Indonesian and English.
//!
//! A text that is missing in one language is a compile error. What the instruments say
//! (criteria, titles) is data and stays Indonesian in both languages.

pub mod compare;
mod concern;
mod en;
mod expected;
mod format;
pub mod gaya;
pub mod help;
pub mod history;
mod id;
pub mod interview;
pub mod merge;
pub mod national;
pub mod offline;
pub mod one_file;
pub mod plan;
pub mod records;
pub mod report;
pub mod site;
pub mod stages;
mod tables;
pub mod terms;
mod texts;

pub use concern::{asked_kinds, link_concern};
pub use format::{
    LocalTime, agency_kind, bytes, date, decimal, document_kind, evidence_status, exact, readable,
    snapshot_reason, stage, value,
};
pub use tables::{folder_words, register_words};
pub use texts::*;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    Indonesian,
    English,
}

impl Language {
    /// For `<html lang>` and for remembering the choice.
    pub fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)? {
            "id" => Some(Self::Indonesian),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::Indonesian => Self::English,
            Self::English => Self::Indonesian,
        }
    }

    pub fn front(self) -> &'static Front {
        match self {
            Self::Indonesian => &id::FRONT,
            Self::English => &en::FRONT,
        }
    }

    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Indonesian => &id::TEXTS,
            Self::English => &en::TEXTS,
        }
    }
}
