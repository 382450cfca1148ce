use wasm_bindgen_futures::JsFuture;

/// Puts a text where other programs can take it from. False where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    // Without a secure address there is no clipboard, and asking for it would throw.
    let clipboard = web_sys::window()
        .filter(web_sys::Window::is_secure_context)
        .map(|window| window.navigator().clipboard());
    match clipboard {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}
