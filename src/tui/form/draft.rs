//! A form as a draft: the texts of its fields by key, and the field that has the focus. A draft of an
//! older form still opens: keys that are gone are let go, new fields stay empty.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::typed_day::{typed_day, typed_rough_date};

use super::{Form, Kind};

#[derive(Serialize, Deserialize)]
struct DraftBody {
    version: u32,
    /// The day that shortened days in it are meant from; older drafts have none.
    #[serde(default)]
    day: Option<NaiveDate>,
    focus: String,
    values: BTreeMap<String, String>,
}

impl Form {
    /// The form as JSON.
    pub fn to_draft(&self) -> String {
        let filled = self.fields.iter().filter(|field| field.kind != Kind::Shown && !field.value().is_empty());
        let body = DraftBody {
            version: 1,
            day: Some(self.today),
            focus: self.focused().map(|field| field.key.clone()).unwrap_or_default(),
            values: filled.map(|field| (field.key.clone(), field.value().to_owned())).collect(),
        };
        serde_json::to_string(&body).unwrap_or_default()
    }

    /// The texts of a draft and its focus; none if it cannot be read.
    pub fn read_draft(body: &str) -> Option<(BTreeMap<String, String>, String)> {
        let body: DraftBody = serde_json::from_str(body).ok()?;
        Some((body.values, body.focus))
    }

    /// Writes shortened days of a draft out in full where it was left on another day: `昨天` still means
    /// the day before that one.
    pub fn settle_days(&mut self, body: &str) {
        let draft: Option<DraftBody> = serde_json::from_str(body).ok();
        let Some(left_on) = draft.and_then(|draft| draft.day).filter(|day| *day != self.today) else { return };
        self.write_out_days(left_on);
    }

    /// The day turns while the form is open: what was typed still means the days it meant.
    pub fn turn_to(&mut self, today: NaiveDate) {
        self.write_out_days(self.today);
        self.today = today;
    }

    fn write_out_days(&mut self, left_on: NaiveDate) {
        for field in &mut self.fields {
            let written = match field.kind {
                Kind::Day(toward) => typed_day(field.value(), left_on, toward).map(|day| day.to_string()).ok(),
                Kind::RoughDay => typed_rough_date(field.value(), left_on).map(|date| date.to_string()).ok(),
                Kind::Text | Kind::Note | Kind::Plain | Kind::Amount | Kind::One(_) | Kind::Any(_) | Kind::Shown => {
                    None
                }
            };
            if let Some(written) = written {
                field.set(&written);
            }
        }
    }

    /// Takes a draft's texts over, field by field.
    pub fn fill(&mut self, values: &BTreeMap<String, String>) {
        for field in self.fields.iter_mut().filter(|field| field.kind != Kind::Shown) {
            let value = values.get(&field.key).map_or("", String::as_str);
            // A choice that is not offered any more is asked anew.
            let is_offered = !matches!(field.kind, Kind::One(_)) || field.choices().iter().any(|it| it.code == value);
            field.set(if is_offered { value } else { "" });
        }
    }
}
