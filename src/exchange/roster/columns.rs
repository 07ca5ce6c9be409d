//! Columns as they were seen and named, and those that a person assigned: this heading is that field, or
//! nothing, in every table with just these headings.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::column::{Column, plain_heading};

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnSeen {
    /// The words over it from above; a second one of the same words has its number behind it.
    pub heading: String,
    /// What it is read as; none: nothing of it is read.
    pub field: Option<Column>,
    pub by_hand: bool,
    /// The first thing that stands under it.
    pub sample: String,
}

/// The headings of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableSeen {
    pub sheet: String,
    /// The row of the first headings, as the spreadsheet program numbers it.
    pub row: u32,
    pub columns: Vec<ColumnSeen>,
}

impl TableSeen {
    pub fn headings(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.heading.clone()).collect()
    }

    /// What a person assigned of it.
    pub fn by_hand(&self) -> impl Iterator<Item = &ColumnSeen> {
        self.columns.iter().filter(|column| column.by_hand)
    }
}

/// A column that a person assigned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnByHand {
    pub heading: String,
    pub field: Option<Column>,
}

/// What a person assigned, by the headings of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnsByHand {
    tables: Vec<TableByHand>,
    /// In whatever table such a heading stands: said for this file alone.
    #[serde(skip)]
    everywhere: Vec<ColumnByHand>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct TableByHand {
    headings: Vec<String>,
    columns: BTreeMap<String, Option<Column>>,
}

impl ColumnsByHand {
    /// Says what a heading is, wherever it stands in the file.
    pub fn assign_everywhere(&mut self, heading: &str, field: Option<Column>) {
        self.everywhere.push(ColumnByHand { heading: plain_heading(heading), field });
    }

    /// A heading is again what it says itself, whatever was remembered of it.
    pub fn let_go_everywhere(&mut self, heading: &str) {
        let let_go = plain_heading(heading);
        for table in &mut self.tables {
            table.columns.retain(|heading, _| plain_heading(heading) != let_go);
        }
        self.tables.retain(|table| !table.columns.is_empty());
    }

    /// Remembers what a heading is in tables with these headings.
    pub fn assign(&mut self, headings: &[String], heading: &str, field: Option<Column>) {
        let at = self.tables.iter().position(|table| table.headings == headings).unwrap_or_else(|| {
            self.tables.push(TableByHand { headings: headings.to_vec(), columns: BTreeMap::new() });
            self.tables.len() - 1
        });
        self.tables[at].columns.insert(heading.to_owned(), field);
    }

    /// A heading of tables with these headings is again what it says itself.
    pub fn let_go(&mut self, headings: &[String], heading: &str) {
        for table in self.tables.iter_mut().filter(|table| table.headings == headings) {
            table.columns.remove(heading);
        }
        self.tables.retain(|table| !table.columns.is_empty());
    }

    /// Remembers what was assigned of these tables.
    pub fn remember(&mut self, tables: &[TableSeen]) {
        for table in tables {
            for column in table.by_hand() {
                self.assign(&table.headings(), &column.heading, column.field);
            }
        }
    }

    /// What the headings of a table were assigned to; a heading that is not among them says it itself.
    pub(super) fn of(&self, headings: &[String]) -> BTreeMap<String, Option<Column>> {
        let table = self.tables.iter().find(|table| table.headings == headings);
        let mut columns = table.map(|table| table.columns.clone()).unwrap_or_default();
        for told in &self.everywhere {
            let named = |heading: &&String| {
                let last = heading.rsplit(BETWEEN).next().unwrap_or_default();
                plain_heading(heading) == told.heading || plain_heading(last) == told.heading
            };
            if let Some(heading) = headings.iter().find(named) {
                columns.insert(heading.clone(), told.field);
            }
        }
        columns
    }

    /// The headings said for this file that stand in none of its tables.
    pub fn unknown(&self, tables: &[TableSeen]) -> Vec<String> {
        let used: BTreeSet<String> = tables
            .iter()
            .flat_map(TableSeen::by_hand)
            .flat_map(|column| {
                let last = column.heading.rsplit(BETWEEN).next().unwrap_or_default();
                [plain_heading(&column.heading), plain_heading(last)]
            })
            .collect();
        let unknown = self.everywhere.iter().filter(|told| !used.contains(&told.heading));
        unknown.map(|told| told.heading.clone()).collect()
    }
}

/// Between the words of a heading that stand over each other.
const BETWEEN: &str = " / ";

/// Headings by which columns are told apart: the words over each other, and a number behind a second one of
/// the same words.
pub(super) fn told_apart(paths: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    paths
        .map(|path| {
            let heading = path.join(BETWEEN);
            let count = seen.entry(heading.clone()).or_default();
            *count += 1;
            if *count == 1 { heading } else { format!("{heading} #{count}") }
        })
        .collect()
}
