use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::{Act, Card, Entry, Standing, follow, live, on, shown_when};
use crate::assessment::{Stage, Time};
use crate::instrument::INSTRUMENTS;
use crate::platform;
use crate::text::{Language, stage, value};

type Acting = Arc<dyn Fn(Act) + Send + Sync>;

/// The draft that is being renamed, and what was typed so far. It outlives its card, which is drawn
/// anew whenever a draft changes.
type Renaming = RwSignal<Option<(String, String)>>;

/// Beranda: what this is, and the drafts on this computer.
#[component]
pub fn Home(
    language: Language,
    #[prop(into)] drafts: Signal<Vec<Entry>>,
    #[prop(into)] trash: Signal<Vec<Entry>>,
    /// Does what the buttons promise.
    act: impl Fn(Act) + Send + Sync + 'static,
) -> impl IntoView {
    let act: Acting = Arc::new(act);
    let t = &language.front().home;
    let renaming: Renaming = RwSignal::new(None);
    let (of_cards, of_trash, of_open, of_example) = (act.clone(), act.clone(), act.clone(), act);
    let cards = live(move || {
        let entry = |entry: Entry| match entry {
            Entry::Card(card) => card_view(language, card, renaming, of_cards.clone()),
            Entry::Broken { id, newer, why } => broken_view(language, id, newer, why, of_cards.clone()),
        };
        drafts.get().into_iter().map(entry).collect::<Vec<_>>()
    });
    let instruments: Vec<_> = INSTRUMENTS
        .iter()
        .rev()
        .map(|listed| {
            let href = format!("#/instrumen/{}", listed.id);
            view! { <li><a href=href>{listed.short_title}</a></li> }.into_any()
        })
        .collect();
    view! {
        <div class="page">
            <section class="welcome">
                <h1 tabindex="-1" class="large">{t.title}</h1>
                <p class="soft">{t.what}</p>
                <div class="actions">
                    <a class="btn primary" href="#/baru" data-testid="new-assessment">{t.start}</a>
                    <ImportButton label=t.open act=move |files| of_open(Act::Open(files))/>
                    <button class="btn quiet" on:click=on(move |_| of_example(Act::Example))>{t.example}</button>
                </div>
            </section>
            <section class="stack" aria-labelledby="draf">
                <h2 id="draf" tabindex="-1">{t.drafts}</h2>
                {shown_when(
                    move || drafts.with(Vec::is_empty),
                    || view! { <p class="card soft">{t.no_drafts}</p> }.into_any(),
                )}
                <ul class="drafts">{cards}</ul>
            </section>
            {live(move || trash_view(language, trash.get(), &of_trash))}
            <section class="stack" aria-labelledby="instrumen">
                <h2 id="instrumen">{t.instruments}</h2>
                <ul class="inline">{instruments}</ul>
            </section>
        </div>
    }
}

/// A button that chooses files to open.
#[component]
pub fn ImportButton(label: &'static str, act: impl Fn(Vec<platform::LocalFile>) + 'static) -> impl IntoView {
    let chosen = on(move |event: ev::Event| {
        let files: Vec<_> = platform::chosen_files(&event).into_iter().map(|picked| picked.file).collect();
        if !files.is_empty() {
            act(files);
        }
    });
    view! {
        <label class="btn">
            <input
                type="file"
                class="visually-hidden"
                accept=".json,.html,application/json"
                multiple=true
                data-testid="import-file"
                on:change=chosen
            />
            {label}
        </label>
    }
}

/// After an action the list is built anew: the focus goes to its heading.
fn to_list() {
    platform::focus("#draf");
}

fn card_view(language: Language, card: Card, renaming: Renaming, act: Acting) -> AnyView {
    let t = &language.front().home;
    let Card { id, name, agency, instrument, year, changed, by, .. } = card;
    let at = Time::parse(&changed).map(|at| platform::local_time(&at).long(language)).unwrap_or_default();
    let changed = if by.is_empty() { (t.changed)(&at) } else { (t.changed_by)(&at, &by) };
    let stage = stage(language, Stage::from_code(&card.stage).unwrap_or_default());
    let about = format!("{instrument} · {} · {stage}", (language.front().frame.year)(year));
    let agency = (name != agency).then(|| view! { <p class="small" lang="id">{agency}</p> }.into_any());
    let label = |action: &str| (t.action_on)(action, &name);
    let (rename_label, copy_label, delete_label) = (label(t.rename), label(t.duplicate), label(t.delete));
    let href = format!("#/a/{id}");
    let title = name.clone();
    let button = |label: String, text: &'static str, does: Box<dyn FnMut(ev::MouseEvent)>| {
        view! { <button class="btn quiet small-btn" aria-label=label on:click=does>{text}</button> }
            .into_any()
    };
    let (of_copy, of_delete, of_name) = (act.clone(), act.clone(), act);
    let (copied, deleted, renamed, old) = (id.clone(), id.clone(), id.clone(), name.clone());
    view! {
        <li class="draft card" data-testid="draft">
            <div>
                <h3 lang="id"><a class="cover" href=href>{title}</a></h3>
                {agency}
                <p class="soft small">{about}</p>
            </div>
            {card.standing.map(|standing| standing_view(language, &card.unit, standing))}
            <p class="soft small">{changed}</p>
            <div class="actions">
                {button(rename_label, t.rename, on(move |_| renaming.set(Some((renamed.clone(), old.clone())))))}
                {button(copy_label, t.duplicate, on(move |_| {
                    of_copy(Act::Duplicate(copied.clone()));
                    to_list();
                }))}
                {button(delete_label, t.delete, on(move |_| {
                    of_delete(Act::Delete(deleted.clone()));
                    to_list();
                }))}
            </div>
            {live(move || {
                let typed = renaming.get().filter(|(renamed, _)| *renamed == id).map(|(_, typed)| typed);
                typed.map(|typed| rename_view(language, &id, &typed, renaming, of_name.clone()))
            })}
        </li>
    }
    .into_any()
}

