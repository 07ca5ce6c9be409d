//! What somebody says of a household and one of the plan's groups.

use chrono::NaiveDate;

use crate::domain::group_mark::GroupMarkEntry;
use crate::domain::key_group::groups;
use crate::domain::policy::{KeyGroup, Policy};
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::report::groups::short_name;
use crate::tui::form::kit::{YES, yes_no};
use crate::tui::form::{Choice, Field, Kind};

use super::{RecordForm, field};

pub(super) fn fields(words: &Words, file: &HouseholdFile, policy: &Policy, today: NaiveDate) -> Vec<Field> {
    let standing = groups(&file.case(policy, today));
    let of = |id: &str| {
        let found = standing.iter().find(|it| it.group == id);
        found.map_or_else(|| words.t("group-outside"), |it| words.of(it.found))
    };
    let choice = |(group, digit): (&KeyGroup, char)| {
        let parts = [("what", short_name(words, group)), ("found", of(&group.id))];
        let parts = parts.each_ref().map(|(key, text)| (*key, text.as_str()));
        Choice::new(digit, &group.id, words.with("group-of-household", &parts))
    };
    let choices = policy.groups.iter().zip(('1'..='9').chain('a'..='z')).map(choice).collect();
    vec![
        field(words, "group", "record-group", Kind::One(choices)),
        field(words, "inside", "group-inside", yes_no(words)),
        field(words, "why", "group-why", Kind::Text).with_hint(words.t("attestation-hint-note")),
    ]
}

pub(super) fn read(screen: &mut RecordForm, words: &Words) -> Option<GroupMarkEntry> {
    screen.mark_if_blank(words, "group", "record-problem-choice");
    screen.mark_if_blank(words, "inside", "record-problem-choice");
    let entry = GroupMarkEntry {
        household_id: screen.household_id()?,
        group_id: screen.form.value("group").to_owned(),
        inside: screen.form.value("inside") == YES,
        why: screen.form.value("why").to_owned(),
    };
    screen.form.mark_faults(words, &entry.faults(&screen.policy.groups));
    (!screen.form.has_faults()).then_some(entry)
}
