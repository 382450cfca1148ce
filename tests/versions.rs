//! Versions that stand in two places.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The text between the first `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("{start:?} is not there")) + start.len();
    text[from..].split(end).next().unwrap()
}

#[test]
fn the_wasm_bindgen_that_is_installed_is_the_one_that_is_compiled_in() {
    // The command line and the crate refuse to work together unless they are the same version.
    let installed = read("scripts/versions.sh");
    let installed = between(&installed, "WASM_BINDGEN_VERSION=", "\n");
    assert_eq!(between(&read("Cargo.toml"), "wasm-bindgen = \"=", "\""), installed);
    let lock = read("Cargo.lock");
    assert_eq!(between(&lock, "name = \"wasm-bindgen\"\nversion = \"", "\""), installed);
}

#[test]
fn the_rust_that_the_set_up_asks_for_is_the_one_the_crate_needs() {
    let manifest = read("Cargo.toml");
    let needed = between(&manifest, "rust-version = \"1.", "\"");
    assert!(read("scripts/setup.sh").contains(&format!("-ge {needed} ]")));
}
