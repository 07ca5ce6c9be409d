//! One procedure: its steps as lines of what is done, waits or is late, its grounds under them, and at the foot what the
//! plan says of the selected line.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::assessment::{Assessment, ConditionState};
use crate::domain::policy::StepRule;
use crate::domain::procedure::{GroundAnswer, GroundAsked, Procedure, StepResult};
use crate::i18n::Language;
use crate::ledger::ListedProcedure;
use crate::report::policy::wording;
use crate::report::procedures::{step_line, term_words};
use crate::text::{fit, wrap};
use crate::tui::effect::Read;
use crate::tui::record::{NoticeOf, RecordSubject};
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::widgets::heading;

/// Lines at the foot.
const FOOT: u16 = 7;

/// A procedure that is looked at.
#[derive(Debug)]
pub struct ProcedurePage {
    pub it: ListedProcedure,
    /// Of an elimination.
    readiness: Option<Assessment>,
    pub selected: usize,
}

/// A line of the page.
enum Row<'p> {
    Step(&'p StepRule),
    Ground(&'p GroundAsked),
}

impl ProcedurePage {
    /// On the step that waits.
    pub fn new(it: ListedProcedure, readiness: Option<Assessment>) -> Self {
        let waiting = it.procedure.waiting();
        let selected = it.procedure.course.iter().position(|rule| Some(rule.step) == waiting).unwrap_or(0);
        Self { it, readiness, selected }
    }

    /// The same on a line; on the step that waits where the line's was just done.
    pub(super) fn at(self, line: usize) -> Self {
        let is_over = self.it.procedure.course.get(line).is_some_and(|rule| self.it.procedure.is_over(rule.step));
        if is_over { self } else { Self { selected: line, ..self } }
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let Procedure { course, grounds, .. } = &self.it.procedure;
        course.iter().map(Row::Step).chain(grounds.iter().map(Row::Ground))
    }

    pub(super) fn move_by(&mut self, by: isize) {
        let count = self.it.procedure.course.len() + self.it.procedure.grounds.len();
        self.selected = self.selected.saturating_add_signed(by).min(count.saturating_sub(1));
    }

    /// Something can be done about the selected line: it is the step's turn, or it is over and can be gone back to.
    pub(super) fn can_be_acted_on(&self) -> bool {
        let procedure = &self.it.procedure;
        match self.rows().nth(self.selected) {
            Some(Row::Step(rule)) => procedure.is_turn_of(rule.step) || procedure.done(rule.step).is_some(),
            Some(Row::Ground(_)) => procedure.is_undecided(),
            None => false,
        }
    }

    /// The form of the selected line.
    pub(super) fn subject(&self) -> Option<RecordSubject> {
        let id = self.it.procedure.id;
        let steps = self.it.procedure.course.len();
        Some(match self.rows().nth(self.selected)? {
            Row::Step(rule) => RecordSubject::Step(id, rule.step),
            Row::Ground(_) => RecordSubject::Ground(id, self.selected - steps),
        })
    }

    /// What the selected step asks for on paper: a notice by its form, all else filled in with what is known. Of a ground,
    /// that of the step that waits.
    pub(super) fn papers(&self, language: Language) -> Option<Read> {
        let procedure = &self.it.procedure;
        let step = match self.rows().nth(self.selected)? {
            Row::Step(rule) => rule.step,
            Row::Ground(_) => procedure.waiting()?,
        };
        Some(if step.is_notice() {
            let (households, posted_by) = (vec![procedure.household_id], Some(Box::new((procedure.clone(), step))));
            Read::OpenNotice(NoticeOf { households, posted_by })
        } else {
            Read::PrintPapers { procedure: Box::new(self.it.clone()), step, language }
        })
    }

    pub(super) fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, today, policy, .. } = scene.around;
        let (procedure, row) = (&self.it.procedure, &self.it.row);
        let title =
            format!(" {} {} {} {}{}", self.it.number, words.of(procedure.kind), &*row.name, row.village, row.group);
        let ended = procedure.ended.as_ref().map(|ended| format!("{} {}", words.of(ended.end), ended.on));
        let term = ended.unwrap_or_else(|| term_words(words, procedure, today, policy.holidays()));
        let late = procedure.term_now(today, policy.holidays()).is_some_and(|now| now.left < 0);
        let style = if late { look.theme.bad } else { look.theme.dim };
        scene.two_sided(Rect { height: 1, ..area }, (&title, look.theme.bold), (&term, style));
        let foot = FOOT.min(area.height / 2);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + foot), ..area };
        let below = Rect { y: list.bottom(), height: foot, ..area };
        let around = scene.around;
        let lines: Vec<Line<'static>> =
            self.rows().map(|row| self.line(&row, around, usize::from(area.width))).collect();
        scene.list("procedure", list, (lines.len(), Some(self.selected)), |place| {
            let is_selected = place == self.selected;
            let cursor = Span::styled(if is_selected { look.glyphs.cursor } else { " " }, look.theme.accent);
            let mut line = lines.get(place).cloned().unwrap_or_default();
            line.spans.insert(0, cursor);
            if is_selected { line.style(look.theme.selected) } else { line }
        });
        scene.put(below, 0, heading(&words.t("settings-about"), usize::from(area.width), look));
        let columns = usize::from(area.width).saturating_sub(3);
        let about = self.about(around);
        let about = about.iter().flat_map(|text| wrap(text, columns));
        for (row, line) in about.take(usize::from(foot).saturating_sub(1)).enumerate() {
            scene.put(below, row + 1, Line::from(format!("  {line}")));
        }
    }

    fn line(&self, row: &Row<'_>, around: Surroundings<'_>, columns: usize) -> Line<'static> {
        let Surroundings { words, look, today, policy, .. } = around;
        let (mark, text, style) = match row {
            Row::Step(rule) => {
                let procedure = &self.it.procedure;
                let due = procedure.step_due(rule.step, policy.holidays());
                let result = procedure.done(rule.step).map(|done| done.result);
                let is_late = due.is_some_and(|due| due < today) && !procedure.is_over(rule.step);
                let (mark, style) = match result {
                    Some(StepResult::Passed) => (look.glyphs.yes, look.theme.good),
                    Some(StepResult::NotHere) => (look.glyphs.dot, look.theme.dim),
                    Some(StepResult::Hanging) | None if is_late => (look.glyphs.no, look.theme.bad),
                    Some(StepResult::Hanging) => (look.glyphs.dot, look.theme.warn),
                    None if procedure.is_turn_of(rule.step) => (">", look.theme.accent),
                    None => (" ", look.theme.dim),
                };
                (mark, step_line(words, procedure, rule, today, policy.holidays()), style)
            }
            Row::Ground(asked) => {
                let (mark, style) = match asked.answer {
                    GroundAnswer::Yes => (look.glyphs.no, look.theme.bad),
                    GroundAnswer::No => (look.glyphs.yes, look.theme.good),
                    GroundAnswer::Unknown => ("?", look.theme.warn),
                };
                (mark, format!("{} {}", words.of(asked.answer), wording(words, &asked.ground.wording)), style)
            }
        };
        let room = columns.saturating_sub(5);
        Line::from(vec![
            Span::styled(format!(" {mark} "), style),
            Span::styled(fit(&text, room, look.glyphs.ellipsis), style),
        ])
    }

    /// What the plan says of the selected line, and what holds for all of it.
    fn about(&self, around: Surroundings<'_>) -> Vec<String> {
        let Surroundings { words, policy, .. } = around;
        let procedure = &self.it.procedure;
        let mut about = match self.rows().nth(self.selected) {
            Some(Row::Step(rule)) => vec![step_about(around, rule)],
            Some(Row::Ground(asked)) => vec![ground_about(around, asked)],
            None => Vec::new(),
        };
        if let Some(readiness) = &self.readiness {
            let [not_met, unknown] =
                [ConditionState::NotMet, ConditionState::Unknown].map(|state| readiness.count(state).to_string());
            about.push(words.with("question-conditions-open", &[("not_met", &not_met), ("unknown", &unknown)]));
        }
        for due in procedure.last_postings(policy.holidays()) {
            let (step, on) = (words.of(due.step), due.on.to_string());
            about.push(words.with("procedure-last-posting", &[("step", &step), ("on", &on)]));
        }
        let missing: Vec<String> = procedure.missing_papers().iter().map(|(_, form)| words.of(*form)).collect();
        if !missing.is_empty() {
            about.push(words.with("procedure-papers", &[("papers", &missing.join(&words.t("list-comma")))]));
        }
        if let Some(green) = &procedure.green {
            about.push(format!("{} {} {}", words.t("procedure-green"), green.on, &*green.why));
        }
        if let Some(ended) = procedure.ended.as_ref().filter(|ended| !ended.why.is_empty()) {
            about.push(format!("{} {} {} {}", words.of(ended.end), ended.on, &*ended.why, &*ended.explained_by));
        }
        about
    }
}

