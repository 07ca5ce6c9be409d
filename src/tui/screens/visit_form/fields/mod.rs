//! The fields of a visit, section by section, in the order that the household's class needs.

mod asked;
mod checks;
mod found;
mod income;
mod when;

use std::ops::RangeInclusive;

use crate::domain::class::HouseholdClass;
use crate::domain::facts::MemberFact;
use crate::domain::household::Member;
use crate::domain::policies_due::open_policies;
use crate::domain::problem::Problem;
use crate::domain::question::Section;
use crate::domain::visit::Visit;
use crate::domain::warning::Warning;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::tui::form::kit::REVISION;

use super::key::Key;
use crate::tui::form::{Choice, Field, Kind};

pub(super) use checks::INSURED_ALL;
pub(super) use found::{problem_fields, spending_fields};
pub(super) use income::source_fields;
pub(super) use when::{MET_HEAD, MET_NOBODY, MET_OTHER};

const CORRECTION: &str = "form-correction";

/// The key of a section's heading.
const fn heading(section: Section) -> &'static str {
    match section {
        Section::When => "form-when",
        Section::Income => "form-income",
        Section::Checks => "form-checks",
        Section::Water => "form-water",
        Section::Changes => "form-changes",
        Section::Risk => "form-risk",
        Section::Problems => "form-problems",
        Section::Signature => "form-signature",
    }
}

/// The sections in the order that a class needs; what comes after the signature is filled in on
/// demand. A monitored household is looked at in everything, one whose risk is eliminated for whether
/// that holds, a stable one for income, checks and changes, any other for what it was visited for.
fn order(class: HouseholdClass) -> [Section; 8] {
    use Section::{Changes, Checks, Income, Problems, Risk, Signature, Water, When};
    match class {
        HouseholdClass::Unresolved => [When, Income, Checks, Water, Changes, Risk, Problems, Signature],
        HouseholdClass::Eliminated => [When, Income, Checks, Water, Risk, Changes, Problems, Signature],
        HouseholdClass::Stable => [When, Income, Checks, Water, Changes, Problems, Signature, Risk],
        HouseholdClass::General => [When, Problems, Changes, Checks, Water, Signature, Income, Risk],
    }
}

/// Every field. A correction begins with its reason, and may take back what the visit closed.
pub(super) fn fields(words: &Words, file: &HouseholdFile, correcting: Option<&Visit>) -> Vec<Field> {
    let said = correcting.and_then(|visit| visit.findings.verdict);
    // As the visits before leave it: in a correction those that it settled are asked about again.
    let followed = open_policies(&file.visits, |visit| correcting.is_none_or(|it| it.id != visit.id));
    let correcting = correcting.map(|visit| visit.id);
    let closed_here = |problem: &Problem| correcting.is_some_and(|visit_id| problem.is_closed_by(visit_id));
    let can_be_closed = |problem: &&Problem| {
        let is_own = Some(problem.visit_id) == correcting;
        !is_own && (problem.is_open() || closed_here(problem))
    };
    let left: Vec<&Problem> = file.problems.iter().filter(can_be_closed).collect();
    let mut fields = Vec::new();
    if correcting.is_some() {
        // Never shown: the revision that the correcting started from, also where its draft is resumed.
        fields.push(Field::new(CORRECTION, REVISION, "", Kind::Text).hidden());
        let reason = Field::new(CORRECTION, "reason", words.t("form-correction-reason"), Kind::Text);
        fields.push(reason.with_hint(words.t("form-hint-correction")));
    }
    for section in order(file.row.class) {
        fields.extend(match section {
            Section::When => when::fields(words, file),
            Section::Income => income::fields(words),
            Section::Checks => checks::fields(words, file),
            Section::Water => checks::water_fields(words, file),
            Section::Changes => found::change_fields(words, file, &followed),
            Section::Risk => found::risk_fields(words, file, said, correcting.is_some()),
            Section::Problems => found::all_problem_fields(words, file, &left),
            Section::Signature => asked::fields(words, file, Section::Signature).collect(),
        });
    }
    fields
}

fn text(section: Section, words: &Words, key: impl Into<String>, label: &str) -> Field {
    Field::new(heading(section), key, words.t(label), Kind::Text)
}

/// The members by digits that begin so, and letters after them.
fn members(file: &HouseholdFile, digits: RangeInclusive<char>) -> Vec<Choice> {
    let choice = |(digit, member): (char, &Member)| {
        Choice::new(digit, &member.id.to_string(), member.fact(MemberFact::Name).to_owned())
    };
    digits.chain('a'..='z').zip(&file.members).map(choice).collect()
}

/// The line for the reason why something odd is right: shown once the oddity was told.
fn why(section: Section, words: &Words, warning: Warning) -> Field {
    text(section, words, Key::Why(warning.code()).text(), "form-why").with_hint(words.t("form-hint-why")).hidden()
}
