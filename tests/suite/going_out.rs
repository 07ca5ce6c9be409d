//! What goes out of a database behind a passphrase: numbers masked unless asked for, files sealed, each in the log.

use std::fs;
use std::path::Path;

use huifang::vault::Secret;
use serde_json::Value;

use crate::cli::huifang;
use crate::vault::{log, note, sealed};

#[test]
fn numbers_go_out_masked_unless_whole_ones_are_asked_for_which_is_logged_with_the_reason() {
    let (home, pass, _) = sealed();
    let out = |name: &str, more: &[&str]| {
        let file = home.path().join(name);
        let arguments = ["--passphrase-file", &pass, "export", "households", file.to_str().unwrap()];
        let run = huifang(home.path(), &[&arguments, more].concat());
        assert_eq!(run.status.code(), Some(0), "{run:?}");
        String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned()
    };
    let nowhere = home.path().join("unsaid.csv").display().to_string();
    let unsaid = huifang(
        home.path(),
        &["--passphrase-file", &pass, "export", "households", &nowhere, "--full", "--reason", " "],
    );
    assert!(unsaid.status.code() == Some(2) && !Path::new(&nowhere).exists(), "without a reason: {unsaid:?}");
    let (masked, full) = (out("masked.csv", &[]), out("full.csv", &["--full", "--reason", "for the county"]));
    assert!(masked.contains("991***********7258") && masked.contains("182****9954"));
    assert!(!masked.contains("991075194604247258") && !masked.contains("18219609954"));
    assert!(full.contains("991075194604247258") && full.contains("18219609954"));
    let log = log(home.path(), &pass);
    let exported: Vec<(&str, Option<&str>)> = log
        .iter()
        .filter(|row| row["what"] == "exported")
        .map(|row| (row["about"].as_str().unwrap(), row["reason"].as_str()))
        .collect();
    assert_eq!(exported, [("households full.csv full", Some("for the county")), ("households masked.csv", None)]);
}

#[test]
fn what_is_sealed_opens_by_its_own_passphrase_in_any_age_program() {
    let (home, pass, _) = sealed();
    let seal = note(home.path(), "seal", "four drums in june");
    let sealed = home.path().join("out.csv.age");
    let run = huifang(
        home.path(),
        &["--passphrase-file", &pass, "export", "households", sealed.to_str().unwrap(), "--seal-file", &seal],
    );
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    let mut opened = Vec::new();
    huifang::vault::unseal(&Secret::typed("four drums in june"), &fs::read(&sealed).unwrap()[..], &mut opened).unwrap();
    assert!(String::from_utf8_lossy(&opened).contains("林福贵"));
    let named = home.path().join("out.csv");
    let run = huifang(
        home.path(),
        &["--passphrase-file", &pass, "export", "households", named.to_str().unwrap(), "--seal-file", &seal],
    );
    assert_eq!(run.status.code(), Some(2), "a sealed file does not look like another");
}

#[test]
fn a_sheet_goes_out_sealed_and_one_that_was_not_written_is_not_logged() {
    let (home, pass, _) = sealed();
    let seal = note(home.path(), "seal", "four drums in june");
    let due = huifang(home.path(), &["--passphrase-file", &pass, "due", "--json"]);
    let code = serde_json::from_slice::<Value>(&due.stdout).unwrap()[0]["code"].as_str().unwrap().to_owned();
    let sheet = |file: &str, more: &[&str]| {
        let target = home.path().join(file).display().to_string();
        let arguments = ["--passphrase-file", &pass, "sheet", &code, &target, "--blank"];
        huifang(home.path(), &[&arguments, more].concat()).status.code()
    };
    assert_eq!(sheet("nowhere/at/all.xlsx", &["--full", "--reason", "x"]), Some(2));
    assert_eq!(sheet("out.xlsx.age", &[]), Some(2), "a name that says sealed, and no seal");
    assert!(!log(home.path(), &pass).iter().any(|row| row["what"] == "exported"));
    assert_eq!(sheet("out.xlsx.age", &["--seal-file", &seal]), Some(0));
    assert!(fs::read(home.path().join("out.xlsx.age")).unwrap().starts_with(b"age-encryption.org/"));
    assert!(log(home.path(), &pass).iter().any(|row| row["about"] == "sheet out.xlsx.age"));
}
