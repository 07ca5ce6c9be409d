# 问题台账

## 表

problems-sheet = 问题台账
problems-title = 问题台账
problems-number = 序号
problems-code = 户编号
problems-household = 户主
problems-village = 村
problems-group = 组
problems-contact = 联系人
problems-what = 问题
problems-check = 涉及
problems-found-on = 发现日期
problems-found-by = 发现人
problems-told-back-on = 反馈日期
problems-deadline = 整改期限
problems-unit = 责任单位
problems-state = 状态
problems-days-late = 超期天数
problems-done = 整改情况
problems-closed-on = 销号日期
report-signatures = 填表人：＿＿＿＿＿＿　　审核人：＿＿＿＿＿＿　　单位（盖章）：　　　　　　　　日期：＿＿＿＿年＿＿月＿＿日

## ProblemsTab

ProblemsTab-open = 未解决
ProblemsTab-closed = 已销号

## 屏幕

problems-households = { $count } 户
problems-days-left = 还有{ $days }天
problems-late = 超期{ $days }天
problems-due-today = 今天到期
problems-no-deadline = 无期限
problems-told = 已反馈 { $on }
problems-none = 没有未解决的问题。
problems-none-closed = 还没有销号的问题。
problems-none-found = 没有找到。可以输入户主、村、联系人、责任单位或哪一项；Esc 清除。
problems-reading = 正在读取问题……
problems-search = 筛选
problems-marked = 已选 { $count } 个
problems-close-title = 销号
problems-close-question = 把这 { $count } 个问题销号（今天 { $today }）：{ $which }。写明怎样解决的：
problems-reopen-title = 撤销销号
problems-reopen-question = 把这 { $count } 个问题撤销销号：{ $which }。写明原因：
problems-and-more = 等
problems-closed-said = 已销号 { $count } 个问题；在“已销号”页签按 d 可撤销。
problems-reopened-said = 已撤销 { $count } 个问题的销号。
problems-told-said = 已记下今天反馈了 { $count } 个问题；再按一次取消。
problems-not-told-said = 已取消 { $count } 个问题的反馈日期。
problems-changed = 有人改动了其中的问题，什么都没有写；名单已重新读取。
problems-is-closed = 已经销号了；按 d 可撤销销号。
problems-is-open = 还没有销号。
problems-told-before = 这些问题以前已经反馈过，日期不动。
problems-count = { $count } 个
problems-nothing-to-write = 这里没有问题，什么也没有写。
