//! Assessments from JSON.

use std::str::FromStr;

use serde_json::Value as Json;

use super::{
    Agency, AgencyKind, Answer, Assessment, Explanation, InstrumentRef, LinkList, Stage, Stamp, Time,
    WorkOrder, is_id,
};
use crate::json::{At, Misfit, Object, Take};

/// The field `id`, of a form that can become a storage key and an address.
pub(crate) fn take_id(object: &mut Object, at: &At) -> Result<String, Misfit> {
    let id: String = object.need("id")?;
    if is_id(&id) { Ok(id) } else { Err(at.key("id").misfit("1 to 40 letters, digits and hyphens")) }
}

impl Take for Assessment {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            id: take_id(&mut object, at)?,
            instrument: object.need("instrument")?,
            agency: object.need("agency")?,
            year: object.need("year")?,
            title: object.may("title")?,
            target: object.may("target")?,
            stage: object.or_empty("stage")?,
            answers: object.or_empty("answers")?,
            evidence: object.or_empty("evidence")?,
            links: object.or_empty::<LinkList>("links")?.0,
            required: object.or_empty("required")?,
            assessed: object.or_empty("assessed")?,
            units: object.or_empty("units")?,
            briefing: object.or_empty("briefing")?,
            records: object.or_empty("records")?,
            order: object.may::<WorkOrder>("order")?.map(Box::new),
            revisions: object.or_empty("revisions")?,
            log: object.or_empty("log")?,
            created: object.need("created")?,
            changed: object.need("changed")?,
            extra: object.rest(),
        })
    }
}

impl Take for InstrumentRef {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            id: object.need("id")?,
            digest: object.need("digest")?,
            parts: object.or_empty("parts")?,
            extra: object.rest(),
        })
    }
}

impl Take for Agency {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self { name: object.need("name")?, kind: object.need("kind")?, extra: object.rest() })
    }
}

impl Take for Answer {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            value: object.may("value")?,
            explanation: object.or_empty("explanation")?,
            note: object.or_empty("note")?,
            justification: object.or_empty("justification")?,
            changed: object.may("changed")?,
            extra: object.rest(),
        })
    }
}

impl Take for Explanation {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            facts: object.or_empty("facts")?,
            analysis: object.or_empty("analysis")?,
            extra: object.rest(),
        })
    }
}

impl Take for Stamp {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self { at: object.need("at")?, by: object.or_empty("by")?, extra: object.rest() })
    }
}

impl Take for Time {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let time = json.as_str().and_then(Time::parse);
        time.ok_or_else(|| at.misfit("a moment in UTC such as 2026-11-22T03:42:00Z"))
    }
}

impl Take for AgencyKind {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let kind = json.as_str().and_then(Self::from_code);
        kind.ok_or_else(|| at.misfit("kementerian, instansi-pusat-lain, provinsi, kabupaten or kota"))
    }
}

impl Take for Stage {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let stage = json.as_str().and_then(Self::from_code);
        stage.ok_or_else(|| at.misfit("mandiri, dokumen, interviu, visitasi or akhir"))
    }
}

impl FromStr for Stage {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Self::from_code(code).ok_or(())
    }
}
