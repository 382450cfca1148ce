use leptos::prelude::*;

use crate::app::parts::{FailedMessage, HelpLink};
use crate::app::show::title;
use crate::app::state::use_app;
use crate::exchange::Problem;
use crate::front::on;
use crate::platform;
use crate::text::Message;

/// An address that leads nowhere, or to a draft that is not here.
#[component]
pub fn NotFound(draft: bool) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().frame;
    let (head, text) = if draft { (t.no_draft, t.no_draft_text) } else { (t.not_found, t.not_found_text) };
    title(app, head);
    view! {
        <div class="page">
            <section class="welcome">
                <h1 tabindex="-1">{head}</h1>
                <p class="soft">{text}</p>
                <p class="actions"><a class="btn primary" href="#/">{t.go_home}</a><HelpLink part="masalah"/></p>
            </section>
        </div>
    }
}

#[component]
pub fn Waiting() -> impl IntoView {
    let app = use_app();
    view! { <div class="page coming"><p class="soft" role="status">{app.texts().frame.loading}</p></div> }
}

/// A draft that is there, but cannot be read.
#[component]
pub fn Unreadable(id: String, problem: Problem) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.home;
    title(app, t.unreadable);
    // What to do with a file would mislead here; the title says what to do with the draft.
    let message = Message { todo: String::new(), ..(texts.problem)(&problem) };
    let save = on(move |_| save_raw(app, &id));
    view! {
        <div class="page">
            <section class="welcome">
                <h1 tabindex="-1">{t.unreadable}</h1>
                <FailedMessage title=t.unreadable_text.to_owned() message=message/>
                <p class="actions">
                    <button class="btn primary saves" on:click=save>{t.download}</button>
                    <a class="btn" href="#/">{texts.frame.go_home}</a>
                </p>
            </section>
        </div>
    }
}

/// Saves a draft's raw text to a file, as it is.
pub fn save_raw(app: crate::app::state::App, id: &str) {
    let Some(text) = app.raw_draft(id) else { return };
    let name =
        format!("takar-draf-{}.json", id.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let t = &app.texts().frame;
    app.say(match platform::download(&name, &text) {
        Ok(()) => (t.exported)(&name),
        Err(why) => (t.export_failed)(&why),
    });
}

/// The draft is there, but its instrument could not be fetched.
#[component]
pub fn NoInstrument(id: String) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().frame;
    let text = (t.instrument_failed)(&id);
    title(app, t.instrument);
    view! {
        <div class="page">
            <section class="welcome">
                <h1 tabindex="-1">{t.instrument}</h1>
                <p class="note warn" role="alert">{text}</p>
                <p class="actions">
                    <button class="btn primary" on:click=on(move |_| app.fetch_instrument(&id))>{t.try_again}</button>
                    <a class="btn" href="#/">{t.go_home}</a>
                </p>
            </section>
        </div>
    }
}
