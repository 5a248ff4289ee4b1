#!/bin/sh
# Installs what is missing, builds the site, serves it on http://localhost:8080 or the next free
# port, and prints the address.
set -eu
cd "$(dirname "$0")/.."
sh tests/deps.sh
mkdir -p build/logs
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"
export PATH="$PWD/build/deps/node/bin:$PATH" # where tests/deps.sh puts a newer Node.js, if need be
for preset in native web; do
  target=$([ "$preset" = web ] && echo site || echo offramp)
  log=build/logs/serve-$preset.log
  printf 'building %s\n' "$preset" >&2
  { cmake --preset "$preset" ${OFFRAMP_DEPS:+-DOFFRAMP_DEPS="$OFFRAMP_DEPS"} &&
    cmake --build --preset "$preset" --target "$target"
  } >"$log" 2>&1 || { tail -n 20 "$log" >&2; printf 'offramp: the build failed; %s has all of it.\n' "$log" >&2; exit 1; }
done
exec node web/site/serve.mjs build/web/site "${PORT:-8080}"
