//! The first screen, as a wasm module of its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(takar::front::First);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is the page's first screen, for wasm32. The command line is `takar`.");
}
