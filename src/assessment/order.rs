//! What makes an assessment a work package (paket kerja): the part of one unit, on its way.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value as Json;

use super::unit::NumberList;
use super::{Date, Stamp, UnitId};
use crate::instrument::Number;
use crate::json::{At, Extra, Misfit, Object, Take};

/// For whom a work package is, what it covers, and what is asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct WorkOrder {
    /// Id of the unit in the assessment it was taken from: letters, digits and hyphens, at most 40.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$")))]
    pub unit: UnitId,
    /// The unit's name.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::TITLE_LIMIT), regex(pattern = r"\S")))]
    pub name: String,
    /// Who is asked, and how to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::EVIDENCE_LIMIT)))]
    pub contact: String,
    /// The indicators the package covers. Bringing it back touches no others.
    pub indicators: BTreeSet<Number>,
    /// What is asked, in the coordinator's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::REMARK_LIMIT)))]
    pub instructions: String,
    /// The last day on which the package is expected back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// When the package was made, and by whom.
    pub issued: Stamp,
    /// When it was sent back, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Stamp>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Take for WorkOrder {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            unit: object.need("unit")?,
            name: object.need("name")?,
            contact: object.or_empty("contact")?,
            indicators: object.need::<NumberList>("indicators")?.0,
            instructions: object.or_empty("instructions")?,
            due: object.may("due")?,
            issued: object.need("issued")?,
            returned: object.may("returned")?,
            extra: object.rest(),
        })
    }
}
