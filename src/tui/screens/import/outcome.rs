//! What an import does or did, as a list to scroll through: the counts, then everything in detail. A line is
//! put into words only when it is in sight, for there may be tens of thousands.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::exchange::roster::Severity;
use crate::i18n::Words;
use crate::ledger::{Absent, HouseholdChange, ImportOutcome};
use crate::report::imports::{column_by_hand_words, village_joined_words, village_offered_words};
use crate::report::{change_words, roster_problem_words, sheet_not_read_words, skipped_row_words};
use crate::text::{pad, pad_left, wrap};

use crate::tui::scene::Scene;
use crate::tui::theme::Look;
use crate::tui::widgets::heading;

/// One thing of the list, by its place in the outcome.
#[derive(Debug, Clone, Copy)]
enum Entry {
    Blank,
    Count(Count),
    /// What to do now, in the screen's words.
    Next,
    Heading(&'static str),
    Weighty(usize),
    Error(usize),
    Warning(usize),
    Offered(usize),
    Joined(usize),
    ByHand(usize),
    Sheet(usize),
    Skipped(usize),
    NewIn(usize),
    Conflict(usize),
    Changed(usize),
    Undated(usize),
    Absent(usize),
    UnknownColumns,
}

#[derive(Debug, Clone, Copy)]
enum Count {
    New,
    Changed,
    Unchanged,
    Absent,
    Conflicts,
    SinceDefaulted,
    Errors,
    Warnings,
}

const COUNTS: [Count; 8] = [
    Count::New,
    Count::Changed,
    Count::Unchanged,
    Count::Absent,
    Count::Conflicts,
    Count::SinceDefaulted,
    Count::Errors,
    Count::Warnings,
];

/// The list, and how far it is scrolled.
#[derive(Debug, Clone)]
pub struct OutcomeList {
    entries: Vec<Entry>,
    top: usize,
}

/// What the lines are made from.
pub struct Shown<'a> {
    pub outcome: &'a ImportOutcome,
    /// What to do now.
    pub next: &'a str,
    pub words: &'a Words,
    pub look: &'a Look,
}

impl OutcomeList {
    pub fn of(outcome: &ImportOutcome) -> Self {
        let mut entries = vec![Entry::Blank];
        entries.extend(COUNTS.map(Entry::Count));
        entries.extend([Entry::Blank, Entry::Next]);
        let mut section = |title: &'static str, of: fn(usize) -> Entry, places: Vec<usize>| {
            if !places.is_empty() {
                entries.push(Entry::Heading(title));
                entries.extend(places.into_iter().map(of));
            }
        };
        let all = |count: usize| (0..count).collect::<Vec<_>>();
        let changed = |weighty| {
            let wanted = |at: &usize| outcome.changed[*at].is_weighty() == weighty;
            all(outcome.changed.len()).into_iter().filter(wanted).collect()
        };
        let problems = |severity| {
            let wanted = |at: &usize| outcome.problems[*at].kind.severity() == severity;
            all(outcome.problems.len()).into_iter().filter(wanted).collect()
        };
        let not_read = |at: &usize| {
            let sheet = &outcome.sheets[*at];
            sheet.is_hidden || (!sheet.is_read && sheet.rows > 0)
        };
        section("import-weighty", Entry::Weighty, changed(true));
        section("import-errors", Entry::Error, problems(Severity::Error));
        section("villages-title", Entry::Offered, all(outcome.villages_offered.len()));
        section("import-warnings", Entry::Warning, problems(Severity::Warning));
        section("villages-joined-title", Entry::Joined, all(outcome.villages_joined.len()));
        section("columns-by-hand-title", Entry::ByHand, all(outcome.columns_by_hand.len()));
        let sheets = all(outcome.sheets.len()).into_iter().filter(not_read);
        section("import-sheets-not-read", Entry::Sheet, sheets.collect());
        section("import-skipped", Entry::Skipped, all(outcome.skipped.len()));
        section("import-new-by-village", Entry::NewIn, all(outcome.new_by_village.len()));
        section("import-conflicts", Entry::Conflict, all(outcome.conflicts.len()));
        section("import-changed", Entry::Changed, changed(false));
        section("import-undated", Entry::Undated, all(outcome.undated.len()));
        section("import-absent", Entry::Absent, all(outcome.absent.len()));
        let unknown = usize::from(!outcome.unknown_columns.is_empty());
        section("import-columns", |_| Entry::UnknownColumns, all(unknown));
        Self { entries, top: 0 }
    }

    /// Scrolls by so many lines; the last entry is not scrolled past the end of the page.
    pub fn step(&mut self, by: isize, shown: &Shown<'_>, page: (usize, usize)) {
        let (columns, lines) = page;
        let height = |at: usize| entry_lines(self.entries[at], shown, columns).len().max(1);
        let last_top = self.back_from(self.entries.len(), lines, &height);
        let top = if by < 0 {
            self.back_from(self.top, by.unsigned_abs(), &height)
        } else {
            let mut top = self.top;
            let mut moved = 0;
            while top < last_top && moved < by.unsigned_abs() {
                moved += height(top);
                top += 1;
            }
            top
        };
        self.top = top.min(last_top);
    }

    /// The first entry that is in sight where an entry begins so many lines below the top.
    fn back_from(&self, from: usize, lines: usize, height: &dyn Fn(usize) -> usize) -> usize {
        let mut room = lines;
        let mut top = from.min(self.entries.len());
        while let Some(above) = top.checked_sub(1) {
            match room.checked_sub(height(above)) {
                Some(rest) => (top, room) = (above, rest),
                // A step that is smaller than the entry still moves.
                None if top == from && from < self.entries.len() => return above,
                None => break,
            }
        }
        top
    }

    pub fn draw(&self, shown: &Shown<'_>, scene: &mut Scene<'_, '_>, area: Rect) {
        let columns = usize::from(area.width);
        let lines = self.entries.iter().skip(self.top).flat_map(|entry| entry_lines(*entry, shown, columns));
        for (row, line) in lines.take(usize::from(area.height)).enumerate() {
            scene.put(area, row, line);
        }
    }
}

