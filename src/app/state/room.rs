//! Room in the storage: what takes it, and what gives way to work.

use leptos::prelude::*;

use super::{Action, App};
use crate::exchange::{Holder, Space, gives_way, space};
use crate::platform::StoreError;
use crate::text::bytes;

/// How many things a message names that take space.
const NAMED: usize = 3;

impl App {
    /// Writes an entry. In a full storage old automatic restore points go first, as many as it takes, and
    /// the page says so.
    ///
    /// # Errors
    /// There is no room even then, or the browser refuses; then everything is as it was.
    pub(super) fn put(self, key: &str, text: &str) -> Result<(), StoreError> {
        self.put_in(key, text)?;
        if let Some(id) = key.strip_prefix("draft:") {
            self.secure(id, text);
        }
        Ok(())
    }

    fn put_in(self, key: &str, text: &str) -> Result<(), StoreError> {
        let set = |key: &str, text: &str| self.store.with_value(|store| store.set(key, text));
        let Err(error) = set(key, text) else { return Ok(()) };
        if error != StoreError::Full {
            return Err(error);
        }
        let mut gone: Vec<(String, String)> = Vec::new();
        for old in gives_way(&self.all_snapshots()).into_iter().filter(|old| old != key) {
            let Some(kept) = self.raw_entry(&old) else { continue };
            self.store.with_value(|store| store.remove(&old));
            gone.push((old, kept));
            if set(key, text).is_ok() {
                self.gave_way.update(|count| *count += gone.len());
                self.kept.update(|count| *count += 1);
                return Ok(());
            }
        }
        for (old, kept) in gone {
            // There was room for it a moment ago.
            let _ = set(&old, &kept);
        }
        Err(error)
    }

    /// The raw text of any entry of Takar.
    pub fn raw_entry(self, key: &str) -> Option<String> {
        self.store.with_value(|store| store.get(key))
    }

    /// What takes how much of the storage. Tracks it, as far as this page changes it.
    pub fn space(self) -> Space {
        self.kept.track();
        self.shelf.track();
        self.trash.track();
        space(self.store.with_value(crate::platform::Store::sizes))
    }

    /// What a holder is called: its agency or title, or that it cannot be read.
    pub fn holder_name(self, holder: &Holder) -> String {
        let shelf = if holder.is_deleted { self.trash } else { self.shelf };
        let name = shelf.with_untracked(|shelf| {
            let found = shelf.iter().find(|shelved| shelved.id == holder.id);
            found.and_then(|shelved| shelved.content.as_ref().ok().map(|draft| draft.name().to_owned()))
        });
        name.unwrap_or_else(|| (self.texts().space.unreadable)(&holder.id))
    }

    /// The largest holders of space in words: "Kota Bandung 4,5 MB, titik pemulihannya 1,2 MB".
    pub fn largest(self) -> String {
        let (t, language) = (&self.texts().space, self.language.get_untracked());
        let space = untrack(|| self.space());
        let mut parts: Vec<(usize, String)> = Vec::new();
        for holder in &space.holders {
            let name = self.holder_name(holder);
            if holder.draft > 0 {
                parts
                    .push((holder.draft, if holder.is_deleted { (t.in_trash)(&name) } else { name.clone() }));
            }
            if holder.kept > 0 {
                parts.push((holder.kept, (t.snapshots_of)(holder.snapshots, &name)));
            }
        }
        if space.foreign > 0 {
            parts.push((space.foreign, t.foreign.to_owned()));
        }
        parts.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
        let words = parts.into_iter().take(NAMED);
        let words: Vec<_> =
            words.map(|(size, name)| format!("{name} ({})", bytes(language, size as u64))).collect();
        words.join(", ")
    }

    /// Says that the storage is full, what takes the space, and where to make room.
    pub fn say_full(self) {
        let texts = self.texts();
        let text = format!("{} {}", texts.home.could_not_store, (texts.space.taken)(&self.largest()));
        self.say_with(text, Action::Space);
    }
}
