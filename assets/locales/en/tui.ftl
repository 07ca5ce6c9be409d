### The interface: lists, windows, keys, commands

## no

no-terminal = The interface needs a terminal; nothing was changed. Run it in a terminal window, or use commands such as huifang due and huifang show.
no-shell = There is no shell to go to: the program is this window's own command.
no-such-key = “{ $key }” is not a key here; ? or F1 lists the keys.

## weekday

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

## Tab

Tab-overdue = Overdue
Tab-due = Due
Tab-later = Later
Tab-all = All

## SortBy

SortBy-due = due date
SortBy-village = village and group
SortBy-name = name
SortBy-last_visit = last visit

## HouseholdTab

HouseholdTab-overview = Overview
HouseholdTab-visits = Visits
HouseholdTab-income = Income
HouseholdTab-measures = Measures
HouseholdTab-risk = Risk

## Context

Context-everywhere = Everywhere
Context-welcome = Welcome
Context-households = Households
Context-typing = Search
Context-household = Household
Context-form = Form
Context-import = Import
Context-reading = Reading
Context-choosing = Choosing
Context-visits = Visits
Context-gate = Passphrase
Context-calendar = Calendar
Context-income = Income
Context-measures = Measures
Context-risk = Risk
Context-overview = Overview
Context-problems = Ledger of problems
Context-procedures = Clues and procedures
Context-narrowing_procedures = Narrowing clues and procedures
Context-procedure = A procedure
Context-rounds = Rounds
Context-groups = Key groups
Context-audit = Audit
Context-narrowing_findings = Narrowing the findings
Context-narrowing = Narrowing a list
Context-places = Villages and townships
Context-settings = Settings
Context-history = History

## Command

Command-help = Every key of this screen
    .short = Help
Command-log_visit = Log a visit
    .short = Visit
    .also = record, new
Command-search = Search households
    .short = Search
    .also = find
Command-filter = Filter by village, contact, class, alert, or those that left
    .short = Filter
Command-sort = Sort another way
    .short = Sort
Command-why_due = Why it is due
    .short = Why
Command-palette = Command palette
    .short = Commands
Command-open = Open, choose
    .short = Open
Command-confirm = Confirm
    .short = OK
Command-mine = Only my households
    .short = Mine
Command-import = Import a roster
    .short = Import
    .also = Excel, spreadsheet, xlsx, csv
Command-add_household = Add a household
    .short = Add
    .also = new
Command-edit = Edit this household; with marks, change those marked
    .short = Edit
    .also = facts
Command-edit_contact = Change a contact’s unit, post, phone (by contact)
    .short = Contact
Command-take_last = Take last time's amount
    .short = Last amount
Command-next_section = Next section
    .short = Section
Command-save = Save, confirm
    .short = Save
Command-discard_draft = Discard the draft, begin afresh
    .short = Start over
    .also = delete
Command-good_rows = Leave out rows with errors
    .short = Good rows
Command-next_tab = Next tab
    .short = Tabs
Command-previous_tab = Previous tab
Command-demo = Look at a made-up village
    .short = Demo
Command-next = Next field
    .short = Next
Command-previous = Previous field
Command-up = Up
Command-down = Down
Command-page_up = Page up
Command-page_down = Page down
Command-first = To the first
Command-last = To the last
Command-redraw = Redraw the screen
    .also = refresh
Command-suspend = Suspend (fg goes on)
Command-reveal = Show whole numbers for 30 seconds (it is logged)
Command-lock = Lock the screen
Command-other_proof = Passphrase or recovery code
Command-back = Back (drafts are kept)
    .short = Back
Command-quit = Quit
    .short = Quit
    .also = exit, close
Command-clear_field = Clear this field
    .short = Clear
Command-who_am_i = Say who I am
    .short = Who
    .also = name, identity, login
Command-calendar = Calendar
    .short = Calendar
