# The overview

## OverviewBy

OverviewBy-village = by village
OverviewBy-contact = by contact
OverviewBy-class = by class

## OverviewMeasure

OverviewMeasure-households = households
    .short = All
OverviewMeasure-overdue = overdue
    .short = Overdue
OverviewMeasure-due = due
    .short = Due
OverviewMeasure-never_visited = overdue, no visit on file
    .short = No visit
OverviewMeasure-obliged = asked for this month
    .short = Asked for
OverviewMeasure-visited = asked for this month and visited
    .short = Visited
OverviewMeasure-voluntary = visited this month though not asked for
    .short = Extra
OverviewMeasure-under_line = income below the line
    .short = Low inc.
OverviewMeasure-check_not_met = a check not secured
    .short = Checks
OverviewMeasure-open_problems = with open problems
    .short = Problems

## The table

overview-title = Overview
overview-rate = Done
overview-total = Total
overview-no-village = no village stated
overview-no-contact = no contact
overview-township = { $township } { $village }
overview-empty = No household is on the list yet.
overview-months = Visits asked for and made, last 12 months
overview-month-line = { $visited }/{ $obliged }
overview-voluntary = { $count } extra
overview-days = { $month } by day: due / visited households
overview-carried = { $count } were due before
overview-list = { $group } · { $measure }
overview-problems = Open problems, counted each
overview-nobody = There is no household behind it.
overview-sorted = Sorted by { $measure }, most first
overview-sorted-backwards = Sorted by { $measure }, fewest first
overview-reading = Counting…

## The list for a contact

handout-title = [{ $who }] { $count ->
    [one] 1 household
   *[other] { $count } households
} to visit, { $overdue } overdue
handout-tick = Done
handout-village = Village
handout-group = Group
handout-head = Head
handout-people = People
handout-phone = Phone
handout-class = Class
handout-risks = Risks
handout-due = Due
handout-late = Days late
handout-last = Last visit
handout-code = Code
handout-note = Note (who was met, what was found)
handout-signature = Visitor: ____________        Date: ____________
handout-is-late = { $days ->
    [one] {" "}(1 day late)
   *[other] {" "}({ $days } days late)
}
handout-is-due = {" "}(by { $day })
handout-file = To visit
handout-nobody = The list is empty. Nothing was written.

## The visits

visits-sheet = Visits
visits-title = Visits
visits-on = Visited on
visits-counts = Counts
visits-met = Met
handout-question = Write the { $count } households shown as lists for their contacts, a sheet each?
handout-yes = Write the lists
