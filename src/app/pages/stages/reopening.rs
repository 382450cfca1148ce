use leptos::prelude::*;

use super::{StageForm, names};
use crate::app::parts::{Refusal, TextField};
use crate::app::state::{Action, use_app};
use crate::assessment::Stage;
use crate::front::{live, memo, on};
use crate::platform;
use crate::text::stage;

/// Asks before a stage is opened again, and says which others open with it.
#[component]
pub fn Reopen(at: Stage, form: StageForm) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    let name = stage(language, at);
    // What opens: every stage that is frozen now, and not by one that stays closed.
    let opening = memo(move || {
        app.draft.with(|draft| {
            let Some(of) = draft.as_ref().map(|draft| &draft.assessment) else { return Default::default() };
            let stays = Stage::ALL.into_iter().rfind(|one| *one < at && of.closing(*one).is_some());
            let frozen = Stage::ALL.into_iter().filter(|one| of.is_closed(*one));
            frozen.partition::<Vec<_>, _>(|one| stays.is_none_or(|stays| *one > stays))
        })
    });
    let text = live(move || (t.reopens)(&names(language, opening.get().0)));
    let stays = live(move || {
        let (_, stays) = opening.get();
        (!stays.is_empty()).then(|| format!(" {}", (t.stays_closed)(&names(language, stays))))
    });
    let no_name = Signal::derive(move || (form.tried.get() && form.lacks_name()).then_some(t.need_name));
    let submit = on(move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        form.tried.set(true);
        if untrack(|| form.lacks_name()) {
            return platform::focus("#dibuka-oleh");
        }
        let opened = names(language, opening.get_untracked().0);
        match app.reopen_stage(at, form.by.get_untracked().trim()) {
            Ok(()) => {
                form.leave();
                app.say_with((t.reopened)(&opened), Action::Undo);
            }
            Err(why) => form.refused.set(Some(why)),
        }
    });
    view! {
        <h2 id="tahap-tanya" tabindex="-1">{(t.reopen_stage)(name)}</h2>
        <p>{text}{stays}</p>
        <p>{t.reopen_keeps}</p>
        <form class="form" novalidate=true>
            <div class="narrow-field">
                <TextField id="dibuka-oleh" label=t.reopened_by value=form.by help=t.reopened_by_help error=no_name testid="reopened-by"/>
            </div>
            <Refusal why=form.refused/>
            <div class="actions">
                <button class="btn primary" type="submit" data-testid="confirm-reopen" on:click=submit>{t.reopen}</button>
                <button class="btn quiet" type="button" on:click=on(move |_| form.leave())>{t.cancel}</button>
            </div>
        </form>
    }
}
