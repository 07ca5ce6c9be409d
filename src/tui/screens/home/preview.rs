//! The selected household at a glance, beside the list.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::alert::{Alert, alerts};
use crate::domain::checks::Check;
use crate::domain::facts::HouseholdFact;
use crate::domain::income::net;
use crate::domain::last_time::last_visit_with_answers;
use crate::domain::month::Month;
use crate::domain::problem::ProblemState;
use crate::domain::why_due::WhyDue;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::report::why_due::{class_words, why_words};
use crate::text::wrap;

use super::Households;
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::theme::Glyphs;
use crate::tui::widgets::{answer_mark, who_and_where};

/// Months of the small chart of incomes.
const INCOME_MONTHS: u32 = 12;

pub(super) fn draw(screen: &Households, scene: &mut Scene<'_, '_>, area: Rect) {
    let around = scene.around;
    let selected = screen.selected().map(|row| row.id);
    let Some(file) = screen.preview.as_ref().filter(|file| Some(file.household.id) == selected) else { return };
    let mut row = 0;
    for (text, style) in lines(file, screen, around) {
        for line in wrap(&text, usize::from(area.width)) {
            scene.put(area, row, Line::styled(line, style));
            row += 1;
        }
    }
}

fn lines(file: &HouseholdFile, screen: &Households, around: Surroundings<'_>) -> Vec<(String, Style)> {
    let Surroundings { words, look, policy, .. } = around;
    let (theme, plain) = (&look.theme, Style::new());
    let mut lines = vec![(who_and_where(around, &file.row), theme.bold), (status(file, words), plain)];
    lines.extend(alert_lines(file, screen, around));
    lines.push((String::new(), plain));
    lines.push((words.t("preview-why"), theme.dim));
    lines.push((why_words(words, &WhyDue::of(&file.row, policy)), plain));
    lines.push((String::new(), plain));
    lines.push((words.t("preview-checks"), theme.dim));
    lines.push((checks(file, screen, around), plain));
    lines.push((String::new(), plain));
    let last = Month::of(screen.today).minus(1);
    let window = [("first", last.minus(INCOME_MONTHS - 1).to_string()), ("last", last.to_string())];
    let window: Vec<(&str, &str)> = window.iter().map(|(name, month)| (*name, month.as_str())).collect();
    lines.push((words.with("preview-income", &window), theme.dim));
    lines.push((income(file, screen, words, &look.glyphs), plain));
    let open = file.problems.iter().filter(|problem| problem.state == ProblemState::Open);
    let open: Vec<String> = open
        .map(|problem| {
            let deadline = problem.deadline.map(|day| words.with("by-day", &[("day", &day.to_string())]));
            format!("{} {}", problem.what, deadline.unwrap_or_default())
        })
        .collect();
    if !open.is_empty() {
        lines.push((String::new(), plain));
        lines.push((words.t("preview-problems"), theme.dim));
        lines.extend(open.into_iter().map(|text| (text, theme.warn)));
    }
    lines
}

/// What a cadre should look at, in words.
fn alert_lines(file: &HouseholdFile, screen: &Households, around: Surroundings<'_>) -> Vec<(String, Style)> {
    let Surroundings { words, look, policy, .. } = around;
    let found = alerts(&file.case(policy, screen.today));
    let line = |alert: &Alert| (format!("{} {}", look.glyphs.risk, words.of(alert.kind)), look.theme.warn);
    found.iter().map(line).collect()
}

/// The class, since when, the risks, the contact.
fn status(file: &HouseholdFile, words: &Words) -> String {
    let mut parts = vec![class_words(words, &file.row)];
    parts.extend(file.row.category().map(|label| words.of(label)));
    if let Some(risks) = file.household.facts.get(HouseholdFact::Risks) {
        parts.push(words.household_fact(HouseholdFact::Risks, risks));
    }
    parts.push(words.with("since", &[("on", &file.row.since.to_string())]));
    if !file.row.contact.is_empty() {
        parts.push(format!("{} {}", words.of(HouseholdFact::Contact), file.row.contact));
    }
    parts.join("  ")
}

fn checks(file: &HouseholdFile, screen: &Households, around: Surroundings<'_>) -> String {
    let Surroundings { words, look, .. } = around;
    let Some(visit) = last_visit_with_answers(&file.visits, screen.today) else {
        return words.t("form-no-last");
    };
    let marks = Check::ALL
        .iter()
        .map(|check| format!("{}{}", words.short(*check), answer_mark(visit.findings.answer(*check), &look.glyphs)));
    format!("{}  {}", marks.collect::<Vec<_>>().join(" "), visit.visited_on)
}

/// The recorded months of the last year as small bars, a dot for a missing one.
fn income(file: &HouseholdFile, screen: &Households, words: &Words, glyphs: &Glyphs) -> String {
    let last = Month::of(screen.today).minus(1);
    let months: Vec<Option<i64>> = (0..INCOME_MONTHS)
        .rev()
        .map(|back| {
            let month = last.minus(back);
            let record = file.incomes.iter().find(|income| income.month == month);
            record.and_then(|income| net(&income.amounts)).map(crate::domain::money::Money::fen)
        })
        .collect();
    let highest = months.iter().flatten().copied().max().unwrap_or(0).max(1);
    let bars = months.iter().map(|fen| match fen {
        None => glyphs.dot,
        Some(fen) => glyphs.bars[usize::try_from(fen.max(&0) * 7 / highest).unwrap_or(0).min(7)],
    });
    let recorded = months.iter().flatten().count().to_string();
    let months = INCOME_MONTHS.to_string();
    let mut text = format!(
        "{}  {}",
        bars.collect::<String>(),
        words.with("months-recorded", &[("n", &recorded), ("of", &months)])
    );
    // A month that was just entered is seen, though it has not ended.
    let running = file.incomes.iter().find(|income| income.month == Month::of(screen.today));
    if let Some(net) = running.and_then(|income| net(&income.amounts)) {
        text += &words.with("preview-this-month", &[("net", &net.to_string())]);
    }
    text
}
