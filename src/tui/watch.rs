//! What happens by itself when time passes: the lock, whole numbers that go, the log folded in, the day's backup.

use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, Utc};
use ratatui::backend::Backend;

use super::app::App;
use super::gate::is_left_alone;
use super::happened::Happened;
use super::news::{GuardNews, Msg, News};
use crate::clock::Clock;
use crate::ledger::Protection;

/// How long what was typed may wait for another try to keep it.
const TRIES_AGAIN_AFTER: Duration = Duration::from_secs(1);
/// After so long without anything the log is folded into the file.
const QUIET: Duration = Duration::from_secs(2);
/// A computer that slept is locked after so long at the latest.
const LOOKS_AT_CLOCK: Duration = Duration::from_secs(2);
/// After so long the day's backup is made: it keeps the disk busy.
const LONG_QUIET: Duration = Duration::from_secs(20);
/// How long whole numbers of persons stay on the screen.
const NUMBERS_SHOWN: Duration = Duration::from_secs(30);

/// When somebody last did something: by the clock on the wall, which goes on while the computer sleeps, and by the
/// one that nobody sets.
#[derive(Debug, Clone, Copy)]
struct LastInput {
    at: DateTime<Utc>,
    instant: Instant,
}

/// What has been seen of the time so far.
#[derive(Debug)]
pub(super) struct Watch {
    clock: Clock,
    lock_after_minutes: u32,
    last_input: LastInput,
    numbers_shown_since: Option<Instant>,
    backed_up_on: Option<NaiveDate>,
    /// Since the last thing that happened.
    is_folded: bool,
}

impl Watch {
    pub(super) fn new(clock: Clock, lock_after_minutes: u32) -> Self {
        let last_input = LastInput { at: clock.now(), instant: Instant::now() };
        let (numbers_shown_since, backed_up_on) = (None, None);
        Self { clock, lock_after_minutes, last_input, numbers_shown_since, backed_up_on, is_folded: false }
    }

    /// How long the loop may wait for something to happen.
    pub(super) fn patience<B: Backend>(&mut self, app: &App<B>) -> Duration {
        let mut wait = Duration::from_secs(self.clock.seconds_to_next_minute());
        if app.owes_a_draft() {
            wait = wait.min(TRIES_AGAIN_AFTER);
        }
        if !self.is_folded && app.executor.ledger.has_log() {
            wait = wait.min(QUIET);
        }
        if app.model.shell.protection == Protection::Passphrase {
            wait = wait.min(LOOKS_AT_CLOCK);
        }
        if self.backed_up_on != Some(app.model.shell.today) {
            wait = wait.min(LONG_QUIET);
        }
        if !app.model.shell.shows_numbers() {
            self.numbers_shown_since = None;
            return wait;
        }
        let since = self.numbers_shown_since.get_or_insert_with(Instant::now);
        wait.min(NUMBERS_SHOWN.saturating_sub(since.elapsed()))
    }

    /// Nothing happened for as long as the loop was to wait.
    pub(super) fn quiet<B: Backend>(&mut self, app: &mut App<B>) {
        if !std::mem::replace(&mut self.is_folded, true) && app.executor.ledger.has_log() {
            app.executor.fold_log();
        }
        let today = app.model.shell.today;
        if self.last_input.instant.elapsed() >= LONG_QUIET && self.backed_up_on != Some(today) {
            self.backed_up_on = Some(today);
            app.executor.back_up_daily();
        }
    }

    /// What happened, as it is to be taken: what follows from the time is added, and what was typed into a screen that
    /// was left alone is let go, since nobody knows by whom.
    pub(super) fn heard(&mut self, mut batch: Vec<Happened>) -> Vec<Happened> {
        let guard = |news| Happened::told(Msg::News(News::OfGuard(news)));
        let (now, is_somebody_there) = (self.clock.now(), batch.iter().any(Happened::is_of_a_person));
        let is_left_alone = is_left_alone(self.last_input.at, now, self.lock_after_minutes);
        if is_left_alone {
            batch.retain(|it| !it.is_of_a_person());
            // Before anything is drawn again.
            batch.insert(0, guard(GuardNews::LeftAlone));
        }
        if is_left_alone || is_somebody_there {
            self.last_input = LastInput { at: now, instant: Instant::now() };
        }
        self.is_folded &= batch.is_empty();
        if self.numbers_shown_since.is_some_and(|since| since.elapsed() >= NUMBERS_SHOWN) {
            batch.push(guard(GuardNews::HideNumbers));
        }
        batch
    }
}
