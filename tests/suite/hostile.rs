//! Files made to break whoever reads them: each is refused with a sentence, in bounded memory and time,
//! and the program lives on. With the real binary, since it reads in a process of its own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::{Duration, Instant};

use crate::cli::huifang;
use crate::world::{roster, skipped};

/// A workbook of these parts.
fn workbook(path: &Path, parts: &[(&str, &str)]) {
    let mut zip = zip::ZipWriter::new(fs::File::create(path).unwrap());
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

const TYPES: (&str, &str) = (
    "[Content_Types].xml",
    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
);

/// A workbook whose sheets are all the same part, with this table of strings.
fn book_of(path: &Path, sheets: usize, strings: &str, cells: &str) {
    let names: String =
        (1..=sheets).map(|at| format!("<sheet name=\"s{at}\" sheetId=\"{at}\" r:id=\"r1\"/>")).collect();
    let book = format!(
        "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{names}</sheets></workbook>"
    );
    let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let rels = format!(
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{of}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{of}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let sheet = format!(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetData>{cells}</sheetData></worksheet>"
    );
    let root = format!(
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{of}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let parts = [
        TYPES,
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", rels.as_str()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
    ];
    workbook(path, &parts);
}

fn import(home: &Path, file: &Path) -> (Output, Duration) {
    let began = Instant::now();
    let output = huifang(home, &["import", file.to_str().unwrap(), "--json"]);
    (output, began.elapsed())
}

/// Refused with one sentence, nothing changed, no database made.
fn is_refused(home: &Path, file: &Path, patience: u64) {
    let (output, took) = import(home, file);
    assert_eq!(output.status.code(), Some(2), "{}: {output:?}", file.display());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.lines().count() == 1 && said.contains("nothing was changed"), "{said}");
    assert!(took < Duration::from_secs(patience), "{}: {took:?}", file.display());
    assert!(!home.join("data/huifang.db").exists());
}

#[test]
fn a_workbook_that_does_not_lie_is_read() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("honest.xlsx");
    let cells = ["户编号", "户主姓名", "村", "监测对象类别", "A1", "王小明", "石桥村", "脱贫户"]
        .map(|text| format!("<si><t>{text}</t></si>"))
        .concat();
    let strings = format!(
        "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         count=\"8\" uniqueCount=\"8\">{cells}</sst>"
    );
    let row = |row: usize| {
        let cell = |column: usize| {
            let letter = ["A", "B", "C", "D"][column];
            format!("<c r=\"{letter}{row}\" t=\"s\"><v>{}</v></c>", (row - 1) * 4 + column)
        };
        format!("<row r=\"{row}\">{}</row>", (0..4).map(cell).collect::<String>())
    };
    book_of(&path, 1, &strings, &(row(1) + &row(2)));
    let (output, _) = import(home.path(), &path);
    assert_eq!(output.status.code(), Some(0), "what follows differs from this by its lies alone: {output:?}");
}

fn lying_strings(folder: &Path, count: &str) -> PathBuf {
    let path = folder.join(format!("strings-{}.xlsx", count.len()));
    let strings = format!(
        "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         count=\"{count}\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>"
    );
    book_of(&path, 1, &strings, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    path
}

#[test]
fn a_table_of_strings_that_lies_about_its_size_breaks_nothing() {
    let home = tempfile::tempdir().unwrap();
    for count in ["4000000000", "18446744073709551615"] {
        is_refused(home.path(), &lying_strings(home.path(), count), 20);
    }
}

/// A workbook whose two hundred sheets are one part.
fn many_sheets(folder: &Path) -> PathBuf {
    let path = folder.join("many.xlsx");
    // Numbers that do not fold too well.
    let cell = |row: usize, column: u8| {
        format!("<c r=\"{}{row}\"><v>{}</v></c>", char::from(b'A' + column), row * 7919 % 99991)
    };
    let row =
        |row: usize| format!("<row r=\"{row}\">{}</row>", (0..20).map(|column| cell(row, column)).collect::<String>());
    let cells: String = (1..=5000).map(row).collect();
    let strings = "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
    book_of(&path, 200, strings, &cells);
    path
}

#[test]
fn two_hundred_sheets_on_one_part_are_refused_before_they_are_all_read() {
    let home = tempfile::tempdir().unwrap();
    is_refused(home.path(), &many_sheets(home.path()), 20);
}

#[test]
#[cfg(unix)]
fn what_is_no_ordinary_file_is_refused_at_once() {
    let home = tempfile::tempdir().unwrap();
    let pipe = home.path().join("pipe.xlsx");
    if !std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|made| made.success()) {
        return skipped("no mkfifo here to make a pipe with");
    }
    for path in [pipe.as_path(), Path::new("/dev/zero"), Path::new("/dev/tty"), home.path()] {
        is_refused(home.path(), path, 5);
        let used = huifang(home.path(), &["policy", "use", path.to_str().unwrap()]);
        assert_eq!(used.status.code(), Some(2), "{used:?}");
    }
    assert!(huifang(home.path(), &["import", roster("members-gb18030.csv").to_str().unwrap()]).status.success());
    for path in [pipe.as_path(), Path::new("/dev/zero"), home.path()] {
        let used = huifang(home.path(), &["policy", "use", path.to_str().unwrap()]);
        assert!(String::from_utf8_lossy(&used.stderr).contains("cannot be read"), "{used:?}");
    }
    let config = home.path().join("config/config.toml");
    assert!(std::process::Command::new("mkfifo").arg(&config).status().unwrap().success());
    assert!(huifang(home.path(), &["due"]).status.success(), "settings that are a pipe do not hold the program up");
}

#[test]
fn a_policy_of_a_million_keys_is_refused_at_once_and_a_long_list_of_problems_is_short() {
    let home = tempfile::tempdir().unwrap();
    assert!(huifang(home.path(), &["import", roster("members-gb18030.csv").to_str().unwrap()]).status.success());
    let policy = |keys: usize| {
        let path = home.path().join("policy.toml");
        fs::write(&path, (0..keys).map(|key| format!("k{key}=1\n")).collect::<String>()).unwrap();
        let began = Instant::now();
        let output = huifang(home.path(), &["policy", "use", path.to_str().unwrap()]);
        (output, began.elapsed())
    };
    for keys in [1_000_000, 6_000] {
        let (output, took) = policy(keys);
        assert_eq!(output.status.code(), Some(2));
        assert!(took < Duration::from_secs(5), "{took:?}");
        assert!(String::from_utf8_lossy(&output.stderr).lines().count() < 60, "{keys}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn reading_stops_at_esc_and_the_interface_lives_on() {
    use crate::pty::Pty;
    let home = tempfile::tempdir().unwrap();
    let mut pty = Pty::start(home.path(), &["--as", "张敏"]);
    pty.shows("新建数据库").send("不设口令\r").shows("欢迎使用回访").send("i").shows("导入花名册");
    for count in ["4000000000", "18446744073709551615"] {
        let path = lying_strings(home.path(), count);
        pty.send("\x15").send(&format!("\x1b[200~{}\x1b[201~", path.display())).shows("strings-").send("\r");
        pty.shows("没有改动").shows("损坏");
    }
    // A million characters are no path.
    pty.send("\x15").send(&format!("\x1b[200~{}\x1b[201~", "a".repeat(1_000_000))).shows("最多 1000 个字");
    let many = many_sheets(home.path());
    pty.send("\x15").send(&format!("\x1b[200~{}\x1b[201~", many.display())).shows("many.xlsx").send("\r");
    pty.shows("正在读").send("\x18").shows("已停止");
    let good = roster("members-gb18030.csv");
    pty.send("\x15").send(&format!("\x1b[200~{}\x1b[201~", good.display())).shows(".csv").send("\r");
    pty.shows("还没有改动任何内容").send("\x11").restored();
}

/// Seen to fail: without the limit.
#[test]
#[cfg(target_os = "linux")]
fn no_core_file_is_ever_written() {
    use crate::pty::Pty;
    let home = tempfile::tempdir().unwrap();
    let mut pty = Pty::start(home.path(), &[]);
    pty.shows("新建数据库").send("不设口令\r").shows("欢迎使用回访");
    let pid = pty.child.process_id().unwrap();
    let limits = fs::read_to_string(format!("/proc/{pid}/limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().filter(|word| *word == "0").count(), 2, "{core}");
    pty.send("\x11").restored();
}
