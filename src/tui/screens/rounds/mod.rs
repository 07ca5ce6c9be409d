//! The plan's dated rounds as cards: what is done by when, how far it is, who is open.

pub mod keys;
pub mod view;

use crate::i18n::Words;
use crate::ledger::RoundNow;
use crate::report::rounds::what_words;
use crate::tui::filter::These;

/// The state of the screen.
#[derive(Debug, Default)]
pub struct RoundsScreen {
    /// None: they are being read.
    rounds: Option<Vec<RoundNow>>,
    selected: usize,
}

impl RoundsScreen {
    /// They arrived, or arrived anew.
    pub fn take(&mut self, rounds: Vec<RoundNow>) {
        self.selected = self.selected.min(rounds.len().saturating_sub(1));
        self.rounds = Some(rounds);
    }

    fn count(&self) -> usize {
        self.rounds.as_ref().map_or(0, Vec::len)
    }

    fn selected(&self) -> Option<&RoundNow> {
        self.rounds.as_ref()?.get(self.selected)
    }

    /// The households that the selected round has not reached; none where there are none.
    fn these(&self, words: &Words) -> Option<These> {
        let now = self.selected()?;
        let ids = now.open.iter().map(|row| row.id).collect();
        These::new(words.with("round-open-list", &[("what", &what_words(words, now))]), ids)
    }
}
