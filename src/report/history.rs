//! What was recorded of a household or a village, in words: who, when, why, from what to what.

use crate::clock::local_minute;
use crate::domain::codes::Coded;
use crate::domain::contact::ContactName;
use crate::domain::facts::{Fact, Facts, MemberFact};
use crate::domain::income::IncomeItem;
use crate::domain::measure::Measure;
use crate::domain::policy::Policy;
use crate::domain::procedure::Procedure;
use crate::i18n::Words;
use crate::ledger::{BY_PROCEDURE, COUNTED_ON_A_VISIT, Entity, HistoryEntry, SEVERAL_TAKEN_BACK};

use super::answers::source_words;
use super::groups::group_name;
use super::imports::author_words;

/// A label and its value.
type Said = (String, String);

/// When, who, what it is about and what was done with it; then why, where that was said.
pub fn entry_words(words: &Words, policy: &Policy, entry: &HistoryEntry) -> String {
    let was_void = entry.before.as_ref().is_some_and(is_void);
    let done = match (&entry.before, is_void(&entry.after)) {
        (_, true) if !was_void => "history-void",
        (None, _) => "history-first",
        (Some(_), _) => "history-changed",
    };
    let head = words.with(
        done,
        &[
            ("at", &local_minute(entry.recorded_at)),
            ("author", &author_words(words, &entry.author)),
            ("what", &about(words, policy, &entry.after)),
        ],
    );
    // Some reasons are the program's own, and are named by a code.
    let reason = entry.reason.as_deref().map(|reason| match reason {
        COUNTED_ON_A_VISIT => words.t("history-counted-on-a-visit"),
        SEVERAL_TAKEN_BACK => words.t("several-taken-back"),
        BY_PROCEDURE => words.t("procedure-reason"),
        reason => reason.to_owned(),
    });
    reason.map_or_else(
        || head.clone(),
        |reason| format!("{head} {}", words.with("revision-reason", &[("reason", &reason)])),
    )
}

/// What it says now, or from what to what; nothing of what only became void.
pub fn change_lines(words: &Words, entry: &HistoryEntry) -> Vec<String> {
    let now = said(words, &entry.after);
    let Some(before) = entry.before.as_ref().map(|before| said(words, before)) else {
        return now.iter().map(|(label, value)| format!("{label}{}{value}", words.t("colon"))).collect();
    };
    let value = |list: &[Said], label: &str| {
        let found = list.iter().find(|(known, _)| known == label);
        found.map_or_else(|| words.t("none"), |(_, value)| value.clone())
    };
    let gone = before.iter().filter(|(label, _)| !now.iter().any(|(known, _)| known == label));
    let labels = now.iter().chain(gone).map(|(label, _)| label);
    let differs = labels.filter(|label| value(&before, label) != value(&now, label));
    let line =
        |label: &String| format!("{label}{}{} → {}", words.t("colon"), value(&before, label), value(&now, label));
    differs.map(line).chain(hidden_changes(words, entry)).collect()
}

/// What changed only in what a mask hides: that it did is said, and no more.
fn hidden_changes(words: &Words, entry: &HistoryEntry) -> Vec<String> {
    match (&entry.before, &entry.after) {
        (Some(Entity::Household(before)), Entity::Household(after)) => {
            hidden(words, &before.facts, &after.facts, |fact, stated| words.household_fact(fact, stated))
        }
        (Some(Entity::Member(before)), Entity::Member(after)) => {
            hidden(words, &before.facts, &after.facts, |fact, stated| words.member_fact(fact, stated))
        }
        _ => Vec::new(),
    }
}

fn hidden<F: Fact + Coded>(
    words: &Words,
    before: &Facts<F>,
    after: &Facts<F>,
    shown: impl Fn(F, &str) -> String,
) -> Vec<String> {
    let line = |(fact, now): (F, &str)| {
        let was = before.get(fact).filter(|was| *was != now)?;
        let value = shown(fact, now);
        let label = words.of(fact);
        (shown(fact, was) == value)
            .then(|| words.with("history-hidden-change", &[("label", &label), ("value", &value)]))
    };
    after.iter().filter_map(line).collect()
}

/// It was recorded by mistake, or taken off.
pub fn is_void(entity: &Entity) -> bool {
    match entity {
        Entity::StatusChange(it) => it.voided,
        Entity::Visit(it) => it.voided,
        Entity::MonthIncome(it) => it.voided,
        Entity::Problem(it) => it.voided,
        Entity::WaterReport(it) => it.voided,
        Entity::Measure(it) => it.voided,
        Entity::Attestation(it) => it.voided,
        Entity::FallReasons(it) => it.voided,
        Entity::VillagePopulation(it) => it.voided,
        Entity::CheckedFinding(it) => it.voided,
        Entity::Clue(it) => it.voided,
        Entity::Procedure(it) => it.voided,
        Entity::GroupMark(it) => it.voided,
        Entity::Member(it) => it.removed,
        Entity::Contact(_) | Entity::Household(_) => false,
    }
}

