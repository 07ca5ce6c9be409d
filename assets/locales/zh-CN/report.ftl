# 月报、季报、半年报、年报

report-of-month = { $year } 年 { $number } 月
report-of-quarter = { $year } 年第 { $number } 季度
report-of-half = { $year } 年{ $number ->
    [1] 上半年
   *[other] 下半年
}
report-of-year = { $year } 年

## 主要数字

report-sheet-figures = 主要数字
report-title-figures = 防返贫监测帮扶走访报告
report-figure = 项目
report-count = 数字
report-policy = 政策
report-on = 统计到
report-window = 收入时段
report-households = 在册户
report-obliged = 应访户次
report-visited = 应访已访户次
report-voluntary = 主动走访户次（不在应访之内）
report-visits = 走访次数（各种方式）
report-open = 期末待访户
report-overdue = 其中逾期户
report-not-secured = 有未保障项的户
report-problems-found = 本期发现问题
report-problems-closed = 本期解决问题
report-problems-open = 期末未解决问题
report-problem-households = 期末有未解决问题的户
report-income-known = 收入登记完整的户
report-under-line = 收入低于参考线的户
report-fallen = 收入减少的户
report-changes = 本期状态变动
report-share-visited = 应访完成率
report-share-under-line = 低于参考线占收入登记完整户

## 各表

report-sheet-villages = 走访完成·按村
report-title-villages = 走访完成情况（按村）
report-sheet-contacts = 走访完成·按联系人
report-title-contacts = 走访完成情况（按联系人）
report-sheet-modes = 走访方式
report-title-modes = 走访方式
report-sheet-open = 应访未访
report-title-open = 期末应访未访户
report-sheet-checks = 六项问题
report-title-checks = “两不愁三保障”和饮水：有风险、未保障
report-sheet-problem-counts = 问题统计
report-title-problem-counts = 问题统计
report-sheet-problems = 问题
report-title-problems = 问题清单
report-sheet-income = 收入
report-title-income = 收入对照参考线和上年同期
report-sheet-reasons = 减收原因
report-title-reasons = 减收户的原因（可有多项）
report-sheet-changes = 状态变动
report-title-changes = 监测状态变动
report-sheet-places = 规模性风险
report-title-places = 未消除风险人口占户籍人口（今天）
report-place = 村、乡镇
handout-who = 联系人
handout-found = 说明
report-mode = 方式
report-visits-of-mode = 走访次数
report-counted = 其中计入
report-answer = 核查结果
report-change = 变动
report-changed-on = 日期
report-detail = 方式、原因
report-column-households = 在册户
report-column-obliged = 应访户次
report-column-visited = 已访户次
report-column-missed = 未访户次
report-column-voluntary = 主动走访户次
report-column-found = 本期发现
report-column-closed = 本期解决
report-column-open = 期末未解决
report-column-late = 其中超期
report-column-open-households = 涉及户
report-column-known = 收入登记完整
report-column-below = 低于参考线
report-column-share-below = 占登记完整户
report-column-compared = 可与上年比
report-fallen-by = 收入减少 { $percent }% 及以上的户
report-fallen-open = 收入减少的户（方案未定幅度）
report-undated = 未注明日期
report-column-share-fallen = 占可比户
report-column-unexplained = 未写原因
report-column-share = 占比
report-column-unresolved = 未消除户
report-column-unknown = 人口不详户
report-column-above = 超过比例

## 网页

report-plot-villages = 各村应访完成率
report-plot-months = 各月应访和已访户次
report-plot-income = 收入对照参考线（户）
report-plot-at = 不低于参考线
report-plot-below = 低于参考线
report-plot-unknown = 收入未登记完整
report-made = 由回访生成，{ $on }。个人信息请妥善保管。

## 命令

report-period-unreadable = “{ $text }”时段写法不对。月写 2026-11，季度写 2026-Q4，半年写 2026-H2，年写 2026。
report-in-future = { $period } 还没有开始，没有可报的数字。
report-bad-ending = 文件名结尾要是 .xlsx、.html 或 .txt：{ $file }
report-working = 正在统计
report-stopped = 已停止，什么也没有写。
report-written = 已写好报告：{ $file }
report-ask-title = 写报告
report-ask = 哪个时段的报告？月写 2026-11，季度写 2026-Q4，半年写 2026-H2，年写 2026：
report-file = 走访报告
report-written-both = 报告已写好：{ $book }；网页：{ $page }
report-town-marked = ★减收达 { $from } 户
