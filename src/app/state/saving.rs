//! When the open draft is written, and what is known about it.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::{App, drafts};
use crate::assessment::merge::{Choice, Ground, Held, Place, Tab};
use crate::assessment::{Assessment, Change, Time};
use crate::exchange::{read, read_stored, stored_state, write_compact, write_stored};
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
            Kind::Local | Kind::Session => Self::Saved(None),
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

/// How long at most a tab waits before it writes what two tabs wrote in the same moment. Chosen at random,
/// so that they do not meet again.
const AT_RANDOM: f64 = 120.0;

/// What this tab knows of the stored states of the open draft.
#[derive(Clone)]
pub struct Known {
    id: String,
    tab: Tab,
}

/// What is on a page and not stored, because another tab wrote differently.
pub(super) fn held_key(id: &str, tab: &str) -> String {
    format!("held:{id}:{tab}")
}

impl App {
    /// Writes the open draft within [`DELAY`]. Further changes do not put it off.
    pub(super) fn save_soon(self) {
        self.save_within(DELAY);
    }

    fn save_within(self, milliseconds: i32) {
        let Some(id) = self.open_id() else { return };
        self.unsaved.update_value(|unsaved| unsaved.extend([id]));
        if !self.in_memory() && self.saving.get_untracked() != Saving::Failed {
            self.saving.set(Saving::Pending);
        }
        if self.timer.with_value(Option::is_none) {
            self.timer.set_value(Timer::after(milliseconds, move || self.flush()));
        }
    }

