use leptos::prelude::*;

use crate::app::state::{Work, use_app};
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::text::{bytes, readable};

/// How far a long work has come, with a way to end it.
#[component]
pub fn WorkBar() -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().work, app.language.get_untracked());
    let runs = memo(move || app.work.with(Option::is_some));
    let of = move |show: fn(&Work) -> String| live(move || app.work.with(|work| work.as_ref().map(show)));
    let amount = live(move || {
        app.work.with(|work| {
            let work = work.as_ref()?;
            let amount = (t.amount)(&bytes(language, work.done), &bytes(language, work.total));
            let left = work.left.map(|left| (t.left)(left / 60, left % 60)).unwrap_or_default();
            Some(format!("{amount} {left}"))
        })
    });
    let percent = of(|work| (work.done.saturating_mul(100) / work.total.max(1)).min(100).to_string());
    let name = of(|work| readable(&work.name));
    let cancel = move || {
        app.work.with_untracked(|work| {
            if let Some(work) = work {
                work.cancel.cancel();
            }
        });
        // The bar goes away with the work.
        platform::focus("#isi");
    };
    shown_when(
        move || runs.get(),
        move || {
            view! {
                <div class="working card" role="group" aria-label=t.title data-testid="work">
                    <p class="line"><b>{t.title}</b><span class="soft small" lang="id">{name.clone()}</span></p>
                    <progress max="100" value=percent.clone() aria-label=t.title></progress>
                    <p class="line">
                        <span class="small">{amount.clone()}</span>
                        <button class="btn small-btn" type="button" on:click=on(move |_| cancel())>{t.cancel}</button>
                    </p>
                </div>
            }
            .into_any()
        },
    )
}
