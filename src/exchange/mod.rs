//! How work travels: the manifest (a JSON file), and tables.

mod bring;
mod csv;
mod envelope;
mod evidence;
mod file_name;
mod manifest;
mod problem;
mod rules;

pub use bring::{Bringing, Brought, Choice, Fate, compare};
pub use csv::read_values;
pub use envelope::{FORMAT, VERSION};
pub use evidence::{
    Anything, IncomingEvidence, Register, read_any, verify_evidence, write_evidence, write_register,
};
pub use file_name::file_name;
pub use manifest::{Incoming, Warning, read, verify, write, write_compact};
pub use problem::{LIMIT_BYTES, Problem};

#[cfg(not(target_arch = "wasm32"))]
pub use evidence::evidence_file_schema;
#[cfg(not(target_arch = "wasm32"))]
pub use manifest::schema;
