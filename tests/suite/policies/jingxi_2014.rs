//! A township in Jingxi, 2014 to 2015: fixed rounds in June and December, the line of 2,736 by the
//! calendar year, two notices of seven days.

use huifang::domain::policy::{DayKind, DayTerm, Purpose};
use huifang::domain::window_income::AgainstLine;

use crate::cases::village_by;
use crate::entries::entry;

#[test]
fn rounds_in_june_and_december() {
    let mut world = village_by("jingxi-2014");
    world.edit("A4", "out_of_poverty_on", "2013");
    for (visited, due) in [("2026-05-31", "2026-06-30"), ("2026-06-01", "2026-12-31"), ("2026-11-20", "2026-12-31")] {
        world.visit("A1", entry(visited));
        assert_eq!(world.due_on("A1"), due, "visited {visited}");
    }
    world.visit("A4", entry("2025-12-31"));
    assert_eq!(world.due_on("A4"), "2026-06-30", "December covers December");
}

#[test]
fn the_calendar_year_against_2736() {
    let mut world = village_by("jingxi-2014");
    assert_eq!(world.line(Purpose::Inclusion, 2013), None, "no line before the plan's first year");
    assert_eq!(world.line(Purpose::Inclusion, 2015), Some(2_736));
    let carried = world.ledger.policy().line(Purpose::Inclusion, 2025).unwrap();
    assert_eq!((carried.yuan, carried.stated_for), (2_736, Some(2015)), "carried on, and says from when");
    world.months("A4", "2025-12", 12, 228);
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::At);
    world.month("A4", "2025-01", &[227, 0, 0, 0, 0]);
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::Below);
    // This year runs still, and is not looked at.
    world.month("A4", "2026-01", &[99_999, 0, 0, 0, 0]);
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::Below);
}

#[test]
fn two_notices_of_seven_days() {
    let seven = DayTerm { days: 7, kind: DayKind::Calendar };
    assert_eq!(village_by("jingxi-2014").ledger.policy().notices(), [seven, seven]);
}
