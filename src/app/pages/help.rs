use leptos::prelude::*;

use super::TourCall;
use crate::app::parts::TermList;
use crate::app::route::Route;
use crate::app::show::title;
use crate::app::state::use_app;
use crate::front::{follow, live, on, shown_when};
use crate::platform;
use crate::text::help::{HelpStep, KEYS, PARTS, PICTURE};
use crate::text::terms::{Kind, TERMS, Term};

/// The heading of a part of this page.
fn heading_of(part: &str) -> String {
    format!("bantuan-{part}")
}

/// Bantuan: the whole road in pictures, what to do about trouble, keys, and the glossary.
#[component]
pub fn Help() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.help;
    title(app, t.title);
    follow(move || {
        if let Route::Help(Some(part)) = app.route.get() {
            platform::next_frame(move || {
                // Who has just changed the language stays at its button.
                if !platform::has_focus("#bahasa") {
                    platform::show(&format!("#{}", heading_of(part)));
                }
            });
        }
    });
    // On paper the light pictures; a browser that prints by itself may have the dark ones.
    let paper = RwSignal::new(false);
    let print = on(move |_| {
        paper.set(true);
        platform::next_frame(move || {
            leptos::task::spawn_local(async move {
                platform::print_with_pictures().await;
                paper.set(false);
            });
        });
    });
    let call = expect_context::<TourCall>();
    let headings = t.steps().map(|(_, step)| step.heading).into_iter();
    let headings = headings.chain([t.trouble, t.keys_title, texts.terms.title]);
    let contents: Vec<_> = PARTS
        .into_iter()
        .zip(headings)
        .map(|(part, heading)| {
            // The address may be this already, and the page scrolled elsewhere.
            let show = on(move |_: leptos::ev::MouseEvent| platform::show(&format!("#{}", heading_of(part))));
            view! { <li><a href=Route::Help(Some(part)).href() on:click=show>{heading}</a></li> }.into_any()
        })
        .collect();
    let steps: Vec<_> =
        t.steps().into_iter().enumerate().map(|(at, (part, one))| step(at + 1, part, one, paper)).collect();
    let troubles = t.troubles.map(|(seen, todo)| view! { <div><dt>{seen}</dt><dd>{todo}</dd></div> });
    let keys: Vec<_> = KEYS
        .into_iter()
        .zip(t.keys)
        .map(|(key, does)| view! { <div><dt>{key}</dt><dd>{does}</dd></div> })
        .collect();
    let group = |at: usize, test: fn(Kind) -> bool| {
        let mut terms: Vec<&'static Term> = TERMS.iter().filter(|term| test(term.kind)).collect();
        if at == 1 {
            terms.sort_by_key(|term| term.name.to_lowercase());
        }
        view! { <h3>{texts.terms.groups[at]}</h3><TermList terms=terms/> }
    };
    view! {
        <div class="page guide">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <div class="actions">
                    <button class="btn" data-testid="print-help" on:click=print>{t.print}</button>
                    <button class="btn" data-testid="call-tour" on:click=on(move |_| call.call(app))>{t.tour}</button>
                </div>
            </section>
            <nav class="card" aria-label=t.contents><ol class="inline">{contents}</ol></nav>
            {steps}
            <section class="stack" aria-labelledby=heading_of("masalah")>
                <h2 id=heading_of("masalah") tabindex="-1">{t.trouble}</h2>
                <dl class="pairs wide">{troubles}</dl>
            </section>
            <section class="stack" aria-labelledby=heading_of("tombol")>
                <h2 id=heading_of("tombol") tabindex="-1">{t.keys_title}</h2>
                <dl class="pairs wide">{keys}</dl>
            </section>
            <section class="stack" aria-labelledby=heading_of("istilah")>
                <h2 id=heading_of("istilah") tabindex="-1">{texts.terms.title}</h2>
                <p class="soft">{texts.terms.own_words}</p>
                {group(0, |kind| kind == Kind::Evaluation)}
                {group(1, |kind| matches!(kind, Kind::Topic(_)))}
                {group(2, |kind| kind == Kind::Level)}
            </section>
        </div>
    }
}

/// What to do, and its picture.
fn step(number: usize, part: &'static str, step: &'static HelpStep, paper: RwSignal<bool>) -> AnyView {
    let lines = step.lines.map(|line| view! { <li>{line}</li> });
    view! {
        <section class="card side-by-side" aria-labelledby=heading_of(part)>
            <div class="stack">
                <h2 id=heading_of(part) tabindex="-1">{format!("{number}. {}", step.heading)}</h2>
                <ol class="plain">{lines}</ol>
            </div>
            <Picture part=part alt=step.alt paper=paper/>
        </section>
    }
    .into_any()
}

/// A picture of the page in the language and colours of the page.
#[component]
fn Picture(part: &'static str, alt: &'static str, paper: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let language = app.language.get_untracked().code();
    let address = |dark: bool| {
        let path = format!("help/{part}-{language}{}.webp", if dark { "-gelap" } else { "" });
        let shown = RwSignal::new((!platform::is_one_file()).then(|| path.clone()));
        if platform::is_one_file() {
            // There it lies inside, as base64.
            leptos::task::spawn_local(async move {
                if let Ok(text) = platform::fetch_text(&path).await {
                    shown.set(Some(format!("data:image/webp;base64,{text}")));
                }
            });
        }
        live(move || shown.get())
    };
    let dark = address(true);
    let dark = shown_when(
        move || !paper.get(),
        move || {
            view! { <source media="screen and (prefers-color-scheme: dark)" srcset=dark.clone()/> }.into_any()
        },
    );
    let (width, height) = PICTURE;
    view! {
        <picture>
            {dark}
            <img src=address(false) width=width.to_string() height=height.to_string() loading="lazy" alt=(app.texts().help.picture)(alt)/>
        </picture>
    }
}
