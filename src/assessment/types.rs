use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use super::{
    Assessed, Briefing, Evidence, EvidenceId, Links, Log, Records, Required, Revisions, Unit, UnitId,
    WorkOrder, write_links,
};
use crate::instrument::{Instrument, Number, Value};
use crate::json::Extra;

/// One agency's answers to one instrument in one year.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Assessment {
    /// Stays the same in every copy of this assessment: letters, digits and hyphens, at most 40.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9-]{1,40}$")))]
    pub id: String,
    pub instrument: InstrumentRef,
    /// Who is assessed.
    pub agency: Agency,
    /// Year of evaluation.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = *super::YEARS.start(), max = *super::YEARS.end())))]
    pub year: u16,
    /// A name for this draft, where the agency's name is not enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::TITLE_LIMIT), regex(pattern = r"\S")))]
    pub title: Option<String>,
    /// The index the agency aims at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Value>,
    /// The stage that is being worked on.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Stage>"))]
    pub stage: Stage,
    /// By stage, then by the indicator's number. An indicator without an entry is unanswered.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "answers_schema"))]
    pub answers: BTreeMap<Stage, BTreeMap<Number, Answer>>,
    /// The register: every document once, by its id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "evidence_schema"))]
    pub evidence: BTreeMap<EvidenceId, Evidence>,
    /// Which document serves which rung of which indicator.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", serialize_with = "write_links")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Vec<super::evidence::WrittenLink>>"))]
    pub links: Links,
    /// From which status on a document supports a level.
    #[serde(default, skip_serializing_if = "Required::is_default")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Required>"))]
    pub required: Required,
    /// Values that assessors or other agencies gave, by the indicator's number (Pemdi).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "assessed_schema"))]
    pub assessed: BTreeMap<Number, Assessed>,
    /// The units that answer it, by their ids.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::unit::units_schema"))]
    pub units: BTreeMap<UnitId, Unit>,
    /// What all units are told when work is handed out.
    #[serde(default, skip_serializing_if = "Briefing::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Briefing>"))]
    pub briefing: Briefing,
    /// What is noted on the way to the final result: stages closed, interview, plan, findings.
    #[serde(default, skip_serializing_if = "Records::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::records::schema"))]
    pub records: Records,
    /// Makes this a work package: what one unit was given, and nothing of the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Box<WorkOrder>>,
    /// What copies of this assessment need in order to be merged.
    #[serde(default, skip_serializing_if = "Revisions::is_absent")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::merge::schema"))]
    pub revisions: Revisions,
    /// Who changed what, and when. For people: nothing is decided by it, and it may be left out.
    #[serde(default, skip_serializing_if = "Log::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Vec<super::WrittenEntry>>"))]
    pub log: Log,
    /// When it was begun, and by whom.
    pub created: Stamp,
    /// The last change.
    pub changed: Stamp,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// Which instrument, and which edition of its file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct InstrumentRef {
    /// For example `spbe-2020`.
    pub id: String,
    /// `sha256-…` over the canonical JSON of the instrument file.
    pub digest: String,
    /// The beginnings of the digests of its parts: each indicator by its number, and `head` for the rest. From
    /// them it is seen in what two editions differ.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<BTreeMap<String, String>>"))]
    pub parts: BTreeMap<String, String>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl InstrumentRef {
    pub fn to(instrument: &Instrument) -> Self {
        Self {
            id: instrument.id.clone(),
            digest: instrument.digest.clone(),
            parts: instrument.parts.clone(),
            extra: Extra::new(),
        }
    }

    /// In which parts two editions of an instrument differ: numbers of indicators, then `head`. `now` is the
    /// edition at hand, whose parts are known where a file of an older Takar does not name them. None where
    /// they are not known of both.
    pub fn differing(&self, other: &Self, now: &Instrument) -> Option<Vec<String>> {
        let parts = |of: &Self| {
            let known = if of.digest == now.digest { now.parts.clone() } else { of.parts.clone() };
            (!known.is_empty()).then_some(known)
        };
        let (mine, theirs) = (parts(self)?, parts(other)?);
        let all: BTreeSet<_> = mine.keys().chain(theirs.keys()).collect();
        let mut differing: Vec<_> =
            all.into_iter().filter(|part| mine.get(*part) != theirs.get(*part)).cloned().collect();
        differing.sort_by_key(|part| part.parse::<Number>().unwrap_or(Number::MAX));
        Some(differing)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Agency {
    /// Official name without "Pemerintah": "Kota Bandung", "Kementerian Pertanian".
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::TITLE_LIMIT), regex(pattern = r"\S")))]
    pub name: String,
    pub kind: AgencyKind,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// Kinds of agency, as the ministry's result lists group them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AgencyKind {
    Kementerian,
    /// Non-ministerial bodies, secretariats and other central institutions.
    InstansiPusatLain,
    Provinsi,
    Kabupaten,
    Kota,
}

