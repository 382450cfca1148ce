use leptos::prelude::*;

use super::versus::{Side, sides};
use crate::app::state::use_app;
use crate::assessment::merge::{AnswerPart, Choice, Content, Held, Place};
use crate::front::{live, on};
use crate::platform;
use crate::text::merge::{place_in, who};
use crate::text::readable;

/// Where this tab and another one wrote differently: what was typed stays on the page until a person has
/// decided.
#[component]
pub fn HeldPanel() -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().merging, app.language.get_untracked());
    let one = move |(at, held): (usize, Held)| {
        let Held { place, mine, theirs, theirs_by } = held;
        let title = app.draft.with_untracked(|draft| {
            let draft = &draft.as_ref()?.assessment;
            Some(readable(&place_in(language, &[draft], &place)))
        });
        let both_texts = matches!(
            (&place, &mine, &theirs),
            (
                Place::Answer(_, _, AnswerPart::Facts | AnswerPart::Analysis),
                Content::Text(_),
                Content::Text(_)
            )
        );
        let shown = sides(
            language,
            &place,
            [
                Side { name: t.here, by: String::new(), content: mine },
                Side { name: t.other_tab, by: who(language, &theirs_by), content: theirs },
            ],
        );
        let button = |choice: Choice, label: &'static str| {
            let place = place.clone();
            let decide = on(move |_| {
                app.decide(&place, choice);
                // The panel goes with the decision; the focus must not go with it.
                platform::focus("#isi");
            });
            view! { <button class="btn small-btn" on:click=decide>{label}</button> }.into_any()
        };
        let buttons = [
            Some(button(Choice::Mine, t.take_here)),
            Some(button(Choice::Theirs, t.take_other)),
            both_texts.then(|| button(Choice::Both, t.both)),
        ];
        let id = format!("bentrok-{at}");
        let labelled = id.clone();
        view! {
            <div class="conflict open" role="group" aria-labelledby=labelled data-testid="held">
                <p id=id><b lang="id">{title}</b></p>
                {shown}
                <div class="actions">{buttons.into_iter().collect::<Vec<_>>()}</div>
            </div>
        }
        .into_any()
    };
    live(move || {
        let held = app.held.get();
        let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.id.clone()));
        let here = app.route.with(|route| route.draft().map(str::to_owned)) == open;
        if held.is_empty() || !here {
            return None;
        }
        let all: Vec<_> = held.into_iter().enumerate().map(one).collect();
        Some(
            view! {
                <section class="held" role="alert">
                    <p><b>{t.held_title}</b></p>
                    <p class="small">{t.held_text}</p>
                    {all}
                </section>
            }
            .into_any(),
        )
    })
}
