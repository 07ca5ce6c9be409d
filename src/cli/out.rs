//! What goes out of the database: whole numbers only when told so, which is logged with the reason; sealed by a
//! passphrase of its own where one is named.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::domain::audited::AuditedKind;
use crate::exit::tell;
use crate::i18n::Words;
use crate::ledger::{Ledger, StoreError};
use crate::report::store_error_words;
use crate::report::visit_sheet::Numbers;
use crate::vault::Secret;

use super::passphrase_of;

/// How a file goes out.
pub(super) struct GoingOut {
    pub numbers: Numbers,
    /// The passphrase that it is sealed with; none: it is not sealed.
    pub seal: Option<Secret>,
    /// Why whole numbers are needed.
    reason: Option<String>,
}

impl GoingOut {
    /// As the options say. Whole numbers without a reason are refused, where somebody is there after asking.
    pub(super) fn of(words: &Words, arguments: &ArgMatches, target: &Path) -> Result<Self, String> {
        let seal = seal_of(words, arguments, target)?;
        if !arguments.try_get_one::<bool>("full").ok().flatten().copied().unwrap_or(false) {
            return Ok(Self { numbers: Numbers::Masked, seal, reason: None });
        }
        let stated = arguments.try_get_one::<String>("reason").ok().flatten().cloned();
        let stated = stated.filter(|reason| !reason.trim().is_empty());
        let reason = stated.or_else(|| asked_why(words)).ok_or_else(|| words.t("out-reason-needed"))?;
        Ok(Self { numbers: Numbers::Full, seal, reason: Some(reason) })
    }

    /// Logs that a file went out; one with whole numbers that cannot be logged goes again.
    pub(super) fn log(&self, words: &Words, ledger: &mut Ledger, what: &str, file: &Path) -> Result<(), String> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if self.numbers == Numbers::Masked {
            ledger.log_if_possible(AuditedKind::Exported, &format!("{what} {name}"), None);
            return Ok(());
        }
        let logged = ledger.log(AuditedKind::Exported, &format!("{what} {name} full"), self.reason.as_deref());
        if let Err(error) = logged {
            // What could not be removed either is said with the sentence.
            let _ = std::fs::remove_file(file);
            return Err(store_error_words(words, &error));
        }
        if self.seal.is_none() {
            tell(&words.t("out-whole-numbers"));
        }
        Ok(())
    }
}

/// The passphrase that a file is sealed with; none: it is not sealed.
pub(super) fn seal_of(words: &Words, arguments: &ArgMatches, target: &Path) -> Result<Option<Secret>, String> {
    let file = arguments.try_get_one::<PathBuf>("seal-file").ok().flatten();
    let seal = file.map(|file| passphrase_of(words, file)).transpose()?;
    if seal.as_ref().is_some_and(Secret::is_short) {
        return Err(store_error_words(words, &StoreError::ShortPassphrase));
    }
    let is_named_so = target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("age"));
    if is_named_so == seal.is_some() { Ok(seal) } else { Err(words.t("seal-name")) }
}

/// Why whole numbers are needed, where somebody is there to say.
fn asked_why(words: &Words) -> Option<String> {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return None;
    }
    let mut answer = String::new();
    // Nobody sees a question that cannot be written, and nobody answers it.
    let _ = write!(io::stderr(), "{}", words.t("out-why"));
    io::stdin().lock().read_line(&mut answer).ok()?;
    Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty())
}
