### Imports

## import

import-before = {" "}This very content was imported before, as import { $number }.
import-next-join = v joins the spellings of villages.{" "}
import-next-part = Villages are joined; v parts them.{" "}
import-upheaval = The head, the contact or the class of { $count } households would change, more than a tenth. Is it the right file?
import-upheaval-yes = It is, import it

## cli

cli-imports = The imports that were made here: look at each, take one back
cli-imports-list = Every import made here, the newest first
cli-imports-show = Everything that an import said: problems, rows passed over, conflicts, households not in the file
cli-imports-undo = Take an import back: households it touched are as before, those it brought are gone
cli-imports-number = The number of the import (see imports list)
cli-imports-others = Leave households with something recorded since, and take the others back
cli-imports-yes = Take it back without asking
cli-import-column = Assign a column by hand: which field a heading is (such as 责任人电话=phone), none behind the sign, or auto for what it says itself; remembered for the next file with these headings
cli-import-villages = Several spellings of one village: join them (and in files to come), or leave them apart

## imports

imports-none = No roster has been imported yet.
imports-nobody = (no name given)
imports-line = { $number }  { $at }  { $author }  { $file }  { $new } new, { $changed } changed, { $unchanged } unchanged
imports-is-undone = [taken back]{" "}
imports-undone = {" "}Taken back on { $at } by { $by }.
imports-undo-plan = Taking back import { $number }: { $what }.
imports-undo-done = Import { $number } was taken back: { $what }.
imports-undo-withdrawn = { $count } households go
imports-undo-restored = { $count } are as before it
imports-undo-kept = { $count } stay, since something was recorded of them later
imports-undo-nothing = it had changed nothing
imports-undo-question = {" "}Take it back? [y/N]{" "}
imports-undo-not-confirmed = Not confirmed; nothing was changed. Add --yes to take it back without asking.
imports-kept = { $code } { $name } { $village }: recorded since: { $because }
imports-title = Imports
imports-number = No.
imports-at = When
imports-author = By
imports-file = File
imports-by = Import { $number }, { $at }, { $by }.
imports-undoing = Taking back… Esc stops, and then nothing is changed
imports-kept-title = Households that would stay as they are
imports-undo-yes = Take this import back
imports-undo-others = Take the others back
imports-planning = Looking what taking it back would do… Esc goes back
imports-undone-but-for = {" "}Not for { $count } households, which can still be taken back.
imports-later = import { $number }
imports-later-first = {" "}Take back import { $number } first, and this one can be taken back whole.
imports-undo-look = {" "}Press u again to take the others back; Esc leaves it. Joined villages and columns assigned by hand stay.

## UndoRefused

UndoRefused-no_such_import = There is no such import; nothing was changed. See the numbers with huifang imports list.
UndoRefused-already_undone = This import was taken back already; nothing was changed.
UndoRefused-recorded_since = Something was recorded of { $kept } households since, so the import cannot be taken back whole; nothing was changed. With --others the other households go back.
UndoRefused-cancelled = Stopped; nothing was changed.

## KeptFor

KeptFor-household = a change of facts
KeptFor-member = a change of a member
KeptFor-status_change = a change of status
KeptFor-visit = a visit
KeptFor-month_income = a month's income
KeptFor-problem = a problem
KeptFor-measure = a measure
KeptFor-attestation = an attestation
KeptFor-fall_reasons = reasons for a fall of income
KeptFor-checked_finding = a checked finding
KeptFor-draft = a draft that was not saved
KeptFor-code_taken = its code before is another household's now
KeptFor-later_import = a later import

## columns

columns-nothing = not read
columns-class = category (or household type)
columns-by-hand = "{ $heading }" is { $field }
columns-about = What each heading is read as. Enter changes it; a change is remembered for the next file with these headings. Esc goes back and reads the file again.
columns-heading = Heading
columns-field = Read as
columns-sample = First cell
columns-table = { $sheet } row { $row }
columns-is-by-hand = { $field } (by hand)
columns-choose = "{ $heading }" is
columns-as-it-says = what the heading says itself
columns-help = Where the headings have other names, Ctrl-E lets you say what each column is.
columns-no-file = Read a file first (Enter), then assign its columns.
columns-by-hand-title = Columns assigned by hand

## villages

villages-joined = "{ $spelt }" is "{ $kept }", { $count } households
villages-offered = "{ $spelt }" and "{ $kept }", { $count } households
villages-title = Perhaps one village
villages-joined-title = Villages joined
villages-nothing = No village of this file has several spellings.

## Column

Column-code = Household code
Column-head_name = Head of household
Column-village = Village
Column-category = Category (of a monitored household)
Column-head_id_number = The head's ID number
Column-person_name = Name (of a member)
Column-id_number = ID number (of a member)
Column-phone = Phone (of the household)
Column-person_phone = Phone (of a member)
Column-township = Township
Column-group = Villagers' group
Column-of_head = More about the head
Column-address = Address (township, village, group in one cell)
Column-population = Number of people
Column-household_type = Household type
Column-identified_on = Identified on
Column-out_of_poverty_on = Out of poverty on
Column-risk_eliminated = Risk eliminated or not
Column-eliminated_on = Risk eliminated on
Column-risk = Risk
Column-contact = Help contact
Column-of_contact = The contact's unit, post, phone
Column-last_visit = Last visit
Column-member_code = Member's code
Column-relation = Relation to the head
Column-sex = Sex
Column-born_on = Born on
Column-schooling = Schooling
Column-health = Health
Column-labour = Labour skills
Column-gone = Dead or moved away
Column-entered_on = Entered into the system on
Column-supported = Supported person (tekun)
Column-supported_since = Supported since
Column-disability = Kind of disability
Column-disability_grade = Grade of disability
Column-disability_since = Disabled since
Column-severe_illness = Severe illness
Column-severe_illness_since = Severely ill since
Column-chronic_illness = Chronic illness
Column-chronic_illness_since = Chronically ill since
Column-minimum_allowance = Minimum allowance
Column-minimum_allowance_since = Allowance since
Column-whole_allowance = Whole household on minimum allowance
Column-whole_allowance_since = Whole household on it since
Column-allowance_applied_on = Applied for the allowance on
Column-relocated_to = Relocated to
Column-dwelling_scheme = Dwelling rebuilt under
Column-member_ground = Ground for the number of people

## Context

Context-import_plan = Plan of an import
Context-columns = Columns
Context-imports = Imports
Context-working = At work
Context-opened_import = One import

## Command

Command-imports = The imports that were made: look, take back
    .short = Imports
    .also = undo
Command-apply_import = Import as planned
    .short = Import
Command-columns = Assign columns by hand
    .short = Columns
Command-assign_column = Say what this heading is
    .short = Assign
Command-join_villages = Join the spellings of one village, or part them again
    .short = Join villages
Command-undo_import = Take this import back
    .short = Take back

## Besides

ImportError-no_such_heading = The file has no heading "{ $heading }"; nothing was changed. Look at the headings behind --column.
KeptFor-clue = a clue
