//! A village's water report: entered once, shown beside the quality indicator of all its households.

use chrono::NaiveDate;

use crate::domain::checks::WaterLevel;
use crate::domain::id::HouseholdId;
use crate::domain::typed_day::Toward;
use crate::domain::village::Village;
use crate::domain::water_report::{WaterReport, WaterReportEntry};
use crate::i18n::Words;
use crate::ledger::DraftKey;

use crate::tui::effect::{Effect, Read, Write};
use crate::tui::form::{Choice, Field, Form, FormScreen, Kept, Kind, Saving, form_screen_fields};
use crate::tui::scene::Surroundings;
use crate::tui::shell::Shell;

/// A village has one draft, from whichever household its form was opened.
pub fn draft_key(village: &Village) -> DraftKey {
    let form = format!("water_report.{}.{}", village.township, village.name);
    DraftKey { form, household_id: None, visit_id: None }
}

const REPORT: &str = "form-water";

/// A report being entered.
#[derive(Debug)]
pub struct WaterReportForm {
    pub form: Form,
    pub today: NaiveDate,
    pub kept: Kept,
    /// The household that the form was opened from.
    pub household_id: HouseholdId,
    village: Village,
    /// What is on file, to stand beside.
    reports: Vec<WaterReport>,
}

impl WaterReportForm {
    pub fn open(
        words: &Words,
        household_id: HouseholdId,
        village: Village,
        reports: Vec<WaterReport>,
        today: NaiveDate,
    ) -> Self {
        let levels = [('1', WaterLevel::Met), ('2', WaterLevel::MostlyMet), ('3', WaterLevel::NotMet)];
        let level = |(digit, level): (char, WaterLevel)| Choice {
            mark: Some(level.answer()),
            ..Choice::new(digit, level.code(), words.of(level))
        };
        let fields = vec![
            Field::new(REPORT, "village", words.t("water-report-village"), Kind::Shown)
                .with_value(format!("{} {}", village.township, village.name).trim()),
            Field::new(REPORT, "tested_on", words.t("water-report-day"), Kind::Day(Toward::Past))
                .with_hint(words.t("form-hint-date")),
            Field::new(REPORT, "level", words.t("water-report-level"), Kind::One(levels.map(level).to_vec())),
            Field::new(REPORT, "note", words.t("water-report-note"), Kind::Text).with_hint(words.t("form-hint-report")),
        ];
        let mut open = Self {
            form: Form::new(fields, today).beside_last_time(),
            today,
            kept: Kept::default(),
            household_id,
            village,
            reports,
        };
        open.begin(words);
        open
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<WaterReportEntry> {
        self.form.clear_faults();
        let day = self.form.day("tested_on").ok().flatten();
        if day.is_none() {
            self.form.mark("tested_on", words.t("form-problem-date"));
        }
        let entry = WaterReportEntry {
            village: self.village.clone(),
            // A day that cannot be read was told; the rest is looked at all the same.
            tested_on: day.unwrap_or(self.today),
            level: WaterLevel::from_code(self.form.value("level")).unwrap_or(WaterLevel::NotChecked),
            note: self.form.value("note").to_owned(),
        };
        let faults = entry.faults(self.today);
        self.form.mark_faults(words, &faults);
        (day.is_some() && faults.is_empty()).then_some(entry)
    }
}

impl FormScreen for WaterReportForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        draft_key(&self.village)
    }

    fn title(&self, around: Surroundings<'_>) -> String {
        around.words.t("water-report-title")
    }

    fn save(&mut self, shell: &Shell) -> Saving {
        let draft = self.draft_key();
        let entry = self.read(&shell.words);
        entry.map_or(Saving::Incomplete, |entry| {
            Saving::Keep(vec![Effect::Write(Write::KeepWaterReport { entry, draft })])
        })
    }

    fn reopen(&self) -> Read {
        Read::OpenWaterReport(self.household_id)
    }

    fn draft_stays_key(&self) -> &'static str {
        "form-draft-stays-report"
    }

    /// Says what day was understood; the last report stands beside.
    fn arrange(&mut self, words: &Words) {
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
        self.form.understand(words);
        self.form.settle_focus();
    }
}
