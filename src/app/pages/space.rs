//! What takes the browser's space, and what can be done about it.

use leptos::prelude::*;

use super::not_found::save_raw;
use super::recovery::save_text;
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::{App, use_app};
use crate::exchange::{Holder, file_name, write};
use crate::front::{live, memo, on};
use crate::platform;
use crate::text::bytes;

#[component]
pub fn SpacePage() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().space;
    title(app, t.title);
    view! {
        <div class="page">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
            </section>
            <section class="card stack"><SpaceList/></section>
        </div>
    }
}

/// Each draft with what it and its restore points take, what others take, and ways to make room.
#[component]
pub fn SpaceList() -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().space, app.language.get_untracked());
    let space = memo(move || app.space());
    // The id of the draft that a person is asked about.
    let asked = RwSignal::new(None::<String>);
    let used = live(move || (t.used)(&bytes(language, space.with(|space| space.total()) as u64)));
    let rows = live(move || {
        let space = space.get();
        let holders: Vec<_> =
            space.holders.into_iter().map(|holder| holder_view(app, holder, asked)).collect();
        let none = holders.is_empty().then(|| view! { <p class="soft">{t.none}</p> }.into_any());
        let foreign = (space.foreign > 0).then(|| {
            view! {
                <li>
                    <p><b>{t.foreign}</b>" "<span class="soft">{bytes(language, space.foreign as u64)}</span></p>
                    <p class="soft small">{t.foreign_text}</p>
                </li>
            }
            .into_any()
        });
        view! { {none}<ul class="points" data-testid="space">{holders}{foreign}</ul> }.into_any()
    });
    view! {
        <p id="ruang-terpakai" tabindex="-1"><b>{used}</b></p>
        {rows}
    }
}

/// A draft as a file of its own; as it is where it cannot be read.
fn save_draft(app: App, id: &str) {
    match app.sealed(id) {
        Some(draft) => save_text(app, &file_name(&draft), Some(write(&draft))),
        None => save_raw(app, id),
    }
}

fn holder_view(app: App, holder: Holder, asked: RwSignal<Option<String>>) -> AnyView {
    let texts = app.texts();
    let (t, language) = (&texts.space, app.language.get_untracked());
    let name = app.holder_name(&holder);
    // A draft that cannot be read has no name of its own.
    let lang = (name != (t.unreadable)(&holder.id)).then_some("id");
    let Holder { id, draft, is_deleted, snapshots, kept } = holder;
    let about: Vec<_> = [
        (draft > 0).then(|| (t.draft)(&bytes(language, draft as u64))),
        (snapshots > 0).then(|| (t.snapshots)(snapshots, &bytes(language, kept as u64))),
        is_deleted.then(|| t.deleted.to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let label = |action: &str| (texts.home.action_on)(action, &name);
    let points = (snapshots > 0 && draft > 0 && !is_deleted).then(|| {
        let href = Route::Draft(id.clone(), Page::Recovery).href();
        view! { <a class="btn quiet small-btn" href=href aria-label=label(texts.recovery.link)>{texts.recovery.link}</a> }.into_any()
    });
    let clear = (app.automatic_of(&id) > 0).then(|| {
        let id = id.clone();
        let clear = on(move |_| {
            app.say((t.cleared)(app.clear_automatic(&id)));
            platform::next_frame(|| platform::focus("#ruang-terpakai"));
        });
        view! { <button class="btn quiet small-btn" aria-label=label(t.clear) on:click=clear>{t.clear}</button> }.into_any()
    });
    let save = (draft > 0).then(|| {
        let id = id.clone();
        let save = on(move |_| save_draft(app, &id));
        view! { <button class="btn small-btn saves" aria-label=label(t.save) on:click=save>{t.save}</button> }
            .into_any()
    });
    let ask = on({
        let id = id.clone();
        move |_| {
            asked.set(Some(id.clone()));
            platform::next_frame(|| platform::focus("#ruang-tanya"));
        }
    });
    let erase_label = label(texts.home.purge);
    let is_asked = {
        let id = id.clone();
        memo(move || asked.with(|asked| asked.as_ref() == Some(&id)))
    };
    let shown = name.clone();
    let question = live(move || {
        if !is_asked.get() {
            return None;
        }
        let leave = move || {
            asked.set(None);
            platform::next_frame(|| platform::focus("#ruang-terpakai"));
        };
        let (id, name) = (id.clone(), name.clone());
        let asks = (t.erase_asks)(&name);
        let erase = on(move |_| {
            leave();
            if app.erase(&id) {
                app.say((t.erased)(&name));
            } else {
                app.say(t.unsaved);
            }
        });
        Some(view! {
            <div class="note bad" role="group" aria-labelledby="ruang-tanya">
                <p id="ruang-tanya" tabindex="-1">{asks}</p>
                <div class="actions">
                    <button class="btn small-btn" on:click=erase>{texts.home.purge}</button>
                    <button class="btn quiet small-btn" on:click=on(move |_| leave())>{texts.home.cancel}</button>
                </div>
            </div>
        }.into_any())
    });
    view! {
        <li>
            <p><b lang=lang>{shown}</b></p>
            <p class="soft small">{about.join(" · ")}</p>
            <div class="actions">
                {save}
                {points}
                {clear}
                <button class="btn quiet small-btn" aria-label=erase_label on:click=ask>{texts.home.purge}</button>
            </div>
            {question}
        </li>
    }
    .into_any()
}
