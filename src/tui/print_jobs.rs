//! Writing what is printed: the sheet of a visit, blank sheets to take along.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::domain::due_row::DueRow;
use crate::domain::id::{HouseholdId, VisitId};
use crate::domain::revisit::end_of_week;
use crate::exchange::table_book::{Table, write_tables};
use crate::exchange::visit_sheet::{SheetPage, write_sheets};
use crate::files::{IfThere, is_taken};
use crate::i18n::{Language, Words};
use crate::ledger::{ListedProblem, StoreError};
use crate::report::hand_out::hand_out_tables;
use crate::report::problem_table::problem_table;
use crate::report::visit_sheet::{Numbers, blank_pages, sheet_pages};

use super::executor::Executor;
use super::news::{Msg, News};

impl Executor {
    /// Writes the sheet of one visit.
    pub(super) fn print_sheet(
        &self,
        household_id: HouseholdId,
        visit_id: VisitId,
        language: Language,
    ) -> Result<Msg, StoreError> {
        let words = Words::new(language);
        let file = self.ledger.show(household_id)?;
        let Some(state) = self.ledger.visit_history(visit_id)?.pop() else { return Err(StoreError::ChangedMeanwhile) };
        let name = format!("{}-{}-{}", words.t("sheet-title"), file.row.code, state.visit.visited_on);
        let pages = sheet_pages(&words, &file, &[state], Numbers::Masked);
        Ok(write_pages(self.print_folder(), &words, &name, &pages))
    }

    /// Writes blank sheets for the households that are due this week, overdue ones too.
    pub(super) fn blank_sheets(&mut self, contact: Option<String>, language: Language) -> Vec<Msg> {
        let folder = self.print_folder().to_owned();
        self.beside(move |ledger, _, _| {
            let (words, today) = (Words::new(language), ledger.today());
            let until = end_of_week(today);
            match ledger.due_by(until, None, contact.as_deref()) {
                Ok(files) if files.is_empty() => Msg::News(News::NothingDue(until)),
                Ok(files) => {
                    let name = words.with("sheet-blank-name", &[("until", &until.to_string())]);
                    write_pages(&folder, &words, &name, &blank_pages(&words, &files, today, Numbers::Masked))
                }
                Err(error) => Msg::News(News::Failed(error)),
            }
        })
    }

    /// Writes the households that are shown as lists, a sheet a contact.
    pub(super) fn hand_out(&mut self, rows: Vec<DueRow>, language: Language) -> Vec<Msg> {
        let folder = self.print_folder().to_owned();
        self.beside(move |ledger, _, _| {
            let (words, today) = (Words::new(language), ledger.today());
            let tables = hand_out_tables(&words, &rows.iter().collect::<Vec<_>>(), today, Numbers::Masked);
            write_table(&folder, &words.t("handout-file"), today, &tables, rows.len())
        })
    }

    /// Writes the ledger of problems that are shown.
    pub(super) fn print_problems(&mut self, problems: Vec<ListedProblem>, language: Language) -> Vec<Msg> {
        let folder = self.print_folder().to_owned();
        self.beside(move |ledger, _, _| {
            let (words, today) = (Words::new(language), ledger.today());
            let listed: Vec<&ListedProblem> = problems.iter().collect();
            let table = problem_table(&words, &listed, today);
            write_table(&folder, &words.t("problems-title"), today, &[table], problems.len())
        })
    }

    /// Where people keep what they print; of the demo, where the demo lies.
    fn print_folder(&self) -> &Path {
        self.demo.as_ref().map_or(self.documents.as_path(), |demo| demo.path())
    }
}

/// Writes pages, never over another file.
fn write_pages(folder: &Path, words: &Words, name: &str, pages: &[SheetPage]) -> Msg {
    let file = free_name(folder, name);
    match write_sheets(&file, &words.t("sheet-title"), pages, IfThere::Keep) {
        Ok(()) => Msg::News(News::SheetWritten { file, pages: pages.len() }),
        Err(error) => Msg::News(News::SheetNotWritten(error)),
    }
}

/// Writes tables under a title and the day, never over another file.
fn write_table(folder: &Path, title: &str, today: NaiveDate, tables: &[Table], rows: usize) -> Msg {
    let file = free_name(folder, &format!("{title}-{today}"));
    match write_tables(&file, title, tables, IfThere::Keep) {
        Ok(()) => Msg::News(News::TableWritten { file, rows }),
        Err(error) => Msg::News(News::SheetNotWritten(error)),
    }
}

/// A workbook of this name that is not there yet.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let numbered = (2..).map(|number| format!("{name} ({number}).xlsx"));
    let mut names = std::iter::once(format!("{name}.xlsx")).chain(numbered).map(|name| folder.join(name));
    names.find(|path| !is_taken(path)).unwrap_or_default()
}
