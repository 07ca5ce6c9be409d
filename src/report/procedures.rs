//! The ledger of procedures as lines and as a table, and one procedure with its steps.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::domain::contact::ContactName;
use crate::domain::policy::{StepKind, StepRule};
use crate::domain::procedure::{GroundAnswer, Procedure, StepResult};
use crate::domain::working_days::Holidays;
use crate::exchange::table_book::{Cell, Table};
use crate::i18n::Words;
use crate::ledger::ListedProcedure;
use crate::report::policy::wording;

/// The headings, in the order of the columns.
const HEADINGS: [&str; 14] = [
    "clue-number",
    "procedure-kind",
    "procedure-code",
    "clue-name",
    "clue-village",
    "clue-group",
    "procedure-day-zero",
    "procedure-policy",
    "procedure-waits",
    "procedure-due",
    "clue-decide-by",
    "clue-assigned-to",
    "procedure-end",
    "procedure-end-on",
];

/// How a procedure stands: the step that waits and its day, or how it ended.
pub fn state_words(words: &Words, procedure: &Procedure, today: NaiveDate, holidays: &Holidays) -> String {
    let ended = procedure.ended.as_ref().map(|ended| format!("{} {}", words.of(ended.end), ended.on));
    let waits = procedure.waiting().map(|step| waits_words(words, procedure, step, today, holidays));
    [ended, waits].into_iter().flatten().collect::<Vec<_>>().join(&words.t("list-semicolon"))
}

fn waits_words(words: &Words, procedure: &Procedure, step: StepKind, today: NaiveDate, holidays: &Holidays) -> String {
    let name = words.of(step);
    let due = procedure.step_due(step, holidays);
    match (procedure.done(step).and_then(|done| done.until), due) {
        (Some(until), _) => words.with("procedure-hangs", &[("step", &name), ("until", &until.to_string())]),
        (None, Some(due)) => {
            let key = if due < today { "procedure-step-late" } else { "procedure-step-by" };
            words.with(key, &[("step", &name), ("on", &due.to_string())])
        }
        (None, None) => words.with("procedure-step-waits", &[("step", &name)]),
    }
}

/// How far it is in its term; that the plan names no days.
pub fn term_words(words: &Words, procedure: &Procedure, today: NaiveDate, holidays: &Holidays) -> String {
    let Some(now) = procedure.term_now(today, holidays) else {
        return if procedure.is_undecided() { words.t("clue-no-deadline") } else { String::new() };
    };
    let without = if now.end.without_holidays { words.t("procedure-without-holidays") } else { String::new() };
    let (used, left, on) = (now.used.to_string(), now.left.abs().to_string(), now.end.on.to_string());
    let key = if now.left < 0 { "procedure-term-late" } else { "procedure-term" };
    words.with(key, &[("used", &used), ("left", &left), ("on", &on), ("without", &without)])
}

