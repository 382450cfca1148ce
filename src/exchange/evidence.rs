use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use super::envelope::{Opened, Written, known_instrument, open};
use super::manifest::{self, Incoming, Warning};
use super::problem::Problem;
use super::rules::{hold, hold_register, warnings};
use crate::assessment::{
    Agency, Assessment, Change, Evidence, EvidenceId, InstrumentRef, LinkList, Links, take_id, write_links,
};
#[cfg(not(target_arch = "wasm32"))]
use crate::assessment::{WrittenLink, evidence_schema};
use crate::instrument::Instrument;
use crate::json::{At, Extra, Misfit, Object, Take};

pub(super) const KIND: &str = "evidence";

/// The register of an assessment and its links alone: what units hand to each other and to the
/// internal assessors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Register {
    /// Id of the assessment it was taken from: letters, digits and hyphens, at most 40.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$")))]
    pub id: String,
    pub instrument: InstrumentRef,
    /// Whose documents they are.
    pub agency: Agency,
    /// Year of evaluation.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = *crate::assessment::YEARS.start(), max = *crate::assessment::YEARS.end())))]
    pub year: u16,
    /// The register: every document once, by its id.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "evidence_schema"))]
    pub evidence: BTreeMap<EvidenceId, Evidence>,
    /// Which document serves which rung of which indicator.
    #[serde(default, serialize_with = "write_links")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Vec<WrittenLink>>"))]
    pub links: Links,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// A register that was read, before it is checked against its instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingEvidence {
    pub register: Register,
    pub has_digest: bool,
}

/// A file of either kind.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // There is one of it for each file that is opened.
pub enum Anything {
    Assessment(Incoming),
    Evidence(IncomingEvidence),
}

impl Anything {
    /// Id of the instrument that the caller fetches to verify it.
    pub fn instrument_id(&self) -> &str {
        match self {
            Self::Assessment(incoming) => &incoming.assessment.instrument.id,
            Self::Evidence(incoming) => &incoming.register.instrument.id,
        }
    }

    /// Holds it to the rules that every edit keeps.
    ///
    /// # Errors
    /// As [`super::verify`] and [`verify_evidence`].
    pub fn verify(&self, instrument: &Instrument) -> Result<Vec<Warning>, Problem> {
        match self {
            Self::Assessment(incoming) => manifest::verify(incoming, instrument),
            Self::Evidence(incoming) => verify_evidence(incoming, instrument),
        }
    }
}

impl Register {
    pub fn of(assessment: &Assessment) -> Self {
        Self {
            id: assessment.id.clone(),
            instrument: assessment.instrument.clone(),
            agency: assessment.agency.clone(),
            year: assessment.year,
            evidence: assessment.evidence.clone(),
            links: assessment.links.clone(),
            extra: Extra::new(),
        }
    }
}

impl Take for Register {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            id: take_id(&mut object, at)?,
            instrument: object.need("instrument")?,
            agency: object.need("agency")?,
            year: object.need("year")?,
            evidence: object.or_empty("evidence")?,
            links: object.or_empty::<LinkList>("links")?.0,
            extra: object.rest(),
        })
    }
}

/// The JSON Schema of a register, as published in `public/schema/takar-evidence-1.schema.json`.
#[cfg(not(target_arch = "wasm32"))]
pub fn evidence_file_schema() -> schemars::Schema {
    super::envelope::schema_of::<Register>(
        KIND,
        "Takar register of evidence, format version 1",
        "The documents of one agency's assessment and what they are linked to, as Takar saves them. Unknown \
         fields are allowed and survive reading and writing, except among ids of documents. What a schema \
         cannot say, Takar checks when it reads: the digest, that the instrument is known and has each \
         indicator, level and expected piece of evidence, that a link names a document of the register and \
         stands once, and that a review has a reviewer and, where its status asks for one, a note.",
    )
}

/// The register of an assessment as a file of its own, indented for people, with its digest.
pub fn write_evidence(assessment: &Assessment) -> String {
    write_register(&Register::of(assessment))
}

/// A register as a file, unknown fields included.
pub fn write_register(register: &Register) -> String {
    Written::new(KIND, register).for_people()
}

/// Reads an assessment or a register. The caller then fetches the instrument and calls
/// [`Anything::verify`].
///
/// # Errors
/// Says what is wrong and where; see [`Problem`].
pub fn read_any(bytes: &[u8]) -> Result<Anything, Problem> {
    take_any(open(bytes, &[manifest::KIND, manifest::PACKAGE, KIND])?)
}

pub(super) fn take_any(opened: Opened) -> Result<Anything, Problem> {
    if opened.kind == KIND {
        take(opened).map(Anything::Evidence)
    } else {
        manifest::take(opened).map(Anything::Assessment)
    }
}

fn take(opened: Opened) -> Result<IncomingEvidence, Problem> {
    let register = Register::take(opened.content, &At::ROOT)?;
    known_instrument(&register.instrument.id)?;
    Ok(IncomingEvidence { register, has_digest: opened.has_digest })
}

/// Holds a register that came from outside to the rules that every edit keeps.
///
/// # Errors
/// Names the first document or link that breaks one, with its JSON path.
pub fn verify_evidence(
    incoming: &IncomingEvidence,
    instrument: &Instrument,
) -> Result<Vec<Warning>, Problem> {
    let register = &incoming.register;
    hold(instrument, "$.agency.name".to_owned(), &Change::Agency(register.agency.clone()))?;
    hold(instrument, "$.year".to_owned(), &Change::Year(register.year))?;
    hold_register(instrument, &register.evidence, &register.links)?;
    Ok(warnings(&register.instrument, instrument, incoming.has_digest))
}
