//! The answers of one visit as lines.

use crate::clock::local_minute;
use crate::domain::checks::{Check, WaterIndicator};
use crate::domain::income::{IncomeItem, net};
use crate::domain::visit::{Visit, VisitOrigin};
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::text::pad;

/// Everything a visit says, a line each: what, then the answer.
pub fn answer_lines(words: &Words, file: &HouseholdFile, visit: &Visit) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |label: String, value: String| {
        if !value.is_empty() {
            lines.push(format!("{} {value}", pad(&label, 16, "")));
        }
    };
    if visit.voided {
        line(words.t("visit-voided"), words.t("yes"));
    }
    line(words.t("form-date"), visit.visited_on.to_string());
    line(words.t("form-mode"), visit.mode.map(|mode| words.of(mode)).unwrap_or_default());
    let counts = if file.counted.contains(&visit.id) { "visit-counts" } else { "visit-counts-not" };
    line(words.t("visit-counted"), words.t(counts));
    if visit.origin == VisitOrigin::Roster {
        line(words.t("visit-origin"), words.of(visit.origin));
        return lines;
    }
    line(words.t("form-purpose"), visit.purpose.map(|purpose| words.of(purpose)).unwrap_or_default());
    let met = visit.met.as_ref().map(|met| format!("{} {}", words.relation(&met.relation), met.name));
    line(words.t("form-met"), met.unwrap_or_else(|| words.of(visit.outcome)).trim().to_owned());
    line(words.t("form-visitors"), visit.visitors.join(" "));
    line(words.t("visit-entered"), local_minute(visit.entered_at));
    for (label, value) in findings(words, visit) {
        line(label, value);
    }
    for income in file.incomes.iter().filter(|income| income.visit_id == visit.id) {
        line(words.t("form-month"), income.month.to_string());
        for item in IncomeItem::ALL {
            line(words.of(*item), income.amounts.get(item).map(|it| it.money().to_string()).unwrap_or_default());
        }
        line(words.t("form-net"), net(&income.amounts).map(|net| net.to_string()).unwrap_or_default());
        for source in &income.sources {
            let amount = source.amount.map(|amount| amount.money().to_string()).unwrap_or_default();
            line(words.t("form-source"), format!("{} {} {amount}", words.of(source.source), source.detail));
        }
    }
    for problem in file.problems.iter().filter(|problem| problem.visit_id == visit.id) {
        line(words.t("form-problem"), format!("{} {} {}", words.of(problem.state), problem.what, problem.unit));
    }
    line(words.t("form-note"), visit.note.clone());
    lines
}

fn findings(words: &Words, visit: &Visit) -> Vec<(String, String)> {
    let findings = &visit.findings;
    if visit.outcome == crate::domain::visit::VisitOutcome::NobodyMet {
        return Vec::new();
    }
    let mut out: Vec<(String, String)> = Vec::new();
    for check in Check::ALL {
        let note = findings.checks.get(check).map(|finding| finding.note.as_str()).unwrap_or_default();
        out.push((words.of(*check), format!("{} {note}", words.of(findings.answer(*check))).trim().to_owned()));
    }
    out.push((words.t("form-housing-grade"), findings.housing_grade.map(|grade| words.of(grade)).unwrap_or_default()));
    for indicator in WaterIndicator::ALL {
        out.push((
            words.of(*indicator),
            findings.water.get(indicator).map(|level| words.of(*level)).unwrap_or_default(),
        ));
    }
    out.push((words.t("form-water-source"), findings.water_source.map(|source| words.of(source)).unwrap_or_default()));
    let changes: Vec<String> = findings.changes.iter().map(|change| words.of(*change)).collect();
    out.push((words.t("form-what-changed"), changes.join(&words.t("list-comma"))));
    out.push((words.t("form-policies-due"), findings.policies_due.clone()));
    out.push((words.t("form-requests"), findings.requests.clone()));
    let signature = findings.signature.as_ref().map(|it| format!("{} {}", words.of(it.kind), it.reason));
    out.push((words.t("form-signed"), signature.unwrap_or_default().trim().to_owned()));
    out
}
