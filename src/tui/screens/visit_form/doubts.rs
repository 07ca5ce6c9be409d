//! What is asked before a visit is saved, and never blocks it.

use chrono::NaiveDate;

use crate::domain::clock_doubt::is_far_ahead;
use crate::domain::contact::looks_like_a_name;
use crate::domain::dossier::Dossier;
use crate::domain::income::{MonthIncome, is_recorded};
use crate::domain::month::Month;
use crate::domain::visit::Visit;
use crate::domain::visit_entry::VisitEntry;
use crate::ledger::HouseholdFile;

use super::VisitForm;
use super::doubt::Doubt;
use super::fields;
use super::key::{Key, Part};
use crate::tui::form::{Field, Kind};

impl VisitForm {
    /// The first question that stands open about an entry.
    pub fn open_doubt(&self, entry: &VisitEntry) -> Option<Doubt> {
        let last = self.others().map(|visit| visit.visited_on).max();
        let day = entry.visited_on;
        let is_kept = self.correcting.as_ref().is_some_and(|state| state.visit.visited_on == day);
        let dropped = self.dropped_answers();
        let no_name = entry.visitors.iter().find(|name| **name != self.me && !looks_like_a_name(name));
        let questions = [
            no_name.map(|name| Doubt::NoName(name.clone())),
            (dropped > 0).then_some(Doubt::DropAnswers(dropped)),
            (!is_kept && self.others_on(day).next().is_some()).then_some(Doubt::SameDay(day)),
            self.newest_on.filter(|newest| !is_kept && is_far_ahead(day, *newest)).map(Doubt::FarAhead),
            self.takes_a_part_of(entry).map(Doubt::PartOfMonth),
            last.filter(|last| day < *last && self.correcting.is_none()).map(Doubt::BeforeLast),
        ];
        questions.into_iter().flatten().find(|question| !self.answered.contains(question))
    }

    /// The household's other visits that stand, as far as this form knows.
    fn others(&self) -> impl Iterator<Item = &Visit> {
        let correcting = self.correcting.as_ref().map(|state| state.visit.id);
        self.file.visits.iter().filter(move |visit| !visit.voided && Some(visit.id) != correcting)
    }

    /// The household's other visits of a day that stand.
    pub(super) fn others_on(&self, day: NaiveDate) -> impl Iterator<Item = &Visit> {
        self.others().filter(move |visit| visit.visited_on == day)
    }

    /// What was recorded meanwhile: somebody recorded a visit of the same day, which is asked about
    /// whatever was answered before. The members stay those that the form asked about.
    pub fn renew_for_that_day(&mut self, file: Box<HouseholdFile>) {
        let Dossier { visits, incomes, .. } = file.dossier;
        self.file.dossier.visits = visits;
        self.file.dossier.incomes = incomes;
        self.answered.retain(|question| !matches!(question, Doubt::SameDay(_)));
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
            let is_ours = matches!(Key::of(&field.key), Some(Key::Revision | Key::Line(_, _, Part::Counts)));
            field.is_given || is_ours || field.kind == Kind::Shown
        };
        let hidden = self.form.fields.iter().filter(|field| !field.visible && !field.value().is_empty());
        if self.form.value("met") == fields::MET_NOBODY { hidden.filter(|field| !prefilled(field)).count() } else { 0 }
    }
}
