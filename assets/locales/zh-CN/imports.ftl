### Imports

## import

import-before = 这份文件的内容已在第 { $number } 次导入过。
import-next-join = 按 v 合并村名的不同写法。
import-next-part = 村名已合并，按 v 改回。
import-upheaval = 有 { $count } 户的户主、联系人或类别会变，超过十分之一。确实是这份文件吗？
import-upheaval-yes = 是这份文件，导入

## cli

cli-imports = 导入记录：查看每次导入，撤销一次导入
cli-imports-list = 列出本机的每次导入，新的在前
cli-imports-show = 一次导入当时说的全部内容：问题、跳过的行、冲突、表中没有的户
cli-imports-undo = 撤销一次导入：受它影响的户恢复到导入前，它带来的户撤掉
cli-imports-number = 第几次导入（见 imports list）
cli-imports-others = 导入后又有记录的户保持不动，其余的户撤销
cli-imports-yes = 不再询问，直接撤销
cli-import-column = 手工指定一列：这个表头是哪一项（如 责任人电话=phone），等号后留空表示不读，auto 表示按表头；导入后记住，下一份同样表头的文件照此读
cli-import-villages = 同一个村的几种写法：join 合并成一个（以后也照此合并），apart 各按原样

## imports

imports-none = 还没有导入过花名册。
imports-nobody = 未说明
imports-line = 第 { $number } 次  { $at }  { $author }  { $file }  新增 { $new } 有变化 { $changed } 无变化 { $unchanged }
imports-is-undone = 【已撤销】{" "}
imports-undone = { $at } 由 { $by } 撤销。
imports-undo-plan = 撤销第 { $number } 次导入：{ $what }。
imports-undo-done = 已撤销第 { $number } 次导入：{ $what }。
imports-undo-withdrawn = { $count } 户撤掉
imports-undo-restored = { $count } 户恢复到导入前
imports-undo-kept = { $count } 户之后又有记录，保持不动
imports-undo-nothing = 它没有改动任何户
imports-undo-question = {" "}确定撤销吗？[y/N]{" "}
imports-undo-not-confirmed = 没有确认，什么也没有改动。可加 --yes 直接撤销。
imports-kept = { $code } { $name } { $village }：导入后另有记录（{ $because }）
imports-title = 导入记录
imports-number = 第几次
imports-at = 时间
imports-author = 导入人
imports-file = 文件
imports-by = 第 { $number } 次导入，{ $at }，{ $by }。
imports-undoing = 正在撤销……Esc 停止，停止后什么也不会改动
imports-kept-title = 撤销时会保持不动的户
imports-undo-yes = 撤销这次导入
imports-undo-others = 撤销其余的户
imports-planning = 正在查看撤销会影响哪些户……Esc 返回
imports-undone-but-for = 有 { $count } 户当时保持不动，可以再撤销。
imports-later = 第 { $number } 次导入
imports-later-first = 先撤销第 { $number } 次导入，再撤销这一次，就能整个撤销。
imports-undo-look = 再按 u 撤销其余的户；Esc 不撤销。村名合并和手工指定的列不随导入撤销。

## UndoRefused

UndoRefused-no_such_import = 没有这一次导入，什么也没有改动。请用 huifang imports list 查看编号。
UndoRefused-already_undone = 这次导入已经撤销过，什么也没有改动。
UndoRefused-recorded_since = 有 { $kept } 户在导入后又有记录，不能整个撤销，什么也没有改动。可加 --others，只撤销其余的户。
UndoRefused-cancelled = 已停止撤销，什么也没有改动。

## KeptFor

KeptFor-household = 资料改动
KeptFor-member = 成员改动
KeptFor-status_change = 状态变化
KeptFor-visit = 走访
KeptFor-month_income = 月收入
KeptFor-problem = 问题
KeptFor-measure = 帮扶措施
KeptFor-attestation = 证明事项
KeptFor-fall_reasons = 减收原因
KeptFor-checked_finding = 核实的数据问题
KeptFor-draft = 没有保存的草稿
KeptFor-code_taken = 原编号已归别的户
KeptFor-later_import = 后来的导入

