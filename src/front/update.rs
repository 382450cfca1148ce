use leptos::prelude::*;

use super::{live, memo, on, shown_when};
use crate::platform::{self, NewVersion};
use crate::text::Language;

/// The version of the page that can take over, if there is one. Call once, inside the root owner.
pub fn update_signal() -> RwSignal<Option<NewVersion>> {
    let update = RwSignal::new(platform::update());
    platform::on_offline(move || {
        let now = platform::update();
        if update.with_untracked(|before| *before != now) {
            update.set(now);
        }
    });
    update
}

/// Lets a person take the new version over, and says what stood against it. To stand in a place that is read out
/// when it changes.
pub fn update_view(
    language: Language,
    update: RwSignal<Option<NewVersion>>,
    beside: Option<AnyView>,
) -> AnyView {
    let t = &language.front().update;
    let taking = memo(move || update.with(|update| update.as_ref().is_some_and(|update| update.taking)));
    let said = live(move || {
        let refused = update.get()?.refused;
        if taking.get() {
            return Some(view! { <p>{t.taking}</p> }.into_any());
        }
        let lines: Vec<_> = refused
            .into_iter()
            .map(|(hindrance, here, name)| {
                view! { <p>{(t.hindrance)(hindrance, here, &name)}</p> }.into_any()
            })
            .collect();
        (!lines.is_empty()).then(|| view! { <p><b>{t.not_taken}</b></p>{lines} }.into_any())
    });
    view! {
        <div>
            <p><b>{t.available}</b>" "{t.what}</p>
            <div data-testid="update-said">{said}</div>
        </div>
        <div class="actions">
            <button
                class="btn small-btn"
                data-testid="update"
                aria-disabled=live(move || taking.get().then_some("true"))
                on:click=on(move |_| platform::take_update())
            >
                {t.take}
            </button>
            {beside}
        </div>
    }
    .into_any()
}

/// Says calmly on every page that there is a new version, unless a person has put it off.
#[component]
pub fn UpdateNotice(
    language: Language,
    update: RwSignal<Option<NewVersion>>,
    later: RwSignal<bool>,
) -> impl IntoView {
    let t = &language.front().update;
    let shown = move || update.with(Option::is_some) && !later.get();
    let notice = move || {
        let put_off = on(move |_| {
            later.set(true);
            platform::focus("#isi");
        });
        let beside = view! { <button class="btn quiet small-btn" on:click=put_off>{t.later}</button> };
        view! {
            <section class="banner calm" aria-label=t.available data-testid="update-notice">
                {update_view(language, update, Some(beside.into_any()))}
            </section>
        }
        .into_any()
    };
    view! { <div role="status">{shown_when(shown, notice)}</div> }
}
