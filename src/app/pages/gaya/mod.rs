//! Every part that needs no draft, and the tokens, light and dark, in any accent. `tests/style.rs` sees to it that none
//! is missing.

mod controls;
mod shapes;
mod tokens;

use leptos::prelude::*;

use crate::app::parts::{Dialog, Mistakes, TextField};
use crate::app::show::title;
use crate::app::state::{Loaded, use_app};
use crate::embed::{Accent, Colour};
use crate::front::{live, memo, on};
use crate::platform;

/// The attribute that gives an element a scheme of its own, and the ids of what stands in it an ending.
const SCHEMES: [&str; 2] = ["light", "dark"];

const QUESTION: &str = "gaya-tanya";

/// A value of the instrument shown: gauge, ladder and radar are an instrument's.
const SHOWN: &str = "spbe-2020";

#[component]
pub fn Gaya() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.gaya;
    title(app, t.title);
    let typed = RwSignal::new(String::new());
    let colour = memo(move || typed.with(|typed| Colour::parse(typed.trim())));
    let wrong = Signal::derive(move || {
        let is_wrong = typed.with(|typed| !typed.trim().is_empty()) && colour.get().is_none();
        is_wrong.then_some(t.accent_wrong)
    });
    let panels = live(move || {
        let Loaded::Ready(instrument) = app.instrument(SHOWN) else {
            return vec![view! { <p class="soft" role="status">{texts.frame.loading}</p> }.into_any()];
        };
        let panel = |at: usize| {
            let (scheme, name) = (SCHEMES[at], t.schemes[at]);
            // What is empty leaves the token as it is.
            let token = move |of: fn(crate::embed::Shades) -> Colour| {
                live(move || {
                    let accent = colour.get().map(Accent::of);
                    let shades = accent.map(|accent| if at == 0 { accent.light } else { accent.dark });
                    shades.map(|shades| of(shades).to_string()).unwrap_or_default()
                })
            };
            view! {
                <section
                    class="stack"
                    id=format!("gaya-{scheme}")
                    data-scheme=scheme
                    aria-label=name
                    style=("--accent", token(|shades| shades.accent))
                    style=("--accent-ink", token(|shades| shades.ink))
                    style=("--accent-wash", token(|shades| shades.wash))
                >
                    <h2>{name}</h2>
                    {tokens::tokens(app, scheme, colour)}
                    {controls::controls(app, scheme)}
                    {shapes::shapes(app, scheme, &instrument)}
                </section>
            }
            .into_any()
        };
        (0..SCHEMES.len()).map(panel).collect()
    });
    view! {
        <div class="page wide">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <Mistakes all=Signal::derive(move || vec![("aksen", t.field_wrong)])/>
                <div class="narrow-field">
                    <TextField id="aksen" label=t.accent value=typed help=t.accent_help error=wrong/>
                </div>
                <div class="actions">
                    <button class="btn" on:click=on(move |_| platform::open_dialog(QUESTION))>{t.open_dialog}</button>
                </div>
            </section>
            <div class="schemes">{panels}</div>
            <Dialog id=QUESTION title=t.dialog text=t.dialog_text>
                <div class="actions">
                    <button class="btn primary" on:click=on(move |_| platform::close_dialog(QUESTION))>{texts.frame.close}</button>
                </div>
            </Dialog>
        </div>
    }
}
