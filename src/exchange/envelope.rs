//! What is around the content of every Takar file: its mark, version, kind and digest.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::csv::looks_like_csv;
use super::problem::{LIMIT_BYTES, Problem};
use crate::instrument::{INSTRUMENTS, digest_of};
use crate::json::{self, At};

/// The mark that every Takar file carries.
pub const FORMAT: &str = "takar";
/// The version of the file format that this program writes. Older ones stay readable.
pub const VERSION: u64 = 1;

/// A file as it is written: the envelope around the fields of its content.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub(super) struct Written<'a, T> {
    /// The mark of every Takar file.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = FORMAT)))]
    format: &'a str,
    /// Version of the file format.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = VERSION)))]
    version: u64,
    /// What the file holds.
    kind: &'a str,
    #[serde(flatten)]
    content: &'a T,
    /// SHA-256 over the canonical JSON (sorted keys, no space) of everything else. Leave it out in
    /// files written by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "String", regex(pattern = "^sha256-[0-9a-f]{64}$"))
    )]
    digest: Option<String>,
}

impl<'a, T: Serialize> Written<'a, T> {
    pub(super) fn new(kind: &'a str, content: &'a T) -> Self {
        Self { format: FORMAT, version: VERSION, kind, content, digest: None }
    }

    /// Indented for people, with its digest.
    pub(super) fn for_people(mut self) -> String {
        self.digest = Some(digest_of(&self));
        // Types of this crate always serialise: keys are texts and numbers.
        let mut text = serde_json::to_string_pretty(&self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Without space and digest.
    pub(super) fn compact(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The JSON Schema of a kind of file.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn schema_of<T: schemars::JsonSchema + 'static>(
    kind: &str,
    title: &str,
    description: &str,
) -> schemars::Schema {
    let mut schema = schemars::schema_for!(Written<'static, T>);
    schema.insert("title".to_owned(), title.into());
    schema.insert("description".to_owned(), description.into());
    schema.insert("$id".to_owned(), format!("urn:takar:schema:{kind}:{VERSION}").into());
    if let Some(Json::Object(field)) = schema.pointer_mut("/properties/kind") {
        field.insert("const".to_owned(), kind.into());
    }
    schema
}

/// What was in an envelope.
pub(super) struct Opened {
    pub(super) kind: String,
    /// An object.
    pub(super) content: Json,
    pub(super) has_digest: bool,
}

/// Opens a file of one of `kinds`: its syntax, its mark, its digest.
///
/// # Errors
/// Says what is wrong and where; a file of another kind is [`Problem::OtherKind`].
pub(super) fn open(bytes: &[u8], kinds: &[&str]) -> Result<Opened, Problem> {
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
    let kind = kind(&map)?;
    if !kinds.contains(&kind.as_str()) {
        return Err(Problem::OtherKind { kind });
    }
    let has_digest = digest(&mut map)?;
    for key in ["format", "version", "kind"] {
        map.remove(key);
    }
    Ok(Opened { kind, content: Json::Object(map), has_digest })
}

/// The kind of a Takar file of a version that can be read.
fn kind(map: &Map<String, Json>) -> Result<String, Problem> {
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
    Ok(map.get("kind").and_then(Json::as_str).unwrap_or_default().to_owned())
}

/// Takes the digest out and compares it. A file without one is taken: people write files by hand.
fn digest(map: &mut Map<String, Json>) -> Result<bool, Problem> {
    match map.remove("digest") {
        None => Ok(false),
        Some(Json::String(stated)) if stated == digest_of(map) => Ok(true),
        Some(_) => Err(Problem::Digest),
    }
}

/// Whether this program knows the instrument of a file.
pub(super) fn known_instrument(id: &str) -> Result<(), Problem> {
    if INSTRUMENTS.iter().any(|listed| listed.id == id) {
        Ok(())
    } else {
        Err(Problem::UnknownInstrument { id: id.to_owned() })
    }
}
