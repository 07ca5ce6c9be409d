//! The income of a household: entered and corrected month by month, held against the line, exported.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use huifang::domain::income::{IncomeFormula, IncomeItem, IncomeSource, SourceLine};
use huifang::domain::money::Amount;
use huifang::domain::month_entry::MonthEntry;
use huifang::domain::policy::Purpose;
use huifang::domain::window_income::AgainstLine;
use huifang::tui::keys::Key;

use crate::cases::village_by;
use crate::cli::huifang;
use crate::driver::Driver;
use crate::entries::entry;
use crate::families::{self, file, village};
use crate::world::World;

/// Opens the income of a household.
fn at_income(app: &mut Driver, name: &str) {
    app.go_to(name).key(Key::Tab).key(Key::Tab);
}

#[test]
fn a_missing_month_is_entered_without_a_visit() {
    let mut app = village();
    at_income(&mut app, "王小明");
    app.shows(&["近 12 个月 · 2025-11 至 2026-10 · 2 口人", "只有 0/12 个月，暂不能与参考线比", "2025-11", "缺"]);
    app.type_text("e").shows(&["月收入登记 王小明 2025-11"]).type_text("150*22\n480\n100\n0\n1.2万\n").ctrl('s');
    app.shows(&["已保存", "2025-11", "15,680.00", "收入表录入", "1/12"]);
    let income = file(&app, "A1").incomes[0].clone();
    assert_eq!((income.visit_id, income.amounts[&IncomeItem::Wage].fen()), (None, 330_000));
    assert!(file(&app, "A1").visits.is_empty() && file(&app, "A1").drafts.is_empty());
    app.key(Key::Enter)
        .shows(&["2025-11 的收入怎么来的", "3,300.00 + (480.00 - 100.00) + 0.00 + 12,000.00 = 15,680.00"]);
}

#[test]
fn a_month_of_a_visit_is_corrected_with_a_reason_and_the_visit_keeps_what_it_said() {
    let mut world = families::world();
    world.visit("A1", entry("2026-10-20").wage("2026-10", 3_000));
    let mut app = Driver::chinese(world);
    at_income(&mut app, "王小明");
    for _ in 0..11 {
        app.key(Key::Down);
    }
    app.shows(&["2026-10-20 走访"]).type_text("e").ctrl('s').shows(&["请写"]);
    app.type_text("漏扣了饭钱").at_field("工资性收入").ctrl('u').type_text("2800").ctrl('s').shows(&[
        "已保存",
        "2,800.00",
        "收入表录入",
    ]);
    // Taken back, the visit's record holds again.
    app.type_text("d").shows(&["为什么撤回 2026-10"]).type_text("还是原来的对").key(Key::Enter);
    app.shows(&["3,000.00", "2026-10-20 走访"]);
    app.type_text("d").shows(&["这个月是走访登记的"]);
    assert_eq!(file(&app, "A1").incomes[0].amounts[&IncomeItem::Wage].fen(), 300_000);
}

#[test]
fn a_month_that_somebody_entered_meanwhile_is_not_overwritten() {
    let mut app = village();
    at_income(&mut app, "王小明");
    app.type_text("e").type_text("3000\n0\n0\n0\n0");
    let ledger = app.ledger().reopen().unwrap();
    let mut other = World { folder: tempfile::tempdir().unwrap(), ledger };
    other.month("A1", "2025-11", &[1, 0, 0, 0, 0]);
    app.ctrl('s').shows(&["月收入登记", "3000"]);
    assert_eq!(file(&app, "A1").incomes[0].amounts[&IncomeItem::Wage].fen(), 100);
    // The draft still knows what it began from: opened again, it does not replace what it never saw.
    app.key(Key::Esc).type_text("e").ctrl('s').shows(&["月收入登记"]);
    assert_eq!(file(&app, "A1").incomes[0].amounts[&IncomeItem::Wage].fen(), 100);
}

#[test]
fn a_record_that_somebody_corrected_meanwhile_is_not_overwritten() {
    let mut world = families::world();
    world.month("A1", "2025-11", &[1_000, 0, 0, 0, 0]);
    let mut app = Driver::chinese(world);
    at_income(&mut app, "王小明");
    app.type_text("e").type_text("看错了").at_field("工资性收入").ctrl('u').type_text("3000");
    let ledger = app.ledger().reopen().unwrap();
    let mut other = World { folder: tempfile::tempdir().unwrap(), ledger };
    other.month("A1", "2025-11", &[2_000, 0, 0, 0, 0]);
    app.ctrl('s').shows(&["月收入登记", "3000"]);
    assert_eq!(file(&app, "A1").incomes[0].amounts[&IncomeItem::Wage].fen(), 200_000);
}

