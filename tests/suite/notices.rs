//! Public notices: the columns that may be shown, the days that the plan asks, and nothing that is a person's number.

use calamine::{Reader, Xlsx, open_workbook};
use huifang::tui::keys::Key;

use crate::cases::village_by;
use crate::cli::huifang;
use crate::driver::Driver;
use crate::world::World;

fn write(world: &World, more: &[&str]) -> (std::process::Output, std::path::PathBuf) {
    let (database, file) = (world.database(), world.folder.path().join("notice.xlsx"));
    let mut arguments = vec!["--db", database.to_str().unwrap(), "notice", "first_list", file.to_str().unwrap()];
    arguments.extend(["--unit", "Shiqiao committee", "--phone", "0771-2345678", "--place", "village board"]);
    arguments.extend(more);
    (huifang(world.folder.path(), &arguments), file)
}

fn cells(file: &std::path::Path) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn a_notice_shows_the_columns_that_may_be_shown_and_hangs_as_long_as_the_plan_asks() {
    let world = village_by("lingshou");
    let (output, file) = write(&world, &["--code", "A1", "--code", "A2", "--code", "A1"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let cells = cells(&file);
    assert_eq!(cells[1], ["No.", "Village", "Group", "Head", "Persons", "Category", "Risks"]);
    let heads: Vec<&str> = cells[2..4].iter().map(|row| row[3].as_str()).collect();
    assert_eq!(heads, ["王小明", "陈大有"], "each once");
    assert_eq!(cells.len(), 2 + 2 + 1 + 5, "and nobody else");
    let all = format!("{cells:?}");
    assert!(all.contains("Posted from 2026-11-22 to 2026-11-27"), "{all}");
    assert!(all.contains("Shiqiao committee") && all.contains("0771-2345678"));
    for never in ["1980-02-01", "A1", "张敏"] {
        assert!(!all.contains(never), "{never}");
    }
}

#[test]
fn a_cell_that_looks_like_a_persons_number_refuses_the_whole_file_and_is_named() {
    for (fact, value, cell, what) in [
        ("group", "三组13812345678", "C3", "a phone number"),
        ("name", "王小明110105194912310021", "D3", "an ID number"),
        ("group", "三组 1985年3月2日生", "C3", "a birth date"),
        ("village", "石桥村6217001234567890", "A1", "a bank card number"),
    ] {
        let mut world = village_by("lingshou");
        world.edit("A1", fact, value);
        let (output, file) = write(&world, &["--code", "A1"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(cell) && said.contains(what), "{said}");
        assert!(!file.exists(), "{value}");
        assert!(!said.contains("13812345678") && !said.contains("110105194912310021"), "{said}");
    }
}

#[test]
fn too_few_days_are_refused_and_where_the_plan_names_none_the_last_is_asked_for() {
    let world = village_by("hunan");
    let (output, file) = write(&world, &["--code", "A1", "--until", "2026-11-28"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("at least until 2026-11-29"), "{output:?}");
    assert!(!file.exists());
    let world = village_by("funan");
    let (output, _) = write(&world, &["--code", "A1"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("The plan names no days"), "{output:?}");
    let (output, file) = write(&world, &["--code", "A1", "--until", "2026-11-24"]);
    assert_eq!((output.status.code(), file.exists()), (Some(0), true));
}

#[test]
fn a_notice_of_marked_households_is_written_from_the_list() {
    let mut world = village_by("hunan");
    world.set_me("张敏");
    let folder = world.folder.path().to_owned();
    let mut list = Driver::chinese(world);
    list.type_text("4 ").type_text(" e").paste("公示").key(Key::Enter).shows(&["公示 2 户", "种类", "最后一天"]);
    list.type_text("3").paste("石桥村村民委员会").key(Key::Tab).paste("（0771）2345678").key(Key::Tab).ctrl('s');
    list.shows(&["请填张贴地点"]).paste("村务公开栏").ctrl('s').shows(&["已写好公示（2 户）"]);
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    let file = files.iter().find(|file| file.to_string_lossy().contains("风险消除名单公示-2026-11-22")).unwrap();
    let all = format!("{:?}", cells(file));
    assert!(
        all.contains("2026年11月22日 至 2026年11月29日") && all.contains("帮扶措施") && all.contains("成效"),
        "{all}"
    );
}

#[test]
fn what_was_typed_stays_where_a_notice_is_refused() {
    let mut world = village_by("lingshou");
    world.set_me("张敏");
    world.edit("A1", "group", "三组13812345678");
    let mut list = Driver::chinese(world);
    list.ctrl('f').paste("王小明").key(Key::Esc).type_text("4 e").paste("公示").key(Key::Enter);
    list.type_text("1").paste("村委会").key(Key::Tab).paste("0771-2345678").key(Key::Tab).paste("公开栏").ctrl('s');
    list.shows(&["未生成：C3 像电话号码", "村委会", "公开栏"]);
}

#[test]
fn a_persons_phone_is_nobodys_to_object_by_and_a_household_stands_only_where_it_belongs() {
    let mut world = village_by("hunan");
    world.edit("A2", "phone", "0771-2345678");
    let (output, file) = write(&world, &["--code", "A1"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("on file as a person’s"), "{output:?}");
    assert!(!file.exists());
    let mut world = village_by("hunan");
    world.set_me("张敏");
    let mut list = Driver::chinese(world);
    list.type_text("4Ae").paste("公示").key(Key::Enter).type_text("3").paste("村委会").key(Key::Tab);
    list.paste("0771-2345678").key(Key::Tab).paste("公开栏").ctrl('s');
    list.shows(&["没有写：3 户不该在这种公示里", "公开栏"]);
}

#[test]
fn the_kind_and_the_days_of_a_notice_are_said_anew_each_time() {
    let mut world = village_by("hunan");
    world.set_me("张敏");
    let mut list = Driver::chinese(world);
    list.type_text("4 e").paste("公示").key(Key::Enter).type_text("3").paste("村委会").key(Key::Esc);
    list.type_text("e").paste("公示").key(Key::Enter).shows(&["▌种类", "村委会", "2026-11-22"]);
    list.shows_not("✓3");
}
