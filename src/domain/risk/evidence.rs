//! What a finding of the rules rests on: the visits, the figures, the statements.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::attestation::AttestedMatter;
use crate::domain::checks::{Check, CheckAnswer};
use crate::domain::contact::ContactName;
use crate::domain::id::{MeasureId, ProblemId, VisitId};
use crate::domain::income::IncomeFormula;
use crate::domain::label::RiskType;
use crate::domain::measure::MeasureKind;
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::policy::{ProcedureKind, Purpose, StepKind};
use crate::domain::spending::SpendingKind;
use crate::domain::window_income::AgainstLine;

/// One piece of evidence. The tag is the published code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Evidence {
    /// What the latest visit that looked at it found of a check.
    CheckAnswered {
        check: Check,
        answer: CheckAnswer,
        visited_on: NaiveDate,
        visit_id: VisitId,
    },
    /// The same check at the visit before it.
    CheckBefore {
        check: Check,
        answer: CheckAnswer,
        visited_on: NaiveDate,
        visit_id: VisitId,
    },
    /// No visit looked at it.
    NeverChecked {
        check: Check,
    },
    /// A window's income against a line. `needed_fen` is line × population.
    IncomeAgainst {
        purpose: Purpose,
        formula: IncomeFormula,
        first_month: Month,
        last_month: Month,
        recorded: u32,
        people: Option<u32>,
        sum_fen: Money,
        line_yuan: Option<u32>,
        /// The year that the line was stated for; none: for every year.
        line_stated_for: Option<i32>,
        needed_fen: Option<Money>,
        against: AgainstLine,
    },
    /// The same months of two years.
    IncomeFell {
        months: u32,
        now_fen: Money,
        before_fen: Money,
        tenths_of_percent: Option<i64>,
    },
    MonthsMissing {
        months: Vec<Month>,
    },
    /// So many months, of so many that are needed, from a day on.
    MonthsPassed {
        since: NaiveDate,
        passed: u32,
        needed: u32,
    },
    /// `reviewed_on` is the day of the latest visit that reviewed it.
    MeasureInForce {
        measure_id: MeasureId,
        measure: MeasureKind,
        item: String,
        from: NaiveDate,
        reviewed_on: Option<NaiveDate>,
    },
    MeasureEnded {
        measure_id: MeasureId,
        measure: MeasureKind,
        item: String,
        ended_on: NaiveDate,
    },
    /// A measure of which the latest visit said that it is not delivered.
    MeasureNotDelivered {
        measure_id: MeasureId,
        measure: MeasureKind,
        item: String,
        visited_on: NaiveDate,
    },
    /// A measure whose effect no visit looked at since a day.
    EffectNotReviewed {
        measure_id: MeasureId,
        measure: MeasureKind,
        item: String,
        since: NaiveDate,
    },
    NoMeasure {
        since: NaiveDate,
    },
    /// A risk for which no measure in force is meant.
    RiskWithoutMeasure {
        risk: RiskType,
    },
    /// No risk is on file, so that it cannot be told what measures must answer.
    RisksUnknown,
    /// Measures could not have been recorded yet.
    MeasuresNotKnown {
        on_file_since: NaiveDate,
    },
    Spending {
        spending: SpendingKind,
        amount_fen: Option<Money>,
        visited_on: NaiveDate,
        visit_id: VisitId,
        solved: bool,
    },
    Attested {
        matter: AttestedMatter,
        holds: bool,
        attested_on: NaiveDate,
        note: String,
    },
    NotAttested {
        matter: AttestedMatter,
    },
    Verified {
        visited_on: NaiveDate,
        visit_id: VisitId,
        visitors: u32,
        needed: u32,
        signed: bool,
    },
    NotVerified {
        since: NaiveDate,
    },
    Problem {
        problem_id: ProblemId,
        what: String,
        deadline: NaiveDate,
    },
    /// What the household is due and does not receive, as the latest visit says.
    PolicyNotReceived {
        what: String,
        visited_on: NaiveDate,
    },
    /// What had to be done by a day.
    Deadline {
        since: NaiveDate,
        until: NaiveDate,
        /// Working days of a year without a table of public holidays.
        without_holidays: bool,
    },
    /// The plan had to be made by a day, counted from the entry into the system, or from the identification.
    PlanDeadline {
        since: NaiveDate,
        until: NaiveDate,
        entry_stated: bool,
        /// Working days of a year without a table of public holidays.
        without_holidays: bool,
    },
    /// The mark came later than the visit that was due before it.
    MarkedLate {
        marked_on: NaiveDate,
        due_on: NaiveDate,
        last_counted_on: Option<NaiveDate>,
    },
    VisitsThisYear {
        year: i32,
        visits: u32,
        needed: u32,
    },
    /// Nobody is named who answers for the household.
    NoContact {
        on_file_since: NaiveDate,
    },
    /// What was due next of a procedure, and who has it.
    ProcedureLate {
        procedure: ProcedureKind,
        step: StepKind,
        due_on: NaiveDate,
        assigned_to: Option<ContactName>,
    },
    SweepsThisYear {
        year: i32,
        sweeps: u32,
        needed: u32,
    },
}

impl Evidence {
    /// It shows that something does not hold, among evidence of which some does.
    pub fn speaks_against(&self) -> bool {
        match self {
            Self::CheckAnswered { answer, .. } | Self::CheckBefore { answer, .. } => {
                !matches!(answer, CheckAnswer::Secured | CheckAnswer::NotApplicable)
            }
            Self::IncomeAgainst { against, .. } => *against != AgainstLine::Above,
            Self::Spending { solved, .. } => !solved,
            Self::Attested { holds, .. } => !holds,
            Self::NeverChecked { .. } | Self::NotAttested { .. } => false,
            _ => true,
        }
    }
}
