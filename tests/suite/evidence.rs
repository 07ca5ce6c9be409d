//! Saved visits as evidence: corrected and voided, never overwritten; everything that hangs on them
//! follows at once.

use huifang::domain::checks::{Check, CheckAnswer, Finding};
use huifang::domain::entry::Reason;
use huifang::domain::income::IncomeItem;
use huifang::domain::problem::ProblemState;
use huifang::domain::visit_entry::VisitFault;
use huifang::ledger::{Ledger, Refused};
use huifang::tui::keys::Key;

use crate::entries::{correct, correction, entry, for_household, is_refused_for, record, void};
use crate::families::{self, file, village};
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
    let refused = void(&mut world.ledger, "A1", found);
    assert!(is_refused_for(&refused, VisitFault::ProblemTouched), "{refused:?}");
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
    assert!(matches!(refused, Err(Refused::Changed)));
    assert_eq!(world.ledger.show_by_code("A1").unwrap().unwrap().visits[0].visited_on, day("2026-11-02"));
    assert_eq!(Reason::parse("  "), None, "there is no void without a reason");
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

/// Everything a person can fill in, on a household with a child.
fn full_form(app: &mut crate::driver::Driver) {
    app.met_at_home("陈大有").type_text("3200\n480\n100\n0\n120\n50\n30\n").at_field("收入来源").type_text("2");
    app.type_text("900\n三亩水稻\n2").at_field("不愁吃").type_text("2口粮不够\n1").at_field("就学").type_text("4");
    app.at_field("└ 情况说明").type_text("辍学在家\n2").at_field("谁未参保").type_text("3\n");
    app.at_field("基本医疗").type_text("1").at_field("房屋等级").type_text("311").at_field("水量").type_text("1121");
    app.type_text("-").type_text("春天断水\n").at_field("水源").type_text("3").at_field("有何变化");
    app.type_text("12\n+1\n")
        .shows(&["谁患大病"])
        .type_text("2\n")
        .at_field("应享未享")
        .type_text("雨露计划")
        .at_field("风险研判")
        .type_text("414000\n2");
    app.at_field("责任单位").type_text("村委会\n1231\n2").at_field("群众诉求").type_text("找活");
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
    assert_eq!(visit.findings.fell_ill[0].name, "周芳", "who fell ill is asked by member");
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
    assert_eq!((after.dossier.incomes, after.dossier.problems), (before.dossier.incomes, before.dossier.problems));
    assert_eq!(after.row.population, Some(6), "what was stated since stays");
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

#[test]
fn correcting_a_visit_where_nobody_was_met_asks_about_no_answer_that_nobody_gave() {
    let mut app = crate::families::village();
    app.set_me("张敏").go_to("王小明").key(Key::F(2)).type_text("110").ctrl('s').shows(&["已保存"]);
    app.go_to("王小明").key(Key::Tab).type_text("e").type_text("记错").at_field("备注").type_text("门锁着");
    app.ctrl('s').shows(&["已更正"]).shows_not("不会保存");
    let visit = crate::families::last_visit(&app, "A1");
    assert_eq!((visit.outcome.code(), &*visit.note), ("nobody_met", "门锁着"));
}

#[test]
fn what_the_form_would_not_take_the_ledger_does_not_take_either() {
    let mut world = families::world();
    let child = world.ledger.show_by_code("A2").unwrap().unwrap().members[2].age_on(day("2026-11-20"));
    assert_eq!(child, Some(11), "of compulsory school age");
    let mut exempt = entry("2026-11-20");
    let answer = Finding { answer: CheckAnswer::NotApplicable, note: String::new() };
    exempt.0.findings.checks.insert(Check::Education, answer);
    let refused = world.ledger.record_visit(&for_household(&world.ledger, "A2", exempt), None);
    assert!(is_refused_for(&refused, VisitFault::ChildOfSchoolAge), "{refused:?}");
    let mut late = entry("2026-11-20").problem("慢病证过期");
    late.0.problems[0].deadline = Some(day("2026-11-19"));
    let refused = world.ledger.record_visit(&for_household(&world.ledger, "A2", late), None);
    assert!(is_refused_for(&refused, VisitFault::DeadlineBeforeVisit(0)), "{refused:?}");
    assert!(world.ledger.show_by_code("A2").unwrap().unwrap().visits.is_empty());
}
