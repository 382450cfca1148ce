use leptos::prelude::*;

use super::register::Sought;
use super::{concerns, fields, links, remove, review};
use crate::app::pages::workspace::Desk;
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::use_app;
use crate::assessment::{Change, Detail, Evidence, EvidenceId, Refused};
use crate::front::{follow, live, memo, on, shown_when};
use crate::platform;
use crate::text::readable;

/// The document that a page is about.
#[derive(Clone, Copy)]
pub struct Doc {
    pub id: StoredValue<EvidenceId>,
    /// `None` where the register has no such document.
    pub evidence: Memo<Option<Evidence>>,
    pub locked: Memo<bool>,
}

impl Doc {
    fn open(id: EvidenceId) -> Self {
        let app = use_app();
        let id = StoredValue::new(id);
        let evidence = memo(move || {
            app.draft.with(|draft| id.with_value(|id| draft.as_ref()?.assessment.evidence.get(id).cloned()))
        });
        let locked =
            memo(move || evidence.with(|evidence| evidence.as_ref().is_some_and(Evidence::is_locked)));
        Self { id, evidence, locked }
    }

    /// What a field holds now.
    pub fn read(self, field: fn(&Evidence) -> String) -> String {
        self.evidence.with(|evidence| evidence.as_ref().map(field)).unwrap_or_default()
    }

    /// Writes a field.
    ///
    /// # Errors
    /// Why it was refused.
    pub fn write(self, detail: Detail) -> Result<(), Refused> {
        use_app().change(Change::Detail { id: self.id.get_value(), detail })
    }
}

/// One document: what it is, what it proves, what was said of it.
#[component]
pub fn Document(desk: Desk, id: EvidenceId) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().document;
    let sought = expect_context::<Sought>().to(&desk.id, Some(&id));
    let doc = Doc::open(id);
    let there = memo(move || doc.evidence.with(Option::is_some));
    // Undo, or another tab, takes the page away with the focus that was on it.
    Effect::new(move |before: Option<bool>| {
        let now = there.get();
        if before.is_some_and(|before| before != now) {
            platform::next_frame(platform::focus_heading);
        }
        now
    });
    let back = Route::Draft(desk.id.clone(), Page::Evidence).href();
    live(move || {
        let back = back.clone();
        if there.get() {
            return view! { <Sheet desk=desk.clone() doc=doc sought=sought back=back/> }.into_any();
        }
        title(app, t.missing);
        view! {
            <div class="page">
                <section class="welcome">
                    <h1 tabindex="-1">{t.missing}</h1>
                    <p class="soft">{t.missing_text}</p>
                    <p><a class="btn primary" href=back>{t.back}</a></p>
                </section>
            </div>
        }
        .into_any()
    })
}

#[component]
fn Sheet(desk: Desk, doc: Doc, sought: Sought, back: String) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().document;
    let name = memo(move || doc.read(|evidence| readable(&evidence.title)));
    follow(move || name.with(|name| title(app, name)));
    view! {
        <div class="page">
            <div class="stack">
                <p class="crumbs small"><a href=back><span aria-hidden="true">"← "</span>{t.back}</a></p>
                <h1 tabindex="-1" lang="id">{live(move || name.get())}</h1>
            </div>
            {shown_when(move || doc.locked.get(), || view! { <Locked/> }.into_any())}
            <concerns::Concerns desk=desk.clone() doc=doc/>
            <fields::Fields doc=doc/>
            <fields::File doc=doc/>
            <links::DocumentLinks desk=desk.clone() doc=doc sought=sought/>
            <review::Reviews doc=doc sought=sought/>
            <remove::Remove desk=desk doc=doc/>
        </div>
    }
}

/// Why nothing can be changed here, and the way out.
#[component]
fn Locked() -> impl IntoView {
    let t = &use_app().texts().document;
    view! {
        <div class="note">
            <p id="terkunci">{t.locked}</p>
            <p><button class="link" on:click=on(move |_| platform::focus("#pemeriksaan"))>{t.reopen}</button></p>
        </div>
    }
}
