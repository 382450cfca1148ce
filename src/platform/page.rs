use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use crate::text::Language;
use web_sys::{Document, HtmlElement, HtmlInputElement, HtmlTextAreaElement, VisibilityState};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Takes away what `index.html`, the first screen or the loader shows until the app is there, and
/// says whether it was the first screen.
pub fn clear_placeholder() -> bool {
    let first = document().is_some_and(|document| document.get_element_by_id("beranda").is_some());
    for id in ["sebelum", "beranda", "keadaan"] {
        if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
            element.remove();
        }
    }
    first
}

/// The part of the address after `#`, without it.
pub fn current_hash() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to a hash address, with an entry in the browser's history where that belongs to this page.
pub fn set_hash(hash: &str) {
    if super::links::replaces() {
        return replace_hash(hash);
    }
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to a hash address in place of the present one.
pub fn replace_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&format!("#{hash}"));
    }
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The language the page is in.
pub fn language() -> Option<Language> {
    let root = document()?.document_element()?;
    Language::from_code(&root.get_attribute("lang")?)
}

pub fn set_language(code: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", code);
    }
}

/// Moves the focus to the page's heading and shows the page from its top, as a new page would.
pub fn focus_heading() {
    focus("h1");
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Does [`focus_heading`] with the next frame, unless the focus was moved meanwhile: browsers may draw late, and who
/// has begun to write must not be taken away from it.
pub fn focus_heading_soon() {
    let active = || document().and_then(|document| document.active_element());
    let before = active();
    next_frame(move || {
        let now = active().filter(|element| element.tag_name() != "BODY");
        if now.is_none() || now == before {
            focus_heading();
        }
    });
}

/// Moves the focus to the first element that fits a CSS selector.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to a field and selects all that stands in it.
pub fn select_all(selector: &str) {
    focus(selector);
    let found = document().and_then(|document| document.active_element());
    if let Some(field) = found.and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) {
        field.select();
    }
}

/// Brings the tab of the present page into view, where a phone has room for some of them only.
pub fn show_tab() {
    let found =
        document().and_then(|document| document.query_selector(".tabs [aria-current]").ok().flatten());
    if let Some(tab) = found.and_then(|tab| tab.dyn_into::<HtmlElement>().ok())
        && let Some(tabs) = tab.parent_element()
    {
        let middle = tab.offset_left() + tab.offset_width() / 2;
        tabs.set_scroll_left((middle - tabs.client_width() / 2).max(0));
    }
}

/// Calls when the browser is about to draw the next frame.
pub fn next_frame(call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(Closure::once_into_js(call).unchecked_ref());
    }
}

/// Whether the focus is in a field in which the browser has an undo of its own.
pub fn is_editing_text() -> bool {
    let Some(element) = document().and_then(|document| document.active_element()) else {
        return false;
    };
    if element.dyn_ref::<HtmlTextAreaElement>().is_some() {
        return true;
    }
    element
        .dyn_ref::<HtmlInputElement>()
        .is_some_and(|input| !matches!(&*input.type_(), "radio" | "checkbox" | "button" | "submit" | "file"))
}

/// Whether the focus is on a control that arrow keys turn by themselves.
pub fn is_choosing() -> bool {
    let element = document().and_then(|document| document.active_element());
    element.is_some_and(|element| element.dyn_ref::<web_sys::HtmlSelectElement>().is_some())
}

/// Whether a field holds something that makes no value yet, such as a date without its year.
pub fn is_half_typed(event: &web_sys::Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| !input.check_validity())
}

/// Whether a `<details>` is open now.
pub fn is_unfolded(event: &web_sys::Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Calls when the page is hidden, closed or left: the last moment to save.
pub fn on_hidden(call: impl Fn() + Clone + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let hide = call.clone();
    let visibility = Closure::<dyn Fn()>::new(move || {
        if self::document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden) {
            hide();
        }
    });
    let _ =
        document.add_event_listener_with_callback("visibilitychange", visibility.as_ref().unchecked_ref());
    visibility.forget();
    let leave = Closure::<dyn Fn()>::new(call);
    let _ = window.add_event_listener_with_callback("pagehide", leave.as_ref().unchecked_ref());
    let _ = window.add_event_listener_with_callback("beforeunload", leave.as_ref().unchecked_ref());
    leave.forget();
}

/// Calls with the key (without the app's prefix) when another tab changed the storage, and with what it
/// wrote there. That may be buried already under what this tab wrote in the same moment.
pub fn on_storage_event(call: impl Fn(String, Option<String>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listen = Closure::<dyn Fn(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
        if let Some(key) = event.key().and_then(|key| key.strip_prefix("takar:").map(str::to_owned)) {
            call(key, event.new_value());
        }
    });
    let _ = window.add_event_listener_with_callback("storage", listen.as_ref().unchecked_ref());
    listen.forget();
}
