//! Files that are opened beside a draft: read and checked like any other, but not stored.

use std::sync::Arc;

use super::App;
use crate::assessment::Assessment;
use crate::exchange::{AnyFile, Anything, FILE_LIMIT_BYTES, Problem, Warning, read_file};
use crate::instrument::Instrument;
use crate::platform::{self, LocalFile};

/// A file that was opened for comparing only.
pub struct Opened {
    /// The file's name.
    pub name: String,
    pub assessment: Assessment,
    pub instrument: Arc<Instrument>,
    pub warnings: Vec<Warning>,
}

/// Why a file cannot stand beside others.
#[derive(Clone, Debug, PartialEq)]
pub enum NotComparable {
    Problem(Problem),
    /// A part has no index.
    Package,
    Register,
    Backup,
    /// There are as many columns as there can be.
    NoRoom,
}

impl App {
    /// Reads a file to be compared.
    ///
    /// # Errors
    /// Why it cannot be.
    pub async fn open_to_compare(self, file: &LocalFile) -> Result<Opened, NotComparable> {
        if file.size() > FILE_LIMIT_BYTES {
            let problem = Problem::TooLarge { bytes: file.size(), limit: FILE_LIMIT_BYTES };
            return Err(NotComparable::Problem(problem));
        }
        let bytes = platform::read_file(file).await;
        let bytes = bytes.map_err(|_| NotComparable::Problem(Problem::Unreadable))?;
        let content = match read_file(&bytes).map_err(NotComparable::Problem)? {
            AnyFile::One(content) => content,
            AnyFile::Backup(..) | AnyFile::Encrypted(_) => return Err(NotComparable::Backup),
        };
        let (instrument, warnings) = self.verify(&content).await.map_err(NotComparable::Problem)?;
        match content {
            Anything::Evidence(_) => Err(NotComparable::Register),
            Anything::Assessment(incoming) if incoming.assessment.order.is_some() => {
                Err(NotComparable::Package)
            }
            Anything::Assessment(incoming) => {
                Ok(Opened { name: file.name(), assessment: incoming.assessment, instrument, warnings })
            }
        }
    }

    /// Keeps such a file as a draft of its own, as opening it would.
    pub fn keep_opened(self, opened: &Opened) {
        let mut assessment = opened.assessment.clone();
        if self.is_taken(&assessment.id) {
            assessment.id = platform::new_id();
        }
        assessment.revisions.begin_copy(&platform::new_id());
        match self.add(assessment) {
            Ok(()) => self.say(self.texts().compare.kept),
            Err(_) => self.say_full(),
        }
    }
}
