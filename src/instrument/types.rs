use std::collections::BTreeMap;

use super::{DocumentKind, Value};

/// An indicator's number within its instrument, as the regulation counts it.
pub type Number = u16;

/// A maturity level (tingkat kematangan), as the regulation counts it: 1 to 5, from 0 in SPBE 2018.
pub type Level = u8;

/// A weight (bobot): a whole number out of [`Instrument::total_weight`].
pub type Weight = u32;

/// An evaluation instrument: everything a regulation asks, and how its answers become an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    /// Always `takar-instrument`.
    pub format: String,
    /// Version of this file layout, 1.
    pub version: u32,
    /// SHA-256 of what it says, whatever its file's spaces and order of keys: `sha256-…`. Every
    /// assessment names the digest of the instrument it was made with.
    pub digest: String,
    /// The same part by part: [`parts_of`](super::parts_of).
    pub parts: BTreeMap<String, String>,
    /// Never reused: `spbe-2020`.
    pub id: String,
    pub title: String,
    /// For small places: "SPBE 2020".
    pub short_title: String,
    /// What its result is called: "Indeks SPBE".
    pub index_title: String,
    /// The regulation it comes from, with its title.
    pub regulation: String,
    /// Years in which agencies are evaluated with it.
    pub years: Years,
    pub in_force_from: Option<String>,
    pub replaces: Option<String>,
    /// Technical guides that shaped how the regulation was applied.
    pub guides: Vec<Guide>,
    pub scale: Scale,
    /// What all weights add up to. Not always 100: it is chosen so that every weight is whole.
    pub total_weight: Weight,
    /// From the lowest band to the highest, without a gap.
    pub predicates: Vec<Predicate>,
    pub models: Vec<Model>,
    /// How documents prove a value.
    pub support: Support,
    /// Domains with aspects, or aspects alone.
    pub sections: Vec<Section>,
    /// How values become the index, and other rules, each with where it comes from.
    pub rules: Vec<Rule>,
    /// Contradictions between sources, and other things a reader should know.
    pub remarks: Vec<Remark>,
    pub process: Option<Process>,
    pub sources: Vec<Source>,
}

/// The years of an instrument; the newest instrument has no last year yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    pub first: u16,
    pub last: Option<u16>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    pub title: String,
    pub years: Vec<u16>,
    pub remark: String,
}

/// The scale on which indicators, sections and the index are valued.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub min: Value,
    pub max: Value,
    /// How many decimals an indicator's value may have: 0 (SPBE) or 2 (Pemdi).
    pub decimals: u8,
    pub remark: Option<String>,
}

/// A predicate and the half-open band of values it names: `from` ≤ value < `to`.
/// The highest band includes its `to`.
#[derive(Clone, Debug, PartialEq)]
pub struct Predicate {
    pub title: String,
    pub from: Value,
    pub to: Value,
}

/// A maturity model (kapabilitas proses, kapabilitas layanan): the names of its levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub id: String,
    pub title: String,
    /// From the lowest to the highest; every indicator of the model has a criterion for each.
    pub levels: Vec<LevelName>,
    pub remark: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LevelName {
    pub level: Level,
    pub title: String,
    pub title_en: Option<String>,
    pub meaning: String,
    /// The value that choosing this level stands for.
    pub value: Value,
    /// Lowest value that still carries this level's name; up to the next level's `from`.
    pub from: Value,
}

/// A domain or an aspect.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Unique within the instrument: `domain-1`, `aspek-3`.
    pub id: String,
    pub kind: SectionKind,
    pub number: u16,
    pub title: String,
    /// For charts.
    pub short_title: String,
    pub other_titles: Vec<String>,
    /// What the weights below it add up to.
    pub weight: Weight,
    pub sections: Vec<Section>,
    pub indicators: Vec<Indicator>,
    /// Ids of [`Instrument::sources`].
    pub sources: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    Domain,
    Aspect,
}