Command-undo = Undo
Command-redo = Redo
Command-correct_visit = Correct this visit
    .short = Correct
Command-void_visit = Void this visit
    .short = Void
    .also = delete
Command-print_sheet = Sheet of this visit (xlsx)
    .short = Sheet
    .also = print, export
Command-print_papers = The papers that the step asks for: a notice by its form, all else filled in with what is known
    .short = papers
Command-water_report = Water report of the village
    .short = Water
    .also = test
Command-edit_month = Enter or correct this month
    .short = Edit
Command-void_month = Take back a month entered here
    .short = Take back
Command-switch_window = Switch the window: the policy’s, the running one, the last 12 months
    .short = Window
Command-fall_reasons = State why the income fell
    .short = Reasons
Command-add_measure = Add a measure
    .short = Add
Command-edit_measure = Change this measure
    .short = Change
Command-void_measure = Take back this measure
    .short = Take back
Command-change_status = Change the status: eliminated, rolled back, category, left the list …
    .short = Status
    .also = mark, eliminate, roll back
Command-attest = Attest what no record shows: spending, labour, consent
    .short = Attest
Command-mark_group = Say that a household is in a key group, or is not
    .short = groups
Command-hand_out = Lists for the contacts: the households shown, a sheet each
    .short = Lists
    .also = hand out, print, export
Command-rounds = Rounds: what the plan asks by a day, days left, who is open
    .short = Rounds
    .also = deadlines
Command-groups = Key groups: how many are in each, whom the sweep has reached, who is left
    .short = groups
Command-audit = Audit: what on file does not agree, and where it is mended
    .short = Audit
    .also = data quality errors
Command-check_findings = It is right as it is, and why (those marked, or this one)
    .short = Is right
Command-uncheck_finding = Look at it again
    .short = Look again
Command-household_list = Back to the list of households
    .short = List
Command-overview = Overview: by village, contact or class
    .short = Overview
    .also = totals, dashboard, progress, late
Command-write_report = Write the report of a month, quarter, half year or year
    .short = Report
    .also = monthly, export, print
Command-months = The months, and this one by day
    .short = Months
    .also = calendar
Command-next_column = Next column
    .short = Column
Command-previous_column = Previous column
    .short = Column
Command-procedures = Clues and procedures: by what is due next; on a household, its own
    .short = Procedures
    .also = clue, identification, elimination, notice
Command-add_clue = A new clue: who, where, what
    .short = New clue
    .also = telephone, report
Command-procedure_other = Refuse, withdraw, green channel, meeting, give it to somebody
    .short = Other
    .also = green channel, refuse, withdraw, meeting
Command-open_household = The household
    .short = Household
Command-problems = Ledger of problems, by deadline
    .short = Problems
    .also = close, told back, deadline
Command-mark = Mark this one, or not
    .short = Mark
Command-mark_range = Mark all from the last mark to here
    .short = Mark range
    .also = range
Command-mark_all = Mark all, or none
    .short = All
Command-close_problems = Close those marked, or this one
    .short = Close
    .also = solved, done
Command-told_back = Told back today
    .short = Told back
    .also = feedback
Command-reopen = Open closed problems again
    .short = Reopen
    .also = undo
Command-print_problems = Write the ledger of problems as a table
    .short = Ledger
    .also = export, print
Command-places = Villages and townships: share of unresolved persons
    .short = Places
    .also = totals, summary
Command-registered = State the registered population
    .short = Population
Command-settings = Settings: the policy and its values
    .short = Settings
    .also = options, preferences, rules
Command-set_here = Use this policy, change this value
    .short = Use, change
Command-take_back = Take back: the last change of several, a value of this database
    .short = Take back
Command-history = What was recorded: who, when, why, from what to what
    .short = History
    .also = log, revisions
Command-void_record = Void the selected entry
    .short = Void
Command-group_by = Group by village, contact, class, or not
    .short = Group
