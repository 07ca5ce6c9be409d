### The interface: lists, windows, keys, commands

## no

no-terminal = 界面需要在终端里运行，什么也没有改动。请在终端窗口里运行，或用 huifang due、huifang show 等命令。
no-shell = 没有可以返回的命令行：这个窗口里只运行着本程序。
no-such-key = 这里没有“{ $key }”键；按 ? 或 F1 看有哪些键。

## weekday

weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日

## Tab

Tab-overdue = 逾期
Tab-due = 到期
Tab-later = 以后
Tab-all = 全部

## SortBy

SortBy-due = 应访日期
SortBy-village = 村、组
SortBy-name = 姓名
SortBy-last_visit = 上次走访

## HouseholdTab

HouseholdTab-overview = 概况
HouseholdTab-visits = 走访
HouseholdTab-income = 收入
HouseholdTab-measures = 帮扶措施
HouseholdTab-risk = 风险研判

## Context

Context-everywhere = 各处
Context-welcome = 开始
Context-households = 农户名单
Context-typing = 搜索
Context-household = 一户
Context-form = 表单
Context-import = 导入花名册
Context-reading = 阅读
Context-choosing = 选择
Context-visits = 走访
Context-gate = 口令
Context-calendar = 日历
Context-income = 收入
Context-measures = 帮扶措施
Context-risk = 风险研判
Context-overview = 概览
Context-problems = 问题台账
Context-procedures = 线索和认定
Context-narrowing_procedures = 筛选线索和认定
Context-procedure = 一件认定程序
Context-rounds = 阶段性工作
Context-groups = 重点群体
Context-audit = 数据核查
Context-narrowing_findings = 筛选数据问题
Context-narrowing = 筛选一份名单
Context-places = 村与乡镇
Context-settings = 设置
Context-history = 变更记录

## Command

Command-help = 本页所有按键
    .short = 帮助
Command-log_visit = 登记走访
    .short = 走访
    .also = 登记、新走访、入户
Command-search = 搜索农户
    .short = 搜索
    .also = 查找
Command-filter = 筛选：村、联系人、类别、预警、已停止管理
    .short = 筛选
Command-sort = 换一种排列
    .short = 排列
Command-why_due = 为何到期
Command-palette = 命令面板
    .short = 命令
Command-open = 打开、选定
    .short = 打开
Command-confirm = 确定
    .short = 确定
Command-mine = 只看我联系的户
    .short = 我的
Command-import = 导入花名册
    .short = 导入
    .also = 表格、导入表
Command-add_household = 新增一户
    .short = 新增
    .also = 新户、添加
Command-edit = 修改这一户的资料；有选中的户，一起改
    .short = 修改
    .also = 改资料、户信息
Command-edit_contact = 改联系人的单位、职务、电话（按联系人看时）
    .short = 改联系人
Command-take_last = 取上次的金额
    .short = 取上次
Command-next_section = 下一节
Command-save = 保存、确定
    .short = 保存
Command-discard_draft = 丢弃草稿，重新填写
    .short = 重填
    .also = 删除草稿
Command-good_rows = 跳过有错误的行
    .short = 跳过错行
Command-next_tab = 下一页签
    .short = 换页签
Command-previous_tab = 上一页签
Command-demo = 先看看虚构的村子
    .short = 演示
Command-next = 下一项
Command-previous = 上一项
Command-up = 向上
Command-down = 向下
Command-page_up = 上一页
Command-page_down = 下一页
Command-first = 到最前
Command-last = 到最后
Command-redraw = 重画屏幕
    .also = 刷新
Command-suspend = 暂停（fg 返回）
Command-reveal = 显示完整号码（30 秒，记入日志）
Command-lock = 锁屏
Command-other_proof = 口令 / 恢复码
Command-back = 返回（草稿保留）
    .short = 返回
Command-quit = 退出
    .also = 关闭、结束
Command-clear_field = 清空这一项
    .short = 清空
Command-who_am_i = 我是谁
    .short = 我是谁
    .also = 姓名、身份、登录
Command-calendar = 选日期（日历）
    .short = 日历
Command-undo = 撤销
Command-redo = 重做
Command-correct_visit = 更正这次走访
    .short = 更正
Command-void_visit = 作废这次走访
    .short = 作废
    .also = 删除
