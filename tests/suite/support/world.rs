//! What every test starts from: a fixed day, a temporary folder, a real database.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use huifang::clock::Clock;
use huifang::domain::entry::Basis;
use huifang::domain::household::Member;
use huifang::domain::household_entry::{HouseholdEntry, MemberEntry};
use huifang::exchange::Reading;
use huifang::ledger::{IfMissing, ImportError, ImportOutcome, Ledger};

pub const TODAY: &str = "2026-11-22";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A folder that goes with the test, and a ledger in it.
pub struct World {
    pub folder: tempfile::TempDir,
    pub ledger: Ledger,
}

impl World {
    pub fn new() -> Self {
        Self::on(TODAY)
    }

    pub fn on(today: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = open(&folder.path().join("huifang.db"), today);
        Self { folder, ledger }
    }

    /// The same database on another day.
    pub fn turn_to(&mut self, today: &str) {
        self.ledger = open(&self.database(), today);
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("huifang.db")
    }

    /// Writes a file into the folder.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    pub fn import(&mut self, file: &Path) -> Result<ImportOutcome, ImportError> {
        let plan = self.ledger.plan_import(file, Reading::Here, &mut |_, _| true)?;
        self.ledger.apply_import(&plan, false, &mut |_, _| true)
    }

    pub fn import_csv(&mut self, content: &str) -> Result<ImportOutcome, ImportError> {
        let file = self.file("roster.csv", content);
        self.import(&file)
    }
}

fn open(path: &Path, today: &str) -> Ledger {
    Ledger::open(path, IfMissing::Create, Clock::fixed(Some(day(today))), "test-device").unwrap()
}

/// Says that a part of a test cannot be run here, and why.
pub fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
    assert!(std::env::var_os("HUIFANG_NO_SKIP").is_none(), "nothing may be skipped here: {why}");
}

/// A roster that comes with the tests.
pub fn roster(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/rosters").join(name)
}

impl World {
    pub fn set_me(&mut self, name: &str) {
        self.ledger.set_author(huifang::domain::contact::ContactName::parse(name));
    }
}

impl World {
    /// Edits one fact of a household by hand.
    pub fn edit(&mut self, code: &str, fact: &str, value: &str) {
        self.edit_keeping(code, fact, value, |_| true);
    }

    /// Edits one fact by hand and takes members off.
    pub fn edit_keeping(&mut self, code: &str, fact: &str, value: &str, keeps: fn(&Member) -> bool) {
        let file = self.ledger.show_by_code(code).unwrap().unwrap();
        let mut facts = file.household.facts.clone();
        facts.set(huifang::domain::facts::HouseholdFact::from_code(fact).unwrap(), value).unwrap();
        let kept = |member: &Member| MemberEntry { id: Some(member.id), facts: member.facts.clone() };
        let entry = HouseholdEntry {
            editing: Some(Basis { id: file.household.id, revision: file.revision }),
            code: file.household.code.clone(),
            facts,
            members: file.members.iter().filter(|member| keeps(member)).map(kept).collect(),
        };
        self.ledger.keep_household(&entry, None).unwrap();
    }
}

pub fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// A connection to a database by other code than the program's: to one that has no passphrase, to one that is not
/// encrypted, or to a new one that is not.
pub fn raw(path: impl AsRef<Path>) -> rusqlite::Result<rusqlite::Connection> {
    let is_encrypted = path.as_ref().exists() && !huifang::vault::is_plain(path.as_ref()).unwrap();
    let conn = rusqlite::Connection::open(path)?;
    if is_encrypted {
        conn.pragma_update(None, "key", huifang::vault::FileKey::open().literal().as_str())?;
    }
    Ok(conn)
}
