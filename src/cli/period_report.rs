//! `huifang report month|quarter|half|year PERIOD [FILE]`: the figures of a period as a workbook, a web page, or text.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::domain::period::{Period, PeriodKind};
use crate::exit::{Exit, tell};
use crate::ledger::{Ledger, PeriodReport};
use crate::report::period::{ReportForm, period_text, write_report};
use crate::report::{not_written_words, policy, store_error_words};
use crate::session::Session;

use super::report::{print, progress_bar, refuse, shown_on};
use super::target::target;

/// Writes the report, or prints its text.
pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let Some((kind, arguments)) = arguments.subcommand() else { return Exit::Refused };
    let Some(kind) = PeriodKind::from_code(kind) else { return Exit::Refused };
    let typed = arguments.get_one::<String>("period").map(String::as_str).unwrap_or_default();
    let Ok(period) = Period::parse(kind, typed) else {
        return refuse(&words.with("report-period-unreadable", &[("text", typed)]));
    };
    if period.first.first_day() > ledger.today() {
        return refuse(&words.with("report-in-future", &[("period", &period.to_string())]));
    }
    let file = arguments.get_one::<PathBuf>("file");
    let form = match file.map(|file| ReportForm::of(file)) {
        Some(None) => {
            let shown = file.map(|file| file.display().to_string()).unwrap_or_default();
            return refuse(&words.with("report-bad-ending", &[("file", &shown)]));
        }
        form => form.flatten(),
    };
    let bar = progress_bar(&words.t("report-working"));
    let report = ledger.period_report(period, &mut shown_on(&bar));
    bar.finish_and_clear();
    let report = match report {
        Ok(Some(report)) => report,
        Ok(None) => return refuse(&words.t("report-stopped")),
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    match (file, form) {
        (Some(file), Some(form)) => write(session, ledger, &report, (file, form), arguments),
        _ => print(words, &period_text(words, &report, &policy::title(words, ledger.policy()))),
    }
}

fn write(
    session: &Session,
    ledger: &Ledger,
    report: &PeriodReport,
    (file, form): (&Path, ReportForm),
    arguments: &ArgMatches,
) -> Exit {
    let words = &session.words;
    let if_there = match target(session, ledger, file, arguments) {
        Ok(if_there) => if_there,
        Err(exit) => return exit,
    };
    let policy = policy::title(words, ledger.policy());
    match write_report(file, form, words, report, &policy, if_there) {
        Ok(()) => {
            tell(&words.with("report-written", &[("file", &file.display().to_string())]));
            Exit::Done
        }
        Err(error) => refuse(&not_written_words(words, &error)),
    }
}
