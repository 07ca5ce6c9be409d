//! From the fields to an entry. What cannot be read, or is missing, is marked on its field.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::domain::checks::{Check, CheckAnswer, Finding, HousingGrade, WaterSource, water_answer};
use crate::domain::clean::{clean_name, clean_text};
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::household::HEAD;
use crate::domain::income::{Amounts, IncomeItem, IncomeSource, SourceLine};
use crate::domain::money::{Amount, AmountProblem};
use crate::domain::problem::ProblemState;
use crate::domain::visit::{
    Findings, LifeChange, PersonMet, Signature, SignatureKind, VisitMode, VisitOutcome, VisitPurpose,
};
use crate::domain::visit_entry::{EntryProblem, IncomeEntry, ProblemEntry, VisitEntry};
use crate::i18n::Words;

use super::super::super::form::{Field, Form};
use super::VisitForm;
use super::arrange::{day_of, line_of, water_levels};
use super::fields::{MET_HEAD, MET_NOBODY, MET_OTHER, amount_key, check_key, check_note_key};

/// A field that cannot be read, and the key of the words for why.
type Unreadable = (String, &'static str);

pub(super) fn read(screen: &mut VisitForm, words: &Words) -> Option<VisitEntry> {
    screen.form.clear_problems();
    let mut unreadable = Vec::new();
    let entry = entry(screen, &mut unreadable);
    let refused = entry.problems(screen.today);
    unreadable.extend(refused.iter().map(|problem| (field_of(*problem), sentence_of(*problem))));
    // Marked in the order of the form, so that the first one gets the focus.
    unreadable.sort_by_key(|(key, _)| screen.form.fields.iter().position(|field| field.key == *key));
    for (key, sentence) in &unreadable {
        screen.form.mark(key, words.t(sentence));
    }
    unreadable.is_empty().then_some(entry)
}

fn field_of(problem: EntryProblem) -> String {
    match problem {
        EntryProblem::Day(_) => "date".to_owned(),
        EntryProblem::VisitorMissing => "visitors".to_owned(),
        EntryProblem::ModeMissing => "mode".to_owned(),
        EntryProblem::MetMissing | EntryProblem::AnswersOfNobody => "met".to_owned(),
        EntryProblem::NoteMissing(check) => check_note_key(check),
        EntryProblem::NotApplicable(check) => check_key(check),
        EntryProblem::SignatureReasonMissing => "signature.reason".to_owned(),
        EntryProblem::IncomeInFuture => "month".to_owned(),
    }
}

fn sentence_of(problem: EntryProblem) -> &'static str {
    use crate::domain::visit::VisitDayProblem;
    match problem {
        EntryProblem::Day(VisitDayProblem::Future) => "form-problem-future",
        EntryProblem::Day(VisitDayProblem::TooEarly) => "form-problem-too-early",
        EntryProblem::VisitorMissing => "form-problem-visitor",
        EntryProblem::ModeMissing => "form-problem-mode",
        EntryProblem::MetMissing | EntryProblem::AnswersOfNobody => "form-problem-met",
        EntryProblem::NoteMissing(_) => "form-problem-note",
        EntryProblem::NotApplicable(_) => "form-problem-not-applicable",
        EntryProblem::SignatureReasonMissing => "form-problem-reason",
        EntryProblem::IncomeInFuture => "form-problem-month-future",
    }
}

fn entry(screen: &VisitForm, unreadable: &mut Vec<Unreadable>) -> VisitEntry {
    let form = &screen.form;
    let visited_on = day_of(form.value("date"));
    if visited_on.is_none() {
        unreadable.push(("date".to_owned(), "form-problem-date"));
    }
    let nobody = form.value("met") == MET_NOBODY;
    let met = met(screen);
    if form.value("met") == MET_OTHER && met.is_none() {
        unreadable.push(("met.name".to_owned(), "form-problem-met-name"));
    }
    let visitors = form.value("visitors").split(['、', ',', '，', ';', '；', '/']).flat_map(names);
    let income = income(form, unreadable);
    let problems = problems(form, unreadable);
    VisitEntry {
        household_id: screen.file.household.id,
        // A date that cannot be read was told; the rest is looked at all the same.
        visited_on: visited_on.unwrap_or(screen.today),
        purpose: VisitPurpose::from_code(form.value("purpose")),
        mode: VisitMode::from_code(form.value("mode")),
        outcome: if nobody { VisitOutcome::NobodyMet } else { VisitOutcome::Met },
        visitors: visitors.collect(),
        met,
        findings: findings(form),
        income,
        problems,
        note: clean_text(form.value("note")),
    }
}

/// The names in a text without other separators: a blank parts Chinese names, and belongs to others.
fn names(text: &str) -> Vec<String> {
    let parts =
        if text.contains(|c: char| c.is_ascii_alphabetic()) { vec![text] } else { text.split_whitespace().collect() };
    parts.into_iter().map(clean_name).filter(|name| !name.is_empty()).collect()
}

