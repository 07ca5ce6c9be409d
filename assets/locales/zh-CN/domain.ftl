### The terms of the work: codes and their words

## Check

Check-food = 不愁吃
    .short = 吃
Check-clothing = 不愁穿
    .short = 穿
Check-education = 义务教育
    .short = 教
Check-medical = 基本医疗
    .short = 医
Check-housing = 住房安全
    .short = 房
Check-water = 饮水安全
    .short = 水

## CheckAnswer

CheckAnswer-secured = 已保障
CheckAnswer-at_risk = 有风险
CheckAnswer-not_secured = 未保障
CheckAnswer-not_checked = 未核查
CheckAnswer-not_applicable = 不涉及

## HouseholdClass

HouseholdClass-unresolved = 未消除风险监测户
    .short = 未消除
HouseholdClass-eliminated = 已消除风险监测户
    .short = 已消除
HouseholdClass-stable = 稳定脱贫户
    .short = 稳定脱贫
HouseholdClass-general = 一般农户
    .short = 一般

## HouseholdFact

HouseholdFact-name = 户主姓名
HouseholdFact-id_number = 证件号码
HouseholdFact-phone = 联系电话
HouseholdFact-township = 乡镇
HouseholdFact-village = 行政村
HouseholdFact-group = 村民小组
HouseholdFact-population = 家庭人口数
HouseholdFact-household_type = 户类型
HouseholdFact-category = 监测对象类别
HouseholdFact-identified_on = 识别监测时间
HouseholdFact-out_of_poverty_on = 脱贫时间
HouseholdFact-risk_eliminated = 风险是否已消除
HouseholdFact-eliminated_on = 风险消除时间
HouseholdFact-risks = 致贫返贫风险
HouseholdFact-contact = 帮扶联系人
HouseholdFact-entered_on = 录入系统时间
HouseholdFact-minimum_allowance = 整户低保
HouseholdFact-minimum_allowance_since = 整户低保起始
HouseholdFact-allowance_applied_on = 低保申请时间
HouseholdFact-relocated_to = 易地搬迁安置点
HouseholdFact-dwelling_scheme = 住房改造项目
HouseholdFact-member_ground = 人口认定依据

## HouseholdLabel

HouseholdLabel-out_of_poverty_unstable = 脱贫不稳定户
    .short = 不稳定
HouseholdLabel-edge = 边缘易致贫户
    .short = 边缘
HouseholdLabel-sudden_hardship = 突发严重困难户
    .short = 突发困难
HouseholdLabel-monitored = 监测对象
HouseholdLabel-out_of_poverty = 脱贫户
HouseholdLabel-stably_out_of_poverty = 稳定脱贫户
    .short = 稳定脱贫
HouseholdLabel-general = 一般农户

## HousingGrade

HousingGrade-a = A级
HousingGrade-b = B级
HousingGrade-c = C级
HousingGrade-d = D级
HousingGrade-not_graded = 未鉴定

## IncomeItem

IncomeItem-wage = 工资性收入
    .short = 工资
IncomeItem-business_gross = 生产经营性收入
    .short = 经营收入
IncomeItem-business_cost = 生产经营性支出
    .short = 经营支出
IncomeItem-property = 财产性收入
    .short = 财产
IncomeItem-transfer = 转移性收入
    .short = 转移
IncomeItem-claims = 理赔收入
    .short = 理赔
IncomeItem-out_of_pocket = 合规自付支出
    .short = 自付支出

## IncomeSource

IncomeSource-migrant_work = 务工
IncomeSource-crops = 种植
IncomeSource-livestock = 养殖
IncomeSource-public_post = 公益性岗位
IncomeSource-workshop = 帮扶车间
IncomeSource-solar = 光伏收益
IncomeSource-land_transfer = 土地流转
IncomeSource-minimum_allowance = 低保金
IncomeSource-pension = 养老金
IncomeSource-other = 其他
IncomeSource-project_shares = 产业收益分配
IncomeSource-subsidies = 政策性补贴

## LifeChange

LifeChange-population = 人口增减
LifeChange-serious_illness = 大病
LifeChange-disaster = 灾害
LifeChange-work_interrupted = 务工中断/返乡
LifeChange-out_of_school = 失学辍学
LifeChange-housing_damaged = 住房受损
LifeChange-water_cut = 饮水中断
LifeChange-phone_changed = 电话变更
LifeChange-nothing = 无

## MemberFact

MemberFact-name = 姓名
MemberFact-relation = 与户主关系
MemberFact-id_number = 证件号码
MemberFact-sex = 性别
MemberFact-born_on = 出生日期
MemberFact-schooling = 在校生状况
MemberFact-health = 健康状况
MemberFact-labour = 劳动技能
MemberFact-supported = 特困供养
MemberFact-supported_since = 特困认定时间
MemberFact-disability = 残疾
MemberFact-disability_grade = 残疾等级
MemberFact-disability_since = 致残时间
MemberFact-severe_illness = 大病
MemberFact-severe_illness_since = 大病确诊时间
MemberFact-chronic_illness = 慢性病
MemberFact-chronic_illness_since = 慢性病确诊时间
MemberFact-minimum_allowance = 低保
MemberFact-minimum_allowance_since = 享受低保时间

## Precision

Precision-day = 准确到日
Precision-month = 只知道月份
Precision-year = 只知道年份

