//! The options of `huifang groups`.

use clap::{Arg, Command};

use crate::i18n::Words;

use super::command::flag;

pub(super) fn groups(words: &Words) -> Command {
    let village = || Arg::new("village").long("village").value_name("V").help(words.t("cli-due-village"));
    let group = || Arg::new("group").value_name("GROUP").required(true).help(words.t("cli-group"));
    let list = Command::new("list")
        .about(words.t("cli-group-list"))
        .arg(group())
        .arg(village())
        .arg(flag("unvisited", words.t("cli-group-unvisited")).conflicts_with_all(["unknown", "outside"]))
        .arg(flag("unknown", words.t("cli-group-unknown")).conflicts_with("outside"))
        .arg(flag("outside", words.t("cli-group-list-outside")))
        .arg(flag("json", words.t("cli-json")));
    let code = Arg::new("code").value_name("CODE").required(true).help(words.t("cli-clue-household"));
    let mark = Command::new("mark")
        .about(words.t("cli-group-mark"))
        .arg(code)
        .arg(group())
        .arg(Arg::new("why").long("why").value_name("TEXT").required(true).help(words.t("cli-group-why")))
        .arg(flag("outside", words.t("cli-group-outside")));
    Command::new("groups")
        .about(words.t("cli-groups"))
        .arg(village())
        .arg(flag("json", words.t("cli-json")))
        .subcommand(list)
        .subcommand(mark)
}
