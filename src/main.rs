//! The page. Mounts the app where `index.html` has made room for it.

#[cfg(target_arch = "wasm32")]
fn main() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        takar::platform::panicked();
    }));
    leptos::mount::mount_to_body(takar::app::Frame);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is the page, for wasm32. The command line is `takar`.");
}
