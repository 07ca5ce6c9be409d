//! What a visit must look at, by keys: the screen and the database.

use huifang::domain::checks::{Check, CheckAnswer, WaterLevel};
use huifang::domain::income::IncomeItem;
use huifang::domain::member_answers::{Insurance, Schooling};
use huifang::domain::problem::ProblemState;
use huifang::domain::spending::SpendingKind;
use huifang::domain::verdict::Verdict;
use huifang::domain::visit::{SignatureKind, VisitMode};
use huifang::domain::water_report::WaterReportEntry;
use huifang::tui::keys::{Chord, Key};

use crate::driver::Driver;
use crate::families::{file, last_visit, village};
use crate::world::day;
use huifang::domain::village::Village;

/// Counts the keys that are pressed besides the digits of amounts.
struct Counted {
    app: Driver,
    keys: usize,
}

impl Counted {
    fn press(&mut self, chord: Chord) {
        self.app.press(chord);
        self.keys += 1;
    }

    fn digits(&mut self, digits: &str) {
        for c in digits.chars() {
            self.press(Chord::letter(c));
        }
    }

    fn amount(&mut self, digits: &str) {
        self.app.type_text(digits);
        self.press(Chord::plain(Key::Enter));
    }
}

#[test]
fn an_ordinary_visit_takes_at_most_thirty_keys() {
    let mut app = village();
    app.go_to("王小明").key(Key::Esc).shows(&["王小明"]);
    let mut keys = Counted { app, keys: 0 };
    keys.press(Chord::plain(Key::F(2)));
    // Mode, purpose, who was met.
    keys.digits("111");
    for amount in ["3200", "480", "100", "0", "120"] {
        keys.amount(amount);
    }
    keys.press(Chord::ctrl(Key::Char('k')));
    // Food, clothing, no child; all insured, so that medical care follows; housing.
    keys.digits("11411");
    keys.press(Chord::ctrl(Key::Char('k')));
    keys.digits("1111");
    keys.press(Chord::ctrl(Key::Char('k')));
    keys.digits("0");
    for _ in 0..3 {
        keys.press(Chord::ctrl(Key::Char('k')));
    }
    keys.digits("1");
    keys.press(Chord::ctrl(Key::Char('s')));
    keys.app.shows(&["已保存 王小明 的走访"]);
    assert!(keys.keys <= 30, "{} keys", keys.keys);

    let visit = last_visit(&keys.app, "A1");
    for check in Check::ALL.iter().filter(|check| **check != Check::Education) {
        assert_eq!(visit.findings.answer(*check), CheckAnswer::Secured, "{check:?}");
    }
    assert_eq!(visit.mode, Some(VisitMode::Home));
    assert_eq!(visit.findings.signature.map(|it| it.kind), Some(SignatureKind::Signed));
    assert!(visit.findings.members.iter().all(|member| member.insurance == Some(Insurance::Insured)));
    assert_eq!(file(&keys.app, "A1").incomes[0].amounts[&IncomeItem::Wage].fen(), 320_000);
}

#[test]
fn schooling_is_answered_by_child_and_the_households_answer_follows() {
    let mut app = village();
    app.met_at_home("陈大有").at_field("就学 陈小有").type_text("1");
    app.shows(&["义务教育 ✓已保障"]);
    app.key(Key::Up)
        .key(Key::Up)
        .type_text("4")
        .shows(&["义务教育 ×未保障", "└ 情况说明"])
        .ctrl('s')
        .shows(&["请说明情况"]);
    app.type_text("辍学在家").ctrl('s').shows(&["已保存"]);
    let visit = last_visit(&app, "A2");
    assert_eq!(visit.findings.answer(Check::Education), CheckAnswer::NotSecured);
    let child = visit.findings.members.iter().find(|member| member.name == "陈小有").unwrap();
    assert_eq!(child.schooling, Some(Schooling::OutOfSchool));
}

#[test]
fn a_child_is_asked_about_by_its_age_on_the_visits_day() {
    let mut app = village();
    app.met_at_home("陈大有").shows(&["就学 陈小有"]);
    app.key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up).key(Key::Up);
    app.ctrl('u').type_text("2020-06-01").key(Key::Tab).shows_not("就学 陈小有");
}

