# Reports of a month, a quarter, a half year, a year

report-of-month = { $year }-{ $number }:
report-of-quarter = { $year } Q{ $number }:
report-of-half = { $year } H{ $number }:
report-of-year = { $year }:

## Key figures

report-sheet-figures = Key figures
report-title-figures = Revisits: key figures
report-figure = Figure
report-count = Count
report-policy = Policy
report-on = As of
report-window = Income window
report-households = Households on the list
report-obliged = Visits asked for (households, each month)
report-visited = of these made
report-voluntary = Visits made though not asked for
report-visits = Visits of any kind
report-open = Asked for and not visited at the end
report-overdue = of these overdue
report-not-secured = Households with a check not secured
report-problems-found = Problems found
report-problems-closed = Problems solved or closed
report-problems-open = Problems open at the end
report-problem-households = Households with an open problem at the end
report-income-known = Households whose income is complete
report-under-line = Households below the line
report-fallen = Households whose income fell
report-changes = Changes of status
report-share-visited = Visits asked for and made
report-share-under-line = Below the line, of those complete

## The sheets

report-sheet-villages = Visits by village
report-title-villages = Visits by village
report-sheet-contacts = Visits by contact
report-title-contacts = Visits by contact
report-sheet-modes = Visits by mode
report-title-modes = Visits by mode
report-sheet-open = Not visited
report-title-open = Asked for and not visited at the end
report-sheet-checks = Checks
report-title-checks = Checks at risk or not secured
report-sheet-problem-counts = Problems counted
report-title-problem-counts = Problems counted
report-sheet-problems = Problems
report-title-problems = Problems
report-sheet-income = Income
report-title-income = Income against the line and the year before
report-sheet-reasons = Reasons of falls
report-title-reasons = Why incomes fell (several reasons are possible)
report-sheet-changes = Changes of status
report-title-changes = Changes of status
report-sheet-places = Share at risk
report-title-places = Unresolved persons of the registered population, today
report-place = Place
handout-who = Contact
handout-found = Note
report-mode = Mode
report-visits-of-mode = Visits
report-counted = of these counted
report-answer = Answer
report-change = Change
report-changed-on = On
report-detail = How, why
report-column-households = Households
report-column-obliged = Asked for
report-column-visited = Visited
report-column-missed = Not visited
report-column-voluntary = Extra visits
report-column-found = Found
report-column-closed = Solved or closed
report-column-open = Open at the end
report-column-late = of these late
report-column-open-households = Households concerned
report-column-known = Income complete
report-column-below = Below the line
report-column-share-below = of those complete
report-column-compared = Comparable
report-fallen-by = Households whose income fell by { $percent } % or more
report-fallen-open = Households whose income fell (the plan names no percent)
report-undated = no date stated
report-column-share-fallen = of those comparable
report-column-unexplained = No reason stated
report-column-share = Share
report-column-unresolved = Unresolved households
report-column-unknown = Persons unknown
report-column-above = Above the share

## The page

report-plot-villages = Visits asked for and made, by village
report-plot-months = Visits asked for and made, by month
report-plot-income = Income against the line (households)
report-plot-at = at the line or above
report-plot-below = below the line
report-plot-unknown = income not complete
report-made = Made by huifang on { $on }. Keep personal data safe.

## The command

report-period-unreadable = "{ $text }" is not a valid period. A month is 2026-11, a quarter 2026-Q4, a half year 2026-H2, a year 2026.
report-in-future = { $period } has not begun: there is nothing to report.
report-bad-ending = The file must end in .xlsx, .html or .txt: { $file }
report-working = Counting
report-stopped = Stopped. Nothing was written.
report-written = Wrote the report: { $file }
report-ask-title = Write a report
report-ask = Of which period? A month is 2026-11, a quarter 2026-Q4, a half year 2026-H2, a year 2026:
report-file = Report
report-written-both = Wrote the report: { $book }; the page: { $page }
report-town-marked = ★ { $from } or more households’ income fell
