//! `huifang show CODE`: one household with everything.

use clap::ArgMatches;

use crate::domain::audited::AuditedKind;
use crate::domain::household::HouseholdCode;
use crate::exit::Exit;
use crate::ledger::{HouseholdFile, Ledger};
use crate::report::household_text::household_text;
use crate::report::store_error_words;
use crate::session::Session;

use super::json::ShowJson;
use super::report::{print, print_json, refuse};

/// Prints everything that is on file of a household.
pub(super) fn run(session: &Session, ledger: &mut Ledger, arguments: &ArgMatches) -> Exit {
    let stated = arguments.get_one::<String>("code").cloned().unwrap_or_default();
    match find_household(session, ledger, &stated) {
        Ok(file) if arguments.get_flag("json") => {
            // It gives whole numbers, to programs.
            ledger.log_if_possible(AuditedKind::Exported, "show json full", None);
            print_json(&session.words, &ShowJson::of(&file, ledger.policy(), ledger.today()))
        }
        Ok(file) => {
            let text = household_text(&session.words, &file, ledger.policy(), ledger.today());
            print(&session.words, &text)
        }
        Err(exit) => exit,
    }
}

/// The household that `CODE` names; tells the person where there is none.
pub(super) fn find_household(session: &Session, ledger: &Ledger, stated: &str) -> Result<HouseholdFile, Exit> {
    let code = HouseholdCode::parse(stated).map(|code| code.as_str().to_owned()).unwrap_or_default();
    match ledger.show_by_code(&code) {
        Ok(Some(file)) => Ok(file),
        Ok(None) => Err(refuse(&session.words.with("cli-show-unknown", &[("code", stated)]))),
        Err(error) => Err(refuse(&store_error_words(&session.words, &error))),
    }
}
