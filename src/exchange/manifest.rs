use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::csv::looks_like_csv;
use super::problem::{LIMIT_BYTES, Problem};
use crate::assessment::{Assessment, Change, Field, Refused, allowed};
use crate::instrument::{INSTRUMENTS, Instrument, digest_of};
use crate::json::{self, At, Take as _};

/// The mark that every Takar file carries.
pub const FORMAT: &str = "takar";
/// The version of the file format that this program writes. Older ones stay readable.
pub const VERSION: u64 = 1;

const KIND: &str = "assessment";

/// A file as it is written: the envelope around the assessment's own fields.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(
        title = "Takar assessment, format version 1",
        description = "One agency's answers to an instrument, as Takar saves them. Unknown fields are allowed and \
                       survive reading and writing, except among stages and indicators' numbers. What a schema \
                       cannot say, Takar checks when it reads: the digest, that the instrument is known and has \
                       each indicator, and that values fit its scale and decimals.",
        extend("$id" = "urn:takar:schema:assessment:1")
    )
)]
struct Written<'a> {
    /// The mark of every Takar file.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = FORMAT)))]
    format: &'a str,
    /// Version of the file format.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = VERSION)))]
    version: u64,
    /// What the file holds.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = KIND)))]
    kind: &'a str,
    #[serde(flatten)]
    assessment: &'a Assessment,
    /// SHA-256 over the canonical JSON (sorted keys, no space) of everything else. Leave it out in
    /// files written by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "String", regex(pattern = "^sha256-[0-9a-f]{64}$"))
    )]
    digest: Option<String>,
}

/// The JSON Schema of the manifest, as published in `public/schema/takar-1.schema.json`.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Written)
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

fn written(assessment: &Assessment) -> Written<'_> {
    Written { format: FORMAT, version: VERSION, kind: KIND, assessment, digest: None }
}

/// The manifest of an assessment, indented for people, with its digest.
pub fn write(assessment: &Assessment) -> String {
    let mut file = written(assessment);
    file.digest = Some(digest_of(&file));
    // Types of this crate always serialise: keys are texts and numbers.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// The same without space and digest, for the browser's storage.
pub fn write_compact(assessment: &Assessment) -> String {
    serde_json::to_string(&written(assessment)).unwrap_or_default()
}

/// Reads a manifest. The caller then fetches its instrument and calls [`verify`].
///
/// # Errors
/// Says what is wrong and where; see [`Problem`].
pub fn read(bytes: &[u8]) -> Result<Incoming, Problem> {
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(Problem::TooLarge { bytes: bytes.len() as u64 });
    }
    let text = json::text_of(bytes)?;
    if !text.trim_start().starts_with(['{', '[']) && looks_like_csv(text) {
        return Err(Problem::LooksLikeCsv);
    }
    let Json::Object(mut map) = json::parse(text)? else {
        return Err(Problem::SomethingElse);
    };
    envelope(&map)?;
    let digest = digest(&mut map)?;
    for key in ["format", "version", "kind"] {
        map.remove(key);
    }
    let assessment = Assessment::take(Json::Object(map), &At::ROOT)?;
    let id = &assessment.instrument.id;
    if !INSTRUMENTS.iter().any(|listed| listed.id == id) {
        return Err(Problem::UnknownInstrument { id: id.clone() });
    }
    Ok(Incoming { assessment, has_digest: digest })
}

/// Whether it is a Takar assessment of a version that can be read.
fn envelope(map: &Map<String, Json>) -> Result<(), Problem> {
    match map.get("format").and_then(Json::as_str) {
        Some(FORMAT) => {}
        Some("takar-instrument") => return Err(Problem::IsInstrument),
        _ => return Err(Problem::SomethingElse),
    }
    match map.get("version").and_then(Json::as_u64) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(Problem::Newer { version }),
        _ => return Err(At::ROOT.key("version").misfit("the number 1").into()),
    }
    match map.get("kind").and_then(Json::as_str) {
        Some(KIND) => Ok(()),
        kind => Err(Problem::OtherKind { kind: kind.unwrap_or_default().to_owned() }),
    }
}

/// Takes the digest out and compares it. A file without one is taken: people write files by hand.
fn digest(map: &mut Map<String, Json>) -> Result<bool, Problem> {
    match map.remove("digest") {
        None => Ok(false),
        Some(Json::String(stated)) if stated == digest_of(map) => Ok(true),
        Some(_) => Err(Problem::Digest),
    }
}

/// Holds an assessment that came from outside to the rules that every edit keeps.
///
/// # Errors
/// Names the first answer that breaks one, with its JSON path.
pub fn verify(incoming: &Incoming, instrument: &Instrument) -> Result<Vec<Warning>, Problem> {
    let assessment = &incoming.assessment;
    let hold = |path: String, change: Change| match allowed(instrument, &change) {
        Ok(()) => Ok(()),
        Err(Refused::UnknownIndicator(number)) => Err(Problem::UnknownIndicator { path, number }),
        Err(reason) => Err(Problem::Refused { path, reason }),
    };
    hold("$.agency.name".to_owned(), Change::Agency(assessment.agency.clone()))?;
    hold("$.year".to_owned(), Change::Year(assessment.year))?;
    hold("$.title".to_owned(), Change::Title(assessment.title.clone()))?;
    hold("$.target".to_owned(), Change::Target(assessment.target))?;
    for (&stage, answers) in &assessment.answers {
        for (&indicator, answer) in answers {
            let path = format!("$.answers.{}.{indicator}", stage.code());
            let value = answer.value;
            hold(format!("{path}.value"), Change::Value { stage, indicator, value })?;
            let texts = &answer.explanation;
            for (field, name, text) in
                [(Field::Facts, "facts", &texts.facts), (Field::Analysis, "analysis", &texts.analysis)]
            {
                let change = Change::Text { stage, indicator, field, text: text.clone() };
                hold(format!("{path}.explanation.{name}"), change)?;
            }
        }
    }
    for (id, evidence) in &assessment.evidence {
        let evidence = Some(Box::new(evidence.clone()));
        hold(format!("$.evidence.{id}"), Change::Evidence { id: id.clone(), evidence })?;
    }
    for (i, (key, link)) in assessment.links.iter().enumerate() {
        let path = format!("$.links[{i}]");
        if !assessment.evidence.contains_key(&key.evidence) {
            let reason = Refused::UnknownEvidence(key.evidence.clone());
            return Err(Problem::Refused { path: format!("{path}.evidence"), reason });
        }
        hold(path, Change::Link { key: key.clone(), link: Some(link.clone()) })?;
    }
    for (&indicator, assessed) in &assessment.assessed {
        let assessed = Some(assessed.clone());
        hold(format!("$.assessed.{indicator}"), Change::Assessed { indicator, assessed })?;
    }
    let mut warnings = Vec::new();
    if assessment.instrument.digest != instrument.digest {
        warnings.push(Warning::OtherEdition);
    }
    if !incoming.has_digest {
        warnings.push(Warning::NoDigest);
    }
    Ok(warnings)
}
