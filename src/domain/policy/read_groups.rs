//! Reading the key groups of a policy file.

use toml::Spanned;
use toml::de::DeValue;

use super::file::{At, Reading};
use super::group::KeyGroup;
use super::problem::PolicyFault;
use super::read_steps::is_set;
use super::wording::LANGUAGES;

const GROUPS: &str = "groups";
const KEYS: [&str; 6] = ["id", "rule", "use", "reading", LANGUAGES[0], LANGUAGES[1]];

impl Reading<'_> {
    /// The groups in the order of the file.
    pub(super) fn groups(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<KeyGroup> {
        let mut groups: Vec<KeyGroup> = Vec::new();
        for item in self.items((GROUPS, value), "[[groups]]") {
            let at = (GROUPS, item);
            let Some(group) = self.group(at) else { continue };
            if groups.iter().any(|known| known.id == group.id) {
                self.refuse(at, PolicyFault::UnknownValue, "id");
            }
            groups.push(group);
        }
        groups
    }

    fn group(&mut self, at: At<'_, '_>) -> Option<KeyGroup> {
        let table = self.table(at, &KEYS)?;
        let stated = self.required(at, table, "id")?;
        let id = stated.get_ref().as_str().unwrap_or_default().to_owned();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if id.is_empty() || !id.chars().all(is_plain) {
            self.refuse((at.0, stated), PolicyFault::OutOfRange, "a-z 0-9 _");
        }
        let rule = self.required(at, table, "rule").and_then(|rule| self.code((at.0, rule)));
        let used = self.required(at, table, "use").and_then(|used| self.code((at.0, used)));
        let wording = self.wording_in(at, table);
        Some(KeyGroup { id, rule: rule?, used: used?, wording, is_reading: is_set(table, "reading") })
    }
}
