//! The open draft as a file.

use leptos::prelude::*;

use super::state::App;
use crate::assessment::Assessment;
use crate::exchange::{file_name, register_csv, write, write_evidence};
use crate::platform;
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

/// Writes the open draft to a file.
pub fn save_to_file(app: App) {
    app.seal();
    save(app, |assessment| (file_name(assessment), write(assessment)));
}

fn named(assessment: &Assessment, end: &str) -> String {
    format!("{}{end}", file_name(assessment).trim_end_matches(".json"))
}

fn save(app: App, file: impl FnOnce(&Assessment) -> (String, String)) {
    app.flush();
    let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
    let Some(assessment) = open else { return };
    let (name, text) = file(&assessment);
    match platform::download(&name, &text) {
        Ok(()) => app.say((app.texts().frame.exported)(&name)),
        Err(why) => app.say((app.texts().frame.export_failed)(&why)),
    }
}
