//! The table of `export households`: the roster as it stands, under the headings and in the words that
//! `import` reads. One row a member where members are known, else one a household.

use chrono::NaiveDate;

use crate::domain::facts::{HouseholdFact as F, MemberFact as M, NONE, SOME};
use crate::domain::household::Member;
use crate::exchange::roster::Column;
use crate::exchange::roster::written::{
    heading, word_of_label, word_of_relation, word_of_risk, word_of_support, word_of_yes_or_no,
};
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::Listed;

use super::visit_sheet::Numbers;

/// What is told of the household, column by column.
const OF_HOUSEHOLD: [(Column, F); 22] = [
    (Column::HeadName, F::Name),
    (Column::HeadIdNumber, F::IdNumber),
    (Column::Phone, F::Phone),
    (Column::Township, F::Township),
    (Column::Village, F::Village),
    (Column::Group, F::Group),
    (Column::Population, F::Population),
    (Column::HouseholdType, F::HouseholdType),
    (Column::Category, F::Category),
    (Column::IdentifiedOn, F::IdentifiedOn),
    (Column::RiskEliminated, F::RiskEliminated),
    (Column::EliminatedOn, F::EliminatedOn),
    (Column::EnteredOn, F::EnteredOn),
    (Column::OutOfPovertyOn, F::OutOfPovertyOn),
    (Column::Risk, F::Risks),
    (Column::Contact, F::Contact),
    (Column::WholeAllowance, F::MinimumAllowance),
    (Column::WholeAllowanceSince, F::MinimumAllowanceSince),
    (Column::AllowanceAppliedOn, F::AllowanceAppliedOn),
    (Column::RelocatedTo, F::RelocatedTo),
    (Column::DwellingScheme, F::DwellingScheme),
    (Column::MemberGround, F::MemberGround),
];

/// What is told of a member.
const OF_MEMBER: [(Column, M); 19] = [
    (Column::PersonName, M::Name),
    (Column::Relation, M::Relation),
    (Column::IdNumber, M::IdNumber),
    (Column::Sex, M::Sex),
    (Column::BornOn, M::BornOn),
    (Column::Schooling, M::Schooling),
    (Column::Health, M::Health),
    (Column::Labour, M::Labour),
    (Column::Supported, M::Supported),
    (Column::SupportedSince, M::SupportedSince),
    (Column::Disability, M::Disability),
    (Column::DisabilityGrade, M::DisabilityGrade),
    (Column::DisabilitySince, M::DisabilitySince),
    (Column::SevereIllness, M::SevereIllness),
    (Column::SevereIllnessSince, M::SevereIllnessSince),
    (Column::ChronicIllness, M::ChronicIllness),
    (Column::ChronicIllnessSince, M::ChronicIllnessSince),
    (Column::MinimumAllowance, M::MinimumAllowance),
    (Column::MinimumAllowanceSince, M::MinimumAllowanceSince),
];

/// Of the household and of a member, so many go out always; those after them where something is known.
const ALWAYS: (usize, usize) = (16, 9);

/// The columns that go out: what is told of a household, and of a member.
struct Columns {
    household: Vec<(Column, F)>,
    member: Vec<(Column, M)>,
}

impl Columns {
    fn of(listed: &[Listed]) -> Self {
        let households = || listed.iter().map(|it| &it.household);
        let members = || listed.iter().flat_map(|it| &it.members);
        let (first, first_of_member) = ALWAYS;
        let told = |(at, (_, fact)): &(usize, &(Column, F))| {
            *at < first || households().any(|it| it.facts.get(*fact).is_some())
        };
        let told_of_member = |(at, (_, fact)): &(usize, &(Column, M))| {
            *at < first_of_member || members().any(|it| it.facts.get(*fact).is_some())
        };
        let household = OF_HOUSEHOLD.iter().enumerate().filter(told).map(|(_, told)| *told).collect();
        let member = OF_MEMBER.iter().enumerate().filter(told_of_member).map(|(_, told)| *told);
        Self { household, member: if members().next().is_some() { member.collect() } else { Vec::new() } }
    }

