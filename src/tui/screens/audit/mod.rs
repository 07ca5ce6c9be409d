//! What the audit found: whom it is of, why it matters, how to mend it; a key goes to where it is mended, another says
//! that it is right as it is.

pub mod keys;
pub mod view;

use std::collections::BTreeSet;

use crate::domain::audit_finding::{AuditFinding, AuditKind};
use crate::domain::checked_finding::CheckedFinding;
use crate::domain::codes::coded;
use crate::domain::id::HouseholdId;
use crate::i18n::Words;
use crate::ledger::ListedFinding;
use crate::report::audit::{of_words, subject_words};
use crate::tui::narrowed::{Found, Narrowed};

coded! {
    /// The tabs. Their words stand under `AuditTab-code`.
    AuditTab { Open = "open", Checked = "checked" }
}

/// What makes a finding the same one when it is found again.
type Key = (AuditKind, Option<HouseholdId>, String);

/// The state of the screen.
#[derive(Debug)]
pub struct AuditScreen {
    list: Narrowed<ListedFinding>,
    tab: AuditTab,
    marked: BTreeSet<Key>,
    /// How far the looking is, the first time.
    working: Option<(usize, usize)>,
}

impl Default for AuditScreen {
    fn default() -> Self {
        Self { list: Narrowed::default(), tab: AuditTab::Open, marked: BTreeSet::new(), working: None }
    }
}

impl AuditScreen {
    /// The findings arrived, or arrived anew; the same one stays selected.
    pub fn take(&mut self, found: Vec<Found<ListedFinding>>) {
        self.working = None;
        self.list.take(found);
        self.narrow();
        let known: BTreeSet<Key> = self.list.all().map(key_of).collect();
        self.marked.retain(|key| known.contains(key));
    }

    /// They are checked now, or not any more: seen at once.
    fn renew(&mut self, changed: &[AuditFinding], checked: &[CheckedFinding]) {
        let keys: BTreeSet<Key> = changed.iter().map(key_of_finding).collect();
        for listed in self.list.all_mut().filter(|listed| keys.contains(&key_of(listed))) {
            listed.checked = checked.iter().find(|checked| checked.is_of(&listed.finding)).cloned();
        }
        self.marked.clear();
        self.narrow();
    }

    fn narrow(&mut self) {
        let tab = self.tab;
        self.list.narrow(|listed| tab_of(listed) == tab, key_of);
    }

    fn count(&self, tab: AuditTab) -> usize {
        self.list.all().filter(|listed| tab_of(listed) == tab).count()
    }

    fn show(&mut self, tab: AuditTab) {
        self.tab = tab;
        self.list.select_first();
        self.marked.clear();
        self.narrow();
    }

    /// Those that are marked, in the order of the list; where none is, the selected one.
    fn chosen(&self) -> Vec<&ListedFinding> {
        let marked: Vec<&ListedFinding> =
            self.list.all().filter(|listed| self.marked.contains(&key_of(listed))).collect();
        if marked.is_empty() { self.list.selected().into_iter().collect() } else { marked }
    }

    fn findings(&self) -> Vec<AuditFinding> {
        self.chosen().into_iter().map(|listed| listed.finding.clone()).collect()
    }

    fn mark(&mut self) {
        let Some(key) = self.list.selected().map(key_of) else { return };
        if !self.marked.remove(&key) {
            self.marked.insert(key);
        }
        self.list.move_by(1);
    }

    /// Marks all that are shown of the selected one's kind; where they all are, takes the marks away.
    fn mark_all(&mut self) {
        let Some(kind) = self.list.selected().map(|listed| listed.finding.kind) else { return };
        let of_kind = self.list.shown().filter(|listed| listed.finding.kind == kind);
        let keys: BTreeSet<Key> = of_kind.map(key_of).collect();
        if keys.is_subset(&self.marked) {
            self.marked.retain(|key| !keys.contains(key));
        } else {
            self.marked.extend(keys);
        }
    }
}

fn key_of(listed: &ListedFinding) -> Key {
    key_of_finding(&listed.finding)
}

fn key_of_finding(finding: &AuditFinding) -> Key {
    (finding.kind, finding.household_id, finding.fingerprint.clone())
}

const fn tab_of(listed: &ListedFinding) -> AuditTab {
    if listed.checked.is_some() { AuditTab::Checked } else { AuditTab::Open }
}

/// A finding with everything that it is found by.
pub fn found_by(words: &Words, listed: ListedFinding) -> Found<ListedFinding> {
    let contact = listed.household.as_ref().map(|row| row.contact.clone()).unwrap_or_default();
    let parts = [words.of(listed.finding.kind), of_words(words, &listed), subject_words(words, &listed), contact];
    Found::by(listed, &parts.each_ref().map(String::as_str))
}
