//! Merging copies of an assessment that went their own ways, field by field and without a clock.
//!
//! [`compare`] says what differs and whose it is, [`Comparison::change`] makes one edit of it. What both
//! copies come from is either at hand (two tabs) or told by the record that each copy carries
//! ([`Revisions`]); docs/file-format.md says how that works, and why.

mod choices;
mod compare;
mod content;
mod mark;
mod place;
mod rebase;
mod result;
mod reviews;
mod revisions;
mod scope;
mod tabs;

pub use choices::{Choices, Group, by_unit, grouped};
pub use compare::{Ancestor, Comparison, Counts, Difference, Fate, compare};
pub(in crate::assessment) use content::all;
pub use content::{Content, LINKED, get};
pub use place::{AnswerPart, DocumentPart, Entry, Place, RecordPart, UnitPart};
pub use rebase::rebase;
pub use result::Choice;
pub use revisions::Revisions;
#[cfg(not(target_arch = "wasm32"))]
pub(in crate::assessment) use revisions::schema;
pub use tabs::{Ground, Held, Tab};

use super::Assessment;

impl Assessment {
    /// Notes that everything as it stands now is about to be seen elsewhere. To be called before a copy
    /// is made that may come back: a file, a package, a snapshot. What is forgotten here leads to
    /// questions when copies are merged, never to a loss.
    pub fn seal(&mut self) {
        let mut revisions = std::mem::take(&mut self.revisions);
        revisions.seal(self);
        self.revisions = revisions;
        self.log.close();
    }
}
