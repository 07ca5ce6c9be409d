### Forms: the visit, the household, the water report

## form

form-when = 何时、如何
form-income = 月收入登记
form-checks = 两不愁三保障
form-water = 饮水安全
form-changes = 变化
form-problems = 问题与诉求
form-signature = 签字
form-who = 基本信息
form-class = 类别
form-members = 家庭成员
form-visit = 走访
form-add-household = 新增一户
form-edit-household = 修改 { $name } 的资料
form-draft-kept = 草稿已存 { $at }
form-nothing-typed = 尚未填写
form-last = 上次核查 { $on } { $mode }，列在右边
form-no-last = 还没有核查过
form-resumed = 接着填 { $at } 的草稿；Ctrl-R 丢弃重填。
form-draft-behind = { $at } 之后的没有存下
form-draft-never = 没有存下
form-draft-elsewhere = 另有一份草稿在别处（{ $who } { $at }），各记各的；这里从头填写。
form-draft-unreadable = { $at } 的草稿读不懂，已另外存好，不影响重新填写。
form-draft-stays = 草稿已保留，名单里有标记；再登记走访时接着填。
form-discarded = 草稿已丢弃。
form-not-complete = 还没有保存：请补上标出的项目，内容都在。
form-nothing-to-take = 这一项没有可取的金额或水质检测；核查结果要当面看，不能照抄。
form-date = 走访日期
form-met = 见到谁
form-met-other = 其他人
form-met-nobody = 未遇
form-met-name = 见到的人
form-met-relation = 与户主关系
form-month = 收入月份
form-net = 纯收入
form-net-unknown = 五项收支填齐后得出
form-source = 收入来源
form-source-amount = 其中金额
form-source-detail = 说明
form-source-counts = 计入收入
form-check-note = └ 情况说明
form-problem = 发现的问题
form-problem-check = └ 涉及
form-problem-unit = └ 责任单位
form-problem-deadline = └ 期限
form-problem-state = └ 是否解决
form-hint-date = 日期，如 2026-11-22、1122、22、昨天、-3、周一；F8 日历
form-hint-rough-date = 日期，如 2026-11-22；只知道月份或年份时写 2026-11、2026
form-hint-month = 月份，如 2026-11、11
form-hint-amount = 元，可写算式，如 150*22+600、1.2万；没有填 0，没问就空着
form-hint-amount-beside = 元；没有就空着
form-hint-source-detail = 务工地点和月数、合同到期日等
form-hint-check-note = 有风险或未保障，必须说明
form-hint-any = 可选几项：按数字选中或取消，0 表示没有，Enter 下一项
form-hint-problem = 什么问题；没有就空着
form-hint-code = 户编号，必填；只有数字、字母和短横
form-hint-id = 居民身份证号，18 位；没有就空着
form-hint-needed = 必填
form-hint-optional = 没有就空着
form-hint-member = 成员姓名；没有就空着，清空就移出这一户
form-hint-relation = 如：户主、配偶、之子
form-problem-date = 看不懂这个日期。请写成 2026-11-22、1122 或 昨天。
form-problem-future = 日期在今天之后。请改正。
form-problem-too-early = 日期早于 2000 年。请改正。
form-problem-visitor = 请填写走访人。
form-problem-mode = 请选择走访方式：它决定这次走访是否计入。
form-problem-met = 请选择见到了谁；没有见到人选 0。
form-problem-met-name = 请填写见到的人的姓名。
form-problem-note = 有风险或未保障，请说明情况。
form-problem-not-applicable = “不涉及”只用于义务教育。
form-problem-reason = 未签字，请写明原因。
form-problem-month = 看不懂这个月份。请写成 2026-11 或 11。
form-problem-month-future = 这个月还没有到。请改正。
form-problem-amount = 看不懂这个金额。请写数字或算式，如 3200 或 150*22+600。
form-problem-amount-negative = 金额不能小于 0。
form-problem-amount-large = 金额不能超过 99,999,999.99 元。
form-problem-amount-commas = 逗号只能隔开千位（如 3,200）。小数请用点，如 300.50。
form-problem-amount-fine = 金额最多两位小数。
form-problem-code = 请填写户编号，只有数字、字母和短横。
form-problem-value = 看不懂这个值。请改正或清空。
form-draft-stays-household = 草稿已保留；再次新增或修改时接着填。
form-correction = 更正
form-risk = 支出与风险研判
form-correct-visit = 更正走访
form-correction-reason = 更正原因
form-hint-correction = 为什么更正，必填；原来的内容仍可查看
form-problem-correction = 请写明更正的原因。
form-why = └ 原因
form-hint-why = 写明原因即可保存
form-schooling = 就学 { $name }
form-uninsured = 谁未参保
form-insured-all = 全部参保
form-water-lower = └ 降为有风险
form-water-lower-yes = 有风险（季节性缺水、管道损坏等）
form-water-lower-no = 不降
form-water-report = 水质检测 { $on } { $level }
form-problem-offer = └ 列为问题
form-problem-offer-yes = 列为问题
form-problem-offer-no = 不列
form-problem-population = 请写增减几人，如 +1 或 -2。
form-spending = 大额刚性支出
form-spending-amount = └ 金额
form-spending-solved = └ 是否解决
form-open-problem = 上次留下的问题
form-closed-yes = 已解决，销号
form-closed-no = 还没有解决
form-closing-note = └ 怎么解决的
form-hint-closing = 做了什么、谁做的；销号必填
form-problem-closing = 请写明是怎么解决的。
form-hint-deadline = 期限，如 1231、+30、周五
form-problem-deadline-past = 期限早于走访日期。请改正。
form-problem-verifiers = 入户核实要 { $count } 名以上走访人；人数不够时，走访目的请选“日常走访”。
form-problem-water = 饮水安全只能按四项指标得出，或降为有风险。
form-problem-amount-division = 算式里不能用除法，会除不尽。请直接写出结果。
form-hint-report = 检测单位、报告编号；没有就空着
form-draft-stays-correction = 更正的草稿已保留，走访记录里有标记；再按 e 或 Ctrl-E 接着改。
form-draft-stays-report = 草稿已保留；再打开水质检测时接着填。
form-problem-child = 家里有 6–15 岁的孩子，义务教育不能选“不涉及”。
form-draft-out-of-date = 这次走访已被更正过，这份更正不能直接保存。填的内容还在草稿里；请先抄下还要用的，再按 Ctrl-R 从现在的内容重新更正。
form-population-impossible = 人口增减之后家庭人口数不在 1 到 99 之间，没有保存，内容都在。请核对增减几人。
form-unreadable = 看不懂
form-no-last-amount = 上次没有这项金额。
form-month-on-file = 这个月已登记
form-hint-measure = 按数字可选多项；0 = 未落实，不按 = 未问
form-open-policy = 上次应享未享
form-policy-found = { $what }（{ $on } 走访）
form-unchanged = 尚未改动
form-no-choice = 这一项按列出的数字或字母选；没有这一项，没有改动。
form-water-lower-key = { $key } 降为有风险
form-status-elsewhere = 风险研判页按 c 改
form-problem-month-missing = 请写明是哪个月的收入。

