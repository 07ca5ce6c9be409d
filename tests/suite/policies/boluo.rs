//! A firm in Boluo: at least three visits a year and at the great festivals.

use huifang::domain::alert::AlertKind;
use huifang::domain::status::StatusKind;
use huifang::domain::visit::VisitPurpose;

use crate::cases::village_by;
use crate::entries::entry;
use crate::world::World;

#[test]
fn three_visits_a_year() {
    let mut world = village_by("boluo");
    world.visit("A4", entry("2026-01-20").purpose(VisitPurpose::Festival, &["张敏"]));
    assert!(world.has_alert("A4", AlertKind::TooFewVisits), "two thirds of the year are over");
    // Twice on one day is once.
    world.visit("A4", entry("2026-01-20"));
    assert!(world.has_alert("A4", AlertKind::TooFewVisits));
    world.visit("A4", entry("2026-06-18"));
    assert!(!world.has_alert("A4", AlertKind::TooFewVisits), "the third is due by the year's end");
    world.turn_to("2027-01-05");
    assert!(!world.has_alert("A4", AlertKind::TooFewVisits), "nothing is in arrears on 5 January");
    world.turn_to("2027-05-01");
    assert!(world.has_alert("A4", AlertKind::TooFewVisits));
}

#[test]
fn what_a_household_was_not_visited_for_is_not_in_arrears() {
    let mut world = village_by("boluo");
    // Nobody is bound to visit it before it comes on the list.
    world.status("A5", StatusKind::Identified, "2026-10-15");
    assert!(!world.has_alert("A5", AlertKind::TooFewVisits));
    world.turn_to("2027-05-01");
    assert!(world.has_alert("A5", AlertKind::TooFewVisits));
    // Nor while it is off the list.
    world.visit("A4", entry("2027-04-20"));
    world.status("A4", StatusKind::Inactive, "2027-04-25");
    world.turn_to("2027-12-20");
    world.status("A4", StatusKind::Active, "2027-12-20");
    assert!(!world.has_alert("A4", AlertKind::TooFewVisits));
}

#[test]
fn the_last_visit_that_a_roster_tells_of_puts_nothing_in_arrears() {
    let mut world = World::on("2026-11-22");
    let roster = "户编号,行政村,姓名,与户主关系,户类型,脱贫时间,最近走访日期\nB1,石桥村,王小明,户主,稳定脱贫户,2020-12-31,2025-12-10\n";
    world.import_csv(roster).unwrap();
    world.use_policy("boluo");
    assert!(!world.has_alert("B1", AlertKind::TooFewVisits), "on the day of the import");
}

#[test]
fn one_in_each_four_months() {
    let mut world = village_by("boluo");
    for (visited, due) in [("2026-01-20", "2026-08-31"), ("2026-04-30", "2026-08-31"), ("2026-05-01", "2026-12-31")] {
        world.visit("A1", entry(visited));
        assert_eq!(world.due_on("A1"), due);
    }
}
