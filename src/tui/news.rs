//! What happened: keys, and what requests led to.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::assessment::Assessment;
use crate::domain::audit_finding::AuditFinding;
use crate::domain::checked_finding::CheckedFinding;
use crate::domain::clue::Clue;
use crate::domain::contact::{Contact, ContactFault, ContactName};
use crate::domain::due_counts::DueCounts;
use crate::domain::due_row::DueRow;
use crate::domain::household_entry::HouseholdFault;
use crate::domain::id::HouseholdId;
use crate::domain::policy::Policy;
use crate::domain::problem::Problem;
use crate::domain::village::Village;
use crate::domain::visit_entry::VisitFault;
use crate::domain::water_report::{WaterReport, WaterReportFault};
use crate::exchange::written::FileNotWritten;
use crate::ledger::{
    DraftKey, DraftsFound, DueList, GroupsNow, HeadingIs, HistoryEntry, HistoryOf, HouseholdFile, ImportError,
    ImportOutcome, ImportPlan, Imported, ListedFinding, ListedProblem, ListedProcedure, Overview, PlaceRisk,
    PolicyRefused, ProblemChange, Protection, Refused, RoundNow, SeveralChanged, StoreError, TakenBack, UndoOutcome,
    UndoRefused, VisitState, VoidFault,
};

use crate::report::notice::NoticeRefused;
use crate::report::papers::PaperRefused;

use super::gate::GateNews;
use super::keys::Chord;
use super::narrowed::Found;
use super::procedure_write::ClueOffer;
use super::record::{RecordFault, RecordOf, RecordSubject};
use super::scene::Click;
use super::screens::household::HouseholdTab;
use super::screens::procedures::Ledgers;

/// What happened: a key, or what a request led to, by whom it concerns.
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
    Progress {
        done: usize,
        total: usize,
    },
    /// Work beside the screen ended in a panic.
    Crashed,
    News(News),
    FormNews(FormNews),
    PlaceNews(PlaceNews),
    SettingsNews(SettingsNews),
    HistoryNews(HistoryNews),
    ImportNews(ImportNews),
    RosterNews(RosterNews),
    ProblemNews(ProblemNews),
    FileNews(FileNews),
}

/// Of the list, the household under it, and the program itself.
#[derive(Debug)]
pub enum News {
    TurnedTo(NaiveDate),
    /// Another process wrote to the database.
    ChangedElsewhere,
    HomeOpened {
        rows: Vec<DueRow>,
        counts: DueCounts,
        contacts: Vec<ContactName>,
        is_demo: bool,
        /// The saved views, where there are some.
        views: Option<String>,
    },
    /// Alerts were renewed beside the screen: the list is read again, as after any other write.
    AlertsRenewed,
    /// The list, and the count that it was asked for with.
    ListLoaded(Box<DueList>, u64),
    OverviewLoaded(Box<Overview>),
    RoundsLoaded(Vec<RoundNow>),
    GroupsLoaded(GroupsNow),
    OfAudit(AuditNews),
    OfProcedures(ProcedureNews),
    OfList(ListNews),
    OfGate(GateNews),
    OfGuard(GuardNews),
    PreviewLoaded(Box<HouseholdFile>),
    HouseholdOpened {
        file: Box<HouseholdFile>,
        tab: HouseholdTab,
    },
    HouseholdRenewed(Box<HouseholdFile>),
    MeSet(ContactName),
    DatabaseOpened {
        path: PathBuf,
        policy: Box<Policy>,
        why_look_only: Option<StoreError>,
        protection: Protection,
    },
    /// The choice holds until the program ends.
    AppearanceNotKept,
    /// It could not be read.
    Failed(StoreError),
    NotWritten(StoreError),
    DraftNotWritten(StoreError),
}

/// Of what guards the database: the lock, whole numbers, backups.
#[derive(Debug)]
pub enum GuardNews {
    /// The log is folded in.
    Folded,
    /// Nobody pressed a key for long.
    LeftAlone,
    /// Somebody asked for the lock.
    LockAsked,
    /// Whole numbers of a household's persons may be shown: that is logged.
    Revealed(Box<HouseholdFile>),
    /// They were seen long enough.
    HideNumbers,
    /// The day's backup is there.
    Done,
    /// The backup of the day could not be made.
    NotBackedUp(StoreError),
}

/// Of clues and procedures.
#[derive(Debug)]
pub enum ProcedureNews {
    Loaded(Ledgers),
    /// One is looked at; of an elimination, with its conditions.
    Opened(Box<ListedProcedure>, Option<Assessment>),
    /// It was begun, or something was done about it.
    Acted(Box<ListedProcedure>, Option<Assessment>),
    /// Kept, or something was done about it; whether it is new.
    ClueKept(Box<Clue>, bool),
}

/// Of the findings of the audit.
#[derive(Debug)]
pub enum AuditNews {
    Loaded(Vec<Found<ListedFinding>>),
    Stopped,
    /// These are right as they are, and what was recorded of it.
    Checked(Vec<AuditFinding>, Vec<CheckedFinding>),
    Unchecked(AuditFinding),
}

/// Of what the list was asked to do.
#[derive(Debug)]
pub enum ListNews {
    /// None: it was stopped before anything was written.
    SeveralChanged(Option<SeveralChanged>),
    SeveralTakenBack(Option<TakenBack>),
    /// The saved views.
    ViewsKept(String),
}

