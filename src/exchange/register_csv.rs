use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::folder::{FolderCheck, Outcome};
use super::table::Table;
use crate::assessment::{Assessment, Evidence, EvidenceId, Link, LinkKey, Status};
use crate::instrument::DocumentKind;

/// Titles of the columns of [`register_csv`] and the words in its cells, in one language.
pub struct RegisterWords {
    /// Id, title, kind, number, date, valid until, unit, location, pages, remark, status, status since,
    /// reviewer, note, links, file name, bytes, SHA-256.
    pub columns: [&'static str; 18],
    /// Indicator, level, page, each short, as they stand before a number.
    pub places: [&'static str; 3],
    pub kind: fn(DocumentKind) -> &'static str,
    pub status: fn(Status) -> &'static str,
}

/// Titles of the columns of [`folder_csv`] and the words in its cells, in one language.
pub struct FolderWords {
    /// Result, title, id, registered file name, path in the folder, bytes, SHA-256 as registered.
    pub columns: [&'static str; 7],
    /// Identical, renamed, changed, missing, unproven, without a file, copy, unregistered.
    pub outcomes: [&'static str; 8],
}

/// The register as a table, one document in a row, in the order of their ids. Links stand in one cell:
/// `ind. 1 tk. 3 a (hlm. 4); ind. 2 tk. 4` is indicator 1, level 3, expected item a, page 4, and
/// indicator 2, level 4.
pub fn register_csv(assessment: &Assessment, words: &RegisterWords) -> String {
    let mut table = Table::new();
    table.row(words.columns);
    let mut links: BTreeMap<&EvidenceId, String> = BTreeMap::new();
    for (key, link) in &assessment.links {
        add_link(links.entry(&key.evidence).or_default(), key, link, words.places);
    }
    for (id, evidence) in &assessment.evidence {
        let Evidence { title, number, unit, location, pages, remark, .. } = evidence;
        let kind = evidence.kind.map_or("", words.kind);
        let day =
            |date: Option<crate::assessment::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let (date, until) = (day(evidence.date), day(evidence.valid_until));
        let status = (words.status)(evidence.status());
        let last = evidence.reviews.last();
        let since = last.map_or("", |review| review.stamp.at.as_str());
        let by = last.map_or("", |review| &review.stamp.by);
        let note = last.map_or("", |review| &review.note);
        let links = links.get(id).map_or("", |text| text);
        let file = evidence.file.as_ref();
        let name = file.map_or("", |file| &file.name);
        let size = file.map(|file| file.size.to_string()).unwrap_or_default();
        let digest = evidence.sha256().unwrap_or_default();
        table.row([
            id, title, kind, number, &date, &until, unit, location, pages, remark, status, since, by, note,
            links, name, &size, digest,
        ]);
    }
    table.done()
}

/// `ind. 1 tk. 3 a (hlm. 4)`: words between the numbers, since spreadsheets read `1:3` as a time of day.
fn add_link(text: &mut String, key: &LinkKey, link: &Link, [indicator, level, page]: [&str; 3]) {
    if !text.is_empty() {
        text.push_str("; ");
    }
    // Writing into a text never fails.
    let _ = write!(text, "{indicator} {} {level} {}", key.indicator, key.level);
    if let Some(expected) = &key.expected {
        let _ = write!(text, " {expected}");
    }
    match link.pages.trim() {
        "" => {}
        // Some note a chapter, or write the word themselves.
        pages if pages.starts_with(|c: char| c.is_ascii_digit()) => drop(write!(text, " ({page} {pages})")),
        pages => drop(write!(text, " ({pages})")),
    }
}

/// The result of a folder check as a table: documents first, then files that are nobody's.
pub fn folder_csv(assessment: &Assessment, check: &FolderCheck, words: &FolderWords) -> String {
    let [identical, renamed, changed, missing, unproven, no_file, copy, unregistered] = words.outcomes;
    let mut table = Table::new();
    table.row(words.columns);
    let mut row = |outcome: &str, id: &str, path: &str| {
        let evidence = assessment.evidence.get(id);
        let file = evidence.and_then(|evidence| evidence.file.as_ref());
        let size = file.map(|file| file.size.to_string()).unwrap_or_default();
        let digest = file.and_then(|file| file.sha256.as_deref()).unwrap_or_default();
        let title = evidence.map_or("", |evidence| &evidence.title);
        table.row([outcome, title, id, file.map_or("", |file| &file.name), path, &size, digest]);
    };
    for (id, outcome) in &check.documents {
        match outcome {
            Outcome::Identical { path } => row(identical, id, path),
            Outcome::Renamed { path } => row(renamed, id, path),
            Outcome::Changed { path } => row(changed, id, path),
            Outcome::Missing => row(missing, id, ""),
            Outcome::Unproven { path } => row(unproven, id, path),
        }
    }
    for id in &check.without_file {
        row(no_file, id, "");
    }
    for (path, id) in &check.copies {
        row(copy, id, path);
    }
    for path in &check.unregistered {
        row(unregistered, "", path);
    }
    table.done()
}
