//! What the interface asks of the world.

use std::path::PathBuf;

use super::filter::Filter;
use super::gate::GateWish;
use super::screens::household::HouseholdTab;
use super::theme::Appearance;
use crate::domain::audit_finding::AuditFinding;
use crate::domain::contact::{ContactEntry, ContactName};
use crate::domain::due_row::DueRow;
use crate::domain::entry::{Basis, Reason};
use crate::domain::household_entry::HouseholdEntry;
use crate::domain::id::{EntityId, HouseholdId, IncomeId, MeasureId, ProcedureId, VisitId};
use crate::domain::notice::NoticeEntry;
use crate::domain::period::Period;
use crate::domain::policy::{Setting, StepKind, Value};
use crate::domain::population::Registered;
use crate::domain::problem::Problem;
use crate::domain::village::Village;
use crate::domain::visit_entry::{Correction, VisitEntry};
use crate::domain::water_report::WaterReportEntry;
use crate::i18n::Language;
use crate::ledger::{
    DraftKey, HeadingIs, HistoryOf, ImportPlan, ListedProblem, ListedProcedure, ProblemChange, SeveralChange,
    SeveralChanged, Spellings,
};

use crate::vault::FileKey;

use super::procedure_write::ProcedureWrite;
use super::record::{NoticeOf, RecordEntry, RecordSubject};

/// A request to the world, by how it is carried out.
#[derive(Debug)]
pub enum Effect {
    Read(Read),
    Write(Write),
    Job(Job),
    Setup(Setup),
    Go(Go),
    Loop(Loop),
}

/// What is read of the database for a screen, at once.
#[derive(Debug)]
pub enum Read {
    LoadPreview(HouseholdId),
    OpenHousehold(HouseholdId),
    /// Read the open household again.
    RenewHousehold(HouseholdId),
    OpenVisitForm {
        household_id: HouseholdId,
        /// The saved visit to correct; none for a new one.
        correcting: Option<VisitId>,
    },
    OpenVisit(VisitId),
    /// The same at one of its pages.
    OpenHouseholdAt(HouseholdId, HouseholdTab),
    OpenHouseholdForm {
        /// None: a new household.
        household_id: Option<HouseholdId>,
        /// The field to stand on; none: the first.
        at: Option<String>,
    },
    /// Write the printable sheet of a visit, in the words of a language.
    PrintSheet {
        household_id: HouseholdId,
        visit_id: VisitId,
        language: Language,
    },
    /// Write the papers of a procedure's step, in the words of a language.
    PrintPapers {
        procedure: Box<ListedProcedure>,
        step: StepKind,
        language: Language,
    },
    /// The report of the village of this household.
    OpenWaterReport(HouseholdId),
    /// Open a small form, with its draft.
    OpenRecord {
        household_id: Option<HouseholdId>,
        subject: RecordSubject,
    },
    /// A notice of these households.
    OpenNotice(NoticeOf),
    OpenPlaces,
    OpenProcedure(ProcedureId),
    /// The procedure of a household that runs, or the form that begins one.
    OpenProcedureOf(HouseholdId),
    OpenHistory {
        of: HistoryOf,
        name: String,
    },
    OpenSettings,
    LoadImports,
}

/// What is written to the database, at once; durable before it is told.
#[derive(Debug)]
pub enum Write {
    SaveDraft {
        key: DraftKey,
        body: String,
        /// A draft that cannot be read makes room before, and stays on file.
        aside_first: bool,
    },
    DiscardDraft(DraftKey),
    /// Log that whole numbers of a household are shown.
    Reveal(HouseholdId),
    CorrectVisit {
        correction: Correction,
        entry: Box<VisitEntry>,
        draft: DraftKey,
    },
    VoidVisit(Correction),
    KeepWaterReport {
        entry: WaterReportEntry,
        draft: DraftKey,
    },
    RecordVisit {
        entry: Box<VisitEntry>,
        draft: DraftKey,
    },
    KeepHousehold {
        entry: Box<HouseholdEntry>,
        draft: DraftKey,
    },
    KeepRecord {
        entry: Box<RecordEntry>,
        draft: DraftKey,
    },
    VoidMonth {
        household_id: HouseholdId,
        income_id: IncomeId,
        reason: Reason,
        /// What was typed to correct it: a record that is gone is corrected no more.
        draft: DraftKey,
    },
    VoidMeasure {
        household_id: HouseholdId,
        measure_id: MeasureId,
        reason: Reason,
    },
    /// Void a statement, as it was seen.
    VoidStatement {
        of: HistoryOf,
        basis: Basis<EntityId>,
        reason: Reason,
    },
    /// Of clues and procedures; then the draft that it came from goes.
    OfProcedures(Box<ProcedureWrite>, Option<DraftKey>),
    KeepContact {
        entry: ContactEntry,
        draft: DraftKey,
    },
    /// The saved views of the list.
    KeepViews(String),
    KeepRegistered(Village, Registered),
    /// Problems as they were seen, and what becomes of them.
    ChangeProblems {
        seen: Vec<Problem>,
        change: ProblemChange,
    },
    /// Read the policy again, which may have been switched.
    ReloadPolicy,
    AssignColumn {
        headings: Vec<String>,
        heading: String,
        is: HeadingIs,
    },
}

