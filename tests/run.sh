#!/bin/sh
# Installs what is missing, builds everything, runs every test, ends with one line of summary.
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
    tail -n 60 "$log"
    printf 'FAILED: %s (whole log: %s)\n' "$name" "$log"
    exit 1
  fi
}
preset() {
  cmake --preset "$1" ${OFFRAMP_DEPS:+-DOFFRAMP_DEPS="$OFFRAMP_DEPS"} && cmake --build --preset "$1"
}

formatted() {
  git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run --Werror
}
# Each public header must compile alone.
headers() {
  cmake --build --preset native --target all_verify_interface_header_sets
}

step 'format' formatted
step 'build native' preset native
step 'headers alone' headers
step 'test native' ctest --preset native -j2
step 'build sanitized' preset asan
step 'test sanitized' ctest --preset asan -j2
step 'build web' preset web
step 'test web' ctest --preset web -j2
step 'same answers in both builds' sh tests/same_answers.sh
step 'test browser' node --test --test-concurrency=2 tests/browser/
step 'test hosts' node --test tests/hosts/hosts.test.mjs
step 'two builds, the same bits' sh tests/reproducible.sh
grep -hE '^# .# (frames|pointer)' build/logs/test-browser.log || true
printf '%d steps passed, 0 failed\n' "$passed"
