//! What README and `docs/` list is printed from the program: the commands, the keys, the codes. A test fails
//! when they drift; `UPDATE_README=1` prints them anew.

use std::fmt::Write;
use std::path::Path;

use huifang::i18n::{Language, Words};
use huifang::report::codes::codes_table;
use huifang::tui::keys::listing;
use serde_json::Value;

use crate::cli::huifang;

fn commands(words: &Words) -> String {
    let mut out = String::from("```text\n");
    let mut command = huifang::cli::command(words).term_width(100);
    let _ = writeln!(out, "{}", command.render_help());
    out + "```\n"
}

/// The file with what stands between the markers of a block replaced.
fn with_block(text: &str, name: &str, block: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (head, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("no block {name}"));
    let (_, tail) = rest.split_once(&end).unwrap();
    format!("{head}{begin}{}\n{end}{tail}", block.trim_end())
}

/// Fails where a file is not as it should be, or makes it so.
fn keep(file: &str, current: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, current).unwrap();
    } else {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text == current, "{file} has drifted: run with UPDATE_README=1");
    }
}

#[test]
fn the_readmes_and_docs_list_what_the_program_has() {
    for (ending, language) in [("md", Language::En), ("zh-CN.md", Language::ZhCn)] {
        let words = Words::new(language);
        let listed = format!("docs/commands.{ending}");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&listed);
        let text = std::fs::read_to_string(&path).unwrap();
        keep(&listed, &with_block(&text, "commands", &commands(&words)));
        keep(&format!("docs/keys.{ending}"), &format!("# {}\n\n{}\n", words.t("cli-keys"), listing(&words).trim_end()));
    }
    let words = [Language::En, Language::ZhCn].map(|language| Words::new(language).t("cli-codes"));
    keep("docs/codes.md", &format!("# {}\n\n{}\n\n{}", words[0], words[1], codes_table()));
}

#[test]
fn the_program_prints_its_keys_and_its_codes() {
    let home = tempfile::tempdir().unwrap();
    let printed = |arguments: &[&str]| String::from_utf8(huifang(home.path(), arguments).stdout).unwrap();
    assert_eq!(printed(&["keys"]), listing(&Words::new(Language::En)));
    assert_eq!(printed(&["codes"]), codes_table());
    let codes: Value = serde_json::from_str(&printed(&["codes", "--json"])).unwrap();
    let found =
        codes.as_array().unwrap().iter().find(|it| it["family"] == "VisitMode" && it["code"] == "home").unwrap();
    assert_eq!((found["en"].as_str(), found["zh-CN"].as_str()), (Some("home visit"), Some("入户走访")));
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "no database is made for it");
}

#[test]
fn a_readme_is_read_in_a_few_minutes() {
    for file in ["README.md", "README.zh-CN.md"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        assert!(text.lines().count() <= 150, "{file} has {} lines", text.lines().count());
    }
}

#[test]
fn ci_runs_the_readmes_test_command() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| std::fs::read_to_string(root.join(file)).unwrap();
    assert!(read("README.md").contains("\ncargo test\n") && read(".ci/run").contains("\ncargo test\n"));
}

#[test]
fn what_the_readmes_link_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut missing) = (0, Vec::new());
    let documents = ["README.md", "README.zh-CN.md", "docs/guide.md", "docs/guide.zh-CN.md", "docs/safety.md"];
    for file in documents {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let link = link.split('#').next().unwrap();
            let is_local = !link.is_empty() && !link.contains("://");
            found += usize::from(is_local);
            if is_local && !root.join(file).parent().unwrap().join(link).exists() {
                missing.push(format!("{file}: {link}"));
            }
        }
    }
    assert!(found > 30 && missing.is_empty(), "{found}, {missing:?}");
}
