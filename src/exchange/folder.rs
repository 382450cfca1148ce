//! Whether the files of a folder are those that were registered.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{file_of, folded};
use crate::assessment::{Assessment, EvidenceId, FileFact};

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// With its folders, as `folder/sub/name.pdf`.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// Absent where it was not needed ([`wanted_sizes`]) or the file could not be read.
    pub sha256: Option<String>,
}

/// What became of a document's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Name and content are those that were registered.
    Identical { path: String },
    /// The content lies under another name.
    Renamed { path: String },
    /// The name is there with another content.
    Changed { path: String },
    /// Neither name nor content is there.
    Missing,
    /// The name is there, but nothing proves the content: no SHA-256 was registered, or the file could
    /// not be read.
    Unproven { path: String },
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderCheck {
    /// Every document that has a file, in the order of their ids.
    pub documents: Vec<(EvidenceId, Outcome)>,
    /// Documents of which no file was registered.
    pub without_file: Vec<EvidenceId>,
    /// Further files with the content of a document.
    pub copies: Vec<(String, EvidenceId)>,
    /// Files that no document names.
    pub unregistered: Vec<String>,
    /// How many files were not looked at: what systems and editors leave behind ([`is_litter`]).
    pub passed_over: usize,
}

/// Sizes of the files that have a registered SHA-256: only a file of such a size can be one of them.
pub fn wanted_sizes(assessment: &Assessment) -> BTreeSet<u64> {
    let files = assessment.evidence.values().filter_map(|evidence| evidence.file.as_ref());
    files.filter(|file| file.sha256.is_some()).map(|file| file.size).collect()
}

/// Compares the files of a folder with the register.
///
/// Content counts before names. Names are compared without folders, first letter for letter, then
/// without case and Unicode form. A file serves one document, except that two documents of the same
/// content may share it. Files that systems and editors leave behind are passed over and counted.
pub fn check_folder(assessment: &Assessment, found: &[Found]) -> FolderCheck {
    let mut files: Vec<&Found> = found.iter().filter(|file| !is_litter(&file.path)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut by_content: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        if let Some(digest) = &file.sha256 {
            by_content.entry(digest).or_default().push(at);
        }
        by_name.entry(folded(file_of(&file.path))).or_default().push(at);
    }
    let mut claimed = BTreeSet::new();
    let mut outcomes: BTreeMap<&EvidenceId, Outcome> = BTreeMap::new();
    let facts = || assessment.evidence.iter().filter_map(|(id, one)| Some((id, one.file.as_ref()?)));

    for (id, fact) in facts() {
        let same = fact.sha256.as_deref().and_then(|digest| by_content.get(digest));
        // The best name; of equally good ones, one that serves no other document.
        let best = same.into_iter().flatten().max_by_key(|at| {
            (closeness(&files[**at].path, &fact.name), !claimed.contains(*at), std::cmp::Reverse(**at))
        });
        if let Some(&at) = best {
            let path = files[at].path.clone();
            claimed.insert(at);
            let named = closeness(&path, &fact.name) > 0;
            outcomes.insert(id, if named { Outcome::Identical { path } } else { Outcome::Renamed { path } });
        }
    }
    for (id, fact) in facts() {
        if outcomes.contains_key(id) {
            continue;
        }
        let named = by_name.get(&folded(&fact.name)).into_iter().flatten();
        let best = named.filter(|at| !claimed.contains(*at)).max_by_key(|at| {
            let file = files[**at];
            (closeness(&file.path, &fact.name), file.size == fact.size, std::cmp::Reverse(**at))
        });
        let outcome = match best {
            None => Outcome::Missing,
            Some(&at) => {
                claimed.insert(at);
                compared(fact, files[at])
            }
        };
        outcomes.insert(id, outcome);
    }

    let owner: BTreeMap<&str, &EvidenceId> =
        facts().rev().filter_map(|(id, fact)| Some((fact.sha256.as_deref()?, id))).collect();
    let passed_over = found.len() - files.len();
    let mut check = FolderCheck { passed_over, ..FolderCheck::default() };
    for (id, evidence) in &assessment.evidence {
        match outcomes.remove(id) {
            Some(outcome) => check.documents.push((id.clone(), outcome)),
            None if evidence.file.is_none() => check.without_file.push(id.clone()),
            None => {}
        }
    }
    for (_, file) in files.iter().enumerate().filter(|(at, _)| !claimed.contains(at)) {
        match file.sha256.as_deref().and_then(|digest| owner.get(digest)) {
            Some(id) => check.copies.push((file.path.clone(), (*id).clone())),
            None => check.unregistered.push(file.path.clone()),
        }
    }
    check
}

/// A file of the same name whose content was not found to be the same.
fn compared(fact: &FileFact, file: &Found) -> Outcome {
    let path = file.path.clone();
    match (&fact.sha256, &file.sha256) {
        _ if fact.size != file.size => Outcome::Changed { path },
        (Some(_), Some(_)) => Outcome::Changed { path },
        _ => Outcome::Unproven { path },
    }
}

/// 2 for the same name, 1 for one that some systems do not tell apart, 0 for another.
fn closeness(path: &str, name: &str) -> u8 {
    let file = file_of(path);
    if file == name { 2 } else { u8::from(folded(file) == folded(name)) }
}

/// Whether a file, by its name with or without its folders, is what systems and editors leave behind
/// (`Thumbs.db`, `.DS_Store`, `~$Rencana.docx`): nothing to register, and nothing to miss.
pub fn is_litter(name: &str) -> bool {
    let name = file_of(name);
    let lower = name.to_lowercase();
    ["thumbs.db", "desktop.ini", ".ds_store"].contains(&&*lower)
        || name.starts_with("~$")
        || name.starts_with("._")
        || name.starts_with(".~lock.")
}
