//! What keys do on a household: its visits opened, corrected, voided, printed; its months, measures and status.

use ratatui::layout::Rect;

use crate::domain::entry::Basis;
use crate::domain::income::net;
use crate::domain::month::Month;
use crate::i18n::Words;
use crate::ledger::{HistoryOf, HouseholdFile, VisitState};
use crate::report::income_page::{month_lines, record_words, sum_lines};
use crate::report::visit_page::visit_lines;
use crate::report::why_due::why_page;

use super::{HouseholdScreen, HouseholdTab, view};
use crate::tui::command::{Command, commands_of};
use crate::tui::effect::{Effect, Read, Write};
use crate::tui::face::Face;
use crate::tui::keys::Context;
use crate::tui::overlays::ask::{Ask, AskedFor};
use crate::tui::overlays::page::Page;
use crate::tui::record::RecordSubject;
use crate::tui::scene::Scene;
use crate::tui::shell::Shell;

commands_of! {
    [Household, Visits, Income, Measures, Risk]
    Asked {
        NextTab, PreviousTab, WhyDue, LogVisit, Edit, WaterReport, History, Open, CorrectVisit, VoidVisit, PrintSheet,
        SwitchWindow, EditMonth, VoidMonth, FallReasons, AddMeasure, EditMeasure, VoidMeasure, ChangeStatus, Attest, MarkGroup, Reveal,
        Procedures,
    }
}

impl Face for HouseholdScreen {
    fn context(&self) -> Context {
        self.context_of_tab()
    }

    fn draw(&self, scene: &mut Scene<'_, '_>, page: Rect) {
        view::draw(self, scene, page);
    }

    fn run(&mut self, shell: &mut Shell, command: Command) -> Option<Vec<Effect>> {
        let asked = Asked::of(command)?;
        if asked == Asked::Reveal {
            return Some(vec![Effect::Write(Write::Reveal(self.file.household.id))]);
        }
        Some(self.read_for(shell, asked).map(Effect::Read).into_iter().collect())
    }

    fn step(&mut self, shell: &Shell, by: isize) {
        let hidden = self.lines_below(shell.around(), shell.page());
        self.scroll_or_select(by, hidden);
    }

    fn out_of_place(&self, shell: &Shell) -> Vec<Command> {
        self.of_no_use(&shell.policy)
    }
}

impl HouseholdScreen {
    /// What must be read for it, if anything; all else is done at once.
    fn read_for(&mut self, shell: &mut Shell, asked: Asked) -> Option<Read> {
        let id = self.file.household.id;
        match asked {
            Asked::NextTab => self.step_tab(true),
            Asked::PreviousTab => self.step_tab(false),
            Asked::WhyDue => {
                let (title, lines) = why_page(&shell.words, &self.file.row, &shell.policy, shell.today);
                shell.show(Page::new(title, lines));
            }
            Asked::SwitchWindow => self.income.switch(&shell.policy),
            Asked::LogVisit => return Some(Read::OpenVisitForm { household_id: id, correcting: None }),
            Asked::Edit => return Some(Read::OpenHouseholdForm { household_id: Some(id), at: None }),
            Asked::WaterReport => return Some(Read::OpenWaterReport(id)),
            Asked::Procedures => return Some(Read::OpenProcedureOf(id)),
            Asked::History => {
                return Some(Read::OpenHistory {
                    of: HistoryOf::Household(id),
                    name: self.file.row.name.clone().into(),
                });
            }
            Asked::Open => return self.open(shell),
            Asked::CorrectVisit => return self.correct_visit(shell),
            Asked::VoidVisit => return self.ask_void_visit(shell),
            Asked::PrintSheet => return self.print_sheet(shell),
            Asked::EditMonth => return self.edit_month(shell),
            Asked::VoidMonth => return self.ask_void_month(shell),
            Asked::FallReasons => {
                let window_end = self.income.window(&shell.policy, shell.today).last;
                return Some(self.small_form(RecordSubject::Fall(window_end)));
            }
            Asked::AddMeasure => return Some(self.small_form(RecordSubject::Measure(None))),
            Asked::EditMeasure => {
                let measure = self.selected_measure()?;
                return Some(self.small_form(RecordSubject::Measure(Some(measure.id))));
            }
            Asked::VoidMeasure => return self.ask_void_measure(shell),
            Asked::ChangeStatus => return Some(self.small_form(RecordSubject::Status)),
            // It is logged before it is shown.
            Asked::Reveal => {}
            Asked::MarkGroup => return Some(self.small_form(RecordSubject::GroupMark)),
            Asked::Attest => return Some(self.small_form(RecordSubject::Attestation)),
        }
        None
    }

    fn small_form(&self, subject: RecordSubject) -> Read {
        Read::OpenRecord { household_id: Some(self.file.household.id), subject }
    }

