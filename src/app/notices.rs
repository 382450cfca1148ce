//! What the frame says: warnings that stay, and messages that pass.

use leptos::prelude::*;

use super::parts::toast;
use super::route::Route;
use super::save::save_to_file;
use super::state::{Action, App, Saving, Toast, use_app};
use crate::front::{live, memo, on, shown_when};
use crate::platform;

/// Says loudly when the work is not safe.
#[component]
pub fn Banner() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().frame;
    let has_draft = memo(move || app.draft.with(Option::is_some));
    live(move || {
        let text = match app.saving.with(Saving::code) {
            // On a kiosk that is how it should be, and its bar says so.
            "memory" if app.kiosk().is_some() => return None,
            "memory" => t.memory_banner,
            "failed" => t.failed_banner,
            _ => return None,
        };
        let full = (text == t.failed_banner).then(|| {
            view! {
                <p>{(app.texts().space.taken)(&app.largest())}</p>
                <a class="btn" href=Route::Space.href()>{app.texts().space.open}</a>
            }
            .into_any()
        });
        // Alone in a tab the page may store what it may not in a frame.
        let framed = (text == t.memory_banner && platform::is_framed()).then(|| own_tab(app));
        Some(view! {
            <div class="banner" role="alert">
                <p>{text}</p>
                {full}
                {shown_when(
                    move || has_draft.get(),
                    move || view! {
                        <button class="btn saves" on:click=on(move |_| save_to_file(app))>{t.save_to_file}</button>
                    }.into_any(),
                )}
                {framed}
            </div>
        }.into_any())
    })
}

/// Milliseconds without an edit after which it is read aloud that the work is safe.
const PAUSE: i32 = 1500;

/// Reads aloud that the work is saved, once a person pauses: not at each letter, and within a minute once, since the
/// text is then the same. What is not saved is the banner's to say, at once.
#[component]
pub fn SaveSaid() -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().frame, app.language.get_untracked());
    let said = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None::<platform::Timer>);
    Effect::new(move |before: Option<()>| {
        let saving = app.saving.get();
        timer.set_value(None);
        match saving {
            // What the page begins with is no news.
            Saving::Saved(Some(time)) if before.is_some() => {
                let text = (t.saved_at)(&platform::local_time(&time).clock(language));
                let say = move || drop(said.try_set(text));
                timer.set_value(platform::Timer::after(PAUSE, say));
            }
            Saving::Failed | Saving::Memory => said.set(String::new()),
            _ => {}
        }
    });
    view! { <p class="visually-hidden" aria-live="polite" data-testid="save-said">{live(move || said.get())}</p> }
}

/// The way out of a frame, and what it does not take along.
pub fn own_tab(app: App) -> AnyView {
    let t = &app.texts().site;
    view! {
        <p class="small" id="tab-sendiri">{t.own_tab_text}</p>
        <a class="btn" href=platform::own_address() target="_blank" rel="noopener" aria-describedby="tab-sendiri" data-testid="own-tab">{t.own_tab}</a>
    }
    .into_any()
}

/// Says calmly that the open draft has changes that are in no file for long.
#[component]
pub fn Reminder() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.settings;
    let due = memo(move || {
        // Where nothing is stored, that is said already, and louder.
        let id = app.route.with(|route| route.draft().map(str::to_owned)).filter(|_| !app.later.get())?;
        let open = app.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.assessment.id == id));
        let calm = app.saving.with(|saving| matches!(saving, Saving::Saved(_) | Saving::Pending));
        let age = open.then(|| app.export_age(&id))?;
        (age.due && calm).then_some((age.changes, age.waiting))
    });
    live(move || {
        due.get().map(|(changes, days)| {
            view! {
                <div class="banner calm" data-testid="reminder">
                    <p>{(t.reminder)(changes, days)}</p>
                    <button class="btn small-btn saves" on:click=on(move |_| {
                        save_to_file(app);
                        platform::focus("#isi");
                    })>{texts.frame.save_to_file}</button>
                    <button class="btn quiet small-btn" on:click=on(move |_| {
                        app.later.set(true);
                        platform::focus("#isi");
                    })>{t.later}</button>
                </div>
            }
            .into_any()
        })
    })
}

/// Short messages, perhaps with a way back.
#[component]
pub fn Toasts() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let label = move |action: &Action| match action {
        Action::Restore(_) => texts.home.restore,
        Action::BringBack(_) => texts.open.bring_back,
        Action::Undo => texts.frame.undo,
        Action::Space => texts.space.open,
    };
    // The button goes with its message; the focus must not go with it, and nothing must scroll.
    let leave = || platform::focus("#isi");
    view! {
        <div class="toasts" role="status">
            {live(move || {
                let count = Some(app.gave_way.get()).filter(|count| *count > 0)?;
                let close = move || {
                    app.gave_way.set(0);
                    leave();
                };
                Some(toast((texts.recovery.gave_way)(count), None, texts.frame.close, close))
            })}
            {live(move || app.toast.get().map(|Toast { text, action, .. }| {
                let back = action.map(|action| {
                    let name = label(&action);
                    let back = on(move |_| {
                        app.act(&action);
                        leave();
                    });
                    (name, back)
                });
                let close = move || {
                    app.toast.set(None);
                    leave();
                };
                toast(text, back, texts.frame.close, close)
            }))}
        </div>
    }
}
