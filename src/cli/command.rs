//! The commands and their options. All words come from the locale files.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::domain::month::Month;
use crate::domain::notice::NoticeKind;
use crate::domain::overview::OverviewBy;
use crate::domain::period::PeriodKind;
use crate::exchange::roster::Column;
use crate::i18n::Words;
use crate::ledger::HeadingIs;

use super::chosen::with_choosers;

/// The whole command line in the given words.
pub fn command(words: &Words) -> Command {
    let option = |id: &'static str, value: &'static str, help: String| {
        Arg::new(id).long(id).value_name(value).global(true).help(help)
    };
    let whole = Command::new("huifang")
        .version(concat!(env!("CARGO_PKG_VERSION"), " (", env!("HUIFANG_COMMIT"), ")"))
        .about(words.t("cli-about"))
        .after_help(words.t("cli-after-help"))
        .arg(option("db", "FILE", words.t("cli-option-db")).value_parser(value_parser!(PathBuf)))
        .arg(option("today", "YYYY-MM-DD", words.t("cli-option-today")).value_parser(parse_day))
        .arg(
            option("lang", "LANG", words.t("cli-option-lang"))
                .value_parser(PossibleValuesParser::new(super::language_codes())),
        )
        .arg(option("as", "CONTACT", words.t("cli-option-as")))
        .arg(
            option("passphrase-file", "FILE", words.t("cli-option-passphrase-file"))
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(option("out", "FILE", words.t("cli-option-out")).value_parser(value_parser!(PathBuf)))
        .arg(Arg::new("ascii").long("ascii").global(true).action(ArgAction::SetTrue).help(words.t("cli-option-ascii")))
        .arg(Arg::new("plain").long("plain").global(true).action(ArgAction::SetTrue).help(words.t("cli-option-plain")))
        .arg(Arg::new("debug").long("debug").global(true).action(ArgAction::SetTrue).help(words.t("cli-option-debug")))
        .subcommand(Command::new("demo").about(words.t("cli-demo")))
        .subcommand(import(words))
        .subcommand(imports(words))
        .subcommand(due(words))
        .subcommand(show(words))
        .subcommand(overview(words))
        .subcommand(Command::new("rounds").about(words.t("cli-rounds")).arg(flag("json", words.t("cli-json"))))
        .subcommand(super::group_command::groups(words))
        .subcommand(report(words))
        .subcommand(assess(words))
        .subcommand(audit(words))
        .subcommand(notice(words))
        .subcommand(policy(words))
        .subcommand(passphrase(words))
        .subcommand(backup(words))
        .subcommand(restore(words))
        .subcommand(check(words))
        .subcommand(Command::new("salvage").about(words.t("cli-salvage")).arg(file(words, "cli-salvage-file")))
        .subcommand(Command::new("audit-log").about(words.t("cli-audit-log")).arg(flag("json", words.t("cli-json"))))
        .subcommand(super::clue_command::clues(words))
        .subcommand(super::procedure_command::procedures(words))
        .subcommand(sheet(words))
        .subcommand(export(words))
        .subcommand(Command::new("doctor").about(words.t("cli-doctor")).arg(flag("json", words.t("cli-json"))))
        .subcommand(Command::new("keys").about(words.t("cli-keys")))
        .subcommand(Command::new("codes").about(words.t("cli-codes")).arg(flag("json", words.t("cli-json"))));
    super::usage::in_words(whole, words)
}

pub(super) fn flag(id: &'static str, help: String) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

fn import(words: &Words) -> Command {
    Command::new("import")
        .about(words.t("cli-import"))
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(words.t("cli-import-file")),
        )
        .arg(flag("dry-run", words.t("cli-import-dry-run")))
        .arg(flag("good-rows", words.t("cli-import-good-rows")))
        .arg(flag("yes", words.t("cli-import-yes")))
        .arg(
            Arg::new("column")
                .long("column")
                .value_name("HEADING=FIELD")
                .action(ArgAction::Append)
                .value_parser(parse_column)
                .help(words.t("cli-import-column")),
        )
        .arg(
            Arg::new("villages")
                .long("villages")
                .value_name("HOW")
                .value_parser(PossibleValuesParser::new(["join", "apart"]))
                .help(words.t("cli-import-villages")),
        )
        .arg(flag("json", words.t("cli-json")))
}

/// The one file that a command is about.
fn file(words: &Words, help: &str) -> Arg {
    Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf)).help(words.t(help))
}

