//! Both languages have the same keys; code names only keys that there are, and every key is named.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use huifang::domain::attestation::AttestationFault;
use huifang::domain::codes::Coded;
use huifang::domain::contact::ContactFault;
use huifang::domain::fall_reason::FallFault;
use huifang::domain::household_entry::HouseholdFault;
use huifang::domain::measure::MeasureFault;
use huifang::domain::month_entry::MonthFault;
use huifang::domain::status_entry::StatusFault;
use huifang::domain::warning::Warning;
use huifang::domain::water_report::WaterReportFault;
use huifang::exchange::refusal::FileRefused;
use huifang::exchange::roster::{RosterFaultKind, Severity};
use huifang::i18n::{Language, families};
use huifang::ledger::StoreError;
use huifang::tui::command::Command;
use huifang::tui::keys::{Context, DayStep, Editing};
use huifang::tui::screens::audit::AuditTab;
use huifang::tui::screens::home::groups::GroupBy;
use huifang::tui::screens::home::{SortBy, Tab};
use huifang::tui::screens::household::HouseholdTab;
use huifang::tui::screens::problems::ProblemsTab;
use huifang::tui::screens::procedures::ProceduresTab;
use huifang::tui::screens::record_form::{ClueWay, ProcedureWay, StepWay};
use huifang::tui::screens::settings::SettingsTab;
use huifang::tui::theme::ThemeName;

fn keys(language: Language) -> BTreeSet<String> {
    all_keys(language).into_iter().collect()
}

fn all_keys(language: Language) -> Vec<String> {
    let lines = language.sources().iter().flat_map(|source| source.lines());
    let key = |line: &str| {
        let (key, _) = line.split_once(" =")?;
        let starts = key.chars().next()?.is_ascii_alphabetic();
        starts.then(|| key.to_owned())
    };
    lines.filter_map(key).collect()
}

/// One rule of capitals in English: what names something on the screen begins with one.
#[test]
fn what_names_something_in_english_begins_with_a_capital() {
    let names = ["Command-", "Context-", "Setting-", "Condition-", "AlertKind-", "HouseholdFact-", "MemberFact-"];
    let labels = ["record-status-", "record-section", "setting-now", "setting-value", "measure-kind", "column-"];
    let lines: Vec<&str> = Language::En.sources().iter().flat_map(|source| source.lines()).collect();
    let named = lines.iter().filter(|line| names.iter().chain(&labels).any(|start| line.starts_with(start)));
    let mut seen = 0;
    for line in named {
        let (key, text) = line.split_once(" = ").unwrap();
        assert!(text.starts_with(|c: char| !c.is_ascii_lowercase()), "{key}: {text}");
        seen += 1;
    }
    assert!(seen > 150, "{seen}");
}

