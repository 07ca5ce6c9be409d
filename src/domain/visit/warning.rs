//! What looks odd in an entry: never refused, passed with a reason that is kept.

use crate::domain::checks::{Check, CheckAnswer, HousingGrade, housing_answer};
use crate::domain::income::{Amounts, IncomeItem};
use crate::domain::member_answers::{Insurance, Schooling};
use crate::domain::money::Amount;
use crate::domain::visit::{Findings, LifeChange};
use crate::domain::visit_entry::VisitEntry;

/// From where on an entry looks odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WarningThresholds {
    /// A month's wage above nothing and below this, in yuan.
    pub wage_below_yuan: i64,
    /// An amount at least so many times, or at most one part in so many of, last time's.
    pub jump_factor: i64,
}

/// One thing that looks odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// A wage above nothing, and so small that thousands may be missing.
    WageLow,
    /// An amount that halved or doubled against last time.
    Jump(IncomeItem),
    /// The number of people on file changed since last time, and 人口增减 is not ticked.
    PopulationNotTicked,
    /// Education secured, though a child is out of school.
    EducationThoughOut,
    /// Medical care secured, though somebody is not insured.
    MedicalThoughUninsured,
    /// Housing secured though the dwelling is of grade C or D, or better than its only dwelling allows.
    HousingThoughUnsafe,
}

/// The codes of [`Warning`] in the record and in the locale files.
const SIMPLE: [(Warning, &str); 5] = [
    (Warning::WageLow, "wage_low"),
    (Warning::PopulationNotTicked, "population_not_ticked"),
    (Warning::EducationThoughOut, "education_though_out"),
    (Warning::MedicalThoughUninsured, "medical_though_uninsured"),
    (Warning::HousingThoughUnsafe, "housing_though_unsafe"),
];

impl Warning {
    /// Every warning that there can be.
    pub fn all() -> impl Iterator<Item = Self> {
        SIMPLE.iter().map(|(warning, _)| *warning).chain(IncomeItem::ALL.iter().copied().map(Self::Jump))
    }

    /// The stable code: `wage_low`, `jump.wage`.
    pub fn code(self) -> String {
        match self {
            Self::Jump(item) => format!("jump.{}", item.code()),
            simple => SIMPLE.iter().find(|(it, _)| *it == simple).map_or("", |(_, code)| code).to_owned(),
        }
    }
}

/// What the entry is compared with.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// The latest recorded month before the entry's.
    pub amounts: Amounts,
    /// 家庭人口数 at the last visit, where it is known.
    pub population: Option<u32>,
    /// 家庭人口数 on file now.
    pub population_on_file: Option<u32>,
}

/// What looks odd in an entry.
pub fn warnings(entry: &VisitEntry, before: &Before, thresholds: &WarningThresholds) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let amounts = entry.income.as_ref().map(|income| income.amounts.clone()).unwrap_or_default();
    let wage = amounts.get(&IncomeItem::Wage).map_or(0, |wage| wage.fen());
    if (1..thresholds.wage_below_yuan * 100).contains(&wage) {
        warnings.push(Warning::WageLow);
    }
    for (item, now) in &amounts {
        let was = before.amounts.get(item);
        if was.is_some_and(|was| has_jumped(*was, *now, thresholds.jump_factor)) {
            warnings.push(Warning::Jump(*item));
        }
    }
    let findings = &entry.findings;
    let changed = matches!((before.population, before.population_on_file), (Some(then), Some(now)) if then != now);
    if changed && !findings.changes.is_empty() && !findings.changes.contains(&LifeChange::Population) {
        warnings.push(Warning::PopulationNotTicked);
    }
    warnings.extend(odd_checks(findings));
    warnings
}

/// Halved or doubled, or more; nothing left is halved too. From nothing there is no measure.
fn has_jumped(was: Amount, now: Amount, factor: i64) -> bool {
    let (was, now) = (was.fen(), now.fen());
    was > 0 && (now >= was.saturating_mul(factor) || now.saturating_mul(factor) <= was)
}

fn odd_checks(findings: &Findings) -> impl Iterator<Item = Warning> + '_ {
    let secured = |check| findings.answer(check) == CheckAnswer::Secured;
    let member =
        |wanted: fn(&crate::domain::member_answers::MemberAnswers) -> bool| findings.members.iter().any(wanted);
    let is_unsafe = findings.housing_grade.is_some_and(HousingGrade::is_unsafe);
    let follows = housing_answer(findings.housing_grade, findings.only_dwelling == Some(true));
    let housing = findings.answer(Check::Housing);
    let is_looked_at = housing != CheckAnswer::NotChecked;
    let differs = is_looked_at && follows.is_some_and(|follows| follows != housing);
    [
        (
            Warning::EducationThoughOut,
            secured(Check::Education) && member(|it| it.schooling == Some(Schooling::OutOfSchool)),
        ),
        (
            Warning::MedicalThoughUninsured,
            secured(Check::Medical) && member(|it| it.insurance == Some(Insurance::NotInsured)),
        ),
        (Warning::HousingThoughUnsafe, (secured(Check::Housing) && is_unsafe) || differs),
    ]
    .into_iter()
    .filter_map(|(warning, stands)| stands.then_some(warning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halved_and_doubled_are_jumps_and_beginning_is_not() {
        let fen = |fen| Amount::from_fen(fen).unwrap();
        for (was, now, jumped) in [
            (3000, 1500, true),
            (3000, 1501, false),
            (3000, 6000, true),
            (3000, 5999, false),
            (0, 3000, false),
            (3000, 0, true),
        ] {
            assert_eq!(has_jumped(fen(was), fen(now), 2), jumped, "{was} → {now}");
        }
    }

    #[test]
    fn every_warning_has_a_code_of_its_own() {
        let codes: std::collections::BTreeSet<String> = Warning::all().map(Warning::code).collect();
        assert_eq!(codes.len(), Warning::all().count());
        assert!(!codes.contains(""));
    }
}
