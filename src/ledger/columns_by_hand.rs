//! What a person said a heading of a roster is, remembered for the next file with these headings.

use crate::exchange::roster::{Column, ColumnsByHand, TableSeen};
use crate::store::{Reader, StoreError, Writer};

use super::Ledger;

const COLUMNS: &str = "columns_by_hand";

/// What a heading is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadingIs {
    /// What it says itself.
    AsItSays,
    Nothing,
    Field(Column),
}

impl Ledger {
    pub fn columns_by_hand(&self) -> Result<ColumnsByHand, StoreError> {
        stored(self.store.reader())
    }

    /// Says what a heading is in tables with just these headings.
    pub fn assign_column(&mut self, headings: &[String], heading: &str, is: HeadingIs) -> Result<(), StoreError> {
        self.change_columns(|columns| match is {
            HeadingIs::AsItSays => columns.let_go(headings, heading),
            HeadingIs::Nothing => columns.assign(headings, heading, None),
            HeadingIs::Field(column) => columns.assign(headings, heading, Some(column)),
        })
    }

    /// Forgets what was said of a heading, in every table.
    pub fn let_column_go(&mut self, heading: &str) -> Result<(), StoreError> {
        self.change_columns(|columns| columns.let_go_everywhere(heading))
    }

    fn change_columns(&mut self, change: impl FnOnce(&mut ColumnsByHand)) -> Result<(), StoreError> {
        self.write(|writer, _| {
            let mut columns = stored(writer.reader())?;
            change(&mut columns);
            keep(writer, &columns)
        })
    }
}

/// Remembers what was assigned of the tables of a roster.
pub(super) fn remember_columns(writer: &Writer<'_>, tables: &[TableSeen]) -> Result<(), StoreError> {
    let before = stored(writer.reader())?;
    let mut columns = before.clone();
    columns.remember(tables);
    if columns == before { Ok(()) } else { keep(writer, &columns) }
}

/// What another program wrote there and this one cannot read is let go: the headings say it themselves.
fn stored(reader: Reader<'_>) -> Result<ColumnsByHand, StoreError> {
    let text = reader.find_setting(COLUMNS)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

fn keep(writer: &Writer<'_>, columns: &ColumnsByHand) -> Result<(), StoreError> {
    writer.set_setting(COLUMNS, &serde_json::to_string(columns)?)
}
