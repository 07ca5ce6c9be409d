//! The report of a period: each figure against a sum of the test's own over the commands' JSON, and each form
//! against the others.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};
use huifang::tui::keys::Key;
use serde_json::Value;

use crate::cli::huifang;
use crate::driver::Driver;
use crate::overview::{duty, index, township};
use crate::world::{World, skipped};

struct Reported {
    home: tempfile::TempDir,
    /// The due list's row and the household, of all on the list.
    households: Vec<(Value, Value)>,
}

impl Reported {
    fn new(households: usize) -> Self {
        let mut reported = Self { home: township(households), households: Vec::new() };
        let due = reported.json(&["due", "--json"]);
        for row in due.as_array().unwrap() {
            let shown = reported.json(&["show", row["code"].as_str().unwrap(), "--json"]);
            reported.households.push((row.clone(), shown));
        }
        reported
    }

    fn run(&self, arguments: &[&str]) -> std::process::Output {
        let database = self.home.path().join("township.db");
        let arguments: Vec<&str> = ["--db", database.to_str().unwrap()].iter().chain(arguments).copied().collect();
        huifang(self.home.path(), &arguments)
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_slice(&self.run(arguments).stdout).unwrap()
    }

    fn file(&self, kind: &str, period: &str, name: &str) -> PathBuf {
        let file = self.home.path().join(name);
        let output = self.run(&["report", kind, period, file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        file
    }

    /// The figures of the printed text, by their words.
    fn figures(&self, kind: &str, period: &str) -> BTreeMap<String, String> {
        let output = self.run(&["report", kind, period]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "))
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .collect()
    }

    fn count(&self, holds: impl Fn(&Value, &Value) -> usize) -> usize {
        self.households.iter().map(|(due, shown)| holds(due, shown)).sum()
    }
}

type Sheet = Vec<Vec<Data>>;

fn sheets(file: &Path) -> BTreeMap<String, Sheet> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let names = book.sheet_names();
    let sheet =
        |name: &String| (name.clone(), book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect());
    names.iter().map(sheet).collect()
}

/// The rows under the headings, without what is signed at the end.
fn rows(sheet: &Sheet) -> Vec<Vec<String>> {
    let text = |row: &Vec<Data>| row.iter().map(ToString::to_string).collect::<Vec<_>>();
    sheet[2..].iter().map(text).take_while(|row| row.iter().any(|cell| !cell.is_empty())).collect()
}

/// A column of a sheet by its heading.
fn column(sheet: &Sheet, heading: &str) -> usize {
    sheet[1].iter().position(|cell| *cell == *heading).unwrap_or_else(|| panic!("{heading} in {:?}", sheet[1]))
}

fn problems(shown: &Value) -> impl Iterator<Item = &Value> {
    shown["problems"].as_array().unwrap().iter()
}

fn is_in(day: &Value, period: &str) -> bool {
    day.as_str().is_some_and(|day| day.starts_with(period))
}

#[test]
fn the_figures_of_the_running_month_are_those_of_the_overview_and_of_the_households() {
    let reported = Reported::new(150);
    let figures = reported.figures("month", "2026-11");
    let overview = reported.json(&["overview", "--json"]);
    let total = &overview["total"];
    for (words, name) in [
        ("Households on the list", "households"),
        ("Visits asked for (households, each month)", "obliged"),
        ("of these made", "visited"),
        ("Visits made though not asked for", "voluntary"),
        ("of these overdue", "overdue"),
        ("Households with a check not secured", "check_not_met"),
        ("Problems open at the end", "problems"),
        ("Households with an open problem at the end", "open_problems"),
        ("Households below the line", "under_line"),
    ] {
        assert_eq!(figures[words], total[name].to_string(), "{words}");
    }
    let open = total["obliged"].as_u64().unwrap() - total["visited"].as_u64().unwrap();
    assert_eq!(figures["Asked for and not visited at the end"], open.to_string());
    let found = reported.count(|_, shown| problems(shown).filter(|it| is_in(&it["found_on"], "2026-11")).count());
    assert_eq!(figures["Problems found"], found.to_string());
}

#[test]
fn a_year_and_its_quarters_add_up_and_agree_with_arithmetic_over_the_households() {
    let reported = Reported::new(150);
    let figures = |kind: &str, period: &str| {
        let all = reported.figures(kind, period);
        ["Visits asked for (households, each month)", "of these made", "Visits made though not asked for"]
            .map(|words| all[words].parse::<usize>().unwrap())
    };
    let year = figures("year", "2026");
    let quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(|quarter| figures("quarter", quarter));
    let halves = ["2026-H1", "2026-H2"].map(|half| figures("half", half));
    for at in 0..3 {
        assert_eq!(quarters.iter().map(|it| it[at]).sum::<usize>(), year[at], "{at}");
        assert_eq!(halves.iter().map(|it| it[at]).sum::<usize>(), year[at], "{at}");
    }
    let first = index("2026-01-01".parse().unwrap());
    let months = |wanted: &dyn Fn((bool, bool)) -> bool| {
        reported.count(|_, shown| (first..first + 11).filter(|month| wanted(duty(shown, *month))).count())
    };
    assert_eq!(year[0], months(&|(obliged, _)| obliged));
    assert_eq!(year[1], months(&|(obliged, visited)| obliged && visited));
    assert_eq!(year[2], months(&|(obliged, visited)| !obliged && visited));
}

/// A report: its figures by their words, and its sheets.
struct Book {
    figures: BTreeMap<String, String>,
    sheets: BTreeMap<String, Sheet>,
}

impl Book {
    fn of(reported: &Reported, kind: &str, period: &str) -> Self {
        let file = reported.file(kind, period, &format!("{period}.xlsx"));
        Self { figures: reported.figures(kind, period), sheets: sheets(&file) }
    }

    fn number(&self, words: &str) -> usize {
        self.figures[words].parse().unwrap()
    }

    fn rows(&self, sheet: &str) -> Vec<Vec<String>> {
        rows(&self.sheets[sheet])
    }

    /// What stands in the last row of a column.
    fn sum(&self, sheet: &str, heading: &str) -> usize {
        self.rows(sheet).pop().unwrap()[column(&self.sheets[sheet], heading)].parse().unwrap()
    }

    /// What the rows before the last come to.
    fn parts(&self, sheet: &str, heading: &str) -> usize {
        let (rows, at) = (self.rows(sheet), column(&self.sheets[sheet], heading));
        rows[..rows.len() - 1].iter().map(|row| row[at].parse::<usize>().unwrap()).sum()
    }
}

const PERIODS: [(&str, &str, &str); 2] = [("month", "2026-10", "2026-10"), ("quarter", "2026-Q3", "2026-0")];

#[test]
fn every_figure_of_visits_is_the_length_or_the_sum_of_its_sheet() {
    let reported = Reported::new(150);
    for (kind, period, prefix) in PERIODS {
        let book = Book::of(&reported, kind, period);
        for sheet in ["Visits by village", "Visits by contact"] {
            for (heading, words) in [
                ("Asked for", "Visits asked for (households, each month)"),
                ("Visited", "of these made"),
                ("Extra visits", "Visits made though not asked for"),
            ] {
                assert_eq!(book.sum(sheet, heading), book.number(words), "{sheet} {heading}");
                assert_eq!(book.parts(sheet, heading), book.number(words), "{sheet} {heading}");
            }
            let at = |heading| column(&book.sheets[sheet], heading);
            for row in book.rows(sheet) {
                let number = |heading| row[at(heading)].parse::<f64>().ok();
                let share = number("Visited").zip(number("Asked for")).filter(|(_, asked)| *asked > 0.0);
                let share = share.map(|(visited, asked)| (visited / asked * 1000.0).round());
                assert_eq!(number("Done").map(|share| (share * 1000.0).round()), share, "{row:?}");
            }
        }
        let open = book.rows("Not visited");
        assert_eq!(open.len(), book.number("Asked for and not visited at the end"));
        let [late, last] = ["Days late", "Last visit"].map(|heading| column(&book.sheets["Not visited"], heading));
        assert_eq!(open.iter().filter(|row| !row[late].is_empty()).count(), book.number("of these overdue"));
        let end = if kind == "quarter" { "2026-09-30" } else { "2026-10-31" };
        assert!(open.iter().all(|row| !row[last].starts_with("20") || row[last].as_str() <= end), "as it was then");
        let visits = |shown: &Value| {
            let of = shown["visits"].as_array().unwrap().iter();
            let is_told =
                |visit: &&Value| visit["voided"] == false && quarter_or_month(&visit["visited_on"], kind, prefix);
            of.filter(is_told).count()
        };
        let left = book.number("Visits of any kind") - reported.count(|_, shown| visits(shown));
        assert!(left <= 3, "but for the one household that left the list: {left}");
        assert_eq!(book.sum("Visits by mode", "Visits"), book.number("Visits of any kind"));
    }
}

#[test]
fn every_figure_of_problems_income_and_data_is_the_length_or_the_sum_of_its_sheet() {
    let reported = Reported::new(150);
    for (kind, period, _) in PERIODS {
        let book = Book::of(&reported, kind, period);
        for (heading, words) in [
            ("Found", "Problems found"),
            ("Solved or closed", "Problems solved or closed"),
            ("Open at the end", "Problems open at the end"),
            ("Households concerned", "Households with an open problem at the end"),
        ] {
            assert_eq!(book.parts("Problems counted", heading), book.number(words), "{heading}");
        }
        assert_eq!(book.parts("Income", "Below the line"), book.number("Households below the line"));
        let fallen = "Households whose income fell by 20 % or more";
        assert_eq!(book.parts("Income", fallen), book.number(fallen));
        assert_eq!(book.parts("Reasons of falls", fallen), book.number(fallen));
        assert_eq!(book.rows("Changes of status").len(), book.number("Changes of status"));
        let found: usize = book.rows("Data quality").iter().map(|row| row[1].parse::<usize>().unwrap()).sum();
        assert_eq!(found, reported.json(&["audit", "--json"]).as_array().unwrap().len());
    }
}

#[test]
fn a_month_before_anything_was_on_file_counts_nothing() {
    let reported = Reported::new(33);
    let figures = reported.figures("month", "2019-05");
    for words in ["Households on the list", "Visits asked for (households, each month)", "Problems found"] {
        assert_eq!(figures[words], "0", "{words}");
    }
    assert_eq!(figures["As of"], "2019-05-31");
}

#[test]
fn who_left_the_list_since_stays_in_the_months_of_before() {
    let reported = Reported::new(150);
    let overview = reported.json(&["overview", "--json"]);
    for month in overview["months"].as_array().unwrap() {
        let figures = reported.figures("month", month["month"].as_str().unwrap());
        assert_eq!(figures["Visits asked for (households, each month)"], month["obliged"].to_string());
        assert_eq!(figures["of these made"], month["visited"].to_string());
    }
}

/// July to September for the third quarter.
fn quarter_or_month(day: &Value, kind: &str, prefix: &str) -> bool {
    let is_of_quarter = |day: &str| ["2026-07", "2026-08", "2026-09"].iter().any(|month| day.starts_with(month));
    day.as_str().is_some_and(|day| if kind == "quarter" { is_of_quarter(day) } else { day.starts_with(prefix) })
}

#[test]
fn the_page_stands_for_itself_and_says_the_same_numbers() {
    let reported = Reported::new(66);
    let page = std::fs::read_to_string(reported.file("month", "2026-11", "report.html")).unwrap();
    for never in ["<script", "http://", "https://", "src=", "@import", "url("] {
        assert!(!page.contains(never), "{never}");
    }
    for (words, number) in reported.figures("month", "2026-11") {
        let number = number.replace('&', "&amp;");
        assert!(page.contains(&format!("<td>{words}</td>")) && page.contains(&format!(">{number}</td>")), "{words}");
    }
    assert_eq!(page.matches("<svg ").count(), 2);
}

#[test]
fn what_is_no_period_or_has_not_begun_or_is_no_known_form_is_refused_in_a_sentence() {
    let reported = Reported::new(0);
    for (arguments, said) in [
        (&["report", "month", "2026-13"][..], "is not a valid period"),
        (&["report", "quarter", "2026-Q5"], "is not a valid period"),
        (&["report", "month", "2026-12"], "has not begun"),
        (&["report", "year", "2026", "report.pdf"], "must end in .xlsx, .html or .txt"),
    ] {
        let output = reported.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(said) && output.stdout.is_empty(), "{told}");
    }
    assert_eq!(reported.figures("month", "2026-11")["Households on the list"], "0");
}

/// A headless browser that is installed here.
fn browser() -> Option<&'static str> {
    let is_there = |name: &&str| Command::new(name).arg("--version").output().is_ok_and(|it| it.status.success());
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find(is_there)
}

