//! `huifang overview`: the cadre's table.

use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;
use serde::Serialize;

use crate::domain::month::Month;
use crate::domain::overview::{
    MonthVisits, OverviewBy, OverviewGroup, OverviewMeasure, OverviewRow, Tally, months_of, rows_by,
};
use crate::exit::{Exit, tell};
use crate::ledger::{Ledger, Overview};
use crate::report::overview::{has_several_townships, named_rows, overview_text};
use crate::report::store_error_words;
use crate::session::Session;

use super::known::known;
use super::report::{print, print_json, refuse};

/// Prints the overview.
pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    // What cannot be kept now is computed all the same, and kept by the next who can.
    let _ = ledger.renew_alerts();
    let overview = match ledger.overview() {
        Ok(overview) => overview,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    let Overview { today, households, .. } = &overview;
    let by = arguments.get_one::<String>("by").and_then(|code| OverviewBy::from_code(code));
    let by = by.unwrap_or(OverviewBy::Village);
    let rows = rows_by(households, by, *today);
    let (total, months) = (Tally::of(households, *today), months_of(overview.ever(), *today));
    if arguments.get_flag("json") {
        return print_json(words, &OverviewJson::of(*today, by, &rows, &total, &months));
    }
    if households.is_empty() {
        tell(&words.t("overview-empty"));
        return Exit::Done;
    }
    let named =
        named_rows(words, &rows, &total, has_several_townships(households.iter().map(|household| &household.row)));
    print(words, &overview_text(words, by, &named, &months))
}

#[derive(Serialize)]
struct OverviewJson<'a> {
    today: NaiveDate,
    month: Month,
    by: OverviewBy,
    rows: Vec<RowJson<'a>>,
    total: TallyJson,
    months: Vec<MonthJson>,
    days: Vec<DayJson>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    township: Option<&'a str>,
    village: Option<&'a str>,
    contact: Option<&'a str>,
    class: Option<&'static str>,
    #[serde(flatten)]
    tally: TallyJson,
}

#[derive(Serialize)]
struct TallyJson {
    households: usize,
    overdue: usize,
    due: usize,
    never_visited: usize,
    obliged: usize,
    visited: usize,
    voluntary: usize,
    under_line: usize,
    check_not_met: usize,
    open_problems: usize,
    /// Problems, not households.
    problems: usize,
}

#[derive(Serialize)]
struct MonthJson {
    month: Month,
    obliged: usize,
    visited: usize,
    voluntary: usize,
    carried_over: usize,
}

#[derive(Serialize)]
struct DayJson {
    on: NaiveDate,
    due: usize,
    visited: usize,
}

impl<'a> OverviewJson<'a> {
    fn of(today: NaiveDate, by: OverviewBy, rows: &'a [OverviewRow], total: &Tally, months: &[MonthVisits]) -> Self {
        let month = |it: &MonthVisits| MonthJson {
            month: it.month,
            obliged: it.obliged,
            visited: it.visited,
            voluntary: it.voluntary,
            carried_over: it.carried_over,
        };
        Self {
            today,
            month: Month::of(today),
            by,
            rows: rows.iter().map(RowJson::of).collect(),
            total: TallyJson::of(total),
            months: months.iter().map(month).collect(),
            days: months.last().map(days).unwrap_or_default(),
        }
    }
}

fn days(month: &MonthVisits) -> Vec<DayJson> {
    let days = month.month.first_day().iter_days().take_while(|day| day.month() == month.month.number());
    days.zip(&month.days).map(|(on, (due, visited))| DayJson { on, due: *due, visited: *visited }).collect()
}

impl<'a> RowJson<'a> {
    fn of(row: &'a OverviewRow) -> Self {
        let (township, village, contact, class) = match &row.group {
            OverviewGroup::Village(township, village) => (known(township), known(village), None, None),
            OverviewGroup::Contact(contact) => (None, None, known(contact), None),
            OverviewGroup::Class(class) => (None, None, None, Some(class.code())),
        };
        Self { township, village, contact, class, tally: TallyJson::of(&row.tally) }
    }
}

impl TallyJson {
    fn of(tally: &Tally) -> Self {
        use OverviewMeasure as M;
        Self {
            households: tally.count(M::Households),
            overdue: tally.count(M::Overdue),
            due: tally.count(M::Due),
            never_visited: tally.count(M::NeverVisited),
            obliged: tally.count(M::Obliged),
            visited: tally.count(M::Visited),
            voluntary: tally.count(M::Voluntary),
            under_line: tally.count(M::UnderLine),
            check_not_met: tally.count(M::CheckNotMet),
            open_problems: tally.count(M::OpenProblems),
            problems: tally.problems,
        }
    }
}
