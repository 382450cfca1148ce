//! How old the last file of each draft is, and the reminder.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::App;
use crate::assessment::{Date, Time};
use crate::exchange::Exported;
use crate::platform;

/// Days after which a person is reminded, unless chosen otherwise.
pub const REMINDER: u16 = 7;

/// What can be chosen.
pub const REMINDERS: [u16; 5] = [1, 3, 7, 14, 30];

/// What is known of a draft's last file, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Days since it was last saved to a file, if ever.
    pub saved: Option<i64>,
    /// Edits since.
    pub changes: u64,
    /// Days since the first of them.
    pub waiting: i64,
    /// Whether that is longer than the person wants.
    pub due: bool,
}

/// Edits that were made, and not noted yet.
#[derive(Default)]
pub(super) struct Edits {
    /// The draft whose steps were counted last, and how many there were.
    counted: Option<(String, u64)>,
    pending: BTreeMap<String, u64>,
}

fn key(id: &str) -> String {
    format!("exported:{id}")
}

impl App {
    /// How old the last file of a draft is. Tracks it.
    pub fn export_age(self, id: &str) -> Age {
        self.noted.track();
        let noted = self.exported(id);
        let today = platform::today();
        let days =
            |time: &Option<Time>| time.as_ref().and_then(local_day).map(|day| day.days_until(today).max(0));
        let due = self
            .reminder()
            .is_some_and(|after| noted.is_due(noted.since.as_ref().and_then(local_day), today, after));
        Age {
            saved: days(&noted.at),
            changes: noted.changes,
            waiting: days(&noted.since).unwrap_or_default(),
            due,
        }
    }

    fn exported(self, id: &str) -> Exported {
        let text = self.store.with_value(|store| store.get(&key(id)));
        text.and_then(|text| Exported::read(&text)).unwrap_or_default()
    }

    fn remember_export(self, id: &str, exported: &Exported) {
        // A full storage has said so already; this is only a reminder.
        self.store.with_value(|store| drop(store.set(&key(id), &exported.write())));
        self.noted.update(|noted| *noted += 1);
    }

    /// Counts the steps that the open draft has gone since the last time.
    pub(super) fn count_edits(self) {
        let steps = self.draft.with_untracked(|draft| {
            draft.as_ref().map(|draft| (draft.assessment.id.clone(), draft.history.steps()))
        });
        let Some((id, steps)) = steps else { return };
        self.edits.update_value(|edits| {
            let before = match &edits.counted {
                // A draft that was opened anew begins to count anew.
                Some((counted, before)) if *counted == id && *before <= steps => *before,
                _ => 0,
            };
            *edits.pending.entry(id.clone()).or_default() += steps - before;
            edits.counted = Some((id, steps));
        });
    }

    /// Notes the edits of a draft that was written.
    pub(super) fn note_edits(self, id: &str) {
        let changes = self.edits.try_update_value(|edits| edits.pending.remove(id)).flatten();
        if let Some(changes) = changes.filter(|changes| *changes > 0) {
            let mut exported = self.exported(id);
            exported.edited(changes, platform::now());
            self.remember_export(id, &exported);
        }
    }

    /// Notes that a draft is in a file as it stands, since a moment.
    pub fn note_exported(self, id: &str, at: Time) {
        self.edits.update_value(|edits| {
            edits.pending.remove(id);
        });
        self.remember_export(id, &Exported::saved(at));
    }

    /// What is noted of a draft goes with it.
    pub(super) fn forget_exported(self, id: &str) {
        self.store.with_value(|store| store.remove(&key(id)));
    }

    /// After how many days a person is reminded of what is in no file; nothing if never. Tracks it.
    pub fn reminder(self) -> Option<u16> {
        self.noted.track();
        match self.store.with_value(|store| store.get("reminder")) {
            None => Some(REMINDER),
            Some(days) => days.parse().ok().filter(|days| REMINDERS.contains(days)),
        }
    }

    /// Chooses when to be reminded; nothing for never.
    pub fn set_reminder(self, days: Option<u16>) {
        let text = days.map_or("off".to_owned(), |days| days.to_string());
        if self.store.with_value(|store| store.set("reminder", &text)).is_err() {
            self.say(self.texts().home.could_not_store);
        }
        self.noted.update(|noted| *noted += 1);
    }
}

/// The day of a moment on the clock of this computer.
fn local_day(time: &Time) -> Option<Date> {
    let local = platform::local_time(time);
    Date::new(local.year, local.month, local.day)
}
