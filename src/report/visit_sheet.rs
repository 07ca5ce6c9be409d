//! What stands on the printed sheet of a visit: the household, every answer with last time's beside,
//! the month's income, the problems, and lines to sign on.

use chrono::NaiveDate;

use crate::clock::local_day;
use crate::domain::facts::HouseholdFact;
use crate::domain::last_time::{last_income, last_visit_before, last_visit_with_answers};
use crate::domain::mask::{mask_id, mask_phone};
use crate::domain::month::Month;
use crate::domain::question::Question;
use crate::exchange::visit_sheet::{SheetPage, SheetSection};
use crate::i18n::Words;
use crate::ledger::{HouseholdFile, VisitState};

use super::answers::problem_words;
use super::imports::author_words;
use super::sheet_questions::Page;

/// Whether numbers that name a person are written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    Masked,
    Full,
}

impl Numbers {
    /// An ID number as it goes out.
    pub fn of_id(self, id: &str) -> String {
        if self == Self::Full { id.to_owned() } else { mask_id(id) }
    }

    /// A phone number as it goes out.
    pub fn of_phone(self, phone: &str) -> String {
        if self == Self::Full { phone.to_owned() } else { mask_phone(phone) }
    }
}

/// A page for each state, in the order given.
pub fn sheet_pages(words: &Words, file: &HouseholdFile, states: &[VisitState], numbers: Numbers) -> Vec<SheetPage> {
    let mut pages: Vec<SheetPage> = Vec::new();
    for state in states {
        let mut page = page(words, file, state, numbers);
        name_apart(&mut page, &pages);
        pages.push(page);
    }
    pages
}

/// A page to be filled in by hand for each household, with last time's answers beside.
pub fn blank_pages(words: &Words, files: &[HouseholdFile], today: NaiveDate, numbers: Numbers) -> Vec<SheetPage> {
    let mut pages: Vec<SheetPage> = Vec::new();
    for file in files {
        let mut page = blank_page(words, file, today, numbers);
        name_apart(&mut page, &pages);
        pages.push(page);
    }
    pages
}

/// Worksheets of one name are told apart by a number.
fn name_apart(page: &mut SheetPage, before: &[SheetPage]) {
    let same = before.iter().filter(|other| other.name.starts_with(&page.name)).count();
    if same > 0 {
        page.name = format!("{} ({})", page.name, same + 1);
    }
}

fn page(words: &Words, file: &HouseholdFile, state: &VisitState, numbers: Numbers) -> SheetPage {
    let visit = &state.visit;
    let on = visit.visited_on.to_string();
    let filled = Page {
        words,
        file,
        visit: Some(visit),
        income: state.income.as_ref(),
        last: last_visit_before(&file.visits, visit, visit.visited_on),
        last_income: last_income(
            &file.incomes,
            state.income.as_ref().map_or(Month::of(visit.visited_on), |it| it.month),
        ),
    };
    let mut sections = filled.sections();
    sections.push(closing_section(words, state, &filled));
    let filler = (author_words(words, &state.author), local_day(state.recorded_at).to_string());
    SheetPage { name: on.clone(), sections, ..frame(words, file, numbers, filler, on) }
}

fn blank_page(words: &Words, file: &HouseholdFile, today: NaiveDate, numbers: Numbers) -> SheetPage {
    let blank = Page {
        words,
        file,
        visit: None,
        income: None,
        last: last_visit_with_answers(&file.visits, today),
        last_income: last_income(&file.incomes, Month::of(today).plus(1)),
    };
    let mut sections = blank.sections();
    let left = file.problems.iter().filter(|problem| problem.is_open());
    let boxes = format!("□{}  □{}", words.t("form-closed-yes"), words.t("form-closed-no"));
    let mut rows: Vec<[String; 3]> =
        left.map(|problem| [words.t("form-open-problem"), boxes.clone(), problem_words(words, problem)]).collect();
    rows.push([words.t("form-problem"), String::new(), String::new()]);
    rows.push([words.of(Question::Note), String::new(), String::new()]);
    rows.push(blank.signed());
    sections.push(SheetSection { heading: [words.t("form-problems"), words.t("sheet-this"), String::new()], rows });
    // What a worksheet cannot be called is let go, and so is what is too long for it.
    let name: String = file.row.name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(20).collect();
    let due = file.row.due_on.map(|due| words.with("sheet-due", &[("on", &due.to_string())])).unwrap_or_default();
    SheetPage { name, sections, ..frame(words, file, numbers, (String::new(), String::new()), due) }
}

/// What stands round the questions: the place in the title, the household, who filled it in, who signs.
fn frame(
    words: &Words,
    file: &HouseholdFile,
    numbers: Numbers,
    (filler, filled_on): (String, String),
    foot: String,
) -> SheetPage {
    let place = [HouseholdFact::Township, HouseholdFact::Village].map(|part| file.household.fact(part)).concat();
    let mut household = household(words, file, numbers);
    household.push((words.t("sheet-filled-by"), filler));
    household.push((words.t("sheet-filled-on"), filled_on));
    household.push((words.t("sheet-unit-and-post"), String::new()));
    SheetPage {
        title: words.with("sheet-title-of", &[("place", &place)]),
        household,
        signatures: ["sheet-sign-household", "sheet-sign-visitors", "sheet-sign-village"]
            .map(|key| words.t(key))
            .to_vec(),
        footer: [place, words.t("export-page"), foot],
        ..SheetPage::default()
    }
}

/// What is known of a household, in pairs of what and which.
pub(super) fn household(words: &Words, file: &HouseholdFile, numbers: Numbers) -> Vec<(String, String)> {
    let fact = |fact: HouseholdFact| {
        let stated = file.household.fact(fact);
        let names_a_person = matches!(fact, HouseholdFact::IdNumber | HouseholdFact::Phone);
        let in_full = names_a_person && numbers == Numbers::Full;
        (words.of(fact), if in_full { stated.to_owned() } else { words.household_fact(fact, stated) })
    };
    let category = file.row.category().map(|category| words.of(category)).unwrap_or_default();
    vec![
        (words.t("household-code"), file.row.code.clone()),
        fact(HouseholdFact::Name),
        fact(HouseholdFact::Group),
        fact(HouseholdFact::Population),
        (words.t("household-class"), words.of(file.row.class)),
        (words.of(HouseholdFact::Category), category),
        fact(HouseholdFact::HouseholdType),
        fact(HouseholdFact::Risks),
        fact(HouseholdFact::IdNumber),
        fact(HouseholdFact::Phone),
        fact(HouseholdFact::Contact),
    ]
}

/// The problems found and closed, the note, the signature.
fn closing_section(words: &Words, state: &VisitState, page: &Page<'_>) -> SheetSection {
    let problems = state.problems.iter().chain(&state.closed);
    let mut rows: Vec<[String; 3]> =
        problems.map(|problem| [words.t("form-problem"), problem_words(words, problem), String::new()]).collect();
    if rows.is_empty() {
        rows.push([words.t("form-problem"), String::new(), String::new()]);
    }
    rows.push([words.of(Question::Note), state.visit.note.clone().into(), String::new()]);
    rows.push(page.signed());
    SheetSection { heading: [words.t("form-problems"), words.t("sheet-this"), String::new()], rows }
}