/// What the thing is: its kind, and which one.
fn about(words: &Words, policy: &Policy, entity: &Entity) -> String {
    let kind = words.of(entity.kind());
    let which = match entity {
        Entity::Member(it) => it.fact(MemberFact::Name).to_owned(),
        Entity::StatusChange(it) => format!("{} {}", words.of(it.kind), it.on),
        Entity::MonthIncome(it) => it.month.to_string(),
        Entity::Measure(it) => format!("{} {}", words.of(it.kind), it.item),
        Entity::Attestation(it) => words.of(it.matter),
        Entity::FallReasons(it) => it.window_end.to_string(),
        Entity::WaterReport(it) => it.tested_on.to_string(),
        Entity::Visit(it) => it.visited_on.to_string(),
        Entity::Problem(it) => it.what.clone(),
        Entity::CheckedFinding(it) => words.of(it.kind),
        Entity::Clue(it) => it.received_on.to_string(),
        Entity::Procedure(it) => words.of(it.kind),
        Entity::GroupMark(it) => group_name(words, policy, &it.group_id),
        Entity::Contact(_) | Entity::Household(_) | Entity::VillagePopulation(_) => String::new(),
    };
    format!("{kind} {which}").trim_end().to_owned()
}

fn procedure_said(words: &Words, it: &Procedure) -> Vec<Said> {
    let steps = it.steps.iter().map(|done| {
        let day = done.closed_on.unwrap_or(done.on);
        format!("{} {day} {}", words.of(done.step), words.of(done.result))
    });
    let steps: Vec<String> = steps.collect();
    vec![
        (words.t("procedure-day-zero"), it.day_zero.to_string()),
        (words.t("procedure-steps"), steps.join(&words.t("list-semicolon"))),
        (words.t("procedure-end"), it.ended.as_ref().map(|ended| words.of(ended.end)).unwrap_or_default()),
    ]
}

/// What a thing says, a label and a value each; what has no value is left out.
fn said(words: &Words, entity: &Entity) -> Vec<Said> {
    let named = |key: &str, value: String| (words.t(key), value);
    let all: Vec<Said> = match entity {
        Entity::Household(it) => {
            let code = named("household-code", it.code.as_str().to_owned());
            let facts = it.facts.iter().map(|(fact, value)| (words.of(fact), words.household_fact(fact, value)));
            std::iter::once(code).chain(facts).collect()
        }
        Entity::Member(it) => {
            it.facts.iter().map(|(fact, value)| (words.of(fact), words.member_fact(fact, value))).collect()
        }
        Entity::StatusChange(it) => vec![
            named("record-status-change", words.of(it.kind)),
            named("record-status-on", it.on.to_string()),
            named("record-status-way", it.way.map(|way| words.of(way)).unwrap_or_default()),
            named("record-status-leaving", it.leaving.map(|why| words.of(why)).unwrap_or_default()),
            named("record-status-category", it.category.map(|it| words.of(it)).unwrap_or_default()),
        ],
        Entity::MonthIncome(it) => {
            let amount = |item: &IncomeItem| Some((words.of(*item), it.amounts.get(item)?.money().to_string()));
            let sources: Vec<String> = it.sources.iter().map(|line| source_words(words, line)).collect();
            let sources = named("form-source", sources.join(&words.t("list-semicolon")));
            IncomeItem::ALL.iter().filter_map(amount).chain([sources]).collect()
        }
        Entity::Measure(it) => measure(words, it),
        Entity::Attestation(it) => vec![
            named("attestation-holds", words.t(if it.holds { "yes" } else { "no" })),
            named("attestation-on", it.attested_on.to_string()),
            named("attestation-note", it.note.clone()),
        ],
        Entity::FallReasons(it) => {
            let reasons: Vec<String> = it.reasons.iter().map(|reason| words.of(*reason)).collect();
            vec![named("fall-reasons", reasons.join(&words.t("list-comma"))), named("fall-note", it.note.clone())]
        }
        Entity::VillagePopulation(it) => vec![named("registered-title", it.registered.to_string())],
        Entity::WaterReport(it) => {
            vec![named("water-report-level", words.of(it.level)), named("water-report-note", it.note.clone())]
        }
        Entity::CheckedFinding(it) => {
            vec![named("audit-subject", it.subject.clone()), named("audit-checked-why", it.why.clone())]
        }
        Entity::Procedure(it) => procedure_said(words, it),
        Entity::GroupMark(it) => vec![
            named("group-inside", words.t(if it.inside { "yes" } else { "no" })),
            named("group-why", it.why.to_string()),
        ],
        Entity::Clue(it) => {
            let result = it.result.as_ref();
            vec![
                named("clue-source", words.of(it.source)),
                named("clue-what", it.what.clone()),
                named("clue-state", words.of(it.state())),
                named("clue-assigned-to", it.assigned_to.as_ref().map_or("", ContactName::as_str).to_owned()),
                named("clue-result", result.map(|result| words.of(result.outcome)).unwrap_or_default()),
                named("clue-why", result.map(|result| result.why.clone()).unwrap_or_default()),
            ]
        }
        Entity::Contact(_) | Entity::Visit(_) | Entity::Problem(_) => Vec::new(),
    };
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn measure(words: &Words, it: &Measure) -> Vec<Said> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        ("measure-kind", words.of(it.kind)),
        ("measure-item", it.item.clone()),
        ("measure-funds", it.funds.map(|funds| funds.money().to_string()).unwrap_or_default()),
        ("measure-unit", it.unit.clone()),
        ("measure-from", it.from.to_string()),
        ("measure-planned-end", day(it.planned_end)),
        ("measure-ended-on", day(it.ended_on)),
        ("measure-effect", it.effect.clone()),
    ]
    .map(|(key, value)| (words.t(key), value))
    .to_vec()
}
