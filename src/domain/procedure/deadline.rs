//! The days of a procedure: when its decision is due, when each notice must be posted at the latest so that it still
//! holds, and what is late. The last day is in time; where the plan names no day, none is counted.

use chrono::{Days, NaiveDate};

use super::{Procedure, StepResult};
use crate::domain::policy::{DayKind, StepKind};
use crate::domain::working_days::{Holidays, TermEnd, is_working_day};

/// The step whose end the term of the whole is held against.
const DECISION: StepKind = StepKind::Decision;

/// How far a procedure is in its term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermNow {
    pub end: TermEnd,
    /// Days of the term's kind from day 0 to today, and left until its end; negative once it has passed.
    pub used: i64,
    pub left: i64,
}

/// A day that something of a procedure is due on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepDue {
    pub step: StepKind,
    pub on: NaiveDate,
}

impl Procedure {
    /// The last day on which the decision is in time; none where the plan names no days.
    pub fn decide_by(&self, holidays: &Holidays) -> Option<TermEnd> {
        self.term.map(|term| term.after(self.day_zero, holidays))
    }

    /// The term as it stands on a day, until the decision.
    pub fn term_now(&self, today: NaiveDate, holidays: &Holidays) -> Option<TermNow> {
        let (term, end) = (self.term?, self.decide_by(holidays)?);
        if !self.is_undecided() {
            return None;
        }
        let between = |from: NaiveDate, to: NaiveDate| match term.kind {
            DayKind::Calendar => (to - from).num_days(),
            DayKind::Working => working_days_between(from, to, holidays),
        };
        Some(TermNow { end, used: between(self.day_zero, today), left: between(today, end.on) })
    }

    /// The last day of a notice that is posted on a day: the day of posting is not counted, so that five days are five
    /// full days. None where the plan names none.
    pub fn notice_until(&self, step: StepKind, from: NaiveDate) -> Option<NaiveDate> {
        let days = self.rule(step)?.days?;
        from.checked_add_days(Days::new(days.into()))
    }

    /// The last day on which each notice that is not posted yet can be posted so that the decision is in time, in their
    /// order. A notice is closed on the day after its last, and the step behind it may be done on that day.
    pub fn last_postings(&self, holidays: &Holidays) -> Vec<StepDue> {
        let Some(end) = self.decide_by(holidays).filter(|_| self.is_undecided()) else { return Vec::new() };
        let mut latest = end.on;
        let mut postings = Vec::new();
        let to_decision = self.course.iter().take_while(|rule| rule.step != DECISION);
        let open: Vec<_> = to_decision.filter(|rule| rule.step.is_notice() && self.done(rule.step).is_none()).collect();
        for rule in open.into_iter().rev() {
            let Some(days) = rule.days else { continue };
            let Some(on) = latest.checked_sub_days(Days::new(u64::from(days) + 1)) else { continue };
            postings.push(StepDue { step: rule.step, on });
            latest = on;
        }
        postings.reverse();
        postings
    }

    /// The day by which the step that waits is to be done, by the plan: a notice is closed on the day after its last, a
    /// step with days of its own within them; the decision by the end of the term.
    pub fn step_due(&self, step: StepKind, holidays: &Holidays) -> Option<NaiveDate> {
        let done = self.done(step);
        if let Some(until) = done.filter(|done| done.result == StepResult::Hanging).and_then(|done| done.until) {
            return until.succ_opt();
        }
        let rule = self.rule(step)?;
        if rule.step.is_notice() {
            return self.last_postings(holidays).into_iter().find(|due| due.step == step).map(|due| due.on);
        }
        let of_its_own = rule.days.and_then(|days| {
            let from = if rule.beside { self.done(StepKind::VillageNotice) } else { self.before(step) };
            from?.over_on()?.checked_add_days(Days::new(days.into()))
        });
        let of_all = || self.decide_by(holidays).filter(|_| step == DECISION).map(|end| end.on);
        of_its_own.or_else(of_all)
    }

    /// What is due next: the earliest of the steps that may be done now and of the decision; none where the plan names no
    /// day for any.
    pub fn next_due(&self, holidays: &Holidays) -> Option<StepDue> {
        if !self.is_running() {
            return None;
        }
        let open = self.course.iter().map(|rule| rule.step).filter(|step| self.is_turn_of(*step));
        let dues = open.filter_map(|step| Some(StepDue { step, on: self.step_due(step, holidays)? }));
        let whole = self.decide_by(holidays).filter(|_| self.is_undecided());
        let whole = whole.map(|end| StepDue { step: DECISION, on: end.on });
        dues.chain(whole).min_by_key(|due| due.on)
    }
}

/// Working days after the first day up to the second; negative where that lies before it.
fn working_days_between(from: NaiveDate, to: NaiveDate, holidays: &Holidays) -> i64 {
    let (first, last, sign) = if to >= from { (from, to, 1) } else { (to, from, -1) };
    let days = first.iter_days().skip(1).take_while(|day| *day <= last);
    sign * i64::try_from(days.filter(|day| is_working_day(*day, holidays)).count()).unwrap_or(i64::MAX)
}
