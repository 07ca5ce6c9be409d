#!/usr/bin/env bash
# deb.sh PROGRAM ARCHITECTURE VERSION FOLDER: the Debian package, with manual pages, completions, menu entry and icon.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1 architecture=$2 version=$3 out=$4
# The oldest C library that has all it asks for.
libc=$(objdump -p "$program" | sed -n 's/.* GLIBC_\([0-9.]*\)$/\1/p; s/.* GLIBC_ABI_DT_RELR$/2.36/p' | sort -V | tail -n 1)
[ -n "$libc" ] || { echo "it cannot be told which C library $program needs" >&2; exit 1; }
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
install -Dm 755 "$program" "$stage/usr/bin/huifang"
install -Dm 644 packaging/huifang.desktop "$stage/usr/share/applications/huifang.desktop"
install -Dm 644 assets/icon.svg "$stage/usr/share/icons/hicolor/scalable/apps/huifang.svg"
for page in target/manual/man/*.1; do
  install -Dm 644 "$page" "$stage/usr/share/man/man1/$(basename "$page")"
done
for page in target/manual/man/zh_CN/*.1; do
  install -Dm 644 "$page" "$stage/usr/share/man/zh_CN/man1/$(basename "$page")"
done
find "$stage/usr/share/man" -type f -exec gzip -9n {} +
install -Dm 644 target/manual/completions/huifang.bash "$stage/usr/share/bash-completion/completions/huifang"
install -Dm 644 target/manual/completions/_huifang "$stage/usr/share/zsh/vendor-completions/_huifang"
install -Dm 644 target/manual/completions/huifang.fish "$stage/usr/share/fish/vendor_completions.d/huifang.fish"
documents=$stage/usr/share/doc/huifang
mkdir -p "$documents"
cp -r README.md README.zh-CN.md docs "$documents/"
gzip -9nc CHANGELOG.md >"$documents/changelog.gz"
{ cat LICENSE; echo; python3 packaging/notices.py x86_64-unknown-linux-gnu; } >"$documents/copyright"
mkdir -p "$stage/DEBIAN"
cat >"$stage/DEBIAN/control" <<CONTROL
Package: huifang
Version: $version
Architecture: $architecture
Maintainer: the huifang contributors <huifang@localhost>
Installed-Size: $(du -sk "$stage/usr" | cut -f1)
Depends: libc6 (>= $libc), libgcc-s1 | libgcc1
Section: database
Priority: optional
Description: revisits of rural households, by keyboard
 Who must be visited again, and by when; the visit taken down at the kitchen
 table; what the household and the reports need from it. In a terminal, without
 a network, in one encrypted database on this computer. Chinese and English.
CONTROL
chmod -R u=rwX,go=rX "$stage"
dpkg-deb --root-owner-group --build "$stage" "$out/huifang_${version}_$architecture.deb" >/dev/null
