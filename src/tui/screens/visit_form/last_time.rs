//! What stands beside the fields: last time's answers and amounts, which hang on the day and the month
//! entered, and the village's water report.

use crate::domain::checks::{Check, CheckAnswer, WaterIndicator, WaterLevel};
use crate::domain::income::{Amounts, IncomeItem, net};
use crate::domain::last_time::{last_income, last_visit_before, last_visit_with_answers};
use crate::domain::member_answers::Insurance;
use crate::domain::money::{Amount, Money};
use crate::domain::month::Month;
use crate::domain::question::Question;
use crate::domain::typed_day::typed_month;
use crate::domain::visit::Visit;
use crate::domain::water_report::{WaterReport, report_on};
use crate::i18n::Words;
use crate::report::answers::{measure_answer_words, question_words, spending_words};
use crate::tui::form::kit::{amount_key, typed_yuan};

use super::VisitForm;
use super::arrange::water_of;
use super::key::{Group, Key, Part};
use crate::tui::form::{Form, FormScreen};

impl VisitForm {
    /// The visit that serves as last time; one that is being corrected never does.
    pub(super) fn last_visit(&self) -> Option<&Visit> {
        match &self.correcting {
            Some(state) => last_visit_before(&self.file.visits, &state.visit, self.visit_day()),
            None => last_visit_with_answers(&self.file.visits, self.visit_day()),
        }
    }

    /// The month that the amounts are of; while it cannot be read, this one.
    pub(super) fn month(&self) -> Month {
        typed_month(self.form.value("month"), self.today).unwrap_or(Month::of(self.today))
    }

    /// The amounts of the latest recorded month before the form's.
    pub(super) fn last_amounts(&self) -> Amounts {
        last_income(&self.file.incomes, self.month()).map(|income| income.amounts.clone()).unwrap_or_default()
    }

    /// Puts what was answered last time beside what is asked now.
    pub(super) fn stand_last_time_beside(&mut self, words: &Words) {
        let last_visit = self.last_visit().cloned();
        for field in self.form.fields.iter_mut().filter(|field| !field.is_left_open()) {
            field.last.clear();
            field.last_mark = None;
            field.is_worse = false;
        }
        if let Some(visit) = &last_visit {
            last_answers(&mut self.form, words, visit);
        }
        self.last_amounts_beside();
        self.months_beside(words);
        self.report_beside(words);
    }