Command-save_view = Save this view under a digit: filter, order, groups
    .short = Save view
    .also = saved filter
Command-sort_backwards = Reverse the order
    .short = Reverse
Command-blank_sheets = Blank visit records for the households due this week
    .short = Blanks
    .also = print

## help

help-title = Help · { $place }
help-overview = Asked for: households that their cadence asks to be visited by the end of the month, also those visited in it already. Visited: of these. Extra: visited though not asked for, and never in the percent. No visit: overdue, and no visit on file counts. Low inc.: income complete and below the line. Checks: the last answer is *not secured*. The list’s count of the month has the extra visits in it.
help-households = Typing Han characters starts a search; heads and members, pinyin, initials, codes, the tail of an ID, phones, villages, groups and contacts are all found, several words with blanks between. The digits 1 to 4 switch tabs, 1 to 9 bring saved views back (V saves one). An ! after a name means alerts: open the household and look at Risk. ✎ means a form that was begun. With an input method on, use the Ctrl chords or the function keys.
help-form = A digit answers a choice and moves on; full-width digits and punctuation will do. Every change is kept as a draft at once; leaving with Esc loses nothing.
help-anywhere = With an input method on, use the Ctrl chords or the function keys.
help-terms = Monitored households (监测对象) are of three categories: out of poverty and unstable (脱贫不稳定户), on the edge of poverty (边缘易致贫户), sudden severe hardship (突发严重困难户). Their risk stands (未消除) until it is eliminated by decision (风险消除). Two no-worries and three guarantees (两不愁三保障): food and clothing; schooling, medical care, housing. Due means: in this calendar month, or within ten days.
help-mouse = The wheel and a click choose; another click on what is chosen opens it. Hold Shift (in some terminals Option or Fn) to select text or paste; mouse = false in the configuration leaves the mouse to the terminal.

## palette

palette-title = Commands (type English, Chinese or pinyin)
palette-household = Household
palette-none = Nothing found. Commands, households, villages and contacts are searched, in Chinese, pinyin or English.
palette-elsewhere = “{ $command }” works in: { $place }.

## home

home-search = Search
home-found = { $count } found
home-nobody = No households here.
home-not-found = Not found. Try a name, pinyin initials, part of a code, phone; Esc clears.
home-progress = Visited this month { $visited }/{ $of }

## column

column-due = Due
column-late = Late
column-name = Head
column-place = Village
column-class = Class
column-last = Visited
column-contact = Contact
column-risk = Risk
column-phone = Tel
column-alerts = Alerts

## filter

filter-title = Filter (Space or Enter chooses, Esc closes)
filter-everything = All households
filter-village = Village
filter-contact = Contact
filter-mine = Mine
filter-only = only: { $what }
filter-alert = Alert
filter-due-in = Due in
filter-visited-in = Visited
filter-hint = type to find
filter-none = Nothing found; Backspace goes back.
filter-drafts = With a draft

## preview

preview-why = Why it is due
preview-checks = Checks last time
preview-income = Income of the last 12 months ({ $first } to { $last })
preview-this-month = { "  " }this month { $net }
preview-problems = Problems

## rule

rule-calendar-month = at least once each calendar month
rule-calendar = at least once every { $months } calendar months
rule-calendar-quarter = at least once each quarter
rule-calendar-half = at least once each half of the year
rule-calendar-year = at least once each calendar year
rule-rolling = at least once every { $months } months
rule-rolling-half = at least once every half year
rule-rolling-year = at least once a year
rule-rounds = at least once in each of the months { $months }

## why

why-title = Why due · { $name }
why-policy = Policy
why-rule = Rule
why-modes = Modes
why-anchor = Runs from
why-visit = { $on } { $mode }
why-since = no counted visit since { $on }
why-sum = { $anchor }; { $rule } → by { $due }.
why-overdue = Today is { $today }: { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}.
why-never = Neither roster nor records have a visit to this household.
why-no-cadence = This class has no cadence; visit when there is a clue.
why-origin = Rule from
why-not-counted = The visit of { $on } ({ $mode }) does not count: only { $modes } does.
why-nobody-met = Nobody was met on { $on }: that does not count.
why-and = { $sum } { $tried }

