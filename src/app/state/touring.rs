//! Whether the tour of an indicator's page was seen. A kiosk forgets it with each visit.

use leptos::prelude::*;

use super::App;

const KEY: &str = "tour";

impl App {
    pub fn has_seen_tour(self) -> bool {
        self.store.with_value(|store| store.get(KEY).is_some())
    }

    /// If it is not remembered, that is no loss worth a message.
    pub fn see_tour(self, seen: bool) {
        self.store.with_value(|store| {
            if seen {
                let _ = store.set(KEY, "seen");
            } else {
                store.remove(KEY);
            }
        });
    }
}
