//! The database file: what is refused untouched, what no one can change, what can be rebuilt.

use std::path::Path;

use huifang::clock::Clock;
use huifang::domain::entry::Basis;
use huifang::exchange::Reading;
use huifang::ledger::{IfMissing, Ledger, StoreError};

use crate::older_forms::{first_form, second_form, third_form};
use crate::world::{World, day, raw, roster};

pub fn open(path: &Path) -> Result<Ledger, StoreError> {
    Ledger::open(path, IfMissing::Create, Clock::fixed(Some(day("2026-11-22"))), "test-device")
}

/// Opening is refused, and not a byte of the file changes.
fn refused_untouched(path: &Path) -> StoreError {
    let before = std::fs::read(path).unwrap();
    let error = open(path).unwrap_err();
    assert_eq!(std::fs::read(path).unwrap(), before);
    error
}

fn closed_village() -> (tempfile::TempDir, std::path::PathBuf) {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    let path = world.database();
    let World { folder, ledger } = world;
    drop(ledger);
    (folder, path)
}

#[test]
fn an_empty_file_is_refused() {
    let world = World::new();
    assert!(matches!(refused_untouched(&world.file("a.db", "")), StoreError::Empty(_)));
}

#[test]
fn a_foreign_file_is_refused() {
    let world = World::new();
    assert!(matches!(
        refused_untouched(&world.file("a.db", "a text, long enough to be one".repeat(50))),
        StoreError::Foreign(_)
    ));
    let other = world.folder.path().join("other.db");
    raw(&other).unwrap().execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1);").unwrap();
    assert!(matches!(refused_untouched(&other), StoreError::Foreign(_)));
}

#[test]
fn a_newer_database_is_refused() {
    let (_folder, path) = closed_village();
    raw(&path).unwrap().pragma_update(None, "user_version", 999).unwrap();
    assert!(matches!(refused_untouched(&path), StoreError::Newer(_)));
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let (_folder, path) = closed_village();
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let refused = refused_untouched(&path);
    assert!(matches!(refused, StoreError::Damaged), "{refused:?}");
}

#[test]
fn the_database_is_for_its_owner_alone() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let world = World::new();
        let mode = std::fs::metadata(world.database()).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}

#[test]
fn revisions_are_neither_changed_nor_deleted() {
    let (_folder, path) = closed_village();
    let conn = raw(&path).unwrap();
    for sql in ["UPDATE revisions SET author = 'x'", "DELETE FROM revisions"] {
        assert!(conn.execute_batch(sql).is_err(), "{sql}");
    }
}

/// Every row of every table but settings and drafts, as text.
pub fn content(path: &Path) -> Vec<String> {
    let conn = raw(path).unwrap();
    let mut rows = Vec::new();
    for table in [
        "contacts",
        "households",
        "members",
        "status_changes",
        "visits",
        "visit_checks",
        "incomes",
        "problems",
        "water_reports",
        "measures",
        "attestations",
        "fall_reasons",
        "village_populations",
    ] {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let cells: Vec<_> = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
            rows.push(format!("{table} {}", cells.join("|")));
        }
    }
    rows.sort();
    rows
}

#[test]
fn the_current_tables_are_what_the_revisions_say() {
    let mut world = World::new();
    world.ledger.fill_with_demo().unwrap();
    world.edit("995100020260000007", "phone", "13900000000");
    let before = content(&world.database());
    assert!(before.len() > 2000, "{}", before.len());
    world.ledger.rebuild().unwrap();
    assert_eq!(content(&world.database()), before);
}

