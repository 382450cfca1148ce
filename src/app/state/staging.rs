//! Stages of the evaluation: going on with one, closing it, opening it again.

use leptos::prelude::*;

use super::{Action, App};
use crate::assessment::{Assessment, Change, Closing, Stage};
use crate::exchange::Reason;
use crate::text::stage;

impl App {
    /// The stage of the open draft that is being worked on. Tracks it.
    pub fn stage(self) -> Stage {
        self.draft.with(|draft| draft.as_ref().map(|draft| draft.assessment.stage)).unwrap_or_default()
    }

    /// Why the present stage is frozen: the closed stage, and its closing. Tracks it.
    pub fn frozen(self) -> Option<(Stage, Closing)> {
        self.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            assessment.closed_by(assessment.stage)
        })
    }

    /// Goes on with another stage, and says so.
    pub fn work_at(self, at: Stage) {
        if untrack(|| self.stage()) == at {
            return;
        }
        match self.change(Change::Stage(at)) {
            Ok(()) => {
                let name = stage(self.language.get_untracked(), at);
                self.say_with((self.texts().stages.working_at)(name), Action::Undo);
            }
            Err(reason) => self.say((self.texts().refused)(&reason)),
        }
    }

    /// Closes a stage of the open draft, after a restore point that stays until a person deletes it.
    ///
    /// # Errors
    /// Why nothing was changed, as a sentence.
    pub fn close_stage(self, at: Stage, closing: &Closing) -> Result<(), String> {
        let name = (self.texts().stages.kept_as)(stage(self.language.get_untracked(), at));
        self.with_restore_point(&name, &closing.by, |_| Some(Change::record(at.code(), Some(closing))))
    }

    /// Opens a stage again, and with it the later ones that are closed, after a restore point.
    ///
    /// # Errors
    /// Why nothing was changed, as a sentence.
    pub fn reopen_stage(self, at: Stage, by: &str) -> Result<(), String> {
        self.with_restore_point("", by, |assessment| assessment.reopening(at))
    }

    fn with_restore_point(
        self,
        name: &str,
        by: &str,
        change: impl FnOnce(&Assessment) -> Option<Change>,
    ) -> Result<(), String> {
        let made = self.draft.with_untracked(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            Some((assessment.id.clone(), change(assessment)?))
        });
        let Some((id, change)) = made else { return Ok(()) };
        let texts = self.texts();
        let key = self.take_named(&id, Reason::Stage, name).map_err(|_| texts.stages.no_room.to_owned())?;
        self.change_as(by, change).map_err(|reason| {
            self.delete_snapshot(&key);
            (texts.refused)(&reason)
        })?;
        if self.who().is_empty() {
            self.set_who(by);
        }
        self.flush();
        Ok(())
    }
}
