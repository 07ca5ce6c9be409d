#!/usr/bin/env bash
# Builds for Linux with glibc 2.28 and newer (Debian 10, Ubuntu 18.10, openEuler 20.03, Kylin V10 SP1), x86-64. Zig is the
# linker that knows the old symbols.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 -m ziglang version >/dev/null 2>&1 || pip install --quiet --break-system-packages ziglang
command -v cargo-zigbuild >/dev/null || pip install --quiet --break-system-packages cargo-zigbuild
# A way in which the C parts were built for another target is none for this one.
env -u OPENSSL_DIR -u OPENSSL_NO_VENDOR -u OPENSSL_STATIC \
  cargo zigbuild --release --locked --target x86_64-unknown-linux-gnu.2.28 --target-dir "${CARGO_TARGET_DIR:-target}/zig"