fn step_about(around: Surroundings<'_>, rule: &StepRule) -> String {
    let words = around.words;
    let mut parts = vec![wording(words, &rule.wording).to_owned()];
    if rule.step.is_notice() && rule.days.is_none() {
        parts.push(words.t("clue-no-deadline"));
    }
    if let Some(people) = rule.people {
        parts.push(words.with("procedure-people-asked", &[("count", &people.to_string())]));
    }
    parts.extend(rule.signed.map(|signed| words.of(signed)));
    let papers: Vec<&str> = rule.papers.iter().map(|paper| wording(words, &paper.title)).collect();
    if !papers.is_empty() {
        parts.push(papers.join(&words.t("list-comma")));
    }
    if rule.is_reading {
        parts.push(words.t("procedure-reading"));
    }
    parts.join(&words.t("list-semicolon"))
}

fn ground_about(around: Surroundings<'_>, asked: &GroundAsked) -> String {
    let words = around.words;
    let mut parts = vec![wording(words, &asked.ground.wording).to_owned()];
    parts.extend(asked.found_by.map(|by| words.of(by)));
    parts.extend([asked.department.clone(), asked.note.to_string()].into_iter().filter(|part| !part.is_empty()));
    parts.extend(asked.on.map(|on| on.to_string()));
    if let Some(unless) = asked.ground.unless {
        parts.push(words.with("procedure-unless", &[("meeting", &words.of(unless))]));
    }
    parts.join(&words.t("list-semicolon"))
}
