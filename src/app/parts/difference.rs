use leptos::prelude::*;

use crate::app::state::App;
use crate::score::Difference;
use crate::text::exact;

/// A difference with its sign and a mark that needs no colour: ▲ +0,50.
pub fn difference(app: App, of: Difference) -> AnyView {
    let (class, mark) = match of.direction {
        std::cmp::Ordering::Greater => ("up", "▲"),
        std::cmp::Ordering::Less => ("down", "▼"),
        std::cmp::Ordering::Equal => ("soft", "="),
    };
    view! { <span class=class><span aria-hidden="true">{mark}</span>" "{signed(app, of)}</span> }.into_any()
}

/// A difference with its sign alone: +0,50, −0,50, 0,00.
pub fn signed(app: App, of: Difference) -> String {
    let sign = match of.direction {
        std::cmp::Ordering::Greater => "+",
        std::cmp::Ordering::Less => "−",
        std::cmp::Ordering::Equal => "",
    };
    format!("{sign}{}", exact(app.language.get_untracked(), of.size, 2))
}
