### What went wrong: what happened, that nothing was lost, what to do

## StoreError

StoreError-missing = 没有数据库 { $path }。什么也没有新建；请先运行 huifang import，或用 --db 指定另一个文件。
StoreError-empty = 文件 { $path } 是空的，不是回访的数据库，没有改动它。请从备份恢复，或用 --db 指定另一个文件。
StoreError-foreign = 文件 { $path } 不是回访的数据库，没有改动它。请用 --db 指定另一个文件。
StoreError-newer = 数据库 { $path } 由更新版本的回访写成，没有改动它。请换用新版本打开。
StoreError-dangling = { $path } 是个链接，指向的文件不存在，没有在那里新建。请改正链接，或用 --db 指定别的文件。
StoreError-no_permission = 没有权限读 { $path }，没有动它。请找文件的主人，或用 --db 指定别的文件。
StoreError-moved = 数据库已不在 { $path }：被移走、替换或删除了。没有保存，填的内容还在这里。请把文件放回原处再保存；或先抄下内容，重新打开程序。
StoreError-locked = { $path } 设有口令，没有打开。请输入口令，或用 --passphrase-file 指定存放口令的文件。
StoreError-wrong_passphrase = 口令不对，没有打开，什么也没有改动。请再试；忘了口令就用恢复码。
StoreError-lacking = 这个文件里少了这台电脑确认保存过的 { $records } 条记录，里面最后一条是 { $since }。现在只能查看。请先恢复备份（huifang restore），别的位置的新副本在 { $path }；确定就用现在这份，运行 huifang check --accept。
StoreError-no_backup = { $path } 不是 huifang 备份，或已损坏；什么也没有改动。请换一个备份文件。
StoreError-gone = { $path } 不见了，但旁边有它的备份。没有新建任何东西。
StoreError-wrong_code = 恢复码不对，什么也没有改动。请对照抄下的纸，共 25 个字母和数字。
StoreError-other_key = { $path } 旁边的密钥文件不是这个数据库的，或者数据库开头已损坏；没有改动它。请放回原来的密钥文件。
StoreError-in_use = 数据库在另一个窗口里开着，什么也没有改动。请关掉那个窗口再试。
StoreError-stopped = 已停止，什么也没有改动。
StoreError-no_passphrase = 这个数据库没有口令，什么也没有改动。请先用 huifang passphrase set 设口令。
StoreError-short_passphrase = 口令太短，什么也没有建立。口令至少 8 个字。
StoreError-wait = 口令错的次数太多，请等 { $seconds } 秒再试。什么也没有改动。
StoreError-key_file = { $path } 旁边的密钥文件（以 .key 结尾）已损坏或不能读，数据库没有改动。请用备份里的密钥文件替换它：huifang restore。
StoreError-no_key = { $path } 打不开：密钥文件（同名，以 .key 结尾）不在旁边，或者它不是 huifang 数据库，或者开头已损坏。没有改动它。请把密钥文件放回来，或用 huifang restore 恢复备份。
StoreError-damaged = 数据库已损坏，没有改动它。请先把文件复制一份，再从备份恢复。
StoreError-busy = 另一个程序正在写这个数据库，这次没有保存，内容仍在这里。请稍候再试一次。
StoreError-read_only = 这个数据库只能读不能写，没有保存，内容仍在这里。请检查文件和文件夹的权限。
StoreError-full = 磁盘已满，没有保存，内容仍在这里。请腾出空间后再保存。
StoreError-no_cipher = 本程序编译时缺少加密模块，没有打开数据库。请换用正式版本。
StoreError-changed_meanwhile = 这一户刚被另一个程序改过，没有保存，内容仍在这里。请离开后重新打开，核对后再保存。
StoreError-folder = { $path } 建不了或写不进，什么也没有改动。请看它的文件夹是否存在、能否写入，或换个地方。
StoreError-io = 读写数据库时出错，没有保存，内容仍在这里。请检查磁盘，然后再试一次。
StoreError-refused = 数据库拒绝了这次操作，没有保存，内容仍在这里。请退出后重新打开再试。

## FileRefused

