//! A change of status, and an attestation of what no record shows.

use chrono::NaiveDate;

use crate::domain::assessment::{ConditionState, Outcome, assess};
use crate::domain::attestation::{AttestationEntry, AttestedMatter, holding};
use crate::domain::class::HouseholdClass;
use crate::domain::entry::Reason;
use crate::domain::label::HouseholdLabel;
use crate::domain::mark_bought_time::mark_bought_time;
use crate::domain::standing::stretches_of;
use crate::domain::status::{EliminationWay, LeavingReason, StatusKind};
use crate::domain::status_entry::{StatusEntry, future_day, possible_changes};
use crate::domain::typed_day::Toward;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::report::evidence::evidence_words;
use crate::report::why_due::class_words;
use crate::tui::form::kit::{REVISION, YES, choices, chosen, yes_no};

use super::{RecordForm, field};
use crate::tui::form::{Field, Form, Kind};

fn categories() -> Vec<HouseholdLabel> {
    HouseholdLabel::ALL.iter().copied().filter(|label| label.is_monitored_category()).collect()
}

pub(super) fn fields(words: &Words, file: &HouseholdFile, today: NaiveDate) -> Vec<Field> {
    let revision = file.revision.map(|revision| revision.to_string());
    let changes = possible_changes(file.row.class, file.row.active);
    let category = file.row.category().map(|category| words.of(category)).unwrap_or_default();
    let since = words.with("since", &[("on", &file.row.since.to_string())]);
    let now = format!("{} {category} {since}", class_words(words, &file.row));
    vec![
        field(words, "now", "record-status-now", Kind::Shown).with_value(&now),
        field(words, "kind", "record-status-change", Kind::One(choices(words, changes))),
        field(words, "way", "record-status-way", Kind::One(choices(words, EliminationWay::ALL))).hidden(),
        field(words, "leaving", "record-status-leaving", Kind::One(choices(words, LeavingReason::ALL))).hidden(),
        field(words, "category", "record-status-category", Kind::One(choices(words, &categories()))).hidden(),
        field(words, "on", "record-status-on", Kind::Day(Toward::Past))
            .with_hint(words.t("form-hint-date"))
            .with_value(&today.to_string())
            .given(),
        field(words, "reason", "record-reason", Kind::Text).with_hint(words.t("record-hint-status")),
        field(words, REVISION, "record-reason", Kind::Text).with_value(&revision.unwrap_or_default()).hidden(),
    ]
}

/// Asks for the detail that the change needs.
pub(super) fn arrange(form: &mut Form) {
    let kind: Option<StatusKind> = chosen(form.field("kind").map_or("", Field::value));
    form.show("way", kind == Some(StatusKind::Eliminated));
    form.show("leaving", kind == Some(StatusKind::Inactive));
    form.show("category", matches!(kind, Some(StatusKind::Category | StatusKind::Identified)));
}

pub(super) fn read(screen: &mut RecordForm, words: &Words) -> Option<StatusEntry> {
    for key in ["kind", "way", "leaving", "category"] {
        if screen.form.field(key).is_some_and(|field| field.visible) {
            screen.mark_if_blank(words, key, "record-problem-choice");
        }
    }
    screen.mark_if_blank(words, "reason", "record-problem-reason");
    screen.mark_if_blank(words, "on", "form-problem-date");
    let on = screen.day(words, "on");
    // Without the rest the day is looked at all the same.
    let in_future = on.and_then(|on| future_day(on, screen.today));
    screen.form.mark_faults(words, in_future.as_slice());
    let file = screen.file.as_ref()?;
    let entry = StatusEntry {
        household: screen.basis(file.household.id),
        kind: chosen(screen.form.value("kind"))?,
        on: on?,
        way: chosen(screen.form.value("way")),
        leaving: chosen(screen.form.value("leaving")),
        category: chosen(screen.form.value("category")),
        reason: Reason::parse(screen.form.value("reason"))?,
    };
    let stands = stretches_of(&screen.policy, &file.household, &file.history).last().copied();
    let faults = entry.faults(stands, &file.history, screen.today);
    if screen.form.has_faults() {
        return None;
    }
    screen.form.mark_faults(words, &faults);
    faults.is_empty().then_some(entry)
}

