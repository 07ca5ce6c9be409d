//! `huifang salvage FILE`: whatever can be read of a damaged database, in a new one.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::exit::{Exit, tell};
use crate::files::is_taken;
use crate::ledger::{StoreError, salvage_into};
use crate::report::store_error_words;
use crate::session::Session;

use super::report::refuse;
use super::unlock;

pub(super) fn run(session: &Session, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let to = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    if session.is_missing() {
        return refuse(&store_error_words(words, &StoreError::Missing(session.database.clone())));
    }
    if is_taken(&to) {
        return refuse(&words.with("salvage-taken", &[("file", &to.display().to_string())]));
    }
    let salvaged =
        unlock::key_of(session).and_then(|key| salvage_into(&session.database, key.as_ref(), &to, session.clock));
    match salvaged {
        Ok(salvaged) => {
            let numbers = [
                ("households", salvaged.households),
                ("visits", salvaged.visits),
                ("revisions", salvaged.revisions),
                ("missing", salvaged.missing_revisions),
                ("anew", salvaged.made_anew),
                ("left", salvaged.left_out),
            ]
            .map(|(name, number)| (name, number.to_string()));
            let file = to.display().to_string();
            let mut args: Vec<(&str, &str)> = numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
            args.push(("file", &file));
            tell(&words.with("salvage-done", &args));
            Exit::WithProblems
        }
        Err(error) => refuse(&store_error_words(words, &error)),
    }
}
