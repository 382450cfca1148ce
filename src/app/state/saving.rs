//! When the open draft is written, and what is known about it.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::{App, drafts};
use crate::app::pages::card;
use crate::assessment::{Assessment, Time, rebase};
use crate::exchange::{read, write_compact};
use crate::front::fingerprint;
use crate::platform::{self, Kind, Store, Timer};

/// Longest time in milliseconds between a change and its writing.
const DELAY: i32 = 200;

/// Whether the work is safe. Shown on every page, and always true.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// In the browser's storage; when, if it was written since the page opened.
    Saved(Option<Time>),
    /// Changed less than [`DELAY`] ago.
    Pending,
    /// The storage is full or refused. The work is on the page only.
    Failed,
    /// There is no storage. The work is on the page only.
    Memory,
}

impl Saving {
    pub(super) fn at_start(store: &Store) -> Self {
        match store.kind() {
            Kind::Local => Self::Saved(None),
            Kind::Memory => Self::Memory,
        }
    }

    /// For `data-state`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Saved(_) => "saved",
            Self::Pending => "saving",
            Self::Failed => "failed",
            Self::Memory => "memory",
        }
    }
}

/// What the storage is known to hold of the open draft: the ground on which this tab's changes
/// stand, should another tab have written since.
#[derive(Clone)]
pub struct Known {
    base: Arc<Assessment>,
    /// Fingerprint of the stored text.
    text: String,
}

impl App {
    /// Writes the open draft within [`DELAY`]. Further changes do not put it off.
    pub(super) fn save_soon(self) {
        let Some(id) = self.open_id() else { return };
        self.unsaved.update_value(|unsaved| unsaved.extend([id]));
        if !self.in_memory() && self.saving.get_untracked() != Saving::Failed {
            self.saving.set(Saving::Pending);
        }
        if self.timer.with_value(Option::is_none) {
            self.timer.set_value(Timer::after(DELAY, move || self.flush()));
        }
    }

    /// Writes now whatever has changed: the open draft, and those that a full storage refused
    /// before.
    pub fn flush(self) {
        self.timer.set_value(None);
        let unsaved = self.unsaved.get_value();
        if unsaved.is_empty() {
            return;
        }
        let overwritten = !self.take_over();
        for id in unsaved {
            // What a newer Takar wrote over the open draft is not written over in turn.
            if overwritten && self.open_id().as_ref() == Some(&id) {
                continue;
            }
            let Some(assessment) = self.latest(&id) else { continue };
            let text = write_compact(&assessment);
            let stored = self.store.with_value(|store| store.set(&drafts::key(&id), &text)).is_ok();
            platform::leave_unsaved(&id, (!stored || self.in_memory()).then_some(&*text));
            if stored {
                self.unsaved.update_value(|unsaved| unsaved.retain(|other| *other != id));
                self.know(&assessment, &text);
                self.keep_card_of(&card(self, &assessment), &text);
            }
            self.put_on_shelf(assessment);
        }
        self.tell();
    }

    /// Says how things stand. After a failure the next change, or hiding the page, tries again.
    fn tell(self) {
        self.saving.set(if self.in_memory() {
            Saving::Memory
        } else if self.unsaved.with_value(BTreeSet::is_empty) {
            Saving::Saved(Some(platform::now()))
        } else {
            Saving::Failed
        });
    }

    /// Another tab may have written the open draft since this one did: both sides' changes stay.
    /// Returns false where what it wrote cannot be read here, and must be left alone.
    pub(super) fn take_over(self) -> bool {
        let Some((known, mine)) = self.known.get_value().zip(self.open()) else { return true };
        let Some(text) = self.store.with_value(|store| store.get(&drafts::key(&mine.id))) else {
            return true;
        };
        if known.base.id != mine.id || known.text == fingerprint(&text) {
            return true;
        }
        let Ok(theirs) = read(text.as_bytes()) else { return false };
        let merged = Arc::new(rebase(&known.base, &mine, &theirs.assessment));
        self.know(&Arc::new(theirs.assessment), &text);
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                draft.assessment = merged;
            }
        });
        true
    }

    /// Notes what the storage holds of the open draft.
    fn know(self, assessment: &Arc<Assessment>, text: &str) {
        if self.open_id().as_ref() == Some(&assessment.id) {
            self.known.set_value(Some(Known { base: assessment.clone(), text: fingerprint(text) }));
        }
    }

    /// A draft was opened as the storage holds it.
    pub(super) fn opened(self) {
        let Some(open) = self.open() else { return };
        if let Some(text) = self.store.with_value(|store| store.get(&drafts::key(&open.id))) {
            self.know(&open, &text);
        }
        // Work that is nowhere stored keeps saying so, whichever draft is on the page.
        if !self.in_memory() && self.unsaved.with_value(BTreeSet::is_empty) {
            self.saving.set(Saving::Saved(None));
        }
    }

    fn open(self) -> Option<Arc<Assessment>> {
        self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()))
    }

    fn open_id(self) -> Option<String> {
        self.open().map(|open| open.id.clone())
    }

    /// A draft's newest state on this page.
    fn latest(self, id: &str) -> Option<Arc<Assessment>> {
        self.open().filter(|open| open.id == id).or_else(|| self.on_shelf(id))
    }

    fn in_memory(self) -> bool {
        self.store.with_value(Store::kind) == Kind::Memory
    }
}
