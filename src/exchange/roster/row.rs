//! One row of a roster: each cell into its fact, or into a problem.

use chrono::NaiveDate;

use crate::domain::clean::clean_text;
use crate::domain::facts::{Fact, Facts, HouseholdFact, MemberFact};
use crate::domain::household::HouseholdCode;
use crate::domain::resident_id::{ResidentIdProblem, check_resident_id};
use crate::domain::rough_date::RoughDate;
use crate::domain::visit::earliest_visit_day;

use super::super::refusal::FileRefused;
use super::super::sheet::{Cell, Sheet, SheetRow};
use super::header::{Column, Header};
use super::{RosterProblem, RosterProblemKind as Kind, values};

/// A code of so many digits, stored as a number, has lost its last ones.
const DIGITS_A_NUMBER_LOSES: usize = 16;
/// The days that a bare number may mean as a spreadsheet's serial date: 2000-01-01 to 2099-12-31.
const SERIAL_DATES: std::ops::RangeInclusive<i64> = 36_526..=73_050;
const SERIAL_DAY_ZERO: (i32, u32, u32) = (1899, 12, 30);

/// What one row says.
#[derive(Debug)]
pub(super) struct ReadRow {
    pub(super) number: u32,
    /// None: the row has no code of its own.
    pub(super) code: Option<HouseholdCode>,
    pub(super) household: Facts<HouseholdFact>,
    pub(super) member_code: Option<String>,
    pub(super) member: Facts<MemberFact>,
    pub(super) last_visit_on: Option<RoughDate>,
    pub(super) problems: Vec<RosterProblem>,
}

/// Every row under the headings that is no total, no foot line and not blank.
pub(super) fn read_rows(sheet: &Sheet, header: &Header, today: NaiveDate) -> Result<Vec<ReadRow>, FileRefused> {
    let below = sheet.rows().iter().filter(|row| row.number > header.row);
    below.filter(|row| !is_foot(row, header)).map(|row| RowReader { row, header, today }.read()).collect()
}

/// A total, a foot line, or a row with nothing in any known column.
fn is_foot(row: &SheetRow, header: &Header) -> bool {
    let known = Column::ALL.iter().flat_map(|column| header.places(*column));
    let nothing_known = known.into_iter().all(|(at, _)| row.get(*at).is_none());
    let named = [Column::HeadName, Column::PersonName, Column::Village];
    let mut named = named.iter().flat_map(|column| header.places(*column));
    let names_nobody = named.all(|(at, _)| row.get(*at).is_none());
    let begins_foot = row.cells().next().is_some_and(|(_, cell)| values::begins_foot(&cell.text()));
    nothing_known || (begins_foot && names_nobody)
}

struct RowReader<'a> {
    row: &'a SheetRow,
    header: &'a Header,
    today: NaiveDate,
}

