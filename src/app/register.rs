//! Which documents the register shows, in which order, and what of each.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, Date, Evidence, EvidenceId, Status, Time};
use crate::instrument::{DocumentKind, Instrument, Level, Number};
use crate::score::{Concern, concerns};
use crate::text::Language;

/// Documents on one page of the register.
pub const PAGE: usize = 50;

/// What a person wants to see of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Every word of it stands in the title, number, unit, location or file name.
    pub search: String,
    pub unit: Option<String>,
    pub status: Option<Status>,
    /// Linked to this indicator.
    pub indicator: Option<Number>,
    /// Only documents that are linked nowhere.
    pub unlinked: bool,
    /// Only documents without SHA-256.
    pub unhashed: bool,
    /// Only documents that are too old, or no longer in force.
    pub aged: bool,
    pub sort: Sort,
    pub descending: bool,
}

impl Wanted {
    /// Whether it leaves anything out.
    pub fn is_narrow(&self) -> bool {
        *self != Self { sort: self.sort, descending: self.descending, ..Self::default() }
    }

    /// All documents, in the same order as before.
    pub fn widen(&mut self) {
        *self = Self { sort: self.sort, descending: self.descending, ..Self::default() };
    }

    /// Orders by a column; by the same one again, the other way round.
    pub fn order_by(&mut self, sort: Sort) {
        self.descending = self.sort == sort && !self.descending;
        self.sort = sort;
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Title,
    Date,
    Unit,
    Status,
    Changed,
}

impl Sort {
    pub const ALL: [Self; 5] = [Self::Title, Self::Date, Self::Unit, Self::Status, Self::Changed];

    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Date => "date",
            Self::Unit => "unit",
            Self::Status => "status",
            Self::Changed => "changed",
        }
    }

    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.code() == code).unwrap_or_default()
    }

    /// What is compared; times, days and statuses are written so that the order of letters is theirs.
    fn key(self, evidence: &Evidence) -> String {
        match self {
            Self::Title => evidence.title.to_lowercase(),
            Self::Date => evidence.date.map(|date| date.to_string()).unwrap_or_default(),
            Self::Unit => evidence.unit.trim().to_lowercase(),
            Self::Status => {
                let at = Status::ALL.into_iter().position(|status| status == evidence.status());
                at.unwrap_or_default().to_string()
            }
            Self::Changed => changed(evidence).map(Time::to_string).unwrap_or_default(),
        }
    }
}

/// The last moment at which something of it was changed, a review included.
pub fn changed(evidence: &Evidence) -> Option<&Time> {
    let entry = evidence.changed.as_ref().map(|stamp| &stamp.at);
    entry.max(evidence.reviews.last().map(|review| &review.stamp.at))
}

/// The documents a person wants, in order. What has no date or unit comes last either way.
pub fn found(
    instrument: &Instrument,
    assessment: &Assessment,
    reference: Date,
    wanted: &Wanted,
) -> Vec<EvidenceId> {
    let search = wanted.search.to_lowercase();
    let words: Vec<&str> = search.split_whitespace().collect();
    let linked: BTreeSet<&str> = assessment
        .links
        .keys()
        .filter(|key| wanted.indicator.is_none_or(|number| key.indicator == number))
        .map(|key| key.evidence.as_str())
        .collect();
    let aged: BTreeSet<&EvidenceId> = if wanted.aged {
        let all = concerns(instrument, assessment, reference).into_iter();
        all.filter(|(_, list)| list.iter().any(Concern::is_age)).map(|(id, _)| id).collect()
    } else {
        BTreeSet::new()
    };
    // Of a unit are the documents that it keeps, and those of its indicators.
    let owner = wanted.unit.as_ref().and_then(|name| assessment.units.get(assessment.unit_named(name)?));
    let owned: BTreeSet<&str> = match owner {
        Some(unit) => {
            let links = assessment.links.keys().filter(|key| unit.indicators.contains(&key.indicator));
            links.map(|key| key.evidence.as_str()).collect()
        }
        None => BTreeSet::new(),
    };
    let fits = |id: &EvidenceId, evidence: &Evidence| {
        wanted.unit.as_ref().is_none_or(|unit| same_name(&evidence.unit, unit) || owned.contains(id.as_str()))
            && wanted.status.is_none_or(|status| evidence.status() == status)
            && (wanted.indicator.is_none() || linked.contains(id.as_str()))
            && !(wanted.unlinked && linked.contains(id.as_str()))
            && !(wanted.unhashed && evidence.sha256().is_some())
            && (!wanted.aged || aged.contains(id))
            && holds(evidence, &words)
    };
    let mut rows: Vec<(String, String, &EvidenceId)> = assessment
        .evidence
        .iter()
        .filter(|(id, evidence)| fits(id, evidence))
        .map(|(id, evidence)| (wanted.sort.key(evidence), evidence.title.to_lowercase(), id))
        .collect();
    rows.sort_by(|(a, a_title, a_id), (b, b_title, b_id)| {
        let order = if wanted.descending { b.cmp(a) } else { a.cmp(b) };
        a.is_empty().cmp(&b.is_empty()).then(order).then(a_title.cmp(b_title)).then(a_id.cmp(b_id))
    });
    rows.into_iter().map(|(_, _, id)| id.clone()).collect()
}

