use leptos::prelude::*;

use super::StageForm;
use crate::app::state::use_app;
use crate::assessment::Stage;
use crate::front::{follow, on};
use crate::text::stage;

/// After a stage was closed: which one is worked on next.
#[component]
pub fn GoOn(at: Stage, form: StageForm) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    // Undone, or opened again elsewhere: then there is nothing to go on from.
    follow(move || {
        let closed = app
            .draft
            .with(|draft| draft.as_ref().is_some_and(|draft| draft.assessment.closing(at).is_some()));
        if !closed {
            form.leave();
        }
    });
    // A visit is paid only where it is needed (Permen PANRB 59/2020, article 3).
    let next = match at {
        Stage::Interviu => vec![Stage::Visitasi, Stage::Akhir],
        _ => Stage::ALL.into_iter().find(|one| *one > at).into_iter().collect(),
    };
    let question = (!next.is_empty()).then(|| view! { <p>{t.go_on}</p> });
    let buttons: Vec<_> = next
        .into_iter()
        .map(|to| {
            let go = on(move |_| {
                form.leave();
                app.work_at(to);
            });
            let testid = format!("go-on-{}", to.code());
            view! { <button class="btn primary" data-testid=testid on:click=go>{(t.go_on_to)(stage(language, to))}</button> }
        })
        .collect();
    view! {
        <h2 id="tahap-tanya" tabindex="-1">{(t.closed)(stage(language, at))}</h2>
        {question}
        <div class="actions">
            {buttons}
            <button class="btn quiet" on:click=on(move |_| form.leave())>{t.stay}</button>
        </div>
    }
}
