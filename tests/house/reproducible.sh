#!/bin/sh
# Builds the engine and the site a second time, in another folder, with another locale, time zone and
# number of jobs, and compares every file with the first build.
set -eu
cd "$(dirname "$0")/../.."
here=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
other="$scratch/with a space" # which scripts must bear
mkdir "$other"
git ls-files -z | xargs -0 cp --parents -t "$other"
ln -s "$here/node_modules" "$other/node_modules"
cd "$other"
export LC_ALL=C TZ=Pacific/Kiritimati NODE_PATH=/usr/share/nodejs
deps=${OFFRAMP_DEPS:-$here/build/deps}
cmake --preset web -DOFFRAMP_DEV=OFF -DOFFRAMP_DEPS="$deps" \
  -DOFFRAMP_CLI="$here/build/native/offramp"
cmake --build --preset web --target site -j3
diff "$here/build/web/site/SHA256SUMS" build/web/site/SHA256SUMS
files=$(wc -l <build/web/site/SHA256SUMS)
echo "$files files of two builds are the same to the bit"
