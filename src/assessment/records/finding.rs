use serde::Serialize;
use serde_json::Value as Json;

use super::super::{REMARK_LIMIT, Refused, allowed::short};
use super::{Book, Kept};
use crate::instrument::{Instrument, Section};
use crate::json::{At, Extra, Misfit, Object, Take};

/// What an assessment says of a section in words (Pedoman Menteri PANRB 3/2024, chapter III.F), or of all.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Finding {
    /// Pemenuhan: how far the criteria are met.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub fulfilment: String,
    /// Kekuatan: what is strong in it.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub strengths: String,
    /// Kelemahan: what is weak in it.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub weaknesses: String,
    /// Rekomendasi: what should be done.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub recommendations: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Finding {
    const BOOK: Book = Book::Findings;

    fn check(&self, instrument: &Instrument, key: &str) -> Result<(), Refused> {
        if key != ALL_SECTIONS && !has_section(&instrument.sections, key) {
            return Err(Refused::UnknownSection(key.to_owned()));
        }
        let texts = [&self.fulfilment, &self.strengths, &self.weaknesses, &self.recommendations];
        texts.into_iter().try_for_each(|text| short(None, text, REMARK_LIMIT))
    }
}

impl Take for Finding {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            fulfilment: object.or_empty("fulfilment")?,
            strengths: object.or_empty("strengths")?,
            weaknesses: object.or_empty("weaknesses")?,
            recommendations: object.or_empty("recommendations")?,
            extra: object.rest(),
        })
    }
}

/// The key under which stands what is said of all sections together.
pub const ALL_SECTIONS: &str = "all";

fn has_section(sections: &[Section], id: &str) -> bool {
    sections.iter().any(|section| section.id == id || has_section(&section.sections, id))
}
