//! What is around the content of every Takar file: its mark, version, kind and digest.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::csv::looks_like_csv;
use super::migrate::{bring_up, version_of};
use super::problem::{LIMIT_BYTES, Problem};
use crate::instrument::{INSTRUMENTS, digest_of};
use crate::json::{self, At};

/// The mark that every Takar file carries.
pub const FORMAT: &str = "takar";

/// A file as it is written: the envelope around the fields of its content.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub(super) struct Written<'a, T> {
    /// The mark of every Takar file.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = FORMAT)))]
    format: &'a str,
    /// Version of the file format.
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
        Self { format: FORMAT, version: version_of(kind), kind, content, digest: None }
    }

    /// Indented for people, with its digest.
    pub(super) fn for_people(self) -> String {
        let mut text = json::indented(&self.with_digest());
        text.push('\n');
        text
    }

    /// Without space, with its digest.
    pub(super) fn for_programs(self) -> String {
        let mut text = self.with_digest();
        text.push('\n');
        text
    }

    fn with_digest(mut self) -> String {
        self.digest = json::parse(&self.compact()).ok().map(|fields| digest_of(&fields));
        self.compact()
    }

    /// Without space and digest.
    pub(super) fn compact(&self) -> String {
        // Types of this crate always serialise: keys are texts and numbers.
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
    schema.insert("$id".to_owned(), format!("urn:takar:schema:{kind}:{}", version_of(kind)).into());
    for (name, only) in [("kind", Json::from(kind)), ("version", version_of(kind).into())] {
        if let Some(Json::Object(field)) = schema.pointer_mut(&format!("/properties/{name}")) {
            field.insert("const".to_owned(), only);
        }
    }
    schema
}

/// What was in an envelope.
pub(super) struct Opened {
    pub(super) kind: String,
    /// An object, in the present form of its kind.
    pub(super) content: Json,
    pub(super) has_digest: bool,
}

/// Opens a file of one of `kinds`: its syntax, its mark, its digest.
///
/// # Errors
/// Says what is wrong and where; a file of another kind is [`Problem::OtherKind`].
pub(super) fn open(bytes: &[u8], kinds: &[&str]) -> Result<Opened, Problem> {
    open_json(json_of(bytes, LIMIT_BYTES)?, kinds)
}

/// The object that a file of at most so many bytes is.
pub(super) fn json_of(bytes: &[u8], limit: u64) -> Result<Map<String, Json>, Problem> {
    let size = bytes.len() as u64;
    if size > limit {
        return Err(Problem::TooLarge { bytes: size, limit });
    }
    let text = json::text_of(bytes)?;
    if !text.trim_start().starts_with(['{', '[']) && looks_like_csv(text) {
        return Err(Problem::LooksLikeCsv);
    }
    match json::parse(text)? {
        Json::Object(map) => Ok(map),
        _ => Err(Problem::SomethingElse),
    }
}

/// The same as [`open`] for what is parsed already.
pub(super) fn open_json(mut map: Map<String, Json>, kinds: &[&str]) -> Result<Opened, Problem> {
    let (kind, version) = kind(&map)?;
    if !kinds.contains(&kind.as_str()) {
        return Err(Problem::OtherKind { kind });
    }
    let has_digest = digest(&mut map)?;
    for key in ["format", "version", "kind"] {
        map.remove(key);
    }
    bring_up(&kind, &mut map, version)?;
    Ok(Opened { kind, content: Json::Object(map), has_digest })
}

/// The kind of a Takar file, and its version, which can be read.
fn kind(map: &Map<String, Json>) -> Result<(String, u64), Problem> {
    match map.get("format").and_then(Json::as_str) {
        Some(FORMAT) => {}
        Some("takar-instrument") => return Err(Problem::IsInstrument),
        _ => return Err(Problem::SomethingElse),
    }
    let kind = map.get("kind").and_then(Json::as_str).unwrap_or_default();
    match map.get("version").and_then(Json::as_u64) {
        Some(version) if version > version_of(kind) => Err(Problem::Newer { version }),
        Some(version) if version > 0 => Ok((kind.to_owned(), version)),
        _ => Err(At::ROOT.key("version").misfit("the number 1").into()),
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

/// Whether this program knows the instrument of a file.
pub(super) fn known_instrument(id: &str) -> Result<(), Problem> {
    if INSTRUMENTS.iter().any(|listed| listed.id == id) {
        Ok(())
    } else {
        Err(Problem::UnknownInstrument { id: id.to_owned() })
    }
}
