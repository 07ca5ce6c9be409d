//! What the READMEs list is printed from the program: the keys, the commands, the codes. A test fails
//! when they drift; `UPDATE_README=1` prints them anew.

use std::fmt::Write;
use std::path::Path;

use huifang::i18n::{Language, Words, families};
use huifang::tui::keys::{BINDINGS, Context};

fn keys(words: &Words) -> String {
    let mut out = String::new();
    for context in Context::ALL {
        let bindings: Vec<_> = BINDINGS.iter().filter(|binding| binding.context == *context).collect();
        let _ = writeln!(out, "| {} | |\n|---|---|", words.of(*context));
        for binding in bindings {
            let keys: Vec<String> = binding.chords.iter().map(|chord| format!("`{chord}`")).collect();
            let _ = writeln!(out, "| {} | {} |", keys.join(" ").replace('|', "\\|"), words.of(binding.command));
        }
        out.push('\n');
    }
    out
}

fn commands(words: &Words) -> String {
    let mut out = String::from("```text\n");
    let mut command = huifang::cli::command(words).term_width(100);
    let _ = writeln!(out, "{}", command.render_help());
    out + "```\n"
}

fn codes(words: &Words) -> String {
    let mut out = String::from("| | | |\n|---|---|---|\n");
    for (family, codes) in families() {
        for code in codes {
            let _ = writeln!(out, "| {family} | `{code}` | {} |", words.t(&format!("{family}-{code}")));
        }
    }
    out
}

/// The file with what stands between the markers of a block replaced.
fn with_block(text: &str, name: &str, block: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (head, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("no block {name}"));
    let (_, tail) = rest.split_once(&end).unwrap();
    format!("{head}{begin}{}\n{end}{tail}", block.trim_end())
}

#[test]
fn the_readmes_list_what_the_program_has() {
    for (file, language) in [("README.md", Language::En), ("README.zh-CN.md", Language::ZhCn)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let words = Words::new(language);
        let text = std::fs::read_to_string(&path).unwrap();
        let mut current = text.clone();
        for (name, block) in [("keys", keys(&words)), ("commands", commands(&words)), ("codes", codes(&words))] {
            current = with_block(&current, name, &block);
        }
        if std::env::var_os("UPDATE_README").is_some() {
            std::fs::write(&path, &current).unwrap();
        } else {
            assert!(text == current, "{file} has drifted: run with UPDATE_README=1");
        }
    }
}

#[test]
fn ci_runs_the_readmes_test_command() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| std::fs::read_to_string(root.join(file)).unwrap();
    assert!(read("README.md").contains("\ncargo test\n") && read(".ci/run").contains("\ncargo test\n"));
}