Command-print_sheet = 走访记录表（xlsx）
    .short = 记录表
    .also = 打印、导出
Command-print_papers = 这一步要的材料：公示先填公示表，其余按已知内容填好
    .short = 材料
Command-water_report = 村水质检测
    .short = 水质
    .also = 水质检测报告
Command-edit_month = 登记、更正这个月的收入
    .short = 登记更正
Command-void_month = 撤回这里录入的月收入
    .short = 撤回
Command-switch_window = 换收入时段：政策时段、当前时段、近 12 个月
    .short = 换时段
Command-fall_reasons = 填写减收原因
    .short = 减收原因
Command-add_measure = 新增帮扶措施
    .short = 新增
Command-edit_measure = 修改这项措施
    .short = 修改
Command-void_measure = 撤回这项措施
    .short = 撤回
Command-change_status = 变更状态：消除、回退、类别、停止管理等
    .short = 变更状态
    .also = 消除、回退、标注、清退
Command-attest = 证明事项：记录里看不出的支出、劳动力、同意
    .short = 证明
Command-mark_group = 认定属于或不属于一个重点群体
    .short = 重点群体
Command-hand_out = 发给联系人的名单：当前列出的户，每人一张表
    .short = 名单
    .also = 导出、打印、下发、任务
Command-rounds = 阶段性工作：方案里有期限的各项工作，还有几天、谁没完成
    .short = 阶段工作
    .also = 轮次 期限 倒计时
Command-groups = 重点群体：各有多少户，排查走访了多少、还剩谁
    .short = 重点群体
Command-audit = 数据核查：对不上的地方，到要改的那一项去
    .short = 数据核查
    .also = 数据质量 错误 疑点
Command-check_findings = 核实无误，写明原因（选中的，或这一条）
    .short = 核实
Command-uncheck_finding = 撤回核实，重新列为待核对
    .short = 撤回核实
Command-household_list = 回到名单
    .short = 名单
Command-overview = 概览：按村、联系人、类别统计
    .short = 概览
    .also = 统计、汇总、进度、完成率、看板
Command-write_report = 写月报、季报、半年报、年报（表格和网页）
    .short = 报告
    .also = 汇总、上报、导出、打印
Command-months = 各月完成情况和本月每天
    .short = 各月
    .also = 日历
Command-next_column = 下一列
    .short = 右一列
Command-previous_column = 上一列
    .short = 左一列
Command-procedures = 线索和认定：按最近期限；在一户里是这户的程序
    .short = 认定
    .also = 线索 识别 消除 公示 程序
Command-add_clue = 登记一条线索：谁、哪里、什么事
    .short = 登记线索
    .also = 电话 反映
Command-procedure_other = 不符合、撤回、绿色通道、会议、交办
    .short = 其他
    .also = 绿色通道 不符合 撤回 会议
Command-open_household = 看这一户
    .short = 这一户
Command-problems = 问题台账：未解决的问题，按期限
    .short = 问题
    .also = 销号、反馈、整改
Command-mark = 选中或不选这一个
    .short = 选中
Command-mark_range = 从上一个选中的到这里都选中
    .short = 选一段
    .also = 范围 连续
Command-mark_all = 全部选中或都不选
    .short = 全选
Command-close_problems = 销号（选中的，或这一个）
    .short = 销号
    .also = 解决、整改
Command-told_back = 记下今天已反馈
    .short = 反馈
Command-reopen = 撤销销号，问题重新打开
    .short = 撤销销号
    .also = 重新打开
Command-print_problems = 写成问题台账表格
    .short = 台账
    .also = 导出、打印
Command-places = 村与乡镇：未消除风险人口占比
    .short = 村与乡镇
    .also = 规模性返贫、汇总
Command-registered = 填写户籍人口
    .short = 户籍人口
Command-settings = 设置：政策及其各项规定
    .short = 设置
    .also = 选项、配置、规则
Command-set_here = 选用这项政策、改这个值
    .short = 选用、修改
Command-take_back = 撤回：刚才一起改的、本库自定的值
    .short = 撤回自定
Command-history = 变更记录：谁、何时、为何、从什么改成什么
    .short = 记录
    .also = 历史、修订、日志
Command-void_record = 作废选中的这一条
    .short = 作废
