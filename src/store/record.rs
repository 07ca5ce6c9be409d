//! How what is kept as evidence lies in its table. A record names its columns once; inserting, renewing and
//! reading follow from that.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::{FromSql, Value, ValueRef};
use rusqlite::{Params, Row, params_from_iter};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::clue::{ClueResult, OfWhom};
use crate::domain::codes::Coded;
use crate::domain::contact::ContactName;
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::fall_reason::FallReason;
use crate::domain::household::HouseholdCode;
use crate::domain::id::{
    AttestationId, CheckedFindingId, ClueId, ContactId, EntityId, FallReasonsId, GroupMarkId, HouseholdId, IncomeId,
    MeasureId, MemberId, ProblemId, ProcedureId, StatusChangeId, VillagePopulationId, VisitId, WaterReportId,
};
use crate::domain::income::{Amounts, IncomeItem, SourceLine};
use crate::domain::label::RiskType;
use crate::domain::money::Amount;
use crate::domain::month::Month;
use crate::domain::personal::Personal;
use crate::domain::policy::{DayTerm, StepRule};
use crate::domain::problem::Closing;
use crate::domain::procedure::{Ended, GreenChannel, GroundAsked, Meeting, StepDone};
use crate::domain::rough_date::RoughDate;
use crate::domain::village::Village;
use crate::domain::visit::{Findings, PersonMet};

use super::columns::{json_of, text_of, unreadable};
use super::error::StoreError;
use super::{Reader, Writer};

/// A kind of evidence with a table of its own, whose last column is the number of the first revision.
pub(super) trait Record: Serialize + DeserializeOwned {
    const TABLE: &'static str;

    fn columns() -> Vec<&'static str>;
    /// `SELECT` with its columns, in their order.
    fn select() -> &'static str;
    /// Puts a row there, or in the place of the one with the same id.
    fn upsert() -> &'static str;
    fn values(&self) -> Result<Vec<Value>, StoreError>;
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;

    fn entity_id(&self) -> EntityId;
    /// The household whose case it belongs to; none of what no rule about its risk looks at.
    fn of_case(&self) -> Option<HouseholdId>;
}

/// A value that takes one column, or several.
pub(super) trait Stored: Sized {
    fn columns(name: &'static str) -> Vec<&'static str> {
        vec![name]
    }
    fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError>;
    fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self>;
}

/// The cells of a row, from the left.
pub(super) struct Cells<'r> {
    row: &'r Row<'r>,
    at: usize,
}

impl<'r> Cells<'r> {
    pub(super) const fn of(row: &'r Row<'r>) -> Self {
        Self { row, at: 0 }
    }

    fn next<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.at += 1;
        self.row.get(self.at - 1)
    }

    fn text(&mut self) -> rusqlite::Result<&'r str> {
        self.at += 1;
        self.row.get_ref(self.at - 1)?.as_str().map_err(|_| unreadable())
    }
}

/// Declares how a domain type lies in its table: its fields, and the columns of those that are named otherwise.
macro_rules! record {
    ($record:ident in $table:literal of $case:expr, { $($field:ident $(as $column:literal)?),+ $(,)? }) => {
        impl $crate::store::record::Record for $record {
            const TABLE: &'static str = $table;

            fn columns() -> Vec<&'static str> {
                fn of<F: $crate::store::record::Stored>(_: fn(&$record) -> &F, name: &'static str) -> Vec<&'static str> {
                    F::columns(name)
                }
                [$(of(|it| &it.$field, $crate::store::record::named!($field $($column)?))),+].concat()
            }

            fn select() -> &'static str {
                static SQL: std::sync::LazyLock<String> =
                    std::sync::LazyLock::new(|| $crate::store::record::select_of($table, &<$record as $crate::store::record::Record>::columns()));
                &SQL
            }

            fn upsert() -> &'static str {
                static SQL: std::sync::LazyLock<String> =
                    std::sync::LazyLock::new(|| $crate::store::record::upsert_of($table, &<$record as $crate::store::record::Record>::columns()));
                &SQL
            }

            fn values(&self) -> Result<Vec<rusqlite::types::Value>, $crate::store::error::StoreError> {
                let mut values = Vec::new();
                $($crate::store::record::Stored::put(&self.$field, &mut values)?;)+
                Ok(values)
            }

            fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut cells = $crate::store::record::Cells::of(row);
                Ok(Self { $($field: $crate::store::record::Stored::take(&mut cells)?),+ })
            }

            fn entity_id(&self) -> $crate::domain::id::EntityId {
                self.id.into()
            }

            fn of_case(&self) -> Option<$crate::domain::id::HouseholdId> {
                let of: fn(&Self) -> Option<$crate::domain::id::HouseholdId> = $case;
                of(self)
            }
        }
    };
}

/// The name of a field's column.
macro_rules! named {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $column:literal) => {
        $column
    };
}

pub(super) use {named, record};

pub(super) fn select_of(table: &str, columns: &[&str]) -> String {
    format!("SELECT {} FROM {table}", columns.join(", "))
}

/// What a thing is of never changes, once it is known.
const HOUSEHOLD: &str = "household_id";

pub(super) fn upsert_of(table: &str, columns: &[&str]) -> String {
    let places: Vec<String> = (1..=columns.len() + 1).map(|place| format!("?{place}")).collect();
    let renewed = columns.iter().filter(|column| **column != "id").map(|column| match *column {
        HOUSEHOLD => format!("{HOUSEHOLD} = coalesce({HOUSEHOLD}, excluded.{HOUSEHOLD})"),
        column => format!("{column} = excluded.{column}"),
    });
    let renewed: Vec<String> = renewed.collect();
    format!(
        "INSERT INTO {table} ({}, seq) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        columns.join(", "),
        places.join(", "),
        renewed.join(", ")
    )
}