/// The lines of an entry, wrapped.
fn entry_lines(entry: Entry, shown: &Shown<'_>, columns: usize) -> Vec<Line<'static>> {
    let Shown { outcome, next, words, look } = shown;
    let room = columns.saturating_sub(4);
    let wrapped = |text: &str, style: Style| -> Vec<Line<'static>> {
        wrap(text, room).into_iter().map(|line| Line::styled(format!("  {line}"), style)).collect()
    };
    let plain = Style::new();
    match entry {
        Entry::Blank => vec![Line::from("")],
        Entry::Count(count) => vec![count_line(count, shown)],
        Entry::Next => wrapped(next, look.theme.accent),
        Entry::Heading(title) => vec![heading(&words.t(title), columns.saturating_sub(2), look)],
        Entry::Weighty(at) => wrapped(&household_words(words, &outcome.changed[at]), look.theme.warn),
        Entry::Changed(at) => wrapped(&household_words(words, &outcome.changed[at]), plain),
        Entry::Conflict(at) => wrapped(&household_words(words, &outcome.conflicts[at]), plain),
        Entry::Error(at) => wrapped(&roster_problem_words(words, &outcome.problems[at]), look.theme.bad),
        Entry::Warning(at) => wrapped(&roster_problem_words(words, &outcome.problems[at]), look.theme.warn),
        Entry::Offered(at) => wrapped(&village_offered_words(words, &outcome.villages_offered[at]), look.theme.warn),
        Entry::Joined(at) => wrapped(&village_joined_words(words, &outcome.villages_joined[at]), plain),
        Entry::ByHand(at) => wrapped(&column_by_hand_words(words, &outcome.columns_by_hand[at]), plain),
        Entry::Sheet(at) => {
            wrapped(&sheet_not_read_words(words, &outcome.sheets[at]).unwrap_or_default(), look.theme.warn)
        }
        Entry::Skipped(at) => wrapped(&skipped_row_words(words, &outcome.skipped[at]), look.theme.dim),
        Entry::NewIn(at) => {
            let village = outcome.new_by_village.iter().nth(at);
            let text = village.map(|(village, count)| format!("{} {village}", pad(&count.to_string(), 6, "")));
            wrapped(&text.unwrap_or_default(), plain)
        }
        Entry::Undated(at) => wrapped(&absent_words(&outcome.undated[at]), look.theme.dim),
        Entry::Absent(at) => wrapped(&absent_words(&outcome.absent[at]), look.theme.dim),
        Entry::UnknownColumns => wrapped(&outcome.unknown_columns.join(&words.t("list-comma")), look.theme.dim),
    }
}

fn count_line(count: Count, shown: &Shown<'_>) -> Line<'static> {
    let (outcome, theme) = (shown.outcome, &shown.look.theme);
    let (key, number, style) = match count {
        Count::New => ("import-new", outcome.new, theme.good),
        Count::Changed => ("import-changed", outcome.changed.len(), theme.bold),
        Count::Unchanged => ("import-unchanged", outcome.unchanged, theme.dim),
        Count::Absent => ("import-absent", outcome.absent.len(), theme.dim),
        Count::Conflicts => ("import-conflicts", outcome.conflicts.len(), theme.warn),
        Count::SinceDefaulted => ("import-since-defaulted", outcome.since_defaulted, theme.dim),
        Count::Errors => ("import-errors", outcome.count(Severity::Error), theme.bad),
        Count::Warnings => ("import-warnings", outcome.count(Severity::Warning), theme.warn),
    };
    let style = if number == 0 { theme.dim } else { style };
    let number = Span::styled(pad_left(&number.to_string(), 7, ""), style);
    Line::from(vec![number, Span::raw(format!("  {}", shown.words.t(key)))])
}

fn household_words(words: &Words, change: &HouseholdChange) -> String {
    let fields: Vec<String> = change.fields.iter().map(|field| change_words(words, field)).collect();
    format!("{} {}  {}", change.code, &*change.name, fields.join(&words.t("list-semicolon")))
}

fn absent_words(it: &Absent) -> String {
    format!("{} {} {}", it.code, &*it.name, it.village)
}
