//! What an administrator has set up for a site: `takar.json` beside the page (docs/configuration.md).
//!
//! Read strictly: a name that is not known is refused, so that a slip of the pen does not silently leave a portal
//! shut or a kiosk open. What cannot be read is said on the page, which goes on with what is safe.

mod origin;
mod read;
mod setup;

pub use origin::Origin;
pub use read::{IDLE_SECONDS, ORIGIN_LIMIT, WARNING_SECONDS, read};
pub use setup::{Fault, Setup, Source};

/// The name of the file, beside `index.html`.
pub const FILE: &str = "takar.json";

/// The version of the file's form.
pub const VERSION: u64 = 1;

/// All that can be set up. By default Takar is a page of its own, in Indonesian, and listens to nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(deny_unknown_fields))]
pub struct Config {
    /// The language of a person who has not chosen one. Without it, Indonesian.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Tongue>"))]
    pub language: Option<Tongue>,
    /// What pages that show Takar in a frame may do. Without it, nothing.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Embed>"))]
    pub embed: Embed,
    /// How a kiosk works: a computer that strangers use one after the other.
    pub kiosk: Option<Kiosk>,
}

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Tongue {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "id"))]
    Indonesian,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "en"))]
    English,
}

impl Tongue {
    /// As in data and in `<html lang>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Indonesian, Self::English].into_iter().find(|tongue| tongue.code() == code)
    }
}

/// What pages that show Takar in a frame may do (docs/embedding.md).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(deny_unknown_fields))]
pub struct Embed {
    /// The origins whose pages Takar listens to, each written out, without wildcards. Without any, it listens to
    /// nobody and tells nobody anything.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Option<Vec<Origin>>", length(max = ORIGIN_LIMIT), extend("uniqueItems" = true))
    )]
    pub origins: Vec<Origin>,
    /// What such a page is told when it changes. Without it, neither.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Vec<Share>>", extend("uniqueItems" = true)))]
    pub share: Vec<Share>,
}

impl Embed {
    /// Whether pages of an origin, as the browser writes it, are listened to.
    pub fn allows(&self, origin: &str) -> bool {
        self.origins.iter().any(|allowed| allowed.as_str() == origin)
    }
}

/// What the page around the frame may be told of the open assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "kebab-case"))]
pub enum Share {
    /// Its index and predicate.
    Index,
    /// How many indicators are answered.
    Progress,
}

impl Share {
    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Progress => "progress",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Index, Self::Progress].into_iter().find(|share| share.code() == code)
    }
}

/// How long a visitor's work lives on a kiosk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "kebab-case"))]
pub enum Keep {
    /// In the page's memory: reloading the page ends it.
    #[default]
    Memory,
    /// In the tab's session storage: it outlives a reload, and ends with the tab.
    Session,
}

impl Keep {
    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Session => "session",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Memory, Self::Session].into_iter().find(|keep| keep.code() == code)
    }
}

/// How a kiosk works (docs/configuration.md).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(deny_unknown_fields))]
pub struct Kiosk {
    /// Whether every visit is one to a kiosk. Otherwise only those are whose address has `?kiosk`. Where it is true,
    /// the end of a visit also deletes what ordinary visits have left in this browser.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<bool>"))]
    pub always: bool,
    /// Where a visitor's work lives until the visit ends. Without it, in memory.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Keep>"))]
    pub keep: Keep,
    /// Seconds without a touch or a key after which the visitor is asked whether they are still there. Without it, 120.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Option<u16>", range(min = *IDLE_SECONDS.start(), max = *IDLE_SECONDS.end()))
    )]
    pub idle_seconds: u16,
    /// Seconds that the visitor has to answer before everything is deleted. Without it, 30.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Option<u16>", range(min = *WARNING_SECONDS.start(), max = *WARNING_SECONDS.end()))
    )]
    pub warning_seconds: u16,
    /// Whether files may be saved on the computer. Without it, yes.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<bool>"))]
    pub downloads: bool,
    /// Whether files of the computer may be chosen or dropped. Without it, yes.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<bool>"))]
    pub file_dialogs: bool,
    /// The instruments that are offered, by id. Without any, all.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(with = "Option<Vec<String>>", extend("uniqueItems" = true), inner(regex(pattern = "^[a-z0-9-]+$")))
    )]
    pub instruments: Vec<String>,
    /// The language in which each visit begins. Without it, that of the site.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Tongue>"))]
    pub language: Option<Tongue>,
}

impl Default for Kiosk {
    fn default() -> Self {
        Self {
            always: false,
            keep: Keep::Memory,
            idle_seconds: 120,
            warning_seconds: 30,
            downloads: true,
            file_dialogs: true,
            instruments: Vec::new(),
            language: None,
        }
    }
}

impl Kiosk {
    /// What a kiosk falls back to when its settings cannot be read: nothing that stays behind. It does not delete
    /// what ordinary visits left, because nobody has said that they may go.
    pub fn strictest() -> Self {
        Self { downloads: false, file_dialogs: false, idle_seconds: 60, ..Self::default() }
    }

    /// Whether an instrument is offered.
    pub fn offers(&self, instrument: &str) -> bool {
        self.instruments.is_empty() || self.instruments.iter().any(|id| id == instrument)
    }
}

/// The JSON Schema of the file, as published in `public/schema/takar-config-1.schema.json`.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> schemars::Schema {
    let mut schema = schemars::schema_for!(Config);
    let fields = schema.ensure_object();
    for (name, value) in [
        ("$id", "urn:takar:schema:config:1"),
        ("title", "Takar configuration, version 1"),
        (
            "description",
            "What an administrator sets up for a site: takar.json beside index.html. Names that are not known here \
             are refused. What a schema cannot say, Takar checks when it reads: that an origin is written as browsers \
             write it, and that an instrument is one of those that come with Takar.",
        ),
    ] {
        fields.insert(name.to_owned(), value.into());
    }
    fields.insert("required".to_owned(), serde_json::json!(["version"]));
    if let Some(properties) = fields.get_mut("properties").and_then(serde_json::Value::as_object_mut) {
        let version = "The version of this form.";
        let own = "For editors: the address of this schema.";
        properties
            .insert("version".to_owned(), serde_json::json!({ "description": version, "const": VERSION }));
        properties.insert("$schema".to_owned(), serde_json::json!({ "description": own, "type": "string" }));
    }
    schema
}
