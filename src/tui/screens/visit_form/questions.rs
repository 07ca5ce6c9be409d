//! What is asked before a visit is saved, and never blocks it.

use chrono::NaiveDate;

use crate::domain::clock_doubt::is_far_ahead;
use crate::domain::contact::looks_like_a_name;
use crate::domain::dossier::Dossier;
use crate::domain::income::{MonthIncome, is_recorded};
use crate::domain::month::Month;
use crate::domain::visit::Visit;
use crate::domain::visit_entry::VisitEntry;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

use super::VisitForm;
use super::fields;
use crate::tui::form::{Field, Kind};

/// A question that a yes answers for good, as long as it stays the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A visitor who is called like no person.
    NoName(String),
    /// Nobody was met, so that so many answers will not be recorded.
    DropAnswers(usize),
    /// There is a visit on that day already.
    SameDay(NaiveDate),
    /// The month is on file in full, and this visit gives only a part of it.
    PartOfMonth(Month),
    /// The day lies before the last visit's.
    BeforeLast(NaiveDate),
    /// The day lies far after every visit on file, the latest of which was then.
    FarAhead(NaiveDate),
}

impl Question {
    /// The question, and the answer that goes on.
    pub fn words(&self, words: &Words) -> (String, String) {
        match self {
            Self::NoName(name) => (words.with("no-name-question", &[("name", name)]), words.t("no-name-yes")),
            Self::DropAnswers(count) => {
                (words.with("drop-question", &[("count", &count.to_string())]), words.t("drop-yes"))
            }
            Self::SameDay(day) => {
                (words.with("same-day-question", &[("day", &day.to_string())]), words.t("same-day-yes"))
            }
            Self::PartOfMonth(month) => {
                (words.with("part-of-month-question", &[("month", &month.to_string())]), words.t("part-of-month-yes"))
            }
            Self::BeforeLast(last) => {
                (words.with("before-last-question", &[("last", &last.to_string())]), words.t("before-last-yes"))
            }
            Self::FarAhead(last) => {
                (words.with("far-ahead-question", &[("last", &last.to_string())]), words.t("before-last-yes"))
            }
        }
    }
}

impl VisitForm {
    /// The first question that stands open about an entry.
    pub fn open_question(&self, entry: &VisitEntry) -> Option<Question> {
        let last = self.others().map(|visit| visit.visited_on).max();
        let day = entry.visited_on;
        let is_kept = self.correcting.as_ref().is_some_and(|state| state.visit.visited_on == day);
        let dropped = self.dropped_answers();
        let no_name = entry.visitors.iter().find(|name| **name != self.me && !looks_like_a_name(name));
        let questions = [
            no_name.map(|name| Question::NoName(name.clone())),
            (dropped > 0).then_some(Question::DropAnswers(dropped)),
            (!is_kept && self.others_on(day).next().is_some()).then_some(Question::SameDay(day)),
            self.newest_on.filter(|newest| !is_kept && is_far_ahead(day, *newest)).map(Question::FarAhead),
            self.takes_a_part_of(entry).map(Question::PartOfMonth),
            last.filter(|last| day < *last && self.correcting.is_none()).map(Question::BeforeLast),
        ];
        questions.into_iter().flatten().find(|question| !self.answered.contains(question))
    }

    /// The household's other visits that stand, as far as this form knows.
    fn others(&self) -> impl Iterator<Item = &Visit> {
        let correcting = self.correcting.as_ref().map(|state| state.visit.id);
        self.file.visits.iter().filter(move |visit| !visit.voided && Some(visit.id) != correcting)
    }

    pub(super) fn others_on(&self, day: NaiveDate) -> impl Iterator<Item = &Visit> {
        self.others().filter(move |visit| visit.visited_on == day)
    }

    /// What was recorded meanwhile: somebody recorded a visit of the same day, which is asked about
    /// whatever was answered before. The members stay those that the form asked about.
    pub fn renew_for_that_day(&mut self, file: Box<HouseholdFile>) {
        let Dossier { visits, incomes, .. } = file.dossier;
        self.file.dossier.visits = visits;
        self.file.dossier.incomes = incomes;
        self.answered.retain(|question| !matches!(question, Question::SameDay(_)));
    }

    /// The month that was recorded in full and would not be any more.
    fn takes_a_part_of(&self, entry: &VisitEntry) -> Option<Month> {
        let income = entry.income.as_ref().filter(|income| !is_recorded(&income.amounts))?;
        let own = self.correcting.as_ref().and_then(|state| state.income.as_ref()).map(|income| income.id);
        let is_full = |on_file: &MonthIncome| {
            on_file.month == income.month && Some(on_file.id) != own && is_recorded(&on_file.amounts)
        };
        self.file.incomes.iter().any(is_full).then_some(income.month)
    }

    /// How many answers are filled in and will not be recorded, since nobody was met.
    fn dropped_answers(&self) -> usize {
        let prefilled = |field: &&Field| {
            let is_ours = field.key == fields::REVISION || field.key.ends_with(".counts");
            field.is_given || is_ours || field.kind == Kind::Shown
        };
        let hidden = self.form.fields.iter().filter(|field| !field.visible && !field.value().is_empty());
        if self.form.value("met") == fields::MET_NOBODY { hidden.filter(|field| !prefilled(field)).count() } else { 0 }
    }
}
