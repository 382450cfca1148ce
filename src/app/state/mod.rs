//! The state of the page: one `Copy` struct of signals that live as long as the page does.

mod backup;
mod bringing;
mod cards;
mod comparing;
mod drafts;
mod enclosed;
mod exporting;
mod folder;
mod incoming;
mod instruments;
mod merging;
mod persisting;
mod registering;
mod reporting;
mod room;
mod saving;
mod snapshots;
mod staging;
mod touring;
mod updating;
mod visiting;
mod work;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use leptos::prelude::*;

pub use backup::{BackupPreview, BackupReport, BackupRow, BackupWish, Bring, LockedFile, Outcome};
pub use bringing::{RegisterPreview, Wish, Wishes};
pub use comparing::{NotComparable, Opened};
pub use drafts::{Draft, Opening, Shelved};
pub use exporting::REMINDERS;
pub use folder::Folder;
pub use incoming::{IncomingFile, Preview};
pub use instruments::Loaded;
pub use merging::{Choosing, Left, Merged, Queue};
pub use persisting::Persistence;
pub use registering::Place;
pub use saving::{Known, Saving};
pub use snapshots::Snapshot;
pub use work::Work;

use super::route::Route;
use crate::assessment::merge::Held;
use crate::assessment::{Assessment, Change, Event, Refused, Stamp};
use crate::config::Setup;
use crate::front::update_signal;
use crate::platform::{self, LocalFile, NewVersion, Offline, Store, Timer};
use crate::score::{Score, score};
use crate::text::{Language, Texts};

/// What every page can reach, through `use_app()`.
///
/// Its signals belong to the root and are never disposed of, so that timers and events may read
/// them at any time.
#[derive(Clone, Copy)]
pub struct App {
    pub language: RwSignal<Language>,
    pub route: RwSignal<Route>,
    /// The drafts on this computer, the last changed first.
    pub shelf: RwSignal<Vec<Shelved>>,
    /// Drafts that were deleted and can still be brought back.
    pub trash: RwSignal<Vec<Shelved>>,
    /// The draft that is being worked on.
    pub draft: RwSignal<Option<Draft>>,
    pub score: Memo<Option<Arc<Score>>>,
    pub saving: RwSignal<Saving>,
    pub toast: RwSignal<Option<Toast>>,
    pub incoming: RwSignal<IncomingFile>,
    pub queue: RwSignal<Queue>,
    waiting: StoredValue<VecDeque<LocalFile>, LocalStorage>,
    /// What was merged last.
    pub merged: RwSignal<Option<Arc<Merged>>>,
    /// The folder that was looked through last.
    pub folder: RwSignal<Option<Arc<Folder>>>,
    /// The long work that is going on.
    pub work: RwSignal<Option<Work>>,
    /// What the browser has promised about what it stores.
    pub persistence: RwSignal<Persistence>,
    /// Whether the reminder was put off, as long as the page is open.
    pub later: RwSignal<bool>,
    /// Stirs when something is noted about files of drafts.
    noted: RwSignal<u32>,
    edits: StoredValue<exporting::Edits>,
    instruments: RwSignal<instruments::Cache>,
    store: StoredValue<Store, LocalStorage>,
    /// What the site has set up, and what kind of visit this is.
    pub setup: &'static Setup,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    /// How many second copies of drafts are being written.
    securing: StoredValue<usize>,
    /// Ids of the drafts with changes that are in no storage.
    unsaved: StoredValue<BTreeSet<String>>,
    known: StoredValue<Option<Known>>,
    /// Where another tab wrote something else than this one, and a person decides.
    pub held: RwSignal<Vec<Held>>,
    /// Counts up whenever restore points came or went.
    pub kept: RwSignal<usize>,
    /// How many automatic restore points had to give way to work since the page was told.
    pub gave_way: RwSignal<usize>,
    /// The state before the first change of this day, until it is written.
    day: StoredValue<Option<Arc<Assessment>>>,
    /// Whether the page works without network; nothing before it has looked.
    pub offline: RwSignal<Option<Offline>>,
    /// The version of the page that can take over.
    pub update: RwSignal<Option<NewVersion>>,
    /// Whether it was put off, as long as the page is open.
    pub update_later: RwSignal<bool>,
    /// Whether the first screen was shown before, and the focus was on it.
    pub after_first: bool,
}

