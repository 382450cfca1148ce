//! Long work with files: watched, and ended when a person wants to.

use leptos::prelude::*;

use super::App;
use crate::platform::{self, Cancel};

/// How often what is shown is renewed, in milliseconds.
const STEP: u64 = 100;

/// How far a work has come.
#[derive(Clone)]
pub struct Work {
    /// The file that is being read.
    pub name: String,
    /// Bytes of all files together.
    pub done: u64,
    pub total: u64,
    /// Seconds that the rest will take at the present speed, once that can be told.
    pub left: Option<u64>,
    pub cancel: Cancel,
    began: u64,
    shown: u64,
}

impl App {
    /// Begins a work. There is one at a time: while one runs, nothing is returned.
    pub fn begin_work(self) -> Option<Cancel> {
        if self.work.with_untracked(Option::is_some) {
            self.say(self.texts().work.busy);
            return None;
        }
        let cancel = Cancel::default();
        let now = platform::milliseconds() as u64;
        self.work.set(Some(Work {
            name: String::new(),
            done: 0,
            total: 0,
            left: None,
            cancel: cancel.clone(),
            began: now,
            shown: now,
        }));
        Some(cancel)
    }

    /// Says how many bytes the work is over, once that is known.
    pub fn amounts_to(self, total: u64) {
        self.work.update(|work| {
            if let Some(work) = work {
                work.total = total;
            }
        });
    }

    /// Says how far the work has come.
    pub fn go_on(self, name: &str, done: u64) {
        let now = platform::milliseconds() as u64;
        let waits = |work: &Option<Work>| {
            work.as_ref().is_none_or(|work| work.name == name && now < work.shown + STEP)
        };
        if self.work.with_untracked(waits) {
            return;
        }
        self.work.update(|work| {
            let Some(work) = work else { return };
            if work.name != name {
                name.clone_into(&mut work.name);
            }
            work.done = done;
            work.shown = now;
            let spent = now - work.began;
            // The first second says little about the speed.
            work.left = (spent > 1000 && done > 0)
                .then(|| (spent.saturating_mul(work.total.saturating_sub(done)) / done).div_ceil(1000));
        });
    }

    pub fn end_work(self) {
        self.work.set(None);
    }
}
