### 口令、密钥、恢复码、锁屏

## strength

strength-short = 太短：至少 { $fewest } 个字
strength-weak = 弱：一天之内就可能被猜出来；再加几个不相干的词
strength-fair = 一般：够挡住随手一试的人
strength-strong = 强

## recovery

recovery-code = 恢复码：{ $code }
    忘了口令时只有它能打开数据库。请现在抄下或打印，和电脑分开存放；它不会再显示。纸丢了，用 huifang passphrase new-code 换新的。

## passphrase

passphrase-prompt = 现在的口令：
passphrase-new-prompt = 新数据库的口令（至少 8 个字；不设就输入 不设口令）：
passphrase-again-prompt = 再输入一次：
passphrase-none-word = 不设口令
passphrase-wrong = 口令不对，请再试。
passphrase-differs = 两次输入的不一样，请重新输入。
passphrase-none-made = 注意：这个数据库没有口令，拿到电脑的人都能看。用 huifang passphrase set 设口令。
passphrase-file-unreadable = 口令文件 { $file } 不能读或是空的，什么也没有打开。请检查文件名和内容（口令在第一行）。

## gate

gate-start = 回访
gate-new = 新建数据库
gate-screen = 已锁屏
gate-change = 换口令
gate-first = 设口令
gate-question-passphrase = 请输入口令。忘了口令按 Tab 改用恢复码。
gate-question-locked = 填的内容都已存好。请输入口令，回到刚才的地方。
gate-question-present = 请先输入现在的口令。
gate-question-code = 请输入恢复码（25 个字母和数字，大小写、横线都不要紧）。
gate-question-new-database = 数据库里会有身份证号、病情和收入。请定一个口令，至少 8 个字；几个不相干的词连在一起最好。
    丢了电脑，没有口令的人就看不了。
    不要口令就输入：不设口令
gate-question-new = 请输入新口令，至少 8 个字；几个不相干的词连在一起最好。
gate-question-again = 请再输入一次。
gate-code-seen = 抄好后按 Enter。
gate-working = 请稍等……
gate-working-long = 正在加密数据库，并与原来的逐行核对。按 Esc 停止，停止后什么也不会改动。
gate-new-code = 更换恢复码
recovery-code-title = 恢复码
recovery-code-is-there = 随口令生成，只显示一次
recovery-code-is-none = 无（设了口令才有）
recovery-code-about = 回车生成新的恢复码，请打印或抄下来；原来的随即作废。
recovery-code-changed = 新的恢复码已生效，原来的已作废。
recovery-code-needs-passphrase = 没有设口令，也就没有恢复码。请先设口令。
passphrase-working = 正在加密
backup-working = 正在备份

## lock

lock-no-passphrase = 这个数据库没有口令，锁不了屏。先在设置（p）里设口令。
passphrase-changed = 口令已生效。
passphrase-not-of-demo = 示例数据不用口令。
passphrase-title = 口令
passphrase-is-set = 已设
passphrase-is-none = 没有：拿到电脑的人都能看
passphrase-about = 按 Enter 设口令（数据库随即加密）或换口令。
app-unprotected = 没有口令（按 p）
passphrase-is-there = 已经有口令，什么也没有改动。换口令用 huifang passphrase change。
passphrase-was-readable = 数据库已加密并核对过。以前没加密的内容在磁盘空闲处和旧备份里可能还在：请删掉手里的旧备份和 .bak 文件。没有口令的自动备份已经删掉，并重新备份了一次。
passphrase-nobody-typed = 没有输入新口令，什么也没有改动。用 --new-passphrase-file 指定文件，或在终端里运行。

## backup

