//! From rows to households: members gathered under their code, and what is wrong with a household as
//! a whole.

use std::collections::{HashMap, HashSet};

use crate::domain::class::{HouseholdClass, derive_class, elimination_only_dated};
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::household::{HEAD, HouseholdCode};

use super::header::{Column, Header};
use super::row::ReadRow;
use super::{Roster, RosterHousehold, RosterMember, RosterProblem, RosterProblemKind as Kind, Severity};

/// The rows of one household, the first of which names it.
struct Gathered {
    code: HouseholdCode,
    rows: Vec<ReadRow>,
}

pub(super) fn assemble(rows: Vec<ReadRow>, header: &Header) -> Roster {
    let mut roster = Roster { unknown_columns: header.unknown.clone(), ..Roster::default() };
    for household in gather(rows, header, &mut roster.problems) {
        judge(household, header, &mut roster);
    }
    if header.lists_members() {
        tell_shared_member_codes(&mut roster, header);
    }
    roster.problems.sort_by_key(|problem| problem.row);
    roster
}

/// Puts rows under their codes. A member row that leaves the household's columns blank belongs to the
/// row above it, as merged cells are written out.
fn gather(rows: Vec<ReadRow>, header: &Header, problems: &mut Vec<RosterProblem>) -> Vec<Gathered> {
    let mut households: Vec<Gathered> = Vec::new();
    let mut place_of: HashMap<HouseholdCode, usize> = HashMap::new();
    let mut above = None;
    for mut row in rows {
        let continues = header.lists_members() && row.household.get(HouseholdFact::Village).is_none();
        let unreadable = row.problems.iter().any(|problem| problem.kind == Kind::CodeUnreadable);
        let code = row.code.clone().or_else(|| above.clone().filter(|_| continues && !unreadable));
        let Some(code) = code else {
            above = None;
            if !unreadable {
                row.problems.push(problem(&row, header, &[Column::Code], Kind::NoCode, String::new()));
            }
            problems.append(&mut row.problems);
            continue;
        };
        above = Some(code.clone());
        match place_of.get(&code).copied() {
            Some(place) if header.lists_members() => households[place].rows.push(row),
            Some(_) => {
                row.problems.push(problem(
                    &row,
                    header,
                    &[Column::Code],
                    Kind::DuplicateCode,
                    code.as_str().to_owned(),
                ));
                problems.append(&mut row.problems);
            }
            None => {
                place_of.insert(code.clone(), households.len());
                households.push(Gathered { code, rows: vec![row] });
            }
        }
    }
    households
}

fn problem(row: &ReadRow, header: &Header, columns: &[Column], kind: Kind, value: String) -> RosterProblem {
    RosterProblem { row: row.number, column: header.title(columns), value, kind }
}

fn is_head(row: &ReadRow) -> bool {
    row.member.get(MemberFact::Relation) == Some(HEAD)
}

/// Decides whether the household comes in, and keeps it if so.
fn judge(mut gathered: Gathered, header: &Header, roster: &mut Roster) {
    let lists_members = header.lists_members();
    let facts = household_facts(&gathered.rows, lists_members);
    let mut problems = household_problems(&gathered, &facts, header);
    let head_is_bad = gathered.rows.iter().any(|row| has_error(&row.problems) && (!lists_members || is_head(row)));
    let comes_in = !has_error(&problems) && !head_is_bad;
    for row in &mut gathered.rows {
        let bad = has_error(&row.problems);
        problems.append(&mut row.problems);
        if bad {
            row.member = Facts::default();
        }
    }
    roster.problems.append(&mut problems);
    if !comes_in {
        roster.left_out.push(gathered.code);
        return;
    }
    let row = gathered.rows[0].number;
    let last_visit_on = gathered.rows.iter().filter_map(|row| row.last_visit_on).max();
    let members = gathered.rows.into_iter().filter(|row| row.member.get(MemberFact::Name).is_some());
    let members = members.map(|row| RosterMember { row: row.number, code: row.member_code, facts: row.member });
    let members = lists_members.then(|| members.collect());
    let elimination_heading = header.title(&[Column::EliminatedOn, Column::RiskEliminated]);
    roster.households.push(RosterHousehold {
        row,
        code: gathered.code,
        facts,
        members,
        last_visit_on,
        elimination_heading,
    });
}

fn has_error(problems: &[RosterProblem]) -> bool {
    problems.iter().any(|problem| problem.kind.severity() == Severity::Error)
}

