//! Small parts that several screens draw with.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::checks::CheckAnswer;
use crate::domain::due_row::DueRow;
use crate::domain::mask::mask_phone;
use crate::i18n::Words;
use crate::text::width;

use super::command::Command;
use super::keys::{Chord, Context, bindings, hint};
use super::scene::{Click, Scene, Surroundings};
use super::theme::{Glyphs, Look, Theme};

/// A horizontal line with a title in it.
pub fn heading(title: &str, columns: usize, look: &Look) -> Line<'static> {
    let line = look.glyphs.line;
    let rest = columns.saturating_sub(width(title) + 5);
    Line::styled(format!(" {line}{line} {title} {}", line.repeat(rest)), look.theme.accent)
}

/// `王小明 · 石桥村 三组 · 4 口人 · 138****5678`
pub fn who_and_where(around: Surroundings<'_>, row: &DueRow) -> String {
    let Surroundings { words, look, .. } = around;
    let mut parts = vec![row.name.to_string(), format!("{} {}", row.village, row.group).trim().to_owned()];
    parts.extend(row.population.map(|count| words.with("persons", &[("count", &count.to_string())])));
    if !row.phone.is_empty() {
        parts.push(mask_phone(&row.phone));
    }
    parts.join(&format!(" {} ", look.glyphs.dot))
}

/// The mark of an answer.
pub fn answer_mark(answer: CheckAnswer, glyphs: &Glyphs) -> &'static str {
    match answer {
        CheckAnswer::Secured => glyphs.yes,
        CheckAnswer::AtRisk => glyphs.risk,
        CheckAnswer::NotSecured => glyphs.no,
        CheckAnswer::NotChecked => glyphs.unknown,
        CheckAnswer::NotApplicable => glyphs.not_applicable,
    }
}

/// Good, doubtful, bad: the colour of an answer to a check.
pub fn answer_style(answer: CheckAnswer, theme: &Theme) -> Style {
    match answer {
        CheckAnswer::NotSecured => theme.bad,
        CheckAnswer::AtRisk => theme.warn,
        CheckAnswer::Secured => theme.good,
        CheckAnswer::NotChecked | CheckAnswer::NotApplicable => theme.dim,
    }
}

/// `11-30`, with the year where it is not the year of `today`.
pub fn short_day(day: NaiveDate, today: NaiveDate) -> String {
    let pattern = if day.year() == today.year() { "%m-%d" } else { "%y-%m-%d" };
    day.format(pattern).to_string()
}

/// The day of the week as one writes it.
pub fn weekday(words: &Words, day: NaiveDate) -> String {
    words.t(&format!("weekday-{}", day.weekday().number_from_monday()))
}

/// What was understood of a typed day: the whole day where it was shortened, and its weekday.
pub fn day_meaning(words: &Words, typed: &str, day: NaiveDate, today: NaiveDate) -> String {
    let whole = if typed.trim() == day.to_string() { String::new() } else { format!("= {day} ") };
    let is_today = if day == today { words.t("today") } else { String::new() };
    let is_far = !whole.is_empty() && day.year() != today.year();
    let year = if is_far { words.t("other-year") } else { String::new() };
    format!("{whole}{} {is_today}{year}", weekday(words, day)).trim_end().to_owned()
}

/// What can be done here and is not out of place now, as much of it as fits; help and quitting always.
pub fn footer(scene: &mut Scene<'_, '_>, context: Context, out_of_place: &[Command], area: Rect) {
    let Surroundings { words, look, .. } = scene.around;
    let total = usize::from(area.width).saturating_sub(1);
    let (last, first): (Vec<_>, Vec<_>) = bindings(context)
        .filter(|binding| is_worth_a_hint(binding.command) && !out_of_place.contains(&binding.command))
        .partition(|binding| matches!(binding.command, Command::Help | Command::Quit));
    let entries = |bindings: Vec<&super::keys::Binding>| -> Vec<(Chord, String, String)> {
        let entry = |chord: Chord, command| (chord, chord.to_string(), words.short(command));
        bindings.into_iter().map(|binding| entry(hint(binding), binding.command)).collect()
    };
    let (mut shown, last) = (entries(first), entries(last));
    let used = |entries: &[(Chord, String, String)]| -> usize {
        entries.iter().map(|(_, key, word)| width(key) + width(word) + 3).sum()
    };
    while !shown.is_empty() && used(&shown) + used(&last) > total {
        shown.pop();
    }
    let mut x = area.x + 1;
    for (chord, key, word) in shown.into_iter().chain(last) {
        let columns = u16::try_from(width(&key) + width(&word) + 1).unwrap_or(u16::MAX);
        let place = Rect { x, width: columns, ..area }.intersection(area);
        let line = Line::from(vec![Span::styled(key, look.theme.accent), Span::raw(format!(" {word}"))]);
        x = place.right() + 2;
        scene.frame.render_widget(line, place);
        scene.on_click(place, Click::Key(chord));
    }
}

fn is_worth_a_hint(command: Command) -> bool {
    use Command as C;
    !matches!(
        command,
        C::Up
            | C::Down
            | C::PageUp
            | C::PageDown
            | C::First
            | C::Last
            | C::PreviousTab
            | C::PreviousColumn
            | C::Previous
            | C::ClearField
            | C::Undo
            | C::Redo
            | C::Redraw
            | C::Suspend
    )
}

/// A bar of so many columns for a share.
pub fn bar(part: usize, whole: usize, columns: usize, glyphs: &Glyphs) -> String {
    let full = if whole == 0 { 0 } else { (part * columns).div_euclid(whole).min(columns) };
    glyphs.full.repeat(full) + &glyphs.empty.repeat(columns - full)
}

/// Which of some columns have room beside each other, as many as can be, the selected one among them.
pub fn seen_columns(widths: &[usize], selected: usize, room: usize) -> Range<usize> {
    let fits = |columns: Range<usize>| widths.iter().take(columns.end).skip(columns.start).sum::<usize>() <= room;
    let first = (0..=selected).find(|first| fits(*first..selected + 1)).unwrap_or(selected);
    let end = (selected + 1..=widths.len()).rev().find(|end| fits(first..*end)).unwrap_or(selected + 1);
    first..end
}
