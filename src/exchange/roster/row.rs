//! One row of a roster: each cell into its fact, or into a problem.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::clean::{clean_text, fold_width};
use crate::domain::facts::{Fact, Facts, HouseholdFact, MemberFact};
use crate::domain::household::HouseholdCode;
use crate::domain::resident_id::{ResidentIdFault, check_resident_id};
use crate::domain::rough_date::{Precision, RoughDate};
use crate::domain::visit::earliest_visit_day;

use super::column::Column;
use super::header::Header;
use super::merged::Merged;
use super::section::Section;
use super::{RosterFault, RosterFaultKind as Kind, places, values};
use crate::exchange::refusal::FileRefused;
use crate::exchange::sheet::{Cell, SheetRow};

/// A code of so many digits, stored as a number, has lost its last ones.
const DIGITS_A_NUMBER_LOSES: usize = 16;
/// The days that a bare number may mean as a spreadsheet's serial date: 2000-01-01 to 2099-12-31.
const SERIAL_DATES: std::ops::RangeInclusive<i64> = 36_526..=73_050;
const SERIAL_DAY_ZERO: (i32, u32, u32) = (1899, 12, 30);

/// What one row says.
#[derive(Debug)]
pub(super) struct ReadRow {
    pub(super) number: u32,
    /// The headings that it stands under.
    pub(super) header: Rc<Header>,
    /// None: the row has no code of its own.
    pub(super) code: Option<HouseholdCode>,
    pub(super) household: Facts<HouseholdFact>,
    pub(super) member_code: Option<String>,
    pub(super) member: Facts<MemberFact>,
    pub(super) last_visit_on: Option<RoughDate>,
    /// The category column says that the household is not monitored.
    pub(super) is_not_monitored: bool,
    pub(super) problems: Vec<RosterFault>,
}

pub(super) struct RowReader<'a> {
    /// What the line over this part of the table says: a class, a village.
    pub(super) section: &'a Section,
    pub(super) row: &'a SheetRow,
    pub(super) merged: &'a Merged<'a>,
    pub(super) header: &'a Rc<Header>,
    pub(super) today: NaiveDate,
}