#[test]
fn insurance_is_answered_by_member_and_an_answer_against_it_needs_a_reason() {
    let mut app = village();
    app.met_at_home("王小明").at_field("谁未参保").type_text("3").shows(&["基本医疗 ×未保障"]);
    app.at_field("基本医疗").type_text("1").ctrl('s').shows(&["有人未参保，基本医疗却是已保障", "还没有保存"]);
    app.type_text("正在补缴").ctrl('s').shows(&["已保存"]);
    let findings = last_visit(&app, "A1").findings;
    assert_eq!(findings.answer(Check::Medical), CheckAnswer::Secured);
    let uninsured: Vec<&str> = findings
        .members
        .iter()
        .filter(|member| member.insurance == Some(Insurance::NotInsured))
        .map(|member| &*member.name)
        .collect();
    assert_eq!(uninsured, ["李兰"]);
    assert_eq!(
        (findings.passed[0].code.as_str(), findings.passed[0].reason.as_str()),
        ("medical_though_uninsured", "正在补缴")
    );
}

#[test]
fn a_dangerous_only_dwelling_is_not_secured() {
    let mut app = village();
    app.met_at_home("王小明").at_field("房屋等级").type_text("31").shows(&["住房安全 ×未保障"]);
    let mut app = village();
    app.met_at_home("王小明").at_field("住房安全").type_text("1").at_field("房屋等级").type_text("4").ctrl('s');
    app.shows(&["房屋是 C 级或 D 级，住房安全却是已保障"]).type_text("另有新房").ctrl('s').shows(&["已保存"]);
}

#[test]
fn water_is_lowered_with_a_note_and_never_raised() {
    let mut app = village();
    app.met_at_home("王小明").at_field("水量").type_text("1111").shows(&["饮水安全 ✓已保障"]).shows_not("└ 降为有风险");
    assert!(app.focused_line().contains("水源"), "it is not run into");
    app.shows(&["- 降为有风险"]).type_text("-").shows(&["饮水安全 !有风险"]).ctrl('s').shows(&["请说明情况"]);
    app.back_at("供水保证率").type_text("－").shows(&["饮水安全 ✓已保障"]).type_text("-");
    app.at_field("└ 情况说明").type_text("春天断水").ctrl('s').shows(&["已保存"]);
    let finding = &last_visit(&app, "A1").findings.checks[&Check::Water];
    assert_eq!((finding.answer, finding.note.as_str()), (CheckAnswer::AtRisk, "春天断水"));
    let mut app = village();
    app.met_at_home("王小明").at_field("水量").type_text("3").shows_not("降为有风险");
}

#[test]
fn a_villages_water_report_is_kept_once_and_taken_over_by_a_key() {
    let mut app = village();
    app.go_to("陈大有").key(Key::Esc).press(Chord::ctrl(Key::Down)).shows(&["村水质检测", "石桥村"]);
    app.type_text("510\n2").type_text("县疾控 2026-18").ctrl('s').shows(&["已保存 石桥村 的水质检测"]);
    app.met_at_home("王小明").at_field("水质").shows(&["水质检测 2026-05-10 基本达标"]);
    app.key(Key::F(7)).ctrl('s').shows(&["已保存"]);
    let water = last_visit(&app, "A1").findings.water;
    assert_eq!(water.values().copied().collect::<Vec<_>>(), [WaterLevel::MostlyMet]);
    let mut app = village();
    let report = WaterReportEntry {
        village: Village { township: String::new(), name: "上河村".into() },
        tested_on: day("2026-01-01"),
        level: WaterLevel::Met,
        note: String::new(),
    };
    app.ledger_mut().keep_water_report(&report, None).unwrap();
    app.met_at_home("王小明").at_field("水质").shows_not("水质检测 2026");
}

#[test]
fn a_change_of_population_takes_its_number_and_changes_the_household() {
    let mut app = village();
    app.met_at_home("王小明").at_field("有何变化").type_text("1").key(Key::Enter).ctrl('s');
    app.shows(&["请写增减几人"]).type_text("＋１").ctrl('s').shows(&["已保存"]);
    let file = file(&app, "A1");
    assert_eq!(file.row.population, Some(3));
    let findings = &file.visits.last().unwrap().findings;
    assert_eq!((findings.population_change, findings.population), (Some(1), Some(3)));
}

