use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, HtmlInputElement, Url};

/// A file a person chose.
pub struct LocalFile(web_sys::File);

impl LocalFile {
    /// A file that came by another way than a file input.
    pub fn from_js(file: web_sys::File) -> Self {
        Self(file)
    }

    pub(super) fn into_js(self) -> JsValue {
        self.0.into()
    }

    pub fn name(&self) -> String {
        self.0.name()
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }
}

/// The file of a file input's change event. The input is emptied, so that the same file can be
/// chosen again.
pub fn chosen_file(event: &Event) -> Option<LocalFile> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(LocalFile(file))
}

/// The first file that was dropped on the page.
pub fn dropped_file(event: &web_sys::DragEvent) -> Option<LocalFile> {
    event.data_transfer()?.files()?.get(0).map(LocalFile)
}

/// Whether what is dragged is a file, not a text or a link.
pub fn has_files(event: &web_sys::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}

/// The content of a file.
///
/// # Errors
/// The browser's own words, when the file vanished or may not be read.
pub async fn read_file(file: &LocalFile) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.0.array_buffer()).await.map_err(|error| words(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Offers a text as a download.
///
/// # Errors
/// The browser's own words, when it refuses.
pub fn download(name: &str, text: &str) -> Result<(), String> {
    let save = || -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type("application/json");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
        let url = Url::create_object_url_with_blob(&blob)?;
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
    };
    save().map_err(|error| words(&error))
}

fn words(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .unwrap_or_else(|| "unknown".to_owned())
}
