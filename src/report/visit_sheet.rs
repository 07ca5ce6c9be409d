//! What stands on the printed sheet of a visit: the household, every answer with last time's beside,
//! the month's income, the problems, and lines to sign on.

use crate::domain::facts::HouseholdFact;
use crate::domain::last_time::{last_income, last_visit_before};
use crate::domain::visit::Visit;
use crate::exchange::visit_sheet::{SheetPage, SheetSection};
use crate::i18n::Words;
use crate::ledger::{HouseholdFile, VisitState};

use super::answers::{Answer, finding_answers, head_answers, income_answers, problem_words};

/// Whether numbers that name a person are written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    Masked,
    Full,
}

/// A page for each state, in the order given.
pub fn sheet_pages(words: &Words, file: &HouseholdFile, states: &[VisitState], numbers: Numbers) -> Vec<SheetPage> {
    let mut pages: Vec<SheetPage> = Vec::new();
    for state in states {
        let mut page = page(words, file, state, numbers);
        let on_day = pages.iter().filter(|other| other.name.starts_with(&page.name)).count();
        if on_day > 0 {
            page.name = format!("{} ({})", page.name, on_day + 1);
        }
        pages.push(page);
    }
    pages
}

fn page(words: &Words, file: &HouseholdFile, state: &VisitState, numbers: Numbers) -> SheetPage {
    let visit = &state.visit;
    let on = visit.visited_on.to_string();
    let revision = words.with("sheet-revision", &[("id", &state.short_id())]);
    SheetPage {
        name: on.clone(),
        title: words.t("sheet-title"),
        household: household(words, file, numbers),
        sections: sections(words, file, state),
        signatures: vec![words.t("sheet-sign-household"), words.t("sheet-sign-visitors")],
        footer: [revision, file.row.code.clone(), on],
    }
}

fn household(words: &Words, file: &HouseholdFile, numbers: Numbers) -> Vec<(String, String)> {
    let fact = |fact: HouseholdFact| {
        let stated = file.household.fact(fact);
        let names_a_person = matches!(fact, HouseholdFact::IdNumber | HouseholdFact::Phone);
        let in_full = names_a_person && numbers == Numbers::Full;
        (words.of(fact), if in_full { stated.to_owned() } else { words.household_fact(fact, stated) })
    };
    let place = [HouseholdFact::Township, HouseholdFact::Village, HouseholdFact::Group];
    let place: String = place.iter().map(|part| file.household.fact(*part)).collect();
    vec![
        (words.t("household-code"), file.row.code.clone()),
        fact(HouseholdFact::Name),
        (words.of(HouseholdFact::Village), place),
        fact(HouseholdFact::Population),
        (words.t("household-class"), words.of(file.row.class)),
        (words.of(HouseholdFact::HouseholdType), file.row.label.map(|label| words.of(label)).unwrap_or_default()),
        fact(HouseholdFact::IdNumber),
        fact(HouseholdFact::Phone),
        fact(HouseholdFact::Risks),
        fact(HouseholdFact::Contact),
    ]
}

fn sections(words: &Words, file: &HouseholdFile, state: &VisitState) -> Vec<SheetSection> {
    let visit = &state.visit;
    let last = last_visit_before(&file.visits, visit, visit.visited_on);
    let last_on = last.map(|last| words.with("sheet-last", &[("on", &last.visited_on.to_string())]));
    let heading = |key: &str, beside: Option<String>| {
        [words.t(key), words.t("sheet-this"), beside.unwrap_or_else(|| words.t("sheet-no-last"))]
    };
    let beside = |answers: fn(&Words, &Visit) -> Vec<Answer>| {
        rows(&answers(words, visit), &last.map(|last| answers(words, last)).unwrap_or_default())
    };
    let mut sections = vec![
        SheetSection { heading: heading("form-when", last_on.clone()), rows: beside(head_answers) },
        SheetSection { heading: heading("form-checks", last_on), rows: beside(finding_answers) },
    ];
    if let Some(income) = &state.income {
        let before = last_income(&file.incomes, income.month);
        let last_on = before.map(|last| words.with("sheet-last", &[("on", &last.month.to_string())]));
        let last_answers = before.map(|last| income_answers(words, last)).unwrap_or_default();
        let rows = rows(&income_answers(words, income), &last_answers);
        sections.push(SheetSection { heading: heading("form-income", last_on), rows });
    }
    sections.push(closing_section(words, state));
    sections
}

/// The problems found and closed, the note, the signature.
fn closing_section(words: &Words, state: &VisitState) -> SheetSection {
    let visit = &state.visit;
    let problems = state.problems.iter().chain(&state.closed);
    let mut rows: Vec<[String; 3]> =
        problems.map(|problem| [words.t("form-problem"), problem_words(words, problem), String::new()]).collect();
    rows.push([words.t("form-note"), visit.note.clone(), String::new()]);
    let signature = visit.findings.signature.as_ref().map(|it| format!("{} {}", words.of(it.kind), it.reason));
    rows.push([words.t("form-signed"), signature.unwrap_or_default().trim().to_owned(), String::new()]);
    SheetSection { heading: [words.t("form-problems"), words.t("sheet-this"), String::new()], rows }
}

/// Each label once, in the order of this time; what only last time had comes after.
fn rows(now: &[Answer], last: &[Answer]) -> Vec<[String; 3]> {
    let of = |answers: &[Answer], label: &str| {
        let values = answers.iter().filter(|answer| answer.label == label).map(|answer| answer.value.as_str());
        values.collect::<Vec<_>>().join("\n")
    };
    let mut rows: Vec<[String; 3]> = Vec::new();
    for answer in now.iter().chain(last) {
        if rows.iter().all(|row| row[0] != answer.label) {
            rows.push([answer.label.clone(), of(now, &answer.label), of(last, &answer.label)]);
        }
    }
    rows
}
