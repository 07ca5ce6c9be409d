//! Funan: households on the edge are contacted monthly, where phone, SMS and `WeChat` count; for those out
//! of poverty the plan gives no interval; a marked household stays on file.

use huifang::domain::class::HouseholdClass;
use huifang::domain::label::HouseholdLabel;
use huifang::domain::policy::Origin;
use huifang::domain::visit::VisitMode;

use crate::cases::village_by;
use crate::entries::{Entry, entry};

fn by(mode: VisitMode, on: &str) -> Entry {
    let mut made = entry(on);
    made.0.mode = Some(mode);
    made
}

#[test]
fn phone_sms_and_wechat_count_for_households_on_the_edge() {
    for mode in [VisitMode::Phone, VisitMode::Sms, VisitMode::Wechat, VisitMode::Home] {
        let mut world = village_by("funan");
        // A2 is on the edge, A1 out of poverty and unstable.
        world.visit("A2", by(mode, "2026-11-10"));
        world.visit("A1", by(mode, "2026-11-10"));
        assert_eq!(world.due_on("A2"), "2026-12-31", "{mode:?}");
        assert_eq!(world.due_on("A1") == "2026-12-31", mode == VisitMode::Home, "{mode:?}");
    }
    let mut world = village_by("funan");
    world.visit("A2", by(VisitMode::VillageOffice, "2026-11-10"));
    assert_eq!(world.due_on("A2"), "2024-04-30", "meeting at the village office is not named");
}

#[test]
fn the_interval_that_the_plan_does_not_give_is_the_default_and_says_so() {
    let world = village_by("funan");
    let policy = world.ledger.policy();
    let of = |category| policy.cadence(HouseholdClass::Unresolved, Some(category)).unwrap();
    assert_eq!(policy.cadence_origin(of(HouseholdLabel::Edge)), Some(Origin::Plan));
    assert_eq!(policy.cadence_origin(of(HouseholdLabel::OutOfPovertyUnstable)), Some(Origin::Default));
}

#[test]
fn a_marked_household_stays_on_file() {
    let world = village_by("funan");
    let marked = world.shown("A3").row;
    assert!(marked.active && marked.due_on.is_some());
}
