### What went wrong: what happened, that nothing was lost, what to do

## StoreError

StoreError-missing = There is no database at { $path }. Nothing was created; run huifang import first, or name another file with --db.
StoreError-empty = The file { $path } is empty and not a huifang database; it was left as it is. Restore a backup, or name another file with --db.
StoreError-foreign = The file { $path } is not a huifang database; it was left as it is. Name another file with --db.
StoreError-newer = The database { $path } was written by a newer huifang; it was left as it is. Open it with the newer version.
StoreError-dangling = { $path } is a link that leads to no file; nothing was made there. Correct the link, or name another file with --db.
StoreError-no_permission = You may not read { $path }; it was left as it is. Ask whoever owns it, or name another file with --db.
StoreError-moved = The database is no longer at { $path }: it was moved, replaced or deleted. Nothing was saved, and what you typed is still here. Put the file back and save again; or copy what you typed, and open the program anew.
StoreError-locked = { $path } has a passphrase and was not opened. Type it, or name a file that holds it with --passphrase-file.
StoreError-wrong_passphrase = The passphrase is wrong: nothing was opened or changed. Try again; if it is forgotten, use the recovery code.
StoreError-lacking = This file lacks { $records } records that this computer acknowledged; the last one in it is of { $since }. It can only be looked at. Restore a backup first (huifang restore); what is newer was last known at { $path }. To go on with what is here: huifang check --accept.
StoreError-no_backup = { $path } is no huifang backup, or is damaged; nothing was changed. Name another file.
StoreError-gone = { $path } is gone, but its backups are beside it. Nothing was created.
StoreError-wrong_code = The recovery code is wrong; nothing was changed. Compare it with your paper: 25 letters and digits.
StoreError-other_key = The key file beside { $path } is not the one of this database, or the database is damaged at its beginning; it was left as it is. Put its own key file back.
StoreError-in_use = The database is open in another window; nothing was changed. Close that one and try again.
StoreError-stopped = Stopped; nothing was changed.
StoreError-no_passphrase = This database has no passphrase; nothing was changed. Set one first with huifang passphrase set.
StoreError-short_passphrase = The passphrase is too short; nothing was made. It has at least 8 characters.
StoreError-wait = Too many wrong passphrases: the next one is taken in { $seconds } seconds. Nothing was changed.
StoreError-key_file = The key file beside { $path } (it ends in .key) is damaged or cannot be read; the database was not changed. Put the one of a backup in its place: huifang restore.
StoreError-no_key = { $path } cannot be opened: its key file (the same name and .key) is missing, or it is no huifang database, or its beginning is damaged. It was left as it is. Put the key file back, or restore a backup with huifang restore.
StoreError-damaged = The database is damaged; it was left as it is. Copy the file first, then restore a backup.
StoreError-busy = Another program is writing to the database. Nothing was saved, and what you typed is still here. Try again in a moment.
StoreError-read_only = The database cannot be written. Nothing was saved, and what you typed is still here. Check the permissions of the file and its folder.
StoreError-full = The disk is full. Nothing was saved, and what you typed is still here. Free some space, then save again.
StoreError-no_cipher = This program was built without its encryption module; the database was not opened. Use a released version.
StoreError-changed_meanwhile = Another program has just changed this household. Nothing was saved, and what you typed is still here. Leave, open it again, compare, and save.
StoreError-folder = { $path } cannot be made or written; nothing was changed. See whether its folder is there and may be written, or name another place.
StoreError-io = Reading or writing the database failed. Nothing was saved, and what you typed is still here. Check the disk, then try again.
StoreError-refused = The database refused this. Nothing was saved, and what you typed is still here. Quit, open it again, and retry.

## FileRefused

