use serde::Serialize;
use serde_json::Value as Json;

use super::super::{
    Date, REMARK_LIMIT, Refused, TITLE_LIMIT,
    allowed::{named, short},
};
use super::{Book, Kept};
use crate::instrument::Instrument;
use crate::json::{At, Extra, Misfit, Object, Take};

/// That a stage was closed: its values, and those of the stages before it, are frozen.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Closing {
    /// Who closed it. A name is needed.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::super::TITLE_LIMIT), regex(pattern = r"\S")))]
    pub by: String,
    /// The day on which it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Why, or by which letter.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub note: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Closing {
    const BOOK: Book = Book::Closed;

    fn check(&self, _instrument: &Instrument, _key: &str) -> Result<(), Refused> {
        named(&self.by, TITLE_LIMIT)?;
        short(None, &self.note, REMARK_LIMIT)
    }
}

impl Take for Closing {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            by: object.need("by")?,
            on: object.may("on")?,
            note: object.or_empty("note")?,
            extra: object.rest(),
        })
    }
}
