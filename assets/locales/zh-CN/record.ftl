### The small forms: a month, a measure, a status, an attestation, reasons for a fall

## AttestedMatter

AttestedMatter-spending_solved = 大额刚性支出已彻底解决
AttestedMatter-labour = 家中有劳动力
AttestedMatter-consent = 农户同意消除

## record

record-section = 填写
record-month = 月收入登记
record-measure-new = 新增帮扶措施
record-measure = 帮扶措施
record-status = 变更状态
record-attestation = 证明事项
record-fall = 减收原因
record-setting = 本库自定
record-reason = 原因
record-hint-reason = 为什么改；原来的记录不删除
record-hint-status = 为什么变更，依据什么；会记入状态变更
record-problem-choice = 请按数字选一项
record-problem-text = 这一项要填
record-kept = 已保存。
record-status-now = 现在
record-status-change = 变更为
record-status-way = 消除方式
record-status-leaving = 停止原因
record-status-category = 类别
record-status-on = 日期
record-sources-kept = 来源照旧
record-problem-reason = 请写原因。

## question

question-mark-buys-time = { $why }。标注消除不应用来拖延走访。
question-record-all-the-same = 仍要保存
question-conditions-open = 消除条件：不符合 { $not_met } 项，不明 { $unknown } 项。
question-mark-anyway = 仍要标注？
question-change-buys-time = { $why }。
question-change-overdue = 走访应不晚于 { $due }，已逾期。
question-line-not-reached = 收入没有超过参考线，请说明。
question-problems-open = 还有 { $count } 个问题没有销号。
question-change-anyway = 仍要变更？

## attestation

attestation-matter = 证明事项
attestation-holds = 是否属实
attestation-on = 日期
attestation-note = 说明
attestation-hint-note = 谁说的、怎么核实的

## measure

measure-kind = 类别
measure-item = 项目
measure-hint-item = 例如：养鸡 50 只、护林员岗位
measure-funds = 资金
measure-unit = 责任单位
measure-from = 开始
measure-planned-end = 计划结束
measure-ended-on = 实际结束
measure-hint-ended = 还在执行就空着
measure-effect = 成效
measure-since = { $on } 起
measure-until = 计划到 { $on }
measure-ended = { $on } 结束
measure-past-plan = 已过计划结束日，还没有填实际结束
measure-reviewed = { $on } 走访：{ $answers }
measure-not-reviewed = 还没有走访评估过

## fall

fall-reasons = 减收原因
fall-note = 说明
fall-seen = 记录显示：{ $what }

## registered

registered-title = 户籍人口
registered-question = { $village } 的户籍人口是多少人？
registered-of-village = 户籍人口按村填写，乡镇自动合计。
registered-impossible = 户籍人口请填 1 至 1000000 的整数；没有保存。

## MeasureFault

MeasureFault-item_missing = { record-problem-text }
MeasureFault-planned_before_it_begins = 结束日期早于开始日期。
MeasureFault-ended_before_it_began = { MeasureFault-planned_before_it_begins }
MeasureFault-ended_in_future = 实际结束日期还没有到；还在执行就空着。

## StatusFault

StatusFault-in_future = 日期不能晚于今天。
StatusFault-before_last_change = 日期早于上一次状态变更。
StatusFault-detail_missing = 请选消除方式、停止原因或类别。
StatusFault-not_possible = 这一户现在的状态不能这样变更；没有保存。

## Besides

signed-yes = 已签字
signed-no = 未签字
form-draft-stays-record = 没有保存，已留作草稿；下次打开接着填。
measures-none = 还没有帮扶措施。按 a 新增。
status-defaulted = （日期未填，按入库日）
FallFault-reasons_missing = { record-problem-choice }
AttestationFault-note_missing = 请写说明：谁说的、怎么核实的。
AttestationFault-day_impossible = 日期不能晚于今天，也不能早于 2000 年。
