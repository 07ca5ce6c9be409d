### The terms of the work: codes and their words

## Check

Check-food = Food
Check-clothing = Clothing
    .short = Clo
Check-education = Schooling
    .short = Sch
Check-medical = Medical care
    .short = Med
Check-housing = Housing
    .short = Hse
Check-water = Drinking water
    .short = Wat

## CheckAnswer

CheckAnswer-secured = secured
CheckAnswer-at_risk = at risk
CheckAnswer-not_secured = not secured
CheckAnswer-not_checked = not checked
CheckAnswer-not_applicable = not applicable
    .short = n/a

## HouseholdClass

HouseholdClass-unresolved = Risk not eliminated
    .short = unresolved
HouseholdClass-eliminated = Risk eliminated
    .short = eliminated
HouseholdClass-stable = Stably out of poverty
    .short = stable
HouseholdClass-general = General household
    .short = general

## HouseholdFact

HouseholdFact-name = Head of household
HouseholdFact-id_number = ID number
HouseholdFact-phone = Phone
HouseholdFact-township = Township
HouseholdFact-village = Village
HouseholdFact-group = Group
HouseholdFact-population = People
HouseholdFact-household_type = Household type
HouseholdFact-category = Category
HouseholdFact-identified_on = Identified on
HouseholdFact-out_of_poverty_on = Out of poverty on
HouseholdFact-risk_eliminated = Risk eliminated
HouseholdFact-eliminated_on = Eliminated on
HouseholdFact-risks = Risks
HouseholdFact-contact = Help contact
HouseholdFact-entered_on = In the system on
HouseholdFact-minimum_allowance = Whole household on minimum allowance
HouseholdFact-minimum_allowance_since = On it since
HouseholdFact-allowance_applied_on = Applied for it on
HouseholdFact-relocated_to = Relocated to
HouseholdFact-dwelling_scheme = Dwelling rebuilt under
HouseholdFact-member_ground = Ground for the number of people

## HouseholdLabel

HouseholdLabel-out_of_poverty_unstable = Out of poverty, unstable
    .short = unstable
HouseholdLabel-edge = On the edge of poverty
    .short = edge
HouseholdLabel-sudden_hardship = Sudden severe hardship
    .short = hardship
HouseholdLabel-monitored = Monitored
HouseholdLabel-out_of_poverty = Out of poverty
    .short = out of p.
HouseholdLabel-stably_out_of_poverty = Stably out of poverty
    .short = stable
HouseholdLabel-general = General household
    .short = general

## HousingGrade

HousingGrade-a = grade A
HousingGrade-b = grade B
HousingGrade-c = grade C
HousingGrade-d = grade D
HousingGrade-not_graded = not graded

## IncomeItem

IncomeItem-wage = Wages
    .short = wage
IncomeItem-business_gross = Business income
    .short = business
IncomeItem-business_cost = Business costs
    .short = cost
IncomeItem-property = Property income
    .short = property
IncomeItem-transfer = Transfers
    .short = transfer
IncomeItem-claims = Claims paid
    .short = claims
IncomeItem-out_of_pocket = Out of pocket
    .short = own cost

## IncomeSource

IncomeSource-migrant_work = migrant work
IncomeSource-crops = crops
IncomeSource-livestock = livestock
IncomeSource-public_post = public-service post
IncomeSource-workshop = workshop
IncomeSource-solar = solar power
IncomeSource-land_transfer = land transfer
IncomeSource-minimum_allowance = minimum allowance
IncomeSource-pension = pension
IncomeSource-other = other
IncomeSource-project_shares = Project shares
IncomeSource-subsidies = Policy subsidies

## LifeChange

LifeChange-population = people came or left
LifeChange-serious_illness = serious illness
LifeChange-disaster = disaster
LifeChange-work_interrupted = work lost, came home
LifeChange-out_of_school = out of school
LifeChange-housing_damaged = house damaged
LifeChange-water_cut = water cut off
LifeChange-phone_changed = phone changed
LifeChange-nothing = nothing

## MemberFact

MemberFact-name = Name
MemberFact-relation = Relation to head
MemberFact-id_number = ID number
MemberFact-sex = Sex
MemberFact-born_on = Born on
MemberFact-schooling = Schooling
MemberFact-health = Health
MemberFact-labour = Labour
MemberFact-supported = Supported (tekun)
MemberFact-supported_since = Supported since
MemberFact-disability = Disability
MemberFact-disability_grade = Grade of disability
MemberFact-disability_since = Disabled since
MemberFact-severe_illness = Severe illness
MemberFact-severe_illness_since = Severely ill since
MemberFact-chronic_illness = Chronic illness
MemberFact-chronic_illness_since = Chronically ill since
MemberFact-minimum_allowance = Minimum allowance
MemberFact-minimum_allowance_since = Allowance since

## Precision

Precision-day = known to the day
Precision-month = the month alone is known
Precision-year = the year alone is known

