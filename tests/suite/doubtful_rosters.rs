//! Small rosters in which a monitored household could turn stable without a word: each comes in right, or is
//! named.

use huifang::exchange::Reading;
use huifang::ledger::ImportError;

use crate::world::World;

/// The classes of a roster's households, by name; `!` behind one whose row is named as doubtful or refused.
fn classes(content: &str) -> String {
    let mut world = World::new();
    let file = world.file("roster.csv", content);
    let plan = match world.ledger.plan_import(&file, Reading::Here, &mut |_, _| true) {
        Ok(plan) => plan,
        Err(ImportError::Refused(why)) => return why.code(),
        Err(other) => panic!("{other:?}"),
    };
    let outcome = world.ledger.apply_import(&plan, true, &mut |_, _| true).unwrap();
    let mut told: Vec<String> = world
        .ledger
        .due_list()
        .unwrap()
        .rows
        .iter()
        .map(|row| format!("{} {}", &*row.name, row.class.code()))
        .collect();
    told.sort();
    let named = outcome.problems.iter().filter(|problem| problem.kind.code() != "mark_buys_time").count();
    format!("{}{}", told.join(", "), "!".repeat(named.min(1)))
}

fn check(cases: &[(&str, &str)]) {
    for (content, wanted) in cases {
        assert_eq!(classes(content), *wanted, "{content}");
    }
}

#[test]
fn of_two_columns_of_one_thing_the_one_that_means_more_visits_holds_and_is_named() {
    check(&[
        ("户编号,户主姓名,行政村,户类型,户属性\n9951000001,王,石桥村,脱贫户,边缘易致贫户\n", "王 unresolved!"),
        ("户编号,户主姓名,行政村,户属性,户类型\n9951000001,王,石桥村,边缘易致贫户,脱贫户\n", "王 unresolved!"),
        ("户编号,户主姓名,行政村,类别,监测类别\n9951000001,王,石桥村,脱贫户,脱贫不稳定户\n", "王 unresolved!"),
        ("户编号,户主姓名,行政村,脱贫户属性,户类型\n9951000001,王,石桥村,一般脱贫户,脱贫户\n", "王 stable"),
        (
            "户编号,户主姓名,行政村,监测对象类别,是否消除,是否消除风险,风险消除时间\n\
             9951000001,王,石桥村,脱贫不稳定户,是,否,2025-03-01\n",
            "王 unresolved!",
        ),
    ]);
}

#[test]
fn tables_side_by_side_are_both_read_in_whatever_order_and_words() {
    let right = "户编号,户主姓名,行政村,监测对象类别,,户主姓名,户编号,监测对象类别,行政村\n\
                 9951000001,王,石桥村,边缘易致贫户,,李,9951000002,脱贫不稳定户,石桥村\n";
    check(&[
        (right, "李 unresolved, 王 unresolved"),
        (&right.replacen(",,户主姓名", ",,姓名", 1), "李 unresolved, 王 unresolved"),
        (
            "序号,户主姓名,行政村,监测对象类别,序号,户主姓名,监测对象类别,行政村\n\
             1,王,石桥村,边缘易致贫户,2,李,脱贫不稳定户,石桥村\n",
            "李 unresolved, 王 unresolved",
        ),
    ]);
}

#[test]
fn three_tables_side_by_side_are_three() {
    let head = "户编号,户主姓名,行政村,监测对象类别";
    let row = |at: u32, name: &str, label: &str| format!("99510000{at:02},{name},石桥村,{label}");
    for last in [head, "户编号,户主姓名,监测对象类别,行政村"] {
        let third = if last == head {
            "9951000003,赵,石桥村,脱贫不稳定户"
        } else {
            "9951000003,赵,脱贫不稳定户,石桥村"
        };
        let content =
            format!("{head},{head},{last}\n{},{},{third}\n", row(1, "王", "脱贫户"), row(2, "李", "边缘易致贫户"));
        assert_eq!(classes(&content), "李 unresolved, 王 stable, 赵 unresolved", "{content}");
    }
}

#[test]
fn a_column_that_asks_whether_is_read_though_some_cells_of_it_cannot_be() {
    for cells in [
        ["是", "否", "待定"],
        ["是", "2024.3", "否"],
        ["1", "0", "待定"],
        ["已纳入", "未纳入", "?"],
        ["是（2024年纳入）", "是", "否"],
    ] {
        let rows: String =
            cells.iter().enumerate().map(|(at, cell)| format!("995100000{at},户{at},石桥村,脱贫户,{cell}\n")).collect();
        let found = classes(&format!("户编号,户主姓名,行政村,户类型,是否监测对象\n{rows}"));
        assert!(found.contains("unresolved") && found.ends_with('!'), "{cells:?}: {found}");
    }
    let ticks =
        "户编号,户主姓名,行政村,户类型,脱贫不稳定户\n9951000001,王,石桥村,脱贫户,1\n9951000002,李,石桥村,脱贫户,\n";
    assert_eq!(classes(ticks), "李 stable, 王 unresolved");
}

