//! What an agency answered, and the one door through which it changes.

mod allowed;
mod bring_back;
mod change;
mod date;
mod detail;
mod evidence;
mod frozen;
mod log;
pub mod merge;
mod order;
mod pieces;
mod read;
mod read_evidence;
mod records;
mod trail;
mod types;
mod undo;
mod unit;

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
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use log::WrittenEntry;
pub use log::{Event, LOG_LIMIT, Log, LogEntry, Subject};
pub use merge::{Revisions, rebase};
pub use order::WorkOrder;
pub use pieces::{pieces, pieces_of_register};
pub(crate) use read::take_id;
pub use read_evidence::LinkList;
pub use records::{
    ALL_SECTIONS, Aim, Book, Clock, Closing, Cover, Due, EFFORTS, Finding, Holiday, Kept, Progress, Question,
    Record, Records, Scenario, Session, Signatory, Step, Zone, step_key,
};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use types::evidence_schema;
pub use types::*;
pub use undo::{History, LIMIT as UNDO_LIMIT};
pub use unit::{Briefing, Unit, UnitId};
