//! Words of tables that are saved as CSV.

use super::{Language, document_kind, evidence_status};
use crate::exchange::{FolderWords, RegisterWords};

/// For [`crate::exchange::register_csv`].
pub fn register_words(language: Language) -> RegisterWords {
    let columns = language.texts().tables.register;
    match language {
        Language::Indonesian => RegisterWords {
            columns,
            kind: |kind| document_kind(Language::Indonesian, kind),
            status: |status| evidence_status(Language::Indonesian, status),
        },
        Language::English => RegisterWords {
            columns,
            kind: |kind| document_kind(Language::English, kind),
            status: |status| evidence_status(Language::English, status),
        },
    }
}

/// For [`crate::exchange::folder_csv`].
pub fn folder_words(language: Language) -> FolderWords {
    let texts = &language.texts().tables;
    FolderWords { columns: texts.folder, outcomes: texts.outcomes }
}
