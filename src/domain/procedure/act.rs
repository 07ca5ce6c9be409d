//! What is done about a procedure, and what keeps it from being done: nothing is skipped silently, no notice is closed
//! before it is over, nobody is turned away without a word.

use chrono::NaiveDate;

use super::{
    Ended, FoundBy, GreenChannel, GroundAnswer, Meeting, Objection, PaperKept, Procedure, ProcedureEnd, Role, StepDone,
    StepPerson, StepResult,
};
use crate::domain::clean::{clean_name, clean_note, clean_text};
use crate::domain::codes::coded;
use crate::domain::contact::ContactName;
use crate::domain::personal::Personal;
use crate::domain::policy::{MeetingKind, Signed, StepKind, StepRule};

/// Something that is done about a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProcedureAct {
    /// What is known of a ground of exclusion.
    Ground {
        id: String,
        answer: GroundAnswer,
        found_by: Option<FoundBy>,
        department: String,
        on: NaiveDate,
        note: Personal,
    },
    /// A meeting lets the household in although a ground speaks against it.
    Meeting {
        kind: MeetingKind,
        on: NaiveDate,
        people: String,
        why: Personal,
    },
    /// A notice is posted; it hangs at least as long as the plan says, or until the day that is named.
    Post {
        step: StepKind,
        on: NaiveDate,
        until: Option<NaiveDate>,
        at: String,
    },
    /// A step is done; of a notice: it is closed.
    Pass(StepEntry),
    /// A step is not done here, and why.
    NotHere {
        step: StepKind,
        on: NaiveDate,
        why: Personal,
    },
    /// Back to an earlier step, to be checked again: what came after it is to be done again.
    SendBack {
        to: StepKind,
        why: Personal,
    },
    Refuse {
        on: NaiveDate,
        why: Personal,
        explained_by: Personal,
    },
    Withdraw {
        on: NaiveDate,
        why: Personal,
    },
    /// Help begins before the decision.
    Green {
        on: NaiveDate,
        why: Personal,
    },
    Assign(ContactName),
}

/// A step as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepEntry {
    pub step: StepKind,
    pub on: NaiveDate,
    pub people: Vec<StepPerson>,
    pub papers: Vec<PaperKept>,
    /// Of a notice: none, nobody said; empty, there were none.
    pub objections: Option<Vec<Objection>>,
    pub note: Personal,
}

coded! {
    /// Why something cannot be done.
    ProcedureFault {
        /// It is over, or this step's turn has not come.
        NotItsTurn = "not_its_turn",
        /// Before the step before it, before day 0, or after today.
        DayImpossible = "day_impossible",
        /// Fewer people than the plan asks for.
        TooFewPeople = "too_few_people",
        /// Somebody has to sign who did not.
        NotSigned = "not_signed",
        /// A ground of exclusion is not known, and no reason is given.
        GroundsUnknown = "grounds_unknown",
        /// A ground speaks against it, and no meeting was held.
        GroundHolds = "ground_holds",
        /// The notice is shorter than the plan says.
        NoticeTooShort = "notice_too_short",
        /// The notice is not posted.
        NoticeNotPosted = "notice_not_posted",
        /// The notice still hangs.
        NoticeNotOver = "notice_not_over",
        /// Nobody said whether there were objections.
        ObjectionsNotSaid = "objections_not_said",
        /// An objection without what was found about it.
        FindingMissing = "finding_missing",
        /// An objection was upheld: the procedure is refused.
        ObjectionUpheld = "objection_upheld",
        /// No reason, or nobody who explained it.
        WhyMissing = "why_missing",
        /// The plan names no such ground, step or meeting.
        Unknown = "unknown",
        /// The conditions for an elimination are not met.
        NotReady = "not_ready",
        /// They are not all known, or a line is only a reference, and no reason is given.
        ReadyUnknown = "ready_unknown",
        /// The household stands where this leads already.
        StatusImpossible = "status_impossible",
    }
}

type Acted = Result<Procedure, ProcedureFault>;

