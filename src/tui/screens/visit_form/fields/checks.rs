//! The six checks: food, clothing, schooling by child, insurance by member, the dwelling, the water.

use crate::domain::checks::{Check, CheckAnswer, WaterIndicator, WaterLevel};
use crate::domain::facts::MemberFact;
use crate::domain::member_answers::Schooling;
use crate::domain::question::Section::{self, Checks, Water};
use crate::domain::warning::Warning;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::tui::form::kit::{choices, choices_or, yes_no_as};

use super::{asked, heading, members, text, why};
use crate::tui::form::{Choice, Field, Kind};
use crate::tui::screens::visit_form::key::Key;

/// Everybody is.
pub(in super::super) const INSURED_ALL: &str = "all";

pub(super) fn fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let mut fields = Vec::new();
    for check in Check::ALL.iter().copied().filter(|check| *check != Check::Water) {
        match check {
            Check::Education => fields.extend(schooling_fields(words, file)),
            Check::Medical => fields.extend(insurance_field(words, file)),
            Check::Food | Check::Clothing | Check::Housing | Check::Water => {}
        }
        let answers: Vec<CheckAnswer> = CheckAnswer::ALL
            .iter()
            .copied()
            .filter(|answer| check == Check::Education || *answer != CheckAnswer::NotApplicable)
            .collect();
        let answers = choices_or(words, &answers, CheckAnswer::NotChecked);
        fields.push(Field::new(heading(Checks), Key::Check(check).text(), words.of(check), Kind::One(answers)));
        fields.extend(when_not_secured(words, Checks, check));
        match check {
            Check::Education => fields.push(why(Checks, words, Warning::EducationThoughOut)),
            Check::Medical => fields.push(why(Checks, words, Warning::MedicalThoughUninsured)),
            Check::Housing => {
                fields.extend(asked::fields(words, file, Checks));
                fields.push(why(Checks, words, Warning::HousingThoughUnsafe));
            }
            Check::Food | Check::Clothing | Check::Water => {}
        }
    }
    fields
}

/// The note that *at risk* and *not secured* need, and the offer to list it as a problem.
fn when_not_secured(words: &Words, section: Section, check: Check) -> [Field; 2] {
    let note = text(section, words, Key::CheckNote(check).text(), "form-check-note");
    let offer = yes_no_as(words, "form-problem-offer-yes", "form-problem-offer-no");
    [
        note.with_hint(words.t("form-hint-check-note")).hidden(),
        Field::new(heading(section), Key::CheckProblem(check).text(), words.t("form-problem-offer"), offer).hidden(),
    ]
}

/// One line for each member whose age is known; those of school age on the visit's day are shown.
fn schooling_fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let known = file.members.iter().filter(|member| member.born_on().is_some());
    known
        .map(|member| {
            let label = words.with("form-schooling", &[("name", member.fact(MemberFact::Name))]);
            let kinds = Kind::One(choices(words, Schooling::ALL));
            Field::new(heading(Checks), Key::Schooling(member.id).text(), label, kinds).hidden()
        })
        .collect()
}

/// One key says that all are insured; digits name who is not.
fn insurance_field(words: &Words, file: &HouseholdFile) -> Option<Field> {
    let all = Choice::new('1', INSURED_ALL, words.t("form-insured-all")).alone();
    if file.members.is_empty() {
        return None;
    }
    let people = std::iter::once(all).chain(members(file, '2'..='9')).collect();
    Some(Field::new(heading(Checks), Key::Insurance, words.t("form-uninsured"), Kind::Any(people)))
}

pub(super) fn water_fields(words: &Words, file: &HouseholdFile) -> Vec<Field> {
    let levels = choices_or(words, WaterLevel::ALL, WaterLevel::NotChecked);
    let mut fields: Vec<Field> = WaterIndicator::ALL
        .iter()
        .map(|indicator| {
            Field::new(heading(Water), Key::Water(*indicator).text(), words.of(*indicator), Kind::One(levels.clone()))
        })
        .collect();
    fields.push(Field::new(heading(Water), "water.answer", words.of(Check::Water), Kind::Shown));
    let lowered = yes_no_as(words, "form-water-lower-yes", "form-water-lower-no");
    fields.push(Field::new(heading(Water), "water.lowered", words.t("form-water-lower"), lowered).hidden());
    fields.extend(when_not_secured(words, Water, Check::Water));
    fields.extend(asked::fields(words, file, Water));
    fields
}
