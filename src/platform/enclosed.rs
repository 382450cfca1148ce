//! The file that lies in the page, where the page is one file (`docs/single-file.md`).

use wasm_bindgen::JsValue;

/// What lies in this page, and what the page's own file is called.
pub struct Enclosed {
    pub name: String,
    pub text: String,
}

/// Whether the page is one file, opened without a server.
pub fn is_one_file() -> bool {
    js_sys::Reflect::get(&js_sys::global(), &"takarInside".into()).is_ok_and(|inside| inside.is_object())
}

/// The file that lies in the page, if one does.
pub fn enclosed() -> Option<Enclosed> {
    let window = web_sys::window().filter(|_| is_one_file())?;
    let text = window.document()?.get_element_by_id("takar-enclosed")?.text_content()?;
    if text.trim().is_empty() {
        return None;
    }
    let path = window.location().pathname().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    let name = js_sys::decode_uri_component(last).unwrap_or_else(|_: JsValue| last.into()).into();
    Some(Enclosed { name, text })
}