#[test]
fn a_population_that_changed_since_and_is_not_ticked_needs_a_reason() {
    let mut app = village();
    app.met_at_home("王小明").at_field("不愁吃").type_text("1").ctrl('s').shows(&["已保存"]);
    let mut world =
        crate::world::World { folder: tempfile::tempdir().unwrap(), ledger: app.ledger().reopen().unwrap() };
    world.edit("A1", "population", "4");
    app.met_at_home("王小明").at_field("有何变化").type_text("0").ctrl('s');
    app.shows(&["与上次走访时不同，却没有选“人口增减”"]);
}

#[test]
fn spending_and_the_verdict_are_recorded() {
    let mut app = village();
    app.met_at_home("王小明").at_field("风险研判").type_text("3").type_text("1").type_text("3.5万\n2");
    app.ctrl('s').shows(&["已保存"]);
    let findings = last_visit(&app, "A1").findings;
    assert_eq!(findings.verdict, Some(Verdict::Unchanged));
    let line = &findings.spending[0];
    assert_eq!(
        (line.kind, line.amount.map(huifang::domain::money::Amount::fen), line.solved),
        (SpendingKind::Medical, Some(3_500_000), Some(false))
    );
    app.met_at_home("韦成").at_field("风险研判").shows(&["1稳定 2不稳定 3建议回退"]);
}

