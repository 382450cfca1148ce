//! Files into the register: hashed, recognised, linked.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Action, App};
use crate::assessment::{
    Change, Detail, Evidence, EvidenceId, FileFact, LOCATION_LIMIT, Link, LinkKey, Status,
};
use crate::exchange::is_litter;
use crate::instrument::{Level, Number};
use crate::json::Extra;
use crate::platform::{self, Picked, ReadError};
use crate::text::readable;

/// A place on a ladder, and what the files answer there.
#[derive(Clone, Debug)]
pub struct Place {
    pub indicator: Number,
    pub level: Level,
    pub expected: Option<String>,
}

/// What became of the files.
#[derive(Default)]
struct Outcome {
    registered: usize,
    /// Files whose content is in the register already, and the titles they have there.
    known: Vec<(String, String)>,
    /// Of these, accepted documents, which take no link.
    locked: usize,
    failed: Vec<(String, ReadError)>,
}

impl App {
    /// Registers files as documents of the open draft; at a place, links them there as well. All of
    /// it is one step that can be undone. A file whose content is registered already is that document.
    pub fn register_files(self, mut files: Vec<Picked>, place: Option<Place>) {
        let Some(draft) = self.draft.with_untracked(|draft| draft.as_ref().map(|d| d.assessment.id.clone()))
        else {
            return;
        };
        // What systems leave in folders is no evidence.
        files.retain(|picked| !is_litter(&picked.path));
        if files.is_empty() {
            return;
        }
        // Of two files with the same content, the one that is named as the ministry likes it is the document.
        files.sort_by_cached_key(|picked| numbered(&picked.file.name()).is_none());
        let Some(cancel) = self.begin_work() else { return };
        spawn_local(async move {
            let sizes = platform::sizes(&files).await;
            self.amounts_to(sizes.iter().sum());
            let mut facts = Vec::new();
            let mut outcome = Outcome::default();
            let mut before = 0;
            for (picked, size) in files.into_iter().zip(sizes) {
                let name = picked.file.name();
                self.go_on(&name, before);
                match platform::sha256(&picked.file, &cancel, |done| self.go_on(&name, before + done)).await {
                    Ok(sha256) => facts.push((picked.path.clone(), fact(&picked, sha256))),
                    Err(ReadError::Cancelled) => break,
                    Err(error) => outcome.failed.push((name, error)),
                }
                before += size;
            }
            self.end_work();
            let t = &self.texts().work;
            if cancel.is_cancelled() {
                return self.say(t.cancelled);
            }
            // The person may have gone to another draft meanwhile.
            if self.draft.with_untracked(|d| d.as_ref().is_none_or(|d| d.assessment.id != draft)) {
                return self.say(t.other_draft);
            }
            let changes = self.registration(facts, place.as_ref(), &mut outcome);
            let changed = !changes.is_empty();
            if let Err(reason) = self.change(Change::All(changes)) {
                return self.say((self.texts().refused)(&reason));
            }
            let text = self.told(&outcome, place.is_some());
            if changed { self.say_with(text, Action::Undo) } else { self.say(text) }
        });
    }

    /// Chooses the file of a document: reads it, and notes what is known of it.
    pub fn set_file(self, id: EvidenceId, files: Vec<Picked>) {
        let Some(picked) = files.into_iter().next() else { return };
        let Some(cancel) = self.begin_work() else { return };
        self.amounts_to(picked.file.size());
        spawn_local(async move {
            let name = picked.file.name();
            let read = platform::sha256(&picked.file, &cancel, |done| self.go_on(&name, done)).await;
            self.end_work();
            let t = &self.texts().work;
            let sha256 = match read {
                Ok(sha256) => sha256,
                Err(ReadError::Cancelled) => return self.say(t.cancelled),
                Err(ReadError::Changed) => return self.say((t.changed)(&readable(&name))),
                Err(ReadError::Unreadable) => return self.say((t.unreadable)(&readable(&name))),
            };
            let detail = Detail::File(Some(fact(&picked, sha256)));
            match self.change(Change::Detail { id, detail }) {
                Ok(()) => self.say_with(t.noted, Action::Undo),
                Err(reason) => self.say((self.texts().refused)(&reason)),
            }
        });
    }

