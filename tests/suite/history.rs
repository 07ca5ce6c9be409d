//! Random histories of saves, corrections, voids and imports: the tables stay what the revisions say.

use chrono::NaiveDate;
use huifang::domain::alert::{AlertKind, StandingAlerts, alerts};
use huifang::domain::attestation::AttestedMatter;
use huifang::domain::checks::CheckAnswer;
use huifang::domain::id::{HouseholdId, VisitId};
use huifang::domain::policy::SHIPPED;
use huifang::domain::problem::ProblemState;
use huifang::domain::status::StatusKind;
use huifang::ledger::Ledger;
use proptest::prelude::*;

use crate::entries::{Entry, correct, entry, record, void};
use crate::families;
use crate::store::content;
use crate::world::World;

/// One step of a random history.
#[derive(Debug, Clone)]
enum Step {
    Record { household: usize, day: u32, content: u8 },
    Correct { pick: usize, day: u32, content: u8 },
    Void { pick: usize },
    Import { content: u8 },
    Month { household: usize, month: u32, content: u8 },
    Measure { household: usize, content: u8 },
    Attest { household: usize, content: u8 },
    Status { household: usize, day: u32, content: u8 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0usize..3, 1u32..22, any::<u8>()).prop_map(|(household, day, content)| Step::Record { household, day, content }),
        3 => (any::<usize>(), 1u32..22, any::<u8>()).prop_map(|(pick, day, content)| Step::Correct { pick, day, content }),
        2 => any::<usize>().prop_map(|pick| Step::Void { pick }),
        1 => any::<u8>().prop_map(|content| Step::Import { content }),
        2 => (0usize..3, 1u32..10, any::<u8>()).prop_map(|(household, month, content)| Step::Month { household, month, content }),
        1 => (0usize..3, any::<u8>()).prop_map(|(household, content)| Step::Measure { household, content }),
        1 => (0usize..3, any::<u8>()).prop_map(|(household, content)| Step::Attest { household, content }),
        1 => (0usize..3, 1u32..22, any::<u8>()).prop_map(|(household, day, content)| Step::Status { household, day, content }),
    ]
}

/// An entry that hangs on a number: an income, a problem, one closed, people come or gone, a check.
fn random_entry(ledger: &Ledger, code: &str, on: u32, content: u8) -> Entry {
    let mut made = entry(&format!("2026-11-{on:02}"));
    if content & 1 > 0 {
        made = made.wage(&format!("2026-{:02}", content % 9 + 1), i64::from(content) * 10);
    }
    if content & 2 > 0 {
        made = made.problem("漏雨");
    }
    let people = ledger.show_by_code(code).unwrap().unwrap().row.population.unwrap_or(0);
    if content & 4 > 0 && (3..90).contains(&people) {
        made = made.population(i32::from(content % 3) - 1);
    }
    if content & 8 > 0 {
        made = made.food(if content & 16 > 0 { CheckAnswer::AtRisk } else { CheckAnswer::Secured });
    }
    let file = ledger.show_by_code(code).unwrap().unwrap();
    match file.problems.iter().find(|problem| problem.is_open()) {
        Some(open) if content & 32 > 0 => made.closing(open.id, "已办"),
        _ => made,
    }
}

