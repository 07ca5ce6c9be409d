//! The table of `export visits`: a row a visit, with what was answered in one line each.

use chrono::NaiveDate;

use crate::domain::checks::Check;
use crate::domain::facts::HouseholdFact;
use crate::domain::question::Question;
use crate::domain::visit::Visit;
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::HouseholdVisits;
use crate::text::capitalised;

use super::answers::question_words;

/// What is asked once a visit and answered in a line.
const QUESTIONS: [Question; 6] =
    [Question::Mode, Question::Purpose, Question::Visitors, Question::Changes, Question::Requests, Question::Note];

pub fn visit_table(words: &Words, visited: &[HouseholdVisits], today: NaiveDate) -> Table {
    let mut headings = vec![words.t("household-code"), words.t("column-name")];
    headings.extend(
        [HouseholdFact::Township, HouseholdFact::Village, HouseholdFact::Group, HouseholdFact::Contact]
            .map(|fact| words.of(fact)),
    );
    headings.extend(["visits-on", "visits-counts", "visits-met"].map(|key| words.t(key)));
    headings.extend(QUESTIONS.map(|question| words.of(question)));
    headings.extend(Check::ALL.iter().map(|check| words.of(*check)));
    let rows = visited
        .iter()
        .flat_map(|of| of.visits.iter().zip(&of.counted).map(|(visit, counts)| cells(words, of, visit, *counts)));
    Table {
        name: words.t("visits-sheet"),
        title: words.t("visits-title"),
        headings: headings.iter().map(|text| capitalised(text)).collect(),
        rows: rows.collect(),
        frozen_columns: 2,
        footer: [words.t("visits-title"), today.to_string(), words.t("export-page")],
        ..Table::default()
    }
}

fn cells(words: &Words, of: &HouseholdVisits, visit: &Visit, counts: bool) -> Vec<Cell> {
    let row = &of.row;
    let mut cells = vec![Cell::Digits(row.code.clone())];
    let texts: [&str; 5] = [&row.name, &row.township, &row.village, &row.group, &row.contact];
    cells.extend(texts.map(Cell::text));
    cells.push(Cell::Text(visit.visited_on.to_string()));
    cells.push(Cell::Text(words.t(if counts { "yes" } else { "no" })));
    let met = visit.met.as_ref().map(|met| met.name.clone());
    cells.push(met.map_or_else(|| Cell::Text(words.of(visit.outcome)), |name| Cell::text(&name)));
    cells.extend(QUESTIONS.map(|question| Cell::text(&question_words(words, question, visit))));
    let has_met = visit.met.is_some();
    let answer =
        |check: &Check| if has_met { Cell::text(&words.of(visit.findings.answer(*check))) } else { Cell::Empty };
    cells.extend(Check::ALL.iter().map(answer));
    cells
}
