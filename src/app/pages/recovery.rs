//! Titik pemulihan: earlier states of a draft.

mod compared;

use leptos::ev;
use leptos::prelude::*;

use self::compared::Compared;
use super::workspace::Desk;
use crate::app::parts::Field;
use crate::app::route::{Page, Route};
use crate::app::show::{title, when};
use crate::app::state::{App, Snapshot, use_app};
use crate::exchange::{DAILY_LIMIT, NAME_LIMIT, OTHER_LIMIT, Reason};
use crate::front::{follow, live, memo, on};
use crate::platform;
use crate::score::score;
use crate::text::{bytes, snapshot_reason, value};

/// What is unfolded below a restore point.
#[derive(Clone, Copy, PartialEq)]
enum Unfolded {
    Compare,
    Name,
    Delete,
}

type Open = RwSignal<Option<(String, Unfolded)>>;

#[component]
pub fn Recovery(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().recovery;
    title(app, t.title);
    let id = desk.id.clone();
    let all = memo(move || app.snapshots(&id));
    let open: Open = RwSignal::new(None);
    let name = NodeRef::<leptos::html::Input>::new();
    let id = desk.id.clone();
    // Enter makes this click too; a form's own submission is forbidden in a sandboxed frame.
    let make = on(move |event: ev::MouseEvent| {
        event.prevent_default();
        let typed = name.get_untracked().map(|input| input.value()).unwrap_or_default();
        // The second press of two changes nothing.
        if typed.trim().is_empty() && app.was_just_kept(&id) {
            return app.say(t.made);
        }
        match app.take_named(&id, Reason::Person, &typed) {
            Ok(_) => {
                if let Some(input) = name.get_untracked() {
                    input.set_value("");
                }
                app.say(t.made);
            }
            Err(_) => app.say_full(),
        }
    });
    let back = Route::Draft(desk.id.clone(), Page::Files).href();
    let rows = live(move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="soft">{t.none}</p> }.into_any();
        }
        let rows: Vec<_> = all.into_iter().map(|snapshot| row(app, &desk, snapshot, open)).collect();
        view! { <ul class="points">{rows}</ul> }.into_any()
    });
    view! {
        <div class="page">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <p><a href=back>{t.back}</a></p>
            </section>
            <form class="card stack">
                <h2>{t.make_title}</h2>
                <Field id="nama-titik" label=t.name help=Some(String::from(t.name_help))>
                    <input id="nama-titik" type="text" node_ref=name maxlength=NAME_LIMIT.to_string() aria-describedby="nama-titik-help"/>
                </Field>
                <p><button class="btn primary" type="submit" data-testid="make-snapshot" on:click=make>{t.make}</button></p>
            </form>
            <section class="card stack" aria-labelledby="titik">
                <h2 id="titik" tabindex="-1">{t.list}</h2>
                <p class="soft small">{(t.kept)(DAILY_LIMIT, OTHER_LIMIT)}</p>
                {rows}
            </section>
        </div>
    }
}

fn row(app: App, desk: &Desk, snapshot: Snapshot, open: Open) -> AnyView {
    let (t, language) = (&app.texts().recovery, app.language.get_untracked());
    let Snapshot { key, made, size, head } = snapshot;
    let at = when(app, &made);
    let size = bytes(language, size as u64);
    let Ok(head) = head else {
        let (raw, gone) = (key.clone(), key.clone());
        let file = format!("takar-titik-pemulihan-{}.txt", made.as_str().replace(':', ""));
        return view! {
            <li data-testid="snapshot">
                <p><b>{at}</b>" "<span class="soft">{size}</span></p>
                <p class="note warn">{t.unreadable}</p>
                <div class="actions">
                    <button class="btn small-btn saves" on:click=on(move |_| save_text(app, &file, app.raw_entry(&raw)))>{app.texts().home.download}</button>
                    <button class="btn quiet small-btn" on:click=on(move |_| unfold(open, &gone, Unfolded::Delete))>{t.delete}</button>
                </div>
                {unfolded(app, desk, &key, String::new(), open)}
            </li>
        }
        .into_any();
    };
    let reason = snapshot_reason(language, &head.reason);
    // The first form of restore points says nothing of its index.
    let index = head.index.map(|index| (index, head.predicate.clone())).or_else(|| {
        let state = app.snapshot(&key).ok().filter(|state| state.instrument.id == desk.instrument.id)?;
        let standing = score(&desk.instrument, &state).standing;
        Some((standing.index.rounded(), standing.predicate))
    });
    let about: Vec<String> = [
        (!head.name.is_empty()).then(|| reason.to_owned()),
        Some(at.clone()),
        (!head.made.by.is_empty()).then(|| (t.by)(&head.made.by)),
        index.map(|(index, predicate)| (t.index)(&value(language, index), &predicate)),
        Some(size),
    ]
    .into_iter()
    .flatten()
    .collect();
    let called = if head.name.is_empty() { reason.to_owned() } else { head.name.clone() };
    let wanted = head.is_wanted().then(|| view! { " "<span class="chip">{t.wanted}</span> }.into_any());
    let label = |action: &str| (app.texts().home.action_on)(action, &format!("{called}, {at}"));
    let button = |what: Unfolded, text: &'static str| {
        let (key, of_key, label) = (key.clone(), key.clone(), label(text));
        let expanded = live(move || {
            open.with(|open| open.as_ref().is_some_and(|(of, now)| *of == of_key && *now == what)).to_string()
        });
        view! {
            <button class="btn quiet small-btn" aria-label=label aria-expanded=expanded on:click=on(move |_| unfold(open, &key, what))>{text}</button>
        }
        .into_any()
    };
    let bring_back = on({
        let key = key.clone();
        move |_| {
            open.set(None);
            app.bring_back(&key);
            platform::next_frame(|| platform::focus("#titik"));
        }
    });
    view! {
        <li data-testid="snapshot">
            <p><b>{called.clone()}</b>{wanted}</p>
            <p class="soft small">{about.join(" · ")}</p>
            <div class="actions">
                <button class="btn small-btn" aria-label=label(t.bring_back) on:click=bring_back>{t.bring_back}</button>
                {button(Unfolded::Compare, t.compare)}
                {button(Unfolded::Name, t.rename)}
                {button(Unfolded::Delete, t.delete)}
            </div>
            {unfolded(app, desk, &key, head.name.clone(), open)}
        </li>
    }
    .into_any()
}

