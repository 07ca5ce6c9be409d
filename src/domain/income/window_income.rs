//! The income of a window: what is recorded of its months, their sums, and how they stand against a
//! line.
//!
//! Reference income after the Yingkou plan, plain net income elsewhere; the exact comparison is this
//! project's own: whole fen, never a rounded figure, and nothing said while a month is missing.

use std::collections::BTreeMap;

use crate::domain::codes::coded;
use crate::domain::income::{IncomeFormula, IncomeItem, MonthIncome, is_recorded, net};
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::window::{WINDOW_MONTHS, Window};

const FEN_PER_YUAN: i64 = 100;

/// The line of a year, and the year it was stated for; none: for every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearLine {
    pub yuan: u32,
    pub stated_for: Option<i32>,
}

coded! {
    /// How an income stands against a line.
    AgainstLine {
        Below = "below",
        At = "at",
        Above = "above",
        /// Months are missing, or the population, or the line
        Unknown = "unknown",
    }
}

/// What is recorded of a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowIncome {
    pub window: Window,
    /// The record of each month that is recorded.
    pub months: BTreeMap<Month, MonthIncome>,
    /// 家庭人口数 in force on the window's last day.
    pub people: Option<u32>,
}

impl WindowIncome {
    /// Of a household's records, one a month.
    pub fn of(window: Window, incomes: &[MonthIncome], people: Option<u32>) -> Self {
        let recorded = incomes.iter().filter(|it| window.contains(it.month) && is_recorded(&it.amounts));
        let months = recorded.map(|income| (income.month, income.clone())).collect();
        Self { window, months, people: people.filter(|people| *people > 0) }
    }

    /// How many of the twelve months are recorded.
    pub fn recorded(&self) -> u32 {
        u32::try_from(self.months.len()).unwrap_or(WINDOW_MONTHS)
    }

    pub fn is_complete(&self) -> bool {
        self.recorded() == WINDOW_MONTHS
    }

    pub fn missing(&self) -> impl Iterator<Item = Month> + '_ {
        self.window.months().filter(|month| !self.months.contains_key(month))
    }

    /// Whether any month says how much it was.
    pub fn has(&self, item: IncomeItem) -> bool {
        self.months.values().any(|income| income.amounts.contains_key(&item))
    }

    /// The sum of one amount over the recorded months.
    pub fn sum_of(&self, item: IncomeItem) -> Money {
        let amounts = self.months.values().filter_map(|income| income.amounts.get(&item));
        amounts.fold(Money::ZERO, |sum, amount| sum + amount.money())
    }

    pub fn net(&self) -> Money {
        self.months.values().filter_map(|income| net(&income.amounts)).fold(Money::ZERO, |sum, net| sum + net)
    }

    /// What came from sources that do not count: taken off every sum that is held against a line.
    pub fn uncounted(&self) -> Money {
        self.months.values().fold(Money::ZERO, |sum, income| sum + income.uncounted())
    }

    /// The sum by a formula: Σ net − what does not count, for reference income + Σ claims − Σ compliant
    /// out-of-pocket spending.
    pub fn sum(&self, formula: IncomeFormula) -> Money {
        let net = self.net() - self.uncounted();
        match formula {
            IncomeFormula::Net => net,
            IncomeFormula::Reference => net + self.sum_of(IncomeItem::Claims) - self.sum_of(IncomeItem::OutOfPocket),
        }
    }

    /// The sum as if the recorded months stood for the whole year; none without a month.
    pub fn estimate(&self, formula: IncomeFormula) -> Option<Money> {
        let recorded = i64::from(self.recorded());
        (recorded > 0).then(|| rounded(self.sum(formula).fen() * i64::from(WINDOW_MONTHS), recorded))
    }

    /// A sum per head, rounded to be shown; none without a population.
    pub fn per_head(&self, sum: Money) -> Option<Money> {
        self.people.map(|people| rounded(sum.fen(), i64::from(people)))
    }

    /// What the household needs to stand at the line; none without a population.
    pub fn needed(&self, line: YearLine) -> Option<Money> {
        self.people.map(|people| Money::from_fen(i64::from(line.yuan) * FEN_PER_YUAN * i64::from(people)))
    }

    /// What each person lacks, a year, where the income is below a line.
    pub fn short_per_head(&self, line: YearLine, formula: IncomeFormula) -> Option<Money> {
        let per_head = self.per_head(self.sum(formula))?;
        let is_below = self.against(Some(line), formula) == AgainstLine::Below;
        is_below.then(|| Money::from_fen(i64::from(line.yuan) * FEN_PER_YUAN) - per_head)
    }

    /// Below, at or above a line: said only when every month is recorded.
    pub fn against(&self, line: Option<YearLine>, formula: IncomeFormula) -> AgainstLine {
        let needed = line.and_then(|line| self.needed(line)).filter(|_| self.is_complete());
        match needed.map(|needed| self.sum(formula).cmp(&needed)) {
            None => AgainstLine::Unknown,
            Some(std::cmp::Ordering::Less) => AgainstLine::Below,
            Some(std::cmp::Ordering::Equal) => AgainstLine::At,
            Some(std::cmp::Ordering::Greater) => AgainstLine::Above,
        }
    }
}

