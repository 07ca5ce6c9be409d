//! The category that follows from the register and the line, by the plans' own definition: what is on
//! file is shown beside it where the two differ. Nothing is changed by it.
//!
//! Registered poor and below the line: 脱贫不稳定户; not registered and below: 边缘易致贫户; above the line,
//! and in hardship by spending or a fall of income: 突发严重困难户.

use crate::domain::case::Case;
use crate::domain::class::monitored_category;
use crate::domain::facts::HouseholdFact;
use crate::domain::household::Household;
use crate::domain::income_change::IncomeChange;
use crate::domain::label::HouseholdLabel;
use crate::domain::policy::{Purpose, Setting};
use crate::domain::window_income::AgainstLine;

/// Whether the household was registered poor; none where nothing on file says so.
fn was_registered_poor(household: &Household) -> Option<bool> {
    let kind = HouseholdLabel::from_code(household.fact(HouseholdFact::HouseholdType));
    match kind {
        Some(HouseholdLabel::OutOfPoverty | HouseholdLabel::StablyOutOfPoverty) => Some(true),
        Some(HouseholdLabel::General) => Some(false),
        _ => household.date(HouseholdFact::OutOfPovertyOn).map(|_| true),
    }
}

/// The category of a household whose income is below the line; none where the register is not known.
pub fn category_below_the_line(household: &Household) -> Option<HouseholdLabel> {
    let was_poor = was_registered_poor(household)?;
    Some(if was_poor { HouseholdLabel::OutOfPovertyUnstable } else { HouseholdLabel::Edge })
}

fn is_in_hardship(case: &Case<'_>) -> bool {
    // Where any fall rings, a fall alone is no hardship 收入大幅缩减.
    let percent = case.policy.count(Setting::IncomeFallPercent).filter(|percent| *percent > 0);
    let change = IncomeChange::of(case.window(), case.incomes, case.policy.formula(Purpose::Inclusion));
    let has_fallen = change.is_some_and(|change| percent.is_some_and(|percent| change.has_fallen_by(percent)));
    has_fallen || !case.unsolved_spending().is_empty()
}

/// The category that the rule proposes for a monitored household, where it is another than the one on
/// file; none while the register or the income is not known.
pub fn contradicting_category(case: &Case<'_>) -> Option<HouseholdLabel> {
    let on_file = monitored_category(&case.household.facts)?;
    let proposed = match case.against(Purpose::Inclusion, case.window()).0 {
        AgainstLine::Below => category_below_the_line(case.household)?,
        AgainstLine::At | AgainstLine::Above if is_in_hardship(case) => HouseholdLabel::SuddenHardship,
        AgainstLine::At | AgainstLine::Above | AgainstLine::Unknown => return None,
    };
    (proposed != on_file).then_some(proposed)
}
