//! Before an entry is saved: what keeps it from being one is marked on its field, what looks odd asks
//! for a reason.

use crate::domain::facts::HouseholdFact;
use crate::domain::visit::VisitDayProblem;
use crate::domain::visit_entry::{EntryProblem, VisitEntry};
use crate::domain::warning::{Before, PassedWarning, Warning, warnings};
use crate::i18n::Words;

use super::super::super::form::FormScreen;
use super::VisitForm;
use super::entry::entry;
use super::fields::{check_key, check_note_key, closing_note_key, why_key};

impl VisitForm {
    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<VisitEntry> {
        self.form.clear_problems();
        let mut unreadable = Vec::new();
        let mut entry = entry(self, &mut unreadable);
        let refused = entry.problems(self.today);
        unreadable.extend(refused.iter().map(|problem| (field_of(*problem), sentence_of(*problem))));
        if self.correcting.is_some() && self.form.value("reason").is_empty() {
            unreadable.push(("reason".to_owned(), "form-problem-correction"));
        }
        // Marked in the order of the form, so that the first one gets the focus.
        unreadable.sort_by_key(|(key, _)| self.form.fields.iter().position(|field| field.key == *key));
        for (key, sentence) in &unreadable {
            self.form.mark(key, words.t(sentence));
        }
        if !unreadable.is_empty() {
            return None;
        }
        self.pass_warnings(words, &mut entry).then_some(entry)
    }

    /// Notes the reasons of what looks odd on the entry; false while one is missing, which then is asked
    /// for where it belongs.
    fn pass_warnings(&mut self, words: &Words, entry: &mut VisitEntry) -> bool {
        let standing = warnings(entry, &self.before(), &self.thresholds);
        self.warned.extend(standing.iter().map(|warning| warning.code()));
        self.arrange(words);
        let reason = |warning: &Warning| self.form.value(&why_key(&warning.code())).to_owned();
        let reasons: Vec<String> = standing.iter().map(reason).collect();
        let mut all_passed = true;
        for (warning, reason) in standing.iter().zip(reasons) {
            let code = warning.code();
            if reason.is_empty() {
                all_passed = false;
                self.form.mark(&why_key(&code), sentence_of_warning(words, *warning));
            } else {
                entry.findings.passed.push(PassedWarning { code, reason });
            }
        }
        all_passed
    }

    fn before(&self) -> Before {
        Before {
            amounts: self.last_amounts(),
            population: self.last_visit().and_then(|visit| visit.findings.population),
            population_on_file: self.file.household.fact(HouseholdFact::Population).parse().ok(),
        }
    }
}

fn sentence_of_warning(words: &Words, warning: Warning) -> String {
    match warning {
        Warning::Jump(item) => words.with("Warning-jump", &[("item", &words.of(item))]),
        simple => words.t(&format!("Warning-{}", simple.code())),
    }
}

fn field_of(problem: EntryProblem) -> String {
    match problem {
        EntryProblem::Day(_) => "date".to_owned(),
        EntryProblem::VisitorMissing | EntryProblem::SecondVisitorMissing => "visitors".to_owned(),
        EntryProblem::ModeMissing => "mode".to_owned(),
        EntryProblem::MetMissing | EntryProblem::AnswersOfNobody => "met".to_owned(),
        EntryProblem::NoteMissing(check) => check_note_key(check),
        EntryProblem::NotApplicable(check) => check_key(check),
        EntryProblem::WaterRaised => "water.lowered".to_owned(),
        EntryProblem::PopulationChangeMissing => "population".to_owned(),
        EntryProblem::ClosingNoteMissing(problem_id) => closing_note_key(problem_id),
        EntryProblem::SignatureReasonMissing | EntryProblem::WarningReasonMissing => "signature.reason".to_owned(),
        EntryProblem::IncomeInFuture => "month".to_owned(),
    }
}

fn sentence_of(problem: EntryProblem) -> &'static str {
    match problem {
        EntryProblem::Day(VisitDayProblem::Future) => "form-problem-future",
        EntryProblem::Day(VisitDayProblem::TooEarly) => "form-problem-too-early",
        EntryProblem::VisitorMissing => "form-problem-visitor",
        EntryProblem::SecondVisitorMissing => "form-problem-second-visitor",
        EntryProblem::ModeMissing => "form-problem-mode",
        EntryProblem::MetMissing | EntryProblem::AnswersOfNobody => "form-problem-met",
        EntryProblem::NoteMissing(_) => "form-problem-note",
        EntryProblem::NotApplicable(_) => "form-problem-not-applicable",
        EntryProblem::WaterRaised => "form-problem-water",
        EntryProblem::PopulationChangeMissing => "form-problem-population",
        EntryProblem::ClosingNoteMissing(_) => "form-problem-closing",
        EntryProblem::SignatureReasonMissing | EntryProblem::WarningReasonMissing => "form-problem-reason",
        EntryProblem::IncomeInFuture => "form-problem-month-future",
    }
}