fn run(world: &mut World, known: &mut Vec<(&'static str, VisitId)>, step: &Step) {
    const CODES: [&str; 3] = ["A1", "A2", "A3"];
    match step {
        Step::Record { household, day, content } => {
            let code = CODES[*household];
            let made = random_entry(&world.ledger, code, *day, *content);
            known.push((code, record(&mut world.ledger, code, made)));
        }
        Step::Correct { pick, day, content } if !known.is_empty() => {
            let (code, visit) = known[pick % known.len()];
            let made = random_entry(&world.ledger, code, *day, *content);
            // Refused where the visit is void or a problem of it was touched: then nothing may change.
            let _ = correct(&mut world.ledger, code, visit, made);
        }
        Step::Void { pick } if !known.is_empty() => {
            let (code, visit) = known[pick % known.len()];
            let _ = void(&mut world.ledger, code, visit);
        }
        Step::Import { content } => {
            let csv = format!(
                "户编号,户主姓名,行政村,监测对象类别,风险是否已消除,家庭人口数\nA1,王小明,石桥村,脱贫不稳定户,{},{}\n",
                if content & 1 > 0 { "是" } else { "否" },
                content % 5 + 1
            );
            world.import_csv(&csv).unwrap();
        }
        Step::Month { household, month, content } => {
            world.month(CODES[*household], &format!("2026-{month:02}"), &[i64::from(*content), 0, 0, 0, 0]);
        }
        Step::Measure { household, content } => {
            let ended = (content & 1 > 0).then_some("2026-10-01");
            world.measure(CODES[*household], "2026-02-01", ended);
        }
        Step::Attest { household, content } => {
            let matter = AttestedMatter::ALL[usize::from(*content) % AttestedMatter::ALL.len()];
            world.attest(CODES[*household], matter, content & 8 > 0, "2026-11-02");
        }
        Step::Status { household, day, content } => {
            let kind = StatusKind::ALL[usize::from(*content) % StatusKind::ALL.len()];
            // Refused where the household cannot change so: then nothing may change.
            let _ = world.try_status(CODES[*household], kind, &format!("2026-11-{day:02}"));
        }
        Step::Correct { .. } | Step::Void { .. } => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn after_any_history_the_tables_are_what_the_revisions_say(steps in prop::collection::vec(step(), 1..24)) {
        let mut world = families::world();
        let mut known = Vec::new();
        for step in &steps {
            run(&mut world, &mut known, step);
        }
        let before = content(&world.database());
        world.ledger.rebuild().unwrap();
        prop_assert_eq!(content(&world.database()), before);
        // What is kept on the row is what a computation from nothing gives.
        for (code, _) in &known {
            let file = world.ledger.show_by_code(code).unwrap().unwrap();
            let last = file.counted_on.last().copied().filter(|on| *on >= file.row.since.on);
            for void in file.visits.iter().filter(|visit| visit.voided) {
                prop_assert!(file.incomes.iter().all(|income| income.visit_id != Some(void.id)), "its income went with it");
                prop_assert!(file.problems.iter().all(|problem| problem.visit_id != void.id), "and its problems");
                let closed = file.problems.iter().filter_map(|problem| problem.closing.as_ref());
                prop_assert!(closed.into_iter().all(|closing| closing.visit_id != Some(void.id)), "and what it closed is open");
            }
            let closed = file.problems.iter().filter(|problem| problem.closing.is_some());
            prop_assert!(closed.into_iter().all(|problem| problem.state == ProblemState::Closed));
            let shown = file.row.last_counted.map(|(on, _)| on).filter(|on| *on >= file.row.since.on);
            prop_assert_eq!(shown, last);
        }
    }
}

/// What is kept of a household's alerts is what a computation from nothing gives, on each day on which it is
/// said to hold; and on any later day, once it was renewed.
fn kept_alerts_are_those_reckoned(world: &mut World) -> Result<(), TestCaseError> {
    let policy = world.ledger.policy().clone();
    let today = world.ledger.today();
    let computed = |world: &World, id: HouseholdId, on: NaiveDate| -> Vec<AlertKind> {
        alerts(&world.ledger.show(id).unwrap().case(&policy, on)).into_iter().map(|alert| alert.kind).collect()
    };
    world.ledger.renew_alerts().unwrap();
    let list = world.ledger.due_list().unwrap();
    for row in list.rows.iter().chain(&list.inactive) {
        let file = world.ledger.show(row.id).unwrap();
        prop_assert!(row.alerts_on(today).is_some(), "{} is not computed", &row.code);
        let mut standing = row.alerts.clone().unwrap_or_else(|| StandingAlerts::of(&file.case(&policy, today)));
        for on in today.iter_days().take(800) {
            let case = file.case(&policy, on);
            let now: Vec<AlertKind> = alerts(&case).into_iter().map(|alert| alert.kind).collect();
            if standing.on(on).is_none() {
                standing = StandingAlerts::of(&case);
            }
            prop_assert_eq!(standing.on(on), Some(now.as_slice()), "{} on {} of {:?}", &row.code, on, &standing);
        }
    }
    for later in ["2026-11-23", "2026-12-01", "2027-01-02", "2027-06-15"] {
        world.turn_to(later);
        world.ledger.renew_alerts().unwrap();
        for row in world.ledger.due_list().unwrap().rows {
            let on = world.ledger.today();
            prop_assert_eq!(row.alerts_on(on).map(<[AlertKind]>::to_vec), Some(computed(world, row.id, on)));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn after_any_history_and_under_any_policy_kept_alerts_are_those_reckoned(
        steps in prop::collection::vec(step(), 1..24),
        policy in 0..SHIPPED.len(),
    ) {
        let mut world = families::world();
        world.ledger.use_shipped_policy(SHIPPED[policy].0, &mut |_, _| true).unwrap();
        world.ledger.renew_alerts().unwrap();
        let mut known = Vec::new();
        for step in &steps {
            run(&mut world, &mut known, step);
            // Renewed by the write itself: nothing waits for the next start.
            let today = world.ledger.today();
            for code in ["A1", "A2", "A3"] {
                let file = world.shown(code);
                let now: Vec<AlertKind> =
                    alerts(&file.case(world.ledger.policy(), today)).into_iter().map(|alert| alert.kind).collect();
                prop_assert_eq!(file.row.alerts_on(today).map(<[AlertKind]>::to_vec), Some(now), "{}", code);
            }
        }
        kept_alerts_are_those_reckoned(&mut world)?;
    }
}
