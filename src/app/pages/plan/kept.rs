//! Entries of the plan: reading them, and the edits that write them.

use leptos::prelude::*;

use crate::app::state::App;
use crate::assessment::{Aim, Change, Kept, Refused, Step};
use crate::instrument::{Level, Number};

/// The step that raises an indicator to a level.
pub type At = (Number, Level);

pub fn key((number, level): At) -> String {
    format!("{number}:{level}")
}

/// An entry; an empty one where there is none. Tracks the draft.
pub fn read<T: Kept>(app: App, key: &str) -> T {
    let kept = app.draft.with(|draft| draft.as_ref().and_then(|draft| draft.assessment.records.get(key)));
    kept.unwrap_or_default()
}

/// The edit that writes an entry, or takes it away where nothing is left in it.
pub fn edited<T: Kept + PartialEq>(app: App, key: &str, edit: impl FnOnce(&mut T)) -> Change {
    let mut kept = untrack(|| read::<T>(app, key));
    edit(&mut kept);
    Change::record(key, (kept != T::default()).then_some(&kept))
}

/// Writes a field of a step.
///
/// # Errors
/// Why the edit was refused.
pub fn write_step(app: App, at: At, edit: impl FnOnce(&mut Step)) -> Result<(), Refused> {
    app.change(edited(app, &key(at), edit))
}

/// Locks an indicator, or unlocks it.
pub fn lock(app: App, number: Number, locked: bool) {
    app.change_or_say(edited::<Aim>(app, &number.to_string(), |aim| aim.locked = locked));
    let t = &app.texts().plan;
    app.say_with(
        if locked { (t.locked)(number) } else { (t.unlocked)(number) },
        crate::app::state::Action::Undo,
    );
}
