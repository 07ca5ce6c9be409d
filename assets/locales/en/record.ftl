### The small forms: a month, a measure, a status, an attestation, reasons for a fall

## AttestedMatter

AttestedMatter-spending_solved = large rigid spending solved for good
AttestedMatter-labour = somebody able to work
AttestedMatter-consent = the household consents

## record

record-section = Entry
record-month = Income of a month
record-measure-new = New measure
record-measure = Measure
record-status = Change of status
record-attestation = Attestation
record-fall = Reasons for a fall
record-setting = Value of this database
record-reason = Reason
record-hint-reason = why it is changed; the record before is not deleted
record-hint-status = why it changes and on what grounds; kept with the change
record-problem-choice = choose one by its digit
record-problem-text = this must be filled in
record-kept = Saved.
record-status-now = Now
record-status-change = Change to
record-status-way = How it was eliminated
record-status-leaving = Why it leaves
record-status-category = Category
record-status-on = Date
record-sources-kept = Keep the sources
record-problem-reason = state the reason

## question

question-mark-buys-time = { $why }. A mark must not buy time.
question-record-all-the-same = Record it all the same
question-conditions-open = Conditions not met: { $not_met }, unknown: { $unknown }.
question-mark-anyway = Mark it all the same?
question-change-buys-time = { $why }.
question-change-overdue = Its visit was due by { $due } and is overdue.
question-line-not-reached = { " " }The income is not above the line: explain.
question-problems-open = { $count ->
    [one] { $count } problem is still open.
   *[other] { $count } problems are still open.
}
question-change-anyway = Record it all the same?

## attestation

attestation-matter = What
attestation-holds = Is it so
attestation-on = Date
attestation-note = Note
attestation-hint-note = who said so and how it was verified

## measure

measure-kind = Kind
measure-item = Item
measure-hint-item = for example: 50 hens, a post as forest ranger
measure-funds = Funds
measure-unit = Unit answerable
measure-from = From
measure-planned-end = Planned end
measure-ended-on = Real end
measure-hint-ended = empty while it runs
measure-effect = Effect
measure-since = from { $on }
measure-until = planned until { $on }
measure-ended = ended { $on }
measure-past-plan = past its planned end, and no real end is filled in
measure-reviewed = visit of { $on }: { $answers }
measure-not-reviewed = no visit has looked at it yet

## fall

fall-reasons = Reasons for the fall
fall-note = Note
fall-seen = records show: { $what }

## registered

registered-title = Registered population
registered-question = How many people are on the register of { $village }?
registered-of-village = The population is stated by village; the township adds them up.
registered-impossible = The population is a whole number from 1 to 1000000; nothing was saved.

## MeasureFault

MeasureFault-item_missing = { record-problem-text }
MeasureFault-planned_before_it_begins = It ends before it begins.
MeasureFault-ended_before_it_began = { MeasureFault-planned_before_it_begins }
MeasureFault-ended_in_future = The real end is still to come; leave it empty while it runs.

## StatusFault

StatusFault-in_future = The date cannot be after today.
StatusFault-before_last_change = The date is before the last change of status.
StatusFault-detail_missing = Choose how it was eliminated, why it leaves, or the category.
StatusFault-not_possible = The household cannot change in this way from where it stands; nothing was saved.

## Besides

signed-yes = signed
signed-no = not signed
form-draft-stays-record = Not saved; kept as a draft, taken up again when it is opened next.
measures-none = No measures yet. Press a to add one.
status-defaulted = (no date stated: the day it came on file)
FallFault-reasons_missing = { record-problem-choice }
AttestationFault-note_missing = State who said so and how it was verified.
AttestationFault-day_impossible = The date cannot be after today or before 2000.
