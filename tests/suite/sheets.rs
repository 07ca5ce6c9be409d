//! The printed ledger sheet: what stands on it, and that each visit takes one page of paper.

use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};
use huifang::tui::keys::Key;

use crate::cli::huifang;
use crate::driver::Driver;
use crate::families::{file, village};
use crate::world::{World, skipped};

/// A long answer: what a person writes who has much to say.
const LONG: &str = "慢病证已经过期，村医说要带身份证、户口本和最近的住院记录到镇卫生院重新办理；\
老人腿脚不便，儿子在外务工，下周一由包组干部陪同去办，路费由本人垫付，办好后补报。";

/// Fills in everything that there is.
fn full_visit(app: &mut Driver, name: &str) {
    app.met_at_home(name).type_text("3200\n480\n100\n0\n1.2万\n200\n350\n").at_field("收入来源").type_text("1");
    app.type_text("3200\n广东东莞十一个月\n1").at_field("不愁吃").type_text("2").type_text(LONG).key(Key::Enter);
    app.type_text("1").at_field("不愁穿").type_text("1").at_field("就学").type_text("1").at_field("谁未参保");
    app.type_text("2\n").at_field("└ 情况说明").type_text(LONG).at_field("住房安全").type_text("1");
    app.at_field("房屋等级").type_text("211").at_field("水量").type_text("1211").at_field("水源").type_text("1");
    app.at_field("有何变化").type_text("45\n").at_field("应享未享").type_text("雨露计划没有发");
    app.at_field("风险研判").type_text("3").type_text("1").type_text("3.5万\n2").at_field("责任单位");
    app.type_text("镇卫生院\n1231\n1").at_field("群众诉求").type_text("想就近找活").at_field("备注").type_text(LONG);
    app.key(Key::Enter).type_text("=1+1 不是算式").at_field("签字").type_text("1").ctrl('s').shows(&["已保存"]);
}

fn printed_village() -> Driver {
    let mut app = village();
    let mut world = World { folder: tempfile::tempdir().unwrap(), ledger: app.ledger().reopen().unwrap() };
    world.edit("A2", "id_number", "995101197901010013");
    world.edit("A2", "phone", "13812345678");
    let ledger = world.ledger.reopen().unwrap();
    app = Driver::chinese(World { folder: app.into_folder(), ledger });
    app.set_me("张敏");
    full_visit(&mut app, "陈大有");
    app
}

/// The cells of each worksheet, as text.
fn cells(path: &Path) -> Vec<(String, Vec<String>)> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let sheets = workbook.worksheets();
    let text = |cell: &Data| cell.to_string();
    sheets.iter().map(|(name, range)| (name.clone(), range.cells().map(|(_, _, cell)| text(cell)).collect())).collect()
}

fn contains(cells: &[String], text: &str) -> bool {
    cells.iter().any(|cell| cell.contains(text))
}

#[test]
fn a_sheet_holds_the_household_every_answer_and_lines_to_sign_on() {
    let mut app = printed_village();
    app.go_to("陈大有").key(Key::Tab).type_text("p").shows(&["已写好 1 页", "走访记录-A2-2026-11-22.xlsx"]);
    let path = app.folder().join("走访记录-A2-2026-11-22.xlsx");
    let sheets = cells(&path);
    assert_eq!(sheets.len(), 1);
    let (name, cells) = &sheets[0];
    assert_eq!(name, "2026-11-22");
    for text in [
        "走访记录",
        "陈大有",
        "石桥村",
        "有风险 慢病证",
        "15,580.00",
        "广东东莞",
        "未参保",
        "在校",
        "镇卫生院",
        "户主（家庭成员）签字",
        "走访人签字",
        "=1+1 不是算式",
        "35,000.00 未解决",
    ] {
        assert!(contains(cells, text), "{text}: {cells:?}");
    }
    assert!(contains(cells, "138****5678") && !contains(cells, "13812345678"), "masked");
    assert!(!contains(cells, "995101197901010013"));
    app.type_text("p").shows(&["走访记录-A2-2026-11-22 (2).xlsx"]);
}