impl RowReader<'_> {
    fn read(&self) -> Result<ReadRow, FileRefused> {
        let mut out = ReadRow {
            number: self.row.number,
            code: None,
            household: Facts::default(),
            member_code: self.text(Column::MemberCode),
            member: Facts::default(),
            last_visit_on: None,
            problems: Vec::new(),
        };
        self.read_code(&mut out)?;
        self.read_household(&mut out);
        if self.header.lists_members() {
            self.read_member(&mut out);
        }
        if let Some(date) = self.date(Column::LastVisit, &mut out.problems) {
            out.last_visit_on = RoughDate::parse(&date).ok().filter(|date| date.on >= earliest_visit_day());
            if out.last_visit_on.is_none() {
                self.tell(&mut out.problems, Column::LastVisit, Kind::ValueIgnored);
            }
        }
        Ok(out)
    }

    fn cell(&self, column: Column) -> Option<(&Cell, &str)> {
        let mut places = self.header.places(column).iter();
        places.find_map(|(at, title)| self.row.get(*at).map(|cell| (cell, title.as_str())))
    }

    /// The text of a column, none where it says nothing.
    fn text(&self, column: Column) -> Option<String> {
        self.cell(column).map(|(cell, _)| clean_text(&cell.text())).filter(|text| !values::is_blank(text))
    }

    fn tell(&self, problems: &mut Vec<RosterProblem>, column: Column, kind: Kind) {
        let (value, title) = match self.cell(column) {
            Some((cell, title)) => (clean_text(&cell.text()), title.to_owned()),
            None => (String::new(), self.header.title(&[column])),
        };
        problems.push(RosterProblem { row: self.row.number, column: title, value, kind });
    }

    fn read_code(&self, out: &mut ReadRow) -> Result<(), FileRefused> {
        let Some((cell, title)) = self.cell(Column::Code) else { return Ok(()) };
        let text = cell.text();
        if matches!(cell, Cell::Number(_)) && (text.len() >= DIGITS_A_NUMBER_LOSES || !is_digits(&text)) {
            return Err(FileRefused::CodeAsNumber { row: self.row.number, column: title.to_owned() });
        }
        out.code = HouseholdCode::parse(&text);
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
        for (fact, column) in [
            (F::Township, Column::Township),
            (F::Village, Column::Village),
            (F::Group, Column::Group),
            (F::Population, Column::Population),
            (F::Contact, Column::Contact),
        ] {
            self.keep(household, fact, column, problems);
        }
        self.keep(household, F::Phone, Column::Phone, problems);
        if household.get(F::Phone).is_some_and(|phone| phone.len() != 11 || !is_digits(phone)) {
            self.tell(problems, Column::Phone, Kind::PhoneDigits);
        }
        self.keep_coded(household, F::HouseholdType, Column::HouseholdType, values::label_code, problems);
        self.keep_coded(household, F::Category, Column::Category, values::label_code, problems);
        self.keep_coded(household, F::RiskEliminated, Column::RiskEliminated, values::risk_eliminated_code, problems);
        self.keep_risks(household, problems);
        for (fact, column) in [
            (F::IdentifiedOn, Column::IdentifiedOn),
            (F::OutOfPovertyOn, Column::OutOfPovertyOn),
            (F::EliminatedOn, Column::EliminatedOn),
        ] {
            if let Some(date) = self.date(column, problems) {
                self.set(household, fact, &date, column, problems);
            }
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
        if let Some(date) = self.date(Column::BornOn, problems) {
            self.set(member, F::BornOn, &date, Column::BornOn, problems);
        }
        for (fact, column) in [
            (F::Sex, Column::Sex),
            (F::Schooling, Column::Schooling),
            (F::Health, Column::Health),
            (F::Labour, Column::Labour),
        ] {
            self.keep(member, fact, column, problems);
        }
    }

    fn keep<F: Fact>(&self, facts: &mut Facts<F>, fact: F, column: Column, problems: &mut Vec<RosterProblem>) {
        if let Some(text) = self.text(column) {
            self.set(facts, fact, &text, column, problems);
        }
    }

    fn set<F: Fact>(
        &self,
        facts: &mut Facts<F>,
        fact: F,
        text: &str,
        column: Column,
        problems: &mut Vec<RosterProblem>,
    ) {
        if facts.set(fact, text).is_err() {
            self.tell(problems, column, Kind::ValueIgnored);
        }
    }

    fn keep_id<F: Fact>(&self, facts: &mut Facts<F>, fact: F, column: Column, problems: &mut Vec<RosterProblem>) {
        let lost_digits = |cell: &Cell| matches!(cell, Cell::Number(_)) || is_scientific(&cell.text());
        if self.cell(column).is_some_and(|(cell, _)| lost_digits(cell)) {
            return self.tell(problems, column, Kind::IdAsNumber);
        }
        self.keep(facts, fact, column, problems);
        let problem = match facts.get(fact).filter(|_| self.text(column).is_some()).map(check_resident_id) {
            None | Some(Ok(())) => return,
            Some(Err(ResidentIdProblem::Unreadable)) => Kind::IdUnreadable,
            Some(Err(ResidentIdProblem::BirthDate)) => Kind::IdBirthDate,
            Some(Err(ResidentIdProblem::CheckDigit)) => Kind::IdCheckDigit,
        };
        self.tell(problems, column, problem);
    }

    fn keep_coded(
        &self,
        facts: &mut Facts<HouseholdFact>,
        fact: HouseholdFact,
        column: Column,
        code: impl Fn(&str) -> Option<&'static str>,
        problems: &mut Vec<RosterProblem>,
    ) {
        let Some(text) = self.text(column) else { return };
        match code(&text) {
            Some(code) => self.set(facts, fact, code, column, problems),
            None => self.tell(problems, column, Kind::ValueIgnored),
        }
    }

    fn keep_risks(&self, facts: &mut Facts<HouseholdFact>, problems: &mut Vec<RosterProblem>) {
        let mut codes = Vec::new();
        for (at, title) in self.header.places(Column::Risk) {
            let text = self.row.get(*at).map(|cell| clean_text(&cell.text())).unwrap_or_default();
            if let Some(found) = values::risk_codes(&text) {
                codes.extend(found);
            } else {
                let (row, column) = (self.row.number, title.clone());
                problems.push(RosterProblem { row, column, value: text, kind: Kind::ValueIgnored });
            }
        }
        if !codes.is_empty() {
            self.set(facts, HouseholdFact::Risks, &codes.join(","), Column::Risk, problems);
        }
    }

    /// A date in its canonical text; one that cannot be read or lies in the future is told and left out.
    fn date(&self, column: Column, problems: &mut Vec<RosterProblem>) -> Option<String> {
        let (cell, _) = self.cell(column)?;
        let text = match cell {
            Cell::Number(number) => serial_date(*number).map_or_else(|| cell.text(), |day| day.to_string()),
            _ => cell.text(),
        };
        if values::is_blank(&text) {
            return None;
        }
        match RoughDate::parse(&clean_text(&text)) {
            Ok(date) if date.on > self.today => self.tell(problems, column, Kind::DateInFuture),
            Ok(date) => return Some(date.to_string()),
            Err(_) => self.tell(problems, column, Kind::ValueIgnored),
        }
        None
    }
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

fn is_digits(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked before the number is used")]
fn serial_date(number: f64) -> Option<NaiveDate> {
    let days = number.floor() as i64;
    let (year, month, day) = SERIAL_DAY_ZERO;
    let zero = NaiveDate::from_ymd_opt(year, month, day)?;
    SERIAL_DATES.contains(&days).then(|| zero + chrono::TimeDelta::days(days))
}