/// A line a procedure.
pub fn procedures_text(words: &Words, listed: &[ListedProcedure], today: NaiveDate, holidays: &Holidays) -> String {
    let line = |it: &ListedProcedure| {
        let parts = [
            words.of(it.procedure.kind),
            format!("{} {} {}{}", it.row.code, &*it.row.name, it.row.village, it.row.group),
            state_words(words, &it.procedure, today, holidays),
            it.procedure.assigned_to.as_ref().map_or("", ContactName::as_str).to_owned(),
            term_words(words, &it.procedure, today, holidays),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        format!("{}  {}\n", it.number, parts.join("  "))
    };
    listed.iter().map(line).collect()
}

/// One step as a line of what is done, waits or is late.
pub fn step_line(
    words: &Words,
    procedure: &Procedure,
    rule: &StepRule,
    today: NaiveDate,
    holidays: &Holidays,
) -> String {
    let name = words.of(rule.step);
    let Some(done) = procedure.done(rule.step) else {
        let is_told = procedure.is_turn_of(rule.step) || procedure.step_due(rule.step, holidays).is_some();
        return if is_told { waits_words(words, procedure, rule.step, today, holidays) } else { name };
    };
    let state = match done.result {
        StepResult::Hanging => return waits_words(words, procedure, rule.step, today, holidays),
        StepResult::Passed | StepResult::NotHere => words.of(done.result),
    };
    let day = done.closed_on.unwrap_or(done.on).to_string();
    let people: Vec<&str> = done.people.iter().map(|it| &*it.name).collect();
    let by = done.by.as_ref().map_or("", ContactName::as_str);
    let rest = [people.join(&words.t("list-comma")), done.note.to_string(), by.to_owned()];
    let rest: Vec<String> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{name}  {day}  {state}  {}", rest.join("  ")).trim_end().to_owned()
}

/// A procedure with its steps, its grounds, the last days of its notices and the papers that are missing.
pub fn procedure_text(words: &Words, it: &ListedProcedure, today: NaiveDate, holidays: &Holidays) -> String {
    let procedure = &it.procedure;
    let mut out = procedures_text(words, std::slice::from_ref(it), today, holidays);
    for rule in &procedure.course {
        let mark = match procedure.done(rule.step).map(|done| done.result) {
            Some(StepResult::Passed | StepResult::NotHere) => "x",
            Some(StepResult::Hanging) => "~",
            None if procedure.is_turn_of(rule.step) => ">",
            None => " ",
        };
        let _ = writeln!(out, "  [{mark}] {}", step_line(words, procedure, rule, today, holidays));
        let _ = writeln!(out, "        {}", wording(words, &rule.wording));
    }
    if !procedure.grounds.is_empty() {
        let _ = writeln!(out, "{}", words.t("procedure-grounds"));
    }
    for asked in &procedure.grounds {
        let answer = words.of(asked.answer);
        let _ = writeln!(out, "  {answer}  {}  {}", asked.ground.id, wording(words, &asked.ground.wording));
    }
    for due in procedure.last_postings(holidays) {
        let args = [("step", words.of(due.step)), ("on", due.on.to_string())];
        let args = args.each_ref().map(|(key, value)| (*key, value.as_str()));
        let _ = writeln!(out, "{}", words.with("procedure-last-posting", &args));
    }
    let missing = procedure.missing_papers();
    if !missing.is_empty() {
        let papers: Vec<String> = missing.iter().map(|(_, form)| words.of(*form)).collect();
        let _ =
            writeln!(out, "{}", words.with("procedure-papers", &[("papers", &papers.join(&words.t("list-comma")))]));
    }
    if let Some(green) = &procedure.green {
        let _ = writeln!(out, "{} {} {}", words.t("procedure-green"), green.on, &*green.why);
    }
    out
}

/// Grounds that are not known, and those that hold.
pub fn grounds_open(procedure: &Procedure) -> (usize, usize) {
    let count = |answer: GroundAnswer| procedure.grounds.iter().filter(|asked| asked.answer == answer).count();
    (count(GroundAnswer::Unknown), count(GroundAnswer::Yes))
}

/// The table of `export procedures`, in the order of the ledger.
pub fn procedure_table(words: &Words, listed: &[ListedProcedure], today: NaiveDate, holidays: &Holidays) -> Table {
    let row = |it: &ListedProcedure| {
        let procedure = &it.procedure;
        let ended = procedure.ended.as_ref();
        vec![
            Cell::Count(i64::try_from(it.number).unwrap_or(i64::MAX)),
            Cell::Text(words.of(procedure.kind)),
            Cell::text(&it.row.code),
            Cell::text(&it.row.name),
            Cell::text(&it.row.village),
            Cell::text(&it.row.group),
            Cell::day(Some(procedure.day_zero)),
            Cell::text(&procedure.policy),
            procedure.waiting().map_or(Cell::Empty, |step| Cell::Text(words.of(step))),
            Cell::day(procedure.next_due(holidays).map(|due| due.on)),
            Cell::day(procedure.decide_by(holidays).map(|end| end.on)),
            Cell::text(procedure.assigned_to.as_ref().map_or("", ContactName::as_str)),
            ended.map_or(Cell::Empty, |ended| Cell::Text(words.of(ended.end))),
            Cell::day(ended.map(|ended| ended.on)),
        ]
    };
    Table {
        name: words.t("procedure-sheet"),
        title: words.t("procedure-title"),
        headings: HEADINGS.iter().map(|key| words.t(key)).collect(),
        rows: listed.iter().map(row).collect(),
        frozen_columns: 4,
        closing: vec![words.t("report-signatures")],
        footer: [words.t("procedure-title"), today.to_string(), words.t("export-page")],
        ..Table::default()
    }
}
