### The command line

## cli

cli-about = huifang (回访): household revisits that keep people from falling back into poverty; by keyboard, all data on this computer.
cli-after-help =
    Without a command the interface opens. To have a look first: huifang demo
    Exit codes: 0 done; 1 done, with problems that are listed; 2 refused, nothing changed.
cli-help = Print help
cli-version = Print the version
cli-help-command = Print the help of a command
cli-heading-usage = Usage:{" "}
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-everywhere = Options of every command
cli-values = {" "}(one of: { $values })
usage-unknown-argument = There is no option “{ $argument }” here. Nothing was done. --help lists what there is.
usage-unknown-command = There is no command “{ $command }”. Nothing was done. --help lists what there is.
usage-no-value = { $argument } needs a value behind it. Nothing was done.
usage-value = { $argument } cannot be “{ $value }”. Nothing was done.
usage-shape = { $argument } “{ $value }” was not understood. Nothing was done. It is written: { $shape }
usage-missing = Missing: { $argument }. Nothing was done.
usage-one-too-many = “{ $argument }” is one too many. Nothing was done. --help shows how it is written.
usage-takes-none = { $argument } takes no value such as “{ $value }”. Nothing was done.
usage-twice = { $argument } stands there twice. Nothing was done. Leave one of them out.
usage-conflict = { $argument } cannot stand beside { $other }. Nothing was done. Leave one of them out.
usage-not-understood = This was not understood. Nothing was done. --help shows how it is written.
usage-meant = Perhaps you mean: { $meant }
usage-values = One of: { $values }
usage-shape-of-command = Usage: { $usage }
cli-option-db = The database file (otherwise in the data folder)
cli-option-today = Take this day for today
cli-option-lang = Language of the interface
cli-option-as = Who I am: the name of a help contact
cli-option-passphrase-file = A file that holds the passphrase in its first line
cli-restore-key-only = Put only the key file back; the database is not touched
cli-passphrase = The passphrase of the database
cli-passphrase-set = Set one where there is none, and encrypt the database
cli-passphrase-change = Change it
cli-passphrase-new = A file with the new passphrase in its first line; else it is typed
cli-passphrase-code = If it is forgotten: a file with the recovery code
cli-passphrase-new-code = A new recovery code in place of the old one
cli-backup = Back up the database with its key file, opened again and checked
cli-backup-file = The backup
cli-restore = Restore a backup; the database that was there is kept beside
cli-restore-file = A file that huifang backup wrote, or one that was made by itself
cli-check = Check the database: pages, structure, references, rows against revisions, the chain of revisions
cli-check-accept = Go on with what is here, though acknowledged records are missing
cli-salvage = Take out of a damaged database what can be read
cli-salvage-file = The new database
cli-audit-log = The log: who opened, exported, looked at whole numbers, corrected, changed the policy
cli-seal-file = Seal the file that is written with the passphrase in this one (age format; the name ends in .age)
cli-unseal-file = A file with the passphrase that the backup was sealed with
cli-reason = Why whole numbers are needed; it stands in the log
cli-option-plain = The interface line by line: for screen readers and slow lines
cli-option-ascii = Draw lines and marks with ASCII characters only
cli-demo = Open the interface on made-up households; nothing is kept
cli-import = Import a roster (.xlsx, .xls, .ods, .csv, or a table saved as a web page)
cli-import-file = The roster file
cli-import-dry-run = Show the plan and change nothing
cli-import-good-rows = Leave out rows with errors and import the rest
cli-import-yes = The head, the contact or the class of many households may change
cli-json = Print JSON
cli-due = List households by due date
cli-due-overdue = Only those overdue
cli-due-village = Only this village
cli-due-group = Only those of this group
cli-due-contact = Only this help contact
cli-show = Everything about one household
cli-show-code = The household's code
cli-show-unknown = There is no household with the code { $code }. huifang due lists the codes.
cli-import-plan = The plan (nothing has been changed yet):
cli-import-done = Imported:
cli-due-text = As text for a message, by contact, village and group
cli-due-nobody = No household matches. Write the village and the contact in full.
cli-sheet = Printable sheets of a household's visits (xlsx), one A4 page each
cli-sheet-file = The file to write
cli-sheet-from = From the visits of this day on
cli-sheet-to = Up to the visits of this day
cli-sheet-full = Write ID numbers and phones in full
cli-policy = The policy of the database: look at it, switch it
cli-policy-list = The policies that ship with the program, and which is in use
cli-policy-show = Every value of a policy and where it comes from; without a name, of the one in use
cli-policy-use = Takes a shipped policy or a policy file, and recalculates everything
cli-policy-name = The name of a shipped policy
cli-policy-name-or-file = The name of a shipped policy, or a policy file (TOML)
cli-assess = Assesses every household: elimination, looking back, each condition with what it rests on
cli-report = Reports of a month, quarter, half year, year: visits, problems, income, changes
cli-report-month = The report of a month
cli-report-quarter = The report of a quarter
cli-report-half = The report of a half year
cli-report-year = The report of a year
cli-report-period = Which period
cli-report-file = The file to write: .xlsx, .html or .txt; without it the text is printed
cli-overview = The cadre's table: households, overdue, visited this month
cli-overview-by = by village (the default), contact or class
cli-rounds = The dated rounds of the policy: days left, households reached, who is open
cli-notice = A public notice as a sheet; refused, naming the cell, where it would show an ID number, a phone, a bank card or a birth date
cli-notice-kind = Which: first list, township, elimination, measures, announcement
cli-notice-unit = Who issues it
cli-notice-phone = The unit’s phone, to object by
cli-notice-place = Where it hangs
cli-notice-from = The day of posting; today where it is left out
cli-notice-until = The last day; where left out, as long as the policy asks (the day of posting is not counted)
cli-notice-code = A household, as often as needed
cli-audit = What on file does not agree: numbers, families, dates, incomes, visits
cli-audit-all = Every finding of each kind, not the first few
cli-export = Flat tables, .xlsx or .csv by the ending of the name
cli-export-households = The roster as it stands, in the headings that import reads
cli-export-income = Income: a row a household and month; .xlsx with the summary by household, village, township
cli-export-problems = The ledger of problems, a row a problem
cli-export-visits = The visits, a row a visit
cli-export-due = The lists for the contacts: a sheet each, by village and group; those overdue and due
cli-export-overview = The overview; its totals are formulas
cli-export-all = All households of the list
cli-export-file = The file to write
cli-force = Replace the file if it is there already
cli-sheet-blank = Blank records for the households due this week and overdue, last time's answers beside
cli-sheet-until = Blank records for what is due by this day (by default this Sunday)
cli-sheet-village = Only of this village
cli-sheet-contact = Only of this contact
cli-keys = Every key of the interface, place by place
cli-codes = Every code of JSON, policy files and the command line, with its words

