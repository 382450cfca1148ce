//! What a kiosk shows on every page: where the visitor is, the way to the start, and the end of the visit.

use leptos::prelude::*;

use super::parts::Dialog;
use super::state::use_app;
use crate::front::{live, on};
use crate::platform;

const DONE: &str = "akhiri";
const IDLE: &str = "diam";

/// Whether the visitor seems to have gone, and how many seconds are left.
#[derive(Clone, Copy)]
pub struct Idle(RwSignal<u32>);

impl Idle {
    /// Call once, inside the root owner.
    pub fn start() -> Self {
        let left = RwSignal::new(0);
        platform::on_idle(move |seconds| {
            left.set(seconds);
            platform::close_dialog(DONE);
            platform::open_dialog(IDLE);
        });
        Self(left)
    }
}

/// The bar of a kiosk; nothing elsewhere.
#[component]
pub fn KioskBar() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().site.kiosk;
    app.kiosk().map(|kiosk| {
        let left = expect_context::<Idle>().0;
        let close = |id: &'static str| on(move |_: leptos::ev::MouseEvent| platform::close_dialog(id));
        let end = || on(|_: leptos::ev::MouseEvent| platform::end_visit());
        view! {
            <div class="visit" role="region" aria-label=t.title>
                <p>{t.calm}</p>
                <a class="btn" href="#/">{t.to_start}</a>
                <button class="btn" data-testid="end-visit" on:click=on(move |_| platform::open_dialog(DONE))>{t.done}</button>
            </div>
            <Dialog id=DONE title=t.done_title text=t.done_text>
                {kiosk.downloads.then(|| view! { <p class="soft">{t.downloads}</p> })}
                <p class="soft">{t.clipboard}</p>
                <div class="actions">
                    <button class="btn" data-testid="go-on" on:click=close(DONE)>{t.go_on}</button>
                    <button class="btn primary" data-testid="erase" on:click=end()>{t.erase}</button>
                </div>
            </Dialog>
            <Dialog id=IDLE title=t.idle_title text=t.idle_text closed=platform::stay>
                // Seen, not read out each second; the text above says what happens.
                <p class="value" role="timer" data-testid="left">{live(move || (t.left)(left.get()))}</p>
                <div class="actions">
                    <button class="btn primary" data-testid="stay" on:click=close(IDLE)>{t.go_on}</button>
                    <button class="btn" on:click=end()>{t.erase}</button>
                </div>
            </Dialog>
        }
        .into_any()
    })
}

/// Says that the site's configuration is not used, and why.
#[component]
pub fn SetupNotice() -> impl IntoView {
    let text = use_app().setup_fault();
    text.map(|text| {
        view! { <div class="banner calm" role="alert" data-testid="setup-fault"><p>{text}</p></div> }
            .into_any()
    })
}
