#!/usr/bin/env bash
# Runs a command in a chroot of Debian sid that has what cross-building needs, with the project at /src; makes the
# chroot where there is none. Needs root. HUIFANG_CHROOT says where it lies (/var/tmp/huifang-sid).
set -euo pipefail
root=${HUIFANG_CHROOT:-/var/tmp/huifang-sid}
project=$(cd "$(dirname "$0")/.." && pwd)
packages=rustc,cargo,rust-src,gcc,libc6-dev,perl,make,gcc-mingw-w64-x86-64-win32,gcc-aarch64-linux-gnu,ca-certificates,patch,git

if [ ! -e "$root/.huifang-ready" ]; then
  command -v mmdebstrap >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends mmdebstrap
  rm -rf "$root"
  # A mirror that lags behind is as good for building.
  mmdebstrap --variant=apt --aptopt='Acquire::Check-Valid-Until "false"' --include="$packages" sid "$root"
  touch "$root/.huifang-ready"
fi
mkdir -p "$root/src" "$root/cargo" "$root/target"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mounted() { mountpoint -q "$1"; }
mounted "$root/proc" || mount -t proc proc "$root/proc"
mounted "$root/dev" || mount --rbind /dev "$root/dev"
mounted "$root/src" || mount --bind "$project" "$root/src"
trap 'umount -l "$root/src" "$root/dev" "$root/proc"' EXIT
for name in $(compgen -e | grep -E '^(CARGO_REGISTRIES|CARGO_SOURCE|CARGO_HTTP|https?_proxy|SSL_CERT_FILE)' || true); do
  export "${name?}"
done
cp -a /etc/ssl/certs/. "$root/etc/ssl/certs/" 2>/dev/null || true
if [ -f "${CARGO_HOME:-$HOME/.cargo}/config.toml" ]; then cp "${CARGO_HOME:-$HOME/.cargo}/config.toml" "$root/cargo/config.toml"; fi
CARGO_HOME=/cargo CARGO_TARGET_DIR=/target HUIFANG_COMMIT=$(git -C "$project" rev-parse --short=10 HEAD) \
  chroot "$root" sh -c 'cd /src && exec "$@"' sh "$@"
