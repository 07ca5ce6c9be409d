//! Before an entry is saved: what keeps it from being one is marked on its field, what looks odd asks
//! for a reason.

use crate::domain::checks::Check;
use crate::domain::facts::HouseholdFact;
use crate::domain::visit::{PassedWarning, PastDayFault};
use crate::domain::visit_entry::{VisitEntry, VisitFault};
use crate::domain::warning::{Before, Warning, warnings};
use crate::i18n::Words;
use crate::report::answers::warning_words;

use super::VisitForm;
use super::entry::{entry, lines};
use super::key::{Group, Key, Part};
use crate::tui::form::{FormScreen, Mark, ShownFault};

impl VisitForm {
    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<VisitEntry> {
        self.form.clear_faults();
        self.arrange(words);
        let mut unreadable = Vec::new();
        let mut entry = entry(self, &mut unreadable);
        // Somebody was met, and only the name is missing: that is said at the name.
        let is_without_name = unreadable.iter().any(|(key, _)| key == "met.name");
        let faults = entry.faults(self.today, &self.file.members, self.verifiers);
        let faults = faults.iter().filter(|fault| !is_without_name || **fault != VisitFault::MetMissing);
        let unreadable = unreadable.into_iter().map(|(key, sentence)| Mark { key, sentence: words.t(sentence) });
        let mut marks: Vec<Mark> = unreadable.chain(faults.map(|fault| self.mark_of(words, *fault))).collect();
        if self.correcting.is_some() && self.correction().is_none() {
            marks.push(Mark { key: "reason".to_owned(), sentence: words.t("form-problem-correction") });
        }
        self.form.mark_all(&marks);
        if !marks.is_empty() {
            return None;
        }
        self.pass_warnings(words, &mut entry).then_some(entry)
    }

    /// Where a fault is marked. A problem is counted among those that say something: an empty line before it is
    /// none of them.
    pub fn mark_of(&self, words: &Words, fault: VisitFault) -> Mark {
        let mut mark = Mark::of(&fault, words);
        if let VisitFault::DeadlineBeforeVisit(place) = fault
            && let Some(line) = lines(&self.form, Group::Problem).get(place)
        {
            mark.key = Key::Line(Group::Problem, *line, Part::Deadline).text();
        }
        mark
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
            let reason = self.form.value(&Key::Why(code.clone()).text()).to_owned();
            (!reason.is_empty()).then_some(PassedWarning { code, reason })
        };
        entry.findings.passed = Warning::all().filter_map(given).collect();
        let is_passed = |warning: &Warning| entry.findings.passed.iter().any(|passed| passed.code == warning.code());
        let open: Vec<&Warning> = standing.iter().filter(|warning| !is_passed(warning)).collect();
        for warning in &open {
            self.form.mark(&Key::Why(warning.code()).text(), warning_words(words, **warning, &before.amounts));
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

impl ShownFault for VisitFault {
    fn field(&self) -> String {
        match self {
            Self::Day(_) | Self::AnotherThatDay => "date".to_owned(),
            Self::VisitorMissing | Self::VerifierMissing(_) => "visitors".to_owned(),
            Self::ModeMissing => "mode".to_owned(),
            Self::MetMissing | Self::AnswersOfNobody => "met".to_owned(),
            Self::NoteMissing(check) => Key::CheckNote(*check).text(),
            Self::NotApplicable(check) => Key::Check(*check).text(),
            Self::ChildOfSchoolAge => Key::Check(Check::Education).text(),
            Self::WaterRaised => "water.lowered".to_owned(),
            Self::PopulationChangeMissing | Self::PopulationImpossible => "population".to_owned(),
            Self::DeadlineBeforeVisit(line) => Key::Line(Group::Problem, *line, Part::Deadline).text(),
            Self::ProblemTouched => Key::Line(Group::Problem, 0, Part::What).text(),
            Self::ClosingNoteMissing(problem_id) => Key::ClosingNote(*problem_id).text(),
            Self::SignatureReasonMissing | Self::WarningReasonMissing => "signature.reason".to_owned(),
            Self::IncomeInFuture => "month".to_owned(),
        }
    }

    fn sentence(&self, words: &Words) -> String {
        let key = match self {
            Self::Day(PastDayFault::Future) => "form-problem-future",
            Self::Day(PastDayFault::TooEarly) => "form-problem-too-early",
            Self::AnotherThatDay => "StoreError-changed_meanwhile",
            Self::VisitorMissing => "form-problem-visitor",
            Self::VerifierMissing(count) => {
                return words.with("form-problem-verifiers", &[("count", &count.to_string())]);
            }
            Self::ModeMissing => "form-problem-mode",
            Self::MetMissing | Self::AnswersOfNobody => "form-problem-met",
            Self::NoteMissing(_) => "form-problem-note",
            Self::NotApplicable(_) => "form-problem-not-applicable",
            Self::ChildOfSchoolAge => "form-problem-child",
            Self::WaterRaised => "form-problem-water",
            Self::PopulationChangeMissing => "form-problem-population",
            Self::PopulationImpossible => "form-population-impossible",
            Self::DeadlineBeforeVisit(_) => "form-problem-deadline-past",
            Self::ProblemTouched => "correct-problem-touched",
            Self::ClosingNoteMissing(_) => "form-problem-closing",
            Self::SignatureReasonMissing | Self::WarningReasonMissing => "form-problem-reason",
            Self::IncomeInFuture => "form-problem-month-future",
        };
        words.t(key)
    }
}
