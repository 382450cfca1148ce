//! The end of a visit to a kiosk is the work of `public/kiosk.js`, which needs no wasm.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CustomEvent, HtmlDialogElement};

fn call(name: &str, argument: &JsValue) {
    let kiosk = Reflect::get(&js_sys::global(), &"takarKiosk".into()).unwrap_or_default();
    let method = Reflect::get(&kiosk, &name.into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(method) = method {
        let _ = method.call1(&kiosk, argument);
    }
}

/// Watches for a visitor who has gone. Times are in seconds; with `everything` the end of a visit also deletes what
/// ordinary visits have left.
pub fn begin_kiosk(idle: u16, warning: u16, everything: bool) {
    let wanted = Object::new();
    for (key, value) in
        [("idle", idle.into()), ("warning", warning.into()), ("everything", JsValue::from(everything))]
    {
        let _ = Reflect::set(&wanted, &key.into(), &value);
    }
    call("begin", &wanted);
}

/// Deletes all of this visit and begins the next one.
pub fn end_visit() {
    call("end", &JsValue::UNDEFINED);
}

/// The visitor is still there.
pub fn stay() {
    call("stay", &JsValue::UNDEFINED);
}

/// Calls with the seconds that are left, again and again, when the visitor seems to have gone.
pub fn on_idle(call: impl Fn(u32) + 'static) {
    listen("takar:idle", move |event| call(event.detail().as_f64().unwrap_or_default() as u32));
}

/// Calls when the visit ends: from now on nothing may be written.
pub fn on_visit_end(call: impl Fn() + 'static) {
    listen("takar:end", move |_| call());
}

fn listen(event: &str, call: impl Fn(CustomEvent) + 'static) {
    let listen = Closure::<dyn Fn(CustomEvent)>::new(call);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback(event, listen.as_ref().unchecked_ref());
    }
    listen.forget();
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Opens a `<dialog>` over everything else; what is behind it waits.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes a `<dialog>`. The focus goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}
