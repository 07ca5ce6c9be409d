//! How a figure of income was made: the records and the formula, line by line.

use chrono::NaiveDate;

use crate::domain::held_income::HeldIncome;
use crate::domain::income::{IncomeFormula, IncomeItem, MonthIncome, net};
use crate::domain::income_change::IncomeChange;
use crate::domain::money::Money;
use crate::domain::month::Month;
use crate::domain::policy::{Policy, Setting};
use crate::domain::window_income::AgainstLine;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

use super::answers::source_words;
use super::figures::{line_words, months_words, percent_text};
use super::policy::title;

/// What a window of a household comes to, and how it compares with the year before.
#[derive(Debug, Clone)]
pub struct IncomeView {
    pub held: HeldIncome,
    pub change: Option<IncomeChange>,
    /// On what ground the number of people is another than that of the register; empty where nobody stated one.
    pub ground: String,
}

/// Where a month's record comes from.
pub fn record_words(words: &Words, file: &HouseholdFile, income: &MonthIncome) -> String {
    let visit = income.visit_id.and_then(|id| file.visits.iter().find(|visit| visit.id == id));
    match visit {
        Some(visit) => words.with("income-by-visit", &[("on", &visit.visited_on.to_string())]),
        None => words.t("income-by-hand"),
    }
}

/// How the figures of one month were made.
pub fn month_lines(words: &Words, file: &HouseholdFile, month: Month) -> Vec<String> {
    let Some(income) = file.incomes.iter().find(|income| income.month == month) else {
        return vec![words.t("income-month-missing"), words.t("income-how-to-enter")];
    };
    let mut lines = vec![record_words(words, file, income), String::new()];
    for item in IncomeItem::ALL {
        let amount = income.amounts.get(item);
        let amount = amount.map_or_else(|| words.t("income-not-asked"), |amount| amount.money().to_string());
        lines.push(format!("{}  {amount}", words.of(*item)));
    }
    for line in &income.sources {
        lines.push(format!("{}  {}", words.t("form-source"), source_words(words, line)));
    }
    lines.push(String::new());
    match net(&income.amounts) {
        Some(net) => {
            let of = |item: IncomeItem| income.amounts.get(&item).map_or(Money::ZERO, |amount| amount.money());
            lines.push(words.t("income-formula-net"));
            lines.push(format!(
                "{} + ({} - {}) + {} + {} = {net}",
                of(IncomeItem::Wage),
                of(IncomeItem::BusinessGross),
                of(IncomeItem::BusinessCost),
                of(IncomeItem::Property),
                of(IncomeItem::Transfer)
            ));
        }
        None => lines.push(words.t("income-month-incomplete")),
    }
    lines
}

/// How the sum of a window was made, and how it stands against the line.
pub fn sum_lines(words: &Words, view: &IncomeView, policy: &Policy, today: NaiveDate) -> Vec<String> {
    let income = &view.held.income;
    let mut lines = Vec::new();
    for month in income.window.months() {
        let net = income.months.get(&month).and_then(|record| net(&record.amounts));
        lines.push(format!("{month}  {}", net.map_or_else(|| words.t("income-missing"), |net| net.to_string())));
    }
    lines.push(String::new());
    lines.push(format!("{}  {}", words.t("income-sum-net"), income.net()));
    if income.uncounted() != Money::ZERO {
        lines.push(format!("- {}  {}", words.t("income-uncounted"), income.uncounted()));
    }
    if view.held.formula == IncomeFormula::Reference {
        lines.push(format!("+ {}  {}", words.of(IncomeItem::Claims), income.sum_of(IncomeItem::Claims)));
        lines.push(format!("- {}  {}", words.of(IncomeItem::OutOfPocket), income.sum_of(IncomeItem::OutOfPocket)));
    }
    lines.push(format!("= {}  {}", words.of(view.held.formula), view.held.sum()));
    lines.push(String::new());
    lines.extend(against_lines(words, view, policy, today));
    if let Some(change) = &view.change {
        lines.push(String::new());
        lines.extend(change_words(words, view, policy.count(Setting::IncomeTargetPercent)));
        for (item, now, before) in change.categories {
            let name = if item == IncomeItem::BusinessGross { words.t("income-business") } else { words.of(item) };
            lines.push(format!("{name}  {before} → {now}  {}", (now - before).signed()));
        }
        lines.push(words.with("income-change-months", &[("months", &months_words(words, &change.months))]));
    }
    lines
}

