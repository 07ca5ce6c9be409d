//! The made-up village holds something of everything, whatever day it is.

use std::collections::BTreeSet;

use huifang::domain::checks::{Check, CheckAnswer, HousingGrade, WaterLevel, WaterSource};
use huifang::domain::class::HouseholdClass;
use huifang::domain::codes::Coded;
use huifang::domain::facts::{HouseholdFact, MemberFact};
use huifang::domain::income::{IncomeSource, is_recorded};
use huifang::domain::problem::ProblemState;
use huifang::domain::resident_id::check_resident_id;
use huifang::domain::revisit::RevisitState;
use huifang::domain::visit::{LifeChange, SignatureKind, VisitMode, VisitOutcome, VisitPurpose};
use huifang::ledger::HouseholdFile;

use crate::world::{World, day};

const DAYS: [&str; 6] = ["2026-11-22", "2026-01-01", "2024-02-29", "2025-03-31", "2025-12-31", "2026-06-15"];

fn demo(today: &str) -> Vec<HouseholdFile> {
    let mut world = World::on(today);
    world.ledger.fill_with_demo().unwrap();
    let list = world.ledger.due_list().unwrap();
    let all = list.rows.iter().chain(&list.inactive);
    all.map(|row| world.ledger.show(row.id).unwrap()).collect()
}

/// Every value of an enum but the exceptions is among those found.
fn all_of<T: Coded>(today: &str, found: impl Iterator<Item = T>, except: &[T]) {
    let found: BTreeSet<&str> = found.map(Coded::stable_code).collect();
    let wanted = T::VALUES.iter().filter(|value| !except.contains(value)).map(|value| value.stable_code());
    let missing: Vec<&str> = wanted.filter(|code| !found.contains(code)).collect();
    assert!(missing.is_empty(), "{today}: {} lacks {missing:?}", T::FAMILY);
}

#[test]
fn every_class_state_and_answer_is_there() {
    for today in DAYS {
        let files = demo(today);
        assert!((55..=65).contains(&files.len()));
        let villages: BTreeSet<&str> = files.iter().map(|file| file.row.village.as_str()).collect();
        assert_eq!(villages.len(), 3);
        all_of::<HouseholdClass>(today, files.iter().map(|file| file.row.class), &[]);
        all_of::<RevisitState>(today, files.iter().map(|file| file.row.state(day(today))), &[]);
        let visits = || files.iter().flat_map(|file| &file.visits);
        let findings = || visits().map(|visit| &visit.findings);
        all_of::<VisitMode>(today, visits().filter_map(|visit| visit.mode), &[VisitMode::Unknown]);
        all_of::<VisitOutcome>(today, visits().map(|visit| visit.outcome), &[]);
        all_of::<VisitPurpose>(today, visits().filter_map(|visit| visit.purpose), &[]);
        for check in Check::ALL.iter().copied() {
            let except: &[CheckAnswer] = match check {
                Check::Education => &[],
                Check::Water => &[CheckAnswer::AtRisk, CheckAnswer::NotApplicable],
                _ => &[CheckAnswer::NotApplicable],
            };
            all_of::<CheckAnswer>(today, findings().filter_map(|it| it.checks.get(&check)).map(|it| it.answer), except);
        }
        all_of::<WaterLevel>(today, findings().flat_map(|it| it.water.values().copied()), &[]);
        all_of::<WaterSource>(today, findings().filter_map(|it| it.water_source), &[]);
        all_of::<HousingGrade>(today, findings().filter_map(|it| it.housing_grade), &[]);
        all_of::<LifeChange>(today, findings().flat_map(|it| it.changes.clone()), &[]);
        all_of::<SignatureKind>(today, findings().filter_map(|it| it.signature.as_ref()).map(|it| it.kind), &[]);
        let sources = files.iter().flat_map(|file| &file.incomes).flat_map(|income| &income.sources);
        all_of::<IncomeSource>(today, sources.map(|line| line.source), &[]);
        let problems = files.iter().flat_map(|file| &file.problems);
        all_of::<ProblemState>(today, problems.map(|problem| problem.state), &[ProblemState::Closed]);
        assert!(files.iter().any(|file| !file.row.active), "{today}: one that left the list");
        assert!(files.iter().any(|file| file.row.has_draft), "{today}: one draft");
        assert!(files.iter().flat_map(|file| &file.incomes).all(|income| is_recorded(&income.amounts)));
        assert!(visits().all(|visit| visit.visited_on <= day(today)));
    }
}

#[test]
fn resident_ids_are_valid_and_of_no_place() {
    for file in demo(DAYS[0]) {
        let ids = file.members.iter().map(|member| member.fact(MemberFact::IdNumber));
        for id in ids.chain([file.household.fact(HouseholdFact::IdNumber)]) {
            assert!(id.starts_with("99") && check_resident_id(id).is_ok(), "{id}");
        }
    }
}