FileRefused-file_missing = The file { $file } was not found; nothing was changed. Check its name and folder.
FileRefused-file_is_no_file = { $file } is not an ordinary file; nothing was changed. Name the roster file itself.
FileRefused-reader_missing = The program could not start itself anew to read { $file }; nothing was changed. Quit, open the program again, and import.
FileRefused-stopped = The reading of { $file } was stopped; nothing was changed.
FileRefused-file_unreadable = The file { $file } cannot be read; nothing was changed. If another program has it open, close it there.
FileRefused-file_empty = The file { $file } is empty; nothing was changed. Choose a roster that holds something.
FileRefused-not_a_spreadsheet = The file { $file } is not a spreadsheet; nothing was changed. Use a roster in .xlsx or .csv form.
FileRefused-file_is_html = The file { $file } is really a web page; nothing was changed. Open it in a spreadsheet program, save it as .xlsx, and import that.
FileRefused-file_is_old_excel = The file { $file } is in the old Excel form (.xls); nothing was changed. Save it as .xlsx and import that.
FileRefused-file_other_format = The file { $file } is not in .xlsx form; nothing was changed. Save it as .xlsx or .csv and import that.
FileRefused-password_protected = The file { $file } is protected by a password; nothing was changed. Take the password off in a spreadsheet program, save, and import that.
FileRefused-file_damaged = The file { $file } is damaged and cannot be read to its end; nothing was changed. Export it again.
FileRefused-file_too_large = The file { $file } unfolds to more than any roster has; it was not read, and nothing was changed. Keep only the sheet with the roster, save, and import that.
FileRefused-encoding_unknown = The text of { $file } is neither UTF-8 nor GB18030; nothing was changed. Save it as CSV in UTF-8, or as .xlsx.
FileRefused-no_header = No row of headings was found in the first 60 rows of { $file } (looked for: household code, head of household, village, category, and the like); nothing was changed. Check that this is the right sheet.
FileRefused-no_rows = { $file } has headings and no household under them; nothing was changed. Check that this is the right sheet.
FileRefused-column_missing = { $file } lacks columns that a roster needs: { $columns }; nothing was changed. The headings that were seen: { $seen }. Add them, or rename them, and import again.
FileRefused-code_as_number = In { $file }, row { $row }, "{ $column }" is stored as a number and has lost its last digits; nothing was changed. Make the column text, enter the codes again, and import.
FileRefused-file_is_folder = { $file } is a folder, not a file; nothing was changed. Name the roster file in it.

## ImportError

ImportError-rows_with_errors = Some rows have errors, so nothing was imported. Correct those rows in the sheet; or add --good-rows to import the rest.
ImportError-too_much_changes = The head, the contact or the class of more than a tenth of the households would change; nothing was imported. See the list with --dry-run; if it is right, add --yes.
ImportError-cancelled = The import was stopped; nothing was changed.

## RosterFaultKind

