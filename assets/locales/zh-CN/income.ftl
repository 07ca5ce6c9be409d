### Income over its window

## AgainstLine

AgainstLine-below = 低于
AgainstLine-at = 等于
AgainstLine-above = 高于
AgainstLine-unknown = 无法判断

## IncomeTrend

IncomeTrend-up = 增收
IncomeTrend-same = 持平
IncomeTrend-down = 减收

## income

income-sheet-months = 月收入
income-title-months = 月收入登记
income-sheet-summary = 收入汇总
income-short = 人均差额
income-below = { $known } 户中 { $count } 户低于
income-signatures = 填表人：____________　审核人：____________　负责人：____________　填报单位（盖章）：____________　日期：____________
income-title-summary = { $first } 至 { $last } 收入汇总（单位：元）
income-uncounted = 不计入的来源
income-people = 人口
income-recorded = 已登记月数
income-sum = 合计
income-per-head = 人均
income-line = 参考线
income-against = 与参考线比
income-estimate = 折算全年（估算）
income-village-total = 村计 { $count } 户
income-township-total = 乡镇计 { $count } 户
income-grand-total = 总计 { $count } 户
income-line-carried = { $yuan }（沿用 { $stated } 年的线）
income-line-of-year = { $yuan }（{ $year } 年）
income-by-visit = { $on } 走访
income-by-hand = 收入表录入
income-month-missing = 这个月还没有登记。
income-how-to-enter = 按 e 登记；没有的填 0，没问到的空着。
income-not-asked = 未登记
income-formula-net = 纯收入 = 工资性 +（生产经营性收入 − 支出）+ 财产性 + 转移性
income-month-incomplete = 五项没有问全，这个月不算已登记。
income-missing = 缺
income-sum-net = 各月纯收入合计
income-people-on = { $on } 家庭人口 { $people } 人
income-no-people-on = { $on } 家庭人口数不明，没有人均数
income-line-missing = 政策没有写明 { $year } 年的{ $purpose }；可在设置里填写
income-gap = 相差
income-unknown-missing = 只有 { $n }/12 个月，暂不能与{ $purpose }比
income-unknown = 暂不能与{ $purpose }比
income-is-below = 低于{ $purpose }
income-is-at = 等于{ $purpose }
income-is-above = 高于{ $purpose }
income-change = 可比的 { $months } 个月：上年同期 { $before }，本期 { $now }，{ $trend } { $percent }
income-target-met = ，达到 { $target }% 的目标
income-target-not-met = ，未达到 { $target }% 的目标
income-computed-on = 按 { $on } 计算
income-running = （当前）
income-sum-of = { $formula }合计 { $sum }（{ $n }/12 个月）
income-net = 纯收入
income-record = 来源
income-how-month = { $month } 的收入怎么来的
income-how-sum = 合计怎么来的
income-choose-month = 十二个月都已登记；要更正请先选一个月。
income-line-a-month = 参考线折合每月 { $sum }
income-change-months = 相比的月份：{ $months }
income-year-before = （上一年）
income-business = 生产经营净收入
income-partial = 未问全，不计
income-ahead = 未到

## Besides

MonthFault-amounts_missing = 至少填一项金额；没有填 0，没问空着
MonthFault-in_future = 这个月还没有到，不能登记。
income-member-rule = 口径：{ $rule }（{ $origin }）
income-member-ground = 认定依据：{ $ground }
