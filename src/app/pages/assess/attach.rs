use leptos::prelude::*;

use crate::app::parts::{Field, FilesButton};
use crate::app::state::{Action, Place, use_app};
use crate::assessment::{Change, Evidence, Link, LinkKey, Status};
use crate::front::{follow, live, memo, on, shown_when};
use crate::instrument::{Indicator, Level};
use crate::platform;
use crate::text::evidence_status;

/// How many documents are offered at once; a search finds the others.
const OFFERED: usize = 8;

/// What the instrument expects at a level: ids and titles.
pub fn items_at(indicator: &Indicator, level: Level) -> Vec<(String, String)> {
    let items = indicator.evidence.iter().filter(|expected| expected.is_for(level));
    items.map(|item| (item.id.clone(), item.title.clone())).collect()
}

/// The one thing that is expected at a level, if it is one.
pub fn only_item(indicator: &Indicator, level: Level) -> Option<String> {
    match &*items_at(indicator, level) {
        [(only, _)] => Some(only.clone()),
        _ => None,
    }
}

/// Links a document of the register to a rung, or makes a new one there.
#[component]
pub fn Attach(indicator: Indicator, level: Level, adding: RwSignal<Option<Level>>) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().proof, app.language.get_untracked());
    let number = indicator.number;
    let search = RwSignal::new(String::new());
    // One thing expected: it is the one that is meant.
    let expected = RwSignal::new(only_item(&indicator, level));
    let options: Vec<_> = items_at(&indicator, level)
        .into_iter()
        .map(|(item, title)| {
            let id = item.clone();
            let selected = live(move || expected.with(|chosen| chosen.as_ref() == Some(&id)));
            view! { <option value=item.clone() lang="id" prop:selected=selected>{format!("{item}. {title}")}</option> }
        })
        .collect();
    let key = move |evidence: String| LinkKey {
        indicator: number,
        level,
        expected: expected.get_untracked(),
        evidence,
    };
    let done = move || {
        adding.set(None);
        platform::focus(&format!("#tambah-{level}"));
    };
    let link = move |id: String| match app.change(Change::Link { key: key(id), link: Some(Link::default()) })
    {
        Ok(()) => {
            app.say_with(t.linked, Action::Undo);
            done();
        }
        Err(reason) => app.say((app.texts().refused)(&reason)),
    };
    let found = memo(move || {
        let search = search.with(|search| search.trim().to_lowercase());
        let expected = expected.get();
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let assessment = &draft.assessment;
            let fits = |evidence: &Evidence| {
                let file = evidence.file.as_ref().map_or("", |file| file.name.as_str());
                let text =
                    format!("{} {} {} {file}", evidence.title, evidence.number, evidence.unit).to_lowercase();
                search.split_whitespace().all(|word| text.contains(word))
            };
            let is_here = |id: &String| {
                let key =
                    LinkKey { indicator: number, level, expected: expected.clone(), evidence: id.clone() };
                assessment.links.contains_key(&key)
            };
            let of_indicator = |id: &String| {
                assessment.links.keys().any(|key| key.indicator == number && key.evidence == *id)
            };
            let mut all: Vec<_> =
                assessment.evidence.iter().filter(|(id, evidence)| fits(evidence) && !is_here(id)).collect();
            // What serves this indicator elsewhere comes first.
            all.sort_by_cached_key(|(id, evidence)| (!of_indicator(id), evidence.title.to_lowercase()));
            all.into_iter()
                .take(OFFERED + 1)
                .map(|(id, evidence)| (id.clone(), evidence.title.clone(), evidence.status()))
                .collect::<Vec<_>>()
        })
    });
    let offers = live(move || {
        let rows = found.get().into_iter().take(OFFERED).map(|(id, title, status)| {
            let label = (t.link_label)(&title);
            let link = on(move |_| link(id.clone()));
            // What was accepted for one indicator was not accepted for another.
            let button = match status {
                Status::Diterima => view! { <span class="chip" title=t.locked>{t.locked_short}</span> }.into_any(),
                _ => view! { <button class="btn small-btn" type="button" aria-label=label on:click=link>{t.link}</button> }.into_any(),
            };
            view! {
                <li class="line">
                    {button}
                    <span lang="id">{title}</span>
                    <span class="small soft">{evidence_status(language, status)}</span>
                </li>
            }
            .into_any()
        });
        rows.collect::<Vec<_>>()
    });
    let make = on(move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let title = search.get_untracked().trim().to_owned();
        let id = platform::new_id();
        let register = Change::Evidence { id: id.clone(), evidence: Some(Box::new(Evidence::titled(title))) };
        let link = Change::Link { key: key(id), link: Some(Link::default()) };
        match app.change(Change::All(vec![register, link])) {
            Ok(()) => {
                app.say_with(t.made, Action::Undo);
                done();
            }
            Err(reason) => app.say((app.texts().refused)(&reason)),
        }
    });
    let place = move || Place { indicator: number, level, expected: expected.get_untracked() };
    let chosen = move |files| {
        app.register_files(files, Some(place()));
        done();
    };
    let field = NodeRef::<leptos::html::Input>::new();
    follow(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let escape = on(move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            done();
        }
    });
    let (search_id, item_id) = (format!("cari-bukti-{level}"), format!("butir-{level}"));
    view! {
        <div class="attach card" role="group" aria-label=(t.add_to)(level) on:keydown=escape>
            {(!options.is_empty()).then(|| view! {
                <Field id=item_id.clone() label=t.item>
                    <select
                        id=item_id
                        on:change=on(move |event| expected.set(Some(event_target_value(&event)).filter(|id| !id.is_empty())))
                    >
                        <option value="" prop:selected=live(move || expected.with(Option::is_none))>{t.no_item}</option>
                        {options}
                    </select>
                </Field>
            }.into_any())}
            <Field id=search_id.clone() label=t.search help=Some(String::from(t.search_help))>
                <input
                    id=search_id.clone()
                    type="text"
                    autocomplete="off"
                    maxlength="500"
                    node_ref=field
                    aria-describedby=format!("{search_id}-help")
                    prop:value=live(move || search.get())
                    on:input=on(move |event| search.set(event_target_value(&event)))
                />
            </Field>
            <ul class="offers">{offers}</ul>
            {shown_when(move || found.with(|found| found.len() > OFFERED), move || view! { <p class="small soft">{t.more}</p> }.into_any())}
            <div class="actions">
                <button
                    class="btn primary small-btn"
                    type="button"
                    data-testid="attach-new"
                    disabled=live(move || search.with(|search| search.trim().is_empty()))
                    on:click=make
                >
                    {t.new}
                </button>
                <FilesButton label=app.texts().work.choose_files chosen=chosen/>
                <button class="btn small-btn" type="button" on:click=on(move |_| done())>{t.cancel}</button>
            </div>
            <p class="small soft">{app.texts().work.stays}</p>
        </div>
    }
}