/// A change that takes an overdue household off its clock, a mark that the conditions do not bear out, and
/// problems that would stay open are asked about.
pub(super) fn question(screen: &RecordForm, words: &Words, entry: &StatusEntry) -> Option<String> {
    let file = screen.file.as_ref()?;
    let parts: Vec<String> = match entry.kind {
        StatusKind::Eliminated => {
            late_words(screen, words, file, entry).into_iter().chain(open_conditions(screen, words, file)).collect()
        }
        StatusKind::Stable | StatusKind::General => late_words(screen, words, file, entry).into_iter().collect(),
        StatusKind::Inactive => {
            late_words(screen, words, file, entry).into_iter().chain(open_problems(words, file)).collect()
        }
        StatusKind::Identified | StatusKind::RolledBack | StatusKind::Active | StatusKind::Category => Vec::new(),
    };
    let anyway = if entry.kind == StatusKind::Eliminated { "question-mark-anyway" } else { "question-change-anyway" };
    (!parts.is_empty()).then(|| format!("{} {}", parts.join(" "), words.t(anyway)))
}

/// Its visit was overdue on the day of the change.
fn late_words(screen: &RecordForm, words: &Words, file: &HouseholdFile, entry: &StatusEntry) -> Option<String> {
    let (household, history) = (&file.household, &file.history);
    let late = mark_bought_time(&screen.policy, household, history, &file.visits, entry.on).map(|late| {
        let key =
            if entry.kind == StatusKind::Eliminated { "question-mark-buys-time" } else { "question-change-buys-time" };
        words.with(key, &[("why", &evidence_words(words, &late))])
    });
    // Of any other class the due date tells.
    let overdue = file.row.due_on.filter(|due| *due < entry.on && file.row.class != HouseholdClass::Unresolved);
    late.or_else(|| overdue.map(|due| words.with("question-change-overdue", &[("due", &due.to_string())])))
}

/// Conditions that are not met, unknown, or met with a question.
fn open_conditions(screen: &RecordForm, words: &Words, file: &HouseholdFile) -> Option<String> {
    let assessment = assess(&file.case(&screen.policy, screen.today))?;
    let questions = assessment.conditions.iter().filter(|it| it.question).count();
    if assessment.outcome() == Outcome::Met && questions == 0 {
        return None;
    }
    let [not_met, unknown] =
        [ConditionState::NotMet, ConditionState::Unknown].map(|state| assessment.count(state).to_string());
    let mut text = words.with("question-conditions-open", &[("not_met", &not_met), ("unknown", &unknown)]);
    if questions > 0 {
        text += &words.t("question-line-not-reached");
    }
    Some(text)
}

fn open_problems(words: &Words, file: &HouseholdFile) -> Option<String> {
    let open = file.problems.iter().filter(|problem| problem.is_open()).count();
    (open > 0).then(|| words.with("question-problems-open", &[("count", &open.to_string())]))
}

pub(super) fn attestation_fields(words: &Words, file: &HouseholdFile, today: NaiveDate) -> Vec<Field> {
    let known = |matter: &AttestedMatter| {
        let it = holding(&file.attestations, *matter)?;
        Some(format!("{} {} {}", words.of(*matter), words.t(if it.holds { "yes" } else { "no" }), it.attested_on))
    };
    let known: Vec<String> = AttestedMatter::ALL.iter().filter_map(known).collect();
    vec![
        field(words, "matter", "attestation-matter", Kind::One(choices(words, AttestedMatter::ALL)))
            .with_last(known.join(&words.t("list-comma"))),
        field(words, "holds", "attestation-holds", yes_no(words)),
        field(words, "on", "attestation-on", Kind::Day(Toward::Past))
            .with_hint(words.t("form-hint-date"))
            .with_value(&today.to_string())
            .given(),
        field(words, "note", "attestation-note", Kind::Text).with_hint(words.t("attestation-hint-note")),
    ]
}

pub(super) fn read_attestation(screen: &mut RecordForm, words: &Words) -> Option<AttestationEntry> {
    screen.mark_if_blank(words, "matter", "record-problem-choice");
    screen.mark_if_blank(words, "holds", "record-problem-choice");
    screen.mark_if_blank(words, "on", "form-problem-date");
    let on = screen.day(words, "on");
    let entry = AttestationEntry {
        household_id: screen.household_id()?,
        // What is not chosen was told; the rest is looked at all the same.
        matter: chosen(screen.form.value("matter")).unwrap_or(AttestedMatter::Labour),
        holds: screen.form.value("holds") == YES,
        attested_on: on.unwrap_or(screen.today),
        note: screen.form.value("note").to_owned(),
    };
    screen.form.mark_faults(words, &entry.faults(screen.today));
    (!screen.form.has_faults()).then_some(entry)
}
