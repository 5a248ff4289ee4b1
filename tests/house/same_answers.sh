#!/bin/sh
# Compares both builds on generated leases: every number of every answer and of every reason.
set -eu
cd "$(dirname "$0")/../.."
native=$(build/native/offramp bench --leases 20000 | tail -n1)
web=$(node build/web/offramp.js bench --leases 20000 2>/dev/null | tail -n1)
echo "native: $native; WebAssembly: $web"
[ "$native" = "$web" ]
