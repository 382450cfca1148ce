//! Instruments from JSON. Unknown fields are refused: in an instrument nothing may be lost unseen.

use serde_json::Value as Json;

use super::types::*;
use super::{digest_of, parts_of};
use crate::json::{At, Misfit, Object, Take};

impl Take for Instrument {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let (digest, parts) = (digest_of(&json), parts_of(&json));
        let mut object = Object::open(json, at)?;
        let taken = Self {
            digest,
            parts,
            format: object.need("format")?,
            version: object.need("version")?,
            id: object.need("id")?,
            title: object.need("title")?,
            short_title: object.need("short_title")?,
            index_title: object.need("index_title")?,
            regulation: object.need("regulation")?,
            years: object.need("years")?,
            in_force_from: object.may("in_force_from")?,
            replaces: object.may("replaces")?,
            guides: object.or_empty("guides")?,
            scale: object.need("scale")?,
            total_weight: object.need("total_weight")?,
            predicates: object.need("predicates")?,
            models: object.need("models")?,
            support: object.need("support")?,
            sections: object.need("sections")?,
            rules: object.need("rules")?,
            remarks: object.or_empty("remarks")?,
            process: object.may("process")?,
            sources: object.need("sources")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Years {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self { first: object.need("first")?, last: object.may("last")? };
        object.done().map(|()| taken)
    }
}

impl Take for Guide {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            title: object.need("title")?,
            years: object.need("years")?,
            remark: object.need("remark")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Scale {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            min: object.need("min")?,
            max: object.need("max")?,
            decimals: object.need("decimals")?,
            remark: object.may("remark")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Predicate {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self { title: object.need("title")?, from: object.need("from")?, to: object.need("to")? };
        object.done().map(|()| taken)
    }
}

impl Take for Model {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            id: object.need("id")?,
            title: object.need("title")?,
            levels: object.need("levels")?,
            remark: object.may("remark")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for LevelName {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            level: object.need("level")?,
            title: object.need("title")?,
            title_en: object.may("title_en")?,
            meaning: object.need("meaning")?,
            value: object.need("value")?,
            from: object.need("from")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Section {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            id: object.need("id")?,
            kind: object.need("kind")?,
            number: object.need("number")?,
            title: object.need("title")?,
            short_title: object.need("short_title")?,
            other_titles: object.or_empty("other_titles")?,
            weight: object.need("weight")?,
            sections: object.or_empty("sections")?,
            indicators: object.or_empty("indicators")?,
            sources: object.or_empty("sources")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Indicator {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            number: object.need("number")?,
            title: object.need("title")?,
            short_title: object.need("short_title")?,
            other_titles: object.or_empty("other_titles")?,
            weight: object.need("weight")?,
            model: object.need("model")?,
            description: object.may("description")?,
            criteria: object.need("criteria")?,
            evidence: object.need("evidence")?,
            note: object.may("note")?,
            supervisors: object.or_empty("supervisors")?,
            external: object.may("external")?,
            parts: object.or_empty("parts")?,
            earlier: object.may("earlier")?,
            sources: object.or_empty("sources")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Expected {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            id: object.need("id")?,
            title: object.need("title")?,
            levels: object.or_empty("levels")?,
            kinds: object.or_empty("kinds")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for ExternalIndex {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            title: object.need("title")?,
            owner: object.need("owner")?,
            role: object.need("role")?,
            bands: object.need("bands")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Part {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self { id: object.need("id")?, title: object.need("title")? };
        object.done().map(|()| taken)
    }
}

impl Take for Earlier {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            instrument: object.need("instrument")?,
            indicators: object.or_empty("indicators")?,
            status: object.need("status")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Rule {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            id: object.need("id")?,
            text: object.need("text")?,
            inferred: object.or_empty("inferred")?,
            ages: object.or_empty("ages")?,
            sources: object.or_empty("sources")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Age {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            years: object.need("years")?,
            kinds: object.need("kinds")?,
            levels: object.or_empty("levels")?,
            indicators: object.or_empty("indicators")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Support {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self { by: object.need("by")?, from: object.need("from")? };
        object.done().map(|()| taken)
    }
}

impl Take for SupportBy {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        match json.as_str() {
            Some("rungs") => Ok(Self::Rungs),
            Some("items") => Ok(Self::Items),
            _ => Err(at.misfit("rungs or items")),
        }
    }
}

impl Take for Remark {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            kind: object.need("kind")?,
            text: object.need("text")?,
            sources: object.or_empty("sources")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for Process {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            stages: object.need("stages")?,
            roles: object.need("roles")?,
            application: object.need("application")?,
            calendar: object.need("calendar")?,
            calendar_remark: object.need("calendar_remark")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for ProcessStage {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self { title: object.need("title")?, by: object.need("by")? };
        object.done().map(|()| taken)
    }
}

impl Take for CalendarEntry {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self { title: object.need("title")?, from: object.need("from")?, to: object.need("to")? };
        object.done().map(|()| taken)
    }
}

impl Take for Source {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let taken = Self {
            id: object.need("id")?,
            title: object.need("title")?,
            address: object.may("address")?,
            retrieved: object.may("retrieved")?,
        };
        object.done().map(|()| taken)
    }
}

impl Take for SectionKind {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        match json.as_str() {
            Some("domain") => Ok(Self::Domain),
            Some("aspek") => Ok(Self::Aspect),
            _ => Err(at.misfit("domain or aspek")),
        }
    }
}

impl Take for ExternalRole {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        match json.as_str() {
            Some("value") => Ok(Self::Value),
            Some("evidence") => Ok(Self::Evidence),
            _ => Err(at.misfit("value or evidence")),
        }
    }
}

impl Take for RemarkKind {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        match json.as_str() {
            Some("contradiction") => Ok(Self::Contradiction),
            Some("text") => Ok(Self::Text),
            Some("inferred") => Ok(Self::Inferred),
            _ => Err(at.misfit("contradiction, text or inferred")),
        }
    }
}
