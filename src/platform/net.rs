use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// A file that is served beside the page, by its path relative to the page.
///
/// # Errors
/// No window, no network, or an answer that is not a success.
pub async fn fetch_text(path: &str) -> Result<String, String> {
    let window = web_sys::window().ok_or("no window")?;
    let fail = |_| path.to_owned();
    let response = JsFuture::from(window.fetch_with_str(path)).await.map_err(fail)?;
    let response: Response = response.dyn_into().map_err(fail)?;
    if !response.ok() {
        return Err(format!("{path}: {}", response.status()));
    }
    let text = JsFuture::from(response.text().map_err(fail)?).await.map_err(fail)?;
    text.as_string().ok_or_else(|| path.to_owned())
}
