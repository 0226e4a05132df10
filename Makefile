# Everything one does with Griffier. `make help` lists it.
#
# Tools are installed by scripts/tools.sh, once, in pinned versions, outside this folder.

SHELL := /bin/sh
export PATH := $(shell sh scripts/tools.sh path):$(PATH)
export CARGO_TERM_COLOR ?= auto

BUILD_TOOLS := target trunk wasm-bindgen wasm-opt esbuild xz

FUZZ_TARGETS := reader positions decode store file
SECONDS ?= 60

.PHONY: help serve dist test test-core test-browser stress pictures bench bench-core check format fuzz clean

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

serve: ## Build the page and serve it on http://127.0.0.1:8080
	@sh scripts/tools.sh install $(BUILD_TOOLS)
	@echo "griffier: building the page; the first build compiles everything and takes a minute or two"
	trunk serve --release --locked --no-autoreload

dist: ## Build the static site into dist/
	@sh scripts/tools.sh install $(BUILD_TOOLS)
	trunk build --release --locked

test: test-core test-browser ## Run every test, browser tests included

test-core: ## Run the tests that need no browser
	@sh scripts/tools.sh install nextest
	cargo build --locked --examples
	cargo nextest run --locked --lib --test tidy --test headless --test corpus
	cargo test --locked --doc --quiet

test-browser: dist ## Run the browser tests on the built site, in the engines that are installed
	@sh scripts/tools.sh install nextest browsers
	cargo nextest run --locked --test dist --test browser

stress: ## Many more schedules of failing stores than the tests run: some hundred thousand
	GRIFFIER_SCHEDULES=1500 cargo test --locked --lib -- --nocapture schedules

pictures: dist ## Take the pictures in README.md anew, from the page as it is
	@sh scripts/tools.sh install nextest chromium
	cargo nextest run --locked --test browser chromium::screenshots
	mkdir -p docs
	for scheme in light dark; do \
		cp "$${CARGO_TARGET_DIR:-target}/screenshots/Chromium-reading-chosen-1440-$$scheme.png" docs/reading-$$scheme.png || exit 1; \
	done

bench: dist ## How fast the page is, beside Recogito in one Chromium; written to benches/RESULTS.md
	@sh scripts/tools.sh install chromium
	cargo bench --locked --bench page

bench-core: ## How fast the core is, natively, beside what is the least that could be done
	cargo bench --locked --bench reader --bench journal --bench exchange

check: ## Formatting, lints and documentation, warnings denied
	@sh scripts/tools.sh install target
	cargo fmt --check
	cargo clippy --locked --all-targets --quiet -- -D warnings
	cargo clippy --locked --lib --bin griffier --target wasm32-unknown-unknown --quiet -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet

format: ## Format the code
	cargo fmt

fuzz: ## Look for texts that break the core, for SECONDS (60) with each target
	@sh scripts/tools.sh install fuzz
	@for target in $(FUZZ_TARGETS); do \
		echo "griffier: fuzzing $$target for $(SECONDS) seconds"; \
		mkdir -p fuzz/corpus/$$target; \
		cargo +nightly fuzz run --sanitizer none $$target fuzz/corpus/$$target samples -- \
			-max_len=4096 -timeout=10 -max_total_time=$(SECONDS) -verbosity=0 -print_final_stats=1 || exit 1; \
	done

clean: ## Remove what was built; installed tools stay
	cargo clean
	rm -rf dist fuzz/target
