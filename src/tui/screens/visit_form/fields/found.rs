//! What changed, what weighs on the household, the problems, the note.

use crate::domain::checks::Check;
use crate::domain::measure::{Measure, MeasureAnswer};
use crate::domain::policies_due::OpenPolicy;
use crate::domain::policy_followed::PolicyAnswer;
use crate::domain::problem::{Problem, ProblemState};
use crate::domain::question::Question;
use crate::domain::question::Section::{Changes, Problems, Risk};
use crate::domain::spending::SpendingKind;
use crate::domain::typed_day::Toward;
use crate::domain::verdict::Verdict;
use crate::domain::warning::Warning;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::tui::form::kit::{choices, choices_or, yes_no, yes_no_as};

use super::{asked, heading, text, why};
use crate::tui::form::{Field, Kind};
use crate::tui::screens::visit_form::key::{Group, Key, Part};

pub(super) fn change_fields(words: &Words, file: &HouseholdFile, followed: &[OpenPolicy]) -> Vec<Field> {
    let mut fields = Vec::new();
    for question in Question::of_section(Changes) {
        // What earlier visits found is asked about before what else is due.
        if question == Question::PoliciesDue {
            fields.push(why(Changes, words, Warning::PopulationNotTicked));
            fields.extend(followed.iter().map(|open| policy_field(words, open)));
        }
        fields.push(asked::field(words, file, question));
    }
    fields
}

/// A policy that an earlier visit found due: whether it is received by now.
fn policy_field(words: &Words, open: &OpenPolicy) -> Field {
    let answers = Kind::One(choices(words, PolicyAnswer::ALL));
    let last = words.with("form-policy-found", &[("what", &open.what), ("on", &open.found_on.to_string())]);
    Field::new(heading(Changes), Key::Policy(open.what.clone()).text(), words.t("form-open-policy"), answers)
        .with_last(last)
}

/// The verdicts of the class; one that was said of the household in another class stays a choice.
pub(super) fn risk_fields(words: &Words, file: &HouseholdFile, said: Option<Verdict>, correcting: bool) -> Vec<Field> {
    let of_class = Verdict::of_class(file.row.class);
    let said = said.filter(|said| !of_class.contains(said));
    let verdicts: Vec<Verdict> = of_class.iter().copied().chain(said).collect();
    let mut fields: Vec<Field> = measure_fields(words, file, correcting).collect();
    for question in Question::of_section(Risk) {
        let mut field = asked::field(words, file, question);
        if question == Question::Verdict {
            field.kind = Kind::One(choices(words, &verdicts));
        }
        fields.push(field);
    }
    fields.extend(spending_fields(words, 0));
    fields
}

/// The measures one by one: those that run, in a correction those that ended since too.
fn measure_fields(words: &Words, file: &HouseholdFile, correcting: bool) -> impl Iterator<Item = Field> {
    let runs = move |measure: &&Measure| correcting || measure.ended_on.is_none();
    file.measures.iter().filter(runs).map(|measure| {
        let answers = Kind::Any(choices_or(words, MeasureAnswer::ALL, MeasureAnswer::NotDelivered));
        let label = format!("{} {}", words.of(measure.kind), measure.item);
        Field::new(heading(Risk), Key::Measure(measure.id).text(), label, answers)
            .with_hint(words.t("form-hint-measure"))
    })
}

/// One large spending: shown beyond its kind only once there is one.
pub(in super::super) fn spending_fields(words: &Words, line: usize) -> Vec<Field> {
    let key = |part| Key::Line(Group::Spending, line, part).text();
    let kinds = choices(words, SpendingKind::ALL);
    vec![
        Field::new(heading(Risk), key(Part::Kind), words.t("form-spending"), Kind::One(kinds)),
        Field::new(heading(Risk), key(Part::Amount), words.t("form-spending-amount"), Kind::Amount)
            .with_hint(words.t("form-hint-amount-beside"))
            .hidden(),
        Field::new(heading(Risk), key(Part::Solved), words.t("form-spending-solved"), yes_no(words)).hidden(),
    ]
}

/// The problems left open first, then a new one, the requests, the note.
pub(super) fn all_problem_fields(words: &Words, file: &HouseholdFile, left: &[&Problem]) -> Vec<Field> {
    let mut fields: Vec<Field> = left.iter().flat_map(|problem| left_open(words, problem)).collect();
    fields.extend(problem_fields(words, 0));
    fields.extend(asked::fields(words, file, Problems));
    fields
}

fn left_open(words: &Words, problem: &Problem) -> [Field; 2] {
    let until = problem.deadline.map(|day| words.with("by-day", &[("day", &day.to_string())])).unwrap_or_default();
    let last = format!("{} {} {until}", problem.what, problem.unit);
    let kind = yes_no_as(words, "form-closed-yes", "form-closed-no");
    let done = text(Problems, words, Key::ClosingNote(problem.id).text(), "form-closing-note");
    [
        Field::new(heading(Problems), Key::Closing(problem.id).text(), words.t("form-open-problem"), kind)
            .with_last(last),
        done.with_hint(words.t("form-hint-closing")).hidden(),
    ]
}

/// One problem: shown beyond what it is only once that is said.
pub(in super::super) fn problem_fields(words: &Words, line: usize) -> Vec<Field> {
    let key = |part| Key::Line(Group::Problem, line, part).text();
    let states = choices(words, &[ProblemState::SolvedOnTheSpot, ProblemState::Open]);
    let checks = choices(words, Check::ALL);
    vec![
        // Never shown: the problem on file that the line stands for, where a saved visit is corrected.
        Field::new(heading(Problems), key(Part::Id), "", Kind::Text).hidden(),
        text(Problems, words, key(Part::What), "form-problem").with_hint(words.t("form-hint-problem")),
        Field::new(heading(Problems), key(Part::Check), words.t("form-problem-check"), Kind::One(checks)).hidden(),
        text(Problems, words, key(Part::Unit), "form-problem-unit").hidden(),
        Field::new(heading(Problems), key(Part::Deadline), words.t("form-problem-deadline"), Kind::Day(Toward::Future))
            .with_hint(words.t("form-hint-deadline"))
            .hidden(),
        Field::new(heading(Problems), key(Part::State), words.t("form-problem-state"), Kind::One(states)).hidden(),
    ]
}
