//! The service worker and new versions, as `public/offline.js` sees them.

use std::future::Future;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::text::offline::Hindrance;

/// Whether the page can be used without network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Not to be had here.
    Never,
    Fetching,
    Failed,
    /// So many files are missing.
    Partial(usize),
    Ready,
}

/// What became of a person's asking for a new version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    Not,
    Now,
    Done,
    Unreachable,
}

/// How things stand with the files that are kept, and with other versions of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Offline {
    pub kept: Kept,
    /// The mark of the version that the page is of.
    pub version: String,
    pub files: usize,
    pub bytes: u64,
    pub fetching_new: bool,
    pub checked: Checked,
}

/// Another version that is there, and how far its taking over has come.
#[derive(Clone, Debug, PartialEq)]
pub struct NewVersion {
    /// The tabs are being asked, or load themselves anew.
    pub taking: bool,
    /// What stood against it, whether in this tab, and the name of what is concerned.
    pub refused: Vec<(Hindrance, bool, String)>,
}

fn get(of: &JsValue, key: &str) -> JsValue {
    Reflect::get(of, &key.into()).unwrap_or_default()
}

fn place() -> Option<JsValue> {
    Some(get(&js_sys::global(), "takarOffline")).filter(JsValue::is_object)
}

fn call(name: &str) {
    if let Some(place) = place()
        && let Ok(method) = get(&place, name).dyn_into::<Function>()
    {
        let _ = method.call0(&place);
    }
}

fn text(of: &JsValue, key: &str) -> String {
    get(of, key).as_string().unwrap_or_default()
}

fn is_true(of: &JsValue, key: &str) -> bool {
    get(of, key).as_bool().unwrap_or(false)
}

/// How things stand; nothing as long as the page has not looked, and where it never will (one file).
pub fn offline() -> Option<Offline> {
    let place = place()?;
    let number = |key| get(&place, key).as_f64().unwrap_or(0.0);
    Some(Offline {
        kept: match &*text(&place, "state") {
            "fetching" => Kept::Fetching,
            "failed" => Kept::Failed,
            "partial" => Kept::Partial(number("missing") as usize),
            "ready" => Kept::Ready,
            _ => Kept::Never,
        },
        version: text(&place, "version"),
        files: number("files") as usize,
        bytes: number("bytes") as u64,
        fetching_new: is_true(&place, "fetching"),
        checked: match &*text(&place, "checked") {
            "now" => Checked::Now,
            "done" => Checked::Done,
            "unreachable" => Checked::Unreachable,
            _ => Checked::Not,
        },
    })
}

/// The version that can take over, if there is one.
pub fn update() -> Option<NewVersion> {
    let place = place().filter(|place| is_true(place, "update"))?;
    let refused = get(&place, "refused").dyn_into::<Array>().unwrap_or_default();
    let one =
        |tab: JsValue| (Hindrance::from_code(&text(&tab, "why")), is_true(&tab, "here"), text(&tab, "name"));
    Some(NewVersion { taking: is_true(&place, "taking"), refused: refused.iter().map(one).collect() })
}

/// Calls whenever [`offline`] or [`update`] may have changed.
pub fn on_offline(call: impl Fn() + 'static) {
    let listen = Closure::<dyn Fn()>::new(call);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("takar:offline", listen.as_ref().unchecked_ref());
    }
    // The page listens as long as it lives.
    listen.forget();
}

/// Lets the other version take over in all tabs, if their work is safe.
pub fn take_update() {
    call("take");
}

/// Asks the server for a new version.
pub fn check_update() {
    call("check");
}

/// Calls before this tab is loaded anew, to have its work saved; what is returned prevents it.
pub fn on_prepare<F>(prepare: impl Fn() -> F + 'static)
where
    F: Future<Output = Option<(Hindrance, String)>> + 'static,
{
    let answer = Closure::<dyn Fn() -> Promise>::new(move || {
        let prepared = prepare();
        future_to_promise(async move {
            let Some((hindrance, name)) = prepared.await else { return Ok(JsValue::UNDEFINED) };
            let answer = Object::new();
            Reflect::set(&answer, &"why".into(), &hindrance.code().into())?;
            Reflect::set(&answer, &"name".into(), &name.into())?;
            Ok(answer.into())
        })
    });
    let _ = Reflect::set(&js_sys::global(), &"takarPrepare".into(), answer.as_ref());
    answer.forget();
}

/// Comes back after so many milliseconds.
pub async fn wait(milliseconds: i32) {
    let after = Promise::new(&mut |go_on, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&go_on, milliseconds);
        }
    });
    let _ = JsFuture::from(after).await;
}
