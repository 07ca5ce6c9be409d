# The ledger of problems

## The table

problems-sheet = Problems
problems-title = Ledger of problems
problems-number = No.
problems-code = Code
problems-household = Head
problems-village = Village
problems-group = Group
problems-contact = Contact
problems-what = Problem
problems-check = Concerns
problems-found-on = Found on
problems-found-by = Found by
problems-told-back-on = Told back on
problems-deadline = Deadline
problems-unit = Unit answerable
problems-state = State
problems-days-late = Days late
problems-done = What was done
problems-closed-on = Closed on
report-signatures = Filled in by: ____________    Checked by: ____________    Unit (seal):                 Date: ____________

## ProblemsTab

ProblemsTab-open = Open
ProblemsTab-closed = Closed

## The screen

problems-households = { $count ->
    [one] 1 household
   *[other] { $count } households
}
problems-days-left = { $days ->
    [one] 1 day left
   *[other] { $days } days left
}
problems-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
problems-due-today = due today
problems-no-deadline = no deadline
problems-told = told { $on }
problems-none = No problem is open.
problems-none-closed = No problem was closed yet.
problems-none-found = Nothing found. Type a head, village, contact, unit or check; Esc clears.
problems-reading = Reading the problems…
problems-search = Narrow
problems-marked = { $count } marked
problems-close-title = Close problems
problems-close-question = { $count ->
    [one] Close 1 problem today, { $today }
   *[other] Close { $count } problems today, { $today }
}: { $which }. Say what was done:
problems-reopen-title = Open again
problems-reopen-question = { $count ->
    [one] Open 1 problem again
   *[other] Open { $count } problems again
}: { $which }. Say why:
problems-and-more = and more
problems-closed-said = { $count ->
    [one] 1 problem is closed
   *[other] { $count } problems are closed
}; on the tab Closed, d opens them again.
problems-reopened-said = { $count ->
    [one] 1 problem is open again.
   *[other] { $count } problems are open again.
}
problems-told-said = { $count ->
    [one] 1 problem was told back today
   *[other] { $count } problems were told back today
}; the same key takes it back.
problems-not-told-said = { $count ->
    [one] 1 problem was not told back after all.
   *[other] { $count } problems were not told back after all.
}
problems-changed = Somebody changed one of them meanwhile. Nothing was written; the list was read again.
problems-is-closed = It is closed already; d opens it again.
problems-is-open = It is not closed.
problems-told-before = These were told back on an earlier day, which stays.
problems-count = { $count ->
    [one] 1 problem
   *[other] { $count } problems
}
problems-nothing-to-write = No problem is listed here. Nothing was written.