/// A short message, perhaps with a way back.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    pub action: Option<Action>,
    /// When, in [`platform::milliseconds`].
    said: f64,
}

/// What the button of a [`Toast`] does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Brings back a deleted draft, by its id.
    Restore(String),
    /// Brings back a snapshot, by its key.
    BringBack(String),
    /// Takes back the last edit.
    Undo,
    /// Shows what takes the storage's space.
    Space,
}

pub fn use_app() -> App {
    expect_context::<App>()
}

impl App {
    /// Reads the storage and the address. Call once, inside the root owner.
    pub fn start(after_first: bool) -> Self {
        let setup: &'static Setup = Box::leak(Box::new(platform::setup()));
        let store = visiting::store_for(setup);
        // The first screen may have been changed to a language that cannot be stored.
        let language = platform::language()
            .filter(|_| after_first)
            .unwrap_or_else(|| store.chosen_language().unwrap_or_else(|| visiting::first_language(setup)));
        let draft = RwSignal::new(None::<Draft>);
        let app = Self {
            language: RwSignal::new(language),
            route: RwSignal::new(Route::parse(&platform::current_hash())),
            shelf: RwSignal::new(Vec::new()),
            trash: RwSignal::new(Vec::new()),
            draft,
            score: Memo::new(move |_| {
                draft.with(|d| d.as_ref().map(|d| Arc::new(score(&d.instrument, &d.assessment))))
            }),
            saving: RwSignal::new(Saving::at_start(&store)),
            toast: RwSignal::new(None),
            incoming: RwSignal::new(IncomingFile::None),
            queue: RwSignal::default(),
            waiting: StoredValue::new_local(VecDeque::new()),
            merged: RwSignal::new(None),
            folder: RwSignal::new(None),
            work: RwSignal::new(None),
            persistence: RwSignal::new(Persistence::Unknown),
            later: RwSignal::new(false),
            noted: RwSignal::new(0),
            edits: StoredValue::new(exporting::Edits::default()),
            instruments: RwSignal::default(),
            store: StoredValue::new_local(store),
            setup,
            timer: StoredValue::new_local(None),
            securing: StoredValue::new(0),
            unsaved: StoredValue::new(BTreeSet::new()),
            known: StoredValue::new(None),
            held: RwSignal::new(Vec::new()),
            kept: RwSignal::new(0),
            gave_way: RwSignal::new(0),
            day: StoredValue::new(None),
            offline: RwSignal::new(platform::offline()),
            update: update_signal(),
            update_later: RwSignal::new(false),
            after_first,
        };
        app.begin_visit();
        app.read_shelf();
        if app.kiosk().is_none() {
            app.take_up_left();
        }
        platform::on_hidden(move || app.flush());
        platform::on_prepare(move || app.prepare());
        platform::on_offline(move || app.offline.set(platform::offline()));
        platform::on_storage_event(move |key, text| app.changed_elsewhere(&key, text.as_deref()));
        app
    }