#[test]
fn the_command_writes_the_visits_of_the_days_asked_for() {
    let app = printed_village();
    let home = app.folder().to_owned();
    let data = home.join("data");
    std::fs::create_dir_all(&data).unwrap();
    let database = app.database();
    let db = database.to_str().unwrap();
    let out = home.join("sheets.xlsx");
    let run = |more: &[&str]| huifang(&home, &[&["--db", db, "sheet", "A2", out.to_str().unwrap()], more].concat());
    let done = run(&["--full", "--reason", "the county asks"]);
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let sheets = cells(&out);
    assert!(contains(&sheets[0].1, "995101197901010013") && contains(&sheets[0].1, "13812345678"));
    std::fs::remove_file(&out).unwrap();
    let none = run(&["--to", "2026-01-01"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(!out.exists(), "a refusal writes nothing");
    let wrong = huifang(&home, &["--db", db, "sheet", "A2", home.join("a.csv").to_str().unwrap()]);
    assert_eq!(wrong.status.code(), Some(2));
    let nowhere = huifang(&home, &["--db", db, "sheet", "A2", home.join("no/such/a.xlsx").to_str().unwrap()]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("is not there"), "{nowhere:?}");
}

/// The one row whose first cell says so.
fn row_of(path: &Path, sheet: &str, label: &str) -> String {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let range = workbook.worksheet_range(sheet).unwrap();
    let mut rows = range.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>());
    let row = rows.find(|row| row.first().is_some_and(|first| first.trim() == label));
    row.unwrap_or_else(|| panic!("no row {label} in {sheet}")).join("|")
}

#[test]
fn a_blank_sheet_holds_every_question_with_boxes_and_last_times_answer_beside() {
    let mut app = printed_village();
    app.go_to("陈大有");
    let (home, db) = (app.folder().to_owned(), app.database());
    let out = home.join("blank.xlsx");
    let start = ["--db", db.to_str().unwrap(), "--lang", "zh-CN", "--today", "2026-12-01", "sheet", "--blank", "A2"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_huifang"));
    let done = command.args(start).arg(&out).env("HUIFANG_HOME", &home).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let (name, cells) = &cells(&out)[0];
    assert_eq!(name, "陈大有");
    assert!(contains(cells, "石桥村"), "the place stands in the title");
    let food = row_of(&out, name, "不愁吃");
    assert!(food.contains("□") && food.contains("慢病证已经过期"), "boxes, and last time's note beside: {food}");
    assert!(!row_of(&out, name, "不愁穿").contains("☑"), "nothing is ticked");
    for text in ["户主（家庭成员）签字", "走访人签字", "填表人", "雨露计划没有发", "□全部参保  □陈大有"]
    {
        assert!(contains(cells, text), "{text}: {cells:?}");
    }
    assert!(!contains(cells, "995101197901010013"), "masked");
    if let Some(pages) = pages(&out) {
        assert_eq!(pages, 1);
    }
}

#[test]
fn blank_sheets_are_written_for_those_due_by_the_end_of_the_week_or_by_a_day() {
    let mut app = printed_village();
    app.go_to("陈大有");
    let (home, db) = (app.folder().to_owned(), app.database());
    let names = |out: &str, more: &[&str]| {
        let out = home.join(out);
        let start = ["--db", db.to_str().unwrap(), "sheet", "--blank", out.to_str().unwrap()];
        let done = huifang(&home, &[&start, more].concat());
        (
            done.status.code(),
            if out.exists() { cells(&out).into_iter().map(|(name, _)| name).collect() } else { vec![] },
        )
    };
    let due = |until: &str| -> Vec<String> {
        let rows = app.ledger().due_list().unwrap().rows;
        rows.into_iter()
            .filter(|row| row.due_on.is_some_and(|due| due.to_string().as_str() <= until))
            .map(|row| row.name.to_string())
            .collect()
    };
    let week = names("week.xlsx", &[]);
    assert_eq!(week.0, Some(0));
    assert_eq!(week.1, due("2026-11-22"), "the 22nd is a Sunday: overdue ones, and no more");
    let later = names("later.xlsx", &["--until", "2027-12-31"]);
    assert_eq!(later.1, due("2027-12-31"));
    assert!(later.1.len() > week.1.len());
    assert_eq!(names("none.xlsx", &["--contact", "没有这个人"]), (Some(2), vec![]), "a refusal writes nothing");
}

/// The parser would say that the code is missing where the file is.
#[test]
fn what_is_left_out_of_a_sheets_command_is_named() {
    let app = printed_village();
    let (home, db) = (app.folder().to_owned(), app.database());
    let said = |arguments: &[&str]| {
        let all = [&["--db", db.to_str().unwrap(), "sheet"], arguments].concat();
        let done = huifang(&home, &all);
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        String::from_utf8(done.stderr).unwrap()
    };
    assert!(said(&["A1"]).contains("the file to write"));
    assert!(said(&[]).contains("code and the file"));
    assert!(said(&["--blank"]).contains("the file to write"));
    assert!(said(&["A4", home.join("never.xlsx").to_str().unwrap()]).contains("no entered visit yet"));
    assert!(said(&["--blank", "A1"]).contains("the file to write"));
    let file = home.join("one.xlsx");
    assert!(
        said(&["--blank", "A1", file.to_str().unwrap(), "--village", "石桥村"]).contains("leave them or the code out")
    );
    assert!(!said(&["--blank", file.to_str().unwrap(), "--from", "2026-01-01"]).is_empty());
    assert!(!file.exists());
    let narrowed = said(&["A1", home.join("then.xlsx").to_str().unwrap(), "--to", "2020-01-01"]);
    assert!(narrowed.contains("in that time"), "{narrowed}");
}

#[test]
fn the_key_writes_blank_sheets_of_my_households_that_are_due() {
    let mut app = printed_village();
    app.key(Key::Esc).type_text("b").shows(&["已写好 2 页", "空白走访记录-2026-11-22.xlsx"]);
    let written = cells(&app.folder().join("空白走访记录-2026-11-22.xlsx"));
    let names: Vec<&str> = written.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["王小明", "韦成"]);
}

#[test]
fn blank_sheets_are_written_of_the_filter_and_of_the_marked_households() {
    let mut app = village();
    let names = |app: &Driver, file: &str| {
        cells(&app.folder().join(file)).iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    app.type_text("f").paste("上河村").key(Key::Enter).key(Key::Esc).type_text("b").shows(&["已写好 1 页"]);
    assert_eq!(names(&app, "空白走访记录-2026-11-22.xlsx"), ["韦成"], "of the filter those due by the week's end");
    app.key(Key::Esc).type_text("4g").key(Key::End).type_text(" ").key(Key::Up).type_text(" b");
    app.shows(&["已写好 2 页"]);
    let marked = names(&app, "空白走访记录-2026-11-22 (2).xlsx");
    assert_eq!(marked, ["黄素", "罗春"], "whether they are due or not");
}

/// The pages that a workbook takes on paper; none where nothing here can tell.
fn pages(workbook: &Path) -> Option<usize> {
    let folder = workbook.parent().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).arg(workbook);
    let made = command.output().ok().filter(|output| output.status.success());
    if made.is_none() {
        skipped("no LibreOffice (soffice) here to count printed pages with");
        return None;
    }
    let pdf = std::fs::read(workbook.with_extension("pdf")).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    Some(text.matches("/Type/Page").count() - text.matches("/Type/Pages").count())
}

#[test]
fn each_visit_takes_one_page() {
    let mut app = printed_village();
    app.met_at_home("陈大有").ctrl('s').key(Key::Down).key(Key::Enter).shows(&["已保存"]);
    app.met_at_home("陈大有").ctrl('s').key(Key::Down).key(Key::Enter).shows(&["已保存"]);
    assert_eq!(file(&app, "A2").visits.len(), 3);
    let out = app.folder().join("sheets.xlsx");
    let db = app.database();
    let done = huifang(app.folder(), &["--db", db.to_str().unwrap(), "sheet", "A2", out.to_str().unwrap()]);
    assert!(done.status.success());
    let names: Vec<String> = cells(&out).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["2026-11-22", "2026-11-22 (2)", "2026-11-22 (3)"]);
    if let Some(pages) = pages(&out) {
        assert_eq!(pages, 3);
    }
}
