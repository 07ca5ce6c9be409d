//! Adding and editing households, and importing through the screen, by keys.

use huifang::domain::facts::{HouseholdFact, MemberFact};
use huifang::exchange::Reading;
use huifang::i18n::Language;
use huifang::tui::keys::Key;

use crate::driver::Driver;
use crate::world::{World, roster};

#[test]
fn a_household_is_added_by_hand() {
    let mut world = World::new();
    world.set_me("张敏");
    let mut app = Driver::chinese(world);
    app.type_text("a").shows(&["新增一户"]);
    app.type_text("H-１\n王小明\n石桥镇\n石桥村\n三组\n4\n13812345678\n\n张敏\n");
    app.type_text("2").shows(&["风险是否已消除"]);
    app.type_text("2026-09\n\n2").type_text("1").key(Key::Enter);
    app.type_text("王小明\n户主\n").ctrl('s').shows(&[
        "已保存 王小明 的资料",
        "应访 2026-10-31，已逾期 22 天",
        "逾期 1",
    ]);
    let file = app.ledger().show_by_code("H-1").unwrap().unwrap();
    assert_eq!(file.row.class.code(), "unresolved");
    assert_eq!(file.row.since.to_string(), "2026-09", "known to the month");
    assert_eq!(file.household.fact(HouseholdFact::Risks), "illness");
    assert_eq!(file.members.len(), 1);
    assert!(file.members[0].is_head());
    assert!(file.drafts.is_empty());
}

#[test]
fn what_is_missing_is_marked_and_nothing_is_lost() {
    let mut world = World::new();
    world.set_me("张敏");
    let mut app = Driver::chinese(world);
    app.type_text("a").type_text("H1\n").ctrl('s').shows(&["请填写户主姓名", "还没有保存"]);
    app.key(Key::Esc).shows(&["草稿已保留"]).type_text("a").shows(&["接着填", "H1"]);
}

#[test]
fn a_code_that_is_taken_is_refused() {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    world.set_me("张敏");
    let mut app = Driver::chinese(world);
    app.type_text("a").type_text("995117020007740010\n甲\n\n乙村\n\n\n\n\n\n4").ctrl('s').shows(&["已有另一户在用"]);
}

#[test]
fn editing_keeps_what_the_form_does_not_show() {
    let mut world = World::new();
    world.import(&roster("members-gb18030.csv")).unwrap();
    world.set_me("张敏");
    let mut app = Driver::chinese(world);
    let before = app.ledger().show_by_code("995117020007740010").unwrap().unwrap();
    app.type_text("/")
        .type_text("解美英")
        .ctrl('n')
        .key(Key::Esc)
        .key(Key::Enter)
        .type_text("e")
        .shows(&["修改 解美英 的资料"]);
    app.key(Key::Home);
    while !app.selected_line().contains("村民小组") {
        app.key(Key::Up);
        if app.selected_line().contains("户编号") {
            break;
        }
    }
    while !app.selected_line().contains("村民小组") {
        app.key(Key::Down);
    }
    app.key(Key::Backspace).key(Key::Backspace).type_text("九组").ctrl('s').shows(&["已保存"]);
    let after = app.ledger().show_by_code("995117020007740010").unwrap().unwrap();
    assert_eq!(after.row.group, "九组");
    assert_eq!((after.row.since, after.members.len()), (before.row.since, before.members.len()));
    assert_eq!(after.household.facts.get(HouseholdFact::Category), before.household.facts.get(HouseholdFact::Category));
    let ids = |file: &huifang::ledger::HouseholdFile| -> Vec<String> {
        file.members.iter().map(|member| member.fact(MemberFact::IdNumber).to_owned()).collect()
    };
    assert_eq!(ids(&after), ids(&before));
}

#[test]
fn a_roster_is_imported_through_the_screen_after_its_plan() {
    let mut world = World::new();
    world.set_me("张敏");
    let mut app = Driver::chinese(world);
    app.type_text("i").shows(&["导入花名册"]).paste(roster("roster-village.xlsx").to_str().unwrap());
    app.key(Key::Enter).shows(&["47 新增", "还没有改动任何内容", "序号"]);
    assert!(app.ledger().is_empty().unwrap(), "a plan changes nothing");
    app.ctrl('s').shows(&["已导入：新增 47 户", "逾期"]);
    assert_eq!(app.ledger().due_list().unwrap().rows.len(), 47);
}

#[test]
fn rows_with_errors_keep_a_file_out_until_they_are_left_out() {
    let mut world = World::new();
    world.set_me("张敏");
    let bad = world.file("bad.csv", "户编号,户主姓名,行政村,户类型\nA1,甲,石桥村,脱贫户\nA2,,石桥村,脱贫户\n");
    let mut app = Driver::new(world, Language::En, (80, 24));
    app.type_text("i").paste(bad.to_str().unwrap()).key(Key::Enter).shows(&["1 Errors", "row 3"]);
    app.key(Key::Enter).shows(&["keep this from being imported"]);
    app.ctrl('t').shows(&["will be left out"]).key(Key::Enter).shows(&["Imported: 1 new"]);
}

#[test]
fn a_file_that_is_refused_says_why_in_one_sentence() {
    let world = World::new();
    let file = world.file("page.xlsx", "<html><p>请先登录</p></html>");
    let mut app = Driver::chinese(world);
    app.type_text("i").paste(file.to_str().unwrap()).key(Key::Enter).shows(&["其实是网页", "什么也没有改动"]);
    app.key(Key::Esc).shows(&["欢迎使用回访"]);
}

#[test]
fn a_draft_that_is_older_than_the_household_asks_before_it_overwrites() {
    let head = "户编号,人编号,姓名,与户主关系,联系电话,行政村,户类型\n";
    let mut world = World::new();
    world.set_me("张敏");
    let first = format!("{head}S1,P1,王大,户主,13800000001,石桥村,脱贫户\nS1,P2,李二,配偶,,石桥村,脱贫户\n");
    world.import_csv(&first).unwrap();
    let second = world.file("second.csv", first.replace("0001", "0009") + "S1,P3,王三,之子,,石桥村,脱贫户\n");
    let mut app = Driver::chinese(world);
    app.type_text("e").shows(&["修改 王大 的资料"]).type_text("镇").key(Key::Esc);
    let plan = app.ledger().plan_import(&second, Reading::Here, &mut |_, _| true).unwrap();
    app.ledger_mut().apply_import(&plan, false, &mut |_, _| true).unwrap();
    app.type_text("e").shows(&["接着填"]).ctrl('s').shows(&["刚被另一个程序改过"]);
    let file = app.ledger().show_by_code("S1").unwrap().unwrap();
    assert_eq!((&*file.row.phone, file.members.len()), ("13800000009", 3));
}