## ProblemState

ProblemState-open = 未解决
ProblemState-solved_on_the_spot = 现场解决
ProblemState-closed = 已销号

## RevisitState

RevisitState-overdue = 逾期
RevisitState-due = 到期
RevisitState-later = 以后
RevisitState-none = 不定期

## RiskType

RiskType-illness = 因病
RiskType-disability = 因残
RiskType-schooling = 因学
RiskType-natural_disaster = 因自然灾害
RiskType-accident = 因意外事故
RiskType-failed_project = 因产业项目失败
RiskType-unstable_work = 因务工就业不稳
RiskType-lack_of_labour = 缺劳动力
RiskType-other = 其他

## SignatureKind

SignatureKind-signed = 已签
SignatureKind-fingerprint = 按手印
SignatureKind-signed_by_proxy = 代签
SignatureKind-not_signed = 未签

## StatusKind

StatusKind-identified = 识别纳入
StatusKind-eliminated = 风险消除
StatusKind-rolled_back = 回退
StatusKind-stable = 稳定脱贫
StatusKind-general = 一般农户
StatusKind-inactive = 停止管理
StatusKind-active = 恢复管理
StatusKind-category = 类别变更

## VisitMode

VisitMode-home = 入户走访
    .short = 入户
VisitMode-village_office = 到村见面
    .short = 到村
VisitMode-phone = 电话
VisitMode-sms = 短信
VisitMode-wechat = 微信/视频
    .short = 微信
VisitMode-unknown = 花名册

## VisitPurpose

VisitPurpose-routine = 日常走访
VisitPurpose-verification = 入户核实
VisitPurpose-look_back = 回头看
VisitPurpose-sweep = 集中排查
VisitPurpose-festival = 慰问

## WaterIndicator

WaterIndicator-quantity = 水量
WaterIndicator-quality = 水质
WaterIndicator-convenience = 用水方便程度
    .short = 方便
WaterIndicator-reliability = 供水保证率
    .short = 保证率

## WaterLevel

WaterLevel-met = 达标
WaterLevel-mostly_met = 基本达标
WaterLevel-not_met = 不达标
WaterLevel-not_checked = 未核查

## WaterSource

WaterSource-tap = 自来水
WaterSource-deep_well = 深井
WaterSource-shallow_well = 浅井
WaterSource-spring = 山泉
WaterSource-cistern = 水窖
WaterSource-river_or_pond = 河塘
WaterSource-other = 其他

## Schooling

Schooling-in_school = 在校
Schooling-taught_at_home = 送教上门
Schooling-exempt_for_health = 因身体原因免除
Schooling-out_of_school = 失学辍学

## SpendingKind

SpendingKind-medical = 医疗
SpendingKind-schooling = 就学
SpendingKind-disability = 残疾
SpendingKind-housing = 住房
SpendingKind-disaster = 灾害

## Verdict

Verdict-eliminated = 已消除
Verdict-eased = 减轻
Verdict-unchanged = 未变
Verdict-worse = 加重
Verdict-new = 新增
Verdict-steady = 稳定
Verdict-unsteady = 不稳定
Verdict-roll_back = 建议回退

## LeavingReason

LeavingReason-moved_away = 整户迁出
LeavingReason-died_out = 整户自然减少
LeavingReason-merged = 并户
LeavingReason-struck_off = 清退
LeavingReason-other = 其他

## FallReason

FallReason-business = 经营减收
FallReason-project_shares = 产业收益分配减少
FallReason-solar = 光伏收益减少
FallReason-migrant_work = 务工减少
FallReason-public_post_or_workshop = 公益性岗位或帮扶车间收入减少
FallReason-allowance_ended = 低保取消
FallReason-subsidies = 政策性补贴减少或取消
FallReason-natural_disaster = 自然灾害
FallReason-help_fell_short = 帮扶工作不到位
FallReason-other = 其他

## MeasureKind

MeasureKind-industry = 产业
MeasureKind-employment = 就业
MeasureKind-finance = 金融
MeasureKind-public_post = 公益性岗位
MeasureKind-education = 教育
MeasureKind-health = 健康
MeasureKind-housing = 住房
MeasureKind-water = 饮水
MeasureKind-relocation = 搬迁
MeasureKind-social_security = 综合保障
MeasureKind-social_help = 社会帮扶
MeasureKind-motivation = 扶志扶智

## MeasureAnswer

MeasureAnswer-delivered = 已落实
MeasureAnswer-effective = 有成效
MeasureAnswer-not_needed = 不再需要
MeasureAnswer-not_delivered = 未落实

## Support

Support-dispersed = 分散供养
Support-central = 集中供养
Support-unspecified = 特困（供养方式未注明）
Support-none = 否

## PolicyAnswer

PolicyAnswer-received = 已享受
PolicyAnswer-still_due = 仍未享受
PolicyAnswer-not_due = 不再符合条件

## Besides

none = –
VisitOrigin-entered = 走访登记
VisitOrigin-roster = 花名册带入
VisitOutcome-met = 见到
VisitOutcome-nobody_met = 未遇
Insurance-insured = 已参保
Insurance-not_insured = 未参保
EliminationWay-helped = 帮扶消除
EliminationWay-natural = 自然消除
since-in-brackets = （{ $on } 起）
