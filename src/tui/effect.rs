//! What the interface asks of the world, and what comes back.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::theme::Appearance;
use crate::domain::contact::ContactName;
use crate::domain::due_row::DueRow;
use crate::domain::policy::{Policy, Setting, Value};
use crate::domain::visit_entry::VisitEntry;
use crate::domain::water_report::{Village, WaterReport};
use crate::exchange::written::FileNotWritten;
use crate::i18n::Language;
use crate::ledger::{
    Correction, DraftKey, DraftsFound, DueCounts, DueList, HeadingIs, HistoryEntry, HistoryOf, HouseholdEntry,
    HouseholdFile, HouseholdRefused, ImportError, ImportOutcome, ImportPlan, Imported, PlaceRisk, PolicyRefused,
    Spellings, StoreError, UndoOutcome, UndoRefused, VisitRefused, VisitState, VoidRefused, WaterReportEntry,
};

use super::keys::Chord;
use super::scene::Click;
use super::screens::record_form::{RecordEntry, RecordSubject};

/// A request to the world, by how it is carried out.
#[derive(Debug)]
pub enum Effect {
    Read(Read),
    Write(Write),
    Job(Job),
    Setup(Setup),
    Loop(Loop),
}

/// What is read of the database for a screen, at once.
#[derive(Debug)]
pub enum Read {
    LoadPreview(Uuid),
    OpenHousehold(Uuid),
    /// Read the open household again.
    RenewHousehold(Uuid),
    OpenVisitForm {
        household_id: Uuid,
        /// The saved visit to correct; none for a new one.
        correcting: Option<Uuid>,
    },
    OpenVisit(Uuid),
    /// None: a new household.
    OpenHouseholdForm(Option<Uuid>),
    PrintSheet {
        household_id: Uuid,
        visit_id: Uuid,
        language: Language,
    },
    /// The report of the village of this household.
    OpenWaterReport(Uuid),
    /// Open a small form, with its draft.
    OpenRecord {
        household_id: Option<Uuid>,
        subject: RecordSubject,
    },
    OpenPlaces,
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
        household_id: Uuid,
        income_id: Uuid,
        reason: String,
        /// What was typed to correct it: a record that is gone is corrected no more.
        draft: DraftKey,
    },
    VoidMeasure {
        household_id: Uuid,
        measure_id: Uuid,
        reason: String,
    },
    /// Void a statement, as it was seen.
    VoidStatement {
        of: HistoryOf,
        entity_id: Uuid,
        seen: Uuid,
        reason: String,
    },
    KeepRegistered(Village, u32),
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
    /// Write the printable sheet of a visit, in the words of a language.
    /// Blank sheets for my households, or all, that are due this week.
    BlankSheets {
        contact: Option<String>,
        language: Language,
    },
    UsePolicy(String),
    /// Set a value of this database, or take it back; then the draft it came from goes.
    SetHere {
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
    SetMe(ContactName),
    /// The clock is right.
    NoteStart,
    StartDemo,
}

/// What the loop does itself.
#[derive(Debug)]
pub enum Loop {
    /// Leave the open form, once what was typed is kept.
    LeaveForm,
    Redraw,
    /// Stop the program until the shell lets it go on.
    Suspend,
    Quit,
}

/// Why a small form was not kept.
#[derive(Debug)]
pub enum RecordRefused {
    /// The code of what is wrong with the entry.
    Entry(String),
    Store(StoreError),
}

