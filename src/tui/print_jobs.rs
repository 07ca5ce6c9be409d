//! Writing what is printed: the sheet of a visit, blank sheets to take along.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::audited::AuditedKind;
use crate::domain::due_row::DueRow;
use crate::domain::id::{HouseholdId, VisitId};
use crate::domain::notice::NoticeEntry;
use crate::domain::period::Period;
use crate::domain::policy::StepKind;
use crate::exchange::table_book::{Table, write_tables};
use crate::exchange::visit_sheet::{SheetPage, write_sheets};
use crate::files::{IfThere, is_taken};
use crate::i18n::{Language, Words};
use crate::ledger::{DraftKey, ListedProblem, ListedProcedure, PeriodReport, StoreError};
use crate::report::hand_out::hand_out_tables;
use crate::report::notice::write_notice;
use crate::report::papers::{PaperOf, PaperRefused, paper_page};
use crate::report::period::{ReportForm, write_report};
use crate::report::policy;
use crate::report::problem_table::problem_table;
use crate::report::visit_sheet::{Numbers, blank_pages, sheet_pages};

use super::executor::{Executor, progress};
use super::news::{FileNews, Msg, News};

impl Executor {
    /// Writes the sheet of one visit.
    pub(super) fn print_sheet(
        &mut self,
        household_id: HouseholdId,
        visit_id: VisitId,
        language: Language,
    ) -> Result<Msg, StoreError> {
        let words = Words::new(language);
        let file = self.ledger.show(household_id)?;
        let Some(state) = self.ledger.visit_history(visit_id)?.pop() else { return Err(StoreError::ChangedMeanwhile) };
        let name = format!("{}-{}-{}", words.t("sheet-title"), file.row.code, state.visit.visited_on);
        let pages = sheet_pages(&words, &file, &[state], Numbers::Masked);
        self.ledger.log_if_possible(AuditedKind::Exported, "sheet", None);
        Ok(write_pages(self.print_folder(), &words, &name, &pages))
    }

    /// Writes the papers of a procedure's step that are filled in here, as the sheets of one workbook.
    pub(super) fn print_papers(
        &mut self,
        listed: &ListedProcedure,
        step: StepKind,
        language: Language,
    ) -> Result<Msg, StoreError> {
        let words = Words::new(language);
        let (file, policy, today) = (self.ledger.show(listed.row.id)?, self.ledger.policy(), self.ledger.today());
        let of = PaperOf { words: &words, policy, file: &file, listed, numbers: Numbers::Masked, today };
        let papers = listed.procedure.rule(step).map_or(&[][..], |rule| &rule.papers);
        let pages: Result<Vec<SheetPage>, PaperRefused> = papers.iter().map(|it| paper_page(of, it.form)).collect();
        Ok(match pages {
            Err(refused) => Msg::FileNews(FileNews::PaperRefused(refused)),
            Ok(pages) if pages.is_empty() => Msg::FileNews(FileNews::PaperRefused(PaperRefused::NotOfIt)),
            Ok(pages) => {
                self.ledger.log_if_possible(AuditedKind::Exported, "paper", None);
                let name = format!("{}-{}-{}", words.of(listed.procedure.kind), words.of(step), listed.row.code);
                write_pages(self.print_folder(), &words, &name, &pages)
            }
        })
    }

