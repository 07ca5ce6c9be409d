//! What stands behind the interface: which database, the demo, who is here, the choices of this computer.

use std::path::Path;
use std::sync::Arc;

use super::effect::Setup;
use super::executor::{Executor, Jobs, PATIENCE_OF_A_KEY, progress};
use super::gate::{self, GateNews, GateWish};
use super::news::{GuardNews, Msg, News};
use super::theme::Appearance;
use crate::domain::audited::AuditedKind;
use crate::domain::contact::ContactName;
use crate::files::Throwaway;
use crate::ledger::{IfMissing, Ledger, StoreError};
use crate::vault::FileKey;

/// Rows of the first screen, read by index: more than any window shows.
const FIRST_ROWS: u32 = 200;

impl Executor {
    /// Puts made-up households in place of the ledger.
    pub fn start_demo(&mut self) -> Result<(), StoreError> {
        let folder = Throwaway::new().map_err(|_| StoreError::Folder(std::env::temp_dir()))?;
        let mut ledger = Ledger::open(&folder.path().join("demo.db"), IfMissing::Create, self.ledger.clock(), "demo")?;
        ledger.fill_with_demo()?;
        ledger.set_author(ledger.contacts()?.into_iter().next());
        self.ledger = ledger;
        self.demo = Some(folder);
        self.seen_version = self.ledger.data_version()?;
        Ok(())
    }

    /// What stands behind the interface changes.
    pub fn set_up(&mut self, setup: Setup) -> Vec<Msg> {
        match setup {
            Setup::OpenHome => self.open_home(),
            Setup::KeepAppearance(chosen) => self.keep_appearance(chosen),
            Setup::UseDatabase(path) => vec![self.use_database(&path).unwrap_or_else(Msg::failed)],
            Setup::StartDemo => match self.start_demo() {
                Ok(()) => self.open_home(),
                Err(error) => vec![Msg::News(News::Failed(error))],
            },
            Setup::TakeUp(key) => {
                let taken = self.take_up(key.as_ref());
                taken.err().map(|error| Msg::News(News::Failed(error))).into_iter().collect()
            }
            Setup::SetMe(name) => vec![self.set_me(name)],
            Setup::NoteStart => {
                // Not kept, it is doubted again at the next start.
                let _ = self.ledger.note_start();
                Vec::new()
            }
        }
    }

    fn open_home(&mut self) -> Vec<Msg> {
        let opened = || -> Result<Msg, StoreError> {
            Ok(Msg::News(News::HomeOpened {
                rows: self.ledger.first_due_rows(FIRST_ROWS)?,
                counts: self.ledger.due_counts()?,
                contacts: self.ledger.contacts()?,
                is_demo: self.demo.is_some(),
                views: self.ledger.views()?,
            }))
        };
        vec![opened().unwrap_or_else(Msg::failed)]
    }

    /// Remembers who uses this computer; made-up contacts are not remembered.
    fn set_me(&mut self, name: ContactName) -> Msg {
        self.ledger.set_author(Some(name.clone()));
        if self.demo.is_none() {
            self.config.me = Some(name.as_str().to_owned());
            // Not kept, it is asked again next time; nothing is lost.
            let _ = self.config.save(&self.config_file);
        }
        Msg::News(News::MeSet(name))
    }

    /// What somebody at the gate of the open database wants.
    pub(super) fn work_at_gate(&mut self, wish: GateWish) -> Vec<Msg> {
        let told = |news| Msg::News(News::OfGate(news));
        if let GateWish::Encrypt(passphrase) = wish {
            self.cancelled = Arc::default();
            self.has_let_go = matches!(self.jobs, Jobs::Beside(_));
            let begun = self.beside(move |ledger, tell, cancelled| {
                let made = ledger.set_passphrase(&passphrase, &mut progress(tell, cancelled));
                told(made.map_or_else(GateNews::Refused, |(key, code)| GateNews::Made(key, code)))
            });
            // The gate is told as well where it could not even begin.
            let of_gate = |msg| {
                if let Msg::News(News::Failed(error)) = msg { told(GateNews::Refused(error)) } else { msg }
            };
            return begun.into_iter().map(of_gate).collect();
        }
        let (door, now) = (self.ledger.door(), self.ledger.clock().now());
        self.beside(move |ledger, _, _| {
            let news = gate::work(wish, &door, now);
            match news {
                GateNews::Resealed => ledger.log_if_possible(AuditedKind::PassphraseChanged, "", None),
                // The key file of another database opens nothing here.
                GateNews::Opened(key) if Some(&key) != ledger.key().as_ref() => {
                    return told(GateNews::Refused(StoreError::KeyFile(door.database)));
                }
                GateNews::Opened(_) => ledger.log_opening("interface"),
                GateNews::Made(..) => ledger.log_if_possible(AuditedKind::PassphraseChanged, "code", None),
                GateNews::Refused(_) => {}
            }
            told(news)
        })
    }

    /// Opens the file again that was let go of; none: with the key of before.
    fn take_up(&mut self, key: Option<&FileKey>) -> Result<(), StoreError> {
        if std::mem::take(&mut self.has_let_go) {
            self.ledger.take_up(key)?;
            self.seen_version = self.ledger.data_version()?;
        }
        self.ledger.set_patience(PATIENCE_OF_A_KEY)
    }

    /// The day's backup, beside the screen.
    pub fn back_up_daily(&mut self) {
        if self.demo.is_none() && !self.has_let_go {
            self.beside(|ledger, _, _| match ledger.back_up_daily() {
                Ok(_) => Msg::News(News::OfGuard(GuardNews::Done)),
                Err(error) => Msg::News(News::OfGuard(GuardNews::NotBackedUp(error))),
            });
        }
    }

    /// Folds the log into the file, beside the screen.
    pub fn fold_log(&mut self) {
        if self.has_let_go {
            return;
        }
        self.beside(|ledger, _, _| {
            ledger.fold_log();
            Msg::News(News::OfGuard(GuardNews::Folded))
        });
    }

    /// Opens another database in place of this one, and remembers it.
    fn use_database(&mut self, path: &Path) -> Result<Msg, StoreError> {
        let path = std::path::absolute(path).map_err(|_| StoreError::Missing(path.to_owned()))?;
        self.ledger = self.ledger.open_another(&path)?;
        self.ledger.set_patience(PATIENCE_OF_A_KEY)?;
        (self.demo, self.seen_version) = (None, self.ledger.data_version()?);
        self.config.database = Some(path.clone());
        // Not kept, the one of before is opened next time, and this one is where it was.
        let _ = self.config.save(&self.config_file);
        let (policy, why_look_only) = (Box::new(self.ledger.policy().clone()), self.ledger.look_only().cloned());
        let protection = self.ledger.protection();
        Ok(Msg::News(News::DatabaseOpened { path, policy, why_look_only, protection }))
    }

    /// The demo keeps nothing, this neither.
    fn keep_appearance(&mut self, chosen: Appearance) -> Vec<Msg> {
        match chosen {
            Appearance::Language(language) => self.config.language = Some(language.code().to_owned()),
            Appearance::Theme(name) => self.config.theme = Some(name.code().to_owned()),
            Appearance::Database | Appearance::Passphrase | Appearance::RecoveryCode => {}
        }
        let is_kept = self.demo.is_some() || self.config.save(&self.config_file).is_ok();
        if is_kept { Vec::new() } else { vec![Msg::News(News::AppearanceNotKept)] }
    }
}
