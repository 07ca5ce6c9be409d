//! The executor's work on rosters, beside the screen: finding them, reading and planning, importing, taking
//! back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::exchange::Reading;
use crate::ledger::{ImportError, ImportPlan, Spellings, UndoRefused};

use super::executor::{Executor, Jobs, progress};
use super::news::{ImportNews, Msg, News, RosterNews};

/// How many spreadsheets are offered.
const ROSTERS_SHOWN: usize = 50;

impl Executor {
    /// Looks for spreadsheets where people keep them, beside the screen.
    pub(super) fn find_rosters(&mut self) -> Vec<Msg> {
        self.beside(|_, _, _| Msg::RosterNews(RosterNews::RostersFound(find_rosters())))
    }

    /// Reads everything that an import said, which may be much.
    pub(super) fn open_import(&mut self, number: i64) -> Vec<Msg> {
        self.beside(move |ledger, _, _| match (ledger.find_import(number), ledger.import_outcome(number)) {
            (Ok(Some(import)), Ok(Some(outcome))) => {
                Msg::ImportNews(ImportNews::ImportOpened { import, outcome: Box::new(outcome) })
            }
            (Err(error), _) | (_, Err(error)) => Msg::News(News::Failed(error)),
            _ => Msg::ImportNews(ImportNews::UndoRefused(UndoRefused::NoSuchImport)),
        })
    }

    /// Works out what taking an import back would do.
    pub(super) fn plan_undo(&mut self, number: i64) -> Vec<Msg> {
        self.beside(move |ledger, _, _| match ledger.plan_undo(number) {
            Ok(plan) => Msg::ImportNews(ImportNews::UndoPlanned(Box::new(plan))),
            Err(refused) => Msg::ImportNews(ImportNews::UndoRefused(refused)),
        })
    }

    /// Reads a roster apart and compares it; nothing is changed.
    pub(super) fn plan_import(&mut self, file: PathBuf) -> Vec<Msg> {
        self.cancelled = Arc::default();
        let reading = match self.jobs {
            Jobs::Beside(_) => Reading::Apart,
            Jobs::Inline => Reading::Here,
        };
        let file = from_home(file);
        if file.is_dir() {
            return self
                .beside(move |_, _, _| Msg::RosterNews(RosterNews::RostersFound(rosters_in(std::iter::once(file)))));
        }
        self.beside(move |ledger, tell, cancelled| {
            let planned = ledger.plan_import(&file, reading, &mut progress(tell, cancelled));
            match planned {
                Ok(plan) => Msg::RosterNews(RosterNews::ImportPlanned(Box::new(plan))),
                Err(error) => Msg::RosterNews(RosterNews::ImportRefused { error, file, plan: None }),
            }
        })
    }

    /// The same roster with other spellings of its villages.
    pub(super) fn plan_again(&mut self, plan: Box<ImportPlan>, spellings: Spellings) -> Vec<Msg> {
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| {
            match ledger.plan_again(*plan, spellings, &mut progress(tell, cancelled)) {
                Ok(plan) => Msg::RosterNews(RosterNews::ImportPlanned(Box::new(plan))),
                Err(error) => Msg::RosterNews(RosterNews::ImportRefused { error, file: PathBuf::new(), plan: None }),
            }
        })
    }

    /// Takes an import back, in one transaction.
    pub(super) fn undo_import(&mut self, number: i64, the_others: bool) -> Vec<Msg> {
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| {
            match ledger.undo_import(number, the_others, &mut progress(tell, cancelled)) {
                Ok(outcome) => Msg::ImportNews(ImportNews::ImportUndone(Box::new(outcome))),
                Err(refused) => Msg::ImportNews(ImportNews::UndoRefused(refused)),
            }
        })
    }

    /// Applies a plan, in one transaction.
    pub(super) fn apply_import(&mut self, plan: Box<ImportPlan>, good_rows: bool) -> Vec<Msg> {
        self.cancelled = Arc::default();
        self.beside(move |ledger, tell, cancelled| {
            let applied: Result<_, ImportError> = ledger.apply_import(&plan, good_rows, &mut progress(tell, cancelled));
            match applied {
                Ok(outcome) => Msg::ImportNews(ImportNews::ImportApplied(Box::new(outcome))),
                Err(error) => {
                    Msg::RosterNews(RosterNews::ImportRefused { error, file: PathBuf::new(), plan: Some(plan) })
                }
            }
        })
    }
}

/// `~/roster.xlsx` as the shell would have it.
fn from_home(file: PathBuf) -> PathBuf {
    let home = directories::UserDirs::new();
    match (file.strip_prefix("~"), &home) {
        (Ok(rest), Some(home)) => home.home_dir().join(rest),
        _ => file,
    }
}

/// Spreadsheets where people keep them: here, in the home folder, among documents, on the desktop,
/// where downloads go. Newest first.
fn find_rosters() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = std::env::current_dir().into_iter().collect();
    if let Some(dirs) = directories::UserDirs::new() {
        let known = [Some(dirs.home_dir()), dirs.desktop_dir(), dirs.document_dir(), dirs.download_dir()];
        folders.extend(known.into_iter().flatten().map(Path::to_owned));
    }
    rosters_in(folders.into_iter())
}

/// The spreadsheets of folders, newest first.
fn rosters_in(folders: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let mut found: Vec<(std::time::SystemTime, PathBuf)> = Vec::new();
    for folder in folders {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
            if matches!(ending.as_str(), "xlsx" | "xlsm" | "csv" | "xls" | "ods")
                && !found.iter().any(|(_, known)| *known == path)
            {
                found.extend(entry.metadata().and_then(|it| it.modified()).ok().map(|at| (at, path)));
            }
        }
    }
    found.sort_by_key(|(modified_at, _)| std::cmp::Reverse(*modified_at));
    found.into_iter().take(ROSTERS_SHOWN).map(|(_, path)| path).collect()
}
