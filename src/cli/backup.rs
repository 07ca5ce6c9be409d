//! `huifang backup FILE`: a verified copy of the database with its key file.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::exit::{Exit, tell};
use crate::ledger::Ledger;
use crate::report::store_error_words;
use crate::session::Session;

use super::out::seal_of;
use super::report::{progress_bar, refuse, shown_on};
use super::target::target;

pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let file = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let if_there = match target(session, ledger, &file, arguments) {
        Ok(if_there) => if_there,
        Err(exit) => return exit,
    };
    let seal = match seal_of(words, arguments, &file) {
        Ok(seal) => seal,
        Err(sentence) => return refuse(&sentence),
    };
    let bar = progress_bar(&words.t("backup-working"));
    let made = ledger.back_up(&file, if_there, seal.as_ref(), &mut shown_on(&bar));
    bar.finish_and_clear();
    match made {
        Ok(counted) => {
            let [households, visits, revisions] =
                [counted.households, counted.visits, counted.revisions].map(|count| count.to_string());
            let file = file.display().to_string();
            let args =
                [("file", file.as_str()), ("households", &households), ("visits", &visits), ("revisions", &revisions)];
            tell(&words.with("backup-written", &args));
            Exit::Done
        }
        Err(error) => refuse(&store_error_words(words, &error)),
    }
}
