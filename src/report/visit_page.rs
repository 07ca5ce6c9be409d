//! A visit as a page of lines: what it says now, and how it came to say so.

use crate::clock::local_minute;
use crate::domain::problem::Problem;
use crate::domain::visit::{Visit, VisitOrigin};
use crate::i18n::Words;
use crate::ledger::{HouseholdFile, VisitState};
use crate::text::{pad, width};

use super::answers::{Answer, answers};

/// Columns of the labels.
const LABEL: usize = 16;

/// What a visit says, a line each, as far as the household's file holds it.
pub fn answer_lines(words: &Words, file: &HouseholdFile, visit: &Visit) -> Vec<String> {
    let income = file.incomes.iter().find(|income| income.visit_id == Some(visit.id));
    let concerns = |problem: &&Problem| problem.visit_id == visit.id || problem.is_closed_by(visit.id);
    let problems: Vec<&Problem> = file.problems.iter().filter(concerns).collect();
    let said = match visit.origin {
        VisitOrigin::Entered => answers(words, visit, income, &problems),
        VisitOrigin::Roster => super::answers::head_answers(words, visit),
    };
    let mut lines = standing(words, file, visit);
    lines.extend(said.iter().map(line));
    lines
}

/// A visit's page: what it says, then every state it was recorded in and the differences between them.
pub fn visit_lines(words: &Words, file: &HouseholdFile, history: &[VisitState]) -> Vec<String> {
    let Some(now) = history.last() else { return Vec::new() };
    let mut lines = standing(words, file, &now.visit);
    // A void visit has let its income and its problems go: what it said before is what there is to read.
    let said = history.iter().rfind(|state| !state.visit.voided).unwrap_or(now);
    lines.extend(answers_of(words, said).iter().map(line));
    lines.push(String::new());
    lines.push(words.t("visit-revisions"));
    for (at, state) in history.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &history[before]);
        lines.extend(revision_lines(words, before, state));
    }
    lines
}

/// Whether it counts, whether it is void, where it came from.
fn standing(words: &Words, file: &HouseholdFile, visit: &Visit) -> Vec<String> {
    let labelled = |key: &str, value: String| format!("{} {value}", pad(&words.t(key), LABEL, ""));
    let mut lines = Vec::new();
    if visit.voided {
        lines.push(labelled("visit-voided", words.t("yes")));
    }
    let counts = if file.counted.contains(&visit.id) { "visit-counts" } else { "visit-counts-not" };
    lines.push(labelled("visit-counted", words.t(counts)));
    match visit.origin {
        VisitOrigin::Roster => lines.push(labelled("visit-origin", words.of(visit.origin))),
        VisitOrigin::Entered => lines.push(labelled("visit-entered", local_minute(visit.entered_at))),
    }
    lines
}

fn answers_of(words: &Words, state: &VisitState) -> Vec<Answer> {
    let problems: Vec<&Problem> = state.problems.iter().chain(&state.closed).collect();
    answers(words, &state.visit, state.income.as_ref(), &problems)
}

fn line(answer: &Answer) -> String {
    // A note on several lines stays under its own beginning.
    let value = answer.value.replace('\n', &format!("\n{} ", " ".repeat(LABEL)));
    // A label that is longer pushes its value along: neither is cut.
    format!("{} {value}", pad(&answer.label, LABEL.max(width(&answer.label)), ""))
}

/// When, who and why, then which answers from what to what.
fn revision_lines(words: &Words, before: Option<&VisitState>, state: &VisitState) -> Vec<String> {
    let at = local_minute(state.recorded_at);
    let what = match (before, state.visit.voided) {
        (None, _) => words.t("revision-first"),
        (Some(_), true) => words.t("revision-void"),
        (Some(_), false) => words.t("revision-correction"),
    };
    let reason = state.reason.as_deref().map(|reason| words.with("revision-reason", &[("reason", reason)]));
    let head = [at, state.author.clone(), what, state.short_id()].join("  ");
    let mut lines = vec![format!("  {head}")];
    lines.extend(reason.map(|reason| format!("    {reason}")));
    if let Some(before) = before.filter(|_| !state.visit.voided) {
        let changes = differences(&answers_of(words, before), &answers_of(words, state));
        lines.extend(changes.into_iter().map(|change| {
            let none = || words.t("none");
            let shown =
                |values: Vec<String>| if values.is_empty() { none() } else { values.join(&words.t("list-semicolon")) };
            let (old, new) = (shown(change.old), shown(change.new));
            format!("    {}", words.with("field-change", &[("what", &change.label), ("old", &old), ("new", &new)]))
        }));
    }
    lines
}

/// One answer that differs between two states; several answers can have one label.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    label: String,
    old: Vec<String>,
    new: Vec<String>,
}

fn differences(before: &[Answer], after: &[Answer]) -> Vec<Difference> {
    let of = |answers: &[Answer], label: &str| -> Vec<String> {
        answers.iter().filter(|answer| answer.label == label).map(|answer| answer.value.clone()).collect()
    };
    let mut differences: Vec<Difference> = Vec::new();
    for answer in before.iter().chain(after) {
        let (old, new) = (of(before, &answer.label), of(after, &answer.label));
        if old != new && differences.iter().all(|known| known.label != answer.label) {
            differences.push(Difference { label: answer.label.clone(), old, new });
        }
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_each_answer_once() {
        let answer = |label: &str, value: &str| Answer { label: label.into(), value: value.into() };
        let before = [answer("a", "1"), answer("b", "2"), answer("b", "3")];
        let after = [answer("a", "1"), answer("b", "2"), answer("c", "4")];
        let found = differences(&before, &after);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].old.len(), found[0].new.len()), (2, 1));
        assert_eq!((found[1].label.as_str(), found[1].old.len()), ("c", 0));
    }
}
