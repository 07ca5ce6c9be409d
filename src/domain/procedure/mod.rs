//! Procedures 认定程序: what comes between a clue and a decision, step by step as the plan has it. A running one keeps
//! the steps and the days that it began with: a notice that hangs cannot change its length.

pub mod act;
pub mod deadline;
pub mod fault;
mod guards;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::class::HouseholdClass;
use crate::domain::codes::coded;
use crate::domain::contact::ContactName;
use crate::domain::id::{ClueId, HouseholdId, ProcedureId};
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::personal::Personal;
use crate::domain::policy::{
    DayTerm, Ground, MeetingKind, PaperForm, Policy, ProcedureKind, Setting, StepKind, StepRule,
};

pub use crate::domain::policy::Role;

coded! {
    /// What is known of a ground of exclusion. Unknown is where it starts.
    GroundAnswer { Yes = "yes", No = "no", Unknown = "unknown" }
}

coded! {
    /// How it was found.
    FoundBy {
        /// 农户申报
        Household = "household",
        /// 入户核实
        Verification = "verification",
        /// 部门比对
        Department = "department",
    }
}

coded! {
    /// How a step stands that something was recorded of.
    StepResult {
        /// 公示中: a notice hangs.
        Hanging = "hanging",
        Passed = "passed",
        /// Not done here, with the reason.
        NotHere = "not_here",
    }
}

coded! {
    /// How a procedure came to its end.
    ProcedureEnd {
        Approved = "approved",
        /// 不符合
        Refused = "refused",
        /// 农户撤回
        Withdrawn = "withdrawn",
    }
}

/// Somebody who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepPerson {
    pub name: Personal,
    pub role: Role,
    pub signed: bool,
}

/// A paper, and where it lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperKept {
    pub form: PaperForm,
    pub place: String,
}

/// An objection to a notice, what was found about it, and whether it was upheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    pub on: NaiveDate,
    pub what: Personal,
    pub finding: Personal,
    pub upheld: bool,
    pub by: Personal,
}

/// What was done of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDone {
    pub step: StepKind,
    pub result: StepResult,
    /// The day on which it was done; of a notice that hangs, on which it was posted.
    pub on: NaiveDate,
    /// The last day of a notice.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The day on which a notice was closed and taken down.
    #[serde(default)]
    pub closed_on: Option<NaiveDate>,
    /// Where a notice hangs.
    #[serde(default)]
    pub at: String,
    #[serde(default)]
    pub people: Vec<StepPerson>,
    #[serde(default)]
    pub papers: Vec<PaperKept>,
    /// Of a closed notice; empty: there were none, and somebody said so.
    #[serde(default)]
    pub objections: Vec<Objection>,
    #[serde(default)]
    pub note: Personal,
    /// Who recorded it: who signs is answerable 谁签字、谁负责.
    #[serde(default)]
    pub by: Option<ContactName>,
}

impl StepDone {
    /// The day from which the next step may be done.
    pub fn over_on(&self) -> Option<NaiveDate> {
        match self.result {
            StepResult::Hanging => None,
            StepResult::Passed | StepResult::NotHere => Some(self.closed_on.unwrap_or(self.on)),
        }
    }
}

/// A ground of exclusion, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundAsked {
    pub ground: Ground,
    pub answer: GroundAnswer,
    #[serde(default)]
    pub found_by: Option<FoundBy>,
    /// Which department compared.
    #[serde(default)]
    pub department: String,
    #[serde(default)]
    pub on: Option<NaiveDate>,
    #[serde(default)]
    pub note: Personal,
}

/// The meeting that lets a household in although a ground speaks against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    pub kind: MeetingKind,
    pub on: NaiveDate,
    pub people: String,
    pub why: Personal,
}

/// Help that begins before the decision 先帮扶, by the green channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GreenChannel {
    pub on: NaiveDate,
    pub why: Personal,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub end: ProcedureEnd,
    pub on: NaiveDate,
    #[serde(default)]
    pub why: Personal,
    /// Who explained it to the household.
    #[serde(default)]
    pub explained_by: Personal,
}

