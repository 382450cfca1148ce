use super::envelope::{Opened, Written, known_instrument, open};
use super::problem::Problem;
use super::rules::{hold_all, warnings};
use crate::assessment::{Assessment, pieces};
use crate::instrument::Instrument;
use crate::json::{At, Take as _};

pub(super) const KIND: &str = "assessment";

/// The JSON Schema of the manifest, as published in `public/schema/takar-1.schema.json`.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> schemars::Schema {
    super::envelope::schema_of::<Assessment>(
        KIND,
        "Takar assessment, format version 1",
        "One agency's answers to an instrument, as Takar saves them. Unknown fields are allowed and survive \
         reading and writing, except among stages, indicators' numbers and ids of documents. What a schema \
         cannot say, Takar checks when it reads: the digest, that the instrument is known and has each \
         indicator, level and expected piece of evidence, that values fit its scale and decimals, that a link \
         names a document of the register and stands once, and that a review has a reviewer and, where its \
         status asks for one, a note.",
    )
}

/// Something a person should know before taking a file, though nothing is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// It was made with another edition of the instrument's file.
    OtherEdition,
    /// It carries no digest, so that nobody can tell whether it arrived whole.
    NoDigest,
}

/// A file that was read, before it is checked against its instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    pub assessment: Assessment,
    pub has_digest: bool,
}

/// The manifest of an assessment, indented for people, with its digest.
pub fn write(assessment: &Assessment) -> String {
    Written::new(KIND, assessment).for_people()
}

/// The same without space and digest, for the browser's storage.
pub fn write_compact(assessment: &Assessment) -> String {
    Written::new(KIND, assessment).compact()
}

/// Reads a manifest. The caller then fetches its instrument and calls [`verify`].
///
/// # Errors
/// Says what is wrong and where; see [`Problem`]. A file of another kind is
/// [`Problem::OtherKind`]; [`super::read_any`] reads those too.
pub fn read(bytes: &[u8]) -> Result<Incoming, Problem> {
    take(open(bytes, &[KIND])?)
}

pub(super) fn take(opened: Opened) -> Result<Incoming, Problem> {
    let assessment = Assessment::take(opened.content, &At::ROOT)?;
    known_instrument(&assessment.instrument.id)?;
    Ok(Incoming { assessment, has_digest: opened.has_digest })
}

/// Holds an assessment that came from outside to the rules that every edit keeps.
///
/// # Errors
/// Names the first answer, document or link that breaks one, with its JSON path.
pub fn verify(incoming: &Incoming, instrument: &Instrument) -> Result<Vec<Warning>, Problem> {
    let assessment = &incoming.assessment;
    hold_all(instrument, &assessment.evidence, pieces(assessment))?;
    Ok(warnings(&assessment.instrument, instrument, incoming.has_digest))
}
