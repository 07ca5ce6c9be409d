//! A town in Qianxinan: line 6,320 over the twelve months back, monthly visits, notices of 5 and 5 days,
//! a sweep each quarter, no mark without labour.

use huifang::domain::alert::AlertKind;
use huifang::domain::assessment::{Condition, ConditionState};
use huifang::domain::policy::{DayKind, DayTerm, Origin, Purpose, Setting, Value};
use huifang::domain::visit::VisitPurpose;
use huifang::domain::window_income::AgainstLine;

use crate::cases::village_by;
use crate::entries::entry;

#[test]
fn twelve_months_back_against_6320() {
    let mut world = village_by("guizhou");
    assert_eq!(world.line(Purpose::Inclusion, 2026), Some(6_320));
    // One person: November 2025 to October 2026.
    world.months("A4", "2026-10", 12, 527);
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::Above, "6,324");
    world.month("A4", "2025-11", &[522, 0, 0, 0, 0]);
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::Below, "6,319");
    world.turn_to("2026-12-01");
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::Unknown, "November is not recorded yet");
}

#[test]
fn the_person_answerable_visits_every_month() {
    let mut world = village_by("guizhou");
    world.visit("A1", entry("2026-09-30"));
    assert_eq!(world.due_on("A1"), "2026-10-31");
    assert_eq!(world.ledger.policy().origin(Setting::CadenceUnresolved), Some(Origin::Plan));
    assert_eq!(world.ledger.policy().origin(Setting::CadenceStable), Some(Origin::Default));
}

#[test]
fn a_sweep_each_quarter() {
    let mut world = village_by("guizhou");
    assert!(!world.has_alert("A1", AlertKind::TooFewVisits), "on the day of the import nothing is in arrears");
    for on in ["2026-01-05", "2026-04-05"] {
        world.visit("A1", entry(on).purpose(VisitPurpose::Sweep, &["张敏"]));
        assert!(world.has_alert("A1", AlertKind::TooFewVisits), "three quarters have ended");
    }
    world.visit("A1", entry("2026-09-30").purpose(VisitPurpose::Sweep, &["张敏"]));
    assert!(!world.has_alert("A1", AlertKind::TooFewVisits), "the fourth is due by the year's end");
    world.turn_to("2027-01-05");
    assert!(!world.has_alert("A1", AlertKind::TooFewVisits), "nothing is in arrears on 5 January");
    world.turn_to("2027-03-31");
    assert!(!world.has_alert("A1", AlertKind::TooFewVisits));
    world.turn_to("2027-04-01");
    assert!(world.has_alert("A1", AlertKind::TooFewVisits));
}

#[test]
fn notices_of_identification_are_not_shown_at_an_elimination() {
    let world = village_by("guizhou");
    let five = DayTerm { days: 5, kind: DayKind::Calendar };
    assert_eq!(world.ledger.policy().value(Setting::NoticeDays), Some(&Value::DayTerms(vec![five, five])));
    assert_eq!(world.assessment("A1").notices_until, None, "two at elimination, without a number");
    assert_eq!(world.state("A1", Condition::Labour), ConditionState::Unknown);
}
