//! From rows to households: members gathered under their code, and what is wrong with a household as
//! a whole.

use std::collections::{HashMap, HashSet};

use crate::domain::class::{
    HouseholdClass, Monitored, derive_class, elimination_only_dated, monitored_without_category,
};
use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::household::{HEAD, HouseholdCode};

use super::column::Column;
use super::row::ReadRow;
use super::{Roster, RosterFault, RosterFaultKind as Kind, RosterHousehold, RosterMember, Severity};

/// The rows of one household, the first of which names it.
struct Gathered {
    code: Option<HouseholdCode>,
    rows: Vec<ReadRow>,
}

impl Gathered {
    fn first(&self) -> &ReadRow {
        &self.rows[0]
    }

    fn lists_members(&self) -> bool {
        self.first().header.lists_members()
    }

    fn head(&self) -> Option<&ReadRow> {
        self.rows.iter().find(|row| is_head(row))
    }
}

pub(super) fn assemble(rows: Vec<ReadRow>, roster: &mut Roster) {
    for household in gather(rows, &mut roster.problems) {
        judge(household, roster);
    }
    tell_shared_member_codes(roster);
}

/// Puts rows under their codes. A member row that leaves the household's columns blank belongs to the
/// row above it, as merged cells are written out.
fn gather(rows: Vec<ReadRow>, problems: &mut Vec<RosterFault>) -> Vec<Gathered> {
    let mut households: Vec<Gathered> = Vec::new();
    let mut place_of: HashMap<HouseholdCode, usize> = HashMap::new();
    let mut place_of_uncoded: HashMap<String, usize> = HashMap::new();
    let mut above = None;
    for mut row in rows {
        let lists_members = row.header.lists_members();
        let has_codes = row.header.has(Column::Code);
        let continues = lists_members && row.household.get(HouseholdFact::Village).is_none();
        let unreadable = row.problems.iter().any(|problem| problem.kind == Kind::CodeUnreadable);
        let code = row.code.clone().or_else(|| above.clone().filter(|_| continues && !unreadable));
        if code.is_none() && !has_codes && lists_members {
            // A list of members without codes: each head begins a household.
            match households.last_mut().filter(|last| last.code.is_none() && !begins_a_household(&row, last)) {
                Some(household) => household.rows.push(row),
                None => households.push(Gathered { code: None, rows: vec![row] }),
            }
            continue;
        }
        if code.is_none() && !has_codes {
            // One ID number twice, or just the same row again, is one household.
            let key = row.household.get(HouseholdFact::IdNumber).map_or_else(
                || row.household.iter().map(|(fact, value)| format!("{} {value}\n", fact.code())).collect(),
                str::to_owned,
            );
            if let Some(place) = place_of_uncoded.get(&key) {
                households[*place].rows.push(row);
            } else {
                place_of_uncoded.insert(key, households.len());
                households.push(Gathered { code: None, rows: vec![row] });
            }
            continue;
        }
        let Some(code) = code else {
            above = None;
            if !unreadable {
                row.problems.push(problem(&row, &[Column::Code], Kind::NoCode, String::new()));
            }
            problems.append(&mut row.problems);
            continue;
        };
        above = Some(code.clone());
        if let Some(place) = place_of.get(&code) {
            households[*place].rows.push(row);
        } else {
            place_of.insert(code.clone(), households.len());
            households.push(Gathered { code: Some(code), rows: vec![row] });
        }
    }
    households
}

pub(super) fn problem(row: &ReadRow, columns: &[Column], kind: Kind, value: String) -> RosterFault {
    let (sheet, column) = (row.header.sheet.clone(), row.header.title(columns));
    RosterFault { sheet, row: row.number, column, value, kind }
}

/// A head, or one under another head's name, is of the next household.
fn begins_a_household(row: &ReadRow, before: &Gathered) -> bool {
    let head = |row: &ReadRow| row.household.get(HouseholdFact::Name).map(str::to_owned);
    let is_another = head(row).is_some_and(|name| head(before.first()).is_some_and(|before| before != name));
    is_head(row) || is_another
}

fn is_head(row: &ReadRow) -> bool {
    row.member.get(MemberFact::Relation) == Some(HEAD)
}

