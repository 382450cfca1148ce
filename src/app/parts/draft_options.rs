use std::sync::Arc;

use leptos::prelude::*;

use crate::app::state::use_app;
use crate::assessment::Assessment;
use crate::front::live;

/// Drafts to choose one of, by their ids.
pub fn draft_options(drafts: &[Arc<Assessment>], chosen: RwSignal<Option<String>>) -> Vec<AnyView> {
    let frame = &use_app().texts().frame;
    let option = |draft: &Arc<Assessment>| {
        let id = draft.id.clone();
        let selected = live(move || chosen.with(|chosen| chosen.as_ref() == Some(&id)));
        let name = format!("{} · {}", draft.name(), (frame.year)(draft.year));
        view! { <option value=draft.id.clone() lang="id" prop:selected=selected>{name}</option> }.into_any()
    };
    drafts.iter().map(option).collect()
}