#[test]
fn a_visit_that_is_voided_or_dated_anew_changes_the_people_of_its_day() {
    let mut world = families::world();
    let people = |world: &World, on: &str| world.shown("A1").people.on(crate::world::day(on));
    world.visit("A1", entry("2026-09-01").population(1));
    world.visit("A1", entry("2026-05-01").population(1));
    assert_eq!(["2026-04-30", "2026-05-01", "2026-09-01"].map(|on| people(&world, on)), [Some(2), Some(3), Some(4)]);
    let late = world.shown("A1").visits.iter().find(|it| it.visited_on.to_string() == "2026-05-01").unwrap().id;
    crate::entries::correct(&mut world.ledger, "A1", late, entry("2026-07-01").population(1)).unwrap();
    assert_eq!((people(&world, "2026-05-01"), people(&world, "2026-07-01")), (Some(2), Some(3)));
    crate::entries::void(&mut world.ledger, "A1", late).unwrap();
    assert_eq!((people(&world, "2026-07-01"), people(&world, "2026-09-01")), (Some(2), Some(3)));
    // A slip of the roster that is mended the same day is no number of any day.
    world.edit("A2", "population", "5");
    assert_eq!(world.shown("A2").people.on(crate::world::day("2025-10-31")), Some(5));
}

#[test]
fn a_month_to_come_cannot_be_entered() {
    let mut world = village_by("liaoning");
    world.set_me("张敏");
    let mut app = Driver::chinese(world);
    at_income(&mut app, "王小明");
    app.shows(&["2025-05 至 2026-04"]).type_text("t").shows(&["2026-05 至 2027-04", "（当前）"]);
    app.key(Key::End).key(Key::Up).type_text("e").shows(&["这个月还没有到"]);
    app.type_text("t").shows(&["近 12 个月 · 2025-11 至 2026-10"]);
    app.type_text("t").shows(&["（上一年）", "2024-05 至 2025-04"]).type_text("t").shows(&["2025-05 至 2026-04"]);
}

#[test]
fn the_line_is_told_of_only_when_every_month_is_there() {
    let mut world = families::world();
    world.months("A1", "2026-10", 11, 900);
    let mut app = Driver::chinese(world);
    at_income(&mut app, "王小明");
    app.shows(&["纯收入合计 9,900.00（11/12 个月） · 折算全年（估算） 10,800.00", "只有 11/12 个月，暂不能与参考线比"]);
    app.shows_not("低于").shows_not("高于");
    app.type_text("e").type_text("900\n0\n0\n0\n0").ctrl('s');
    app.shows(&[
        "纯收入合计 10,800.00（12/12 个月） · 人均 5,400.00",
        "参考线 6,000 × 2 = 12,000.00 · 低于参考线 · 相差 -1,200.00",
    ]);
    app.key(Key::End).key(Key::Enter);
    app.shows(&[
        "合计怎么来的",
        "= 纯收入 10,800.00",
        "2026-10-31 家庭人口 2 人",
        "参考线 6,000 × 2 = 12,000.00",
        "低于参考线",
    ]);
}

#[test]
fn the_year_before_stands_beside_with_the_reasons_for_a_fall() {
    let mut world = families::world();
    world.months("A1", "2026-10", 3, 800);
    world.months("A1", "2025-10", 3, 1_000);
    let mut app = Driver::chinese(world);
    at_income(&mut app, "王小明");
    app.shows(&["▼ 可比的 3 个月：上年同期 3,000.00，本期 2,400.00，减收 20.0%"]);
    app.type_text("r").shows(&["减收原因 王小明", "4务工减少"]).type_text("43").key(Key::Tab).type_text("厂里停工");
    app.ctrl('s').shows(&["减收原因 光伏收益减少、务工减少 厂里停工"]);
    assert_eq!(file(&app, "A1").fall_reasons.len(), 1);
}

