use leptos::prelude::*;

use crate::text::Message;

/// What went wrong, and what to do.
#[component]
pub fn FailedMessage(
    title: String,
    message: Message,
    #[prop(optional)] after: Option<&'static str>,
) -> impl IntoView {
    view! {
        <div class="note bad" role="alert">
            <p><b>{title}</b></p>
            <p>{message.what}</p>
            {(!message.todo.is_empty()).then(|| view! { <p>{message.todo}</p> })}
            {after.map(|after| view! { <p class="soft">{after}</p> })}
        </div>
    }
}

/// A term and what it is, in a `<dl class="pairs">`.
#[component]
pub fn Pair(term: &'static str, children: Children) -> impl IntoView {
    view! { <div><dt>{term}</dt><dd>{children()}</dd></div> }
}
