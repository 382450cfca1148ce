#!/usr/bin/env bash
# Installs what a target of the Makefile needs, each tool only when it is absent or of
# another version, and only into target/tools and node_modules.
#
#   scripts/setup.sh build     wasm target, trunk, wasm-bindgen CLI, wasm-opt
#   scripts/setup.sh check     wasm target, cargo-deny
#   scripts/setup.sh browser   Chromium and ChromeDriver, for the tests
#   scripts/setup.sh engines   the same, and Firefox and WebKit with their drivers
#   scripts/setup.sh servers   nginx and Apache, for the tests of docs/hosting/
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/versions.sh

tools=$PWD/target/tools
say() { printf 'setup: %s\n' "$1" >&2; }
stop() { printf 'setup: %s\n' "$1" >&2; exit 1; }

need_rust() {
  command -v rustup >/dev/null || stop "rustup is missing. Install it from https://rustup.rs, then run this again."
  command -v cargo >/dev/null || stop "cargo is missing. Run 'rustup default stable', then run this again."
  local minor
  minor=$(rustc --version | sed -E 's/^rustc 1\.([0-9]+)\..*/\1/')
  [ "$minor" -ge 95 ] 2>/dev/null || stop "Rust 1.95 or newer is needed, this is $(rustc --version). Run 'rustup update stable', then run this again."
}

need_node() {
  command -v node >/dev/null || stop "Node.js is missing. Install version 20 or newer from https://nodejs.org, then run this again."
  local major
  major=$(node --version | sed -E 's/^v([0-9]+).*/\1/')
  [ "$major" -ge 20 ] 2>/dev/null || stop "Node.js 20 or newer is needed, this is $(node --version). Install it from https://nodejs.org, then run this again."
  command -v npm >/dev/null || stop "npm is missing. It comes with Node.js: install version 20 or newer from https://nodejs.org, then run this again."
}

wasm_target() {
  [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ] && return
  say "adding the Rust target wasm32-unknown-unknown"
  rustup target add wasm32-unknown-unknown
}

# cargo_tool NAME VERSION [FLAG...]: a command-line tool, built quickly rather than optimised.
# All tools share one build folder, so that what they have in common is compiled once.
cargo_tool() {
  local name=$1 version=$2
  shift 2
  [ "$(cat "$tools/$name.version" 2>/dev/null)" = "$version" ] && [ -x "$tools/bin/$name" ] && return
  say "building $name $version (a few minutes, once)"
  CARGO_TARGET_DIR=$tools/build \
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 CARGO_PROFILE_RELEASE_DEBUG=false \
  CARGO_PROFILE_RELEASE_STRIP=debuginfo \
    cargo install "${CRATE:-$name}" --version "$version" --root "$tools" --force --quiet "$@"
  echo "$version" > "$tools/$name.version"
}

node_modules() {
  local wanted
  wanted=$(cksum package.json package-lock.json)
  [ -d node_modules ] && [ "$(cat node_modules/.takar 2>/dev/null)" = "$wanted" ] && return
  say "installing the npm packages of package-lock.json into node_modules"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
  echo "$wanted" > node_modules/.takar
}

# debian PURPOSE PACKAGES COMMAND...: the Debian packages that bring commands, where one of these is absent.
debian() {
  local purpose=$1 packages=$2 missing=
  shift 2
  for command in "$@"; do
    command -v "$command" >/dev/null || [ -e "$command" ] || missing="$missing $command"
  done
  [ -z "$missing" ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing the Debian packages $packages"
    # A server that is installed for tests must not start by itself.
    # shellcheck disable=SC2086
    apt-get update -qq && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages >/dev/null && return
  fi
  stop "Missing for $purpose:$missing. On Debian run 'sudo apt-get install $packages', elsewhere install what brings them, then run this again."
}

browser() {
  debian "the tests in Chromium" "chromium chromium-headless-shell chromium-driver unzip" chromium chromium-headless-shell chromedriver unzip
}

# Firefox is driven by geckodriver, WebKit by the driver of its GTK port, which needs a screen.
engines() {
  browser
  debian "the tests in Firefox" firefox-esr firefox-esr
  debian "the tests in WebKit" "webkit2gtk-driver xvfb" WebKitWebDriver xvfb-run
  need_rust
  cargo_tool geckodriver "$GECKODRIVER_VERSION" --locked
}

servers() {
  PATH=$PATH:/usr/sbin debian "the tests of hosting" "nginx libnginx-mod-http-brotli-static apache2" \
    nginx apache2 /usr/lib/nginx/modules/ngx_http_brotli_static_module.so
}

case "${1:-}" in
  build)
    need_rust; need_node; wasm_target; node_modules
    CRATE=wasm-bindgen-cli cargo_tool wasm-bindgen "$WASM_BINDGEN_VERSION"
    cargo_tool trunk "$TRUNK_VERSION" --locked --no-default-features --features rustls
    ;;
  check)
    need_rust; wasm_target
    cargo_tool cargo-deny "$CARGO_DENY_VERSION" --locked
    ;;
  browser) browser ;;
  engines) engines ;;
  servers) servers ;;
  *) stop "say what to set up: build, check, browser, engines or servers" ;;
esac
