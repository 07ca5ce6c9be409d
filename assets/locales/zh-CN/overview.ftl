# 概览

## OverviewBy

OverviewBy-village = 按村
OverviewBy-contact = 按联系人
OverviewBy-class = 按类别

## OverviewMeasure

OverviewMeasure-households = 户数
OverviewMeasure-overdue = 逾期
OverviewMeasure-due = 到期
OverviewMeasure-never_visited = 逾期且无走访记录
    .short = 无记录
OverviewMeasure-obliged = 本月应访
    .short = 应访
OverviewMeasure-visited = 本月应访已访
    .short = 已访
OverviewMeasure-voluntary = 本月主动走访（不在应访之内）
    .short = 主动
OverviewMeasure-under_line = 收入低于参考线
    .short = 低于线
OverviewMeasure-check_not_met = 有未保障项
    .short = 未保障
OverviewMeasure-open_problems = 有未解决问题
    .short = 有问题

## 表

overview-title = 概览
overview-rate = 完成
overview-total = 合计
overview-no-village = 未填村
overview-no-contact = 没有联系人
overview-township = { $village }（{ $township }）
overview-empty = 还没有在册户。
overview-months = 近 12 个月应访完成
overview-month-line = { $visited }/{ $obliged } 户
overview-voluntary = 主动 { $count }
overview-days = { $month } 每天：到期 / 走访（户）
overview-carried = 此前已到期 { $count } 户
overview-list = { $group } · { $measure }
overview-nobody = 这里没有户。
overview-sorted = 按 { $measure } 排列，多的在前
overview-sorted-backwards = 按 { $measure } 排列，少的在前
overview-reading = 正在统计……
