//! What an agency answered, and the one door through which it changes.

mod change;
mod read;
mod rebase;
mod types;
mod undo;

pub use change::{Change, Field, Refused, TEXT_LIMIT, TITLE_LIMIT, YEARS, allowed, apply};
pub use rebase::rebase;
pub use types::*;
pub use undo::{History, LIMIT as UNDO_LIMIT};
