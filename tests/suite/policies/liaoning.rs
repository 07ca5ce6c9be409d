//! Yingkou: reference income of 7,260 from May to April, 6,600 when looking back, a decision in 15 days
//! and a plan in 10, half a year of measures, roll-back without labour, villages above two percent.

use huifang::domain::alert::AlertKind;
use huifang::domain::assessment::{Condition, ConditionState};
use huifang::domain::attestation::AttestedMatter;
use huifang::domain::policy::Purpose;
use huifang::domain::status::StatusKind;
use huifang::domain::verdict::Verdict;
use huifang::domain::window_income::AgainstLine;

use crate::cases::{village_by, village_known};
use crate::entries::entry;
use crate::world::day;
use huifang::domain::village::Village;

#[test]
fn reference_income_from_may_to_april_is_held_against_7260() {
    let mut world = village_by("liaoning");
    // Two people: 14,520 from May 2025 to April 2026.
    world.months("A1", "2026-04", 12, 1_210);
    assert_eq!(world.against("A1", Purpose::Inclusion), AgainstLine::At);
    // Compliant out-of-pocket spending is taken off, claims are added.
    world.month("A1", "2025-05", &[1_210, 0, 0, 0, 0, 0, 1]);
    assert_eq!(world.against("A1", Purpose::Inclusion), AgainstLine::Below);
    world.month("A1", "2026-04", &[1_210, 0, 0, 0, 0, 2, 0]);
    assert_eq!(world.against("A1", Purpose::Inclusion), AgainstLine::Above);
    // What lies outside the window does not count.
    world.month("A1", "2026-05", &[0, 0, 0, 0, 0]);
    assert_eq!(world.against("A1", Purpose::Inclusion), AgainstLine::Above);
}

#[test]
fn looking_back_goes_by_6600_of_net_income() {
    let mut world = village_by("liaoning");
    // One person, marked in March 2026.
    world.months("A3", "2026-04", 12, 550);
    assert_eq!(world.against("A3", Purpose::LookBack), AgainstLine::At);
    assert!(!world.has_alert("A3", AlertKind::UnderLine), "it is not under it");
    assert_eq!(world.state("A3", Condition::IncomeAboveLine), ConditionState::NotMet, "looking back asks for more");
    assert!(world.has_alert("A3", AlertKind::LookBackFailing));
    world.month("A3", "2026-01", &[549, 0, 0, 0, 0, 900, 0]);
    assert_eq!(world.against("A3", Purpose::LookBack), AgainstLine::Below, "claims do not mend net income");
    assert!(world.has_alert("A3", AlertKind::LookBackFailing));
}

#[test]
fn a_plan_within_ten_days_of_entry() {
    let known = || village_known("liaoning", "2026-10-01");
    let mut world = known();
    world.status("A5", StatusKind::Identified, "2026-11-12");
    assert!(!world.has_alert("A5", AlertKind::PlanOverdue), "the tenth day is in time");
    let mut world = known();
    world.status("A5", StatusKind::Identified, "2026-11-11");
    assert!(world.has_alert("A5", AlertKind::PlanOverdue));
    world.edit("A5", "entered_on", "2026-11-12");
    assert!(!world.has_alert("A5", AlertKind::PlanOverdue), "the clock runs from the entry into the system");
    world.edit("A5", "entered_on", "2026-03-01");
    assert!(world.has_alert("A5", AlertKind::PlanOverdue), "entered another time: from its identification");
    world.edit("A5", "entered_on", "2026-11-11");
    world.measure("A5", "2026-11-20", None);
    assert!(!world.has_alert("A5", AlertKind::PlanOverdue));
}

#[test]
fn a_plan_that_could_not_be_recorded_yet_is_not_overdue() {
    let mut world = village_by("liaoning");
    assert!(!world.has_alert("A1", AlertKind::PlanOverdue), "on the day of the import");
    world.turn_to("2026-12-02");
    assert!(!world.has_alert("A1", AlertKind::PlanOverdue), "ten days since it came onto the file");
    world.turn_to("2026-12-03");
    assert!(world.has_alert("A1", AlertKind::PlanOverdue));
}

