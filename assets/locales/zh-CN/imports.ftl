# 导入过的花名册、撤销一次导入、手工指定列、合并村名。

import-before = 这份文件的内容已在第 { $number } 次导入过。

cli-imports = 导入记录：查看每次导入，撤销一次导入
cli-imports-list = 列出本机的每次导入，新的在前
cli-imports-show = 一次导入当时说的全部内容：问题、跳过的行、冲突、表中没有的户
cli-imports-undo = 撤销一次导入：受它影响的户恢复到导入前，它带来的户撤掉
cli-imports-number = 第几次导入（见 imports list）
cli-imports-others = 导入后又有记录的户保持不动，其余的户撤销
cli-imports-yes = 不再询问，直接撤销

imports-none = 还没有导入过花名册。
imports-nobody = 未说明
imports-line = 第 { $number } 次  { $at }  { $author }  { $file }  新增 { $new } 有变化 { $changed } 无变化 { $unchanged }
imports-is-undone = {" "} 已撤销
imports-undone = { $at } 由 { $by } 撤销。
imports-undo-plan = 撤销第 { $number } 次导入：{ $withdrawn } 户撤掉，{ $restored } 户恢复到导入前，{ $kept } 户因为之后又有记录保持不动。
imports-undo-done = 已撤销第 { $number } 次导入：{ $withdrawn } 户撤掉，{ $restored } 户恢复到导入前，{ $kept } 户因为之后又有记录保持不动。
imports-undo-question = {" "}确定撤销吗？[y/N]{" "}
imports-undo-not-confirmed = 没有确认，什么也没有改动。可加 --yes 直接撤销。
imports-kept = { $code } { $name } { $village }：导入后又有{ $because }

UndoRefused-no_such_import = 没有这一次导入，什么也没有改动。请用 huifang imports list 查看编号。
UndoRefused-already_undone = 这次导入已经撤销过，什么也没有改动。
UndoRefused-recorded_since = 有 { $kept } 户在导入后又有记录，不能整个撤销，什么也没有改动。可加 --others，只撤销其余的户。
UndoRefused-cancelled = 已停止撤销，什么也没有改动。

KeptFor-household = 资料改动
KeptFor-member = 成员改动
KeptFor-status_change = 状态变化
KeptFor-visit = 走访
KeptFor-month_income = 月收入
KeptFor-problem = 问题
KeptFor-measure = 帮扶措施
KeptFor-attestation = 认定
KeptFor-fall_reasons = 减收原因
KeptFor-draft = 没有保存的草稿
KeptFor-code_taken = 原编号已归别的户
