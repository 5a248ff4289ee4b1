#!/bin/sh
# Installs what is missing, builds, tests, ends with one line of summary.
#
#   sh tests/run.sh         what every change must pass, in less than 25 minutes on two cores
#   sh tests/run.sh whole   also every test under the sanitizers and in WebAssembly, every engine in
#                           every table, planted faults in the page, and long sessions
#
# Output of steps that pass is kept under build/logs and not shown.
set -eu
cd "$(dirname "$0")/.."
sh tests/deps.sh tests
mkdir -p build/logs
export NODE_PATH=/usr/share/nodejs

passed=0
step() { # step <name> <command...>
  name=$1; shift
  log=build/logs/$(printf '%s' "$name" | tr ' ' '-').log
  started=$(date +%s)
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    printf 'ok    %-34s %4d s\n' "$name" $(($(date +%s) - started))
  else
    # What failed, and how: it may stand far above the end.
    grep -A25 '^ *not ok' "$log" | head -n 120 || true
    tail -n 60 "$log"
    printf 'FAILED: %s (whole log: %s)\n' "$name" "$log"
    exit 1
  fi
}
preset() { # preset <name> [target...]
  built_as=$1; shift
  cmake --preset "$built_as" ${OFFRAMP_DEPS:+-DOFFRAMP_DEPS="$OFFRAMP_DEPS"} &&
    cmake --build --preset "$built_as" ${1:+--target "$@"}
}

formatted() {
  git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run --Werror
}
# Each public header must compile alone.
headers() {
  cmake --build --preset native --target all_verify_interface_header_sets
}
browser() { # browser <test file without its ending...>
  node --test --test-concurrency=2 $(printf 'tests/browser/%s.test.mjs ' "$@")
}

# The tests of what reads foreign bytes and holds raw memory; the others repeat these with words.
sanitized='test_io test_ui test_laws'
in_wasm='test_core'
pages='accessibility book embedding explorer failures fallback guest hostile long_picture many messages
  sandbox scale share tasks write'
if [ "${1:-}" = whole ]; then
  sanitized=all
  in_wasm=all
  pages=$(ls tests/browser/*.test.mjs | sed 's#.*/##; s#\.test\.mjs##')
else
  export OFFRAMP_ENGINES=chromium
fi
# Those that are not built are not run.
built() { # built <preset>
  only=
  [ "$2" = all ] || only=$(printf '%s' "$2" | tr ' ' '|')
  ctest --preset "$1" -j2 ${only:+-R "^($only|cases|assets)\$"}
}

step 'format' formatted
step 'build native' preset native
step 'headers alone' headers
step 'test native' ctest --preset native -j2
step 'build sanitized' preset asan $sanitized offramp
step 'test sanitized' built asan "$sanitized"
step 'build web' preset web $in_wasm offramp site
step 'test web' built web "$in_wasm"
step 'same answers in both builds' sh tests/house/same_answers.sh
step 'test browser' browser $pages
step 'test hosts' node --test tests/hosts/hosts.test.mjs
step 'two builds, the same bits' sh tests/house/reproducible.sh
grep -hE '^# .# (frames|pointer)' build/logs/test-browser.log || true
printf '%d steps passed, 0 failed\n' "$passed"
