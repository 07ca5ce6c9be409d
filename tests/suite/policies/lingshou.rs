//! Lingshou: month's-end registration, notices of 5 and 5 days, a decision within 20 working days, the
//! report on the 20th, a mark after a year of stable income and with the household's consent.

use huifang::domain::alert::{AlertKind, alerts};
use huifang::domain::assessment::{Condition, ConditionState};
use huifang::domain::attestation::AttestedMatter;
use huifang::domain::evidence::Evidence;
use huifang::domain::policy::{Origin, Purpose, Setting, Value};
use huifang::domain::status::StatusKind;
use huifang::domain::verdict::Verdict;
use huifang::domain::working_days::YearHolidays;

use crate::cases::village_by;
use crate::entries::entry;
use crate::world::{World, day};

#[test]
fn income_must_be_stable_for_a_year() {
    let mut world = village_by("lingshou");
    assert_eq!(world.line(Purpose::Inclusion, 2026), Some(6_000));
    // Twelve windows, the first of which begins 23 months ago.
    world.months("A1", "2026-10", 23, 1_001);
    assert_eq!(world.state("A1", Condition::IncomeStable), ConditionState::Met);
    // One month without income pulls a window of half a year ago under the line.
    world.month("A1", "2025-06", &[0, 0, 0, 0, 0]);
    let stable = world.result("A1", Condition::IncomeStable);
    assert_eq!(stable.state, ConditionState::NotMet);
    assert_eq!(stable.possible_from, Some(day("2027-06-01")), "the window that ended in May 2026 is a year back then");
    assert_eq!(world.state("A1", Condition::IncomeAboveLine), ConditionState::Met, "this year's window is above");
}

#[test]
fn a_window_with_a_missing_month_leaves_stability_unknown() {
    let mut world = village_by("lingshou");
    world.months("A1", "2026-10", 22, 1_001);
    assert_eq!(world.state("A1", Condition::IncomeStable), ConditionState::Unknown);
}

#[test]
fn the_household_consents_or_it_is_unknown() {
    let mut world = village_by("lingshou");
    assert_eq!(world.state("A1", Condition::Consent), ConditionState::Unknown);
    world.attest("A1", AttestedMatter::Consent, false, "2026-11-01");
    assert_eq!(world.state("A1", Condition::Consent), ConditionState::NotMet);
    world.attest("A1", AttestedMatter::Consent, true, "2026-11-20");
    assert_eq!(world.state("A1", Condition::Consent), ConditionState::Met);
    // What was agreed to before a roll-back is no ground after it.
    world.status("A1", StatusKind::Eliminated, "2026-11-21");
    world.status("A1", StatusKind::RolledBack, "2026-11-22");
    assert_eq!(world.state("A1", Condition::Consent), ConditionState::Unknown);
}

#[test]
fn the_notices_of_identification_are_none_of_an_elimination() {
    let mut world = village_by("lingshou");
    world.months("A1", "2026-10", 23, 1_001);
    assert_eq!(world.assessment("A1").notices_until, None, "one in the village, without a number");
    assert_eq!(world.ledger.policy().origin(Setting::CadenceUnresolved), Some(Origin::Reading));
}

#[test]
fn a_clue_is_decided_within_twenty_working_days() {
    let mut world = village_by("lingshou");
    // Friday: the twentieth working day after it is Friday 13 November.
    world.visit("A5", entry("2026-10-16").verdict(Verdict::New));
    assert!(world.has_alert("A5", AlertKind::DecisionOverdue));
    let mut world = village_by("lingshou");
    // Monday 26 October: Monday 23 November is the twentieth.
    world.visit("A5", entry("2026-10-26").verdict(Verdict::New));
    assert!(!world.has_alert("A5", AlertKind::DecisionOverdue), "22 November is before the end");
}

#[test]
fn the_report_is_due_on_the_twentieth() {
    let world = village_by("lingshou");
    let next = |today: &str| world.ledger.policy().next_report_on(day(today)).unwrap().to_string();
    assert_eq!(next("2026-11-20"), "2026-11-20");
    assert_eq!(next("2026-11-21"), "2026-12-20");
    assert_eq!(next("2026-12-31"), "2027-01-20");
}

#[test]
fn public_holidays_that_the_user_keeps_are_no_working_days() {
    let mut world = village_by("lingshou");
    world.visit("A5", entry("2026-10-16").verdict(Verdict::New));
    let until = |world: &World| {
        let file = world.shown("A5");
        let found = alerts(&file.case(world.ledger.policy(), world.ledger.today()));
        found.iter().flat_map(|alert| &alert.evidence).find_map(|evidence| match evidence {
            Evidence::Deadline { until, without_holidays, .. } => Some((until.to_string(), *without_holidays)),
            _ => None,
        })
    };
    assert_eq!(until(&world), Some(("2026-11-13".into(), true)), "no table of 2026: said so");
    let table = Value::Holidays([(2026, YearHolidays::parse(2026, "1019-1021 +1024").unwrap())].into_iter().collect());
    world.ledger.override_setting(Setting::PublicHolidays, Some(table), &mut |_, _| true).unwrap();
    assert_eq!(until(&world), Some(("2026-11-17".into(), false)), "three days off, one made up");
}
