#!/usr/bin/env bash
# The whole form filled with a real Chinese input method switched on: the program in xterm under Xvfb,
# with fcitx5 and its pinyin engine. Types a name and a note through the engine, fills numbers and
# choices with it on, saves, looks into the database, and checks that the candidate window stood at the
# caret. Skips, saying why, where the programs that it needs are not there.
#
# Usage: tests/input_method.sh [PROGRAM]    (default: target/debug/huifang)
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/huifang}")

missing=()
for tool in Xvfb xterm xdotool fcitx5 fcitx5-remote dbus-run-session script python3 xwininfo; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
if ((${#missing[@]})); then
  echo "skipped: not here: ${missing[*]} (Debian: xvfb xterm xdotool fcitx5 fcitx5-chinese-addons dbus-x11 x11-utils fonts-noto-cjk)"
  exit 0
fi
if [[ -z ${INSIDE_SESSION:-} ]]; then
  INSIDE_SESSION=1 exec dbus-run-session -- "$0" "$program"
fi

home=$(mktemp -d)
jobs=()
finish() {
  local status=$?
  ((${#jobs[@]})) && kill "${jobs[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  ((status == 0)) || { echo "failed; the program's output: $home/typescript"; exit "$status"; }
  rm -rf "$home" || true
}
trap finish EXIT
fail() { echo "FAILED: $*"; exit 1; }

export HOME=$home HUIFANG_HOME=$home/huifang XDG_CONFIG_HOME=$home/.config
export LANG=C.UTF-8 LC_ALL=C.UTF-8 XMODIFIERS=@im=fcitx TERM=xterm-256color
mkdir -p "$XDG_CONFIG_HOME/fcitx5"
cat >"$XDG_CONFIG_HOME/fcitx5/profile" <<'PROFILE'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
Layout=
[Groups/0/Items/1]
Name=pinyin
Layout=
[GroupOrder]
0=Default
PROFILE

roster=$home/roster.csv
printf '%s\n' '户编号,户主姓名,行政村,监测对象类别,识别监测时间,家庭人口数' \
  'A1,王明,石桥村,边缘易致贫户,2024-03-01,2' >"$roster"
"$program" --today 2026-11-22 import "$roster" >/dev/null

exec 3< <(Xvfb -displayfd 1 -screen 0 1400x1000x24 2>/dev/null & echo "pid $!"; wait)
read -r _ xvfb <&3; jobs+=("$xvfb"); read -r number <&3
export DISPLAY=:$number
fcitx5 --disable=wayland,waylandim,notifications >"$home/fcitx5.log" 2>&1 & jobs+=($!)
# Waits until a command holds true.
until_true() {
  local what=$1; shift
  for _ in $(seq 100); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done
  fail "waited in vain for $what"
}
until_true "the input method" grep -q "Loaded addon pinyin$" "$home/fcitx5.log"

columns=120 rows=40
xterm -b 0 +sb -geometry ${columns}x${rows}+100+60 -fa 'Noto Sans Mono CJK SC' -fs 10 \
  -e script -qfc "'$program' --lang zh-CN --today 2026-11-22 --as 张敏" "$home/typescript" & jobs+=($!)

window() { xdotool search --onlyvisible --class XTerm | head -1; }
# What the program drew, without the moves of the cursor between its characters.
wrote() { sed -E 's/\x1b\[[0-9;?]*[A-Za-z]//g; s/ //g' "$home/typescript" | grep -aq "$1"; }
until_true "the terminal" window
until_true "the list" wrote 王明
xdotool windowfocus --sync "$(window)"
is_pinyin() { fcitx5-remote -s pinyin; [[ $(fcitx5-remote -n) == pinyin ]]; }
until_true "the pinyin engine" is_pinyin

keys() { xdotool key --clearmodifiers --delay 60 "$@"; sleep 0.3; }
typed() { local text=$1 i; for ((i = 0; i < ${#text}; i++)); do xdotool key --delay 60 "${text:i:1}"; done; sleep 0.5; }
candidates() { xwininfo -root -tree | grep -i 'fcitx5 input window' | grep -v '1x1' | grep -oE '[0-9]+x[0-9]+\+-?[0-9]+\+-?[0-9]+ +\+-?[0-9]+\+-?[0-9]+' | head -1; }

# Checks that the candidate window stands at the caret: the last place to which the program moved it.
at_caret() {
  local where=$1 geometry
  geometry=$(candidates)
  [[ -n $geometry ]] || fail "no candidate window ($where)"
  eval "$(xdotool getwindowgeometry --shell "$(window)")"
  python3 - "$where" "$geometry" "$X" "$Y" "$WIDTH" "$HEIGHT" $columns $rows "$home/typescript" <<'PYTHON'
import re, sys
where, geometry, x, y, width, height, columns, rows, log = sys.argv[1:]
left, top = map(int, re.search(r' \+(-?\d+)\+(-?\d+)$', geometry).groups())
row, column = map(int, re.findall(rb'\x1b\[(\d+);(\d+)H', open(log, 'rb').read())[-1])
cell_w, cell_h = int(width) / int(columns), int(height) / int(rows)
caret_x, caret_y = int(x) + (column - 1) * cell_w, int(y) + row * cell_h
across, down = (left - caret_x) / cell_w, (top - caret_y) / cell_h
print(f'{where}: caret at row {row}, column {column}; candidates {across:+.1f} columns, {down:+.1f} rows from below it')
sys.exit(0 if abs(across) <= 4 and -1 <= down <= 2.5 else 1)
PYTHON
}

# The list: Ctrl-N logs a visit though letters go to the engine. Home, routine, somebody else was met.
keys ctrl+n
until_true "the form" wrote 走访方式
typed 119
typed lihua
at_caret "the name of the person met" || fail "the candidates stand away from the caret"
keys space Tab
typed peiou
keys space Tab Tab Tab
# The engine turns the point into 。, which means a point in an amount.
typed 3200
keys period 5 Return
for amount in 480 0 0 120; do typed $amount; keys Return; done
keys ctrl+k
# Food is at risk, and why; not listed as a problem; clothing, no child, medical care, housing.
typed 2
typed kouliangbugou
keys space comma Return
typed 21411
keys ctrl+k
typed 1111
keys ctrl+k
typed 0
keys ctrl+k
typed 3
keys ctrl+k Tab Tab
typed zoufang
at_caret "the note" || fail "the candidates stand away from the caret"
keys space Return
typed wancheng
keys space ctrl+k
typed 1
keys ctrl+s
until_true "the visit saved" wrote 已保存

"$program" --today 2026-11-22 show A1 --json >"$home/shown.json"
python3 - "$home/shown.json" <<'PYTHON' || fail "the database does not hold what was typed"
import json, sys
shown = json.load(open(sys.argv[1]))
visit, income = shown['visits'][0], shown['incomes'][0]
han = lambda text: bool(text) and all('\u4e00' <= c <= '\u9fff' for c in text)
found = {
    'met': visit['met']['name'], 'relation': visit['met']['relation'], 'note': visit['note'],
    'food': visit['checks']['food'], 'water': visit['water']['answer'], 'wage_fen': income['wage_fen'],
    'mode': visit['mode'], 'signature': visit['signature']['kind'], 'changes': visit['changes'],
}
print(json.dumps(found, ensure_ascii=False))
lines = visit['note'].split('\n')
assert han(found['met']) and len(found['met']) == 2
assert found['relation'] == '配偶'
assert lines[0] == '走访' and han(lines[1])
assert found['food']['answer'] == 'at_risk' and found['food']['note'].endswith('，') and han(found['food']['note'][:-1])
assert (found['water'], found['wage_fen'], found['mode']) == ('secured', 320050, 'home')
assert (found['signature'], found['changes']) == ('signed', ['nothing'])
PYTHON
echo "passed: the whole form was filled with the input method on"
