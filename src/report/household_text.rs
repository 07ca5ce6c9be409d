//! One household as lines of text: a label and a value each.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::domain::alert::alerts;
use crate::domain::facts::MemberFact;
use crate::domain::income::net;
use crate::domain::key_group::groups;
use crate::domain::mask::mask_id;
use crate::domain::policy::Policy;
use crate::domain::visit::Visit;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::text::{pad, width};

use super::evidence::evidence_words;
use super::groups::{found_words, group_name};

/// Columns of a label, unless it is longer.
const LABEL: usize = 18;
/// What stands on a member's own line.
const OF_THE_LINE: [MemberFact; 3] = [MemberFact::Name, MemberFact::Relation, MemberFact::IdNumber];

/// Everything that is on file of a household, and what it calls for.
pub fn household_text(words: &Words, file: &HouseholdFile, policy: &Policy, today: NaiveDate) -> String {
    let mut out = String::new();
    let (row, case) = (&file.row, file.case(policy, today));
    let mut line = |label: String, value: &str| {
        let _ = writeln!(out, "{}  {value}", pad(&label, width(&label).max(LABEL), ""));
    };
    line(words.t("household-code"), &row.code);
    line(words.t("household-class"), &words.of(row.class));
    line(words.t("household-since"), &row.since.to_string());
    line(words.t("household-due"), &row.due_on.map_or_else(|| words.t("none"), |due| due.to_string()));
    let last = row.last_counted.map(|(on, mode)| format!("{on} {}", words.short(mode)));
    line(words.t("household-last-visit"), &last.unwrap_or_else(|| words.t("never-visited")));
    for alert in alerts(&case) {
        let evidence: Vec<String> = alert.evidence.iter().map(|it| evidence_words(words, it)).collect();
        let evidence = evidence.join(&words.t("list-semicolon"));
        line(words.t("household-alert"), &format!("{}{}{evidence}", words.of(alert.kind), words.t("colon")));
    }
    for standing in groups(&case) {
        let found = found_words(words, standing.found, standing.wanting);
        let group = group_name(words, policy, &standing.group);
        line(words.t("group-title"), &words.with("group-of-household", &[("what", &group), ("found", &found)]));
    }
    for (fact, value) in file.household.facts.iter() {
        line(words.of(fact), &words.household_fact(fact, value));
    }
    for member in &file.members {
        let id = mask_id(member.fact(MemberFact::IdNumber));
        let text =
            format!("{} {} {id}", member.fact(MemberFact::Name), words.relation(member.fact(MemberFact::Relation)));
        line(words.t("household-member"), text.trim_end());
        for (fact, value) in member.facts.iter().filter(|(fact, _)| !OF_THE_LINE.contains(fact)) {
            // As in a masked number, the day of birth is not told.
            let value = if fact == MemberFact::BornOn { value.get(..4).unwrap_or_default() } else { value };
            line(format!("  {}", words.of(fact)), &words.member_fact(fact, value));
        }
    }
    for visit in &file.visits {
        line(words.t("household-visit"), &visit_words(words, visit));
    }
    if let Some(visit) = file.visits.iter().rfind(|visit| visit.stands_as_entered()) {
        for (check, finding) in &visit.findings.checks {
            line(words.of(*check), &words.of(finding.answer));
        }
    }
    for income in &file.incomes {
        let net = net(&income.amounts).map_or_else(|| words.t("household-income-open"), |net| net.to_string());
        line(words.with("household-income-of", &[("month", &income.month.to_string())]), &net);
    }
    for measure in &file.measures {
        line(words.t("household-measure"), format!("{} {}", words.of(measure.kind), measure.item).trim_end());
    }
    for problem in &file.problems {
        line(words.t("household-problem"), &format!("{} {}", words.of(problem.state), problem.what));
    }
    out
}

/// When, by which way, and whom: `2026-11-22 入户 见到 户主 王一`.
fn visit_words(words: &Words, visit: &Visit) -> String {
    let outcome = match (visit.voided, visit.stands_as_entered()) {
        (true, _) => words.t("visit-voided"),
        (false, true) => words.of(visit.outcome),
        // A roster tells of a day and no more.
        (false, false) => String::new(),
    };
    let by = visit.mode.map(|mode| words.short(mode)).unwrap_or_default();
    let met = visit.met.as_ref().map(|met| format!("{} {}", words.relation(&met.relation), &*met.name));
    let parts = [visit.visited_on.to_string(), by, outcome, met.unwrap_or_default()];
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