    /// What Enter opens: the next tab from the overview, a visit, how a figure was made.
    fn open(&mut self, shell: &mut Shell) -> Option<Read> {
        match self.tab {
            HouseholdTab::Overview => self.step_tab(true),
            HouseholdTab::Visits => return self.selected_visit().map(|visit| Read::OpenVisit(visit.id)),
            HouseholdTab::Income => self.show_how(shell),
            HouseholdTab::Measures | HouseholdTab::Risk => {}
        }
        None
    }

    fn correct_visit(&self, shell: &mut Shell) -> Option<Read> {
        let visit = self.selected_visit()?;
        if visit.stands_as_entered() {
            return Some(Read::OpenVisitForm { household_id: visit.household_id, correcting: Some(visit.id) });
        }
        shell.warn_of(if visit.voided { "visit-is-void" } else { "visit-of-roster" });
        None
    }

    /// A void needs a reason, and somebody who says it.
    fn ask_void_visit(&self, shell: &mut Shell) -> Option<Read> {
        let visit = self.selected_visit()?;
        if visit.voided {
            shell.warn_of("visit-is-void");
            return None;
        }
        let basis = Basis { id: visit.id, revision: self.file.revision_of(visit.id) };
        let question = shell.words.with("void-question", &[("on", &visit.visited_on.to_string())]);
        let asked = AskedFor::VoidVisit(basis);
        shell.ask(Ask::new(asked, shell.words.t("void-title"), question));
        None
    }

    fn print_sheet(&self, shell: &mut Shell) -> Option<Read> {
        let visit = self.selected_visit()?;
        if visit.stands_as_entered() {
            let language = shell.words.language();
            return Some(Read::PrintSheet { household_id: visit.household_id, visit_id: visit.id, language });
        }
        shell.warn_of("visit-no-sheet");
        None
    }

    /// How the selected figure was made.
    fn show_how(&self, shell: &mut Shell) {
        let words = &shell.words;
        let page = if let Some(month) = self.selected_month(&shell.policy) {
            let title = words.with("income-how-month", &[("month", &month.to_string())]);
            Page::new(title, month_lines(words, &self.file, month))
        } else {
            let view = self.income_view(&shell.policy);
            Page::new(words.t("income-how-sum"), sum_lines(words, &view, &shell.policy, shell.today))
        };
        shell.show(page);
    }

    /// Any month can be entered or corrected; on the sum the first that is missing.
    fn edit_month(&self, shell: &mut Shell) -> Option<Read> {
        let missing = || self.income_view(&shell.policy).held.income.missing().next();
        let Some(month) = self.selected_month(&shell.policy).or_else(missing) else {
            shell.warn_of("income-choose-month");
            return None;
        };
        if month > Month::of(shell.today) {
            shell.warn_of("MonthFault-in_future");
            return None;
        }
        Some(self.small_form(RecordSubject::Month(month)))
    }

    /// Only what was entered in the table is taken back here; a visit's income goes with its visit.
    fn ask_void_month(&self, shell: &mut Shell) -> Option<Read> {
        let month = self.selected_month(&shell.policy);
        let record = self.file.incomes.iter().find(|income| Some(income.month) == month);
        match record {
            Some(record) if record.visit_id.is_none() => {
                let household_id = self.file.household.id;
                let asked = AskedFor::VoidMonth { household_id, income_id: record.id, month: record.month };
                let question = void_month_question(&shell.words, &self.file, record.month);
                shell.ask(Ask::new(asked, shell.words.t("void-month-title"), question));
            }
            Some(_) => shell.warn_of("void-month-of-visit"),
            None => shell.warn_of("income-month-missing"),
        }
        None
    }

    fn ask_void_measure(&self, shell: &mut Shell) -> Option<Read> {
        let measure = self.selected_measure()?;
        let asked = AskedFor::VoidMeasure { household_id: self.file.household.id, measure_id: measure.id };
        let question = shell.words.with("void-measure-question", &[("item", &measure.item)]);
        shell.ask(Ask::new(asked, shell.words.t("void-measure-title"), question));
        None
    }

    /// A visit's page: what it says, and how it came to say so. `history` is its states, oldest first.
    pub fn show_visit(&self, shell: &mut Shell, history: &[VisitState]) {
        let Some(now) = history.last() else { return };
        let lines = visit_lines(&shell.words, &self.file, history);
        let title = shell.words.with("visit-title", &[("on", &now.visit.visited_on.to_string())]);
        shell.show(Page::new(title, lines));
    }
}

/// Asks why, and says what will hold for the month then.
fn void_month_question(words: &Words, file: &HouseholdFile, month: Month) -> String {
    let then = file.incomes_under.iter().find(|under| under.month == month).map_or_else(
        || words.t("void-month-then-missing"),
        |under| {
            let net = net(&under.amounts).map_or_else(|| words.t("income-not-asked"), |net| net.to_string());
            words.with("void-month-then-record", &[("record", &record_words(words, file, under)), ("net", &net)])
        },
    );
    format!("{} {then}", words.with("void-month-question", &[("month", &month.to_string())]))
}
