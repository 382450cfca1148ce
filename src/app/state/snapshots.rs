//! Restore points: what a draft was at some time, and the way back to it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Action, App, drafts};
use crate::assessment::{Assessment, Time};
use crate::exchange::{
    Head, Listed, Problem, Reason, beyond, gives_way, read_head, read_snapshot, read_stored, rename_snapshot,
    write_compact, write_snapshot,
};
use crate::instrument::Instrument;
use crate::platform::{self, StoreError};
use crate::score::score;

/// A restore point, as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Its key in the storage.
    pub key: String,
    /// The moment in the key.
    pub made: Time,
    /// In characters.
    pub size: usize,
    pub head: Result<Head, Problem>,
}

const START: &str = "snapshot:";

/// Milliseconds within which two presses are one.
const TWICE: f64 = 700.0;

/// The draft and the moment in a key `snapshot:<id>:<moment>[-<number><letters>]`.
fn parts(key: &str) -> Option<(&str, Time)> {
    let (id, moment) = key.strip_prefix(START)?.split_once(':')?;
    Some((id, Time::parse(moment.get(..20)?)?))
}

impl App {
    /// The restore points of a draft, the newest first. Tracks them.
    pub fn snapshots(self, id: &str) -> Vec<Snapshot> {
        self.kept.track();
        let mut all: Vec<_> = self.store.with_value(|store| {
            let keys = store.keys(&format!("{START}{id}:")).into_iter();
            keys.filter_map(|key| {
                let (_, made) = parts(&key)?;
                let text = store.get(&key)?;
                let head = read_head(&text, &made);
                Some(Snapshot { size: key.len() + text.encode_utf16().count(), key, made, head })
            })
            .collect()
        });
        all.sort_by(|a: &Snapshot, b| (&b.made, b.key.len(), &b.key).cmp(&(&a.made, a.key.len(), &a.key)));
        all
    }

    /// The restore points of all drafts.
    pub(super) fn all_snapshots(self) -> Vec<Listed> {
        self.store.with_value(|store| {
            let keys = store.keys(START).into_iter();
            keys.filter_map(|key| {
                let (draft, made) = parts(&key)?;
                let head = read_head(&store.get(&key)?, &made).ok();
                Some(Listed { draft: draft.to_owned(), head, key })
            })
            .collect()
        })
    }

    /// The state that a restore point holds.
    ///
    /// # Errors
    /// It is gone, damaged, or was written by a newer Takar.
    pub fn snapshot(self, key: &str) -> Result<Arc<Assessment>, Problem> {
        let text = self.raw_entry(key).ok_or(Problem::Unreadable)?;
        let (id, _) = parts(key).ok_or(Problem::Unreadable)?;
        Ok(Arc::new(read_stored(id, &read_snapshot(&text)?)?))
    }

    /// Keeps a draft as it is now, and returns the key of the restore point.
    ///
    /// The draft is sealed before, so that a state which is brought back or taken elsewhere can be merged.
    ///
    /// # Errors
    /// There was no room, even without old automatic ones; then nothing was changed.
    pub fn take_snapshot(self, id: &str, reason: Reason) -> Result<String, StoreError> {
        self.take_named(id, reason, "")
    }

    /// The same with a name that a person gave.
    ///
    /// # Errors
    /// As [`Self::take_snapshot`].
    pub fn take_named(self, id: &str, reason: Reason, name: &str) -> Result<String, StoreError> {
        let missing = || StoreError::Refused("no such draft".to_owned());
        let sealed = self.sealed(id).ok_or_else(missing)?;
        self.keep_snapshot(&sealed, reason, name)
    }

    /// A draft that may be seen elsewhere from now on, open or not.
    pub fn sealed(self, id: &str) -> Option<Arc<Assessment>> {
        self.flush();
        if self.draft.with_untracked(|draft| draft.as_ref().is_some_and(|d| d.assessment.id == id)) {
            self.seal();
            self.flush();
            return self.draft.with_untracked(|draft| draft.as_ref().map(|d| d.assessment.clone()));
        }
        let mut sealed = self.on_shelf(id)?;
        Arc::make_mut(&mut sealed).seal();
        if self.put(&drafts::key(id), &write_compact(&sealed)).is_ok() {
            self.put_on_shelf(sealed.clone());
        }
        Some(sealed)
    }