/// A quotient of fen, rounded half away from zero.
fn rounded(fen: i64, by: i64) -> Money {
    let half = by / 2;
    let away = if fen < 0 { -half } else { half };
    // Of an odd divisor no quotient lies half way.
    Money::from_fen((fen + away) / by)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::id::{HouseholdId, IncomeId};
    use crate::domain::income::Amounts;
    use crate::domain::money::Amount;
    use proptest::prelude::*;

    /// A recorded month with these amounts in the order of the items.
    pub fn month(month: Month, fen: &[i64]) -> MonthIncome {
        let amounts: Amounts =
            IncomeItem::ALL.iter().copied().zip(fen.iter().map(|fen| Amount::from_fen(*fen).unwrap())).collect();
        MonthIncome {
            id: IncomeId::made_up(0),
            household_id: HouseholdId::made_up(0),
            visit_id: None,
            month,
            amounts,
            sources: Vec::new(),
            voided: false,
        }
    }

    fn window() -> Window {
        Window::ending("2026-10".parse().unwrap())
    }

    fn line(yuan: u32) -> YearLine {
        YearLine { yuan, stated_for: None }
    }

    fn all_months(fen: i64) -> Vec<MonthIncome> {
        window().months().map(|it| month(it, &[fen, 0, 0, 0, 0])).collect()
    }

    #[test]
    fn below_at_and_above_are_told_to_the_fen() {
        // 12 months of 1,000.00 for two people: 6,000.00 each.
        for (fen, against) in [(99_999, AgainstLine::Below), (100_000, AgainstLine::At), (100_001, AgainstLine::Above)]
        {
            let income = WindowIncome::of(window(), &all_months(fen), Some(2));
            assert_eq!(income.against(Some(line(6000)), IncomeFormula::Net), against);
        }
        // Three people: 6,000.00 shown by rounding, and below all the same.
        let mut months = all_months(150_000);
        months[0] = month(window().first(), &[149_999, 0, 0, 0, 0]);
        let income = WindowIncome::of(window(), &months, Some(3));
        assert_eq!(income.per_head(income.sum(IncomeFormula::Net)).unwrap().fen(), 600_000);
        assert_eq!(income.against(Some(line(6000)), IncomeFormula::Net), AgainstLine::Below);
    }

    #[test]
    fn a_missing_month_is_not_zero_and_leaves_the_line_unknown() {
        let months = &all_months(100_000)[..9];
        let income = WindowIncome::of(window(), months, Some(2));
        assert_eq!((income.recorded(), income.missing().count()), (9, 3));
        assert_eq!(income.against(Some(line(1)), IncomeFormula::Net), AgainstLine::Unknown);
        assert_eq!(income.estimate(IncomeFormula::Net), Some(Money::from_fen(1_200_000)));
        let whole = WindowIncome::of(window(), &all_months(1), None);
        assert_eq!(whole.against(Some(line(6000)), IncomeFormula::Net), AgainstLine::Unknown, "no population, no head");
        assert_eq!(whole.against(None, IncomeFormula::Net), AgainstLine::Unknown);
        assert_eq!(WindowIncome::of(window(), &[], Some(2)).estimate(IncomeFormula::Net), None);
    }

    #[test]
    fn reference_income_adds_claims_and_takes_spending_off() {
        let months = [month(window().last, &[300_000, 48_000, 60_000, 0, 10_000, 20_000, 5_000])];
        let income = WindowIncome::of(window(), &months, Some(1));
        assert_eq!(income.sum(IncomeFormula::Net).fen(), 298_000);
        assert_eq!(income.sum(IncomeFormula::Reference).fen(), 313_000);
    }

    #[test]
    fn shown_figures_round_half_away_from_zero() {
        for (fen, by, shown) in [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (5, 3, 2), (-4, 3, -1), (-5, 3, -2), (6, 4, 2)] {
            assert_eq!(rounded(fen, by).fen(), shown, "{fen} / {by}");
        }
    }

    proptest! {
        /// The sum of a window is the sum of its months, whatever lies outside, and more income never
        /// stands lower against the line.
        #[test]
        fn sums_are_those_of_the_months(fen in prop::collection::vec(0i64..1_000_000, 24), people in 1u32..9, yuan in 1u32..20_000) {
            let first = window().a_year_earlier().first();
            let incomes: Vec<_> = fen.iter().zip(0..).map(|(fen, ahead)| month(first.plus(ahead), &[*fen, 0, 0, 0, 0])).collect();
            let income = WindowIncome::of(window(), &incomes, Some(people));
            let expected: i64 = fen[12..].iter().sum();
            prop_assert_eq!(income.sum(IncomeFormula::Net).fen(), expected);
            let needed = i64::from(yuan) * 100 * i64::from(people);
            let told = income.against(Some(line(yuan)), IncomeFormula::Net);
            prop_assert_eq!(told == AgainstLine::Below, expected < needed);
            prop_assert_eq!(told == AgainstLine::At, expected == needed);
        }
    }
}
