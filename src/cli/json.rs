//! The published JSON. Field names, codes and nulls are contracts; nothing is omitted.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::alert::{Alert, AlertKind, alerts};
use crate::domain::checks::{Check, CheckAnswer, WaterIndicator, WaterLevel, WaterSource};
use crate::domain::class::HouseholdClass;
use crate::domain::due_row::DueRow;
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::household::Member;
use crate::domain::income::{IncomeItem, MonthIncome, SourceLine, is_recorded, net};
use crate::domain::key_group::{GroupFound, GroupWanting, groups};
use crate::domain::label::HouseholdLabel;
use crate::domain::measure::MeasureReview;
use crate::domain::member_answers::MemberAnswers;
use crate::domain::money::{Amount, Money};
use crate::domain::month::Month;
use crate::domain::policy::Policy;
use crate::domain::policy_followed::PolicyFollowed;
use crate::domain::problem::Problem;
use crate::domain::revisit::RevisitState;
use crate::domain::rough_date::Precision;
use crate::domain::spending::{SpendingKind, SpendingLine};
use crate::domain::visit::{PassedWarning, PersonMet, Signature, Visit, VisitOrigin, VisitOutcome};
use crate::ledger::HouseholdFile;

use super::answers_json::AnswersJson;
use super::known::known;
use super::risk_json::{RiskJson, codes};

/// One household of the due list.
#[derive(Serialize)]
pub(super) struct DueJson<'a> {
    code: &'a str,
    name: &'a str,
    village: &'a str,
    group: Option<&'a str>,
    contact: Option<&'a str>,
    category: Option<HouseholdLabel>,
    class: HouseholdClass,
    since: NaiveDate,
    last_visit_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    state: RevisitState,
    days_overdue: i64,
    alerts: Vec<AlertKind>,
}

impl<'a> DueJson<'a> {
    pub(super) fn of(row: &'a DueRow, alerts: Vec<AlertKind>, today: NaiveDate) -> Self {
        Self {
            code: &row.code,
            name: &row.name,
            village: &row.village,
            group: known(&row.group),
            contact: known(&row.contact),
            category: row.category(),
            class: row.class,
            since: row.since.on,
            last_visit_on: row.last_counted.map(|(on, _)| on),
            due_on: row.due_on,
            state: row.state(today),
            days_overdue: row.days_overdue(today),
            alerts,
        }
    }
}

/// One household with everything.
#[derive(Serialize)]
pub(super) struct ShowJson<'a> {
    household: HouseholdJson<'a>,
    #[serde(flatten)]
    risk: RiskJson<'a>,
    /// The plan's key groups that it is in, or perhaps.
    groups: Vec<GroupStandingJson>,
    members: Vec<MemberJson<'a>>,
    visits: Vec<VisitJson<'a>>,
    incomes: Vec<IncomeJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
    drafts: Vec<DraftJson<'a>>,
}

#[derive(Serialize)]
struct HouseholdJson<'a> {
    #[serde(flatten)]
    due: DueJson<'a>,
    since_precision: Precision,
    active: bool,
    label: Option<HouseholdLabel>,
    township: Option<&'a str>,
    id_number: Option<&'a str>,
    phone: Option<&'a str>,
    population: Option<u32>,
    household_type: Option<&'a str>,
    identified_on: Option<&'a str>,
    entered_on: Option<&'a str>,
    out_of_poverty_on: Option<&'a str>,
    risk_eliminated: Option<bool>,
    eliminated_on: Option<&'a str>,
    risks: Vec<&'a str>,
    minimum_allowance: Option<bool>,
    minimum_allowance_since: Option<&'a str>,
    allowance_applied_on: Option<&'a str>,
    relocated_to: Option<&'a str>,
    dwelling_scheme: Option<&'a str>,
    member_ground: Option<&'a str>,
    on_file_since: NaiveDate,
}

#[derive(Serialize)]
struct GroupStandingJson {
    group: String,
    found: GroupFound,
    /// Where it is not known: the first that is missing.
    wanting: Option<GroupWanting>,
}

