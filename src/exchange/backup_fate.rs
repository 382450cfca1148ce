//! How a draft in a backup stands to the one that is here.

use super::merge::merge;
use crate::assessment::Assessment;

/// How a draft in a backup stands to the one of the same id that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupFate {
    /// There is none here.
    New,
    Same,
    /// What is in the backup was here before, and was gone on with.
    NewerHere,
    /// What is here was in the backup before, and was gone on with there.
    NewerThere,
    /// Both were gone on with, and nothing contradicts.
    Both,
    /// Both have something else in the same place; or they are not the same assessment at all.
    Differs,
}

/// Compares a draft in a backup with the one that is here.
pub fn backup_fate(here: Option<&Assessment>, there: &Assessment) -> BackupFate {
    let Some(here) = here else { return BackupFate::New };
    let Ok(comparison) = merge(here, there) else { return BackupFate::Differs };
    let counts = comparison.counts();
    match (counts.conflicts, counts.new + counts.taken, counts.untouched) {
        (0, 0, 0) => BackupFate::Same,
        (0, 0, _) => BackupFate::NewerHere,
        (0, _, 0) => BackupFate::NewerThere,
        (0, _, _) => BackupFate::Both,
        _ => BackupFate::Differs,
    }
}
