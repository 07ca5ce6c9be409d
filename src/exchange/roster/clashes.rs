//! What only shows when a whole file is looked at: one person under two codes, one phone or one head for many households. Named, and never settled in silence.

use std::collections::HashMap;

use crate::domain::facts::HouseholdFact as F;

use super::{Roster, RosterFault, RosterFaultKind as Kind, RosterHousehold};

/// More households than this with one phone, or one head, are a mistake of the list.
const SHARED_BY_FEW: usize = 4;

pub(super) fn name_clashes(roster: &mut Roster) {
    let mut named = Vec::new();
    for (_, households) in by(roster, |it| it.facts.get(F::IdNumber).map(str::to_owned)) {
        let ids = |it: &&RosterHousehold| told(it, F::IdNumber, Kind::IdTwice);
        named.extend(households.iter().filter(|_| households.len() > 1).map(ids));
    }
    for fact in [F::Phone, F::Name] {
        // Namesakes are many in a township: only in one village and group is it one and the same head.
        let key = |it: &RosterHousehold| {
            let place = if fact == F::Name {
                [F::Village, F::Group].map(|fact| it.facts.get(fact).unwrap_or_default()).concat()
            } else {
                String::new()
            };
            it.facts.get(fact).map(|value| format!("{place}{value}"))
        };
        for (_, households) in by(roster, key) {
            let is_many = households.len() > SHARED_BY_FEW;
            named.extend(households.iter().filter(|_| is_many).map(|it| told(it, fact, Kind::SharedByMany)));
        }
    }
    let place = |it: &RosterHousehold| {
        let unknown = it.facts.get(F::IdNumber).is_none() && it.code.is_none();
        let parts = [F::Village, F::Group, F::Name].map(|fact| it.facts.get(fact).unwrap_or_default());
        unknown.then(|| parts.join("\n"))
    };
    for (_, households) in by(roster, place) {
        let is_one_of_few = (2..=SHARED_BY_FEW).contains(&households.len());
        named.extend(households.iter().filter(|_| is_one_of_few).map(|it| told(it, F::Name, Kind::Namesakes)));
    }
    roster.problems.extend(named);
}

fn by(roster: &Roster, key: impl Fn(&RosterHousehold) -> Option<String>) -> HashMap<String, Vec<&RosterHousehold>> {
    let mut groups: HashMap<String, Vec<&RosterHousehold>> = HashMap::new();
    for household in &roster.households {
        if let Some(key) = key(household) {
            groups.entry(key).or_default().push(household);
        }
    }
    groups
}

fn told(household: &RosterHousehold, fact: F, kind: Kind) -> RosterFault {
    RosterFault {
        sheet: household.sheet.clone(),
        row: household.row,
        column: household.headings.of(fact).to_owned(),
        value: household.facts.get(fact).unwrap_or_default().to_owned(),
        kind,
    }
}