fn standing_view(language: Language, unit: &str, standing: Standing) -> AnyView {
    let t = &language.front().home;
    let done = (t.answered)(standing.answered, standing.total);
    let share = format!("{}%", standing.answered * 100 / standing.total.max(1));
    // An index of a part would mislead.
    let (big, class, chip) = if unit.is_empty() {
        (Some(value(language, standing.index)), standing.tone.class(), standing.predicate)
    } else {
        (None, "chip accent", (t.package)(unit))
    };
    view! {
        <div class="standing">
            <p>
                {big.map(|big| view! { <span class="value">{big}</span>" " }.into_any())}
                <span class=class lang="id">{chip}</span>
            </p>
            <div class="progress" aria-hidden="true"><i style:width=share></i></div>
            <p class="soft small">{done}</p>
        </div>
    }
    .into_any()
}

fn rename_view(language: Language, id: &str, typed: &str, renaming: Renaming, act: Acting) -> AnyView {
    let t = &language.front().home;
    let input = NodeRef::<leptos::html::Input>::new();
    follow(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let field = format!("nama-{id}");
    let id = id.to_owned();
    // Enter makes this click too; a form's own submission is forbidden in a sandboxed frame.
    let submit = on(move |event: ev::MouseEvent| {
        event.prevent_default();
        if let Some(input) = input.get_untracked() {
            act(Act::Rename { id: id.clone(), title: input.value() });
        }
        renaming.set(None);
        to_list();
    });
    let leave = move || {
        renaming.set(None);
        to_list();
    };
    let escape = on(move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            leave();
        }
    });
    let keep = on(move |_: ev::Event| {
        if let Some(input) = input.get_untracked() {
            // Untracked: the field shows it already.
            renaming.update_untracked(|renaming| {
                if let Some((_, typed)) = renaming {
                    *typed = input.value();
                }
            });
        }
    });
    view! {
        <form class="rename">
            <label for=field.clone()>{t.new_name}</label>
            <input id=field type="text" node_ref=input value=typed.to_owned() maxlength="200" on:input=keep on:keydown=escape/>
            <div class="actions">
                <button class="btn primary small-btn" type="submit" on:click=submit>{t.save}</button>
                <button class="btn small-btn" type="button" on:click=on(move |_| leave())>{t.cancel}</button>
            </div>
        </form>
    }
    .into_any()
}

/// A draft that cannot be read: it stays where it is, and can be taken away as a file.
fn broken_view(language: Language, id: String, newer: bool, why: String, act: Acting) -> AnyView {
    let t = &language.front().home;
    let head = if newer { t.unreadable_newer } else { t.unreadable };
    view! {
        <li class="draft card broken" data-testid="draft">
            <h3>{head}</h3>
            <p class="small">{why}</p>
            <p class="soft small">{t.unreadable_text}</p>
            <div class="actions">
                <button class="btn small-btn" on:click=on(move |_| act(Act::Download(id.clone())))>{t.download}</button>
                <a class="btn quiet small-btn" href="#/ruang">{t.manage}</a>
            </div>
        </li>
    }
    .into_any()
}

fn trash_view(language: Language, deleted: Vec<Entry>, act: &Acting) -> Option<AnyView> {
    if deleted.is_empty() {
        return None;
    }
    let t = &language.front().home;
    let row = |entry: Entry| {
        let (id, name) = match entry {
            Entry::Card(card) => (card.id, card.name),
            Entry::Broken { id, .. } => (id, t.unreadable.to_owned()),
        };
        let (restore, purge) = ((t.action_on)(t.restore, &name), (t.action_on)(t.purge, &name));
        let (of_restore, of_purge, restored) = (act.clone(), act.clone(), id.clone());
        let bring_back = on(move |_| {
            of_restore(Act::Restore(restored.clone()));
            to_list();
        });
        let purge_it = on(move |_| {
            of_purge(Act::Purge(id.clone()));
            to_list();
        });
        view! {
            <li>
                <span lang="id">{name}</span>
                <button class="btn small-btn" aria-label=restore on:click=bring_back>{t.restore}</button>
                <button class="btn quiet small-btn" aria-label=purge on:click=purge_it>{t.purge}</button>
            </li>
        }
        .into_any()
    };
    let rows: Vec<_> = deleted.into_iter().map(row).collect();
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
}
