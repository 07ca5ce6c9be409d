//! Saved visits as evidence: corrected and voided, never overwritten; everything that hangs on them
//! follows at once, and can be rebuilt from the revisions alone.

use huifang::domain::checks::{Check, CheckAnswer, Finding};
use huifang::domain::income::{Amounts, IncomeItem};
use huifang::domain::money::Amount;
use huifang::domain::month::Month;
use huifang::domain::problem::ProblemState;
use huifang::domain::visit::{Findings, LifeChange, PersonMet, VisitMode, VisitOutcome, VisitPurpose};
use huifang::domain::visit_entry::{ClosingEntry, IncomeEntry, ProblemEntry, VisitEntry};
use huifang::ledger::{Correction, Ledger, VisitRefused};
use huifang::tui::keys::Key;
use proptest::prelude::*;
use uuid::Uuid;

use crate::families::{self, file, last_visit, village};
use crate::store::content;
use crate::world::{World, day};

#[test]
fn a_visit_is_corrected_with_a_reason_and_what_it_said_before_can_be_read() {
    let mut app = village();
    app.met_at_home("王小明").type_text("3200\n0\n0\n0\n0\n").at_field("不愁吃").type_text("1").ctrl('s');
    app.shows(&["已保存"]).go_to("王小明").key(Key::Tab).type_text("e").shows(&[
        "更正走访 王小明",
        "更正原因",
        "3200.00",
    ]);
    app.ctrl('s')
        .shows(&["请写明更正的原因"])
        .type_text("听错了金额")
        .at_field("工资性收入")
        .ctrl('u')
        .type_text("2300");
    app.at_field("不愁吃").type_text("2").type_text("断粮").ctrl('s').shows(&["已更正"]);
    app.key(Key::Enter).shows(&["修订记录", "首次登记", "更正", "原因：听错了金额"]);
    app.shows(&["工资性收入：3,200.00 → 2,300.00", "不愁吃：已保障 → 有风险 断粮"]);
    let file = file(&app, "A1");
    assert_eq!((file.visits.len(), file.incomes.len()), (1, 1));
    assert_eq!(file.incomes[0].amounts[&IncomeItem::Wage].fen(), 230_000);
    assert!(file.drafts.is_empty());
}

#[test]
fn the_due_date_and_the_list_follow_a_correction_at_once() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已移到“以后”"]);
    app.go_to("王小明").key(Key::Tab).type_text("e").type_text("其实是打电话").at_field("走访方式").type_text("3");
    app.ctrl('s').shows(&["已更正，下次不晚于 2024-04-30", "不计入"]);
    app.key(Key::Esc).key(Key::Esc).key(Key::Esc).type_text("1");
    app.shows(&["逾期 3", "王小明"]);
    assert_eq!(file(&app, "A1").row.last_counted, None);
}

#[test]
fn a_void_needs_a_reason_and_takes_the_visits_income_with_it() {
    let mut app = village();
    app.met_at_home("王小明").type_text("3200\n0\n0\n0\n0\n").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明").key(Key::Tab).type_text("d").shows(&["作废 2026-11-22 的走访", "请写明原因"]);
    app.key(Key::Enter).shows(&["请写明原因"]).type_text("登错了户").key(Key::Enter).shows(&["已作废"]);
    app.key(Key::Enter).shows(&["修订记录", "作废", "原因：登错了户"]).key(Key::Esc);
    app.type_text("e").shows(&["这次走访已经作废"]);
    let file = file(&app, "A1");
    assert!(file.visits[0].voided && file.incomes.is_empty() && file.counted.is_empty());
    assert_eq!(file.row.due_on, Some(day("2024-04-30")));
}

