//! Reading a policy file: every key known, every value possible, every problem with its line.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::group::KeyGroup;
use super::problem::{FaultyValue, PolicyFault};
use super::round::Round;
use super::setting::Setting;
use super::step::{Ground, StepRule};
use super::value::Value;
use super::wording::{LANGUAGES, Wording};

/// A value, and the plan's wording of its purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    pub value: Value,
    pub wording: Wording,
    /// The plan's words do not state it as it stands: this project reads it so.
    pub is_reading: bool,
}

/// What one file states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PolicyFile {
    pub id: String,
    pub title: Wording,
    pub place: Wording,
    pub stated: BTreeMap<Setting, Stated>,
    pub rounds: Vec<Round>,
    pub steps: Vec<StepRule>,
    pub grounds: Vec<Ground>,
    pub groups: Vec<KeyGroup>,
}

/// Reads a whole plan.
pub fn read_plan(text: &str) -> Result<PolicyFile, Vec<FaultyValue>> {
    read(text, true)
}

/// Reads values that are laid over a plan: settings alone, which need no wording.
pub fn read_overrides(text: &str) -> Result<BTreeMap<Setting, Stated>, Vec<FaultyValue>> {
    read(text, false).map(|file| file.stated)
}

fn read(text: &str, whole: bool) -> Result<PolicyFile, Vec<FaultyValue>> {
    let mut reading = Reading { text, problems: Vec::new() };
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let at = error.span().unwrap_or(0..0);
            let value = reading.source(&at);
            reading.fault(&at, "", value, PolicyFault::Syntax, "TOML".to_owned());
            return Err(reading.problems);
        }
    };
    let mut file = PolicyFile::default();
    for (key, value) in &table {
        let name = key.get_ref().as_ref();
        match (name, Setting::from_code(name)) {
            ("id", _) if whole => file.id = reading.id(value),
            ("title", _) if whole => file.title = reading.wording(name, value),
            ("place", _) if whole => file.place = reading.wording(name, value),
            ("rounds", _) if whole => file.rounds = reading.rounds(value),
            ("steps", _) if whole => file.steps = reading.steps(value),
            ("grounds", _) if whole => file.grounds = reading.grounds(value),
            ("groups", _) if whole => file.groups = reading.groups(value),
            (_, Some(setting)) => {
                let stated = reading.setting(setting, value, whole);
                file.stated.extend(stated.map(|stated| (setting, stated)));
            }
            _ => reading.unknown_key(name, &key.span(), &settings_allowed(whole)),
        }
    }
    for (key, is_there) in [
        ("id", table.contains_key("id")),
        ("title", table.contains_key("title")),
        ("place", table.contains_key("place")),
    ] {
        if whole && !is_there {
            reading.missing(&(0..0), key);
        }
    }
    reading.problems.sort_by_key(|problem| problem.line);
    if reading.problems.is_empty() { Ok(file) } else { Err(reading.problems) }
}

fn settings_allowed(whole: bool) -> String {
    let own: &[&str] = if whole { &["id", "title", "place", "rounds", "steps", "grounds", "groups"] } else { &[] };
    let codes = Setting::ALL.iter().map(|setting| setting.code());
    own.iter().copied().chain(codes).collect::<Vec<_>>().join(", ")
}

/// A file being read, and what was found wrong so far.
pub(super) struct Reading<'t> {
    text: &'t str,
    problems: Vec<FaultyValue>,
}

