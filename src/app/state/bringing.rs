//! A register of evidence on its way into a draft.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::{Action, App, Draft, Opening, Shelved};
use crate::app::route::{Page, Route};
use crate::assessment::{Assessment, EvidenceId, apply};
use crate::exchange::{Bringing, Choice, IncomingEvidence, Reason, Warning, compare};
use crate::instrument::Instrument;
use crate::platform;
use crate::score::{Support, support};

/// A register that could be opened.
pub struct RegisterPreview {
    /// The file's name.
    pub name: String,
    pub incoming: IncomingEvidence,
    pub instrument: Arc<Instrument>,
    pub warnings: Vec<Warning>,
    /// What was chosen so far. It belongs to the file, so that a change of language loses nothing.
    pub receiver: ArcRwSignal<Option<String>>,
    pub wishes: ArcRwSignal<Wishes>,
}

/// What becomes of a conflict, before ids are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    #[default]
    Mine,
    Theirs,
    Both,
}

impl Wish {
    pub const ALL: [Self; 3] = [Self::Mine, Self::Theirs, Self::Both];

    pub fn code(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Theirs => "theirs",
            Self::Both => "both",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wish| wish.code() == code)
    }

    fn choice(self) -> Choice {
        match self {
            Self::Mine => Choice::Mine,
            Self::Theirs => Choice::Theirs,
            Self::Both => Choice::Both(platform::new_id()),
        }
    }
}

/// A wish for all conflicts, and those that differ from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    pub all: Wish,
    pub single: BTreeMap<EvidenceId, Wish>,
}

impl Wishes {
    pub fn of(&self, id: &EvidenceId) -> Wish {
        self.single.get(id).copied().unwrap_or(self.all)
    }
}

impl App {
    /// Drafts that a register can be brought into, the likeliest first.
    pub fn receivers(self, preview: &RegisterPreview) -> Vec<Arc<Assessment>> {
        let register = &preview.incoming.register;
        let open = self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
        let mut all: Vec<_> = self.shelf.with_untracked(|shelf| {
            let readable = shelf.iter().filter_map(|Shelved { content, .. }| content.as_ref().ok());
            readable.filter(|draft| draft.instrument.id == register.instrument.id).cloned().collect()
        });
        // What is on the page may be ahead of the shelf.
        if let Some(open) = &open
            && let Some(on_shelf) = all.iter_mut().find(|draft| draft.id == open.id)
        {
            *on_shelf = open.clone();
        }
        all.sort_by_key(|draft: &Arc<Assessment>| {
            let is_open = open.as_ref().is_some_and(|open| open.id == draft.id);
            let same = draft.agency.name == register.agency.name && draft.year == register.year;
            (draft.id != register.id, !is_open, !same)
        });
        all
    }

    /// What the documents of a draft would support with the register in it, and before.
    pub fn with_register(
        self,
        preview: &RegisterPreview,
        draft: &Assessment,
        bringing: &Bringing,
        wishes: &Wishes,
    ) -> (Support, Option<Support>) {
        let mut after = draft.clone();
        let change = bringing.change(|id| wishes.of(id).choice());
        let applied = apply(&mut after, &preview.instrument, change, self.stamp()).is_ok();
        let now = support(&preview.instrument, draft);
        (now, applied.then(|| support(&preview.instrument, &after)))
    }

    /// Brings a register into a draft, as one step that can be undone.
    pub fn bring_in(self, preview: &RegisterPreview, id: &str, wishes: &Wishes) {
        let texts = self.texts();
        if self.bring(id) != Opening::Ready {
            return self.say((texts.frame.instrument_failed)(&preview.incoming.register.instrument.id));
        }
        let open = self
            .draft
            .with_untracked(|draft| draft.as_ref().map(|Draft { assessment, .. }| assessment.clone()));
        let Some(assessment) = open else { return };
        let change = match compare(&assessment, &preview.incoming) {
            Ok(bringing) => bringing.change(|id| wishes.of(id).choice()),
            Err(problem) => return self.say((texts.problem)(&problem).what),
        };
        if self.take_snapshot(id, Reason::Register).is_err() {
            return self.say_full();
        }
        match self.change(change) {
            Ok(()) => {
                self.go_on_or(&Route::Draft(id.to_owned(), Page::Evidence));
                self.say_with(texts.bring.done, Action::Undo);
            }
            Err(reason) => self.say((texts.refused)(&reason)),
        }
    }
}