    /// The edits that register the files and link them.
    fn registration(
        self,
        facts: Vec<(String, FileFact)>,
        place: Option<&Place>,
        outcome: &mut Outcome,
    ) -> Vec<Change> {
        let mut known: BTreeMap<String, (EvidenceId, Status, String)> = self.draft.with_untracked(|draft| {
            let all = draft.iter().flat_map(|draft| &draft.assessment.evidence);
            all.filter_map(|(id, of)| {
                Some((of.sha256()?.to_owned(), (id.clone(), of.status(), of.title.clone())))
            })
            .collect()
        });
        let mut changes = Vec::new();
        for (path, file) in facts {
            let digest = file.sha256.clone().unwrap_or_default();
            let id = match known.get(&digest) {
                Some((id, status, title)) => {
                    outcome.known.push((file.name.clone(), title.clone()));
                    if *status == Status::Diterima {
                        outcome.locked += 1;
                        continue;
                    }
                    id.clone()
                }
                None => {
                    outcome.registered += 1;
                    let id = platform::new_id();
                    let evidence = document(path, file);
                    let title = evidence.title.clone();
                    changes.push(Change::Evidence { id: id.clone(), evidence: Some(Box::new(evidence)) });
                    known.insert(digest, (id.clone(), Status::Draf, title));
                    id
                }
            };
            let Some(Place { indicator, level, expected }) = place.cloned() else { continue };
            let key = LinkKey { indicator, level, expected, evidence: id };
            let linked = self.draft.with_untracked(|draft| {
                draft.as_ref().is_some_and(|draft| draft.assessment.links.contains_key(&key))
            });
            if !linked {
                changes.push(Change::Link { key, link: Some(Link::default()) });
            }
        }
        changes
    }

    fn told(self, outcome: &Outcome, linking: bool) -> String {
        let t = &self.texts().work;
        let mut parts = Vec::new();
        if outcome.registered > 0 {
            parts.push((t.registered)(outcome.registered));
        }
        for (name, title) in outcome.known.iter().take(2) {
            parts.push((t.known)(&readable(name), &readable(title)));
        }
        if outcome.known.len() > 2 {
            parts.push((t.more_known)(outcome.known.len() - 2));
        }
        if linking && outcome.locked > 0 {
            parts.push((t.locked)(outcome.locked));
        }
        for (name, error) in outcome.failed.iter().take(3) {
            let name = readable(name);
            parts.push(match error {
                ReadError::Changed => (t.changed)(&name),
                _ => (t.unreadable)(&name),
            });
        }
        if outcome.failed.len() > 3 {
            parts.push((t.more_failed)(outcome.failed.len() - 3));
        }
        parts.join(" ")
    }
}

/// What is known of a file that was read.
fn fact(picked: &Picked, sha256: String) -> FileFact {
    FileFact {
        name: picked.file.name().chars().take(LOCATION_LIMIT).collect(),
        size: picked.file.size(),
        media_type: picked.file.media_type(),
        sha256: Some(sha256),
        extra: Extra::new(),
    }
}

/// A document as its file makes it known: the title from its name, without `1.a.` and the ending.
fn document(path: String, file: FileFact) -> Evidence {
    let stem = file.name.rsplit_once('.').map_or(&*file.name, |(stem, _)| stem);
    let title = numbered(stem).unwrap_or(stem);
    let title = readable(&title.replace('_', " ")).trim().chars().take(200).collect::<String>();
    let title = if title.is_empty() { readable(&file.name) } else { title };
    // Within a chosen folder the way there is known.
    let location =
        if path == file.name { String::new() } else { path.chars().take(LOCATION_LIMIT).collect() };
    Evidence { location, file: Some(file), ..Evidence::titled(title) }
}

/// What follows `1.a.` in a name that begins so.
fn numbered(name: &str) -> Option<&str> {
    let mut parts = name.splitn(3, '.');
    let (number, letter, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let is_letter = letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_alphabetic());
    (is_number && is_letter).then_some(rest)
}
