//! The page around the frame that this one stands in.

use std::cell::Cell;

use js_sys::{Array, Function, JSON, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageEvent, ResizeObserver, Window};

/// The window around the frame; none where this page is on its own.
fn host() -> Option<Window> {
    let window = web_sys::window()?;
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

pub fn is_framed() -> bool {
    host().is_some()
}

/// A message that came from outside.
pub struct Letter {
    /// Who says so is the browser.
    pub origin: String,
    /// Whether it comes from the page around the frame.
    pub from_host: bool,
    data: JsValue,
}

impl Letter {
    /// What it says, as JSON. Nothing where it cannot be written so.
    pub fn text(&self) -> Option<String> {
        JSON::stringify(&self.data).ok()?.as_string()
    }
}

/// Calls with every message, whoever it comes from.
pub fn on_letter(call: impl Fn(Letter) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let from_host = event
            .source()
            .zip(host())
            .is_some_and(|(source, host)| JsValue::from(source) == JsValue::from(host));
        call(Letter { origin: event.origin(), from_host, data: event.data() });
    });
    let _ = window.add_event_listener_with_callback("message", listen.as_ref().unchecked_ref());
    listen.forget();
}

/// Says something to the page around the frame, and only as long as it is of this origin.
pub fn tell(origin: &str, json: &str) {
    if let (Some(host), Ok(message)) = (host(), JSON::parse(json)) {
        let _ = host.post_message(&message, origin);
    }
}

/// The origin of the page around the frame, where the browser tells it.
pub fn host_origin() -> Option<String> {
    host()?;
    let window = web_sys::window()?;
    let ancestors = Reflect::get(&window.location(), &"ancestorOrigins".into()).ok();
    let nearest =
        ancestors.and_then(|all| Reflect::get_u32(&all, 0).ok()).and_then(|origin| origin.as_string());
    nearest.or_else(|| {
        let referrer = window.document()?.referrer();
        web_sys::Url::new(&referrer).ok().map(|url| url.origin())
    })
}

/// Calls with the height that the page needs, in CSS pixels, now and whenever it changes.
pub fn on_height(call: impl Fn(u32) + 'static) {
    let Some(body) = web_sys::window().and_then(|window| window.document()).and_then(|d| d.body()) else {
        return;
    };
    let told = Cell::new(0);
    let of = body.clone();
    let measure = Closure::<dyn Fn()>::new(move || {
        let height = of.get_bounding_client_rect().height().ceil() as u32;
        if height != told.replace(height) {
            call(height);
        }
    });
    if let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) {
        observer.observe(&body);
        // As long as the page.
        std::mem::forget(observer);
    }
    measure.forget();
}

/// Puts a style sheet over the page's own. Made by script, it passes a policy that forbids styles in documents.
pub fn adopt_accent(css: &str) {
    let adopt = || -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let make: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
        let sheet = Reflect::construct(&make, &Array::new())?;
        let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
        replace.call1(&sheet, &css.into())?;
        let document = window.document().ok_or(JsValue::NULL)?;
        Reflect::set(&document, &"adoptedStyleSheets".into(), &Array::of1(&sheet))?;
        Ok(())
    };
    // A browser that cannot keeps the page's own colour.
    let _ = adopt();
}