impl Reader<'_> {
    /// The records that a clause after the table's name picks.
    pub(super) fn list<R: Record>(self, clause: &str, params: impl Params) -> Result<Vec<R>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("{} {clause}", R::select()))?;
        let rows = statement.query_map(params, R::read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(super) fn find<R: Record>(self, clause: &str, params: impl Params) -> Result<Option<R>, StoreError> {
        Ok(self.list(clause, params)?.into_iter().next())
    }
}

impl Writer<'_> {
    /// Puts the row that follows from a revision.
    pub(super) fn put_row<R: Record>(&self, record: &R, seq: i64) -> Result<(), StoreError> {
        let mut values = record.values()?;
        values.push(Value::Integer(seq));
        self.tx.prepare_cached(R::upsert())?.execute(params_from_iter(values))?;
        Ok(())
    }
}

impl<T: Stored> Stored for Option<T> {
    fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
        match self {
            Some(value) => value.put(into)?,
            None => into.push(Value::Null),
        }
        Ok(())
    }

    fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        if cells.row.get_ref(cells.at)? == ValueRef::Null {
            cells.at += 1;
            return Ok(None);
        }
        T::take(cells).map(Some)
    }
}

/// What `SQLite` knows by itself.
macro_rules! plain {
    ($($type:ty),+ $(,)?) => { $(impl Stored for $type {
        fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
            into.push(self.clone().into());
            Ok(())
        }

        fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
            cells.next()
        }
    })+ };
}
plain!(String, bool, u32);

/// What is one string in JSON: ids, days, texts that are checked.
macro_rules! as_text {
    ($($type:ty),+ $(,)?) => { $(impl Stored for $type {
        fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
            into.push(text_of(self)?.into());
            Ok(())
        }

        fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
            let text = cells.text()?.to_owned();
            serde_json::from_value(text.into()).map_err(|_| unreadable())
        }
    })+ };
}
as_text!(HouseholdId, MemberId, ContactId, StatusChangeId, VisitId, IncomeId, ProblemId, MeasureId);
as_text!(AttestationId, FallReasonsId, WaterReportId, VillagePopulationId, CheckedFindingId, ClueId, ProcedureId);
as_text!(GroupMarkId);
as_text!(NaiveDate, DateTime<Utc>, RoughDate, Month, HouseholdCode, ContactName);

impl Stored for Personal {
    fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
        into.push(self.to_string().into());
        Ok(())
    }

    fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(cells.text()?.into())
    }
}

/// What is more than that: JSON in a column.
macro_rules! as_json {
    ($($type:ty),+ $(,)?) => { $(impl Stored for $type {
        fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
            into.push(json_of(self)?.into());
            Ok(())
        }

        fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
            serde_json::from_str(cells.text()?).map_err(|_| unreadable())
        }
    })+ };
}
as_json!(Facts<HouseholdFact>, Facts<MemberFact>, Vec<String>, PersonMet, Closing, Vec<SourceLine>, Vec<FallReason>);
as_json!(OfWhom, ClueResult, Vec<RiskType>);
as_json!(Vec<ClueId>, Vec<StepRule>, DayTerm, Vec<GroundAsked>, Meeting, GreenChannel, Vec<StepDone>, Ended);

impl<T: Coded> Stored for T {
    fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
        into.push(self.stable_code().to_owned().into());
        Ok(())
    }

    fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        let code = cells.text()?;
        T::VALUES.iter().copied().find(|value| value.stable_code() == code).ok_or_else(unreadable)
    }
}

impl Stored for Amount {
    fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
        into.push(self.fen().into());
        Ok(())
    }

    fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Self::from_fen(cells.next()?).map_err(|_| unreadable())
    }
}

/// A column for each item, in their order.
impl Stored for Amounts {
    fn columns(_: &'static str) -> Vec<&'static str> {
        let column = |item: &IncomeItem| match item {
            IncomeItem::Wage => "wage_fen",
            IncomeItem::BusinessGross => "business_gross_fen",
            IncomeItem::BusinessCost => "business_cost_fen",
            IncomeItem::Property => "property_fen",
            IncomeItem::Transfer => "transfer_fen",
            IncomeItem::Claims => "claims_fen",
            IncomeItem::OutOfPocket => "out_of_pocket_fen",
        };
        IncomeItem::ALL.iter().map(column).collect()
    }

    fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
        IncomeItem::ALL.iter().try_for_each(|item| self.get(item).copied().put(into))
    }

    fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        let mut amounts = Self::new();
        for item in IncomeItem::ALL {
            if let Some(amount) = Stored::take(cells)? {
                amounts.insert(*item, amount);
            }
        }
        Ok(amounts)
    }
}

impl Stored for Village {
    fn columns(_: &'static str) -> Vec<&'static str> {
        vec!["township", "village"]
    }

    fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
        into.extend([self.township.clone().into(), self.name.clone().into()]);
        Ok(())
    }

    fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self { township: cells.next()?, name: cells.next()? })
    }
}

/// The answers to the checks have a table of their own.
impl Stored for Findings {
    fn put(&self, into: &mut Vec<Value>) -> Result<(), StoreError> {
        into.push(json_of(&Self { checks: BTreeMap::new(), ..self.clone() })?.into());
        Ok(())
    }

    fn take(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        serde_json::from_str(cells.text()?).map_err(|_| unreadable())
    }
}
