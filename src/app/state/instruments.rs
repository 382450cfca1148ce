//! Instruments are fetched when a draft or a page needs them, each once.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::App;
use crate::instrument::{INSTRUMENTS, Instrument, load};
use crate::platform;

/// An instrument, as far as it has come.
#[derive(Clone)]
pub enum Loaded {
    Loading,
    Ready(Arc<Instrument>),
    Failed,
}

pub(super) type Cache = BTreeMap<String, Loaded>;

impl App {
    /// An instrument; fetches it when it is asked for the first time. Tracks its arrival.
    pub fn instrument(self, id: &str) -> Loaded {
        match self.instruments.with(|cache| cache.get(id).cloned()) {
            Some(loaded) => loaded,
            None => {
                // Noted at once, without a stir: whoever asks next must not fetch it again.
                self.instruments.update_untracked(|cache| drop(cache.insert(id.to_owned(), Loaded::Loading)));
                self.fetch_instrument(id);
                Loaded::Loading
            }
        }
    }

    /// Fetches an instrument, once more if it failed before.
    pub fn fetch_instrument(self, id: &str) {
        if !INSTRUMENTS.iter().any(|listed| listed.id == id) {
            self.instruments.update(|cache| drop(cache.insert(id.to_owned(), Loaded::Failed)));
            return;
        }
        let id = id.to_owned();
        spawn_local(async move {
            self.wait_for_instrument(&id).await;
        });
    }

    /// The same for code that can wait.
    pub async fn wait_for_instrument(self, id: &str) -> Option<Arc<Instrument>> {
        if let Some(instrument) = self.ready_instrument(id) {
            return Some(instrument);
        }
        if self.instruments.with_untracked(|cache| matches!(cache.get(id), Some(Loaded::Failed))) {
            self.instruments.update(|cache| drop(cache.insert(id.to_owned(), Loaded::Loading)));
        }
        let fetched = platform::fetch_text(&format!("instruments/{id}.json")).await;
        let instrument = fetched.ok().and_then(|text| load(&text).ok()).map(Arc::new);
        let loaded = instrument.clone().map_or(Loaded::Failed, Loaded::Ready);
        self.instruments.update(|cache| drop(cache.insert(id.to_owned(), loaded)));
        instrument
    }

    /// An instrument that is already here.
    pub fn ready_instrument(self, id: &str) -> Option<Arc<Instrument>> {
        match self.instruments.with_untracked(|cache| cache.get(id).cloned()) {
            Some(Loaded::Ready(instrument)) => Some(instrument),
            _ => None,
        }
    }
}
