# The audit

## AuditKind

AuditKind-id_length = ID number of a wrong length
    .why = Systems and departments know a person by it.
    .mend = Correct it from the document: e on the household.
AuditKind-id_check_digit = ID number whose check digit is wrong
    .why = One digit was probably copied wrong.
    .mend = Compare digit by digit with the document: e on the household.
AuditKind-id_birth_date = Birth date in the ID number impossible, or unlike the one stated
    .why = Age, schooling and pensions follow from it.
    .mend = Correct the birth date or the number from the document.
AuditKind-id_twice = ID number that stands twice
    .why = One person is on file twice, or two share a number.
    .mend = See who is who; correct the wrong one, or take the double off.
AuditKind-no_head = No head of household
    .why = Visits, signatures and notices need one.
    .mend = Set the relation of the head.
AuditKind-two_heads = More than one head
    .why = A household has one; two may have been joined.
    .mend = Correct the relations, or part the households.
AuditKind-two_spouses = More than one spouse
    .why = A relation is probably wrong.
    .mend = Correct the relation.
AuditKind-population_differs = Population unlike the number of members
    .why = Income per head is divided by it.
    .mend = Correct the population, or add or take off members.
AuditKind-phone_impossible = Phone number that cannot be
    .why = Nobody can be reached by it.
    .mend = Ask on the next visit; e on the household.
AuditKind-eliminated_without_date = Risk eliminated, without a date
    .why = The revisit clock starts on that day.
    .mend = Look the day up and state it.
AuditKind-eliminated_before_identified = Eliminated before it was identified
    .why = One of the two dates is wrong.
    .mend = Look the dates up and correct them.
AuditKind-eliminated_too_soon = Eliminated within two months of identification
    .why = Inspectors will ask for the grounds.
    .mend = Check both dates; if they are right, have the grounds ready.
AuditKind-schooling_missing = Aged 6 to 15 and no schooling stated
    .why = Nobody can tell whether schooling is secured.
    .mend = Ask, and state the schooling.
AuditKind-nobody_ill = Illness among the risks, and nobody ill
    .why = Risk and family do not agree.
    .mend = Check the members’ health, or correct the risk.
AuditKind-nobody_able = Nobody able to work, and lack of labour not among the risks
    .why = Such a household needs support and is not marked lightly.
    .mend = Check; if so, add lack of labour to the risks.
AuditKind-wage_tiny = A month’s wage too small to be right
    .why = Digits may be missing; the income would be far off.
    .mend = Check that month: e in the income table.
AuditKind-category_contradicts = Category that line and register contradict
    .why = Each monitored category has its definition, and is held against it.
    .mend = Look at the household type and the year’s income; change the category on Risk (c), or say why it is right.
AuditKind-procedure_contradicts = Procedure under way that the status contradicts
    .why = A roster, or somebody by hand, changed the status; the procedure leads where the household stands already, or cannot come.
    .mend = Look at its history; withdraw the procedure, or put the status right on Risk (c).
AuditKind-visit_before_identified = Visit before identification
    .why = Routine visits come after it; a date may be wrong.
    .mend = Check both dates.
AuditKind-income_ahead = Income of a month to come
    .why = Nobody has earned it yet.
    .mend = Check the month, void or correct it.
AuditKind-same_note = The same note on many households’ visits
    .why = It looks copied, and says nothing of each.
    .mend = Look into some, and write what each is like.
AuditKind-too_many_visits = More households in a day than one person can visit
    .why = Somebody should ask whether they were all seen.
    .mend = Ask the visitor; correct the date, void what was not.
AuditKind-two_visitors = Two people’s visits to one household on one day
    .why = The same visit may be on file twice.
    .mend = Void one, or name both visitors on one.

## The table

audit-checked-left-out = { $count ->
    [one] 1 finding was checked and explained, and is
   *[other] { $count } findings were checked and explained, and are
} left out; all of them with --json.
AuditTab-open = To look at
AuditTab-checked = Checked
audit-screen = Audit
audit-findings = { $count ->
    [one] 1 finding
   *[other] { $count } findings
}
audit-marked = { $count } marked
audit-reading = Looking …
audit-none-found = Nothing found. Type a head, a village, a contact or what is wrong; Esc clears.
audit-none-checked = Nothing was checked yet.
audit-check-title = It is right as it is
audit-check-question = { $count ->
    [one] 1 finding is right as it is
   *[other] { $count } findings are right as they are
} ({ $which }). Why? “Compared with the document”, say:
audit-is-checked = It was checked; d takes that back.
audit-is-not-checked = It was not checked.
audit-checked-on = Checked { $on }: { $why }
audit-checked-said = { $count } noted as right; d under “Checked” takes it back.
audit-unchecked-said = It is to be looked at again.
audit-none = Nothing was found.
audit-why = Why it matters: { $why }
audit-mend = How to mend it: { $mend }
audit-more = { $count } more; --json or --all has them all.
audit-of-several = { $count } households
audit-subject = About
audit-checked-why = Why it is right
audit-sheet = Data quality
audit-title = Data quality
audit-count = Count
audit-what = Finding
audit-why-heading = Why it matters
audit-mend-heading = How to mend it
