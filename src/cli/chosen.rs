//! The options that choose among households: a village, a group, a contact.

use clap::{Arg, ArgMatches, Command};

use crate::domain::clean::clean_name;
use crate::domain::due_row::DueRow;
use crate::i18n::Words;

/// Adds the options to a command.
pub(super) fn with_choosers(command: Command, words: &Words) -> Command {
    command
        .arg(Arg::new("village").long("village").value_name("V").help(words.t("cli-due-village")))
        .arg(Arg::new("group").long("group").value_name("G").help(words.t("cli-due-group")))
        .arg(Arg::new("contact").long("contact").value_name("C").help(words.t("cli-due-contact")))
}

/// The household is of the village, the group and the contact that are asked for.
pub(super) fn is_of(row: &DueRow, arguments: &ArgMatches) -> bool {
    let is_wanted = |id, value: &str| arguments.get_one::<String>(id).is_none_or(|wanted| clean_name(wanted) == value);
    is_wanted("village", &row.village) && is_wanted("group", &row.group) && is_wanted("contact", &row.contact)
}