FileRefused-file_missing = 找不到文件 { $file }，什么也没有改动。请检查文件名和所在的文件夹。
FileRefused-file_is_no_file = { $file } 不是普通文件，什么也没有改动。请指定花名册文件本身。
FileRefused-reader_missing = 程序没能另起一个进程来读 { $file }，什么也没有改动。请退出后重新打开程序再导入。
FileRefused-stopped = 已停止读 { $file }，什么也没有改动。
FileRefused-file_unreadable = 读不了文件 { $file }，什么也没有改动。如果它正在别的程序里打开，请先关闭。
FileRefused-file_empty = 文件 { $file } 是空的，什么也没有改动。请换一个有内容的花名册。
FileRefused-not_a_spreadsheet = 文件 { $file } 不是表格，什么也没有改动。请用 .xlsx 或 .csv 格式的花名册。
FileRefused-file_is_html = 文件 { $file } 其实是网页，什么也没有改动。请在表格软件里打开，另存为 .xlsx 后再导入。
FileRefused-file_is_old_excel = 文件 { $file } 是旧版 Excel 格式（.xls），什么也没有改动。请另存为 .xlsx 后再导入。
FileRefused-file_other_format = 文件 { $file } 不是 .xlsx 格式，什么也没有改动。请另存为 .xlsx 或 .csv 后再导入。
FileRefused-password_protected = 文件 { $file } 有密码，什么也没有改动。请在表格软件里去掉密码，另存后再导入。
FileRefused-file_damaged = 文件 { $file } 已损坏，读不下去，什么也没有改动。请重新导出一份。
FileRefused-file_too_large = 文件 { $file } 展开后比任何花名册都大，没有读取，什么也没有改动。请只保留花名册那张表，另存后再导入。
FileRefused-encoding_unknown = 文件 { $file } 的文字编码不是 UTF-8 也不是 GB18030，什么也没有改动。请另存为 UTF-8 的 CSV 或 .xlsx。
FileRefused-no_header = 文件 { $file } 的前 60 行里没有找到表头（找过：户编号、户主姓名、行政村、监测对象类别等），什么也没有改动。请检查是否选对了表。
FileRefused-no_rows = { $file } 只有表头，下面没有农户，什么也没有改动。请检查是不是这张表。
FileRefused-column_missing = 文件 { $file } 缺少必需的列：{ $columns }，什么也没有改动。看到的表头有：{ $seen }。请补上这些列或改好列名后再导入。
FileRefused-code_as_number = 文件 { $file } 第 { $row } 行“{ $column }”存成了数字，末几位已经丢失，什么也没有改动。请把这一列设为文本，重新填入编号后再导入。
FileRefused-file_is_folder = { $file } 是文件夹，不是文件，什么也没有改动。请指定其中的花名册文件。

## ImportError

ImportError-rows_with_errors = 有错误的行，所以什么也没有导入。请改好表里的这些行；或加 --good-rows，只导入其余的行。
ImportError-too_much_changes = 超过十分之一的户，户主、联系人或类别会变，没有导入。请用 --dry-run 看清单，确认无误再加 --yes。
ImportError-cancelled = 已停止导入，什么也没有改动。

## RosterFaultKind

