//! The drafts on this computer: reading, opening, copying, deleting, bringing back.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reporting::logo_key;
use super::saving::held_key;
use super::{Action, App, Loaded};
use crate::assessment::{Assessment, Change, History, Refused, Stamp, WorkOrder};
use crate::exchange::{Incoming, Problem, read_stored, verify, write_compact};
use crate::front::Card;
use crate::instrument::Instrument;
use crate::platform::{self, StoreError};

/// The draft that is being worked on.
#[derive(Clone)]
pub struct Draft {
    pub assessment: Arc<Assessment>,
    pub instrument: Arc<Instrument>,
    pub history: History,
}

impl Draft {
    pub(super) fn change(&mut self, change: Change, stamp: Stamp) -> Result<(), Refused> {
        self.history.make(Arc::make_mut(&mut self.assessment), &self.instrument, change, stamp)
    }

    pub(super) fn step(&mut self, back: bool, stamp: Stamp) -> Result<Option<Change>, Refused> {
        let assessment = Arc::make_mut(&mut self.assessment);
        if back {
            self.history.undo(assessment, &self.instrument, stamp)
        } else {
            self.history.redo(assessment, &self.instrument, stamp)
        }
    }
}

/// A draft in the storage.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelved {
    pub id: String,
    pub content: Result<Arc<Assessment>, Problem>,
}

/// How far the opening of a draft has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    Ready,
    Loading,
    /// There is no such draft.
    Missing,
    Unreadable(Problem),
    /// Its instrument, by its id, could not be fetched.
    NoInstrument(String),
}

pub(super) fn key(id: &str) -> String {
    format!("draft:{id}")
}

fn card_key(id: &str) -> String {
    format!("card:{id}")
}

fn trash_key(id: &str) -> String {
    format!("trash:{id}")
}

impl App {
    /// Reads all drafts. Each stands for itself: one that cannot be read is listed as such.
    pub(super) fn read_shelf(self) {
        let mut drafts = self.read_all("draft:");
        // What a full storage refused is on the page only, and stays there.
        for id in self.unsaved.get_value() {
            if let Some(mine) = self.on_shelf(&id) {
                drafts.retain(|shelved| shelved.id != id);
                drafts.push(Shelved { id, content: Ok(mine) });
            }
        }
        sort(&mut drafts);
        self.shelf.set(drafts);
        self.trash.set(self.read_all("trash:"));
    }

    fn read_all(self, start: &str) -> Vec<Shelved> {
        let mut all: Vec<_> = self.store.with_value(|store| {
            let keys = store.keys(start).into_iter();
            keys.filter_map(|key| store.get(&key).map(|text| shelved(&key[start.len()..], &text))).collect()
        });
        sort(&mut all);
        all
    }

    /// The raw text of a draft that cannot be read, for a person to keep.
    pub fn raw_draft(self, id: &str) -> Option<String> {
        self.store.with_value(|store| store.get(&key(id)).or_else(|| store.get(&trash_key(id))))
    }

    /// Keeps a draft's card for the first screen of the next visit. Without one the full module is
    /// loaded there: slower, but right; so a refusal is no loss worth a message.
    pub fn keep_card(self, card: &Card) {
        let draft = self
            .store
            .with_value(|store| store.get(&key(&card.id)).or_else(|| store.get(&trash_key(&card.id))));
        if let Some(draft) = draft {
            self.keep_card_of(card, &draft);
        }
    }

    /// The same where the draft's stored text is at hand.
    pub(super) fn keep_card_of(self, card: &Card, draft: &str) {
        self.store.with_value(|store| {
            let Some(text) = card.write(draft) else { return };
            if store.get(&card_key(&card.id)).as_deref() != Some(&text) {
                let _ = store.set(&card_key(&card.id), &text);
            }
        });
    }

    /// A draft on the shelf, if it can be read.
    pub(super) fn on_shelf(self, id: &str) -> Option<Arc<Assessment>> {
        self.shelf.with_untracked(|shelf| {
            let found = shelf.iter().find(|shelved| shelved.id == id);
            found.and_then(|shelved| shelved.content.clone().ok())
        })
    }

