//! Reading the steps of procedures and the grounds of exclusion of a policy file.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::file::{At, Reading};
use super::problem::PolicyFault;
use super::step::{Ground, PaperRule, StepRule};
use super::wording::LANGUAGES;
use crate::domain::codes::Coded;

const STEPS: &str = "steps";
const GROUNDS: &str = "grounds";
const STEP_KEYS: [&str; 12] = [
    "of",
    "step",
    "days",
    "people",
    "signed",
    "roles",
    "papers",
    "beside",
    "self_reported",
    "reading",
    LANGUAGES[0],
    LANGUAGES[1],
];
const PAPER_KEYS: [&str; 3] = ["form", LANGUAGES[0], LANGUAGES[1]];
const GROUND_KEYS: [&str; 4] = ["id", "unless", LANGUAGES[0], LANGUAGES[1]];
/// Days of a step, and people who do it.
const MOST_DAYS: u32 = 60;
const MOST_PEOPLE: u32 = 9;

impl Reading<'_> {
    /// The steps in the order of the file; a step stands once for each kind of procedure.
    pub(super) fn steps(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<StepRule> {
        let mut steps: Vec<StepRule> = Vec::new();
        for item in self.items((STEPS, value), "[[steps]]") {
            let at = (STEPS, item);
            let Some(step) = self.step(at) else { continue };
            let is_twice = |known: &StepRule| known.step == step.step && known.of.iter().any(|of| step.of.contains(of));
            if steps.iter().any(is_twice) {
                self.refuse(at, PolicyFault::UnknownValue, "step");
            }
            steps.push(step);
        }
        steps
    }

    pub(super) fn grounds(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Ground> {
        let mut grounds: Vec<Ground> = Vec::new();
        for item in self.items((GROUNDS, value), "[[grounds]]") {
            let at = (GROUNDS, item);
            let Some(ground) = self.ground(at) else { continue };
            if grounds.iter().any(|known| known.id == ground.id) {
                self.refuse(at, PolicyFault::UnknownValue, "id");
            }
            grounds.push(ground);
        }
        grounds
    }

    pub(super) fn items<'v, 'i>(&mut self, at: At<'v, 'i>, wanted: &str) -> &'v [Spanned<DeValue<'i>>] {
        let items = at.1.get_ref().as_array();
        if items.is_none() {
            self.refuse(at, PolicyFault::WrongKind, wanted);
        }
        items.map_or(&[], |items| &**items)
    }

    fn step(&mut self, at: At<'_, '_>) -> Option<StepRule> {
        let table = self.table(at, &STEP_KEYS)?;
        let of = self.required(at, table, "of").map(|of| self.codes_in((at.0, of)));
        let step = self.required(at, table, "step").and_then(|step| self.code((at.0, step)));
        let days = table.get("days").and_then(|days| self.count((at.0, days), 1, MOST_DAYS));
        let people = table.get("people").and_then(|people| self.count((at.0, people), 1, MOST_PEOPLE));
        let signed = table.get("signed").and_then(|signed| self.code((at.0, signed)));
        let roles = table.get("roles").map(|roles| self.codes_in((at.0, roles))).unwrap_or_default();
        let papers = table.get("papers").map(|papers| self.papers((at.0, papers))).unwrap_or_default();
        let wording = self.wording_in(at, table);
        Some(StepRule {
            of: of?,
            step: step?,
            days,
            people,
            signed,
            roles,
            papers,
            beside: is_set(table, "beside"),
            self_reported: is_set(table, "self_reported"),
            wording,
            is_reading: is_set(table, "reading"),
        })
    }

    fn papers(&mut self, at: At<'_, '_>) -> Vec<PaperRule> {
        let mut papers = Vec::new();
        for item in self.items(at, "[{ form = \"…\" }]") {
            let at = (at.0, item);
            let Some(table) = self.table(at, &PAPER_KEYS) else { continue };
            let form = self.required(at, table, "form").and_then(|form| self.code((at.0, form)));
            let title = self.wording_in(at, table);
            papers.extend(form.map(|form| PaperRule { form, title }));
        }
        papers
    }

    fn ground(&mut self, at: At<'_, '_>) -> Option<Ground> {
        let table = self.table(at, &GROUND_KEYS)?;
        let id = self.required(at, table, "id")?.get_ref().as_str().unwrap_or_default().to_owned();
        let unless = table.get("unless").and_then(|unless| self.code((at.0, unless)));
        Some(Ground { id, unless, wording: self.wording_in(at, table) })
    }

    fn codes_in<T: Coded>(&mut self, at: At<'_, '_>) -> Vec<T> {
        self.items(at, "[\"…\"]").iter().filter_map(|item| self.code((at.0, item))).collect()
    }
}

pub(super) fn is_set(table: &DeTable<'_>, key: &str) -> bool {
    matches!(table.get(key).map(Spanned::get_ref), Some(DeValue::Boolean(true)))
}
