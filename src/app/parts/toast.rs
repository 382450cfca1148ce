use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::front::on;

/// What takes back what a [`toast`] tells, and its name.
type Back = (&'static str, Box<dyn FnMut(MouseEvent)>);

/// A message that passes, perhaps with a way back, and a button that ends it.
pub fn toast(
    text: String,
    back: Option<Back>,
    close: &'static str,
    mut leave: impl FnMut() + 'static,
) -> AnyView {
    view! {
        <div class="toast">
            <p>{text}</p>
            {back.map(|(name, back)| view! { <button class="btn quiet" on:click=back>{name}</button> })}
            <button class="btn quiet icon" aria-label=close on:click=on(move |_| leave())>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>
            </button>
        </div>
    }
    .into_any()
}