Command-group_by = 分组：按村、联系人、类别、不分组
    .short = 分组
Command-save_view = 存为视图：当前的筛选、排列、分组，以后按数字调出
    .short = 存视图
    .also = 保存筛选 常用
Command-sort_backwards = 倒过来排
    .short = 倒序
Command-blank_sheets = 空白走访记录：本周应访的户，上次的回答列在旁边
    .short = 空白表
    .also = 打印、空表

## help

help-title = 帮助 · { $place }
help-overview = 应访：按走访周期，本月底前该走访的户，本月已经走访的也算在内；已访：应访里本月走访过的；主动：不在应访之内而本月走访了的，不算进完成率；未计入：逾期，而且没有一次计入的走访；低于线：收入登记完整、低于参考线；未保障：最近一次核查有未保障项。名单上的“本月已访”把主动走访也算上。
help-households = 直接输入汉字即开始搜索：户主、家庭成员、拼音、首字母、编号、证件尾号、电话、村组、帮扶联系人都能搜，几个词用空格隔开。数字 1–4 切换页签，1–9 调出存好的视图（V 存）。户主后面的 ! 表示有预警：打开这一户，看“风险研判”。✎ 表示有没写完的草稿。输入法打开时，请用 Ctrl 组合键或功能键。
help-form = 选项按数字即答，并跳到下一项；数字和标点全角半角都行。改动随时存为草稿，Esc 离开也不会丢。
help-anywhere = 输入法打开时，请用 Ctrl 组合键或功能键。
help-terms = 监测对象分三类：脱贫不稳定户、边缘易致贫户、突发严重困难户；风险没有认定消除的是“未消除”。“到期”是本月之内、或今后十天之内应访。
help-mouse = 鼠标：滚轮和单击都是选择，在选中的一行上再单击就打开；按住 Shift（有的终端是 Option 或 Fn）可选中文字、粘贴；配置文件里写 mouse = false 就不用鼠标。

## palette

palette-title = 命令（可输入汉字、拼音或英文）
palette-household = 农户
palette-none = 没有找到。这里能搜命令、农户、村、联系人，用汉字、拼音或英文都行。
palette-elsewhere = “{ $command }”在“{ $place }”页使用。

## home

home-search = 搜索
home-found = 找到 { $count } 户
home-nobody = 这里没有农户。
home-not-found = 没有找到。可以试试姓名、拼音首字母、编号或电话的一部分；Esc 清除。
home-progress = 本月已访 { $visited }/{ $of }

## column

column-due = 应访
column-late = 逾期
column-name = 户主
column-place = 村组
column-class = 类别
column-last = 上次走访
column-contact = 联系人
column-risk = 风险
column-phone = 尾号
column-alerts = 预警数

## filter

filter-title = 筛选（空格或 Enter 选定、取消，Esc 关闭）
filter-everything = 全部农户
filter-village = 行政村
filter-contact = 联系人
filter-mine = 我联系的
filter-only = 只看：{ $what }
filter-alert = 预警
filter-due-in = 应访月份
filter-visited-in = 走访月份
filter-hint = 输入汉字或拼音查找
filter-none = 没有找到，Backspace 退回。
filter-drafts = 有草稿的户

## preview

preview-why = 为何到期
preview-checks = 上次核查
preview-income = 近 12 个月收入（{ $first } 至 { $last }）
preview-this-month = { "  " }本月 { $net }
preview-problems = 问题

## rule

rule-calendar-month = 每自然月至少走访一次
rule-calendar = 每 { $months } 个自然月至少走访一次
rule-calendar-quarter = 每季度至少走访一次
rule-calendar-half = 上、下半年各至少走访一次
rule-calendar-year = 每个自然年至少走访一次
rule-rolling = 每 { $months } 个月至少走访一次
rule-rolling-half = 每半年至少走访一次
rule-rolling-year = 每年至少走访一次
rule-rounds = 每年 { $months } 月各至少走访一次

## why

