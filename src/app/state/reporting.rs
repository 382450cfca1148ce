//! What reports need beside the draft: which parts were chosen, and the logo.

use leptos::prelude::*;

use super::App;
use crate::platform::StoreError;
use crate::report::Wish;

pub(super) fn logo_key(id: &str) -> String {
    format!("logo:{id}")
}

impl App {
    /// What was chosen for the last report, or the summary in the language of the page.
    pub fn report_wish(self) -> Wish {
        let words = self.store.with_value(|store| store.get("report"));
        let language = self.language.get_untracked();
        words.and_then(|words| Wish::from_words(&words)).unwrap_or(Wish { language, ..Wish::default() })
    }

    /// Remembers the choice. If it is not remembered, that is no loss worth a message.
    pub fn keep_report_wish(self, wish: &Wish) {
        let _ = self.store.with_value(|store| store.set("report", &wish.to_words()));
    }

    /// The logo of a draft, as an address that holds the picture.
    pub fn logo(self, id: &str) -> Option<String> {
        self.store.with_value(|store| store.get(&logo_key(id)))
    }

    /// Keeps the logo of a draft, or takes it away.
    ///
    /// # Errors
    /// The storage is full or refuses; what was there is still there.
    pub fn keep_logo(self, id: &str, logo: Option<&str>) -> Result<(), StoreError> {
        self.store.with_value(|store| match logo {
            Some(logo) => store.set(&logo_key(id), logo),
            None => {
                store.remove(&logo_key(id));
                Ok(())
            }
        })
    }
}