#[test]
fn from_clue_to_decision_at_most_fifteen_days() {
    let mut world = village_by("liaoning");
    world.visit("A4", entry("2026-11-07").verdict(Verdict::New));
    assert!(!world.has_alert("A4", AlertKind::DecisionOverdue));
    world.visit("A5", entry("2026-11-06").verdict(Verdict::New));
    assert!(world.has_alert("A5", AlertKind::DecisionOverdue));
    world.status("A5", StatusKind::Identified, "2026-11-22");
    assert!(!world.has_alert("A5", AlertKind::DecisionOverdue), "decided");
    // The clue is the first visit that said so, whatever the later ones repeat.
    world.visit("A3", entry("2026-11-01").verdict(Verdict::RollBack));
    world.visit("A3", entry("2026-11-20").verdict(Verdict::RollBack));
    assert!(world.has_alert("A3", AlertKind::DecisionOverdue));
}

#[test]
fn measures_of_half_a_year() {
    let mut world = village_by("liaoning");
    assert_eq!(world.state("A1", Condition::MeasureMonths), ConditionState::Unknown, "none could be recorded yet");
    let late = village_known("liaoning", "2026-08-01");
    assert_eq!(late.state("A1", Condition::MeasureMonths), ConditionState::NotMet, "none on file");
    world.measure("A2", "2026-05-22", None);
    assert!(world.has_alert("A2", AlertKind::AssessmentDue), "half a year, and no verdict since");
    assert!(!world.has_alert("A2", AlertKind::EffectNotReviewed), "that is no review of each measure");
    world.visit("A2", entry("2026-11-22").verdict(Verdict::Eased));
    assert!(!world.has_alert("A2", AlertKind::AssessmentDue));
    world.status("A2", StatusKind::Eliminated, "2026-11-22");
    assert!(!world.has_alert("A2", AlertKind::Followed));
    world.measure("A1", "2026-05-23", None);
    let months = world.result("A1", Condition::MeasureMonths);
    assert_eq!((months.state, months.possible_from), (ConditionState::NotMet, Some(day("2026-11-23"))));
    world.measure("A1", "2026-05-22", None);
    assert_eq!(world.state("A1", Condition::MeasureMonths), ConditionState::Met);
    let mut world = village_by("liaoning");
    world.measure("A2", "2026-01-01", Some("2026-02-01"));
    assert_eq!(world.state("A2", Condition::MeasureMonths), ConditionState::NotMet, "it ran for a month");
    assert!(!world.has_alert("A2", AlertKind::AssessmentDue), "no half a year of measures");
    world.status("A2", StatusKind::Eliminated, "2026-11-22");
    assert!(world.has_alert("A2", AlertKind::Followed));
    world.measure("A1", "2026-05-23", None);
    assert!(!world.has_alert("A1", AlertKind::AssessmentDue));
    world.status("A1", StatusKind::Eliminated, "2026-11-22");
    assert!(world.has_alert("A1", AlertKind::Followed), "a day less than half a year");
}

#[test]
fn a_marked_household_without_labour_is_rolled_back() {
    let mut world = village_by("liaoning");
    assert_eq!(world.state("A3", Condition::Labour), ConditionState::Unknown);
    world.attest("A3", AttestedMatter::Labour, false, "2026-11-01");
    assert_eq!(world.state("A3", Condition::Labour), ConditionState::NotMet);
    assert!(world.has_alert("A3", AlertKind::LookBackFailing));
}

#[test]
fn a_village_above_two_percent_is_named() {
    let mut world = village_by("liaoning");
    // 石桥村 has five unresolved persons in two households.
    let village = Village { township: String::new(), name: "石桥村".into() };
    for (registered, above) in [(250, Some(false)), (249, Some(true))] {
        world.registered(&village, registered);
        let places = world.ledger.risk_by_place().unwrap();
        let place = places.iter().find(|place| place.village.as_deref() == Some("石桥村")).unwrap();
        assert_eq!((place.share.unresolved_persons, place.is_above), (5, above), "of {registered}");
    }
}
