//! Opening the database for a command: the passphrase comes from a file, or is asked for where somebody sits
//! at the terminal. A new database gets one there as well.

use std::io::{self, IsTerminal};

use zeroize::Zeroizing;

use crate::exit::tell;
use crate::i18n::Words;
use crate::ledger::{IfMissing, Ledger, StoreError};
use crate::report::passphrase::{recovery_code_words, strength_words};
use crate::session::Session;
use crate::vault::{FileKey, KeyFile, Lock, Proof, Secret, Strength};

/// So often it is asked for.
const TRIES: usize = 3;

/// Opens the session's database.
pub(super) fn open(session: &Session, if_missing: IfMissing) -> Result<Ledger, StoreError> {
    session.open(if_missing, key(session, if_missing)?.as_ref())
}

/// The key of the session's database, there or still to be made; none where it has no passphrase.
pub fn key(session: &Session, if_missing: IfMissing) -> Result<Option<FileKey>, StoreError> {
    if if_missing == IfMissing::Create {
        session.refuse_what_is_gone()?;
    }
    match (session.is_missing(), if_missing) {
        (true, IfMissing::Refuse) => Ok(None),
        (true, IfMissing::Create) => key_of_new(session),
        (false, _) => key_of(session),
    }
}

/// The key of a database that is there; none where it has no passphrase.
pub(super) fn key_of(session: &Session) -> Result<Option<FileKey>, StoreError> {
    match session.lock()? {
        Lock::Sealed(file) => key_by(session, &file).map(Some),
        Lock::Plain | Lock::Open => Ok(None),
    }
}

/// The key in a key file, by the passphrase that was given or is typed.
pub(super) fn key_by(session: &Session, file: &KeyFile) -> Result<FileKey, StoreError> {
    if let Some(passphrase) = &session.passphrase {
        return session.unlock(file, &Proof::Passphrase(passphrase.clone()));
    }
    for left in (0..TRIES).rev() {
        let Some(typed) = asked(&session.words.t("passphrase-prompt")) else {
            return Err(StoreError::Locked(session.database.clone()));
        };
        match session.unlock(file, &Proof::Passphrase(typed)) {
            Err(StoreError::WrongPassphrase) if left > 0 => tell(&session.words.t("passphrase-wrong")),
            opened => return opened,
        }
    }
    Err(StoreError::WrongPassphrase)
}

/// The key of a database that is about to be made; none where it gets no passphrase.
fn key_of_new(session: &Session) -> Result<Option<FileKey>, StoreError> {
    if let Lock::Sealed(_) = session.lock()? {
        return key_of(session);
    }
    let words = &session.words;
    let chosen = if let Some(given) = &session.passphrase {
        Some(given.clone())
    } else {
        if io::stdin().is_terminal() {
            tell(&words.t("gate-question-new-database"));
        }
        chosen(words, true)
    };
    let Some(passphrase) = chosen else {
        tell(&words.t("passphrase-none-made"));
        return Ok(None);
    };
    if passphrase.is_short() {
        return Err(StoreError::ShortPassphrase);
    }
    let (key, code) = session.seal_new(&passphrase)?;
    tell(&recovery_code_words(words, &code));
    Ok(Some(key))
}

/// A new passphrase, typed twice; none where nobody is there, or where the word for none was typed.
pub(super) fn chosen(words: &Words, may_be_none: bool) -> Option<Secret> {
    loop {
        let prompt = if may_be_none { "passphrase-new-prompt" } else { "passphrase-other-prompt" };
        let typed = asked(&words.t(prompt))?;
        if typed.expose() == words.t("passphrase-none-word") {
            if may_be_none {
                return None;
            }
            tell(&words.t("gate-none-not-here"));
            continue;
        }
        let strength = Strength::of(&typed);
        tell(&strength_words(words, strength));
        if strength == Strength::Weak {
            tell(&words.t("passphrase-weak-again"));
        }
        if strength == Strength::Short {
            continue;
        }
        if asked(&words.t("passphrase-again-prompt"))? == typed {
            return Some(typed);
        }
        tell(&words.t("passphrase-differs"));
    }
}

/// What is typed without being seen; none where nobody is there to type.
pub(super) fn asked(prompt: &str) -> Option<Secret> {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return None;
    }
    rpassword::prompt_password(prompt).ok().map(Zeroizing::new).map(|typed| Secret::typed(&typed))
}
