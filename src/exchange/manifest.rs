use super::envelope::{Opened, Written, known_instrument, open};
use super::problem::Problem;
use super::rules::{hold_all, warnings};
use crate::assessment::{Assessment, pieces};
use crate::instrument::Instrument;
use crate::json::{At, Take as _};

pub(super) const KIND: &str = "assessment";
pub(super) const PACKAGE: &str = "work-package";

/// The JSON Schema of the manifest, as published in `public/schema/takar-1.schema.json`.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> schemars::Schema {
    let mut schema = super::envelope::schema_of::<Assessment>(
        KIND,
        "Takar assessment, format version 1",
        "One agency's answers to an instrument, as Takar saves them. Unknown fields are allowed and survive \
         reading and writing, except among stages, indicators' numbers and ids of documents. What a schema \
         cannot say, Takar checks when it reads: the digest, that the instrument is known and has each \
         indicator, level and expected piece of evidence, that values fit its scale and decimals, that a link \
         names a document of the register and stands once, and that a review has a reviewer and, where its \
         status asks for one, a note.",
    );
    if let Some(fields) = schema.get_mut("properties").and_then(serde_json::Value::as_object_mut) {
        fields.remove("order");
    }
    if let Some(parts) = schema.get_mut("$defs").and_then(serde_json::Value::as_object_mut) {
        parts.remove("WorkOrder");
    }
    schema
}

/// The JSON Schema of a work package, as published in `public/schema/takar-work-package-1.schema.json`.
#[cfg(not(target_arch = "wasm32"))]
pub fn package_schema() -> schemars::Schema {
    let mut schema = super::envelope::schema_of::<Assessment>(
        PACKAGE,
        "Takar work package, format version 1",
        "The part of an assessment that one unit is given: its indicators, their documents, and what is \
         asked. Unknown fields are allowed and survive reading and writing, except among stages, indicators' \
         numbers and ids of documents and units. What a schema cannot say, Takar checks when it reads, as it \
         does for an assessment.",
    );
    let order =
        schema.pointer("/$defs/WorkOrder").map(|_| serde_json::json!({ "$ref": "#/$defs/WorkOrder" }));
    if let Some(fields) = schema.get_mut("properties").and_then(serde_json::Value::as_object_mut) {
        fields.extend(order.map(|order| ("order".to_owned(), order)));
    }
    if let Some(required) = schema.get_mut("required").and_then(serde_json::Value::as_array_mut) {
        required.push("order".into());
    }
    schema
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

/// The manifest of an assessment or a work package, indented for people, with its digest.
pub fn write(assessment: &Assessment) -> String {
    Written::new(kind(assessment), assessment).for_people()
}

/// The same without space and digest, for the browser's storage.
pub fn write_compact(assessment: &Assessment) -> String {
    Written::new(kind(assessment), assessment).compact()
}

pub(super) fn kind(assessment: &Assessment) -> &'static str {
    if assessment.order.is_some() { PACKAGE } else { KIND }
}

/// Reads a manifest, of an assessment or of a work package. The caller then fetches its instrument and calls [`verify`].
///
/// # Errors
/// Says what is wrong and where; see [`Problem`]. A file of another kind is
/// [`Problem::OtherKind`]; [`super::read_any`] reads those too.
pub fn read(bytes: &[u8]) -> Result<Incoming, Problem> {
    take(open(bytes, &[KIND, PACKAGE])?)
}

/// Reads a draft that the browser's storage holds under an id.
///
/// # Errors
/// As [`read`]; and a draft under another one's id, which would be written to the wrong place.
pub fn read_stored(id: &str, text: &str) -> Result<Assessment, Problem> {
    let assessment = read(text.as_bytes())?.assessment;
    if assessment.id == id {
        Ok(assessment)
    } else {
        Err(Problem::Shape { path: "$.id".to_owned(), expected: "the id under which it is stored" })
    }
}

pub(super) fn take(opened: Opened) -> Result<Incoming, Problem> {
    let Opened { kind, mut content, has_digest } = opened;
    // Only a work package has an order; elsewhere it is a field that nobody knows.
    let is_package = kind == PACKAGE;
    let unknown = content.as_object_mut().filter(|_| !is_package).and_then(|fields| fields.remove("order"));
    let mut assessment = Assessment::take(content, &At::ROOT)?;
    if is_package && assessment.order.is_none() {
        return Err(At::ROOT.key("order").misfit("a value, it is missing").into());
    }
    assessment.extra.extend(unknown.map(|unknown| ("order".to_owned(), unknown)));
    // What the storage says of itself is no part of an assessment.
    assessment.extra.remove(super::stored::FIELD);
    known_instrument(&assessment.instrument.id)?;
    Ok(Incoming { assessment, has_digest })
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
