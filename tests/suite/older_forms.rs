//! Databases of every form before the present one, each as the program of its day left it, brought on from the first.

use std::path::Path;

use crate::store::open;
use crate::world::{day, raw};

/// A database as the first form of it was written: a household, a visit, its income and a problem.
pub fn first_form(path: &Path) {
    let conn = raw(path).unwrap();
    conn.execute_batch(include_str!("../../src/store/migrations/0001_start.sql")).unwrap();
    conn.pragma_update(None, "application_id", 0x4855_4946).unwrap();
    conn.pragma_update(None, "user_version", 1).unwrap();
    conn.execute_batch(include_str!("databases/first_form.sql")).unwrap();
}

/// The same brought to the second form, as the program before this one left it.
pub fn second_form(path: &Path) {
    first_form(path);
    let conn = raw(path).unwrap();
    conn.execute_batch(include_str!("../../src/store/migrations/0002_visits_in_full.sql")).unwrap();
    conn.pragma_update(None, "user_version", 2).unwrap();
}

/// The same brought to the third form, with a draft that was left.
pub fn third_form(path: &Path) {
    second_form(path);
    let conn = raw(path).unwrap();
    conn.execute_batch(include_str!("../../src/store/migrations/0003_income_policies_and_risk.sql")).unwrap();
    conn.execute_batch(
        "INSERT INTO drafts (id, form, household_id, saved_at, body) SELECT '0190c1f0-0000-7000-8000-0000000000d1',
         'visit', id, '2026-11-20T01:02:03Z', '{\"version\":1,\"focus\":\"note\",\"values\":{\"note\":\"old\"}}'
         FROM households;",
    )
    .unwrap();
    conn.pragma_update(None, "user_version", 3).unwrap();
}

/// The same brought to the fourth form, with a village's population.
fn fourth_form(path: &Path) {
    third_form(path);
    let conn = raw(path).unwrap();
    conn.execute_batch(include_str!("../../src/store/migrations/0004_drafts_of_windows_and_imports.sql")).unwrap();
    conn.execute_batch(
        "INSERT INTO revisions (id, entity, entity_id, parent, author, device, recorded_at, reason, body) VALUES
         ('0190c1f0-0000-7000-8000-0000000000e1', 'village_population', '0190c1f0-0000-7000-8000-0000000000e2', NULL,
          '', 'd', '2026-11-20T01:02:03.000Z', NULL,
          '{\"id\":\"0190c1f0-0000-7000-8000-0000000000e2\",\"village\":{\"township\":\"\",\"name\":\"石桥村\"},\"registered\":900,\"stated_on\":\"2026-11-20\"}');
         INSERT INTO village_populations (id, township, village, registered, stated_on, seq)
         SELECT entity_id, '', '石桥村', 900, '2026-11-20', seq FROM revisions WHERE entity = 'village_population';",
    )
    .unwrap();
    conn.pragma_update(None, "user_version", 4).unwrap();
}

/// The same brought to the fifth form.
fn fifth_form(path: &Path) {
    fourth_form(path);
    let conn = raw(path).unwrap();
    conn.execute_batch(include_str!("../../src/store/migrations/0005_statements_that_are_void.sql")).unwrap();
    conn.pragma_update(None, "user_version", 5).unwrap();
}

/// The same brought to the sixth form.
fn sixth_form(path: &Path) {
    fifth_form(path);
    let conn = raw(path).unwrap();
    conn.execute_batch(include_str!("../../src/store/migrations/0006_alerts_of_households.sql")).unwrap();
    conn.pragma_update(None, "user_version", 6).unwrap();
}

/// The same brought to the seventh form.
fn seventh_form(path: &Path) {
    sixth_form(path);
    let conn = raw(path).unwrap();
    conn.execute_batch(include_str!("../../src/store/migrations/0007_ledger_of_problems.sql")).unwrap();
    conn.pragma_update(None, "user_version", 7).unwrap();
}

/// The same brought to the eighth form.
fn eighth_form(path: &Path) {
    seventh_form(path);
    let conn = raw(path).unwrap();
    conn.execute_batch(include_str!("../../src/store/migrations/0008_contacts_and_checked_findings.sql")).unwrap();
    conn.pragma_update(None, "user_version", 8).unwrap();
}

/// The same brought to the ninth form: by the program, with what came after taken away.
fn ninth_form(path: &Path) {
    eighth_form(path);
    drop(open(path).unwrap());
    std::fs::remove_file(path.with_extension("v8.bak")).unwrap();
    let conn = raw(path).unwrap();
    conn.execute_batch(&format!(
        "{WITHOUT_GROUPS} DROP TABLE procedures; DROP TABLE clues; PRAGMA user_version = 9;
         PRAGMA journal_mode = DELETE;"
    ))
    .unwrap();
}

/// What the twelfth form brought, taken away.
const WITHOUT_GROUPS: &str =
    "DROP INDEX procedures_in_order; DROP TABLE group_marks; ALTER TABLE household_alerts DROP COLUMN groups;";

/// The tenth form, with a clue in it.
fn tenth_form(path: &Path) {
    ninth_form(path);
    let mut ledger = open(path).unwrap();
    let of = huifang::domain::clue::OfWhom {
        name: "赵某".into(),
        village: "石桥村".to_owned(),
        group: String::new(),
        phone: "".into(),
    };
    let entry = huifang::domain::clue_entry::ClueEntry {
        household_id: None,
        of,
        received_on: day("2026-11-20"),
        source: huifang::domain::clue::ClueSource::SelfReport,
        channel: String::new(),
        reported_by: "".into(),
        what: "父亲住院".to_owned(),
        risks: Vec::new(),
    };
    ledger.keep_clue(&entry).unwrap();
    drop(ledger);
    std::fs::remove_file(path.with_extension("v9.bak")).unwrap();
    let conn = raw(path).unwrap();
    conn.execute_batch(&format!(
        "{WITHOUT_GROUPS} DROP TABLE procedures; PRAGMA user_version = 10; PRAGMA journal_mode = DELETE;"
    ))
    .unwrap();
}

/// The same brought to the eleventh form.
fn eleventh_form(path: &Path) {
    tenth_form(path);
    drop(open(path).unwrap());
    std::fs::remove_file(path.with_extension("v10.bak")).unwrap();
    let conn = raw(path).unwrap();
    conn.execute_batch(&format!("{WITHOUT_GROUPS} PRAGMA user_version = 11; PRAGMA journal_mode = DELETE;")).unwrap();
}

/// Makes a database of an older form at a place.
type MakeForm = fn(&Path);

/// Every form before the present one: its number, and what makes a database of it.
pub const OLDER_FORMS: [(i64, MakeForm); 11] = [
    (1, first_form),
    (2, second_form),
    (3, third_form),
    (4, fourth_form),
    (5, fifth_form),
    (6, sixth_form),
    (7, seventh_form),
    (8, eighth_form),
    (9, ninth_form),
    (10, tenth_form),
    (11, eleventh_form),
];
