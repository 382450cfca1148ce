# The versions this project is built with. scripts/setup.sh installs exactly these,
# Cargo.toml pins wasm-bindgen to the same number (tests/versions.rs holds the two together).
TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.130
CARGO_DENY_VERSION=0.20.2
GECKODRIVER_VERSION=0.37.1
