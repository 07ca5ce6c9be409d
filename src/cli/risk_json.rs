//! The published JSON of what a household's risk is judged by: alerts, measures, changes of status,
//! statements.

use chrono::NaiveDate;
use serde::Serialize;

use super::known::known;
use crate::domain::alert::{Alert, AlertKind};
use crate::domain::attestation::{Attestation, AttestedMatter};
use crate::domain::evidence::Evidence;
use crate::domain::fall_reason::{FallReason, FallReasons};
use crate::domain::label::HouseholdLabel;
use crate::domain::measure::{Measure, MeasureKind};
use crate::domain::money::Amount;
use crate::domain::month::Month;
use crate::domain::rough_date::Precision;
use crate::domain::status::{EliminationWay, LeavingReason, StatusChange, StatusKind};
use crate::ledger::HouseholdFile;

/// An alert and what it rests on.
#[derive(Serialize)]
pub(super) struct AlertJson {
    alert: AlertKind,
    evidence: Vec<Evidence>,
}

/// The codes of alerts.
pub(super) fn codes(alerts: &[Alert]) -> Vec<AlertKind> {
    alerts.iter().map(|alert| alert.kind).collect()
}

/// Everything about a household's risk.
#[derive(Serialize)]
pub(super) struct RiskJson<'a> {
    alerts: Vec<AlertJson>,
    status_changes: Vec<StatusJson<'a>>,
    measures: Vec<MeasureJson<'a>>,
    attestations: Vec<AttestationJson<'a>>,
    fall_reasons: Vec<FallJson<'a>>,
}

#[derive(Serialize)]
struct StatusJson<'a> {
    kind: StatusKind,
    on: NaiveDate,
    precision: Precision,
    defaulted: bool,
    way: Option<EliminationWay>,
    leaving: Option<LeavingReason>,
    category: Option<HouseholdLabel>,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct MeasureJson<'a> {
    id: String,
    kind: MeasureKind,
    item: &'a str,
    funds_fen: Option<i64>,
    unit: Option<&'a str>,
    from: NaiveDate,
    planned_end: Option<NaiveDate>,
    ended_on: Option<NaiveDate>,
    effect: Option<&'a str>,
}

#[derive(Serialize)]
struct AttestationJson<'a> {
    matter: AttestedMatter,
    holds: bool,
    attested_on: NaiveDate,
    note: &'a str,
}

#[derive(Serialize)]
struct FallJson<'a> {
    window_end: Month,
    reasons: &'a [FallReason],
    note: Option<&'a str>,
    stated_on: NaiveDate,
}

impl<'a> RiskJson<'a> {
    pub(super) fn of(file: &'a HouseholdFile, alerts: &[Alert]) -> Self {
        Self {
            alerts: alerts.iter().map(|it| AlertJson { alert: it.kind, evidence: it.evidence.clone() }).collect(),
            status_changes: file.history.iter().map(status_change).collect(),
            measures: file.measures.iter().map(measure).collect(),
            attestations: file.attestations.iter().map(attestation).collect(),
            fall_reasons: file.fall_reasons.iter().map(fall_reasons).collect(),
        }
    }
}

fn status_change(change: &StatusChange) -> StatusJson<'_> {
    StatusJson {
        kind: change.kind,
        on: change.on.on,
        precision: change.on.precision,
        defaulted: change.defaulted,
        way: change.way,
        leaving: change.leaving,
        category: change.category,
        reason: known(&change.note),
    }
}

fn measure(measure: &Measure) -> MeasureJson<'_> {
    MeasureJson {
        id: measure.id.to_string(),
        kind: measure.kind,
        item: &measure.item,
        funds_fen: measure.funds.map(Amount::fen),
        unit: known(&measure.unit),
        from: measure.from,
        planned_end: measure.planned_end,
        ended_on: measure.ended_on,
        effect: known(&measure.effect),
    }
}

fn attestation(it: &Attestation) -> AttestationJson<'_> {
    AttestationJson { matter: it.matter, holds: it.holds, attested_on: it.attested_on, note: &it.note }
}

fn fall_reasons(stated: &FallReasons) -> FallJson<'_> {
    FallJson {
        window_end: stated.window_end,
        reasons: &stated.reasons,
        note: known(&stated.note),
        stated_on: stated.stated_on,
    }
}