impl RowReader<'_> {
    pub(super) fn read(&self) -> Result<ReadRow, FileRefused> {
        let mut out = ReadRow {
            number: self.row.number,
            header: Rc::clone(self.header),
            code: None,
            household: Facts::default(),
            member_code: self.text(Column::MemberCode),
            member: Facts::default(),
            last_visit_on: None,
            is_not_monitored: false,
            problems: Vec::new(),
        };
        self.tell_error_cells(&mut out.problems);
        self.tell_columns_that_differ(&mut out.problems);
        self.read_code(&mut out)?;
        self.read_household(&mut out);
        if self.header.lists_members() {
            self.read_member(&mut out);
        }
        self.read_last_visit(&mut out);
        Ok(out)
    }

    /// The text of a column, none where it says nothing.
    pub(super) fn text(&self, column: Column) -> Option<String> {
        self.cell(column)
            .map(|(cell, _)| clean_text(&cell.text()))
            .filter(|text| !(values::is_blank(text) || values::is_unknown(text)))
    }

    pub(super) fn tell(&self, problems: &mut Vec<RosterFault>, column: Column, kind: Kind) {
        let (value, title) = match self.cell(column) {
            Some((cell, title)) => (clean_text(&cell.text()), title.to_owned()),
            None => (String::new(), self.header.title(&[column])),
        };
        self.tell_of(problems, title, value, kind);
    }

    pub(super) fn tell_of(&self, problems: &mut Vec<RosterFault>, column: String, value: String, kind: Kind) {
        problems.push(RosterFault { sheet: self.header.sheet.clone(), row: self.row.number, column, value, kind });
    }

    fn tell_error_cells(&self, problems: &mut Vec<RosterFault>) {
        for (column, at) in self.header.all_places() {
            if let Some(Cell::Error(error)) = self.row.get(at) {
                self.tell_of(problems, self.header.title(&[column]), error.to_string(), Kind::ErrorCell);
            }
        }
    }

    fn read_last_visit(&self, out: &mut ReadRow) {
        let Some(date) = self.date(Column::LastVisit, &mut out.problems) else { return };
        let read = RoughDate::parse(&date).ok().filter(|date| date.on >= earliest_visit_day());
        match read {
            None => self.tell(&mut out.problems, Column::LastVisit, Kind::ValueIgnored),
            Some(date) if date.precision != Precision::Day => {
                self.tell(&mut out.problems, Column::LastVisit, Kind::VisitWithoutDay);
            }
            date => out.last_visit_on = date,
        }
    }

    fn read_code(&self, out: &mut ReadRow) -> Result<(), FileRefused> {
        let Some((cell, title)) = self.cell(Column::Code) else { return Ok(()) };
        let text = cell.text();
        let is_number = matches!(cell, Cell::Number(_)) && (text.len() >= DIGITS_A_NUMBER_LOSES || !is_digits(&text));
        if is_number || is_scientific(&text) {
            return Err(FileRefused::CodeAsNumber { row: self.row.number, column: title.to_owned() });
        }
        out.code = HouseholdCode::parse(text.trim().trim_start_matches(['\'', '‘', '’', '`']));
        if out.code.is_none() && !values::is_blank(&text) {
            self.tell(&mut out.problems, Column::Code, Kind::CodeUnreadable);
        }
        Ok(())
    }

    fn read_household(&self, out: &mut ReadRow) {
        use HouseholdFact as F;
        let ReadRow { household, problems, .. } = out;
        if !self.header.lists_members() {
            self.keep(household, F::Name, Column::PersonName, problems);
            self.keep_id(household, F::IdNumber, Column::IdNumber, problems);
        }
        self.keep(household, F::Name, Column::HeadName, problems);
        self.keep_id(household, F::IdNumber, Column::HeadIdNumber, problems);
        if household.get(F::Name).is_some_and(is_doubtful_name) {
            let column = if self.header.has(Column::HeadName) { Column::HeadName } else { Column::PersonName };
            self.tell(problems, column, Kind::NameDoubtful);
        }
        self.keep_address(household, problems);
        self.keep(household, F::Population, Column::Population, problems);
        self.keep_contact(household, problems);
        self.keep_phone(household, problems);
        self.keep_coded(household, F::RiskEliminated, Column::RiskEliminated, values::risk_eliminated_code, problems);
        self.keep_label(household, F::HouseholdType, Column::HouseholdType, problems);
        self.keep_label(household, F::Category, Column::Category, problems);
        let category = self.text(Column::Category);
        let title = self.cell(Column::Category).map_or("", |(_, title)| title);
        let category = category.and_then(|text| values::read_label_under(title, &text));
        out.is_not_monitored = category.is_some_and(|read| read.label.is_none());
        self.keep_risks(household, problems);
        for (fact, column) in [
            (F::IdentifiedOn, Column::IdentifiedOn),
            (F::EnteredOn, Column::EnteredOn),
            (F::OutOfPovertyOn, Column::OutOfPovertyOn),
            (F::EliminatedOn, Column::EliminatedOn),
        ] {
            self.keep_date(household, fact, column, problems);
        }
        self.keep_circumstances(household, problems);
    }

    /// Township, village and group from their own columns, else from one for all of them, else as the
    /// sheet's name or title tells.
    fn keep_address(&self, household: &mut Facts<HouseholdFact>, problems: &mut Vec<RosterFault>) {
        use HouseholdFact as F;
        if let Some(text) = self.text(Column::Address) {
            let address = places::split_address(&text);
            for (fact, part) in
                [(F::Township, address.township), (F::Village, address.village), (F::Group, address.group)]
            {
                if let Some(part) = part {
                    self.set(household, fact, &part, Column::Address, problems);
                }
            }
        }
        for (fact, column) in
            [(F::Township, Column::Township), (F::Village, Column::Village), (F::Group, Column::Group)]
        {
            self.keep(household, fact, column, problems);
        }
        let has_own = self.header.has(Column::Village) || self.header.has(Column::Address);
        let village = self.section.village.as_ref().or(self.header.village.as_ref());
        if let (false, Some(village)) = (has_own, village) {
            self.set(household, F::Village, village, Column::Village, problems);
        }
    }

    /// The contact's name, or several; a phone behind it is let go.
    fn keep_contact(&self, household: &mut Facts<HouseholdFact>, problems: &mut Vec<RosterFault>) {
        let Some(text) = self.text(Column::Contact) else { return };
        let is_of_a_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ':' | '：');
        let name = fold_width(&text);
        // What stands in brackets is the unit, or the phone.
        let name = name.split('(').next().unwrap_or_default();
        let name = name.trim_end_matches(|c: char| is_of_a_number(c) || c.is_whitespace());
        if name.trim().is_empty() {
            return self.tell(problems, Column::Contact, Kind::ValueIgnored);
        }
        let names: Vec<&str> = name.split(['、', ',', '，', ';', '；', '/', '\n']).map(str::trim).collect();
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        self.set(household, HouseholdFact::Contact, &names.join("、"), Column::Contact, problems);
    }

    /// The first number of a cell; one with other words about it, or several, is told.
    fn keep_phone(&self, household: &mut Facts<HouseholdFact>, problems: &mut Vec<RosterFault>) {
        let column = if self.text(Column::Phone).is_some() { Column::Phone } else { Column::PersonPhone };
        let Some(text) = self.text(column) else { return };
        let folded = fold_width(&text);
        let apart = |c: char| !(c.is_ascii_digit() || matches!(c, '-' | '+' | '\'' | ' '));
        let numbers: Vec<&str> = folded.split(apart).map(str::trim).filter(|part| part.len() >= 7).collect();
        let Some(first) = numbers.first() else { return self.tell(problems, column, Kind::PhoneDigits) };
        self.set(household, HouseholdFact::Phone, first, column, problems);
        let phone = household.get(HouseholdFact::Phone).unwrap_or_default();
        // No mobile number begins with 10, 11 or 12; a landline's area code is part of it.
        let is_phone = phone.len() == 11 && is_digits(phone) && !matches!(phone.as_bytes(), [b'1', b'0'..=b'2', ..]);
        if !is_phone {
            self.tell(problems, column, Kind::PhoneDigits);
        } else if numbers.len() > 1 {
            self.tell(problems, column, Kind::PhoneSeveral);
        }
    }

    /// What the household is called; the cell may also say whether the risk is eliminated.
    fn keep_label(
        &self,
        household: &mut Facts<HouseholdFact>,
        fact: HouseholdFact,
        column: Column,
        problems: &mut Vec<RosterFault>,
    ) {
        let Some(text) = self.text(column) else {
            if let Some(label) = self.label_of_all(fact) {
                self.set(household, fact, label, column, problems);
            }
            return;
        };
        let title = self.cell(column).map_or("", |(_, title)| title);
        let Some(read) = values::read_label_under(title, &text) else {
            return self.tell(problems, column, Kind::ValueIgnored);
        };
        if let Some(label) = read.label {
            self.set(household, fact, label, column, problems);
        }
        if let (Some(status), None) = (read.eliminated, household.get(HouseholdFact::RiskEliminated)) {
            self.set(household, HouseholdFact::RiskEliminated, status, column, problems);
        }
    }

    fn read_member(&self, out: &mut ReadRow) {
        use MemberFact as F;
        let ReadRow { member, problems, .. } = out;
        self.keep(member, F::Name, Column::PersonName, problems);
        self.keep_id(member, F::IdNumber, Column::IdNumber, problems);
        if let Some(relation) = self.text(Column::Relation) {
            self.set(member, F::Relation, &values::relation(&relation), Column::Relation, problems);
        }
        self.keep_date(member, F::BornOn, Column::BornOn, problems);
        for (fact, column) in [
            (F::Sex, Column::Sex),
            (F::Schooling, Column::Schooling),
            (F::Health, Column::Health),
            (F::Labour, Column::Labour),
        ] {
            self.keep(member, fact, column, problems);
        }
        self.keep_support(member, problems);
        self.keep_condition(member, problems);
    }

    pub(super) fn keep<F: Fact>(&self, facts: &mut Facts<F>, fact: F, column: Column, problems: &mut Vec<RosterFault>) {
        if let Some(text) = self.text(column) {
            self.set(facts, fact, &text, column, problems);
        }
    }

    pub(super) fn set<F: Fact>(
        &self,
        facts: &mut Facts<F>,
        fact: F,
        text: &str,
        column: Column,
        problems: &mut Vec<RosterFault>,
    ) {
        if facts.set(fact, text).is_err() {
            self.tell(problems, column, Kind::ValueIgnored);
        }
    }

    fn keep_id<F: Fact>(&self, facts: &mut Facts<F>, fact: F, column: Column, problems: &mut Vec<RosterFault>) {
        let lost_digits = |cell: &Cell| matches!(cell, Cell::Number(_)) || is_scientific(&cell.text());
        if self.cell(column).is_some_and(|(cell, _)| lost_digits(cell)) {
            return self.tell(problems, column, Kind::IdAsNumber);
        }
        self.keep(facts, fact, column, problems);
        let problem = match facts.get(fact).filter(|_| self.text(column).is_some()).map(check_resident_id) {
            None | Some(Ok(())) => return,
            Some(Err(ResidentIdFault::Unreadable)) => Kind::IdUnreadable,
            Some(Err(ResidentIdFault::BirthDate)) => Kind::IdBirthDate,
            Some(Err(ResidentIdFault::CheckDigit)) => Kind::IdCheckDigit,
        };
        self.tell(problems, column, problem);
    }

    fn keep_risks(&self, facts: &mut Facts<HouseholdFact>, problems: &mut Vec<RosterFault>) {
        let mut codes = Vec::new();
        for (at, title) in self.header.places(Column::Risk) {
            let text = self.merged.cell(self.row, *at).map(|cell| clean_text(&cell.text())).unwrap_or_default();
            match values::risk_codes(&text) {
                Some(found) => codes.extend(found),
                None => self.tell_of(problems, title.clone(), text, Kind::ValueIgnored),
            }
        }
        if !codes.is_empty() {
            self.set(facts, HouseholdFact::Risks, &codes.join(","), Column::Risk, problems);
        }
    }

    /// A date in its canonical text; one that cannot be read, is said not to be known or lies in the future
    /// is told and left out.
    pub(super) fn date(&self, column: Column, problems: &mut Vec<RosterFault>) -> Option<String> {
        let (cell, _) = self.cell(column)?;
        let text = match cell {
            Cell::Number(number) => serial_date(*number).map_or_else(|| cell.text(), |day| day.to_string()),
            _ => cell.text(),
        };
        if values::is_blank(&text) {
            return None;
        }
        if values::is_unknown(&text) {
            self.tell(problems, column, Kind::ValueIgnored);
            return None;
        }
        let is_number = matches!(cell, Cell::Number(_));
        match RoughDate::parse(&clean_text(&text)) {
            Ok(_) if is_number && may_have_lost_a_zero(&text) => self.tell(problems, column, Kind::DateDoubtful),
            Ok(date) if date.on > self.today => self.tell(problems, column, Kind::DateInFuture),
            Ok(date) => return Some(date.to_string()),
            Err(_) => self.tell(problems, column, Kind::ValueIgnored),
        }
        None
    }
}

/// 2025.1 as a number may have been October.
fn may_have_lost_a_zero(text: &str) -> bool {
    text.split_once('.').is_some_and(|(year, month)| year.len() == 4 && month == "1")
}

/// A name with a number, a mark or a remark in it is kept, and named.
fn is_doubtful_name(name: &str) -> bool {
    let odd =
        |c: char| c.is_ascii_digit() || "()（）*?？#/、,，:：".contains(c) || ('\u{e000}'..='\u{f8ff}').contains(&c);
    name.chars().any(odd) || name.chars().count() > 30
}

/// `4.52724E+17`: what a spreadsheet program writes into CSV for a long number.
fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.trim().split_once(['E', 'e']) else { return false };
    let power = power.trim_start_matches('+');
    !power.is_empty()
        && is_digits(power)
        && !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit() || c == '.')
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked before the number is used")]
fn serial_date(number: f64) -> Option<NaiveDate> {
    let days = number.floor() as i64;
    let (year, month, day) = SERIAL_DAY_ZERO;
    let zero = NaiveDate::from_ymd_opt(year, month, day)?;
    SERIAL_DATES.contains(&days).then(|| zero + chrono::TimeDelta::days(days))
}