RosterFaultKind-other_household = 这个编号在本库里是另一户（值：编号和户主），村和证件号码也都不同：没有导入。请核对编号。
RosterFaultKind-id_twice = 这个证件号码还在另一个户编号下。请核对哪个是对的。
RosterFaultKind-other_code = 同村同组同名的户已在册，编号是“=”后那个。如是同一户，请用原编号，否则会成两户。
RosterFaultKind-namesakes = 同村同组有几户户主同名，又没有证件号码，分不清谁是谁；按其余内容对上。请补上证件号码或户编号。
RosterFaultKind-name_doubtful = 姓名里有不像姓名的内容，已照原样保留。不对请改正。
RosterFaultKind-phone_several = 有好几个号码，取了第一个。
RosterFaultKind-shared_by_many = 许多户都一样。请核对是否真是各户自己的。
RosterFaultKind-date_doubtful = 这是数字，可能原本是十月（2025.10），没有取用。请把年月写成文本。
RosterFaultKind-visit_without_day = 只有月份，不知是哪天走访的，没有记成走访。
RosterFaultKind-category_inferred = 没有写明是哪一类监测对象，但从其他内容看是监测户，按这一类处理。不对请改正。
RosterFaultKind-perhaps_monitored = 写了风险，没有写监测对象类别，按户类型处理。如是监测户，请填写类别。
RosterFaultKind-dated_but_not_eliminated = 有风险消除时间，却写着风险未消除，按未消除处理。请核对。
RosterFaultKind-eliminated_before_identified = 风险消除早于识别。请核对哪个时间是对的。
RosterFaultKind-columns_differ = 同一项有两列，内容不一样；取了会多走访的那个，或靠前的。请改一致，或手工指定用哪一列。
RosterFaultKind-rows_differ = 同一户的几行内容不一致，取了户主那一行。请改一致。
RosterFaultKind-village_spelling = 村名和多数行写法不同，会当成另一个村。请改一致。
RosterFaultKind-error_cell = 这一格的公式没有结果，当作空白。请填上值。
RosterFaultKind-no_code = 没有户编号。请补上户编号。
RosterFaultKind-code_unreadable = 户编号只能有数字、字母和短横。请改正。
RosterFaultKind-no_name = 没有户主姓名。请补上。
RosterFaultKind-no_village = 没有行政村。请补上。
RosterFaultKind-class_unknown = 看不出是哪一类户。请填：脱贫不稳定户、边缘易致贫户、突发严重困难户、脱贫户、稳定脱贫户或一般农户。
RosterFaultKind-id_as_number = 证件号码存成了数字，末几位已经丢失。请把单元格设为文本后重新填写。
RosterFaultKind-duplicate_code = 这个编号或证件号码出现两次，属于两户（或两人），或同一行写了两遍；都没有导入。请核对，只留一处。
RosterFaultKind-two_heads = 同一户有两个户主。请核对“与户主关系”。
RosterFaultKind-id_check_digit = 证件号码的校验码不对，可能有一位写错了。请对照证件核对。
RosterFaultKind-id_unreadable = 不是 18 位的居民身份证号。请核对。
RosterFaultKind-id_birth_date = 证件号码里的出生日期不存在。请核对。
RosterFaultKind-phone_digits = 电话不是 11 位。请核对。
RosterFaultKind-date_in_future = 日期在今天之后，没有采用。请核对。
RosterFaultKind-population_differs = 家庭人口数与列出的成员人数不同。请核对；人均收入按家庭人口数计算。
RosterFaultKind-eliminated_undated = 标为风险已消除，但没有消除时间；从今天起算。请补上时间。
RosterFaultKind-eliminated_by_date = 没有填“是否已消除”，但有消除时间；按已消除处理。请核对。
RosterFaultKind-mark_buys_time = 标记风险消除时，应做的走访已经逾期。请先补做走访，再看是否消除。
RosterFaultKind-value_ignored = 看不懂这个值，没有采用。请核对。

## SkipReason

SkipReason-total = 合计
SkipReason-foot = 落款或备注
SkipReason-heading = 重复的表头
SkipReason-column_numbers = 栏次
SkipReason-example = 示例
SkipReason-other_table = 另一张表（缺少必需的列）
SkipReason-gone = 自然减少

## WriteFault

WriteFault-taken = { $file } 已经存在，没有动它，什么也没有写。请换一个文件名，或加 --force 覆盖。
WriteFault-not_a_file = { $file } 不是普通文件，什么也没有写。请换一个文件名。
WriteFault-database = { $file } 是数据库的文件，没有覆盖它，什么也没有写。请换一个文件名。
WriteFault-no_folder = { $file } 所在的文件夹不存在，什么也没有写。请先建好文件夹，或换一个位置。
WriteFault-no_permission = 没有权限写 { $file }，什么也没有写。请换一个文件夹，或找文件夹的主人。
WriteFault-read_only = { $file } 所在的磁盘只能读，什么也没有写。请换一个位置。
WriteFault-full = 磁盘已满，没有写成 { $file }，数据没有变。请腾出空间后再写一次。
WriteFault-in_use = { $file } 正在别的程序里打开，没有写成。请先关闭，再写一次。
WriteFault-not_xlsx = { $file } 不是 .xlsx 文件名，什么也没有写。请给一个以 .xlsx 结尾的名字。
WriteFault-not_a_table = { $file } 的结尾应是 .xlsx 或 .csv，什么也没有写。请换一个名字。
WriteFault-too_large = 内容比 { $file } 这种文件能装下的还多，什么也没有写。请少选一些。
WriteFault-failed = 没有写成 { $file }，数据没有变。请检查磁盘，再写一次。

## CannotWrite

CannotWrite-read_only = 只能看：数据库不能写入
CannotWrite-full = 只能看：磁盘已满
CannotWrite-io = 只能看：磁盘写不进去
CannotWrite-folder = 只能看：所在文件夹不能写入
CannotWrite-lacking = 只能看：少了确认保存过的记录，先恢复备份
CannotWrite-busy = 未保存：数据库被别的程序占用
CannotWrite-moved = 未保存：数据库已不在原处

## Besides

Severity-error = 错误
Severity-warning = 提醒
Config-unreadable = 配置文件 { $path } 读不懂（{ $line }），这次按默认设置运行，没有改动它。请改正或删掉这个文件。
file-exists-question = { $file } 已经存在。要覆盖它吗？[y/N]{" "}
result-not-printed = 结果没有完整输出，数据没有因此丢失。请给输出的位置腾出空间，再运行一次。
