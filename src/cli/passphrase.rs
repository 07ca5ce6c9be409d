//! `huifang passphrase`: set where there is none, changed, and a new recovery code.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::exit::{Exit, tell};
use crate::ledger::{IfMissing, Protection, StoreError};
use crate::report::passphrase::recovery_code_words;
use crate::report::store_error_words;
use crate::session::Session;
use crate::vault::{Lock, Proof, Secret};

use super::report::{progress_bar, refuse, shown_on};
use super::{passphrase_of, unlock};

pub(super) fn run(session: &Session, arguments: &ArgMatches) -> Exit {
    let done = match arguments.subcommand() {
        Some(("set", arguments)) => set(session, arguments),
        Some(("change", arguments)) => change(session, arguments),
        _ => new_code(session),
    };
    match done {
        Ok(()) => Exit::Done,
        Err(sentence) => refuse(&sentence),
    }
}

fn set(session: &Session, arguments: &ArgMatches) -> Result<(), String> {
    let words = |error| store_error_words(&session.words, &error);
    let mut ledger = unlock::open(session, IfMissing::Refuse).map_err(words)?;
    if ledger.protection() == Protection::Passphrase {
        return Err(session.words.t("passphrase-is-there"));
    }
    let passphrase = new(session, arguments)?;
    let bar = progress_bar(&session.words.t("passphrase-working"));
    let made = ledger.set_passphrase(&passphrase, &mut shown_on(&bar));
    bar.finish_and_clear();
    let (_, code) = made.map_err(words)?;
    tell(&recovery_code_words(&session.words, &code));
    tell(&session.words.t("passphrase-was-readable"));
    Ok(())
}

fn change(session: &Session, arguments: &ArgMatches) -> Result<(), String> {
    let words = |error| store_error_words(&session.words, &error);
    if session.is_missing() {
        return Err(words(StoreError::Missing(session.database.clone())));
    }
    let Lock::Sealed(file) = session.lock().map_err(words)? else { return Err(words(StoreError::NoPassphrase)) };
    let key = match arguments.get_one::<PathBuf>("recovery-code-file") {
        Some(file_of_code) => {
            let code = passphrase_of(&session.words, file_of_code)?;
            session.unlock(&file, &Proof::RecoveryCode(code))
        }
        None => unlock::key_by(session, &file),
    };
    let mut ledger = session.open(IfMissing::Refuse, Some(&key.map_err(words)?)).map_err(words)?;
    ledger.change_passphrase(&new(session, arguments)?).map_err(words)?;
    tell(&session.words.t("passphrase-changed"));
    Ok(())
}

fn new_code(session: &Session) -> Result<(), String> {
    let words = |error| store_error_words(&session.words, &error);
    let code =
        unlock::open(session, IfMissing::Refuse).and_then(|mut ledger| ledger.renew_recovery_code()).map_err(words)?;
    tell(&recovery_code_words(&session.words, &code));
    Ok(())
}

/// The new passphrase: of a file, or typed twice.
fn new(session: &Session, arguments: &ArgMatches) -> Result<Secret, String> {
    let given = match arguments.get_one::<PathBuf>("new-passphrase-file") {
        Some(file) => Some(passphrase_of(&session.words, file)?),
        None => unlock::chosen(&session.words, false),
    };
    let given = given.ok_or_else(|| session.words.t("passphrase-nobody-typed"))?;
    if given.is_short() { Err(store_error_words(&session.words, &StoreError::ShortPassphrase)) } else { Ok(given) }
}
