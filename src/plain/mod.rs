//! The interface line by line, for screen readers and slow lines: households listed and shown, a visit logged one
//! question a line. Behind it stands the same interface, on a screen that nobody sees: the same verbs, drafts and
//! questions.

mod form;
mod talk;
mod verb;
mod windows;

use chrono::{DateTime, Utc};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::cli;
use crate::domain::due_row::DueRow;
use crate::domain::id::HouseholdId;
use crate::domain::revisit::RevisitState;
use crate::exit::Exit;
use crate::i18n::Words;
use crate::ledger::{IfMissing, Protection, StoreError};
use crate::report::household_text::household_text;
use crate::report::store_error_words;
use crate::session::Session;
use crate::tui::app::App;
use crate::tui::begin;
use crate::tui::effect::{Read, Setup};
use crate::tui::executor::Jobs;
use crate::tui::gate::is_left_alone;
use crate::tui::news::Msg;
use crate::tui::scene::Seen;

use talk::{Heard, listen, say};
use verb::{Verb, verb_of};

/// Who opened, in the log.
const PLAIN: &str = "plain interface";
/// So many are listed at once.
const MOST_LISTED: usize = 20;
/// The unseen screen; of this size nothing is previewed.
const SIZE: (u16, u16) = (80, 24);

/// Runs the interface line by line until the person leaves, or there is nothing more to read.
pub fn run(session: Session, demo: bool) -> Exit {
    match opened(session, demo) {
        Ok(mut plain) => {
            plain.converse();
            plain.end()
        }
        Err((session, error)) => cli::refuse_to_open(&session, &error),
    }
}

fn opened(mut session: Session, demo: bool) -> Result<Plain, (Box<Session>, StoreError)> {
    let key = if demo { Ok(None) } else { cli::key(&session, IfMissing::Create) };
    let executor = key.and_then(|key| begin::open_executor(&session, demo, key.as_ref(), Jobs::Inline));
    let mut executor = match executor {
        Ok(executor) => executor,
        Err(error) => return Err((Box::new(session), error)),
    };
    if !demo {
        executor.ledger.log_opening(PLAIN);
    }
    let look = begin::look_of(&session);
    let words = Words::new(session.words.language());
    let mut model = begin::model(Words::new(session.words.language()), look, &executor, demo);
    begin::check_clock(&mut model, &mut executor);
    begin::say_what_is_known(&mut model, &executor);
    let Ok(terminal) = Terminal::new(TestBackend::new(SIZE.0, SIZE.1));
    let app = App { terminal, model, executor, seen: Seen::default(), suspend: || false };
    let last_heard = app.executor.ledger.clock().now();
    // What opened it is not kept while it is open.
    let is_script = session.passphrase.take().is_some();
    Ok(Plain { app, words, listed: Vec::new(), session, is_script, last_heard })
}

/// The interface and what was listed last, by number.
struct Plain {
    app: App<TestBackend>,
    words: Words,
    listed: Vec<HouseholdId>,
    session: Session,
    /// The passphrase came from a file.
    is_script: bool,
    last_heard: DateTime<Utc>,
}

/// There is nothing more to read: whoever was there is gone.
struct Gone;

impl Plain {
    fn converse(&mut self) {
        let opened = self.app.executor.set_up(Setup::OpenHome);
        self.take(std::iter::once(Msg::Resized(SIZE.0, SIZE.1)).chain(opened).collect());
        let demo = if self.app.model.shell.is_demo { self.words.t("plain-demo") } else { String::new() };
        say(&self.words.with("plain-begin", &[("today", &self.today_text()), ("demo", &demo)]));
        if let Some(why) = &self.app.model.shell.cannot_write {
            say(&self.words.t(&format!("CannotWrite-{}", why.code())));
        }
        // What the screen says of drafts names a key of the screen.
        self.app.model.shell.notice = self.app.model.shell.notice.take().filter(|notice| notice.is_bad);
        let drafts = self.with_drafts().len();
        if drafts > 0 {
            say(&self.words.with("plain-drafts", &[("count", &drafts.to_string())]));
        }
        self.list("");
        while let Ok(line) = self.read() {
            let (verb, rest) = verb_of(&self.words, &line);
            match verb {
                Some(Verb::Quit) => break,
                Some(Verb::List) => self.list(&rest),
                Some(Verb::Show) => self.show(&rest),
                Some(Verb::Visit) => {
                    if self.visit(&rest).is_err() {
                        break;
                    }
                }
                Some(Verb::Help) => say(&self.words.t("plain-help")),
                None if line.is_empty() => {}
                None => self.list(&line),
            }
        }
    }

    /// What is typed at the list; what the interface has to say comes before it.
    fn read(&mut self) -> Result<String, Gone> {
        self.say_notice();
        self.answer_windows()?;
        self.hear()
    }

    /// A line that was typed. Where nobody typed for as long as the screen would be locked after, the passphrase is
    /// asked for first, and the line is let go, since nobody knows by whom it was typed.
    fn hear(&mut self) -> Result<String, Gone> {
        loop {
            let line = match listen("> ").ok_or(Gone)? {
                Heard::Line(line) => line,
                Heard::NotText => {
                    say(&self.words.t("plain-not-text"));
                    continue;
                }
                Heard::TooLong => {
                    say(&self.words.t("plain-too-long"));
                    continue;
                }
            };
            let now = self.app.executor.ledger.clock().now();
            let last = std::mem::replace(&mut self.last_heard, now);
            let minutes = self.session.config.lock_after_minutes();
            let is_guarded = self.app.model.shell.protection == Protection::Passphrase;
            // A script that names the file of the passphrase is nobody who went away.
            if !is_guarded || self.is_script || !is_left_alone(last, now, minutes) {
                return Ok(line);
            }
            say(&self.words.t("plain-locked"));
            cli::key(&self.session, IfMissing::Refuse).map_err(|_| Gone)?;
            self.last_heard = self.app.executor.ledger.clock().now();
        }
    }

