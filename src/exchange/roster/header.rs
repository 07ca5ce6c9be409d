//! Finding the row of headings, and which column holds what.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::domain::clean::{clean_text, fold_width};
use crate::domain::codes::coded;

use super::super::refusal::FileRefused;
use super::super::sheet::{Sheet, SheetRow};

coded! {
    /// What a column of a roster can hold.
    Column {
        Code = "code",
        HeadName = "head_name",
        PersonName = "person_name",
        HeadIdNumber = "head_id_number",
        IdNumber = "id_number",
        Phone = "phone",
        Township = "township",
        Village = "village",
        Group = "group",
        Population = "population",
        HouseholdType = "household_type",
        Category = "category",
        IdentifiedOn = "identified_on",
        OutOfPovertyOn = "out_of_poverty_on",
        RiskEliminated = "risk_eliminated",
        EliminatedOn = "eliminated_on",
        Risk = "risk",
        Contact = "contact",
        LastVisit = "last_visit",
        MemberCode = "member_code",
        Relation = "relation",
        Sex = "sex",
        BornOn = "born_on",
        Schooling = "schooling",
        Health = "health",
        Labour = "labour",
    }
}

/// How far down the headings may stand, under titles and lines to fill in.
const HEADER_WITHIN: usize = 20;
/// Fewer known headings than this are a coincidence.
const HEADER_AT_LEAST: usize = 3;

static ALIASES: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    let table: BTreeMap<Column, Vec<String>> =
        toml::from_str(include_str!("../../../assets/roster/columns.toml")).unwrap_or_default();
    let pairs =
        table.into_iter().flat_map(|(column, names)| names.into_iter().map(move |name| (heading(&name), column)));
    pairs.collect()
});

/// A heading without what varies from form to form.
fn heading(text: &str) -> String {
    let folded = clean_text(&fold_width(text)).to_lowercase();
    folded.chars().filter(|c| !matches!(c, ' ' | '*' | ':' | '_' | '(' | ')' | '\u{2a2f}')).collect()
}

fn column_of(text: &str) -> Option<Column> {
    let name = heading(text);
    let numbered = || {
        let base = name.trim_end_matches(|c: char| c.is_ascii_digit());
        ALIASES.get(base).copied().filter(|column| *column == Column::Risk)
    };
    ALIASES.get(&name).copied().or_else(numbered)
}

/// Which columns of the sheet hold what.
#[derive(Debug)]
pub(super) struct Header {
    /// The row of the headings, as numbered in the sheet.
    pub(super) row: u32,
    columns: BTreeMap<Column, Vec<(u16, String)>>,
    pub(super) unknown: Vec<String>,
}

impl Header {
    fn read(row: &SheetRow) -> Self {
        let mut header = Self { row: row.number, columns: BTreeMap::new(), unknown: Vec::new() };
        for (at, cell) in row.cells() {
            let text = clean_text(&cell.text());
            match column_of(&text) {
                Some(column) => header.columns.entry(column).or_default().push((at, text)),
                None => header.unknown.push(text),
            }
        }
        header
    }

    /// The places of a column, several where a roster has it several times (risk 1 to 5).
    pub(super) fn places(&self, column: Column) -> &[(u16, String)] {
        self.columns.get(&column).map_or(&[], Vec::as_slice)
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains_key(&column)
    }

    /// The heading under which problems of a column are told: the first of those that are there.
    pub(super) fn title(&self, candidates: &[Column]) -> String {
        let mut places = candidates.iter().filter_map(|column| self.places(*column).first());
        places.next().map(|(_, title)| title.clone()).unwrap_or_default()
    }

    /// One row a member, not one a household.
    pub(super) fn lists_members(&self) -> bool {
        self.has(Column::Relation) || self.has(Column::MemberCode)
    }

    fn missing(&self) -> Vec<&'static str> {
        let needed = [
            &[Column::Code][..],
            &[Column::HeadName, Column::PersonName],
            &[Column::Village],
            &[Column::Category, Column::HouseholdType],
        ];
        let absent = needed.iter().filter(|any| !any.iter().any(|column| self.has(*column)));
        absent.map(|any| any[0].code()).collect()
    }
}

/// The row with the most known headings among the first twenty.
pub(super) fn find_header(sheet: &Sheet) -> Result<Header, FileRefused> {
    let near_the_top = sheet.rows().iter().take(HEADER_WITHIN).filter(|row| (row.number as usize) <= HEADER_WITHIN);
    let mut best: Option<Header> = None;
    for header in near_the_top.map(Header::read) {
        if best.as_ref().is_none_or(|best| header.columns.len() > best.columns.len()) {
            best = Some(header);
        }
    }
    let header = best.filter(|header| header.columns.len() >= HEADER_AT_LEAST).ok_or(FileRefused::NoHeader)?;
    let missing = header.missing();
    if missing.is_empty() { Ok(header) } else { Err(FileRefused::ColumnMissing(missing)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_its_names() {
        for column in Column::ALL {
            assert!(ALIASES.values().any(|known| known == column), "{column:?}");
        }
    }

    #[test]
    fn headings_are_known_by_their_usual_names() {
        for (text, column) in [
            ("户编号", Column::Code),
            (" 户主\n姓名 * ", Column::HeadName),
            ("村（社区）", Column::Village),
            ("村(社区)", Column::Village),
            ("自然村(组)", Column::Group),
            ("组（屯）", Column::Group),
            ("致贫返贫风险", Column::Risk),
            ("致贫返贫风险3", Column::Risk),
            ("监测联系人", Column::Contact),
            ("Household Code", Column::Code),
            ("ID_number", Column::IdNumber),
        ] {
            assert_eq!(column_of(text), Some(column), "{text}");
        }
        assert_eq!(column_of("备注"), None);
        assert_eq!(column_of("户编号2"), None);
    }
}
