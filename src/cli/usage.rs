//! What the parser of the command line says itself, in the person's language: the frames of its help, and why it
//! understood nothing.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::i18n::Words;

/// Puts the help's own frames into words.
pub(super) fn in_words(command: Command, words: &Words) -> Command {
    let mut command = framed(command, words);
    // Only now its command `help` is there.
    command.build();
    told_of_help(command, words)
}

fn told_of_help(command: Command, words: &Words) -> Command {
    command.mut_subcommands(|below| {
        let is_help = below.get_name() == "help";
        if is_help { below.about(words.t("cli-help-command")) } else { told_of_help(below, words) }
    })
}

/// Of a command and of all below it.
fn framed(command: Command, words: &Words) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.t("cli-help"));
    let command = command
        .disable_help_flag(true)
        .arg(help)
        .subcommand_help_heading(words.t("cli-heading-commands"))
        .help_template(format!(
            "{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
            words.t("cli-heading-usage")
        ))
        .mut_args(|arg| described(arg, words));
    command.mut_subcommands(|below| framed(below, words))
}

/// An argument under its heading, with the values that it takes.
fn described(arg: Arg, words: &Words) -> Arg {
    let is_everywhere = arg.is_global_set() || ["help", "version"].contains(&arg.get_id().as_str());
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
    let told = |kind| said.get(kind).map(text).unwrap_or_default();
    let argument = told(ContextKind::InvalidArg);
    let with = |id: &str, more: (&str, &str)| words.with(id, &[("argument", &argument), more]);
    let what = match said.kind() {
        ErrorKind::UnknownArgument => with("usage-unknown-argument", ("value", "")),
        ErrorKind::InvalidSubcommand => {
            words.with("usage-unknown-command", &[("command", &told(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::InvalidValue if told(ContextKind::InvalidValue).is_empty() => with("usage-no-value", ("value", "")),
        ErrorKind::InvalidValue => with("usage-value", ("value", &told(ContextKind::InvalidValue))),
        ErrorKind::ValueValidation => {
            let shape = said.source().map(ToString::to_string).unwrap_or_default();
            let value = told(ContextKind::InvalidValue);
            words.with("usage-shape", &[("argument", &argument), ("value", &value), ("shape", &shape)])
        }
        ErrorKind::MissingRequiredArgument => with("usage-missing", ("value", "")),
        ErrorKind::ArgumentConflict => with("usage-conflict", ("other", &told(ContextKind::PriorArg))),
        _ => words.t("usage-not-understood"),
    };
    [Some(what), suggestion(words, said), usage(words, said)].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What is meant perhaps, or may stand there.
fn suggestion(words: &Words, said: &clap::Error) -> Option<String> {
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let meant = meant.into_iter().find_map(|kind| said.get(kind)).map(text).filter(|it| !it.is_empty());
    let values = said.get(ContextKind::ValidValue).map(text).filter(|it| !it.is_empty());
    meant
        .map(|meant| words.with("usage-meant", &[("meant", &meant)]))
        .or_else(|| values.map(|values| words.with("usage-values", &[("values", &values)])))
}

fn usage(words: &Words, said: &clap::Error) -> Option<String> {
    let usage = said.get(ContextKind::Usage).map(text)?;
    let shape = usage.trim().trim_start_matches("Usage:").trim();
    (!shape.is_empty()).then(|| words.with("usage-shape-of-command", &[("usage", shape)]))
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(values) => values.join(" "),
        other => other.to_string(),
    }
}