/// By which rule the people are counted, and on what ground where it is another number.
fn members_words(words: &Words, policy: &Policy, ground: &str) -> Vec<String> {
    let origin = policy.origin(Setting::MemberRule).map(|origin| words.of(origin)).unwrap_or_default();
    let rule = policy
        .member_rule()
        .map(|rule| words.with("income-member-rule", &[("rule", &words.of(rule)), ("origin", &origin)]));
    let ground = (!ground.is_empty()).then(|| words.with("income-member-ground", &[("ground", ground)]));
    rule.into_iter().chain(ground).collect()
}

/// The sum against the line: every number, or what keeps it from being told.
fn against_lines(words: &Words, view: &IncomeView, policy: &Policy, today: NaiveDate) -> Vec<String> {
    let income = &view.held.income;
    let mut lines = Vec::new();
    let last_day = income.window.last.last_day().to_string();
    match income.people {
        Some(people) => {
            lines.push(words.with("income-people-on", &[("on", &last_day), ("people", &people.to_string())]));
            lines.extend(members_words(words, policy, &view.ground));
            if let Some(per_head) = income.per_head(view.held.sum()).filter(|_| income.is_complete()) {
                lines.push(format!("{}  {} ÷ {people} = {per_head}", words.t("income-per-head"), view.held.sum()));
            }
        }
        None => lines.push(words.with("income-no-people-on", &[("on", &last_day)])),
    }
    let purpose = words.of(view.held.purpose);
    match (view.held.line, view.held.needed()) {
        (Some(line), Some(needed)) => {
            let text = line_words(words, line, income.window.year());
            let people = income.people.unwrap_or(0);
            lines.push(format!("{purpose}  {text} × {people} = {needed}"));
        }
        (Some(line), None) => lines.push(format!("{purpose}  {}", line_words(words, line, income.window.year()))),
        (None, _) => {
            let year = income.window.year().to_string();
            lines.push(words.with("income-line-missing", &[("purpose", &purpose), ("year", &year)]));
        }
    }
    if let Some(gap) = view.held.gap() {
        lines.push(format!("{}  {}", words.t("income-gap"), gap.signed()));
    }
    lines.push(against_words(words, view));
    if let Some(estimate) = income.estimate(view.held.formula).filter(|_| !income.is_complete()) {
        let recorded = income.recorded();
        lines.push(format!("{}  {} ÷ {recorded} × 12 = {estimate}", words.t("income-estimate"), view.held.sum()));
    }
    lines.push(String::new());
    lines.push(format!("{}  {}", words.t("why-policy"), title(words, policy)));
    let origin = policy.origin(policy.line_setting(view.held.purpose));
    lines.extend(origin.map(|origin| format!("{}  {}", words.t("income-line"), words.of(origin))));
    lines.push(words.with("income-computed-on", &[("on", &today.to_string())]));
    lines
}

/// How it stands against the line, in one sentence.
pub fn against_words(words: &Words, view: &IncomeView) -> String {
    let purpose = words.of(view.held.purpose);
    let recorded = view.held.income.recorded().to_string();
    let key = match view.held.against {
        AgainstLine::Unknown if !view.held.income.is_complete() => "income-unknown-missing",
        AgainstLine::Unknown => "income-unknown",
        AgainstLine::Below => "income-is-below",
        AgainstLine::At => "income-is-at",
        AgainstLine::Above => "income-is-above",
    };
    words.with(key, &[("purpose", &purpose), ("n", &recorded)])
}

/// The same months a year before, and which way it went; none without months in both years.
pub fn change_words(words: &Words, view: &IncomeView, target: Option<u32>) -> Option<String> {
    let change = view.change.as_ref()?;
    // The word says which way it went.
    let percent = change.tenths_of_percent().map_or_else(|| words.t("none"), |tenths| percent_text(tenths.abs()));
    let mut text = words.with(
        "income-change",
        &[
            ("months", &change.months.len().to_string()),
            ("before", &change.before.to_string()),
            ("now", &change.now.to_string()),
            ("percent", &percent),
            ("trend", &words.of(change.trend())),
        ],
    );
    if let (Some(target), Some(met)) = (target, target.and_then(|target| change.has_grown_by(target))) {
        let key = if met { "income-target-met" } else { "income-target-not-met" };
        text += &words.with(key, &[("target", &target.to_string())]);
    }
    Some(text)
}