fn holds(evidence: &Evidence, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let Evidence { title, number, unit, location, file, .. } = evidence;
    let file = file.as_ref().map(|file| file.name.as_str()).unwrap_or_default();
    let text = format!("{title}\n{number}\n{unit}\n{location}\n{file}").to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// Whether two names are of one unit.
fn same_name(a: &str, b: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(a) == words(b)
}

/// The units there are, and those that documents name, each once, in order.
pub fn units(assessment: &Assessment) -> Vec<String> {
    let mut names: Vec<String> = assessment.units.values().map(|unit| unit.name.clone()).collect();
    names.extend(kept_by(assessment).into_iter().filter(|name| assessment.unit_named(name).is_none()));
    names.sort_by_key(|name| name.to_lowercase());
    names
}

/// The units that keep documents, as these name them, each once, in order.
pub fn kept_by(assessment: &Assessment) -> Vec<String> {
    let units: BTreeSet<&str> = assessment.evidence.values().map(|evidence| evidence.unit.trim()).collect();
    units.into_iter().filter(|unit| !unit.is_empty()).map(str::to_owned).collect()
}

/// A whole number with its thousands parted: "123.456.789", "123,456,789".
pub fn parted(language: Language, number: u64) -> String {
    let mark = match language {
        Language::Indonesian => '.',
        Language::English => ',',
    };
    let digits = number.to_string();
    let mut parted = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parted.push(mark);
        }
        parted.push(digit);
    }
    parted
}

/// A [`Concern`] without its particulars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    TooOld,
    Expired,
    WrongKind,
    NoKind,
    SameContent,
    NoDate,
    NoLink,
    NoItem,
    NoHash,
}

impl Mark {
    pub const ALL: [Self; 9] = [
        Self::TooOld,
        Self::Expired,
        Self::WrongKind,
        Self::NoKind,
        Self::SameContent,
        Self::NoDate,
        Self::NoLink,
        Self::NoItem,
        Self::NoHash,
    ];
}

impl From<&Concern<'_>> for Mark {
    fn from(concern: &Concern<'_>) -> Self {
        match concern {
            Concern::TooOld { .. } => Self::TooOld,
            Concern::NoDate { .. } => Self::NoDate,
            Concern::Expired { .. } => Self::Expired,
            Concern::WrongKind { .. } => Self::WrongKind,
            Concern::NoKind { .. } => Self::NoKind,
            Concern::NoItem { .. } => Self::NoItem,
            Concern::NoLink => Self::NoLink,
            Concern::NoHash => Self::NoHash,
            Concern::SameContent { .. } => Self::SameContent,
        }
    }
}

/// A document as the register shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: EvidenceId,
    pub title: String,
    pub kind: Option<DocumentKind>,
    pub number: String,
    pub date: Option<Date>,
    pub unit: String,
    pub status: Status,
    /// Its last change.
    pub changed: Option<Time>,
    /// Where it is linked, each place once, whatever is expected there.
    pub places: Vec<(Number, Level)>,
    /// What there is to say about it, each sort once, the gravest first.
    pub marks: Vec<Mark>,
}

