//! Before an entry is saved: what keeps it from being one is marked on its field, what looks odd asks
//! for a reason.

use crate::domain::checks::{Check, CheckAnswer};
use crate::domain::facts::HouseholdFact;
use crate::domain::visit::VisitDayProblem;
use crate::domain::visit_entry::{EntryProblem, VisitEntry};
use crate::domain::warning::{Before, PassedWarning, Warning, warnings};
use crate::i18n::Words;
use crate::report::answers::warning_words;

use super::VisitForm;
use super::entry::entry;
use super::fields::{check_key, check_note_key, closing_note_key, why_key};
use crate::tui::form::FormScreen;

impl VisitForm {
    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<VisitEntry> {
        self.form.clear_problems();
        self.arrange(words);
        let mut unreadable = Vec::new();
        let mut entry = entry(self, &mut unreadable);
        // Somebody was met, and only the name is missing: that is said at the name.
        let is_without_name = unreadable.iter().any(|(key, _)| key == "met.name");
        let refused = entry.problems(self.today, self.verifiers);
        let refused = refused.iter().filter(|problem| !is_without_name || **problem != EntryProblem::MetMissing);
        unreadable.extend(refused.map(|problem| (field_of(*problem), sentence_of(*problem))));
        let has_child = self.schooling().next().is_some();
        if has_child && entry.findings.answer(Check::Education) == CheckAnswer::NotApplicable {
            unreadable.push((check_key(Check::Education), "form-problem-child"));
        }
        if self.correcting.is_some() && self.form.value("reason").is_empty() {
            unreadable.push(("reason".to_owned(), "form-problem-correction"));
        }
        // Marked in the order of the form, so that the first one gets the focus.
        unreadable.sort_by_key(|(key, _)| self.form.fields.iter().position(|field| field.key == *key));
        for (key, sentence) in &unreadable {
            let count = self.verifiers.to_string();
            self.form.mark(key, words.with(sentence, &[("count", &count)]));
        }
        if !unreadable.is_empty() {
            return None;
        }
        self.pass_warnings(words, &mut entry).then_some(entry)
    }

    /// Notes the reasons of what looks odd on the entry; false while one is missing, which then is asked
    /// for where it belongs.
    fn pass_warnings(&mut self, words: &Words, entry: &mut VisitEntry) -> bool {
        let before = self.before();
        let standing = warnings(entry, &before, &self.thresholds);
        self.warned.extend(standing.iter().map(|warning| warning.code()));
        self.arrange(words);
        // A reason that was given is kept, also where its warning does not stand any more.
        let given = |warning: Warning| {
            let code = warning.code();
            let reason = self.form.value(&why_key(&code)).to_owned();
            (!reason.is_empty()).then_some(PassedWarning { code, reason })
        };
        entry.findings.passed = Warning::all().filter_map(given).collect();
        let is_passed = |warning: &Warning| entry.findings.passed.iter().any(|passed| passed.code == warning.code());
        let open: Vec<&Warning> = standing.iter().filter(|warning| !is_passed(warning)).collect();
        for warning in &open {
            self.form.mark(&why_key(&warning.code()), warning_words(words, **warning, &before.amounts));
        }
        open.is_empty()
    }

    /// What stood before the visit: of one that is corrected, the number of people that it met.
    fn before(&self) -> Before {
        let saved = self.correcting.as_ref().map(|state| &state.visit.findings);
        let met = saved.and_then(|it| Some(it.population?.saturating_add_signed(-it.population_change.unwrap_or(0))));
        let on_file = self.file.household.fact(HouseholdFact::Population).parse().ok();
        Before {
            amounts: self.last_amounts(),
            population: self.last_visit().and_then(|visit| visit.findings.population),
            population_on_file: if saved.is_some() { met } else { on_file },
        }
    }
}

fn field_of(problem: EntryProblem) -> String {
    match problem {
        EntryProblem::Day(_) => "date".to_owned(),
        EntryProblem::VisitorMissing | EntryProblem::VerifierMissing => "visitors".to_owned(),
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
        EntryProblem::VerifierMissing => "form-problem-verifiers",
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