impl AgencyKind {
    pub const ALL: [Self; 5] =
        [Self::Kementerian, Self::InstansiPusatLain, Self::Provinsi, Self::Kabupaten, Self::Kota];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kementerian => "kementerian",
            Self::InstansiPusatLain => "instansi-pusat-lain",
            Self::Provinsi => "provinsi",
            Self::Kabupaten => "kabupaten",
            Self::Kota => "kota",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A stage of the evaluation (Permen PANRB 59/2020, chapter III): what the agency says of itself,
/// then what assessors find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    #[default]
    Mandiri,
    Dokumen,
    Interviu,
    Visitasi,
    Akhir,
}

impl Stage {
    pub const ALL: [Self; 5] = [Self::Mandiri, Self::Dokumen, Self::Interviu, Self::Visitasi, Self::Akhir];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mandiri => "mandiri",
            Self::Dokumen => "dokumen",
            Self::Interviu => "interviu",
            Self::Visitasi => "visitasi",
            Self::Akhir => "akhir",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// The answer to one indicator at one stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Answer {
    /// Absent while texts are written but no level is chosen: unanswered is not level 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    #[serde(default, skip_serializing_if = "Explanation::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Explanation>"))]
    pub explanation: Explanation,
    /// Catatan: what an assessor remarks at this stage.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::TEXT_LIMIT)))]
    pub note: String,
    /// Justifikasi hasil: why an assessor gives this value (Pedoman Menteri PANRB 3/2024, figures 1 to 7).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::TEXT_LIMIT)))]
    pub justification: String,
    /// The last change of this answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Stamp>,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

/// Penjelasan: facts first, then their analysis (Pedoman Menteri PANRB 3/2024, figures 1 to 7).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Explanation {
    /// Which documents or applications there are.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::TEXT_LIMIT)))]
    pub facts: String,
    /// Why the facts meet the criterion of the level.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::TEXT_LIMIT)))]
    pub analysis: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Answer {
    /// Whether nothing is left in it but who wrote it last.
    pub fn is_empty(&self) -> bool {
        let texts = self.note.is_empty() && self.justification.is_empty();
        self.value.is_none() && self.explanation.is_empty() && texts && self.extra.is_empty()
    }
}

impl Explanation {
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.analysis.is_empty() && self.extra.is_empty()
    }
}

/// Who changed something, and when.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Stamp {
    pub at: Time,
    /// The name a person gave; empty where none was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>"))]
    pub by: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Stamp {
    pub fn new(at: Time, by: impl Into<String>) -> Self {
        Self { at, by: by.into(), extra: Extra::new() }
    }
}

/// A moment in UTC as ISO 8601, `2026-11-22T03:42:00Z`. Text order is time order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(String);