#[test]
fn a_revision_names_its_author_its_device_and_its_parent() {
    let mut world = World::new();
    world.set_me("张敏");
    world.import(&roster("members-gb18030.csv")).unwrap();
    world.edit("995117020007740010", "phone", "13900000000");
    let conn = raw(world.database()).unwrap();
    let unparented: i64 = conn
        .query_row(
            "SELECT count(*) FROM revisions r WHERE author <> '张敏' OR device <> 'test-device' OR parent IS NOT
             (SELECT id FROM revisions p WHERE p.entity_id = r.entity_id AND p.seq < r.seq ORDER BY seq DESC LIMIT 1)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(unparented, 0);
}

#[test]
fn an_edit_that_started_from_an_older_state_is_refused() {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    let stale = world.ledger.show_by_code("995117020007740010").unwrap().unwrap();
    world.edit("995117020007740010", "phone", "13900000000");
    let entry = huifang::domain::household_entry::HouseholdEntry {
        editing: Some(Basis { id: stale.household.id, revision: stale.revision }),
        code: stale.household.code.clone(),
        facts: stale.household.facts.clone(),
        members: Vec::new(),
    };
    let refused = world.ledger.keep_household(&entry, None).unwrap_err();
    assert!(matches!(refused, huifang::ledger::Refused::Changed));
}

#[test]
fn two_programs_may_have_the_same_database_open() {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    let mut other = open(&world.database()).unwrap();
    let version = other.data_version().unwrap();
    world.edit("995117020007740010", "phone", "13900000000");
    assert_ne!(other.data_version().unwrap(), version, "the other one sees that something changed");
    other.fill_with_demo().unwrap();
    assert!(world.ledger.due_list().unwrap().rows.len() > 100);
}

#[test]
fn an_import_that_is_stopped_changes_nothing() {
    let mut world = World::new();
    let plan = world.ledger.plan_import(&roster("members-gb18030.csv"), Reading::Here, &mut |_, _| true).unwrap();
    let stopped = world.ledger.apply_import(&plan, false, &mut |done, _| done < 20);
    assert!(matches!(stopped, Err(huifang::ledger::ImportError::Cancelled)));
    assert!(world.ledger.is_empty().unwrap());
}

#[test]
fn nothing_appears_beside_a_foreign_database() {
    let world = World::new();
    let folder = world.folder.path().join("other");
    std::fs::create_dir(&folder).unwrap();
    let other = folder.join("other.db");
    let conn = raw(&other).unwrap();
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
    conn.execute_batch("CREATE TABLE t (x);").unwrap();
    conn.close().unwrap();
    assert!(matches!(refused_untouched(&other), StoreError::Foreign(_)));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_database_whose_newest_pages_lie_in_the_log_is_opened() {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    let copy = world.folder.path().join("copy.db");
    for ending in ["", "-wal"] {
        let name = |path: &Path| std::path::PathBuf::from(format!("{}{ending}", path.display()));
        std::fs::copy(name(&world.database()), name(&copy)).unwrap();
    }
    assert_eq!(open(&copy).unwrap().due_list().unwrap().rows.len(), 47);
}

#[test]
fn a_draft_of_the_third_form_is_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huifang.db");
    third_form(&path);
    let mut ledger = open(&path).unwrap();
    ledger.set_author(huifang::domain::contact::ContactName::parse("张敏"));
    let draft = ledger.show_by_code("A1").unwrap().unwrap().drafts.pop().unwrap();
    assert!(ledger.find_drafts(&draft.key).unwrap().own.unwrap().body.contains("old"));
    let taken = ledger.show_by_code("A1").unwrap().unwrap().drafts.pop().unwrap();
    assert_eq!((taken.id, taken.author.as_str()), (draft.id, "张敏"));
}

#[test]
fn a_database_of_the_second_form_keeps_its_incomes_and_takes_months_without_a_visit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huifang.db");
    second_form(&path);
    let ledger = open(&path).unwrap();
    let mut world = World { folder: tempfile::tempdir().unwrap(), ledger };
    let before = world.shown("A1");
    assert!(before.incomes[0].visit_id.is_some());
    assert_eq!(before.people.on(day("2026-09-01")), Some(2), "revisions that name no day still tell how many people");
    world.month("A1", "2026-09", &[1, 0, 0, 0, 0]);
    world.month("A1", "2026-10", &[2, 0, 0, 0, 0]);
    world.ledger.rebuild().unwrap();
    let visits: Vec<bool> = world.shown("A1").incomes.iter().map(|income| income.visit_id.is_some()).collect();
    assert_eq!(visits, [false, false], "the later record holds");
    assert!(folder.path().join("huifang.v2.bak").exists());
}

#[test]
fn a_database_of_the_first_form_is_copied_and_brought_to_the_present_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huifang.db");
    first_form(&path);
    let mut ledger = open(&path).unwrap();
    let file = ledger.show_by_code("A1").unwrap().unwrap();
    let visit = &file.visits[0];
    assert!(visit.findings.members.is_empty() && visit.findings.verdict.is_none());
    assert_eq!(visit.findings.answer(huifang::domain::checks::Check::Food).code(), "at_risk");
    assert_eq!((file.incomes.len(), file.problems[0].closing.is_none()), (1, true));
    ledger.rebuild().unwrap();
    let rebuilt = ledger.show_by_code("A1").unwrap().unwrap();
    assert!(rebuilt.visits == file.visits && rebuilt.incomes == file.incomes && rebuilt.problems == file.problems);
    assert_eq!(rebuilt.row.due_on, file.row.due_on, "revisions of the first form are still read");

    let copy = folder.path().join("huifang.v1.bak");
    let version: i64 = raw(&copy).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 1, "the copy is as it was");
}