    fn last_amounts_beside(&mut self) {
        let last = self.last_amounts();
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

    /// Which month the amounts beside are of, and whether this month is on file already.
    fn months_beside(&mut self, words: &Words) {
        let own = self.correcting.as_ref().and_then(|state| state.income.as_ref()).map(|income| income.id);
        let month = self.month();
        let on_file = self.file.incomes.iter().any(|income| income.month == month && Some(income.id) != own);
        let last = last_income(&self.file.incomes, month).map(|income| income.month.to_string());
        let mut parts: Vec<String> = last.map(|last| words.with("sheet-last", &[("on", &last)])).into_iter().collect();
        if on_file {
            parts.push(words.t("form-month-on-file"));
        }
        if let Some(field) = self.form.field_mut("month") {
            field.last = parts.join("  ");
        }
    }

    fn report(&self) -> Option<&WaterReport> {
        report_on(&self.file.water_reports, self.visit_day())
    }

    /// The village's report stands beside the quality of the water.
    fn report_beside(&mut self, words: &Words) {
        let Some(report) = self.report().cloned() else { return };
        let on = report.tested_on.to_string();
        let text = words.with("form-water-report", &[("on", &on), ("level", &words.of(report.level))]);
        if let Some(field) = self.form.field_mut(&Key::Water(WaterIndicator::Quality).text()) {
            field.last = if field.last.is_empty() { text } else { format!("{} {text}", field.last) };
        }
    }

    /// Takes over what stands beside the focused field, if it is an amount of last time or the village's
    /// water report. Checks are never copied.
    pub(super) fn take_over_last(&mut self, words: &Words) -> bool {
        let Some(key) = self.form.focused().map(|field| field.key.clone()) else { return false };
        let item = IncomeItem::ALL.iter().find(|item| amount_key(**item) == key);
        let taken = match item {
            Some(item) => self.last_amounts().get(item).copied().map(typed_yuan),
            None if key == Key::Water(WaterIndicator::Quality).text() => {
                self.report().map(|it| it.level.code().to_owned())
            }
            None => None,
        };
        let Some(taken) = taken else { return false };
        self.form.replace(&taken);
        self.arrange(words);
        true
    }
}

fn amount_beside(was: Amount, now: Option<Amount>) -> String {
    let difference: Option<Money> = now.map(|now| now.money() - was.money());
    match difference {
        Some(difference) => format!("{}  {}", was.money(), difference.signed()),
        None => was.money().to_string(),
    }
}

/// Puts an answer beside its field, with its mark; worse now is marked too.
fn check_beside(
    form: &mut Form,
    words: &Words,
    key: &str,
    (then, note): (CheckAnswer, &str),
    now: Option<CheckAnswer>,
) {
    if let Some(field) = form.field_mut(key) {
        field.last = words.of(then);
        if !note.is_empty() {
            field.last = format!("{} {note}", field.last);
        }
        field.last_mark = Some(then);
        field.is_worse = now.is_some_and(|now| now.is_worse_than(then));
    }
}

fn last_answers(form: &mut Form, words: &Words, visit: &Visit) {
    let findings = &visit.findings;
    for check in Check::ALL.iter().copied() {
        let note = findings.checks.get(&check).map_or("", |finding| finding.note.as_str());
        let then = (findings.answer(check), note);
        if check == Check::Water {
            let now = water_of(form);
            check_beside(form, words, "water.answer", then, Some(now));
        } else {
            let now = CheckAnswer::from_code(form.value(&Key::Check(check).text()));
            check_beside(form, words, &Key::Check(check).text(), then, now);
        }
    }
    for indicator in WaterIndicator::ALL {
        let then = findings.water.get(indicator).copied().unwrap_or(WaterLevel::NotChecked);
        let now = WaterLevel::from_code(form.value(&Key::Water(*indicator).text())).map(WaterLevel::answer);
        check_beside(form, words, &Key::Water(*indicator).text(), (then.answer(), ""), now);
        if let Some(field) = form.field_mut(&Key::Water(*indicator).text()) {
            field.last = words.of(then);
        }
    }
    for (key, text) in last_texts(words, visit) {
        if let Some(field) = form.field_mut(&key) {
            field.last = text;
        }
    }
}

fn last_texts(words: &Words, visit: &Visit) -> Vec<(String, String)> {
    let findings = &visit.findings;
    let mut texts: Vec<(String, String)> = Question::ALL
        .iter()
        .map(|question| (question.key().to_owned(), question_words(words, *question, visit).replace('\n', " ")))
        .collect();
    texts.push(("met".to_owned(), visit.met.as_ref().map(|met| met.name.clone()).unwrap_or_default().into()));
    for check in Check::ALL {
        let note = findings.checks.get(check).map(|finding| finding.note.clone()).unwrap_or_default();
        texts.push((Key::CheckNote(*check).text(), note));
    }
    for member in &findings.members {
        let schooling = member.schooling.map(|schooling| words.of(schooling)).unwrap_or_default();
        texts.push((Key::Schooling(member.member_id).text(), schooling));
    }
    for review in &findings.measures {
        texts.push((Key::Measure(review.measure_id).text(), measure_answer_words(words, &review.answers)));
    }
    texts.push((Key::Insurance.text(), uninsured_words(words, visit)));
    for (line, spending) in findings.spending.iter().enumerate() {
        texts.push((Key::Line(Group::Spending, line, Part::Kind).text(), spending_words(words, spending)));
    }
    texts
}

/// Who was not insured, or that all were.
fn uninsured_words(words: &Words, visit: &Visit) -> String {
    let members = &visit.findings.members;
    let uninsured: Vec<&str> = members
        .iter()
        .filter(|member| member.insurance == Some(Insurance::NotInsured))
        .map(|member| &*member.name)
        .collect();
    match uninsured.is_empty() {
        true if members.iter().any(|member| member.insurance.is_some()) => words.t("form-insured-all"),
        true => String::new(),
        false => uninsured.join(&words.t("list-comma")),
    }
}
