use leptos::ev;
use leptos::prelude::*;

use super::kiosk::{Idle, KioskBar, SetupNotice};
use super::notices::{Banner, Reminder, SaveSaid, Toasts};
use super::pages;
use super::parts::{OfUnit, WorkBar};
use super::portal::Portal;
use super::route::{Page, Route};
use super::save::save_to_file;
use super::state::{App, Saving, use_app};
use crate::assessment::{History, Question};
use crate::front::{
    Act, Brand, Foot, LanguageButton, SaveMark, UpdateNotice, follow, live, memo, on, shown_when,
};
use crate::platform;
use crate::text::Language;

/// The whole app: state, listeners, and the frame around every page.
#[component]
pub fn Frame() -> impl IntoView {
    let app = App::start(platform::clear_placeholder());
    provide_context(app);
    let new_form = pages::NewForm::start();
    provide_context(new_form);
    provide_context(Portal::start(app, new_form));
    provide_context(Idle::start());
    provide_context(pages::Narrowed::start());
    provide_context(pages::TourCall::start(app));
    provide_context(pages::Sought::start());
    provide_context(pages::Looked::start());
    provide_context(pages::UnitForm::start());
    provide_context(pages::InterviewForm::start(app));
    provide_context(pages::StageForm::start());
    provide_context(pages::PlanForm::start());
    let beside = pages::Beside::start();
    provide_context(beside);
    provide_context(pages::Nation::start());
    provide_context(OfUnit::start());
    let data = pages::DataForm::start();
    provide_context(data);
    let backup = pages::BackupForm::start();
    provide_context(backup);
    // The first screen may have left something to do.
    if let Some(act) = Act::handed_over() {
        pages::act(app, act);
    }
    app.open_enclosed();

    let _ = window_event_listener(ev::hashchange, move |_| {
        app.route.set(Route::parse(&platform::current_hash()))
    });
    let _ = window_event_listener(ev::keydown, move |event| on_key(app, &event));
    let dragging = RwSignal::new(false);
    let _ = window_event_listener(ev::dragover, move |event| {
        if platform::has_files(&event) {
            // A place of the page that takes files itself has said so.
            dragging.set(!event.default_prevented());
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::dragleave, move |event| {
        // Without a related target the pointer has left the window.
        if event.related_target().is_none() {
            dragging.set(false);
        }
    });
    let _ = window_event_listener(ev::drop, move |event| {
        if !platform::has_files(&event) {
            return;
        }
        dragging.set(false);
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        drop_on_page(app, beside, &event);
    });
    follow(move || app.remember_language());
    // A message stays in the language it was said in; it goes with it.
    Effect::new(move |before: Option<Language>| {
        let language = app.language.get();
        if before.is_some_and(|before| before != language) {
            app.toast.set(None);
        }
        language
    });
    // Leaving a page ends what it was saying, and its work is written.
    Effect::new(move |before: Option<Route>| {
        let route = app.route.get();
        if before.is_some_and(|before| before != route) {
            app.flush();
            app.turn_page();
            data.close();
            backup.close();
        }
        route
    });

    // Texts are plain references: the frame is built anew when the language changes.
    live(move || {
        app.language.track();
        view! { <Inside dragging=dragging/> }.into_any()
    })
}

/// What files that are dropped on a page are for.
fn drop_on_page(app: App, beside: pages::Beside, event: &ev::DragEvent) {
    let page = match app.route.get_untracked() {
        Route::Draft(_, page @ (Page::Evidence | Page::Check | Page::Document(_) | Page::Compare)) => page,
        _ => {
            let files = platform::dropped_files(event);
            leptos::task::spawn_local(async move {
                let files: Vec<_> = files.await.into_iter().map(|picked| picked.file).collect();
                if !files.is_empty() {
                    app.take_all(files);
                }
            });
            return;
        }
    };
    let files = platform::dropped_files(event);
    leptos::task::spawn_local(async move {
        let files = files.await;
        match page {
            Page::Check => app.look_through(files),
            Page::Compare => beside.take(app, files),
            Page::Document(id) => app.set_file(id, files),
            _ => app.register_files(files, None),
        }
    });
}

fn on_key(app: App, event: &ev::KeyboardEvent) {
    let command = event.ctrl_key() || event.meta_key();
    if !command || event.alt_key() || app.draft.with_untracked(Option::is_none) {
        return;
    }
    // Text fields have an undo of their own, and so have pages without the draft on them.
    if platform::is_editing_text() || app.route.get_untracked().draft().is_none() {
        return;
    }
    match (&*event.key().to_lowercase(), event.shift_key()) {
        ("z", false) => app.undo(),
        ("z", true) | ("y", false) => app.redo(),
        _ => return,
    }
    event.prevent_default();
}

#[component]
fn Inside(dragging: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().frame;
    view! {
        <a
            class="skip"
            href="#isi"
            on:click=on(move |event: ev::MouseEvent| {
                // The address after # is the page's; skipping must not change it.
                event.prevent_default();
                platform::focus("#isi");
            })
        >
            {t.skip}
        </a>
        <Bar/>
        <KioskBar/>
        <SetupNotice/>
        <Banner/>
        <UpdateNotice language=app.language.get_untracked() update=app.update later=app.update_later/>
        <pages::HeldPanel/>
        <Reminder/>
        <main id="isi" tabindex="-1"><pages::Pages/></main>
        <Foot language=app.language.get_untracked()/>
        <WorkBar/>
        <SaveSaid/>
        <Toasts/>
        {shown_when(
            move || dragging.get(),
            move || {
                let work = &app.texts().work;
                let text = app.route.with_untracked(|route| match route {
                    Route::Draft(_, Page::Evidence) => work.drop_register,
                    Route::Draft(_, Page::Check) => work.drop_check,
                    Route::Draft(_, Page::Compare) => app.texts().compare.add_files,
                    Route::Draft(_, Page::Document(_)) => work.drop_document,
                    _ => t.drop_here,
                });
                view! { <div class="dropping"><p>{text}</p></div> }.into_any()
            },
        )}
    }
}

#[component]
fn Bar() -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().frame, app.language.get_untracked());
    let on_draft = memo(move || {
        app.route.with(|route| route.draft().map(str::to_owned)).filter(|id| {
            app.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.assessment.id == *id))
        })
    });
    let place = live(move || {
        on_draft.get()?;
        app.draft.with(|draft| {
            let draft = draft.as_ref()?;
            let (assessment, instrument) = (&draft.assessment, &draft.instrument);
            let year = (t.year)(assessment.year);
            Some(format!("{} · {} · {year}", assessment.name(), instrument.short_title))
        })
    });
    let cannot = move |step: fn(&History) -> bool| {
        live(move || !app.draft.with(|draft| draft.as_ref().is_some_and(|draft| step(&draft.history))))
    };
    let edits = move || {
        view! {
            <span class="edits">
                <button class="btn quiet icon" disabled=cannot(History::can_undo) aria-label=t.undo title=t.undo on:click=on(move |_| app.undo())>
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6"/></svg>
                </button>
                <button class="btn quiet icon" disabled=cannot(History::can_redo) aria-label=t.redo title=t.redo on:click=on(move |_| app.redo())>
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6"/></svg>
                </button>
            </span>
        }
        .into_any()
    };
    let export = move || {
        view! {
            <button class="btn small-btn saves" data-testid="export" aria-label=t.export title=t.export on:click=on(move |_| save_to_file(app))>
                <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11m-5-5 5 5 5-5M5 20h14"/></svg>
                <span class="word">{t.export}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <header class="bar">
            <Brand language=language/>
            <span class="where soft" lang="id">{place}</span>
            <span class="end">
                {shown_when(move || on_draft.get().is_some(), edits)}
                <SaveState/>
                {shown_when(move || on_draft.get().is_some(), export)}
                <LanguageButton language=app.language/>
            </span>
        </header>
        {live(move || match on_draft.get() {
            Some(id) => Some(view! { <Tabs id=id/> }.into_any()),
            // Its place, while the draft is on its way.
            None => app.route.with(|route| route.draft().is_some()).then(|| view! { <div class="tabs"></div> }.into_any()),
        })}
    }
}

