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
cargo +nightly fuzz build -s none
for target in $(cargo +nightly fuzz list); do
  echo "fuzzing $target for $seconds s"
  mkdir -p "corpus/$target"
  cargo +nightly fuzz run -s none "$target" -- -max_total_time="$seconds" -rss_limit_mb=4096 -print_final_stats=1 2>&1 |
    grep -E "Done|stat::number_of_executed_units|ERROR|panicked" || { echo "fuzzing $target failed"; exit 1; }
done