/// What the rows say of the household together: the head's row first, then from above.
fn household_facts(rows: &[ReadRow], lists_members: bool) -> Facts<HouseholdFact> {
    let head = rows.iter().find(|row| is_head(row));
    let mut facts = Facts::default();
    for fact in HouseholdFact::ALL {
        let mut stated = head.into_iter().chain(rows).filter_map(|row| row.household.get(*fact));
        if let Some(value) = stated.next() {
            // Canonical already, so that setting it again cannot fail.
            let _ = facts.set(*fact, value);
        }
    }
    if let Some(head) = head.filter(|_| lists_members) {
        for (fact, of_member) in
            [(HouseholdFact::Name, MemberFact::Name), (HouseholdFact::IdNumber, MemberFact::IdNumber)]
        {
            if let (None, Some(value)) = (facts.get(fact), head.member.get(of_member)) {
                let _ = facts.set(fact, value);
            }
        }
    }
    facts
}

fn household_problems(gathered: &Gathered, facts: &Facts<HouseholdFact>, header: &Header) -> Vec<RosterProblem> {
    let first = &gathered.rows[0];
    let at = |columns: &[Column], kind, value: &str| problem(first, header, columns, kind, value.to_owned());
    let mut problems = Vec::new();
    if facts.get(HouseholdFact::Name).is_none() {
        problems.push(at(&[Column::HeadName, Column::PersonName], Kind::NoName, ""));
    }
    match facts.get(HouseholdFact::Village) {
        None => problems.push(at(&[Column::Village], Kind::NoVillage, "")),
        Some(village) => problems.extend(gathered.rows.iter().filter_map(|row| {
            let other = row.household.get(HouseholdFact::Village).filter(|other| *other != village)?;
            Some(problem(row, header, &[Column::Village], Kind::DuplicateCode, other.to_owned()))
        })),
    }
    problems.extend(gathered.rows.iter().filter(|row| is_head(row)).skip(1).map(|row| {
        problem(
            row,
            header,
            &[Column::Relation],
            Kind::TwoHeads,
            row.member.get(MemberFact::Name).unwrap_or_default().to_owned(),
        )
    }));
    problems.extend(class_problems(gathered, facts, header));
    problems.extend(population_problem(gathered, facts, header));
    problems
}

fn class_problems(gathered: &Gathered, facts: &Facts<HouseholdFact>, header: &Header) -> Option<RosterProblem> {
    let first = &gathered.rows[0];
    let unread = |column: Column| {
        let title = header.has(column).then(|| header.title(&[column]))?;
        first.problems.iter().find(|told| told.kind == Kind::ValueIgnored && told.column == title)
    };
    // A category that is stated and cannot be read decides too: taken for the household type's class, a
    // misspelt category would turn a monthly visit into a yearly one.
    if let Some(told) = unread(Column::Category) {
        return Some(RosterProblem { kind: Kind::ClassUnknown, ..told.clone() });
    }
    match derive_class(facts) {
        Err(_) => {
            let nothing = || {
                problem(first, header, &[Column::Category, Column::HouseholdType], Kind::ClassUnknown, String::new())
            };
            let told = unread(Column::HouseholdType);
            Some(told.map_or_else(nothing, |told| RosterProblem { kind: Kind::ClassUnknown, ..told.clone() }))
        }
        Ok(HouseholdClass::Eliminated) if facts.get(HouseholdFact::EliminatedOn).is_none() => {
            let columns = [Column::EliminatedOn, Column::RiskEliminated];
            Some(problem(first, header, &columns, Kind::EliminatedUndated, String::new()))
        }
        Ok(HouseholdClass::Eliminated) if elimination_only_dated(facts) => {
            let value = facts.get(HouseholdFact::EliminatedOn).unwrap_or_default().to_owned();
            Some(problem(first, header, &[Column::EliminatedOn], Kind::EliminatedByDate, value))
        }
        Ok(_) => None,
    }
}

fn population_problem(gathered: &Gathered, facts: &Facts<HouseholdFact>, header: &Header) -> Option<RosterProblem> {
    let stated: usize = facts.get(HouseholdFact::Population)?.parse().ok()?;
    let listed = gathered.rows.iter().filter(|row| row.member.get(MemberFact::Name).is_some()).count();
    let differs = header.lists_members() && stated != listed;
    differs
        .then(|| problem(&gathered.rows[0], header, &[Column::Population], Kind::PopulationDiffers, stated.to_string()))
}

/// A person's code that stands in two rows is an error of the second household.
fn tell_shared_member_codes(roster: &mut Roster, header: &Header) {
    let mut seen: HashSet<String> = HashSet::new();
    let mut left_out = Vec::new();
    for household in &roster.households {
        for member in household.members.iter().flatten() {
            let Some(code) = &member.code else { continue };
            if !seen.insert(code.clone()) {
                let (column, value) = (header.title(&[Column::MemberCode]), code.clone());
                roster.problems.push(RosterProblem { row: member.row, column, value, kind: Kind::DuplicateCode });
                left_out.push(household.code.clone());
            }
        }
    }
    roster.households.retain(|household| !left_out.contains(&household.code));
    roster.left_out.append(&mut left_out);
}
