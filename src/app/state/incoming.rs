//! A file on its way in: read, checked and shown before anything changes.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Action, App, BackupPreview, Choosing, LockedFile, Queue, RegisterPreview, Wishes};
use crate::app::route::{Page, Route};
use crate::assessment::{Assessment, Event};
use crate::exchange::{
    AnyFile, Anything, FILE_LIMIT_BYTES, Problem, Reason, Warning, read_any, read_file, write,
};
use crate::instrument::Instrument;
use crate::platform::{self, LocalFile};

#[derive(Clone)]
pub enum IncomingFile {
    None,
    Reading(String),
    Failed {
        name: String,
        problem: Problem,
    },
    Ready(Arc<Preview>),
    /// Documents and links alone.
    Register(Arc<RegisterPreview>),
    /// All drafts of a browser.
    Backup(Arc<BackupPreview>),
    /// The same under a password.
    Locked(Arc<LockedFile>),
}

/// A file that could be opened.
pub struct Preview {
    /// The file's name.
    pub name: String,
    pub assessment: Assessment,
    pub instrument: Arc<Instrument>,
    pub warnings: Vec<Warning>,
    /// The same draft on this computer.
    pub local: Option<Arc<Assessment>>,
    pub choosing: Choosing,
}

impl App {
    /// Reads a file and shows what is in it.
    pub fn take(self, file: LocalFile) {
        self.flush();
        self.incoming.set(IncomingFile::Reading(file.name()));
        self.go(&Route::Open);
        spawn_local(async move {
            let name = file.name();
            let preview = self.preview(&file).await;
            self.incoming.set(preview.unwrap_or_else(|problem| IncomingFile::Failed { name, problem }));
        });
    }

    /// The same for a text that is no file. `after` is called when it is shown, or why it cannot be.
    pub fn take_text(self, name: String, text: String, after: impl FnOnce(Self) + 'static) {
        self.flush();
        self.queue.set(Queue::default());
        self.incoming.set(IncomingFile::Reading(name.clone()));
        self.go(&Route::Open);
        spawn_local(async move {
            let preview = self.preview_bytes(name.clone(), text.as_bytes()).await;
            self.incoming.set(preview.unwrap_or_else(|problem| IncomingFile::Failed { name, problem }));
            after(self);
        });
    }

    /// Whether a person is deciding about a file right now.
    pub fn is_deciding(self) -> bool {
        let idle =
            |incoming: &IncomingFile| matches!(incoming, IncomingFile::None | IncomingFile::Failed { .. });
        self.route.get_untracked() == Route::Open && !self.incoming.with_untracked(idle)
    }

    /// The open draft as text, as it would stand in its file.
    pub fn open_as_text(self) -> Option<String> {
        self.seal();
        self.flush();
        self.draft.with_untracked(|draft| draft.as_ref().map(|draft| write(&draft.assessment)))
    }

    pub(super) async fn preview(self, file: &LocalFile) -> Result<IncomingFile, Problem> {
        if file.size() > FILE_LIMIT_BYTES {
            return Err(Problem::TooLarge { bytes: file.size(), limit: FILE_LIMIT_BYTES });
        }
        let bytes = platform::read_file(file).await.map_err(|_| Problem::Unreadable)?;
        self.preview_bytes(file.name(), &bytes).await
    }

    /// What is in a file whose content is at hand.
    pub(super) async fn preview_bytes(self, name: String, bytes: &[u8]) -> Result<IncomingFile, Problem> {
        let content = match read_file(bytes)? {
            AnyFile::One(content) => content,
            AnyFile::Backup(backup, has_digest) => {
                return Ok(self.preview_backup(name, backup, has_digest).await);
            }
            AnyFile::Encrypted(backup) => {
                return Ok(IncomingFile::Locked(Arc::new(LockedFile::new(name, backup))));
            }
        };
        let (instrument, warnings) = self.verify(&content).await?;
        let incoming = match content {
            Anything::Assessment(incoming) => incoming,
            Anything::Evidence(incoming) => {
                let (receiver, wishes) = (ArcRwSignal::new(None), ArcRwSignal::new(Wishes::default()));
                let preview = RegisterPreview { name, incoming, instrument, warnings, receiver, wishes };
                return Ok(IncomingFile::Register(Arc::new(preview)));
            }
        };
        let id = &incoming.assessment.id;
        let local = self.shelf.with_untracked(|shelf| {
            let found = shelf.iter().find(|shelved| shelved.id == *id);
            found.and_then(|shelved| shelved.content.clone().ok())
        });
        let assessment = incoming.assessment;
        let choosing = Choosing::default();
        Ok(IncomingFile::Ready(Arc::new(Preview { name, assessment, instrument, warnings, local, choosing })))
    }

    async fn check(self, bytes: &[u8]) -> Result<(Anything, Arc<Instrument>, Vec<Warning>), Problem> {
        let content = read_any(bytes)?;
        let (instrument, warnings) = self.verify(&content).await?;
        Ok((content, instrument, warnings))
    }

    pub(super) async fn verify(self, content: &Anything) -> Result<(Arc<Instrument>, Vec<Warning>), Problem> {
        let id = content.instrument_id().to_owned();
        let instrument = self.wait_for_instrument(&id).await.ok_or(Problem::InstrumentUnavailable { id })?;
        let warnings = content.verify(&instrument)?;
        Ok((instrument, warnings))
    }

    /// Opens the file as a draft of its own.
    pub fn open_as_new(self, preview: &Preview) {
        let mut assessment = preview.assessment.clone();
        if self.is_taken(&assessment.id) {
            assessment.id = platform::new_id();
        }
        assessment.revisions.begin_copy(&platform::new_id());
        self.open_copy(assessment, self.texts().open.opened);
    }

    fn open_copy(self, assessment: Assessment, message: &'static str) {
        let route = Route::Draft(assessment.id.clone(), Page::Summary);
        match self.add(assessment) {
            Ok(()) => {
                self.go_on_or(&route);
                self.say(message);
            }
            Err(_) => self.say_full(),
        }
    }

    /// Replaces the draft of the same id, after a snapshot of it.
    pub fn replace_draft(self, preview: &Preview) {
        let mut assessment = preview.assessment.clone();
        assessment.revisions.begin_copy(&platform::new_id());
        assessment.log.note(Event::Replaced, &preview.name, &self.stamp());
        let Some(key) =
            self.replace_with(Arc::new(assessment), Some(preview.instrument.clone()), Reason::Replace)
        else {
            return self.say_full();
        };
        self.go_on_or(&Route::Draft(preview.assessment.id.clone(), Page::Summary));
        self.say_with(self.texts().open.replaced, Action::BringBack(key));
    }

    /// Opens the made-up example as a draft of its own.
    pub fn open_example(self) {
        spawn_local(async move {
            let texts = self.texts();
            let Ok(text) = platform::fetch_text("examples/kota-contoh.json").await else {
                return self.say(texts.home.example_failed);
            };
            match self.check(text.as_bytes()).await {
                Ok((Anything::Assessment(incoming), ..)) => {
                    let mut assessment = incoming.assessment;
                    assessment.id = platform::new_id();
                    assessment.created = self.stamp();
                    assessment.changed = assessment.created.clone();
                    self.open_copy(assessment, texts.open.opened);
                }
                _ => self.say(texts.home.example_failed),
            }
        });
    }
}
