//! Which reasons of a fall 减收原因 the records show: by the amounts and sources of the months recorded in
//! both years, and by what visits found. A help for whoever states the reasons; it states none itself.

use crate::domain::fall_reason::FallReason;
use crate::domain::income::{IncomeItem, IncomeSource, MonthIncome};
use crate::domain::income_change::IncomeChange;
use crate::domain::money::Money;
use crate::domain::visit::{LifeChange, Visit};
use crate::domain::window::WINDOW_MONTHS;

/// What the records show of one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Less came from it than in the same months of the year before.
    Less { before: Money, now: Money },
    /// A visit of those months found it.
    Found,
}

/// The reasons of which the records show something.
pub fn seen_reasons(change: &IncomeChange, incomes: &[MonthIncome], visits: &[Visit]) -> Vec<(FallReason, Seen)> {
    let less = |(before, now): (Money, Money)| (now < before).then_some(Seen::Less { before, now });
    let from = |sources: &[IncomeSource]| less(of_sources(change, incomes, sources));
    let seen = |reason: FallReason| match reason {
        FallReason::Business => {
            let category = change.categories.iter().find(|(item, ..)| *item == IncomeItem::BusinessGross);
            category.and_then(|(_, now, before)| less((*before, *now)))
        }
        FallReason::ProjectShares => from(&[IncomeSource::ProjectShares]),
        FallReason::Solar => from(&[IncomeSource::Solar]),
        FallReason::MigrantWork => from(&[IncomeSource::MigrantWork]),
        FallReason::PublicPostOrWorkshop => from(&[IncomeSource::PublicPost, IncomeSource::Workshop]),
        FallReason::AllowanceEnded => {
            let (before, now) = of_sources(change, incomes, &[IncomeSource::MinimumAllowance]);
            less((before, now)).filter(|_| now == Money::ZERO)
        }
        FallReason::Subsidies => from(&[IncomeSource::Subsidies]),
        FallReason::NaturalDisaster => {
            let within = |visit: &&Visit| change.months.contains(&crate::domain::month::Month::of(visit.visited_on));
            let visits = visits.iter().filter(|visit| visit.stands_as_entered()).filter(within);
            let is_found = visits.flat_map(|visit| &visit.findings.changes).any(|it| *it == LifeChange::Disaster);
            is_found.then_some(Seen::Found)
        }
        FallReason::HelpFellShort | FallReason::Other => None,
    };
    FallReason::ALL.iter().filter_map(|reason| Some((*reason, seen(*reason)?))).collect()
}

/// What came from some sources in the months that are compared: the year before, and now.
fn of_sources(change: &IncomeChange, incomes: &[MonthIncome], sources: &[IncomeSource]) -> (Money, Money) {
    let sum = |is_of: &dyn Fn(&MonthIncome) -> bool| {
        let records = incomes.iter().filter(|income| !income.voided && is_of(income));
        let lines = records.flat_map(|income| &income.sources).filter(|line| sources.contains(&line.source));
        lines.filter_map(|line| line.amount).fold(Money::ZERO, |sum, amount| sum + amount.money())
    };
    let before = sum(&|income| change.months.contains(&income.month.plus(WINDOW_MONTHS)));
    (before, sum(&|income| change.months.contains(&income.month)))
}
