//! A township in Jingxi, 2014 to 2015: no interval of visits, the line of 2,736 by the calendar year,
//! two notices of seven days.

use huifang::domain::policy::{DayKind, DayTerm, Origin, Purpose, Setting, Value};
use huifang::domain::window_income::AgainstLine;

use crate::cases::village_by;
use crate::entries::entry;

#[test]
fn the_plan_gives_no_interval_of_visits() {
    let mut world = village_by("jingxi-2014");
    let policy = world.ledger.policy();
    for setting in [Setting::CadenceUnresolved, Setting::CadenceEliminated, Setting::CadenceStable] {
        assert_eq!(policy.origin(setting), Some(Origin::Default), "{setting:?}");
    }
    world.visit("A1", entry("2026-10-31"));
    assert_eq!(world.due_on("A1"), "2026-11-30");
}

#[test]
fn the_calendar_year_against_2736() {
    let mut world = village_by("jingxi-2014");
    assert_eq!(world.line(Purpose::Inclusion, 2012), None, "no line before the plan's first year");
    assert_eq!(world.line(Purpose::Inclusion, 2013), Some(2_736));
    let carried = world.ledger.policy().line(Purpose::Inclusion, 2025).unwrap();
    assert_eq!((carried.yuan, carried.stated_for), (2_736, Some(2013)), "carried on, and says from when");
    world.months("A4", "2025-12", 12, 228);
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::At);
    world.month("A4", "2025-01", &[227, 0, 0, 0, 0]);
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::Below);
    // This year runs still, and is not looked at.
    world.month("A4", "2026-01", &[99_999, 0, 0, 0, 0]);
    assert_eq!(world.against("A4", Purpose::Inclusion), AgainstLine::Below);
}

#[test]
fn two_notices_of_seven_days_at_entry_and_at_exit() {
    let seven = DayTerm { days: 7, kind: DayKind::Calendar };
    let world = village_by("jingxi-2014");
    let policy = world.ledger.policy();
    assert_eq!(policy.value(Setting::NoticeDays), Some(&Value::DayTerms(vec![seven, seven])));
    assert_eq!(policy.elimination_notices(), [seven, seven]);
}