/// What happened: a key, or what a request led to.
#[derive(Debug)]
pub enum Msg {
    Key(Chord),
    Paste(String),
    Click(Click),
    /// The wheel was turned by a notch.
    Wheel {
        down: bool,
    },
    Resized(u16, u16),
    TurnedTo(NaiveDate),
    /// Another process wrote to the database.
    ChangedElsewhere,
    HomeOpened {
        rows: Vec<DueRow>,
        counts: DueCounts,
        contacts: Vec<ContactName>,
        is_demo: bool,
    },
    /// Alerts were renewed beside the screen: the list is read again, as after any other write.
    AlertsRenewed,
    /// The list, and the count that it was asked for with.
    ListLoaded(Box<DueList>, u64),
    PreviewLoaded(Box<HouseholdFile>),
    HouseholdOpened(Box<HouseholdFile>),
    HouseholdRenewed(Box<HouseholdFile>),
    VisitFormOpened {
        file: Box<HouseholdFile>,
        correcting: Option<Box<VisitState>>,
        /// The latest day of any visit on file.
        newest_on: Option<NaiveDate>,
        drafts: Box<DraftsFound>,
    },
    HouseholdFormOpened {
        file: Option<Box<HouseholdFile>>,
        drafts: Box<DraftsFound>,
    },
    DraftSaved {
        key: DraftKey,
        body: String,
        at: DateTime<Utc>,
    },
    DraftDiscarded(DraftKey),
    /// The open form may go.
    FormLeft,
    /// The states of a visit, oldest first.
    VisitOpened(Vec<VisitState>),
    VisitRecorded(Box<DueRow>),
    VisitCorrected {
        row: Box<DueRow>,
        file: Box<HouseholdFile>,
        voided: bool,
    },
    WaterReportOpened {
        household_id: Uuid,
        village: Village,
        reports: Vec<WaterReport>,
        drafts: Box<DraftsFound>,
    },
    WaterReportKept {
        village: Village,
    },
    VisitRefused(VisitRefused),
    /// Somebody recorded a visit of the same day meanwhile: the household as it stands now.
    VisitOfThatDay(Box<HouseholdFile>),
    HouseholdKept(Box<DueRow>),
    HouseholdRefused(HouseholdRefused),
    RecordOpened {
        subject: RecordSubject,
        file: Option<Box<HouseholdFile>>,
        drafts: Box<DraftsFound>,
    },
    /// A small form, or a taking back, was kept: the household as it stands now.
    RecordKept {
        row: Box<DueRow>,
        file: Box<HouseholdFile>,
    },
    RecordRefused(RecordRefused),
    PlacesOpened(Vec<PlaceRisk>),
    HistoryOpened {
        of: HistoryOf,
        name: String,
        entries: Vec<HistoryEntry>,
    },
    /// What is recorded now, and the household or the places as they stand.
    StatementVoided {
        entries: Vec<HistoryEntry>,
        household: Option<(Box<DueRow>, Box<HouseholdFile>)>,
        places: Vec<PlaceRisk>,
    },
    VoidRefused(VoidRefused),
    RegisteredKept(Vec<PlaceRisk>),
    SettingsOpened(Vec<Policy>),
    PolicySwitched,
    PolicyRefused(PolicyRefused),
    PolicyLoaded(Box<Policy>),
    SheetWritten {
        file: PathBuf,
        pages: usize,
    },
    /// No household is due by this day.
    NothingDue(NaiveDate),
    SheetNotWritten(FileNotWritten),
    MeSet(ContactName),
    DatabaseOpened {
        path: PathBuf,
        policy: Box<Policy>,
        why_look_only: Option<StoreError>,
    },
    /// The choice holds until the program ends.
    AppearanceNotKept,
    RostersFound(Vec<PathBuf>),
    Progress {
        done: usize,
        total: usize,
    },
    ImportPlanned(Box<ImportPlan>),
    ImportApplied(Box<ImportOutcome>),
    ColumnAssigned {
        headings: Vec<String>,
        heading: String,
        is: HeadingIs,
    },
    ImportsLoaded(Vec<Imported>),
    ImportOpened {
        import: Imported,
        outcome: Box<ImportOutcome>,
    },
    UndoPlanned(Box<UndoOutcome>),
    ImportUndone(Box<UndoOutcome>),
    UndoRefused(UndoRefused),
    ImportRefused {
        error: ImportError,
        file: PathBuf,
        /// The plan that was not applied.
        plan: Option<Box<ImportPlan>>,
    },
    /// It could not be read.
    Failed(StoreError),
    NotWritten(StoreError),
    DraftNotWritten(StoreError),
    /// Work beside the screen ended in a panic.
    Crashed,
}
