/// Whether the page fills the screen.
pub fn is_fullscreen() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.fullscreen_element().is_some())
}

/// Fills the screen, or goes back. A browser that cannot or may not does nothing.
pub fn turn_fullscreen() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if is_fullscreen() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        let _ = root.request_fullscreen();
    }
}