## unkept

unkept-question = 填的内容没有保存成功，连草稿也没有存下，离开就会丢失。仍然离开吗？
unkept-yes = 离开，不要了
unkept-left = 刚才最后填的内容没有存下，已经丢失。

## HouseholdFault

HouseholdFault-code_taken = 这个户编号已有另一户在用。请核对。
HouseholdFault-name_missing = 请填写户主姓名。
HouseholdFault-village_missing = 请填写行政村。
HouseholdFault-class_unknown = 请选择户类型：它决定多久走访一次。
HouseholdFault-status_by_its_verb = 这样会换成另一类户。变更状态、类别请到风险研判页按 c：同样要写日期和原因。没有保存，内容都在。

## WaterReportFault

WaterReportFault-level_missing = 请选择检测结果。
WaterReportFault-day_in_future = { form-problem-future }
WaterReportFault-day_too_early = { form-problem-too-early }

## Warning

Warning-wage_low = 工资性收入不到 100 元，单位是元。如无误，请写明原因。
Warning-jump = { $item }比上次（{ $was }）减半或翻倍。如无误，请写明原因。
Warning-population_not_ticked = 家庭人口数与上次走访时不同，却没有选“人口增减”。如无误，请写明原因。
Warning-education_though_out = 有孩子失学辍学，义务教育却是已保障。如无误，请写明原因。
Warning-medical_though_uninsured = 有人未参保，基本医疗却是已保障。如无误，请写明原因。
Warning-housing_though_unsafe = 房屋是 C 级或 D 级，住房安全却是已保障。如无误，请写明原因。

