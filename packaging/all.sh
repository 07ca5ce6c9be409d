#!/usr/bin/env bash
# Makes every package in target/packages, with checksums. `all.sh linux windows …` makes some.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
out=target/packages
mkdir -p "$out"
wanted=("$@")
((${#wanted[@]})) || wanted=(linux windows aarch64 musl)

# Manual pages and completions, written by the program's own command line.
cargo run --quiet --locked --example manual -- target/manual

# What every archive holds besides the program.
papers() {
  mkdir -p "$1"
  cp README.md README.zh-CN.md LICENSE CHANGELOG.md "$1/"
  cp -r docs "$1/"
  python3 packaging/notices.py "$2" >"$1/NOTICES.txt"
}
archive() { # name, target, program
  local stage=$out/stage/$1
  rm -rf "$stage"
  papers "$stage" "$2"
  install -m 755 "$3" "$stage/huifang"
  cp -r target/manual/man target/manual/completions "$stage/"
  tar -C "$out/stage" --owner=0 --group=0 --sort=name -cJf "$out/$1.tar.xz" "$1"
}
for which in "${wanted[@]}"; do
  case $which in
    linux)
      packaging/linux.sh
      program=target/zig/x86_64-unknown-linux-gnu/release/huifang
      archive "huifang-$version-linux-x86_64" x86_64-unknown-linux-gnu "$program"
      packaging/deb.sh "$program" amd64 "$version" "$out"
      ;;
    windows)
      packaging/windows.sh
      packaging/zip.sh "${HUIFANG_CHROOT:-/var/tmp/huifang-sid}/target/x86_64-pc-windows-gnu/release/huifang.exe" "$version" "$out"
      ;;
    aarch64)
      packaging/aarch64.sh
      archive "huifang-$version-linux-aarch64" aarch64-unknown-linux-gnu \
        "${HUIFANG_CHROOT:-/var/tmp/huifang-sid}/target/aarch64-unknown-linux-gnu/release/huifang"
      ;;
    musl)
      packaging/musl.sh
      archive "huifang-$version-linux-x86_64-static" x86_64-unknown-linux-musl \
        "${HUIFANG_CHROOT:-/var/tmp/huifang-sid}/target/x86_64-unknown-linux-musl/release/huifang"
      ;;
    *)
      echo "there is no package $which: linux, windows, aarch64, musl" >&2
      exit 2
      ;;
  esac
done
rm -rf "$out/stage"
(cd "$out" && sha256sum -- *.tar.xz *.zip *.deb 2>/dev/null >SHA256SUMS || true)
ls -l "$out"
