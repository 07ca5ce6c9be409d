//! The overview of a household as lines: facts, members, coverage, last answers.

use chrono::{Datelike, NaiveDate};
use ratatui::text::{Line, Span};

use crate::domain::checks::Check;
use crate::domain::coverage::MonthMark;
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::household::Member;
use crate::domain::last_time::last_visit_with_answers;
use crate::domain::mask::mask_id;
use crate::domain::month::Month;
use crate::domain::problem::ProblemState;
use crate::domain::why_due::WhyDue;
use crate::text::{pad, width, wrap};

use super::HouseholdScreen;
use crate::report::why_due::{class_words, why_words};
use crate::tui::scene::Surroundings;
use crate::tui::theme::Look;
use crate::tui::widgets::{answer_mark, answer_style, heading};

/// Years of the coverage grid.
const COVERAGE_YEARS: i32 = 3;
/// Columns of the grid's label and of a month.
const COVERAGE_LABEL: usize = 12;
const MONTH_COLUMNS: usize = 3;
/// From this width on, facts stand in two columns.
const TWO_COLUMNS_FROM: usize = 90;

impl HouseholdScreen {
    /// The lines of the overview at this width.
    pub fn overview(&self, around: Surroundings<'_>, columns: usize) -> Vec<Line<'static>> {
        let Surroundings { words, look, policy, .. } = around;
        let mut lines = Vec::new();
        let why = why_words(words, &WhyDue::of(&self.file.row, policy));
        lines.push(heading(&words.t("household-status"), columns, look));
        let class = class_words(words, &self.file.row);
        lines.push(Line::from(format!(
            "  {class}  {}",
            words.with("since", &[("on", &self.file.row.since.to_string())])
        )));
        lines.extend(wrap(&why, columns.saturating_sub(3)).into_iter().map(|line| Line::from(format!("  {line}"))));
        if self.file.row.due_on.is_some() {
            lines.extend(self.coverage(around));
        }
        self.add_last_answers(&mut lines, around, columns);
        self.add_problems(&mut lines, around, columns);
        lines.push(heading(&words.t("household-facts"), columns, look));
        lines.extend(self.facts(around, columns));
        if !self.file.members.is_empty() {
            lines.push(heading(&words.t("household-members"), columns, look));
            lines.extend(self.members(around, columns));
        }
        lines
    }

    fn facts(&self, around: Surroundings<'_>, columns: usize) -> Vec<Line<'static>> {
        let Surroundings { words, look, .. } = around;
        let per_line = if columns >= TWO_COLUMNS_FROM { 2 } else { 1 };
        let cell = columns.saturating_sub(2) / per_line;
        let mut facts = vec![(words.t("household-code"), self.file.row.code.clone())];
        for fact in HouseholdFact::ALL {
            let value = self.file.household.facts.get(*fact);
            facts.extend(value.map(|value| (words.of(*fact), words.household_fact(*fact, value))));
        }
        let span = |(label, value): &(String, String)| {
            let label = format!("{} ", pad(label, 17, look.glyphs.ellipsis));
            let value = pad(value, cell.saturating_sub(20), look.glyphs.ellipsis);
            [Span::styled(format!("  {label}"), look.theme.dim), Span::raw(value)]
        };
        facts.chunks(per_line).map(|chunk| Line::from(chunk.iter().flat_map(span).collect::<Vec<_>>())).collect()
    }

    fn members(&self, around: Surroundings<'_>, columns: usize) -> Vec<Line<'static>> {
        let Surroundings { words, look, .. } = around;
        let member = |member: &Member| {
            let cell = |text: &str, columns| pad(text, columns, look.glyphs.ellipsis);
            let rest =
                [MemberFact::Sex, MemberFact::BornOn, MemberFact::Schooling, MemberFact::Health, MemberFact::Labour];
            let rest: Vec<&str> = rest.iter().map(|fact| member.fact(*fact)).filter(|text| !text.is_empty()).collect();
            let line = Line::from(format!(
                "  {} {} {}  {}",
                cell(member.fact(MemberFact::Name), 12),
                cell(&words.relation(member.fact(MemberFact::Relation)), 10),
                cell(&mask_id(member.fact(MemberFact::IdNumber)), 18),
                rest.join(" ")
            ));
            let conditions = words.conditions(member).join(&words.t("list-comma"));
            let conditions = wrap(&conditions, columns.saturating_sub(5)).into_iter().filter(|line| !line.is_empty());
            let conditions = conditions.map(|text| Line::styled(format!("    {text}"), look.theme.dim));
            std::iter::once(line).chain(conditions).collect::<Vec<_>>()
        };
        self.file.members.iter().flat_map(member).collect()
    }

    /// The first day that its history knows of: another class ends no year that went before.
    fn known_since(&self) -> NaiveDate {
        let first = self.file.history.iter().map(|change| change.on.on).min();
        first.map_or(self.file.row.since.on, |first| first.min(self.file.row.since.on))
    }

    /// A row a year, a mark a month.
    fn coverage(&self, around: Surroundings<'_>) -> Vec<Line<'static>> {
        let Surroundings { words, look, .. } = around;
        let theme = &look.theme;
        let months: String = (1..=12).map(|month| pad(&month.to_string(), MONTH_COLUMNS, "")).collect();
        let title = pad(&words.t("coverage-title"), COVERAGE_LABEL, "");
        let mut lines = vec![Line::styled(format!("  {title}{months}"), theme.dim)];
        let this_year = self.today.year();
        let first_year = (this_year - COVERAGE_YEARS + 1).max(self.known_since().year().min(this_year));
        for year in first_year..=this_year {
            let Some(last) = Month::new(year, 12) else { continue };
            let mut spans = vec![Span::raw(format!("  {}", pad(&year.to_string(), COVERAGE_LABEL, "")))];
            for (number, mark) in (1u32..).zip(self.file.month_marks(last, 12)) {
                let now = Month::of(self.today);
                let mark = match Month::new(year, number) {
                    Some(month) if month > now => MonthMark::Before,
                    Some(month) if month == now && mark == MonthMark::Quiet => MonthMark::Running,
                    _ => mark,
                };
                spans.push(month_mark(mark, look));
            }
            lines.push(Line::from(spans));
        }
        let legend = words.with(
            "coverage-legend",
            &[
                ("yes", look.glyphs.yes),
                ("no", look.glyphs.no),
                ("dot", look.glyphs.dot),
                ("running", look.glyphs.running),
            ],
        );
        lines.push(Line::styled(format!("  {legend}"), theme.dim));
        lines
    }

    fn add_last_answers(&self, lines: &mut Vec<Line<'static>>, around: Surroundings<'_>, columns: usize) {
        let Surroundings { words, look, .. } = around;
        let Some(visit) = last_visit_with_answers(&self.file.visits, self.today) else {
            lines.push(heading(&words.t("preview-checks"), columns, look));
            lines.push(Line::styled(format!("  {}", words.t("form-no-last")), look.theme.dim));
            return;
        };
        let title = words.with("household-last-answers", &[("on", &visit.visited_on.to_string())]);
        lines.push(heading(&title, columns, look));
        let mut spans = Vec::new();
        let mut used = 0;
        for check in Check::ALL {
            let answer = visit.findings.answer(*check);
            let text = format!("  {}{}{}", words.of(*check), answer_mark(answer, &look.glyphs), words.of(answer));
            if used + width(&text) > columns {
                lines.push(Line::from(std::mem::take(&mut spans)));
                used = 0;
            }
            used += width(&text);
            spans.push(Span::styled(text, answer_style(answer, &look.theme)));
        }
        lines.push(Line::from(spans));
        for (check, finding) in visit.findings.checks.iter().filter(|(_, finding)| !finding.note.is_empty()) {
            let note = format!("{}{}{}", words.of(*check), words.t("colon"), finding.note);
            lines.extend(
                wrap(&note, columns.saturating_sub(5)).into_iter().map(|line| Line::from(format!("    {line}"))),
            );
        }
    }

    fn add_problems(&self, lines: &mut Vec<Line<'static>>, around: Surroundings<'_>, columns: usize) {
        let Surroundings { words, look, .. } = around;
        if self.file.problems.is_empty() {
            return;
        }
        lines.push(heading(&words.t("preview-problems"), columns, look));
        for problem in &self.file.problems {
            let by = problem.deadline.map(|day| words.with("by-day", &[("day", &day.to_string())])).unwrap_or_default();
            let text = format!("  {}  {} {} {by}", words.of(problem.state), problem.what, problem.unit);
            let style = if problem.state == ProblemState::Open { look.theme.warn } else { look.theme.dim };
            lines.push(Line::styled(text, style));
        }
    }
}

fn month_mark(mark: MonthMark, look: &Look) -> Span<'static> {
    let (glyphs, theme) = (&look.glyphs, &look.theme);
    let (glyph, style) = match mark {
        MonthMark::Before => (" ", theme.dim),
        MonthMark::Visited => (glyphs.yes, theme.good),
        MonthMark::Missed => (glyphs.no, theme.bad),
        MonthMark::Quiet => (glyphs.dot, theme.dim),
        MonthMark::Running => (glyphs.running, theme.warn),
    };
    Span::styled(pad(glyph, MONTH_COLUMNS, ""), style)
}
