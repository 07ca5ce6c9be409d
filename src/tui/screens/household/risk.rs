//! The risk of a household: its alerts, each condition of the policy with what it rests on, and the
//! timeline of its status.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::alert::alerts;
use crate::domain::assessment::{Assessment, ConditionResult, ConditionState, assess};
use crate::domain::category_proposed::contradicting_category;
use crate::domain::group_mark::GroupMark;
use crate::domain::key_group::{GroupFound, GroupStanding, GroupWanting, groups};
use crate::domain::status::StatusChange;
use crate::i18n::Words;
use crate::report::evidence::{evidence_words, state_mark, state_words, term_end_words};
use crate::report::groups::group_name;
use crate::report::policy::title;
use crate::text::{pad, wrap};

use super::HouseholdScreen;
use crate::tui::scene::Surroundings;
use crate::tui::widgets::heading;

/// Columns of a condition's state.
const STATE: usize = 8;

impl HouseholdScreen {
    /// The lines of the tab at this width.
    pub fn risk_lines(&self, around: Surroundings<'_>, columns: usize) -> Vec<Line<'static>> {
        let Surroundings { words, look, policy, .. } = around;
        let case = self.file.case(policy, self.today);
        let mut lines = Vec::new();
        let found = alerts(&case);
        lines.push(heading(&words.with("risk-alerts", &[("count", &found.len().to_string())]), columns, look));
        if found.is_empty() {
            lines.push(Line::styled(format!("  {}", words.t("risk-no-alerts")), look.theme.dim));
        }
        for alert in &found {
            add(&mut lines, 2, &format!("{} {}", look.glyphs.risk, words.of(alert.kind)), look.theme.warn, columns);
            for evidence in &alert.evidence {
                add(&mut lines, 6, &evidence_words(words, evidence), Style::new(), columns);
            }
        }
        if let Some(category) = contradicting_category(&case) {
            let on_file = self.file.row.category().map(|category| words.of(category)).unwrap_or_default();
            let text = words.with("risk-category-contradicts", &[("rule", &words.of(category)), ("file", &on_file)]);
            add(&mut lines, 2, &text, look.theme.warn, columns);
        }
        add_groups(&mut lines, &groups(&case), &self.file.group_marks, around, columns);
        if let Some(assessment) = assess(&case) {
            add_assessment(&mut lines, &assessment, around, columns);
        } else {
            lines.push(heading(&words.t("risk-assessment"), columns, look));
            lines.push(Line::styled(format!("  {}", words.t("risk-not-assessed")), look.theme.dim));
        }
        lines.push(heading(&words.t("risk-history"), columns, look));
        for change in self.file.history.iter().rev() {
            add(&mut lines, 2, &status_words(words, change), Style::new(), columns);
        }
        lines
    }
}

/// The plan's groups that it is in, and those of which nobody knows.
fn add_groups(
    lines: &mut Vec<Line<'static>>,
    standings: &[GroupStanding],
    marks: &[GroupMark],
    around: Surroundings<'_>,
    columns: usize,
) {
    let Surroundings { words, look, policy, .. } = around;
    if standings.is_empty() {
        return;
    }
    lines.push(heading(&words.t("group-title"), columns, look));
    let (unknown, known): (Vec<_>, Vec<_>) = standings.iter().partition(|it| it.found == GroupFound::Unknown);
    for standing in known {
        let name = group_name(words, policy, &standing.group);
        let mut text = words.with("group-of-household", &[("what", &name), ("found", &words.of(standing.found))]);
        if let Some(mark) = marks.iter().rfind(|mark| mark.group_id == standing.group) {
            text += &format!(" {} {}", mark.marked_on, &*mark.why);
        }
        add(lines, 2, &text, Style::new(), columns);
    }
    for wanting in GroupWanting::ALL {
        let of = unknown.iter().filter(|it| it.wanting == Some(*wanting));
        let names: Vec<String> = of.map(|it| group_name(words, policy, &it.group)).collect();
        if !names.is_empty() {
            let (what, groups) = (words.of(*wanting), names.join(&words.t("list-semicolon")));
            let text = words.with("group-unknown-of", &[("what", &what), ("groups", &groups)]);
            add(lines, 2, &text, look.theme.dim, columns);
        }
    }
}

fn add(lines: &mut Vec<Line<'static>>, indent: usize, text: &str, style: Style, columns: usize) {
    let wrapped = wrap(text, columns.saturating_sub(indent + 1));
    lines.extend(wrapped.into_iter().map(|line| Line::styled(format!("{}{line}", " ".repeat(indent)), style)));
}

fn add_assessment(lines: &mut Vec<Line<'static>>, assessment: &Assessment, around: Surroundings<'_>, columns: usize) {
    let Surroundings { words, look, policy, .. } = around;
    let [met, not_met, unknown] = [ConditionState::Met, ConditionState::NotMet, ConditionState::Unknown]
        .map(|state| format!("{} {}", words.of(state), assessment.count(state)));
    let outcome = words.of(assessment.outcome());
    let kind = words.of(assessment.kind);
    lines.push(heading(&format!("{kind}{}{outcome}", words.t("colon")), columns, look));
    let counts = [met, not_met, unknown].join("  ");
    add(
        lines,
        2,
        &format!("{counts}  {}", words.with("assess-policy", &[("title", &title(words, policy))])),
        look.theme.dim,
        columns,
    );
    for result in &assessment.conditions {
        add_condition(lines, result, around, columns);
    }
    for reason in &assessment.look_harder {
        add(lines, 2, &format!("{} {}", look.glyphs.risk, words.of(*reason)), look.theme.warn, columns);
    }
    if let Some(until) = assessment.notices_until {
        add(
            lines,
            2,
            &words.with("assess-notices-until", &[("on", &term_end_words(words, until))]),
            look.theme.dim,
            columns,
        );
    }
}

fn add_condition(lines: &mut Vec<Line<'static>>, result: &ConditionResult, around: Surroundings<'_>, columns: usize) {
    let Surroundings { words, look, policy, .. } = around;
    let style = match result.state {
        ConditionState::Met if result.question => look.theme.warn,
        ConditionState::Met => look.theme.good,
        ConditionState::NotMet => look.theme.bad,
        ConditionState::Unknown => look.theme.warn,
    };
    let from = result.possible_from.filter(|_| result.state != ConditionState::Met);
    let from = from.map(|on| words.with("assess-possible-from", &[("on", &on.to_string())])).unwrap_or_default();
    let origin = result.origin(policy).map(|origin| format!("({})", words.of(origin))).unwrap_or_default();
    let state = pad(&state_words(words, result), STATE, "");
    let text = format!("{} {state} {} {from} {origin}", state_mark(result), words.of(result.condition));
    add(lines, 2, text.trim_end(), style, columns);
    for evidence in &result.evidence {
        add(lines, 6, &evidence_words(words, evidence), Style::new(), columns);
    }
}

/// `2026-03-10 风险消除 帮扶消除  收入稳定`
fn status_words(words: &Words, change: &StatusChange) -> String {
    let mut parts = vec![change.on.to_string(), words.of(change.kind)];
    parts.extend(change.way.map(|way| words.of(way)));
    parts.extend(change.leaving.map(|reason| words.of(reason)));
    parts.extend(change.category.map(|category| words.of(category)));
    if change.defaulted {
        parts.push(words.t("status-defaulted"));
    }
    parts.push(change.note.clone());
    parts.join(" ").trim_end().to_owned()
}
