#!/bin/sh
# Installs the hosts that the tests embed the explorer in: Debian packages, npm packages under
# build/hosts, and single packages whose filters run without their dependencies. Prints nothing if
# nothing is missing. Starts no service.
#
#   sh tests/hosts/deps.sh
set -eu
cd "$(dirname "$0")/../.."
hosts=$PWD/build/hosts
mkdir -p "$hosts/packed"

say() { printf '%s\n' "$*" >&2; }
fail() { say "offramp: $*"; exit 1; }

# WordPress depends on a web server, and php on a server interface. These are the smallest of each, so
# that Apache is not installed. The tests use PHP's own server.
packages='mini-httpd php-cgi php php-cli php-mysql php-sqlite3 php-xml php-mbstring php-intl php-gd
  mariadb-server-core mariadb-client-core wordpress wordpress-theme-twentytwentythree
  mediawiki librsvg2-bin dokuwiki mkdocs ruby-html-pipeline ruby-sanitize'
missing=
for package in $packages; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
    missing="$missing $package"
done
# By default Debian packages start their services; prevent that.
debian() {
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
  fi
  apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      -o DPkg::Lock::Timeout=600 $missing libapache2-mod-php-
}
apt=
if [ -n "$missing" ]; then
  [ "$(id -u)" = 0 ] || fail "these Debian packages are missing, and installing them needs root:$missing"
  say "installing:$missing"
  debian >"$hosts/apt.log" 2>&1 &
  apt=$!
fi

if ! cmp -s tests/hosts/package-lock.json "$hosts/node_modules/.package-lock.seen"; then
  say 'installing the packages of the hosts'
  cp tests/hosts/package.json tests/hosts/package-lock.json "$hosts/"
  npm ci --prefix "$hosts" --ignore-scripts --no-audit --no-fund >"$hosts/npm.log" 2>&1 ||
    fail "npm could not install its packages; $hosts/npm.log says why."
  cp tests/hosts/package-lock.json "$hosts/node_modules/.package-lock.seen"
fi

# unpack <folder> <package> <version> <SHA-512>: one package as published, without dependencies.
unpack() {
  [ "$(cat "$hosts/packed/$1/.version" 2>/dev/null)" = "$3" ] && return
  archive=$(cd "$hosts/packed" && npm pack --silent "$2@$3" 2>>"$hosts/npm.log") ||
    fail "npm could not fetch $2; $hosts/npm.log says why."
  archive=$hosts/packed/$archive
  printf '%s  %s\n' "$4" "$archive" | sha512sum --check --quiet - >/dev/null 2>&1 ||
    fail "$2@$3 is not what it was when it was chosen."
  rm -rf "$hosts/packed/$1"
  mkdir "$hosts/packed/$1"
  tar -xzf "$archive" --strip-components=1 -C "$hosts/packed/$1"
  rm "$archive"
  echo "$3" >"$hosts/packed/$1/.version"
}
unpack techdocs @backstage/plugin-techdocs 1.20.0 \
  050ff5d4e00894b2068be252f9250db36f876fa608caad8817322de1572b22fe618f26a78c8fc0432e74cc33f595334e97025bd80f3d372e773e83ea60896db3
unpack kg-default-nodes @tryghost/kg-default-nodes 2.2.1 \
  ce54bf2e4f48e823964400f218a93a059e4d20614dc950e1d78a025c41f5501be59af7a4cb72a7fcabc44d6c03b5ca3b0742f3c09c617d236e7c03babfd4f39a

if [ -n "$apt" ]; then
  wait "$apt" || fail "Debian's packages could not be installed; $hosts/apt.log says why."
fi
