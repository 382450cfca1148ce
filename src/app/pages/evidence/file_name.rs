use leptos::prelude::*;

use super::document::Doc;
use crate::app::state::use_app;
use crate::exchange::{follows_habit, suggested_name};
use crate::front::{live, memo};

/// Where a file is not called `nomor.huruf.nama`, as the ministry's application expects: a name that is.
#[component]
pub fn Habit(doc: Doc) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().document;
    let suggested = memo(move || {
        let id = doc.id.get_value();
        app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            let evidence = assessment.evidence.get(&id)?;
            let name = &evidence.file.as_ref()?.name;
            let mut places: Vec<_> = assessment.links.keys().filter(|key| key.evidence == id).collect();
            // One that says what it answers has a letter of its own.
            places.sort_by_key(|key| key.expected.is_none());
            let first = *places.first()?;
            // One name serves all places; any of their numbers will do.
            if places.iter().any(|key| follows_habit(name, key.indicator)) {
                return None;
            }
            let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
            Some(suggested_name(first.indicator, first.expected.as_deref(), &evidence.title, extension))
        })
    });
    live(move || {
        suggested.get().map(|name| {
            view! { <p class="note">{t.habit}" "<code class="address">{name}</code></p> }.into_any()
        })
    })
}
