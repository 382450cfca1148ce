use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::document::Doc;
use super::place::PlaceFields;
use super::register::Sought;
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, Refusal, described_by};
use crate::app::route::{Page, Route};
use crate::app::state::{Action, use_app};
use crate::assessment::{Change, Link, LinkKey};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::Instrument;
use crate::platform;

/// What a document proves.
#[component]
pub fn DocumentLinks(desk: Desk, doc: Doc, sought: Sought) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().document;
    let keys = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let links = draft.assessment.links.keys();
            doc.id.with_value(|id| links.filter(|key| key.evidence == *id).cloned().collect())
        })
    });
    let (draft, instrument, of_form) = (desk.id, desk.instrument.clone(), desk.instrument);
    let list = live(move || {
        let rows = keys.get().into_iter().enumerate();
        rows.map(|(at, key)| row(&draft, &instrument, doc, keys, at, key)).collect::<Vec<_>>()
    });
    view! {
        <section class="card stack" aria-labelledby="tautan">
            <h2 id="tautan" tabindex="-1">{t.links}</h2>
            {shown_when(move || keys.with(Vec::is_empty), || view! { <p class="soft">{t.no_links}</p> }.into_any())}
            <ul class="links">{list}</ul>
            {shown_when(
                move || !doc.locked.get(),
                move || view! { <NewLink instrument=of_form.clone() doc=doc sought=sought keys=keys/> }.into_any(),
            )}
        </section>
    }
}

fn row(
    draft: &str,
    instrument: &Arc<Instrument>,
    doc: Doc,
    keys: Memo<Vec<LinkKey>>,
    at: usize,
    key: LinkKey,
) -> AnyView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.document;
    let indicator = instrument.indicator(key.indicator);
    let short = indicator.map(|indicator| indicator.short_title.as_str()).unwrap_or_default();
    let name = format!("{}. {short}", key.indicator);
    let model = indicator.and_then(|indicator| instrument.model_of(indicator));
    let level = model.and_then(|model| model.levels.iter().find(|level| level.level == key.level));
    let level = level.map(|level| (t.level_name)(level.level, &level.title));
    let item = item_field(instrument, doc, keys, at, &key);
    let href = Route::Draft(draft.to_owned(), Page::Indicator(key.indicator)).href();
    let place = (t.place)(key.indicator, key.level);
    let (field, label) = (format!("halaman-tautan-{at}"), (t.unlink_from)(&place));
    let of_pages = key.clone();
    let link = memo(move || {
        app.draft.with(|draft| draft.as_ref().and_then(|d| d.assessment.links.get(&of_pages).cloned()))
    });
    let refused = RwSignal::new(None::<String>);
    let of_write = key.clone();
    let write = on(move |event: ev::Event| {
        let old = link.get_untracked().unwrap_or_default();
        let new = Link { pages: event_target_value(&event), ..old };
        let result = app.change(Change::Link { key: of_write.clone(), link: Some(new) });
        refused.set(result.err().map(|reason| (texts.refused)(&reason)));
    });
    let leave = on(move |_| {
        app.draft.update_untracked(|draft| {
            if let Some(draft) = draft {
                draft.history.pause();
            }
        });
    });
    let remove = on(move |_| {
        match app.change(Change::Link { key: key.clone(), link: None }) {
            Ok(()) => app.say_with((t.unlinked)(&place), Action::Undo),
            Err(reason) => app.say((texts.refused)(&reason)),
        }
        platform::focus("#tautan");
    });
    let described = field.clone();
    view! {
        <li data-testid="evidence-link">
            <div>
                <p><a href=href lang="id">{name}</a></p>
                <p>{level}</p>
                {item}
            </div>
            <Field id=field.clone() label=t.link_pages error=refused at_once=true>
                <input
                    id=field
                    type="text"
                    autocomplete="off"
                    readonly=live(move || doc.locked.get())
                    aria-invalid=live(move || refused.with(|refused| refused.is_some().then_some("true")))
                    aria-describedby=live(move || described_by(&described, false, refused.with(Option::is_some)))
                    prop:value=live(move || link.get().map(|link| link.pages).unwrap_or_default())
                    on:input=write
                    on:blur=leave
                />
            </Field>
            <button class="btn quiet small-btn" aria-label=label disabled=live(move || doc.locked.get()) on:click=remove>{t.unlink}</button>
        </li>
    }
    .into_any()
}

