//! `huifang assess`: each condition of each household, with what it rests on.

use std::fmt::Write;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use crate::domain::assessment::{AssessmentKind, Condition, ConditionResult, ConditionState, LookHarder, Outcome};
use crate::domain::class::HouseholdClass;
use crate::domain::evidence::Evidence;
use crate::domain::label::HouseholdLabel;
use crate::domain::policy::{Origin, Policy, Setting};
use crate::exit::{Exit, tell};
use crate::ledger::{Assessed, Ledger};
use crate::report::evidence::{evidence_words, state_mark, state_words, term_end_words};
use crate::report::{policy, store_error_words};
use crate::session::Session;
use crate::text::pad;

use super::report::{print, print_json, refuse};

/// Prints what the rules say of households at risk.
pub(super) fn run(session: &Session, ledger: &Ledger, arguments: &ArgMatches) -> Exit {
    let words = &session.words;
    let assessed = match ledger.assess_all() {
        Ok(assessed) => assessed,
        Err(error) => return refuse(&store_error_words(words, &error)),
    };
    if arguments.get_flag("json") {
        return print_json(words, &assessed.iter().map(|it| AssessedJson::of(it, ledger.policy())).collect::<Vec<_>>());
    }
    if assessed.is_empty() {
        tell(&words.t("assess-none"));
        return Exit::Done;
    }
    let mut out = format!("{}\n", words.with("assess-policy", &[("title", &policy::title(words, ledger.policy()))]));
    for it in &assessed {
        write_household(&mut out, session, it);
    }
    print(words, &out)
}

fn write_household(out: &mut String, session: &Session, assessed: &Assessed) {
    let words = &session.words;
    let Assessed { row, assessment } = assessed;
    let outcome = words.of(assessment.outcome());
    let kind = words.of(assessment.kind);
    let _ = writeln!(out, "\n{} {} {}  {kind}{}{outcome}", row.code, &*row.name, row.village, words.t("colon"));
    for result in &assessment.conditions {
        let from = result.possible_from.filter(|_| result.state != ConditionState::Met);
        let from = from.map(|on| words.with("assess-possible-from", &[("on", &on.to_string())])).unwrap_or_default();
        let mark = state_mark(result);
        let state = pad(&state_words(words, result), 8, "");
        let line = format!("  {mark} {state} {} {from}", words.of(result.condition));
        let _ = writeln!(out, "{}", line.trim_end());
        for evidence in &result.evidence {
            let _ = writeln!(out, "      {}", evidence_words(words, evidence));
        }
    }
    for reason in &assessment.look_harder {
        let _ = writeln!(out, "  ! {}", words.of(*reason));
    }
    if let Some(until) = assessment.notices_until {
        let _ = writeln!(out, "  {}", words.with("assess-notices-until", &[("on", &term_end_words(words, until))]));
    }
}

#[derive(Serialize)]
struct AssessedJson<'a> {
    code: &'a str,
    name: &'a str,
    village: &'a str,
    contact: &'a str,
    class: HouseholdClass,
    category: Option<HouseholdLabel>,
    policy: &'a str,
    kind: AssessmentKind,
    outcome: Outcome,
    possible_from: Option<NaiveDate>,
    notices_until: Option<NaiveDate>,
    look_harder: &'a [LookHarder],
    conditions: Vec<ConditionJson<'a>>,
}

#[derive(Serialize)]
struct ConditionJson<'a> {
    condition: Condition,
    state: ConditionState,
    question: bool,
    possible_from: Option<NaiveDate>,
    setting: Option<Setting>,
    origin: Option<Origin>,
    evidence: &'a [Evidence],
}

impl<'a> AssessedJson<'a> {
    fn of(assessed: &'a Assessed, policy: &'a Policy) -> Self {
        let Assessed { row, assessment } = assessed;
        let condition = |result: &'a ConditionResult| ConditionJson {
            condition: result.condition,
            state: result.state,
            question: result.question,
            possible_from: result.possible_from,
            setting: result.setting,
            origin: result.origin(policy),
            evidence: &result.evidence,
        };
        Self {
            code: &row.code,
            name: &row.name,
            village: &row.village,
            contact: &row.contact,
            class: row.class,
            category: row.category(),
            policy: &policy.id,
            kind: assessment.kind,
            outcome: assessment.outcome(),
            possible_from: assessment.possible_from,
            notices_until: assessment.notices_until.map(|until| until.on),
            look_harder: &assessment.look_harder,
            conditions: assessment.conditions.iter().map(condition).collect(),
        }
    }
}
