//! What changed, what weighs on the household, the problems, the note.

use uuid::Uuid;

use crate::domain::checks::Check;
use crate::domain::facts::MemberFact;
use crate::domain::household::Member;
use crate::domain::measure::{Measure, MeasureAnswer};
use crate::domain::policies_due::{OpenPolicy, PolicyAnswer};
use crate::domain::problem::{Problem, ProblemState};
use crate::domain::spending::SpendingKind;
use crate::domain::typed_day::Toward;
use crate::domain::verdict::Verdict;
use crate::domain::visit::LifeChange;
use crate::domain::warning::Warning;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

use super::{CHANGES, PROBLEMS, RISK, choices, text, why, yes_no};
use crate::tui::form::{Choice, Field, Kind};

pub(super) fn change_fields(words: &Words, file: &HouseholdFile, followed: &[OpenPolicy]) -> Vec<Field> {
    let changes = Kind::Any(choices(words, LifeChange::ALL, Some(LifeChange::Nothing)));
    let on_file = file.row.population.map_or_else(|| words.t("none"), |count| count.to_string());
    let mut fields = vec![
        Field::new(CHANGES, "changes", words.t("form-what-changed"), changes).with_hint(words.t("form-hint-any")),
        Field::new(CHANGES, "population", words.t("form-population-change"), Kind::Plain)
            .with_hint(words.with("form-hint-population", &[("count", &on_file)]))
            .hidden(),
        Field::new(CHANGES, ILL, words.t("form-fell-ill"), Kind::Any(members(file)))
            .with_hint(words.t("form-hint-any"))
            .hidden(),
        why(CHANGES, words, Warning::PopulationNotTicked),
    ];
    fields.extend(followed.iter().map(|open| policy_field(words, open)));
    fields.push(text(CHANGES, words, "policies_due", "form-policies-due").with_hint(words.t("form-hint-policies-due")));
    fields
}

/// Who fell ill.
pub(in super::super) const ILL: &str = "ill";

fn members(file: &HouseholdFile) -> Vec<Choice> {
    let digits = ('1'..='9').chain('a'..='z');
    let choice = |(digit, member): (char, &Member)| {
        Choice::new(digit, &member.id.to_string(), member.fact(MemberFact::Name).to_owned())
    };
    digits.zip(&file.members).map(choice).collect()
}

pub(in super::super) fn policy_key(what: &str) -> String {
    format!("policy.{what}")
}

/// A policy that an earlier visit found due: whether it is received by now.
fn policy_field(words: &Words, open: &OpenPolicy) -> Field {
    let answers = Kind::One(choices(words, PolicyAnswer::ALL, None));
    let last = words.with("form-policy-found", &[("what", &open.what), ("on", &open.found_on.to_string())]);
    Field::new(CHANGES, policy_key(&open.what), words.t("form-open-policy"), answers).with_last(last)
}

/// The verdicts of the class; one that was said of the household in another class stays a choice.
pub(super) fn risk_fields(words: &Words, file: &HouseholdFile, said: Option<Verdict>, correcting: bool) -> Vec<Field> {
    let of_class = Verdict::of_class(file.row.class);
    let said = said.filter(|said| !of_class.contains(said));
    let verdicts: Vec<Verdict> = of_class.iter().copied().chain(said).collect();
    let verdicts = choices(words, &verdicts, None);
    let mut fields: Vec<Field> = measure_fields(words, file, correcting).collect();
    fields.push(Field::new(RISK, "verdict", words.t("form-verdict"), Kind::One(verdicts)));
    fields.extend(spending_fields(words, 0));
    fields
}

pub(in super::super) fn measure_key(measure_id: Uuid) -> String {
    format!("measure.{measure_id}")
}

/// The measures one by one: those that run, in a correction those that ended since too.
fn measure_fields(words: &Words, file: &HouseholdFile, correcting: bool) -> impl Iterator<Item = Field> {
    let runs = move |measure: &&Measure| correcting || measure.ended_on.is_none();
    file.measures.iter().filter(runs).map(|measure| {
        let answers = Kind::Any(choices(words, MeasureAnswer::ALL, Some(MeasureAnswer::NotDelivered)));
        let label = format!("{} {}", words.of(measure.kind), measure.item);
        Field::new(RISK, measure_key(measure.id), label, answers).with_hint(words.t("form-hint-measure"))
    })
}

/// One large spending: shown beyond its kind only once there is one.
pub(in super::super) fn spending_fields(words: &Words, line: usize) -> Vec<Field> {
    let key = |part: &str| format!("spending.{line}.{part}");
    let kinds = choices(words, SpendingKind::ALL, None);
    vec![
        Field::new(RISK, key("kind"), words.t("form-spending"), Kind::One(kinds)),
        Field::new(RISK, key("amount"), words.t("form-spending-amount"), Kind::Amount)
            .with_hint(words.t("form-hint-amount-beside"))
            .hidden(),
        Field::new(RISK, key("solved"), words.t("form-spending-solved"), yes_no(words, "yes", "no")).hidden(),
    ]
}

pub(in super::super) fn closing_key(problem_id: Uuid) -> String {
    format!("open.{problem_id}")
}

pub(in super::super) fn closing_note_key(problem_id: Uuid) -> String {
    format!("open.{problem_id}.done")
}

/// The problems left open first, then a new one, the requests, the note.
pub(super) fn all_problem_fields(words: &Words, left: &[&Problem]) -> Vec<Field> {
    let mut fields: Vec<Field> = left.iter().flat_map(|problem| left_open(words, problem)).collect();
    fields.extend(problem_fields(words, 0));
    fields.push(text(PROBLEMS, words, "requests", "form-requests"));
    let note = Field::new(PROBLEMS, "note", words.t("form-note"), Kind::Note);
    fields.push(note.with_hint(words.t("form-hint-note")));
    fields
}

fn left_open(words: &Words, problem: &Problem) -> [Field; 2] {
    let until = problem.deadline.map(|day| words.with("by-day", &[("day", &day.to_string())])).unwrap_or_default();
    let last = format!("{} {} {until}", problem.what, problem.unit);
    let kind = yes_no(words, "form-closed-yes", "form-closed-no");
    let done = text(PROBLEMS, words, closing_note_key(problem.id), "form-closing-note");
    [
        Field::new(PROBLEMS, closing_key(problem.id), words.t("form-open-problem"), kind).with_last(last),
        done.with_hint(words.t("form-hint-closing")).hidden(),
    ]
}

/// One problem: shown beyond what it is only once that is said.
pub(in super::super) fn problem_fields(words: &Words, line: usize) -> Vec<Field> {
    let key = |part: &str| format!("problem.{line}.{part}");
    let states = choices(words, &[ProblemState::SolvedOnTheSpot, ProblemState::Open], None);
    let checks = choices(words, Check::ALL, None);
    vec![
        // Never shown: the problem on file that the line stands for, where a saved visit is corrected.
        Field::new(PROBLEMS, key("id"), "", Kind::Text).hidden(),
        text(PROBLEMS, words, key("what"), "form-problem").with_hint(words.t("form-hint-problem")),
        Field::new(PROBLEMS, key("check"), words.t("form-problem-check"), Kind::One(checks)).hidden(),
        text(PROBLEMS, words, key("unit"), "form-problem-unit").hidden(),
        Field::new(PROBLEMS, key("deadline"), words.t("form-problem-deadline"), Kind::Day(Toward::Future))
            .with_hint(words.t("form-hint-deadline"))
            .hidden(),
        Field::new(PROBLEMS, key("state"), words.t("form-problem-state"), Kind::One(states)).hidden(),
    ]
}
