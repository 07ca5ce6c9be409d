#!/usr/bin/env bash
# Builds for Linux with glibc 2.28 and newer (Debian 10, Ubuntu 18.10, openEuler 20.03, Kylin V10 SP1), x86-64. Zig is the
# linker that knows the old symbols; it comes by pip into a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=target/packaging-tools
if [ ! -x "$tools/bin/cargo-zigbuild" ]; then
  python3 -m venv "$tools" || { echo "python3-venv is needed" >&2; exit 2; }
  "$tools/bin/pip" install --quiet ziglang cargo-zigbuild
fi
# A way in which the C parts were built for another target is none for this one.
env -u OPENSSL_DIR -u OPENSSL_NO_VENDOR -u OPENSSL_STATIC PATH="$PWD/$tools/bin:$PATH" \
  cargo zigbuild --release --locked --target x86_64-unknown-linux-gnu.2.28 --target-dir target/zig
