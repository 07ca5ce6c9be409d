### The command line

## cli

cli-about = 回访：防返贫走访登记，键盘操作，数据只在本机。
cli-after-help =
    不带命令直接运行，打开界面。先看看的话：huifang demo
    退出码：0 完成；1 完成，但有列出的问题；2 没有执行，什么也没有改动。
cli-help = 显示帮助
cli-version = 显示版本
cli-help-command = 显示某个命令的帮助
cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-heading-everywhere = 通用选项
cli-values = （可取：{ $values }）
usage-unknown-argument = 没有“{ $argument }”这个选项，什么也没有执行。加 --help 可以看有哪些。
usage-unknown-command = 没有“{ $command }”这个命令，什么也没有执行。加 --help 可以看有哪些。
usage-no-value = { $argument } 后面要有一个值，什么也没有执行。
usage-value = { $argument } 不能是“{ $value }”，什么也没有执行。
usage-shape = { $argument } 写成“{ $value }”看不懂，什么也没有执行。应当是：{ $shape }
usage-missing = 缺少：{ $argument }，什么也没有执行。
usage-one-too-many = “{ $argument }”是多出来的，什么也没有执行。加 --help 可以看写法。
usage-takes-none = { $argument } 后面不带“{ $value }”这样的值，什么也没有执行。
usage-twice = { $argument } 写了两次，什么也没有执行。留一次。
usage-conflict = { $argument } 不能和 { $other } 一起用，什么也没有执行。去掉其中一个。
usage-not-understood = 这样写看不懂，什么也没有执行。加 --help 可以看写法。
usage-meant = 是不是想写：{ $meant }
usage-values = 可取：{ $values }
usage-shape-of-command = 写法：{ $usage }
cli-option-db = 数据库文件（默认在数据文件夹里）
cli-option-today = 把这一天当作今天
cli-option-lang = 界面语言
cli-option-as = 我是谁：帮扶联系人姓名
cli-option-passphrase-file = 存放口令的文件（第一行）
cli-restore-key-only = 只放回密钥文件，数据库不动
cli-passphrase = 数据库的口令
cli-passphrase-set = 给没有口令的数据库设口令并加密
cli-passphrase-change = 换口令
cli-passphrase-new = 新口令所在的文件（第一行）；不给就在终端里输入
cli-passphrase-code = 忘了口令时：恢复码所在的文件
cli-passphrase-new-code = 换一个新的恢复码
cli-backup = 备份数据库（连同密钥文件，写完打开核对）
cli-backup-file = 备份文件
cli-restore = 恢复备份；原来的数据库保留在旁边
cli-restore-file = huifang backup 或自动备份写的文件
cli-check = 检查数据库是否完好：页、结构、引用、当前数据与历次记录、记录链
cli-check-accept = 少了记录也就用现在这份
cli-salvage = 从损坏的数据库里抢救还能读的内容
cli-salvage-file = 抢救出来的新数据库
cli-audit-log = 使用日志：谁打开、导出、查看完整号码、更正、换政策
cli-seal-file = 用这个文件里的口令把写出的文件封起来（age 格式，文件名以 .age 结尾）
cli-unseal-file = 备份封起来时用的口令所在的文件
cli-reason = 为什么要完整号码；记入使用日志
cli-option-plain = 逐行界面：适合读屏软件和慢速线路
cli-option-ascii = 只用 ASCII 字符画线和标记
cli-demo = 用虚构的农户打开界面，退出后不留下任何东西
cli-import = 导入花名册（.xlsx、.xls、.ods、.csv，或存成网页的表）
cli-import-file = 花名册文件
cli-import-dry-run = 只看方案，不导入
cli-import-good-rows = 跳过有错误的行，导入其余的行
cli-import-yes = 许多户的户主、联系人或类别可以改
cli-json = 以 JSON 输出
cli-due = 按应访日期列出各户
cli-due-overdue = 只列逾期的户
cli-due-village = 只列这个行政村
cli-due-group = 只列这个村民小组的
cli-due-contact = 只列这位帮扶联系人
cli-show = 一户的全部内容
cli-show-code = 户编号
cli-show-unknown = 没有户编号为 { $code } 的户。请用 huifang due 查看编号。
cli-import-plan = 导入方案（还没有改动任何内容）：
cli-import-done = 已导入：
cli-due-text = 写成可以粘贴到消息里的文字，按联系人和村组
cli-due-nobody = 没有符合的户。请检查村名、联系人姓名是否写全。
cli-sheet = 一户的走访记录表（xlsx），每次走访一页 A4，可打印
cli-sheet-file = 写到哪个文件
cli-sheet-from = 从哪一天的走访起
cli-sheet-to = 到哪一天的走访止
cli-sheet-full = 写出完整的证件号码和电话
cli-policy = 看、换本库的政策
cli-policy-list = 自带的政策，标出使用中的
cli-policy-show = 一项政策的全部规定及其出处；不写名字就是使用中的
cli-policy-use = 换用自带的政策或政策文件，全部重算
cli-policy-name = 自带政策的名字
cli-policy-name-or-file = 自带政策的名字，或政策文件（TOML）
cli-assess = 逐户研判：可否消除、回头看，逐条列出依据
cli-report = 月报、季报、半年报、年报：走访完成、问题、收入、变动
cli-report-month = 一个月的报告
cli-report-quarter = 一个季度的报告
cli-report-half = 半年的报告
cli-report-year = 一年的报告
cli-report-period = 哪个时段
cli-report-file = 要写的文件：.xlsx、.html 或 .txt；不写文件名就打印文字
cli-overview = 干部概览：每村、每人、每类有多少户，几户逾期，本月访了几户
cli-overview-by = 按村（village，默认）、联系人（contact）或类别（class）
cli-rounds = 政策里有期限的阶段性工作：还有几天、完成多少户、谁没完成
cli-notice = 公示、公告：名单表格；内容像证件号码、电话、银行卡号、出生日期的一律不写，并指出单元格
cli-notice-kind = 哪一种：初选名单、乡镇审核、风险消除、措施、公告
cli-notice-unit = 公示单位
cli-notice-phone = 公示单位的电话，提异议用
cli-notice-place = 张贴的地方
cli-notice-from = 张贴日期；不写就是今天
cli-notice-until = 最后一天；不写就按政策的天数（张贴当天不算）
cli-notice-code = 公示这一户，可以写几次
cli-audit = 数据核查：号码、家庭、日期、收入、走访里对不上的地方
cli-audit-all = 每类全部列出，不只前几条
cli-export = 导出平表，按文件名结尾 .xlsx 或 .csv
cli-export-households = 花名册现状，按导入能读的表头
cli-export-income = 收入：每户每月一行；.xlsx 另有按户、村、乡镇的汇总
cli-export-problems = 问题台账：每个问题一行
cli-export-visits = 走访记录：每次走访一行
cli-export-due = 发给联系人的应访名单：每人一张表，按村组排列；默认逾期和到期的户
cli-export-overview = 概览表，合计是公式
cli-export-all = 名单上的全部户
cli-export-file = 要写的文件
cli-force = 文件已存在时覆盖它
cli-sheet-blank = 为本周应访和已逾期的户写空白走访记录，上次的回答列在旁边
cli-sheet-until = 空白记录写到哪一天应访为止（默认本周日）
cli-sheet-village = 只写这个村的
cli-sheet-contact = 只写这位联系人的
cli-keys = 界面的全部按键，按所在页列出
cli-codes = JSON、政策文件、命令行用的全部代码及其含义

