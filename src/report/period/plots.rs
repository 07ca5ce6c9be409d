//! The plots of a period's report, of the same households as its sheets.

use std::collections::BTreeMap;

use crate::domain::window_income::AgainstLine;
use crate::exchange::html_page::{Bar, Plot};
use crate::i18n::Words;
use crate::ledger::{PeriodReport, ReportedHousehold};

use super::{months, percent_words};

/// Visits by village and by month, income by village.
pub fn plots(words: &Words, report: &PeriodReport) -> Vec<Plot> {
    let mut plots = vec![by_village(words, report)];
    if report.months.len() > 1 {
        plots.push(by_month(words, report));
    }
    plots.push(income(words, report));
    plots
}

fn villages(report: &PeriodReport) -> BTreeMap<(&str, &str), Vec<&ReportedHousehold>> {
    let mut villages: BTreeMap<(&str, &str), Vec<&ReportedHousehold>> = BTreeMap::new();
    for household in &report.households {
        villages.entry((&household.row.township, &household.row.village)).or_default().push(household);
    }
    villages
}

fn name_of(words: &Words, village: &str) -> String {
    if village.is_empty() { words.t("overview-no-village") } else { village.to_owned() }
}

/// A bar of what was made of what was asked for.
fn made(label: String, visited: usize, obliged: usize) -> Bar {
    let percent = percent_words(visited, obliged).unwrap_or_default();
    Bar { label, parts: vec![visited], whole: obliged, told: format!("{visited}/{obliged}  {percent}") }
}

/// The least done first.
fn by_village(words: &Words, report: &PeriodReport) -> Plot {
    let mut bars: Vec<Bar> = villages(report)
        .into_iter()
        .map(|((_, village), households)| {
            let sum = |of: &dyn Fn(&ReportedHousehold) -> usize| households.iter().map(|it| of(it)).sum();
            let visited = sum(&|it| months(it, |duty| duty.is_done()));
            made(name_of(words, village), visited, sum(&|it| months(it, |duty| duty.is_obliged())))
        })
        .filter(|bar| bar.whole > 0)
        .collect();
    bars.sort_by_key(|bar| bar.parts[0] * 1000 / bar.whole);
    Plot { title: words.t("report-plot-villages"), legend: Vec::new(), bars }
}

fn by_month(words: &Words, report: &PeriodReport) -> Plot {
    let bars = report.months.iter().enumerate().map(|(at, month)| {
        let duties = || report.households.iter().map(|it| it.duties[at]);
        let visited = duties().filter(|duty| duty.is_done()).count();
        made(month.to_string(), visited, duties().filter(|duty| duty.is_obliged()).count())
    });
    Plot { title: words.t("report-plot-months"), legend: Vec::new(), bars: bars.collect() }
}

fn income(words: &Words, report: &PeriodReport) -> Plot {
    let bars = villages(report).into_iter().map(|((_, village), households)| {
        let of_list = households.iter().filter(|it| it.is_listed());
        let count = |holds: &dyn Fn(AgainstLine) -> bool| of_list.clone().filter(|it| holds(it.held.against)).count();
        let below = count(&|against| against == AgainstLine::Below);
        let unknown = count(&|against| against == AgainstLine::Unknown);
        let (whole, label) = (of_list.clone().count(), name_of(words, village));
        let at = whole - below - unknown;
        Bar { label, parts: vec![at, below, unknown], whole, told: format!("{at} / {below} / {unknown}") }
    });
    let legend = ["report-plot-at", "report-plot-below", "report-plot-unknown"].map(|key| words.t(key)).to_vec();
    Plot { title: words.t("report-plot-income"), legend, bars: bars.collect() }
}
