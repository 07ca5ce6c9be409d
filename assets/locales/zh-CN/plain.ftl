### 逐行界面。

plain-begin =
    回访，逐行界面。今天是 { $today }。{ $demo }
    可用：列表、查看 序号、走访 序号、帮助、退出；其他文字按姓名、村、编号查找。
plain-demo = 这里的农户都是虚构的。
plain-help =
    列表           逾期和到期的农户；列表 全部：所有农户；列表 文字：查找
    查看 序号      一户的全部情况；也可写户编号或姓名
    走访 序号      录入走访，一行一个问题；输入的内容随时保存为草稿
    退出           结束，草稿保留
    英文也可以：list、show、visit、help、quit
plain-verb-list = 列表 list l
plain-verb-show = 查看 show s
plain-verb-visit = 走访 visit v
plain-verb-help = 帮助 help h ?
plain-verb-quit = 退出 quit q exit
plain-all = 全部
plain-drafts-word = 草稿
plain-drafts = 有 { $count } 份走访草稿没有写完：列表 草稿
plain-not-text = 这一行不是 UTF-8 文字，没有采用。请把终端设为 UTF-8 再输入。
plain-too-long = 太长了，什么也没有改动。请写短一些。
plain-locked = 有一阵没有输入了，请先输入口令。刚才那一行没有采用。
plain-not-kept = 最后输入的内容没能存下，已经丢失；之前的都在草稿里。
plain-not-backed-up = 今天的备份没有做成。请腾出空间，或运行 huifang backup 文件。
plain-hint-day = 日期：1122、22、-3、昨天
plain-yes = y yes 是 1
plain-empty = 还没有农户。请先“退出”，再运行 huifang import 花名册.xlsx。
plain-listed-due = 逾期和到期共 { $count } 户：
plain-listed = 找到 { $count } 户：
plain-more = 还有 { $more } 户：列表 全部，或 列表 文字。
plain-row = { $number }. { $name }，{ $place }，{ $class }，{ $due }{ $draft }
plain-overdue = 应访日 { $due }，逾期 { $days } 天
plain-due = 应访日 { $due }
plain-has-draft = ，有草稿
plain-not-found = “{ $named }”没有对上唯一的一户。用 列表 看序号。
plain-form-begin = { $title }。回车：保持不变；/帮助：其他说法。
plain-resumed = 接着填 { $at } 的草稿；/放弃：丢弃重填。
plain-form-help =
    输入数字、选项的文字、内容或金额即为作答；回车保持不变
    /上一问     回到前一个问题       /上次     采用上次的答案
    /清空       不作答               /全部     读出所有问题和答案
    /保存       保存这次走访         /离开     离开，草稿保留
    /放弃       丢弃草稿
plain-order-back = 上一问 back b
plain-order-last = 上次 last
plain-order-clear = 清空 clear
plain-order-all = 全部 all
plain-order-save = 保存 save s
plain-order-leave = 离开 leave
plain-order-discard = 放弃 discard
plain-order-help = 帮助 help h ?
plain-between = ；
plain-between-choices = ，
plain-last = 上次：{ $value }
plain-choices = 选项：{ $value }
plain-now = 现在：{ $value }
plain-fault = 需改正：{ $value }
plain-understood = 理解为：{ $value }
plain-not-read = 看不懂，请再写一遍。/帮助 说明可以输入什么。
plain-not-taken = 没有这个选项，什么也没有改动。/帮助 说明可以输入什么。
plain-no-last = 这个问题旁边没有可采用的上次答案。
plain-unanswered = 未填
plain-end = 问题答完了。现在保存吗？y：保存；其他：继续。
plain-confirm = { $question } y：{ $yes }；其他：不。
plain-who = 您是哪位？请输入姓名或编号；空行：暂不。已知：{ $known }
