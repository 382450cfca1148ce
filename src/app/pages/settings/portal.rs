//! What an administrator wants to know of a portal around the frame.

use leptos::prelude::*;

use crate::app::notices::own_tab;
use crate::app::portal::Portal;
use crate::app::state::use_app;
use crate::front::live;
use crate::platform;

/// Where the page stands in a frame: who is around it, and what was not listened to.
#[component]
pub fn Framed() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().site;
    let Portal { host, heard } = expect_context();
    platform::is_framed().then(|| {
        let listed = !app.setup.config.embed.origins.is_empty();
        let who = live(move || match host.get() {
            Some(origin) => (t.connected)(&origin),
            None if listed => t.not_connected.to_owned(),
            None => t.no_origins.to_owned(),
        });
        let ignored = live(move || heard.with(|heard| (t.ignored)(heard.strangers, heard.malformed)));
        let last = live(move || {
            let last = heard.with(|heard| heard.last_stranger.clone());
            last.map(|origin| view! { <p class="address">{(t.last_stranger)(&origin)}</p> }.into_any())
        });
        view! {
            <section class="card stack" aria-labelledby="bingkai">
                <h2 id="bingkai">{t.framed}</h2>
                <p>{t.framed_text}</p>
                // In memory mode the banner has it.
                {(!app.in_memory()).then(|| view! { <div class="actions">{own_tab(app)}</div> })}
                <p data-testid="host">{who}</p>
                <p data-testid="ignored">{ignored}</p>
                {last}
            </section>
        }
        .into_any()
    })
}
