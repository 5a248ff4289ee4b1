#!/bin/sh
# Installs into a folder of its own what `cmake --install` brings, and uses it from there as somebody
# else would: the command line, the manual, the guides, the libraries.
set -eu
cd "$(dirname "$0")/../.."
here=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install build/native --prefix "$scratch/installed"
for file in bin/offramp share/man/man1/offramp.1 share/doc/offramp/WRITING.md \
  share/offramp/site/index.html; do
  [ -s "$scratch/installed/$file" ] || { echo "$file was not installed"; exit 1; }
done
cmake -S tests/house/consumer -B "$scratch/consumer" -DCMAKE_PREFIX_PATH="$scratch/installed"
cmake --build "$scratch/consumer"
lease=$here/assets/leases/spacex-google-2026.json
"$scratch/installed/bin/offramp" show "$lease" >"$scratch/ours"
"$scratch/consumer/consumer" "$lease" >"$scratch/theirs"
cmp "$scratch/ours" "$scratch/theirs"
echo 'what is installed gives the same answer from another project'