#[test]
fn the_record_before_holds_again_when_a_later_one_is_voided() {
    let mut world = families::world();
    let first = record(&mut world.ledger, "A1", entry("2026-11-01").wage("2026-10", 100));
    let second = record(&mut world.ledger, "A1", entry("2026-11-02").wage("2026-10", 200));
    let wage = |ledger: &Ledger| {
        let file = ledger.show_by_code("A1").unwrap().unwrap();
        file.incomes.iter().map(|income| income.amounts[&IncomeItem::Wage].fen()).collect::<Vec<_>>()
    };
    assert_eq!(wage(&world.ledger), [20_000]);
    correct(&mut world.ledger, "A1", first, entry("2026-11-01").wage("2026-10", 150)).unwrap();
    assert_eq!(wage(&world.ledger), [20_000], "a correction keeps its place in the order of recording");
    void(&mut world.ledger, "A1", second).unwrap();
    assert_eq!(wage(&world.ledger), [15_000]);
}

#[test]
fn a_void_reopens_what_the_visit_closed_and_is_refused_where_its_own_problem_was_dealt_with() {
    let mut world = families::world();
    let found = record(&mut world.ledger, "A1", entry("2026-11-01").problem("慢病证过期"));
    let problem = world.ledger.show_by_code("A1").unwrap().unwrap().problems[0].id;
    let closed = record(&mut world.ledger, "A1", entry("2026-11-02").closing(problem, "已办"));
    let state = |ledger: &Ledger| ledger.show_by_code("A1").unwrap().unwrap().problems.first().map(|it| it.state);
    assert_eq!(state(&world.ledger), Some(ProblemState::Closed));
    assert!(matches!(void(&mut world.ledger, "A1", found), Err(VisitRefused::ProblemTouched)));
    assert_eq!(state(&world.ledger), Some(ProblemState::Closed), "nothing was changed");
    void(&mut world.ledger, "A1", closed).unwrap();
    assert_eq!(state(&world.ledger), Some(ProblemState::Open));
    void(&mut world.ledger, "A1", found).unwrap();
    assert_eq!(state(&world.ledger), None);
}

#[test]
fn a_corrected_change_of_population_is_counted_once() {
    let mut world = families::world();
    let population = |ledger: &Ledger| ledger.show_by_code("A1").unwrap().unwrap().row.population;
    let visit = record(&mut world.ledger, "A1", entry("2026-11-01").population(2));
    assert_eq!(population(&world.ledger), Some(4));
    correct(&mut world.ledger, "A1", visit, entry("2026-11-01").population(1)).unwrap();
    assert_eq!(population(&world.ledger), Some(3));
    void(&mut world.ledger, "A1", visit).unwrap();
    assert_eq!(population(&world.ledger), Some(2));
}

#[test]
fn a_correction_that_started_from_an_older_state_is_refused() {
    let mut world = families::world();
    let visit = record(&mut world.ledger, "A1", entry("2026-11-01"));
    let stale = correction(&world.ledger, "A1", visit);
    correct(&mut world.ledger, "A1", visit, entry("2026-11-02")).unwrap();
    let refused = world.ledger.correct_visit(&stale, &for_household(&world.ledger, "A1", entry("2026-11-03")), None);
    assert!(matches!(refused, Err(VisitRefused::Store(_))));
    assert_eq!(world.ledger.show_by_code("A1").unwrap().unwrap().visits[0].visited_on, day("2026-11-02"));
    let unexplained = Correction { reason: "  ".into(), ..correction(&world.ledger, "A1", visit) };
    assert!(matches!(world.ledger.void_visit(&unexplained), Err(VisitRefused::ReasonMissing)));
}

#[test]
fn the_drafts_of_a_new_visit_and_of_a_correction_do_not_meet() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明").key(Key::F(2)).type_text("3").key(Key::Esc).key(Key::Esc);
    app.go_to("王小明").key(Key::Tab).type_text("e").shows(&["入户走访"]).type_text("记错").key(Key::Esc);
    app.shows(&["更正的草稿已保留", "✎"]);
    assert_eq!(file(&app, "A1").drafts.len(), 2);
    app.type_text("e").shows(&["接着填", "更正原因 记错", "入户走访"]).key(Key::Esc);
    app.key(Key::F(2)).shows(&["接着填", "电话"]).shows_not("记错");
}

