//! Unit: who answers what, how far each has come, and work packages.

mod assign;
mod hand_out;
mod one;

use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::parts::{OfUnit, TextField};
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::use_app;
use crate::app::units::{by_name, suggestions, unowned};
use crate::assessment::{Change, Refused, Unit, UnitId};
use crate::front::{ImportButton, live, memo, on, shown_when};
use crate::platform;

/// What is open on the page. It belongs to the frame, so that a change of language loses nothing.
#[derive(Clone, Copy)]
pub struct UnitForm {
    /// The draft it was opened for.
    draft: StoredValue<String>,
    name: RwSignal<String>,
    contact: RwSignal<String>,
    /// The unit whose indicators are being chosen.
    open: RwSignal<Option<UnitId>>,
    /// The unit that is about to be removed.
    removing: RwSignal<Option<UnitId>>,
}

impl UnitForm {
    pub fn start() -> Self {
        Self {
            draft: StoredValue::new(String::new()),
            name: RwSignal::default(),
            contact: RwSignal::default(),
            open: RwSignal::new(None),
            removing: RwSignal::new(None),
        }
    }

    fn to(self, draft: &str) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            self.clear();
            self.open.set(None);
            self.removing.set(None);
        }
        self
    }

    fn clear(self) {
        self.name.set(String::new());
        self.contact.set(String::new());
    }
}

#[component]
pub fn Units(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    title(app, t.title);
    let form = expect_context::<UnitForm>().to(&desk.id);
    let ids = memo(move || {
        app.draft.with(|draft| {
            let units = draft.as_ref().map(|draft| by_name(&draft.assessment)).unwrap_or_default();
            units.into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()
        })
    });
    let for_list = desk.clone();
    let list = live(move || {
        let one = |id: UnitId| view! { <one::One desk=for_list.clone() id=id form=form/> }.into_any();
        ids.get().into_iter().map(one).collect::<Vec<_>>()
    });
    let some = move || ids.with(|ids| !ids.is_empty());
    let for_gap = desk.clone();
    let take_back = move || {
        view! {
            <section class="card stack picks" aria-labelledby="paket-kembali">
                <h2 id="paket-kembali">{t.take_back}</h2>
                <p>{t.take_back_text}</p>
                <p class="actions"><ImportButton label=app.texts().files.choose act=move |files| app.take_all(files)/></p>
            </section>
        }
        .into_any()
    };
    view! {
        <div class="page">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
            </section>
            {shown_when(some, move || view! { <Gap desk=for_gap.clone()/> }.into_any())}
            <section class="stack" aria-label=t.title>{list}</section>
            <Add form=form/>
            {shown_when(some, move || view! { <hand_out::HandOut/> }.into_any())}
            {shown_when(some, take_back)}
        </div>
    }
}

/// Indicators that nobody answers.
#[component]
fn Gap(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    let (id, instrument) = (desk.id, desk.instrument);
    let all = instrument.clone();
    let open = memo(move || {
        app.draft.with(|draft| {
            draft
                .as_ref()
                .map(|draft| unowned(&all, &draft.assessment).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    live(move || {
        let numbers = open.get();
        if numbers.is_empty() {
            return view! { <p class="verdict good" data-testid="unowned">{t.all_owned}</p> }.into_any();
        }
        let count = numbers.len();
        let first = Route::Draft(id.clone(), Page::Indicator(numbers[0])).href();
        let item = |number| {
            let title = instrument.indicator(number).map(|one| one.short_title.clone()).unwrap_or_default();
            let href = Route::Draft(id.clone(), Page::Indicator(number)).href();
            view! { <li><a href=href lang="id">{format!("{number}. {title}")}</a></li> }.into_any()
        };
        let items: Vec<_> = numbers.into_iter().map(item).collect();
        let show = on(move |_| of_unit.choose(Some(crate::app::units::Part::Nobody)));
        view! {
            <section class="note warn" data-testid="unowned">
                <p><b>{(t.unowned)(count)}</b>" "<a href=first on:click=show>{t.show_unowned}</a></p>
                <details><summary>{t.list_unowned}</summary><ul>{items}</ul></details>
            </section>
        }
        .into_any()
    })
}

#[component]
fn Add(form: UnitForm) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let taken = RwSignal::new(false);
    let empty = RwSignal::new(false);
    let names = memo(move || {
        app.draft.with(|draft| draft.as_ref().map(|draft| suggestions(&draft.assessment))).unwrap_or_default()
    });
    let options = live(move || {
        names
            .get()
            .into_iter()
            .map(|name| view! { <option value=name></option> }.into_any())
            .collect::<Vec<_>>()
    });
    let error = Signal::derive(move || {
        let name = form.name.with(|name| name.trim().is_empty());
        if empty.get() && name { Some(t.name_needed) } else { taken.get().then_some(t.name_taken) }
    });
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = form.name.get_untracked().trim().to_owned();
        let is_taken = app.draft.with_untracked(|draft| {
            draft.as_ref().is_some_and(|draft| draft.assessment.unit_named(&name).is_some())
        });
        empty.set(name.is_empty());
        taken.set(is_taken && !name.is_empty());
        if is_taken || name.is_empty() {
            return platform::focus("#unit-baru");
        }
        let unit = Unit { contact: form.contact.get_untracked().trim().to_owned(), ..Unit::named(&name) };
        let id = platform::new_id();
        match app.change(Change::Unit { id: id.clone(), unit: Some(Box::new(unit)) }) {
            Ok(()) => {
                form.clear();
                form.open.set(Some(id));
                app.say((t.added)(&name));
                platform::next_frame(|| platform::focus("#bagikan"));
            }
            Err(reason) => app.say((app.texts().refused)(&reason)),
        }
    });
    view! {
        <section class="card stack" aria-labelledby="tambah-unit">
            <h2 id="tambah-unit">{t.add}</h2>
            <form class="form" novalidate=true on:submit=submit>
                <div class="fields">
                    <TextField id="unit-baru" label=t.name_label value=form.name error=error list="nama-unit" testid="unit-name"/>
                    <TextField id="kontak-baru" label=t.contact_label value=form.contact help=t.contact_help/>
                </div>
                <datalist id="nama-unit">{options}</datalist>
                <div class="actions"><button class="btn" type="submit" data-testid="add-unit">{t.add}</button></div>
            </form>
        </section>
    }
}

/// A refusal in words, or that the name is another unit's.
fn name_fault(app: crate::app::state::App, id: &str, name: &str) -> Option<String> {
    let t = &app.texts().units;
    let other = app
        .draft
        .with_untracked(|draft| draft.as_ref().and_then(|draft| draft.assessment.unit_named(name).cloned()));
    if name.trim().is_empty() {
        return Some((app.texts().refused)(&Refused::NoName));
    }
    other.filter(|other| other != id).map(|_| t.name_taken.to_owned())
}
