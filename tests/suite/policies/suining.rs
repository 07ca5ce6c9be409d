//! A town in Suining: the three intervals, the line of 6,000 net, a notice of five days.

use huifang::domain::policy::{DayKind, DayTerm, Origin, Purpose, Setting, Value};
use huifang::domain::window_income::AgainstLine;

use crate::cases::village_by;
use crate::entries::entry;

#[test]
fn monthly_half_yearly_and_yearly() {
    let mut world = village_by("suining");
    world.edit("A4", "out_of_poverty_on", "2019");
    world.visit("A1", entry("2026-10-30"));
    world.visit("A3", entry("2026-08-31"));
    world.visit("A4", entry("2026-02-28"));
    assert_eq!(world.due_on("A1"), "2026-11-30", "the month after the visit's");
    assert_eq!(world.due_on("A3"), "2027-02-28", "six months, clamped");
    assert_eq!(world.due_on("A4"), "2027-02-28");
    assert_eq!(world.due_on("A5"), "", "no cadence for others");
}

#[test]
fn six_thousand_net_a_head() {
    let mut world = village_by("suining");
    // Two people: 12,000 a year.
    world.months("A1", "2026-10", 12, 1_000);
    assert_eq!(world.against("A1", Purpose::Inclusion), AgainstLine::At);
    world.month("A1", "2026-05", &[999, 0, 0, 0, 0]);
    assert_eq!(world.against("A1", Purpose::Inclusion), AgainstLine::Below);
    // Claims and what was paid out of pocket do not touch net income.
    world.month("A1", "2026-05", &[1_001, 0, 0, 0, 0, 0, 900]);
    assert_eq!(world.against("A1", Purpose::Inclusion), AgainstLine::Above);
}

#[test]
fn a_notice_of_five_days() {
    let world = village_by("suining");
    assert_eq!(
        world.ledger.policy().value(Setting::NoticeDays),
        Some(&Value::DayTerms(vec![DayTerm { days: 5, kind: DayKind::Calendar }]))
    );
    assert_eq!(world.assessment("A1").notices_until, None, "the plan gives no elimination procedure");
    assert_eq!(world.ledger.policy().origin(Setting::IncomeWindow), Some(Origin::Default), "the plan leaves it open");
}
