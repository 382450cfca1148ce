//! What an agency answered, and the one door through which it changes.

mod allowed;
mod change;
mod date;
mod detail;
mod evidence;
mod read;
mod read_evidence;
mod rebase;
mod types;
mod undo;

pub use allowed::{
    EVIDENCE_LIMIT, LOCATION_LIMIT, REMARK_LIMIT, Refused, TEXT_LIMIT, TITLE_LIMIT, YEARS, allowed, is_id,
};
pub use change::{Change, Field, apply};
pub use date::Date;
pub use detail::Detail;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use evidence::WrittenLink;
pub(crate) use evidence::write_links;
pub use evidence::{
    Assessed, Evidence, EvidenceId, FileFact, Link, LinkKey, Links, Required, Review, Status,
};
pub use read_evidence::LinkList;
pub use rebase::rebase;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use types::evidence_schema;
pub use types::*;
pub use undo::{History, LIMIT as UNDO_LIMIT};
