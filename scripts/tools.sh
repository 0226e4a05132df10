#!/bin/sh
# Installs the pinned tools that the Makefile's targets need, once, into a cache outside the checkout.
#
#   scripts/tools.sh install NAME...   install what is missing of: target trunk wasm-bindgen wasm-opt esbuild xz
#                                      nextest fuzz browsers (all that the tests run in) chromium
#   scripts/tools.sh path              print the folder that holds the installed tools (to be put first in PATH)
#
# Every download is pinned to a version. Nothing is written into the checkout or into the user's cargo folder.
set -eu

TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.130
BINARYEN_VERSION=132.0.0
ESBUILD_VERSION=0.28.2
XZ_DECOMPRESS_VERSION=0.2.3
NEXTEST_VERSION=0.9.143
FUZZ_VERSION=0.13.2
GECKODRIVER_VERSION=0.37.1

cache=${GRIFFIER_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/griffier/tools}
bin=$cache/bin
PATH=$bin:$PATH
export PATH

say() { printf 'griffier: %s\n' "$*" >&2; }

# One clear sentence, then stop.
fail() {
    say "$*"
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Whether `$1 $2` prints the version $3 as a word of its own.
prints_version() {
    has "$1" && "$1" $2 2>/dev/null | head -n 1 | tr ' ' '\n' | grep -qx "v\{0,1\}$3"
}

# cargo_tool CRATE VERSION MINUTES: a prebuilt binary through cargo-binstall where there is one, else a build
# from source with a light profile, since a tool that runs for a second need not be optimised for an hour.
cargo_tool() {
    crate=$1 version=$2 minutes=$3 locked=${4---locked}
    mkdir -p "$cache"
    if has cargo-binstall; then
        say "installing $crate $version (prebuilt, through cargo-binstall)"
        if cargo binstall --no-confirm --disable-strategies compile --root "$cache" "$crate@$version" >&2; then
            return
        fi
    fi
    say "building $crate $version from source, since no prebuilt one could be had; this happens once and takes about $minutes minutes on two cores"
    # The empty working folder keeps this project's toolchain file and configuration out of the build.
    CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
        cargo install $locked --quiet --root "$cache" --target-dir "$cache/build" --version "$version" "$crate" >&2 ||
        fail "$crate $version could not be built; the lines above say why (a C compiler is needed: Debian package build-essential)."
    rm -rf "$cache/build"
}

install_target() {
    if ! has rustup; then
        has rustc && [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] && return
        fail "the Rust target wasm32-unknown-unknown is missing and there is no rustup to add it; install rustup from https://rustup.rs."
    fi
    if ! rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown; then
        say "adding the WebAssembly target to the Rust toolchain (a download of some 20 MB)"
        rustup target add wasm32-unknown-unknown >&2 || fail "rustup could not add wasm32-unknown-unknown; is the network there?"
    fi
}

install_trunk() { prints_version trunk --version "$TRUNK_VERSION" || cargo_tool trunk "$TRUNK_VERSION" 8; }

# Without --locked: the lock file of 0.2.130 names a version of a crate that not every registry mirror has.
install_wasm_bindgen() {
    prints_version wasm-bindgen --version "$WASM_BINDGEN_VERSION" || cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" 7 ''
}

install_nextest() { has cargo-nextest || cargo_tool cargo-nextest "$NEXTEST_VERSION" 8; }

# The compiler's instruments for fuzzing are in nightly toolchains only.
install_fuzz() {
    has cargo-fuzz || cargo_tool cargo-fuzz "$FUZZ_VERSION" 2
    cargo +nightly --version >/dev/null 2>&1 ||
        fail "fuzzing needs a nightly Rust toolchain; install one with: rustup toolchain install nightly --profile minimal"
}

# npm_tool PROGRAM PACKAGE VERSION MEGABYTES [PATH]: a program of a package from the npm registry, or another file of it.
npm_tool() {
    program=$1 package=$2 version=$3
    folder=$cache/$package-$version
    file=$folder/node_modules/${5-.bin/$program}
    [ -e "$file" ] || {
        has npm || fail "$program comes from the npm registry, and npm is missing; install Node.js 18 or later (Debian packages nodejs and npm)."
        say "installing $package $version (from npm, some $4 MB)"
        npm install --silent --no-fund --no-audit --prefix "$folder" "$package@$version" >&2 ||
            fail "npm could not install $package $version; is the network there?"
    }
    mkdir -p "$bin"
    ln -sf "$file" "$bin/$program"
}

# Distributions ship versions of wasm-opt that reject what current Rust emits, so the pinned one comes from npm.
install_wasm_opt() { npm_tool wasm-opt binaryen "$BINARYEN_VERSION" 40; }

install_esbuild() { npm_tool esbuild esbuild "$ESBUILD_VERSION" 10; }

# What packs the page as one file, and what unpacks it in the browser.
install_xz() {
    has xz || [ "$(id -u)" != 0 ] || ! has apt-get || apt-get install -y --no-install-recommends xz-utils >&2 </dev/null || true
    has xz || fail "xz is missing; install it (Debian package xz-utils; on macOS: brew install xz)."
    npm_tool xz-decompress.js xz-decompress "$XZ_DECOMPRESS_VERSION" 1 xz-decompress/dist/package/xz-decompress.min.js
}

chromium_name() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        has "$name" && { printf '%s\n' "$name"; return; }
    done
    mac="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    [ -x "$mac" ] && printf '%s\n' "$mac" && return
    return 1
}

