//! Who answers what: units (perangkat daerah), the indicators they own, and what they are told.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value as Json;

use super::{Assessment, Date, Stamp};
use crate::instrument::Number;
use crate::json::{At, Extra, Misfit, Object, Take, list};

/// Names a unit within an assessment, and in every copy of it: letters, digits and hyphens, at most 40.
pub type UnitId = String;

/// A unit (perangkat daerah, unit kerja) that answers indicators.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Unit {
    /// What people call it: "Bappeda", "Bagian Hukum".
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::TITLE_LIMIT), regex(pattern = r"\S")))]
    pub name: String,
    /// Who is asked, and how to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::EVIDENCE_LIMIT)))]
    pub contact: String,
    /// The indicators it answers. An indicator may have several owners.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<BTreeSet<Number>>"))]
    pub indicators: BTreeSet<Number>,
    /// When its last work package was made, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Stamp>,
    /// When the last work package that was brought back was sent, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Stamp>,
    /// The last change of this entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// What every unit is told when work is handed out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Briefing {
    /// What is asked, in the coordinator's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::REMARK_LIMIT)))]
    pub instructions: String,
    /// The last day on which work is expected back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Unit {
    /// A unit with nothing but a name.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Whether its last work package came back after it was made.
    pub fn is_back(&self) -> bool {
        match (&self.issued, &self.returned) {
            (Some(issued), Some(returned)) => returned.at >= issued.at,
            (None, Some(_)) => true,
            (_, None) => false,
        }
    }
}

impl Briefing {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Assessment {
    /// The units that own an indicator, by their ids.
    pub fn owners(&self, indicator: Number) -> impl Iterator<Item = (&UnitId, &Unit)> {
        self.units.iter().filter(move |(_, unit)| unit.indicators.contains(&indicator))
    }

    /// The unit of this name, whatever its letters' case and the space around it.
    pub fn unit_named(&self, name: &str) -> Option<&UnitId> {
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let wanted = plain(name);
        self.units.iter().find(|(_, unit)| plain(&unit.name) == wanted).map(|(id, _)| id)
    }
}

impl Take for Unit {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            name: object.need("name")?,
            contact: object.or_empty("contact")?,
            indicators: object.or_empty::<NumberList>("indicators")?.0,
            issued: object.may("issued")?,
            returned: object.may("returned")?,
            changed: object.may("changed")?,
            extra: object.rest(),
        })
    }
}

impl Take for Briefing {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            instructions: object.or_empty("instructions")?,
            due: object.may("due")?,
            extra: object.rest(),
        })
    }
}

/// Numbers of indicators, which are a list in a file.
#[derive(Default)]
pub(in crate::assessment) struct NumberList(pub BTreeSet<Number>);

impl Take for NumberList {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut numbers = BTreeSet::new();
        for (i, item) in list(json, at)?.into_iter().enumerate() {
            let at = at.item(i);
            if !numbers.insert(Number::take(item, &at)?) {
                return Err(at.misfit("another number, this one stands twice"));
            }
        }
        Ok(Self(numbers))
    }
}

/// Units by their ids.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn units_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let unit = generator.subschema_for::<Unit>();
    schemars::json_schema!({
        "type": ["object", "null"],
        "patternProperties": { "^[A-Za-z0-9-]{1,40}$": unit },
        "additionalProperties": false
    })
}
