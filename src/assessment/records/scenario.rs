use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use super::super::{
    REMARK_LIMIT, Refused, TITLE_LIMIT,
    allowed::{known, named, on_scale, short},
};
use super::{Book, Kept};
use crate::instrument::{Instrument, Number, Value};
use crate::json::{At, Extra, Misfit, Object, Take};

/// What if: values that some indicators do not have yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Scenario {
    /// What people call it. A name is needed.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::super::TITLE_LIMIT), regex(pattern = r"\S")))]
    pub name: String,
    /// By the number of the indicator. Others are as they are.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<BTreeMap<Number, Value>>"))]
    pub values: BTreeMap<Number, Value>,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub note: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Scenario {
    const BOOK: Book = Book::Scenarios;

    fn check(&self, instrument: &Instrument, _key: &str) -> Result<(), Refused> {
        named(&self.name, TITLE_LIMIT)?;
        short(None, &self.note, REMARK_LIMIT)?;
        self.values.iter().try_for_each(|(number, value)| {
            known(instrument, *number)?;
            on_scale(instrument, *number, *value)
        })
    }
}

impl Take for Scenario {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            name: object.need("name")?,
            values: object.or_empty("values")?,
            note: object.or_empty("note")?,
            extra: object.rest(),
        })
    }
}