/// Unfolds something below a restore point, or folds it up again.
fn unfold(open: Open, key: &str, what: Unfolded) {
    let now = Some((key.to_owned(), what));
    open.set(if open.get_untracked() == now { None } else { now });
    let to = match what {
        Unfolded::Compare => "#titik-banding",
        Unfolded::Name => "#titik-nama",
        Unfolded::Delete => "#titik-tanya",
    };
    platform::next_frame(move || platform::focus(to));
}

fn unfolded(app: App, desk: &Desk, key: &str, name: String, open: Open) -> impl IntoView + use<> {
    let (key, desk) = (key.to_owned(), desk.clone());
    let of_key = key.clone();
    let what =
        memo(move || open.with(|open| open.as_ref().filter(|(of, _)| *of == of_key).map(|(_, what)| *what)));
    live(move || match what.get()? {
        Unfolded::Compare => Some(view! { <Compared desk=desk.clone() snapshot=key.clone()/> }.into_any()),
        Unfolded::Name => Some(naming(app, &key, &name, open)),
        Unfolded::Delete => Some(asking(app, &key, open)),
    })
}

fn naming(app: App, key: &str, name: &str, open: Open) -> AnyView {
    let texts = app.texts();
    let input = NodeRef::<leptos::html::Input>::new();
    follow(move || {
        if let Some(input) = input.get() {
            input.select();
        }
    });
    let (key, name) = (key.to_owned(), name.to_owned());
    let leave = move || {
        open.set(None);
        platform::next_frame(|| platform::focus("#titik"));
    };
    let save = on(move |event: ev::MouseEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        app.name_snapshot(&key, &typed);
        leave();
    });
    let escape = on(move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            leave();
        }
    });
    view! {
        <form class="stack" on:keydown=escape>
            <Field id="titik-nama" label=texts.recovery.name>
                <input id="titik-nama" type="text" node_ref=input value=name maxlength=NAME_LIMIT.to_string()/>
            </Field>
            <div class="actions">
                <button class="btn primary small-btn" type="submit" on:click=save>{texts.home.save}</button>
                <button class="btn small-btn" type="button" on:click=on(move |_| leave())>{texts.home.cancel}</button>
            </div>
        </form>
    }
    .into_any()
}

fn asking(app: App, key: &str, open: Open) -> AnyView {
    let texts = app.texts();
    let key = key.to_owned();
    let leave = move || {
        open.set(None);
        platform::next_frame(|| platform::focus("#titik"));
    };
    let delete = on(move |_| {
        app.delete_snapshot(&key);
        app.say(texts.recovery.deleted);
        leave();
    });
    view! {
        <div class="note bad" role="group" aria-labelledby="titik-tanya">
            <p id="titik-tanya" tabindex="-1">{texts.recovery.delete_asks}</p>
            <div class="actions">
                <button class="btn small-btn" on:click=delete>{texts.recovery.delete}</button>
                <button class="btn quiet small-btn" on:click=on(move |_| leave())>{texts.home.cancel}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Saves a text to a file, as it is.
pub fn save_text(app: App, file: &str, text: Option<String>) {
    let Some(text) = text else { return };
    let t = &app.texts().frame;
    app.say(match platform::download(file, &text) {
        Ok(()) => (t.exported)(file),
        Err(why) => (t.export_failed)(&why),
    });
}