/// What may take long, beside the screen.
#[derive(Debug)]
pub enum Job {
    /// Read the whole list, and renew the alerts that a day changed, beside the screen; how many writes were
    /// seen by then.
    LoadList(u64),
    /// These households as lists, a sheet a contact.
    HandOut {
        rows: Vec<DueRow>,
        language: Language,
    },
    /// Households as they were seen, and what becomes of all of them.
    ChangeSeveral {
        rows: Vec<DueRow>,
        change: SeveralChange,
    },
    TakeSeveralBack(SeveralChanged),
    LoadOverview,
    /// The report of a period, as a workbook and as a page.
    WriteReport {
        period: Period,
        language: Language,
    },
    LoadRounds,
    LoadGroups,
    LoadAudit(Language),
    /// They are right as they are, and why.
    CheckFindings(Vec<AuditFinding>, Reason),
    /// It is to be looked at again.
    UncheckFinding(AuditFinding),
    LoadProblems(Language),
    LoadProcedures(Language),
    /// The ledger of these problems, as a table.
    PrintProblems {
        problems: Vec<ListedProblem>,
        language: Language,
    },
    /// Blank sheets for these households.
    BlankSheets {
        households: Vec<HouseholdId>,
        language: Language,
    },
    /// A public notice; then the draft that it came from goes.
    WriteNotice {
        entry: NoticeEntry,
        households: Vec<HouseholdId>,
        language: Language,
        draft: DraftKey,
    },
    UsePolicy(String),
    /// Set a value of this database, or take it back; then the draft it came from goes.
    Override {
        setting: Setting,
        value: Option<Value>,
        draft: Option<DraftKey>,
    },
    FindRosters,
    PlanImport(PathBuf),
    /// The same roster, with the spellings of its villages joined or apart.
    PlanAgain {
        plan: Box<ImportPlan>,
        spellings: Spellings,
    },
    /// Everything that an import said, by its number.
    OpenImport(i64),
    PlanUndo(i64),
    UndoImport {
        number: i64,
        the_others: bool,
    },
    ApplyImport {
        plan: Box<ImportPlan>,
        good_rows: bool,
    },
    OfGate(GateWish),
    CancelJob,
}

/// What stands behind the interface: the database, the person, the choices of this computer.
#[derive(Debug)]
pub enum Setup {
    /// Read the first rows and the counts by index, and then the whole list.
    OpenHome,
    /// Open another database, now and at the next start.
    UseDatabase(PathBuf),
    /// Keep the language or the theme for the next start.
    KeepAppearance(Appearance),
    /// Open the file again that work beside the screen had alone; none: with the key of before.
    TakeUp(Option<FileKey>),
    SetMe(ContactName),
    /// The clock is right.
    NoteStart,
    StartDemo,
}

/// Which screen is seen; done at once, before anything else happens.
#[derive(Debug)]
pub enum Go {
    /// To the screen below.
    Back,
    /// To the list, narrowed to this.
    List(Box<Filter>),
    /// To the importing of a roster.
    Import,
    Problems,
    Procedures,
    Rounds,
    Groups,
    Audit,
}

/// What the loop does itself.
#[derive(Debug)]
pub enum Loop {
    /// Leave the open form, once what was typed is kept.
    LeaveForm,
    Redraw,
    /// Ask for the passphrase before anything is seen again.
    Lock,
    /// Stop the program until the shell lets it go on.
    Suspend,
    Quit,
}
