//! Work as text, where files cannot be saved or chosen.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Field;
use crate::app::state::use_app;
use crate::front::{live, on};
use crate::platform;

/// Copies what would be in a file as text, or shows it to be copied.
#[component]
pub fn CopyText(
    /// Makes the text.
    text: impl Fn() -> Option<String> + 'static,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().site;
    let shown = RwSignal::new(None::<String>);
    let copy = on(move |_| {
        let Some(text) = text() else { return };
        spawn_local(async move {
            if platform::copy(&text).await {
                app.say(t.copied);
            } else {
                shown.try_set(Some(text));
                platform::next_frame(|| platform::select_all("#teks-penilaian"));
            }
        });
    });
    view! {
        <section class="card stack">
            <h2>{t.as_text}</h2>
            <p>{t.as_text_text}</p>
            <div class="actions"><button class="btn" data-testid="copy-text" on:click=copy>{t.copy}</button></div>
            {live(move || shown.get().map(|text| view! {
                <p class="note warn" role="status">{t.not_copied}</p>
                <Field id="teks-penilaian" label=t.text_of_draft>
                    <textarea id="teks-penilaian" class="as-text" readonly=true lang="id" prop:value=text></textarea>
                </Field>
            }.into_any()))}
        </section>
    }
}

/// Takes the content of a file as text.
#[component]
pub fn PasteText() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().site;
    let text = RwSignal::new(String::new());
    let open = on(move |_| {
        let pasted = text.get_untracked();
        if pasted.trim().is_empty() {
            app.say(t.nothing_pasted);
            return platform::focus("#tempel");
        }
        app.take_text(t.pasted_name.to_owned(), pasted, |_| {});
    });
    view! {
        <section class="card stack">
            <h2>{t.paste}</h2>
            <Field id="tempel" label=t.paste_label help=Some(String::from(t.paste_help))>
                <textarea
                    id="tempel"
                    class="as-text"
                    data-testid="pasted"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="tempel-help"
                    prop:value=live(move || text.get())
                    on:input=on(move |event| text.set(event_target_value(&event)))
                ></textarea>
            </Field>
            <div class="actions"><button class="btn" data-testid="open-text" on:click=open>{t.open_text}</button></div>
        </section>
    }
}
