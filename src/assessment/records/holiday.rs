use serde::Serialize;
use serde_json::Value as Json;

use super::super::{Refused, TITLE_LIMIT, allowed::named};
use super::{Book, Kept};
use crate::instrument::Instrument;
use crate::json::{At, Extra, Misfit, Object, Take};

/// A change to the list of holidays that comes with the app, for one day.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Holiday {
    /// What the day is called. A name is needed.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::super::TITLE_LIMIT), regex(pattern = r"\S")))]
    pub name: String,
    /// Whether people work on it, though the list or the calendar says otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<bool>"))]
    pub works: bool,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Holiday {
    const BOOK: Book = Book::Holidays;

    fn check(&self, _instrument: &Instrument, _key: &str) -> Result<(), Refused> {
        named(&self.name, TITLE_LIMIT)
    }
}

impl Take for Holiday {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self { name: object.need("name")?, works: object.or_empty("works")?, extra: object.rest() })
    }
}
