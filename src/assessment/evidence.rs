use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::{Date, Stamp};
use crate::instrument::{DocumentKind, Level, Number, Value};
use crate::json::Extra;

/// Names a document within an assessment, and in every copy of it: letters, digits and hyphens, at
/// most 40.
pub type EvidenceId = String;

/// A piece of evidence (bukti dukung): what a document is, where it lies, and what was said of it.
///
/// The file itself stays where it is; [`FileFact`] proves which one was meant.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Evidence {
    /// What people call it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::EVIDENCE_LIMIT), regex(pattern = r"\S")))]
    pub title: String,
    /// What sort of document it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DocumentKind>,
    /// The document's own number: "Peraturan Wali Kota Nomor 41 Tahun 2022".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::EVIDENCE_LIMIT)))]
    pub number: String,
    /// When it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The last day on which it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// The unit (perangkat daerah) that keeps it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::EVIDENCE_LIMIT)))]
    pub unit: String,
    /// Where it is: a folder, a shelf, an address of the web.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::LOCATION_LIMIT)))]
    pub location: String,
    /// Pages or chapter that matter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::EVIDENCE_LIMIT)))]
    pub pages: String,
    /// Whatever else there is to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::REMARK_LIMIT)))]
    pub remark: String,
    /// What is known of its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileFact>,
    /// What was decided of it, from the first to the last. The last one is its status.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Vec<Review>>"))]
    pub reviews: Vec<Review>,
    /// The last change of this entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// What is known of a document's file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct FileFact {
    /// As the file was called when it was registered, without folders.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::LOCATION_LIMIT), regex(pattern = r"\S")))]
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
    /// As the browser told it, such as `application/pdf`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>"))]
    pub media_type: String,
    /// SHA-256 of the content: 64 hexadecimal digits. Absent where it was never computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: Option<String>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// How far a document has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Being prepared. A document without a review is a draft.
    #[default]
    Draf,
    /// Handed to the internal assessors.
    Dikirim,
    Diterima,
    PerluRevisi,
    Ditolak,
}

impl Status {
    pub const ALL: [Self; 5] = [Self::Draf, Self::Dikirim, Self::Diterima, Self::PerluRevisi, Self::Ditolak];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draf => "draf",
            Self::Dikirim => "dikirim",
            Self::Diterima => "diterima",
            Self::PerluRevisi => "perlu-revisi",
            Self::Ditolak => "ditolak",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Whether the reviewer must say why.
    pub fn needs_note(self) -> bool {
        matches!(self, Self::PerluRevisi | Self::Ditolak)
    }
}

/// A change of a document's status: what was decided, by whom and when.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Review {
    /// The status it got.
    pub status: Status,
    /// Why. Required for `perlu-revisi` and `ditolak`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::REMARK_LIMIT)))]
    pub note: String,
    /// The reviewer, who must have a name, and the moment.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// From which status on a document supports a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Required {
    /// Accepted by the internal assessors.
    #[default]
    Diterima,
    /// Handed in, or accepted.
    Dikirim,
}

impl Required {
    pub const ALL: [Self; 2] = [Self::Diterima, Self::Dikirim];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Diterima => "diterima",
            Self::Dikirim => "dikirim",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|required| required.code() == code)
    }

    pub fn is_met_by(self, status: Status) -> bool {
        status == Status::Diterima || (self == Self::Dikirim && status == Status::Dikirim)
    }

    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// What a document is linked to: a rung of an indicator's ladder, and what the instrument expects
/// there. A document is linked once to the same place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkKey {
    pub indicator: Number,
    pub level: Level,
    /// Id of what the instrument expects ([`crate::instrument::Expected::id`]), where the document
    /// answers one such thing.
    pub expected: Option<String>,
    pub evidence: EvidenceId,
}

/// What a link says besides its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Pages or chapter that matter for this place.
    pub pages: String,
    pub extra: Extra,
}

/// Links by place. In a file they are a list, in the order of their places.
pub type Links = BTreeMap<LinkKey, Link>;

#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "Link"))]
pub(crate) struct WrittenLink<'a> {
    /// Id of the document in `evidence`.
    evidence: &'a str,
    /// The indicator's number.
    indicator: Number,
    /// The level (rung) it is meant to prove.
    level: Level,
    /// Id of what the instrument expects there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    /// Pages or chapter that matter for this place.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::EVIDENCE_LIMIT)))]
    pages: &'a str,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    extra: &'a Extra,
}

pub(crate) fn write_links<S: Serializer>(links: &Links, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(links.iter().map(|(key, link)| WrittenLink {
        evidence: &key.evidence,
        indicator: key.indicator,
        level: key.level,
        expected: key.expected.as_deref(),
        pages: &link.pages,
        extra: &link.extra,
    }))
}

/// What an assessor or another agency found for an indicator whose value documents alone do not
/// give (Pemdi).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Assessed {
    /// On the instrument's scale.
    pub value: Value,
    /// The other agency's index it was converted from, on that index's own scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external: Option<Value>,
    /// When it was entered, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Assessed {
    pub fn new(value: Value, external: Option<Value>) -> Self {
        Self { value, external, changed: None, extra: Extra::new() }
    }
}

impl Evidence {
    /// A document with nothing but a title.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    pub fn status(&self) -> Status {
        self.reviews.last().map_or(Status::Draf, |review| review.status)
    }

    /// An accepted document stays as it is until its status is changed again.
    pub fn is_locked(&self) -> bool {
        self.status() == Status::Diterima
    }

    pub fn sha256(&self) -> Option<&str> {
        self.file.as_ref()?.sha256.as_deref()
    }

    /// The address to open, where [`Self::location`] is one of the web. Anything else is no link:
    /// `javascript:` and the like must never become one.
    pub fn address(&self) -> Option<&str> {
        let text = self.location.trim();
        let scheme = text.get(..8).or_else(|| text.get(..7))?.to_ascii_lowercase();
        let web = scheme.starts_with("https://") || scheme.starts_with("http://");
        (web && text.len() > 8 && !text.chars().any(|c| c.is_control() || c.is_whitespace())).then_some(text)
    }

    /// The same without the reviews at its end that accepted it: not locked.
    pub(crate) fn before_acceptance(&self) -> Self {
        let mut open = self.clone();
        while open.is_locked() {
            open.reviews.pop();
        }
        open
    }

    /// The same without its reviews and stamp: what a lock protects.
    pub(super) fn has_content_of(&self, other: &Self) -> bool {
        let content = |of: &Self| Self { reviews: Vec::new(), changed: None, ..of.clone() };
        content(self) == content(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        let address = |location: &str| {
            Evidence { location: location.into(), ..Evidence::default() }.address().map(str::to_owned)
        };
        for good in ["https://jdih.contoh.go.id/perwali/41", "http://a.id/x", "HTTPS://A.ID/"] {
            assert_eq!(address(good).as_deref(), Some(good));
        }
        assert_eq!(address("  https://a.id/x ").as_deref(), Some("https://a.id/x"));
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "Lemari 3, map biru",
            "D:\\SPBE\\1.a.pdf",
            "https://",
            "https:// a.id",
            "ftp://a.id/x",
            "",
            "é",
            "//a.id/x",
            "https://a.id/\u{0}",
        ] {
            assert_eq!(address(bad), None, "{bad}");
        }
    }
}
