//! From the fields to an entry, and what of them cannot be read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::checks::{Check, CheckAnswer, Finding};
use crate::domain::clean::{clean_name, clean_text};
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::household::{HEAD, Member};
use crate::domain::income::{Amounts, IncomeItem, IncomeSource, SourceLine};
use crate::domain::measure::{Measure, MeasureAnswer, MeasureReview};
use crate::domain::member_answers::{MemberAnswers, Schooling};
use crate::domain::money::Amount;
use crate::domain::policy_followed::{PolicyAnswer, PolicyFollowed};
use crate::domain::problem::ProblemState;
use crate::domain::question::Question;
use crate::domain::spending::{SpendingKind, SpendingLine};
use crate::domain::typed_day::typed_month;
use crate::domain::visit::{Findings, PersonMet, VisitOutcome};
use crate::domain::visit_entry::{ClosingEntry, IncomeEntry, ProblemEntry, VisitEntry};
use crate::tui::form::kit::{NO, YES, amount_key};

use super::VisitForm;
use super::arrange::{lines_of, water_levels, water_of};
use super::fields::{MET_HEAD, MET_NOBODY, MET_OTHER};
use super::key::{Group, Key, Part};
use super::said::{Unreadable, said, yes_or_no};
use crate::tui::form::Form;

/// The entry that the fields hold.
pub(super) fn entry(screen: &VisitForm, unreadable: &mut Vec<Unreadable>) -> VisitEntry {
    let form = &screen.form;
    if !matches!(form.day("date"), Ok(Some(_))) {
        unreadable.push(("date".to_owned(), "form-problem-date"));
    }
    let nobody = form.value("met") == MET_NOBODY;
    let met = met(screen);
    if form.value("met") == MET_OTHER && met.is_none() {
        unreadable.push(("met.name".to_owned(), "form-problem-met-name"));
    }
    let mut entry = VisitEntry {
        household_id: screen.file.household.id,
        // A date that cannot be read was told; the rest is looked at all the same.
        visited_on: screen.visit_day(),
        purpose: None,
        mode: None,
        outcome: if nobody { VisitOutcome::NobodyMet } else { VisitOutcome::Met },
        visitors: Vec::new(),
        met,
        income: income(form, screen.today, unreadable),
        findings: findings(screen, unreadable),
        problems: problems(screen, unreadable),
        closings: closings(form),
        note: String::new().into(),
        known_that_day: screen.others_on(screen.visit_day()).map(|visit| visit.id).collect(),
    };
    for question in Question::ALL {
        question.say(&mut entry, said(screen, *question, unreadable));
    }
    entry
}

fn met(screen: &VisitForm) -> Option<PersonMet> {
    let form = &screen.form;
    if screen.is_as_saved(&["met", "met.name", "met.relation"]) {
        return screen.correcting.as_ref().and_then(|state| state.visit.met.clone());
    }
    let member = |found: &Member| PersonMet {
        member_id: Some(found.id),
        name: found.fact(MemberFact::Name).to_owned().into(),
        relation: found.fact(MemberFact::Relation).to_owned(),
    };
    match form.value("met") {
        "" | MET_NOBODY => None,
        MET_HEAD => Some(screen.file.members.iter().find(|it| it.is_head()).map_or_else(
            || PersonMet {
                member_id: None,
                name: screen.file.household.fact(HouseholdFact::Name).to_owned().into(),
                relation: HEAD.to_owned(),
            },
            member,
        )),
        MET_OTHER => {
            let name = clean_name(form.value("met.name"));
            let relation = clean_text(form.value("met.relation"));
            (!name.is_empty()).then_some(PersonMet { member_id: None, name: name.into(), relation })
        }
        id => {
            let id = id.parse().ok()?;
            screen.file.members.iter().find(|it| it.id == id).map(member)
        }
    }
}

