//! The open draft as a file.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::App;
use crate::assessment::{Assessment, LogEntry};
use crate::exchange::{file_name, log_csv, register_csv, write, write_evidence};
use crate::platform;
use crate::text::history::{change, subject};
use crate::text::register_words;

/// Writes the open draft's register of evidence to a file.
pub fn save_register(app: App) {
    save(app, |assessment| (named(assessment, "-bukti.json"), write_evidence(assessment)));
}

/// Writes the open draft's register as a table.
pub fn save_register_table(app: App) {
    let words = register_words(app.language.get_untracked());
    save(app, |assessment| (named(assessment, "-bukti.csv"), register_csv(assessment, &words)));
}

/// Writes the history of the open draft as a table.
pub fn save_history_table(app: App) {
    let language = app.language.get_untracked();
    save(app, |assessment| {
        let words = |entry: &LogEntry| {
            let (before, after) = change(language, entry).unwrap_or_default();
            [subject(language, assessment, entry), before, after]
        };
        let table = log_csv(&assessment.log, language.texts().history.columns, words);
        (named(assessment, "-riwayat.csv"), table)
    });
}

/// Writes the open draft to a file.
pub fn save_to_file(app: App) {
    app.seal();
    if let Some(saved) = save(app, |assessment| (file_name(assessment), write(assessment))) {
        app.note_exported(&saved.id, platform::now());
    }
}

/// The same without its history, for a receiver who need not know who did what.
pub fn save_without_history(app: App) {
    app.seal();
    save(app, |assessment| {
        let mut bare = assessment.clone();
        bare.log.clear();
        (file_name(assessment), write(&bare))
    });
}

fn named(assessment: &Assessment, end: &str) -> String {
    format!("{}{end}", file_name(assessment).trim_end_matches(".json"))
}

/// What was written, unless the browser refused.
fn save(app: App, file: impl FnOnce(&Assessment) -> (String, String)) -> Option<Arc<Assessment>> {
    app.flush();
    let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
    let assessment = open?;
    let (name, text) = file(&assessment);
    match platform::download(&name, &text) {
        Ok(()) => {
            app.say((app.texts().frame.exported)(&name));
            Some(assessment)
        }
        Err(why) => {
            app.say((app.texts().frame.export_failed)(&why));
            None
        }
    }
}
