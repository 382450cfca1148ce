mod backup;
mod copies;
mod offline;
mod one_file;
mod portal;

use leptos::prelude::*;

use crate::app::parts::{Field, TextField};
use crate::app::route::Route;
use crate::app::show::title;
use crate::app::state::{App, Persistence, use_app};
use crate::front::{follow, live, on};
use crate::text::Language;

pub use backup::BackupForm;

/// Pengaturan: where drafts are kept, their copies, and who works here in which language.
#[component]
pub fn Settings() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.settings;
    title(app, texts.frame.settings);
    let who = RwSignal::new(app.who());
    follow(move || {
        let name = who.get();
        if name.trim() != app.who() {
            app.set_who(&name);
        }
    });
    let languages: Vec<_> = [Language::Indonesian, Language::English]
        .into_iter()
        .zip(t.languages)
        .map(|(language, name)| {
            let chosen = live(move || app.language.get() == language);
            view! { <option value=language.code() lang=language.code() prop:selected=chosen>{name}</option> }
        })
        .collect();
    let choose = on(move |event| {
        if let Some(language) = Language::from_code(&event_target_value(&event)) {
            app.language.set(language);
            // The page is built anew; the focus stays where it was.
            crate::platform::next_frame(|| crate::platform::focus("#pilih-bahasa"));
        }
    });
    view! {
        <div class="page">
            <h1 tabindex="-1">{texts.frame.settings}</h1>
            <section class="card stack" aria-labelledby="penyimpanan">
                <h2 id="penyimpanan">{t.storage}</h2>
                {promise(app)}
                <p><a href=Route::Space.href()>{texts.space.open}</a></p>
            </section>
            <portal::Framed/>
            <copies::Copies/>
            <offline::OfflineUse/>
            <backup::MakeBackup/>
            <backup::BringBackup/>
            <one_file::OneFile/>
            <section class="card stack">
                <h2>{t.here}</h2>
                <div class="fields">
                    <Field id="pilih-bahasa" label=t.language>
                        <select id="pilih-bahasa" on:change=choose>{languages}</select>
                    </Field>
                    <TextField id="who" label=t.you value=who help=texts.new.who_help/>
                </div>
            </section>
        </div>
    }
}

/// What the browser has promised about what it stores.
fn promise(app: App) -> AnyView {
    let texts = app.texts();
    let t = &texts.settings;
    if app.in_memory() {
        return view! { <p class="note bad">{texts.frame.memory_banner}</p> }.into_any();
    }
    app.learn_persistence();
    live(move || {
        let (text, class, can_ask) = match app.persistence.get() {
            Persistence::Unknown => return None,
            Persistence::Granted => (t.kept, "note", false),
            Persistence::Open => (t.not_kept, "note warn", true),
            Persistence::Refused => (t.refused, "note warn", false),
            Persistence::Unsupported => (t.unsupported, "note warn", false),
        };
        let ask = can_ask.then(|| {
            view! {
                <div class="actions">
                    <button class="btn" data-testid="persist" on:click=on(move |_| {
                        app.ask_persistence();
                        crate::platform::focus("#penyimpanan-janji");
                    })>{t.ask}</button>
                </div>
            }
        });
        Some(
            view! { <p class=class id="penyimpanan-janji" tabindex="-1" role="status">{text}</p>{ask} }
                .into_any(),
        )
    })
    .into_any()
}
