### What was recorded, and taking it back

## void

void-month-title = Take back a month
void-month-question = Why is the record of { $month } taken back?
void-month-of-visit = This month was recorded by a visit: correct or void the visit.
void-measure-title = Take back a measure
void-measure-question = Why is “{ $item }” taken back?
void-month-then-record = Then the record of { $record } holds: net income { $net }.
void-month-then-missing = Then the month has no record and is missing.

## history

history-title = What was recorded of { $name }
history-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
history-none = Nothing was recorded yet.
history-first = { $at } { $author }: recorded { $what }
history-changed = { $at } { $author }: changed { $what }
history-void = { $at } { $author }: voided { $what }
history-hidden-change = { $label }: { $value } (changed where it is masked)
history-counted-on-a-visit = people counted on a visit
history-no-void = This is not voided here: months, measures and visits are voided on their own pages, facts are edited. A household's only status, and what is void already, cannot be voided.
history-void-title = Void
history-void-question = Why void “{ $what }”? It will be as if it had never been written; the record stays readable.
history-voided = Voided; everything that follows from it was recalculated as if it had never been written.

## VoidFault

VoidFault-first_status = This is the household's only status and cannot be voided; nothing was changed.
VoidFault-built_upon = A later change builds on it: void that first; nothing was changed.
VoidFault-facts_differ = The facts of the household say another status than the one before, so it cannot be put back; nothing was changed. Record the change that is true instead.

## EntityKind

EntityKind-household = facts
EntityKind-member = member
EntityKind-status_change = change of status
EntityKind-month_income = income of
EntityKind-measure = measure
EntityKind-attestation = statement
EntityKind-fall_reasons = reasons of a fall
EntityKind-village_population = registered population
EntityKind-water_report = water report
EntityKind-visit = visit
EntityKind-problem = problem
EntityKind-contact = contact
EntityKind-checked_finding = checked finding
EntityKind-clue = clue of
