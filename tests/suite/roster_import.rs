//! Rosters as a village and the national system hand them over, and what an importer must arrive at.

use huifang::exchange::refusal::FileRefused;
use huifang::exchange::roster::{RosterProblemKind as Kind, Severity};
use huifang::ledger::{FieldChange, ImportError, ImportOutcome};
use serde_json::{Value, json};

use crate::world::{World, roster};

/// Imports a roster and compares every household with what is expected of it.
fn arrives_at_what_is_expected(file: &str, expected: &str) {
    let mut world = World::new();
    let outcome = world.import(&roster(file)).unwrap();
    let mut expected: Vec<Value> = serde_json::from_slice(&std::fs::read(roster(expected)).unwrap()).unwrap();
    assert_eq!(outcome.new, expected.len());
    assert_eq!(outcome.count(Severity::Error), 0);
    let rows = world.ledger.due_list().unwrap().rows;
    let mut found: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "code": row.code, "name": row.name, "village": row.village, "contact": row.contact,
                "class": row.class, "since": row.since.on, "last_visit_on": row.last_counted.map(|(on, _)| on),
            })
        })
        .collect();
    let by_code = |value: &Value| value["code"].as_str().unwrap().to_owned();
    expected.sort_by_key(by_code);
    found.sort_by_key(by_code);
    assert_eq!(found, expected);

    let again = world.import(&roster(file)).unwrap();
    assert_eq!((again.new, again.changed.len(), again.unchanged), (0, 0, expected.len()), "the same file twice");
    assert!(again.conflicts.is_empty() && again.absent.is_empty());
}

#[test]
fn the_village_roster_arrives_as_expected() {
    arrives_at_what_is_expected("roster-village.xlsx", "village-xlsx.expected.json");
}

#[test]
fn the_member_roster_in_gb18030_arrives_as_expected() {
    arrives_at_what_is_expected("members-gb18030.csv", "members-gb18030.expected.json");
}
