//! What holds for one run: the words, the places, the choices, the database and the day.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::contact::ContactName;
use crate::files::{is_taken, make_private_folder};
use crate::i18n::Words;
use crate::ledger::{IfMissing, Ledger, StoreError};
use crate::paths::Places;

/// One run of the program.
#[derive(Debug)]
pub struct Session {
    pub words: Words,
    pub places: Places,
    pub config: Config,
    pub clock: Clock,
    pub database: PathBuf,
    /// Who `--as` says is writing, else who was chosen before.
    pub author: Option<ContactName>,
    /// Draw with ASCII characters only.
    pub ascii: bool,
}

impl Session {
    /// From the options that stand before every command.
    pub fn new(words: Words, places: Places, config: Config, options: &ArgMatches) -> Self {
        let database = options.get_one::<PathBuf>("db").cloned().or_else(|| config.database.clone());
        let named = options.get_one::<String>("as").or(config.me.as_ref());
        Self {
            database: database.unwrap_or_else(|| places.database()),
            clock: Clock::fixed(options.get_one("today").copied()),
            author: named.and_then(|name| ContactName::parse(name)),
            ascii: options.get_flag("ascii") || config.glyphs.as_deref() == Some("ascii"),
            words,
            places,
            config,
        }
    }

    /// Opens the session's database.
    pub fn open(&self, if_missing: IfMissing) -> Result<Ledger, StoreError> {
        if if_missing == IfMissing::Refuse && !is_taken(&self.database) {
            return Err(StoreError::Missing(self.database.clone()));
        }
        if if_missing == IfMissing::Create && self.database == self.places.database() {
            make_private_folder(&self.places.data).map_err(|_| StoreError::Folder(self.places.data.clone()))?;
        }
        let mut ledger = Ledger::open(&self.database, if_missing, self.clock, &self.places.device_id())?;
        ledger.set_author(self.author.clone());
        Ok(ledger)
    }
}