#[test]
fn a_tick_belongs_to_its_own_word() {
    let status = |text: &str| {
        let row = format!("9951000001,王,石桥村,边缘易致贫户,2024-03-15,{text}");
        classes(&format!("户编号,户主姓名,行政村,监测对象类别,识别时间,风险是否已消除\n{row}\n")).replace('!', "")
    };
    for text in ["□是 ☑否", "□是√否", "□ 是  √ 否", "○是 ●否", "是□否☑", "是( )否(√)", "☑否 □是"]
    {
        assert_eq!(status(text), "王 unresolved", "{text}");
    }
    for text in ["☑是 □否", "√是 □否", "是☑否□", "是(√)否( )"] {
        assert_eq!(status(text), "王 eliminated", "{text}");
    }
}

#[test]
fn what_brackets_say_is_read_or_named() {
    let row = |label: &str| format!("户编号,户主姓名,行政村,户类型\n9951000001,王,石桥村,{label}\n");
    for (label, wanted) in [
        ("脱贫户（监测户）", "王 unresolved"),
        ("脱贫户（三类户）", "王 unresolved"),
        ("脱贫户（动态监测）", "王 unresolved"),
        ("脱贫户（突发严重困难户）", "王 unresolved"),
        ("建档立卡户（脱贫不稳定户）", "王 unresolved"),
        ("一般农户（边缘易致贫户）", "王 unresolved"),
        ("一般农户【监测】", "王 unresolved"),
        ("脱贫户（已消除监测户）", "王 stable"),
        ("脱贫户（返贫）", "!"),
        ("稳定脱贫户（2024年转为监测）", "!"),
        ("脱贫户（2016年脱贫）", "王 stable"),
        ("脱贫不稳定户（拟消除）", "王 unresolved"),
        ("监测户（风险暂未消除）", "王 unresolved!"),
    ] {
        let found = classes(&row(label));
        if label.contains("已消除监测户") {
            assert!(found.starts_with("王 eliminated"), "{label}: {found}");
        } else {
            assert_eq!(found, wanted, "{label}");
        }
    }
    let status = |text: &str| {
        let row = format!("9951000001,王,石桥村,边缘易致贫户,2024-03-15,{text},2026-05-01");
        classes(&format!("户编号,户主姓名,行政村,监测对象类别,识别时间,风险是否已消除,风险消除时间\n{row}\n"))
    };
    assert_eq!(status("是□否☑").replace('!', ""), "王 unresolved");
    assert_eq!(status("是( )否(√)").replace('!', ""), "王 unresolved");
    assert_eq!(status("是（2026年8月已回退）"), "王 eliminated!");
    assert_eq!(status("是"), "王 eliminated");
}

#[test]
fn a_title_and_a_line_over_a_part_say_the_class_where_no_column_does() {
    let rows = "户编号,户主姓名,行政村,户类型\n9951000001,王,石桥村,脱贫户\n";
    check(&[
        (&format!("防止返贫监测对象花名册,,,\n{rows}"), "王 unresolved!"),
        (&format!("脱贫户花名册,,,\n{rows}"), "王 stable"),
        (
            "户编号,户主姓名,行政村,户类型\n一、脱贫不稳定户,,,\n9951000001,王,石桥村,脱贫户\n\
             二、边缘易致贫户,,,\n9951000002,李,石桥村,一般农户\n",
            "李 unresolved, 王 unresolved",
        ),
        (
            "户编号,户主姓名,监测对象类别\n石桥村（1户）,,\n9951000001,王,边缘易致贫户\n上河村（1户）,,\n\
             9951000002,李,边缘易致贫户\n",
            "李 unresolved, 王 unresolved",
        ),
    ]);
}

#[test]
fn a_category_under_a_heading_that_nobody_knows_is_told_by_what_stands_there() {
    let under = |heading: &str, cell: &str| {
        format!(
            "户编号,户主姓名,行政村,户类型,{heading}\n9951000001,王,石桥村,脱贫户,{cell}\n9951000002,李,石桥村,脱贫户,\n"
        )
    };
    for heading in ["身份", "监测类型", "农户性质", "困难情形"] {
        assert_eq!(classes(&under(heading, "脱贫不稳定户")), "李 stable, 王 unresolved", "{heading}");
    }
    for heading in ["是否监测对象", "是否三类户", "是否纳入监测"] {
        assert_eq!(classes(&under(heading, "是")).replace('!', ""), "李 stable, 王 unresolved", "{heading}");
        assert_eq!(classes(&under(heading, "否")).replace('!', ""), "李 stable, 王 stable", "{heading}");
    }
    let ticks = "户编号,户主姓名,行政村,户类型,脱贫不稳定户,边缘易致贫户,突发严重困难户\n\
                 9951000001,王,石桥村,脱贫户,√,,\n9951000002,李,石桥村,一般农户,,√,\n9951000003,赵,石桥村,脱贫户,,,\n";
    assert_eq!(classes(ticks), "李 unresolved, 王 unresolved, 赵 stable");
}

#[test]
fn a_category_that_cannot_be_read_or_speaks_against_the_type_is_named() {
    check(&[
        ("户编号,户主姓名,行政村,户类型,监测对象类别\n9951000001,王,石桥村,脱贫户,#N/A\n", "!"),
        (
            "户编号,户主姓名,行政村,户类型,监测对象类别,识别时间,风险是否已消除,风险\n\
             9951000001,王,石桥村,脱贫户,脱贫户,2024-03-15,否,因病\n",
            "王 stable!",
        ),
        ("户编号,户主姓名,行政村,户类型,监测对象类别\n9951000001,王,石桥村,脱贫户,非监测户\n", "王 stable"),
    ]);
}
