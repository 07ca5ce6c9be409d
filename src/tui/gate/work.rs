//! What takes a while at the gate: a key out of its file, and into it.

use chrono::{DateTime, Utc};

use super::{GateNews, GateWish};
use crate::ledger::StoreError;
use crate::vault::{self, Door, KeyFault, KeyFile};

/// Does what somebody at the gate of a database wants; what concerns the database itself is the executor's.
pub fn work(wish: GateWish, door: &Door, now: DateTime<Utc>) -> GateNews {
    try_work(wish, door, now).unwrap_or_else(GateNews::Refused)
}

fn try_work(wish: GateWish, door: &Door, now: DateTime<Utc>) -> Result<GateNews, StoreError> {
    let database = &door.database;
    let of_key_file = |fault: KeyFault| StoreError::of_key_file(fault, database);
    Ok(match wish {
        GateWish::Open(proof) => {
            let file = KeyFile::load(database).and_then(|file| file.ok_or(KeyFault::Damaged)).map_err(of_key_file)?;
            let opened = vault::unlock(&file, door, &proof, now);
            GateNews::Opened(opened.map_err(|why| StoreError::of_refusal(why, database))?)
        }
        GateWish::Reseal(key, passphrase) => {
            let reseal = |file: &KeyFile| Ok((file.with_passphrase(&key, &passphrase)?, ()));
            KeyFile::change(database, &key, reseal).map_err(of_key_file)?;
            GateNews::Resealed
        }
        GateWish::Make(passphrase) => {
            let (key, code) = KeyFile::make(database, &passphrase).map_err(of_key_file)?;
            GateNews::Made(key, code)
        }
        GateWish::Recode(key) => {
            let recode = |file: &KeyFile| file.with_new_code(&key);
            GateNews::Made(key.clone(), KeyFile::change(database, &key, recode).map_err(of_key_file)?)
        }
        GateWish::Encrypt(_) => GateNews::Refused(StoreError::Io),
    })
}
