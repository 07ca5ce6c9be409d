//! The rows of a table: what is no household is passed over and listed; what is written once for a whole
//! block is filled down.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::clean::clean_text;
use crate::domain::facts::HouseholdFact;

use super::column::{Column, column_of};
use super::header::Header;
use super::layout::Table;
use super::merged::Merged;
use super::row::{ReadRow, RowReader, is_digits};
use super::section::Section;
use super::{Roster, SkipReason, SkippedRow, places, values};
use crate::exchange::refusal::FileRefused;
use crate::exchange::sheet::{Cell, SheetRow};

/// So many digits are a code or an ID number, which no total and no foot line has.
const DIGITS_OF_A_CODE: usize = 10;

/// Whether to go on is asked after so many rows.
const ASKED_EVERY: usize = 500;

/// Reads every row that is a household or a member.
pub(super) fn read_rows(
    mut table: Table<'_>,
    merged: &Merged<'_>,
    today: NaiveDate,
    roster: &mut Roster,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Vec<ReadRow>, FileRefused> {
    let (kept, sections) = kept_rows(&table, roster);
    if counts_its_rows(&kept, &table.header) {
        table.header.let_go(Column::Code);
    }
    roster.columns_not_used(&table.header);
    let header = Rc::new(table.header);
    let mut rows = Vec::new();
    for (at, (row, section)) in kept.into_iter().zip(&sections).enumerate() {
        if at % ASKED_EVERY == 0 && !go_on() {
            return Err(FileRefused::Stopped);
        }
        rows.push(RowReader { section, row, merged, header: &header, today }.read()?);
    }
    if !header.lists_members() {
        fill_down(&mut rows, HouseholdFact::Village);
        fill_down(&mut rows, HouseholdFact::Township);
    }
    Ok(rows)
}

/// The rows that are households or members, each with the section that it stands in.
fn kept_rows<'s>(table: &Table<'s>, roster: &mut Roster) -> (Vec<&'s SheetRow>, Vec<Rc<Section>>) {
    let (mut kept, mut sections) = (Vec::new(), Vec::new());
    let mut section = Rc::new(Section::default());
    for row in table.rows {
        if !pass_over(row, table, roster) {
            kept.push(row);
            sections.push(Rc::clone(&section));
        } else if let Some(text) = row.alone() {
            let label = values::label_in(&text).or(section.label);
            let village = places::village_in(&text).or_else(|| section.village.clone());
            section = Rc::new(Section { label, village });
        }
    }
    (kept, sections)
}

/// Whether a row is no household; then it is listed, unless it holds nothing that is known.
fn pass_over(row: &SheetRow, table: &Table<'_>, roster: &mut Roster) -> bool {
    let own: Vec<(u16, &Cell)> = row.cells().filter(|(at, _)| table.columns.contains(at)).collect();
    if own.iter().all(|(_, cell)| cell.text().trim().is_empty()) {
        return true;
    }
    let reason = skip_reason(&own, row, &table.header);
    if let Some(reason) = reason {
        let words: Vec<String> = own.iter().take(4).map(|(_, cell)| clean_text(&cell.text())).collect();
        let (sheet, text) = (table.header.sheet.clone(), words.join(" "));
        roster.skipped.push(SkippedRow { sheet, row: row.number, reason, text });
    }
    let is_known = |(column, at): (Column, u16)| column != Column::OfContact && row.get(at).is_some();
    reason.is_some() || !table.header.all_places().any(is_known)
}

