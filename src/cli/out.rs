//! What goes out of the database: whole numbers only when told so, which is logged with the reason; sealed by a
//! passphrase of its own where one is named.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::domain::audited::AuditedKind;
use crate::i18n::Words;
use crate::ledger::Ledger;
use crate::report::store_error_words;
use crate::report::visit_sheet::Numbers;
use crate::vault::Secret;

use super::passphrase_of;

/// How numbers of persons go out.
pub(super) fn numbers_of(arguments: &ArgMatches) -> Numbers {
    let is_full = arguments.try_get_one::<bool>("full").ok().flatten().copied().unwrap_or(false);
    if is_full { Numbers::Full } else { Numbers::Masked }
}

/// The passphrase that a file is sealed with; none: it is not sealed.
pub(super) fn seal_of(words: &Words, arguments: &ArgMatches) -> Result<Option<Secret>, String> {
    let file = arguments.try_get_one::<PathBuf>("seal-file").ok().flatten();
    file.map(|file| passphrase_of(words, file)).transpose()
}

/// Logs that a file goes out; whole numbers go only where that can be logged.
pub(super) fn log(
    words: &Words,
    ledger: &mut Ledger,
    what: &str,
    file: &Path,
    arguments: &ArgMatches,
) -> Result<(), String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let reason = arguments.try_get_one::<String>("reason").ok().flatten().map(String::as_str);
    if numbers_of(arguments) == Numbers::Full {
        let about = format!("{what} {name} full");
        return ledger.log(AuditedKind::Exported, &about, reason).map_err(|error| store_error_words(words, &error));
    }
    ledger.log_if_possible(AuditedKind::Exported, &format!("{what} {name}"), reason);
    Ok(())
}