fn findings(screen: &VisitForm, unreadable: &mut Vec<Unreadable>) -> Findings {
    let form = &screen.form;
    let mut checks = BTreeMap::new();
    let water = water_levels(form);
    for check in Check::ALL.iter().copied() {
        let answer = if check == Check::Water {
            Some(water_of(form)).filter(|_| !water.is_empty())
        } else {
            CheckAnswer::from_code(form.value(&Key::Check(check).text()))
        };
        if let Some(answer) = answer {
            checks.insert(check, Finding { answer, note: clean_text(form.value(&Key::CheckNote(check).text())) });
        }
    }
    Findings {
        checks,
        members: members(screen),
        water,
        spending: spending(form, unreadable),
        measures: measures(screen),
        policies_followed: policies_followed(screen),
        ..Findings::default()
    }
}

/// What became of the policies that earlier visits found due; in a correction what was said of one that is
/// not asked about any more stays.
fn policies_followed(screen: &VisitForm) -> Vec<PolicyFollowed> {
    let asked = screen.form.fields.iter().filter(|field| field.visible);
    let answered = asked.filter_map(|field| {
        let Key::Policy(what) = Key::of(&field.key)? else { return None };
        Some(PolicyFollowed { what, answer: PolicyAnswer::from_code(field.value())? })
    });
    let saved = screen.correcting.as_ref().map(|state| state.visit.findings.policies_followed.as_slice());
    let is_gone = |followed: &&PolicyFollowed| {
        screen.form.field(&Key::Policy(followed.what.clone()).text()).is_none_or(|field| !field.visible)
    };
    answered.chain(saved.unwrap_or_default().iter().filter(is_gone).cloned()).collect()
}

/// What was seen of the measures; in a correction what was said of one that was taken back since stays.
fn measures(screen: &VisitForm) -> Vec<MeasureReview> {
    let review = |measure: &Measure| {
        let value = screen.form.value(&Key::Measure(measure.id).text());
        let answers: Vec<_> = value.split(',').filter_map(MeasureAnswer::from_code).collect();
        let review =
            MeasureReview { measure_id: measure.id, measure: measure.kind, item: measure.item.clone(), answers };
        (!review.answers.is_empty()).then_some(review)
    };
    let saved = screen.correcting.as_ref().map(|state| state.visit.findings.measures.as_slice()).unwrap_or_default();
    let is_gone = |review: &&MeasureReview| !screen.file.measures.iter().any(|it| it.id == review.measure_id);
    screen.file.measures.iter().filter_map(review).chain(saved.iter().filter(is_gone).cloned()).collect()
}

/// What was answered member by member; those of whom nothing was said are left out.
///
/// In a correction the persons are those of the visit: one who left the household since stays, and one
/// who came since is answered for only if the answer was changed.
fn members(screen: &VisitForm) -> Vec<MemberAnswers> {
    let saved = screen.correcting.as_ref().map(|state| state.visit.findings.members.as_slice()).unwrap_or_default();
    let schooling: BTreeMap<usize, Option<Schooling>> = screen.schooling().collect();
    let insurance_as_saved = screen.is_as_saved(&[&Key::Insurance.text()]);
    let answers = screen.insurance().into_iter().map(|(at, insurance)| {
        let member = &screen.file.members[at];
        let before = saved.iter().find(|answers| answers.member_id == member.id);
        let name = before.map_or_else(|| member.fact(MemberFact::Name).to_owned(), |before| before.name.clone().into());
        let before = before.and_then(|before| before.insurance);
        let insurance = if insurance_as_saved { before } else { insurance };
        MemberAnswers {
            member_id: member.id,
            name: name.into(),
            schooling: schooling.get(&at).copied().flatten(),
            insurance,
        }
    });
    let has_left = |answers: &&MemberAnswers| !screen.file.members.iter().any(|it| it.id == answers.member_id);
    let gone = saved.iter().filter(has_left).cloned();
    answers.filter(|answers| answers.schooling.is_some() || answers.insurance.is_some()).chain(gone).collect()
}

