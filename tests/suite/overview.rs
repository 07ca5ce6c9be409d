//! The overview's numbers, each against a sum over the other commands' JSON by arithmetic of its own.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use huifang::clock::Clock;
use huifang::domain::overview::{OverviewMeasure, Tally};
use huifang::ledger::{IfMissing, Ledger};
use huifang::tui::keys::Key;
use serde_json::Value;

use crate::cli::huifang;
use crate::driver::Driver;
use crate::entries::{entry, record};
use crate::world::World;

const TODAY: &str = "2026-11-22";

/// A home with a township of so many made-up households.
pub fn township(households: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let made = home.path().join("township.db");
    let clock = Clock::fixed(TODAY.parse().ok());
    let mut ledger = Ledger::open(&made, IfMissing::Create, clock, "test").unwrap();
    ledger.fill_with_township(households, &mut |_, _| true).unwrap();
    home
}

fn json(home: &Path, arguments: &[&str]) -> Value {
    let database = home.join("township.db");
    let arguments: Vec<&str> = ["--db", database.to_str().unwrap()].iter().chain(arguments).copied().collect();
    let output = huifang(home, &arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn day(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}

/// Months since the year 0.
pub fn index(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap()
}

fn last_day_of(month: i32) -> NaiveDate {
    let next = month + 1;
    let first = NaiveDate::from_ymd_opt(next.div_euclid(12), u32::try_from(next.rem_euclid(12)).unwrap() + 1, 1);
    first.unwrap().pred_opt().unwrap()
}

fn so_many_months_after(day: NaiveDate, months: i32) -> NaiveDate {
    let last = last_day_of(index(day) + months);
    last.with_day(day.day().min(last.day())).unwrap()
}

/// By the default policy's words: at home, once each calendar month, within six months, within a year.
fn due_after(class: &str, anchor: NaiveDate) -> Option<NaiveDate> {
    match class {
        "unresolved" => Some(last_day_of(index(anchor) + 1)),
        "eliminated" => Some(so_many_months_after(anchor, 6)),
        "stable" => Some(so_many_months_after(anchor, 12)),
        _ => None,
    }
}

fn counted_days(shown: &Value) -> Vec<NaiveDate> {
    let counts = |visit: &&Value| visit["voided"] == false && visit["outcome"] == "met" && visit["mode"] == "home";
    let visits = shown["visits"].as_array().unwrap().iter().filter(counts);
    let mut days: Vec<NaiveDate> = visits.map(|visit| day(&visit["visited_on"])).collect();
    days.sort_unstable();
    days
}

/// Whether a month asked for a visit, and whether there was one.
pub fn duty(shown: &Value, month: i32) -> (bool, bool) {
    let household = &shown["household"];
    let (since, on_file) = (day(&household["since"]), day(&household["on_file_since"]));
    let days = counted_days(shown);
    if since > last_day_of(month) || on_file > last_day_of(month) {
        return (false, false);
    }
    let before = days.iter().copied().filter(|day| index(*day) < month).max();
    let anchor = before.map_or(since, |day| day.max(since));
    let Some(due) = due_after(household["class"].as_str().unwrap(), anchor) else { return (false, false) };
    (due <= last_day_of(month), days.iter().any(|day| index(*day) == month))
}

/// Sums under the names that the overview has for them.
type Sums = BTreeMap<&'static str, i64>;

fn sums_of(due: &Value, shown: &Value, month: i32) -> Sums {
    let has = |alert: &str| due["alerts"].as_array().unwrap().iter().any(|it| it == alert);
    let (obliged, visited) = duty(shown, month);
    let is_overdue = due["state"] == "overdue";
    let problems = shown["problems"].as_array().unwrap();
    let open = problems.iter().filter(|problem| problem["state"] == "open" && problem["voided"] != true).count();
    let one = i64::from;
    Sums::from([
        ("households", 1),
        ("overdue", one(is_overdue)),
        ("due", one(due["state"] == "due")),
        ("never_visited", one(is_overdue && due["last_visit_on"].is_null())),
        ("obliged", one(obliged)),
        ("visited", one(obliged && visited)),
        ("voluntary", one(!obliged && visited)),
        ("under_line", one(has("under_line"))),
        ("check_not_met", one(has("check_not_secured"))),
        ("open_problems", one(open > 0)),
        ("problems", i64::try_from(open).unwrap()),
    ])
}

fn add(total: &mut Sums, sums: &Sums) {
    for (name, sum) in sums {
        *total.entry(name).or_default() += sum;
    }
}

fn assert_sums(row: &Value, sums: &Sums) {
    for (name, sum) in sums {
        assert_eq!(row[name], *sum, "{name} of {row}");
    }
}

#[test]
fn every_number_of_the_overview_is_the_sum_of_what_the_households_say() {
    let home = township(150);
    let due = json(home.path(), &["due", "--json"]);
    let month = index(TODAY.parse().unwrap());
    let shown: Vec<(&Value, Value)> = due
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row, json(home.path(), &["show", row["code"].as_str().unwrap(), "--json"])))
        .collect();
    for by in ["village", "contact", "class"] {
        let overview = json(home.path(), &["overview", "--by", by, "--json"]);
        assert_eq!((&overview["by"], &overview["month"]), (&Value::from(by), &Value::from("2026-11")));
        let mut groups: BTreeMap<String, Sums> = BTreeMap::new();
        let mut total = Sums::new();
        for (row, shown) in &shown {
            let sums = sums_of(row, shown, month);
            add(groups.entry(row[by].as_str().unwrap().to_owned()).or_default(), &sums);
            add(&mut total, &sums);
        }
        let rows = overview["rows"].as_array().unwrap();
        assert_eq!(rows.len(), groups.len());
        for row in rows {
            assert_sums(row, &groups[row[by].as_str().unwrap()]);
        }
        assert_sums(&overview["total"], &total);
        let overdue: Vec<i64> = rows.iter().map(|row| row["overdue"].as_i64().unwrap()).collect();
        assert!(overdue.is_sorted_by(|a, b| a >= b), "the worst first: {overdue:?}");
        for name in ["overdue", "obliged", "visited", "under_line", "check_not_met", "problems"] {
            assert!(total[name] > 0, "the township shows {name}");
        }
    }
}

