//! Both sides of a difference, and the choice between them.

use leptos::prelude::*;

use crate::assessment::merge::{Choice, Content, Place};
use crate::front::{live, on};
use crate::text::merge::{apart, whole};
use crate::text::{Language, readable};

/// One side: whose it is, who wrote it and when, and what it says, with what differs marked.
pub struct Side {
    pub name: &'static str,
    pub by: String,
    pub content: Content,
}

/// Both sides beside each other.
pub fn sides(language: Language, place: &Place, sides: [Side; 2]) -> AnyView {
    let shown = |side: &Side| readable(&whole(language, place, &side.content));
    let (mine, theirs) = (shown(&sides[0]), shown(&sides[1]));
    let both_texts = matches!((&sides[0].content, &sides[1].content), (Content::Text(_), Content::Text(_)));
    let parts =
        if both_texts { apart(&mine, &theirs) } else { [vec![(false, &*mine)], vec![(false, &*theirs)]] };
    let views: Vec<_> = sides
        .into_iter()
        .zip(parts)
        .map(|(side, pieces)| {
            let piece = |(differs, text): (bool, &str)| {
                let text = text.to_owned();
                if differs { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
            };
            let said: Vec<_> = pieces.into_iter().map(piece).collect();
            view! {
                <div class="side">
                    <p class="small"><b>{side.name}</b>" "<span class="soft">{side.by}</span></p>
                    <p class="said" lang="id">{said}</p>
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <div class="sides">{views}</div> }.into_any()
}

/// Mine, theirs, and both where that is possible, as radio buttons.
pub fn choice(
    name: String,
    labels: [&'static str; 3],
    both: bool,
    chosen: impl Fn() -> Option<Choice> + Clone + Send + 'static,
    choose: impl Fn(Choice) + Clone + 'static,
) -> AnyView {
    let all = [Choice::Mine, Choice::Theirs, Choice::Both];
    let radios: Vec<_> = all
        .into_iter()
        .zip(labels)
        .take(if both { 3 } else { 2 })
        .map(|(choice, label)| {
            let (chosen, choose) = (chosen.clone(), choose.clone());
            let checked = live(move || chosen() == Some(choice));
            view! {
                <label class="pick">
                    <input type="radio" name=name.clone() prop:checked=checked on:change=on(move |_| choose(choice))/>
                    {label}
                </label>
            }
            .into_any()
        })
        .collect();
    view! { <div class="picks">{radios}</div> }.into_any()
}