#[test]
fn a_damaged_draft_is_set_aside_and_never_blocks_the_form() {
    let mut app = village();
    let id = file(&app, "A1").household.id;
    let key = huifang::ledger::DraftKey { form: "visit".into(), household_id: Some(id), visit_id: None };
    for mode in ["1", "3"] {
        app.ledger().save_draft(&key, "{\"version\":1,\"focus\":\"mode\",\"valu").unwrap();
        app.go_to("王小明").key(Key::F(2)).shows(&["草稿读不懂，已另外存好", "走访方式"]);
        app.type_text(mode).type_text("11").ctrl('s');
        if mode == "3" {
            app.shows(&["已经有一次走访"]).key(Key::Down).key(Key::Enter);
        }
        app.shows(&["已保存"]);
    }
    let drafts = file(&app, "A1").drafts;
    assert_eq!(drafts.len(), 2, "kept, both");
    assert!(drafts.iter().all(|draft| draft.body.contains("valu") && draft.key.form.starts_with("visit.aside.")));
}

#[test]
fn a_draft_of_an_older_version_still_opens() {
    let mut app = village();
    let id = file(&app, "A1").household.id;
    let key = huifang::ledger::DraftKey { form: "visit".into(), household_id: Some(id), visit_id: None };
    // As 0.1.0 wrote it before notes had lines and checks had members; `weather` is gone since.
    let old = "{\"version\":1,\"focus\":\"check.food.note\",\"values\":{\"date\":\"20261121\",\"mode\":\"home\",\
        \"purpose\":\"routine\",\"met\":\"head\",\"visitors\":\"张敏\",\"month\":\"2026-11\",\"amount.wage\":\"3200\",\
        \"check.food\":\"at_risk\",\"check.food.note\":\"口粮\",\"note\":\"一行\",\"weather\":\"晴\",\
        \"problem.0.what\":\"缺粮\",\"problem.1.what\":\"缺水\"}}";
    app.ledger().save_draft(&key, old).unwrap();
    app.resize(120, 70).go_to("王小明").key(Key::F(2)).shows(&["接着填", "3200", "└ 情况说明 口粮", "缺水"]);
    app.type_text("不够").ctrl('s').shows(&["已保存"]);
    let visit = last_visit(&app, "A1");
    assert_eq!((visit.visited_on, visit.note.as_str()), (day("2026-11-21"), "一行"));
    assert_eq!(visit.findings.checks[&Check::Food].note, "口粮不够");
    assert_eq!(file(&app, "A1").problems.len(), 2);
}

#[test]
fn what_a_roster_brought_is_voided_and_not_corrected() {
    let mut app = village();
    app.ledger_mut();
    let mut world = World { folder: tempfile::tempdir().unwrap(), ledger: app.ledger().reopen().unwrap() };
    world.import_csv("户编号,户主姓名,行政村,户类型,上次走访日期\nB1,莫天,石桥村,脱贫户,2026-05-01\n").unwrap();
    let mut app =
        crate::driver::Driver::chinese(World { folder: world.folder, ledger: app.ledger().reopen().unwrap() });
    app.set_me("张敏").go_to("莫天").key(Key::Tab).type_text("e").shows(&["花名册带入的走访没有可更正的内容"]);
    app.type_text("d").type_text("没有去过").key(Key::Enter).shows(&["已作废"]);
    assert!(file(&app, "B1").counted.is_empty());
}

/// An entry with a person met at home, and what is added to it.
struct Entry(VisitEntry);

fn entry(on: &str) -> Entry {
    Entry(VisitEntry {
        household_id: Uuid::nil(),
        visited_on: day(on),
        purpose: Some(VisitPurpose::Routine),
        mode: Some(VisitMode::Home),
        outcome: VisitOutcome::Met,
        visitors: vec!["张敏".into()],
        met: Some(PersonMet { member_id: None, name: "王小明".into(), relation: "head".into() }),
        findings: Findings::default(),
        income: None,
        problems: Vec::new(),
        closings: Vec::new(),
        note: String::new(),
    })
}

