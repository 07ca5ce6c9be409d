//! What stands before the households: the passphrase at the start, the lock after a while without a key, and the
//! change of a passphrase. Nothing of the households is drawn while it is there.

pub mod entry;
mod view;
mod work;

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use crate::ledger::StoreError;
use crate::vault::{FileKey, Proof, Secret, Strength};

use super::command::{Command, commands_of};
use super::keys::{Chord, Key};
use crate::domain::clean::is_unwanted;
use crate::i18n::Words;
use crate::report::passphrase::strength_words;
use crate::report::store_error_words;

pub use work::work;

/// More than this nobody types.
const MOST_CHARACTERS: usize = 1000;

commands_of! {
    [Gate]
    GateCommand { Confirm, Back, OtherProof, ClearField }
}

/// Why it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// The database at the start of the program.
    Start,
    /// A new database.
    NewDatabase,
    /// The screen that was left alone, or was locked by key.
    Screen,
    /// Another passphrase.
    NewPassphrase,
    /// A passphrase where there was none.
    FirstPassphrase,
    /// Another recovery code.
    NewCode,
}

/// What is asked for.
#[derive(Debug)]
enum Stage {
    Passphrase,
    Code,
    New,
    Again(Secret),
    /// It is seen this once.
    CodeShown(Secret),
}

/// What somebody at the gate wants done.
#[derive(Debug)]
pub enum GateWish {
    Open(Proof),
    /// Seal the key by another passphrase.
    Reseal(FileKey, Secret),
    /// Make a key for a new database.
    Make(Secret),
    /// Encrypt the open database by a key of its own.
    Encrypt(Secret),
    /// Another recovery code in place of the one of before.
    Recode(FileKey),
}

/// What came of it.
#[derive(Debug)]
pub enum GateNews {
    Opened(FileKey),
    Resealed,
    /// With the recovery code.
    Made(FileKey, Secret),
    Refused(StoreError),
}

/// Where a key at the gate leads to.
#[derive(Debug)]
pub enum Step {
    Stay,
    Do(GateWish),
    /// What takes long is stopped.
    Stop,
    /// The way is free, with this key; none: without a passphrase.
    Pass(Option<FileKey>),
    /// Away from it: the program ends, or the change is not made.
    Leave,
}

/// The gate and what is typed there.
#[derive(Debug)]
pub struct Gate {
    before: Before,
    stage: Stage,
    typed: Typed,
    strength: Option<Strength>,
    /// What went wrong.
    said: Option<String>,
    is_at_work: bool,
    /// Done, of how much, where it takes long.
    progress: Option<(usize, usize)>,
    key: Option<FileKey>,
    by_code: bool,
}

/// A line that shows nothing of what is typed and wipes it.
#[derive(Debug)]
struct Typed(Zeroizing<String>);

impl Typed {
    fn new() -> Self {
        // Room from the start: a text that grows leaves its beginnings in memory.
        Self(Zeroizing::new(String::with_capacity(4 * MOST_CHARACTERS)))
    }

    fn push(&mut self, c: char) {
        if !is_unwanted(c) && self.count() < MOST_CHARACTERS {
            self.0.push(c);
        }
    }

    fn count(&self) -> usize {
        self.0.chars().count()
    }
}

impl Gate {
    pub fn new(before: Before) -> Self {
        let stage = match before {
            Before::Start | Before::Screen | Before::NewPassphrase | Before::NewCode => Stage::Passphrase,
            Before::NewDatabase | Before::FirstPassphrase => Stage::New,
        };
        let typed = Typed::new();
        let (is_at_work, progress, by_code) = (false, None, false);
        Self { before, stage, typed, strength: None, said: None, is_at_work, progress, key: None, by_code }
    }

    /// The first passphrase is being set.
    pub const fn is_first(&self) -> bool {
        matches!(self.before, Before::FirstPassphrase)
    }

    /// A recovery code is made in place of another.
    pub const fn is_new_code(&self) -> bool {
        matches!(self.before, Before::NewCode)
    }

    /// Somebody came by the recovery code.
    pub const fn is_by_code(&self) -> bool {
        self.by_code
    }

    /// The passphrase or the recovery code is being changed, or set.
    pub const fn is_change(&self) -> bool {
        matches!(self.before, Before::NewPassphrase | Before::FirstPassphrase | Before::NewCode)
    }

    /// The lock may take its place: nothing is under way, and no code is seen that is seen once.
    pub const fn gives_way_to_lock(&self) -> bool {
        self.is_change() && !self.is_at_work && !matches!(self.stage, Stage::CodeShown(_))
    }

    /// Commands that would do nothing as things are.
    pub fn out_of_place(&self) -> Vec<Command> {
        let mut none = vec![Command::Lock];
        if !matches!(self.stage, Stage::Passphrase | Stage::Code) {
            none.push(Command::OtherProof);
        }
        let is_end = matches!(self.stage, Stage::CodeShown(_));
        if is_end || (self.before == Before::Screen && matches!(self.stage, Stage::Passphrase)) {
            none.push(Command::Back);
        }
        none
    }

    /// A key that is a command here, or is typed.
    pub fn press(&mut self, words: &Words, command: Option<Command>, chord: Chord) -> Step {
        if self.is_at_work {
            let is_stopped = self.progress.is_some() && command.and_then(GateCommand::of) == Some(GateCommand::Back);
            return if is_stopped { Step::Stop } else { Step::Stay };
        }
        self.said = None;
        match command.and_then(GateCommand::of) {
            Some(GateCommand::Confirm) => return self.confirm(words),
            Some(GateCommand::Back) => return self.back(),
            Some(GateCommand::OtherProof) => self.switch_proof(),
            Some(GateCommand::ClearField) => self.forget_typed(),
            None => match (chord.key, chord.typed()) {
                (Key::Backspace, _) => drop(self.typed.0.pop()),
                (_, Some(c)) => self.typed.push(c),
                _ => {}
            },
        }
        self.look_at_strength();
        Step::Stay
    }

