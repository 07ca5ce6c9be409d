#!/usr/bin/env bash
# Builds for Linux on 64-bit ARM, in the chroot, with Debian's cross compiler and standard library.
set -euo pipefail
cd "$(dirname "$0")"
./in-chroot.sh sh -c 'test -e /usr/aarch64-linux-gnu/include/limits.h && dpkg -s libstd-rust-dev:arm64 >/dev/null 2>&1 ||
  { dpkg --add-architecture arm64 && apt-get update &&
    apt-get install -y --no-install-recommends libc6-dev-arm64-cross libstd-rust-dev:arm64; }'
./in-chroot.sh env CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc CC_aarch64_unknown_linux_gnu=aarch64-linux-gnu-gcc \
  cargo build --release --locked --target aarch64-unknown-linux-gnu
