### Forms: the visit, the household, the water report

## form

form-when = When and how
form-income = Income of a month
form-checks = Two no-worries, three guarantees
form-water = Drinking water
form-changes = Changes
form-problems = Problems and requests
form-signature = Signature
form-who = Household and place
form-class = Class
form-members = Members
form-visit = Visit
form-add-household = Add a household
form-edit-household = Edit { $name }
form-draft-kept = Draft kept { $at }
form-nothing-typed = Nothing typed yet
form-last = Last checks { $on } { $mode }, at the right
form-no-last = Nothing checked yet
form-resumed = Going on with the draft of { $at }; Ctrl-R begins afresh.
form-draft-behind = Not kept since { $at }
form-draft-never = Not kept
form-draft-elsewhere = Another draft of this is being kept elsewhere ({ $who } { $at }); this one begins afresh.
form-draft-unreadable = The draft of { $at } cannot be read; it is kept aside and does not stand in the way.
form-draft-stays = The draft is kept and marked in the list; logging a visit goes on with it.
form-discarded = The draft was discarded.
form-not-complete = Not saved yet: please fill what is marked. Nothing is lost.
form-nothing-to-take = Only amounts and the water report can be taken from last time; checks must be made on the spot.
form-date = Date
form-met = Met
form-met-other = somebody else
form-met-nobody = nobody
form-met-name = Name
form-met-relation = Relation to head
form-month = Month
form-net = Net income
form-net-unknown = once all five are given
form-source = Source
form-source-amount = Amount of it
form-source-detail = Detail
form-source-counts = Counts
form-check-note = └ why
form-problem = Problem
form-problem-check = └ about
form-problem-unit = └ unit in charge
form-problem-deadline = └ deadline
form-problem-state = └ solved
form-hint-date = A day, like 2026-11-22, 1122, 22, yesterday, -3, mon; F8 opens a calendar
form-hint-rough-date = A date such as 2026-11-22; 2026-11 or 2026 where only that is known
form-hint-month = The month, like 2026-11 or 11
form-hint-amount = Yuan, or a sum like 150*22+600; 0 for none, empty if not asked
form-hint-amount-beside = Yuan; leave empty if none
form-hint-source-detail = Place and months of work, end of the contract
form-hint-check-note = At risk or not secured: say why
form-hint-any = Several: a digit ticks or unticks, 0 is none, Enter goes on
form-hint-problem = What is wrong; leave empty if nothing
form-hint-code = The household's code; digits, letters and dashes
form-hint-id = Resident ID, 18 places; leave empty if unknown
form-hint-needed = Needed
form-hint-optional = Leave empty if unknown
form-hint-member = A member's name; leave empty if none; emptied, the member is taken off
form-hint-relation = Such as head, 配偶, 之子
form-problem-date = This is not a date. Write it like 2026-11-22, 1122 or yesterday.
form-problem-future = The date lies after today. Correct it.
form-problem-too-early = The date lies before 2000. Correct it.
form-problem-visitor = Say who visited.
form-problem-mode = Choose the mode: it decides whether the visit counts.
form-problem-met = Choose who was met; 0 if nobody.
form-problem-met-name = Give the name of the person met.
form-problem-note = At risk or not secured: say why.
form-problem-not-applicable = "Not applicable" is for schooling only.
form-problem-reason = Not signed: say why.
form-problem-month = This month cannot be read. Write it as 2026-11 or 11.
form-problem-month-future = This month has not begun. Correct it.
form-problem-amount = This is not an amount. Write a number or a sum, like 3200 or 150*22+600.
form-problem-amount-negative = An amount cannot be below 0.
form-problem-amount-large = An amount cannot be above 99,999,999.99 yuan.
form-problem-amount-commas = A comma only parts thousands (3,200). Write a decimal with a point: 300.50.
form-problem-amount-fine = An amount has two decimals at most.
form-problem-code = Give the household's code: digits, letters and dashes.
form-problem-value = This value cannot be read. Correct or empty it.
form-draft-stays-household = The draft is kept; adding or editing again goes on with it.
form-correction = Correction
form-risk = Spending and verdict
form-correct-visit = Correct visit
form-correction-reason = Reason
form-hint-correction = Why it is corrected, required; what was there can still be read
form-problem-correction = Say why it is corrected.
form-why = └ reason
form-hint-why = Give the reason and it can be saved
form-schooling = School: { $name }
form-uninsured = Not insured
form-insured-all = all insured
form-water-lower = └ lower to at risk
form-water-lower-yes = at risk (seasonal shortage, damaged pipe …)
form-water-lower-no = no
form-water-report = report { $on } { $level }
form-problem-offer = └ list as problem
form-problem-offer-yes = list it
form-problem-offer-no = no
form-problem-population = Say by how many, like +1 or -2.
form-spending = Large spending
form-spending-amount = └ amount
form-spending-solved = └ solved
form-open-problem = Left open
form-closed-yes = solved, close it
form-closed-no = still open
form-closing-note = └ what was done
form-hint-closing = What was done and by whom; needed to close it
form-problem-closing = Say what was done.
form-hint-deadline = Deadline, like 1231, +30, fri
form-problem-deadline-past = The deadline lies before the visit. Correct it.
form-problem-verifiers = A verification takes { $count } visitors; with fewer, choose “routine” as the purpose.
form-problem-water = The answer on water follows from its indicators, or is lowered to at risk.
form-problem-amount-division = No division here, it would leave fractions. Write the result.
form-hint-report = Who tested, the number of the report; may stay empty
form-draft-stays-correction = The draft of the correction is kept and marked in the timeline; e or Ctrl-E goes on with it.
form-draft-stays-report = The draft is kept; open the water report again to go on.
form-problem-child = There is a child of 6 to 15: education cannot be “not applicable”.
form-draft-out-of-date = This visit was corrected meanwhile, so this correction cannot be saved. What you typed is kept in its draft; note what you still need, then Ctrl-R begins from what stands there now.
form-population-impossible = With that change the household would not have 1 to 99 persons; nothing was saved, everything is still here. Check the number.
form-unreadable = unreadable
form-no-last-amount = There is no amount of last time here.
form-month-on-file = this month is on file
form-hint-measure = digits tick several; 0 = not delivered, none = not asked
form-open-policy = Due last time
form-policy-found = { $what } (visit of { $on })
form-unchanged = Nothing changed yet
form-no-choice = Choose by one of the digits or letters listed; this is none of them, nothing changed.
form-water-lower-key = { $key } lower to at risk
form-status-elsewhere = c on the Risk tab
form-problem-month-missing = Say which month the amounts are of.

