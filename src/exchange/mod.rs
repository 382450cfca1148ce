//! How work travels: the manifest (a JSON file), and tables.

mod csv;
mod file_name;
mod manifest;
mod problem;

pub use csv::read_values;
pub use file_name::file_name;
pub use manifest::{FORMAT, Incoming, VERSION, Warning, read, verify, write, write_compact};
pub use problem::{LIMIT_BYTES, Problem};

#[cfg(not(target_arch = "wasm32"))]
pub use manifest::schema;