## ProblemState

ProblemState-open = open
ProblemState-solved_on_the_spot = solved on the spot
ProblemState-closed = closed

## RevisitState

RevisitState-overdue = overdue
RevisitState-due = due
RevisitState-later = later
RevisitState-none = no cadence
    .short = none

## RiskType

RiskType-illness = illness
RiskType-disability = disability
RiskType-schooling = schooling
RiskType-natural_disaster = natural disaster
RiskType-accident = accident
RiskType-failed_project = failed project
RiskType-unstable_work = unstable work
RiskType-lack_of_labour = lack of labour
RiskType-other = other

## SignatureKind

SignatureKind-signed = signed
SignatureKind-fingerprint = fingerprint
SignatureKind-signed_by_proxy = by proxy
SignatureKind-not_signed = not signed

## StatusKind

StatusKind-identified = identified
StatusKind-eliminated = risk eliminated
StatusKind-rolled_back = rolled back
StatusKind-stable = stably out of poverty
StatusKind-general = general household
StatusKind-inactive = left the list
StatusKind-active = came back
StatusKind-category = category changed

## VisitMode

VisitMode-home = home visit
    .short = home
VisitMode-village_office = village office
    .short = office
VisitMode-phone = phone
VisitMode-sms = text message
    .short = text
VisitMode-wechat = WeChat or video
    .short = WeChat
VisitMode-unknown = roster

## VisitPurpose

VisitPurpose-routine = routine
VisitPurpose-verification = verification
VisitPurpose-look_back = look-back
VisitPurpose-sweep = sweep
VisitPurpose-festival = goodwill visit

## WaterIndicator

WaterIndicator-quantity = Quantity
WaterIndicator-quality = Quality
WaterIndicator-convenience = Convenience
    .short = Conv.
WaterIndicator-reliability = Reliability
    .short = Reliab.

## WaterLevel

WaterLevel-met = met
WaterLevel-mostly_met = mostly met
WaterLevel-not_met = not met
WaterLevel-not_checked = not checked

## WaterSource

WaterSource-tap = tap
WaterSource-deep_well = deep well
WaterSource-shallow_well = shallow well
WaterSource-spring = spring
WaterSource-cistern = cistern
WaterSource-river_or_pond = river or pond
WaterSource-other = other

## Schooling

Schooling-in_school = in school
Schooling-taught_at_home = taught at home
Schooling-exempt_for_health = exempt for health
Schooling-out_of_school = out of school

## SpendingKind

SpendingKind-medical = medical
SpendingKind-schooling = schooling
SpendingKind-disability = disability
SpendingKind-housing = housing
SpendingKind-disaster = disaster

## Verdict

Verdict-eliminated = eliminated
Verdict-eased = eased
Verdict-unchanged = unchanged
Verdict-worse = worse
Verdict-new = new
Verdict-steady = steady
Verdict-unsteady = unsteady
Verdict-roll_back = roll back

## LeavingReason

LeavingReason-moved_away = moved away as a whole
LeavingReason-died_out = no member left
LeavingReason-merged = merged with another household
LeavingReason-struck_off = struck off
LeavingReason-other = other

## FallReason

FallReason-business = less from business
FallReason-project_shares = smaller project shares
FallReason-solar = less from solar
FallReason-migrant_work = less work away
FallReason-public_post_or_workshop = less from public post or workshop
FallReason-allowance_ended = minimum allowance ended
FallReason-subsidies = subsidies cut or ended
FallReason-natural_disaster = natural disaster
FallReason-help_fell_short = help fell short
FallReason-other = other

## MeasureKind

MeasureKind-industry = industry
MeasureKind-employment = employment
MeasureKind-finance = finance
MeasureKind-public_post = public post
MeasureKind-education = education
MeasureKind-health = health
MeasureKind-housing = housing
MeasureKind-water = water
MeasureKind-relocation = relocation
MeasureKind-social_security = social security
MeasureKind-social_help = social help
MeasureKind-motivation = motivation and skills

## MeasureAnswer

MeasureAnswer-delivered = delivered
MeasureAnswer-effective = effective
MeasureAnswer-not_needed = not needed any more
MeasureAnswer-not_delivered = not delivered

## Support

Support-dispersed = supported at home
Support-central = supported in an institution
Support-unspecified = supported, not said how
Support-none = not supported

## PolicyAnswer

PolicyAnswer-received = Received
PolicyAnswer-still_due = Still not received
PolicyAnswer-not_due = Not due any more

## Besides

none = –
VisitOrigin-entered = entered
VisitOrigin-roster = brought by a roster
VisitOutcome-met = met
VisitOutcome-nobody_met = nobody met
Insurance-insured = insured
Insurance-not_insured = not insured
EliminationWay-helped = by help
EliminationWay-natural = by itself
since-in-brackets = {" "}(since { $on })
