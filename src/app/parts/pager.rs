use leptos::prelude::*;

use crate::app::state::App;
use crate::front::{live, on, shown_when};
use crate::platform;

/// The way from one page of a list to the next, where there are several. `chosen` is counted from 0, and may lie behind the
/// last page when the list has become shorter: then the last one is shown, which is `page`. `list` gets the focus, so that
/// reading goes on at the first row.
pub fn pager(
    app: App,
    chosen: RwSignal<usize>,
    page: Memo<usize>,
    pages: Memo<usize>,
    list: &'static str,
) -> AnyView {
    let t = &app.texts().register;
    let go = move |to: usize| {
        chosen.set(to);
        platform::focus(list);
    };
    let pager = move || {
        view! {
            <nav class="pager" aria-label=t.pages>
                <button class="btn" disabled=live(move || page.get() == 0) on:click=on(move |_| go(page.get_untracked().saturating_sub(1)))>
                    <span aria-hidden="true">"← "</span>{t.previous}
                </button>
                <span>{live(move || (t.page_of)(page.get() + 1, pages.get()))}</span>
                <button class="btn" disabled=live(move || page.get() + 1 >= pages.get()) on:click=on(move |_| go(page.get_untracked() + 1))>
                    {t.next}<span aria-hidden="true">" →"</span>
                </button>
            </nav>
        }
        .into_any()
    };
    shown_when(move || pages.get() > 1, pager).into_any()
}