#[test]
fn the_last_twelve_months_and_the_days_of_this_one_add_up() {
    let home = township(150);
    let overview = json(home.path(), &["overview", "--json"]);
    let due = json(home.path(), &["due", "--json"]);
    // The sixtieth left the list two months ago; the months before saw it.
    let left = format!("9951{:014}", 20_260_000_000_usize + 59 * 7);
    let codes = due.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).chain([left.as_str()]);
    let shown: Vec<Value> = codes.map(|code| json(home.path(), &["show", code, "--json"])).collect();
    let now = index(TODAY.parse().unwrap());
    let months = overview["months"].as_array().unwrap();
    assert_eq!(months.len(), 12);
    for (at, told) in (now - 11..=now).zip(months) {
        let duties: Vec<(bool, bool)> = shown.iter().map(|shown| duty(shown, at)).collect();
        let count = |wanted: (bool, bool)| duties.iter().filter(|duty| **duty == wanted).count();
        assert_eq!(told["month"], last_day_of(at).format("%Y-%m").to_string());
        assert_eq!(told["obliged"], count((true, true)) + count((true, false)), "{told}");
        assert_eq!(told["visited"], count((true, true)), "{told}");
        assert_eq!(told["voluntary"], count((false, true)), "{told}");
    }
    let days = overview["days"].as_array().unwrap();
    assert_eq!(days.len(), 30);
    let sum = |name: &str| days.iter().map(|day| day[name].as_i64().unwrap()).sum::<i64>();
    let this = &months[11];
    assert_eq!(sum("due") + this["carried_over"].as_i64().unwrap(), this["obliged"].as_i64().unwrap());
    assert_eq!(sum("visited"), this["visited"].as_i64().unwrap() + this["voluntary"].as_i64().unwrap());
}

#[test]
fn an_empty_database_has_an_overview_without_rows() {
    let home = township(0);
    let overview = json(home.path(), &["overview", "--json"]);
    assert_eq!(overview["rows"], serde_json::json!([]));
    assert_eq!(overview["total"]["households"], 0);
    assert_eq!(overview["months"].as_array().unwrap().len(), 12);
}

fn cadre(households: usize) -> Driver {
    let mut world = World::new();
    world.ledger.fill_with_township(households, &mut |_, _| true).unwrap();
    world.set_me("张敏");
    Driver::chinese(world)
}

/// The number of a measure in the total.
fn total_of(driver: &Driver, measure: OverviewMeasure) -> usize {
    let overview = driver.ledger().overview().unwrap();
    Tally::of(&overview.households, overview.today).count(measure)
}

#[test]
fn behind_every_number_stands_the_list_of_just_those_households() {
    for measure in OverviewMeasure::ALL {
        let mut home = cadre(66);
        let count = total_of(&home, *measure);
        home.resize(200, 50);
        home.type_text("o").shows(&["概览", "按村", "合计", "近 12 个月应访完成"]);
        home.key(Key::End);
        for _ in 0..OverviewMeasure::ALL.len() {
            home.key(Key::Left);
        }
        for _ in 0..*measure as usize {
            home.key(Key::Right);
        }
        home.key(Key::Enter);
        if count == 0 {
            home.shows(&["这里没有户。", "合计"]);
            continue;
        }
        home.shows(&[&format!("全部 {count}"), "只看：合计"]);
        home.key(Key::Esc).shows(&["概览", "合计"]);
        home.key(Key::Esc).shows(&["全部 65", "逾期"]);
    }
}

#[test]
fn a_column_is_sorted_by_and_the_selected_group_stays_selected() {
    let mut home = cadre(330);
    home.type_text("o").key(Key::Tab).shows(&["按联系人"]);
    let first = home.selected_line();
    home.key(Key::Right).type_text("s").shows(&["按 到期 排列，多的在前", "到期↓"]);
    assert_eq!(home.selected_line(), first);
    home.type_text("S").shows(&["少的在前", "到期↑"]);
    home.ctrl('x').shows(&["全部 329"]);
}

#[test]
fn the_overview_counts_a_visit_once_it_is_saved() {
    let mut home = cadre(33);
    let visited = total_of(&home, OverviewMeasure::Visited);
    home.type_text("o").shows(&["概览"]).type_text("o").shows(&["全部 33"]);
    let overview = home.ledger().overview().unwrap();
    let open = overview.households.iter().find(|household| household.this_month().is_open()).unwrap();
    record(home.ledger_mut(), &open.row.code, entry("2026-11-22"));
    assert_eq!(total_of(&home, OverviewMeasure::Visited), visited + 1);
    home.resize(200, 50);
    home.type_text("o").key(Key::End).shows(&[&format!(" {}/", visited + 1)]);
}

#[test]
fn where_both_have_no_room_the_months_stand_in_place_of_the_table() {
    let mut home = cadre(33);
    home.resize(80, 24);
    home.type_text("o").shows_not("近 12 个月应访完成");
    home.type_text("c").shows(&["近 12 个月应访完成", "每天：到期 / 走访（户）"]);
    home.key(Key::Esc).shows(&["按联系人", "合计"]).shows_not("近 12 个月应访完成");
}
