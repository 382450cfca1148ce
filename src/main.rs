//! The page. Mounts the app where `index.html` has made room for it.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(takar::app::Frame);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is the page, for wasm32. The command line is `takar`.");
}