mini_browser() {
    has "${MINIBROWSER-MiniBrowser}" && return
    for program in /usr/lib/*/webkit*/MiniBrowser /usr/libexec/webkit*/MiniBrowser; do
        [ -x "$program" ] && return
    done
    return 1
}

has_chromium() { { has "${CHROMIUM-}" || chromium_name >/dev/null; } && has "${CHROMEDRIVER-chromedriver}"; }
has_firefox() { has "${FIREFOX-firefox}" || has firefox-esr; }
has_webkit() { has "${WEBKITWEBDRIVER-WebKitWebDriver}" && mini_browser && has "${XVFB-Xvfb}"; }

# debian ENGINE PACKAGE...: installs an engine where that can be done without asking.
debian() {
    has apt-get && [ "$(id -u)" = 0 ] || return 0
    engine=$1
    shift
    say "installing $engine for the browser tests (Debian packages, some 100 MB)"
    { apt-get install -y --no-install-recommends "$@" ||
        { apt-get update && apt-get install -y --no-install-recommends "$@"; }; } >&2 </dev/null ||
        fail "apt-get could not install $engine; install by hand the packages: $*"
}

# absent ENGINE ADVICE: stops where the tests need it (GRIFFIER_ENGINES), else says that it is left out.
absent() {
    case " ${GRIFFIER_ENGINES-chromium} " in
    *" $(printf '%s' "$1" | tr '[:upper:]' '[:lower:]') "*) fail "the browser tests need $1; $2" ;;
    *) say "skipped: the browser tests leave out $1, which is not installed; $2" ;;
    esac
}

install_chromium() {
    has_chromium || debian Chromium chromium chromium-driver
    has_chromium && return
    case $(uname -s) in
    Darwin) absent Chromium "install Chrome and its driver with: brew install --cask google-chrome chromedriver" ;;
    *) absent Chromium "install the packages chromium and chromium-driver (on Fedora: chromium and chromedriver)." ;;
    esac
}

# Firefox's driver is in no Debian package.
install_firefox() {
    has_firefox || debian Firefox firefox-esr
    if has_firefox; then
        has "${GECKODRIVER-geckodriver}" || cargo_tool geckodriver "$GECKODRIVER_VERSION" 4
    else
        absent Firefox "install the package firefox (on Debian: firefox-esr; on macOS: brew install --cask firefox)."
    fi
}

install_webkit() {
    has_webkit || debian WebKit webkit2gtk-driver xvfb
    has_webkit || absent WebKit "on Linux, install the packages webkit2gtk-driver and xvfb (on Fedora: webkit2gtk4.1 and xorg-x11-server-Xvfb)."
}

case ${1-} in
path) printf '%s\n' "$bin" ;;
install)
    shift
    for tool in "$@"; do
        case $tool in
        target) install_target ;;
        trunk) install_trunk ;;
        wasm-bindgen) install_wasm_bindgen ;;
        wasm-opt) install_wasm_opt ;;
        esbuild) install_esbuild ;;
        xz) install_xz ;;
        nextest) install_nextest ;;
        browsers) install_chromium && install_firefox && install_webkit ;;
        chromium) install_chromium ;;
        fuzz) install_fuzz ;;
        *) fail "there is no tool named $tool" ;;
        esac
    done
    ;;
*) fail "usage: scripts/tools.sh install NAME... | path" ;;
esac
