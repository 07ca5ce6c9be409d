#!/usr/bin/env bash
# zip.sh HUIFANG.EXE VERSION FOLDER: the zip for Windows, with a start file, and texts in the line ends of Windows.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1 version=$2 out=$3
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
here=$stage/huifang-$version-windows-x86_64
mkdir -p "$here"
cp "$program" packaging/huifang.cmd "$here/"
python3 packaging/notices.py x86_64-pc-windows-gnu >"$here/NOTICES.txt"
cp README.md README.zh-CN.md LICENSE CHANGELOG.md "$here/"
cp -r docs "$here/"
sed -i 's/\r$//; s/$/\r/' "$here"/*.md "$here"/docs/*.md "$here"/*.cmd "$here/NOTICES.txt" "$here/LICENSE"
python3 - "$stage" "$out/huifang-$version-windows-x86_64.zip" <<'ZIP'
import os, sys, zipfile
stage, place = sys.argv[1:]
with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for folder, _, names in sorted(os.walk(stage)):
        for name in sorted(names):
            file = os.path.join(folder, name)
            archive.write(file, os.path.relpath(file, stage))
ZIP