#[test]
fn a_real_browser_shows_the_page_and_prints_it() {
    let Some(browser) = browser() else { return skipped("no Chromium is installed") };
    let reported = Reported::new(66);
    let page = reported.file("month", "2026-11", "report.html");
    let run = |arguments: &[String]| {
        let output = Command::new(browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
            .arg(format!("--user-data-dir={}", reported.home.path().join("browser").display()))
            .args(arguments)
            .arg(format!("file://{}", page.display()))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let shown = run(&["--dump-dom".to_owned()]);
    for (words, number) in reported.figures("month", "2026-11") {
        assert!(shown.contains(&words) && shown.contains(&number), "{words}: {number}");
    }
    assert_eq!(shown.matches("<svg ").count(), 2);
    let pdf = reported.home.path().join("report.pdf");
    run(&[format!("--print-to-pdf={}", pdf.display())]);
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
}

#[test]
fn the_report_is_written_from_the_overview_and_a_wrong_period_is_put_right() {
    let mut world = World::new();
    world.ledger.fill_with_township(33, &mut |_, _| true).unwrap();
    world.set_me("张敏");
    let mut home = Driver::chinese(world);
    home.type_text("op").shows(&["写报告", "2026-11"]).type_text("x").key(Key::Enter);
    home.shows(&["“x”时段写法不对"]).key(Key::Backspace).type_text("2026-10");
    home.key(Key::Enter).shows(&["报告已写好", "合计"]);
    let written: Vec<String> = std::fs::read_dir(home.folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    for name in ["走访报告-2026-10.xlsx", "走访报告-2026-10.html"] {
        assert!(written.iter().any(|file| file == name), "{written:?}");
    }
}

#[test]
fn a_town_where_five_or_more_households_fell_is_marked_where_the_plan_says_so() {
    for (fallen, policy, is_marked) in [(5, "xiangyin", true), (4, "xiangyin", false), (5, "default", false)] {
        let mut world = crate::cases::village_by(policy);
        for code in ["A1", "A2", "A3", "A4", "A5"].iter().take(fallen) {
            world.months(code, "2025-09", 12, 1_000);
            world.months(code, "2026-09", 12, 500);
        }
        let file = world.folder.path().join("report.xlsx");
        let database = world.database();
        let arguments = ["--db", database.to_str().unwrap(), "report", "month", "2026-11", file.to_str().unwrap()];
        assert_eq!(huifang(world.folder.path(), &arguments).status.code(), Some(0));
        let mut book: Xlsx<_> = open_workbook(&file).unwrap();
        let sheets = book.worksheets();
        let cells = sheets.iter().flat_map(|(_, range)| range.rows().flatten()).map(ToString::to_string);
        assert_eq!(
            cells.filter(|cell| cell.contains("5 or more households")).count(),
            usize::from(is_marked),
            "{policy}"
        );
    }
}
