//! What goes out of the program: a result that does not arrive, a file that is there already, text that a
//! terminal could take for an order.

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::cli::huifang;
use crate::world::roster;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn imported(home: &Path) {
    assert!(huifang(home, &["import", roster("members-gb18030.csv").to_str().unwrap()]).status.success());
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_told_so() {
    let home = tempfile::tempdir().unwrap();
    imported(home.path());
    for name in ["out.xlsx", "out.csv"] {
        let out = home.path().join(name);
        fs::write(&out, "somebody's").unwrap();
        let part = home.path().join(format!("{name}.part"));
        fs::write(&part, "somebody's part").unwrap();
        let path = out.to_str().unwrap();
        let kept = huifang(home.path(), &["export", "income", path]);
        assert_eq!(kept.status.code(), Some(2));
        assert!(said(&kept).contains("--force"), "{kept:?}");
        assert_eq!(fs::read_to_string(&out).unwrap(), "somebody's");
        assert_eq!(huifang(home.path(), &["export", "income", path, "--force"]).status.code(), Some(0));
        assert_ne!(fs::read(&out).unwrap(), b"somebody's");
        assert_eq!(fs::read_to_string(&part).unwrap(), "somebody's part");
    }
}

#[test]
fn the_database_is_never_written_over_whatever_it_is_called() {
    let home = tempfile::tempdir().unwrap();
    let database = home.path().join("village.xlsx");
    let db = database.to_str().unwrap();
    let file = roster("members-gb18030.csv");
    assert!(huifang(home.path(), &["--db", db, "import", file.to_str().unwrap()]).status.success());
    let other_name = home.path().join("other.xlsx");
    fs::hard_link(&database, &other_name).unwrap();
    for target in [&database, &other_name] {
        let refused = huifang(home.path(), &["--db", db, "export", "income", target.to_str().unwrap(), "--force"]);
        assert_eq!(refused.status.code(), Some(2));
        assert!(said(&refused).contains("belongs to the database"), "{refused:?}");
    }
    assert!(huifang(home.path(), &["--db", db, "due"]).status.success());
}

#[test]
#[cfg(unix)]
fn what_is_no_ordinary_file_is_not_replaced_and_what_is_written_is_for_its_owner_alone() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let home = tempfile::tempdir().unwrap();
    imported(home.path());
    let link = home.path().join("link.xlsx");
    symlink("nowhere", &link).unwrap();
    let out = home.path().join("out.xlsx");
    for (target, code) in [(Path::new("/dev/full"), 2), (&link, 2), (&out, 0)] {
        let target = target.to_str().unwrap();
        assert_eq!(
            huifang(home.path(), &["export", "income", target, "--force"]).status.code(),
            Some(code),
            "{target}"
        );
    }
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&out), 0o600);
    for folder in ["data", "config"] {
        for entry in fs::read_dir(home.path().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let for_its_owner = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode(&path), for_its_owner, "{}", path.display());
        }
        assert_eq!(mode(&home.path().join(folder)), 0o700, "{folder}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_does_not_arrive_is_an_error_and_a_reader_who_left_is_told_nothing() {
    let home = tempfile::tempdir().unwrap();
    imported(home.path());
    for arguments in [&["due", "--json"][..], &["due"], &["assess"], &["policy", "list"]] {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_huifang"))
            .args(["--today", "2026-11-22", "--lang", "en"])
            .args(arguments)
            .env("HUIFANG_HOME", home.path())
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains("could not be written out in full"), "{output:?}");
    }
    let mut left = Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["due", "--json"])
        .env("HUIFANG_HOME", home.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(left.stdout.take());
    let output = left.wait_with_output().unwrap();
    assert!(said(&output).is_empty(), "{output:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn an_import_whose_list_does_not_arrive_is_said_to_be_done() {
    let home = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_huifang"))
        .args(["--lang", "en", "import", roster("members-gb18030.csv").to_str().unwrap()])
        .env("HUIFANG_HOME", home.path())
        .stdout(OpenOptions::new().write(true).open("/dev/full").unwrap())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(huifang(home.path(), &["due"]).status.success());
}

#[test]
fn whatever_is_printed_holds_no_order_to_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    imported(home.path());
    let hostile = "x\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}\u{e0041}y";
    let policy = home.path().join("policy.toml");
    fs::write(
        &policy,
        format!(
            "id = \"a\"\ntitle = \"{}\"\nnope = 1\n",
            hostile.replace('\u{1b}', "\\u001b").replace('\u{7}', "\\u0007")
        ),
    )
    .unwrap();
    let policy = policy.to_str().unwrap();
    for arguments in [
        &["show", hostile][..],
        &["import", hostile],
        &["policy", "show", hostile],
        &["policy", "use", policy],
        &["export", "income", hostile],
        &["--lang", hostile, "due"],
        &[hostile],
    ] {
        let output = huifang(home.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        for stream in [&output.stdout, &output.stderr] {
            let text = String::from_utf8_lossy(stream);
            let order = text.chars().find(|c| c.is_control() && *c != '\n' || "\u{202e}\u{e0041}".contains(*c));
            assert_eq!(order, None, "{arguments:?}: {text:?}");
        }
    }
}
