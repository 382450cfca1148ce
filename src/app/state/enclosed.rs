//! The file that lies in the page, where the page is one file: a draft from the first opening on.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{App, IncomingFile, Opening, Preview};
use crate::app::route::{Page, Route};
use crate::assessment::merge::Choice;
use crate::assessment::{Assessment, Change};
use crate::exchange::merge;
use crate::platform::{self, Enclosed, Kind};

impl App {
    /// Opens the file that lies in the page, if one does: at the first opening as a draft, later the draft
    /// that became of it. Whatever needs a decision is shown as a file that a person opens.
    pub fn open_enclosed(self) {
        let Some(Enclosed { name, text }) = platform::enclosed() else { return };
        // Where the address leads elsewhere, that is followed (scripts/single-file/inside.js).
        let is_asked = self.route.get_untracked() == Route::Open;
        if is_asked {
            self.incoming.set(IncomingFile::Reading(name.clone()));
        }
        // Without storage nothing is left of an earlier visit but what lies in the page.
        let is_memory = self.store.with_value(|store| store.kind() == Kind::Memory);
        if !is_asked && !is_memory {
            return;
        }
        spawn_local(async move {
            let preview = self.preview_bytes(name.clone(), text.as_bytes()).await;
            let route = match &preview {
                Ok(IncomingFile::Ready(preview)) => self.became(preview).or_else(|| self.begin(preview)),
                _ => None,
            };
            match route {
                _ if !is_asked => {}
                Some(route) => {
                    self.incoming.set(IncomingFile::None);
                    platform::replace_hash(&route.to_string());
                }
                None => self
                    .incoming
                    .set(preview.unwrap_or_else(|problem| IncomingFile::Failed { name, problem })),
            }
        });
    }

    /// The draft that became of a file, if the file has nothing that the draft does not have.
    fn became(self, file: &Preview) -> Option<Route> {
        let theirs = &file.assessment;
        let drafts: Vec<Arc<Assessment>> = self.shelf.with_untracked(|shelf| {
            shelf.iter().filter_map(|shelved| shelved.content.clone().ok()).collect()
        });
        let of = drafts.into_iter().find(|draft| match (&draft.order, &theirs.order) {
            (None, None) => draft.id == theirs.id,
            // As a copy it may have got another id.
            (Some(ours), Some(order)) => {
                ours.unit == order.unit && (ours.issued == order.issued || draft.id == theirs.id)
            }
            _ => false,
        })?;
        let both = merge(&of, theirs).ok()?;
        if both.coming().chain(both.conflicts()).next().is_some() {
            return None;
        }
        // Handed out anew without other content: the day or the instructions may have changed.
        let order = both.merged(|_| Choice::Mine).order;
        if order != of.order && self.bring(&of.id) == Opening::Ready {
            self.widen(&file.instrument, order.as_deref());
            self.change(Change::Order(order)).ok()?;
            self.flush();
        }
        Some(Route::Draft(of.id.clone(), Page::Start))
    }

    /// Makes a draft of a file, where that raises no question.
    fn begin(self, file: &Preview) -> Option<Route> {
        let mut assessment = file.assessment.clone();
        if !file.warnings.is_empty() || self.is_taken(&assessment.id) {
            return None;
        }
        assessment.revisions.begin_copy(&platform::new_id());
        let route = Route::Draft(assessment.id.clone(), Page::Summary);
        self.add(assessment).ok()?;
        Some(route)
    }
}