#[derive(Serialize)]
struct MemberJson<'a> {
    code: Option<&'a str>,
    #[serde(flatten)]
    facts: BTreeMap<&'static str, Option<&'a str>>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    answer: CheckAnswer,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct WaterJson {
    #[serde(flatten)]
    levels: BTreeMap<&'static str, WaterLevel>,
    answer: CheckAnswer,
    source: Option<WaterSource>,
}

#[derive(Serialize)]
struct VisitJson<'a> {
    id: String,
    visited_on: NaiveDate,
    entered_at: DateTime<Utc>,
    origin: VisitOrigin,
    outcome: VisitOutcome,
    met: Option<&'a PersonMet>,
    #[serde(flatten)]
    answers: AnswersJson<'a>,
    checks: BTreeMap<&'static str, FindingJson<'a>>,
    members: &'a [MemberAnswers],
    water: WaterJson,
    spending: Vec<SpendingJson>,
    measures: &'a [MeasureReview],
    passed: &'a [PassedWarning],
    policies_followed: &'a [PolicyFollowed],
    signature: Option<&'a Signature>,
    counted: bool,
    no_answers: bool,
    voided: bool,
}

#[derive(Serialize)]
struct SpendingJson {
    kind: SpendingKind,
    amount_fen: Option<i64>,
    solved: Option<bool>,
}

#[derive(Serialize)]
struct IncomeJson<'a> {
    month: Month,
    #[serde(flatten)]
    amounts: BTreeMap<String, Option<i64>>,
    net_fen: Option<i64>,
    recorded: bool,
    sources: Vec<SourceJson<'a>>,
    /// None: entered in the income table.
    visit_id: Option<String>,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    source: &'a str,
    detail: Option<&'a str>,
    amount_fen: Option<i64>,
    counts: bool,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    id: String,
    visit_id: String,
    what: &'a str,
    check: Option<Check>,
    unit: Option<&'a str>,
    deadline: Option<NaiveDate>,
    state: &'a str,
    found_on: NaiveDate,
    told_back_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
    closed_by_visit_id: Option<String>,
    done: Option<&'a str>,
}

#[derive(Serialize)]
struct DraftJson<'a> {
    form: &'a str,
    author: &'a str,
    saved_at: DateTime<Utc>,
    visit_id: Option<String>,
}

impl<'a> ShowJson<'a> {
    pub(super) fn of(file: &'a HouseholdFile, policy: &Policy, today: NaiveDate) -> Self {
        let case = file.case(policy, today);
        let alerts = alerts(&case);
        Self {
            household: household(file, &alerts, today),
            risk: RiskJson::of(file, &alerts),
            groups: groups(&case)
                .into_iter()
                .map(|it| GroupStandingJson { group: it.group, found: it.found, wanting: it.wanting })
                .collect(),
            members: file.members.iter().map(member).collect(),
            visits: file.visits.iter().map(|it| visit(it, file.counted.contains(&it.id))).collect(),
            incomes: file.incomes.iter().map(income).collect(),
            problems: file.problems.iter().map(problem).collect(),
            drafts: file
                .drafts
                .iter()
                .map(|draft| DraftJson {
                    form: &draft.key.form,
                    author: &draft.author,
                    saved_at: draft.saved_at,
                    visit_id: draft.key.visit_id.map(|id| id.to_string()),
                })
                .collect(),
        }
    }
}