impl Time {
    /// Takes a moment that is written `YYYY-MM-DDTHH:MM:SSZ`, with or without milliseconds.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = b"0000-00-00T00:00:00";
        let head = bytes.get(..19)?;
        let fits = head.iter().zip(shape).all(|(b, s)| match s {
            b'0' => b.is_ascii_digit(),
            s => b == s,
        });
        let tail = &bytes[19..];
        let tail_fits = tail == b"Z"
            || (tail.len() == 5
                && tail[0] == b'.'
                && tail[4] == b'Z'
                && tail[1..4].iter().all(u8::is_ascii_digit));
        // Two digits, as `fits` has seen; other bytes make a number that no part allows.
        let part = |at: usize| {
            let digit = |at: usize| bytes[at].wrapping_sub(b'0');
            digit(at).saturating_mul(10).saturating_add(digit(at + 1))
        };
        let sane = (1..=12).contains(&part(5))
            && (1..=31).contains(&part(8))
            && part(11) < 24
            && part(14) < 60
            && part(17) < 61;
        (fits && tail_fits && sane).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Time {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Time {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Time".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A moment in UTC as ISO 8601, such as 2026-11-22T03:42:00Z.",
            "type": "string",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]{3})?Z$"
        })
    }
}

/// Stages, then numbers of indicators, then answers; the derived form repeats itself for each stage.
#[cfg(not(target_arch = "wasm32"))]
fn answers_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let stage = generator.subschema_for::<Stage>();
    let answer = generator.subschema_for::<Answer>();
    schemars::json_schema!({
        "type": ["object", "null"],
        "propertyNames": stage,
        "additionalProperties": {
            "type": "object",
            "patternProperties": { "^[0-9]{1,5}$": answer },
            "additionalProperties": false
        }
    })
}

/// Documents by their ids.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn evidence_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let evidence = generator.subschema_for::<Evidence>();
    schemars::json_schema!({
        "type": ["object", "null"],
        "patternProperties": { "^[A-Za-z0-9-]{1,40}$": evidence },
        "additionalProperties": false
    })
}

#[cfg(not(target_arch = "wasm32"))]
fn assessed_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let assessed = generator.subschema_for::<Assessed>();
    schemars::json_schema!({
        "type": ["object", "null"],
        "patternProperties": { "^[0-9]{1,5}$": assessed },
        "additionalProperties": false
    })
}

impl Assessment {
    /// A fresh assessment at the self-assessment stage.
    pub fn new(id: String, instrument: &Instrument, agency: Agency, year: u16, stamp: Stamp) -> Self {
        Self {
            id,
            instrument: InstrumentRef::to(instrument),
            agency,
            year,
            title: None,
            target: None,
            stage: Stage::Mandiri,
            answers: BTreeMap::new(),
            evidence: BTreeMap::new(),
            links: Links::new(),
            required: Required::default(),
            assessed: BTreeMap::new(),
            units: BTreeMap::new(),
            briefing: Briefing::default(),
            records: Records::default(),
            order: None,
            revisions: Revisions::default(),
            log: Log::default(),
            created: stamp.clone(),
            changed: stamp,
            extra: Extra::new(),
        }
    }

    /// The answer at the present stage.
    pub fn answer(&self, indicator: Number) -> Option<&Answer> {
        self.answers.get(&self.stage)?.get(&indicator)
    }

    /// The value at the present stage; `None` while the indicator is unanswered.
    pub fn value(&self, indicator: Number) -> Option<Value> {
        self.value_at(self.stage, indicator).map(|(value, _)| value)
    }

    /// The value at a stage, and the stage at which it was given: a stage that leaves an indicator untouched
    /// takes over the value of the one before (Pedoman Menteri PANRB 3/2024, chapter III.D).
    pub fn value_at(&self, stage: Stage, indicator: Number) -> Option<(Value, Stage)> {
        let stages = self.answers.range(..=stage).rev();
        stages.filter_map(|(at, answers)| Some((answers.get(&indicator)?.value?, *at))).next()
    }

    /// What people call this draft: its own title, or the agency.
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.agency.name)
    }
}

impl Agency {
    pub fn new(name: impl Into<String>, kind: AgencyKind) -> Self {
        Self { name: name.into(), kind, extra: Extra::new() }
    }
}
