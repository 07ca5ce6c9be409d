# 几户一起改

several-marked = 已选 { $count } 户（e 一起改，Esc 取消）
several-title = 选中的 { $count } 户要怎样
several-contact-title = 交给帮扶联系人
several-contact-another = 另一位联系人，名单里没有……
several-contact-ask = 联系人的姓名：
several-village-title = 改行政村
several-village-another = 另一个村，名单里没有……
several-village-ask = 行政村的名称：
several-group-title = 改村民小组
several-group-another = 另一个组，名单里没有……
several-group-ask = 村民小组的名称：
several-has = { $count } 户
several-leave = 停止管理：{ $why }
several-leave-ask = 写明原因和依据（今天停止管理，以后可以恢复）：
several-take-back = 撤回刚才改的
several-question = { $what }。{ $which }
several-yes = 改
several-does-contact = 把 { $count } 户交给{ $name }
several-does-new-contact = 把 { $count } 户交给{ $name }（新的联系人）
several-does-village = 把 { $count } 户的行政村改为{ $name }
several-does-group = 把 { $count } 户的村民小组改为{ $name }
several-does-leave = 把 { $count } 户停止管理（{ $name }）
several-done = 已{ $what }；退出前按 z 可以撤回。
several-back = 已撤回，{ $back } 户恢复原样。
several-back-in-part = 已撤回 { $back } 户；{ $left } 户后来又改过，没有动。
several-stopped = 已停止，什么都没有改。
several-impossible = 这个名称不能用：请填 1 至 40 个字。
several-working = 正在修改（Esc 停止）
several-taken-back = 撤回几户一起改的

# 联系人

record-contact = 联系人
contact-unit = 单位
contact-post = 职务
contact-phone = 联系电话
contact-kept = 已保存 { $name } 的单位、职务、电话。
overview-no-contact-here = 按联系人看时，选中一位联系人才能改单位、职务、电话。

ContactFault-unit_too_long = 单位太长：最多 60 个字
ContactFault-post_too_long = 职务太长：最多 60 个字
ContactFault-phone_impossible = 不像电话号码：手机 11 位，座机 7、8 位，可带区号

# 视图、分组

GroupBy-village = 按村分组
GroupBy-contact = 按联系人分组
GroupBy-class = 按类别分组
group-by-nothing = 不分组
view-title = 存为视图
view-ask = 几号、叫什么？例如“5 上河逾期”，以后按 5 调出；只写数字就删掉那一个。1 至 4 没有存视图时是页签。已存：{ $views }。
view-none = 还没有
view-kept = 已存好。
view-unreadable = 请写一个数字 1 至 9 和名称（最多 20 个字），例如“5 上河逾期”；没有存过的不用删。
view-seen = 视图 { $digit }：{ $name }
view-not-saved = { $digit } 号没有存视图；按 V 把当前的筛选、排列、分组存下来。
view-of-these = 从概览数字打开的名单每天不同，不能存成视图；请用筛选。
view-mine-of-whom = 这个视图只看“我联系的”，请先按 u 说明你是谁。

# 阶段性工作

rounds-title = 阶段性工作
rounds-none = 所用的政策里没有写有期限的阶段性工作。换政策：在名单上按 p。
rounds-reading = 正在读取……
round-left = 还有 { $days } 天，{ $last } 截止
round-today = 今天截止（{ $last }）
round-over = 已过 { $days } 天（{ $last } 截止）
round-done = { $done }/{ $asked } 户（{ $scope }）
round-nobody = 没有这样的户
round-counts = · { $what }
round-open-list = 未完成：{ $what }
round-nobody-open = 没有未完成的户。
round-not-counted = 这一项的进度本程序里没有记录，请按材料核对。

RoundCounts-visit = 有一次计入的走访
RoundCounts-sweep = 有一次“集中排查”的走访
RoundCounts-income = 各月收入都已登记
RoundCounts-effect = 每项在帮措施都评过成效
RoundCounts-nothing = 不按户统计
RoundScope-unresolved = 未消除风险的
RoundScope-monitored = 监测对象
RoundScope-listed = 监测对象和脱贫户
RoundScope-all = 所有户

# 公示

several-notice = 公示、公告……
record-notice = 公示
notice-kind = 种类
notice-unit = 公示单位
notice-phone = 单位电话
notice-place = 张贴地点
notice-from = 张贴日期
notice-until = 最后一天
notice-hint-unit = 落款的单位，如“石桥村村民委员会”
notice-hint-phone = 提异议打这个电话；不要写个人电话
notice-hint-place = 群众集中的地方，如“村务公开栏”
notice-hint-until = 空着就按政策的天数，张贴当天不算
notice-number = 序号
notice-village = 行政村
notice-group = 村民小组
notice-head = 户主
notice-persons = 家庭人口
notice-category = 类别
notice-risks = 风险类型
notice-measures = 帮扶措施
notice-effect = 成效
notice-title = { $year } 年{ $place }{ $kind }
notice-title-several = { $year } 年{ $kind }
notice-hangs = 公示时间：{ $from } 至 { $until }。张贴地点：{ $place }。
notice-objections = 如有异议，请在公示期内向{ $unit }反映，电话：{ $phone }。
notice-written = 已写好公示（{ $count } 户）：{ $file }
notice-leaks = 未生成：{ $cell } 像{ $what }（{ $value }），公示里不能有。改掉填写或登记的这一处，再写一次。
export-working = 正在读取

NoticeKind-first_list = 监测对象初选名单公示
NoticeKind-township = 监测对象乡镇审核名单公示
NoticeKind-elimination = 风险消除名单公示
NoticeKind-measures = 帮扶计划和措施公示
NoticeKind-announcement = 监测对象公告

NoticeFault-unit_missing = 请填公示单位
NoticeFault-place_missing = 请填张贴地点
NoticeFault-phone_impossible = 请填单位电话：手机 11 位，座机 7、8 位，可带区号
NoticeFault-until_missing = 方案未定公示天数，请填最后一天
NoticeFault-too_short = 公示期不够：至少到 { $until }（张贴当天不算）

Leak-id_number = 证件号码
Leak-phone = 电话号码
Leak-bank_card = 银行卡号
Leak-birth_date = 出生日期
export-written-demo = 已写好 { $count } 行：{ $file }。这是演示，退出后连同这个文件一起清除。
notice-day = { $year }年{ $month }月{ $day }日
notice-announced = 特此公告。张贴地点：{ $place }。咨询电话：{ $phone }（{ $unit }）。
NoticeFault-phone_of_a_person = 这是登记在册的个人电话，请填单位的公用电话
view-of-another = （新版本存的）
view-of-another-said = 这个视图是新版本存的，这里读不了；没有改动。
round-reading = { $what }（{ $origin }）
round-begins = { $first } 开始，{ $last } 截止
round-counts-then = 开始以后按户统计：{ $what }
round-no-measure = 没有在帮措施的户
RoundCounts-festival = 有一次“慰问”的走访
several-no-reason = 请写明原因和依据。
several-none-changed = 选中的户本来就是这样，什么都没有改。
several-nothing-to-take-back = 没有可以撤回的：一起改过的才能撤回。
several-marked-hidden = 已选 { $count } 户，{ $hidden } 户没有列出（e 一起改）
several-yes-leave = 停止管理
audit-kinds = { $count } 类问题
notice-not-of-it = 没有写：{ $count } 户不该在这种公示里，例如{ $name }。风险消除公示只能是未消除风险的户，措施公示只能是监测对象。
