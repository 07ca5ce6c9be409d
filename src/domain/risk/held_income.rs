//! The income of a window, held against the line of the policy: put together once, whoever shows it.

use crate::domain::class::HouseholdClass;
use crate::domain::evidence::Evidence;
use crate::domain::income::IncomeFormula;
use crate::domain::money::Money;
use crate::domain::policy::{Policy, Purpose};
use crate::domain::window_income::{AgainstLine, WindowIncome, YearLine};

/// What a window of a household comes to, and the line that it is held against.
#[derive(Debug, Clone)]
pub struct HeldIncome {
    pub income: WindowIncome,
    pub purpose: Purpose,
    pub formula: IncomeFormula,
    /// None: the policy states none for the window's year.
    pub line: Option<YearLine>,
    pub against: AgainstLine,
}

/// What the income of a household of a class is held against: looking back at one that is marked, inclusion
/// for any other.
pub const fn purpose_of(class: Option<HouseholdClass>) -> Purpose {
    match class {
        Some(HouseholdClass::Eliminated) => Purpose::LookBack,
        _ => Purpose::Inclusion,
    }
}

impl HeldIncome {
    pub fn of(policy: &Policy, purpose: Purpose, income: WindowIncome) -> Self {
        let (formula, line) = (policy.formula(purpose), policy.line(purpose, income.window.year()));
        let against = income.against(line, formula);
        Self { income, purpose, formula, line, against }
    }

    pub fn sum(&self) -> Money {
        self.income.sum(self.formula)
    }

    /// What the household needs to stand at the line.
    pub fn needed(&self) -> Option<Money> {
        self.line.and_then(|line| self.income.needed(line))
    }

    /// The sum less what is needed, said only of a complete window.
    pub fn gap(&self) -> Option<Money> {
        self.needed().filter(|_| self.income.is_complete()).map(|needed| self.sum() - needed)
    }

    /// The figures that it rests on.
    pub fn evidence(&self) -> Evidence {
        let window = self.income.window;
        Evidence::IncomeAgainst {
            purpose: self.purpose,
            formula: self.formula,
            first_month: window.first(),
            last_month: window.last,
            recorded: self.income.recorded(),
            people: self.income.people,
            sum_fen: self.sum(),
            line_yuan: self.line.map(|line| line.yuan),
            line_stated_for: self.line.and_then(|line| line.stated_for),
            needed_fen: self.needed(),
            against: self.against,
        }
    }
}
