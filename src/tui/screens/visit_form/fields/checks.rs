//! The six checks: food, clothing, schooling by child, insurance by member, the dwelling, the water.

use uuid::Uuid;

use crate::domain::checks::{Check, CheckAnswer, HousingGrade, WaterIndicator, WaterLevel, WaterSource};
use crate::domain::facts::MemberFact;
use crate::domain::member_answers::Schooling;
use crate::domain::warning::Warning;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

use super::{CHECKS, WATER, choices, text, why, yes_no};
use crate::tui::form::{Choice, Field, Kind};

/// Who is not insured.
pub(in super::super) const INSURANCE: &str = "insurance";
/// Everybody is.
pub(in super::super) const INSURED_ALL: &str = "all";

pub(in super::super) fn check_key(check: Check) -> String {
    format!("check.{}", check.code())
}

pub(in super::super) fn check_note_key(check: Check) -> String {
    format!("check.{}.note", check.code())
}

/// Whether what a check found is to be listed as a problem.
pub(in super::super) fn check_problem_key(check: Check) -> String {
    format!("check.{}.problem", check.code())
}

pub(in super::super) fn schooling_key(member_id: Uuid) -> String {
    format!("school.{member_id}")
}

pub(in super::super) fn water_key(indicator: WaterIndicator) -> String {
    format!("water.{}", indicator.code())
}

pub(super) fn fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let mut fields = Vec::new();
    for check in Check::ALL.iter().copied().filter(|check| *check != Check::Water) {
        match check {
            Check::Education => fields.extend(schooling_fields(words, file)),
            Check::Medical => fields.extend(insurance_field(words, file)),
            _ => {}
        }
        let answers: Vec<CheckAnswer> = CheckAnswer::ALL
            .iter()
            .copied()
            .filter(|answer| check == Check::Education || *answer != CheckAnswer::NotApplicable)
            .collect();
        let answers = choices(words, &answers, Some(CheckAnswer::NotChecked));
        fields.push(Field::new(CHECKS, check_key(check), words.of(check), Kind::One(answers)));
        fields.extend(when_not_secured(words, CHECKS, check));
        match check {
            Check::Education => fields.push(why(CHECKS, words, Warning::EducationThoughOut)),
            Check::Medical => fields.push(why(CHECKS, words, Warning::MedicalThoughUninsured)),
            Check::Housing => fields.extend(dwelling_fields(words)),
            _ => {}
        }
    }
    fields
}

/// The note that *at risk* and *not secured* need, and the offer to list it as a problem.
fn when_not_secured(words: &Words, section: &'static str, check: Check) -> [Field; 2] {
    let note = text(section, words, check_note_key(check), "form-check-note");
    let offer = yes_no(words, "form-problem-offer-yes", "form-problem-offer-no");
    [
        note.with_hint(words.t("form-hint-check-note")).hidden(),
        Field::new(section, check_problem_key(check), words.t("form-problem-offer"), offer).hidden(),
    ]
}

/// One line for each member whose age is known; those of school age on the visit's day are shown.
fn schooling_fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let known = file.members.iter().filter(|member| member.born_on().is_some());
    known
        .map(|member| {
            let label = words.with("form-schooling", &[("name", member.fact(MemberFact::Name))]);
            let kinds = Kind::One(choices(words, Schooling::ALL, None));
            Field::new(CHECKS, schooling_key(member.id), label, kinds).hidden()
        })
        .collect()
}

/// One key says that all are insured; digits name who is not.
fn insurance_field(words: &Words, file: &HouseholdFile) -> Option<Field> {
    let members = ('2'..='9').chain('a'..='z').zip(&file.members);
    let all = Choice::new('1', INSURED_ALL, words.t("form-insured-all")).alone();
    let people = members
        .map(|(digit, member)| Choice::new(digit, &member.id.to_string(), member.fact(MemberFact::Name).to_owned()));
    if file.members.is_empty() {
        return None;
    }
    let people = std::iter::once(all).chain(people).collect();
    Some(Field::new(CHECKS, INSURANCE, words.t("form-uninsured"), Kind::Any(people)))
}

fn dwelling_fields(words: &Words) -> Vec<Field> {
    let grades = choices(words, HousingGrade::ALL, Some(HousingGrade::NotGraded));
    vec![
        Field::new(CHECKS, "housing.grade", words.t("form-housing-grade"), Kind::One(grades)),
        Field::new(CHECKS, "housing.only", words.t("form-housing-only"), yes_no(words, "yes", "no")),
        Field::new(CHECKS, "housing.lived_in", words.t("form-housing-lived-in"), yes_no(words, "yes", "no"))
            .with_hint(words.t("form-hint-lived-in")),
        why(CHECKS, words, Warning::HousingThoughUnsafe),
    ]
}

pub(super) fn water_fields(words: &Words) -> Vec<Field> {
    let levels = choices(words, WaterLevel::ALL, Some(WaterLevel::NotChecked));
    let mut fields: Vec<Field> = WaterIndicator::ALL
        .iter()
        .map(|indicator| Field::new(WATER, water_key(*indicator), words.of(*indicator), Kind::One(levels.clone())))
        .collect();
    fields.push(Field::new(WATER, "water.answer", words.of(Check::Water), Kind::Shown));
    let lowered = yes_no(words, "form-water-lower-yes", "form-water-lower-no");
    fields.push(Field::new(WATER, "water.lowered", words.t("form-water-lower"), lowered).hidden());
    fields.extend(when_not_secured(words, WATER, Check::Water));
    let sources = choices(words, WaterSource::ALL, None);
    fields.push(Field::new(WATER, "water.source", words.t("form-water-source"), Kind::One(sources)));
    fields
}
