//! Income against the same months of the year before 增收/持平/减收.

use crate::domain::codes::coded;
use crate::domain::income::{IncomeFormula, IncomeItem, MonthIncome};
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::window::{WINDOW_MONTHS, Window};
use crate::domain::window_income::WindowIncome;

coded! {
    /// Which way it went.
    IncomeTrend {
        /// 增收
        Up = "up",
        /// 持平
        Same = "same",
        /// 减收
        Down = "down",
    }
}

/// The months recorded in both years, summed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomeChange {
    /// The months of the later year that are compared.
    pub months: Vec<Month>,
    pub now: Money,
    pub before: Money,
    /// The four categories of income, business without its cost: now, and the year before.
    pub categories: [(IncomeItem, Money, Money); 4],
}

/// The income of a category; of business what is left of its cost.
fn of_category(income: &WindowIncome, item: IncomeItem) -> Money {
    match item {
        IncomeItem::BusinessGross => income.sum_of(item) - income.sum_of(IncomeItem::BusinessCost),
        item => income.sum_of(item),
    }
}

impl IncomeChange {
    /// The months of a window that are recorded in it and a year before; none without any.
    pub fn of(window: Window, incomes: &[MonthIncome], formula: IncomeFormula) -> Option<Self> {
        let now = WindowIncome::of(window, incomes, None);
        let before = WindowIncome::of(window.a_year_earlier(), incomes, None);
        let both = |month: &Month| before.months.contains_key(&month.minus(WINDOW_MONTHS));
        let months: Vec<Month> = now.months.keys().copied().filter(both).collect();
        let only = |of: &WindowIncome, months: &dyn Fn(&Month) -> bool| {
            let months = of.months.iter().filter(|(month, _)| months(month)).map(|(month, it)| (*month, it.clone()));
            WindowIncome { months: months.collect(), ..of.clone() }
        };
        let a_year_on = |month: &Month| months.contains(&month.plus(WINDOW_MONTHS));
        let (now, before) = (only(&now, &|month| months.contains(month)), only(&before, &a_year_on));
        let category = |item| (item, of_category(&now, item), of_category(&before, item));
        let categories = [IncomeItem::Wage, IncomeItem::BusinessGross, IncomeItem::Property, IncomeItem::Transfer];
        let (sum, sum_before) = (now.sum(formula), before.sum(formula));
        let change = Self { months, now: sum, before: sum_before, categories: categories.map(category) };
        (!change.months.is_empty()).then_some(change)
    }

    pub fn trend(&self) -> IncomeTrend {
        match self.now.cmp(&self.before) {
            std::cmp::Ordering::Less => IncomeTrend::Down,
            std::cmp::Ordering::Equal => IncomeTrend::Same,
            std::cmp::Ordering::Greater => IncomeTrend::Up,
        }
    }

    /// By how many tenths of a percent, rounded half away from zero; none when the year before is not
    /// above nothing.
    pub fn tenths_of_percent(&self) -> Option<i64> {
        let base = self.before.fen();
        let grown = (self.now - self.before).fen();
        let half = if grown < 0 { -base / 2 } else { base / 2 };
        (base > 0).then(|| (grown * 1000 + half) / base)
    }

    /// Fallen by so many percent or more, never when the year before is not above nothing; at 0 percent any
    /// fall is one.
    pub fn has_fallen_by(&self, percent: u32) -> bool {
        let (now, before) = (i128::from(self.now.fen()), i128::from(self.before.fen()));
        if percent == 0 {
            return now < before;
        }
        before > 0 && (before - now) * 100 >= i128::from(percent) * before
    }

    /// Grown by so many percent or more; none when the year before is not above nothing.
    pub fn has_grown_by(&self, percent: u32) -> Option<bool> {
        let (now, before) = (i128::from(self.now.fen()), i128::from(self.before.fen()));
        (before > 0).then(|| (now - before) * 100 >= i128::from(percent) * before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::window_income::tests::month;

    fn change(now: i64, before: i64) -> IncomeChange {
        let none = (IncomeItem::Wage, Money::ZERO, Money::ZERO);
        let (now, before) = (Money::from_fen(now), Money::from_fen(before));
        IncomeChange { months: Vec::new(), now, before, categories: [none; 4] }
    }

    #[test]
    fn only_months_recorded_in_both_years_are_compared() {
        let window = Window::ending("2026-09".parse().unwrap());
        let of = |text: &str, fen: i64| month(text.parse().unwrap(), &[fen, 0, 0, 0, 0]);
        let incomes = [of("2025-03", 1_000), of("2025-04", 2_000), of("2026-04", 1_500), of("2026-05", 9_000)];
        let change = IncomeChange::of(window, &incomes, IncomeFormula::Net).unwrap();
        assert_eq!((change.months.len(), change.now.fen(), change.before.fen()), (1, 1_500, 2_000));
        assert_eq!((change.trend(), change.tenths_of_percent()), (IncomeTrend::Down, Some(-250)));
        assert_eq!(IncomeChange::of(window, &incomes[..2], IncomeFormula::Net), None);
    }

    #[test]
    fn a_fall_by_a_fifth_is_a_fifth_to_the_fen() {
        assert!(change(80_000, 100_000).has_fallen_by(20));
        assert!(!change(80_001, 100_000).has_fallen_by(20));
        assert!(!change(-5, 0).has_fallen_by(20), "no percent of nothing");
        assert!(change(-5, 0).has_fallen_by(0) && change(99, 100).has_fallen_by(0), "any fall");
        assert!(!change(100, 100).has_fallen_by(0));
        assert_eq!(change(5, -10).tenths_of_percent(), None);
        assert_eq!(change(110_000, 100_000).has_grown_by(10), Some(true));
        assert_eq!(change(109_999, 100_000).has_grown_by(10), Some(false));
    }
}