backup-written = 备份已写好并核对：{ $file }（{ $households } 户、{ $visits } 次走访、{ $revisions } 条记录）
restore-done = 备份已恢复并核对：{ $households } 户、{ $visits } 次走访、{ $revisions } 条记录
restore-kept = 原来的数据库保留在 { $file }
seal-prompt = 备份封存用的口令：
seal-needed = 这个备份用口令封着，什么也没有改动。请用 --seal-file 指定口令文件，或在终端里运行。
salvage-taken = { $file } 已存在，什么也没有改动。请换一个文件名。
salvage-done = 已写入 { $file }：{ $households } 户、{ $visits } 次走访、{ $revisions } 条记录；缺 { $missing } 条记录，按记录重建 { $anew } 行，舍去 { $left } 行。请打开看看，再与纸质记录核对。
way-out-backup = 最新的好备份：{ $file }（恢复用 huifang restore 加这个文件名；想先抢救还能读的内容用 huifang salvage 新文件）
way-out-salvage = 旁边没有自动备份。手头有备份用 huifang restore；否则用 huifang salvage 新文件 抢救还能读的内容。
ground-network = 数据库放在网络盘上，同时只能由一个程序安全使用。请移到本机硬盘，网络盘只放备份。
ground-stick = 数据库放在 FAT 格式的盘上（多为 U 盘）：谁都能读里面的文件，拔出还可能损坏。请移到本机硬盘，U 盘只放备份。
way-out-half = 上次恢复中途断了。先用 huifang restore { $file } 放回原来的数据库，再重新恢复备份。
newer-elsewhere = 注意：这是旧副本，比 { $path } 少 { $records } 条记录。可能是程序开着时直接复制的文件；备份请用 huifang backup。

## check

check-sound = 数据库完好：{ $households } 户、{ $visits } 次走访、{ $revisions } 条记录
check-faults = 数据库有问题（{ $households } 户、{ $visits } 次走访、{ $revisions } 条记录）：
check-nothing-to-accept = 没有少什么，不用接受。
check-accepted = 从现在起以这份为准；已记入使用日志。
check-not-counted = 数据库已损坏，里面有多少记录已数不出来：
fault-pages = 有 { $count } 页不是当初写下的内容（页号 { $pages }），读不全的表：{ $tables }。请恢复备份，或用 huifang salvage 抢救
fault-structure = 文件的结构坏了，读不全的表：{ $tables }。请恢复备份，或用 huifang salvage 抢救
fault-tables-unknown = 不详
fault-references = 有的行指向不存在的内容
fault-rows = { $table }：{ $count } 行与历次记录不符
fault-link = 第 { $revision } 条记录接不上前一条：有记录被改动、删去或插入
fault-lacking = 少了这台电脑确认保存过的 { $records } 条记录

## AuditedKind

AuditedKind-opened = 打开
AuditedKind-opening_failed = 口令错误
AuditedKind-exported = 导出
AuditedKind-revealed = 查看完整号码
AuditedKind-corrected = 更正
AuditedKind-policy_changed = 换政策
AuditedKind-backed_up = 备份
AuditedKind-restored = 恢复备份
AuditedKind-passphrase_changed = 换口令
AuditedKind-taken_as_it_is = 接受缺失
numbers-title = 完整号码
numbers-go = 30 秒后自动隐去；这次查看已记入使用日志。
not-backed-up = 今天的自动备份没有做成（{ $why }）；数据没有动。请看看磁盘，或用 huifang backup 备份到别处。
lacking-title = 数据库里少了记录
another-window = 这个数据库在另一个窗口里也开着：两边都能用，一边保存后另一边会更新。
gate-code = 恢复码：
gate-passphrase = 口令：
gate-none-typed = 按 Enter：不设口令
gate-none-not-here = 这里不能取消口令；请换几个词。
passphrase-other-prompt = 新口令（至少 8 个字）：
passphrase-changed-by-code = 口令已换。原来的恢复码仍然有效，请收好。
seal-name = 加了 --seal-file，文件名要以 .age 结尾（如 名单.xlsx.age、备份.zip.age）；不加就不能用 .age。什么也没有写。
seal-wrong = 封存这个备份的口令不对，什么也没有改动（不是数据库的口令，恢复码也打不开）。请再试。
restore-no-file = 没有 { $file } 这个文件，什么也没有改动。请检查路径。
restore-without-passphrase = 注意：这个备份没有口令，恢复以后数据库也没有口令。请接着运行 huifang passphrase set。
restore-key-done = 密钥文件已放回；数据库没有动。
out-whole-numbers = 文件里有完整号码，没有封起来：用完请删除，或加 --seal-file。
out-reason-needed = 导出完整号码要写明原因（记入使用日志）：请加 --reason "……"。
out-why = 为什么要完整号码（记入使用日志）：
audited-command = 命令
audited-interface = 界面
way-out-key = 备份里有密钥文件：{ $file }（huifang restore --key-only 加这个文件名，只放回密钥）
restore-passphrase-of-then = 从现在起用备份那天的口令和恢复码。

passphrase-weak-again = 也可以就用它。想换一个，下一行直接按回车。
