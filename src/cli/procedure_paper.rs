//! `huifang procedures paper N --form FORM FILE`: a paper of a procedure, as a sheet to print or as text.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::domain::policy::PaperForm;
use crate::exchange::visit_sheet::write_sheets;
use crate::exchange::written::{Outlet, kind_of, write_out};
use crate::exit::{Exit, tell};
use crate::ledger::{Ledger, ListedProcedure};
use crate::report::papers::{PaperOf, paper_page, paper_refused_words, paper_text};
use crate::report::{not_written_words, store_error_words};
use crate::session::Session;

use super::out::GoingOut;
use super::target::target;

pub(super) fn run(
    session: &Session,
    ledger: &mut Ledger,
    listed: &ListedProcedure,
    arguments: &ArgMatches,
) -> Result<Exit, String> {
    let words = &session.words;
    let path = arguments.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let going = GoingOut::of(words, arguments, &path)?;
    let form = arguments.get_one::<String>("form").and_then(|code| PaperForm::from_code(code));
    let form = form.unwrap_or(PaperForm::Application);
    let file = ledger.show(listed.row.id).map_err(|error| store_error_words(words, &error))?;
    let (policy, numbers, today) = (ledger.policy(), going.numbers, ledger.today());
    let of = PaperOf { words, policy, file: &file, listed, numbers, today };
    let page = paper_page(of, form).map_err(|refused| paper_refused_words(words, &refused))?;
    let if_there = match target(session, ledger, &path, arguments) {
        Ok(if_there) => if_there,
        Err(exit) => return Ok(exit),
    };
    let outlet = Outlet { if_there, seal: going.seal.as_ref() };
    let written = if kind_of(&path, outlet) == "txt" {
        write_out(&path, paper_text(&page).as_bytes(), outlet)
    } else {
        write_sheets(&path, &page.title, std::slice::from_ref(&page), outlet)
    };
    written.map_err(|error| not_written_words(words, &error))?;
    going.log(words, ledger, "paper", &path)?;
    tell(&words.with("paper-written", &[("title", &page.title), ("file", &path.display().to_string())]));
    Ok(Exit::Done)
}
