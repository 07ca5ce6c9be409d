//! A firm in Boluo: at least three visits a year and at the great festivals.

use huifang::domain::alert::AlertKind;
use huifang::domain::visit::VisitPurpose;

use crate::cases::village_by;
use crate::entries::entry;

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
fn one_in_each_four_months() {
    let mut world = village_by("boluo");
    for (visited, due) in [("2026-01-20", "2026-08-31"), ("2026-04-30", "2026-08-31"), ("2026-05-01", "2026-12-31")] {
        world.visit("A1", entry(visited));
        assert_eq!(world.due_on("A1"), due);
    }
}