impl ProcedureAct {
    /// The procedure after it. `by` records it.
    pub fn of(&self, before: &Procedure, by: Option<&ContactName>, today: NaiveDate) -> Acted {
        if before.voided || !(before.is_undecided() || before.is_running()) {
            return Err(ProcedureFault::NotItsTurn);
        }
        let mut after = before.clone();
        match self {
            Self::Ground { id, answer, found_by, department, on, note } => {
                in_time(*on, before.day_zero, today)?;
                let asked = after.grounds.iter_mut().find(|asked| asked.ground.id == *id);
                let asked = asked.ok_or(ProcedureFault::Unknown)?;
                (asked.answer, asked.found_by, asked.on) = (*answer, *found_by, Some(*on));
                (asked.department, asked.note) = (clean_text(department), clean_note(note).into());
            }
            Self::Meeting { kind, on, people, why } => {
                in_time(*on, before.day_zero, today)?;
                let (people, why) = (clean_text(people), said(why)?);
                if people.is_empty() {
                    return Err(ProcedureFault::TooFewPeople);
                }
                after.meeting = Some(Meeting { kind: *kind, on: *on, people, why });
            }
            Self::Post { step, on, until, at } => {
                after.keep(posted(before, *step, (*on, *until), at, today)?, by);
            }
            Self::Pass(entry) => return pass(before, entry, by, today),
            Self::NotHere { step, on, why } => {
                turn_of(before, *step, *on, today)?;
                let note = said(why)?;
                after.keep(StepDone { note, ..plain(*step, StepResult::NotHere, *on) }, by);
                after.decide(*step, *on);
            }
            Self::SendBack { to, why } => return send_back(before, *to, why),
            Self::Refuse { on, why, explained_by } => {
                after.end(ProcedureEnd::Refused, *on, said(why)?, said(explained_by)?, today)?;
            }
            Self::Withdraw { on, why } => {
                after.end(ProcedureEnd::Withdrawn, *on, clean_note(why).into(), Personal::default(), today)?;
            }
            Self::Green { on, why } => {
                in_time(*on, before.day_zero, today)?;
                after.green = Some(GreenChannel { on: *on, why: said(why)? });
            }
            Self::Assign(name) => after.assigned_to = Some(name.clone()),
        }
        Ok(after)
    }

    /// Why it was done, where that is asked.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::NotHere { why, .. } | Self::SendBack { why, .. } | Self::Refuse { why, .. } => Some(why),
            _ => None,
        }
    }
}

impl Procedure {
    fn keep(&mut self, done: StepDone, by: Option<&ContactName>) {
        self.steps.retain(|known| known.step != done.step);
        self.steps.push(StepDone { by: by.cloned(), ..done });
    }

    /// With the decision it is approved.
    fn decide(&mut self, step: StepKind, on: NaiveDate) {
        if step == StepKind::Decision && self.ended.is_none() {
            let (why, explained_by) = (Personal::default(), Personal::default());
            self.ended = Some(Ended { end: ProcedureEnd::Approved, on, why, explained_by });
        }
    }

    fn end(
        &mut self,
        end: ProcedureEnd,
        on: NaiveDate,
        why: Personal,
        explained_by: Personal,
        today: NaiveDate,
    ) -> Result<(), ProcedureFault> {
        if !self.is_undecided() {
            return Err(ProcedureFault::NotItsTurn);
        }
        let last = self.steps.iter().map(|done| done.on).max().unwrap_or(self.day_zero);
        in_time(on, last.min(today), today)?;
        self.ended = Some(Ended { end, on, why, explained_by });
        Ok(())
    }

    /// The grounds let it go on: all are known, or somebody says why not; none holds, or the meeting that the plan names
    /// lets the household in all the same.
    fn grounds_allow(&self, note: &str) -> Result<(), ProcedureFault> {
        let is_let_in = |unless: Option<MeetingKind>| {
            let held = self.meeting.as_ref().map(|meeting| meeting.kind);
            held.is_some() && unless.is_none_or(|unless| held == Some(unless))
        };
        let holds = self.grounds.iter().any(|it| it.answer == GroundAnswer::Yes && !is_let_in(it.ground.unless));
        if holds {
            return Err(ProcedureFault::GroundHolds);
        }
        let is_unknown = self.grounds.iter().any(|asked| asked.answer == GroundAnswer::Unknown);
        if is_unknown && clean_note(note).is_empty() { Err(ProcedureFault::GroundsUnknown) } else { Ok(()) }
    }

    /// The grounds are asked before the first review, or where the plan has none, before the decision.
    fn asks_grounds_at(&self, step: StepKind) -> bool {
        let reviews = [StepKind::VillageReview, StepKind::TownshipReview, StepKind::Decision];
        reviews.into_iter().find(|review| self.rule(*review).is_some()) == Some(step) || step == StepKind::Decision
    }
}

/// What was said, which must be something.
fn said(why: &Personal) -> Result<Personal, ProcedureFault> {
    let why = clean_note(why);
    if why.is_empty() { Err(ProcedureFault::WhyMissing) } else { Ok(why.into()) }
}

fn in_time(on: NaiveDate, from: NaiveDate, today: NaiveDate) -> Result<(), ProcedureFault> {
    if on >= from && on <= today { Ok(()) } else { Err(ProcedureFault::DayImpossible) }
}

/// It is the step's turn on that day: not before the step before it was over.
fn turn_of(before: &Procedure, step: StepKind, on: NaiveDate, today: NaiveDate) -> Result<(), ProcedureFault> {
    if !before.is_turn_of(step) {
        return Err(ProcedureFault::NotItsTurn);
    }
    let from = before.before(step).and_then(StepDone::over_on).unwrap_or(before.day_zero);
    in_time(on, from, today)
}

fn plain(step: StepKind, result: StepResult, on: NaiveDate) -> StepDone {
    StepDone {
        step,
        result,
        on,
        until: None,
        closed_on: None,
        at: String::new(),
        people: Vec::new(),
        papers: Vec::new(),
        objections: Vec::new(),
        note: Personal::default(),
        by: None,
    }
}