/// Of files that were written out.
#[derive(Debug)]
pub enum FileNews {
    SheetWritten {
        file: PathBuf,
        pages: usize,
    },
    TableWritten {
        file: PathBuf,
        rows: usize,
    },
    /// The workbook and the page; none: it was stopped.
    ReportWritten(Option<[PathBuf; 2]>),
    NoticeWritten {
        file: PathBuf,
        rows: usize,
    },
    NoticeRefused(NoticeRefused),
    PaperRefused(PaperRefused),
    /// It was stopped, and nothing was written.
    Stopped,
    SheetNotWritten(FileNotWritten),
}

/// Of forms: opened, kept, refused.
#[derive(Debug)]
pub enum FormNews {
    VisitFormOpened {
        file: Box<HouseholdFile>,
        correcting: Option<Box<VisitState>>,
        /// The latest day of any visit on file.
        newest_on: Option<NaiveDate>,
        drafts: Box<DraftsFound>,
    },
    HouseholdFormOpened {
        /// The field to stand on; none: the first.
        at: Option<String>,
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
    /// With the clue that its verdict offers.
    VisitRecorded(Box<DueRow>, Option<ClueOffer>),
    VisitCorrected {
        row: Box<DueRow>,
        file: Box<HouseholdFile>,
        voided: bool,
    },
    WaterReportOpened {
        household_id: HouseholdId,
        village: Village,
        reports: Vec<WaterReport>,
        drafts: Box<DraftsFound>,
    },
    WaterReportKept(Result<Village, Refused<WaterReportFault>>),
    VisitRefused(Refused<VisitFault>),
    /// Somebody recorded a visit of the same day meanwhile: the household as it stands now.
    VisitOfThatDay(Box<HouseholdFile>),
    HouseholdKept(Box<DueRow>),
    HouseholdRefused(Refused<HouseholdFault>),
    RecordOpened {
        subject: RecordSubject,
        of: RecordOf,
        drafts: Box<DraftsFound>,
    },
    /// A small form, or a taking back, was kept: the household as it stands now.
    RecordKept {
        row: Box<DueRow>,
        file: Box<HouseholdFile>,
    },
    RecordRefused(Refused<RecordFault>),
    ContactKept(Result<Contact, Refused<ContactFault>>),
}

/// Of villages and townships.
#[derive(Debug)]
pub enum PlaceNews {
    PlacesOpened(Vec<PlaceRisk>),
    RegisteredKept(Vec<PlaceRisk>),
}

/// Of the ledger of problems.
#[derive(Debug)]
pub enum ProblemNews {
    ProblemsLoaded(Vec<Found<ListedProblem>>),
    ProblemsChanged {
        /// As they are now.
        changed: Vec<Problem>,
        change: ProblemChange,
    },
    /// Somebody changed one of them since it was seen.
    ProblemsChangedElsewhere,
}

/// Of the imports that were made.
#[derive(Debug)]
pub enum ImportNews {
    ImportApplied(Box<ImportOutcome>),
    ImportsLoaded(Vec<Imported>),
    ImportOpened { import: Imported, outcome: Box<ImportOutcome> },
    UndoPlanned(Box<UndoOutcome>),
    ImportUndone(Box<UndoOutcome>),
    UndoRefused(UndoRefused),
}

/// Of what was recorded of a household or a village.
#[derive(Debug)]
pub enum HistoryNews {
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
    VoidRefused(Refused<VoidFault>),
}

/// Of the settings and the policy.
#[derive(Debug)]
pub enum SettingsNews {
    SettingsOpened(Vec<Policy>),
    PolicySwitched,
    PolicyRefused(PolicyRefused),
    PolicyLoaded(Box<Policy>),
}

/// Of a roster that is read, planned and imported.
#[derive(Debug)]
pub enum RosterNews {
    RostersFound(Vec<PathBuf>),
    ImportPlanned(Box<ImportPlan>),
    ColumnAssigned {
        headings: Vec<String>,
        heading: String,
        is: HeadingIs,
    },
    ImportRefused {
        error: ImportError,
        file: PathBuf,
        /// The plan that was not applied.
        plan: Option<Box<ImportPlan>>,
    },
}

impl Msg {
    /// Something could not be read.
    pub const fn failed(error: StoreError) -> Self {
        Self::News(News::Failed(error))
    }

    /// What went wrong with the database, where that is what happened.
    pub const fn failure(&self) -> Option<&StoreError> {
        match self {
            Self::News(News::Failed(error) | News::NotWritten(error) | News::DraftNotWritten(error)) => Some(error),
            Self::Key(_)
            | Self::Paste(_)
            | Self::Click(_)
            | Self::Wheel { .. }
            | Self::Resized(..)
            | Self::Progress { .. }
            | Self::Crashed
            | Self::News(_)
            | Self::FormNews(_)
            | Self::PlaceNews(_)
            | Self::SettingsNews(_)
            | Self::HistoryNews(_)
            | Self::ImportNews(_)
            | Self::RosterNews(_)
            | Self::ProblemNews(_)
            | Self::FileNews(_) => None,
        }
    }

    /// Something was not written; nothing was lost.
    pub const fn not_written(error: StoreError) -> Self {
        Self::News(News::NotWritten(error))
    }

    /// What is typed is not on the disk yet; it is tried again.
    pub const fn draft_not_written(error: StoreError) -> Self {
        Self::News(News::DraftNotWritten(error))
    }
}
