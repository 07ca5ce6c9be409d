### Policies and settings

## WindowKind

WindowKind-rolling12 = last 12 months
WindowKind-oct-sep = October to September
WindowKind-may-apr = May to April
WindowKind-calendar = calendar year

## Purpose

Purpose-inclusion = line
Purpose-look_back = look-back line
Purpose-floor = floor

## Origin

Origin-plan = stated by the plan
    .short = plan
Origin-reading = this program's reading of the plan
    .short = reading
Origin-default = not set by the plan: default used
    .short = default
Origin-here = set for this database
    .short = here

## NoLabour

NoLabour-hold = held back
NoLabour-roll_back = rolled back where marked
NoLabour-no_rule = no rule

## MemberRule

MemberRule-registered = those of the police register
MemberRule-living_together = those who live together

## PolicyFault

PolicyFault-syntax = Line { $line } is not valid TOML: { $value }. Write it as the shipped policy files do.
PolicyFault-unknown_key = Line { $line }: there is no { $key }; there are { $allowed }.
PolicyFault-missing_key = Line { $line }: { $key } is missing; add { $allowed }.
PolicyFault-wrong_kind = Line { $line }: { $key } is { $value }; it takes { $allowed }.
PolicyFault-out_of_range = Line { $line }: { $key } is { $value }, out of range; it takes { $allowed }.
PolicyFault-unknown_value = Line { $line }: { $key } is { $value }, which is not known; it takes { $allowed }.
PolicyFault-missing_year = Line { $line }: { $key } lacks the year { $value }; add { $allowed }.

## Setting

Setting-inclusion_line = Line for inclusion
Setting-inclusion_formula = Income formula for inclusion
Setting-look_back_line = Line for looking back
Setting-look_back_formula = Income formula for looking back
Setting-floor = Income floor
Setting-income_window = Income window
Setting-income_target_percent = Income target
Setting-fall_reasons = Reasons for a fall
Setting-uncounted_sources = Sources not counted
Setting-cadence_unresolved = Cadence: risk stands
Setting-cadence_eliminated = Cadence: risk eliminated
Setting-cadence_stable = Cadence: stably out of poverty
Setting-cadence_out_of_poverty_unstable = Cadence: out of poverty, unstable
Setting-cadence_edge = Cadence: on the edge
Setting-cadence_sudden_hardship = Cadence: sudden hardship
Setting-counted_modes_unresolved = Counted modes: risk stands
Setting-counted_modes_eliminated = Counted modes: risk eliminated
Setting-counted_modes_stable = Counted modes: stably out
Setting-counted_modes_out_of_poverty_unstable = Counted modes: unstable
Setting-counted_modes_edge = Counted modes: on the edge
Setting-counted_modes_sudden_hardship = Counted modes: sudden hardship
Setting-least_visits_a_year = Least visits a year
Setting-least_sweeps_a_year = Least sweeps a year
Setting-monitoring_months = Monitoring before elimination
Setting-measure_months = Measures before elimination
Setting-stable_income_months = Stable income
Setting-consent = Consent needed
Setting-no_labour = Household without labour
Setting-member_rule = Who counts as a member
Setting-verifiers = People at a verification
Setting-decision_days = Days for the decision
Setting-plan_days = Days for the plan
Setting-look_back_above = Look-back: above line
Setting-notice_days = Notices, identification
Setting-elimination_notice_days = Notices, elimination
Setting-public_holidays = Public holidays
Setting-targeted_measures = Measures for each risk
Setting-report_day = Day of the monthly report
Setting-effect_review_months = Months between assessments of effect
Setting-measure_gap_months = Months without a measure
Setting-missing_income_months = Months of income missing
Setting-income_fall_percent = Fall of income
Setting-large_risk_percent = Share for large-scale risk
Setting-wage_below_yuan = Low wage
Setting-jump_factor = Jump of an amount
Setting-most_visits_a_day = Most households one person visits a day
Setting-fallen_households_mark = Fallen households from which on a town is marked

## policy

policy-target = { $risk } → { $kinds }
policy-days = { $days } { $kind }
policy-every-year = { $yuan } yuan
policy-of-year = { $yuan } yuan for { $year }
policy-percent = { $count } %
policy-times = { $count } times
policy-persons = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
policy-day-of-month = day { $count }
policy-yuan = { $count } yuan
policy-fold = { $count } times
policy-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
policy-allowed = { $least } to { $most }
policy-unknown = There is no policy { $name }, and no such file; there are { $names }.
policy-file-unreadable = { $file } cannot be read: it must be an ordinary file of UTF-8 text, at most 64 KB; the policy was not switched.
policy-more-problems = … and { $count } more.
policy-refused = { $file } has { $count ->
    [one] 1 error
   *[other] { $count } errors
 }; the policy was not switched:
policy-used = Now in use: { $title }. All due dates were recalculated.
policy-place = Place
policy-in-use = in use

## setting

setting-holidays = Days off and made up
setting-hint-holidays = month and day in two digits each, a dash for a run, + before days worked: 0101-0103 1001-1007 +1010
setting-risk = Risk
setting-measures = Measures meant for it
setting-now = Now
setting-value = Change to
setting-line = Yuan a head
setting-hint-line = yuan per person and year; only this year changes
setting-days = Days
setting-day-kind = Counted as
setting-hint-terms = several notices with +, such as 5+5
setting-rule = Rule
setting-months = Months
setting-hint-months = periods: 1, 2, 3, 4, 6, 12; rolling: 1 to 60; rounds: the months, such as 6,12
setting-rule-calendar = once in each period
setting-rule-rolling = within so many months of the last visit
setting-rule-rounds = in fixed months
setting-problem = This cannot be; it takes { $allowed }
setting-year = Year

## settings

settings-title = Settings
settings-about = About
settings-working = Recalculating everything; Esc stops it
settings-not-stated = Neither the plan nor the default states it; it can be set for this database.
settings-default-about = Every value is the default, for what plans leave open.
settings-in-use = This policy is in use.
settings-use-question = Use “{ $title }”? All due dates will be recalculated; visits do not change.
settings-use-yes = Use it
settings-nothing-here = No value of this database is set here.
settings-switched = Everything was recalculated.
settings-cancelled = Stopped; the policy was not switched and nothing was changed.
settings-unknown = There is no such policy; nothing was changed.
settings-as-inclusion = Not stated apart: looking back goes by the line for inclusion.
settings-as-line = as for inclusion

## Besides

IncomeFormula-net = net income
IncomeFormula-reference = reference income
DayKind-calendar = calendar days
DayKind-working = working days
without-holidays = { $on } (public holidays not counted)
roster-sheet = Roster
roster-title = Roster of households
