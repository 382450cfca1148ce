use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers a text as a download.
///
/// # Errors
/// The browser's own words, when it refuses.
pub fn download(name: &str, text: &str) -> Result<(), String> {
    let media_type = match name.rsplit('.').next() {
        Some("ics") => "text/calendar",
        Some("html") => "text/html",
        Some("svg") => "image/svg+xml",
        Some("csv") => "text/csv",
        _ => "application/json",
    };
    blob(&Array::of1(&text.into()), media_type)
        .and_then(|blob| download_blob(name, &blob))
        .map_err(|error| super::words(&error))
}

/// Whether the administrator of a kiosk has forbidden something; the style sheets hide what leads there.
pub(super) fn is_off(what: &str) -> bool {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|d| d.document_element());
    root.is_some_and(|root| root.get_attribute(&format!("data-{what}")).as_deref() == Some("off"))
}

/// Puts texts, byte arrays and blobs one behind the other.
pub(super) fn blob(parts: &Array, media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_blob_sequence_and_options(parts, &options)
}

pub(super) fn download_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    if is_off("downloads") {
        return Err(js_sys::Error::new("downloads are switched off").into());
    }
    let url = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the blob once it was clicked; a later turn is safe in
    // every engine.
    if let Some(timer) = super::Timer::after(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    }) {
        std::mem::forget(timer);
    }
    Ok(())
}
