use serde::Serialize;
use serde_json::Value as Json;

use super::super::{
    Date, REMARK_LIMIT, Refused, UnitId,
    allowed::{ident, short},
};
use super::{Book, Kept, is_default};
use crate::instrument::Instrument;
use crate::json::{At, Extra, Misfit, Object, Take};

/// A step of the plan: one indicator rises to one level.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Step {
    /// What it takes, in whatever unit the agency counts; 1 where none was given. See [`EFFORTS`].
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = *EFFORTS.start(), max = *EFFORTS.end())))]
    pub effort: Option<u16>,
    /// Whether it is part of the action plan.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<bool>"))]
    pub planned: bool,
    /// The unit that takes it, by its id; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Option<String>", regex(pattern = "^[A-Za-z0-9-]{0,40}$"))
    )]
    pub owner: UnitId,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How far it is.
    #[serde(skip_serializing_if = "is_default")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Progress>"))]
    pub progress: Progress,
    /// What is to be done.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub note: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Step {
    const BOOK: Book = Book::Steps;

    fn check(&self, _instrument: &Instrument, _key: &str) -> Result<(), Refused> {
        if self.effort.is_some_and(|effort| !EFFORTS.contains(&effort)) {
            return Err(Refused::Effort { first: *EFFORTS.start(), last: *EFFORTS.end() });
        }
        if !self.owner.is_empty() {
            ident(&self.owner)?;
        }
        short(None, &self.note, REMARK_LIMIT)
    }
}

impl Take for Step {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            effort: object.may("effort")?,
            planned: object.or_empty("planned")?,
            owner: object.or_empty("owner")?,
            due: object.may("due")?,
            progress: object.or_empty("progress")?,
            note: object.or_empty("note")?,
            extra: object.rest(),
        })
    }
}

/// What a step may take.
pub const EFFORTS: std::ops::RangeInclusive<u16> = 1..=999;

/// How far a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Progress {
    #[default]
    Belum,
    Berjalan,
    Selesai,
}

impl Progress {
    pub const ALL: [Self; 3] = [Self::Belum, Self::Berjalan, Self::Selesai];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Belum => "belum",
            Self::Berjalan => "berjalan",
            Self::Selesai => "selesai",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.code() == code)
    }
}

impl Take for Progress {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let progress = json.as_str().and_then(Self::from_code);
        progress.ok_or_else(|| at.misfit("belum, berjalan or selesai"))
    }
}
