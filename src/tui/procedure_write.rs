//! What is written of clues and procedures, as the screens ask for it.

use chrono::NaiveDate;

use crate::domain::clue::{Clue, ClueSource, OfWhom};
use crate::domain::clue_entry::{ClueChange, ClueEntry};
use crate::domain::id::HouseholdId;
use crate::domain::procedure::Procedure;
use crate::domain::procedure::act::ProcedureAct;
use crate::domain::verdict::Verdict;
use crate::ledger::BeginAsked;

/// What is written of clues and procedures.
#[derive(Debug, Clone)]
pub enum ProcedureWrite {
    KeepClue(ClueEntry),
    ChangeClue(Box<Clue>, ClueChange),
    Begin(Box<BeginAsked>),
    Act(Box<Procedure>, Box<ProcedureAct>),
}

/// A clue that a visit's verdict asks for: a new risk, or one that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClueOffer {
    pub household_id: HouseholdId,
    /// The day of the visit: the deadline runs from it.
    pub on: NaiveDate,
    pub verdict: Verdict,
}

impl ClueOffer {
    /// The clue: found by a cadre, on the day of the visit.
    pub fn entry(&self, what: String) -> ClueEntry {
        ClueEntry {
            household_id: Some(self.household_id),
            of: OfWhom { name: "".into(), village: String::new(), group: String::new(), phone: "".into() },
            received_on: self.on,
            source: ClueSource::Cadre,
            channel: String::new(),
            reported_by: "".into(),
            what,
            risks: Vec::new(),
        }
    }
}
