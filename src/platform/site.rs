use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::config::{Setup, Source};

/// What holds for this visit: the configuration that `public/config.js` has fetched, and the address.
pub fn setup() -> Setup {
    let found = Reflect::get(&js_sys::global(), &"takarConfig".into()).ok().filter(JsValue::is_object);
    let get = |key: &str| found.as_ref().and_then(|found| Reflect::get(found, &key.into()).ok());
    let text = get("text").and_then(|text| text.as_string());
    let failed = get("failed").is_some_and(|failed| failed.is_truthy());
    let source = match &text {
        _ if failed => Source::Unreachable,
        Some(text) => Source::Text(text),
        None => Source::Absent,
    };
    Setup::new(source, asks_for_kiosk())
}

/// As `public/config.js` reads the address: `?kiosk`, whatever its value.
fn asks_for_kiosk() -> bool {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').split('&').any(|part| part.split('=').next() == Some("kiosk"))
}

/// Marks the whole page for its style sheets: `data-…` on the root.
pub fn mark(name: &str, value: &str) {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|d| d.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute(&format!("data-{name}"), value);
    }
}

/// Whether the root element carries a mark.
pub fn is_marked(name: &str) -> bool {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|d| d.document_element());
    root.is_some_and(|root| root.has_attribute(&format!("data-{name}")))
}

/// What the browser makes of a token (`--accent`) within an element.
pub fn token(element: &str, name: &str) -> Option<String> {
    let window = web_sys::window()?;
    let element = window.document()?.query_selector(element).ok()??;
    let value = window.get_computed_style(&element).ok()??.get_property_value(name).ok()?;
    Some(value.trim().to_owned())
}
