//! All drafts as one file, and back.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{App, IncomingFile, drafts};
use crate::assessment::{Assessment, Event, Stamp};
use crate::exchange::{
    AnyFile, BACKUP_LIMIT_BYTES, BackedUp, BackedUpSnapshot, Backup, BackupFate, EncryptedBackup, Problem,
    Reason, backup_fate, backup_file_name, merge, read, read_file, verify, write_backup, write_compact,
};
use crate::instrument::Instrument;
use crate::platform;

/// What goes into a backup besides the drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupWish {
    pub trash: bool,
    pub snapshots: bool,
    pub password: Option<String>,
}

/// An encrypted backup that waits for its password.
pub struct LockedFile {
    /// The file's name.
    pub name: String,
    pub backup: EncryptedBackup,
    /// What was typed. It belongs to the file, so that a change of language loses nothing.
    pub password: ArcRwSignal<String>,
    pub failed: ArcRwSignal<Option<Problem>>,
    pub busy: ArcRwSignal<bool>,
}

impl LockedFile {
    pub(super) fn new(name: String, backup: EncryptedBackup) -> Self {
        Self {
            name,
            backup,
            password: ArcRwSignal::default(),
            failed: ArcRwSignal::new(None),
            busy: ArcRwSignal::new(false),
        }
    }
}

/// A backup that could be opened.
pub struct BackupPreview {
    /// The file's name.
    pub name: String,
    pub made: Stamp,
    pub has_digest: bool,
    pub rows: Vec<BackupRow>,
    pub snapshots: Vec<BackedUpSnapshot>,
    /// By the row's place. It belongs to the file, so that a change of language loses nothing.
    pub wishes: ArcRwSignal<Vec<Bring>>,
    pub with_snapshots: ArcRwSignal<bool>,
    /// What became of each row, once it was brought back.
    pub done: ArcRwSignal<Option<BackupReport>>,
}

/// A draft in a backup.
pub struct BackupRow {
    pub id: String,
    /// Whether it was deleted when the backup was made.
    pub deleted: bool,
    pub entry: BackedUp,
    pub content: Result<Arc<Assessment>, Problem>,
    pub instrument: Option<Arc<Instrument>>,
    pub local: Option<Arc<Assessment>>,
    pub fate: BackupFate,
    /// What can be done with it.
    pub ways: Vec<Bring>,
}

/// What becomes of a draft in a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bring {
    Skip,
    /// As it was.
    Back,
    /// As a draft beside the one that is here.
    AsNew,
    /// In place of the one that is here.
    Replace,
    /// Into the one that is here; nothing contradicts.
    Merge,
}

impl Bring {
    pub const ALL: [Self; 5] = [Self::Skip, Self::Back, Self::AsNew, Self::Replace, Self::Merge];

    pub fn code(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::Back => "back",
            Self::AsNew => "new",
            Self::Replace => "replace",
            Self::Merge => "merge",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// What became of a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupReport {
    /// By the row's place: what was done, and the draft's id here.
    pub rows: Vec<(Bring, Outcome)>,
    pub snapshots: usize,
    pub snapshots_failed: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Left,
    /// The draft's id here.
    Done(String),
    /// The storage is full or refuses.
    Full,
    /// The draft here was changed since the preview, so that it can no longer be done without a question.
    Changed,
}

impl App {
    /// How many deleted drafts and snapshots there are.
    pub fn beside_drafts(self) -> (usize, usize) {
        self.trash.track();
        self.shelf.track();
        self.store.with_value(|store| (store.keys("trash:").len(), store.keys("snapshot:").len()))
    }

    /// Writes all drafts to one file, and says how that went. Calls back when it is done, with whether
    /// there is a file.
    pub fn make_backup(self, wish: BackupWish, done: impl Fn(bool) + 'static) {
        let backup = self.gather(&wish);
        let count = backup.drafts.len() + backup.trash.len();
        let text = write_backup(&backup);
        spawn_local(async move {
            let t = &self.texts().backup;
            if text.len() as u64 > BACKUP_LIMIT_BYTES {
                self.say((t.too_large)(text.len() as u64 / 1_000_000, BACKUP_LIMIT_BYTES / 1_000_000));
                return done(false);
            }
            let name = backup_file_name(platform::today(), wish.password.is_some());
            let text = match &wish.password {
                None => text,
                Some(password) => match platform::encrypt(&text, password).await {
                    Ok(encrypted) => encrypted.write(),
                    Err(problem) => {
                        self.say((self.texts().problem)(&problem).what);
                        return done(false);
                    }
                },
            };
            match platform::download(&name, &text) {
                Ok(()) => {
                    for draft in &backup.drafts {
                        self.note_exported(&draft.id, backup.made.at.clone());
                    }
                    self.say((t.made)(&name, count));
                    done(true);
                }
                Err(why) => {
                    self.say((self.texts().frame.export_failed)(&why));
                    done(false);
                }
            }
        });
    }

