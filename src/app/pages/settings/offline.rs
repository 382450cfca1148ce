//! Whether Takar works without network, and new versions of it.

use leptos::prelude::*;

use crate::app::state::use_app;
use crate::front::{live, memo, on, shown_when, update_view};
use crate::platform::{self, Checked, Kept};
use crate::text::bytes;

/// What is kept of the page in this browser; absent where the page never looks.
#[component]
pub fn OfflineUse() -> impl IntoView {
    let app = use_app();
    shown_when(move || app.offline.with(Option::is_some), || view! { <Looked/> }.into_any())
}

#[component]
fn Looked() -> impl IntoView {
    let app = use_app();
    let (texts, language) = (app.texts(), app.language.get_untracked());
    let t = &texts.offline;
    let kept = memo(move || app.offline.with(|now| now.as_ref().map_or(Kept::Never, |now| now.kept)));
    let text = live(move || match kept.get() {
        Kept::Never => t.none.to_owned(),
        Kept::Fetching => t.fetching.to_owned(),
        Kept::Failed => t.failed.to_owned(),
        Kept::Partial(missing) => (t.partial)(missing),
        Kept::Ready => t.ready.to_owned(),
    });
    let class = live(move || match kept.get() {
        Kept::Failed | Kept::Partial(_) => "note warn",
        Kept::Never | Kept::Fetching | Kept::Ready => "note",
    });
    let is_ready = move || kept.get() == Kept::Ready;
    let what = live(move || {
        let now = app.offline.get()?;
        let mark: String = now.version.chars().take(8).collect();
        let version = (t.version)(env!("CARGO_PKG_VERSION"), &mark);
        let size = bytes(language, now.bytes);
        let kept = is_ready().then(|| format!(" · {}", (t.kept)(now.files, &size)));
        Some(format!("{version}{}", kept.unwrap_or_default()))
    });
    let has_update = memo(move || app.update.with(Option::is_some));
    let said = live(move || {
        let now = app.offline.get()?;
        match now.checked {
            Checked::Now => Some(t.checking),
            _ if now.fetching_new => Some(t.downloading),
            Checked::Unreachable => Some(t.unreachable),
            Checked::Done if !has_update.get() => Some(t.newest),
            Checked::Done | Checked::Not => None,
        }
    });
    let check = move || {
        view! {
            <div class="actions">
                <button class="btn" data-testid="check-update" on:click=on(move |_| platform::check_update())>{t.check}</button>
                <span role="status" data-testid="checked">{said.clone()}</span>
            </div>
        }
        .into_any()
    };
    let update = move || {
        view! {
            <div class="note stack" data-testid="update-here">
                {update_view(language, app.update, None)}
            </div>
        }
        .into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="luring">
            <h2 id="luring">{t.title}</h2>
            <p class=class role="status" data-testid="offline-state" data-state=live(move || code(kept.get()))>{text}</p>
            <p class="soft" data-testid="version">{what}</p>
            // Unless it was put off, it stands above every page.
            <div role="status">
                {shown_when(move || has_update.get() && app.update_later.get(), update)}
            </div>
            {shown_when(move || kept.get() != Kept::Never, check)}
            {shown_when(is_ready, move || view! { <p class="soft">{t.when}</p><p class="soft">{t.install}</p> }.into_any())}
        </section>
    }
}

fn code(kept: Kept) -> &'static str {
    match kept {
        Kept::Never => "none",
        Kept::Fetching => "fetching",
        Kept::Failed => "failed",
        Kept::Partial(_) => "partial",
        Kept::Ready => "ready",
    }
}