## columns

columns-nothing = 不读
columns-class = 监测对象类别（或户类型）
columns-by-hand = “{ $heading }”读作{ $field }
columns-about = 每个表头读作哪一项。按 Enter 改；改过的会记住，下一份同样表头的文件照此读。Esc 返回并重新读取。
columns-heading = 表头
columns-field = 读作
columns-sample = 第一格
columns-table = { $sheet } 第 { $row } 行
columns-is-by-hand = { $field }（手工）
columns-choose = “{ $heading }”是
columns-as-it-says = 按表头自动判断
columns-help = 如果表头叫法不同，按 Ctrl-E 手工指定各列是什么。
columns-no-file = 先读取一份文件（Enter），再指定各列。
columns-by-hand-title = 手工指定的列

## villages

villages-joined = “{ $spelt }”并入“{ $kept }”，{ $count } 户
villages-offered = “{ $spelt }”和“{ $kept }”，{ $count } 户
villages-title = 可能是同一个村
villages-joined-title = 村名合并
villages-nothing = 这份文件里没有一村多种写法。

## Column

Column-code = 户编号
Column-head_name = 户主姓名
Column-village = 行政村
Column-category = 监测对象类别
Column-head_id_number = 户主证件号码
Column-person_name = 姓名（成员）
Column-id_number = 证件号码（成员）
Column-phone = 联系电话（户）
Column-person_phone = 联系电话（成员）
Column-township = 乡镇
Column-group = 村民小组
Column-of_head = 户主的其他信息
Column-address = 住址（乡镇、村、组写在一格）
Column-population = 家庭人口数
Column-household_type = 户类型
Column-identified_on = 识别监测时间
Column-out_of_poverty_on = 脱贫时间
Column-risk_eliminated = 风险是否已消除
Column-eliminated_on = 风险消除时间
Column-risk = 致贫返贫风险
Column-contact = 帮扶联系人
Column-of_contact = 联系人的单位、职务、电话
Column-last_visit = 最近走访时间
Column-member_code = 人编号
Column-relation = 与户主关系
Column-sex = 性别
Column-born_on = 出生日期
Column-schooling = 在校生状况、文化程度
Column-health = 健康状况
Column-labour = 劳动技能
Column-gone = 是否自然减少
Column-entered_on = 录入系统时间
Column-supported = 特困供养
Column-supported_since = 特困认定时间
Column-disability = 残疾类别
Column-disability_grade = 残疾等级
Column-disability_since = 致残时间
Column-severe_illness = 大病
Column-severe_illness_since = 大病确诊时间
Column-chronic_illness = 慢性病
Column-chronic_illness_since = 慢性病确诊时间
Column-minimum_allowance = 低保
Column-minimum_allowance_since = 享受低保时间
Column-whole_allowance = 整户低保
Column-whole_allowance_since = 整户低保起始时间
Column-allowance_applied_on = 低保申请时间
Column-relocated_to = 易地搬迁安置点
Column-dwelling_scheme = 住房改造项目
Column-member_ground = 家庭人口认定依据

## Context

Context-import_plan = 导入方案
Context-columns = 各列读作什么
Context-imports = 导入记录
Context-working = 正在进行
Context-opened_import = 一次导入

## Command

Command-imports = 导入记录：查看、撤销
    .short = 导入记录
    .also = 撤销导入
Command-apply_import = 按这个方案导入
    .short = 导入
Command-columns = 手工指定各列
    .short = 指定列
Command-assign_column = 指定这一列读作什么
    .short = 指定
Command-join_villages = 合并同一个村的几种写法，或改回
    .short = 合并村名
Command-undo_import = 撤销这次导入
    .short = 撤销

## Besides

ImportError-no_such_heading = 文件里没有表头“{ $heading }”，什么也没有改动。请检查 --column 里的表头。
KeptFor-clue = 一条线索