## clock

clock-behind = 电脑时钟早于已有的记录（{ $at }），日期会算错，请先校准时钟。时钟确实没错吗？
clock-far-ahead = 上次使用是 { $at }，按现在的时钟已过半年以上。时钟对吗？
clock-behind-told = 电脑时钟早于已有的记录（{ $at }），校准之前日期都会算错。
clock-yes = 时钟没错，保存

## calendar

calendar-title = { $year } 年 { $month } 月
calendar-legend = { $mark } 走访过
calendar-hint = 方向键选日 PgUp/PgDn 换月
calendar-no-day = 这一项不是日期。
calendar-day-1 = 一
calendar-day-2 = 二
calendar-day-3 = 三
calendar-day-4 = 四
calendar-day-5 = 五
calendar-day-6 = 六
calendar-day-7 = 日

## water

water-report-title = 村水质检测
water-report-village = 行政村
water-report-day = 检测日期
water-report-level = 检测结果
water-report-note = 说明
water-report-saved = 已保存 { $village } 的水质检测，这个村各户的走访表里都能看到。

## WarningName

WarningName-wage_low = 工资偏低
WarningName-population_not_ticked = 人口数不同
WarningName-education_though_out = 失学但已保障
WarningName-medical_though_uninsured = 未参保但已保障
WarningName-housing_though_unsafe = C、D级房

## Question

Question-mode = 走访方式
Question-purpose = 走访目的
Question-visitors = 走访人
    .hint = 走访的人，几个人用空格或顿号分开
Question-housing_grade = 房屋等级
Question-only_dwelling = 唯一住房
Question-lived_in = 搬迁入住
    .hint = 搬迁户：是否入住；不是搬迁户就空着
Question-water_source = 水源
Question-changes = 有何变化
    .hint = { form-hint-any }
Question-population_change = └ 增减几人
    .hint = 名册上 { $count } 人；添了 1 人写 +1，少了 2 人写 -2
Question-fell_ill = └ 谁患大病
    .hint = { form-hint-any }
Question-policies_due = 应享未享政策
    .hint = 还有哪些应享未享；几项用顿号分开，没有就空着
Question-verdict = 风险研判
Question-requests = 群众诉求
Question-note = 备注
    .hint = 可写多行，Enter 换行，Tab 下一项，Ctrl-Z 撤销
Question-signature = 签字
Question-signature_reason = └ 未签原因

## Besides

text-full = 这里最多 { $most } 个字，没有再收进去。请把文字写短些，或写到别的栏里。
spending-solved = 已解决
spending-unsolved = 未解决
same-day-question = { $day } 已经有一次走访。再登记一次吗？如果是要改那一次，请到走访记录里按 e 更正。
same-day-yes = 再登记一次
far-ahead-question = 库里最近一次走访是 { $last }，比这次早半年以上。日期对吗？
before-last-question = 这次走访早于最近一次走访（{ $last }）。日期对吗？
before-last-yes = 对，保存
today = 今天
warning-name-jump = { $item }减半或翻倍
source-not-counted = 不计入
correct-problem-touched = 没有保存：这次走访发现的问题后来已经处理过，不能去掉。内容都在；请保留这个问题再保存。
visit-no-sheet = 作废的或花名册带入的走访没有记录表。
other-year = 不是今年
part-of-month-question = { $month } 的收入已经登记齐全，这次只填了一部分；保存后以这次为准，这个月就不再齐全。仍然保存吗？
part-of-month-yes = 以这次为准
no-name-question = 走访人“{ $name }”不像姓名。确实是这个人吗？
no-name-yes = 是，保存
question-since-moves = 起始日期会从 { $was } 改为 { $now }，应访日期随之变动。日期对吗？
question-since-yes = 对，保存

form-circumstances = 家庭情况
form-also = 其他情况
form-also-none = 都没有
form-hint-also = 数字勾选有的，再填详情；不清楚的不勾；0 都没有
form-hint-disability = 残疾类别，如 肢体、视力；不清楚可留空
form-hint-illness = 病名；不清楚可留空
disability-grade = { $grade } 级
