### The interface line by line.

plain-begin =
    huifang, line by line. Today is { $today }. { $demo }
    list, show NUMBER, visit NUMBER, help, quit. Anything else is searched for.
plain-demo = The households are made up.
plain-help =
    list             who is overdue or due; list all: every household; list WORDS: those found
    show NUMBER      everything about one household; a code or a name does as well
    visit NUMBER     log a visit, one question a line; what is typed is kept at once
    quit             end; drafts stay
plain-verb-list = list l
plain-verb-show = show s
plain-verb-visit = visit v
plain-verb-help = help h ?
plain-verb-quit = quit q exit
plain-all = all
plain-drafts-word = drafts
plain-drafts = { $count } visits are begun and not finished: list drafts
plain-not-text = That line is no UTF-8 text; it was not taken. Set the terminal to UTF-8 and type it again.
plain-too-long = That is too long; nothing was changed. Type less.
plain-locked = Nothing was typed for a while: the passphrase, please. The last line was not taken.
plain-not-kept = What was typed last could not be kept, and is lost. Everything before it is in the draft.
plain-not-backed-up = The day's backup could not be made. Free some space, or run huifang backup FILE.
plain-hint-day = a day: 1122, 22, -3, yesterday
plain-yes = y yes 1
plain-empty = There are no households yet. Leave with quit, then run: huifang import ROSTER.xlsx
plain-listed-due = { $count } overdue or due:
plain-listed = { $count } found:
plain-more = … and { $more } more: list all, or list WORDS.
plain-row = { $number }. { $name }, { $place }, { $class }, { $due }{ $draft }
plain-overdue = due { $due }, { $days } days overdue
plain-due = due { $due }
plain-has-draft = , a draft is begun
plain-not-found = No single household is named by “{ $named }”. list shows numbers.
plain-form-begin = { $title }. Enter leaves an answer as it stands; /help lists what else can be said.
plain-resumed = Going on with the draft of { $at }; /discard throws it away.
plain-form-help =
    a digit, the words of an answer, a text or an amount answers; Enter leaves it as it stands
    /back      the question before       /last     the answer of last time
    /clear     no answer                 /all      all questions with their answers
    /save      save the visit            /leave    leave, the draft stays
    /discard   throw the draft away
plain-order-back = back b
plain-order-last = last
plain-order-clear = clear
plain-order-all = all
plain-order-save = save s
plain-order-leave = leave
plain-order-discard = discard
plain-order-help = help h ?
plain-between = { "; " }
plain-between-choices = { ", " }
plain-last = last time: { $value }
plain-choices = answers: { $value }
plain-now = now: { $value }
plain-fault = to be mended: { $value }
plain-understood = Understood: { $value }
plain-not-read = This cannot be read; write it again. /help says what can be typed.
plain-not-taken = That is none of the answers; nothing was changed. /help says what can be typed.
plain-no-last = Nothing stands beside this question to be taken over.
plain-unanswered = not answered
plain-end = That was the last question. Save now? y: save; anything else: go on.
plain-confirm = { $question } y: { $yes }; anything else: no.
plain-who = Who are you? Type the name or its number; empty: not now. Known: { $known }