## unkept

unkept-question = What you typed could not be saved, not even as a draft; leaving loses it. Leave all the same?
unkept-yes = Leave, and lose it
unkept-left = What was typed last could not be kept and is gone.

## HouseholdFault

HouseholdFault-code_taken = Another household has this code. Check it.
HouseholdFault-name_missing = Give the head of household.
HouseholdFault-village_missing = Give the village.
HouseholdFault-class_unknown = Choose the household type: it decides the cadence.
HouseholdFault-status_by_its_verb = This would make it a household of another class. A change of status or category has its own form, c on the risk page, with its day and its reason. Nothing was saved, all that was typed is here.

## WaterReportFault

WaterReportFault-level_missing = Choose the result.
WaterReportFault-day_in_future = { form-problem-future }
WaterReportFault-day_too_early = { form-problem-too-early }

## Warning

Warning-wage_low = A wage below 100: the unit is yuan. If it is right, say why.
Warning-jump = { $item } halved or doubled against last time ({ $was }). If it is right, say why.
Warning-population_not_ticked = The number of people differs from last time, and no change of population is ticked. If it is right, say why.
Warning-education_though_out = A child is out of school, yet education is secured. If it is right, say why.
Warning-medical_though_uninsured = Somebody is not insured, yet medical care is secured. If it is right, say why.
Warning-housing_though_unsafe = The dwelling is of grade C or D, yet housing is secured. If it is right, say why.