fn spending(form: &Form, unreadable: &mut Vec<Unreadable>) -> Vec<SpendingLine> {
    let mut spending = Vec::new();
    for line in lines(form, Group::Spending) {
        let key = |part| Key::Line(Group::Spending, line, part).text();
        let Some(kind) = SpendingKind::from_code(form.value(&key(Part::Kind))) else { continue };
        let amount = amount(form, &key(Part::Amount), unreadable);
        spending.push(SpendingLine { kind, amount, solved: yes_or_no(form.value(&key(Part::Solved))) });
    }
    spending
}

/// The problems left open that were found solved.
fn closings(form: &Form) -> Vec<ClosingEntry> {
    let closed = form.fields.iter().filter(|field| field.visible && field.value() == YES);
    let ids = closed
        .filter_map(|field| if let Key::Closing(problem_id) = Key::of(&field.key)? { Some(problem_id) } else { None });
    ids.map(|problem_id| ClosingEntry {
        problem_id,
        done: clean_text(form.value(&Key::ClosingNote(problem_id).text())),
    })
    .collect()
}

/// The amount of a field: none where it is empty.
fn amount(form: &Form, key: &str, unreadable: &mut Vec<Unreadable>) -> Option<Amount> {
    form.amount(key).unwrap_or_else(|sentence| {
        unreadable.push((key.to_owned(), sentence));
        None
    })
}

/// The lines of a group that say something.
pub(super) fn lines(form: &Form, group: Group) -> Vec<usize> {
    let mut lines = lines_of(form, group);
    lines.retain(|line| !form.value(&Key::Line(group, *line, group.first()).text()).is_empty());
    lines
}

fn income(form: &Form, today: NaiveDate, unreadable: &mut Vec<Unreadable>) -> Option<IncomeEntry> {
    let mut amounts = Amounts::new();
    for item in IncomeItem::ALL {
        if let Some(amount) = amount(form, &amount_key(*item), unreadable) {
            amounts.insert(*item, amount);
        }
    }
    let mut sources = Vec::new();
    for line in lines(form, Group::Source) {
        let key = |part| Key::Line(Group::Source, line, part).text();
        let Some(source) = IncomeSource::from_code(form.value(&key(Part::Kind))) else { continue };
        sources.push(SourceLine {
            source,
            detail: clean_text(form.value(&key(Part::Detail))),
            amount: amount(form, &key(Part::Amount), unreadable),
            counts: form.value(&key(Part::Counts)) != NO,
        });
    }
    let has_none = amounts.is_empty() && sources.is_empty();
    let is_stated = !form.value("month").trim().is_empty();
    let Ok(month) = typed_month(form.value("month"), today) else {
        let problem = if is_stated { "form-problem-month" } else { "form-problem-month-missing" };
        // Without amounts a month may be left open; one that cannot be read is not let go in silence.
        if is_stated || !has_none {
            unreadable.push(("month".to_owned(), problem));
        }
        return None;
    };
    if has_none {
        return None;
    }
    Some(IncomeEntry { month, amounts, sources })
}

fn problems(screen: &VisitForm, unreadable: &mut Vec<Unreadable>) -> Vec<ProblemEntry> {
    let form = &screen.form;
    let mut problems = Vec::new();
    for line in lines(form, Group::Problem) {
        let key = |part| Key::Line(Group::Problem, line, part).text();
        let deadline = form.day(&key(Part::Deadline)).unwrap_or_else(|sentence| {
            unreadable.push((key(Part::Deadline), sentence));
            None
        });
        problems.push(ProblemEntry {
            id: form.field(&key(Part::Id)).and_then(|field| field.value().parse().ok()),
            what: clean_text(form.value(&key(Part::What))),
            check: Check::from_code(form.value(&key(Part::Check))),
            unit: clean_text(form.value(&key(Part::Unit))),
            deadline,
            state: ProblemState::from_code(form.value(&key(Part::State))).unwrap_or(ProblemState::Open),
        });
    }
    problems
}
