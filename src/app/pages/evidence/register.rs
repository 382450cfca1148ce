use std::collections::BTreeSet;

use leptos::prelude::*;

use super::bulk::Task;
use super::place::Place;
use super::review::Decision;
use super::{add, bulk, list, narrow, reference};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{FilesButton, OfUnit};
use crate::app::register::{Wanted, found};
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::use_app;
use crate::assessment::{Evidence, EvidenceId};
use crate::front::{follow, live, memo, on, shown_when};
use crate::platform;

/// What the register is narrowed to, what is selected in it, and what is being filled in there and on
/// the page of a document. It belongs to the frame, so that it stays while a person looks at another
/// page or changes the language.
#[derive(Clone, Copy)]
pub struct Sought {
    /// The draft it was chosen for.
    draft: StoredValue<String>,
    pub(super) wanted: RwSignal<Wanted>,
    /// Counted from 0.
    pub(super) page: RwSignal<usize>,
    pub(super) selected: RwSignal<BTreeSet<EvidenceId>>,
    /// Whether a document is being added, and its title so far.
    pub(super) adding: RwSignal<bool>,
    pub(super) new_title: RwSignal<String>,
    /// What is being done with the selected documents.
    pub(super) task: RwSignal<Option<Task>>,
    /// The document whose page the forms below stand on; `None` for those of the register.
    document: StoredValue<Option<EvidenceId>>,
    pub(super) place: Place,
    pub(super) decision: Decision,
}

impl Sought {
    pub fn start() -> Self {
        Self {
            draft: StoredValue::new(String::new()),
            wanted: RwSignal::default(),
            page: RwSignal::new(0),
            selected: RwSignal::default(),
            adding: RwSignal::new(false),
            new_title: RwSignal::default(),
            task: RwSignal::new(None),
            document: StoredValue::new(None),
            place: Place::empty(),
            decision: Decision::empty(),
        }
    }

    /// Another draft starts with all documents; another document, or the register after one, with
    /// empty forms.
    pub(super) fn to(self, draft: &str, document: Option<&EvidenceId>) -> Self {
        let other_draft = self.draft.with_value(|of| of != draft);
        if other_draft || self.document.with_value(|of| of.as_ref() != document) {
            self.document.set_value(document.cloned());
            self.end_task();
        }
        if other_draft {
            self.draft.set_value(draft.to_owned());
            self.wanted.set(Wanted::default());
            self.page.set(0);
            self.selected.set(BTreeSet::new());
            self.end_adding();
        }
        self
    }

    /// Closes the form for the selected documents, and empties what it held.
    pub(super) fn end_task(self) {
        self.task.set(None);
        self.place.clear();
        self.decision.clear();
    }

    /// Closes the form for a new document, and empties it.
    pub(super) fn end_adding(self) {
        self.adding.set(false);
        self.new_title.set(String::new());
    }

    /// Changes what is wanted, and shows it from its beginning.
    pub(super) fn want(self, edit: impl FnOnce(&mut Wanted)) {
        self.wanted.update(edit);
        self.page.set(0);
    }
}

/// Bukti: all documents of a draft.
#[component]
pub fn Register(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.register;
    let check = Route::Draft(desk.id.clone(), Page::Check).href();
    title(app, t.title);
    let sought = expect_context::<Sought>().to(&desk.id, None);
    // The unit that other pages are narrowed to.
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    follow(move || {
        let name = of_unit.name(app);
        let now = sought.wanted.with_untracked(|wanted| wanted.unit.clone());
        let is_unit = now.as_ref().is_some_and(|now| {
            app.draft.with_untracked(|draft| {
                draft.as_ref().is_some_and(|draft| draft.assessment.unit_named(now).is_some())
            })
        });
        if name.is_some() && name != now || name.is_none() && is_unit {
            sought.want(|wanted| wanted.unit = name);
        }
    });
    let counts = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return (0, 0, 0) };
            let assessment = &draft.assessment;
            let accepted = assessment.evidence.values().filter(|evidence: &&Evidence| evidence.is_locked());
            (assessment.evidence.len(), assessment.links.len(), accepted.count())
        })
    });
    let shown = memo(move || {
        let wanted = sought.wanted.get();
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            found(&draft.instrument, &draft.assessment, reference(draft.assessment.year), &wanted)
        })
    });
    // What a person cannot see must not be changed with the rest.
    follow(move || {
        shown.with(|shown| {
            let shown: BTreeSet<&EvidenceId> = shown.iter().collect();
            if sought.selected.with_untracked(|selected| selected.iter().any(|id| !shown.contains(id))) {
                sought.selected.update(|selected| selected.retain(|id| shown.contains(id)));
            }
        });
    });
    let adding = sought.adding;
    let open = on(move |_| {
        adding.set(true);
        platform::next_frame(|| platform::focus("#judul-baru"));
    });
    let (of_add, of_list) = (desk.id.clone(), desk.clone());
    view! {
        <div class="page wide">
            <div class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                {live(move || {
                    let (documents, links, accepted) = counts.get();
                    let text = if documents == 0 { t.empty.to_owned() } else { (t.counts)(documents, links, accepted) };
                    view! { <p class="soft">{text}</p> }.into_any()
                })}
                <div class="actions">
                    <button
                        id="tambah"
                        class="btn primary"
                        data-testid="add-evidence"
                        aria-expanded=live(move || adding.get().to_string())
                        on:click=open
                    >
                        {t.add}
                    </button>
                    <FilesButton label=texts.register.from_files testid="register-files" chosen=move |files| app.register_files(files, None)/>
                    <FilesButton label=texts.register.from_folder folder=true testid="register-folder" chosen=move |files| app.register_files(files, None)/>
                    <a class="btn quiet" href=check>{texts.folder.link}</a>
                </div>
                <p class="soft small">{texts.work.stays}</p>
            </div>
            {shown_when(move || adding.get(), move || view! { <add::Add draft=of_add.clone() sought=sought/> }.into_any())}
            {shown_when(
                move || counts.get().0 > 0,
                move || view! {
                    <narrow::Narrow desk=of_list.clone() sought=sought shown=shown total=Signal::derive(move || counts.get().0)/>
                    <section class="card stack" aria-labelledby="daftar-dokumen">
                        <h2 id="daftar-dokumen" tabindex="-1" class="visually-hidden">{t.list}</h2>
                        <bulk::Bulk desk=of_list.clone() sought=sought shown=shown/>
                        <list::List desk=of_list.clone() sought=sought shown=shown/>
                    </section>
                }.into_any(),
            )}
        </div>
    }
}