/// Decides whether the household comes in, and keeps it if so.
fn judge(mut gathered: Gathered, roster: &mut Roster) {
    let lists_members = gathered.lists_members();
    let mut facts = household_facts(&gathered);
    let mut problems = household_problems(&gathered, &mut facts);
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
        roster.left_out.extend(gathered.code);
        return;
    }
    let first = gathered.first();
    let (row, header) = (first.number, std::rc::Rc::clone(&first.header));
    let last_visit_on = gathered.rows.iter().filter_map(|row| row.last_visit_on).max();
    let members = gathered.rows.into_iter().filter(|row| row.member.get(MemberFact::Name).is_some());
    let members = members.map(|row| RosterMember { row: row.number, code: row.member_code, facts: row.member });
    roster.households.push(RosterHousehold {
        sheet: header.sheet.clone(),
        row,
        code: gathered.code,
        facts,
        members: lists_members.then(|| members.collect()),
        last_visit_on,
        unstated: header.unstated(),
        headings: header.headings(),
    });
}

fn has_error(problems: &[RosterFault]) -> bool {
    problems.iter().any(|problem| problem.kind.severity() == Severity::Error)
}

/// What the rows say of the household together: the head's row first, then from above. A member's own
/// phone is not the household's.
fn household_facts(gathered: &Gathered) -> Facts<HouseholdFact> {
    let head = gathered.head();
    let mut facts = Facts::default();
    for fact in HouseholdFact::ALL {
        let of_others = gathered.rows.iter().filter(|_| *fact != HouseholdFact::Phone || head.is_none());
        let mut stated = head.into_iter().chain(of_others).filter_map(|row| row.household.get(*fact));
        if let Some(value) = stated.next() {
            // Canonical already, so that setting it again cannot fail.
            let _ = facts.set(*fact, value);
        }
    }
    if let Some(head) = head.filter(|_| gathered.lists_members()) {
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

fn household_problems(gathered: &Gathered, facts: &mut Facts<HouseholdFact>) -> Vec<RosterFault> {
    let first = gathered.first();
    let at = |columns: &[Column], kind| problem(first, columns, kind, String::new());
    let mut problems = Vec::new();
    let unstated = first.header.unstated();
    if facts.get(HouseholdFact::Name).is_none() && !unstated.name {
        problems.push(at(&[Column::HeadName, Column::PersonName], Kind::NoName));
    }
    if facts.get(HouseholdFact::Village).is_none() && !unstated.village {
        problems.push(at(&[Column::Village, Column::Address], Kind::NoVillage));
    }
    problems.extend(gathered.rows.iter().filter(|row| is_head(row)).skip(1).map(|row| {
        let name = row.member.get(MemberFact::Name).unwrap_or_default();
        problem(row, &[Column::Relation], Kind::TwoHeads, name.to_owned())
    }));
    problems.extend(rows_that_differ(gathered, facts));
    if !unstated.class {
        problems.extend(class_problems(gathered, facts));
    }
    problems.extend(date_problems(first, facts));
    problems.extend(population_problem(gathered, facts));
    problems
}

/// Rows of one household that say different things of it. In a list of households that is a second family
/// under the code, or a mistake: neither is taken. In a list of members the village decides so; what else
/// differs is named, and the head's row holds.
fn rows_that_differ(gathered: &Gathered, facts: &Facts<HouseholdFact>) -> Vec<RosterFault> {
    let lists_members = gathered.lists_members();
    let mut problems = Vec::new();
    let code = gathered.code.as_ref().map(|code| code.as_str().to_owned());
    let code = code.or_else(|| facts.get(HouseholdFact::IdNumber).map(str::to_owned)).unwrap_or_default();
    for row in &gathered.rows {
        let differing =
            row.household.iter().filter(|(fact, value)| facts.get(*fact).is_some_and(|held| held != *value));
        for (fact, value) in differing {
            let is_own = fact == HouseholdFact::Phone && lists_members;
            let columns = Column::of_fact(fact);
            let kind = match fact {
                HouseholdFact::Village => Kind::DuplicateCode,
                _ => Kind::RowsDiffer,
            };
            if !is_own && (lists_members || kind == Kind::RowsDiffer) {
                problems.push(problem(row, columns, kind, value.to_owned()));
            }
        }
    }
    if !lists_members {
        // The same row twice, or two families: neither is taken.
        let again = gathered.rows.iter().skip(1);
        problems.extend(again.map(|row| problem(row, &[Column::Code], Kind::DuplicateCode, code.clone())));
    }
    problems
}

/// What keeps the class from being known, or makes it doubtful. A category that follows from the rest is
/// set, and named.
fn class_problems(gathered: &Gathered, facts: &mut Facts<HouseholdFact>) -> Vec<RosterFault> {
    let first = gathered.first();
    let unread = |column: Column| {
        let title = first.header.has(column).then(|| first.header.title(&[column]))?;
        let told =
            |told: &&RosterFault| matches!(told.kind, Kind::ValueIgnored | Kind::ErrorCell) && told.column == title;
        gathered.rows.iter().flat_map(|row| &row.problems).find(told).cloned()
    };
    // A category that is stated and cannot be read decides too: taken for the household type's class, a
    // misspelt category would turn a monthly visit into a yearly one.
    if let Some(told) = unread(Column::Category) {
        return vec![RosterFault { kind: Kind::ClassUnknown, ..told }];
    }
    let mut problems = Vec::new();
    let is_not_monitored = gathered.rows.iter().any(|row| row.is_not_monitored);
    let columns = [Column::Category, Column::HouseholdType];
    match monitored_without_category(facts) {
        Monitored::As(category) if !is_not_monitored => {
            // A label's code is canonical.
            let _ = facts.set(HouseholdFact::Category, category.code());
            problems.push(problem(first, &columns, Kind::CategoryInferred, category.code().to_owned()));
        }
        Monitored::Perhaps => {
            let hint = facts.get(HouseholdFact::Risks).or_else(|| facts.get(HouseholdFact::RiskEliminated));
            let risks = hint.unwrap_or_default().to_owned();
            problems.push(problem(first, &columns, Kind::PerhapsMonitored, risks));
        }
        Monitored::As(_) | Monitored::No => {}
    }
    match derive_class(facts) {
        Err(_) => {
            let nothing =
                || problem(first, &[Column::Category, Column::HouseholdType], Kind::ClassUnknown, String::new());
            let told = unread(Column::HouseholdType);
            problems.push(told.map_or_else(nothing, |told| RosterFault { kind: Kind::ClassUnknown, ..told }));
        }
        Ok(HouseholdClass::Eliminated) if facts.get(HouseholdFact::EliminatedOn).is_none() => {
            let columns = [Column::EliminatedOn, Column::RiskEliminated];
            problems.push(problem(first, &columns, Kind::EliminatedUndated, String::new()));
        }
        Ok(HouseholdClass::Eliminated) if elimination_only_dated(facts) => {
            let value = facts.get(HouseholdFact::EliminatedOn).unwrap_or_default().to_owned();
            problems.push(problem(first, &[Column::EliminatedOn], Kind::EliminatedByDate, value));
        }
        Ok(_) => {}
    }
    problems
}

/// An elimination before the identification, or 否 beside its date.
fn date_problems(first: &ReadRow, facts: &Facts<HouseholdFact>) -> Option<RosterFault> {
    let eliminated = facts.get(HouseholdFact::EliminatedOn)?;
    let at = |kind| Some(problem(first, &[Column::EliminatedOn], kind, eliminated.to_owned()));
    if facts.get(HouseholdFact::RiskEliminated) == Some("no") {
        return at(Kind::DatedButNotEliminated);
    }
    let identified = facts.get(HouseholdFact::IdentifiedOn)?;
    // Of canonical dates the earlier one sorts first, to the precision that both have.
    let both = eliminated.len().min(identified.len());
    if eliminated.get(..both) < identified.get(..both) { at(Kind::EliminatedBeforeIdentified) } else { None }
}

fn population_problem(gathered: &Gathered, facts: &Facts<HouseholdFact>) -> Option<RosterFault> {
    let stated: usize = facts.get(HouseholdFact::Population)?.parse().ok()?;
    let listed = gathered.rows.iter().filter(|row| row.member.get(MemberFact::Name).is_some()).count();
    let differs = gathered.lists_members() && stated != listed;
    differs.then(|| problem(gathered.first(), &[Column::Population], Kind::PopulationDiffers, stated.to_string()))
}

/// A person's code that stands in two rows is an error of the second household.
fn tell_shared_member_codes(roster: &mut Roster) {
    let mut seen: HashSet<String> = HashSet::new();
    let mut left_out: HashSet<HouseholdCode> = HashSet::new();
    for household in &roster.households {
        for member in household.members.iter().flatten() {
            let Some(code) = &member.code else { continue };
            if !seen.insert(code.clone()) {
                let (sheet, value) = (household.sheet.clone(), code.clone());
                let column = household.headings.code.clone();
                roster.problems.push(RosterFault { sheet, row: member.row, column, value, kind: Kind::DuplicateCode });
                left_out.extend(household.code.clone());
            }
        }
    }
    roster.households.retain(|household| household.code.as_ref().is_none_or(|code| !left_out.contains(code)));
    roster.left_out.extend(left_out);
}
