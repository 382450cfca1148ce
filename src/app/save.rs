//! The open draft as a file.

use leptos::prelude::*;

use super::state::App;
use crate::exchange::{file_name, write};
use crate::platform;

/// Writes the open draft to a file.
pub fn save_to_file(app: App) {
    app.flush();
    let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
    let Some(assessment) = open else { return };
    let name = file_name(&assessment);
    match platform::download(&name, &write(&assessment)) {
        Ok(()) => app.say((app.texts().frame.exported)(&name)),
        Err(why) => app.say((app.texts().frame.export_failed)(&why)),
    }
}