## relation

relation-head = 户主
relation-spouse = 配偶
relation-son = 儿子
relation-daughter = 女儿
relation-father = 父亲
relation-mother = 母亲
relation-grandson = 孙子
relation-granddaughter = 孙女
relation-daughter-in-law = 儿媳
relation-son-in-law = 女婿
relation-brother = 兄弟
relation-sister = 姐妹
relation-other = 其他

## import

import-new = 新增
import-changed = 有变化
import-unchanged = 无变化
import-absent = 表中没有（保留不动）
import-conflicts = 冲突（保留本机的值）
import-since-defaulted = 没有起始日期（从今天起算）
import-weighty = 户主、联系人或类别有变
import-undated = 没有时间，从今天算起
import-upheaval-question = 有 { $count } 户的户主、联系人或类别会变，超过十分之一。确实是这份文件吗？[y/N]{" "}
import-unknown-columns = 没有用到的列：{ $names }
import-problem = { $severity } { $sheet }第 { $row } 行 “{ $column }”={ $value }：{ $message }
import-sheet = 工作表“{ $sheet }”
import-skipped-row = 跳过 { $sheet }第 { $row } 行，{ $reason }：{ $text }
import-sheet-hidden = 没有读：隐藏的工作表“{ $sheet }”
import-sheet-not-read = 没有读：工作表“{ $sheet }”，{ $rows } 行，没有花名册的表头
import-member = 新成员
import-last-visit = 上次走访

