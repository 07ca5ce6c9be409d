//! What is shown after each change: fields that an answer calls for, new empty lines, what is
//! reckoned, and last time's answers, which hang on the day and the month entered.

use crate::domain::checks::{Check, CheckAnswer, WaterIndicator, WaterLevel, water_answer};
use crate::domain::income::{Amounts, IncomeItem, IncomeSource, net};
use crate::domain::last_time::{last_income, last_visit_with_answers};
use crate::domain::money::{Amount, Money};
use crate::domain::month::Month;
use crate::domain::rough_date::{Precision, RoughDate};
use crate::domain::visit::{SignatureKind, Visit};
use crate::i18n::Words;

use super::super::super::form::{Field, Form, FormScreen, is_blank};
use super::VisitForm;
use super::fields::{
    MET_NOBODY, MET_OTHER, amount_key, check_key, check_note_key, problem_fields, source_fields, water_key,
};

/// Fields of a visit on which nobody was met.
const OF_NOBODY_MET: [&str; 6] = ["date", "mode", "purpose", "met", "visitors", "note"];

pub(super) fn arrange(screen: &mut VisitForm, words: &Words) {
    add_empty_lines(&mut screen.form, words);
    show_fields(&mut screen.form);
    preset_counts(screen);
    screen.reckon(words);
    screen.stand_last_time_beside(words);
    screen.form.settle_focus();
}

impl VisitForm {
    /// The answer that the water indicators give, and the net income.
    fn reckon(&mut self, words: &Words) {
        let water = water_answer(&water_levels(&self.form));
        self.form.set("water.answer", &words.of(water));
        let net = net(&amounts(&self.form));
        let text = net.map_or_else(|| words.t("form-net-unknown"), |net| net.to_string());
        self.form.set("net", &text);
    }

    fn stand_last_time_beside(&mut self, words: &Words) {
        let day = day_of(self.form.value("date")).unwrap_or(self.today);
        let last_visit = last_visit_with_answers(&self.file.visits, day).cloned();
        for field in &mut self.form.fields {
            field.last.clear();
        }
        if let Some(visit) = &last_visit {
            last_answers(&mut self.form, words, visit);
        }
        let month = self.form.value("month").parse().unwrap_or(Month::of(self.today));
        let last = last_income(&self.file.incomes, month).map(|income| income.amounts.clone()).unwrap_or_default();
        for item in IncomeItem::ALL {
            let key = amount_key(*item);
            let now = Amount::parse(self.form.value(&key)).ok();
            if let Some(field) = self.form.field_mut(&key) {
                field.last = last.get(item).map(|was| amount_beside(*was, now)).unwrap_or_default();
            }
        }
        if let Some(field) = self.form.field_mut("net") {
            field.last = net(&last).map(|net| net.to_string()).unwrap_or_default();
        }
    }

    /// Takes last time's amount for the focused field, if it is an amount that has one.
    pub fn take_last(&mut self, words: &Words) -> bool {
        let month = self.form.value("month").parse().unwrap_or(Month::of(self.today));
        let Some(income) = last_income(&self.file.incomes, month) else { return false };
        let Some(key) = self.form.focused().map(|field| field.key.clone()) else { return false };
        let item = IncomeItem::ALL.iter().find(|item| amount_key(**item) == key);
        let Some(amount) = item.and_then(|item| income.amounts.get(item)) else { return false };
        self.form.set(&key, &amount.money().to_string().replace(',', ""));
        self.arrange(words);
        true
    }
}

/// Whether a source counts is preset by the policy, and shown.
fn preset_counts(screen: &mut VisitForm) {
    let lines: Vec<usize> = screen.form.fields.iter().filter_map(|field| line_of(&field.key, "source")).collect();
    for line in lines {
        let source = IncomeSource::from_code(screen.form.value(&format!("source.{line}.kind")));
        let key = format!("source.{line}.counts");
        if let Some(source) = source.filter(|_| screen.form.value(&key).is_empty()) {
            screen.form.set(&key, if screen.uncounted.contains(&source) { "no" } else { "yes" });
        }
    }
}

/// A day that a person typed.
pub(super) fn day_of(text: &str) -> Option<chrono::NaiveDate> {
    RoughDate::parse(text).ok().filter(|date| date.precision == Precision::Day).map(|date| date.on)
}

fn amount_beside(was: Amount, now: Option<Amount>) -> String {
    let difference: Option<Money> = now.map(|now| now.money() - was.money());
    match difference {
        Some(difference) => format!("{}  {}", was.money(), difference.signed()),
        None => was.money().to_string(),
    }
}

