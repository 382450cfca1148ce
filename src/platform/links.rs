//! Links where the browser's history is not this page's own: in a frame it is the portal's, and on a kiosk it would
//! tell the next visitor.

use std::cell::Cell;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MouseEvent};

thread_local! {
    static REPLACES: Cell<bool> = const { Cell::new(false) };
}

/// Whether going to another page of the app makes no entry in the browser's history.
pub(super) fn replaces() -> bool {
    REPLACES.get()
}

/// From now on no link within the page makes an entry in the browser's history. With `only_here`, none leads out
/// of it either.
pub fn replace_links(only_here: bool) {
    REPLACES.set(true);
    let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(target) = &target {
            note_place(&event, target);
        }
        let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
        let href = link.get_attribute("href").unwrap_or_default();
        if let Some(hash) = href.strip_prefix('#').filter(|hash| hash.starts_with('/')) {
            // Another tab is a wish of its own, where there may be one.
            let other_tab = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
            if (only_here || !other_tab) && !event.default_prevented() {
                event.prevent_default();
                super::replace_hash(hash);
            }
        } else if only_here && !href.starts_with('#') && !link.has_attribute("download") {
            event.prevent_default();
        }
    });
    if let Some(window) = web_sys::window() {
        for event in ["click", "auxclick"] {
            let _ = window.add_event_listener_with_callback(event, click.as_ref().unchecked_ref());
        }
    }
    click.forget();
}

/// Leaves in `--near` how far down the page something was pressed. A frame that is as high as its page has no foot
/// that could be seen from there, so messages stand near it.
fn note_place(event: &MouseEvent, target: &Element) {
    // Keys press without a place.
    let y = match event.client_y() {
        0 => target.get_bounding_client_rect().top(),
        y => f64::from(y),
    };
    let root = target.owner_document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let _ = root.style().set_property("--near", &format!("{}px", y.max(0.0)));
    }
}

/// The address of the page itself, without what stands after `?` and `#`.
pub fn own_address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let href = location.and_then(|location| location.href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}
