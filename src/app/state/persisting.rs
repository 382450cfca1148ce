//! Whether the browser may delete the drafts without asking.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::App;
use crate::assessment::Assessment;
use crate::platform;

/// With so many answers there is something to lose.
const SEVERAL: usize = 5;

/// What the browser has promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    /// Not asked yet.
    Unknown,
    Granted,
    /// It has not promised anything.
    Open,
    /// It was asked on this page, and did not promise.
    Refused,
    /// It knows no such promise, or not at this address.
    Unsupported,
}

impl App {
    /// Finds out what the browser has promised so far, without asking for anything.
    pub fn learn_persistence(self) {
        if self.persistence.get_untracked() != Persistence::Unknown {
            return;
        }
        spawn_local(async move {
            self.persistence.set(match platform::is_persisted().await {
                Some(true) => Persistence::Granted,
                Some(false) => Persistence::Open,
                None => Persistence::Unsupported,
            });
        });
    }

    /// Asks the browser to keep the drafts.
    pub fn ask_persistence(self) {
        self.store.with_value(|store| drop(store.set("persist-asked", "1")));
        spawn_local(async move {
            self.persistence.set(match platform::persist().await {
                Some(true) => Persistence::Granted,
                Some(false) => Persistence::Refused,
                None => Persistence::Unsupported,
            });
        });
    }

    /// Asks once by itself, when a draft that was just written has several answers. Some browsers ask
    /// the person, who by then knows what it is about.
    pub(super) fn ask_persistence_for(self, assessment: &Assessment) {
        let answered = || {
            let answers = assessment.answers.values().flat_map(|answers| answers.values());
            answers.filter(|answer| answer.value.is_some()).take(SEVERAL).count() == SEVERAL
        };
        if self.persistence.get_untracked() == Persistence::Unknown
            && self.outlives_tab()
            && answered()
            && self.store.with_value(|store| store.get("persist-asked")).is_none()
        {
            self.ask_persistence();
        }
    }
}