/// Which of the expected things a link answers.
fn item_field(
    instrument: &Instrument,
    doc: Doc,
    keys: Memo<Vec<LinkKey>>,
    at: usize,
    key: &LinkKey,
) -> Option<AnyView> {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.document;
    let indicator = instrument.indicator(key.indicator)?;
    let mine = |id: &String| key.expected.as_ref() == Some(id);
    let items: Vec<_> =
        indicator.evidence.iter().filter(|item| item.is_for(key.level) || mine(&item.id)).collect();
    if items.is_empty() {
        return None;
    }
    let with = |expected: Option<String>| LinkKey { expected, ..key.clone() };
    let option = |expected: Option<String>, text: String| {
        let (value, chosen) = (expected.clone().unwrap_or_default(), expected == key.expected);
        // Another link answers it.
        let taken = !chosen && keys.with_untracked(|keys| keys.contains(&with(expected)));
        view! { <option value=value prop:selected=chosen disabled=taken lang="id">{text}</option> }.into_any()
    };
    let mut options = vec![option(None, t.no_item.to_owned())];
    options.extend(
        items.iter().map(|item| option(Some(item.id.clone()), format!("{}. {}", item.id, item.title))),
    );
    let refused = RwSignal::new(None::<String>);
    let (field, label) = (format!("butir-tautan-{at}"), (t.item_of)(&(t.place)(key.indicator, key.level)));
    let old = key.clone();
    let choose = on(move |event: ev::Event| {
        let expected = Some(event_target_value(&event)).filter(|item| !item.is_empty());
        let new = LinkKey { expected, ..old.clone() };
        let link = app.draft.with_untracked(|draft| draft.as_ref()?.assessment.links.get(&old).cloned());
        // The pages it names stay.
        let changes = vec![
            Change::Link { key: old.clone(), link: None },
            Change::Link { key: new.clone(), link: Some(link.unwrap_or_default()) },
        ];
        match app.change(Change::All(changes)) {
            Ok(()) => {
                // The rows are built anew, in the order of their places.
                platform::next_frame(move || {
                    let at = keys.with_untracked(|keys| keys.iter().position(|key| *key == new));
                    platform::focus(&format!("#butir-tautan-{}", at.unwrap_or_default()));
                });
            }
            Err(reason) => refused.set(Some((texts.refused)(&reason))),
        }
    });
    let described = field.clone();
    Some(
        view! {
            <Field id=field.clone() label=t.item error=refused at_once=true>
                <select
                    id=field
                    aria-label=label
                    disabled=live(move || doc.locked.get())
                    aria-describedby=live(move || described_by(&described, false, refused.with(Option::is_some)))
                    on:change=choose
                >
                    {options}
                </select>
            </Field>
        }
        .into_any(),
    )
}

/// Chooses another place.
#[component]
fn NewLink(instrument: Arc<Instrument>, doc: Doc, sought: Sought, keys: Memo<Vec<LinkKey>>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.document;
    let place = sought.place;
    let refused = RwSignal::new(None::<String>);
    let submit = on(move |event: ev::MouseEvent| {
        event.prevent_default();
        refused.set(None);
        let Some((indicator, level, expected)) = place.read() else { return };
        let key = LinkKey { indicator, level, expected, evidence: doc.id.get_value() };
        // Made again it would lose the pages it names.
        if keys.with_untracked(|keys| keys.contains(&key)) {
            return refused.set(Some(t.linked_before.to_owned()));
        }
        match app.change(Change::Link { key, link: Some(Link::default()) }) {
            Ok(()) => {
                place.clear_item();
                app.say_with((t.linked)(&(t.place)(indicator, level)), Action::Undo);
                platform::focus("#tautan");
            }
            Err(reason) => refused.set(Some((texts.refused)(&reason))),
        }
    });
    view! {
        <form class="together stack" aria-labelledby="tautan-baru">
            <h3 id="tautan-baru">{t.add_link}</h3>
            <PlaceFields instrument=instrument place=place/>
            <Refusal why=refused/>
            <div class="actions"><button class="btn" type="submit" on:click=submit>{t.link}</button></div>
        </form>
    }
}