    fn keep_snapshot(self, state: &Assessment, reason: Reason, name: &str) -> Result<String, StoreError> {
        let made = self.stamp();
        let start = format!("{START}{}:{}", state.id, made.at);
        // Several within one second must not overwrite each other, not even where two tabs make them in the
        // same moment, in which neither sees the other's.
        let number = self.store.with_value(|store| store.keys(&start).len());
        let key = format!("{start}-{number}{}", &platform::new_id()[..4]);
        let mut head = Head::new(reason, name, made);
        if let Some(instrument) = self.ready_instrument(&state.instrument.id) {
            let score = score(&instrument, state);
            head.index = Some(score.standing.index.rounded());
            head.predicate = score.standing.predicate;
        }
        self.put(&key, &write_snapshot(&head, &write_compact(state)))?;
        for old in beyond(&self.all_snapshots(), &state.id) {
            self.store.with_value(|store| store.remove(&old));
        }
        self.kept.update(|count| *count += 1);
        Ok(key)
    }

    /// Keeps a copy of a draft that was found late as a restore point of its own. False where there is no room.
    pub(super) fn keep_left(self, state: &Assessment) -> bool {
        match self.on_shelf(&state.id) {
            Some(now) if !now.says_the_same(state) => {
                self.keep_snapshot(state, Reason::Person, self.texts().recovery.found).is_ok()
            }
            // The same, or a draft that is gone.
            _ => true,
        }
    }

    /// The first change of a day of work keeps the state before it. It is written with the change.
    pub(super) fn begin_day(self) {
        let today = day(&platform::now());
        let open = || self.draft.with_untracked(|draft| draft.as_ref().map(|d| d.assessment.clone()));
        let Some(before) = open() else { return };
        if [&before.changed, &before.created].into_iter().any(|stamp| day(&stamp.at) == today) {
            return;
        }
        let is_todays = |head: &Head| head.reason == Reason::Day && day(&head.made.at) == today;
        if self.snapshots(&before.id).iter().any(|kept| kept.head.as_ref().is_ok_and(is_todays)) {
            return;
        }
        self.seal();
        self.day.set_value(open());
    }

    /// Writes what [`Self::begin_day`] kept. If there is no room for it the work of the day goes on
    /// without: it was saved before.
    pub(super) fn keep_day(self) {
        if let Some(before) = self.day.try_update_value(Option::take).flatten() {
            let _ = self.keep_snapshot(&before, Reason::Day, "");
        }
    }

    /// Whether the last restore point of a draft was made by a person, and nothing has changed since.
    pub fn was_just_kept(self, id: &str) -> bool {
        let snapshots = untrack(|| self.snapshots(id));
        snapshots.first().is_some_and(|last| {
            let by_person = last.head.as_ref().is_ok_and(|head| head.reason == Reason::Person);
            let now = self.latest(id).zip(self.snapshot(&last.key).ok());
            by_person && now.is_some_and(|(now, then)| now.says_the_same(&then))
        })
    }

    /// What a person called a restore point.
    fn snapshot_name(self, key: &str) -> String {
        let head = parts(key).and_then(|(_, made)| read_head(&self.raw_entry(key)?, &made).ok());
        head.map(|head| head.name).unwrap_or_default()
    }

    /// Gives a restore point a name, or takes it away.
    pub fn name_snapshot(self, key: &str, name: &str) {
        let renamed = parts(key)
            .zip(self.raw_entry(key))
            .and_then(|((_, made), text)| rename_snapshot(&text, &made, name).ok());
        let stored = renamed.is_some_and(|text| self.put(key, &text).is_ok());
        self.kept.update(|count| *count += 1);
        if stored {
            self.say(self.texts().recovery.renamed);
        } else {
            self.say_full();
        }
    }