    /// Writes now whatever has changed: the open draft, and those that a full storage refused
    /// before.
    pub fn flush(self) {
        self.timer.set_value(None);
        self.count_edits();
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
            let (assessment, text) =
                self.known.with_value(|known| match known.as_ref().filter(|known| known.id == id) {
                    None => (assessment.clone(), write_compact(&assessment)),
                    Some(Known { tab, .. }) => {
                        let to_store = tab.to_store(&assessment);
                        let text = write_stored(&to_store, tab.ground());
                        (to_store, text)
                    }
                });
            let stored = self.put(&drafts::key(&id), &text).is_ok();
            platform::leave_unsaved(&id, (!stored || self.in_memory()).then_some(&*text));
            if stored {
                self.unsaved.update_value(|unsaved| unsaved.retain(|other| *other != id));
                self.note_edits(&id);
                self.ask_persistence_for(&assessment);
                self.wrote(&assessment, &text);
                self.keep_card_of(&self.card_of(&assessment), &text);
            }
            self.put_on_shelf(assessment);
        }
        self.keep_day();
        self.tell();
    }

    /// Says how things stand. After a failure the next change, or hiding the page, tries again.
    fn tell(self) {
        self.saving.set(if self.in_memory() {
            Saving::Memory
        } else if self.unsaved.with_value(BTreeSet::is_empty) {
            if self.securing.get_value() > 0 { Saving::Pending } else { Saving::Saved(Some(platform::now())) }
        } else {
            Saving::Failed
        });
    }

    /// A draft that is in the storage is safe only when its second copy is written down: a browser that is
    /// killed loses what it has not yet written of the storage (`public/keep.js`).
    pub(super) fn secure(self, id: &str, text: &str) {
        // What is not to outlive the tab gets no copy that would.
        if !self.outlives_tab() {
            return;
        }
        let key = format!("written:{id}");
        let before = self.raw_entry(&key).and_then(|turn| turn.parse::<u32>().ok()).unwrap_or(0);
        let turn = before.wrapping_add(1);
        // After the draft, never before it: then the copy may be called newer than it is, but not older.
        // Always of one length, so that a full storage takes it; and a copy that could not be counted must
        // never be taken for newer than what the storage holds.
        let counted = self.store.with_value(|store| store.set(&key, &format!("{turn:010}")).is_ok());
        let turn = if counted { turn } else { before };
        self.securing.update_value(|count| *count += 1);
        let written = self.store.with_value(|store| store.last_written(&drafts::key(id)));
        platform::keep_copy(id, Some(written.unwrap_or_else(|| text.into())), turn, move || {
            self.securing.update_value(|count| *count -= 1);
            if self.securing.get_value() == 0 && self.unsaved.with_value(BTreeSet::is_empty) {
                self.tell();
            }
        });
    }

    /// Takes up second copies that the storage had no room for when the page began: as work that is on this page
    /// only, which is written as soon as there is room. One that came too late becomes a restore point.
    pub(super) fn take_up_left(self) {
        let mut any = false;
        for (key, text) in platform::left_copies() {
            let aside = key.strip_prefix('~');
            let id = aside.unwrap_or(&key);
            let Ok(state) = read_stored(id, &text) else { continue };
            if aside.is_none() {
                platform::leave_unsaved(id, Some(&text));
                self.unsaved.update_value(|unsaved| unsaved.extend([id.to_owned()]));
                self.put_on_shelf(Arc::new(state));
                any = true;
            } else if self.keep_left(&state) {
                platform::keep_copy(&key, None, 0, || {});
            }
        }
        if any {
            self.flush();
        }
    }

    /// Another tab has written a draft that is not on this page. What a full storage refused of it here would
    /// bury that: it becomes a restore point, for a person to compare or bring back.
    pub(super) fn set_aside(self, id: &str) {
        let refused = self.unsaved.with_value(|unsaved| unsaved.contains(id));
        let mine = self.on_shelf(id).filter(|_| refused);
        self.unsaved.update_value(|unsaved| unsaved.retain(|other| other != id));
        self.read_shelf();
        let Some(mine) = mine else { return };
        if self.keep_left(&mine) {
            platform::leave_unsaved(id, None);
        } else {
            self.unsaved.update_value(|unsaved| unsaved.extend([id.to_owned()]));
            self.put_on_shelf(mine);
        }
        self.tell();
    }

    /// Another tab may have written the open draft since this one did: both sides' changes stay.
    /// Returns false where what it wrote cannot be read here, and must be left alone.
    pub(super) fn take_over(self) -> bool {
        let Some(id) = self.open_id() else { return true };
        if self.store.with_value(|store| store.is_as_written(&drafts::key(&id))) {
            return true;
        }
        let text = self.store.with_value(|store| store.get(&drafts::key(&id)));
        text.is_none_or(|text| !self.can_place(&text) || self.hear(&text))
    }

    /// Whether what was found in the storage can be put together with what is known here. If not, it stands on
    /// what is still to be heard of, and will be heard of itself. To write over it loses nothing: the tab that
    /// wrote it puts both together, and so does this one.
    fn can_place(self, text: &str) -> bool {
        let (name, on) = stored_state(text);
        self.known.with_value(|known| known.as_ref().is_none_or(|known| known.tab.can_place(&name, &on)))
    }

    /// Takes in what another tab has stored of the open draft, and shows it. False where it cannot be read.
    fn hear(self, text: &str) -> bool {
        let Some((known, mine)) = self.known.get_value().zip(self.open()) else { return true };
        let (name, on) = stored_state(text);
        if known.id != mine.id || known.tab.has(&name) {
            return true;
        }
        let Ok(theirs) = read(text.as_bytes()) else { return false };
        let Known { id, mut tab } = known;
        let shown = tab.heard(&mine, name, &on, &Arc::new(theirs.assessment));
        self.known.set_value(Some(Known { id, tab }));
        if let Some(shown) = shown.filter(|shown| *shown != mine) {
            self.draft.update(|draft| {
                if let Some(draft) = draft {
                    draft.history.carry(&mine, &shown);
                    draft.assessment = shown;
                }
            });
        }
        self.ask();
        true
    }

    /// Another tab has stored this text of the open draft, or took the draft away. Perhaps this tab's own
    /// text went over it, or it over this tab's.
    pub(super) fn heard(self, text: Option<&str>) {
        if let Some(text) = text {
            self.hear(text);
        }
        if !self.take_over() {
            return self.read_shelf();
        }
        let Some((known, shown)) = self.known.get_value().zip(self.open()) else { return };
        let to_store = known.tab.to_store(&shown);
        let text = self.store.with_value(|store| store.get(&drafts::key(&shown.id)));
        let Some(text) = text else { return self.read_shelf() };
        if !self.can_place(&text) {
            return;
        }
        if known.tab.is_at(&stored_state(&text).0) && to_store == *known.tab.stored() {
            self.put_on_shelf(to_store);
        } else if self.unsaved.with_value(|unsaved| !unsaved.contains(&shown.id)) {
            self.save_within(DELAY / 4 + platform::at_random(AT_RANDOM) as i32);
        }
    }

    /// Shows what a person has to decide on, because two tabs wrote differently.
    fn ask(self) {
        let held = self.known.get_value().zip(self.open()).map(|(known, shown)| known.tab.held(&shown));
        let held = held.unwrap_or_default();
        self.keep_held(&held);
        if self.held.with_untracked(|before| *before != held) {
            self.held.set(held);
        }
    }

    /// What nobody has decided on is kept beside the draft, in case the page is closed before.
    fn keep_held(self, held: &[Held]) {
        let Some((known, shown)) = self.known.get_value().zip(self.open()) else { return };
        let by = known.tab.ground().by.clone();
        let key = held_key(&known.id, &by);
        if held.is_empty() {
            return self.store.with_value(|store| store.remove(&key));
        }
        let over = held.iter().map(|held| (by.clone(), held.place.clone())).collect();
        let ground = Ground { on: [by].into(), over, ..Ground::default() };
        // A storage that refuses this refuses the draft too, and that is said.
        let _ = self.store.with_value(|store| store.set(&key, &write_stored(&shown, &ground)));
    }

    /// Shows again what nobody decided on before the page was closed.
    fn take_up_held(self, tab: &mut Tab, open: &Assessment) -> Option<Assessment> {
        let keys = self.store.with_value(|store| store.keys(&held_key(&open.id, "")));
        let mut shown = None;
        for key in keys {
            let Some(text) = self.store.with_value(|store| store.get(&key)) else { continue };
            let places: Vec<_> = stored_state(&text).1.over.into_iter().map(|(_, place)| place).collect();
            if let Ok(before) = read(text.as_bytes()) {
                let now = tab.hold(shown.as_ref().unwrap_or(open), &before.assessment, &places);
                shown = Some(now);
                self.store.with_value(|store| store.remove(&key));
            }
        }
        shown
    }

    /// Decides on a place in which two tabs wrote differently.
    pub fn decide(self, place: &Place, choice: Choice) {
        let Some((Known { id, mut tab }, shown)) = self.known.get_value().zip(self.open()) else { return };
        let decided = tab.decide(&shown, place, choice);
        self.known.set_value(Some(Known { id, tab }));
        self.change_or_say(Change::Whole(Box::new(decided)));
        self.ask();
    }

    fn wrote(self, assessment: &Arc<Assessment>, text: &str) {
        self.known.update_value(|known| {
            if let Some(known) = known.as_mut().filter(|known| known.id == assessment.id) {
                known.tab.wrote(stored_state(text).0, assessment.clone());
            }
        });
        self.ask();
    }

    /// A draft was opened as the storage holds it.
    pub(super) fn opened(self) {
        let Some(open) = self.open() else { return };
        if let Some(text) = self.store.with_value(|store| store.get(&drafts::key(&open.id))) {
            // What a full storage refused is ahead of what it holds.
            let ahead = self.unsaved.with_value(|unsaved| unsaved.contains(&open.id));
            let stored =
                if ahead { read(text.as_bytes()).ok().map(|stored| stored.assessment) } else { None };
            let stored = stored.map_or_else(|| open.clone(), Arc::new);
            let mut tab = Tab::open(&platform::new_id()[..6], stored_state(&text).0, stored);
            let shown = self.take_up_held(&mut tab, &open);
            if let Some(shown) = shown {
                self.draft.update(|draft| {
                    if let Some(draft) = draft {
                        draft.assessment = Arc::new(shown);
                    }
                });
            }
            self.known.set_value(Some(Known { id: open.id.clone(), tab }));
        }
        self.ask();
        // Work that is nowhere stored keeps saying so, whichever draft is on the page.
        let all_safe = self.unsaved.with_value(BTreeSet::is_empty) && self.securing.get_value() == 0;
        if !self.in_memory() && all_safe {
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
    pub(super) fn latest(self, id: &str) -> Option<Arc<Assessment>> {
        self.open().filter(|open| open.id == id).or_else(|| self.on_shelf(id))
    }

    /// Whether drafts are kept where they are found again in another tab, another day.
    pub(super) fn outlives_tab(self) -> bool {
        self.store.with_value(Store::kind) == Kind::Local
    }

    pub fn in_memory(self) -> bool {
        self.store.with_value(Store::kind) == Kind::Memory
    }
}