fn met(screen: &VisitForm) -> Option<PersonMet> {
    let form = &screen.form;
    let member = |found: &crate::domain::household::Member| PersonMet {
        member_id: Some(found.id),
        name: found.fact(MemberFact::Name).to_owned(),
        relation: found.fact(MemberFact::Relation).to_owned(),
    };
    match form.value("met") {
        "" | MET_NOBODY => None,
        MET_HEAD => Some(screen.file.members.iter().find(|it| it.is_head()).map_or_else(
            || PersonMet {
                member_id: None,
                name: screen.file.household.fact(HouseholdFact::Name).to_owned(),
                relation: HEAD.to_owned(),
            },
            member,
        )),
        MET_OTHER => {
            let name = clean_name(form.value("met.name"));
            let relation = clean_text(form.value("met.relation"));
            (!name.is_empty()).then_some(PersonMet { member_id: None, name, relation })
        }
        id => {
            let id = Uuid::parse_str(id).ok()?;
            screen.file.members.iter().find(|it| it.id == id).map(member)
        }
    }
}

fn findings(form: &Form) -> Findings {
    let mut checks = BTreeMap::new();
    let water = water_levels(form);
    for check in Check::ALL.iter().copied() {
        let answer = match check {
            Check::Water => Some(water_answer(&water)).filter(|_| !water.is_empty()),
            _ => CheckAnswer::from_code(form.value(&check_key(check))),
        };
        if let Some(answer) = answer {
            checks.insert(check, Finding { answer, note: clean_text(form.value(&check_note_key(check))) });
        }
    }
    let signature = SignatureKind::from_code(form.value("signature"));
    Findings {
        checks,
        housing_grade: HousingGrade::from_code(form.value("housing.grade")),
        water,
        water_source: WaterSource::from_code(form.value("water.source")),
        changes: form.value("changes").split(',').filter_map(LifeChange::from_code).collect(),
        policies_due: clean_text(form.value("policies_due")),
        requests: clean_text(form.value("requests")),
        signature: signature.map(|kind| Signature { kind, reason: clean_text(form.value("signature.reason")) }),
    }
}

/// The amount of a field: none where it is empty.
fn amount(form: &Form, key: &str, unreadable: &mut Vec<Unreadable>) -> Option<Amount> {
    let text = form.value(key);
    if text.is_empty() {
        return None;
    }
    let sentence = match Amount::parse(text) {
        Ok(amount) => return Some(amount),
        Err(AmountProblem::Unreadable) => "form-problem-amount",
        Err(AmountProblem::Negative) => "form-problem-amount-negative",
        Err(AmountProblem::TooLarge) => "form-problem-amount-large",
        Err(AmountProblem::TooFine) => "form-problem-amount-fine",
    };
    unreadable.push((key.to_owned(), sentence));
    None
}

/// The numbers of a group's lines that say something in their first field.
fn lines(form: &Form, group: &str, first: &str) -> Vec<usize> {
    let keys = form.fields.iter().filter(|field| field.key.ends_with(first)).map(|field: &Field| field.key.as_str());
    keys.filter(|key| !form.value(key).is_empty()).filter_map(|key| line_of(key, group)).collect()
}

fn income(form: &Form, unreadable: &mut Vec<Unreadable>) -> Option<IncomeEntry> {
    let mut amounts = Amounts::new();
    for item in IncomeItem::ALL {
        if let Some(amount) = amount(form, &amount_key(*item), unreadable) {
            amounts.insert(*item, amount);
        }
    }
    let mut sources = Vec::new();
    for line in lines(form, "source", ".kind") {
        let key = |part: &str| format!("source.{line}.{part}");
        let Some(source) = IncomeSource::from_code(form.value(&key("kind"))) else { continue };
        sources.push(SourceLine {
            source,
            detail: clean_text(form.value(&key("detail"))),
            amount: amount(form, &key("amount"), unreadable),
            counts: form.value(&key("counts")) != "no",
        });
    }
    if amounts.is_empty() && sources.is_empty() {
        return None;
    }
    let Ok(month) = form.value("month").parse() else {
        unreadable.push(("month".to_owned(), "form-problem-month"));
        return None;
    };
    Some(IncomeEntry { month, amounts, sources })
}

fn problems(form: &Form, unreadable: &mut Vec<Unreadable>) -> Vec<ProblemEntry> {
    let mut problems = Vec::new();
    for line in lines(form, "problem", ".what") {
        let key = |part: &str| format!("problem.{line}.{part}");
        let stated = form.value(&key("deadline"));
        let deadline = day_of(stated);
        if deadline.is_none() && !stated.is_empty() {
            unreadable.push((key("deadline"), "form-problem-date"));
        }
        problems.push(ProblemEntry {
            what: clean_text(form.value(&key("what"))),
            check: Check::from_code(form.value(&key("check"))),
            unit: clean_text(form.value(&key("unit"))),
            deadline,
            state: ProblemState::from_code(form.value(&key("state"))).unwrap_or(ProblemState::Open),
        });
    }
    problems
}