/// One procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procedure {
    pub id: ProcedureId,
    pub kind: ProcedureKind,
    pub household_id: HouseholdId,
    #[serde(default)]
    pub clues: Vec<ClueId>,
    /// The day from which the deadline runs: that of the earliest clue.
    pub day_zero: NaiveDate,
    /// The policy that it began with.
    pub policy: String,
    pub course: Vec<StepRule>,
    /// From day 0 to the decision; none: the plan names no days.
    #[serde(default)]
    pub term: Option<DayTerm>,
    #[serde(default)]
    pub grounds: Vec<GroundAsked>,
    #[serde(default)]
    pub meeting: Option<Meeting>,
    /// The category that is proposed.
    #[serde(default)]
    pub category: Option<HouseholdLabel>,
    #[serde(default)]
    pub risks: Vec<RiskType>,
    /// Who has it.
    #[serde(default)]
    pub assigned_to: Option<ContactName>,
    #[serde(default)]
    pub green: Option<GreenChannel>,
    #[serde(default)]
    pub steps: Vec<StepDone>,
    /// The day on which it was last sent back to an earlier step: what is done again is done from then on.
    #[serde(default)]
    pub sent_back_on: Option<NaiveDate>,
    #[serde(default)]
    pub ended: Option<Ended>,
    #[serde(default)]
    pub voided: bool,
}

impl Procedure {
    /// Something is still to be done: the decision, or what follows it.
    pub fn is_running(&self) -> bool {
        !self.voided
            && match &self.ended {
                None => true,
                Some(ended) => ended.end == ProcedureEnd::Approved && self.waiting().is_some(),
            }
    }

    /// It is before its decision.
    pub fn is_undecided(&self) -> bool {
        !self.voided && self.ended.is_none()
    }

    pub fn rule(&self, step: StepKind) -> Option<&StepRule> {
        self.course.iter().find(|rule| rule.step == step)
    }

    pub fn done(&self, step: StepKind) -> Option<&StepDone> {
        self.steps.iter().find(|done| done.step == step)
    }

    /// The step is behind it.
    pub fn is_over(&self, step: StepKind) -> bool {
        self.done(step).is_some_and(|done| done.over_on().is_some())
    }

    /// The first step in the plan's order that is not over; none where all are, or where it was refused or withdrawn.
    pub fn waiting(&self) -> Option<StepKind> {
        let is_closed = self.ended.as_ref().is_some_and(|ended| ended.end != ProcedureEnd::Approved);
        let mut open = self.course.iter().map(|rule| rule.step).filter(|step| !self.is_over(*step));
        if is_closed { None } else { open.next() }
    }

    /// Something may be recorded of the step now: it is its turn, or it runs beside the others once the village's notice
    /// is over.
    pub fn is_turn_of(&self, step: StepKind) -> bool {
        let is_beside = self.rule(step).is_some_and(|rule| rule.beside);
        let notice_over = self.rule(StepKind::VillageNotice).is_none() || self.is_over(StepKind::VillageNotice);
        self.waiting() == Some(step) || (is_beside && notice_over && self.waiting().is_some() && !self.is_over(step))
    }

    /// The step before another, in the plan's order, that does not run beside it.
    pub fn before(&self, step: StepKind) -> Option<&StepDone> {
        let at = self.course.iter().position(|rule| rule.step == step)?;
        self.course[..at].iter().rev().filter(|rule| !rule.beside).find_map(|rule| self.done(rule.step))
    }

    /// The first day on which a step may be done: not before anything that stands before it in the plan's order was over.
    pub fn earliest(&self, step: StepKind) -> NaiveDate {
        let before = self.course.iter().take_while(|rule| rule.step != step);
        let over = before.filter_map(|rule| self.done(rule.step)?.over_on());
        over.chain(self.sent_back_on).max().map_or(self.day_zero, |day| day.max(self.day_zero))
    }

    /// The papers that the plan asks for by now and that are nowhere.
    pub fn missing_papers(&self) -> Vec<(StepKind, PaperForm)> {
        let over = self.course.iter().filter(|rule| self.is_over(rule.step));
        let asked = over.flat_map(|rule| rule.papers.iter().map(|paper| (rule.step, paper.form)));
        let is_kept = |step: StepKind, form: PaperForm| {
            self.done(step).is_some_and(|done| {
                done.result == StepResult::NotHere || done.papers.iter().any(|paper| paper.form == form)
            })
        };
        asked.filter(|(step, form)| !is_kept(*step, *form)).collect()
    }
}

