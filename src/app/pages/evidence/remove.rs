use leptos::prelude::*;

use super::document::Doc;
use super::place::on_escape;
use crate::app::pages::workspace::Desk;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, use_app};
use crate::assessment::Change;
use crate::front::{live, memo, on};
use crate::platform;
use crate::text::readable;

/// Deletes a document. One that is linked asks first.
#[component]
pub fn Remove(desk: Desk, doc: Doc) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.document;
    let links = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return 0 };
            let keys = draft.assessment.links.keys();
            doc.id.with_value(|id| keys.filter(|key| key.evidence == *id).count())
        })
    });
    let asking = RwSignal::new(false);
    let draft = StoredValue::new(desk.id);
    let delete = move || {
        let title = untrack(|| doc.read(|evidence| readable(&evidence.title)));
        let id = doc.id.get_value();
        let change = app
            .draft
            .with_untracked(|draft| draft.as_ref().map(|draft| Change::remove(&draft.assessment, &id)));
        let Some(change) = change else { return };
        match app.change(change) {
            Ok(()) => {
                app.say_with((t.deleted)(&title), Action::Undo);
                app.go(&Route::Draft(draft.get_value(), Page::Evidence));
            }
            Err(reason) => app.say((texts.refused)(&reason)),
        }
    };
    let ask = move |_| {
        if links.get_untracked() == 0 {
            return delete();
        }
        asking.set(true);
        platform::next_frame(|| platform::focus("#hapus-tanya"));
    };
    let keep = move || {
        asking.set(false);
        platform::next_frame(|| platform::focus("#hapus"));
    };
    live(move || {
        if asking.get() && links.get() > 0 {
            return view! {
                <div class="note bad" role="group" aria-labelledby="hapus-tanya" on:keydown=on_escape(keep)>
                    <p id="hapus-tanya" tabindex="-1">{(t.delete_asks)(links.get())}</p>
                    <div class="actions">
                        <button class="btn" on:click=on(move |_| delete())>{t.delete_all}</button>
                        <button class="btn quiet" on:click=on(move |_| keep())>{t.keep}</button>
                    </div>
                </div>
            }
            .into_any();
        }
        let locked = live(move || doc.locked.get());
        let why = live(move || doc.locked.get().then_some("terkunci"));
        view! {
            <p><button id="hapus" class="btn" disabled=locked aria-describedby=why on:click=on(ask)>{t.delete}</button></p>
        }
        .into_any()
    })
}