    /// A paste types; a line's end presses nothing.
    pub fn paste(&mut self, text: &str) {
        if !self.is_at_work {
            text.trim().chars().for_each(|c| self.typed.push(c));
            self.look_at_strength();
        }
    }

    /// Takes in what came of a wish.
    pub fn take(&mut self, words: &Words, news: GateNews) -> Step {
        (self.is_at_work, self.progress) = (false, None);
        match news {
            GateNews::Refused(error) => self.said = Some(store_error_words(words, &error)),
            GateNews::Opened(key) => {
                self.key = Some(key.clone());
                if self.before == Before::NewCode {
                    return self.work(Stage::Passphrase, GateWish::Recode(key));
                }
                let is_new_asked =
                    self.before == Before::NewPassphrase || (self.by_code && self.before == Before::Start);
                if !is_new_asked {
                    return Step::Pass(Some(key));
                }
                self.stage = Stage::New;
            }
            GateNews::Resealed => return Step::Pass(self.key.take()),
            GateNews::Made(key, code) => {
                self.key = Some(key);
                self.stage = Stage::CodeShown(code);
            }
        }
        Step::Stay
    }

    /// How far the work is that takes long.
    pub const fn tell_progress(&mut self, done: usize, total: usize) {
        if self.is_at_work {
            self.progress = Some((done, total));
        }
    }

    fn confirm(&mut self, words: &Words) -> Step {
        let typed = Secret::typed(&self.typed.0);
        let is_shown = matches!(self.stage, Stage::CodeShown(_));
        if typed.is_empty() && !is_shown {
            return Step::Stay;
        }
        self.forget_typed();
        self.strength = None;
        match std::mem::replace(&mut self.stage, Stage::New) {
            Stage::Passphrase => {
                self.by_code = false;
                self.work(Stage::Passphrase, GateWish::Open(Proof::Passphrase(typed)))
            }
            Stage::Code => {
                self.by_code = true;
                self.work(Stage::Code, GateWish::Open(Proof::RecoveryCode(typed)))
            }
            Stage::New => self.take_new(words, typed),
            Stage::Again(first) if first == typed => {
                let wish = match (self.before, &self.key) {
                    (Before::FirstPassphrase, _) => GateWish::Encrypt(typed),
                    (_, Some(key)) => GateWish::Reseal(key.clone(), typed),
                    (_, None) => GateWish::Make(typed),
                };
                self.work(Stage::New, wish)
            }
            Stage::Again(_) => {
                self.said = Some(words.t("passphrase-differs"));
                Step::Stay
            }
            Stage::CodeShown(_) => Step::Pass(self.key.take()),
        }
    }

    fn take_new(&mut self, words: &Words, typed: Secret) -> Step {
        let is_none = typed.expose() == words.t("passphrase-none-word");
        if is_none && self.before == Before::NewDatabase {
            return Step::Pass(None);
        }
        if is_none {
            self.said = Some(words.t("gate-none-not-here"));
            return Step::Stay;
        }
        let strength = Strength::of(&typed);
        if strength == Strength::Short {
            self.said = Some(strength_words(words, strength));
        } else {
            self.stage = Stage::Again(typed);
        }
        Step::Stay
    }

    fn work(&mut self, stage: Stage, wish: GateWish) -> Step {
        self.stage = stage;
        self.is_at_work = true;
        Step::Do(wish)
    }

    /// One step back: from the code to the passphrase, from the second time to the first, else away.
    fn back(&mut self) -> Step {
        self.forget_typed();
        match self.stage {
            Stage::Code => self.stage = Stage::Passphrase,
            Stage::Again(_) => self.stage = Stage::New,
            // The code is seen once, and not by accident.
            Stage::CodeShown(_) => {}
            Stage::Passphrase | Stage::New if self.before == Before::Screen => {}
            Stage::Passphrase | Stage::New => return Step::Leave,
        }
        self.strength = None;
        Step::Stay
    }

    fn switch_proof(&mut self) {
        self.forget_typed();
        self.stage = match std::mem::replace(&mut self.stage, Stage::New) {
            Stage::Passphrase => Stage::Code,
            Stage::Code => Stage::Passphrase,
            other @ (Stage::New | Stage::Again(_) | Stage::CodeShown(_)) => other,
        };
    }

    fn forget_typed(&mut self) {
        self.typed = Typed::new();
    }

    fn look_at_strength(&mut self) {
        let is_looked_at = matches!(self.stage, Stage::New) && !self.typed.0.is_empty();
        self.strength = is_looked_at.then(|| Strength::of(&Secret::typed(&self.typed.0)));
    }
}

/// The screen was left alone for so long, by the clock on the wall: a computer that slept counts as left alone.
pub fn is_left_alone(last: DateTime<Utc>, now: DateTime<Utc>, minutes: u32) -> bool {
    minutes > 0 && (now - last).num_seconds().abs() >= i64::from(minutes) * 60
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn a_screen_is_left_alone_by_the_clock_on_the_wall_and_never_where_that_was_chosen() {
        let (last, minutes) = (DateTime::UNIX_EPOCH, |minutes| TimeDelta::minutes(minutes));
        assert!(!is_left_alone(last, last + minutes(5) - TimeDelta::seconds(1), 5));
        assert!(is_left_alone(last, last + minutes(5), 5));
        assert!(is_left_alone(last, last + minutes(600), 5), "a computer that slept");
        assert!(is_left_alone(last, last - minutes(600), 5), "a clock that was set back");
        assert!(!is_left_alone(last, last + minutes(600), 0));
    }
}