fn household<'a>(file: &'a HouseholdFile, alerts: &[Alert], today: NaiveDate) -> HouseholdJson<'a> {
    let facts = &file.household.facts;
    HouseholdJson {
        due: DueJson::of(&file.row, codes(alerts), today),
        since_precision: file.row.since.precision,
        active: file.row.active,
        label: file.row.label,
        township: facts.get(HouseholdFact::Township),
        id_number: facts.get(HouseholdFact::IdNumber),
        phone: facts.get(HouseholdFact::Phone),
        population: file.row.population,
        household_type: facts.get(HouseholdFact::HouseholdType),
        identified_on: facts.get(HouseholdFact::IdentifiedOn),
        entered_on: facts.get(HouseholdFact::EnteredOn),
        out_of_poverty_on: facts.get(HouseholdFact::OutOfPovertyOn),
        risk_eliminated: facts.get(HouseholdFact::RiskEliminated).map(|value| value == "yes"),
        eliminated_on: facts.get(HouseholdFact::EliminatedOn),
        risks: facts.get(HouseholdFact::Risks).map(|codes| codes.split(',').collect()).unwrap_or_default(),
        minimum_allowance: facts.get(HouseholdFact::MinimumAllowance).map(|value| value == "yes"),
        minimum_allowance_since: facts.get(HouseholdFact::MinimumAllowanceSince),
        allowance_applied_on: facts.get(HouseholdFact::AllowanceAppliedOn),
        relocated_to: facts.get(HouseholdFact::RelocatedTo),
        dwelling_scheme: facts.get(HouseholdFact::DwellingScheme),
        member_ground: facts.get(HouseholdFact::MemberGround),
        on_file_since: file.household.on_file_since,
    }
}

fn member(member: &Member) -> MemberJson<'_> {
    MemberJson {
        code: member.code.as_deref(),
        facts: MemberFact::ALL.iter().map(|fact| (fact.code(), member.facts.get(*fact))).collect(),
    }
}

fn visit(visit: &Visit, counted: bool) -> VisitJson<'_> {
    let findings = &visit.findings;
    let finding = |check: Check| {
        let note = findings.checks.get(&check).and_then(|finding| known(&finding.note));
        (check.code(), FindingJson { answer: findings.answer(check), note })
    };
    let level = |indicator: WaterIndicator| {
        (indicator.code(), findings.water.get(&indicator).copied().unwrap_or(WaterLevel::NotChecked))
    };
    VisitJson {
        id: visit.id.to_string(),
        visited_on: visit.visited_on,
        entered_at: visit.entered_at,
        origin: visit.origin,
        outcome: visit.outcome,
        met: visit.met.as_ref(),
        answers: AnswersJson(visit),
        checks: Check::ALL.iter().copied().map(finding).collect(),
        members: &findings.members,
        water: WaterJson {
            levels: WaterIndicator::ALL.iter().copied().map(level).collect(),
            answer: findings.answer(Check::Water),
            source: findings.water_source,
        },
        spending: findings.spending.iter().map(spending).collect(),
        measures: &findings.measures,
        passed: &findings.passed,
        policies_followed: &findings.policies_followed,
        signature: findings.signature.as_ref(),
        counted,
        no_answers: counted && !visit.has_answers(),
        voided: visit.voided,
    }
}

fn spending(line: &SpendingLine) -> SpendingJson {
    SpendingJson { kind: line.kind, amount_fen: line.amount.map(Amount::fen), solved: line.solved }
}

fn income(income: &MonthIncome) -> IncomeJson<'_> {
    let amount = |item: IncomeItem| (format!("{}_fen", item.code()), income.amounts.get(&item).map(|it| it.fen()));
    let source = |line: &'_ SourceLine| (line.amount.map(Amount::fen), line.counts);
    IncomeJson {
        month: income.month,
        amounts: IncomeItem::ALL.iter().copied().map(amount).collect(),
        net_fen: net(&income.amounts).map(Money::fen),
        recorded: is_recorded(&income.amounts),
        sources: income
            .sources
            .iter()
            .map(|line| {
                let (amount_fen, counts) = source(line);
                SourceJson { source: line.source.code(), detail: known(&line.detail), amount_fen, counts }
            })
            .collect(),
        visit_id: income.visit_id.map(|id| id.to_string()),
    }
}

fn problem(problem: &Problem) -> ProblemJson<'_> {
    ProblemJson {
        id: problem.id.to_string(),
        visit_id: problem.visit_id.to_string(),
        what: &problem.what,
        check: problem.check,
        unit: known(&problem.unit),
        deadline: problem.deadline,
        state: problem.state.code(),
        found_on: problem.found_on,
        told_back_on: problem.told_back_on,
        closed_on: problem.closing.as_ref().map(|closing| closing.on),
        closed_by_visit_id: problem.closing.as_ref().and_then(|closing| Some(closing.visit_id?.to_string())),
        done: problem.closing.as_ref().and_then(|closing| known(&closing.done)),
    }
}
