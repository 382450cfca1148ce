use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Storage;

use crate::text::Language;

/// Where drafts are kept.
#[derive(Clone)]
pub struct Store(Rc<Place>);

enum Place {
    /// The browser's localStorage, or the sessionStorage of this tab, and the draft that was last written there,
    /// under which key: the browser compares texts far faster than they come over from it.
    Browser(Kind, RefCell<Option<(String, JsValue)>>),
    /// This page only: the browser blocks storage (private mode, sandboxed or foreign iframe), or nothing is to
    /// stay behind.
    Memory(RefCell<BTreeMap<String, String>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Local,
    /// Until the tab is closed.
    Session,
    Memory,
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("the storage is full")]
    Full,
    #[error("the browser refused: {0}")]
    Refused(String),
}

/// Every key of this app begins with it; no other key on the origin is touched.
const PREFIX: &str = "takar:";

impl Store {
    /// Tries the browser's storage by writing to it, and falls back to memory.
    ///
    /// `LocalStorage::raw()` throws where storage is blocked, so it is not asked before the window
    /// has answered.
    pub fn open() -> Self {
        Self::open_in(Kind::Local)
    }

    /// The same for a place of one's choice.
    pub fn open_in(kind: Kind) -> Self {
        let storage = web_sys::window().and_then(|window| match kind {
            Kind::Local => window.local_storage().ok().flatten(),
            Kind::Session => window.session_storage().ok().flatten(),
            Kind::Memory => None,
        });
        let usable = storage.is_some_and(|storage| {
            let key = format!("{PREFIX}probe");
            // A full storage refuses the probe too, but what is in it can be read.
            let written = storage.set_item(&key, "1").is_ok();
            let _ = storage.remove_item(&key);
            written || storage.length().is_ok_and(|length| length > 0)
        });
        Self(Rc::new(if usable {
            Place::Browser(kind, RefCell::default())
        } else {
            Place::Memory(RefCell::default())
        }))
    }

    /// The language a person chose, or the first one.
    pub fn language(&self) -> Language {
        self.chosen_language().unwrap_or_default()
    }

    /// The language a person chose.
    pub fn chosen_language(&self) -> Option<Language> {
        self.get("language").and_then(|code| Language::from_code(&code))
    }

    /// Remembers the language. If it is not remembered, that is no loss worth a message.
    pub fn set_language(&self, language: Language) {
        let _ = self.set("language", language.code());
    }

    pub fn kind(&self) -> Kind {
        match *self.0 {
            Place::Browser(kind, _) => kind,
            Place::Memory(_) => Kind::Memory,
        }
    }

    /// The text under a key. `key` is without the prefix.
    pub fn get(&self, key: &str) -> Option<String> {
        match &*self.0 {
            Place::Browser(kind, _) => raw(*kind).get_item(&format!("{PREFIX}{key}")).ok().flatten(),
            Place::Memory(map) => map.borrow().get(key).cloned(),
        }
    }

