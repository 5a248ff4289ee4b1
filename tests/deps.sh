#!/bin/sh
# Brings whatever the build needs and the machine lacks: Debian packages, the sources of Dear ImGui,
# Catch2 and nlohmann_json under build/deps, and npm's packages under node_modules. Says nothing when
# nothing is missing.
#
#   sh tests/deps.sh          what building the site needs
#   sh tests/deps.sh tests    the same, and what the tests need
#
# OFFRAMP_DEPS=<folder> names checkouts made by hand (imgui/, catch2/, nlohmann-json3/ inside).
set -eu
cd "$(dirname "$0")/.."
deps=$PWD/build/deps
mkdir -p "$deps"

say() { printf '%s\n' "$*" >&2; }
fail() { say "offramp: $*"; exit 1; }

# The package that brings each command or file, where the machine lacks it.
missing=
need() { # need <package> <test command...>
  package=$1; shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}
has() { command -v "$1"; }
need g++ has g++
need cmake has cmake
need ninja-build has ninja
need emscripten has em++
need nodejs has node
need npm has npm
need brotli has brotli
need python3-fonttools /usr/bin/python3 -c 'import fontTools'
need python3-brotli /usr/bin/python3 -c 'import brotli'
need fonts-inter test -f /usr/share/fonts/opentype/inter/Inter-Regular.otf
need xz-utils has xz
need ca-certificates test -d /etc/ssl/certs
if [ "${1:-}" = tests ]; then
  need chromium test -x /usr/bin/chromium
  need firefox-esr test -x /usr/bin/firefox-esr
  need webkit2gtk-driver has WebKitWebDriver
  need locales test -f /usr/share/i18n/locales/en_GB
  need xvfb has Xvfb
  need xauth has xauth
  need libgl1-mesa-dri test -f /usr/lib/x86_64-linux-gnu/dri/swrast_dri.so
  need clang-format has clang-format
  need poppler-utils has pdftotext
  need libquantlib0-dev test -f /usr/include/ql/quantlib.hpp
fi

apt_log=$deps/apt.log
if [ -n "$missing" ]; then
  [ "$(id -u)" = 0 ] || fail "these Debian packages are missing, and installing them needs root:$missing"
  say "installing:$missing"
  { apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
  } >"$apt_log" 2>&1 || fail "Debian's packages could not be installed; $apt_log says why."
fi

# Debian's newer suites have the versions we want as source packages. A package index of our own
# leaves the system's alone.
fetch_sources() {
  . /etc/os-release
  uri=$(apt-get update --print-uris 2>/dev/null |
    sed -n "s#^'\(.*\)/dists/$VERSION_CODENAME/main/.*#\1#p" | head -n1)
  [ -n "$uri" ] || fail "apt names no archive for Debian $VERSION_CODENAME; see /etc/apt."
  key=/usr/share/keyrings/debian-archive-keyring.gpg
  apt=$deps/apt
  rm -rf "$apt"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
  printf 'deb-src [signed-by=%s] %s %s main\n' "$key" "$uri" forky "$key" "$uri" trixie \
    >"$apt/sources.list"
  set -- -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
         -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root
  { apt-get -qq "$@" update &&
    (cd "$apt" && apt-get -qq "$@" source --download-only \
      imgui/forky catch2/trixie nlohmann-json3/forky)
  } >"$apt_log" 2>&1 || fail "the sources of the libraries could not be fetched; $apt_log says why."
  for name in imgui catch2 nlohmann-json3; do
    archive=$(ls "$apt/${name}"_*.orig.tar.* | head -n1)
    rm -rf "$deps/$name"
    mkdir -p "$deps/$name"
    tar -xf "$archive" --strip-components=1 -C "$deps/$name" ||
      fail "$archive could not be unpacked."
  done
  rm -rf "$apt"
}

if [ -n "${OFFRAMP_DEPS:-}" ]; then
  for name in imgui catch2 nlohmann-json3; do
    [ -d "$OFFRAMP_DEPS/$name" ] || fail "OFFRAMP_DEPS has no folder $name."
  done
else
  if [ ! -f "$deps/complete" ]; then
    say "fetching the sources of Dear ImGui, Catch2 and nlohmann_json"
    fetch_sources
    : >"$deps/complete"
  fi
  OFFRAMP_DEPS=$deps
fi
version=$(sed -n 's/^#define IMGUI_VERSION_NUM *\([0-9]*\).*/\1/p' "$OFFRAMP_DEPS/imgui/imgui.h")
[ "${version:-0}" -ge 19200 ] || fail "Dear ImGui 1.92 or newer is needed, this is ${version:-unknown}."

if ! cmp -s package-lock.json node_modules/.package-lock.seen; then
  say "installing the packages that put the site together and test it"
  npm ci --ignore-scripts --no-audit --no-fund >"$deps/npm.log" 2>&1 ||
    fail "npm could not install its packages; $deps/npm.log says why."
  cp package-lock.json node_modules/.package-lock.seen
fi

[ "${1:-}" != tests ] || sh tests/hosts/deps.sh