## household

household-code = 户编号
household-class = 类别
household-since = 起始日期
household-due = 应访日期
household-last-visit = 上次走访
household-member = 成员
household-visit = 走访
household-alert = 预警
household-problem = 问题

## sheet

sheet-title = 走访记录
sheet-this = 本次
sheet-last = 上次 { $on }
sheet-no-last = 上次：无
sheet-sign-household = 户主（家庭成员）签字：________________　　　　　　日期：______________
sheet-sign-visitors = 走访人签字：________________　________________　　日期：______________
sheet-written = 已写好 { $count } 页：{ $file }
sheet-no-visits = 这一户在这段时间里没有登记过走访，什么也没有写。请换个日期范围，或先登记走访。
sheet-sign-village = 村委会（盖章）：________________　　　　　　　　　日期：______________
sheet-title-of = { $place }走访记录
sheet-filled-by = 填表人
sheet-filled-on = 填表日期
sheet-unit-and-post = 走访人单位及职务
sheet-because = （原因：{ $reason }）
sheet-due = 应访不晚于 { $on }
sheet-blank-working = 正在写空白走访记录…
sheet-blank-none = 到 { $until } 没有应访的户，什么也没有写。
sheet-blank-name = 空白走访记录-{ $on }
sheet-never-visited = 这一户还没有登记过走访，什么也没有写。请先登记走访，或用 --blank 写空白记录。
sheet-code-and-file = 请写明户编号和要写的文件：huifang sheet 户编号 文件.xlsx；什么也没有写。
sheet-no-file = 请写明要写的文件：huifang sheet --blank 文件.xlsx；什么也没有写。
sheet-one-or-some = --until、--village、--contact 用来挑选应访的户；请去掉它们，或去掉户编号。什么也没有写。

## Besides

list-comma = 、
yes = 是
no = 否
days = { $days }天
never-visited = 无记录
field-change = { $what }：{ $old } → { $new }

cli-option-debug = 日志写得更详细（数据文件夹里的 huifang.log）
cli-doctor = 求助时要用的信息：版本、系统、位置、终端、数据库，不含任何个人信息
doctor-program = 程序
doctor-sqlite = SQLite
doctor-cipher = SQLCipher
doctor-language = 语言
doctor-system = 系统
doctor-terminal = 终端
doctor-data = 数据文件夹
doctor-config = 配置文件
doctor-disk = 磁盘
doctor-clock = 时钟
doctor-database = 数据库
doctor-lock = 口令
doctor-backups = 备份
doctor-opened = 打开情况
doctor-locked = 没有打开：有口令（用 --passphrase-file 给出）
doctor-counted = 户数/走访/修订
doctor-policy = 政策
doctor-log = 日志最后几行：
doctor-more = huifang check 逐页逐条核对数据库。
cli-option-out = 把结果写入文件（Windows 也能直接读），不打印
result-not-written = 结果写不进 { $file }，其他没有改动。请检查文件夹和权限。
result-none = 这个命令不打印内容，--out 没有写文件。
doctor-no-key-file = 旁边没有密钥文件（没有设口令，或密钥文件丢了）
doctor-passphrase = 有口令
doctor-missing = 还没有数据库
doctor-not-opened = 没有打开（{ $code }）：运行 huifang due 看怎么办
household-income-of = { $month } 纯收入
household-measure = 帮扶措施
household-income-open = 未填齐
