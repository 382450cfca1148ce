//! Restore points: a kept state of a draft, as the browser's storage holds it.

mod keep;
mod packing;
mod space;

pub use keep::{DAILY_LIMIT, Listed, OTHER_LIMIT, beyond, gives_way};
pub use space::{Holder, Space, space};

use serde_json::{Map, Value as Json, json};

use super::envelope::FORMAT;
use super::problem::Problem;
use crate::assessment::{Stamp, Time};
use crate::instrument::Value;
use crate::json::{self, At, Extra, Object};

/// The version of the stored form that is written. Version 1 is a draft's text and nothing else.
pub const SNAPSHOT_VERSION: u64 = 2;

/// Longest name of a restore point, in characters.
pub const NAME_LIMIT: usize = 100;

const KIND: &str = "snapshot";
/// How the draft's text stands behind the head.
const PLAIN: &str = "plain";
const DEFLATE: &str = "deflate-15";

/// Why a restore point was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A person wanted it.
    Person,
    /// The first change of a day of work; it holds the state before that.
    Day,
    /// Before a register of evidence came in.
    Register,
    /// Before another copy was merged in.
    Merge,
    /// Before a file took the draft's place.
    Replace,
    /// Before another restore point was brought back.
    BringBack,
    /// Before a stage of the evaluation was closed or reopened.
    Stage,
    /// A reason that only a newer Takar knows, by its code.
    Other(String),
}

impl Reason {
    const KNOWN: [Self; 7] =
        [Self::Person, Self::Day, Self::Register, Self::Merge, Self::Replace, Self::BringBack, Self::Stage];

    /// As in data.
    pub fn code(&self) -> &str {
        match self {
            Self::Person => "person",
            Self::Day => "day",
            Self::Register => "register",
            Self::Merge => "merge",
            Self::Replace => "replace",
            Self::BringBack => "bring-back",
            Self::Stage => "stage",
            Self::Other(code) => code,
        }
    }

    pub fn from_code(code: &str) -> Self {
        let known = Self::KNOWN.into_iter().find(|reason| reason.code() == code);
        known.unwrap_or_else(|| Self::Other(code.to_owned()))
    }

    /// Whether the state before something that replaced much at once: the way back from it.
    pub fn is_guard(&self) -> bool {
        !matches!(self, Self::Person | Self::Day | Self::Stage)
    }
}

/// What is said of a restore point.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    pub reason: Reason,
    /// Given by a person, at most [`NAME_LIMIT`] characters; empty where nobody named it.
    pub name: String,
    /// When it was made, and by whom.
    pub made: Stamp,
    /// The index at that time, rounded for display, and its predicate.
    pub index: Option<Value>,
    pub predicate: String,
    /// What this version does not know.
    pub extra: Extra,
}

impl Head {
    pub fn new(reason: Reason, name: &str, made: Stamp) -> Self {
        let name = name.trim().chars().take(NAME_LIMIT).collect();
        Self { reason, name, made, index: None, predicate: String::new(), extra: Extra::new() }
    }

    /// Whether a person wants it kept: then it never gives way by itself.
    pub fn is_wanted(&self) -> bool {
        self.reason == Reason::Person || !self.name.is_empty()
    }

    /// Restore points of version 1 say nothing of themselves: they were made before a file took the
    /// draft's place, at the moment in their key.
    fn of_version_1(made: &Time) -> Self {
        Self::new(Reason::Replace, "", Stamp::new(made.clone(), ""))
    }
}

/// A restore point as it is stored: a line that says what it is, then the draft's text, packed where
/// that is shorter.
pub fn write_snapshot(head: &Head, draft: &str) -> String {
    let packed = packing::pack(draft);
    match packed {
        Some(packed) => with_head(head, DEFLATE, &packed),
        None => with_head(head, PLAIN, draft),
    }
}

fn with_head(head: &Head, form: &str, body: &str) -> String {
    let mut map: Map<String, Json> = head.extra.clone();
    let mut put = |key: &str, value: Json| {
        map.insert(key.to_owned(), value);
    };
    put("format", json!(FORMAT));
    put("version", json!(SNAPSHOT_VERSION));
    put("kind", json!(KIND));
    put("reason", json!(head.reason.code()));
    if !head.name.is_empty() {
        put("name", json!(head.name));
    }
    put("made", serde_json::to_value(&head.made).unwrap_or_default());
    if let Some(index) = head.index {
        put("index", json!(index.to_string()));
        put("predicate", json!(head.predicate));
    }
    put("form", json!(form));
    format!("{}\n{body}", Json::Object(map))
}

/// What a stored restore point says of itself. `made` is the moment in its key.
///
/// # Errors
/// It is no restore point, damaged, or of a newer version.
pub fn read_head(text: &str, made: &Time) -> Result<Head, Problem> {
    Ok(open(text)?.head.unwrap_or_else(|| Head::of_version_1(made)))
}

/// The draft's text in a stored restore point, as it was.
///
/// # Errors
/// As [`read_head`]; or the text behind the head does not come out whole.
pub fn read_snapshot(text: &str) -> Result<String, Problem> {
    let Opened { form, body, .. } = open(text)?;
    if form == DEFLATE { packing::unpack(body).ok_or(Problem::Digest) } else { Ok(body.to_owned()) }
}

/// The same restore point under another name.
///
/// # Errors
/// As [`read_head`].
pub fn rename_snapshot(text: &str, made: &Time, name: &str) -> Result<String, Problem> {
    let Opened { head, form, body } = open(text)?;
    let name = name.trim().chars().take(NAME_LIMIT).collect();
    Ok(match head {
        Some(head) => with_head(&Head { name, ..head }, form, body),
        None => write_snapshot(&Head { name, ..Head::of_version_1(made) }, body),
    })
}

struct Opened<'a> {
    /// Nothing in version 1.
    head: Option<Head>,
    form: &'static str,
    body: &'a str,
}

fn open(text: &str) -> Result<Opened<'_>, Problem> {
    // A draft's text has no line break, the later form always has one.
    let Some((line, body)) = text.split_once('\n') else {
        let is_draft = text.contains("\"kind\":\"assessment\"");
        return if is_draft {
            Ok(Opened { head: None, form: PLAIN, body: text })
        } else {
            Err(Problem::SomethingElse)
        };
    };
    let at = At::ROOT;
    let mut object = Object::open(json::parse(line)?, &at)?;
    if object.may::<String>("format")?.as_deref() != Some(FORMAT) {
        return Err(Problem::SomethingElse);
    }
    let kind: String = object.need("kind")?;
    if kind != KIND {
        return Err(Problem::OtherKind { kind });
    }
    let version: u64 = object.need("version")?;
    if version > SNAPSHOT_VERSION {
        return Err(Problem::Newer { version });
    }
    if version < SNAPSHOT_VERSION {
        return Err(at.key("version").misfit("the number 2").into());
    }
    let form: String = object.need("form")?;
    let form = [PLAIN, DEFLATE].into_iter().find(|known| *known == form);
    let form = form.ok_or_else(|| at.key("form").misfit("\"plain\" or \"deflate-15\""))?;
    let head = Head {
        reason: Reason::from_code(&object.need::<String>("reason")?),
        name: object.or_empty("name")?,
        made: object.need("made")?,
        index: object.may("index")?,
        predicate: object.or_empty("predicate")?,
        extra: object.rest(),
    };
    Ok(Opened { head: Some(head), form, body })
}
