//! The tables of `export income`: a row a household and month, and the year's summary by household,
//! village and township. A total is made of the rows that it names, so that every level agrees.

use crate::domain::facts::HouseholdFact;
use crate::domain::income::{IncomeItem, MonthIncome, net};
use crate::domain::window_income::AgainstLine;
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::{HouseholdIncome, IncomeTable};
use crate::text::capitalised;

/// Columns before the amounts of the summary that stay in sight.
const FROZEN: u16 = 4;

/// Both tables.
pub fn income_tables(words: &Words, table: &IncomeTable, title: &str, today: chrono::NaiveDate) -> Vec<Table> {
    let footer = [title.to_owned(), today.to_string(), words.t("export-page")];
    let mut months = months_table(words, table);
    let mut summary = summary_table(words, table);
    for table in [&mut months, &mut summary] {
        table.footer.clone_from(&footer);
    }
    vec![months, summary]
}

fn months_table(words: &Words, table: &IncomeTable) -> Table {
    let mut headings = vec![words.t("household-code"), words.t("column-name")];
    headings.extend(
        [HouseholdFact::Township, HouseholdFact::Village, HouseholdFact::Group, HouseholdFact::Contact]
            .map(|fact| words.of(fact)),
    );
    headings.push(words.t("form-month"));
    headings.extend(IncomeItem::ALL.iter().map(|item| words.of(*item)));
    headings.extend(["form-net", "income-uncounted"].map(|key| capitalised(&words.t(key))));
    let of_household = |household: &HouseholdIncome| -> Vec<Vec<Cell>> {
        household.months.iter().map(|income| month_row(household, income)).collect()
    };
    Table {
        name: words.t("income-sheet-months"),
        title: words.t("income-title-months"),
        headings,
        rows: table.households.iter().flat_map(of_household).collect(),
        frozen_columns: 2,
        ..Table::default()
    }
}

fn month_row(household: &HouseholdIncome, income: &MonthIncome) -> Vec<Cell> {
    let row = &household.row;
    let texts: [&str; 6] = [&row.code, &row.name, &row.township, &row.village, &row.group, &row.contact];
    let mut cells: Vec<Cell> = texts.map(Cell::text).into();
    cells.push(Cell::Text(income.month.to_string()));
    let amount = |item: &IncomeItem| income.amounts.get(item).map_or(Cell::Empty, |amount| Cell::Fen(amount.fen()));
    cells.extend(IncomeItem::ALL.iter().map(amount));
    cells.push(net(&income.amounts).map_or(Cell::Empty, |net| Cell::Fen(net.fen())));
    cells.push(Cell::Fen(income.uncounted().fen()));
    cells
}

/// What a row of the summary adds up: people, recorded months, the amounts, net, what does not count,
/// the sum that is held against the line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    pub counts: [i64; 2],
    pub fen: Vec<i64>,
    /// Households below the line, of those of which it is known.
    pub below: u32,
    pub known: u32,
}

impl Totals {
    fn of(household: &HouseholdIncome) -> Self {
        let income = &household.held.income;
        let mut fen: Vec<i64> = IncomeItem::ALL.iter().map(|item| income.sum_of(*item).fen()).collect();
        fen.extend(
            [income.net(), income.uncounted(), income.sum(household.held.formula)]
                .map(crate::domain::money::Money::fen),
        );
        Self {
            counts: [i64::from(income.people.unwrap_or(0)), i64::from(income.recorded())],
            fen,
            below: u32::from(household.held.against == AgainstLine::Below),
            known: u32::from(household.held.against != AgainstLine::Unknown),
        }
    }

    fn add(&mut self, other: &Self) {
        self.fen.resize(other.fen.len(), 0);
        self.below += other.below;
        self.known += other.known;
        for (sum, part) in self.counts.iter_mut().zip(&other.counts) {
            *sum += part;
        }
        for (sum, part) in self.fen.iter_mut().zip(&other.fen) {
            *sum += part;
        }
    }
}

