use leptos::prelude::*;

use crate::app::save_html::save_page;
use crate::app::state::use_app;
use crate::front::on;
use crate::platform;

/// The page as one file, to keep and to pass on.
#[component]
pub fn OneFile() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().one_file;
    view! {
        <section class="card stack saves" aria-labelledby="satu-berkas">
            <h2 id="satu-berkas">{t.title}</h2>
            <p>{t.text}</p>
            {platform::is_one_file().then(|| view! { <p class="note">{t.is_one}</p> })}
            <div class="actions">
                <button class="btn" data-testid="save-page" on:click=on(move |_| save_page(app))>{t.save_page}</button>
            </div>
        </section>
    }
}
