//! Entering and correcting the income of a month in the household's table, without a visit.

use crate::domain::id::{HouseholdId, IncomeId, RevisionId};
use crate::domain::income::{Amounts, MonthIncome, SourceLine};
use crate::domain::month::Month;
use crate::store::{DraftKey, StoreError};

use super::Ledger;
use super::alerts::write;

/// A month as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthEntry {
    pub household_id: HouseholdId,
    pub month: Month,
    pub amounts: Amounts,
    pub sources: Vec<SourceLine>,
    /// The record that held when the entry began, and its revision.
    pub replaces: Option<(IncomeId, Option<RevisionId>)>,
    /// Where a record is replaced.
    pub reason: String,
}

/// Why a month was not kept. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum MonthRefused {
    #[error("amounts_missing")]
    AmountsMissing,
    #[error("reason_missing")]
    ReasonMissing,
    #[error("income_in_future")]
    InFuture,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Ledger {
    /// Keeps the income of a month. What a visit recorded is not touched: the new record holds in its
    /// place. One that was entered here before is corrected.
    pub fn keep_month_income(&mut self, entry: &MonthEntry, draft: Option<&DraftKey>) -> Result<(), MonthRefused> {
        if entry.amounts.is_empty() {
            return Err(MonthRefused::AmountsMissing);
        }
        if entry.month > Month::of(self.today()) {
            return Err(MonthRefused::InFuture);
        }
        let stamp = self.stamp();
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let incomes = writer.reader().list_incomes(entry.household_id)?;
            let held = incomes.into_iter().find(|income| income.month == entry.month);
            let revision = held.as_ref().map(|held| writer.reader().head_revision(held.id)).transpose()?;
            if held.as_ref().map(|held| held.id).zip(revision) != entry.replaces {
                return Err(StoreError::ChangedMeanwhile.into());
            }
            let reason = Some(entry.reason.trim()).filter(|reason| !reason.is_empty());
            if held.is_some() && reason.is_none() {
                return Err(MonthRefused::ReasonMissing);
            }
            let own = held.as_ref().filter(|held| held.visit_id.is_none());
            let income = MonthIncome {
                id: own.map_or_else(IncomeId::fresh, |own| own.id),
                household_id: entry.household_id,
                visit_id: None,
                month: entry.month,
                amounts: entry.amounts.clone(),
                sources: entry.sources.clone(),
                voided: false,
            };
            if held.as_ref() != Some(&income) {
                writer.put(income, reason)?;
            }
            if let Some(draft) = draft {
                writer.delete_draft(draft)?;
            }
            Ok(())
        })
    }

    /// Takes back a month that was entered in the table: the record before it holds again, or the month
    /// is missing. What was typed to correct it goes with it.
    pub fn void_month_income(
        &mut self,
        household_id: HouseholdId,
        income_id: IncomeId,
        reason: &str,
        draft: &DraftKey,
    ) -> Result<(), MonthRefused> {
        if reason.trim().is_empty() {
            return Err(MonthRefused::ReasonMissing);
        }
        let stamp = self.stamp();
        write(&mut self.store, &self.policy, &stamp, |writer| {
            let incomes = writer.reader().list_incomes(household_id)?;
            let held = incomes.into_iter().find(|income| income.id == income_id && income.visit_id.is_none());
            let held = held.ok_or(StoreError::ChangedMeanwhile)?;
            writer.set_drafts_aside(draft)?;
            Ok(writer.put(MonthIncome { voided: true, ..held }, Some(reason.trim()))?)
        })
    }
}