fn summary_table(words: &Words, table: &IncomeTable) -> Table {
    let mut headings = [HouseholdFact::Township, HouseholdFact::Village].map(|fact| words.of(fact)).to_vec();
    headings.extend(
        ["household-code", "column-name", "income-people", "income-recorded"].map(|key| capitalised(&words.t(key))),
    );
    headings.extend(IncomeItem::ALL.iter().map(|item| words.of(*item)));
    headings.extend(
        [
            "form-net",
            "income-uncounted",
            "income-sum",
            "income-per-head",
            "income-line",
            "income-against",
            "income-estimate",
            "income-short",
        ]
        .map(|key| capitalised(&words.t(key))),
    );
    let (first, last) = (table.window.first().to_string(), table.window.last.to_string());
    let mut summary = Summary { words, rows: Vec::new(), sums: Vec::new() };
    summary.fill(&table.households);
    Table {
        name: words.t("income-sheet-summary"),
        title: words.with("income-title-summary", &[("first", &first), ("last", &last)]),
        headings,
        rows: summary.rows,
        sums: summary.sums,
        frozen_columns: FROZEN,
        closing: vec![words.t("income-signatures")],
        ..Table::default()
    }
}

/// The summary being filled from the top.
struct Summary<'w> {
    words: &'w Words,
    rows: Vec<Vec<Cell>>,
    sums: Vec<usize>,
}

/// A row that was written, and what it came to.
type Written = (u32, Totals);