#[component]
fn SaveState() -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().frame, app.language.get_untracked());
    let text = Signal::derive(move || match app.saving.get() {
        Saving::Saved(None) => t.saved.to_owned(),
        Saving::Saved(Some(time)) => (t.saved_at)(&platform::local_time(&time).clock(language)),
        Saving::Pending => t.saving.to_owned(),
        Saving::Failed => t.save_failed.to_owned(),
        Saving::Memory => t.in_memory.to_owned(),
    });
    view! { <SaveMark state=Signal::derive(move || app.saving.with(Saving::code)) text=text/> }
}

#[component]
fn Tabs(id: String) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().frame;
    let instrument =
        app.draft.with_untracked(|d| d.as_ref().map(|d| d.instrument.id.clone())).unwrap_or_default();
    let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
    let asked = package
        && app.draft.with_untracked(|d| {
            d.as_ref().is_some_and(|d| d.assessment.records.all::<Question>().next().is_some())
        });
    // Back to the indicator a person came from.
    let last = Memo::new(move |before: Option<&Page>| match app.route.get() {
        Route::Draft(_, page @ Page::Indicator(_)) => page,
        _ => before.cloned().unwrap_or(Page::Start),
    });
    follow(move || {
        app.route.track();
        platform::next_frame(platform::show_tab);
    });
    let draft = id.clone();
    let to_assess = live(move || Route::Draft(draft.clone(), last.get()).href());
    let to = |page| Route::Draft(id.clone(), page).href();
    let here = move |test: fn(&Page) -> bool| {
        live(move || {
            app.route.with(|route| matches!(route, Route::Draft(_, page) if test(page)).then_some("page"))
        })
    };
    view! {
        <nav class="tabs" aria-label=t.parts_label>
            <a href=to_assess aria-current=here(|page| matches!(page, Page::Start | Page::Indicator(_)))>{t.assess}</a>
            <a href=to(Page::Evidence) aria-current=here(|page| matches!(page, Page::Evidence | Page::Document(_) | Page::Check))>{app.texts().register.title}</a>
            <a href=to(Page::Summary) aria-current=here(|page| matches!(page, Page::Summary | Page::Sums))>{t.summary}</a>
            {if package {
                view! { <a href=to(Page::SendBack) aria-current=here(|page| *page == Page::SendBack)>{app.texts().package.send}</a> }
            } else {
                view! { <a href=to(Page::Units) aria-current=here(|page| *page == Page::Units)>{app.texts().units.title}</a> }
            }}
            // The questions of its indicators, where there are some.
            {asked.then(|| view! {
                <a href=to(Page::Interview) aria-current=here(|page| matches!(page, Page::Interview | Page::Meeting(_)))>{app.texts().interview.title}</a>
            })}
            {(!package).then(|| view! {
                <a href=to(Page::Stages) aria-current=here(|page| matches!(page, Page::Stages | Page::Interview | Page::Meeting(_)))>{app.texts().stages.title}</a>
                <a href=to(Page::Plan) aria-current=here(|page| *page == Page::Plan)>{app.texts().plan.title}</a>
                <a href=to(Page::Compare) aria-current=here(|page| matches!(page, Page::Compare | Page::National))>{app.texts().compare.title}</a>
                <a href=to(Page::Report) aria-current=here(|page| *page == Page::Report)>{app.texts().report.title}</a>
            })}
            <a href=to(Page::Files) aria-current=here(|page| matches!(page, Page::Files | Page::Merged | Page::Recovery))>{t.files}</a>
            <a href=to(Page::History(None)) aria-current=here(|page| matches!(page, Page::History(_)))>{app.texts().history.title}</a>
            <a href=Route::Instrument(instrument).href()>{t.instrument}</a>
        </nav>
    }
}
