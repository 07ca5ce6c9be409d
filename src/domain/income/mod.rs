//! The income of a month 月收入登记, as a household states it.

pub mod fall_reason;
pub mod income_change;
pub mod month_entry;
pub mod pro_rata;
pub mod spending;
pub mod window;
pub mod window_income;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;
use crate::domain::id::{HouseholdId, IncomeId, VisitId};
use crate::domain::money::{Amount, Money};
use crate::domain::month::Month;

coded! {
    /// An amount of the month.
    IncomeItem {
        /// 工资性收入
        Wage = "wage",
        /// 生产经营性收入
        BusinessGross = "business_gross",
        /// 生产经营性支出
        BusinessCost = "business_cost",
        /// 财产性收入
        Property = "property",
        /// 转移性收入
        Transfer = "transfer",
        /// 理赔收入
        Claims = "claims",
        /// 合规自付支出
        OutOfPocket = "out_of_pocket",
    }
}

impl IncomeItem {
    /// One of the five that a recorded month needs; the other two left empty mean none.
    pub const fn is_required(self) -> bool {
        !matches!(self, Self::Claims | Self::OutOfPocket)
    }
}

coded! {
    /// Where income comes from, as far as the contact writes it down.
    IncomeSource {
        /// 务工
        MigrantWork = "migrant_work",
        /// 种植
        Crops = "crops",
        /// 养殖
        Livestock = "livestock",
        /// 公益性岗位
        PublicPost = "public_post",
        /// 帮扶车间
        Workshop = "workshop",
        /// 光伏收益
        Solar = "solar",
        /// 土地流转
        LandTransfer = "land_transfer",
        /// 低保金
        MinimumAllowance = "minimum_allowance",
        /// 养老金
        Pension = "pension",
        /// 产业收益分配
        ProjectShares = "project_shares",
        /// 政策性补贴
        Subsidies = "subsidies",
        Other = "other",
    }
}

/// One line that says where income came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    pub source: IncomeSource,
    /// The place and the months of work, the end of a contract.
    pub detail: String,
    pub amount: Option<Amount>,
    /// Whether the policy counts it as income.
    pub counts: bool,
}

/// The amounts that were asked; one that is absent was not asked, zero means none.
pub type Amounts = BTreeMap<IncomeItem, Amount>;

/// All five amounts are given.
pub fn is_recorded(amounts: &Amounts) -> bool {
    IncomeItem::ALL.iter().all(|item| !item.is_required() || amounts.contains_key(item))
}

/// Net income: wage + (business gross − business cost) + property + transfer; none unless the month
/// is recorded.
pub fn net(amounts: &Amounts) -> Option<Money> {
    let fen = |item| amounts.get(&item).map_or(Money::ZERO, |amount| amount.money());
    is_recorded(amounts).then(|| {
        fen(IncomeItem::Wage)
            + (fen(IncomeItem::BusinessGross) - fen(IncomeItem::BusinessCost))
            + fen(IncomeItem::Property)
            + fen(IncomeItem::Transfer)
    })
}

coded! {
    /// How the income that is held against a line is computed.
    IncomeFormula {
        /// 人均纯收入
        Net = "net",
        /// 参考收入: net, with claims, without compliant out-of-pocket spending
        Reference = "reference",
    }
}

/// One record of a household's month. Of several the latest that is not void holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthIncome {
    pub id: IncomeId,
    pub household_id: HouseholdId,
    /// The visit that brought it; none: entered in the household's income table.
    pub visit_id: Option<VisitId>,
    pub month: Month,
    pub amounts: Amounts,
    pub sources: Vec<SourceLine>,
    pub voided: bool,
}

impl MonthIncome {
    /// What of the amounts came from sources that do not count.
    pub fn uncounted(&self) -> Money {
        let amounts = self.sources.iter().filter(|line| !line.counts).filter_map(|line| line.amount);
        amounts.fold(Money::ZERO, |sum, amount| sum + amount.money())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(fen: &[i64]) -> Amounts {
        IncomeItem::ALL.iter().copied().zip(fen.iter().map(|fen| Amount::from_fen(*fen).unwrap())).collect()
    }

    #[test]
    fn net_income_takes_the_cost_of_business_off() {
        assert_eq!(net(&amounts(&[300_000, 48_000, 60_000, 0, 10_000])), Some(Money::from_fen(298_000)));
        assert_eq!(net(&amounts(&[0, 0, 60_000, 0, 0])), Some(Money::from_fen(-60_000)));
    }

    #[test]
    fn a_month_with_an_amount_not_asked_is_not_recorded() {
        assert_eq!(net(&amounts(&[300_000, 48_000, 60_000, 0])), None);
        assert!(is_recorded(&amounts(&[0, 0, 0, 0, 0])), "none is an answer; claims may stay empty");
    }
}