    fn headings(&self) -> Vec<Column> {
        let mut columns = vec![Column::Code];
        columns.extend(self.household.iter().map(|(column, _)| *column));
        columns.push(Column::LastVisit);
        if !self.member.is_empty() {
            columns.push(Column::MemberCode);
            columns.extend(self.member.iter().map(|(column, _)| *column));
        }
        columns
    }
}

/// The table; with the columns of members only where there are any.
pub fn roster_table(words: &Words, listed: &[Listed], today: NaiveDate, numbers: Numbers) -> Table {
    let columns = Columns::of(listed);
    let rows = listed.iter().flat_map(|it| {
        let household = household_cells(&columns.household, it, numbers);
        let of_members = it
            .members
            .iter()
            .map(|member| member_cells(&columns.member, member, numbers))
            .map(|member| [household.clone(), member].concat());
        let rows: Vec<Vec<Cell>> = of_members.collect();
        if rows.is_empty() { vec![household] } else { rows }
    });
    Table {
        name: words.t("roster-sheet"),
        title: words.t("roster-title"),
        headings: columns.headings().into_iter().map(heading).collect(),
        rows: rows.collect(),
        frozen_columns: 2,
        footer: [words.t("roster-title"), today.to_string(), words.t("export-page")],
        ..Table::default()
    }
}

fn household_cells(columns: &[(Column, F)], listed: &Listed, numbers: Numbers) -> Vec<Cell> {
    let mut cells = vec![Cell::Digits(listed.household.code.as_str().to_owned())];
    cells.extend(columns.iter().map(|(_, fact)| {
        let Some(value) = listed.household.facts.get(*fact) else { return Cell::Empty };
        match fact {
            F::IdNumber => Cell::Digits(numbers.of_id(value)),
            F::Phone => Cell::Digits(numbers.of_phone(value)),
            F::HouseholdType | F::Category => Cell::Text(word_of_label(value)),
            F::RiskEliminated | F::MinimumAllowance => Cell::Text(word_of_yes_or_no(value)),
            F::RelocatedTo | F::DwellingScheme => {
                Cell::Text(if [NONE, SOME].contains(&value) { word_of_yes_or_no(value) } else { value.to_owned() })
            }
            F::Risks => Cell::Text(value.split(',').map(word_of_risk).collect::<Vec<_>>().join("、")),
            F::Name
            | F::Township
            | F::Village
            | F::Group
            | F::Population
            | F::IdentifiedOn
            | F::EnteredOn
            | F::OutOfPovertyOn
            | F::EliminatedOn
            | F::Contact
            | F::MinimumAllowanceSince
            | F::AllowanceAppliedOn
            | F::MemberGround => Cell::Text(value.to_owned()),
        }
    }));
    cells.push(listed.last_visit_on.map_or(Cell::Empty, |on| Cell::Text(on.to_string())));
    cells
}

fn member_cells(columns: &[(Column, M)], member: &Member, numbers: Numbers) -> Vec<Cell> {
    let mut cells = vec![member.code.as_ref().map_or(Cell::Empty, |code| Cell::Digits(code.clone()))];
    cells.extend(columns.iter().map(|(_, fact)| {
        let Some(value) = member.facts.get(*fact) else { return Cell::Empty };
        match fact {
            M::IdNumber => Cell::Digits(numbers.of_id(value)),
            M::Relation => Cell::Text(word_of_relation(value)),
            M::MinimumAllowance => Cell::Text(word_of_yes_or_no(value)),
            // Under 劳动技能 a bare 无 would be no skill.
            M::Labour if value == "无" => Cell::Text("无劳动力".to_owned()),
            M::Supported => Cell::Text(word_of_support(value)),
            M::Disability | M::SevereIllness | M::ChronicIllness if [NONE, SOME].contains(&value) => {
                Cell::Text(word_of_yes_or_no(value))
            }
            _ => Cell::Text(value.to_owned()),
        }
    }));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_goes_out_under_a_heading() {
        for fact in F::ALL {
            assert!(OF_HOUSEHOLD.iter().any(|(_, told)| told == fact), "{fact:?}");
        }
        for fact in M::ALL {
            assert!(OF_MEMBER.iter().any(|(_, told)| told == fact), "{fact:?}");
        }
    }
}