## clock

clock-behind = The computer's clock stands before what was recorded at { $at }. Days would be counted wrongly: set the clock first. Is it right all the same?
clock-far-ahead = The program was last used at { $at }, more than half a year ago by this clock. Is the clock right?
clock-behind-told = The computer's clock stands before what was recorded at { $at }: days are counted wrongly until it is set.
clock-yes = It is right, save

## calendar

calendar-title = { $year }-{ $month }
calendar-legend = { $mark } visited
calendar-hint = Arrows, PgUp/PgDn month
calendar-no-day = This field is not a date.
calendar-day-1 = Mo
calendar-day-2 = Tu
calendar-day-3 = We
calendar-day-4 = Th
calendar-day-5 = Fr
calendar-day-6 = Sa
calendar-day-7 = Su

## water

water-report-title = Water report of a village
water-report-village = Village
water-report-day = Tested on
water-report-level = Result
water-report-note = Note
water-report-saved = The water report of { $village } is saved; it stands in the visit form of all its households.

## WarningName

WarningName-wage_low = low wage
WarningName-population_not_ticked = other number
WarningName-education_though_out = out of school
WarningName-medical_though_uninsured = not insured
WarningName-housing_though_unsafe = grade C or D

## Question

Question-mode = Mode
Question-purpose = Purpose
Question-visitors = Visitors
    .hint = Who visited; several with a space between
Question-housing_grade = House grade
Question-only_dwelling = Only dwelling
Question-lived_in = Lived in
    .hint = Relocated households: whether they live there; else leave it empty
Question-water_source = Water source
Question-changes = What changed
    .hint = { form-hint-any }
Question-population_change = └ by how many
    .hint = { $count } on file; one more is +1, two fewer is -2
Question-fell_ill = └ Who fell ill
    .hint = { form-hint-any }
Question-policies_due = Policies due
    .hint = policies due and not received; several with commas between, empty if none
Question-verdict = Verdict
Question-requests = Asks for
Question-note = Note
    .hint = Several lines: Enter breaks the line, Tab goes on, Ctrl-Z undoes
Question-signature = Signature
Question-signature_reason = └ why not signed

## Besides

text-full = At most { $most } characters fit here: nothing more was taken in. Shorten the text, or put it in another field.
spending-solved = solved
spending-unsolved = not solved
same-day-question = There is a visit on { $day } already. Record another? To change that one, press e in the timeline.
same-day-yes = Record another
far-ahead-question = The latest visit on file is of { $last }, more than half a year before this one. Is the date right?
before-last-question = This visit lies before the latest one ({ $last }). Is the date right?
before-last-yes = Yes, save
today = today
warning-name-jump = { $item } jumped
source-not-counted = not counted
correct-problem-touched = Not saved: a problem that this visit found was dealt with since and cannot go. Everything is still here; keep that problem and save again.
visit-no-sheet = A visit that is void or was brought by a roster has no sheet.
other-year = not this year
part-of-month-question = The income of { $month } is on file in full, and this visit gives only a part of it; saved, this one holds and the month is not complete any more. Save all the same?
part-of-month-yes = Save, this one holds
no-name-question = “{ $name }” does not look like a person's name. Is that who visited?
no-name-yes = Yes, save
question-since-moves = The day that it counts from would move from { $was } to { $now }, and the due date with it. Is that right?
question-since-yes = Yes, save

form-circumstances = Circumstances
form-also = Also
form-also-none = none of these
form-hint-also = Digits tick what there is, then its details; leave what you do not know; 0 none of these
form-hint-disability = Kind of disability, such as limbs or sight; may be left blank
form-hint-illness = Name of the illness; may be left blank
disability-grade = grade { $grade }