    /// Writes a text and reads it back.
    ///
    /// # Errors
    /// The storage is full or refuses; what was there before is still there.
    pub fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        match &*self.0 {
            Place::Browser(kind, last) => {
                let (name, text) = (JsValue::from(format!("{PREFIX}{key}")), JsValue::from_str(text));
                call(*kind, "setItem", &[&name, &text]).map_err(|error| reason(&error))?;
                if call(*kind, "getItem", &[&name]).is_ok_and(|stored| stored == text) {
                    if key.starts_with("draft:") {
                        *last.borrow_mut() = Some((key.to_owned(), text));
                    }
                    Ok(())
                } else {
                    Err(StoreError::Refused("read back differs".to_owned()))
                }
            }
            Place::Memory(map) => {
                map.borrow_mut().insert(key.to_owned(), text.to_owned());
                Ok(())
            }
        }
    }

    /// The text that was last written here under this key, if it was one of a draft.
    pub fn last_written(&self, key: &str) -> Option<BrowserText> {
        let Place::Browser(_, last) = &*self.0 else { return None };
        last.borrow().as_ref().filter(|(of, _)| of == key).map(|(_, text)| BrowserText(text.clone()))
    }

    /// Whether the key of a draft holds the very text that was last written here, and under this key.
    pub fn is_as_written(&self, key: &str) -> bool {
        let Place::Browser(kind, last) = &*self.0 else { return true };
        let now = || call(*kind, "getItem", &[&format!("{PREFIX}{key}").into()]);
        last.borrow().as_ref().is_some_and(|(of, text)| of == key && now().is_ok_and(|now| now == *text))
    }

    pub fn remove(&self, key: &str) {
        match &*self.0 {
            Place::Browser(kind, _) => {
                let _ = raw(*kind).remove_item(&format!("{PREFIX}{key}"));
            }
            Place::Memory(map) => {
                map.borrow_mut().remove(key);
            }
        }
    }

    /// Moves a text to another key, or leaves it where it is.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let Some(text) = self.get(from) else { return Ok(()) };
        // In a full storage there is no room for both, so the old one goes first and comes back
        // should the new one still be refused.
        if self.set(to, &text).is_err() {
            self.remove(from);
            if let Err(error) = self.set(to, &text) {
                self.set(from, &text)?;
                return Err(error);
            }
        }
        self.remove(from);
        Ok(())
    }

    /// Every entry of the origin's storage with its size in characters, key included: those of the app
    /// by their key without the prefix, those of others without a name.
    pub fn sizes(&self) -> Vec<(Option<String>, usize)> {
        match &*self.0 {
            Place::Browser(kind, _) => {
                let storage = raw(*kind);
                let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
                // The texts stay with the browser: only their lengths are asked.
                let get = js_sys::Reflect::get(&storage, &"getItem".into()).unwrap_or_default();
                let get = get.dyn_into::<js_sys::Function>().unwrap_or_default();
                keys.map(|key| {
                    let text = get.call1(&storage, &JsValue::from_str(&key)).unwrap_or_default();
                    let length = text.dyn_ref::<js_sys::JsString>().map_or(0, js_sys::JsString::length);
                    let size = key.encode_utf16().count() + length as usize;
                    (key.strip_prefix(PREFIX).map(str::to_owned), size)
                })
                .collect()
            }
            Place::Memory(map) => {
                let size = |key: &str, text: &str| (PREFIX.len() + key.len()) + text.encode_utf16().count();
                map.borrow().iter().map(|(key, text)| (Some(key.clone()), size(key, text))).collect()
            }
        }
    }

    /// All keys that begin with a text, sorted, without the app's prefix.
    pub fn keys(&self, start: &str) -> Vec<String> {
        let mut keys: Vec<String> = match &*self.0 {
            Place::Browser(kind, _) => {
                let storage = raw(*kind);
                (0..storage.length().unwrap_or(0))
                    .filter_map(|at| storage.key(at).ok().flatten())
                    .filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
                    .filter(|key| key.starts_with(start))
                    .collect()
            }
            Place::Memory(map) => map.borrow().keys().filter(|key| key.starts_with(start)).cloned().collect(),
        };
        keys.sort();
        keys
    }
}

/// A text as the browser has it: to hand it on costs no copy.
pub struct BrowserText(pub(super) JsValue);

impl From<&str> for BrowserText {
    fn from(text: &str) -> Self {
        Self(JsValue::from_str(text))
    }
}

/// The browser's own storage. Throws where it is blocked, which [`Store::open_in`] has asked.
fn raw(kind: Kind) -> Storage {
    if kind == Kind::Session { SessionStorage::raw() } else { LocalStorage::raw() }
}

/// Calls the storage with texts as the browser has them.
fn call(kind: Kind, method: &str, texts: &[&JsValue]) -> Result<JsValue, JsValue> {
    let storage = raw(kind);
    let method: js_sys::Function = js_sys::Reflect::get(&storage, &method.into())?.dyn_into()?;
    method.apply(&storage, &texts.iter().copied().collect())
}

fn reason(error: &JsValue) -> StoreError {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        name => StoreError::Refused(name.unwrap_or("unknown").to_owned()),
    }
}
