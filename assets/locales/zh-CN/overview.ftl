# 概览

## OverviewBy

OverviewBy-village = 按村
OverviewBy-contact = 按联系人
OverviewBy-class = 按类别

## OverviewMeasure

OverviewMeasure-households = 户数
OverviewMeasure-overdue = 逾期
OverviewMeasure-due = 到期
OverviewMeasure-never_visited = 逾期且没有计入的走访
    .short = 未计入
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
overview-township = { $township } { $village }
overview-empty = 还没有在册户。
overview-months = 近 12 个月应访完成
overview-month-line = { $visited }/{ $obliged } 户
overview-voluntary = 主动 { $count }
overview-days = { $month } 每天：到期 / 走访（户）
overview-carried = 此前已到期 { $count } 户
overview-list = { $group } · { $measure }
overview-problems = 未解决问题数
overview-nobody = 这里没有户。
overview-sorted = 按 { $measure } 排列，多的在前
overview-sorted-backwards = 按 { $measure } 排列，少的在前
overview-reading = 正在统计……

## 发给联系人的名单

handout-title = 【{ $who }】待访 { $count } 户，其中逾期 { $overdue } 户
handout-tick = 已访
handout-village = 村
handout-group = 组
handout-head = 户主
handout-people = 人口
handout-phone = 电话
handout-class = 类别
handout-risks = 风险
handout-due = 应访日期
handout-late = 逾期天数
handout-last = 上次走访
handout-code = 户编号
handout-note = 备注（见到谁，有什么情况）
handout-signature = 走访人签名：＿＿＿＿＿＿　　　　日期：＿＿＿＿年＿＿月＿＿日
handout-is-late = （逾期{ $days }天）
handout-is-due = （{ $day } 到期）
handout-file = 待访名单
handout-nobody = 名单里没有户，什么也没有写。

## 走访表

visits-sheet = 走访记录
visits-title = 走访记录
visits-on = 走访日期
visits-counts = 计入
visits-met = 见到谁
handout-question = 把列出的 { $count } 户写成发给联系人的名单（表格，每人一张）？
handout-yes = 写名单
