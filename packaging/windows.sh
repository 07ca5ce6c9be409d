#!/usr/bin/env bash
# Builds huifang.exe (Windows 10 and newer, x86-64) in the chroot. The standard library is built along: Debian has none
# for this target.
set -euo pipefail
cd "$(dirname "$0")"
./in-chroot.sh env RUSTC_BOOTSTRAP=1 cargo build --release --locked -Zbuild-std=std,panic_unwind --target x86_64-pc-windows-gnu "$@"
