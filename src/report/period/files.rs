//! The forms in which a period's report goes out.

use std::path::Path;

use crate::exchange::html_page::{Page, html_page};
use crate::exchange::table_book::write_tables;
use crate::exchange::written::{FileNotWritten, IfThere, write_out};
use crate::i18n::Words;
use crate::ledger::PeriodReport;

use super::{period_tables, period_text, period_words, plots};

/// What the name of a file asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportForm {
    Workbook,
    Page,
    Text,
}

impl ReportForm {
    /// By the ending; none where it is another.
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "xlsx" => Some(Self::Workbook),
            "html" | "htm" => Some(Self::Page),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

pub fn write_report(
    file: &Path,
    form: ReportForm,
    words: &Words,
    report: &PeriodReport,
    policy: &str,
    if_there: IfThere,
) -> Result<(), FileNotWritten> {
    let title = format!("{} {}", period_words(words, report), words.t("report-title-figures"));
    match form {
        ReportForm::Workbook => write_tables(file, &title, &period_tables(words, report, policy), if_there),
        ReportForm::Text => write_out(file, period_text(words, report, policy).as_bytes(), if_there),
        ReportForm::Page => {
            let page = Page {
                language: words.language().code(),
                title: &title,
                plots: &plots(words, report),
                tables: &period_tables(words, report, policy),
                foot: &words.with("report-made", &[("on", &report.until().to_string())]),
            };
            write_out(file, html_page(&page).as_bytes(), if_there)
        }
    }
}