impl Entry {
    fn wage(mut self, month: &str, yuan: i64) -> Self {
        let fen = |fen| Amount::from_fen(fen).unwrap();
        let mut amounts: Amounts = IncomeItem::ALL.iter().map(|item| (*item, fen(0))).collect();
        amounts.insert(IncomeItem::Wage, fen(yuan * 100));
        self.0.income = Some(IncomeEntry { month: month.parse::<Month>().unwrap(), amounts, sources: Vec::new() });
        self
    }

    fn problem(mut self, what: &str) -> Self {
        self.0.problems.push(ProblemEntry {
            id: None,
            what: what.into(),
            check: Some(Check::Medical),
            unit: "卫生院".into(),
            deadline: None,
            state: ProblemState::Open,
        });
        self
    }

    fn closing(mut self, problem_id: Uuid, done: &str) -> Self {
        self.0.closings.push(ClosingEntry { problem_id, done: done.into() });
        self
    }

    fn population(mut self, by: i32) -> Self {
        self.0.findings.changes = vec![LifeChange::Population];
        self.0.findings.population_change = Some(by);
        self
    }

    fn food(mut self, answer: CheckAnswer) -> Self {
        self.0.findings.checks.insert(Check::Food, Finding { answer, note: "说明".into() });
        self
    }
}

fn for_household(ledger: &Ledger, code: &str, entry: Entry) -> VisitEntry {
    VisitEntry { household_id: ledger.show_by_code(code).unwrap().unwrap().household.id, ..entry.0 }
}

fn record(ledger: &mut Ledger, code: &str, entry: Entry) -> Uuid {
    let entry = for_household(ledger, code, entry);
    let known: Vec<Uuid> = ledger.show_by_code(code).unwrap().unwrap().visits.iter().map(|visit| visit.id).collect();
    ledger.record_visit(&entry, None).unwrap();
    let visits = ledger.show_by_code(code).unwrap().unwrap().visits;
    visits.iter().map(|visit| visit.id).find(|id| !known.contains(id)).unwrap()
}

fn correction(ledger: &Ledger, code: &str, visit_id: Uuid) -> Correction {
    let file = ledger.show_by_code(code).unwrap().unwrap();
    Correction { visit_id, started_from: file.visit_revisions.get(&visit_id).copied(), reason: "核对".into() }
}

fn correct(ledger: &mut Ledger, code: &str, visit_id: Uuid, entry: Entry) -> Result<(), VisitRefused> {
    let correction = correction(ledger, code, visit_id);
    let entry = for_household(ledger, code, entry);
    ledger.correct_visit(&correction, &entry, None).map(|_| ())
}

fn void(ledger: &mut Ledger, code: &str, visit_id: Uuid) -> Result<(), VisitRefused> {
    let correction = correction(ledger, code, visit_id);
    ledger.void_visit(&correction).map(|_| ())
}

