use leptos::prelude::*;

use super::{
    Act, Brand, Card, Entry, Foot, Home, LanguageButton, SaveMark, UpdateNotice, follow, live, update_signal,
};
use crate::platform::{self, HandOver, Kind, Store};

/// The first screen, as long as nothing else is needed.
#[component]
pub fn First() -> impl IntoView {
    let store = Store::open();
    let language = RwSignal::new(store.language());
    let memory = store.kind() == Kind::Memory;
    let (Some(drafts), Some(trash)) = (cards(&store, "draft:"), cards(&store, "trash:")) else {
        // A draft that nobody has looked at yet: only the full module can tell what it is.
        HandOver::default().send();
        return ().into_any();
    };
    platform::clear_placeholder();
    let (drafts, trash) = (RwSignal::new(drafts), RwSignal::new(trash));
    let store = StoredValue::new_local(store);
    follow(move || {
        let language = language.get();
        platform::set_language(language.code());
        store.with_value(|store| store.set_language(language));
    });
    // Another tab made, changed or deleted something. A draft whose card is still to come shows when
    // its card does.
    platform::on_storage_event(move |_, _| {
        let now = store.with_value(|store| Some((cards(store, "draft:")?, cards(store, "trash:")?)));
        if let Some((now, deleted)) = now {
            drafts.set(now);
            trash.set(deleted);
        }
    });
    let (update, later) = (update_signal(), RwSignal::new(false));
    let busy = RwSignal::new(false);
    platform::on_hand_over_failed(move || busy.set(false));
    let act = move |act: Act| {
        busy.set(true);
        act.hand_over();
    };
    live(move || {
        let now = language.get();
        let t = &now.front().frame;
        platform::set_title(&format!("{} · {}", t.home, t.app));
        let (state, text) = if memory { ("memory", t.in_memory) } else { ("saved", t.saved) };
        let banner = memory.then(|| {
            view! { <div class="banner" role="alert"><p>{t.memory_banner}</p></div> }
        });
        view! {
            <div id="beranda">
                <header class="bar">
                    <Brand language=now/>
                    <span class="end">
                        <SaveMark state=Signal::derive(move || state) text=Signal::derive(move || text.to_owned())/>
                        <LanguageButton language=language/>
                    </span>
                </header>
                {banner}
                <UpdateNotice language=now update=update later=later/>
                <main id="isi" tabindex="-1">
                    <Home language=now drafts=drafts trash=trash act=act/>
                </main>
                <Foot language=now/>
                <div class="toasts" role="status">
                    {live(move || busy.get().then(|| {
                        view! { <div class="toast"><p>{now.front().frame.loading}</p></div> }.into_any()
                    }))}
                </div>
            </div>
        }
        .into_any()
    })
    .into_any()
}

/// The cards of all drafts, the last changed first; nothing if one draft has no card that fits.
fn cards(store: &Store, start: &str) -> Option<Vec<Entry>> {
    let mut all = Vec::new();
    for key in store.keys(start) {
        let id = &key[start.len()..];
        let draft = store.get(&key)?;
        let card = Card::read(id, &store.get(&format!("card:{id}"))?, &draft)?;
        // Few enough that each finds its place by looking.
        let at = all.iter().position(|other: &Card| other.changed < card.changed).unwrap_or(all.len());
        all.insert(at, card);
    }
    Some(all.into_iter().map(Entry::Card).collect())
}
