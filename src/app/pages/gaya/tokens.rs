use leptos::prelude::*;

use crate::app::state::App;
use crate::embed::Colour;
use crate::front::{follow, live};
use crate::platform;
use crate::text::decimal;

const COLOURS: [&str; 21] = [
    "paper",
    "ground",
    "raised",
    "ink",
    "ink-soft",
    "line",
    "line-strong",
    "accent",
    "accent-ink",
    "accent-wash",
    "good",
    "warn",
    "bad",
    "good-wash",
    "warn-wash",
    "bad-wash",
    "level-1",
    "level-2",
    "level-3",
    "level-4",
    "level-5",
];

const SIZES: [&str; 7] = ["step--1", "step-0", "step-1", "step-2", "step-3", "step-4", "step-5"];

const DISTANCES: [&str; 4] = ["space", "radius", "target", "bar"];

/// Every token of one scheme, and what the browser makes of it.
pub fn tokens(app: App, scheme: &'static str, accent: Memo<Option<Colour>>) -> AnyView {
    let t = &app.texts().gaya;
    let language = app.language.get_untracked();
    // With each accent anew, once it is on the page.
    let measured = RwSignal::new(Vec::<Option<Colour>>::new());
    follow(move || {
        accent.track();
        platform::next_frame(move || {
            let of = format!("#gaya-{scheme}");
            let read = |name: &&str| Colour::parse(&platform::token(&of, &format!("--{name}"))?);
            measured.try_set(COLOURS.iter().map(read).collect());
        });
    });
    let raised = COLOURS.iter().position(|name| *name == "raised").unwrap_or_default();
    let colours = COLOURS.iter().enumerate().map(|(at, name)| {
        let said = live(move || {
            measured.with(|measured| {
                let (colour, raised) = ((*measured.get(at)?)?, (*measured.get(raised)?)?);
                let ratio = (colour.contrast(raised) * 100.0).floor() / 100.0;
                Some(format!("{colour} · {}", (t.ratio)(&decimal(language, &format!("{ratio:.2}")))))
            })
        });
        view! {
            <li class="line">
                <i class="swatch" style=("background", format!("var(--{name})"))></i>
                <code>{*name}</code>
                <span class="soft small num-text">{said}</span>
            </li>
        }
        .into_any()
    });
    let sizes = SIZES.iter().map(|name| {
        view! { <p style=("font-size", format!("var(--{name})"))>{format!("{name} 2,64")}</p> }.into_any()
    });
    let distances = DISTANCES.iter().map(|name| {
        view! {
            <li class="line"><i class="swatch" style=("width", format!("var(--{name})"))></i><code>{*name}</code></li>
        }
        .into_any()
    });
    view! {
        <section class="card stack">
            <h3>{t.colours}</h3>
            <p class="soft small">{t.contrast}</p>
            <ul class="swatches">{colours.collect::<Vec<_>>()}</ul>
            <h3>{t.sizes}</h3>
            <div>{sizes.collect::<Vec<_>>()}</div>
            <h3>{t.distances}</h3>
            <ul class="swatches">{distances.collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
