use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Making;
use crate::app::parts::FilesButton;
use crate::app::state::use_app;
use crate::front::{live, on};
use crate::platform::{self, Picked};
use crate::report::{LOGO_LIMIT, NoLogo, logo};
use crate::text::{bytes, readable};

/// The agency's own logo. It is kept beside the draft, not in it.
#[component]
pub fn Logo(draft: String, making: Making) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().report;
    let limit = bytes(app.language.get_untracked(), LOGO_LIMIT);
    let (shown_limit, id) = (limit.clone(), StoredValue::new(draft));
    let keep = move |new: Option<String>, said: &'static str| match id
        .with_value(|id| app.keep_logo(id, new.as_deref()))
    {
        Ok(()) => {
            making.logo.set(new);
            app.say(said);
        }
        Err(_) => app.say(t.logo_full),
    };
    let chosen = move |files: Vec<Picked>| {
        let Some(Picked { file, .. }) = files.into_iter().next() else { return };
        let limit = limit.clone();
        spawn_local(async move {
            let name = readable(&file.name());
            if file.size() > LOGO_LIMIT {
                return app.say((t.logo_large)(&name, &limit));
            }
            match platform::read_file(&file).await.map(|bytes| logo(&bytes)) {
                Ok(Ok(logo)) => keep(Some(logo), t.logo_kept),
                Ok(Err(NoLogo::TooLarge)) => app.say((t.logo_large)(&name, &limit)),
                Ok(Err(NoLogo::OtherFormat)) => app.say((t.logo_format)(&name)),
                Err(_) => app.say((t.logo_unread)(&name)),
            }
        });
    };
    let remove = move || {
        let remove = on(move |_| keep(None, t.logo_removed));
        view! { <button class="btn quiet small-btn" on:click=remove>{t.logo_remove}</button> }.into_any()
    };
    let now = live(move || match making.logo.get() {
        Some(logo) => view! { <img class="logo" src=logo alt=t.logo_alt/> }.into_any(),
        None => view! { <p class="soft">{t.logo_none}</p> }.into_any(),
    });
    view! {
        <details class="card picks">
            <summary>{t.logo}</summary>
            <div class="stack">
                <p class="soft small">{(t.logo_help)(&shown_limit)}</p>
                {now}
                <div class="actions">
                    <FilesButton label=t.logo_choose one=true testid="logo-file" chosen=chosen/>
                    {live(move || making.logo.with(Option::is_some).then(remove))}
                </div>
            </div>
        </details>
    }
}