#[test]
fn the_line_is_drawn_through_the_bars_in_ascii_too() {
    let mut world = families::world();
    world.months("A1", "2026-10", 12, 1_500);
    let mut app = Driver::ascii(world);
    app.go_to("王小明").key(Key::Tab).key(Key::Tab).shows(&["Line, a month: 1,000.00", "##"]);
    let drawn: Vec<String> = app.screen().lines().map(str::to_owned).collect();
    let line = drawn.iter().find(|line| line.contains("Line, a month")).unwrap();
    assert!(line.contains("##--##"), "the line shows between the bars: {line}");
}

#[test]
fn people_who_came_count_from_their_day_on() {
    let mut world = World::on("2026-03-01");
    world
        .import_csv("户编号,户主姓名,行政村,监测对象类别,识别监测时间,家庭人口数\nB1,何梅,石桥村,边缘户,2024-01-01,2\n")
        .unwrap();
    world.set_me("张敏");
    world.months("B1", "2026-03", 24, 1_200);
    world.turn_to("2026-09-10");
    world.set_me("张敏");
    world.months("B1", "2026-08", 5, 1_200);
    world.visit("B1", entry("2026-09-05").population(1));
    let people = |world: &World| {
        let file = world.shown("B1");
        let case = file.case(world.ledger.policy(), world.ledger.today());
        case.income_of(case.window()).people
    };
    assert_eq!(people(&world), Some(2), "on 31 August they were two");
    world.turn_to("2026-10-01");
    assert_eq!(people(&world), Some(3), "on 30 September three");
    world.months("B1", "2026-09", 1, 1_200);
    assert_eq!(world.against("B1", Purpose::Inclusion), AgainstLine::Below, "14,400 for three");
}

#[test]
fn a_source_that_does_not_count_is_taken_off() {
    let mut world = families::world();
    let mut made = entry("2026-10-20").wage("2026-10", 3_000);
    let income = made.0.income.as_mut().unwrap();
    income.sources.push(huifang::domain::income::SourceLine {
        source: huifang::domain::income::IncomeSource::Pension,
        detail: String::new(),
        amount: huifang::domain::money::Amount::from_fen(20_000).ok(),
        counts: false,
    });
    world.visit("A1", made);
    let file = world.shown("A1");
    let case = file.case(world.ledger.policy(), world.ledger.today());
    let income = case.income_of(case.window());
    assert_eq!((income.net().fen(), income.sum(IncomeFormula::Net).fen()), (300_000, 280_000));
}

/// The cells of a worksheet by rows.
fn rows(path: &Path, sheet: usize) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let range = workbook.worksheet_range_at(sheet).unwrap().unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

