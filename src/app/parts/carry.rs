use leptos::prelude::*;

use crate::app::save_html::save_draft_html;
use crate::app::state::use_app;
use crate::front::on;

/// The open draft in a page of its own, to go on with it at another computer.
#[component]
pub fn Carry() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().one_file;
    view! {
        <section class="card stack saves" aria-labelledby="bawa">
            <h2 id="bawa">{t.carry_title}</h2>
            <p>{t.carry_text}</p>
            <div class="actions">
                <button class="btn" data-testid="carry" on:click=on(move |_| save_draft_html(app))>{t.carry}</button>
            </div>
        </section>
    }
}
