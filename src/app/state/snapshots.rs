//! What a draft was before a file replaced it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{App, drafts};
use crate::assessment::{Assessment, Time};
use crate::exchange::{Problem, read, write_compact};
use crate::instrument::Instrument;
use crate::platform;

/// A kept state of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub key: String,
    pub taken: Time,
    pub content: Result<Arc<Assessment>, Problem>,
}

impl App {
    /// The snapshots of a draft, the newest first.
    pub fn snapshots(self, id: &str) -> Vec<Snapshot> {
        let start = format!("snapshot:{id}:");
        let mut all: Vec<_> = self.store.with_value(|store| {
            let keys = store.keys(&start).into_iter();
            keys.filter_map(|key| {
                let taken = Time::parse(key[start.len()..].get(..20)?)?;
                let content = read(store.get(&key)?.as_bytes()).map(|incoming| Arc::new(incoming.assessment));
                Some(Snapshot { key, taken, content })
            })
            .collect()
        });
        all.reverse();
        all
    }

    /// Keeps what a draft is now. Returns the snapshot's key, or nothing where there is no room.
    pub(super) fn keep_state(self, of: &Assessment) -> Option<String> {
        let start = format!("snapshot:{}:{}", of.id, platform::now());
        self.store.with_value(|store| {
            let taken = store.keys(&start).len();
            let key = if taken == 0 { start } else { format!("{start}-{taken}") };
            store.set(&key, &write_compact(of)).ok().map(|()| key)
        })
    }

    /// Replaces the stored draft of the same id, after a snapshot of what it was.
    /// Returns the snapshot's key, or `None` when the storage refused; then nothing was changed.
    ///
    /// Without its instrument the draft is closed, and opens again when the instrument arrives.
    pub(super) fn replace_with(
        self,
        new: Arc<Assessment>,
        instrument: Option<Arc<Instrument>>,
    ) -> Option<String> {
        self.flush();
        let (start, old_key) = (format!("snapshot:{}:{}", new.id, platform::now()), drafts::key(&new.id));
        let key = self.store.with_value(|store| {
            // Two within one second must not overwrite each other.
            let taken = store.keys(&start).len();
            let key = if taken == 0 { start } else { format!("{start}-{taken}") };
            let old = store.get(&old_key)?;
            store.set(&key, &old).ok()?;
            if store.set(&old_key, &write_compact(&new)).is_err() {
                store.remove(&key);
                return None;
            }
            Some(key)
        })?;
        match instrument {
            Some(instrument) => self.set_draft(new.clone(), instrument),
            None => self.draft.set(None),
        }
        self.put_on_shelf(new);
        Some(key)
    }

    /// Brings a snapshot back; what was there before it is kept as a snapshot in turn.
    pub fn bring_back(self, key: &str) {
        let texts = self.texts();
        let old = self.store.with_value(|store| store.get(key));
        let read = old.and_then(|text| read(text.as_bytes()).ok());
        let Some(incoming) = read else {
            return self.say(texts.files.unreadable);
        };
        let instrument = self.ready_instrument(&incoming.assessment.instrument.id);
        match self.replace_with(Arc::new(incoming.assessment), instrument) {
            Some(_) => self.say(texts.files.brought_back),
            None => self.say(texts.home.could_not_store),
        }
    }
}