fn skip_reason(own: &[(u16, &Cell)], row: &SheetRow, header: &Header) -> Option<SkipReason> {
    let any = |is: fn(&str) -> bool| own.iter().any(|(_, cell)| matches!(cell, Cell::Text(text) if is(text)));
    if any(values::is_example) {
        return Some(SkipReason::Example);
    }
    let says_yes = |cell: &Cell| values::risk_eliminated_code(&cell.text()) == Some("yes");
    if header.places(Column::Gone).iter().any(|(at, _)| row.get(*at).is_some_and(says_yes)) {
        return Some(SkipReason::Gone);
    }
    // Most rows have a code or an ID number, and are told by it; a foot line may have a phone.
    let begins_as_foot =
        || own.iter().take(1).any(|(_, cell)| matches!(cell, Cell::Text(text) if values::is_foot(text)));
    if own.iter().any(|(_, cell)| looks_like_a_code(cell)) {
        let is_known = [Column::Code, Column::HeadIdNumber, Column::IdNumber, Column::HeadName, Column::PersonName];
        let has_own = || {
            is_known
                .iter()
                .flat_map(|column| header.places(*column))
                .any(|(at, _)| row.get(*at).is_some_and(looks_like_a_code))
        };
        return (begins_as_foot() && !has_own()).then_some(SkipReason::Foot);
    }
    let is_heading = |cell: &Cell| matches!(cell, Cell::Text(text) if column_of(text).is_some());
    let repeats = header.all_places().filter(|(_, at)| row.get(*at).is_some_and(is_heading));
    if repeats.count() >= 3.max(header.known() / 2) {
        return Some(SkipReason::Heading);
    }
    if are_column_numbers(own) {
        return Some(SkipReason::ColumnNumbers);
    }
    if any(values::is_total) {
        return Some(SkipReason::Total);
    }
    let names = [Column::Code, Column::HeadName, Column::PersonName, Column::HeadIdNumber, Column::IdNumber];
    let is_named = names.iter().flat_map(|column| header.places(*column)).any(|(at, _)| row.get(*at).is_some());
    if !is_named && !header.lists_members() && any(|text| values::is_total(text) || values::is_foot(text)) {
        return Some(SkipReason::Total);
    }
    // A line of its own: a title that comes again, a note.
    let is_alone = own.len() == 1 && !header.lists_members();
    (any(values::is_foot) || is_alone).then_some(SkipReason::Foot)
}

fn looks_like_a_code(cell: &Cell) -> bool {
    let (digits, others) = match cell {
        Cell::Text(text) => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            (digits, text.chars().count() - digits)
        }
        Cell::Number(number) => (usize::from(number.abs() >= 1e9) * DIGITS_OF_A_CODE, 0),
        Cell::Date(_) | Cell::Error(_) => (0, 0),
    };
    digits >= DIGITS_OF_A_CODE && others <= 2
}

/// 1 2 3 … under the headings of a statistical form, or 甲 乙 1 2 3.
fn are_column_numbers(own: &[(u16, &Cell)]) -> bool {
    let numbers: Vec<u32> = own.iter().filter_map(|(_, cell)| cell.text().trim().parse().ok()).collect();
    let rest = own.len() - numbers.len();
    numbers.len() >= 3 && rest <= 3 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1) && numbers[0] <= 2
}

/// The codes of the list are 1, 2, 3 …: they count rows and name no family.
fn counts_its_rows(rows: &[&SheetRow], header: &Header) -> bool {
    let Some((at, _)) = header.places(Column::Code).first() else { return false };
    let codes: Vec<String> =
        rows.iter().filter_map(|row| row.get(*at)).map(|cell| cell.text().trim().to_owned()).collect();
    !codes.is_empty() && codes.iter().all(|code| is_digits(code) && code.len() <= 4)
}

/// A village that is written once for a block and left blank below it. Where most rows have their own, a
/// blank is a mistake of its row.
fn fill_down(rows: &mut [ReadRow], fact: HouseholdFact) {
    let stated = rows.iter().filter(|row| row.household.get(fact).is_some()).count();
    if stated == 0 || stated * 2 > rows.len() {
        return;
    }
    let mut above: Option<String> = None;
    for row in rows {
        match row.household.get(fact) {
            Some(value) => above = Some(value.to_owned()),
            // What was canonical above is so here.
            None => drop(above.as_ref().map(|value| row.household.set(fact, value))),
        }
    }
}
