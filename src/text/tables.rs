//! Words of tables that are saved as CSV.

use super::{Language, document_kind, evidence_status};
use crate::exchange::{FolderWords, RegisterWords};

/// For [`crate::exchange::register_csv`].
pub fn register_words(language: Language) -> RegisterWords {
    let texts = &language.texts().tables;
    let (columns, places) = (texts.register, texts.places);
    match language {
        Language::Indonesian => RegisterWords {
            columns,
            places,
            kind: |kind| document_kind(Language::Indonesian, kind),
            status: |status| evidence_status(Language::Indonesian, status),
        },
        Language::English => RegisterWords {
            columns,
            places,
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
