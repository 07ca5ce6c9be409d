//! A question that is answered with a line of words: why something is taken back, how many people a
//! village has.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::audit_finding::AuditFinding;
use crate::domain::clean::fold_width;
use crate::domain::entry::Basis;
use crate::domain::id::{EntityId, HouseholdId, IncomeId, MeasureId, VisitId};
use crate::domain::month::Month;
use crate::domain::population::Registered;
use crate::domain::problem::Problem;
use crate::domain::village::Village;
use crate::i18n::Words;
use crate::ledger::HistoryOf;
use crate::text::{caret_place, fit, wrap};

use crate::tui::keys::Chord;
use crate::tui::scene::{Scene, Surroundings};
use crate::tui::several::SeveralAsk;
use crate::tui::text_line::TextLine;

/// What the answer is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedFor {
    /// The reason is the answer.
    VoidVisit(Basis<VisitId>),
    VoidMonth {
        household_id: HouseholdId,
        income_id: IncomeId,
        month: Month,
    },
    VoidMeasure {
        household_id: HouseholdId,
        measure_id: MeasureId,
    },
    Registered(Village),
    VoidRecord {
        of: HistoryOf,
        basis: Basis<EntityId>,
    },
    /// What was done about problems that are closed.
    CloseProblems(Vec<Problem>),
    /// Why problems are open again.
    ReopenProblems(Vec<Problem>),
    /// What several households are given to, or why they leave.
    Several(SeveralAsk),
    /// Why findings of the audit are right as they are.
    CheckFindings(Vec<AuditFinding>),
    /// Under which digit and name the list as it is seen is kept.
    View,
    /// Of which period a report is written.
    Report,
    /// Which database to open.
    Database,
}

/// The question and what is typed.
#[derive(Debug)]
pub struct Ask {
    pub asked_for: AskedFor,
    title: String,
    question: String,
    answer: TextLine,
    /// What stands there is only offered: the first character typed takes its place.
    is_offered: bool,
}

impl Ask {
    pub fn new(asked_for: AskedFor, title: String, question: String) -> Self {
        Self { asked_for, title, question, answer: TextLine::default(), is_offered: false }
    }

    /// The same question with an answer that is to be put right.
    #[must_use]
    pub fn with_answer(self, answer: String) -> Self {
        Self { answer: TextLine::new(answer), is_offered: false, ..self }
    }

    /// How many people a village has by its register.
    pub fn registered(village: Village, words: &Words) -> Self {
        let question = words.with("registered-question", &[("village", &village.name)]);
        Self::new(AskedFor::Registered(village), words.t("registered-title"), question)
    }

    /// Which period; what is typed already is a month.
    pub fn report(typed: String, words: &Words) -> Self {
        let ask = Self::new(AskedFor::Report, words.t("report-ask-title"), words.t("report-ask"));
        Self { is_offered: true, ..ask.with_answer(typed) }
    }

    /// The number of people that a village has, as it was answered; none where it is none that a village has.
    pub fn people(answer: &str) -> Option<Registered> {
        Registered::new(fold_width(answer).trim().replace(',', "").parse().ok()?)
    }

    /// What is asked.
    pub fn question(&self) -> &str {
        &self.question
    }

    /// The answer as it is typed.
    pub fn answer(&self) -> &str {
        self.answer.text()
    }

    pub fn edit(&mut self, chord: Chord) {
        if std::mem::take(&mut self.is_offered) && chord.typed().is_some() {
            self.answer.clear();
        }
        self.answer.edit(chord);
    }

    /// What was answered; none while nothing is.
    pub fn answered(&self) -> Option<String> {
        let answer = self.answer.text().trim();
        (!answer.is_empty()).then(|| answer.to_owned())
    }

    pub fn draw(&self, scene: &mut Scene<'_, '_>, area: Rect) {
        let Surroundings { words, look, .. } = scene.around;
        let columns = 60.min(area.width.saturating_sub(4));
        let room = usize::from(columns).saturating_sub(4);
        let question = wrap(&self.question, room);
        let typed = wrap(self.answer.text(), room.saturating_sub(1));
        let height = u16::try_from(question.len() + typed.len() + 5).unwrap_or(u16::MAX);
        let inside = scene.popup(area, columns, height.min(area.height), &self.title);
        for (row, line) in question.iter().chain([&String::new()]).chain(&typed).enumerate() {
            let style = if row > question.len() { look.theme.edit } else { ratatui::style::Style::new() };
            scene.put(inside, row, Line::styled(line.clone(), style));
        }
        let hint = if self.answered().is_some() { "ask-hint" } else { "ask-hint-empty" };
        let hint = fit(&words.t(hint), room, look.glyphs.ellipsis);
        scene.put(inside, question.len() + typed.len() + 2, Line::styled(hint, look.theme.dim));
        let text = self.answer.text();
        let caret = text.char_indices().nth(self.answer.caret()).map_or(text.len(), |(at, _)| at);
        let (row, column) = caret_place(text, room.saturating_sub(1), caret);
        let [column, row] = [column, question.len() + 1 + row].map(|at| u16::try_from(at).unwrap_or(0));
        scene.frame.set_cursor_position(Position::new(inside.x + column, inside.y + row));
    }
}