/// One question of the instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub number: Number,
    pub title: String,
    pub short_title: String,
    pub other_titles: Vec<String>,
    pub weight: Weight,
    /// Id of one of [`Instrument::models`].
    pub model: String,
    pub description: Option<String>,
    /// What must be true at each level, in our own short words.
    pub criteria: BTreeMap<Level, String>,
    pub evidence: Vec<Expected>,
    pub note: Option<String>,
    /// Ministries that supervise the indicator (Pemdi).
    pub supervisors: Vec<String>,
    /// Another agency's index that decides or proves the value (Pemdi).
    pub external: Option<ExternalIndex>,
    /// Several things valued under one number, such as the three services of SPBE 2018 no. 35.
    /// Empty when the indicator is valued as a whole.
    pub parts: Vec<Part>,
    /// Indicators of an earlier instrument whose evidence may serve here.
    pub earlier: Option<Earlier>,
    /// Ids of [`Instrument::sources`].
    pub sources: Vec<String>,
}

/// A piece of evidence the instrument expects.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// Unique within the indicator: `a`, `b`, …
    pub id: String,
    pub title: String,
    /// Levels it is named for; empty where the source names none.
    pub levels: Vec<Level>,
    /// Sorts of document that answer it; empty where any may.
    pub kinds: Vec<DocumentKind>,
}

impl Expected {
    /// Whether it is named for a level, or for none in particular.
    pub fn is_for(&self, level: Level) -> bool {
        self.levels.is_empty() || self.levels.contains(&level)
    }
}

/// How documents prove a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Support {
    pub by: SupportBy,
    /// The lowest level that needs a document. SPBE gives level 1 without one.
    pub from: Level,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportBy {
    /// Level n stands when each level from [`Support::from`] to n has a document
    /// (Permen PANRB 59/2020, tables 1 and 2: levels are cumulative).
    Rungs,
    /// Each level is worth the width of its band, shared equally by what is expected there; a level
    /// with something missing ends the climb. An estimate: no text says so, it fits published results.
    Items,
}

/// How old documents may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Age {
    /// A document must be younger than so many years.
    pub years: u8,
    /// Sorts of document it is for.
    pub kinds: Vec<DocumentKind>,
    /// Levels it is for; empty for all.
    pub levels: Vec<Level>,
    /// Indicators it is for; empty for all.
    pub indicators: Vec<Number>,
}

/// An index of another agency (SDI, SJIG, EPSS, IKASANDI).
#[derive(Clone, Debug, PartialEq)]
pub struct ExternalIndex {
    pub title: String,
    pub owner: String,
    pub role: ExternalRole,
    /// Lower bound of each level's band in the other index, then the upper bound of the last one.
    pub bands: Vec<Value>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExternalRole {
    /// The other index is converted into the value.
    Value,
    /// The other index is a piece of evidence.
    Evidence,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub id: String,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// Id of the earlier instrument.
    pub instrument: String,
    pub indicators: Vec<Number>,
    /// How much of the evidence serves, in the words of the source.
    pub status: String,
}

/// A rule of the evaluation.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub id: String,
    pub text: String,
    /// True where no regulation says so and it follows from published results or other signs.
    pub inferred: bool,
    /// What it says about the age of documents.
    pub ages: Vec<Age>,
    pub sources: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub kind: RemarkKind,
    pub text: String,
    pub sources: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Two sources disagree; the text says which one is used.
    Contradiction,
    /// What the texts in this file are, and are not.
    Text,
    /// Not written anywhere; concluded.
    Inferred,
}

/// How an evaluation runs: stages, roles, dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    pub stages: Vec<ProcessStage>,
    pub roles: Vec<String>,
    pub application: String,
    pub calendar: Vec<CalendarEntry>,
    pub calendar_remark: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProcessStage {
    pub title: String,
    pub by: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CalendarEntry {
    pub title: String,
    /// ISO dates.
    pub from: String,
    pub to: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub address: Option<String>,
    pub retrieved: Option<String>,
}
