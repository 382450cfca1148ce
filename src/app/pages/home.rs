use std::sync::Arc;

use leptos::prelude::*;

use super::not_found::save_raw;
use crate::app::frame::{title, when};
use crate::app::live::{follow, live, memo, on, shown_when};
use crate::app::parts::{ImportButton, PredicateChip, bands};
use crate::app::route::{Page, Route};
use crate::app::state::{Loaded, Shelved, use_app};
use crate::assessment::Assessment;
use crate::exchange::Problem;
use crate::instrument::{INSTRUMENTS, Instrument};
use crate::platform;
use crate::score::score;
use crate::text::{stage, value};

/// Beranda: what this is, and the drafts on this computer.
#[component]
pub fn Home() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.home;
    title(app, texts.frame.home);
    let cards = live(move || {
        let card = |shelved: Shelved| match shelved.content {
            Ok(assessment) => view! { <Card assessment=assessment/> }.into_any(),
            Err(problem) => view! { <Broken id=shelved.id problem=problem/> }.into_any(),
        };
        app.shelf.get().into_iter().map(card).collect::<Vec<_>>()
    });
    let instruments: Vec<_> = INSTRUMENTS
        .iter()
        .rev()
        .map(|listed| {
            let href = Route::Instrument(listed.id.to_owned()).href();
            view! { <li><a href=href>{listed.short_title}</a></li> }
        })
        .collect();
    view! {
        <div class="page">
            <section class="welcome">
                <h1 tabindex="-1" class="large">{t.title}</h1>
                <p class="soft">{t.what}</p>
                <div class="actions">
                    <a class="btn primary" href="#/baru" data-testid="new-assessment">{t.start}</a>
                    <ImportButton label=t.open/>
                    <button class="btn quiet" on:click=on(move |_| app.open_example())>{t.example}</button>
                </div>
            </section>
            <section class="stack" aria-labelledby="draf">
                <h2 id="draf" tabindex="-1">{t.drafts}</h2>
                {shown_when(
                    move || app.shelf.with(Vec::is_empty),
                    || view! { <p class="card soft">{t.no_drafts}</p> }.into_any(),
                )}
                <ul class="drafts">{cards}</ul>
            </section>
            <Trash/>
            <section class="stack" aria-labelledby="instrumen">
                <h2 id="instrumen">{t.instruments}</h2>
                <ul class="inline">{instruments}</ul>
            </section>
        </div>
    }
}

#[component]
fn Card(assessment: Arc<Assessment>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.home, app.language.get_untracked());
    let renaming = RwSignal::new(false);
    let draft = assessment.clone();
    let ready = memo(move || matches!(app.instrument(&draft.instrument.id), Loaded::Ready(_)));
    let of = assessment.clone();
    let standing = live(move || {
        if !ready.get() {
            return None;
        }
        let instrument = app.ready_instrument(&of.instrument.id)?;
        Some(view! { <Standing instrument=instrument assessment=of.clone()/> }.into_any())
    });
    let changed = {
        let at = when(app, &assessment.changed.at);
        match &*assessment.changed.by {
            "" => (t.changed)(&at),
            who => (t.changed_by)(&at, who),
        }
    };
    let listed = INSTRUMENTS.iter().find(|listed| listed.id == assessment.instrument.id);
    let short_title = listed.map_or("", |listed| listed.short_title);
    let about = format!(
        "{short_title} · {} · {}",
        (texts.frame.year)(assessment.year),
        stage(language, assessment.stage)
    );
    let name = assessment.name().to_owned();
    let agency = (name != assessment.agency.name).then(|| assessment.agency.name.clone());
    let label = |action: &str| (t.action_on)(action, &name);
    let (rename_label, copy_label, delete_label) = (label(t.rename), label(t.duplicate), label(t.delete));
    let id = StoredValue::new(assessment.id.clone());
    let href = Route::Draft(assessment.id.clone(), Page::Start).href();
    let remove = on(move |_| {
        app.delete(&id.get_value());
        platform::focus("#draf");
    });
    view! {
        <li class="draft card" data-testid="draft">
            <div>
                <h3 lang="id"><a class="cover" href=href>{name.clone()}</a></h3>
                {agency.map(|agency| view! { <p class="small" lang="id">{agency}</p> })}
                <p class="soft small">{about}</p>
            </div>
            {standing}
            <p class="soft small">{changed}</p>
            <div class="actions">
                <button class="btn quiet small-btn" aria-label=rename_label disabled=live(move || !ready.get()) on:click=on(move |_| renaming.set(true))>{t.rename}</button>
                <button class="btn quiet small-btn" aria-label=copy_label on:click=on(move |_| {
                    app.duplicate(&id.get_value());
                    platform::focus("#draf");
                })>{t.duplicate}</button>
                <button class="btn quiet small-btn" aria-label=delete_label on:click=remove>{t.delete}</button>
            </div>
            {live(move || renaming.get().then(|| view! { <Rename id=id.get_value() name=name.clone() renaming=renaming/> }.into_any()))}
        </li>
    }
}

