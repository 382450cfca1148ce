//! How the files of a package are called.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{cut, folded, numbered, safe, split_extension, units};
use crate::assessment::{Assessment, EvidenceId};
use crate::instrument::{Instrument, Level, Number};

/// Longest path within a package, in UTF-16 units: Windows allows 260 with the folder it is unpacked to.
const PATH_LIMIT: usize = 180;
/// Longest name of a folder.
const FOLDER_LIMIT: usize = 32;

/// A place in the package, and the document whose file goes there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// `domain-1 Kebijakan/aspek-1 Kebijakan/01 Arsitektur/tingkat-3/1.a.Perwali.pdf`
    pub path: String,
    pub evidence: EvidenceId,
}

/// The files of a package in the order of domain, aspect, indicator, level and name. A document that is
/// linked to several rungs has a place on each, since the ministry's application takes files for each
/// rung alone. Documents without a file have none, those without a link lie in `tanpa-tautan`.
///
/// No two paths are the same on any system.
pub fn package(instrument: &Instrument, assessment: &Assessment) -> Vec<Packed> {
    // What a document answers on a rung names it there, or else what it answers for the indicator.
    let mut rungs: BTreeMap<(Number, Level, &EvidenceId), Option<&str>> = BTreeMap::new();
    let mut letters: BTreeMap<(Number, &EvidenceId), &str> = BTreeMap::new();
    let mut linked = BTreeSet::new();
    for key in assessment.links.keys() {
        linked.insert(&key.evidence);
        let letter = rungs.entry((key.indicator, key.level, &key.evidence)).or_insert(None);
        *letter = letter.or(key.expected.as_deref());
        if let Some(expected) = &key.expected {
            letters.entry((key.indicator, &key.evidence)).or_insert(expected);
        }
    }
    let mut taken = BTreeSet::new();
    let mut packed = Vec::new();
    for indicator in instrument.indicators() {
        let folder = folder_of(instrument, indicator.number);
        let of = (indicator.number, Level::MIN, &String::new());
        for (&(_, level, id), &letter) in rungs.range(of..).take_while(|(key, _)| key.0 == indicator.number) {
            let Some(file) = assessment.evidence.get(id).and_then(|one| Some((one, one.file.as_ref()?)))
            else {
                continue;
            };
            let (evidence, file) = file;
            let name = if follows_habit(&file.name, indicator.number) {
                file.name.clone()
            } else {
                let (_, extension) = split_extension(&file.name);
                let letter = letter.or_else(|| letters.get(&(indicator.number, id)).copied());
                suggested_name(indicator.number, letter, &evidence.title, extension)
            };
            let path = place(&format!("{folder}/tingkat-{level}"), &name, &mut taken);
            packed.push(Packed { path, evidence: id.clone() });
        }
    }
    for (id, evidence) in assessment.evidence.iter().filter(|(id, _)| !linked.contains(id)) {
        if let Some(file) = &evidence.file {
            let path = place("tanpa-tautan", &file.name, &mut taken);
            packed.push(Packed { path, evidence: id.clone() });
        }
    }
    packed
}

fn folder_of(instrument: &Instrument, number: Number) -> String {
    let mut folder = String::new();
    for section in instrument.path_to(number) {
        folder.push_str(&safe(&format!("{} {}", section.id, section.short_title), FOLDER_LIMIT));
        folder.push('/');
    }
    let title = instrument.indicator(number).map_or("", |indicator| &indicator.short_title);
    folder.push_str(&safe(&format!("{number:02} {title}"), FOLDER_LIMIT));
    folder
}

/// A path that is not taken, whatever system unpacks it.
fn place(folder: &str, name: &str, taken: &mut BTreeSet<String>) -> String {
    let limit = (PATH_LIMIT - 1).saturating_sub(units(folder) + 1);
    let name = safe(name, limit);
    let mut number = 1;
    loop {
        let path = format!("{folder}/{}", numbered(&name, number, limit));
        if taken.insert(folded(&path)) {
            return path;
        }
        number += 1;
    }
}

/// A name after the ministry's habit `nomor.huruf.nama`: `20.a.Rencana_Kolaborasi-SPBE.pdf`. The
/// extension may come with its dot or without. The letter is that of the expected item, or `a` without one.
pub fn suggested_name(indicator: Number, expected: Option<&str>, title: &str, extension: &str) -> String {
    let mut words = String::new();
    for letter in title.chars() {
        match letter {
            c if c.is_whitespace() || c == '_' => {
                words.push_str(if words.ends_with(['_', '-']) { "" } else { "_" })
            }
            '/' | '\\' | ':' | '|' | '-' | '–' | '—' => {
                let end = words.trim_end_matches(['_', '-']).len();
                words.truncate(end);
                words.push('-');
            }
            // A dot would look like the end of the name.
            c if c.is_alphanumeric() || matches!(c, '(' | ')' | '&' | '+' | '\u{300}'..='\u{36f}') => {
                words.push(c)
            }
            _ => {}
        }
    }
    let words = cut(words.trim_matches(['_', '-']), 80).trim_end_matches(['_', '-']);
    let words = if words.is_empty() { "dokumen" } else { words };
    let extension = extension.trim_start_matches('.').to_lowercase();
    let letter = expected.unwrap_or("a");
    let dot = if extension.is_empty() { "" } else { "." };
    safe(&format!("{indicator}.{letter}.{words}{dot}{extension}"), 120)
}

/// Whether a file is called after the ministry's habit `nomor.huruf.nama` with this indicator's number.
pub fn follows_habit(name: &str, indicator: Number) -> bool {
    let mut parts = name.splitn(3, '.').map(str::trim);
    let (Some(number), Some(letter), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let letters = (1..=2).contains(&letter.len()) && letter.bytes().all(|b| b.is_ascii_alphabetic());
    let named = !rest.starts_with('.') && !split_extension(rest).0.trim().is_empty();
    digits && number.parse() == Ok(indicator) && letters && named
}
