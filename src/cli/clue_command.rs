//! The options of `huifang clues`.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::domain::clue::{ClueOutcome, ClueSource};
use crate::domain::codes::Coded;
use crate::domain::label::RiskType;
use crate::i18n::Words;

use super::command::{flag, parse_day};

pub(super) fn clues(words: &Words) -> Command {
    let text = |id: &'static str, help: &str| text(words, id, help);
    let day =
        || Arg::new("on").long("on").value_name("YYYY-MM-DD").value_parser(parse_day).help(words.t("cli-clue-on"));
    let number = || {
        Arg::new("number")
            .value_name("N")
            .required(true)
            .value_parser(value_parser!(usize))
            .help(words.t("cli-clue-number"))
    };
    let of = |name: &'static str, about: &str| Command::new(name).about(words.t(about)).arg(number());
    Command::new("clues")
        .about(words.t("cli-clues"))
        .arg(flag("open", words.t("cli-clues-open")))
        .arg(flag("json", words.t("cli-json")))
        .subcommand(
            Command::new("add")
                .about(words.t("cli-clue-add"))
                .arg(text("household", "cli-clue-household").value_name("CODE").conflicts_with_all(["name", "village"]))
                .args(said(words))
                .mut_arg("what", |what| what.required(true))
                .arg(codes::<RiskType>("risk").action(ArgAction::Append).help(words.t("cli-clue-risk")))
                .arg(day()),
        )
        .subcommand(
            of("assign", "cli-clue-assign")
                .arg(Arg::new("name").value_name("CONTACT").required(true).help(words.t("cli-clue-to"))),
        )
        .subcommand(
            Command::new("import")
                .about(words.t("cli-clue-import"))
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .required(true)
                        .value_parser(value_parser!(std::path::PathBuf))
                        .help(words.t("cli-clue-list")),
                )
                .arg(text("department", "cli-clue-department").required(true))
                .arg(flag("dry-run", words.t("cli-clue-dry-run")))
                .arg(flag("json", words.t("cli-json")))
                .arg(day()),
        )
        .subcommand(of("check", "cli-clue-check").arg(day()))
        .subcommand(
            of("close", "cli-clue-close")
                .arg(codes::<ClueOutcome>("outcome").required(true).help(words.t("cli-clue-outcome")))
                .arg(text("why", "cli-clue-why"))
                .arg(text("explained-by", "cli-clue-explained-by"))
                .arg(day()),
        )
        .subcommand(of("tell", "cli-clue-tell").arg(day()))
        .subcommand(of("reopen", "cli-clue-reopen").arg(text("why", "cli-clue-why").required(true)))
        .subcommand(
            of("correct", "cli-clue-correct")
                .args(said(words))
                .arg(day().help(words.t("cli-clue-received")))
                .arg(text("why", "cli-clue-why").required(true)),
        )
        .subcommand(of("void", "cli-clue-void").arg(text("why", "cli-clue-why").required(true)))
}

fn text(words: &Words, id: &'static str, help: &str) -> Arg {
    Arg::new(id).long(id).value_name("TEXT").help(words.t(help))
}

/// What a clue says: of whom, what, and by which way it came.
fn said(words: &Words) -> [Arg; 8] {
    [
        text(words, "name", "cli-clue-name"),
        text(words, "village", "cli-clue-village"),
        text(words, "group", "cli-clue-group"),
        text(words, "phone", "cli-clue-phone"),
        text(words, "what", "cli-clue-what"),
        codes::<ClueSource>("source").help(words.t("cli-clue-source")),
        text(words, "channel", "cli-clue-channel"),
        text(words, "by", "cli-clue-by"),
    ]
}

/// One of the codes of a family.
pub(super) fn codes<T: Coded>(id: &'static str) -> Arg {
    let known: Vec<&'static str> = T::VALUES.iter().map(|value| value.stable_code()).collect();
    Arg::new(id).long(id).value_name("CODE").value_parser(PossibleValuesParser::new(known))
}
