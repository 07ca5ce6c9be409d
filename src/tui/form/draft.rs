//! A form as a draft: the texts of its fields by key, and the field that has the focus. A draft of an
//! older form still opens: keys that are gone are let go, new fields stay empty.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Form, Kind};

#[derive(Serialize, Deserialize)]
struct DraftBody {
    version: u32,
    focus: String,
    values: BTreeMap<String, String>,
}

impl Form {
    /// The form as JSON.
    pub fn to_draft(&self) -> String {
        let filled = self.fields.iter().filter(|field| field.kind != Kind::Shown && !field.value().is_empty());
        let body = DraftBody {
            version: 1,
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

    /// Takes a draft's texts over, field by field.
    pub fn fill(&mut self, values: &BTreeMap<String, String>) {
        for field in &mut self.fields {
            field.set(values.get(&field.key).map_or("", String::as_str));
        }
    }
}
