### Policies and settings

## WindowKind

WindowKind-rolling12 = 近 12 个月
WindowKind-oct-sep = 上年 10 月至当年 9 月
WindowKind-may-apr = 上年 5 月至当年 4 月
WindowKind-calendar = 自然年

## Purpose

Purpose-inclusion = 参考线
Purpose-look_back = 回头看参考线
Purpose-floor = 底线

## Origin

Origin-plan = 方案规定
    .short = 方案
Origin-reading = 本程序的理解
    .short = 理解
Origin-default = 方案未定，用通用值
    .short = 通用
Origin-here = 本库自定
    .short = 本库

## NoLabour

NoLabour-hold = 暂不消除
NoLabour-roll_back = 已标注的予以回退
NoLabour-no_rule = 没有专门规定

## MemberRule

MemberRule-registered = 户籍人口
MemberRule-living_together = 共同生活的人口

## PolicyFault

PolicyFault-syntax = 第 { $line } 行不是 TOML：{ $value }。请按已有政策文件的写法改。
PolicyFault-unknown_key = 第 { $line } 行没有 { $key } 这一项；可用的有 { $allowed }。
PolicyFault-missing_key = 第 { $line } 行缺 { $key }，请补上 { $allowed }。
PolicyFault-wrong_kind = 第 { $line } 行 { $key } 写成了 { $value }，应写 { $allowed }。
PolicyFault-out_of_range = 第 { $line } 行 { $key } 是 { $value }，超出范围；可填 { $allowed }。
PolicyFault-unknown_value = 第 { $line } 行 { $key } 是 { $value }，没有这个值；可填 { $allowed }。
PolicyFault-missing_year = 第 { $line } 行 { $key } 缺 { $value } 年；请补上 { $allowed }。

## Setting

Setting-inclusion_line = 纳入参考线
Setting-inclusion_formula = 纳入时的收入算法
Setting-look_back_line = 回头看参考线
Setting-look_back_formula = 回头看的收入算法
Setting-floor = 收入底线
Setting-income_window = 收入时段
Setting-income_target_percent = 增收目标
Setting-fall_reasons = 减收原因
Setting-uncounted_sources = 不计入的来源
Setting-cadence_unresolved = 未消除户走访频次
Setting-cadence_eliminated = 已消除户走访频次
Setting-cadence_stable = 稳定脱贫户走访频次
Setting-cadence_out_of_poverty_unstable = 脱贫不稳定户走访频次
Setting-cadence_edge = 边缘易致贫户走访频次
Setting-cadence_sudden_hardship = 突发严重困难户走访频次
Setting-counted_modes_unresolved = 未消除户计入的方式
Setting-counted_modes_eliminated = 已消除户计入的方式
Setting-counted_modes_stable = 稳定脱贫户计入的方式
Setting-counted_modes_out_of_poverty_unstable = 脱贫不稳定户计入的方式
Setting-counted_modes_edge = 边缘易致贫户计入的方式
Setting-counted_modes_sudden_hardship = 突发严重困难户计入的方式
Setting-least_visits_a_year = 每年最少走访
Setting-least_sweeps_a_year = 每年最少排查
Setting-monitoring_months = 消除前监测期
Setting-measure_months = 消除前帮扶期
Setting-stable_income_months = 收入稳定期
Setting-consent = 须农户同意
Setting-no_labour = 整户无劳动力
Setting-member_rule = 家庭成员认定
Setting-verifiers = 入户核实人数
Setting-decision_days = 线索认定时限
Setting-plan_days = 制定计划时限
Setting-look_back_above = 回头看须高于参考线
Setting-notice_days = 识别公示
Setting-elimination_notice_days = 消除公示
Setting-public_holidays = 法定节假日
Setting-targeted_measures = 针对性帮扶措施
Setting-report_day = 每月上报日
Setting-effect_review_months = 成效评估间隔
Setting-measure_gap_months = 无措施提醒
Setting-missing_income_months = 收入缺月提醒
Setting-income_fall_percent = 收入下降提醒
Setting-large_risk_percent = 规模性风险线
Setting-wage_below_yuan = 工资偏低提醒
Setting-jump_factor = 金额突变提醒
Setting-most_visits_a_day = 一人一天走访户数
Setting-fallen_households_mark = 减收户数达到多少标记乡镇

## policy

policy-target = { $risk } → { $kinds }
policy-days = { $days } 个{ $kind }
policy-every-year = { $yuan } 元
policy-of-year = { $year } 年 { $yuan } 元
policy-percent = { $count }%
policy-times = { $count } 次
policy-persons = { $count } 人
policy-day-of-month = { $count } 日
policy-yuan = { $count } 元
policy-fold = { $count } 倍
policy-months = { $count } 个月
policy-allowed = 可填 { $least } 至 { $most }
policy-unknown = 没有名为 { $name } 的政策，也没有这个文件；自带的有 { $names }。
policy-file-unreadable = 读不了 { $file }：应是普通文件、UTF-8 文本、不超过 64 KB；政策没有换。
policy-more-problems = ……另有 { $count } 处。
policy-refused = { $file } 有 { $count } 处不对，政策没有换：
policy-used = 现在用：{ $title }。到期日期已全部按它重算。
policy-place = 适用地方
policy-in-use = 使用中

## setting

setting-holidays = 放假与调班
setting-hint-holidays = 月日各两位，连休用短横，调班前加 +，如 0101-0103 1001-1007 +1010
setting-risk = 风险
setting-measures = 针对性措施
setting-now = 现在
setting-value = 改为
setting-line = 每人每年（元）
setting-hint-line = 每人每年多少元；只改这一年，别的年份不变
setting-days = 天数
setting-day-kind = 怎么算
setting-hint-terms = 几次公示用 + 连接，如 5+5
setting-rule = 规则
setting-months = 几个月、哪几个月
setting-hint-months = 自然周期可填 1、2、3、4、6、12；滚动 1 至 60；固定轮次写月份，如 6,12
setting-rule-calendar = 每个自然周期一次
setting-rule-rolling = 上次走访后几个月内
setting-rule-rounds = 固定月份
setting-problem = 不能这样填；可填 { $allowed }
setting-year = 年份

## settings

settings-title = 设置
settings-about = 说明
settings-working = 正在按新的规定重算，按 Esc 停止
settings-not-stated = 方案没有规定，通用值也没有；可以在本库自定。
settings-default-about = 各项都是通用值，供方案没有写明时使用
settings-in-use = 正在使用这项政策。
settings-use-question = 换用“{ $title }”？全部到期日期会按它重算，走访记录不变。
settings-use-yes = 换用
settings-nothing-here = 这一项没有本库自定的值。
settings-switched = 已按新的规定全部重算。
settings-cancelled = 已停止，政策没有换，什么都没有变。
settings-unknown = 没有这项政策，什么都没有变。
settings-as-inclusion = 方案没有另定：回头看也用纳入参考线。
settings-as-line = 同纳入参考线

## Besides

IncomeFormula-net = 纯收入
IncomeFormula-reference = 参考收入
DayKind-calendar = 自然日
DayKind-working = 工作日
without-holidays = { $on }（未计法定节假日）
roster-sheet = 花名册
roster-title = 农户花名册
