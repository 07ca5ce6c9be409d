#!/usr/bin/env bash
# Runs a command in a chroot of Debian sid that has what cross-building needs, with a copy of the project's files at /src;
# makes the chroot where there is none. Needs root. HUIFANG_CHROOT says where it lies (/var/tmp/huifang-sid).
set -euo pipefail
root=${HUIFANG_CHROOT:-/var/tmp/huifang-sid}
project=$(cd "$(dirname "$0")/.." && pwd)
packages=rustc,cargo,rust-src,gcc,libc6-dev,perl,make,gcc-mingw-w64-x86-64-win32,gcc-aarch64-linux-gnu,ca-certificates,patch,git

if [ "$(id -u)" != 0 ]; then
  echo "a chroot is made and entered by root alone" >&2
  exit 2
fi
if [ ! -e "$root/.huifang-ready" ]; then
  if [ -e "$root" ] && [ ! -e "$root/.huifang-chroot" ] && [ -n "$(ls -A "$root")" ]; then
    echo "$root is there and was not made by this script; name another folder with HUIFANG_CHROOT" >&2
    exit 2
  fi
  if grep -q " $root/" /proc/mounts; then
    echo "something is still mounted in $root; umount it first" >&2
    exit 2
  fi
  command -v mmdebstrap >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends mmdebstrap
  rm -rf --one-file-system "$root"
  mkdir -p "$root"
  # A mirror that lags behind is as good for building.
  mmdebstrap --variant=apt --aptopt='Acquire::Check-Valid-Until "false"' --include="$packages" sid "$root"
  touch "$root/.huifang-chroot" "$root/.huifang-ready"
fi
mkdir -p "$root/cargo" "$root/target"
# The files that git knows, as they are now: what is edited meanwhile does not get into the build.
rm -rf --one-file-system "$root/src"
mkdir -p "$root/src"
(cd "$project" && git ls-files -z | xargs -0 tar cf - --no-recursion) | tar xf - -C "$root/src"
cp /etc/resolv.conf "$root/etc/resolv.conf"
leave() { umount "$root/dev" "$root/proc" 2>/dev/null || true; }
trap leave EXIT
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
# Not the host's own: what is unmounted here would go there too.
if ! mountpoint -q "$root/dev"; then
  mount -t tmpfs -o mode=0755,size=1m dev "$root/dev"
  while read -r name minor; do mknod -m 666 "$root/dev/$name" c 1 "$minor"; done <<<$'null 3\nzero 5\nfull 7\nrandom 8\nurandom 9'
  ln -s /proc/self/fd "$root/dev/fd"
  ln -s /proc/self/fd/1 "$root/dev/stdout"
  ln -s /proc/self/fd/2 "$root/dev/stderr"
fi
cp -a /etc/ssl/certs/. "$root/etc/ssl/certs/" 2>/dev/null || true
if [ -f "${CARGO_HOME:-$HOME/.cargo}/config.toml" ]; then cp "${CARGO_HOME:-$HOME/.cargo}/config.toml" "$root/cargo/config.toml"; fi
CARGO_HOME=/cargo CARGO_TARGET_DIR=/target HUIFANG_COMMIT=$(git -C "$project" rev-parse --short=10 HEAD) \
  chroot "$root" sh -c 'cd /src && exec "$@"' sh "$@"
