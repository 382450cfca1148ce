//! What a new version of the page has to wait for.

use leptos::prelude::*;

use super::{App, IncomingFile, Saving, Shelved};
use crate::app::route::Route;
use crate::platform;
use crate::text::offline::Hindrance;

/// How often, and how many times, it is looked whether second copies are written down: in all a little longer
/// than `public/keep.js` waits for the browser.
const LOOK: i32 = 100;
const LOOKS: usize = 35;

impl App {
    /// Saves all work, because the page is about to be loaded anew: nothing, or what stands against it with
    /// the name of the draft or file.
    pub async fn prepare(self) -> Option<(Hindrance, String)> {
        self.flush();
        for _ in 0..LOOKS {
            if self.saving.with_untracked(|saving| *saving != Saving::Pending) {
                break;
            }
            platform::wait(LOOK).await;
            self.flush();
        }
        let readable = |draft: &Shelved| Some(draft.content.as_ref().ok()?.name().to_owned());
        let first = self.shelf.with_untracked(|shelf| shelf.iter().find_map(readable));
        if let Some(name) = first.filter(|_| self.in_memory()) {
            return Some((Hindrance::Memory, name));
        }
        if let Some(id) = self.unsaved.with_value(|unsaved| unsaved.first().cloned()) {
            let name = self.latest(&id).map_or(id, |draft| draft.name().to_owned());
            return Some((Hindrance::Unsaved, name));
        }
        if let Some(work) = self.work.get_untracked() {
            return Some((Hindrance::Busy, work.name));
        }
        let opened = match self.incoming.get_untracked() {
            IncomingFile::None | IncomingFile::Failed { .. } => None,
            IncomingFile::Reading(name) => Some(name),
            IncomingFile::Ready(preview) => Some(preview.name.clone()),
            IncomingFile::Register(preview) => Some(preview.name.clone()),
            IncomingFile::Backup(preview) => Some(preview.name.clone()),
            IncomingFile::Locked(file) => Some(file.name.clone()),
        };
        // Who has left the page of opening has let the file go.
        let there = self.route.with_untracked(|route| matches!(route, Route::Open));
        opened.filter(|_| there).map(|name| (Hindrance::Undecided, name))
    }
}
