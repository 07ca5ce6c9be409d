//! Sentences about passphrases and recovery codes, and about what is wrong with a database.

use crate::i18n::Words;
use crate::ledger::{DatabaseFault, Ground, Lacking};
use crate::vault::{FEWEST_CHARACTERS, Secret, Strength};

/// So many pages are named one by one.
const PAGES_NAMED: usize = 12;

/// How long a passphrase would hold out, and what would be better.
pub fn strength_words(words: &Words, strength: Strength) -> String {
    let key = match strength {
        Strength::Short => "strength-short",
        Strength::Weak => "strength-weak",
        Strength::Fair => "strength-fair",
        Strength::Strong => "strength-strong",
    };
    words.with(key, &[("fewest", &FEWEST_CHARACTERS.to_string())])
}

/// The code, what it is for and where it belongs.
pub fn recovery_code_words(words: &Words, code: &Secret) -> String {
    words.with("recovery-code", &[("code", code.expose())])
}

/// What this computer knows of a newer copy of the database.
pub fn newer_elsewhere_words(words: &Words, newer: &Lacking) -> String {
    let (records, place) = (newer.records.to_string(), newer.place.clone());
    words.with("newer-elsewhere", &[("records", &records), ("path", &place)])
}

/// Why the disk that a database lies on is not a good one for it; none where it is.
pub fn ground_words(words: &Words, ground: Ground) -> Option<String> {
    match ground {
        Ground::Own => None,
        Ground::Network => Some(words.t("ground-network")),
        Ground::Stick => Some(words.t("ground-stick")),
    }
}

/// The tables that cannot be read whole.
fn tables_words(words: &Words, tables: &[String]) -> String {
    if tables.is_empty() { words.t("fault-tables-unknown") } else { tables.join(&words.t("list-comma")) }
}

/// What is wrong with a database, and what it means.
pub fn database_fault_words(words: &Words, fault: &DatabaseFault) -> String {
    match fault {
        DatabaseFault::Pages { pages, tables } => {
            let shown: Vec<String> = pages.iter().take(PAGES_NAMED).map(ToString::to_string).collect();
            let dots = if pages.len() > PAGES_NAMED { "…" } else { "" };
            let numbers = format!("{}{dots}", shown.join(", "));
            let count = pages.len().to_string();
            let args = [("count", count.as_str()), ("pages", &numbers), ("tables", &tables_words(words, tables))];
            words.with("fault-pages", &args)
        }
        DatabaseFault::Structure { tables } => {
            words.with("fault-structure", &[("tables", &tables_words(words, tables))])
        }
        DatabaseFault::References => words.t("fault-references"),
        DatabaseFault::Rows { table, count } => {
            words.with("fault-rows", &[("table", table), ("count", &count.to_string())])
        }
        DatabaseFault::Link(seq) => words.with("fault-link", &[("revision", &format!("#{seq}"))]),
        DatabaseFault::Lacking(lacking) => words.with("fault-lacking", &[("records", &lacking.records.to_string())]),
    }
}
