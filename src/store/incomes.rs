//! The table of months' incomes.

use rusqlite::{Row, params};

use crate::domain::id::{HouseholdId, VisitId};
use crate::domain::income::{Amounts, IncomeItem, MonthIncome};
use crate::domain::money::Amount;

use super::columns::{coded, id, json, json_of, optional_id, unreadable};
use super::error::StoreError;
use super::{Reader, Writer};

/// The columns of a month: the amounts first, in the order of their items.
const COLUMNS: &str = "wage_fen, business_gross_fen, business_cost_fen, property_fen, transfer_fen, claims_fen,
    out_of_pocket_fen, id, household_id, visit_id, month, sources, voided";

fn amounts(row: &Row<'_>) -> rusqlite::Result<Amounts> {
    let mut amounts = Amounts::new();
    for (column, item) in IncomeItem::ALL.iter().enumerate() {
        if let Some(fen) = row.get::<_, Option<i64>>(column)? {
            amounts.insert(*item, Amount::from_fen(fen).map_err(|_| unreadable())?);
        }
    }
    Ok(amounts)
}

fn month_income(row: &Row<'_>) -> rusqlite::Result<MonthIncome> {
    Ok(MonthIncome {
        id: id(row, "id")?,
        household_id: id(row, "household_id")?,
        visit_id: optional_id(row, "visit_id")?,
        month: coded(row, "month")?,
        amounts: amounts(row)?,
        sources: json(row, "sources")?,
        voided: row.get("voided")?,
    })
}

impl Reader<'_> {
    /// The record that holds for each month of a household: the latest one that is not void. In order
    /// of the months.
    pub fn list_incomes(&self, household_id: HouseholdId) -> Result<Vec<MonthIncome>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM incomes i WHERE household_id = ?1 AND voided = 0 AND seq =
               (SELECT max(seq) FROM incomes WHERE household_id = ?1 AND month = i.month AND voided = 0)
             ORDER BY month"
        ))?;
        let rows = statement.query_map([household_id.to_string()], month_income)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Reader<'_> {
    /// The record that would hold for each month if the one that holds were taken back, in order of the months.
    pub fn list_incomes_under(&self, household_id: HouseholdId) -> Result<Vec<MonthIncome>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM incomes i WHERE household_id = ?1 AND voided = 0 AND 1 =
               (SELECT count(*) FROM incomes WHERE household_id = ?1 AND month = i.month AND voided = 0 AND seq > i.seq)
             ORDER BY month"
        ))?;
        let rows = statement.query_map([household_id.to_string()], month_income)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The income that a visit brought, void or not, whether or not it holds for its month.
    pub fn find_income_of_visit(&self, visit_id: VisitId) -> Result<Option<MonthIncome>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM incomes WHERE visit_id = ?1 ORDER BY seq LIMIT 1"))?;
        let mut rows = statement.query_map([visit_id.to_string()], month_income)?;
        Ok(rows.next().transpose()?)
    }
}

impl Writer<'_> {
    pub(super) fn upsert_income(&self, income: &MonthIncome, seq: i64) -> Result<(), StoreError> {
        let fen = |item| income.amounts.get(&item).map(|amount| amount.fen());
        self.tx
            .prepare_cached(
                "INSERT INTO incomes (id, household_id, visit_id, month, wage_fen, business_gross_fen,
                   business_cost_fen, property_fen, transfer_fen, claims_fen, out_of_pocket_fen, sources, voided, seq)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
                 ON CONFLICT (id) DO UPDATE SET month = excluded.month, wage_fen = excluded.wage_fen,
                   business_gross_fen = excluded.business_gross_fen, business_cost_fen = excluded.business_cost_fen,
                   property_fen = excluded.property_fen, transfer_fen = excluded.transfer_fen,
                   claims_fen = excluded.claims_fen, out_of_pocket_fen = excluded.out_of_pocket_fen,
                   sources = excluded.sources, voided = excluded.voided",
            )?
            .execute(params![
                income.id.to_string(),
                income.household_id.to_string(),
                income.visit_id.map(|id| id.to_string()),
                income.month.to_string(),
                fen(IncomeItem::Wage),
                fen(IncomeItem::BusinessGross),
                fen(IncomeItem::BusinessCost),
                fen(IncomeItem::Property),
                fen(IncomeItem::Transfer),
                fen(IncomeItem::Claims),
                fen(IncomeItem::OutOfPocket),
                json_of(&income.sources)?,
                income.voided,
                seq,
            ])?;
        Ok(())
    }
}
