use serde::Serialize;
use serde_json::Value as Json;

use super::super::{Refused, allowed::within};
use super::{Book, Kept};
use crate::instrument::{Instrument, Value};
use crate::json::{At, Extra, Misfit, Object, Take};

/// What is aimed at with one indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Aim {
    /// The value it should reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Value>,
    /// Whether the plan leaves it as it is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<bool>"))]
    pub locked: bool,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Aim {
    const BOOK: Book = Book::Aims;

    fn check(&self, instrument: &Instrument, _key: &str) -> Result<(), Refused> {
        self.target.map_or(Ok(()), |target| within(instrument, None, target))
    }
}

impl Take for Aim {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self { target: object.may("target")?, locked: object.or_empty("locked")?, extra: object.rest() })
    }
}
