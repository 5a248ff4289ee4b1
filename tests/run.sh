#!/bin/sh
# Installs what is missing, builds, tests, and ends with a summary. Times are for two cores.
#
#   sh tests/run.sh          what a newcomer waits for (8 minutes): the native build and its tests, the
#                            site, a reader's deeds in Chromium
#   sh tests/run.sh change   what every change must pass (25 minutes): that, and format, sanitizers,
#                            WebAssembly, every page in Chromium
#   sh tests/run.sh whole    everything (80 minutes): that, and every engine, every test in every build,
#                            fuzzers, planted faults, long sessions, hosts, two builds compared
#
# A step that fails does not hide those after it. What a step prints is in build/logs.
set -eu
cd "$(dirname "$0")/.."
level=${1:-quick}
case $level in quick | change | whole) ;; *) echo "usage: sh tests/run.sh [change|whole]" >&2; exit 2 ;; esac
is() { # is <level>: whether this run includes that level
  [ "$1" = quick ] || [ "$level" = whole ] || [ "$1" = "$level" ]
}
mkdir -p build/logs
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"
export PATH="$PWD/build/deps/node/bin:$PATH" # where tests/deps.sh puts a newer Node.js, if need be
[ "$level" = whole ] || export OFFRAMP_ENGINES=chromium

passed=0
failed=
started_at=$(date +%s)
log_of() { printf 'build/logs/%s' "$(printf '%s' "$1" | tr -c 'a-zA-Z0-9\n' '-')"; }
since=
step() { # step <name> <command...>
  name=$1; shift
  log=$(log_of "$name").log
  started=${since:-$(date +%s)}
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    printf 'ok      %-36s %4d s\n' "$name" $(($(date +%s) - started))
  else
    failed="$failed
FAILED  $name (whole log: $log)"
    printf 'FAILED  %-36s %4d s\n' "$name" $(($(date +%s) - started))
    # What failed, and how: it may stand far above the end.
    grep -A25 '^ *not ok' "$log" | head -n 120 || true
    tail -n 60 "$log"
  fi
}
# begin <name> <command...>: beside the steps that follow; `finish <name>` waits for it and reports it.
begin() {
  begun=$(log_of "$1"); shift
  date +%s >"$begun.since"
  "$@" >"$begun.begun" 2>&1 &
  echo $! >"$begun.job"
}
finish() {
  begun=$(log_of "$1"); status=0
  wait "$(cat "$begun.job")" || status=$?
  since=$(cat "$begun.since")
  step "$1" sh -c "cat $begun.begun; exit $status"
  since=
}
preset() { # preset <name> [target...]
  built_as=$1; shift
  cmake --preset "$built_as" ${OFFRAMP_DEPS:+-DOFFRAMP_DEPS="$OFFRAMP_DEPS"} &&
    cmake --build --preset "$built_as" ${1:+--target "$@"}
}
tests_of() { # tests_of <preset> <label> [more of ctest...]
  tested_as=$1; label=$2; shift 2
  ctest --preset "$tested_as" -j2 -L "^($label)\$" "$@"
}
formatted() { git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run --Werror; }
# Each public header must compile alone.
headers() { cmake --build --preset native --target all_verify_interface_header_sets; }
browser() { # browser <test file without its ending...>
  node --test --test-concurrency=2 $(printf 'tests/browser/%s.test.mjs ' "$@")
}
others() { # others <test file without its ending...>: all but these
  for page in $(ls tests/browser/*.test.mjs | sed 's#.*/##; s#\.test\.mjs##'); do
    case " $* " in *" $page "*) ;; *) echo "$page" ;; esac
  done
}
deeds='explorer keyboard'
pages='accessibility ask book builder card chances embedding fallback guest home manners messages picture share story
  story_page story_record write write_document'

# The compilers work while the rest is installed, and all else waits for them. The engines take as
# long as the native build; only the pages around them need the command line.
step 'install compilers' sh tests/deps.sh native
begin 'build native' preset native offramp test_core test_io test_app
step 'install the rest' sh tests/deps.sh "$level"
begin 'build engines' preset web offramp_engine offramp_desk_engine offramp_fonts
finish 'build native'
step 'test native' tests_of native quick -E '^(test_schema|test_ui|imgui_parts|test_laws)$'
finish 'build engines'
step 'build site' preset web site
step 'a reader in Chromium' browser $deeds

if is change; then
  step 'format' formatted
  step 'build the rest natively' preset native
  step 'headers alone' headers
  step 'test the rest natively' tests_of native 'quick|change'
  step 'build sanitized' preset asan test_io test_ui test_laws offramp
  step 'test sanitized' tests_of asan quick -R '^(test_io|test_ui|test_laws|cases|assets)$'
  step 'build WebAssembly tests' preset web test_core offramp
  step 'test WebAssembly' tests_of web quick -R '^(test_core|cases|assets)$'
  step 'same answers in both builds' sh tests/house/same_answers.sh
  step 'the npm package' node --test tests/cli/package.mjs
  step 'pages in Chromium' browser $pages
fi
if is whole; then
  step 'test natively, a million leases' tests_of native whole
  step 'build all sanitized' preset asan
  step 'test all sanitized' tests_of asan 'quick|change'
  step 'build fuzzers' preset fuzz
  step 'fuzz' tests_of fuzz whole -R '^fuzz_'
  step 'build all as WebAssembly' preset web
  step 'test all as WebAssembly' tests_of web 'quick|change'
  step 'every page, every engine' browser $(others $deeds $pages)
  step 'hosts' node --test tests/hosts/hosts.test.mjs
  step 'what is installed works' sh tests/house/installed.sh
  step 'two builds, the same bits' sh tests/house/reproducible.sh
fi

grep -hE '^# .# (frames|pointer)' build/logs/*.log || true
printf '%s in %d s\n' "$level" $(($(date +%s) - started_at))
number=$(printf '%s' "$failed" | grep -c '^FAILED' || true)
[ -z "$failed" ] || printf '%s\n' "$failed"
printf '%d passed, %d failed\n' "$passed" "$number"
[ -z "$failed" ]
