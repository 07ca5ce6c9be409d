//! `huifang import FILE`: the plan, and unless it is a dry run, the import.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressStyle};

use crate::exchange::Reading;
use crate::exchange::roster::{Severity, read_roster};
use crate::exit::{Exit, tell};
use crate::files::Throwaway;
use crate::i18n::Words;
use crate::ledger::{HeadingIs, HouseholdChange, IfMissing, ImportError, ImportOutcome, Ledger, Spellings, StoreError};
use crate::report::imports::{column_by_hand_words, village_joined_words, village_offered_words};
use crate::report::{change_words, import_error_words, roster_problem_words, sheet_not_read_words, skipped_row_words};
use crate::session::Session;

use super::import_json::ImportJson;
use super::report::{print, print_json, say_if_clock_is_behind};
use super::target::confirmed;
use super::unlock;

/// Reads a roster, and applies it where it may.
pub(super) fn run(session: &Session, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let file = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let how = How::of(arguments);
    let (outcome, refused) = match import(session, &file, &how) {
        Ok(outcome) => (outcome, None),
        Err((outcome, error)) => (*outcome, Some(error)),
    };
    let printed = if arguments.get_flag("json") {
        print_json(words, &ImportJson::of(words, &outcome, refused.as_ref(), &file))
    } else if matches!(refused, Some(ImportError::Refused(_) | ImportError::Store(_))) {
        Exit::Done
    } else {
        print(words, &summary(words, &outcome))
    };
    if let Some(error) = refused {
        tell(&import_error_words(words, &error, &file));
        if let ImportError::Store(error) = &error
            && let Some(way_out) = session.way_out(error)
        {
            tell(&way_out);
        }
        return Exit::Refused;
    }
    match printed {
        // The households are on file: only the list of what was done did not arrive.
        Exit::Refused if outcome.applied => Exit::WithProblems,
        Exit::Done if outcome.count(Severity::Error) > 0 => Exit::WithProblems,
        printed => printed,
    }
}

type Refused = (Box<ImportOutcome>, ImportError);

/// What the arguments ask for.
struct How {
    dry_run: bool,
    good_rows: bool,
    /// Much may change.
    yes: bool,
    spellings: Spellings,
    columns: Vec<(String, HeadingIs)>,
}

impl How {
    fn of(arguments: &ArgMatches) -> Self {
        Self {
            dry_run: arguments.get_flag("dry-run"),
            good_rows: arguments.get_flag("good-rows"),
            yes: arguments.get_flag("yes"),
            spellings: match arguments.get_one::<String>("villages").map(String::as_str) {
                Some("join") => Spellings::Join,
                Some("apart") => Spellings::Apart,
                _ => Spellings::AsBefore,
            },
            columns: arguments.get_many("column").into_iter().flatten().cloned().collect(),
        }
    }
}

fn import(session: &Session, file: &Path, how: &How) -> Result<ImportOutcome, Refused> {
    let How { dry_run, good_rows, yes, .. } = *how;
    let nothing = |error: ImportError| (Box::default(), error);
    let of_store = |error: StoreError| nothing(error.into());
    let existing = session.database.exists().then(|| open(session, false)).transpose().map_err(of_store)?;
    let stored = existing.as_ref().map(|open| open.ledger.columns_by_hand()).transpose().map_err(of_store)?;
    let mut by_hand = stored.unwrap_or_default();
    for (heading, is) in &how.columns {
        match is {
            HeadingIs::AsItSays => by_hand.let_go_everywhere(heading),
            HeadingIs::Nothing => by_hand.assign_everywhere(heading, None),
            HeadingIs::Field(field) => by_hand.assign_everywhere(heading, Some(*field)),
        }
    }
    // A file that is refused creates no database: it is read before one is made.
    let roster = read_roster(file, session.clock.today(), Reading::Apart, &by_hand, &mut || true)
        .map_err(|why| nothing(why.into()))?;
    if let Some(heading) = by_hand.unknown(&roster.tables).first() {
        return Err(nothing(ImportError::NoSuchHeading(heading.clone())));
    }
    // One that only adds to what is on file is refused where nothing is.
    let is_refused = roster.only_for_known.is_some() || (roster.has_errors() && !good_rows);
    let only_planned = dry_run || is_refused;
    let mut ledger = existing.map_or_else(|| open(session, only_planned), Ok).map_err(of_store)?;
    let bar = progress_bar();
    let mut progress = |done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        true
    };
    let plan = ledger.ledger.plan_roster(roster, how.spellings, &mut progress).map_err(nothing)?;
    let refused = (plan.outcome.count(Severity::Error) > 0 && !good_rows).then_some(ImportError::RowsWithErrors);
    let outcome = match refused {
        Some(error) => return Err((Box::new(plan.outcome), error)),
        None if dry_run => plan.outcome,
        None if plan.outcome.is_upheaval() && !yes && !may_change_much(session, &plan.outcome) => {
            return Err((Box::new(plan.outcome), ImportError::TooMuchChanges));
        }
        None => {
            for (heading, _) in how.columns.iter().filter(|(_, is)| *is == HeadingIs::AsItSays) {
                ledger.ledger.let_column_go(heading).map_err(of_store)?;
            }
            ledger.ledger.apply_import(&plan, good_rows, &mut progress).map_err(nothing)?
        }
    };
    bar.finish_and_clear();
    Ok(outcome)
}

