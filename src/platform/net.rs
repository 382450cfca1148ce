use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// A file of the page, by its path relative to the page: from beside it, or from inside it where the page is
/// one file.
///
/// # Errors
/// No network, or an answer that is not a success.
pub async fn fetch_text(path: &str) -> Result<String, String> {
    let fail = |_| path.to_owned();
    let response: Response = takar_file(path).await.map_err(fail)?.dyn_into().map_err(fail)?;
    if !response.ok() {
        return Err(format!("{path}: {}", response.status()));
    }
    let text = JsFuture::from(response.text().map_err(fail)?).await.map_err(fail)?;
    text.as_string().ok_or_else(|| path.to_owned())
}

#[wasm_bindgen]
extern "C" {
    /// `public/files.js`.
    #[wasm_bindgen(js_name = takarFile, catch)]
    async fn takar_file(path: &str) -> Result<JsValue, JsValue>;
}