why-title = 为何到期 · { $name }
why-policy = 政策
why-rule = 频次
why-modes = 计入的方式
why-anchor = 起算日
why-visit = { $on } { $mode }
why-since = { $on } 起还没有计入的走访
why-sum = { $anchor }；{ $rule } → 不晚于 { $due }。
why-overdue = 今天 { $today }，已逾期 { $days } 天。
why-never = 名册和登记里都没有这一户的走访记录。
why-no-cadence = 这一类户没有规定走访频次，有线索时走访。
why-origin = 规则出处
why-not-counted = { $on } 的{ $mode }不计入：只有{ $modes }计入。
why-nobody-met = { $on } 走访未遇到人，不计入。
why-and = { $sum }{ $tried }

## household

household-status = 现状
household-facts = 基本资料
household-members = 家庭成员
household-no-visits = 还没有走访记录。按 n 或 F2 登记。
household-last-answers = 上次核查 { $on }
household-saved = 已保存 { $name } 的资料，{ $due }{ $place }

## visit

visit-title = 走访 { $on }
visit-voided = 已作废
visit-counted = 计入频次
visit-counts = 计入
visit-counts-not = 不计入
visit-origin = 来源
visit-entered = 登记时间
visit-no-answers = 没有核查内容
visit-saved = 已保存 { $name } 的走访，{ $due }{ $place }
visit-is-void = 这次走访已经作废。
visit-of-roster = 花名册带入的走访没有可更正的内容；不对就按 d 作废。
visit-revisions = 修订记录
visit-corrected = 已更正，{ $due }；原来的内容可按 Enter 查看。
visit-voided-said = 已作废，{ $due }。
visit-more = …… Enter 看全部

## saved

saved-due = 下次不晚于 { $due }
saved-no-due = 没有规定下次日期
saved-place = ，已移到“{ $place }”。
saved-unmoved = 应访日期不变（{ $due }）
saved-overdue = 应访 { $due }，已逾期 { $days } 天

## import

import-title = 导入花名册
import-path = 花名册文件：可粘贴路径，或用上下键选择
import-found = 找到的表格：
import-no-files = 这里没有找到表格文件。请输入完整路径，或把文件拖进窗口。
import-name-a-file = 请先选择或输入文件。
import-reading = 正在读取……Esc 停止
import-applying = 正在导入：先备份，再逐户写入。按 Esc 停止，停止后什么也不会改动
import-errors = 错误
import-warnings = 提醒
import-sheets-not-read = 没有读的工作表
import-skipped = 不是农户的行
import-columns = 没有用到的列
import-next-apply = 还没有改动任何内容。按 Enter 或 Ctrl-S 导入；Esc 返回。
import-next-errors = 有错误的行，不能导入。请改好表后再来；或按 F4（Ctrl-T）跳过这些行。
import-next-good-rows = 将跳过有错误的行，导入其余的行。按 Enter 或 Ctrl-S 导入；F4（Ctrl-T）改回。
import-applied = 已导入：新增 { $new } 户，有变化 { $changed } 户，无变化 { $unchanged } 户。按 I 可查看这次导入、撤销它。
import-new-by-village = 新增各村户数

## welcome

welcome-title = 欢迎使用回访
welcome-what = 这里还没有农户。回访帮你记住每一户该在哪天之前再去，当面登记走访、收入和“两不愁三保障”，没有网络也能用。数据只存在这台电脑上。
welcome-import = 导入村里的花名册（.xlsx、.xls、.csv 等）
welcome-add = 手工新增一户
welcome-demo = 先看看：打开虚构的村子，不留下任何东西

## void

void-title = 作废走访
void-question = 作废 { $on } 的走访？它不再计入，它登记的收入和问题一并作废，它销号的问题重新打开；内容仍可查看。请写明原因：
void-problem-touched = 没有作废：它发现的问题后来已经处理过。什么也没有改动；请改用更正。

## revision

revision-first = 首次登记
revision-correction = 更正
revision-void = 作废
revision-reason = 原因：{ $reason }

## SettingsTab

SettingsTab-values = 各项规定
SettingsTab-policies = 政策
SettingsTab-appearance = 语言、配色、数据库

## ThemeName

ThemeName-default = 默认
ThemeName-light = 浅色背景
ThemeName-high_contrast = 高对比

## settings

settings-language = 语言
settings-theme = 配色
settings-no-colour = 设了 NO_COLOR，不显示颜色；选择会记住。
settings-appearance-about = 按 Enter 选用，马上生效，在这台电脑上记住。
settings-not-kept = 这次选择只管到退出：配置文件写不进去。其他都没有改动。

