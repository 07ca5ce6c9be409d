//! Everything that is on file of a household and that the rules about its risk look at.

use chrono::NaiveDate;

use crate::domain::attestation::Attestation;
use crate::domain::case::Case;
use crate::domain::clue::Clue;
use crate::domain::fall_reason::FallReasons;
use crate::domain::group_mark::GroupMark;
use crate::domain::household::{Household, Member};
use crate::domain::income::MonthIncome;
use crate::domain::measure::Measure;
use crate::domain::policy::Policy;
use crate::domain::population::PeopleHistory;
use crate::domain::problem::Problem;
use crate::domain::procedure::Procedure;
use crate::domain::status::StatusChange;
use crate::domain::visit::Visit;
use crate::domain::watched_day::WatchedDay;

/// What is on file of one household.
#[derive(Debug, Clone)]
pub struct Dossier {
    pub household: Household,
    /// In order of days.
    pub history: Vec<StatusChange>,
    /// In order of days and of recording, voided ones too.
    pub visits: Vec<Visit>,
    /// One record a month, in order.
    pub incomes: Vec<MonthIncome>,
    pub problems: Vec<Problem>,
    pub measures: Vec<Measure>,
    pub members: Vec<Member>,
    /// In order of recording.
    pub attestations: Vec<Attestation>,
    /// 家庭人口数 by dates.
    pub people: PeopleHistory,
    /// Those that are not void, in order of recording.
    pub procedures: Vec<Procedure>,
    /// In order of recording, voided ones too.
    pub clues: Vec<Clue>,
    /// In order of recording.
    pub group_marks: Vec<GroupMark>,
    /// Why its income fell, one statement a window, in order.
    pub fall_reasons: Vec<FallReasons>,
}

impl Dossier {
    /// The household as the rules about its risk look at it on a day.
    pub fn case<'a>(&'a self, policy: &'a Policy, today: NaiveDate) -> Case<'a> {
        Case {
            policy,
            day: WatchedDay::new(today),
            household: &self.household,
            history: &self.history,
            visits: &self.visits,
            incomes: &self.incomes,
            problems: &self.problems,
            measures: &self.measures,
            members: &self.members,
            attestations: &self.attestations,
            people: &self.people,
            procedures: &self.procedures,
            clues: &self.clues,
            group_marks: &self.group_marks,
            fall_reasons: &self.fall_reasons,
        }
    }
}
