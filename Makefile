# Takar. `make help` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/target/tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)

VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
WASM := --target wasm32-unknown-unknown
# What the page is built from. Trunk itself decides what to compile again.
SOURCES := $(shell find src public style scripts index.html Trunk.toml Cargo.toml Cargo.lock .cargo -type f 2>/dev/null)

.PHONY: help serve build single-file package test test-host test-wasm test-journeys test-browsers check bench size performance pictures

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

serve: build ## Set up what is missing, build the release, serve it at http://127.0.0.1:8080
	@node scripts/serve.mjs --port 8080 --dir dist

build: dist/index.html ## Set up what is missing and build the release into dist/

dist/index.html: $(SOURCES)
	@scripts/setup.sh build
	trunk build --release --offline
	@touch dist/index.html

single-file: build ## The page as one file that opens without a server: dist/takar.html
	@node scripts/single-file.mjs dist

test: ## Run every test: host, wasm in a browser, journeys, size
	@scripts/setup.sh build
	@scripts/setup.sh engines
	@scripts/setup.sh servers
	@$(MAKE) --no-print-directory test-wasm build
	cargo test --no-run
	@# The tests of the host take the time the journeys leave, and tell at the end how they went.
	@aside=$$(mktemp); nice -n 19 cargo test >$$aside 2>&1 & host=$$!; \
	  $(MAKE) --no-print-directory test-journeys size && node tests/engines/run.mjs --short; rest=$$?; \
	  wait $$host; host=$$?; cat $$aside; rm -f $$aside; \
	  [ $$rest = 0 ] && [ $$host = 0 ]

test-host: ## Core, files, command line
	cargo test

test-wasm: ## Storage and files, in headless Chromium
	@scripts/setup.sh build
	@scripts/setup.sh browser
	CHROMEDRIVER=$$(command -v chromedriver) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  cargo test $(WASM) --profile browser --test browser

test-journeys: build ## What a person does, in headless Chromium
	@scripts/setup.sh browser
	@scripts/setup.sh servers
	playwright test

test-browsers: build ## The main journeys in Chromium, Firefox and WebKit
	@scripts/setup.sh engines
	node tests/engines/run.mjs

check: ## Format, clippy on host and wasm32, licences and sources of dependencies
	@scripts/setup.sh check
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo clippy $(WASM) --lib --bins --test browser -- -D warnings
	cargo deny --offline check licenses bans sources

bench: ## Time the core (criterion)
	cargo bench --bench core

size: build ## Bytes of the first screen, against docs/size.json and the budget (UPDATE=1 records them)
	@scripts/setup.sh browser
	@node scripts/size.mjs

package: build ## The build with .br and .gz files and sample configurations, into target/package
	@rm -rf target/package && mkdir -p target/package
	@cp -r dist target/package/takar && cp -r docs/hosting docs/deploy.md LICENSE LICENSE-APACHE LICENSE-MIT target/package/
	node scripts/compress.mjs --dir target/package/takar
	tar -czf target/package/takar-$(VERSION).tar.gz -C target/package takar hosting deploy.md LICENSE LICENSE-APACHE LICENSE-MIT

performance: build ## Bytes, first paint, usable, heap, of Takar and an empty page, into docs/performance.md
	@scripts/setup.sh browser
	node scripts/performance.mjs

pictures: build ## Screenshots of every page into docs/pictures
	@scripts/setup.sh browser
	@node scripts/pictures.mjs