## relation

relation-head = head
relation-spouse = spouse
relation-son = son
relation-daughter = daughter
relation-father = father
relation-mother = mother
relation-grandson = grandson
relation-granddaughter = granddaughter
relation-daughter-in-law = daughter-in-law
relation-son-in-law = son-in-law
relation-brother = brother
relation-sister = sister
relation-other = other

## import

import-new = New
import-changed = Changed
import-unchanged = Unchanged
import-absent = Not in the file (left alone)
import-conflicts = Conflict (value here stays)
import-since-defaulted = No date stated (counted from today)
import-weighty = Head, contact or class changes
import-undated = No date stated, counted from today
import-upheaval-question = The head, the contact or the class of { $count } households would change, more than a tenth. Is it the right file? [y/N]{" "}
import-unknown-columns = Columns not used: { $names }
import-problem = { $severity } { $sheet }row { $row } "{ $column }"={ $value }: { $message }
import-sheet = sheet "{ $sheet }"{" "}
import-skipped-row = Passed over { $sheet }row { $row }, { $reason }: { $text }
import-sheet-hidden = Not read: the hidden sheet "{ $sheet }"
import-sheet-not-read = Not read: sheet "{ $sheet }" with { $rows } rows; it has no headings of a roster
import-member = New member
import-last-visit = Last visit

## household

household-code = Household code
household-class = Class
household-since = Since
household-due = Due
household-last-visit = Last visit
household-member = Member
household-visit = Visit
household-alert = Alert
household-problem = Problem

## sheet

sheet-title = Visit record
sheet-this = This time
sheet-last = Last time, { $on }
sheet-no-last = Last time: none
sheet-sign-household = Household (head or member): ________________    Date: ______________
sheet-sign-visitors = Visitors: ________________  ________________    Date: ______________
sheet-written = Wrote { $count ->
    [one] { $count } page
   *[other] { $count } pages
}: { $file }
sheet-no-visits = This household has no entered visit in that time; nothing was written. Choose other days, or log a visit first.
sheet-sign-village = Village committee (seal): ________________        Date: ______________
sheet-title-of = Visit record, { $place }
sheet-filled-by = Filled in by
sheet-filled-on = Filled in on
sheet-unit-and-post = Visitor's unit and post
sheet-because = { " " }(because: { $reason })
sheet-due = due by { $on }
sheet-blank-working = Writing the blank sheets…
sheet-blank-none = No household is due by { $until }; nothing was written.
sheet-blank-name = Blank visit records { $on }
sheet-never-visited = This household has no entered visit yet; nothing was written. Log a visit first, or write a blank record with --blank.
sheet-code-and-file = Name the household's code and the file to write: huifang sheet CODE FILE.xlsx; nothing was written.
sheet-no-file = Name the file to write: huifang sheet --blank FILE.xlsx; nothing was written.
sheet-one-or-some = --until, --village and --contact choose among the households that are due; leave them or the code out. Nothing was written.

## Besides

list-comma = ,{" "}
yes = yes
no = no
days = { $days } d
never-visited = none
field-change = { $what }: { $old } → { $new }

cli-option-debug = Write more into the log (huifang.log in the data folder)
cli-doctor = What somebody who helps has to know: versions, system, places, terminal, database; nothing of persons
doctor-program = Program
doctor-sqlite = SQLite
doctor-cipher = SQLCipher
doctor-language = Language
doctor-system = System
doctor-terminal = Terminal
doctor-data = Data folder
doctor-config = Configuration
doctor-disk = Disk
doctor-clock = Clock
doctor-database = Database
doctor-lock = Lock
doctor-backups = Backups
doctor-opened = Opened
doctor-locked = not opened: it has a passphrase (give --passphrase-file)
doctor-counted = Counted (h/v/r)
doctor-policy = Policy
doctor-log = Last lines of the log:
doctor-more = huifang check looks at every page and record of the database.
cli-option-out = Write the result to a file that Windows reads too, instead of printing it
result-not-written = The result could not be written to { $file }; nothing else was changed. Check the folder and its permissions.
result-none = This command prints nothing: no file was written for --out.
doctor-no-key-file = none beside it (no passphrase, or its key file is missing)
doctor-passphrase = a passphrase
doctor-missing = no database yet
doctor-not-opened = not opened ({ $code }): huifang due says what to do
household-income-of = Net income { $month }
household-measure = Measure
household-income-open = not complete