    fn gather(self, wish: &BackupWish) -> Backup {
        if self.draft.with_untracked(Option::is_some) {
            self.seal();
        }
        self.flush();
        let drafts = self.all_sealed("draft:");
        let trash = if wish.trash { self.all_sealed("trash:") } else { Vec::new() };
        let snapshots = self.store.with_value(|store| {
            let keys = if wish.snapshots { store.keys("snapshot:") } else { Vec::new() };
            let snapshot = |key: String| {
                let text = store.get(&key)?;
                BackedUpSnapshot::draft_of(&key)?;
                Some(BackedUpSnapshot { key, text, extra: Default::default() })
            };
            keys.into_iter().filter_map(snapshot).collect()
        });
        Backup { made: self.stamp(), drafts, trash, snapshots, extra: Default::default() }
    }

    /// The drafts under keys that begin so, after noting in each that it is about to be seen elsewhere.
    fn all_sealed(self, start: &str) -> Vec<BackedUp> {
        let mut texts: BTreeMap<String, String> = self.store.with_value(|store| {
            let keys = store.keys(start).into_iter();
            keys.filter_map(|key| store.get(&key).map(|text| (key[start.len()..].to_owned(), text))).collect()
        });
        if start == "draft:" {
            // What a full storage refused is on the page only.
            for id in self.unsaved.get_value() {
                if let Some(newest) = self.latest(&id) {
                    texts.insert(id, write_compact(&newest));
                }
            }
        }
        let one = |(id, text): (String, String)| {
            let Ok(incoming) = read(text.as_bytes()) else { return BackedUp::of(&id, &text) };
            let mut assessment = incoming.assessment;
            assessment.seal();
            let sealed = write_compact(&assessment);
            // A full storage forgets it: then a later merge asks more than it had to.
            if sealed != text && assessment.id == id && self.put(&format!("{start}{id}"), &sealed).is_ok() {
                self.keep_card_of(&self.card_of(&assessment), &sealed);
                if start == "draft:" {
                    self.put_on_shelf(Arc::new(assessment));
                }
            }
            BackedUp::of(&id, &sealed)
        };
        texts.into_iter().map(one).collect()
    }

    /// Tries the password of an encrypted backup.
    pub fn unlock(self, locked: &Arc<LockedFile>) {
        if locked.busy.get_untracked() {
            return;
        }
        locked.busy.set(true);
        locked.failed.set(None);
        let locked = locked.clone();
        spawn_local(async move {
            let password = locked.password.get_untracked();
            let opened = platform::decrypt(&locked.backup, &password).await;
            let opened = opened.and_then(|file| match read_file(&file)? {
                AnyFile::Backup(backup, _) => Ok(backup),
                _ => Err(Problem::SomethingElse),
            });
            match opened {
                Ok(backup) => {
                    let preview = self.preview_backup(locked.name.clone(), backup, true).await;
                    locked.password.set(String::new());
                    self.incoming.set(preview);
                }
                Err(problem) => {
                    locked.failed.set(Some(problem));
                    platform::next_frame(|| platform::focus("#kata-sandi"));
                }
            }
            locked.busy.set(false);
        });
    }

    pub(super) async fn preview_backup(self, name: String, backup: Backup, has_digest: bool) -> IncomingFile {
        let Backup { made, drafts, trash, snapshots, .. } = backup;
        let all = drafts.into_iter().map(|entry| (entry, false));
        let mut rows = Vec::new();
        for (entry, deleted) in all.chain(trash.into_iter().map(|entry| (entry, true))) {
            rows.push(self.backup_row(entry, deleted).await);
        }
        let wishes = rows.iter().map(proposed).collect();
        IncomingFile::Backup(Arc::new(BackupPreview {
            name,
            made,
            has_digest,
            rows,
            snapshots,
            wishes: ArcRwSignal::new(wishes),
            with_snapshots: ArcRwSignal::new(true),
            done: ArcRwSignal::new(None),
        }))
    }

