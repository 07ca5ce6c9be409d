### The command line

cli-about = huifang (回访): household revisits that keep people from falling back into poverty; by keyboard, all data on this computer.
cli-after-help =
    Without a command the interface opens. To have a look first: huifang demo
    Exit codes: 0 done; 1 done, with problems that are listed; 2 refused, nothing changed.
cli-option-db = The database file (otherwise in the data folder)
cli-option-today = Take this day for today
cli-option-lang = Language of the interface
cli-option-as = Who I am: the name of a help contact
cli-option-ascii = Draw lines and marks with ASCII characters only
cli-demo = Open the interface on made-up households; nothing is kept
cli-import = Import a roster (.xlsx or .csv)
cli-import-file = The roster file
cli-import-dry-run = Show the plan and change nothing
cli-import-good-rows = Leave out rows with errors and import the rest
cli-json = Print JSON
cli-due = List households by due date
cli-due-overdue = Only those overdue
cli-due-village = Only this village
cli-due-contact = Only this help contact
cli-show = Everything about one household
cli-show-code = The household's code
cli-show-unknown = There is no household with the code { $code }. huifang due lists the codes.
cli-import-plan = The plan (nothing has been changed yet):
cli-import-done = Imported:

list-comma = ,{" "}
yes = yes
no = no
days = { $days } d
never-visited = none
relation-head = head
field-change = { $what }: { $old } → { $new }

import-new = New
import-changed = Changed
import-unchanged = Unchanged
import-absent = Not in the file (left alone)
import-conflicts = Conflict (value here stays)
import-since-defaulted = Without a date (from today)
import-unknown-columns = Columns not used: { $names }
import-problem = { $severity } row { $row } "{ $column }"={ $value }: { $message }
import-member = New member
import-last-visit = Last visit

household-code = Household code
household-class = Class
household-since = Since
household-due = Due
household-last-visit = Last visit
household-member = Member
household-visit = Visit
household-problem = Problem

cli-due-nobody = Nobody fits. Check that the village and the contact are written in full.
