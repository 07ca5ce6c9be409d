//! The fields of a visit in their order: when and how, income, checks, water, what changed, problems,
//! signature.

use crate::domain::checks::{Check, CheckAnswer, HousingGrade, WaterIndicator, WaterLevel, WaterSource};
use crate::domain::codes::Coded;
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::income::{IncomeItem, IncomeSource};
use crate::domain::problem::ProblemState;
use crate::domain::visit::{LifeChange, SignatureKind, VisitMode, VisitPurpose};
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

use super::super::super::form::{Choice, Field, Kind};

const WHEN: &str = "form-when";
const INCOME: &str = "form-income";
const CHECKS: &str = "form-checks";
const WATER: &str = "form-water";
const CHANGES: &str = "form-changes";
const PROBLEMS: &str = "form-problems";
const SIGNATURE: &str = "form-signature";

/// Who was met, besides the members by their ids.
pub(super) const MET_HEAD: &str = "head";
pub(super) const MET_OTHER: &str = "other";
pub(super) const MET_NOBODY: &str = "nobody";

/// Choices with the digits in their order; a value that means "none of it" takes 0.
fn choices<T: Coded>(words: &Words, values: &[T], zero: Option<T>) -> Vec<Choice> {
    let mut digits = ('1'..='9').chain(['0']);
    let mut choice = |value: T| {
        let digit = if zero == Some(value) { '0' } else { digits.next().unwrap_or(' ') };
        Choice { digit, code: value.stable_code().to_owned(), label: words.of(value) }
    };
    values.iter().map(|value| choice(*value)).collect()
}

pub(super) fn fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let mut fields = when_fields(words, file);
    fields.extend(income_fields(words));
    fields.extend(source_fields(words, 0));
    fields.extend(check_fields(words));
    fields.extend(water_fields(words));
    fields.push(
        Field::new(
            CHANGES,
            "changes",
            words.t("form-what-changed"),
            Kind::Any(choices(words, LifeChange::ALL, Some(LifeChange::Nothing))),
        )
        .with_hint(words.t("form-hint-any")),
    );
    fields.push(text(CHANGES, words, "policies_due", "form-policies-due"));
    fields.extend(problem_fields(words, 0));
    fields.push(text(PROBLEMS, words, "requests", "form-requests"));
    fields.push(text(PROBLEMS, words, "note", "form-note"));
    let kinds = choices(words, SignatureKind::ALL, None);
    fields.push(Field::new(SIGNATURE, "signature", words.t("form-signed"), Kind::One(kinds)));
    fields.push(text(SIGNATURE, words, "signature.reason", "form-reason").hidden());
    fields
}

fn text(section: &'static str, words: &Words, key: &str, label: &str) -> Field {
    Field::new(section, key, words.t(label), Kind::Text)
}

fn plain(section: &'static str, key: impl Into<String>, label: String, hint: String) -> Field {
    Field::new(section, key, label, Kind::Plain).with_hint(hint)
}

fn when_fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let modes: Vec<VisitMode> = VisitMode::ALL.iter().copied().filter(|mode| *mode != VisitMode::Unknown).collect();
    vec![
        plain(WHEN, "date", words.t("form-date"), words.t("form-hint-date")),
        Field::new(WHEN, "mode", words.t("form-mode"), Kind::One(choices(words, &modes, None))),
        Field::new(WHEN, "purpose", words.t("form-purpose"), Kind::One(choices(words, VisitPurpose::ALL, None))),
        Field::new(WHEN, "met", words.t("form-met"), Kind::One(people(words, file))),
        text(WHEN, words, "met.name", "form-met-name").hidden(),
        text(WHEN, words, "met.relation", "form-met-relation").hidden(),
        text(WHEN, words, "visitors", "form-visitors").with_hint(words.t("form-hint-visitors")),
    ]
}

/// The head first, then the members, somebody else, nobody.
fn people(words: &Words, file: &HouseholdFile) -> Vec<Choice> {
    let head = format!("{} {}", words.t("relation-head"), file.household.fact(HouseholdFact::Name));
    let mut people = vec![Choice { digit: '1', code: MET_HEAD.to_owned(), label: head }];
    let members = file.members.iter().filter(|member| !member.is_head());
    for (digit, member) in ('2'..='8').zip(members) {
        let relation = words.relation(member.fact(MemberFact::Relation));
        let label = format!("{relation} {}", member.fact(MemberFact::Name));
        people.push(Choice { digit, code: member.id.to_string(), label: label.trim().to_owned() });
    }
    people.push(Choice { digit: '9', code: MET_OTHER.to_owned(), label: words.t("form-met-other") });
    people.push(Choice { digit: '0', code: MET_NOBODY.to_owned(), label: words.t("form-met-nobody") });
    people
}