## household

household-status = Status
household-facts = Facts
household-members = Members
household-no-visits = No visits yet. n or F2 logs one.
household-last-answers = Checks on { $on }
household-saved = Saved { $name }: { $due }{ $place }

## visit

visit-title = Visit of { $on }
visit-voided = Voided
visit-counted = Cadence
visit-counts = counts
visit-counts-not = does not count
visit-origin = Origin
visit-entered = Entered at
visit-no-answers = nothing checked
visit-saved = Saved the visit to { $name }: { $due }{ $place }
visit-is-void = This visit is void.
visit-of-roster = A visit brought by a roster holds nothing to correct; if it is wrong, press d to void it.
visit-revisions = Revisions
visit-corrected = Corrected, { $due }; Enter shows what was there before.
visit-voided-said = Voided, { $due }.
visit-more = ... Enter shows all

## saved

saved-due = next by { $due }
saved-no-due = no next date is set
saved-place = , now under "{ $place }".
saved-unmoved = still due by { $due }
saved-overdue = was due on { $due }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} overdue

## import

import-title = Import a roster
import-path = Roster file: paste its path, or choose with the arrows
import-found = Spreadsheets found:
import-no-files = No spreadsheet was found here. Type the full path, or drop the file into the window.
import-name-a-file = Choose or type a file first.
import-reading = Reading… Esc stops
import-applying = Importing: a backup first, then household by household. Esc stops, and then nothing is changed
import-errors = Errors
import-warnings = Warnings
import-sheets-not-read = Sheets not read
import-skipped = Rows that are not households
import-columns = Columns not used
import-next-apply = Nothing has been changed yet. Enter or Ctrl-S imports; Esc goes back.
import-next-errors = Rows with errors keep this from being imported. Correct the sheet and come back; or leave those rows out with F4 (Ctrl-T).
import-next-good-rows = Rows with errors will be left out. Enter or Ctrl-S imports the rest; F4 (Ctrl-T) takes this back.
import-applied = Imported: { $new } new, { $changed } changed, { $unchanged } unchanged. I lists the imports, to look at and take back.
import-new-by-village = New, by village

## welcome

welcome-title = Welcome to huifang
welcome-what = There are no households yet. huifang remembers by when each household must be visited again, and takes down visits, incomes and the two no-worries and three guarantees at the kitchen table, without a network. All data stays on this computer.
welcome-import = Import the village's roster (.xlsx, .xls, .csv …)
welcome-add = Add a household by hand
welcome-demo = Have a look first: a made-up village, nothing is kept

## void

void-title = Void visit
void-question = Void the visit of { $on }? It counts no more, its income and its problems are void with it, problems that it closed are open again; it can still be read. Say why:
void-problem-touched = Not voided: a problem that it found was dealt with since. Nothing was changed; correct the visit instead.

## revision

revision-first = first recorded
revision-correction = corrected
revision-void = voided
revision-reason = Reason: { $reason }

## SettingsTab

SettingsTab-values = Values
SettingsTab-policies = Policies
SettingsTab-appearance = Language, theme, database

## ThemeName

ThemeName-default = Default
ThemeName-light = Light
ThemeName-high_contrast = High contrast

## settings

settings-language = Language
settings-theme = Theme
settings-no-colour = NO_COLOR is set: no colour is shown, whatever the theme. The choice is kept.
settings-appearance-about = Enter chooses: it is shown at once and kept for this computer.
settings-not-kept = The choice holds until you quit: the configuration cannot be written. Nothing else was changed.

## theme