/// A value and the key it stands under.
pub(super) type At<'v, 'i> = (&'v str, &'v Spanned<DeValue<'i>>);

impl Reading<'_> {
    /// What stands at a place in the file, shortened.
    fn source(&self, at: &Range<usize>) -> String {
        let bytes = self.text.as_bytes().get(at.clone()).unwrap_or_default();
        String::from_utf8_lossy(bytes).lines().next().unwrap_or_default().chars().take(60).collect()
    }

    fn fault(&mut self, at: &Range<usize>, key: &str, value: String, fault: PolicyFault, allowed: String) {
        let line = self.text.bytes().take(at.start).filter(|byte| *byte == b'\n').count() + 1;
        self.problems.push(FaultyValue { line, key: key.to_owned(), value, fault, allowed });
    }

    pub(super) fn refuse(&mut self, (key, value): At<'_, '_>, fault: PolicyFault, allowed: &str) {
        let source = self.source(&value.span());
        self.fault(&value.span(), key, source, fault, allowed.to_owned());
    }

    fn unknown_key(&mut self, key: &str, at: &Range<usize>, allowed: &str) {
        self.fault(at, key, String::new(), PolicyFault::UnknownKey, allowed.to_owned());
    }

    fn missing(&mut self, at: &Range<usize>, key: &str) {
        self.fault(at, key, String::new(), PolicyFault::MissingKey, key.to_owned());
    }

    pub(super) fn missing_year(&mut self, (key, value): At<'_, '_>, year: i32) {
        self.fault(&value.span(), key, year.to_string(), PolicyFault::MissingYear, format!("{year} = …"));
    }

    /// The table that a value is; every key of it must be one of `keys`.
    pub(super) fn table<'v, 'i>(&mut self, at: At<'v, 'i>, keys: &[&str]) -> Option<&'v DeTable<'i>> {
        let Some(table) = at.1.get_ref().as_table() else {
            self.refuse(at, PolicyFault::WrongKind, &format!("{{ {} }}", keys.join(", ")));
            return None;
        };
        for key in table.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            self.unknown_key(&format!("{}.{}", at.0, key.get_ref()), &key.span(), &keys.join(", "));
        }
        Some(table)
    }

    pub(super) fn required<'v, 'i>(
        &mut self,
        (key, value): At<'v, 'i>,
        table: &'v DeTable<'i>,
        name: &str,
    ) -> Option<&'v Spanned<DeValue<'i>>> {
        let found = table.get(name);
        if found.is_none() {
            self.missing(&value.span(), &format!("{key}.{name}"));
        }
        found
    }

    fn id(&mut self, value: &Spanned<DeValue<'_>>) -> String {
        let id = value.get_ref().as_str().unwrap_or_default().to_owned();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !(1..=40).contains(&id.len()) || !id.chars().all(is_plain) {
            self.refuse(("id", value), PolicyFault::OutOfRange, "a-z 0-9 -, 1–40");
        }
        id
    }

    fn wording(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Wording {
        let Some(table) = self.table((key, value), &LANGUAGES) else { return Wording::new() };
        self.wording_in((key, value), table)
    }

    pub(super) fn wording_in(&mut self, at: At<'_, '_>, table: &DeTable<'_>) -> Wording {
        let mut wording = Wording::new();
        for language in LANGUAGES {
            let Some(text) = self.required(at, table, language) else { continue };
            match text.get_ref().as_str() {
                Some(words) => drop(wording.insert(language.to_owned(), words.to_owned())),
                None => self.refuse((at.0, text), PolicyFault::WrongKind, "\"…\""),
            }
        }
        wording
    }

    /// One setting: a table with its value and, in a plan, where it comes from in both languages.
    fn setting(&mut self, setting: Setting, value: &Spanned<DeValue<'_>>, whole: bool) -> Option<Stated> {
        let at = (setting.code(), value);
        let table = self.table(at, &["value", "reading", LANGUAGES[0], LANGUAGES[1]])?;
        let reading = table.get("reading");
        let is_reading = match reading.map(|reading| (reading, reading.get_ref())) {
            None => false,
            Some((_, DeValue::Boolean(is_reading))) => *is_reading,
            Some((reading, _)) => {
                self.refuse((at.0, reading), PolicyFault::WrongKind, "true, false");
                return None;
            }
        };
        let wording = if whole { self.wording_in(at, table) } else { Wording::new() };
        let stated = self.required(at, table, "value")?;
        let value = self.value(setting.shape(), (setting.code(), stated))?;
        Some(Stated { value, wording, is_reading })
    }
}
