### Risk: assessments, alerts, evidence, villages

## Condition

Condition-measures_in_force = 针对性帮扶措施已落实
Condition-monitoring_months = 监测期已满
Condition-measure_months = 帮扶期已满
Condition-checks_secured = 两不愁三保障
Condition-water_secured = 饮水安全
Condition-income_above_line = 收入高于参考线
Condition-income_not_under_floor = 收入不低于底线
Condition-income_stable = 收入稳定
Condition-spending_solved = 大额刚性支出已解决
Condition-labour = 家中有劳动力
Condition-consent = 农户同意
Condition-verified = 入户核实并签字

## ConditionState

ConditionState-met = 符合
ConditionState-not_met = 不符合
ConditionState-unknown = 不明

## Outcome

Outcome-met = 各项条件均符合
Outcome-not_met = 有条件不符合
Outcome-unknown = 有条件不明

## LookHarder

LookHarder-several_risks = 有多重风险，从严把握
LookHarder-supported = 家中有特困人员，从严把握
LookHarder-minimum_allowance = 低保户，从严把握

## AlertKind

AlertKind-under_floor = 收入低于底线
    .short = 低于底线
AlertKind-under_line = 收入低于参考线
    .short = 低于参考线
AlertKind-look_back_failing = 回头看不合格
    .short = 回头看不合格
AlertKind-check_not_secured = 有未保障项
    .short = 未保障
AlertKind-check_worse = 保障情况变差
    .short = 变差
AlertKind-income_fallen = 收入明显下降
    .short = 收入下降
AlertKind-spending_unsolved = 大额刚性支出未解决
    .short = 支出未解决
AlertKind-mark_without_visit = 标注消除时走访已逾期
    .short = 标注时逾期未访
AlertKind-no_contact = 没有帮扶联系人
AlertKind-plan_overdue = 逾期未制定帮扶计划
    .short = 计划逾期
AlertKind-measure_gap = 长期没有帮扶措施
    .short = 无措施
AlertKind-effect_not_reviewed = 帮扶成效逾期未评估
    .short = 成效未评估
AlertKind-policy_not_received = 应享未享政策
    .short = 应享未享
AlertKind-decision_overdue = 线索逾期未认定
AlertKind-procedure_late = 认定程序逾期
    .short = 认定逾期
AlertKind-problem_overdue = 问题逾期未销号
    .short = 问题逾期
AlertKind-assessment_due = 帮扶满期，应评估风险
    .short = 应评估
AlertKind-followed = 跟踪关注：帮扶期未满即标注消除
    .short = 跟踪关注
AlertKind-income_missing = 收入缺月
    .short = 收入缺月
AlertKind-too_few_visits = 今年走访、排查次数不足
    .short = 走访不足

## evidence

evidence-check-answered = { $check }：{ $answer }（{ $on } 走访）
evidence-check-before = { $check }上次：{ $answer }（{ $on } 走访）
evidence-never-checked = { $check }：没有走访核查过
evidence-income = { $first } 至 { $last } { $formula }合计 { $sum }，{ $purpose } { $line } × { $people } 人 = { $needed }：{ $against }
evidence-income-missing = { $first } 至 { $last } 只有 { $recorded }/12 个月，不能与{ $purpose } { $line } 比
evidence-income-no-people = { $first } 至 { $last } 家庭人口数不明，不能与{ $purpose } { $line } 比
evidence-income-no-line = { $first } 至 { $last }：政策没有写明 { $year } 年的{ $purpose }
evidence-income-fell = 可比的 { $months } 个月：上年同期 { $before }，本期 { $now }（{ $percent }）
evidence-months-missing = 缺 { $count } 个月：{ $months }
evidence-months-passed = { $since } 起已满 { $passed } 个月，须满 { $needed } 个月
evidence-measure-in-force = { $measure } { $item }：{ $on } 起
evidence-measure-ended = { $measure } { $item }：{ $on } 结束
evidence-measure-not-delivered = { $measure } { $item }：{ $on } 走访时未落实
evidence-effect-not-reviewed = { $measure } { $item }：{ $on } 以来没有评估成效
evidence-no-measure = { $on } 以来没有登记帮扶措施
evidence-spending = { $spending } { $amount } { $solved }（{ $on } 走访）
evidence-attested-yes = { $matter }：是（{ $on } 证明：{ $note }）
evidence-attested-no = { $matter }：否（{ $on } 证明：{ $note }）
evidence-not-attested = { $matter }：还没有人证明
evidence-verified = { $on } 入户核实：{ $visitors } 人，须 { $needed } 人；{ $signed }
evidence-not-verified = { $on } 以来没有入户核实
evidence-no-contact = 没有登记帮扶联系人（{ $on } 起在册）
evidence-procedure-late = { $procedure }：{ $step }应在 { $on } 当天或之前办（{ $who }）
evidence-nobody = 还没有交办
evidence-problem = { $what }：期限 { $on } 已过
evidence-policy-not-received = { $what }（{ $on } 走访）
evidence-deadline = { $since } 起，应不晚于 { $until } 办结
evidence-plan-entered = { $since } 录入系统，应不晚于 { $until } 制定帮扶计划
evidence-plan-identified = { $since } 识别（录入系统的日期未填），应不晚于 { $until } 制定帮扶计划
evidence-measures-not-known = { $on } 入库，还来不及登记帮扶措施
evidence-risk-without = { $risk }：没有落实中的针对性措施
evidence-risks-unknown = 致贫返贫风险未填，看不出措施是否对得上
evidence-marked-late = { $marked } 标注消除，而走访应不晚于 { $due }；上次计入的走访：{ $last }
evidence-visits-this-year = { $year } 年已访 { $visits } 次，到今天应访 { $needed } 次
evidence-sweeps-this-year = { $year } 年已排查 { $visits } 次，到今天应排查 { $needed } 次
evidence-reviewed-on = ，{ $on } 走访评估过
evidence-not-reviewed = ，还没有走访评估过

## assess

assess-met-with-question = 符合，待说明
assess-none = 没有需要研判的户。
assess-policy = 政策“{ $title }”
assess-possible-from = 最早可能符合 { $on }
assess-notices-until = 如提出消除，公示到 { $on }

## places

places-title = 村与乡镇
places-percent = 未消除风险人口超过户籍人口 { $percent }% 的，须分析规模性返贫风险。
places-no-percent = 政策没有规定规模性风险的比例；占比只作参考。
places-place = 村、乡镇
places-households = 户数
places-overdue = 逾期
places-persons = 未消除人口
places-registered = 户籍人口
places-share = 占比
places-no-township = 未填乡镇，合计
places-township = { $name } 合计
places-above = 超过 { $percent }%，须分析
places-report = 下次上报：{ $on }

## risk

risk-alerts = 预警 { $count }
risk-no-alerts = 没有预警。
risk-assessment = 研判
risk-not-assessed = 这类户不做消除研判。
risk-history = 状态变更
risk-category-contradicts = 按参考线和是否建档立卡应为{ $rule }，档案为{ $file }；请核对类别

## Besides

AssessmentKind-elimination = 风险消除条件
AssessmentKind-look_back = 回头看
export-written = 已写好 { $count } 行：{ $file }
export-page = 第 &P 页，共 &N 页
to = 至
class-left = 已停止管理（原{ $class }）
why-left = 已停止管理，不再安排走访。
filter-left = 已停止管理的户