theme-about-default = For dark and light backgrounds; grey is your own text colour, dimmed.
theme-about-light = For a light background: blue and magenta in place of cyan and yellow.
theme-about-high_contrast = No greys, no thin colours: what matters is bold.

## database

database-title = Database
database-question = Which database is to be opened? Type or paste its path; it must be there already.
database-opened = Opened { $path }; it is opened from now on.
database-about = Enter opens another database, now and at the next start; --db at the start still names one.

## Besides

app-name = huifang
app-demo = demo, nothing is kept
colon = :{" "}
list-semicolon = ;{" "}
persons = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
by-day = by { $day }
since = since { $on }
terminal-failed = The terminal failed and the interface was closed; what you typed is kept as a draft. Run it again.
dumb-terminal = This terminal cannot place text on the screen (TERM=dumb); nothing was changed. Use another terminal, or commands such as huifang due and huifang show.
crashed = huifang has ended because of a fault of its own (at { $place }). What you typed is kept as a draft; open it again to go on, and please report the place.
too-small = The window is too small: please enlarge it to { $columns } columns and { $lines } lines or more.
how-to-quit = Ctrl-Q or F10 quits.
tab-never = ({ $count } never)
sorted-by = Sorted by { $order }.
sorted-backwards = Sorted backwards: { $order }
months-recorded = { $n } of { $of } months recorded
coverage-title = Coverage
coverage-legend = { $yes } visited   { $no } missed   { $dot } not asked   { $running } not yet this month
confirm-title = Please confirm
confirm-keep = No, go back
discard-question = Discard this draft and begin afresh? What it holds cannot be brought back.
discard-yes = Discard the draft
who-title = Who am I
who-question = Before the first save, say who you are: type your name, or choose it with the arrows, and press Enter. You will not be asked again.
drop-question = "Met" says nobody: the { $count } answers filled in will not be saved. Save all the same?
drop-yes = Save without them
ask-hint = Enter confirms, Esc goes back
ask-hint-empty = Type an answer, then Enter; Esc goes back
language-name = English
last-try = { $on } { $how }, no
income-people-of = { $count ->
    [one] { $count } person
   *[other] { $count } people
} on { $on }
drafts-open = { $count ->
    [one] { $count } visit form was begun and not saved
   *[other] { $count } visit forms were begun and not saved
}: F4 shows only those.
sheet-written-demo = Wrote { $count ->
    [one] { $count } page
   *[other] { $count } pages
}: { $file }. This is the demo: the file goes with it.

widths-ascii = This terminal draws lines two columns wide: plain characters are used (glyphs = "unicode" in config.toml changes it).

keys-of-text = In a text
keys-of-days = In a calendar, besides
keys-of-answers = Answers, views and tabs
keys-digit = In a form: answers a choice, and goes on
keys-tick = In a form, where several may be chosen: ticks one after the other; 0 is none of them
keys-arrows = In a form: steps through the answers of a choice
keys-view = In the list: the saved view of that digit
keys-tab = The next and the previous tab of a list or a household
Editing-delete_back = Delete the character before
Editing-delete_next = Delete the character behind
Editing-left = A character left
Editing-right = A character right
Editing-word_left = A word left
Editing-word_right = A word right
Editing-start = To the start
Editing-end = To the end
Editing-delete_line = Delete all of it
DayStep-day_before = The day before
DayStep-day_after = The day after
DayStep-week_before = A week before
DayStep-week_after = A week after
DayStep-month_before = A month before
DayStep-month_after = A month after
DayStep-today = Today
demo-title = Five things to try
demo-try-1 = w  why the household under the cursor is due; Esc leads back
demo-try-2 = n  log a visit: digits answer, Ctrl-S saves
demo-try-3 = Enter, then Tab: its visits, incomes, risk
demo-try-4 = o  the cadre's overview; Enter opens a number
demo-try-5 = b  l  blank sheets and lists to take along
demo-more = All is made up and goes when you quit. F1 lists keys; Esc closes this.