    async fn backup_row(self, entry: BackedUp, deleted: bool) -> BackupRow {
        let id = entry.id.clone();
        let (mut instrument, mut content) = (None, entry.read());
        if let Ok(incoming) = &content {
            instrument = self.wait_for_instrument(&incoming.assessment.instrument.id).await;
            if let Some(instrument) = &instrument
                && let Err(problem) = verify(incoming, instrument)
            {
                content = Err(problem);
            }
        }
        let content = content.map(|incoming| Arc::new(incoming.assessment));
        let local = self.latest(&id);
        let fate = match &content {
            Ok(there) => backup_fate(local.as_deref(), there),
            Err(_) => {
                let here = self.store.with_value(|store| store.get(&drafts::key(&id)));
                match here {
                    None => BackupFate::New,
                    Some(here) if here == entry.text() => BackupFate::Same,
                    Some(_) => BackupFate::Differs,
                }
            }
        };
        let ways = match (&content, fate) {
            // Under another id it would not be the same text; it can be saved as a file.
            (Err(_), BackupFate::New) if !self.is_taken(&id) => vec![Bring::Skip, Bring::Back],
            (Err(_), _) | (Ok(_), BackupFate::Same) => vec![Bring::Skip],
            (Ok(_), BackupFate::New) => vec![Bring::Skip, Bring::Back],
            (Ok(_), BackupFate::NewerHere | BackupFate::Differs) => {
                vec![Bring::Skip, Bring::AsNew, Bring::Replace]
            }
            (Ok(_), BackupFate::NewerThere | BackupFate::Both) => {
                vec![Bring::Skip, Bring::Merge, Bring::AsNew, Bring::Replace]
            }
        };
        BackupRow { id, deleted, entry, content, instrument, local, fate, ways }
    }

    /// Does with each draft of a backup what was chosen. One that fails leaves the others right.
    pub fn bring_backup(self, preview: &BackupPreview) {
        self.flush();
        let wishes = preview.wishes.get_untracked();
        let mut report = BackupReport::default();
        for (row, wish) in preview.rows.iter().zip(wishes) {
            let outcome = self.bring_row(row, wish, &preview.name);
            if let Outcome::Done(id) = &outcome
                && row.content.is_ok()
                && wish != Bring::Merge
            {
                self.note_exported(id, preview.made.at.clone());
            }
            report.rows.push((wish, outcome));
        }
        if preview.with_snapshots.get_untracked() {
            for snapshot in &preview.snapshots {
                let here = report
                    .rows
                    .iter()
                    .any(|(_, outcome)| matches!(outcome, Outcome::Done(id) if *id == snapshot.draft()));
                let stored = |app: Self| match app.raw_entry(&snapshot.key) {
                    Some(_) => None,
                    None => Some(app.put(&snapshot.key, &snapshot.text).is_ok()),
                };
                match here.then(|| stored(self)).flatten() {
                    Some(true) => report.snapshots += 1,
                    Some(false) => report.snapshots_failed += 1,
                    None => {}
                }
            }
        }
        self.read_shelf();
        preview.done.set(Some(report));
        platform::next_frame(platform::focus_heading);
    }

    fn bring_row(self, row: &BackupRow, wish: Bring, from: &str) -> Outcome {
        let assessment = match &row.content {
            _ if wish == Bring::Skip => return Outcome::Left,
            Ok(assessment) => assessment,
            Err(_) if self.is_taken(&row.id) => return Outcome::Changed,
            Err(_) => {
                let stored = self.put(&drafts::key(&row.id), &row.entry.text());
                return stored.map_or(Outcome::Full, |()| Outcome::Done(row.id.clone()));
            }
        };
        let here = self.latest(&row.id);
        let reason = if wish == Bring::Merge { Reason::Merge } else { Reason::Replace };
        let new = match (wish, &here) {
            (Bring::Back | Bring::AsNew, _) => {
                let mut copy = (**assessment).clone();
                if self.is_taken(&copy.id) {
                    copy.id = platform::new_id();
                }
                copy.revisions.begin_copy(&platform::new_id());
                let id = copy.id.clone();
                return self.add(copy).map_or(Outcome::Full, |()| Outcome::Done(id));
            }
            (Bring::Replace, Some(_)) => {
                let mut copy = (**assessment).clone();
                copy.revisions.begin_copy(&platform::new_id());
                copy.log.note(Event::Replaced, from, &self.stamp());
                copy
            }
            (Bring::Merge, Some(here)) => match merge(here, assessment) {
                Ok(comparison) if comparison.counts().conflicts == 0 => {
                    let mut merged = comparison.merged(|_| crate::assessment::merge::Choice::Mine);
                    merged.log.note(Event::Merged, from, &self.stamp());
                    merged
                }
                _ => return Outcome::Changed,
            },
            _ => return Outcome::Changed,
        };
        match self.replace_with(Arc::new(new), row.instrument.clone(), reason) {
            Some(_) => Outcome::Done(row.id.clone()),
            None => Outcome::Full,
        }
    }
}

/// What is proposed for a draft: whatever loses nothing and brings what is missing.
fn proposed(row: &BackupRow) -> Bring {
    let way = match row.fate {
        BackupFate::New if row.deleted => Bring::Skip,
        BackupFate::New => Bring::Back,
        BackupFate::Same | BackupFate::NewerHere => Bring::Skip,
        _ if row.deleted => Bring::Skip,
        BackupFate::NewerThere | BackupFate::Both => Bring::Merge,
        BackupFate::Differs => Bring::AsNew,
    };
    if row.ways.contains(&way) { way } else { Bring::Skip }
}