    /// Writes blank sheets for households.
    pub(super) fn blank_sheets(&mut self, households: Vec<HouseholdId>, language: Language) -> Vec<Msg> {
        let folder = self.print_folder().to_owned();
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| {
            let (words, today) = (Words::new(language), ledger.today());
            match ledger.files_of(&households, &mut progress(tell, cancelled)) {
                Ok(Some(files)) => {
                    ledger.log_if_possible(AuditedKind::Exported, "blank sheets", None);
                    let name = words.with("sheet-blank-name", &[("on", &today.to_string())]);
                    write_pages(&folder, &words, &name, &blank_pages(&words, &files, today, Numbers::Masked))
                }
                Ok(None) => Msg::FileNews(FileNews::Stopped),
                Err(error) => Msg::News(News::Failed(error)),
            }
        })
    }

    /// Writes a public notice, and ends the draft that it came from.
    pub(super) fn write_notice(
        &mut self,
        entry: NoticeEntry,
        households: Vec<HouseholdId>,
        language: Language,
        draft: DraftKey,
    ) -> Vec<Msg> {
        let folder = self.print_folder().to_owned();
        self.beside(move |ledger, _, _| {
            let words = Words::new(language);
            let files = match ledger.files_of(&households, &mut |_, _| true) {
                Ok(files) => files.unwrap_or_default(),
                Err(error) => return Msg::News(News::Failed(error)),
            };
            let file = free_name(&folder, &format!("{}-{}", words.of(entry.kind), entry.from));
            match write_notice(&file, &words, ledger, (&entry, &files), IfThere::Keep) {
                Ok(rows) => {
                    // A draft that stays is offered once more, and nothing is lost.
                    let _ = ledger.discard_draft(&draft);
                    Msg::FileNews(FileNews::NoticeWritten { file, rows })
                }
                Err(refused) => Msg::FileNews(FileNews::NoticeRefused(refused)),
            }
        })
    }

    /// Writes the households that are shown as lists, a sheet a contact.
    pub(super) fn hand_out(&mut self, rows: Vec<DueRow>, language: Language) -> Vec<Msg> {
        let folder = self.print_folder().to_owned();
        self.beside(move |ledger, _, _| {
            let (words, today) = (Words::new(language), ledger.today());
            let tables = hand_out_tables(&words, &rows.iter().collect::<Vec<_>>(), today, Numbers::Masked);
            ledger.log_if_possible(AuditedKind::Exported, "due", None);
            write_table(&folder, &words.t("handout-file"), today, &tables, rows.len())
        })
    }

    /// Writes the report of a period, as a workbook and as a page.
    pub(super) fn write_report(&mut self, period: Period, language: Language) -> Vec<Msg> {
        let folder = self.print_folder().to_owned();
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| {
            let words = Words::new(language);
            match ledger.period_report(period, &mut progress(tell, cancelled)) {
                Ok(Some(report)) => {
                    ledger.log_if_possible(AuditedKind::Exported, "report", None);
                    let policy = policy::title(&words, ledger.policy());
                    write_report_files(&folder, &words, &report, &policy)
                        .map_or_else(Msg::FileNews, |files| Msg::FileNews(FileNews::ReportWritten(Some(files))))
                }
                Ok(None) => Msg::FileNews(FileNews::ReportWritten(None)),
                Err(error) => Msg::News(News::Failed(error)),
            }
        })
    }

    /// Writes the ledger of problems that are shown.
    pub(super) fn print_problems(&mut self, problems: Vec<ListedProblem>, language: Language) -> Vec<Msg> {
        let folder = self.print_folder().to_owned();
        self.beside(move |ledger, _, _| {
            let (words, today) = (Words::new(language), ledger.today());
            let listed: Vec<&ListedProblem> = problems.iter().collect();
            let table = problem_table(&words, &listed, today);
            ledger.log_if_possible(AuditedKind::Exported, "problems", None);
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
        Ok(()) => Msg::FileNews(FileNews::SheetWritten { file, pages: pages.len() }),
        Err(error) => Msg::FileNews(FileNews::SheetNotWritten(error)),
    }
}

/// Writes tables under a title and the day, never over another file.
fn write_table(folder: &Path, title: &str, today: NaiveDate, tables: &[Table], rows: usize) -> Msg {
    let file = free_name(folder, &format!("{title}-{today}"));
    match write_tables(&file, title, tables, IfThere::Keep) {
        Ok(()) => Msg::FileNews(FileNews::TableWritten { file, rows }),
        Err(error) => Msg::FileNews(FileNews::SheetNotWritten(error)),
    }
}

/// Both forms under one name, never over another file.
fn write_report_files(
    folder: &Path,
    words: &Words,
    report: &PeriodReport,
    policy: &str,
) -> Result<[PathBuf; 2], FileNews> {
    let name = format!("{}-{}", words.t("report-file"), report.period);
    let files = ["xlsx", "html"].map(|ending| free_name_ending(folder, &name, ending));
    for (file, form) in files.iter().zip([ReportForm::Workbook, ReportForm::Page]) {
        write_report(file, form, words, report, policy, IfThere::Keep).map_err(FileNews::SheetNotWritten)?;
    }
    Ok(files)
}

/// A workbook of this name that is not there yet.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    free_name_ending(folder, name, "xlsx")
}

fn free_name_ending(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let numbered = (2..).map(|number| format!("{name} ({number}).{ending}"));
    let mut names = std::iter::once(format!("{name}.{ending}")).chain(numbered).map(|name| folder.join(name));
    names.find(|path| !is_taken(path)).unwrap_or_default()
}