fn posted(
    before: &Procedure,
    step: StepKind,
    (on, until): (NaiveDate, Option<NaiveDate>),
    at: &str,
    today: NaiveDate,
) -> Result<StepDone, ProcedureFault> {
    if !step.is_notice() || before.done(step).is_some() {
        return Err(ProcedureFault::NotItsTurn);
    }
    turn_of(before, step, on, today)?;
    let least = before.notice_until(step, on);
    // Where the plan names no days somebody says how long it hangs.
    let until = until.or(least).ok_or(ProcedureFault::NoticeTooShort)?;
    if until < least.unwrap_or(on) {
        return Err(ProcedureFault::NoticeTooShort);
    }
    Ok(StepDone { until: Some(until), at: clean_text(at), ..plain(step, StepResult::Hanging, on) })
}

fn pass(before: &Procedure, entry: &StepEntry, by: Option<&ContactName>, today: NaiveDate) -> Acted {
    let rule = before.rule(entry.step).ok_or(ProcedureFault::Unknown)?;
    let done = if rule.step.is_notice() { close(before, entry, today)? } else { review(before, rule, entry, today)? };
    let mut after = before.clone();
    after.keep(done, by);
    after.decide(entry.step, entry.on);
    Ok(after)
}

/// A step that is no notice.
fn review(
    before: &Procedure,
    rule: &StepRule,
    entry: &StepEntry,
    today: NaiveDate,
) -> Result<StepDone, ProcedureFault> {
    turn_of(before, rule.step, entry.on, today)?;
    if before.asks_grounds_at(rule.step) {
        before.grounds_allow(&entry.note)?;
    }
    let people = named(&entry.people);
    let verifiers = people.iter().filter(|it| it.role != Role::Household).count();
    if verifiers < usize::try_from(rule.people.unwrap_or(0)).unwrap_or(usize::MAX) {
        return Err(ProcedureFault::TooFewPeople);
    }
    if rule.signed.is_some_and(|signed| !is_signed(signed, &people)) {
        return Err(ProcedureFault::NotSigned);
    }
    let (papers, note) = (entry.papers.clone(), clean_note(&entry.note).into());
    Ok(StepDone { people, papers, note, ..plain(rule.step, StepResult::Passed, entry.on) })
}

/// A notice that hangs is closed: not before the day after its last, and not without saying whether anybody objected.
fn close(before: &Procedure, entry: &StepEntry, today: NaiveDate) -> Result<StepDone, ProcedureFault> {
    let hanging = before.done(entry.step).filter(|done| done.result == StepResult::Hanging);
    let hanging = hanging.ok_or(ProcedureFault::NoticeNotPosted)?;
    if entry.on > today {
        return Err(ProcedureFault::DayImpossible);
    }
    if hanging.until.is_none_or(|until| entry.on <= until) {
        return Err(ProcedureFault::NoticeNotOver);
    }
    let objections = entry.objections.clone().ok_or(ProcedureFault::ObjectionsNotSaid)?;
    if objections.iter().any(|it| clean_note(&it.what).is_empty() || clean_note(&it.finding).is_empty()) {
        return Err(ProcedureFault::FindingMissing);
    }
    if objections.iter().any(|it| it.upheld) {
        return Err(ProcedureFault::ObjectionUpheld);
    }
    Ok(StepDone {
        result: StepResult::Passed,
        closed_on: Some(entry.on),
        people: named(&entry.people),
        papers: entry.papers.clone(),
        objections,
        note: clean_note(&entry.note).into(),
        ..hanging.clone()
    })
}

fn named(people: &[StepPerson]) -> Vec<StepPerson> {
    let named = people.iter().map(|it| StepPerson { name: clean_name(&it.name).into(), ..it.clone() });
    let mut named: Vec<StepPerson> = named.filter(|it| !it.name.is_empty()).collect();
    let mut seen = std::collections::BTreeSet::new();
    // The same name twice is one person.
    named.retain(|it| seen.insert(it.name.clone()));
    named
}

fn is_signed(signed: Signed, people: &[StepPerson]) -> bool {
    let by = |role: Role| people.iter().any(|it| it.role == role && it.signed);
    match signed {
        Signed::All => !people.is_empty() && people.iter().all(|it| it.signed),
        Signed::Chief => by(Role::Chief),
        Signed::Both => by(Role::Household) && people.iter().any(|it| it.role != Role::Household && it.signed),
    }
}

/// What came after the step is to be done again; the record of it stays in the history.
fn send_back(before: &Procedure, to: StepKind, why: &Personal) -> Acted {
    if !before.is_undecided() || !before.is_over(to) {
        return Err(ProcedureFault::NotItsTurn);
    }
    said(why)?;
    let mut after = before.clone();
    let again = before.course.iter().map(|rule| rule.step).skip_while(|step| *step != to);
    let again: Vec<StepKind> = again.collect();
    after.steps.retain(|done| !again.contains(&done.step));
    Ok(after)
}