    /// Nothing that was typed is left without a word, and the day's backup is made.
    fn end(&mut self) -> Exit {
        self.app.keep_what_was_typed();
        if self.app.owes_a_draft() {
            self.say_notice();
            say(&self.words.t("plain-not-kept"));
            return Exit::Refused;
        }
        if !self.app.model.shell.is_demo && self.app.executor.ledger.back_up_daily().is_err() {
            say(&self.words.t("plain-not-backed-up"));
        }
        Exit::Done
    }

    fn today_text(&self) -> String {
        self.app.model.shell.today.to_string()
    }

    /// Lets the interface take what happened, and what changed around it.
    fn take(&mut self, msgs: Vec<Msg>) {
        let all = self.app.look_around().into_iter().chain(msgs).collect();
        // Nothing runs beside it that could end in a panic, and no key that quits is ever given to it.
        let Ok(_) = self.app.take(all);
    }

    /// What the interface says above its footer.
    fn say_notice(&mut self) {
        if let Some(notice) = self.app.model.shell.notice.take() {
            say(&notice.text);
        }
    }

    /// Those who are overdue or due; with words, those whom the words find.
    fn list(&mut self, query: &str) {
        let today = self.app.model.shell.today;
        let Some(list) = &self.app.model.home.list else {
            return say(&self.words.t("plain-empty"));
        };
        let all = query == self.words.t("plain-all");
        let rows: Vec<&DueRow> = if query == self.words.t("plain-drafts-word") {
            self.with_drafts()
        } else if query.is_empty() || all {
            let is_wanted = |row: &&DueRow| {
                row.active && (all || matches!(row.state(today), RevisitState::Overdue | RevisitState::Due))
            };
            list.rows.iter().filter(is_wanted).collect()
        } else {
            list.find(query, usize::MAX)
        };
        let most = if all { usize::MAX } else { MOST_LISTED };
        let lines: Vec<String> =
            rows.iter().take(most).enumerate().map(|(at, row)| self.row_text(at + 1, row)).collect();
        let (count, more) = (rows.len(), rows.len().saturating_sub(lines.len()));
        let listed = rows.iter().take(most).map(|row| row.id).collect();
        self.listed = listed;
        let key = if query.is_empty() { "plain-listed-due" } else { "plain-listed" };
        say(&self.words.with(key, &[("count", &count.to_string())]));
        for line in lines {
            say(&line);
        }
        if more > 0 {
            say(&self.words.with("plain-more", &[("more", &more.to_string())]));
        }
    }

    fn with_drafts(&self) -> Vec<&DueRow> {
        let list = self.app.model.home.list.as_ref();
        list.map(|list| list.rows.iter().filter(|row| row.has_draft).collect()).unwrap_or_default()
    }

    fn row_text(&self, number: usize, row: &DueRow) -> String {
        let (words, today) = (&self.words, self.app.model.shell.today);
        let due = match (row.state(today), row.due_on) {
            (RevisitState::Overdue, Some(due)) => {
                let days = row.days_overdue(today).to_string();
                words.with("plain-overdue", &[("due", &due.to_string()), ("days", &days)])
            }
            (_, Some(due)) => words.with("plain-due", &[("due", &due.to_string())]),
            (_, None) => words.t("none"),
        };
        let place = format!("{}{}", row.village, row.group);
        let draft = if row.has_draft { words.t("plain-has-draft") } else { String::new() };
        let number = number.to_string();
        words.with(
            "plain-row",
            &[
                ("number", &number),
                ("name", &row.name),
                ("place", &place),
                ("class", &words.of(row.class)),
                ("due", &due),
                ("draft", &draft),
            ],
        )
    }

    /// The household that a number of the last list, a code, or words that find only one of them name.
    fn named(&mut self, named: &str) -> Option<HouseholdId> {
        let by_number = || named.parse::<usize>().ok()?.checked_sub(1).and_then(|at| self.listed.get(at).copied());
        let list = self.app.model.home.list.as_ref();
        if list.is_none() {
            say(&self.words.t("plain-empty"));
            return None;
        }
        let by_code = || list?.rows.iter().find(|row| row.code == named).map(|row| row.id);
        let by_words = || match list?.find(named, 2).as_slice() {
            [one] => Some(one.id),
            _ => None,
        };
        let found = if named.is_empty() { None } else { by_number().or_else(by_code).or_else(by_words) };
        if found.is_none() {
            say(&self.words.with("plain-not-found", &[("named", named)]));
        }
        found
    }

    fn show(&mut self, named: &str) {
        let Some(id) = self.named(named) else { return };
        let ledger = &self.app.executor.ledger;
        match ledger.show(id) {
            Ok(file) => {
                let text = household_text(&self.words, &file, ledger.policy(), ledger.today());
                say(text.trim_end());
            }
            Err(error) => say(&store_error_words(&self.words, &error)),
        }
    }

    fn visit(&mut self, named: &str) -> Result<(), Gone> {
        if let Some(why) = &self.app.model.shell.cannot_write {
            say(&store_error_words(&self.words, why));
            return Ok(());
        }
        let Some(household_id) = self.named(named) else { return Ok(()) };
        let opened = self.app.executor.read(Read::OpenVisitForm { household_id, correcting: None });
        self.take(vec![opened]);
        self.fill_form()
    }
}
