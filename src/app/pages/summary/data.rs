use leptos::prelude::*;

use crate::app::pages::new::Mistakes;
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Identity, IdentityFields};
use crate::app::state::use_app;
use crate::assessment::Change;
use crate::front::{follow, on};
use crate::platform;
use crate::text::value;

/// Agency, year and target, as given at the start.
#[component]
pub fn Data(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.summary;
    let scale = desk.instrument.scale.clone();
    let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()))?;
    let form = Identity::of(&open, app.language.get_untracked());
    // Undo and imports change what the form shows.
    follow(move || {
        let now = app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            Some((assessment.agency.clone(), assessment.year, assessment.target))
        });
        if let Some((agency, year, target)) = now {
            form.agency.set(agency.name);
            form.kind.set(Some(agency.kind));
            form.year.set(year);
            form.target.set(target.map(|t| value(app.language.get_untracked(), t)).unwrap_or_default());
        }
    });
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((mut agency, year, target)) = form.read(scale.min, scale.max) else {
            platform::next_frame(|| platform::focus("#salah"));
            return;
        };
        // What else a file said of the agency stays with it.
        app.draft.with_untracked(|draft| {
            if let Some(draft) = draft {
                agency.extra = draft.assessment.agency.extra.clone();
            }
        });
        match app.change(Change::All(vec![
            Change::Agency(agency),
            Change::Year(year),
            Change::Target(target),
        ])) {
            Ok(()) => app.say(t.data_saved),
            Err(reason) => app.say((texts.refused)(&reason)),
        }
    });
    Some(view! {
        <section class="card stack" aria-labelledby="data">
            <h2 id="data">{t.data}</h2>
            <form class="form" novalidate=true on:submit=submit>
                <Mistakes mistakes=form.mistakes/>
                <IdentityFields form=form/>
                <div class="actions"><button class="btn primary" type="submit">{t.data_save}</button></div>
            </form>
        </section>
    })
}
