//! A village's water report: entered once, shown beside the quality indicator of all its households.

pub mod view;

use chrono::NaiveDate;

use crate::domain::checks::WaterLevel;
use crate::domain::clean::clean_name;
use crate::domain::typed_day::{Toward, typed_day};
use crate::domain::visit::check_visit_day;
use crate::domain::water_report::WaterReport;
use crate::i18n::Words;
use crate::ledger::{DraftKey, WaterReportEntry};

use super::super::form::{Choice, Field, Form, FormScreen, Kept, Kind, form_screen_fields};
use super::super::widgets::day_meaning;

/// The name under which drafts of this form are kept.
pub const FORM: &str = "water_report";

const REPORT: &str = "form-water";

/// A report being entered.
#[derive(Debug)]
pub struct WaterReportForm {
    pub form: Form,
    pub today: NaiveDate,
    pub kept: Kept,
    /// What is on file, to stand beside.
    reports: Vec<WaterReport>,
}

impl WaterReportForm {
    pub fn open(words: &Words, village: &str, reports: Vec<WaterReport>, today: NaiveDate) -> Self {
        let levels = [('1', WaterLevel::Met), ('2', WaterLevel::MostlyMet), ('3', WaterLevel::NotMet)];
        let level = |(digit, level): (char, WaterLevel)| Choice {
            digit,
            code: level.code().to_owned(),
            label: words.of(level),
            mark: Some(level.answer()),
        };
        let fields = vec![
            Field::new(REPORT, "village", words.t("water-report-village"), Kind::Text)
                .with_value(village)
                .with_hint(words.t("form-hint-needed"))
                .given(),
            Field::new(REPORT, "tested_on", words.t("water-report-day"), Kind::Day(Toward::Past))
                .with_hint(words.t("form-hint-date")),
            Field::new(REPORT, "level", words.t("water-report-level"), Kind::One(levels.map(level).to_vec())),
            Field::new(REPORT, "note", words.t("water-report-note"), Kind::Text).with_hint(words.t("form-hint-report")),
        ];
        let mut open = Self { form: Form::new(fields, today), today, kept: Kept::default(), reports };
        open.begin(words);
        open
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<WaterReportEntry> {
        self.form.clear_problems();
        let village = clean_name(self.form.value("village"));
        let day = typed_day(self.form.value("tested_on"), self.today, Toward::Past).ok();
        let level = WaterLevel::from_code(self.form.value("level"));
        let in_range = day.is_some_and(|day| check_visit_day(day, self.today).is_ok());
        for (key, missing, sentence) in [
            ("village", village.is_empty(), "form-problem-village"),
            ("tested_on", day.is_none(), "form-problem-date"),
            ("tested_on", day.is_some() && !in_range, "form-problem-future"),
            ("level", level.is_none(), "form-problem-level"),
        ] {
            if missing {
                self.form.mark(key, words.t(sentence));
            }
        }
        let (tested_on, level) = (day.filter(|_| in_range)?, level?);
        let note = self.form.value("note").to_owned();
        (!village.is_empty()).then_some(WaterReportEntry { village, tested_on, level, note })
    }
}

impl FormScreen for WaterReportForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        DraftKey { form: FORM.to_owned(), household_id: None, visit_id: None }
    }

    /// Says what day was understood; the last report stands beside.
    fn arrange(&mut self, words: &Words) {
        let typed = self.form.value("tested_on");
        let day = typed_day(typed, self.today, Toward::Past);
        let meaning = day.map(|day| day_meaning(words, typed, day, self.today)).unwrap_or_default();
        let last = self.reports.last();
        let beside = [
            ("tested_on", last.map(|report| report.tested_on.to_string())),
            ("level", last.map(|report| words.of(report.level))),
            ("note", last.map(|report| report.note.clone())),
        ];
        for (key, text) in beside {
            if let Some(field) = self.form.field_mut(key) {
                field.last = text.unwrap_or_default();
            }
        }
        if let Some(field) = self.form.field_mut("tested_on") {
            field.meaning = meaning;
        }
        self.form.settle_focus();
    }
}