#[test]
fn the_sections_stand_in_the_order_that_the_class_needs() {
    let headings = |name: &str| {
        let mut app = village();
        app.resize(120, 70).go_to(name).key(Key::F(2));
        let screen = app.screen();
        let titles = ["月收入", "两不愁", "饮水安全 ─", "变化", "支出与风险", "问题与", "签字 ─"];
        let mut places: Vec<(usize, &str)> = titles
            .iter()
            .map(|title| (screen.find(&format!("── {title}")).unwrap_or_else(|| panic!("{title}:\n{screen}")), *title))
            .collect();
        places.sort_unstable();
        places.into_iter().map(|(_, title)| title.chars().take(2).collect::<String>()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(headings("王小明"), "月收 两不 饮水 变化 支出 问题 签字");
    assert_eq!(headings("韦成"), "月收 两不 饮水 支出 变化 问题 签字");
    assert_eq!(headings("黄素"), "月收 两不 饮水 变化 问题 签字 支出");
    assert_eq!(headings("罗春"), "问题 变化 两不 饮水 签字 月收 支出");
}

#[test]
fn what_looks_odd_is_passed_with_a_reason_that_is_kept() {
    let mut app = village();
    app.met_at_home("王小明")
        .key(Key::Up)
        .ctrl('u')
        .type_text("2026-10\n3000\n0\n0\n0\n0\n")
        .ctrl('s')
        .shows(&["已保存"]);
    app.met_at_home("王小明").shows(&["3,000.00"]).type_text("50\n0\n0\n0\n0\n").ctrl('s');
    app.shows(&["工资性收入不到 100 元", "还没有保存"]).type_text("月底才发").ctrl('s');
    app.shows(&["工资性收入比上次（3,000.00）减半或翻倍"]).type_text("请假").ctrl('s').shows(&["已经有一次走访"]);
    app.key(Key::Down).key(Key::Enter).shows(&["已保存"]);
    let passed = last_visit(&app, "A1").findings.passed;
    let passed: Vec<(&str, &str)> = passed.iter().map(|it| (it.code.as_str(), it.reason.as_str())).collect();
    assert_eq!(passed, [("wage_low", "月底才发"), ("jump.wage", "请假")]);
}

#[test]
fn a_second_visit_on_a_day_and_one_before_the_last_are_asked_about_and_never_blocked() {
    let mut app = village();
    app.met_at_home("王小明").ctrl('s').shows(&["已保存"]);
    app.met_at_home("王小明").ctrl('s').shows(&["2026-11-22 已经有一次走访"]).key(Key::Enter).shows(&["走访 王小明"]);
    assert_eq!(file(&app, "A1").visits.len(), 1, "keeping the form is what Enter does");
    app.ctrl('s').key(Key::Down).key(Key::Enter).shows(&["已保存"]);
    app.met_at_home("王小明");
    for _ in 0..6 {
        app.key(Key::Up);
    }
    app.ctrl('u').type_text("-5").ctrl('s').shows(&["早于最近一次走访（2026-11-22）"]).key(Key::Down).key(Key::Enter);
    app.shows(&["已保存"]);
    assert_eq!(file(&app, "A1").visits.len(), 3);
}

#[test]
fn a_verification_takes_two_visitors() {
    let mut app = village();
    app.go_to("王小明").key(Key::F(2)).type_text("121").ctrl('s').shows(&["入户核实要 2 名以上走访人"]);
    app.type_text("、李强").ctrl('s').shows(&["已保存"]);
    assert_eq!(last_visit(&app, "A1").visitors, ["张敏", "李强"]);
}

#[test]
fn what_is_not_secured_is_offered_as_a_problem_and_closed_on_a_later_visit() {
    let mut app = village();
    app.met_at_home("王小明").at_field("不愁吃").type_text("2").type_text("口粮不够\n").shows(&["1列为问题"]);
    app.type_text("1").at_field("发现的问题").shows(&["发现的问题 口粮不够", "└ 涉及 不愁吃"]);
    app.at_field("责任单位").type_text("村委会\n1231\n").ctrl('s').shows(&["已保存"]);
    let problem = file(&app, "A1").problems[0].clone();
    assert_eq!(
        (problem.what.as_str(), problem.check, problem.state),
        ("口粮不够", Some(Check::Food), ProblemState::Open)
    );
    assert_eq!(problem.deadline, Some(day("2026-12-31")));

    app.met_at_home("王小明").at_field("上次留下的问题").shows(&["口粮不够 村委会 2026-12-31 到期"]);
    app.type_text("1").ctrl('s').shows(&["请写明是怎么解决的"]).type_text("已送粮").ctrl('s');
    app.key(Key::Down).key(Key::Enter).shows(&["已保存"]);
    let file = file(&app, "A1");
    let closing = file.problems[0].closing.as_ref().unwrap();
    assert_eq!(
        (file.problems[0].state, closing.done.as_str(), closing.on),
        (ProblemState::Closed, "已送粮", day("2026-11-22"))
    );
    app.go_to("王小明").key(Key::F(2)).shows_not("上次留下的问题");
}

#[test]
fn a_check_that_got_worse_is_marked() {
    let mut app = village();
    app.met_at_home("王小明").at_field("不愁吃").type_text("1").ctrl('s').shows(&["已保存"]);
    app.met_at_home("王小明").at_field("不愁吃").shows_not("▼").type_text("2").shows(&["✓已保障 ▼"]);
}

#[test]
fn a_part_of_a_month_that_is_on_file_in_full_is_asked_about() {
    let mut app = village();
    app.met_at_home("王小明").type_text("3200\n0\n0\n0\n0\n").ctrl('s').shows(&["已保存"]);
    app.met_at_home("王小明").shows(&["这个月已登记"]).type_text("9000").ctrl('s');
    app.shows(&["已经有一次走访"]).key(Key::Down).key(Key::Enter).shows(&["这次只填了一部分"]).key(Key::Enter);
    assert_eq!(file(&app, "A1").visits.len(), 1, "keeping the form is what Enter does");
    app.ctrl('s').key(Key::Down).key(Key::Enter).shows(&["已保存"]);
    assert!(!huifang::domain::income::is_recorded(&file(&app, "A1").incomes[0].amounts));
}

#[test]
fn a_late_deadline_is_marked_on_its_own_line_though_the_line_before_was_emptied() {
    let mut app = village();
    app.met_at_home("王小明").at_field("问题").type_text("甲").key(Key::Tab).at_field("问题").type_text("乙");
    app.at_field("期限").type_text("2026-11-01").back_at("甲").ctrl('u').ctrl('s');
    app.shows(&["期限早于走访日期"]);
    assert!(app.focused_line().contains("期限"), "{}", app.screen());
}
