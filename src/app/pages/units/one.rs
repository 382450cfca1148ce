use leptos::prelude::*;

use super::assign::Assign;
use super::{UnitForm, name_fault};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, OfUnit, described_by};
use crate::app::route::{Page, Route};
use crate::app::save::save_package;
use crate::app::save_html::save_package_html;
use crate::app::show::when;
use crate::app::state::{Action, use_app};
use crate::app::units::{Part, progress};
use crate::assessment::{Change, Unit, UnitId};
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::text::readable;

/// A unit: how far it has come, what it owns, and its package.
#[component]
pub fn One(desk: Desk, id: UnitId, form: UnitForm) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    let key = StoredValue::new(id.clone());
    let unit = memo(move || {
        app.draft.with(|draft| {
            draft.as_ref().and_then(|draft| draft.assessment.units.get(&*key.read_value()).cloned())
        })
    });
    let done = memo(move || {
        let owned = unit.with(|unit| unit.as_ref().map(|unit| unit.indicators.clone())).unwrap_or_default();
        app.draft
            .with(|draft| draft.as_ref().map(|draft| progress(&draft.assessment, &owned)))
            .unwrap_or_default()
    });
    let name =
        memo(move || unit.with(|unit| unit.as_ref().map(|unit| unit.name.clone())).unwrap_or_default());
    let contact = live(move || {
        let contact = unit.with(|unit| unit.as_ref().map(|unit| unit.contact.clone())).unwrap_or_default();
        (!contact.is_empty()).then(|| view! { <p class="soft small">{readable(&contact)}</p> }.into_any())
    });
    let state = live(move || {
        let (issued, returned, is_back) = unit.with(|unit| {
            unit.as_ref().map(|unit| (unit.issued.clone(), unit.returned.clone(), unit.is_back()))
        })?;
        let by = |stamp: &crate::assessment::Stamp| readable(&stamp.by);
        let chip = match (issued, returned) {
            (_, Some(returned)) if is_back => {
                ("chip good", (t.is_back)(&when(app, &returned.at), &by(&returned)))
            }
            (Some(issued), _) => ("chip warn", (t.is_out)(&when(app, &issued.at))),
            _ => return None,
        };
        Some(view! { <p><span class=chip.0 data-testid="unit-state">{chip.1}</span></p> }.into_any())
    });
    let share = live(move || {
        let of = done.get();
        format!("{}%", of.answered * 100 / of.total.max(1))
    });
    let is_open = memo(move || form.open.with(|open| open.as_ref() == Some(&*key.read_value())));
    let is_removing = memo(move || form.removing.with(|open| open.as_ref() == Some(&*key.read_value())));
    let first = live(move || {
        let number = unit.with(|unit| unit.as_ref().and_then(|unit| unit.indicators.first().copied()));
        Route::Draft(desk.id.clone(), number.map_or(Page::Start, Page::Indicator)).href()
    });
    let turn = on(move |_| {
        let open = is_open.get_untracked();
        form.open.set((!open).then(|| key.get_value()));
    });
    let has_some = move || done.get().total > 0;
    let instrument = desk.instrument.clone();
    let panel = format!("atur-{id}");
    let controls = panel.clone();
    view! {
        <article class="card stack unit" data-testid="unit">
            <div class="line">
                <h2 lang="id">{live(move || readable(&name.get()))}</h2>
                {state}
            </div>
            {contact}
            <p data-testid="unit-progress">{live(move || match done.get() { of if of.total == 0 => t.owns_nothing.to_owned(), of => (t.unit_progress)(of.answered, of.total) })}
                {live(move || (done.get().documents > 0).then(|| format!(" {}", (t.unit_documents)(done.get().accepted, done.get().documents))))}
            </p>
            <div class="progress" aria-hidden="true"><i style:width=share></i></div>
            <div class="actions">
                <button class="btn small-btn" aria-expanded=live(move || is_open.get().to_string()) aria-controls=controls on:click=turn data-testid="edit-unit"
                    aria-label=live(move || (t.on_unit)(t.edit, &name.get()))>{t.edit}</button>
                {shown_when(has_some, move || {
                    let save = on(move |_| save_package(app, &key.read_value()));
                    let save_html = on(move |_| save_package_html(app, key.get_value()));
                    let html = app.texts().one_file.save;
                    view! {
                        <button class="btn small-btn saves" on:click=save data-testid="save-package"
                            aria-label=live(move || (t.on_unit)(t.save_package, &name.get()))>{t.save_package}</button>
                        <button class="btn small-btn" on:click=save_html data-testid="save-package-html"
                            aria-label=live(move || (t.on_unit)(html, &name.get()))>{html}</button>
                    }.into_any()
                })}
                {shown_when(has_some, move || {
                    let show = on(move |_| of_unit.choose(Some(Part::Unit(key.get_value()))));
                    view! {
                    <a class="btn quiet small-btn" href=first.clone() on:click=show aria-label=live(move || (t.on_unit)(t.show_part, &name.get()))>{t.show_part}</a>
                    }.into_any()
                })}
                <button class="btn quiet small-btn" data-testid="remove-unit" aria-label=live(move || (t.on_unit)(t.remove, &name.get()))
                    on:click=on(move |_| {
                        form.removing.set(Some(key.get_value()));
                        platform::next_frame(|| platform::focus("#hapus-unit"));
                    })>{t.remove}</button>
            </div>
            {shown_when(move || is_removing.get(), move || view! { <Remove unit=unit id=key form=form/> }.into_any())}
            <div id=panel class="stack">
                {shown_when(move || is_open.get(), move || view! {
                    <Fields unit=unit id=key/>
                    <Assign instrument=instrument.clone() unit=unit id=key/>
                }.into_any())}
            </div>
        </article>
    }
}