/// The ledger that is imported into; where nothing will be written and there is no database, an empty one that goes
/// with it.
struct OpenLedger {
    ledger: Ledger,
    _throwaway: Option<Throwaway>,
}

fn open(session: &Session, only_planned: bool) -> Result<OpenLedger, StoreError> {
    if only_planned && !session.database.exists() {
        let folder = Throwaway::new().map_err(|_| StoreError::Folder(std::env::temp_dir()))?;
        let path = folder.path().join("dry-run.db");
        let ledger = Ledger::open(&path, IfMissing::Create, session.clock, "")?;
        return Ok(OpenLedger { ledger, _throwaway: Some(folder) });
    }
    let ledger = unlock::open(session, IfMissing::Create)?;
    say_if_clock_is_behind(&session.words, &ledger);
    Ok(OpenLedger { ledger, _throwaway: None })
}

/// Asks, where somebody is there to answer.
fn may_change_much(session: &Session, outcome: &ImportOutcome) -> bool {
    let count = outcome.weighty().to_string();
    confirmed(&session.words.with("import-upheaval-question", &[("count", &count)]))
}

/// Shown on a terminal, and only when the import takes long enough to wonder.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len}").unwrap_or(ProgressStyle::default_bar()));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn summary(words: &Words, outcome: &ImportOutcome) -> String {
    let heading = if outcome.applied { "cli-import-done" } else { "cli-import-plan" };
    format!("{}\n{}", words.t(heading), details(words, outcome))
}

/// The counts, and everything that an import says.
pub(super) fn details(words: &Words, outcome: &ImportOutcome) -> String {
    let mut out = String::new();
    for (label, count) in [
        ("import-new", outcome.new),
        ("import-changed", outcome.changed.len()),
        ("import-unchanged", outcome.unchanged),
        ("import-absent", outcome.absent.len()),
        ("import-conflicts", outcome.conflicts.len()),
        ("import-since-defaulted", outcome.since_defaulted),
    ] {
        let _ = writeln!(out, "  {}  {count}", crate::text::pad(&words.t(label), 38, ""));
    }
    let (weighty, others): (Vec<_>, Vec<_>) = outcome.changed.iter().partition(|change| change.is_weighty());
    for (label, changes) in [("import-weighty", weighty), ("import-changed", others)] {
        for change in changes {
            write_change(&mut out, words, label, change);
        }
    }
    for undated in &outcome.undated {
        let _ = writeln!(out, "{} {} {}", words.t("import-undated"), undated.code, &*undated.name);
    }
    for conflict in &outcome.conflicts {
        write_change(&mut out, words, "import-conflicts", conflict);
    }
    if !outcome.unknown_columns.is_empty() {
        let names = outcome.unknown_columns.join(&words.t("list-comma"));
        let _ = writeln!(out, "{}", words.with("import-unknown-columns", &[("names", &names)]));
    }
    if let Some(number) = outcome.imported_before.filter(|_| !outcome.applied) {
        let _ = writeln!(out, "{}", words.with("import-before", &[("number", &number.to_string())]));
    }
    for column in &outcome.columns_by_hand {
        let _ = writeln!(out, "{} {}", words.t("columns-by-hand-title"), column_by_hand_words(words, column));
    }
    for spelling in &outcome.villages_joined {
        let _ = writeln!(out, "{} {}", words.t("villages-joined-title"), village_joined_words(words, spelling));
    }
    for spelling in &outcome.villages_offered {
        let _ = writeln!(out, "{} {}", words.t("villages-title"), village_offered_words(words, spelling));
    }
    for sheet in outcome.sheets.iter().filter_map(|sheet| sheet_not_read_words(words, sheet)) {
        let _ = writeln!(out, "{sheet}");
    }
    for skipped in &outcome.skipped {
        let _ = writeln!(out, "{}", skipped_row_words(words, skipped));
    }
    for problem in &outcome.problems {
        let _ = writeln!(out, "{}", roster_problem_words(words, problem));
    }
    out
}

fn write_change(out: &mut String, words: &Words, label: &str, change: &HouseholdChange) {
    let _ = writeln!(out, "{} {} {}", words.t(label), change.code, &*change.name);
    for field in &change.fields {
        let _ = writeln!(out, "    {}", change_words(words, field));
    }
}
