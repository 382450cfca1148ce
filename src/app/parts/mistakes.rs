use leptos::prelude::*;

use crate::app::state::use_app;
use crate::front::{live, on};
use crate::platform;

/// The mistakes of a form before its fields, each leading to its own: a field's id, and what is wrong with it. Only where
/// several can be wrong at once; where it is one, that field gets the focus. Whoever shows it brings the focus to
/// `#salah`, which reads it out.
#[component]
pub fn Mistakes(#[prop(into)] all: Signal<Vec<(&'static str, &'static str)>>) -> impl IntoView {
    let t = &use_app().texts().new;
    let item = move |(field, text): (&'static str, &'static str)| {
        let go = on(move |event: leptos::ev::MouseEvent| {
            // The address after # is the page's.
            event.prevent_default();
            platform::focus(&format!("#{field}"));
        });
        view! { <li><a href=format!("#{field}") on:click=go>{text}</a></li> }.into_any()
    };
    live(move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            view! {
                <div class="note bad" id="salah" tabindex="-1">
                    <p><b>{t.errors}</b></p>
                    <ul>{all.into_iter().map(item).collect::<Vec<_>>()}</ul>
                </div>
            }
            .into_any()
        })
    })
}
