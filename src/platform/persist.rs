//! Whether the browser may delete what is stored without asking.

use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

fn manager() -> Option<StorageManager> {
    // On plain http there is none, whatever the types say.
    Some(web_sys::window()?.navigator().storage()).filter(|manager| manager.is_object())
}

/// Whether the browser has promised to keep what is stored; nothing where it knows no such promise.
pub async fn is_persisted() -> Option<bool> {
    JsFuture::from(manager()?.persisted().ok()?).await.ok()?.as_bool()
}

/// Asks the browser for that promise. Some ask the person, others decide by themselves.
pub async fn persist() -> Option<bool> {
    JsFuture::from(manager()?.persist().ok()?).await.ok()?.as_bool()
}
