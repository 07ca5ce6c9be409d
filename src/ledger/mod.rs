//! What people do: one verb a file. The only caller of the store; every write is one transaction that
//! changes the rows and appends their revisions.
//!
//! A verb that writes begins with *record* where something new comes on file each time, with *keep* where a thing
//! is put on file or in the place of what it was, with *state* or *attest* where somebody vouches, with *correct*,
//! *change* or *void* where a reason is asked. What was typed and not saved is *saved* as a draft. The store *puts*.

mod alerts;
mod audit;
mod audit_log;
mod backup;
mod begin_procedure;
mod change_status;
mod check;
mod clock_check;
mod clues;
mod columns_by_hand;
mod contacts;
mod correct_visit;
mod demo;
mod dossier;
mod drafts;
mod due_list;
mod history;
mod import_clues;
mod import_roster;
mod imports;
mod income_table;
mod keep;
mod keep_household;
mod key_groups;
mod measures;
mod month_income;
mod overview;
mod passphrase;
mod period_report;
mod policy;
mod problems;
mod procedures;
mod record_visit;
mod refused;
mod risk;
mod roster;
mod rounds;
mod several;
mod show;
mod standing;
mod statements;
mod undo_import;
mod views;
mod visit_history;
mod visits_between;
mod water_reports;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::NaiveDate;

use crate::clock::Clock;
use crate::domain::contact::{Contact, ContactName};
use crate::domain::id::ContactId;
use crate::domain::policy::Policy;
use crate::files::{is_same_file, sidecar};
use crate::store::{Stamp, Store, Window, Writer};
use crate::vault::FileKey;

pub use crate::files::Ground;
pub use crate::store::{
    AuditRow, COUNTED_ON_A_VISIT, Counted, DatabaseFault, Draft, DraftKey, Entity, EntityKind, IfMissing, Lacking,
    Opened, Progress, Restored, Salvaged, StoreError, Undone, VISIT_FORM, library_versions, restore,
};
pub use audit::ListedFinding;
pub use backup::{BackupBefore, backups_of, half_replaced, newest_good_backup};
pub use begin_procedure::{BeginAsked, BeginOf};
pub use check::salvage_into;
pub use clues::ClueNotChanged;
pub use columns_by_hand::HeadingIs;
pub use drafts::DraftsFound;
pub use due_list::DueList;
pub use history::{HistoryEntry, HistoryOf, VoidFault};
pub use import_clues::{ClueListFrom, ClueListOutcome, ClueRowRefused};
pub use import_roster::{
    Absent, FieldChange, HouseholdChange, ImportError, ImportOutcome, ImportPlan, Spellings, VillageSpelling,
};
pub use imports::{ImportCounts, Imported};
pub use income_table::{HouseholdIncome, IncomeTable};
pub use key_groups::{GroupHousehold, GroupLine, GroupNow, GroupsNow};
pub use overview::Overview;
pub use period_report::{PeriodReport, ReportedHousehold};
pub use policy::PolicyRefused;
pub use problems::{ListedProblem, ProblemChange};
pub use procedures::{BY_PROCEDURE, ListedProcedure, ProcedureNotChanged};
pub use refused::Refused;
pub use risk::{Assessed, PlaceRisk};
pub use roster::Listed;
pub use rounds::RoundNow;
pub use several::{PlaceName, SEVERAL_TAKEN_BACK, SeveralChange, SeveralChanged, TakenBack};
pub use show::HouseholdFile;
pub use undo_import::{Kept, KeptFor, UndoOutcome, UndoRefused};
pub use visit_history::VisitState;
pub use visits_between::HouseholdVisits;

/// What keeps a database from being read by whoever has the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Nothing: it is of a program that could not encrypt.
    Plain,
    /// Nothing: it has no passphrase.
    Open,
    Passphrase,
}

/// The open ledger of one database.
#[derive(Debug)]
pub struct Ledger {
    store: Store,
    path: PathBuf,
    policy: Policy,
    clock: Clock,
    device: String,
    author: Option<ContactName>,
    /// Where this computer keeps what it knows of databases.
    known: Option<PathBuf>,
    /// Marked when the first form is opened.
    window: Arc<OnceLock<Window>>,
}

/// Whether a file is a database, or one of those that lie beside it.
pub fn belongs_to(database: &Path, file: &Path) -> bool {
    let beside = ["-wal", "-shm", "-journal", ".key", ".key-tries", ".key-lock"];
    let own = beside.map(|ending| sidecar(database, ending));
    let is = |own: &Path| file == own || is_same_file(file, own);
    is(database) || own.iter().any(|own| is(own))
}

impl Ledger {
    /// Opens the database; where the policy or the rules changed since, renews all due dates.
    pub fn open(path: &Path, if_missing: IfMissing, clock: Clock, device: &str) -> Result<Self, StoreError> {
        Self::unlock(path, if_missing, clock, device, None)
    }

