//! A folder held against the register, and its files as a package.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::App;
use crate::assessment::EvidenceId;
use crate::exchange::{
    FolderCheck, Found, Outcome, Packed, check_folder, file_name, package, wanted_sizes, write,
};
use crate::platform::{self, LocalFile, PACKAGE_LIMIT, Package, PackageError, Picked, ReadError};
use crate::text::{bytes, readable};

/// A folder that was looked through.
pub struct Folder {
    /// The draft it was held against.
    pub draft: String,
    pub check: FolderCheck,
    /// How many files, and bytes.
    pub count: usize,
    pub size: u64,
    /// Files that could not be read.
    pub unreadable: Vec<String>,
    files: LocalFiles,
}

/// The files by their paths. They stay on this thread; the wrapper tells so to the signals.
type LocalFiles = StoredValue<BTreeMap<String, LocalFile>, LocalStorage>;

/// What a package would hold.
pub struct Contents {
    pub packed: Vec<(Packed, String)>,
    /// Bytes.
    pub size: u64,
    /// Documents with a file that is not in the folder as it was registered.
    pub left_out: Vec<EvidenceId>,
}

impl Contents {
    pub fn too_large(&self) -> bool {
        self.size > PACKAGE_LIMIT
    }
}

impl App {
    /// Looks through a folder: hashes what may be a registered file, and compares.
    pub fn look_through(self, files: Vec<Picked>) {
        let open = self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
        let Some(assessment) = open else { return };
        let wanted = wanted_sizes(&assessment);
        let Some(cancel) = self.begin_work() else { return };
        self.folder.set(None);
        spawn_local(async move {
            let sizes = platform::sizes(&files).await;
            let (count, size) = (files.len(), sizes.iter().sum());
            self.amounts_to(sizes.iter().filter(|size| wanted.contains(size)).sum());
            let (mut found, mut by_path, mut unreadable) = (Vec::new(), BTreeMap::new(), Vec::new());
            let mut before = 0;
            for (picked, size) in files.into_iter().zip(sizes) {
                let mut sha256 = None;
                if wanted.contains(&size) {
                    let name = picked.file.name();
                    self.go_on(&name, before);
                    let read =
                        platform::sha256(&picked.file, &cancel, |done| self.go_on(&name, before + done));
                    match read.await {
                        Ok(digest) => sha256 = Some(digest),
                        Err(ReadError::Cancelled) => break,
                        Err(_) => unreadable.push(picked.path.clone()),
                    }
                    before += size;
                }
                found.push(Found { path: picked.path.clone(), size, sha256 });
                by_path.insert(picked.path, picked.file);
            }
            self.end_work();
            if cancel.is_cancelled() {
                return self.say(self.texts().work.cancelled);
            }
            // The register may have changed while files were read.
            let now = self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
            let assessment = now.filter(|now| now.id == assessment.id).unwrap_or(assessment);
            let check = check_folder(&assessment, &found);
            let files = StoredValue::new_local(by_path);
            let draft = assessment.id.clone();
            self.folder.set(Some(Arc::new(Folder { draft, check, count, size, unreadable, files })));
        });
    }

    /// What a package of the folder's files would hold. Only files that are what was registered.
    pub fn contents(self, folder: &Folder) -> Option<Contents> {
        let of: BTreeMap<&EvidenceId, &String> = folder
            .check
            .documents
            .iter()
            .filter_map(|(id, outcome)| match outcome {
                Outcome::Identical { path } | Outcome::Renamed { path } => Some((id, path)),
                _ => None,
            })
            .collect();
        self.draft.with(|draft| {
            let draft = draft.as_ref()?;
            let (mut packed, mut size, mut left_out) = (Vec::new(), 0u64, Vec::new());
            for one in package(&draft.instrument, &draft.assessment) {
                match of.get(&one.evidence) {
                    Some(path) => {
                        let bytes = folder.files.with_value(|files| files.get(*path).map(LocalFile::size));
                        size = size.saturating_add(bytes.unwrap_or_default());
                        packed.push((one, (*path).clone()));
                    }
                    None if left_out.contains(&one.evidence) => {}
                    None => left_out.push(one.evidence),
                }
            }
            Some(Contents { packed, size, left_out })
        })
    }

    /// Packs the folder's files with the manifest, and offers the package as a download.
    pub fn pack(self, folder: Arc<Folder>) {
        let Some(contents) = untrack(|| self.contents(&folder)) else { return };
        self.seal();
        let open = self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
        let Some(assessment) = open.filter(|_| !contents.too_large()) else { return };
        let Some(cancel) = self.begin_work() else { return };
        self.amounts_to(contents.size);
        spawn_local(async move {
            let t = &self.texts().folder;
            let manifest = file_name(&assessment);
            let name = format!("{}.zip", manifest.trim_end_matches(".json"));
            let work = async {
                let mut package = Package::open().await.map_err(|error| (String::new(), error))?;
                let text = write(&assessment);
                package.add_bytes(&manifest, text.as_bytes()).map_err(|error| (manifest.clone(), error))?;
                let mut before = 0;
                for (one, path) in &contents.packed {
                    let file = folder.files.with_value(|files| files.get(path).cloned());
                    let Some(file) = file else { continue };
                    self.go_on(path, before);
                    let go_on = |done| self.go_on(path, before + done);
                    let packed = package.add_file(&one.path, &file, &cancel, go_on).await;
                    let digest = packed.map_err(|error| (path.clone(), error))?;
                    let meant = assessment.evidence.get(&one.evidence).and_then(|evidence| evidence.sha256());
                    if meant.is_some_and(|meant| meant != digest) {
                        return Err((path.clone(), PackageError::Read(ReadError::Changed)));
                    }
                    before += file.size();
                }
                package.finish(&name).map_err(|error| (name.clone(), error))
            };
            let result = work.await;
            self.end_work();
            let language = self.language.get_untracked();
            if result.is_ok() {
                self.note_exported(&assessment.id, platform::now());
            }
            self.say(match result {
                Ok(()) => (t.packed)(&name, &bytes(language, contents.size)),
                Err((_, PackageError::Read(ReadError::Cancelled))) => self.texts().work.cancelled.to_owned(),
                Err((path, PackageError::Read(ReadError::Changed))) => (t.pack_changed)(&readable(&path)),
                Err((path, PackageError::Read(ReadError::Unreadable))) => {
                    (self.texts().work.unreadable)(&readable(&path))
                }
                Err((_, PackageError::Unavailable)) => t.pack_unavailable.to_owned(),
                Err((_, PackageError::Failed)) => t.pack_failed.to_owned(),
            });
        });
    }
}
