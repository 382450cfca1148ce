use serde::Serialize;
use serde_json::Value as Json;

use super::super::{
    REMARK_LIMIT, Refused, UnitId,
    allowed::{ident, short},
};
use super::{Book, Due, Kept};
use crate::instrument::Instrument;
use crate::json::{At, Extra, Misfit, Object, Take};

/// What an assessor asked of an indicator, what was answered, and what is to follow.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Question {
    /// The session in which it was asked, by its id; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Option<String>", regex(pattern = "^[A-Za-z0-9-]{0,40}$"))
    )]
    pub session: String,
    /// The question, in the words of who noted it.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub question: String,
    /// What was answered.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub answer: String,
    /// What has to be mended or handed in.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub follow_up: String,
    /// The unit that has to do it, by its id; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Option<String>", regex(pattern = "^[A-Za-z0-9-]{0,40}$"))
    )]
    pub owner: UnitId,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Whether it is done.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<bool>"))]
    pub done: bool,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Question {
    const BOOK: Book = Book::Questions;

    fn check(&self, _instrument: &Instrument, _key: &str) -> Result<(), Refused> {
        let texts = [&self.question, &self.answer, &self.follow_up];
        texts.into_iter().try_for_each(|text| short(None, text, REMARK_LIMIT))?;
        [&self.session, &self.owner].into_iter().filter(|id| !id.is_empty()).try_for_each(|id| ident(id))
    }
}

impl Take for Question {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            session: object.or_empty("session")?,
            question: object.or_empty("question")?,
            answer: object.or_empty("answer")?,
            follow_up: object.or_empty("follow_up")?,
            owner: object.or_empty("owner")?,
            due: object.may("due")?,
            done: object.or_empty("done")?,
            extra: object.rest(),
        })
    }
}