RosterFaultKind-other_household = This code stands here for another family (value: code and head on file), with another village and another ID number: nothing was taken. Correct the code.
RosterFaultKind-id_twice = This ID number stands under another code too. See which of the two is right.
RosterFaultKind-other_code = The same head in this village and group is on file under the code after the =. If it is the same family, use that code, or there will be two.
RosterFaultKind-namesakes = Several heads of this name in one village and group, and no ID number to tell them apart; matched by what else is said. Add ID numbers or codes.
RosterFaultKind-name_doubtful = Something stands in the name that belongs to no name; it was kept as it is. Correct it if it is wrong.
RosterFaultKind-phone_several = Several numbers: the first was taken.
RosterFaultKind-shared_by_many = The same in many households. See whether it is theirs.
RosterFaultKind-date_doubtful = As a number this may have been October (2025.10): left out. Write the month in full, as text.
RosterFaultKind-visit_without_day = A month is no day of a visit: no visit was made of it.
RosterFaultKind-category_inferred = The kind of monitored household is not named, but the row says that the household is monitored: this one was taken. Correct it if it is another.
RosterFaultKind-perhaps_monitored = A risk is named and no category: the household type decided. If the household is monitored, enter its category.
RosterFaultKind-dated_but_not_eliminated = There is a date of elimination, and the risk is said to stand: it was taken to stand.
RosterFaultKind-eliminated_before_identified = The elimination lies before the identification. See which date is right.
RosterFaultKind-columns_differ = Two columns of one thing say two things; the one that means more visits was taken, else the first. Make them agree, or assign one by hand.
RosterFaultKind-rows_differ = The rows of this household say different things; the head's row was taken. Make them agree.
RosterFaultKind-village_spelling = The village is spelt otherwise than in most rows: it counts as a village of its own. Make them agree.
RosterFaultKind-error_cell = The formula in this cell came to nothing: it was taken as empty. Enter the value.
RosterFaultKind-no_code = No household code. Enter it.
RosterFaultKind-code_unreadable = A household code has digits, letters and dashes only. Correct it.
RosterFaultKind-no_name = No head of household. Enter the name.
RosterFaultKind-no_village = No village. Enter it.
RosterFaultKind-class_unknown = The class cannot be told. Use one of 脱贫不稳定户, 边缘易致贫户, 突发严重困难户, 脱贫户, 稳定脱贫户, 一般农户.
RosterFaultKind-id_as_number = The ID is stored as a number and has lost its last digits. Make the cell text and enter it again.
RosterFaultKind-duplicate_code = This code or ID number stands twice, for two households (or persons), or one row was written twice; none of them was imported. Check, and keep one.
RosterFaultKind-two_heads = The household has two heads. Check the relation to the head.
RosterFaultKind-id_check_digit = The ID's check digit is wrong; a digit may be mistyped. Compare it with the card.
RosterFaultKind-id_unreadable = Not a resident ID of 18 places. Check it.
RosterFaultKind-id_birth_date = The birth date within the ID does not exist. Check it.
RosterFaultKind-phone_digits = The phone number does not have 11 digits. Check it.
RosterFaultKind-date_in_future = The date lies after today and was not taken. Check it.
RosterFaultKind-population_differs = The number of persons differs from the members listed. Check; income per head goes by the number of persons.
RosterFaultKind-eliminated_undated = Marked as eliminated, without a date; it counts from today. Add the date.
RosterFaultKind-eliminated_by_date = No mark, but a date of elimination; taken as eliminated. Check it.
RosterFaultKind-mark_buys_time = The risk was marked as eliminated while a visit was overdue. Visit the household before confirming the mark.
RosterFaultKind-value_ignored = This value is not understood and was not taken. Check it.

## SkipReason

SkipReason-total = a total
SkipReason-foot = a foot line
SkipReason-heading = headings again
SkipReason-column_numbers = column numbers
SkipReason-example = an example
SkipReason-other_table = another table, without the columns that a roster needs
SkipReason-gone = dead or married away

## WriteFault

WriteFault-taken = { $file } is there already and was left as it is; nothing was written. Choose another name, or add --force to replace it.
WriteFault-not_a_file = { $file } is not an ordinary file; nothing was written. Choose another name.
WriteFault-database = { $file } belongs to the database; nothing was written over it. Choose another name.
WriteFault-no_folder = The folder for { $file } is not there; nothing was written. Make the folder, or choose another place.
WriteFault-no_permission = You may not write { $file }; nothing was written. Choose another folder, or ask whoever owns it.
WriteFault-read_only = The disk of { $file } can only be read; nothing was written. Choose another place.
WriteFault-full = The disk is full: { $file } was not written, no data was changed. Free some space, then write it again.
WriteFault-in_use = { $file } is open in another program; it was not written. Close it there, then write it again.
WriteFault-not_xlsx = { $file } is not an .xlsx name; nothing was written. Give a name that ends in .xlsx.
WriteFault-not_a_table = { $file } must end in .xlsx or .csv; nothing was written. Give such a name.
WriteFault-too_large = There is more to write than a file such as { $file } holds; nothing was written. Choose fewer.
WriteFault-failed = { $file } could not be written; no data was changed. Check the disk, then write it again.

## CannotWrite

CannotWrite-read_only = Looking only: the database cannot be written
CannotWrite-full = Looking only: the disk is full
CannotWrite-io = Looking only: the disk does not take what is written
CannotWrite-folder = Looking only: its folder cannot be written
CannotWrite-lacking = Looking only: acknowledged records are missing; restore a backup first
CannotWrite-busy = Not saved: another program holds the database
CannotWrite-moved = Not saved: the database is no longer at its place

## Besides

Severity-error = error
Severity-warning = warning
Config-unreadable = The settings { $path } cannot be read ({ $line }); this run goes by the defaults, and the file was left as it is. Correct or delete it.
file-exists-question = { $file } is there already. Replace it? [y/N]{" "}
result-not-printed = The result could not be written out in full. No data was lost by it. Free some space where it goes, then run the command again.
