//! The codes that JSON, policy files and the command line use, with their words: what `huifang codes`
//! prints and `docs/codes.md` holds.

use std::fmt::Write;

use serde::Serialize;

use crate::i18n::{Language, Words, families};

/// One code of a family, and what it says in each language.
#[derive(Debug, Serialize)]
pub struct CodeWords {
    pub family: &'static str,
    pub code: &'static str,
    pub en: String,
    #[serde(rename = "zh-CN")]
    pub zh_cn: String,
}

/// Every code, by family.
pub fn codes() -> Vec<CodeWords> {
    let (en, zh_cn) = (Words::new(Language::En), Words::new(Language::ZhCn));
    let of_family = |(family, codes): (&'static str, Vec<&'static str>)| {
        // What hangs on another answer hangs on it in the form alone.
        let said = |words: &Words, code: &str| words.t(&format!("{family}-{code}")).trim_start_matches("└ ").to_owned();
        let words =
            codes.into_iter().map(|code| CodeWords { family, code, en: said(&en, code), zh_cn: said(&zh_cn, code) });
        words.collect::<Vec<_>>()
    };
    families().into_iter().flat_map(of_family).collect()
}

/// The same in Markdown.
pub fn codes_table() -> String {
    let mut out = String::from("| | | | |\n|---|---|---|---|\n");
    for CodeWords { family, code, en, zh_cn } in codes() {
        let _ = writeln!(out, "| {family} | `{code}` | {en} | {zh_cn} |");
    }
    out
}