impl Summary<'_> {
    fn fill(&mut self, households: &[HouseholdIncome]) {
        let mut townships = Vec::new();
        for township in households.chunk_by(|a, b| a.row.township == b.row.township) {
            let mut villages = Vec::new();
            for village in township.chunk_by(|a, b| a.row.village == b.row.village) {
                let parts: Vec<Written> = village.iter().map(|household| self.household(household)).collect();
                let row = &village[0].row;
                let label = self.words.with("income-village-total", &[("count", &village.len().to_string())]);
                villages.push(self.total([&row.township, &row.village, &label], &parts));
            }
            let label = self.words.with("income-township-total", &[("count", &township.len().to_string())]);
            townships.push(self.total([&township[0].row.township, "", &label], &villages));
        }
        if townships.len() > 1 {
            let label = self.words.with("income-grand-total", &[("count", &households.len().to_string())]);
            self.total(["", "", &label], &townships);
        }
    }

    fn household(&mut self, household: &HouseholdIncome) -> Written {
        let (row, income) = (&household.row, &household.held.income);
        let totals = Totals::of(household);
        let texts: [&str; 4] = [&row.township, &row.village, &row.code, &row.name];
        let mut cells: Vec<Cell> = texts.map(Cell::text).into();
        cells.push(income.people.map_or(Cell::Empty, |people| Cell::Count(i64::from(people))));
        cells.push(Cell::Count(i64::from(income.recorded())));
        // A household without a recorded month earned nothing that is known: no zeros.
        let fen_or_none = |fen: &i64| if income.recorded() == 0 { Cell::Empty } else { Cell::Fen(*fen) };
        cells.extend(totals.fen.iter().map(fen_or_none));
        let sum = income.sum(household.held.formula);
        let fen =
            |money: Option<crate::domain::money::Money>| money.map_or(Cell::Empty, |money| Cell::Fen(money.fen()));
        cells.push(fen(income.per_head(sum).filter(|_| income.is_complete())));
        cells.push(household.held.line.map_or(Cell::Empty, |line| Cell::Yuan(i64::from(line.yuan))));
        cells.push(Cell::Text(self.words.of(household.held.against)));
        cells.push(fen(income.estimate(household.held.formula).filter(|_| !income.is_complete())));
        cells.push(fen(household.held.line.and_then(|line| income.short_per_head(line, household.held.formula))));
        self.put(cells, totals)
    }

    fn total(&mut self, texts: [&str; 3], parts: &[Written]) -> Written {
        let mut totals = Totals::default();
        for (_, part) in parts {
            totals.add(part);
        }
        let rows: Vec<u32> = parts.iter().map(|(row, _)| *row).collect();
        let mut cells: Vec<Cell> = texts.into_iter().map(|text| Cell::Text(text.to_owned())).collect();
        cells.push(Cell::Empty);
        let counts = totals.counts.iter().map(|count| Cell::CountSum { rows: rows.clone(), count: *count });
        cells.extend(counts);
        // As of a household: of nothing recorded there is no sum.
        let is_recorded = totals.counts[1] > 0;
        let sum = |fen: &i64| if is_recorded { Cell::Sum { rows: rows.clone(), fen: *fen } } else { Cell::Empty };
        cells.extend(totals.fen.iter().map(sum));
        let below = [("count", totals.below.to_string()), ("known", totals.known.to_string())];
        let below = below.each_ref().map(|(name, value)| (*name, value.as_str()));
        cells.extend([Cell::Empty, Cell::Empty, Cell::Text(self.words.with("income-below", &below))]);
        cells.extend([Cell::Empty, Cell::Empty]);
        self.sums.push(self.rows.len());
        self.put(cells, totals)
    }

    fn put(&mut self, cells: Vec<Cell>, totals: Totals) -> Written {
        let row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(cells);
        (row, totals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::class::HouseholdClass;
    use crate::domain::due_row::DueRow;
    use crate::domain::held_income::HeldIncome;
    use crate::domain::id::{HouseholdId, IncomeId};
    use crate::domain::income::Amounts;
    use crate::domain::income::IncomeFormula;
    use crate::domain::money::Amount;
    use crate::domain::policy::Purpose;
    use crate::domain::rough_date::RoughDate;
    use crate::domain::window::Window;
    use crate::domain::window_income::{AgainstLine, WindowIncome};
    use crate::i18n::Language;
    use proptest::prelude::*;

    fn household(township: u8, village: u8, fen: &[i64]) -> HouseholdIncome {
        let window = Window::ending("2026-10".parse().unwrap());
        let amounts: Amounts =
            IncomeItem::ALL.iter().copied().zip(fen.iter().map(|fen| Amount::from_fen(*fen).unwrap())).collect();
        let month = MonthIncome {
            id: IncomeId::made_up(0),
            household_id: HouseholdId::made_up(0),
            visit_id: None,
            month: window.last,
            amounts,
            sources: Vec::new(),
            voided: false,
        };
        let row = DueRow {
            id: HouseholdId::made_up(0),
            code: "A1".to_owned(),
            name: String::new().into(),
            township: format!("t{township}"),
            village: format!("v{village}"),
            group: String::new(),
            contact: String::new(),
            phone: String::new().into(),
            risks: String::new(),
            id_number: String::new().into(),
            population: None,
            label: None,
            class: HouseholdClass::Unresolved,
            since: RoughDate::day("2024-01-01".parse().unwrap()),
            since_defaulted: false,
            on_file_since: "2024-01-01".parse().unwrap(),
            active: true,
            last_counted: None,
            last_try: None,
            due_on: None,
            has_draft: false,
            alerts: None,
        };
        let income = WindowIncome::of(window, std::slice::from_ref(&month), Some(3));
        let (formula, against) = (IncomeFormula::Reference, AgainstLine::Unknown);
        let held = HeldIncome { income, purpose: Purpose::Inclusion, formula, line: None, against };
        HouseholdIncome { row, months: vec![month], held }
    }

    proptest! {
        /// Every total is the sum of the rows it names, and the last is that of all households.
        #[test]
        fn totals_of_every_level_agree(places in prop::collection::vec((0u8..3, 0u8..3, prop::collection::vec(0i64..9_999_999, 7)), 1..20)) {
            let mut places = places;
            places.sort();
            let households: Vec<_> = places.iter().map(|(township, village, fen)| household(*township, *village, fen)).collect();
            let words = Words::new(Language::En);
            let mut summary = Summary { words: &words, rows: Vec::new(), sums: Vec::new() };
            summary.fill(&households);
            for sum in &summary.sums {
                for column in 4..summary.rows[*sum].len() {
                    if let Cell::Sum { rows, fen } = &summary.rows[*sum][column] {
                        let parts = rows.iter().map(|row| match &summary.rows[*row as usize][column] {
                            Cell::Fen(fen) | Cell::Sum { fen, .. } => *fen,
                            Cell::Empty => 0,
                            other => panic!("{other:?}"),
                        });
                        prop_assert_eq!(*fen, parts.sum::<i64>());
                    }
                }
            }
            let last = summary.rows.last().unwrap();
            let net: i64 = places.iter().map(|(_, _, it)| it[0] + it[1] - it[2] + it[3] + it[4]).sum();
            let mut shown = last.iter().filter_map(|cell| match cell { Cell::Sum { fen, .. } => Some(*fen), _ => None });
            prop_assert_eq!(shown.nth(7), Some(net));
        }
    }
}