    /// The same by the key of a passphrase; none where the database has none.
    pub fn unlock(
        path: &Path,
        if_missing: IfMissing,
        clock: Clock,
        device: &str,
        key: Option<&FileKey>,
    ) -> Result<Self, StoreError> {
        let store = Store::open(path, if_missing, key)?;
        let policy = policy::policy_of(store.reader())?;
        let (path, device) = (path.to_owned(), device.to_owned());
        let mut ledger = Self { store, path, policy, clock, device, author: None, known: None, window: Arc::default() };
        match ledger.renew_if_policy_changed() {
            Err(why) if why.leaves_looking() => ledger.store.only_look(why),
            renewed => renewed?,
        }
        Ok(ledger)
    }

    /// The ledger of another database that is there, for the same person and device.
    pub fn open_another(&self, path: &Path) -> Result<Self, StoreError> {
        let mut other = Self::unlock(path, IfMissing::Refuse, self.clock, &self.device, self.store.passphrase_key())?;
        other.author.clone_from(&self.author);
        if let Some(known) = &self.known {
            other.compare_with_known(known)?;
        }
        other.log_opening("interface");
        Ok(other)
    }

    /// A second ledger on the same database, for work beside the screen.
    pub fn reopen(&self) -> Result<Self, StoreError> {
        Ok(Self {
            store: self.store.open_again(&self.path)?,
            path: self.path.clone(),
            policy: self.policy.clone(),
            clock: self.clock,
            device: self.device.clone(),
            author: self.author.clone(),
            known: self.known.clone(),
            window: Arc::clone(&self.window),
        })
    }

    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    pub fn clock(&self) -> Clock {
        self.clock
    }

    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a file is the database, or one of those that lie beside it.
    pub fn owns(&self, file: &Path) -> bool {
        belongs_to(&self.path, file)
    }

    pub fn author(&self) -> Option<&ContactName> {
        self.author.as_ref()
    }

    /// Says who writes from now on.
    pub fn set_author(&mut self, author: Option<ContactName>) {
        self.author = author;
    }

    fn author_name(&self) -> Option<&str> {
        self.author.as_ref().map(ContactName::as_str)
    }

    /// The id of this window, which is marked from now on.
    fn window(&self) -> &str {
        self.window.get_or_init(|| Window::open(&self.path)).id()
    }

    /// The key that the passphrase gave; none where there is no passphrase.
    pub fn key(&self) -> Option<FileKey> {
        self.store.passphrase_key().cloned()
    }

    /// What keeps the file from being read by whoever has it.
    pub fn protection(&self) -> Protection {
        match (self.store.passphrase_key(), self.store.is_encrypted()) {
            (Some(_), _) => Protection::Passphrase,
            (None, true) => Protection::Open,
            (None, false) => Protection::Plain,
        }
    }

    /// How many other windows have this database open. This one is marked from now on.
    pub fn other_windows(&self) -> usize {
        self.window.get_or_init(|| Window::open(&self.path)).others(&self.path)
    }

    /// Why nothing can be written; none where it can.
    pub fn look_only(&self) -> Option<&StoreError> {
        self.store.look_only()
    }

    /// Something lies in the log that is not in the file yet.
    pub fn has_log(&self) -> bool {
        std::fs::metadata(sidecar(&self.path, "-wal")).is_ok_and(|log| log.len() > 0)
    }

    /// Folds the log into the file, so that the one file is whole.
    pub fn fold_log(&self) {
        self.store.fold_log();
    }

    /// The log was folded in through another connection.
    pub fn note_folded(&self) {
        self.store.note_folded();
    }

    /// How long another program's write is waited for from now on.
    pub fn set_patience(&self, patience: Duration) -> Result<(), StoreError> {
        self.store.set_patience(patience)
    }

    pub fn contacts(&self) -> Result<Vec<ContactName>, StoreError> {
        self.store.reader().list_contacts()
    }

    /// A number that changes when another process has written.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        self.store.data_version()
    }

    fn stamp(&self) -> Stamp {
        Stamp {
            author: self.author_name().unwrap_or_default().to_owned(),
            device: self.device.clone(),
            window_id: self.window.get().map(|window| window.id().to_owned()).unwrap_or_default(),
            recorded_at: self.clock.now(),
            today: self.clock.today(),
        }
    }
}

/// Puts a contact on file who is not yet.
fn ensure_contact(writer: &mut Writer<'_>, name: &str) -> Result<(), StoreError> {
    let Some(name) = ContactName::parse(name) else { return Ok(()) };
    if writer.reader().is_contact(&name)? {
        return Ok(());
    }
    writer.put(Contact::named(ContactId::fresh(), name), None)
}