pub fn source_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(source_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// String literals that have the form of a key: lower case words with dashes between.
fn literals() -> BTreeSet<String> {
    let mut literals = BTreeSet::new();
    for file in source_files(&root()) {
        let text = std::fs::read_to_string(file).unwrap();
        for piece in text.split('"').skip(1).step_by(2) {
            literals.insert(piece.to_owned());
        }
    }
    literals
}

/// Keys that the code puts together from a family and a code.
fn composed() -> BTreeSet<String> {
    fn of<T: Coded>() -> (&'static str, Vec<&'static str>) {
        (T::FAMILY, T::VALUES.iter().map(|value| value.stable_code()).collect())
    }
    let mut all = families();
    all.extend([
        of::<Command>(),
        of::<Context>(),
        of::<Editing>(),
        of::<DayStep>(),
        of::<Tab>(),
        of::<SortBy>(),
        of::<GroupBy>(),
        of::<AuditTab>(),
        of::<HouseholdTab>(),
    ]);
    all.extend([of::<RosterFaultKind>(), of::<Severity>(), of::<huifang::exchange::roster::SkipReason>()]);
    all.push(of::<SettingsTab>());
    all.push(of::<ProblemsTab>());
    all.push(of::<ProceduresTab>());
    all.extend([of::<ClueWay>(), of::<ProcedureWay>(), of::<StepWay>()]);
    all.push(of::<ThemeName>());
    all.push(("theme-about", of::<ThemeName>().1));
    all.push(of::<AttestationFault>());
    all.push(of::<ContactFault>());
    all.push((
        "NoticeFault",
        vec!["unit_missing", "place_missing", "phone_impossible", "phone_of_a_person", "until_missing", "too_short"],
    ));
    all.push(of::<FallFault>());
    all.push(of::<HouseholdFault>());
    all.push(of::<MeasureFault>());
    all.push(of::<MonthFault>());
    all.push(of::<WaterReportFault>());
    all.push(of::<huifang::ledger::VoidFault>());
    all.push(("StatusFault", STATUS_FAULTS.map(StatusFault::code).to_vec()));
    all.push(of::<huifang::exchange::written::WriteFault>());
    all.push(("StoreError", StoreError::CODES.to_vec()));
    all.push(("CannotWrite", vec!["read_only", "full", "io", "folder", "busy", "moved", "lacking"]));
    all.push(("FileRefused", FileRefused::CODES.to_vec()));
    all.push(of::<huifang::ledger::KeptFor>());
    all.push(of::<huifang::ledger::EntityKind>());
    all.push(("UndoRefused", vec!["no_such_import", "already_undone", "recorded_since", "cancelled"]));
    all.push(of::<huifang::exchange::roster::Column>());
    all.push(("calendar-day", vec!["1", "2", "3", "4", "5", "6", "7"]));
    all.push(("weekday", vec!["1", "2", "3", "4", "5", "6", "7"]));
    let simple: Vec<String> = Warning::all().map(Warning::code).filter(|code| !code.contains('.')).collect();
    let warnings = simple.iter().map(|code| format!("Warning-{code}"));
    let all = all.into_iter().flat_map(|(family, codes)| codes.into_iter().map(move |code| format!("{family}-{code}")));
    let names = simple.iter().map(|code| format!("WarningName-{code}"));
    all.chain(warnings).chain(names).collect()
}

const STATUS_FAULTS: [StatusFault; 4] = [
    StatusFault::NotPossible,
    StatusFault::DetailMissing,
    StatusFault::InFuture,
    StatusFault::BeforeLastChange(NaiveDate::MIN),
];

#[test]
fn both_languages_have_the_same_keys() {
    let (chinese, english) = (keys(Language::ZhCn), keys(Language::En));
    assert_eq!(chinese.difference(&english).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in en");
    assert_eq!(english.difference(&chinese).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in zh-CN");
    assert!(chinese.len() > 300);
}

/// The last of two would be spoken, and the other never.
#[test]
fn no_key_stands_twice() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        let twice: Vec<String> = all_keys(language).into_iter().filter(|key| !seen.insert(key.clone())).collect();
        assert_eq!(twice, Vec::<String>::new());
    }
}

#[test]
fn every_code_has_its_words() {
    let keys = keys(Language::En);
    let missing: Vec<String> = composed().into_iter().filter(|key| !keys.contains(key)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// What `words.t("…")` and `words.with("…")` name.
fn named_in_calls() -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for file in source_files(&root()) {
        let text = std::fs::read_to_string(&file).unwrap();
        let plain: String = text.split_whitespace().collect::<Vec<_>>().join("");
        for call in [".t(\"", ".with(\"", ".warn_of(\"", "named(\""] {
            for rest in plain.split(call).skip(1) {
                named.extend(rest.split('"').next().filter(|key| key.contains('-')).map(str::to_owned));
            }
        }
    }
    named
}

#[test]
fn code_names_only_keys_that_there_are() {
    let keys = keys(Language::En);
    let missing: Vec<String> = named_in_calls().into_iter().filter(|key| !keys.contains(key)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_key_is_named_somewhere() {
    let (literals, composed) = (literals(), composed());
    let unnamed: Vec<String> =
        keys(Language::En).into_iter().filter(|key| !literals.contains(key) && !composed.contains(key)).collect();
    assert_eq!(unnamed, Vec::<String>::new());
}

#[test]
fn no_sentence_stands_in_code() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for file in source_files(&root()) {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let quoted = line.split('"').skip(1).step_by(2);
            let longest = quoted.map(|text| text.chars().filter(|c| han(*c)).count()).max().unwrap_or(0);
            // Words that people type are no sentences.
            assert!(longest <= 4, "{}: {line}", file.display());
        }
    }
}
