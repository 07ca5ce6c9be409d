//! What the parser of the command line says itself, in the person's language: the frames of its help, and why it
//! understood nothing.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::i18n::Words;

/// Behind all others.
const LAST: usize = 1000;
const HELP: &str = "help";

/// Puts the help's own frames into words.
pub(super) fn in_words(command: Command, words: &Words) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let mut command = with_help(command.disable_version_flag(true), words)
        .arg(version.help(words.t("cli-version")).help_heading(words.t("cli-heading-options")));
    // Only now its command `help` is there.
    command.build();
    of_help(command, words)
}

/// A command and all below it, with an option for help and each argument under its heading.
fn with_help(command: Command, words: &Words) -> Command {
    let help = Arg::new(HELP).short('h').long(HELP).action(ArgAction::Help).help(words.t("cli-help"));
    let command = framed(command, words).disable_help_flag(true).arg(help.display_order(LAST));
    command.mut_args(|arg| described(arg, words)).mut_subcommands(|below| with_help(below, words))
}

/// The command `help`, at each place where there is one.
fn of_help(command: Command, words: &Words) -> Command {
    let is_help = command.get_name() == HELP;
    let command = if is_help { framed(command, words).about(words.t("cli-help-command")) } else { command };
    command.mut_subcommands(|below| of_help(below, words))
}

fn framed(command: Command, words: &Words) -> Command {
    let usage = words.t("cli-heading-usage");
    let template = format!("{{about-with-newline}}\n{usage}{{usage}}\n\n{{all-args}}{{after-help}}");
    command.subcommand_help_heading(words.t("cli-heading-commands")).help_template(template)
}

/// An argument under its heading, with the values that it takes.
fn described(arg: Arg, words: &Words) -> Arg {
    let is_everywhere = arg.is_global_set() || arg.get_id() == HELP;
    let heading = match () {
        () if arg.is_positional() => "cli-heading-arguments",
        () if is_everywhere => "cli-heading-everywhere",
        () => "cli-heading-options",
    };
    let arg = arg.help_heading(words.t(heading));
    let takes_value = arg.get_action().takes_values();
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    match arg.get_help().map(ToString::to_string) {
        Some(help) if takes_value && !values.is_empty() => {
            let values = words.with("cli-values", &[("values", &values.join(&words.t("list-comma")))]);
            arg.hide_possible_values(true).help(help + &values)
        }
        _ => arg,
    }
}

/// Why a command line was not understood: what is wrong, that nothing was done, and what is meant perhaps.
pub(super) fn sentence(words: &Words, said: &clap::Error) -> String {
    let lines = [Some(what(words, said)), suggestion(words, said), shape(words, said)];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn what(words: &Words, said: &clap::Error) -> String {
    let told = |kind| said.get(kind).map(|value| text(words, value)).unwrap_or_default();
    let argument = told(ContextKind::InvalidArg);
    let value = told(ContextKind::InvalidValue);
    let of_argument = |id: &str| words.with(id, &[("argument", &argument)]);
    let of_value = |id: &str| words.with(id, &[("argument", &argument), ("value", &value)]);
    match said.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => of_argument("usage-one-too-many"),
        ErrorKind::UnknownArgument => of_argument("usage-unknown-argument"),
        ErrorKind::InvalidSubcommand => {
            words.with("usage-unknown-command", &[("command", &told(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::InvalidValue if value.is_empty() => of_argument("usage-no-value"),
        ErrorKind::InvalidValue => of_value("usage-value"),
        ErrorKind::TooManyValues => of_value("usage-takes-none"),
        ErrorKind::ValueValidation => {
            let shape = said.source().map(ToString::to_string).unwrap_or_default();
            words.with("usage-shape", &[("argument", &argument), ("value", &value), ("shape", &shape)])
        }
        ErrorKind::MissingRequiredArgument => of_argument("usage-missing"),
        ErrorKind::ArgumentConflict if told(ContextKind::PriorArg) == argument => of_argument("usage-twice"),
        ErrorKind::ArgumentConflict => {
            words.with("usage-conflict", &[("argument", &argument), ("other", &told(ContextKind::PriorArg))])
        }
        _ => words.t("usage-not-understood"),
    }
}

/// What is meant perhaps, or may stand there.
fn suggestion(words: &Words, said: &clap::Error) -> Option<String> {
    let told = |kind| said.get(kind).map(|value| text(words, value)).filter(|text| !text.is_empty());
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let meant = meant.into_iter().find_map(told).map(|meant| words.with("usage-meant", &[("meant", &meant)]));
    meant.or_else(|| told(ContextKind::ValidValue).map(|values| words.with("usage-values", &[("values", &values)])))
}

/// How the command is written that was begun.
fn shape(words: &Words, said: &clap::Error) -> Option<String> {
    let begun = said.get(ContextKind::Usage)?.to_string();
    let mut command = super::command(words);
    let names = begun.split_whitespace().skip_while(|word| *word != command.get_name()).skip(1);
    let names: Vec<String> = names.map(str::to_owned).collect();
    let mut at = &mut command;
    for name in names {
        if at.find_subcommand(&name).is_none() {
            break;
        }
        at = at.find_subcommand_mut(&name)?;
    }
    let usage = at.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    Some(words.with("usage-shape-of-command", &[("usage", usage)]))
}

fn text(words: &Words, value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(values) => values.join(&words.t("list-comma")),
        other => other.to_string(),
    }
}