#[component]
fn Standing(instrument: Arc<Instrument>, assessment: Arc<Assessment>) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().home, app.language.get_untracked());
    let score = score(&instrument, &assessment);
    let done = (t.answered)(score.answered, score.total);
    let share = format!("{:.1}%", score.answered as f64 / score.total.max(1) as f64 * 100.0);
    view! {
        <p class="standing">
            <span class="value">{value(language, score.standing.index.rounded())}</span>
            <PredicateChip predicate=score.standing.predicate bands=bands(&instrument)/>
        </p>
        <div>
            <div class="progress" aria-hidden="true"><i style:width=share></i></div>
            <p class="soft small">{done}</p>
        </div>
    }
}

#[component]
fn Rename(id: String, name: String, renaming: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().home;
    let input = NodeRef::<leptos::html::Input>::new();
    follow(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let field = format!("nama-{id}");
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(input) = input.get_untracked() {
            app.rename(&id, &input.value());
        }
        renaming.set(false);
        platform::focus("#draf");
    });
    view! {
        <form class="rename" on:submit=submit>
            <label for=field.clone()>{t.new_name}</label>
            <input
                id=field
                type="text"
                node_ref=input
                value=name
                maxlength="200"
                on:keydown=on(move |event: leptos::ev::KeyboardEvent| {
                    if event.key() == "Escape" {
                        renaming.set(false);
                        platform::focus("#draf");
                    }
                })
            />
            <div class="actions">
                <button class="btn primary small-btn" type="submit">{t.save}</button>
                <button class="btn small-btn" type="button" on:click=on(move |_| { renaming.set(false); platform::focus("#draf"); })>{t.cancel}</button>
            </div>
        </form>
    }
}

/// A draft that cannot be read: it stays where it is, and can be taken away as a file.
#[component]
fn Broken(id: String, problem: Problem) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.home;
    let head = if matches!(problem, Problem::Newer { .. }) { t.unreadable_newer } else { t.unreadable };
    let message = (texts.problem)(&problem);
    view! {
        <li class="draft card broken" data-testid="draft">
            <h3>{head}</h3>
            <p class="small">{message.what}</p>
            <p class="soft small">{t.unreadable_text}</p>
            <div class="actions">
                <button class="btn small-btn" on:click=on(move |_| save_raw(app, &id))>{t.download}</button>
            </div>
        </li>
    }
}

#[component]
fn Trash() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().home;
    live(move || {
        let deleted = app.trash.get();
        if deleted.is_empty() {
            return None;
        }
        let rows: Vec<_> = deleted
            .into_iter()
            .map(|shelved| {
                let name = shelved.content.as_ref().map_or(t.unreadable.to_owned(), |a| a.name().to_owned());
                let (restore, purge) = ((t.action_on)(t.restore, &name), (t.action_on)(t.purge, &name));
                let id = StoredValue::new(shelved.id);
                view! {
                    <li>
                        <span lang="id">{name}</span>
                        <button class="btn small-btn" aria-label=restore on:click=on(move |_| { app.restore(&id.get_value()); platform::focus("#draf"); })>{t.restore}</button>
                        <button class="btn quiet small-btn" aria-label=purge on:click=on(move |_| { app.purge(&id.get_value()); platform::focus("#draf"); })>{t.purge}</button>
                    </li>
                }
            })
            .collect();
        Some(
            view! {
                <section class="stack" aria-labelledby="sampah">
                    <h2 id="sampah">{t.trash}</h2>
                    <p class="soft small">{t.trash_text}</p>
                    <ul class="trash">{rows}</ul>
                </section>
            }
            .into_any(),
        )
    })
}
