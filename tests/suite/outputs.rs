//! The tables and lists that go out: for contacts, for messages, for spreadsheets.

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::cli::huifang;
use crate::overview::township;
use crate::world::World;

/// Every sheet with its rows as text.
fn sheets(file: &std::path::Path) -> Vec<(String, Vec<Vec<String>>)> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let names = book.sheet_names();
    let text = |cell: &Data| cell.to_string();
    let rows =
        |name: &String| book.worksheet_range(name).unwrap().rows().map(|row| row.iter().map(text).collect()).collect();
    names.iter().map(rows).collect::<Vec<_>>().into_iter().zip(names.clone()).map(|(rows, name)| (name, rows)).collect()
}

struct Home(tempfile::TempDir);

impl Home {
    fn new(households: usize) -> Self {
        Self(township(households))
    }

    fn run(&self, arguments: &[&str]) -> std::process::Output {
        let database = self.0.path().join("township.db");
        let arguments: Vec<&str> = ["--db", database.to_str().unwrap()].iter().chain(arguments).copied().collect();
        huifang(self.0.path(), &arguments)
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_slice(&self.run(arguments).stdout).unwrap()
    }

    fn file(&self, name: &str, arguments: &[&str]) -> std::path::PathBuf {
        let file = self.0.path().join(name);
        let arguments: Vec<&str> = arguments.iter().copied().chain([file.to_str().unwrap()]).collect();
        let output = self.run(&arguments);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        file
    }
}

#[test]
fn each_contact_gets_a_sheet_of_just_those_to_be_visited_in_the_order_of_a_way() {
    let home = Home::new(330);
    let due = home.json(&["due", "--json"]);
    let to_visit = |contact: &str| {
        let of = due.as_array().unwrap().iter().filter(|row| row["contact"] == contact);
        of.filter(|row| row["state"] == "overdue" || row["state"] == "due").count()
    };
    let lists = sheets(&home.file("lists.xlsx", &["export", "due"]));
    assert!(lists.len() > 30);
    for (contact, rows) in &lists {
        let households = rows.iter().filter(|row| row[0] == "□").collect::<Vec<_>>();
        assert_eq!(households.len(), to_visit(contact), "{contact}");
        let places: Vec<(&str, usize)> = households
            .iter()
            .map(|row| {
                (row[2].as_str(), ["一组", "二组", "三组", "四组", "五组"].iter().position(|it| *it == row[3]).unwrap())
            })
            .collect();
        assert!(places.is_sorted_by(|a, b| a.0 != b.0 || a.1 <= b.1), "{places:?}");
        assert!(households.iter().all(|row| row[6].contains("****")), "phones are masked unless asked for");
    }
    let full = sheets(&home.file("full.xlsx", &["export", "due", "--full", "--reason", "x", "--contact", &lists[0].0]));
    assert_eq!(full.len(), 1);
    assert!(full[0].1.iter().filter(|row| row[0] == "□").all(|row| row[6].len() == 11));
}

#[test]
fn as_csv_the_lists_are_one_with_the_contact_in_it() {
    let home = Home::new(330);
    let due = home.json(&["due", "--json"]);
    let to_visit = due.as_array().unwrap().iter().filter(|row| row["state"] == "overdue" || row["state"] == "due");
    let text = std::fs::read_to_string(home.file("lists.csv", &["export", "due"])).unwrap();
    assert_eq!(text.lines().count() - 1, to_visit.clone().count());
    for row in to_visit {
        let (code, contact) = (row["code"].as_str().unwrap(), row["contact"].as_str().unwrap());
        let line = text.lines().find(|line| line.contains(code)).unwrap_or_else(|| panic!("{code}"));
        assert!(line.contains(contact), "{line}");
    }
}

#[test]
fn a_contact_of_any_name_gets_a_sheet() {
    let mut world = World::new();
    let names = ["'老王", "???", "[]", "History", "A&B", "张敏", "张敏'"];
    let rows = names.iter().enumerate().map(|(at, name)| format!("A{at},石桥村,王{at},脱贫户,2019,{name}\n"));
    let roster = format!("户编号,行政村,户主姓名,户类型,脱贫时间,帮扶联系人\n{}", rows.collect::<String>());
    world.import_csv(&roster).unwrap();
    let database = world.database();
    let file = world.folder.path().join("lists.xlsx");
    let arguments = ["--db", database.to_str().unwrap(), "export", "due", "--all", file.to_str().unwrap()];
    let output = huifang(world.folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let listed: usize = sheets(&file).iter().map(|(_, rows)| rows.iter().filter(|row| row[0] == "□").count()).sum();
    assert_eq!(listed, names.len());
}

#[test]
fn the_text_for_a_message_names_every_household_once() {
    let home = Home::new(66);
    let due = home.json(&["due", "--json"]);
    let output = home.run(&["due", "--text"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for row in due.as_array().unwrap().iter().filter(|row| row["state"] == "overdue") {
        let days = row["days_overdue"].as_i64().unwrap();
        let told = format!("{} ({days} day{} late)", row["name"].as_str().unwrap(), if days == 1 { "" } else { "s" });
        assert!(text.contains(&told), "{told} in {text}");
    }
}

#[test]
fn an_empty_list_writes_nothing() {
    let home = Home::new(0);
    let file = home.0.path().join("none.xlsx");
    let output = home.run(&["export", "due", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!file.exists());
}

#[test]
fn the_totals_of_the_overview_are_formulas_over_its_rows() {
    let home = Home::new(99);
    let file = home.file("overview.xlsx", &["export", "overview", "--by", "contact"]);
    let mut book: Xlsx<_> = open_workbook(&file).unwrap();
    let name = book.sheet_names()[0].clone();
    let (values, formulas) = (book.worksheet_range(&name).unwrap(), book.worksheet_formula(&name).unwrap());
    let json = home.json(&["overview", "--by", "contact", "--json"]);
    let rows = json["rows"].as_array().unwrap().len();
    let total = u32::try_from(rows).unwrap() + 2;
    let told = [
        "households",
        "overdue",
        "due",
        "never_visited",
        "obliged",
        "visited",
        "voluntary",
        "under_line",
        "check_not_met",
        "open_problems",
        "problems",
    ];
    for (column, name) in (1u32..).zip(told) {
        let sum: i64 =
            (2..total).map(|row| values.get_value((row, column)).unwrap().to_string().parse::<i64>().unwrap()).sum();
        assert_eq!(sum, json["total"][name].as_i64().unwrap(), "{name}");
        let letter = char::from(b'A' + u8::try_from(column).unwrap());
        assert_eq!(formulas.get_value((total, column)).unwrap(), &format!("SUM({letter}3:{letter}{total})"), "{name}");
    }
}

#[test]
fn every_visit_goes_out_once_and_only_those_of_the_days_that_are_asked_for() {
    let home = Home::new(40);
    let due = home.json(&["due", "--json"]);
    let codes: Vec<&str> = due.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
    let visits: Vec<Value> = codes
        .iter()
        .flat_map(|code| home.json(&["show", code, "--json"])["visits"].as_array().unwrap().clone())
        .collect();
    let all = sheets(&home.file("all.xlsx", &["export", "visits"])).remove(0).1;
    assert_eq!(all.len() - 2, visits.len());
    let of_june = visits.iter().filter(|visit| visit["visited_on"].as_str().unwrap().starts_with("2026-06")).count();
    let june = home.file("june.xlsx", &["export", "visits", "--from", "2026-06-01", "--to", "2026-06-30"]);
    let june = sheets(&june).remove(0).1;
    assert!(of_june > 0);
    assert_eq!(june.len() - 2, of_june);
}
