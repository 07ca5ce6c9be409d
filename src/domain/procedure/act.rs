//! What is done about a procedure, and what keeps it from being done: nothing is skipped silently, no notice is closed
//! before it is over, nobody is turned away without a word.

use chrono::NaiveDate;

use super::fault::ProcedureFault;
use super::guards::{named, refuse_people};
use super::{
    Ended, FoundBy, GreenChannel, GroundAnswer, Meeting, Objection, PaperKept, Procedure, ProcedureEnd, StepDone,
    StepPerson, StepResult,
};
use crate::domain::clean::{clean_note, clean_text};
use crate::domain::contact::ContactName;
use crate::domain::personal::Personal;
use crate::domain::policy::{MeetingKind, ProcedureKind, StepKind, StepRule};

/// No notice hangs longer.
const MOST_NOTICE_DAYS: i64 = 90;

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
    /// Papers of a step that is done come in later, or lie elsewhere now.
    Papers {
        step: StepKind,
        papers: Vec<PaperKept>,
    },
    /// A step is not done here, and why.
    NotHere {
        step: StepKind,
        on: NaiveDate,
        why: Personal,
    },
    /// Back to an earlier step, to be checked again: what came after it is to be done again.
    SendBack {
        to: StepKind,
        on: NaiveDate,
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

type Acted = Result<Procedure, ProcedureFault>;

impl ProcedureAct {
    /// The procedure after it. `by` records it.
    pub fn of(&self, before: &Procedure, by: Option<&ContactName>, today: NaiveDate) -> Acted {
        let goes_on_after = matches!(self, Self::Pass(_) | Self::Post { .. } | Self::NotHere { .. } | Self::Assign(_));
        let is_of_papers = matches!(self, Self::Papers { .. });
        if before.voided || !(is_of_papers || before.is_undecided() || (goes_on_after && before.is_running())) {
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
            Self::Papers { step, papers } => return keep_papers(before, *step, papers),
            Self::Pass(entry) => return pass(before, entry, by, today),
            Self::NotHere { step, on, why } => {
                turn_of(before, *step, *on, today)?;
                // Nobody is taken in, or let go, by a step that was left out; and what hangs is closed.
                if before.decides_at() == Some(*step) || before.done(*step).is_some() {
                    return Err(ProcedureFault::CannotBeLeftOut);
                }
                let note = said(why)?;
                if before.asks_grounds_at(*step) {
                    before.grounds_allow("", *on)?;
                }
                after.keep(StepDone { note, ..plain(*step, StepResult::NotHere, *on) }, by);
            }
            Self::SendBack { to, on, why } => return send_back(before, *to, (*on, why), today),
            Self::Refuse { on, why, explained_by } => {
                after.end(ProcedureEnd::Refused, *on, said(why)?, said(explained_by)?, today)?;
            }
            Self::Withdraw { on, why } => {
                after.end(ProcedureEnd::Withdrawn, *on, clean_note(why).into(), Personal::default(), today)?;
            }
            Self::Green { on, why } => {
                let is_entry = matches!(before.kind, ProcedureKind::Identification | ProcedureKind::ReIdentification);
                if !is_entry {
                    return Err(ProcedureFault::Unknown);
                }
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

    /// The step that makes it so: the decision, or where the plan asks the household behind it, its acceptance.
    pub fn decides_at(&self) -> Option<StepKind> {
        [StepKind::Acceptance, StepKind::Decision].into_iter().find(|step| self.rule(*step).is_some())
    }

    /// With that step it is approved.
    fn decide(&mut self, step: StepKind, on: NaiveDate) {
        if self.decides_at() == Some(step) && self.ended.is_none() {
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
        let last = self.steps.iter().map(|done| done.closed_on.unwrap_or(done.on)).max().unwrap_or(self.day_zero);
        in_time(on, last.min(today), today)?;
        self.ended = Some(Ended { end, on, why, explained_by });
        Ok(())
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
    in_time(on, before.earliest(step), today)
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
    // What speaks against it is not hung up; what is not known yet was let pass where it was asked.
    before.grounds_allow("-", on)?;
    let least = before.notice_until(step, on);
    // Where the plan names no days somebody says how long it hangs.
    let until = until.or(least).ok_or(ProcedureFault::NoticeUntilMissing)?;
    if until < least.unwrap_or(on) {
        return Err(ProcedureFault::NoticeTooShort);
    }
    if (until - on).num_days() > MOST_NOTICE_DAYS {
        return Err(ProcedureFault::NoticeTooLong);
    }
    Ok(StepDone { until: Some(until), at: clean_text(at), ..plain(step, StepResult::Hanging, on) })
}

fn pass(before: &Procedure, entry: &StepEntry, by: Option<&ContactName>, today: NaiveDate) -> Acted {
    let rule = before.rule(entry.step).ok_or(ProcedureFault::Unknown)?;
    let done = if rule.step.is_notice() { close(before, entry, today)? } else { review(before, rule, entry, today)? };
    let mut after = before.clone();
    if done.objections.iter().any(|it| it.upheld) {
        let explained_by = done.people.first().map(|it| it.name.clone()).unwrap_or_default();
        after.ended = Some(Ended { end: ProcedureEnd::Refused, on: entry.on, why: done.note.clone(), explained_by });
    }
    after.keep(done, by);
    after.decide(entry.step, entry.on);
    Ok(after)
}

/// A paper that is named again lies where it was named last.
fn keep_papers(before: &Procedure, step: StepKind, papers: &[PaperKept]) -> Acted {
    let mut after = before.clone();
    let done = after.steps.iter_mut().find(|done| done.step == step).filter(|_| !before.voided);
    let done = done.ok_or(ProcedureFault::NotItsTurn)?;
    for paper in papers {
        done.papers.retain(|known| known.form != paper.form);
        done.papers.push(paper.clone());
    }
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
        before.grounds_allow(&entry.note, entry.on)?;
    }
    let people = named(&entry.people);
    refuse_people(rule, &people)?;
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
    let is_upheld = objections.iter().any(|it| it.upheld);
    // Who is turned away is told why, and by whom.
    if is_upheld && (clean_note(&entry.note).is_empty() || named(&entry.people).is_empty()) {
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

/// What came after the step is to be done again; the record of it stays in the history.
fn send_back(before: &Procedure, to: StepKind, (on, why): (NaiveDate, &Personal), today: NaiveDate) -> Acted {
    if !before.is_undecided() || before.done(to).is_none() {
        return Err(ProcedureFault::NotItsTurn);
    }
    said(why)?;
    let last = before.steps.iter().map(|done| done.closed_on.unwrap_or(done.on)).max().unwrap_or(before.day_zero);
    in_time(on, last, today)?;
    let mut after = before.clone();
    after.sent_back_on = Some(on);
    let again = before.course.iter().map(|rule| rule.step).skip_while(|step| *step != to);
    let again: Vec<StepKind> = again.collect();
    after.steps.retain(|done| !again.contains(&done.step));
    Ok(after)
}