    /// The texts of the present language. Pages are built anew when it changes.
    pub fn texts(self) -> &'static Texts {
        self.language.get_untracked().texts()
    }

    /// Makes the page's language known to the browser and to the next visit. Tracks it.
    pub fn remember_language(self) {
        let language = self.language.get();
        platform::set_language(language.code());
        // A kiosk writes nothing of its own accord.
        let first = self.kiosk().map(|_| visiting::first_language(self.setup));
        self.store.with_value(|store| {
            if store.chosen_language().or(first) != Some(language) {
                store.set_language(language);
            }
        });
    }

    /// Shows a page.
    pub fn go(self, route: &Route) {
        platform::set_hash(&route.to_string());
    }

    /// Who works here, as noted with each change.
    pub fn who(self) -> String {
        self.store.with_value(|store| store.get("who")).unwrap_or_default()
    }

    /// Remembers the name. A name that stays the same is not written: another tab may know a newer one.
    pub fn set_who(self, name: &str) {
        if name.trim() != self.who() {
            self.store.with_value(|store| {
                let _ = store.set("who", name.trim());
            });
        }
    }

    /// Who and when, for a change that happens now.
    pub fn stamp(self) -> Stamp {
        Stamp::new(platform::now(), self.who())
    }

    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), None);
    }

    pub fn say_with(self, text: impl Into<String>, action: Action) {
        self.show(text.into(), Some(action));
    }

    fn show(self, text: String, action: Option<Action>) {
        self.toast.set(Some(Toast { text, action, said: platform::milliseconds() }));
    }

    /// Another page is shown: a message of the one before goes, unless it offers a way back. What was
    /// said on the way to this page is for this page.
    pub fn turn_page(self) {
        let of_before =
            |toast: &Toast| toast.action.is_none() && platform::milliseconds() - toast.said > 1000.0;
        if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(of_before)) {
            self.toast.set(None);
        }
    }

    /// Edits the open draft.
    ///
    /// # Errors
    /// Why the edit was refused, which the caller shows where it was made.
    pub fn change(self, change: Change) -> Result<(), Refused> {
        self.change_as(&self.who(), change)
    }

    /// The same in the name of another person than who works here, such as a reviewer.
    ///
    /// # Errors
    /// As [`Self::change`].
    pub fn change_as(self, name: &str, change: Change) -> Result<(), Refused> {
        self.drop_undo();
        self.begin_day();
        let stamp = Stamp::new(platform::now(), name.trim());
        let result = self.draft.try_update(|draft| match draft {
            Some(draft) => draft.change(change, stamp),
            None => Ok(()),
        });
        let result = result.unwrap_or(Ok(()));
        if result.is_ok() {
            self.save_soon();
        }
        result
    }

    /// Notes that the open draft is about to be seen elsewhere, so that what comes back from there can be
    /// merged.
    pub fn seal(self) {
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                Arc::make_mut(&mut draft.assessment).seal();
            }
        });
        self.save_soon();
    }

    /// Notes in the history of the open draft what happened to it as a whole.
    pub fn note(self, event: Event, of: &str, stamp: &Stamp) {
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                Arc::make_mut(&mut draft.assessment).log.note(event, of, stamp);
            }
        });
        self.save_soon();
    }

    /// Edits the open draft; a refusal is shown as a message.
    pub fn change_or_say(self, change: Change) {
        if let Err(reason) = self.change(change) {
            self.say((self.texts().refused)(&reason));
        }
    }

    /// A message that offers to undo stands for the last edit of this draft only.
    fn drop_undo(self) {
        let offers = |toast: &Option<Toast>| toast.as_ref().is_some_and(|t| t.action == Some(Action::Undo));
        if self.toast.with_untracked(offers) {
            self.toast.set(None);
        }
    }

    pub fn undo(self) {
        self.step(true);
    }

    pub fn redo(self) {
        self.step(false);
    }

    fn step(self, back: bool) {
        let stamp = self.stamp();
        let before = self.last_step();
        let done = self.draft.try_update(|draft| draft.as_mut().map(|draft| draft.step(back, stamp)));
        let texts = self.texts();
        match done.flatten() {
            Some(Ok(Some(_))) => {
                self.save_soon();
                self.tell_report(if back { before } else { self.last_step() }, back);
                self.say(if back { texts.frame.undone } else { texts.frame.redone });
            }
            Some(Err(reason)) => self.say((texts.refused)(&reason)),
            _ => {}
        }
    }

    /// Does what the button of a message promises.
    pub fn act(self, action: &Action) {
        self.toast.set(None);
        match action {
            Action::Restore(id) => self.restore(id),
            Action::BringBack(key) => self.bring_back(key),
            Action::Undo => self.undo(),
            Action::Space => self.go(&Route::Space),
        }
    }
}
