### Income over its window

## AgainstLine

AgainstLine-below = below
AgainstLine-at = at
AgainstLine-above = above
AgainstLine-unknown = unknown

## IncomeTrend

IncomeTrend-up = up
IncomeTrend-same = same
IncomeTrend-down = down

## income

income-sheet-months = Months
income-title-months = Income by month
income-sheet-summary = Summary
income-short = short per head
income-below = { $count } of { $known } below
income-signatures = Filled in by: ____________    Checked by: ____________    Head of unit: ____________    Unit (seal): ____________    Date: ____________
income-title-summary = Income from { $first } to { $last } (in yuan)
income-uncounted = not counted
income-people = people
income-recorded = months recorded
income-sum = sum
income-per-head = per head
income-line = line
income-against = against the line
income-estimate = estimate for a year
income-village-total = Village, { $count ->
    [one] { $count } household
   *[other] { $count } households
}
income-township-total = Township, { $count ->
    [one] { $count } household
   *[other] { $count } households
}
income-grand-total = All, { $count ->
    [one] { $count } household
   *[other] { $count } households
}
income-line-carried = { $yuan } (carried on from { $stated })
income-line-of-year = { $yuan } ({ $year })
income-by-visit = visit of { $on }
income-by-hand = entered here
income-month-missing = This month is not recorded.
income-how-to-enter = Press e to enter it: 0 for none, empty for not asked.
income-not-asked = not asked
income-formula-net = net = wage + (business gross - cost) + property + transfer
income-month-incomplete = Not all five amounts were asked: the month does not count as recorded.
income-missing = missing
income-sum-net = sum of net income
income-people-on = people on { $on }: { $people }
income-no-people-on = the number of people on { $on } is not known: no figure per head
income-line-missing = the policy states no { $purpose } for { $year }; it can be set in the settings
income-gap = gap
income-unknown-missing = only { $n } of 12 months: not yet to be held against the { $purpose }
income-unknown = not to be held against the { $purpose }
income-is-below = below the { $purpose }
income-is-at = at the { $purpose }
income-is-above = above the { $purpose }
income-change = same { $months } months: { $before } the year before, { $now } now, { $trend } { $percent }
income-target-met = , target of { $target } % met
income-target-not-met = , target of { $target } % not met
income-computed-on = calculated on { $on }
income-running = (running)
income-sum-of = { $formula } { $sum } ({ $n } of 12 months)
income-net = Net
income-record = Record
income-how-month = How the income of { $month } was made
income-how-sum = How the sum was made
income-choose-month = All twelve months are recorded; choose the one to correct.
income-line-a-month = line, a month: { $sum }
income-change-months = months compared: { $months }
income-year-before = (a year before)
income-business = business, net
income-partial = incomplete, not counted
income-ahead = to come

## Besides

MonthFault-amounts_missing = fill in one amount at least; 0 for none, empty for not asked
MonthFault-in_future = This month is still to come and cannot be entered.
income-member-rule = counted: { $rule } ({ $origin })
income-member-ground = ground: { $ground }
