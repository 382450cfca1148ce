use serde::Serialize;
use serde_json::Value as Json;

use super::super::{Date, REMARK_LIMIT, Refused, TITLE_LIMIT, allowed::short};
use super::{Book, Kept};
use crate::instrument::Instrument;
use crate::json::{At, Extra, Misfit, Object, Take};

/// What stands on reports besides figures: letterhead, and who signs.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Cover {
    /// The lines above the report, instead of the name of the agency.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub letterhead: String,
    /// Where it is signed.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::TITLE_LIMIT)))]
    pub place: String,
    /// When it is signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Who signs, in their order; at most [`Cover::SIGNATORIES`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Vec<Signatory>>"))]
    pub signatories: Vec<Signatory>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Cover {
    const BOOK: Book = Book::Cover;

    fn check(&self, _instrument: &Instrument, _key: &str) -> Result<(), Refused> {
        short(None, &self.letterhead, REMARK_LIMIT)?;
        short(None, &self.place, TITLE_LIMIT)?;
        if self.signatories.len() > Self::SIGNATORIES {
            return Err(Refused::TooMany { limit: Self::SIGNATORIES });
        }
        self.signatories.iter().try_for_each(|one| {
            [&one.role, &one.name, &one.number]
                .into_iter()
                .try_for_each(|text| short(None, text, TITLE_LIMIT))
        })
    }
}

impl Take for Cover {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            letterhead: object.or_empty("letterhead")?,
            place: object.or_empty("place")?,
            date: object.may("date")?,
            signatories: object.or_empty("signatories")?,
            extra: object.rest(),
        })
    }
}

impl Cover {
    /// The key of the only entry of its book.
    pub const KEY: &str = "cover";
    /// Most people who sign.
    pub const SIGNATORIES: usize = 6;
}

/// Somebody who signs.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Signatory {
    /// As what: "Koordinator SPBE".
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::TITLE_LIMIT)))]
    pub role: String,
    /// Whose name stands below the signature.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::TITLE_LIMIT)))]
    pub name: String,
    /// NIP, where it shall stand below the name.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::TITLE_LIMIT)))]
    pub number: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Take for Signatory {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            role: object.or_empty("role")?,
            name: object.or_empty("name")?,
            number: object.or_empty("number")?,
            extra: object.rest(),
        })
    }
}