    pub(super) fn put_on_shelf(self, assessment: Arc<Assessment>) {
        self.shelf.update(|shelf| {
            shelf.retain(|shelved| shelved.id != assessment.id);
            shelf.push(Shelved { id: assessment.id.clone(), content: Ok(assessment) });
            sort(shelf);
        });
    }

    /// Stores a draft that was not here before.
    ///
    /// # Errors
    /// The storage is full or refuses; nothing was changed.
    pub fn add(self, assessment: Assessment) -> Result<(), StoreError> {
        self.put(&key(&assessment.id), &write_compact(&assessment))?;
        self.keep_card(&self.card_of(&assessment));
        self.put_on_shelf(Arc::new(assessment));
        Ok(())
    }

    /// Whether an id is taken, by whatever: a draft that cannot be read takes its id too.
    pub(super) fn is_taken(self, id: &str) -> bool {
        self.store.with_value(|store| store.get(&key(id)).or_else(|| store.get(&trash_key(id))).is_some())
    }

    /// Makes a draft the open one, as soon as its instrument is there. Tracks what it waits for.
    pub fn bring(self, id: &str) -> Opening {
        if self.draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.assessment.id == id)) {
            return Opening::Ready;
        }
        let found = self.shelf.with(|shelf| shelf.iter().find(|shelved| shelved.id == id).cloned());
        let assessment = match found.map(|shelved| shelved.content) {
            None => return Opening::Missing,
            Some(Err(problem)) => return Opening::Unreadable(problem),
            Some(Ok(assessment)) => assessment,
        };
        let instrument_id = &assessment.instrument.id;
        match self.instrument(instrument_id) {
            Loaded::Loading => Opening::Loading,
            Loaded::Failed => Opening::NoInstrument(instrument_id.clone()),
            Loaded::Ready(instrument) => {
                // The storage is outside too: a level it cannot hold must not reach a page.
                let incoming = Incoming { assessment: (*assessment).clone(), has_digest: true };
                if let Err(problem) = verify(&incoming, &instrument) {
                    return Opening::Unreadable(problem);
                }
                self.flush();
                // Flushing may have brought in what another tab wrote.
                self.set_draft(self.on_shelf(id).unwrap_or(assessment), instrument);
                Opening::Ready
            }
        }
    }

    pub(super) fn set_draft(self, assessment: Arc<Assessment>, instrument: Arc<Instrument>) {
        self.drop_undo();
        // Of a work package, all pages show its part alone.
        let instrument = match &assessment.order {
            Some(order) => Arc::new(instrument.only(&order.indicators)),
            None => instrument,
        };
        self.draft.set(Some(Draft { assessment, instrument, history: History::default() }));
        self.opened();
    }

    /// A package of more indicators comes into the open one: its pages show those, too.
    pub(super) fn widen(self, whole: &Instrument, order: Option<&WorkOrder>) {
        self.draft.update(|draft| {
            if let (Some(draft), Some(order)) = (draft, order) {
                draft.instrument = Arc::new(whole.only(&order.indicators));
            }
        });
    }

    /// Renames a draft, open or not, as soon as its instrument is there.
    pub fn rename(self, id: &str, title: &str) {
        let found = self.shelf.with_untracked(|shelf| shelf.iter().find(|shelved| shelved.id == id).cloned());
        let Some(Shelved { id, content: Ok(assessment) }) = found else { return };
        let title = title.trim();
        // The agency's own name is what a draft is called without a title.
        let title = (!title.is_empty() && title != assessment.agency.name).then(|| title.to_owned());
        spawn_local(async move {
            let texts = self.texts();
            let instrument = &assessment.instrument.id;
            if self.wait_for_instrument(instrument).await.is_none() || self.bring(&id) != Opening::Ready {
                return self.say((texts.frame.instrument_failed)(instrument));
            }
            match self.change(Change::Title(title)) {
                Ok(()) => {
                    self.flush();
                    self.say_with(texts.home.renamed, Action::Undo);
                }
                Err(reason) => self.say((texts.refused)(&reason)),
            }
        });
    }

    pub fn duplicate(self, id: &str) {
        self.flush();
        let texts = self.texts();
        // What both come from is noted, so that the copies can be merged later.
        let Some(original) = self.sealed(id) else { return };
        let mut copy = (*original).clone();
        copy.id = platform::new_id();
        copy.revisions.begin_copy(&platform::new_id());
        copy.title = Some((texts.home.copy_of)(original.name()));
        copy.created = self.stamp();
        copy.changed = copy.created.clone();
        match self.add(copy) {
            Ok(()) => self.say(texts.home.duplicated),
            Err(_) => self.say_full(),
        }
    }

    /// Moves a draft to the trash, from where one click brings it back.
    pub fn delete(self, id: &str) {
        self.flush();
        let texts = self.texts();
        // What a full storage refused would not be in the trash, and could not be brought back.
        if self.unsaved.with_value(|unsaved| unsaved.contains(id)) {
            return self.say_full();
        }
        let name = self.shelf.with_untracked(|shelf| {
            let found = shelf.iter().find(|shelved| shelved.id == id);
            found.and_then(|s| s.content.as_ref().ok().map(|a| a.name().to_owned())).unwrap_or_default()
        });
        if self.store.with_value(|store| store.rename(&key(id), &trash_key(id))).is_err() {
            return self.say_full();
        }
        self.draft.update(|draft| {
            if draft.as_ref().is_some_and(|draft| draft.assessment.id == id) {
                *draft = None;
            }
        });
        self.read_shelf();
        self.say_with((texts.home.deleted)(&name), Action::Restore(id.to_owned()));
    }

    pub fn restore(self, id: &str) {
        let texts = self.texts();
        let taken = self.store.with_value(|store| store.get(&key(id)).is_some());
        let moved = !taken && self.store.with_value(|store| store.rename(&trash_key(id), &key(id))).is_ok();
        self.read_shelf();
        if moved { self.say(texts.home.restored) } else { self.say_full() }
    }

    /// Deletes a draft wherever it lies, with its restore points, for good. Says no where its changes are on
    /// this page alone.
    pub fn erase(self, id: &str) -> bool {
        self.flush();
        if self.unsaved.with_value(|unsaved| unsaved.contains(id)) {
            return false;
        }
        self.store.with_value(|store| store.remove(&key(id)));
        self.draft.update(|draft| {
            if draft.as_ref().is_some_and(|draft| draft.assessment.id == id) {
                *draft = None;
            }
        });
        self.purge(id);
        true
    }

    /// Deletes a draft from the trash, with its restore points.
    pub fn purge(self, id: &str) {
        self.forget_exported(id);
        self.store.with_value(|store| {
            store.remove(&trash_key(id));
            store.remove(&card_key(id));
            store.remove(&format!("written:{id}"));
            store.remove(&logo_key(id));
            let (snapshots, held) = (format!("snapshot:{id}:"), held_key(id, ""));
            for key in store.keys(&snapshots).into_iter().chain(store.keys(&held)) {
                store.remove(&key);
            }
        });
        platform::keep_copy(id, None, 0, || {});
        self.kept.update(|count| *count += 1);
        self.read_shelf();
    }

    /// Another tab wrote something, or took it away.
    pub(super) fn changed_elsewhere(self, key: &str, text: Option<&str>) {
        let Some(id) = key.strip_prefix("draft:") else {
            if key.starts_with("trash:") {
                self.read_shelf();
            }
            return;
        };
        let is_open =
            self.draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.assessment.id == id));
        if is_open {
            self.heard(text);
        } else {
            self.set_aside(id);
        }
    }
}

fn shelved(id: &str, text: &str) -> Shelved {
    Shelved { id: id.to_owned(), content: read_stored(id, text).map(Arc::new) }
}

fn sort(shelf: &mut [Shelved]) {
    let changed = |s: &Shelved| s.content.as_ref().ok().map(|a| a.changed.at.clone());
    shelf.sort_by(|a, b| changed(b).cmp(&changed(a)).then_with(|| a.id.cmp(&b.id)));
}
