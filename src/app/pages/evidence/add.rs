use leptos::ev;
use leptos::prelude::*;

use super::place::on_escape;
use super::register::Sought;
use crate::app::parts::{Refusal, TextField};
use crate::app::route::{Page, Route};
use crate::app::state::use_app;
use crate::assessment::{Change, Evidence, Refused};
use crate::front::on;
use crate::platform;

/// A new document: its title is enough to begin with.
#[component]
pub fn Add(draft: String, sought: Sought) -> impl IntoView {
    let app = use_app();
    let (texts, typed) = (app.texts(), sought.new_title);
    let t = &texts.register;
    let refused = RwSignal::new(None::<Refused>);
    let empty = Signal::derive(move || {
        refused.with(|refused| matches!(refused, Some(Refused::NoName)).then_some(t.need_title))
    });
    let submit = on(move |event: ev::MouseEvent| {
        // Enter makes this click too; a form's own submission is forbidden in a sandboxed frame.
        event.prevent_default();
        let title = typed.get_untracked().trim().to_owned();
        let id = platform::new_id();
        let change = Change::Evidence { id: id.clone(), evidence: Some(Box::new(Evidence::titled(title))) };
        match app.change(change) {
            Ok(()) => {
                sought.end_adding();
                app.go(&Route::Draft(draft.clone(), Page::Document(id)));
            }
            Err(reason) => {
                refused.set(Some(reason));
                platform::focus("#judul-baru");
            }
        }
    });
    let leave = move || {
        sought.end_adding();
        platform::focus("#tambah");
    };
    let why = Signal::derive(move || {
        refused.get().filter(|reason| *reason != Refused::NoName).map(|reason| (texts.refused)(&reason))
    });
    view! {
        <form class="card form" on:keydown=on_escape(leave)>
            <TextField id="judul-baru" label=t.new_title value=typed help=t.new_title_help error=empty testid="evidence-title"/>
            <Refusal why=why/>
            <div class="actions">
                <button class="btn primary" type="submit" on:click=submit>{t.create}</button>
                <button class="btn" type="button" on:click=on(move |_| leave())>{texts.home.cancel}</button>
            </div>
        </form>
    }
}