/// One step of a random history.
#[derive(Debug, Clone)]
enum Step {
    Record { household: usize, day: u32, content: u8 },
    Correct { pick: usize, day: u32, content: u8 },
    Void { pick: usize },
    Import { content: u8 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0usize..3, 1u32..22, any::<u8>()).prop_map(|(household, day, content)| Step::Record { household, day, content }),
        3 => (any::<usize>(), 1u32..22, any::<u8>()).prop_map(|(pick, day, content)| Step::Correct { pick, day, content }),
        2 => any::<usize>().prop_map(|pick| Step::Void { pick }),
        1 => any::<u8>().prop_map(|content| Step::Import { content }),
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

fn run(world: &mut World, known: &mut Vec<(&'static str, Uuid)>, step: &Step) {
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
        // What is kept on the row is what a reckoning from nothing gives.
        for (code, _) in &known {
            let file = world.ledger.show_by_code(code).unwrap().unwrap();
            let last = file.counted_on.last().copied().filter(|on| *on >= file.row.since.on);
            for void in file.visits.iter().filter(|visit| visit.voided) {
                prop_assert!(file.incomes.iter().all(|income| income.visit_id != void.id), "its income went with it");
                prop_assert!(file.problems.iter().all(|problem| problem.visit_id != void.id), "and its problems");
                let closed = file.problems.iter().filter_map(|problem| problem.closing.as_ref());
                prop_assert!(closed.into_iter().all(|closing| closing.visit_id != void.id), "and what it closed is open");
            }
            let closed = file.problems.iter().filter(|problem| problem.closing.is_some());
            prop_assert!(closed.into_iter().all(|problem| problem.state == ProblemState::Closed));
            let shown = file.row.last_counted.map(|(on, _)| on).filter(|on| *on >= file.row.since.on);
            prop_assert_eq!(shown, last);
        }
    }
}

/// Everything a person can fill in, on a household with a child.
fn full_form(app: &mut crate::driver::Driver) {
    app.met_at_home("陈大有").type_text("3200\n480\n100\n0\n120\n50\n30\n").at_field("收入来源").type_text("2");
    app.type_text("900\n三亩水稻\n2").at_field("不愁吃").type_text("2口粮不够\n1").at_field("就学").type_text("4");
    app.at_field("└ 情况说明").type_text("辍学在家\n2").at_field("谁未参保").type_text("2\n");
    app.at_field("基本医疗").type_text("1").at_field("房屋等级").type_text("311").at_field("水量").type_text("1121");
    app.at_field("降为有风险").type_text("1春天断水\n").at_field("水源").type_text("3").at_field("有何变化");
    app.type_text("12\n+1\n").at_field("应享未享").type_text("雨露计划").at_field("风险研判").type_text("414000\n2");
    app.at_field("责任单位").type_text("村委会\n1231\n1").at_field("群众诉求").type_text("找活");
    app.at_field("备注").type_text("第一行\n第二行").at_field("签字").type_text("4手伤了\n").ctrl('s');
}

#[test]
fn a_correction_that_changes_nothing_leaves_everything_as_it_was() {
    let mut app = village();
    full_form(&mut app);
    // What looked odd, and a missing note, are told one after the other.
    for _ in 0..4 {
        if app.screen().contains("还没有保存") {
            app.type_text("核对过").ctrl('s');
        }
    }
    app.shows(&["已保存"]);
    let before = file(&app, "A2");
    let visit = before.visits[0].clone();
    assert!(visit.findings.members.len() == 3 && visit.findings.passed.len() == 1 && !before.problems.is_empty());
    // Since then somebody came, somebody left, and the number was stated anew.
    let mut world = World { folder: tempfile::tempdir().unwrap(), ledger: app.ledger().reopen().unwrap() };
    world.edit_keeping("A2", "population", "6", huifang::domain::household::Member::is_head);

    app.go_to("陈大有")
        .key(Key::Tab)
        .type_text("e")
        .shows(&["更正走访"])
        .type_text("没有改动")
        .ctrl('s')
        .shows(&["已更正"]);
    let after = file(&app, "A2");
    assert_eq!(after.visits[0], visit);
    assert_eq!((after.incomes, after.problems), (before.incomes, before.problems));
    assert_eq!(after.row.population, Some(6), "what was stated since stays");
}

#[test]
fn a_draft_left_on_another_day_still_means_the_days_it_meant() {
    let mut app = village();
    app.met_at_home("王小明").key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up);
    app.ctrl('u').type_text("昨天").key(Key::Esc).shows(&["草稿已保留"]);
    let mut world = World { folder: tempfile::tempdir().unwrap(), ledger: app.ledger().reopen().unwrap() };
    let database = app.database();
    drop(world.ledger);
    world = World {
        folder: app.into_folder(),
        ledger: Ledger::open(
            &database,
            huifang::ledger::IfMissing::Refuse,
            huifang::clock::Clock::fixed(Some(day("2026-11-24"))),
            "test-device",
        )
        .unwrap(),
    };
    let mut app = crate::driver::Driver::chinese(world);
    app.set_me("张敏").go_to("王小明").key(Key::F(2)).shows(&["接着填", "2026-11-21 周六"]);
}

