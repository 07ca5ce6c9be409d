### Passphrases, keys, recovery codes, the lock

## strength

strength-short = too short: at least { $fewest } characters
strength-weak = weak: guessed within a day; add a few words that have nothing to do with each other
strength-fair = fair: it stops whoever just tries
strength-strong = strong

## recovery

recovery-code = Recovery code: { $code }
    If the passphrase is forgotten, only this opens the database. Write it down or print it now, and keep it apart from the computer; it is not shown again. If the paper is lost, huifang passphrase new-code makes a new one.

## passphrase

passphrase-prompt = The present passphrase:{ " " }
passphrase-new-prompt = Passphrase of the new database (at least 8 characters; for none type: no passphrase):{ " " }
passphrase-again-prompt = Once more:{ " " }
passphrase-none-word = no passphrase
passphrase-wrong = The passphrase is wrong. Try again.
passphrase-differs = The two are not the same. Type it anew.
passphrase-none-made = Note: this database has no passphrase; whoever has the computer can read it. Set one with huifang passphrase set.
passphrase-file-unreadable = The file { $file } cannot be read or is empty; nothing was opened. See to its name and content: the passphrase is its first line.

## gate

gate-start = huifang
gate-new = A new database
gate-screen = Locked
gate-change = Another passphrase
gate-first = A passphrase
gate-question-passphrase = The passphrase, please. If it is forgotten, Tab takes the recovery code.
gate-question-locked = What you typed is kept. The passphrase, please, and you are back where you were.
gate-question-present = The present passphrase first, please.
gate-question-code = The recovery code, please: 25 letters and digits; capitals and hyphens do not matter.
gate-question-new-database = The database will hold ID numbers, illnesses and incomes. Choose a passphrase of at least 8 characters; a few words that have nothing to do with each other are best.
    Without the passphrase, whoever finds a lost computer cannot read the data.
    To go without one, type: no passphrase
gate-question-new = The new passphrase, please: at least 8 characters; a few words that have nothing to do with each other are best.
gate-question-again = Once more, please.
gate-code-seen = Enter when it is written down.
gate-working = One moment…
gate-working-long = The database is being encrypted and compared with the old one. Esc stops; then nothing is changed.
gate-new-code = Another recovery code
recovery-code-title = Recovery code
recovery-code-is-there = made with the passphrase; shown once
recovery-code-is-none = none: it comes with a passphrase
recovery-code-about = Enter makes another recovery code, to print or write down; the one of before then opens nothing.
recovery-code-changed = The new recovery code holds; the one of before opens nothing any more.
recovery-code-needs-passphrase = There is no passphrase, so there is no recovery code either. Set a passphrase first.
passphrase-working = Encrypting
backup-working = Backing up

## lock

lock-no-passphrase = This database has no passphrase, so it cannot be locked. Set one in the settings (p) first.
passphrase-changed = The new passphrase is in force.
passphrase-not-of-demo = Made-up households need no passphrase.
passphrase-title = Passphrase
passphrase-is-set = set
passphrase-is-none = none: whoever has the computer can read it
passphrase-about = Enter sets a passphrase, and the database is then encrypted; or changes it.
app-unprotected = no passphrase (p)
passphrase-is-there = It has a passphrase already; nothing was changed. Change it with huifang passphrase change.
passphrase-was-readable = The database is encrypted and was compared with the old one. What was readable before may still lie in free space of the disk and in old copies: delete those and .bak files. Backups that were made by themselves without a passphrase are gone, and one was made anew.
passphrase-nobody-typed = No new passphrase was typed; nothing was changed. Name a file with --new-passphrase-file, or run it in a terminal.

## backup

