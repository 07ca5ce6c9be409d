//! The income of a month as it is entered without a visit, or corrected.

use chrono::NaiveDate;

use crate::domain::codes::coded;
use crate::domain::entry::{Basis, Reason};
use crate::domain::id::{HouseholdId, IncomeId};
use crate::domain::income::{Amounts, MonthIncome, SourceLine};
use crate::domain::month::Month;

/// A month as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthEntry {
    pub household_id: HouseholdId,
    pub month: Month,
    pub amounts: Amounts,
    pub sources: Vec<SourceLine>,
    /// The record that held when the entry began, and why another is to hold; none: there was none.
    pub replaces: Option<(Basis<IncomeId>, Reason)>,
}

coded! {
    /// Why a month cannot be kept as it was entered.
    MonthFault {
        AmountsMissing = "amounts_missing",
        InFuture = "in_future",
    }
}

impl MonthEntry {
    /// Everything that keeps the entry from being kept.
    pub fn faults(&self, today: NaiveDate) -> Vec<MonthFault> {
        let amounts = self.amounts.is_empty().then_some(MonthFault::AmountsMissing);
        let future = (self.month > Month::of(today)).then_some(MonthFault::InFuture);
        amounts.into_iter().chain(future).collect()
    }

    /// The record that the entry states, which no visit brought.
    pub fn income(&self, id: IncomeId) -> MonthIncome {
        MonthIncome {
            id,
            household_id: self.household_id,
            visit_id: None,
            month: self.month,
            amounts: self.amounts.clone(),
            sources: self.sources.clone(),
            voided: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::income::IncomeItem;
    use crate::domain::money::Amount;

    #[test]
    fn a_month_has_an_amount_and_has_begun() {
        use MonthFault::{AmountsMissing, InFuture};
        let some = Amounts::from([(IncomeItem::Wage, Amount::from_fen(0).unwrap())]);
        for (month, amounts, faults) in [
            ("2026-11", some.clone(), vec![]),
            ("2026-12", some.clone(), vec![InFuture]),
            ("2026-11", Amounts::new(), vec![AmountsMissing]),
            ("2027-01", Amounts::new(), vec![AmountsMissing, InFuture]),
        ] {
            let month = month.parse().unwrap();
            let (household_id, sources) = (HouseholdId::made_up(1), Vec::new());
            let entry = MonthEntry { household_id, month, amounts, sources, replaces: None };
            assert_eq!(entry.faults("2026-11-30".parse().unwrap()), faults, "{month}");
        }
    }
}
