//! When the open draft is written, and what is known about it.

use leptos::prelude::*;

use super::{App, drafts};
use crate::app::pages::card;
use crate::assessment::Time;
use crate::exchange::write_compact;
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

impl App {
    /// Writes the open draft within [`DELAY`]. Further changes do not put it off.
    pub(super) fn save_soon(self) {
        self.unsaved.set_value(true);
        if self.store.with_value(Store::kind) == Kind::Local && self.saving.get_untracked() != Saving::Failed
        {
            self.saving.set(Saving::Pending);
        }
        if self.timer.with_value(Option::is_none) {
            self.timer.set_value(Timer::after(DELAY, move || self.flush()));
        }
    }

    /// Writes the open draft now, if it has changed.
    pub fn flush(self) {
        self.timer.set_value(None);
        if !self.unsaved.get_value() {
            return;
        }
        let open = self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
        let Some(assessment) = open else { return };
        let written = self
            .store
            .with_value(|store| store.set(&drafts::key(&assessment.id), &write_compact(&assessment)));
        if written.is_ok() {
            self.keep_card(&card(self, &assessment));
        }
        let memory = self.store.with_value(Store::kind) == Kind::Memory;
        self.saving.set(match written {
            Ok(()) if memory => Saving::Memory,
            Ok(()) => Saving::Saved(Some(platform::now())),
            Err(_) => Saving::Failed,
        });
        // After a failure it stays unsaved: the next change, or hiding the page, tries again.
        self.unsaved.set_value(written.is_err());
        self.put_on_shelf(assessment);
    }

    /// Whether the open draft has changes that are not written yet.
    pub(super) fn is_unsaved(self) -> bool {
        self.unsaved.get_value()
    }

    /// The draft on the page is what the storage holds.
    pub(super) fn mark_saved(self) {
        self.unsaved.set_value(false);
        if self.store.with_value(Store::kind) == Kind::Local {
            self.saving.set(Saving::Saved(None));
        }
    }
}
