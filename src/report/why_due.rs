//! Why a household is due, in words: one sentence, and a page.

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::policy::Policy;
use crate::domain::rough_date::Precision;
use crate::domain::visit::Try;
use crate::domain::why_due::{Anchor, WhyDue};
use crate::i18n::Words;
use crate::text::pad;

use super::policy::{rule_words, title};

/// Columns of a label on the page.
const LABEL: usize = 12;

/// The class of a household, or that it left the list.
pub fn class_words(words: &Words, row: &DueRow) -> String {
    if row.active { words.of(row.class) } else { words.with("class-left", &[("class", &words.of(row.class))]) }
}

/// The page that explains a due date: the class, the rule, the day that the clock runs from, the sum. Gives its
/// title and its lines.
pub fn why_page(words: &Words, row: &DueRow, policy: &Policy, today: NaiveDate) -> (String, Vec<String>) {
    let why = WhyDue::of(row, policy);
    let modes: Vec<String> = why.counted_modes.iter().map(|mode| words.of(*mode)).collect();
    let mut lines = Vec::new();
    let mut line = |key: &str, value: String| lines.push(format!("{} {value}", pad(&words.t(key), LABEL, "")));
    line("household-class", class_words(words, row));
    let precision = Some(why.since.precision).filter(|precision| *precision != Precision::Day);
    let precision = precision.map(|precision| words.of(precision)).unwrap_or_default();
    line("household-since", format!("{} {precision}", why.since));
    line("why-policy", title(words, policy));
    if let Some(rule) = &why.rule {
        line("why-rule", rule_words(words, rule));
        line("why-origin", why.origin.map(|origin| words.of(origin)).unwrap_or_default());
        line("why-modes", modes.join(&words.t("list-comma")));
        line("why-anchor", why.anchor.on().to_string());
    }
    lines.push(String::new());
    lines.push(why_words(words, &why));
    if let Some(days) = Some(row.days_overdue(today)).filter(|days| *days > 0) {
        lines.push(words.with("why-overdue", &[("days", &days.to_string()), ("today", &today.to_string())]));
    }
    if row.last_counted.is_none() && why.rule.is_some() {
        lines.push(words.t("why-never"));
    }
    (words.with("why-title", &[("name", &row.name)]), lines)
}

/// Why a household is due, in one sentence: the anchor, the rule, the sum.
pub fn why_words(words: &Words, why: &WhyDue) -> String {
    let (Some(rule), Some(due_on)) = (&why.rule, why.due_on) else {
        return words.t(if why.active { "why-no-cadence" } else { "why-left" });
    };
    let anchor = match why.anchor {
        Anchor::Visit(on, mode) => words.with("why-visit", &[("on", &on.to_string()), ("mode", &words.of(mode))]),
        Anchor::Since(since) => words.with("why-since", &[("on", &since.to_string())]),
    };
    let rule = rule_words(words, rule);
    let sum = words.with("why-sum", &[("anchor", &anchor), ("rule", &rule), ("due", &due_on.to_string())]);
    why.last_try.map_or_else(
        || sum.clone(),
        |tried| words.with("why-and", &[("sum", &sum), ("tried", &try_words(words, tried, why))]),
    )
}

/// That a later visit does not count, and why.
fn try_words(words: &Words, (on, how): (NaiveDate, Try), why: &WhyDue) -> String {
    let on = on.to_string();
    let modes: Vec<String> = why.counted_modes.iter().map(|mode| words.of(*mode)).collect();
    match how {
        Try::NobodyMet => words.with("why-nobody-met", &[("on", &on)]),
        Try::Mode(mode) => words.with(
            "why-not-counted",
            &[("on", &on), ("mode", &words.of(mode)), ("modes", &modes.join(&words.t("list-comma")))],
        ),
    }
}
