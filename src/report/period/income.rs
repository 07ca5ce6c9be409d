//! The income of a period's report: below the line, fallen, why; and the share of persons at risk.

use crate::domain::fall_reason::FallReason;
use crate::domain::income_change::IncomeTrend;
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::{PeriodReport, ReportedHousehold};

use super::by_place::Column;
use super::{fallen_words, is_known, is_under_line};

fn is_compared(household: &ReportedHousehold) -> bool {
    household.change.is_some()
}

fn goes(household: &ReportedHousehold, trend: IncomeTrend) -> bool {
    household.change.as_ref().is_some_and(|change| change.trend() == trend)
}

/// Held against the line, and against the same months of the year before.
pub(super) fn income_columns<'a>(words: &Words, report: &'a PeriodReport) -> Vec<Column<'a>> {
    let percent = report.fall_percent;
    vec![
        Column::households(words.t("report-column-households"), ReportedHousehold::is_listed),
        Column::households(words.t("report-column-known"), is_known),
        Column::households(words.t("report-column-below"), is_under_line),
        Column::Share(words.t("report-column-share-below"), 2, 1),
        Column::households(words.t("report-column-compared"), is_compared),
        Column::households(words.of(IncomeTrend::Up), |it| goes(it, IncomeTrend::Up)),
        Column::households(words.of(IncomeTrend::Same), |it| goes(it, IncomeTrend::Same)),
        Column::households(words.of(IncomeTrend::Down), |it| goes(it, IncomeTrend::Down)),
        Column::households(fallen_words(words, report), move |it| it.has_fallen(percent)),
        Column::Share(words.t("report-column-share-fallen"), 7, 3),
    ]
}

/// The households that have fallen, by the reasons that were stated; several are possible, so that the shares may
/// come to more than all.
pub(super) fn reason_columns<'a>(words: &Words, report: &'a PeriodReport) -> Vec<Column<'a>> {
    let percent = report.fall_percent;
    let fallen = move |it: &ReportedHousehold| it.has_fallen(percent);
    let mut columns = vec![Column::households(fallen_words(words, report), fallen)];
    columns.push(Column::households(words.t("report-column-unexplained"), move |it| {
        fallen(it) && it.fall_reasons.is_empty()
    }));
    for (place, reason) in FallReason::ALL.iter().enumerate() {
        columns.push(Column::households(words.of(*reason), move |it| fallen(it) && it.fall_reasons.contains(reason)));
        columns.push(Column::Share(words.t("report-column-share"), place + 2, 0));
    }
    columns
}

/// A township where so many households have fallen that the plan marks it; the first count is of those.
pub(super) fn township_mark(words: &Words, report: &PeriodReport, counts: &[usize]) -> Option<String> {
    let from = report.fallen_mark?;
    let is_marked = counts.first().is_some_and(|fallen| *fallen >= from as usize);
    is_marked.then(|| words.with("report-town-marked", &[("from", &from.to_string())]))
}

/// Unresolved persons as a share of the registered population, today.
pub(super) fn places_table(words: &Words, report: &PeriodReport) -> Table {
    let number = |count: Option<u32>| count.map_or(Cell::Empty, |count| Cell::Count(i64::from(count)));
    let rows = report.places.iter().map(|place| {
        let name = match (&place.village, place.township.as_str()) {
            (Some(village), _) => village.clone(),
            (None, "") => words.t("places-no-township"),
            (None, township) => words.with("places-township", &[("name", township)]),
        };
        let count = |count: usize| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
        let share = place.share.basis_points().map(|it| format!("{}.{:02}%", it / 100, it % 100));
        let above = place.is_above.map(|above| words.t(if above { "yes" } else { "no" }));
        vec![
            Cell::Text(name),
            count(place.households),
            count(place.unresolved_households),
            number(Some(place.share.unresolved_persons)),
            count(place.unknown_households),
            number(place.share.registered),
            share.map_or(Cell::Empty, Cell::Text),
            above.map_or(Cell::Empty, Cell::Text),
        ]
    });
    let headings = [
        "report-place",
        "report-column-households",
        "report-column-unresolved",
        "places-persons",
        "report-column-unknown",
        "places-registered",
        "places-share",
        "report-column-above",
    ];
    Table {
        name: words.t("report-sheet-places"),
        title: words.t("report-title-places"),
        headings: headings.map(|key| words.t(key)).to_vec(),
        rows: rows.collect(),
        sums: (0..report.places.len()).filter(|at| report.places[*at].village.is_none()).collect(),
        ..Table::default()
    }
}