## theme

theme-about-default = 深色、浅色背景都能用；灰字是正文颜色调暗。
theme-about-light = 用于浅色背景：青色、黄色换成蓝色、紫红色。
theme-about-high_contrast = 没有灰字，要紧的都用粗体。

## database

database-title = 数据库
database-question = 要打开哪个数据库？输入或粘贴它的路径；文件须已存在。
database-opened = 已打开 { $path }，以后启动也打开它。
database-about = 按 Enter 换一个数据库，马上打开，以后启动也打开它；启动时仍可用 --db 另指定。

## Besides

app-name = 回访
app-demo = 演示，不保存
colon = ：
list-semicolon = ；
persons = { $count } 口人
by-day = { $day } 到期
since = { $on } 起
terminal-failed = 终端出错，界面已关闭；输入的内容已存为草稿。请重新运行。
dumb-terminal = 这个终端不能在屏幕上定位文字（TERM=dumb），什么也没有改动。请换一个终端，或用 huifang due、huifang show 等命令。
crashed = 程序自身出错，已经退出（{ $place }）。填的内容已存为草稿，重新打开可以接着填；请把这个位置告诉开发者。
too-small = 窗口太小，请放大到至少 { $columns } 列 { $lines } 行。
how-to-quit = 按 Ctrl-Q 或 F10 退出。
tab-never = 无记录{ $count }
sorted-by = 已按{ $order }排列。
sorted-backwards = 倒序：{ $order }
months-recorded = 已登记 { $n }/{ $of } 个月
coverage-title = 走访覆盖 月
coverage-legend = { $yes } 已访   { $no } 应访未访   { $dot } 不要求   { $running } 本月尚未访
confirm-title = 请确认
confirm-keep = 不，返回
discard-question = 丢弃这份草稿，从头填写？草稿里的内容找不回来。
discard-yes = 丢弃草稿
who-title = 我是谁
who-question = 第一次保存前请说明你是谁：输入姓名，或用上下键从名单里选，按 Enter 确定。以后不再询问。
drop-question = 见到谁填的是“未遇”，已填的 { $count } 项不会保存。仍然保存吗？
drop-yes = 保存，不要这些内容
ask-hint = Enter 确定  Esc 返回
ask-hint-empty = 请先填写，再按 Enter  Esc 返回
language-name = 中文
last-try = { $on } { $how }未计
income-people-of = { $count } 口人（{ $on }）
drafts-open = 有 { $count } 份走访草稿没有写完：按 F4 可以只看有草稿的户。
sheet-written-demo = 已写好 { $count } 页：{ $file }。这是演示，退出后连同这个文件一起清除。

widths-ascii = 这个终端把线条画成两列宽，已改用普通字符（config.toml 里写 glyphs = "unicode" 可改回）。

keys-of-text = 输入文字时
keys-of-days = 日历里另有
keys-of-answers = 选项、视图和页签
keys-digit = 表单里：选中一项并到下一项
keys-tick = 表单里可多选时：依次勾选，0 表示都没有
keys-arrows = 表单里：在选项之间移动
keys-view = 名单里：调出这个数字的视图
keys-tab = 名单或一户的下一页、上一页
Editing-delete_back = 删除前一个字
Editing-delete_next = 删除后一个字
Editing-left = 左移一个字
Editing-right = 右移一个字
Editing-word_left = 左移一个词
Editing-word_right = 右移一个词
Editing-start = 到开头
Editing-end = 到结尾
Editing-delete_line = 全部删除
DayStep-day_before = 前一天
DayStep-day_after = 后一天
DayStep-week_before = 前一周
DayStep-week_after = 后一周
DayStep-month_before = 前一个月
DayStep-month_after = 后一个月
DayStep-today = 今天
demo-title = 五件可以试的事
demo-try-1 = w  光标所在的户为何到期；Esc 返回
demo-try-2 = n  登记走访：数字选答案，Ctrl-S 保存
demo-try-3 = 回车，再按 Tab：走访、收入、风险研判
demo-try-4 = o  干部用的概览；回车打开一个数
demo-try-5 = b  l  空白走访记录、待访名单
demo-more = 全部是虚构的，退出就消失。F1 列出按键，Esc 关闭本框。
