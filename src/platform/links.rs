//! Links where the browser's history is not this page's own: in a frame it is the portal's, and on a kiosk it would
//! tell the next visitor.

use std::cell::Cell;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, MouseEvent};

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

/// The address of the page itself, without what stands after `?` and `#`.
pub fn own_address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let href = location.and_then(|location| location.href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}