/// A file that an option names.
pub(super) fn option_file(words: &Words, id: &'static str, help: &str) -> Arg {
    Arg::new(id).long(id).value_name("FILE").value_parser(value_parser!(PathBuf)).help(words.t(help))
}

fn backup(words: &Words) -> Command {
    Command::new("backup")
        .about(words.t("cli-backup"))
        .arg(file(words, "cli-backup-file"))
        .arg(option_file(words, "seal-file", "cli-seal-file"))
        .arg(flag("force", words.t("cli-force")))
}

fn restore(words: &Words) -> Command {
    Command::new("restore")
        .about(words.t("cli-restore"))
        .arg(file(words, "cli-restore-file"))
        .arg(option_file(words, "seal-file", "cli-unseal-file"))
        .arg(option_file(words, "recovery-code-file", "cli-passphrase-code"))
        .arg(flag("key-only", words.t("cli-restore-key-only")))
}

fn check(words: &Words) -> Command {
    Command::new("check")
        .about(words.t("cli-check"))
        .arg(flag("accept", words.t("cli-check-accept")))
        .arg(flag("json", words.t("cli-json")))
}

fn passphrase(words: &Words) -> Command {
    let file = |id, help| option_file(words, id, help);
    let new = || file("new-passphrase-file", "cli-passphrase-new");
    Command::new("passphrase")
        .about(words.t("cli-passphrase"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("set").about(words.t("cli-passphrase-set")).arg(new()))
        .subcommand(
            Command::new("change")
                .about(words.t("cli-passphrase-change"))
                .arg(new())
                .arg(file("recovery-code-file", "cli-passphrase-code")),
        )
        .subcommand(Command::new("new-code").about(words.t("cli-passphrase-new-code")))
}

fn imports(words: &Words) -> Command {
    let number = || {
        let number = Arg::new("number").value_name("N").required(true).value_parser(value_parser!(i64));
        number.help(words.t("cli-imports-number"))
    };
    let json = || flag("json", words.t("cli-json"));
    Command::new("imports")
        .about(words.t("cli-imports"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("list").about(words.t("cli-imports-list")).arg(json()))
        .subcommand(Command::new("show").about(words.t("cli-imports-show")).arg(number()).arg(json()))
        .subcommand(
            Command::new("undo")
                .about(words.t("cli-imports-undo"))
                .arg(number())
                .arg(flag("dry-run", words.t("cli-import-dry-run")))
                .arg(flag("others", words.t("cli-imports-others")))
                .arg(flag("yes", words.t("cli-imports-yes")))
                .arg(json()),
        )
}

fn due(words: &Words) -> Command {
    with_choosers(Command::new("due"), words)
        .about(words.t("cli-due"))
        .arg(flag("overdue", words.t("cli-due-overdue")))
        .arg(flag("text", words.t("cli-due-text")).conflicts_with("json"))
        .arg(flag("json", words.t("cli-json")))
}

fn show(words: &Words) -> Command {
    Command::new("show")
        .about(words.t("cli-show"))
        .arg(Arg::new("code").value_name("CODE").required(true).help(words.t("cli-show-code")))
        .arg(flag("json", words.t("cli-json")))
}

fn sheet(words: &Words) -> Command {
    Command::new("sheet")
        .about(words.t("cli-sheet"))
        .override_usage("huifang sheet <CODE> <FILE.xlsx>\n       huifang sheet --blank [CODE] <FILE.xlsx>")
        // Which of the two is left out is told by the program: the parser would name the wrong one.
        .arg(Arg::new("code").value_name("CODE").help(words.t("cli-show-code")))
        .arg(
            Arg::new("file")
                .value_name("FILE.xlsx")
                .value_parser(value_parser!(PathBuf))
                .help(words.t("cli-sheet-file")),
        )
        .arg(day("from", words.t("cli-sheet-from")).conflicts_with("blank"))
        .arg(day("to", words.t("cli-sheet-to")).conflicts_with("blank"))
        .args(whole(words))
        .arg(option_file(words, "seal-file", "cli-seal-file"))
        .arg(flag("blank", words.t("cli-sheet-blank")))
        .arg(day("until", words.t("cli-sheet-until")).requires("blank"))
        .arg(Arg::new("village").long("village").value_name("V").help(words.t("cli-sheet-village")).requires("blank"))
        .arg(Arg::new("group").long("group").value_name("G").help(words.t("cli-due-group")).requires("blank"))
        .arg(Arg::new("contact").long("contact").value_name("C").help(words.t("cli-sheet-contact")).requires("blank"))
        .arg(flag("force", words.t("cli-force")))
}

fn by(words: &Words) -> Arg {
    let by = OverviewBy::ALL.iter().map(|by| by.code());
    let by = Arg::new("by").long("by").value_name("HOW").value_parser(PossibleValuesParser::new(by));
    by.help(words.t("cli-overview-by"))
}

fn day(id: &'static str, help: String) -> Arg {
    Arg::new(id).long(id).value_name("YYYY-MM-DD").value_parser(parse_day).help(help)
}

fn overview(words: &Words) -> Command {
    Command::new("overview").about(words.t("cli-overview")).arg(by(words)).arg(flag("json", words.t("cli-json")))
}

fn report(words: &Words) -> Command {
    let of = |kind: PeriodKind, about: &str, shape: &'static str| {
        let file = Arg::new("file").value_name("FILE").value_parser(value_parser!(PathBuf));
        Command::new(kind.code())
            .about(words.t(about))
            .arg(Arg::new("period").value_name(shape).required(true).help(words.t("cli-report-period")))
            .arg(file.help(words.t("cli-report-file")))
            .arg(flag("force", words.t("cli-force")))
    };
    Command::new("report")
        .about(words.t("cli-report"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(of(PeriodKind::Month, "cli-report-month", "YYYY-MM"))
        .subcommand(of(PeriodKind::Quarter, "cli-report-quarter", "YYYY-Q1"))
        .subcommand(of(PeriodKind::Half, "cli-report-half", "YYYY-H1"))
        .subcommand(of(PeriodKind::Year, "cli-report-year", "YYYY"))
}

fn audit(words: &Words) -> Command {
    Command::new("audit")
        .about(words.t("cli-audit"))
        .arg(flag("all", words.t("cli-audit-all")))
        .arg(flag("json", words.t("cli-json")))
}

fn notice(words: &Words) -> Command {
    let kinds = NoticeKind::ALL.iter().map(|kind| kind.code());
    let kind = Arg::new("kind").value_name("KIND").required(true).value_parser(PossibleValuesParser::new(kinds));
    let file = Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf));
    let text = |id: &'static str, value: &'static str, help: &str| {
        Arg::new(id).long(id).value_name(value).required(true).help(words.t(help))
    };
    let code = Arg::new("code").long("code").value_name("CODE").required(true).action(ArgAction::Append);
    Command::new("notice")
        .about(words.t("cli-notice"))
        .arg(kind.help(words.t("cli-notice-kind")))
        .arg(file.help(words.t("cli-export-file")))
        .arg(text("unit", "UNIT", "cli-notice-unit"))
        .arg(text("phone", "PHONE", "cli-notice-phone"))
        .arg(text("place", "PLACE", "cli-notice-place"))
        .arg(day("from", words.t("cli-notice-from")))
        .arg(day("until", words.t("cli-notice-until")))
        .arg(code.help(words.t("cli-notice-code")))
        .arg(flag("force", words.t("cli-force")))
}

fn assess(words: &Words) -> Command {
    Command::new("assess").about(words.t("cli-assess")).arg(flag("json", words.t("cli-json")))
}

fn policy(words: &Words) -> Command {
    let name = |help: String| Arg::new("name").value_name("NAME").help(help);
    Command::new("policy")
        .about(words.t("cli-policy"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("list").about(words.t("cli-policy-list")).arg(flag("json", words.t("cli-json"))))
        .subcommand(
            Command::new("show")
                .about(words.t("cli-policy-show"))
                .arg(name(words.t("cli-policy-name")))
                .arg(flag("json", words.t("cli-json"))),
        )
        .subcommand(
            Command::new("use")
                .about(words.t("cli-policy-use"))
                .arg(name(words.t("cli-policy-name-or-file")).value_name("NAME|FILE").required(true)),
        )
}

/// Whole numbers of persons, and why.
pub(super) fn whole(words: &Words) -> [Arg; 2] {
    [
        flag("full", words.t("cli-sheet-full")),
        Arg::new("reason").long("reason").value_name("TEXT").requires("full").help(words.t("cli-reason")),
    ]
}

fn export(words: &Words) -> Command {
    let table = |name: &'static str, about: &str| {
        let file = Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf));
        Command::new(name)
            .about(words.t(about))
            .arg(file.help(words.t("cli-export-file")))
            .arg(flag("force", words.t("cli-force")))
            .arg(option_file(words, "seal-file", "cli-seal-file"))
    };
    let narrowed = |name, about: &str| with_choosers(table(name, about), words);
    Command::new("export")
        .about(words.t("cli-export"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(narrowed("households", "cli-export-households").args(whole(words)))
        .subcommand(narrowed("income", "cli-export-income"))
        .subcommand(narrowed("problems", "cli-export-problems"))
        .subcommand(
            narrowed("visits", "cli-export-visits")
                .arg(day("from", words.t("cli-sheet-from")))
                .arg(day("to", words.t("cli-sheet-to"))),
        )
        .subcommand(
            narrowed("due", "cli-export-due")
                .args(whole(words))
                .arg(flag("overdue", words.t("cli-due-overdue")))
                .arg(flag("all", words.t("cli-export-all")).conflicts_with("overdue")),
        )
        .subcommand(table("overview", "cli-export-overview").arg(by(words)))
        .subcommand(table("clues", "cli-export-clues"))
        .subcommand(table("procedures", "cli-export-procedures"))
        .subcommand(narrowed("groups", "cli-export-groups").arg(month(words)))
}

fn month(words: &Words) -> Arg {
    Arg::new("month")
        .long("month")
        .value_name("YYYY-MM")
        .value_parser(|text: &str| text.parse::<Month>().map_err(|_| "YYYY-MM".to_owned()))
        .help(words.t("cli-export-month"))
}

/// `责任人电话=phone`; nothing behind the last `=`: the column is not read; `auto`: what the heading says.
fn parse_column(text: &str) -> Result<(String, HeadingIs), String> {
    let (heading, field) = text.rsplit_once('=').ok_or("HEADING=FIELD")?;
    let is = match field.trim() {
        "" => HeadingIs::Nothing,
        "auto" => HeadingIs::AsItSays,
        field => {
            let known = || Column::ASSIGNABLE.iter().map(|column| column.code()).collect::<Vec<_>>().join(" ");
            let column = Column::from_code(field).filter(|column| Column::ASSIGNABLE.contains(column));
            HeadingIs::Field(column.ok_or_else(known)?)
        }
    };
    Ok((heading.to_owned(), is))
}

pub(super) fn parse_day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "YYYY-MM-DD".to_owned())
}
