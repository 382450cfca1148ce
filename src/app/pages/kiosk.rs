use leptos::prelude::*;

use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::use_app;
use crate::front::{ImportButton, live, on};
use crate::instrument::INSTRUMENTS;
use crate::text::site::KioskTexts;

/// The instrument of the example.
const EXAMPLE: &str = "spbe-2020";

/// Where each visit to a kiosk begins: what can be done here, and nothing else.
#[component]
pub fn Start() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, home) = (&texts.site.kiosk, &texts.home);
    title(app, texts.frame.home);
    let kiosk = app.kiosk().cloned().unwrap_or_default();
    let until_end = time(t, kiosk.idle_seconds + kiosk.warning_seconds);
    let drafts = live(move || {
        let rows = app.shelf.get().into_iter().filter_map(|shelved| {
            let assessment = shelved.content.ok()?;
            let href = Route::Draft(shelved.id, Page::Start).href();
            let name = format!("{} · {}", assessment.name(), (texts.frame.year)(assessment.year));
            Some(
                view! { <li><a class="btn" lang="id" href=href data-testid="draft">{name}</a></li> }
                    .into_any(),
            )
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="stack" aria-labelledby="pekerjaan">
                    <h2 id="pekerjaan">{t.your_work}</h2>
                    <ul class="actions">{rows}</ul>
                </section>
            }
            .into_any()
        })
    });
    let instruments: Vec<_> = INSTRUMENTS
        .iter()
        .rev()
        .filter(|listed| kiosk.offers(listed.id))
        .map(|listed| {
            let href = Route::Instrument(listed.id.to_owned()).href();
            view! { <li><a class="btn" href=href>{listed.short_title}</a></li> }.into_any()
        })
        .collect();
    let others = app.left_by_others();
    view! {
        <div class="page">
            <section class="welcome">
                <h1 tabindex="-1" class="large">{t.title}</h1>
                <p class="soft">{t.intro}" "{(t.idle)(&until_end)}</p>
            </section>
            <section class="stack" aria-labelledby="mulai">
                <h2 id="mulai">{t.start}</h2>
                <div class="actions">
                    <a class="btn primary" href="#/baru" data-testid="new-assessment">{home.start}</a>
                    {kiosk.file_dialogs.then(|| view! { <ImportButton label=home.open act=move |files| app.take_all(files)/> })}
                    <a class="btn" href=Route::Open.href()>{texts.site.paste}</a>
                    {kiosk.offers(EXAMPLE).then(|| view! {
                        <button class="btn" on:click=on(move |_| app.open_example())>{home.example}</button>
                    })}
                </div>
            </section>
            {drafts}
            <section class="stack" aria-labelledby="lihat">
                <h2 id="lihat">{t.look}</h2>
                <ul class="actions">
                    {instruments}
                    <li><a class="btn" href=Route::National.href()>{texts.frame.national}</a></li>
                    <li><a class="btn" href=Route::Help(None).href()>{texts.frame.help}</a></li>
                </ul>
            </section>
            <section class="stack">
                {(others > 0).then(|| view! { <p class="note" data-testid="others">{(t.others)(others)}</p> })}
                <p class="soft small">{t.clipboard}</p>
            </section>
        </div>
    }
}

/// A time as people say it.
fn time(t: &KioskTexts, seconds: u16) -> String {
    if seconds.is_multiple_of(60) { (t.minutes)(seconds / 60) } else { (t.seconds)(seconds) }
}

/// A page that a kiosk does not have.
#[component]
pub fn NotHere() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().site.kiosk;
    title(app, t.not_here);
    view! {
        <div class="page">
            <section class="welcome">
                <h1 tabindex="-1">{t.not_here}</h1>
                <p class="soft">{t.not_here_text}</p>
                <p><a class="btn primary" href="#/">{t.to_start}</a></p>
            </section>
        </div>
    }
}
