use std::sync::Arc;

use leptos::prelude::*;

use super::not_found::save_raw;
use crate::app::show::title;
use crate::app::state::{App, Loaded, Shelved, use_app};
use crate::assessment::Assessment;
use crate::exchange::{Incoming, Problem, verify};
use crate::front::{Act, Entry, Home as Front, follow, memo};

/// Beranda in the full module: the same page, with cards made of the drafts themselves.
#[component]
pub fn Home() -> impl IntoView {
    let app = use_app();
    title(app, app.texts().frame.home);
    let drafts = memo(move || entries(app, app.shelf.get()));
    let trash = memo(move || entries(app, app.trash.get()));
    // The first screen of the next visit reads the cards that are kept here.
    follow(move || {
        for entry in drafts.get().iter().chain(&trash.get()) {
            if let Entry::Card(card) = entry {
                app.keep_card(card);
            }
        }
    });
    view! { <Front language=app.language.get_untracked() drafts=drafts trash=trash act=move |what| act(app, what)/> }
}

/// Does what a button on Beranda promises.
pub fn act(app: App, act: Act) {
    match act {
        Act::Open(files) => app.take_all(files),
        Act::Example => app.open_example(),
        Act::Rename { id, title } => app.rename(&id, &title),
        Act::Duplicate(id) => app.duplicate(&id),
        Act::Delete(id) => app.delete(&id),
        Act::Restore(id) => app.restore(&id),
        Act::Purge(id) => app.purge(&id),
        Act::Download(id) => save_raw(app, &id),
    }
}

fn entries(app: App, shelf: Vec<Shelved>) -> Vec<Entry> {
    let entry = |Shelved { id, content }| match content.and_then(|assessment| sound(app, assessment)) {
        Ok(assessment) => Entry::Card(app.card_of(&assessment)),
        Err(problem) => {
            let newer = matches!(problem, Problem::Newer { .. });
            Entry::Broken { id, newer, why: (app.texts().problem)(&problem).what }
        }
    };
    shelf.into_iter().map(entry).collect()
}

/// A draft that keeps its instrument's rules, as far as the instrument is there to tell: what the
/// storage holds comes from outside too.
fn sound(app: App, assessment: Arc<Assessment>) -> Result<Arc<Assessment>, Problem> {
    if let Loaded::Ready(instrument) = app.instrument(&assessment.instrument.id) {
        let incoming = Incoming { assessment: (*assessment).clone(), has_digest: true };
        verify(&incoming, &instrument)?;
    }
    Ok(assessment)
}