/// Name and contact, written when a field is left.
#[component]
fn Fields(unit: Memo<Option<Unit>>, id: StoredValue<UnitId>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let fault = RwSignal::new(None::<String>);
    let write = move |edit: Box<dyn FnOnce(&mut Unit)>| {
        let Some(mut new) = unit.get_untracked() else { return };
        edit(&mut new);
        if unit.with_untracked(|old| old.as_ref() == Some(&new)) {
            return fault.set(None);
        }
        fault.set(name_fault(app, &id.read_value(), &new.name));
        if fault.with_untracked(Option::is_some) {
            return;
        }
        new.changed = None;
        let change = Change::Unit { id: id.get_value(), unit: Some(Box::new(new)) };
        fault.set(app.change(change).err().map(|reason| (app.texts().refused)(&reason)));
    };
    let name = on(move |event| {
        let typed = event_target_value(&event).trim().to_owned();
        write(Box::new(move |unit| unit.name = typed));
    });
    let contact = on(move |event| {
        let typed = event_target_value(&event).trim().to_owned();
        write(Box::new(move |unit| unit.contact = typed));
    });
    let of = move |read: fn(&Unit) -> &String| {
        live(move || unit.with(|unit| unit.as_ref().map(|unit| read(unit).clone())).unwrap_or_default())
    };
    view! {
        <div class="fields">
            <Field id="nama-unit-ini" label=t.name_label error=fault at_once=true>
                <input id="nama-unit-ini" type="text" autocomplete="off" prop:value=of(|unit| &unit.name) on:change=name
                    aria-invalid=live(move || fault.with(|fault| fault.is_some().then_some("true")))
                    aria-describedby=live(move || described_by("nama-unit-ini", false, fault.with(Option::is_some)))/>
            </Field>
            <Field id="kontak-unit-ini" label=t.contact_label help=Some(String::from(t.contact_help))>
                <input id="kontak-unit-ini" type="text" autocomplete="off" prop:value=of(|unit| &unit.contact) on:change=contact aria-describedby="kontak-unit-ini-help"/>
            </Field>
        </div>
    }
}

/// Asks before a unit goes, and says what becomes of its indicators.
#[component]
fn Remove(unit: Memo<Option<Unit>>, id: StoredValue<UnitId>, form: UnitForm) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let text = live(move || {
        let of = unit.get().unwrap_or_default();
        let left = app.draft.with(|draft| {
            let Some(draft) = draft else { return 0 };
            of.indicators.iter().filter(|number| draft.assessment.owners(**number).count() < 2).count()
        });
        (t.remove_text)(&readable(&of.name), of.indicators.len(), left)
    });
    let remove = on(move |_| {
        let name =
            unit.with_untracked(|unit| unit.as_ref().map(|unit| unit.name.clone())).unwrap_or_default();
        form.removing.set(None);
        match app.change(Change::Unit { id: id.get_value(), unit: None }) {
            Ok(()) => {
                app.say_with((t.removed)(&readable(&name)), Action::Undo);
                platform::next_frame(platform::focus_heading);
            }
            Err(reason) => app.say((app.texts().refused)(&reason)),
        }
    });
    view! {
        <div class="note warn" role="group" aria-label=t.remove>
            <p id="hapus-unit" tabindex="-1">{text}</p>
            <div class="actions">
                <button class="btn small-btn" on:click=remove data-testid="confirm-remove">{t.remove}</button>
                <button class="btn quiet small-btn" on:click=on(move |_| {
                    form.removing.set(None);
                    platform::focus_heading();
                })>{t.cancel}</button>
            </div>
        </div>
    }
}
