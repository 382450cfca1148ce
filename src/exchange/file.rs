//! Whatever file a person opens.

use serde_json::Map;

use super::backup::{self, Backup};
use super::encrypted::{self, EncryptedBackup};
use super::envelope::{json_of, open_json};
use super::evidence::{self, Anything};
use super::manifest;
use super::problem::{BACKUP_LIMIT_BYTES, FILE_LIMIT_BYTES, LIMIT_BYTES, Problem};
use super::single_file::enclosed;

/// A file of any kind.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // There is one of it for each file that is opened.
pub enum AnyFile {
    /// What belongs to one assessment. The caller fetches its instrument and verifies it.
    One(Anything),
    /// With whether it carries a digest.
    Backup(Backup, bool),
    /// Wants its password.
    Encrypted(EncryptedBackup),
}

/// Reads a file of any kind, also one that lies in a page ([`super::single_file`]).
///
/// # Errors
/// Says what is wrong and where; see [`Problem`].
pub fn read_file(bytes: &[u8]) -> Result<AnyFile, Problem> {
    let inside = std::str::from_utf8(bytes).ok().and_then(enclosed);
    let bytes = inside.map_or(bytes, str::as_bytes);
    let size = bytes.len() as u64;
    // Only a backup may be as large as that; anything else is not worth reading.
    let may_be_backup = || bytes.windows(7).any(|window| window == b"backup\"");
    let most = if size <= LIMIT_BYTES || may_be_backup() { FILE_LIMIT_BYTES } else { LIMIT_BYTES };
    let file = json_of(bytes, most)?;
    let kinds = [manifest::KIND, manifest::PACKAGE, evidence::KIND, backup::KIND, encrypted::KIND];
    let limit = match file.get("kind").and_then(|kind| kind.as_str()) {
        Some(encrypted::KIND) => FILE_LIMIT_BYTES,
        Some(backup::KIND) => BACKUP_LIMIT_BYTES,
        _ => LIMIT_BYTES,
    };
    if size > limit {
        return Err(Problem::TooLarge { bytes: size, limit });
    }
    // What is encrypted was authenticated with the fields as they stand.
    let fields = if limit == FILE_LIMIT_BYTES { file.clone() } else { Map::new() };
    let opened = open_json(file, &kinds)?;
    match opened.kind.as_str() {
        backup::KIND => {
            let has_digest = opened.has_digest;
            backup::take(opened).map(|backup| AnyFile::Backup(backup, has_digest))
        }
        encrypted::KIND => encrypted::take(fields, opened).map(AnyFile::Encrypted),
        _ => evidence::take_any(opened).map(AnyFile::One),
    }
}
