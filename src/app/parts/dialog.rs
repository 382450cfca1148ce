use leptos::ev;
use leptos::prelude::*;

use super::Within;
use crate::front::on;

/// A question that waits for its answer: what is behind it cannot be reached meanwhile. `platform::open_dialog`
/// opens it, `platform::close_dialog` closes it, and the browser gives the focus back to where it was.
#[component]
pub fn Dialog(
    id: &'static str,
    title: &'static str,
    text: &'static str,
    /// What happens once it is closed, by whatever means.
    #[prop(optional)]
    closed: Option<fn()>,
    /// What stands below its text.
    children: Within,
) -> impl IntoView {
    let (of_title, of_text) = (format!("{id}-judul"), format!("{id}-teks"));
    let (labelled, described) = (of_title.clone(), of_text.clone());
    let end = on(move |_: ev::Event| {
        if let Some(closed) = closed {
            closed();
        }
    });
    view! {
        <dialog id=id class="card" role="alertdialog" aria-labelledby=labelled aria-describedby=described on:close=end>
            <div class="stack">
                <h2 id=of_title>{title}</h2>
                <p id=of_text>{text}</p>
                {children.show()}
            </div>
        </dialog>
    }
    .into_any()
}
