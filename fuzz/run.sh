#!/usr/bin/env bash
# Runs each fuzz target for so many seconds (60) on the installed nightly; skips, saying why, where there is none.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}

if ! rustup run nightly rustc --version >/dev/null 2>&1; then
  echo "skipped: no nightly Rust here to fuzz with"
  exit 0
fi
if ! cargo fuzz --version >/dev/null 2>&1 && ! cargo install cargo-fuzz --locked; then
  echo "skipped: cargo-fuzz could not be installed"
  exit 0
fi
cargo +nightly fuzz build --dev -s none
mkdir -p corpus/xlsx corpus/csv corpus/policy corpus/key_file
cp ../tests/suite/rosters/*.xlsx corpus/xlsx 2>/dev/null || echo "no workbook to begin from"
cp ../tests/suite/rosters/*.csv corpus/csv 2>/dev/null || echo "no text to begin from"
cp seeds/key_file/* corpus/key_file 2>/dev/null || echo "no key file to begin from"
cp ../assets/policies/*.toml corpus/policy 2>/dev/null || echo "no policy to begin from"
one() {
  mkdir -p "corpus/$1"
  cargo +nightly fuzz run --dev -s none "$1" -- -max_total_time="$seconds" -rss_limit_mb=4096 -print_final_stats=1 >"target/$1.log" 2>&1 ||
    { tail -40 "target/$1.log"; echo "fuzzing $1 failed"; return 1; }
  echo "fuzzed $1 for $seconds s: $(grep -E "stat::number_of_executed_units" "target/$1.log" | tr -s ' ' || true)"
}
export -f one
export seconds
cargo +nightly fuzz list | xargs -P "$(nproc)" -I{} bash -c 'one {}'