    /// How many automatic restore points of a draft may be deleted to make room.
    pub fn automatic_of(self, id: &str) -> usize {
        self.automatic(id).len()
    }

    fn automatic(self, id: &str) -> Vec<String> {
        let start = format!("{START}{id}:");
        gives_way(&self.all_snapshots()).into_iter().filter(|key| key.starts_with(&start)).collect()
    }

    /// Deletes them, and says how many there were.
    pub fn clear_automatic(self, id: &str) -> usize {
        let keys = self.automatic(id);
        self.store.with_value(|store| keys.iter().for_each(|key| store.remove(key)));
        self.kept.update(|count| *count += 1);
        keys.len()
    }

    pub fn delete_snapshot(self, key: &str) {
        if key.starts_with(START) {
            self.store.with_value(|store| store.remove(key));
            self.kept.update(|count| *count += 1);
        }
    }

    /// Replaces the stored draft of the same id, after a restore point of what it was.
    /// Returns its key, or `None` when the storage refused; then nothing was changed.
    ///
    /// Without its instrument the draft is closed, and opens again when the instrument arrives.
    pub(super) fn replace_with(
        self,
        new: Arc<Assessment>,
        instrument: Option<Arc<Instrument>>,
        reason: Reason,
    ) -> Option<String> {
        let key = self.take_snapshot(&new.id, reason).ok()?;
        if self.put(&drafts::key(&new.id), &write_compact(&new)).is_err() {
            self.delete_snapshot(&key);
            return None;
        }
        match instrument {
            Some(instrument) => self.set_draft(new.clone(), instrument),
            None => self.draft.set(None),
        }
        self.put_on_shelf(new);
        Some(key)
    }

    /// Brings a restore point back, as an edit that can be undone; what was there before it is kept as a
    /// restore point too.
    pub fn bring_back(self, key: &str) {
        let texts = self.texts();
        // The list has grown under the hand: the second press of two would meet another restore point.
        let pressed_twice = |toast: &super::Toast| {
            toast.text == texts.recovery.brought_back && platform::milliseconds() - toast.said < TWICE
        };
        if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(pressed_twice)) {
            return;
        }
        let old = match self.snapshot(key) {
            Ok(old) => old,
            Err(problem) => return self.say((texts.problem)(&problem).what),
        };
        let open = self.draft.with_untracked(|draft| {
            draft.as_ref().is_some_and(|d| d.assessment.id == old.id && d.instrument.id == old.instrument.id)
        });
        if !open {
            let instrument = self.ready_instrument(&old.instrument.id);
            return match self.replace_with(old, instrument, Reason::BringBack) {
                Some(_) => self.say(texts.recovery.brought_back),
                None => self.say_full(),
            };
        }
        // A second press must not take the way back from the first.
        if self.draft.with_untracked(|draft| draft.as_ref().is_some_and(|d| d.assessment.says_the_same(&old)))
        {
            let offers = |toast: &Option<super::Toast>| toast.as_ref().is_some_and(|t| t.action.is_some());
            if !self.toast.with_untracked(offers) {
                self.say(texts.recovery.no_change);
            }
            return;
        }
        let Ok(guard) = self.take_snapshot(&old.id, Reason::BringBack) else { return self.say_full() };
        let of = self.snapshot_name(key);
        let stamp = self.stamp();
        let change = self
            .draft
            .with_untracked(|draft| draft.as_ref().map(|d| d.assessment.bring_back(&old, &of, &stamp)));
        match change.map(|change| self.change(change)) {
            Some(Err(reason)) => {
                self.delete_snapshot(&guard);
                self.say((texts.refused)(&reason));
            }
            _ => {
                self.flush();
                self.say_with(texts.recovery.brought_back, Action::Undo);
            }
        }
    }
}

/// The day on the clock of this computer.
fn day(time: &Time) -> (u16, u8, u8) {
    let local = platform::local_time(time);
    (local.year, local.month, local.day)
}
