//! What a procedure and the household's status make of each other: one that leaves half-way, the way an elimination was.

use huifang::domain::audit_finding::AuditKind;
use huifang::domain::policy::{ProcedureKind, Role, StepKind};
use huifang::domain::procedure::StepPerson;
use huifang::domain::procedure::act::{ProcedureAct, StepEntry};
use huifang::domain::status::{EliminationWay, StatusKind};
use huifang::ledger::{BeginAsked, BeginOf};

use crate::cases::village_by;
use crate::world::day;

/// A household that leaves the list while its procedure runs: nobody is late with it, and it is not passed over in silence.
/// Seen to fail: the audit looked at households of the list alone.
#[test]
fn a_household_that_leaves_the_list_half_way_is_found_and_its_procedure_can_only_be_ended() {
    let mut world = village_by("liaoning");
    let household_id = world.shown("A1").household.id;
    let asked = BeginAsked {
        of: BeginOf::Household(household_id),
        kind: Some(ProcedureKind::Elimination),
        category: None,
        risks: Vec::new(),
        assigned_to: None,
        on: day("2026-11-02"),
    };
    let procedure = world.ledger.begin_procedure(&asked).unwrap();
    world.status("A1", StatusKind::Inactive, "2026-11-20");
    let findings = world.ledger.audit().unwrap();
    let found = findings.iter().find(|it| it.finding.kind == AuditKind::ProcedureContradicts).unwrap();
    assert_eq!(found.household.as_ref().unwrap().code, "A1");
    assert!(world.alerts("A1").is_empty());
    let withdraw = ProcedureAct::Withdraw { on: day("2026-11-22"), why: "整户迁出".into() };
    world.ledger.act_on_procedure(&procedure, &withdraw).unwrap();
    let findings = world.ledger.audit().unwrap();
    assert!(!findings.iter().any(|it| it.finding.kind == AuditKind::ProcedureContradicts));
}

/// A step with everybody at it and signed; of a notice, that it does not hang here.
pub fn pass(step: StepKind, on: &str) -> ProcedureAct {
    let on = day(on);
    if step.is_notice() {
        return ProcedureAct::NotHere { step, on, why: "自然村无公示栏".into() };
    }
    let person = |role: &Role| StepPerson { name: format!("王{}", role.code()).into(), role: *role, signed: true };
    let people = Role::ALL.iter().map(person).collect();
    ProcedureAct::Pass(StepEntry { step, on, people, papers: Vec::new(), objections: None, note: "说明".into() })
}

/// Of one whose risk went without any measure the decision says so: 自然消除.
#[test]
fn an_elimination_without_measures_is_a_natural_one() {
    for (measure, way) in [(None, EliminationWay::Natural), (Some("2026-03-01"), EliminationWay::Helped)] {
        let mut world = village_by("default");
        if let Some(from) = measure {
            world.measure("A1", from, None);
        }
        let asked = BeginAsked {
            of: BeginOf::Household(world.shown("A1").household.id),
            kind: Some(ProcedureKind::Elimination),
            category: None,
            risks: Vec::new(),
            assigned_to: None,
            on: day("2026-10-01"),
        };
        let mut procedure = world.ledger.begin_procedure(&asked).unwrap();
        while let Some(step) = procedure.waiting() {
            procedure = world.ledger.act_on_procedure(&procedure, &pass(step, "2026-11-20")).unwrap();
        }
        let change = world.shown("A1").history.last().unwrap().clone();
        assert_eq!((change.kind, change.way), (StatusKind::Eliminated, Some(way)), "{measure:?}");
    }
}
