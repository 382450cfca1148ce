use std::mem::{discriminant, replace};

use super::{Date, Evidence, FileFact};
use crate::instrument::DocumentKind;

/// One field of a document, with its new content.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    Title(String),
    Kind(Option<DocumentKind>),
    Number(String),
    Date(Option<Date>),
    ValidUntil(Option<Date>),
    Unit(String),
    Location(String),
    Pages(String),
    Remark(String),
    File(Option<FileFact>),
}

impl Detail {
    /// Writes the field and returns what stood there.
    pub(crate) fn put(self, into: &mut Evidence) -> Self {
        match self {
            Self::Title(new) => Self::Title(replace(&mut into.title, new)),
            Self::Kind(new) => Self::Kind(replace(&mut into.kind, new)),
            Self::Number(new) => Self::Number(replace(&mut into.number, new)),
            Self::Date(new) => Self::Date(replace(&mut into.date, new)),
            Self::ValidUntil(new) => Self::ValidUntil(replace(&mut into.valid_until, new)),
            Self::Unit(new) => Self::Unit(replace(&mut into.unit, new)),
            Self::Location(new) => Self::Location(replace(&mut into.location, new)),
            Self::Pages(new) => Self::Pages(replace(&mut into.pages, new)),
            Self::Remark(new) => Self::Remark(replace(&mut into.remark, new)),
            Self::File(new) => Self::File(replace(&mut into.file, new)),
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Title(text)
            | Self::Number(text)
            | Self::Unit(text)
            | Self::Location(text)
            | Self::Pages(text)
            | Self::Remark(text) => text.trim().is_empty(),
            Self::Kind(kind) => kind.is_none(),
            Self::Date(date) | Self::ValidUntil(date) => date.is_none(),
            Self::File(file) => file.is_none(),
        }
    }

    /// Whether it is a text that is typed letter by letter.
    pub(super) fn is_typed(&self) -> bool {
        !matches!(self, Self::Kind(_) | Self::Date(_) | Self::ValidUntil(_) | Self::File(_))
    }

    pub(super) fn is_same_field(&self, other: &Self) -> bool {
        discriminant(self) == discriminant(other)
    }

    /// Every field of a document.
    pub fn all(of: &Evidence) -> [Self; 10] {
        [
            Self::Title(of.title.clone()),
            Self::Kind(of.kind),
            Self::Number(of.number.clone()),
            Self::Date(of.date),
            Self::ValidUntil(of.valid_until),
            Self::Unit(of.unit.clone()),
            Self::Location(of.location.clone()),
            Self::Pages(of.pages.clone()),
            Self::Remark(of.remark.clone()),
            Self::File(of.file.clone()),
        ]
    }
}
