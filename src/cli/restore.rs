//! `huifang restore FILE`: a backup in the place of the database; what was there is kept beside.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::domain::audited::AuditedKind;
use crate::exit::{Exit, tell};
use crate::files::{IfThere, Throwaway};
use crate::ledger::{IfMissing, Opened, Restored, StoreError, restore};
use crate::report::store_error_words;
use crate::session::Session;
use crate::vault::{self, FileKey, KeyFile, Lock, Proof, Secret, UnsealFault};

use super::passphrase_of;
use super::report::refuse;
use super::unlock;

pub(super) fn run(session: &Session, arguments: &ArgMatches) -> Exit {
    let file = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    match restored(session, &file, arguments) {
        Ok(Some(restored)) => {
            say(session, &restored);
            Exit::Done
        }
        Ok(None) => {
            tell(&session.words.t("restore-key-done"));
            Exit::Done
        }
        Err(sentence) => refuse(&sentence),
    }
}

/// None: only the key file was put back.
fn restored(session: &Session, file: &Path, arguments: &ArgMatches) -> Result<Option<Restored>, String> {
    let words = |error| store_error_words(&session.words, &error);
    // What was unsealed is for this run alone.
    let folder = Throwaway::new().map_err(|_| words(StoreError::Full))?;
    let unsealed = unsealed(session, file, folder.path(), arguments)?;
    let mut backup = Opened::of(unsealed.as_deref().unwrap_or(file)).map_err(|error| match error {
        StoreError::NoBackup(_) => words(StoreError::NoBackup(file.to_owned())),
        other => words(other),
    })?;
    session.make_folder().map_err(words)?;
    let was_sealed = matches!(session.lock(), Ok(Lock::Sealed(_)));
    let (key, key_file) = key_of(session, file, &backup, arguments)?;
    if arguments.get_flag("key-only") {
        return key_only(session, key, key_file);
    }
    let restored = restore(&mut backup, &session.database, key.as_ref(), key_file.as_ref()).map_err(|error| {
        // What is wrong with a copy is told of the copy.
        let is_of_copy = backup.is_bare() && matches!(error, StoreError::Damaged | StoreError::Foreign(_));
        words(if is_of_copy { StoreError::NoBackup(file.to_owned()) } else { error })
    })?;
    // From now on what it holds is what this computer knows.
    let ledger = session.open(IfMissing::Refuse, key.as_ref()).map_err(words)?;
    ledger.take_as_it_is().map_err(words)?;
    drop(ledger);
    let mut ledger = session.open(IfMissing::Refuse, key.as_ref()).map_err(words)?;
    ledger.log_if_possible(AuditedKind::Restored, &file.display().to_string(), None);
    if was_sealed && key.is_none() {
        tell(&session.words.t("restore-without-passphrase"));
    }
    Ok(Some(restored))
}

/// Puts the key file of a backup beside the database that is there, where it is the one that opens it.
fn key_only(session: &Session, key: Option<FileKey>, key_file: Option<KeyFile>) -> Result<Option<Restored>, String> {
    let words = |error| store_error_words(&session.words, &error);
    let (Some(key), Some(key_file)) = (key, key_file) else { return Err(words(StoreError::NoPassphrase)) };
    drop(session.open(IfMissing::Refuse, Some(&key)).map_err(words)?);
    let kept = key_file.keep(&session.database, IfThere::Replace);
    kept.map_err(|_| words(StoreError::Folder(KeyFile::place(&session.database))))?;
    Ok(None)
}

/// The backup out of its seal; none where it has none.
fn unsealed(session: &Session, file: &Path, folder: &Path, arguments: &ArgMatches) -> Result<Option<PathBuf>, String> {
    let words = |error| store_error_words(&session.words, &error);
    let not_ours = || words(StoreError::NoBackup(file.to_owned()));
    if !file.exists() {
        return Err(session.words.with("restore-no-file", &[("file", &file.display().to_string())]));
    }
    if !vault::is_sealed(file).map_err(|_| not_ours())? {
        return Ok(None);
    }
    let given = match arguments.get_one::<PathBuf>("seal-file") {
        Some(file) => Some(passphrase_of(&session.words, file)?),
        None => unlock::asked(&session.words.t("seal-prompt")),
    };
    let passphrase = given.ok_or_else(|| session.words.t("seal-needed"))?;
    let place = folder.join("unsealed.zip");
    let opened = File::open(file).and_then(|from| Ok((from, File::create_new(&place)?)));
    let (from, mut to) = opened.map_err(|_| words(StoreError::Full))?;
    match vault::unseal(&passphrase, from, &mut to) {
        Ok(()) => Ok(Some(place)),
        Err(UnsealFault::Wrong) => Err(session.words.t("seal-wrong")),
        Err(UnsealFault::Damaged) => Err(not_ours()),
        Err(UnsealFault::Io(_)) => Err(words(StoreError::Io)),
    }
}

/// The key of the database in a backup, and the key file that lies beside it from then on: where the one that lies
/// there now holds the same key, it stays, since its passphrase may be newer.
fn key_of(
    session: &Session,
    file: &Path,
    backup: &Opened,
    arguments: &ArgMatches,
) -> Result<(Option<FileKey>, Option<KeyFile>), String> {
    let words = |error| store_error_words(&session.words, &error);
    if backup.opens_without_passphrase() {
        return Ok((None, None));
    }
    let of_backup = match (&backup.key_file, session.lock()) {
        (Some(file), _) => file,
        // A copy of the database alone opens by the key of the database.
        (None, Ok(Lock::Sealed(file))) => &*file.clone(),
        (None, _) => return Err(words(StoreError::NoKey(file.to_owned()))),
    };
    let there = match session.lock() {
        Ok(Lock::Sealed(file)) if file.is_of_same_key(of_backup) => Some(*file),
        _ => None,
    };
    if let Some(of_code) = arguments.get_one::<PathBuf>("recovery-code-file") {
        let code = passphrase_of(&session.words, of_code)?;
        let key = session.unlock(of_backup, &Proof::RecoveryCode(code)).map_err(words)?;
        return Ok((Some(key), Some(there.unwrap_or_else(|| of_backup.clone()))));
    }
    let passphrase = passphrase(session).ok_or_else(|| words(StoreError::Locked(file.to_owned())))?;
    if let Some(there) = there {
        match session.unlock(&there, &Proof::Passphrase(passphrase.clone())) {
            Ok(key) => return Ok((Some(key), Some(there))),
            // The same seal would say the same, and count it twice.
            Err(error) if there.to_bytes() == of_backup.to_bytes() => return Err(words(error)),
            Err(_) => {}
        }
    }
    let key = session.unlock(of_backup, &Proof::Passphrase(passphrase)).map_err(words)?;
    tell(&session.words.t("restore-passphrase-of-then"));
    Ok((Some(key), Some(of_backup.clone())))
}

fn passphrase(session: &Session) -> Option<Secret> {
    session.passphrase.clone().or_else(|| unlock::asked(&session.words.t("passphrase-prompt")))
}

fn say(session: &Session, restored: &Restored) {
    let words = &session.words;
    let [households, visits, revisions] =
        [restored.counted.households, restored.counted.visits, restored.counted.revisions].map(|it| it.to_string());
    let args = [("households", households.as_str()), ("visits", &visits), ("revisions", &revisions)];
    tell(&words.with("restore-done", &args));
    if let Some(kept) = &restored.kept {
        tell(&words.with("restore-kept", &[("file", &kept.display().to_string())]));
    }
}
