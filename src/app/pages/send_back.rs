use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::parts::{Carry, CopyText, TextField};
use crate::app::route::{Page, Route};
use crate::app::save::{send_back, sent_back_text};
use crate::app::show::{title, when};
use crate::app::state::use_app;
use crate::app::units::{Missing, missing};
use crate::exchange::{file_name, sent_back};
use crate::front::{live, memo, on, shown_when};
use crate::text::readable;

/// Kirim kembali: what is still open in a work package, and the file that goes back.
#[component]
pub fn SendBack(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().package;
    title(app, t.send);
    let instrument = desk.instrument.clone();
    let open = memo(move || {
        app.draft
            .with(|draft| draft.as_ref().map(|draft| missing(&instrument, &draft.assessment)))
            .unwrap_or_default()
    });
    let instrument = desk.instrument.clone();
    let id = desk.id;
    let rows = live(move || {
        let row = |(number, what): (u16, Vec<Missing>)| {
            let short = instrument.indicator(number).map(|one| one.short_title.clone()).unwrap_or_default();
            let href = Route::Draft(id.clone(), Page::Indicator(number)).href();
            let said = |one: Missing| {
                let at = Missing::ALL.iter().position(|other| *other == one).unwrap_or_default();
                t.missing[at]
            };
            let text = what.into_iter().map(said).collect::<Vec<_>>().join(", ");
            view! { <li data-testid="missing"><a href=href lang="id">{format!("{number}. {short}")}</a>": "{text}</li> }.into_any()
        };
        open.get().into_iter().map(row).collect::<Vec<_>>()
    });
    let order =
        memo(move || app.draft.with(|draft| draft.as_ref().and_then(|draft| draft.assessment.order.clone())));
    let name = live(move || {
        app.draft
            .with(|draft| draft.as_ref().map(|draft| file_name(&sent_back(&draft.assessment, app.stamp()))))
    });
    let to = live(move || order.get().map(|order| (t.send_to)(&readable(&order.issued.by))));
    let sent = live(move || {
        let returned = order.get()?.returned?;
        Some(
            view! { <p class="verdict good" data-testid="sent">{(t.sent)(&when(app, &returned.at))}</p> }
                .into_any(),
        )
    });
    let who = RwSignal::new(app.who());
    let send = on(move |_| {
        app.set_who(&who.get_untracked());
        send_back(app);
    });
    view! {
        <div class="page">
            <h1 tabindex="-1">{t.send}</h1>
            <section class="card stack" aria-labelledby="terbuka">
                <h2 id="terbuka">{t.open_title}</h2>
                {live(move || match open.with(Vec::len) {
                    0 => view! { <p class="verdict good">{t.nothing_open}</p> }.into_any(),
                    n => view! { <p>{(t.open_count)(n)}</p> }.into_any(),
                })}
                {shown_when(move || open.with(|open| !open.is_empty()), move || view! { <ul class="plain">{rows.clone()}</ul> }.into_any())}
            </section>
            <section class="card stack" aria-labelledby="kirim">
                <h2 id="kirim">{t.file_title}</h2>
                <p>{t.file_text}</p>
                <div class="narrow-field"><TextField id="who" label=app.texts().new.who value=who help=t.who_help/></div>
                <div class="actions">
                    <button class="btn primary saves" data-testid="send-back" on:click=send>{t.save_file}</button>
                    <span class="soft small saves">{name}</span>
                </div>
                {sent}
                <p class="soft small">{to}" "{t.apart}</p>
            </section>
            <Carry/>
            <CopyText text=move || {
                app.set_who(&who.get_untracked());
                sent_back_text(app)
            }/>
        </div>
    }
}
