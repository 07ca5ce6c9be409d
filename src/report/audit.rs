//! What the audit found, in words.

use crate::domain::audit_finding::{AuditKind, BETWEEN_LABELS};
use crate::domain::label::HouseholdLabel;
use crate::domain::policy::ProcedureKind;
use crate::i18n::Words;
use crate::ledger::ListedFinding;

/// Whom it is of: the household, or how many.
pub fn of_words(words: &Words, listed: &ListedFinding) -> String {
    let place =
        listed.household.as_ref().map(|row| format!("{} {} {} {}", &*row.name, row.village, row.group, row.code));
    let several = || {
        let count = listed.finding.count?.to_string();
        Some(words.with("audit-of-several", &[("count", &count)]))
    };
    place.or_else(several).unwrap_or_default()
}

/// Whom or what it is about.
pub fn subject_words(words: &Words, listed: &ListedFinding) -> String {
    let subject = &listed.finding.subject;
    if listed.finding.kind == AuditKind::ProcedureContradicts {
        return ProcedureKind::from_code(subject).map_or_else(|| subject.clone(), |kind| words.of(kind));
    }
    if listed.finding.kind != AuditKind::CategoryContradicts {
        return subject.clone();
    }
    let label = |code: &str| HouseholdLabel::from_code(code).map(|label| words.of(label));
    let labels = subject.split(BETWEEN_LABELS).map(|code| label(code).unwrap_or_else(|| code.to_owned()));
    labels.collect::<Vec<_>>().join(BETWEEN_LABELS)
}
