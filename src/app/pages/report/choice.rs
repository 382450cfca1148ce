use leptos::prelude::*;

use super::Making;
use crate::app::parts::Field;
use crate::app::state::use_app;
use crate::front::{live, on};
use crate::report::{Part, Wish};
use crate::text::Language;

/// Which parts, in which language.
#[component]
pub fn Choice(making: Making) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.report;
    let wish = making.wish;
    let part = move |part: Part| {
        let name =
            Part::ALL.into_iter().zip(t.parts).find(|(one, _)| *one == part).map_or("", |(_, name)| name);
        tick(
            name,
            &format!("part-{}", part.code()),
            move || wish.with(|wish| wish.parts.contains(&part)),
            move |ticked| wish.update(|wish| choose(wish, &[part], ticked)),
        )
    };
    let full = &Part::ALL[1..7];
    let all = tick(
        t.full_parts,
        "part-lengkap",
        move || wish.with(|wish| full.iter().all(|part| wish.parts.contains(part))),
        move |ticked| wish.update(|wish| choose(wish, full, ticked)),
    );
    let proposals = tick(
        t.proposals,
        "proposals",
        move || wish.with(|wish| wish.proposals),
        move |ticked| wish.update(|wish| wish.proposals = ticked),
    );
    let languages: Vec<_> = [Language::Indonesian, Language::English]
        .into_iter()
        .zip(texts.settings.languages)
        .map(|(language, name)| {
            let selected = live(move || wish.with(|wish| wish.language == language));
            view! { <option value=language.code() prop:selected=selected>{name}</option> }
        })
        .collect();
    let speak = on(move |event| {
        if let Some(language) = Language::from_code(&event_target_value(&event)) {
            wish.update(|wish| wish.language = language);
        }
    });
    view! {
        <section class="card stack" aria-labelledby="isi-laporan">
            <h2 id="isi-laporan">{t.parts_head}</h2>
            <fieldset class="choice" aria-labelledby="isi-laporan">
                {part(Part::Summary)}
                {all}
                <div class="within">{full.iter().map(|one| part(*one)).collect::<Vec<_>>()}{proposals}</div>
                {part(Part::Minutes)}
                {part(Part::Repairs)}
            </fieldset>
            <Field id="bahasa-laporan" label=t.language>
                <select id="bahasa-laporan" on:change=speak>{languages}</select>
            </Field>
        </section>
    }
}

fn choose(wish: &mut Wish, parts: &[Part], ticked: bool) {
    wish.parts.retain(|part| !parts.contains(part));
    if ticked {
        wish.parts.extend(parts);
        wish.parts.sort();
    }
}

fn tick(
    label: &'static str,
    testid: &str,
    ticked: impl Fn() -> bool + Send + 'static,
    set: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                data-testid=testid.to_owned()
                prop:checked=live(ticked)
                on:change=on(move |event| set(event_target_checked(&event)))
            />
            {label}
        </label>
    }
    .into_any()
}
