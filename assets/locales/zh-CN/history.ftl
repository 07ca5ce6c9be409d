### What was recorded, and taking it back

## void

void-month-title = 撤回月收入
void-month-question = 为什么撤回 { $month } 的登记？
void-month-of-visit = 这个月是走访登记的：请在走访里更正或作废。
void-measure-title = 撤回措施
void-measure-question = 为什么撤回“{ $item }”？
void-month-then-record = 撤回后这个月按 { $record } 的登记：纯收入 { $net }。
void-month-then-missing = 撤回后这个月就没有登记，计为缺月。

## history

history-title = { $name } 的变更记录
history-count = { $count } 条
history-none = 还没有变更记录。
history-first = { $at } { $author } 登记 { $what }
history-changed = { $at } { $author } 修改 { $what }
history-void = { $at } { $author } 作废 { $what }
history-hidden-change = { $label }：{ $value }（隐去的数字有改动）
history-counted-on-a-visit = 走访时人口增减
history-no-void = 这一条不能在这里作废：月收入、帮扶措施和走访在各自的页面作废，资料请修改；一户唯一的状态、已经作废的不能作废。
history-void-title = 作废
history-void-question = 为什么作废“{ $what }”？作废后就当没有写过，记录仍可查看。
history-voided = 已作废，随之而来的都已按没有写过重算。

## VoidFault

VoidFault-first_status = 这是这一户唯一的状态，不能作废；没有改动。
VoidFault-built_upon = 后来的变更以它为依据，请先作废后来的；没有改动。
VoidFault-facts_differ = 资料里写的不是变更前的状态，退不回去；没有改动。请直接登记正确的变更。

## EntityKind

EntityKind-household = 资料
EntityKind-member = 成员
EntityKind-status_change = 状态变更
EntityKind-month_income = 月收入
EntityKind-measure = 帮扶措施
EntityKind-attestation = 证明事项
EntityKind-fall_reasons = 减收原因
EntityKind-village_population = 户籍人口
EntityKind-water_report = 水质检测
EntityKind-visit = 走访
EntityKind-problem = 问题
EntityKind-contact = 联系人
EntityKind-checked_finding = 核实的数据问题
EntityKind-clue = 线索
