use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::CustomEvent;

use super::LocalFile;
use super::download::is_off;
use super::store::BrowserText;

/// What the small module leaves the full one to do. `public/boot.js` carries it across: the event
/// makes it load the full module, and its detail waits in `globalThis.takarHandOver`.
#[derive(Default)]
pub struct HandOver {
    /// What to do; empty for nothing but loading.
    pub act: String,
    pub id: String,
    pub title: String,
    pub files: Vec<LocalFile>,
}

const PLACE: &str = "takarHandOver";

impl HandOver {
    pub fn send(self) {
        let detail = Object::new();
        let put = |key: &str, value: JsValue| {
            let _ = Reflect::set(&detail, &key.into(), &value);
        };
        put("act", self.act.into());
        put("id", self.id.into());
        put("title", self.title.into());
        let files: Array = self.files.into_iter().map(LocalFile::into_js).collect();
        put("files", files.into());
        let _ = Reflect::set(&js_sys::global(), &PLACE.into(), &detail);
        if let Some(window) = web_sys::window()
            && let Ok(event) = CustomEvent::new("takar:app")
        {
            let _ = window.dispatch_event(&event);
        }
    }

    /// Takes what was left, once.
    pub fn receive() -> Option<Self> {
        let global = js_sys::global();
        let detail = Reflect::get(&global, &PLACE.into()).ok().filter(JsValue::is_object)?;
        let _ = Reflect::delete_property(&global, &PLACE.into());
        let get = |key: &str| Reflect::get(&detail, &key.into()).ok();
        let text = |key: &str| get(key).and_then(|value| value.as_string()).unwrap_or_default();
        Some(Self {
            act: text("act"),
            id: text("id"),
            title: text("title"),
            files: get("files").filter(|files| files.is_object() && !is_off("files")).map_or_else(
                Vec::new,
                |files| {
                    let files = Array::from(&files);
                    files.iter().filter_map(|file| file.dyn_into().ok()).map(LocalFile::from_js).collect()
                },
            ),
        })
    }
}

/// Calls whenever the full module could not be fetched; what to do then, `public/boot.js` has said.
pub fn on_hand_over_failed(call: impl Fn() + 'static) {
    let listen = Closure::<dyn Fn()>::new(call);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("takar:failed", listen.as_ref().unchecked_ref());
    }
    // The page listens as long as it lives.
    listen.forget();
}

/// The program has failed. `public/rescue.js` says so, and offers what was saved.
pub fn panicked() {
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new("takar:panic")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Leaves the text of a draft that no storage holds where `public/rescue.js` finds it, or takes it away
/// again.
pub fn leave_unsaved(id: &str, text: Option<&str>) {
    const PLACE: &str = "takarUnsaved";
    let global = js_sys::global();
    let place = Reflect::get(&global, &PLACE.into()).ok().filter(JsValue::is_object);
    let place = place.unwrap_or_else(|| {
        let place: JsValue = Object::new().into();
        let _ = Reflect::set(&global, &PLACE.into(), &place);
        place
    });
    match (text, place.dyn_ref::<Object>()) {
        (Some(text), _) => drop(Reflect::set(&place, &id.into(), &text.into())),
        (None, Some(place)) => drop(Reflect::delete_property(place, &id.into())),
        (None, None) => {}
    }
}

/// Second copies of drafts that `public/keep.js` could not put into the storage, by id. Those behind a `~` were
/// met too late, when the draft had gone on without them.
pub fn left_copies() -> Vec<(String, String)> {
    const PLACE: &str = "takarLeft";
    let global = js_sys::global();
    let left = Reflect::get(&global, &PLACE.into()).ok().and_then(|left| left.dyn_into::<Object>().ok());
    let Some(left) = left else { return Vec::new() };
    let _ = Reflect::delete_property(&global, &PLACE.into());
    Object::entries(&left)
        .into_iter()
        .filter_map(|pair| {
            let pair = js_sys::Array::from(&pair);
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        })
        .collect()
}

/// Has `public/keep.js` write a second copy of a draft where a browser that is killed does not lose it, or
/// forget it where there is no text. `turn` counts the writings of the draft. Calls when it is written, or
/// cannot be.
pub fn keep_copy(id: &str, text: Option<BrowserText>, turn: u32, done: impl FnOnce() + 'static) {
    let keep = Reflect::get(&js_sys::global(), &"takarKeep".into()).ok();
    let promise = keep.and_then(|keep| keep.dyn_into::<js_sys::Function>().ok()).and_then(|keep| {
        let text = text.map_or(JsValue::UNDEFINED, |text| text.0);
        keep.call3(&JsValue::NULL, &id.into(), &text, &turn.into()).ok()?.dyn_into::<js_sys::Promise>().ok()
    });
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(promise) = promise {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        }
        done();
    });
}

/// The fields of a JSON object, read by the browser itself.
pub struct Fields(JsValue);

impl Fields {
    pub fn parse(text: &str) -> Option<Self> {
        js_sys::JSON::parse(text).ok().filter(JsValue::is_object).map(Self)
    }

    pub fn text(&self, key: &str) -> Option<String> {
        Reflect::get(&self.0, &key.into()).ok()?.as_string()
    }

    pub fn number(&self, key: &str) -> Option<f64> {
        Reflect::get(&self.0, &key.into()).ok()?.as_f64()
    }
}
