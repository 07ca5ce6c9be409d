### Risk: assessments, alerts, evidence, villages

## Condition

Condition-measures_in_force = Targeted measures in force
Condition-monitoring_months = Months of monitoring
Condition-measure_months = Months of measures
Condition-checks_secured = Two no-worries, three guarantees
Condition-water_secured = Drinking water
Condition-income_above_line = Income above the line
Condition-income_not_under_floor = Income not under the floor
Condition-income_stable = Income stable
Condition-spending_solved = Large rigid spending solved
Condition-labour = Somebody able to work
Condition-consent = The household consents
Condition-verified = Verified at home and signed

## ConditionState

ConditionState-met = met
ConditionState-not_met = not met
ConditionState-unknown = unknown

## Outcome

Outcome-met = every condition is met
Outcome-not_met = some conditions are not met
Outcome-unknown = some conditions are unknown

## LookHarder

LookHarder-several_risks = several risks: look harder
LookHarder-supported = a supported person (tekun) in the household: look harder
LookHarder-minimum_allowance = minimum allowance: look harder

## AlertKind

AlertKind-under_floor = Income under the floor
    .short = Under floor
AlertKind-under_line = Income below the line
    .short = Below line
AlertKind-look_back_failing = Look-back fails
    .short = Look-back fails
AlertKind-check_not_secured = A check is not secured
    .short = Not secured
AlertKind-check_worse = A check got worse
    .short = Check worse
AlertKind-income_fallen = Income fell markedly
    .short = Income fell
AlertKind-spending_unsolved = Large spending not solved
    .short = Spending unsolved
AlertKind-mark_without_visit = Marked while a visit was overdue
    .short = Marked unvisited
AlertKind-no_contact = No help contact
AlertKind-plan_overdue = Plan of measures overdue
    .short = Plan overdue
AlertKind-measure_gap = Too long without a measure
    .short = No measure
AlertKind-effect_not_reviewed = Effect of a measure not assessed
    .short = Effect not assessed
AlertKind-policy_not_received = A policy due is not received
    .short = Policy not received
AlertKind-decision_overdue = Decision on a clue overdue
AlertKind-procedure_late = Procedure late
    .short = Decision overdue
AlertKind-problem_overdue = Problem past its deadline
    .short = Problem overdue
AlertKind-assessment_due = Measures long enough: assess the risk
    .short = Assess
AlertKind-followed = Followed: marked before the measures had run long enough
    .short = Followed
AlertKind-income_missing = Months of income missing
    .short = Income missing
AlertKind-too_few_visits = Fewer visits or sweeps this year than asked
    .short = Too few visits

## evidence

evidence-check-answered = { $check }: { $answer } (visit of { $on })
evidence-check-before = { $check } before: { $answer } (visit of { $on })
evidence-never-checked = { $check }: no visit has looked at it
evidence-income = { $first } to { $last }: { $formula } { $sum }; { $purpose } { $line } × { $people } = { $needed }: { $against }
evidence-income-missing = { $first } to { $last }: only { $recorded } of 12 months, not to be held against the { $purpose } of { $line }
evidence-income-no-people = { $first } to { $last }: the number of people is not known, so the { $purpose } of { $line } cannot be held against it
evidence-income-no-line = { $first } to { $last }: the policy states no { $purpose } for { $year }
evidence-income-fell = the same { $months } months: { $before } the year before, { $now } now ({ $percent })
evidence-months-missing = { $count } missing: { $months }
evidence-months-passed = { $passed ->
    [one] { $passed } month
   *[other] { $passed } months
} since { $since }, of { $needed } needed
evidence-measure-in-force = { $measure } { $item }: since { $on }
evidence-measure-ended = { $measure } { $item }: ended { $on }
evidence-measure-not-delivered = { $measure } { $item }: not delivered at the visit of { $on }
evidence-effect-not-reviewed = { $measure } { $item }: effect not assessed since { $on }
evidence-no-measure = no measure on file since { $on }
evidence-spending = { $spending } { $amount } { $solved } (visit of { $on })
evidence-attested-yes = { $matter }: yes (attested { $on }: { $note })
evidence-attested-no = { $matter }: no (attested { $on }: { $note })
evidence-not-attested = { $matter }: nobody has attested it
evidence-verified = verified { $on } by { $visitors } (it takes { $needed }); { $signed }
evidence-not-verified = no verification since { $on }
evidence-no-contact = nobody is named who answers for it (on file since { $on })
evidence-procedure-late = { $procedure }: { $step } was due on { $on } ({ $who })
evidence-nobody = given to nobody
evidence-problem = { $what }: was due { $on }
evidence-policy-not-received = { $what } (visit of { $on })
evidence-deadline = from { $since }, due by { $until }
evidence-plan-entered = entered into the system on { $since }: the plan was due by { $until }
evidence-plan-identified = identified on { $since } (day of entry into the system not stated): the plan was due by { $until }
evidence-measures-not-known = on file since { $on }: too early to tell whether there are measures
evidence-risk-without = { $risk }: no measure in force is meant for it
evidence-risks-unknown = no risk on file: it cannot be told whether the measures answer it
evidence-marked-late = marked { $marked }, while a visit was due by { $due }; the last counted visit was { $last }
evidence-visits-this-year = { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
} in { $year }, of { $needed } due by today
evidence-sweeps-this-year = { $visits ->
    [one] { $visits } sweep
   *[other] { $visits } sweeps
} in { $year }, of { $needed } due by today
evidence-reviewed-on = , reviewed { $on }
evidence-not-reviewed = , not yet reviewed by a visit

## assess

assess-met-with-question = met, explain
assess-none = No household is to be assessed.
assess-policy = policy “{ $title }”
assess-possible-from = can hold from { $on }
assess-notices-until = if proposed then, notices run until { $on }

## places

places-title = Villages and townships
places-percent = Above { $percent } % of unresolved persons, analyse for large-scale risk.
places-no-percent = The policy states no share for large-scale risk; the shares are for reference.
places-place = Place
places-households = All
places-overdue = Overdue
places-persons = Unresolved
places-registered = Registered
places-share = Share
places-no-township = no township stated, total
places-township = { $name }, total
places-above = above { $percent } %: analyse
places-report = next monthly report: { $on }

## risk

risk-alerts = Alerts { $count }
risk-no-alerts = No alerts.
risk-assessment = Assessment
risk-not-assessed = Households of this class are not assessed.
risk-history = Status
risk-category-contradicts = by the line and the register it would be: { $rule }; on file: { $file }. Check the category.

## Besides

AssessmentKind-elimination = Conditions for elimination
AssessmentKind-look_back = Looking back
export-written = Wrote { $count ->
    [one] { $count } row
   *[other] { $count } rows
} to { $file }.
export-page = page &P of &N
to = to
class-left = left the list (was: { $class })
why-left = It left the list; no visits are due.
filter-left = Households that left
