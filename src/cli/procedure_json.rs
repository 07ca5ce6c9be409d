//! Procedures as programs read them.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::assessment::Assessment;
use crate::domain::contact::ContactName;
use crate::domain::label::HouseholdLabel;
use crate::domain::policy::{MeetingKind, PaperRule, Signed, StepKind, StepRule};
use crate::domain::procedure::{FoundBy, Procedure, StepDone, StepPerson};
use crate::domain::working_days::Holidays;
use crate::ledger::ListedProcedure;

/// A procedure in the ledger.
pub(super) fn listed_json(it: &ListedProcedure, today: NaiveDate, holidays: &Holidays) -> Value {
    let procedure = &it.procedure;
    let (next, term) = (procedure.next_due(holidays), procedure.term_now(today, holidays));
    let end = procedure.decide_by(holidays);
    let ended = procedure.ended.as_ref();
    json!({
        "number": it.number,
        "kind": procedure.kind.code(),
        "code": it.row.code,
        "household_id": procedure.household_id.to_string(),
        "name": it.row.name,
        "village": it.row.village,
        "group": it.row.group,
        "policy": procedure.policy,
        "day_zero": procedure.day_zero,
        "category": procedure.category.map(HouseholdLabel::code),
        "risks": procedure.risks.iter().map(|risk| risk.code()).collect::<Vec<_>>(),
        "assigned_to": procedure.assigned_to.as_ref().map(ContactName::as_str),
        "running": procedure.is_running(),
        "waiting": procedure.waiting().map(StepKind::code),
        "next_step": next.map(|due| due.step.code()),
        "next_due": next.map(|due| due.on),
        "late": next.is_some_and(|due| due.on < today),
        "decide_by": end.map(|end| end.on),
        "without_holidays": end.map(|end| end.without_holidays),
        "days_used": term.map(|term| term.used),
        "days_left": term.map(|term| term.left),
        "green_channel": procedure.green.is_some(),
        "end": ended.map(|ended| ended.end.code()),
        "ended_on": ended.map(|ended| ended.on),
    })
}

/// The same with its steps, grounds, notices, missing papers and, of an elimination, its conditions.
pub(super) fn detail_json(
    it: &ListedProcedure,
    readiness: Option<&Assessment>,
    today: NaiveDate,
    holidays: &Holidays,
) -> Value {
    let procedure = &it.procedure;
    let mut all = listed_json(it, today, holidays);
    let postings = procedure.last_postings(holidays);
    let ended = procedure.ended.as_ref();
    all["steps"] = steps(procedure, holidays);
    all["grounds"] = procedure
        .grounds
        .iter()
        .map(|asked| {
            json!({
                "id": asked.ground.id,
                "wording": asked.ground.wording,
                "answer": asked.answer.code(),
                "found_by": asked.found_by.map(FoundBy::code),
                "department": asked.department,
                "on": asked.on,
                "note": asked.note,
                "unless": asked.ground.unless.map(MeetingKind::code),
            })
        })
        .collect();
    all["meeting"] = json!(procedure.meeting);
    all["last_postings"] = postings.iter().map(|due| json!({ "step": due.step.code(), "on": due.on })).collect();
    let missing = procedure.missing_papers().into_iter();
    all["missing_papers"] = missing.map(|(step, form)| json!({ "step": step.code(), "form": form.code() })).collect();
    all["why"] = json!(ended.map(|ended| &ended.why));
    all["explained_by"] = json!(ended.map(|ended| &ended.explained_by));
    all["conditions"] = json!(readiness.map(|readiness| {
        let conditions = readiness.conditions.iter();
        conditions.map(|it| json!({ "condition": it.condition.code(), "state": it.state.code() })).collect::<Vec<_>>()
    }));
    all
}

fn steps(procedure: &Procedure, holidays: &Holidays) -> Value {
    let step = |rule: &StepRule| {
        let done = procedure.done(rule.step);
        let people = done.map(|done| {
            let person = |it: &StepPerson| json!({ "name": it.name, "role": it.role.code(), "signed": it.signed });
            done.people.iter().map(person).collect::<Vec<_>>()
        });
        json!({
            "step": rule.step.code(),
            "wording": rule.wording,
            "reading": rule.is_reading,
            "days": rule.days,
            "people_asked": rule.people,
            "signed_asked": rule.signed.map(Signed::code),
            "beside": rule.beside,
            "may_be_done": procedure.is_turn_of(rule.step),
            "due": procedure.step_due(rule.step, holidays),
            "result": done.map(|done| done.result.code()),
            "on": done.map(|done| done.on),
            "until": done.and_then(|done| done.until),
            "closed_on": done.and_then(|done| done.closed_on),
            "at": done.map(|done| &done.at),
            "people": people,
            "papers": papers(rule, done),
            "objections": done.map(|done| json!(done.objections)),
            "note": done.map(|done| &done.note),
            "by": done.and_then(|done| done.by.as_ref()).map(ContactName::as_str),
        })
    };
    procedure.course.iter().map(step).collect()
}

/// Each paper that the plan asks for, and where it lies.
fn papers(rule: &StepRule, done: Option<&StepDone>) -> Value {
    let kept = |form| done.and_then(|done| done.papers.iter().find(|paper| paper.form == form)).map(|it| &it.place);
    let paper =
        |paper: &PaperRule| json!({ "form": paper.form.code(), "title": paper.title, "place": kept(paper.form) });
    rule.papers.iter().map(paper).collect()
}