pub(super) fn amounts(form: &Form) -> Amounts {
    let amount = |item: &IncomeItem| Some((*item, Amount::parse(form.value(&amount_key(*item))).ok()?));
    IncomeItem::ALL.iter().filter_map(amount).collect()
}

pub(super) fn water_levels(form: &Form) -> std::collections::BTreeMap<WaterIndicator, WaterLevel> {
    let level =
        |indicator: &WaterIndicator| Some((*indicator, WaterLevel::from_code(form.value(&water_key(*indicator)))?));
    WaterIndicator::ALL.iter().filter_map(level).collect()
}

/// The number of a line in a group's key: `problem.2.what` is line 2.
pub(super) fn line_of(key: &str, group: &str) -> Option<usize> {
    key.strip_prefix(group)?.strip_prefix('.')?.split('.').next()?.parse().ok()
}

/// Makes the fields of one line of a group.
type LineFields = fn(&Words, usize) -> Vec<Field>;

/// Each group of lines ends with an empty one: filling it brings the next.
fn add_empty_lines(form: &mut Form, words: &Words) {
    let groups: [(&str, &str, LineFields); 2] =
        [("source", "kind", source_fields), ("problem", "what", problem_fields)];
    for (group, first, fields) in groups {
        let of_group = |field: &Field| line_of(&field.key, group).is_some();
        let Some(end) = form.fields.iter().rposition(of_group) else { continue };
        let last = line_of(&form.fields[end].key, group).unwrap_or(0);
        if !is_blank(form.field(&format!("{group}.{last}.{first}")).map_or("", Field::value)) {
            form.fields.splice((end + 1)..=end, fields(words, last + 1));
        }
    }
}

fn show_fields(form: &mut Form) {
    let nobody = form.field("met").map(Field::value) == Some(MET_NOBODY);
    let shown: Vec<bool> = form.fields.iter().map(|field| is_called_for(form, &field.key, nobody)).collect();
    for (field, shown) in form.fields.iter_mut().zip(shown) {
        field.visible = shown;
    }
}

fn is_called_for(form: &Form, key: &str, nobody: bool) -> bool {
    let raw = |key: &str| form.field(key).map_or("", Field::value);
    if nobody {
        return OF_NOBODY_MET.contains(&key);
    }
    for (group, first) in [("source", "kind"), ("problem", "what")] {
        if let Some(line) = line_of(key, group) {
            let first = format!("{group}.{line}.{first}");
            return key == first || !is_blank(raw(&first));
        }
    }
    match key {
        "met.name" | "met.relation" => raw("met") == MET_OTHER,
        "signature.reason" => SignatureKind::from_code(raw("signature")) == Some(SignatureKind::NotSigned),
        _ => match Check::ALL.iter().find(|check| check_note_key(**check) == key) {
            Some(Check::Water) => water_answer(&water_levels(form)).needs_note(),
            Some(check) => CheckAnswer::from_code(raw(&check_key(*check))).is_some_and(CheckAnswer::needs_note),
            None => true,
        },
    }
}

fn last_answers(form: &mut Form, words: &Words, visit: &Visit) {
    let findings = &visit.findings;
    let mut beside = |key: &str, text: String| {
        if let Some(field) = form.field_mut(key) {
            field.last = text;
        }
    };
    beside("mode", visit.mode.map(|mode| words.of(mode)).unwrap_or_default());
    beside("purpose", visit.purpose.map(|purpose| words.of(purpose)).unwrap_or_default());
    beside("met", visit.met.as_ref().map(|met| met.name.clone()).unwrap_or_default());
    beside("visitors", visit.visitors.join(" "));
    for check in Check::ALL {
        let finding = findings.checks.get(check);
        let key = if *check == Check::Water { "water.answer".to_owned() } else { check_key(*check) };
        beside(&key, words.of(findings.answer(*check)));
        beside(&check_note_key(*check), finding.map(|finding| finding.note.clone()).unwrap_or_default());
    }
    for indicator in WaterIndicator::ALL {
        let level = findings.water.get(indicator).copied().unwrap_or(WaterLevel::NotChecked);
        beside(&water_key(*indicator), words.of(level));
    }
    beside("housing.grade", findings.housing_grade.map(|grade| words.of(grade)).unwrap_or_default());
    beside("water.source", findings.water_source.map(|source| words.of(source)).unwrap_or_default());
    let changes: Vec<String> = findings.changes.iter().map(|change| words.of(*change)).collect();
    beside("changes", changes.join(&words.t("list-comma")));
    beside("policies_due", findings.policies_due.clone());
    beside("requests", findings.requests.clone());
    beside("note", visit.note.clone());
    beside("signature", findings.signature.as_ref().map(|it| words.of(it.kind)).unwrap_or_default());
}
