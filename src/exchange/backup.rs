//! All drafts of a computer as one file.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::envelope::{Opened, Written, open_json};
use super::manifest::{self, Incoming};
use super::problem::Problem;
use crate::assessment::{Stamp, is_id, take_id};
use crate::json::{At, Extra, Misfit, Object, Take};

/// The kind of such a file.
pub const KIND: &str = "backup";

/// A draft nested deeper than this goes into a backup as text, so that the backup stays within the depth
/// that is read.
const DEPTH: usize = 100;

/// What a browser kept of Takar: its drafts, and on wish what was deleted and what was before.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Backup {
    /// When and by whom it was made.
    pub made: Stamp,
    /// The drafts, each id once.
    pub drafts: Vec<BackedUp>,
    /// Drafts that were deleted, but not for good. Each id once; a draft may have the same id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trash: Vec<BackedUp>,
    /// Restore points, byte for byte as the browser kept them. Each key once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub snapshots: Vec<BackedUpSnapshot>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// A draft in a backup: either `content` or `text`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BackedUp {
    /// The draft's id: letters, digits and hyphens, at most 40.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$")))]
    pub id: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "BackedUpFields"))]
    pub content: BackedUpContent,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// What a backup holds of a draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum BackedUpContent {
    /// A manifest without digest.
    #[serde(rename = "content")]
    Manifest(Map<String, Json>),
    /// What stood in the storage and could not be read by the Takar that made the backup.
    #[serde(rename = "text")]
    Text(String),
}

/// For the schema: of both there is one.
#[cfg(not(target_arch = "wasm32"))]
#[derive(schemars::JsonSchema)]
#[allow(dead_code)]
struct BackedUpFields {
    /// The draft as `takar-1.schema.json` or `takar-work-package-1.schema.json` describes it. Absent where `text` stands.
    #[schemars(with = "Option<Map<String, Json>>")]
    #[serde(default)]
    content: Option<Json>,
    /// A draft that could not be read, byte for byte. Absent where `content` stands.
    #[serde(default)]
    text: Option<String>,
}

/// A restore point in a backup.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BackedUpSnapshot {
    /// `snapshot:`, the id of its draft, a colon and more letters, digits, hyphens, dots and colons; at
    /// most 120 in all.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^snapshot:[A-Za-z0-9-]{1,40}:[A-Za-z0-9:.-]{1,70}$"))
    )]
    pub key: String,
    /// What stood in the storage.
    pub text: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl BackedUp {
    /// A draft as it stands in the storage. What cannot be read goes in as it is.
    pub fn of(id: &str, text: &str) -> Self {
        let manifest = || {
            let assessment = manifest::read(text.as_bytes()).ok()?.assessment;
            if assessment.id != id {
                return None;
            }
            match serde_json::to_value(Written::new(manifest::kind(&assessment), &assessment)) {
                Ok(Json::Object(fields)) if fields.values().all(|json| is_flatter(json, DEPTH)) => {
                    Some(fields)
                }
                _ => None,
            }
        };
        let content =
            manifest().map_or_else(|| BackedUpContent::Text(text.to_owned()), BackedUpContent::Manifest);
        Self { id: id.to_owned(), content, extra: Extra::new() }
    }

    /// The draft in it.
    ///
    /// # Errors
    /// As [`super::read`]. What cannot be read can still be kept: [`Self::text`].
    pub fn read(&self) -> Result<Incoming, Problem> {
        let incoming = match &self.content {
            BackedUpContent::Manifest(fields) => {
                manifest::take(open_json(fields.clone(), &[manifest::KIND, manifest::PACKAGE])?)?
            }
            BackedUpContent::Text(text) => manifest::read(text.as_bytes())?,
        };
        if incoming.assessment.id != self.id {
            let expected = "the id under which it is stored";
            return Err(Problem::Shape { path: "$.id".to_owned(), expected });
        }
        Ok(Incoming { has_digest: true, ..incoming })
    }

    /// The draft as the storage would hold it.
    pub fn text(&self) -> String {
        match &self.content {
            BackedUpContent::Manifest(fields) => serde_json::to_string(fields).unwrap_or_default(),
            BackedUpContent::Text(text) => text.clone(),
        }
    }
}