fn income_fields(words: &Words) -> Vec<Field> {
    let mut fields = vec![plain(INCOME, "month", words.t("form-month"), words.t("form-hint-month"))];
    for item in IncomeItem::ALL {
        let hint = if item.is_required() { "form-hint-amount" } else { "form-hint-amount-beside" };
        fields.push(plain(INCOME, amount_key(*item), words.of(*item), words.t(hint)));
    }
    fields.push(Field::new(INCOME, "net", words.t("form-net"), Kind::Shown));
    fields
}

pub(super) fn amount_key(item: IncomeItem) -> String {
    format!("amount.{}", item.code())
}

/// One line of where income came from: shown beyond its kind only once there is one.
pub(super) fn source_fields(words: &Words, line: usize) -> Vec<Field> {
    let key = |part: &str| format!("source.{line}.{part}");
    let yes_no = [('1', "yes"), ('2', "no")]
        .map(|(digit, code)| Choice { digit, code: code.to_owned(), label: words.t(code) })
        .to_vec();
    vec![
        Field::new(INCOME, key("kind"), words.t("form-source"), Kind::One(choices(words, IncomeSource::ALL, None))),
        plain(INCOME, key("amount"), words.t("form-source-amount"), words.t("form-hint-amount")).hidden(),
        Field::new(INCOME, key("detail"), words.t("form-source-detail"), Kind::Text)
            .with_hint(words.t("form-hint-source-detail"))
            .hidden(),
        Field::new(INCOME, key("counts"), words.t("form-source-counts"), Kind::One(yes_no)).hidden(),
    ]
}

pub(super) fn check_key(check: Check) -> String {
    format!("check.{}", check.code())
}

pub(super) fn check_note_key(check: Check) -> String {
    format!("check.{}.note", check.code())
}

fn check_fields(words: &Words) -> Vec<Field> {
    let mut fields = Vec::new();
    for check in Check::ALL.iter().copied().filter(|check| *check != Check::Water) {
        let answers: Vec<CheckAnswer> = CheckAnswer::ALL
            .iter()
            .copied()
            .filter(|answer| check == Check::Education || *answer != CheckAnswer::NotApplicable)
            .collect();
        let answers = choices(words, &answers, Some(CheckAnswer::NotChecked));
        fields.push(Field::new(CHECKS, check_key(check), words.of(check), Kind::One(answers)));
        fields.push(check_note(words, CHECKS, check));
        if check == Check::Housing {
            let grades = choices(words, HousingGrade::ALL, Some(HousingGrade::NotGraded));
            fields.push(Field::new(CHECKS, "housing.grade", words.t("form-housing-grade"), Kind::One(grades)));
        }
    }
    fields
}

fn check_note(words: &Words, section: &'static str, check: Check) -> Field {
    Field::new(section, check_note_key(check), words.t("form-check-note"), Kind::Text)
        .with_hint(words.t("form-hint-check-note"))
        .hidden()
}

pub(super) fn water_key(indicator: WaterIndicator) -> String {
    format!("water.{}", indicator.code())
}

fn water_fields(words: &Words) -> Vec<Field> {
    let levels = choices(words, WaterLevel::ALL, Some(WaterLevel::NotChecked));
    let mut fields: Vec<Field> = WaterIndicator::ALL
        .iter()
        .map(|indicator| Field::new(WATER, water_key(*indicator), words.of(*indicator), Kind::One(levels.clone())))
        .collect();
    fields.push(Field::new(WATER, "water.answer", words.of(Check::Water), Kind::Shown));
    fields.push(check_note(words, WATER, Check::Water));
    let sources = choices(words, WaterSource::ALL, None);
    fields.push(Field::new(WATER, "water.source", words.t("form-water-source"), Kind::One(sources)));
    fields
}

/// One problem: shown beyond what it is only once that is said.
pub(super) fn problem_fields(words: &Words, line: usize) -> Vec<Field> {
    let key = |part: &str| format!("problem.{line}.{part}");
    let states = [ProblemState::Open, ProblemState::SolvedOnTheSpot];
    vec![
        Field::new(PROBLEMS, key("what"), words.t("form-problem"), Kind::Text).with_hint(words.t("form-hint-problem")),
        Field::new(PROBLEMS, key("check"), words.t("form-problem-check"), Kind::One(choices(words, Check::ALL, None)))
            .hidden(),
        Field::new(PROBLEMS, key("unit"), words.t("form-problem-unit"), Kind::Text).hidden(),
        plain(PROBLEMS, key("deadline"), words.t("form-problem-deadline"), words.t("form-hint-date")).hidden(),
        Field::new(PROBLEMS, key("state"), words.t("form-problem-state"), Kind::One(choices(words, &states, None)))
            .hidden(),
    ]
}
