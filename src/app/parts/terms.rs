use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::state::use_app;
use crate::text::terms::Term;

/// Terms with what they mean, and the regulation behind an official definition.
#[component]
pub fn TermList(terms: Vec<&'static Term>) -> impl IntoView {
    let t = &use_app().texts().terms;
    let rows: Vec<_> = terms
        .into_iter()
        .map(|term| {
            let basis =
                term.basis.map(|basis| view! { <span class="soft small">" "{(t.basis)(basis)}"."</span> });
            view! { <div><dt lang="id">{term.name}</dt><dd>{(term.meaning)(t)}{basis}</dd></div> }.into_any()
        })
        .collect();
    view! { <dl class="pairs wide">{rows}</dl> }
}

/// A link to a part of the help page.
#[component]
pub fn HelpLink(part: &'static str) -> impl IntoView {
    view! { <a href=Route::Help(Some(part)).href()>{use_app().texts().help.link}</a> }
}
