//! Counts by village, township and in all, or by contact: every sum is made of the rows that it names, and a share
//! stands beside what it is a share of.

use crate::domain::overview::tenths_of_percent;
use crate::exchange::table_book::Cell;
use crate::i18n::Words;
use crate::ledger::ReportedHousehold;

/// A column.
pub(super) enum Column<'a> {
    /// What a household adds to it.
    Count(String, Box<dyn Fn(&ReportedHousehold) -> usize + 'a>),
    /// One column as a share of another, by their places among the counts.
    Share(String, usize, usize),
}

impl<'a> Column<'a> {
    pub(super) fn count(heading: String, of: impl Fn(&ReportedHousehold) -> usize + 'a) -> Self {
        Self::Count(heading, Box::new(of))
    }

    /// Households of which something holds.
    pub(super) fn households(heading: String, holds: impl Fn(&ReportedHousehold) -> bool + 'a) -> Self {
        Self::count(heading, move |household| usize::from(holds(household)))
    }

    pub(super) fn heading(&self) -> String {
        match self {
            Self::Count(heading, _) | Self::Share(heading, ..) => heading.clone(),
        }
    }
}

/// Rows of a table with their sums.
pub(super) struct Counted<'a> {
    columns: &'a [Column<'a>],
    pub(super) rows: Vec<Vec<Cell>>,
    /// The rows that sum others.
    pub(super) sums: Vec<usize>,
}

/// A row that was written, and what its columns come to.
type Written = (u32, Vec<usize>);

impl<'a> Counted<'a> {
    /// Each village, each township after its villages, all at the end.
    pub(super) fn by_place(words: &Words, columns: &'a [Column<'a>], households: &[&ReportedHousehold]) -> Self {
        Self::by_marked_place(words, columns, households, &|_| None)
    }

    /// The same with a mark on the townships whose counts ask for one.
    pub(super) fn by_marked_place(
        words: &Words,
        columns: &'a [Column<'a>],
        households: &[&ReportedHousehold],
        mark: &dyn Fn(&[usize]) -> Option<String>,
    ) -> Self {
        let mut counted = Self { columns, rows: Vec::new(), sums: Vec::new() };
        let mut townships = Vec::new();
        for township in households.chunk_by(|a, b| a.row.township == b.row.township) {
            let mut villages = Vec::new();
            for village in township.chunk_by(|a, b| a.row.village == b.row.village) {
                let name = if village[0].row.village.is_empty() {
                    words.t("overview-no-village")
                } else {
                    village[0].row.village.clone()
                };
                villages.push(counted.row(name, village));
            }
            let name = match township[0].row.township.as_str() {
                "" => words.t("places-no-township"),
                name => words.with("places-township", &[("name", name)]),
            };
            let sums = counted.sums_of(&villages);
            let name = mark(&sums).map_or(name.clone(), |mark| format!("{name} {mark}"));
            townships.push(counted.sum(name, &villages));
        }
        if townships.len() > 1 {
            counted.sum(words.t("overview-total"), &townships);
        }
        counted
    }

    /// Each contact, all at the end.
    pub(super) fn by_contact(words: &Words, columns: &'a [Column<'a>], households: &[&ReportedHousehold]) -> Self {
        let mut counted = Self { columns, rows: Vec::new(), sums: Vec::new() };
        let mut sorted = households.to_vec();
        sorted.sort_by(|a, b| {
            (a.row.contact.is_empty(), &a.row.contact).cmp(&(b.row.contact.is_empty(), &b.row.contact))
        });
        let parts: Vec<Written> = sorted
            .chunk_by(|a, b| a.row.contact == b.row.contact)
            .map(|of| {
                let contact = of[0].row.contact.clone();
                let name = if contact.is_empty() { words.t("overview-no-contact") } else { contact };
                counted.row(name, of)
            })
            .collect();
        counted.sum(words.t("overview-total"), &parts);
        counted
    }

    fn row(&mut self, name: String, households: &[&ReportedHousehold]) -> Written {
        let counts = self.counts().map(|of| households.iter().map(|household| of(household)).sum()).collect();
        self.put(name, counts, Cell::Count)
    }

    fn sum(&mut self, name: String, parts: &[Written]) -> Written {
        let counts = self.sums_of(parts);
        let rows: Vec<u32> = parts.iter().map(|(row, _)| *row).collect();
        self.sums.push(self.rows.len());
        self.put(name, counts, |count| Cell::CountSum { rows: rows.clone(), count })
    }

    fn sums_of(&self, parts: &[Written]) -> Vec<usize> {
        let count = self.counts().count();
        (0..count).map(|at| parts.iter().map(|(_, counts)| counts[at]).sum()).collect()
    }

    fn counts(&self) -> impl Iterator<Item = &'a (dyn Fn(&ReportedHousehold) -> usize + 'a)> + use<'a> {
        self.columns.iter().filter_map(|column| match column {
            Column::Count(_, of) => Some(of.as_ref()),
            Column::Share(..) => None,
        })
    }

    /// A share of two counts, by the columns in which they stand.
    fn share(&self, counts: &[usize], part: usize, whole: usize) -> Cell {
        let is_count = |(_, column): &(u16, &Column<'_>)| matches!(column, Column::Count(..));
        let column = |count: usize| (1u16..).zip(self.columns).filter(is_count).nth(count).map_or(0, |(at, _)| at);
        let tenths = tenths_of_percent(counts[part], counts[whole]);
        let share = |tenths| Cell::Share { part: column(part), whole: column(whole), tenths };
        tenths.and_then(|tenths| i64::try_from(tenths).ok()).map_or(Cell::Empty, share)
    }

    fn put(&mut self, name: String, counts: Vec<usize>, cell: impl Fn(i64) -> Cell) -> Written {
        let mut at = 0;
        let mut cells = vec![Cell::Text(name)];
        for column in self.columns {
            cells.push(match column {
                Column::Count(..) => {
                    at += 1;
                    cell(i64::try_from(counts[at - 1]).unwrap_or(i64::MAX))
                }
                Column::Share(_, part, whole) => self.share(&counts, *part, *whole),
            });
        }
        let row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(cells);
        (row, counts)
    }
}
