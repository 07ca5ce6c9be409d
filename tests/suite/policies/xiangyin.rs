//! Xiangyin: four categories from October to September against the year before, a target of ten percent
//! more, ten reasons for a fall of which several are possible.

use huifang::domain::alert::AlertKind;
use huifang::domain::fall_reason::FallReason;
use huifang::domain::income::{IncomeFormula, IncomeSource};
use huifang::domain::income_change::{IncomeChange, IncomeTrend};
use huifang::domain::policy::Setting;

use crate::cases::village_by;
use crate::world::{World, day};

fn change(world: &World, code: &str) -> IncomeChange {
    let window = world.ledger.policy().window().complete(world.ledger.today());
    IncomeChange::of(window, &world.shown(code).incomes, IncomeFormula::Net).unwrap()
}

#[test]
fn from_october_on_against_the_year_before() {
    let mut world = village_by("xiangyin");
    world.months("A1", "2026-09", 12, 1_100);
    world.months("A1", "2025-09", 12, 1_000);
    // October 2026 belongs to the running window.
    world.month("A1", "2026-10", &[9_000, 0, 0, 0, 0]);
    let change = change(&world, "A1");
    assert_eq!((change.months.len(), change.now.fen(), change.before.fen()), (12, 1_320_000, 1_200_000));
    assert_eq!(change.categories[0].1.fen(), 1_320_000);
    let target = world.ledger.policy().count(Setting::IncomeTargetPercent);
    assert_eq!((target, change.has_grown_by(10), change.tenths_of_percent()), (Some(10), Some(true), Some(100)));
}

#[test]
fn the_four_categories_are_compared_each() {
    let mut world = village_by("xiangyin");
    world.month("A1", "2025-09", &[1_000, 500, 100, 20, 30]);
    world.month("A1", "2026-09", &[900, 800, 150, 20, 40]);
    let categories = change(&world, "A1").categories.map(|(_, now, before)| (before.fen() / 100, now.fen() / 100));
    assert_eq!(
        categories,
        [(1_000, 900), (400, 650), (20, 20), (30, 40)],
        "wage, business net of its cost, property, transfer"
    );
}

#[test]
fn the_target_is_missed_by_a_fen() {
    let mut world = village_by("xiangyin");
    world.months("A1", "2026-09", 2, 1_100);
    world.months("A1", "2025-09", 1, 1_000);
    assert_eq!(change(&world, "A1").months.len(), 1, "only September is recorded in both years");
    world.month("A1", "2026-09", &[1_099, 0, 0, 0, 0]);
    assert_eq!(change(&world, "A1").has_grown_by(10), Some(false));
}

#[test]
fn ten_reasons_and_several_for_one_household() {
    let mut world = village_by("xiangyin");
    assert_eq!(world.ledger.policy().fall_reasons().len(), 10);
    world.months("A1", "2026-09", 3, 800);
    world.months("A1", "2025-09", 3, 1_000);
    assert_eq!(change(&world, "A1").trend(), IncomeTrend::Down);
    let reasons = [FallReason::MigrantWork, FallReason::Solar];
    world.fall("A1", "2026-09", &reasons, "厂里停工");
    world.fall("A1", "2026-09", &reasons[..1], "厂里停工");
    let stated = world.shown("A1").dossier.fall_reasons;
    assert_eq!(stated.len(), 1, "one statement a window, corrected");
    assert_eq!((stated[0].reasons.as_slice(), stated[0].stated_on), (&reasons[..1], day("2026-11-22")));
}

#[test]
fn any_fall_counts_and_the_basic_pension_does_not() {
    let mut world = village_by("xiangyin");
    world.months("A1", "2026-09", 12, 1_000);
    world.months("A1", "2025-09", 12, 1_000);
    assert!(!world.has_alert("A1", AlertKind::IncomeFallen), "the same is no fall");
    world.month("A1", "2026-09", &[999, 0, 0, 0, 0]);
    assert!(world.has_alert("A1", AlertKind::IncomeFallen));
    assert_eq!(world.ledger.policy().uncounted_sources(), [IncomeSource::Pension]);
}