/// What the register shows of some documents, in their order. Unknown ids are left out.
pub fn rows(
    instrument: &Instrument,
    assessment: &Assessment,
    reference: Date,
    ids: &[EvidenceId],
) -> Vec<Row> {
    let all = concerns(instrument, assessment, reference);
    let mut places: BTreeMap<&str, Vec<(Number, Level)>> = BTreeMap::new();
    for key in assessment.links.keys() {
        let places = places.entry(&key.evidence).or_default();
        // Links are in the order of their places: the same one follows itself.
        if places.last() != Some(&(key.indicator, key.level)) {
            places.push((key.indicator, key.level));
        }
    }
    let row = |id: &EvidenceId| {
        let evidence = assessment.evidence.get(id)?;
        let marks: BTreeSet<Mark> = all.get(id).into_iter().flatten().map(Mark::from).collect();
        Some(Row {
            id: id.clone(),
            title: evidence.title.clone(),
            kind: evidence.kind,
            number: evidence.number.clone(),
            date: evidence.date,
            unit: evidence.unit.clone(),
            status: evidence.status(),
            changed: changed(evidence).cloned(),
            places: places.get(id.as_str()).cloned().unwrap_or_default(),
            marks: marks.into_iter().collect(),
        })
    };
    ids.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Agency, AgencyKind, Change, FileFact, Link, LinkKey, Review, Stamp, apply};
    use crate::instrument::{load, shipped};

    fn stamp(at: &str) -> Stamp {
        Stamp::new(Time::parse(at).unwrap(), "Asesor")
    }

    fn add(draft: &mut Assessment, instrument: &Instrument, id: &str, evidence: Evidence) {
        let change = Change::Evidence { id: id.into(), evidence: Some(Box::new(evidence)) };
        apply(draft, instrument, change, stamp("2026-01-01T00:00:00Z")).unwrap();
    }

    fn link(draft: &mut Assessment, instrument: &Instrument, id: &str, indicator: u16, level: u8) {
        let key = LinkKey { indicator, level, expected: None, evidence: id.into() };
        let change = Change::Link { key, link: Some(Link::default()) };
        apply(draft, instrument, change, stamp("2026-01-01T00:00:00Z")).unwrap();
    }

    fn draft() -> (Instrument, Assessment) {
        let instrument = load(shipped("spbe-2020").unwrap()).unwrap();
        let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
        let mut draft = Assessment::new("x".into(), &instrument, agency, 2026, stamp("2026-01-01T00:00:00Z"));
        let day = |text| Date::parse(text);
        let file = |name: &str, sha256: Option<&str>| {
            Some(FileFact { name: name.into(), sha256: sha256.map(str::to_owned), ..FileFact::default() })
        };
        let sha = "a".repeat(64);
        let documents = [
            (
                "a",
                Evidence {
                    number: "41 Tahun 2022".into(),
                    date: day("2022-05-01"),
                    unit: "Diskominfo".into(),
                    kind: Some(DocumentKind::Peraturan),
                    file: file("1.a.Perwali.PDF", Some(&sha)),
                    ..Evidence::titled("Perwali Arsitektur")
                },
            ),
            (
                "b",
                Evidence {
                    kind: Some(DocumentKind::Reviu),
                    date: day("2023-01-01"),
                    unit: "Bappeda".into(),
                    location: "Lemari Ñusa".into(),
                    ..Evidence::titled("evaluasi kebijakan")
                },
            ),
            ("c", Evidence { valid_until: day("2025-12-31"), ..Evidence::titled("Dokumen lama") }),
        ];
        for (id, evidence) in documents {
            add(&mut draft, &instrument, id, evidence);
        }
        link(&mut draft, &instrument, "a", 1, 3);
        link(&mut draft, &instrument, "a", 9, 2);
        link(&mut draft, &instrument, "b", 1, 4);
        let review = Change::Review { id: "a".into(), status: Status::Diterima, note: String::new() };
        apply(&mut draft, &instrument, review, stamp("2026-03-01T00:00:00Z")).unwrap();
        (instrument, draft)
    }

    fn ids(wanted: Wanted) -> String {
        let (instrument, draft) = draft();
        found(&instrument, &draft, Date::new(2026, 11, 22).unwrap(), &wanted).concat()
    }

    #[test]
    fn a_search_finds_all_words_in_any_field_whatever_their_case() {
        let search = |text: &str| ids(Wanted { search: text.into(), ..Wanted::default() });
        assert_eq!(search(""), "cba");
        assert_eq!(search("  PERWALI 2022 "), "a");
        assert_eq!(search("kebijakan EVALUASI"), "b");
        assert_eq!(search("bappeda"), "b");
        assert_eq!(search("ñusa"), "b");
        assert_eq!(search("1.a.perwali.pdf"), "a");
        assert_eq!(search("perwali bappeda"), "");
        // Fields do not run into each other.
        assert_eq!(search("arsitektur41"), "");
    }

    #[test]
    fn each_filter_leaves_what_it_says_and_filters_add_up() {
        let all = Wanted::default;
        assert_eq!(ids(Wanted { unit: Some("Diskominfo".into()), ..all() }), "a");
        assert_eq!(ids(Wanted { status: Some(Status::Diterima), ..all() }), "a");
        assert_eq!(ids(Wanted { status: Some(Status::Draf), ..all() }), "cb");
        assert_eq!(ids(Wanted { indicator: Some(1), ..all() }), "ba");
        assert_eq!(ids(Wanted { indicator: Some(9), ..all() }), "a");
        assert_eq!(ids(Wanted { indicator: Some(2), ..all() }), "");
        assert_eq!(ids(Wanted { unlinked: true, ..all() }), "c");
        assert_eq!(ids(Wanted { unhashed: true, ..all() }), "cb");
        // A review of 2023 for level 4, and a document that was in force until 2025.
        assert_eq!(ids(Wanted { aged: true, ..all() }), "cb");
        assert_eq!(ids(Wanted { aged: true, unlinked: true, ..all() }), "c");
        assert_eq!(ids(Wanted { unlinked: true, indicator: Some(1), ..all() }), "");
    }

    #[test]
    fn what_has_no_date_or_unit_comes_last_either_way() {
        let sorted = |sort, descending| ids(Wanted { sort, descending, ..Wanted::default() });
        assert_eq!(sorted(Sort::Title, false), "cba");
        assert_eq!(sorted(Sort::Title, true), "abc");
        assert_eq!(sorted(Sort::Date, false), "abc");
        assert_eq!(sorted(Sort::Date, true), "bac");
        assert_eq!(sorted(Sort::Unit, false), "bac");
        assert_eq!(sorted(Sort::Unit, true), "abc");
        assert_eq!(sorted(Sort::Status, false), "cba");
        assert_eq!(sorted(Sort::Status, true), "acb");
        assert_eq!(sorted(Sort::Changed, true), "acb");
    }

    #[test]
    fn a_row_tells_each_place_and_each_sort_of_concern_once() {
        let (instrument, mut draft) = draft();
        let key = LinkKey { indicator: 1, level: 4, expected: Some("c".into()), evidence: "b".into() };
        let change = Change::Link { key, link: Some(Link::default()) };
        apply(&mut draft, &instrument, change, stamp("2026-01-01T00:00:00Z")).unwrap();
        let today = Date::new(2026, 11, 22).unwrap();
        let rows = rows(&instrument, &draft, today, &["b".into(), "gone".into(), "c".into()]);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].places, [(1, 4)]);
        assert_eq!(rows[0].marks, [Mark::TooOld, Mark::NoItem, Mark::NoHash]);
        assert_eq!(rows[1].marks, [Mark::Expired, Mark::NoLink, Mark::NoHash]);
        assert_eq!(units(&draft), ["Bappeda", "Diskominfo"]);
    }

    #[test]
    fn the_same_column_again_turns_the_order_round() {
        let mut wanted = Wanted { aged: true, ..Wanted::default() };
        wanted.order_by(Sort::Date);
        assert!(!wanted.descending);
        wanted.order_by(Sort::Date);
        assert!(wanted.descending && wanted.is_narrow());
        wanted.widen();
        assert!(wanted.descending && wanted.sort == Sort::Date && !wanted.is_narrow());
        wanted.order_by(Sort::Title);
        assert!(!wanted.descending);
    }

    #[test]
    fn thousands_are_parted_as_the_language_does() {
        let written = [0, 999, 1_000, 123_456_789].map(|number| parted(Language::Indonesian, number));
        assert_eq!(written, ["0", "999", "1.000", "123.456.789"]);
        assert_eq!(parted(Language::English, 12_345), "12,345");
    }

    #[test]
    fn a_review_is_a_change() {
        let mut evidence = Evidence { changed: Some(stamp("2026-01-02T00:00:00Z")), ..Evidence::titled("x") };
        assert_eq!(changed(&evidence).unwrap().as_str(), "2026-01-02T00:00:00Z");
        evidence.reviews.push(Review {
            status: Status::Dikirim,
            note: String::new(),
            stamp: stamp("2026-02-02T00:00:00Z"),
        });
        assert_eq!(changed(&evidence).unwrap().as_str(), "2026-02-02T00:00:00Z");
    }
}