/// A procedure as it is begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureEntry {
    pub kind: ProcedureKind,
    pub household_id: HouseholdId,
    pub clues: Vec<ClueId>,
    /// Day 0: that of the earliest clue; without one, the day on which somebody asked for it.
    pub day_zero: NaiveDate,
    /// The household itself reported.
    pub self_reported: bool,
    pub category: Option<HouseholdLabel>,
    pub risks: Vec<RiskType>,
    pub assigned_to: Option<ContactName>,
}

coded! {
    /// Why a procedure cannot be begun.
    BeginFault {
        /// The household stands where this leads already, or cannot come there.
        NotPossible = "not_possible",
        /// One of the kind is under way.
        UnderWay = "under_way",
        /// After today, or before 2000.
        DayImpossible = "day_impossible",
        /// An identification without the category that is proposed.
        CategoryMissing = "category_missing",
        /// The clue says too little of a household that is not on file.
        TooLittleSaid = "too_little_said",
    }
}

/// A household of a class can go through it.
pub const fn is_possible_for(kind: ProcedureKind, class: HouseholdClass) -> bool {
    match kind {
        ProcedureKind::Identification => matches!(class, HouseholdClass::Stable | HouseholdClass::General),
        ProcedureKind::ReIdentification | ProcedureKind::RollBack => matches!(class, HouseholdClass::Eliminated),
        ProcedureKind::Elimination => matches!(class, HouseholdClass::Unresolved),
        ProcedureKind::StrikingOff => matches!(class, HouseholdClass::Unresolved | HouseholdClass::Eliminated),
    }
}

impl ProcedureEntry {
    /// Everything that keeps it from being begun.
    pub fn faults(
        &self,
        (class, is_active): (HouseholdClass, bool),
        running: &[Procedure],
        today: NaiveDate,
    ) -> Vec<BeginFault> {
        let is_under_way = |other: &Procedure| other.household_id == self.household_id && other.is_undecided();
        let needs_category = self.kind == ProcedureKind::Identification;
        let is_named = self.category.is_some_and(HouseholdLabel::is_monitored_category);
        let faults = [
            (!is_active || !is_possible_for(self.kind, class), BeginFault::NotPossible),
            (running.iter().any(is_under_way), BeginFault::UnderWay),
            (crate::domain::visit::check_past_day(self.day_zero, today).is_err(), BeginFault::DayImpossible),
            (needs_category && !is_named, BeginFault::CategoryMissing),
        ];
        faults.into_iter().filter(|(is_so, _)| *is_so).map(|(_, fault)| fault).collect()
    }

    /// The procedure with the steps, the grounds and the days that the policy has now.
    pub fn procedure(&self, id: ProcedureId, policy: &Policy) -> Procedure {
        let is_asked = |rule: &&StepRule| rule.of.contains(&self.kind) && (self.self_reported || !rule.self_reported);
        let is_entry = matches!(self.kind, ProcedureKind::Identification | ProcedureKind::ReIdentification);
        let grounds: &[Ground] = if is_entry { &policy.grounds } else { &[] };
        let asked = |ground: &Ground| GroundAsked {
            ground: ground.clone(),
            answer: GroundAnswer::Unknown,
            found_by: None,
            department: String::new(),
            on: None,
            note: Personal::default(),
        };
        Procedure {
            id,
            kind: self.kind,
            household_id: self.household_id,
            clues: self.clues.clone(),
            day_zero: self.day_zero,
            policy: policy.id.clone(),
            course: policy.steps.iter().filter(is_asked).cloned().collect(),
            term: policy.days(Setting::DecisionDays).filter(|_| is_entry),
            grounds: grounds.iter().map(asked).collect(),
            meeting: None,
            category: self.category,
            risks: self.risks.clone(),
            assigned_to: self.assigned_to.clone(),
            green: None,
            steps: Vec::new(),
            sent_back_on: None,
            ended: None,
            voided: false,
        }
    }
}