fn exported(world: &World, name: &str) -> std::path::PathBuf {
    let path = world.folder.path().join(name);
    let database = world.database();
    let arguments = ["--db", database.to_str().unwrap(), "export", "income", path.to_str().unwrap()];
    let output = huifang(world.folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    path
}

fn two_villages() -> World {
    let mut world = families::world();
    world.months("A1", "2026-10", 12, 1_100);
    world.months("A2", "2026-10", 2, 700);
    world.month("A3", "2026-09", &[100, 50, 80, 0, 20, 5, 6]);
    world.visit("A4", entry("2024-05-05").wage("2024-05", 10));
    world
}

#[test]
fn a_row_a_household_and_month_and_the_years_summary() {
    let world = two_villages();
    let path = exported(&world, "收入.xlsx");
    let months = rows(&path, 0);
    assert_eq!(months.len(), 2 + 12 + 2 + 1 + 1, "title and headings, then every month on file");
    let of = |code: &str| months.iter().find(|row| row[0] == code).unwrap().clone();
    let text = |row: &[Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert_eq!(text(&of("A3")), "A3 韦成  上河村  张敏 2026-09 100 50 80 0 20 5 6 90 0");
    let summary = rows(&path, 1);
    let total = summary.iter().find(|row| row[2].to_string().contains("Township, ")).unwrap();
    assert_eq!(total[6].to_string(), (12 * 1_100 + 2 * 700 + 100).to_string(), "only the window's months are summed");
}

/// Who is below the line lacks something, by the sheet's own figures; how many are is said at every level.
#[test]
fn the_summary_says_what_each_person_lacks_and_how_many_are_below() {
    let mut world = two_villages();
    world.months("A3", "2026-10", 12, 400);
    let summary = rows(&exported(&world, "gap.xlsx"), 1);
    let headings: Vec<String> = summary[1].iter().map(ToString::to_string).collect();
    let column = |name: &str| {
        headings.iter().position(|heading| heading == name).unwrap_or_else(|| panic!("{name}: {headings:?}"))
    };
    let row = |code: &str| summary.iter().find(|row| row[2] == code).unwrap();
    let number = |code: &str, name: &str| row(code)[column(name)].to_string().parse::<f64>().ok();
    assert_eq!(number("A3", "Per head"), Some(4_800.0));
    assert_eq!(number("A3", "Short per head"), Some(number("A3", "Line").unwrap() - 4_800.0));
    assert_eq!(number("A1", "Short per head"), None, "it is above");
    assert_eq!(number("A2", "Short per head"), None, "ten months are missing");
    let all = summary.iter().find(|row| row[2].to_string().contains("Township, ")).unwrap();
    assert_eq!(all[column("Against the line")].to_string(), "1 of 2 below");
    assert!(summary.iter().any(|row| row[0].to_string().contains("Head of unit")), "lines to sign on");
}

/// The totals as a spreadsheet program computes them, by the formulas alone.
#[test]
fn totals_can_be_recomputed_and_agree_with_what_is_shown() {
    let world = two_villages();
    let path = exported(&world, "totals.xlsx");
    let shown = rows(&path, 1);
    let mut workbook: Xlsx<_> = open_workbook(&path).unwrap();
    let name = workbook.sheet_names()[1].clone();
    let formulas = workbook.worksheet_formula(&name).unwrap();
    let value = |row: usize, column: usize| shown[row][column].to_string().parse::<f64>().unwrap_or(0.0);
    let mut checked = 0;
    for (row, column, formula) in formulas
        .used_cells()
        .map(|(r, c, f)| (r + formulas.start().unwrap().0 as usize, c + formulas.start().unwrap().1 as usize, f))
    {
        let inside = formula.trim_start_matches('=').trim_start_matches("SUM(").trim_end_matches(')');
        let number =
            |cell: &str| cell.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>().unwrap() - 1;
        let sum: f64 = inside
            .split(',')
            .flat_map(|run| match run.split_once(':') {
                Some((from, to)) => number(from)..=number(to),
                None => number(run)..=number(run),
            })
            .map(|row| value(row, column))
            .sum();
        assert!((sum - value(row, column)).abs() < 0.005, "{formula} in row {row}");
        checked += 1;
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn the_export_goes_to_csv_too_and_refuses_other_endings() {
    let world = two_villages();
    let csv = std::fs::read_to_string(exported(&world, "收入.csv")).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.lines().count() == 17);
    assert!(csv.contains("A3,韦成,,上河村,,张敏,2026-09,100.00,50.00,80.00,0.00,20.00,5.00,6.00,90.00,0.00"), "{csv}");
    let database = world.database();
    let path = world.folder.path().join("收入.doc");
    let output =
        huifang(world.folder.path(), &["--db", database.to_str().unwrap(), "export", "income", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!path.exists());
}

#[test]
fn reasons_of_a_fall_are_seen_from_the_records() {
    let mut world = families::world();
    for (month, yuan) in [("2025-10", 900), ("2026-10", 400)] {
        let line = |source, yuan: i64| SourceLine {
            source,
            detail: String::new(),
            amount: Some(Amount::from_fen(yuan * 100).unwrap()),
            counts: true,
        };
        let sources = vec![
            line(IncomeSource::ProjectShares, yuan),
            line(IncomeSource::Subsidies, 100),
            line(IncomeSource::Solar, yuan),
        ];
        let amounts = IncomeItem::ALL.iter().map(|item| (*item, Amount::from_fen(yuan * 300).unwrap())).collect();
        let entry = MonthEntry {
            household_id: world.shown("A1").household.id,
            month: month.parse().unwrap(),
            amounts,
            sources,
            replaces: None,
        };
        world.ledger.keep_month_income(&entry, None).unwrap();
    }
    let mut app = Driver::chinese(world);
    app.resize(160, 40).go_to("王小明").key(Key::Tab).key(Key::Tab).type_text("r");
    app.shows(&["记录显示：", "产业收益分配减少 900.00 → 400.00"]);
}
