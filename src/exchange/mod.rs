//! How work travels: the manifest (a JSON file), and tables.

mod backup;
mod backup_fate;
mod base64;
mod bring;
mod csv;
mod encrypted;
mod envelope;
mod evidence;
mod exported;
mod file;
mod file_name;
mod folder;
mod log_csv;
mod manifest;
mod merge;
mod migrate;
mod names;
mod package;
mod problem;
mod register_csv;
mod rules;
mod single_file;
mod snapshot;
mod stored;
mod table;
mod together;
mod work_package;

pub use backup::KIND as BACKUP_KIND;
pub use backup::{BackedUp, BackedUpContent, BackedUpSnapshot, Backup, write_backup};
pub use backup_fate::{BackupFate, backup_fate};
pub use base64::encode as base64;
pub use bring::{Bringing, Brought, Choice, Fate, compare};
pub use csv::read_values;
pub use encrypted::KIND as ENCRYPTED_BACKUP_KIND;
pub use encrypted::{EncryptedBackup, ITERATIONS, Lock, NONCE_BYTES, SALT_BYTES};
pub use envelope::FORMAT;
pub use evidence::{
    Anything, IncomingEvidence, Register, read_any, verify_evidence, write_evidence, write_register,
};
pub use exported::Exported;
pub use file::{AnyFile, read_file};
pub use file_name::{backup_file_name, file_name, html_file_name};
pub use folder::{FolderCheck, Found, Outcome, check_folder, is_litter, wanted_sizes};
pub use log_csv::log_csv;
pub use manifest::{Incoming, Warning, read, read_stored, verify, write, write_compact};
pub use merge::merge;
pub use migrate::{version_of, versions};
pub use package::{Packed, follows_habit, package, suggested_name};
pub use problem::{BACKUP_LIMIT_BYTES, FILE_LIMIT_BYTES, LIMIT_BYTES, Problem};
pub use register_csv::{FolderWords, RegisterWords, folder_csv, register_csv};
pub use single_file::{Template, enclosed};
pub use snapshot::{
    DAILY_LIMIT, Head, Holder, Listed, NAME_LIMIT, OTHER_LIMIT, Reason, SNAPSHOT_VERSION, Space, beyond,
    gives_way, read_head, read_snapshot, rename_snapshot, space, write_snapshot,
};
pub use stored::{stored_state, write_stored};
pub use table::{csv_head, csv_row, table_csv};
pub use work_package::{sent_back, work_package};

#[cfg(not(target_arch = "wasm32"))]
pub use backup::backup_schema;
#[cfg(not(target_arch = "wasm32"))]
pub use encrypted::encrypted_backup_schema;
#[cfg(not(target_arch = "wasm32"))]
pub use evidence::evidence_file_schema;
#[cfg(not(target_arch = "wasm32"))]
pub use manifest::{package_schema, schema};
