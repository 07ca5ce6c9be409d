//! One folder a screen: its state, what its keys do, how it is drawn. What all of them answer for is
//! `Face`; which there are is [`Screen`].

pub mod audit;
pub mod groups;
pub mod history;
pub mod home;
pub mod household;
pub mod household_form;
pub mod import;
pub mod imports;
pub mod overview;
pub mod places;
pub mod problems;
pub mod procedures;
pub mod record_form;
pub mod rounds;
pub mod settings;
pub mod visit_form;
pub mod water_report;

use crate::domain::id::HouseholdId;
use crate::i18n::Language;

use super::effect::Job;
use super::face::Face;

use audit::AuditScreen;
use groups::GroupsScreen;
use history::HistoryScreen;
use household::HouseholdScreen;
use household_form::HouseholdForm;
use import::ImportScreen;
use imports::ImportsScreen;
use places::PlacesScreen;
use problems::ProblemsScreen;
use procedures::ProceduresScreen;
use record_form::RecordForm;
use rounds::RoundsScreen;
use settings::SettingsScreen;
use visit_form::VisitForm;
use water_report::WaterReportForm;

/// A screen over the home screen.
#[derive(Debug)]
pub enum Screen {
    Household(HouseholdScreen),
    VisitForm(Box<VisitForm>),
    HouseholdForm(Box<HouseholdForm>),
    WaterReport(Box<WaterReportForm>),
    Import(ImportScreen),
    Imports(ImportsScreen),
    Record(Box<RecordForm>),
    Places(PlacesScreen),
    Problems(ProblemsScreen),
    Procedures(ProceduresScreen),
    Rounds(RoundsScreen),
    Groups(GroupsScreen),
    Audit(AuditScreen),
    History(HistoryScreen),
    Settings(SettingsScreen),
}

impl Screen {
    /// The ledger of problems, where it is that.
    pub const fn problems_mut(&mut self) -> Option<&mut ProblemsScreen> {
        if let Self::Problems(screen) = self { Some(screen) } else { None }
    }

    /// The household that it is of, where it is its page.
    pub fn household_id(&self) -> Option<HouseholdId> {
        if let Self::Household(screen) = self { Some(screen.file.household.id) } else { None }
    }

    /// The ledgers of clues and procedures, where it is those.
    pub const fn procedures_mut(&mut self) -> Option<&mut ProceduresScreen> {
        if let Self::Procedures(screen) = self { Some(screen) } else { None }
    }

    /// What is read for it again when something was written; none where that is read otherwise.
    pub const fn reads(&self, language: Language) -> Option<Job> {
        match self {
            Self::Problems(_) => Some(Job::LoadProblems(language)),
            Self::Procedures(_) => Some(Job::LoadProcedures(language)),
            Self::Rounds(_) => Some(Job::LoadRounds),
            Self::Groups(_) => Some(Job::LoadGroups),
            Self::Audit(_) => Some(Job::LoadAudit(language)),
            Self::Household(_)
            | Self::VisitForm(_)
            | Self::HouseholdForm(_)
            | Self::WaterReport(_)
            | Self::Import(_)
            | Self::Imports(_)
            | Self::Record(_)
            | Self::Places(_)
            | Self::History(_)
            | Self::Settings(_) => None,
        }
    }

    /// The findings of the audit, where it is those.
    pub const fn audit_mut(&mut self) -> Option<&mut AuditScreen> {
        if let Self::Audit(screen) = self { Some(screen) } else { None }
    }

    /// The screen as the loop sees it.
    pub fn face(&self) -> &dyn Face {
        match self {
            Self::Household(screen) => screen,
            Self::VisitForm(screen) => screen.as_ref(),
            Self::HouseholdForm(screen) => screen.as_ref(),
            Self::WaterReport(screen) => screen.as_ref(),
            Self::Import(screen) => screen,
            Self::Imports(screen) => screen,
            Self::Record(screen) => screen.as_ref(),
            Self::Places(screen) => screen,
            Self::Problems(screen) => screen,
            Self::Procedures(screen) => screen,
            Self::Rounds(screen) => screen,
            Self::Groups(screen) => screen,
            Self::Audit(screen) => screen,
            Self::History(screen) => screen,
            Self::Settings(screen) => screen,
        }
    }

    pub fn face_mut(&mut self) -> &mut dyn Face {
        match self {
            Self::Household(screen) => screen,
            Self::VisitForm(screen) => screen.as_mut(),
            Self::HouseholdForm(screen) => screen.as_mut(),
            Self::WaterReport(screen) => screen.as_mut(),
            Self::Import(screen) => screen,
            Self::Imports(screen) => screen,
            Self::Record(screen) => screen.as_mut(),
            Self::Places(screen) => screen,
            Self::Problems(screen) => screen,
            Self::Procedures(screen) => screen,
            Self::Rounds(screen) => screen,
            Self::Groups(screen) => screen,
            Self::Audit(screen) => screen,
            Self::History(screen) => screen,
            Self::Settings(screen) => screen,
        }
    }
}
