#!/usr/bin/env bash
# Tries a program that was built: its size, its version, the demo on a terminal of its own (the README's first command),
# and a roster from import to list, as a person and in a folder of its own.
set -euo pipefail
program=$(realpath "$1")
packed=$(gzip -c "$program" | wc -c)
echo "size: $(stat -c %s "$program") bytes, packed $packed"
if ((packed > 15 * 1024 * 1024)); then
  echo "a package of it would be larger than 15 MiB"
  exit 1
fi
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HUIFANG_HOME=$home
"$program" --version
roster=$home/roster.csv
printf '户编号,行政村,户主姓名,家庭人口数,户类型,帮扶联系人\nA1,上河村,王一,3,脱贫户,张敏\n' >"$roster"
"$program" --lang en import "$roster"
"$program" due --json | grep -q '"A1"'
"$program" sheet A1 "$home/sheet.xlsx" --blank --lang en
"$program" check --lang en
if command -v script >/dev/null; then
  # Esc closes what there is to try, Ctrl-Q ends.
  (sleep 2; printf '\033'; sleep 1; printf '\021') |
    timeout 60 script -qec "stty cols 100 rows 30; '$program' demo --lang en" /dev/null >"$home/drawn"
  grep -q "Overdue" "$home/drawn" || { echo "the demo was not drawn"; exit 1; }
  echo "the demo was drawn and ended"
else
  echo "skipped: no terminal to be had for the demo (script is missing)"
fi