#[test]
fn lines_after_an_empty_one_are_resumed_too() {
    let mut app = village();
    app.resize(120, 70).met_at_home("王小明").at_field("发现的问题").type_text("漏雨\n");
    app.key(Key::Tab).key(Key::Tab).key(Key::Tab).key(Key::Tab).type_text("缺水").key(Key::Up).key(Key::Up);
    app.key(Key::Up).key(Key::Up).key(Key::Up).ctrl('u').shows(&["缺水"]).shows_not("漏雨").key(Key::Esc);
    app.go_to("王小明").key(Key::F(2)).shows(&["接着填", "缺水"]);
}

#[test]
fn an_answer_given_against_what_follows_is_still_there_when_the_draft_is_resumed() {
    let mut app = village();
    app.met_at_home("王小明").at_field("谁未参保").type_text("2\n").at_field("基本医疗").type_text("2正在补缴\n");
    app.key(Key::Esc).go_to("王小明").key(Key::F(2)).shows(&["!有风险", "正在补缴"]);
    let mut app = village();
    app.met_at_home("王小明").at_field("谁未参保").type_text("0").shows(&["基本医疗 ✓已保障"]);
    app.key(Key::Up).key(Key::Up).shows(&["▌谁未参保"]).key(Key::Backspace).shows(&["基本医疗 –"]);
}

#[test]
fn the_income_of_a_back_dated_visit_is_that_of_its_month() {
    let mut app = village();
    app.met_at_home("王小明");
    for _ in 0..6 {
        app.key(Key::Up);
    }
    app.ctrl('u').type_text("2026-10-15").shows(&["收入月份 2026-10"]).at_field("收入月份").ctrl('u');
    app.type_text("2026-09\n").key(Key::Up).key(Key::Up).shows(&["2026-09"]);
    for _ in 0..4 {
        app.key(Key::Up);
    }
    app.ctrl('u').type_text("2026-10-16").shows(&["收入月份 2026-09"]);
}

#[test]
fn a_draft_of_a_correction_that_was_overtaken_is_not_saved_over_the_newer_one() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明").key(Key::Tab).type_text("e").type_text("记错").key(Key::Esc).shows(&["更正的草稿已保留"]);
    let visit = file(&app, "A1").visits[0].id;
    let mut ledger = app.ledger().reopen().unwrap();
    correct(&mut ledger, "A1", visit, entry("2026-11-02")).unwrap();
    app.type_text("e").shows(&["那次走访后来又更正过"]).ctrl('s').shows(&["没有保存"]);
    assert_eq!(file(&app, "A1").visits[0].visited_on, day("2026-11-02"));
    app.ctrl('r').key(Key::Down).key(Key::Enter).shows(&["草稿已丢弃", "2026-11-02"]).type_text("核对").ctrl('s');
    app.shows(&["已更正"]);
}

#[test]
fn a_problem_that_somebody_else_closed_meanwhile_is_not_swallowed() {
    let mut world = families::world();
    record(&mut world.ledger, "A1", entry("2026-11-01").problem("漏雨"));
    let problem = world.ledger.show_by_code("A1").unwrap().unwrap().problems[0].id;
    record(&mut world.ledger, "A1", entry("2026-11-02").closing(problem, "已修"));
    let late = for_household(&world.ledger, "A1", entry("2026-11-03").closing(problem, "我修的"));
    assert!(world.ledger.record_visit(&late, None).is_err());
    assert_eq!(world.ledger.show_by_code("A1").unwrap().unwrap().visits.len(), 2);
}

#[test]
fn a_void_visit_can_still_be_read_and_is_not_printed() {
    let mut app = village();
    app.met_at_home("王小明").type_text("3200\n0\n0\n0\n0\n").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明").key(Key::Tab).type_text("d登错\n").shows(&["已作废"]).key(Key::Enter);
    app.shows(&["3,200.00", "作废"]).key(Key::Esc).type_text("p").shows(&["没有记录表"]);
}
