#!/usr/bin/env bash
# Builds the tests for Windows in the chroot and runs them there under Wine. What they need that Wine or Windows has not
# is said and skipped. Arguments go to the tests.
set -euo pipefail
cd "$(dirname "$0")"
export HUIFANG_CHROOT=${HUIFANG_CHROOT:-/var/tmp/huifang-sid}
./in-chroot.sh sh -c 'command -v wine >/dev/null || {
  apt-get -o Acquire::Check-Valid-Until=false update
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends wine wine64
}'
./in-chroot.sh env RUSTC_BOOTSTRAP=1 WINEDEBUG=-all CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=wine \
  cargo test --locked -Zbuild-std=std,panic_unwind,test --target x86_64-pc-windows-gnu --no-fail-fast -- "$@"
