# Several at once

several-marked = { $count } marked (e changes them, Esc lets go)
several-title = What becomes of { $count ->
    [one] 1 household
   *[other] { $count } households
}
several-contact-title = Give them to a help contact
several-contact-another = Another contact, not on the list …
several-contact-ask = The contact's name:
several-village-title = Set the village
several-village-another = Another village, not on the list …
several-village-ask = The village's name:
several-group-title = Set the group
several-group-another = Another group, not on the list …
several-group-ask = The group's name:
several-has = { $count ->
    [one] 1 household
   *[other] { $count } households
}
several-leave = Leave the list: { $why }
several-leave-ask = Why, and on what ground (they leave today, and can come back):
several-take-back = Take the last change back
several-question = { $what }. { $which }
several-yes = Change
several-does-contact = { $count ->
    [one] 1 household goes to { $name }
   *[other] { $count } households go to { $name }
}
several-does-new-contact = { $count ->
    [one] 1 household goes to { $name }, a new contact
   *[other] { $count } households go to { $name }, a new contact
}
several-does-village = { $count ->
    [one] 1 household moves to { $name }
   *[other] { $count } households move to { $name }
}
several-does-group = { $count ->
    [one] 1 household moves to group { $name }
   *[other] { $count } households move to group { $name }
}
several-does-leave = { $count ->
    [one] 1 household leaves the list ({ $name })
   *[other] { $count } households leave the list ({ $name })
}
several-done = Done: { $what }; z takes it back, until you quit.
several-back = Taken back: { $back ->
    [one] 1 household is as it was
   *[other] { $back } households are as they were
}.
several-back-in-part = Taken back for { $back }; { $left } were changed again since, and stay.
several-stopped = Stopped; nothing was changed.
several-impossible = That is no name: 1 to 40 characters.
several-working = Changing (Esc stops)
several-taken-back = a change of several taken back

# Contacts

record-contact = Contact
contact-unit = Unit
contact-post = Post
contact-phone = Phone
contact-kept = Saved: unit, post and phone of { $name }.
overview-no-contact-here = Go by contact and choose one: then unit, post and phone can be changed.

ContactFault-unit_too_long = Too long for a unit: at most 60 characters
ContactFault-post_too_long = Too long for a post: at most 60 characters
ContactFault-phone_impossible = No phone number: 11 digits of a mobile, 7 or 8 of a line, its area code before them

# Views, groups

GroupBy-village = Grouped by village
GroupBy-contact = Grouped by contact
GroupBy-class = Grouped by class
group-by-nothing = Not grouped
view-title = Save this view
view-ask = Which digit, which name? “5 late in Shanghe”, say; 5 brings it back. A digit alone takes that view away. 1 to 4 are the tabs where no view is saved under them. Saved: { $views }.
view-none = none yet
view-kept = Saved.
view-unreadable = A digit from 1 to 9 and a name of at most 20 characters, please: “5 late in Shanghe”. What was not saved cannot be taken away.
view-seen = View { $digit }: { $name }
view-not-saved = No view { $digit } is saved; V saves the filter, the order and the groups that are seen.
view-of-these = A list from a number of the overview is another one each day and cannot be saved; use the filter.
view-mine-of-whom = This view shows only “mine”: first say who you are (u).

# Rounds

rounds-title = Rounds
rounds-none = The policy in use names no dated rounds. Another one: p on the list.
rounds-reading = Reading …
round-left = { $days ->
    [one] 1 day left
   *[other] { $days } days left
}, by { $last }
round-today = Today is the last day ({ $last })
round-over = { $days ->
    [one] 1 day late
   *[other] { $days } days late
} (due { $last })
round-done = { $done }/{ $asked } households ({ $scope })
round-nobody = No such household
round-counts = · { $what }
round-open-list = Open: { $what }
round-nobody-open = No household is open.
round-not-counted = How far this is, is not on file here; see the papers.

RoundCounts-visit = a counted visit
RoundCounts-sweep = a visit for a sweep
RoundCounts-income = every month’s income recorded
RoundCounts-effect = the effect of every measure in force assessed
RoundCounts-nothing = Not counted by household
RoundScope-unresolved = risk not eliminated
RoundScope-monitored = monitored
RoundScope-listed = monitored or out of poverty
RoundScope-all = all

# Notices

several-notice = A public notice …
record-notice = Notice
notice-kind = Kind
notice-unit = Issued by
notice-phone = Unit’s phone
notice-place = Hangs at
notice-from = Posted on
notice-until = Last day
notice-hint-unit = The unit that signs it
notice-hint-phone = To object by; nobody’s own phone
notice-hint-place = Where people gather
notice-hint-until = Left blank: as long as the policy asks, the day of posting not counted
notice-number = No.
notice-village = Village
notice-group = Group
notice-head = Head
notice-persons = Persons
notice-category = Category
notice-risks = Risks
notice-measures = Measures
notice-effect = Effect
notice-title = { $place }: { $kind }, { $year }
notice-title-several = { $kind }, { $year }
notice-hangs = Posted from { $from } to { $until }, at: { $place }.
notice-objections = To object, tell { $unit } within these days, phone { $phone }.
notice-written = Notice written ({ $count ->
    [one] 1 household
   *[other] { $count } households
}): { $file }
notice-leaks = Not written: { $cell } looks like { $what } ({ $value }), which no notice shows. Mend it where it was typed or is on file, and write again.
export-working = Reading

NoticeKind-first_list = First list of monitored households
NoticeKind-township = List reviewed by the township
NoticeKind-elimination = Risk eliminated: list
NoticeKind-measures = Plans and measures
NoticeKind-announcement = Announcement of monitored households

NoticeFault-unit_missing = Say who issues it
NoticeFault-place_missing = Say where it hangs
NoticeFault-phone_impossible = The unit’s phone: 11 digits of a mobile, 7 or 8 of a line, its area code before them
NoticeFault-until_missing = The plan names no days: say the last one
NoticeFault-too_short = Too short: at least until { $until } (the day of posting is not counted)

Leak-id_number = an ID number
Leak-phone = a phone number
Leak-bank_card = a bank card number
Leak-birth_date = a birth date
export-written-demo = Wrote { $count ->
    [one] 1 row
   *[other] { $count } rows
} to { $file }. This is the demo: the file goes with it.
notice-day = { $iso }
notice-announced = Announced at: { $place }. Questions to { $unit }, phone { $phone }.
NoticeFault-phone_of_a_person = That phone is on file as a person’s; give the unit’s own
view-of-another = (of a newer version)
view-of-another-said = That view was saved by a newer version and cannot be read here; it stays as it is.
round-reading = { $what } ({ $origin })
round-begins = Begins { $first }, by { $last }
round-counts-then = Counted by household once it begins: { $what }
round-no-measure = No household has a measure in force
RoundCounts-festival = a visit of solicitude
several-no-reason = Say why, and on what ground.
several-none-changed = Those marked were so before; nothing was changed.
several-nothing-to-take-back = Nothing to take back: only what was done to several at once.
several-marked-hidden = { $count } marked, { $hidden } of them not shown (e changes them)
several-yes-leave = Take them off the list
audit-kinds = { $count } kinds
notice-not-of-it = Not written: { $count ->
    [one] 1 household does not belong
   *[other] { $count } households do not belong
} on such a notice, { $name } for one. A list of risks eliminated takes those whose risk stands, one of measures those monitored.