backup-written = Backed up and checked: { $file } ({ $households } households, { $visits } visits, { $revisions } revisions)
restore-done = Restored and checked: { $households } households, { $visits } visits, { $revisions } revisions
restore-kept = The database that was there is kept at { $file }
seal-prompt = The passphrase that the backup is sealed with:{ " " }
seal-needed = The backup is sealed with a passphrase; nothing was changed. Name a file that holds it with --seal-file, or run this in a terminal.
salvage-taken = { $file } is there already; nothing was changed. Name another file.
salvage-done = Written to { $file }: { $households } households, { $visits } visits, { $revisions } revisions; { $missing } revisions are missing, { $anew } rows were made anew from revisions, { $left } rows were left out. Open it and compare it with what is on paper.
way-out-backup = The newest good backup is { $file } (huifang restore takes it; huifang salvage FILE first takes out what can still be read)
way-out-salvage = There is no backup beside it. Restore one that you have with huifang restore, or take out what can be read with huifang salvage FILE.
ground-network = The database lies on a disk of another computer. Only one program at a time can use it safely there: move it to this computer, and take backups to the network.
ground-stick = The database lies on a FAT disk, such as a USB stick: everybody can read its files, and pulling it out can damage them. Move it to this computer, and take backups to the stick.
way-out-half = A restore was interrupted here. huifang restore { $file } puts back what was there before; then restore the backup again.
newer-elsewhere = Note: this is an older copy; it lacks { $records } records that are at { $path }. Perhaps the file was copied while the program was open: huifang backup makes a whole copy.

## check

check-sound = The database is sound: { $households } households, { $visits } visits, { $revisions } revisions
check-faults = Something is wrong with the database ({ $households } households, { $visits } visits, { $revisions } revisions):
check-nothing-to-accept = Nothing is missing that could be accepted.
check-accepted = What is here holds from now on; it stands in the log.
check-not-counted = The database is damaged, and what it holds cannot be counted:
fault-pages = pages of the file are not what was written ({ $count }, numbers { $pages }); tables that cannot be read whole: { $tables }. Restore a backup, or take out what can be read with huifang salvage
fault-structure = the structure of the file is broken; tables that cannot be read whole: { $tables }. Restore a backup, or take out what can be read with huifang salvage
fault-tables-unknown = not known
fault-references = some rows refer to what is not there
fault-rows = { $table }: { $count } rows are not what the revisions say
fault-link = revision { $revision } does not follow from the one before it: one was changed, taken out or put in
fault-lacking = { $records } records that this computer acknowledged are missing

## AuditedKind

AuditedKind-opened = Opened
AuditedKind-opening_failed = Wrong passphrase
AuditedKind-exported = Exported
AuditedKind-revealed = Whole numbers shown
AuditedKind-corrected = Corrected
AuditedKind-policy_changed = Policy changed
AuditedKind-backed_up = Backed up
AuditedKind-restored = Restored
AuditedKind-passphrase_changed = Passphrase changed
AuditedKind-taken_as_it_is = Loss accepted
numbers-title = Whole numbers
numbers-go = Hidden again after 30 seconds. This look was logged.
not-backed-up = The backup of the day was not made ({ $why }); the data is as it was. See to the disk, or back up elsewhere with huifang backup.
lacking-title = Records are missing
another-window = This database is open in another window as well: both can be used, and each shows what the other saves.
gate-code = Recovery code:{ " " }
gate-passphrase = Passphrase:{ " " }
gate-none-typed = Enter: without a passphrase
gate-none-not-here = A passphrase cannot be taken away here; choose other words.
passphrase-other-prompt = New passphrase (at least 8 characters):{ " " }
passphrase-changed-by-code = The passphrase was changed. The recovery code stays valid; keep it safe.
seal-name = With --seal-file the name ends in .age (list.xlsx.age, backup.zip.age), and without it not. Nothing was written.
seal-wrong = This is not the passphrase that the backup was sealed with; nothing was changed (it is not the database's, and the recovery code does not open it). Try again.
restore-no-file = There is no file { $file }; nothing was changed. Check the path.
restore-without-passphrase = Note: this backup has no passphrase, so the database has none now. Run huifang passphrase set.
restore-key-done = The key file is back; the database was not touched.
out-whole-numbers = The file holds whole numbers and is not sealed: delete it after use, or add --seal-file.
out-reason-needed = Whole numbers go out with a reason, which stands in the log: add --reason "…".
out-why = Why whole numbers are needed (it stands in the log):{ " " }
audited-command = command
audited-interface = interface
way-out-key = A backup holds a key file: { $file } (huifang restore --key-only takes it and puts back the key alone)
restore-passphrase-of-then = From now on the passphrase and the recovery code of the day of the backup hold.

passphrase-weak-again = It can be used all the same. To choose a better one, leave the next line empty.