impl BackedUpSnapshot {
    /// The id of its draft; nothing if this is no key of a snapshot.
    pub fn draft_of(key: &str) -> Option<&str> {
        let (id, rest) = key.strip_prefix("snapshot:")?.split_once(':')?;
        let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':');
        (is_id(id) && (1..=70).contains(&rest.len()) && rest.chars().all(letter)).then_some(id)
    }

    /// The id of its draft.
    pub fn draft(&self) -> &str {
        Self::draft_of(&self.key).unwrap_or_default()
    }
}

/// Whether a value has at most so many levels.
fn is_flatter(json: &Json, depth: usize) -> bool {
    let Some(below) = depth.checked_sub(1) else { return false };
    match json {
        Json::Array(items) => items.iter().all(|item| is_flatter(item, below)),
        Json::Object(fields) => fields.values().all(|field| is_flatter(field, below)),
        _ => true,
    }
}

impl Take for Backup {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let made = object.need("made")?;
        let drafts: Vec<BackedUp> = object.need("drafts")?;
        let trash: Vec<BackedUp> = object.or_empty("trash")?;
        let snapshots: Vec<BackedUpSnapshot> = object.or_empty("snapshots")?;
        for (field, list) in [("drafts", &drafts), ("trash", &trash)] {
            once(list.iter().map(|draft| draft.id.as_str()), &at.key(field), "id")?;
        }
        once(snapshots.iter().map(|snapshot| snapshot.key.as_str()), &at.key("snapshots"), "key")?;
        Ok(Self { made, drafts, trash, snapshots, extra: object.rest() })
    }
}

/// Refuses a name that stands twice in a list.
fn once<'a>(names: impl Iterator<Item = &'a str>, at: &At, key: &str) -> Result<(), Misfit> {
    let mut seen = BTreeSet::new();
    for (place, name) in names.enumerate() {
        if !seen.insert(name) {
            return Err(at.item(place).key(key).misfit("one entry, this key stands twice"));
        }
    }
    Ok(())
}

impl Take for BackedUp {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let id = take_id(&mut object, at)?;
        let content = match (object.may("content")?, object.may("text")?) {
            (Some(Fields(fields)), None) => BackedUpContent::Manifest(fields),
            (None, Some(text)) => BackedUpContent::Text(text),
            _ => return Err(at.key("content").misfit("either content or text")),
        };
        Ok(Self { id, content, extra: object.rest() })
    }
}

impl Take for BackedUpSnapshot {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let key: String = object.need("key")?;
        // It becomes a key of the storage.
        if Self::draft_of(&key).is_none() {
            return Err(at.key("key").misfit("a key of a snapshot"));
        }
        Ok(Self { key, text: object.need("text")?, extra: object.rest() })
    }
}

struct Fields(Map<String, Json>);

impl Take for Fields {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        Ok(Self(Object::open(json, at)?.rest()))
    }
}

/// The JSON Schema of a backup, as published in `public/schema/takar-backup-1.schema.json`.
#[cfg(not(target_arch = "wasm32"))]
pub fn backup_schema() -> schemars::Schema {
    super::envelope::schema_of::<Backup>(
        KIND,
        "Takar backup, format version 1",
        "The drafts of one browser in one file, as Takar saves them. Unknown fields are allowed and survive \
         reading and writing. What a schema cannot say, Takar checks when it reads: the digest, that an id or \
         a key stands once in its list, and that a draft has either content or text. A draft that does not \
         keep the rules of its own schema does not spoil the others: it is named, and can be kept.",
    )
}

/// A backup as a file: without space, since nobody reads it, and with its digest.
pub fn write_backup(backup: &Backup) -> String {
    Written::new(KIND, backup).for_programs()
}

pub(super) fn take(opened: Opened) -> Result<Backup, Problem> {
    Ok(Backup::take(opened.content, &At::ROOT)?)
}
