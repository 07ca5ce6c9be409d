//! The options of `huifang procedures`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::policy::{MeetingKind, PaperForm, ProcedureKind, StepKind};
use crate::domain::procedure::{FoundBy, GroundAnswer, Role};
use crate::i18n::Words;

use super::clue_command::codes;
use super::command::{flag, option_file, parse_day, whole};

pub(super) fn procedures(words: &Words) -> Command {
    let all = Command::new("procedures")
        .about(words.t("cli-procedures"))
        .arg(flag("running", words.t("cli-procedures-running")))
        .arg(flag("json", words.t("cli-json")))
        .subcommand(begin(words))
        .subcommand(of(words, "show", "cli-procedure-show").arg(flag("json", words.t("cli-json"))));
    let paper_file = Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf));
    let paper = of(words, "paper", "cli-procedure-write")
        .arg(codes::<PaperForm>("form").required(true).help(words.t("cli-procedure-form")))
        .arg(paper_file.help(words.t("cli-export-file")))
        .args(whole(words))
        .arg(option_file(words, "seal-file", "cli-seal-file"))
        .arg(flag("force", words.t("cli-force")));
    ends(words, doubts(words, steps(words, all))).subcommand(paper)
}

fn begin(words: &Words) -> Command {
    let number = |id: &'static str, help: &str| Arg::new(id).long(id).value_name("N").help(words.t(help));
    Command::new("begin")
        .about(words.t("cli-procedure-begin"))
        .arg(text(words, "household", "cli-clue-household").value_name("CODE"))
        .arg(number("clue", "cli-procedure-clue").value_parser(value_parser!(usize)).conflicts_with("household"))
        .arg(codes::<ProcedureKind>("kind").help(words.t("cli-procedure-kind")))
        .arg(codes::<HouseholdLabel>("category").help(words.t("cli-procedure-category")))
        .arg(codes::<RiskType>("risk").action(ArgAction::Append).help(words.t("cli-clue-risk")))
        .arg(number("persons", "cli-procedure-persons").value_parser(value_parser!(u32).range(1..=99)))
        .arg(text(words, "to", "cli-clue-to"))
        .arg(on(words))
}

/// What is done about the steps.
fn steps(words: &Words, all: Command) -> Command {
    let step = || codes::<StepKind>("step").required(true).help(words.t("cli-procedure-step"));
    let many = |id: &'static str, help: &str, name: &'static str| {
        text(words, id, help).value_name(name).action(ArgAction::Append)
    };
    all.subcommand(
        of(words, "pass", "cli-procedure-pass")
            .arg(step())
            .arg(many("person", "cli-procedure-person", "NAME:ROLE[:signed]"))
            .arg(many("paper", "cli-procedure-paper", "FORM:PLACE"))
            .arg(flag("no-objection", words.t("cli-procedure-no-objection")))
            .arg(text(words, "objection", "cli-procedure-objection").conflicts_with("no-objection"))
            .arg(text(words, "finding", "cli-procedure-finding"))
            .arg(flag("upheld", words.t("cli-procedure-upheld")))
            .arg(text(words, "note", "cli-procedure-note"))
            .arg(on(words)),
    )
    .subcommand(
        of(words, "post", "cli-procedure-post")
            .arg(step())
            .arg(day(words, "until", "cli-procedure-until"))
            .arg(text(words, "at", "cli-procedure-at"))
            .arg(on(words)),
    )
    .subcommand(
        of(words, "papers", "cli-procedure-papers")
            .arg(step())
            .arg(many("paper", "cli-procedure-paper", "FORM:PLACE").required(true)),
    )
    .subcommand(of(words, "skip", "cli-procedure-skip").arg(step()).arg(why(words)).arg(on(words)))
    .subcommand(of(words, "back", "cli-procedure-back").arg(step()).arg(why(words)).arg(on(words)))
}

/// What is known of the grounds of exclusion, and who lets a household in all the same.
fn doubts(words: &Words, all: Command) -> Command {
    all.subcommand(
        of(words, "ground", "cli-procedure-ground")
            .arg(Arg::new("ground").value_name("ID").required(true).help(words.t("cli-procedure-ground-id")))
            .arg(codes::<GroundAnswer>("answer").required(true).help(words.t("cli-procedure-answer")))
            .arg(codes::<FoundBy>("found-by").help(words.t("cli-procedure-found-by")))
            .arg(text(words, "department", "cli-procedure-department"))
            .arg(text(words, "note", "cli-procedure-note"))
            .arg(on(words)),
    )
    .subcommand(
        of(words, "meeting", "cli-procedure-meeting")
            .arg(codes::<MeetingKind>("kind").required(true).help(words.t("cli-procedure-meeting-kind")))
            .arg(text(words, "people", "cli-procedure-people").required(true))
            .arg(why(words))
            .arg(on(words)),
    )
}

/// How it ends, and what concerns all of it.
fn ends(words: &Words, all: Command) -> Command {
    let name = Arg::new("name").value_name("CONTACT").required(true).help(words.t("cli-clue-to"));
    let explained = text(words, "explained-by", "cli-clue-explained-by").required(true);
    let withdraw = of(words, "withdraw", "cli-procedure-withdraw").arg(text(words, "why", "cli-clue-why"));
    all.subcommand(of(words, "refuse", "cli-procedure-refuse").arg(why(words)).arg(explained).arg(on(words)))
        .subcommand(withdraw.arg(on(words)))
        .subcommand(of(words, "green", "cli-procedure-green").arg(why(words)).arg(on(words)))
        .subcommand(of(words, "assign", "cli-procedure-assign").arg(name))
}

/// A command about the procedure of a number.
fn of(words: &Words, name: &'static str, about: &str) -> Command {
    let number = Arg::new("number").value_name("N").required(true).value_parser(value_parser!(usize));
    Command::new(name).about(words.t(about)).arg(number.help(words.t("cli-procedure-number")))
}

fn text(words: &Words, id: &'static str, help: &str) -> Arg {
    Arg::new(id).long(id).value_name("TEXT").help(words.t(help))
}

fn day(words: &Words, id: &'static str, help: &str) -> Arg {
    Arg::new(id).long(id).value_name("YYYY-MM-DD").value_parser(parse_day).help(words.t(help))
}

fn on(words: &Words) -> Arg {
    day(words, "on", "cli-clue-on")
}

fn why(words: &Words) -> Arg {
    text(words, "why", "cli-clue-why").required(true)
}

/// Somebody who took part: a name, a role, and whether the step was signed.
pub(super) fn person(text: &str) -> Option<(String, Role, bool)> {
    let mut parts = text.split([':', '：']);
    let (name, role, signed) = (parts.next()?, parts.next()?, parts.next());
    let signed = match signed {
        None => false,
        Some("signed") => true,
        Some(_) => return None,
    };
    Some((name.to_owned(), Role::from_code(role)?, signed)).filter(|_| parts.next().is_none())
}

/// A paper, and where it lies.
pub(super) fn paper(text: &str) -> Option<(PaperForm, String)> {
    let (form, place) = text.split_once([':', '：'])?;
    Some((PaperForm::from_code(form)?, place.to_owned()))
}
