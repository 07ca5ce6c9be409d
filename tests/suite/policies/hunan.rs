//! A county in Hunan: line 6,500, floor 5,000, three months of monitoring, no mark without labour, two
//! verifiers, effects assessed each quarter, two sweeps a year.

use huifang::domain::alert::AlertKind;
use huifang::domain::assessment::{Condition, ConditionState, Outcome};
use huifang::domain::attestation::AttestedMatter;
use huifang::domain::policy::Purpose;
use huifang::domain::spending::SpendingKind;
use huifang::domain::status::StatusKind;
use huifang::domain::visit::VisitPurpose;

use crate::cases::{secured, village_by, village_known};
use crate::entries::entry;
use crate::world::day;

#[test]
fn never_marked_under_five_thousand() {
    let mut world = village_by("hunan");
    assert_eq!((world.line(Purpose::Inclusion, 2026), world.line(Purpose::Floor, 2026)), (Some(6_500), Some(5_000)));
    // Two people: the floor is 10,000, the line 13,000.
    world.months("A1", "2026-10", 12, 833);
    assert_eq!(world.state("A1", Condition::IncomeNotUnderFloor), ConditionState::NotMet);
    assert!(world.has_alert("A1", AlertKind::UnderFloor) && world.has_alert("A1", AlertKind::UnderLine));
    world.month("A1", "2026-10", &[837, 0, 0, 0, 0]);
    assert_eq!(
        world.state("A1", Condition::IncomeNotUnderFloor),
        ConditionState::Met,
        "10,000 exactly is not under it"
    );
    let line = world.result("A1", Condition::IncomeAboveLine);
    assert_eq!(
        (line.state, line.question),
        (ConditionState::Met, true),
        "between floor and line: met, with a question"
    );
    assert!(!world.has_alert("A1", AlertKind::UnderFloor) && world.has_alert("A1", AlertKind::UnderLine));
}

#[test]
fn monitored_for_three_months_before_elimination() {
    let mut world = village_by("hunan");
    assert_eq!(world.state("A1", Condition::MonitoringMonths), ConditionState::Met, "since 2024");
    world.status("A5", StatusKind::Identified, "2026-08-23");
    let monitored = world.result("A5", Condition::MonitoringMonths);
    assert_eq!((monitored.state, monitored.possible_from), (ConditionState::NotMet, Some(day("2026-11-23"))));
    let mut world = village_by("hunan");
    world.status("A5", StatusKind::Identified, "2026-08-22");
    assert_eq!(world.state("A5", Condition::MonitoringMonths), ConditionState::Met, "three months to the day");
}

#[test]
fn a_household_without_labour_is_held_back() {
    let mut world = village_by("hunan");
    assert_eq!(world.state("A1", Condition::Labour), ConditionState::Unknown);
    world.attest("A1", AttestedMatter::Labour, false, "2026-11-01");
    assert_eq!(world.state("A1", Condition::Labour), ConditionState::NotMet);
    assert!(!world.asks_for("A3", Condition::Labour), "one that is marked is not rolled back for it");
}

#[test]
fn two_verify_and_the_household_signs() {
    let mut world = village_by("hunan");
    assert_eq!(world.state("A1", Condition::Verified), ConditionState::NotMet);
    let two = ["张敏", "韦海"];
    world.visit("A1", secured("2026-11-10").purpose(VisitPurpose::Verification, &two));
    assert_eq!(world.state("A1", Condition::Verified), ConditionState::NotMet, "not signed");
    world.visit("A1", secured("2026-11-11").purpose(VisitPurpose::Verification, &two).signed());
    assert_eq!(world.state("A1", Condition::Verified), ConditionState::Met);
}

#[test]
fn everything_met_is_a_proposal_with_its_notice_and_never_before() {
    let mut world = village_by("hunan");
    world.months("A1", "2026-10", 12, 1_100);
    world.measure("A1", "2026-01-01", None);
    assert_eq!(world.state("A1", Condition::MeasuresInForce), ConditionState::Unknown, "no visit has seen it");
    world.review("A1", "2026-11-09");
    let visit = secured("2026-11-11").purpose(VisitPurpose::Verification, &["张敏", "韦海"]).signed();
    world.visit("A1", visit);
    world.attest("A1", AttestedMatter::Labour, true, "2026-11-12");
    assert_eq!(world.assessment("A1").outcome(), Outcome::Unknown, "nobody vouched for the spending");
    world.attest("A1", AttestedMatter::SpendingSolved, true, "2026-11-12");
    let assessment = world.assessment("A1");
    assert_eq!(assessment.outcome(), Outcome::Met);
    assert_eq!(assessment.notices_until.map(|until| until.on.to_string()), Some("2026-11-29".into()), "seven days");
    assert!(assessment.conditions.iter().all(|it| !it.evidence.is_empty()), "never a bare yes");
    // A new unsolved spending overrides what was attested before it.
    world.visit("A1", entry("2026-11-20").spent(SpendingKind::Medical, Some(false)));
    assert_eq!(world.state("A1", Condition::SpendingSolved), ConditionState::NotMet);
}

#[test]
fn effects_are_assessed_each_quarter() {
    let mut world = village_known("hunan", "2026-06-01");
    world.measure("A1", "2026-08-22", None);
    assert!(!world.has_alert("A1", AlertKind::EffectNotReviewed), "three months to the day");
    world.measure("A1", "2026-08-21", None);
    assert!(world.has_alert("A1", AlertKind::EffectNotReviewed));
}

#[test]
fn two_sweeps_a_year() {
    let mut world = village_by("hunan");
    let sweep = |on: &str| entry(on).purpose(VisitPurpose::Sweep, &["张敏"]);
    world.visit("A1", sweep("2025-03-02"));
    assert!(world.has_alert("A1", AlertKind::TooFewVisits), "the first half of the year is over");
    world.visit("A1", sweep("2026-09-02"));
    assert!(!world.has_alert("A1", AlertKind::TooFewVisits), "the second is due by the year's end");
}
