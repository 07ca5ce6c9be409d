//! One household's case: everything that the rules about its risk look at, and what several of them
//! ask of it.

use chrono::NaiveDate;

use crate::domain::attestation::{Attestation, AttestedMatter, holding};
use crate::domain::checks::{Check, CheckAnswer};
use crate::domain::clue::Clue;
use crate::domain::evidence::Evidence;
use crate::domain::facts::HouseholdFact;
use crate::domain::fall_reason::FallReasons;
use crate::domain::group_mark::GroupMark;
use crate::domain::held_income::{HeldIncome, purpose_of};
use crate::domain::household::{Household, Member};
use crate::domain::id::EntityId;
use crate::domain::income::MonthIncome;
use crate::domain::label::RiskType;
use crate::domain::measure::{Measure, MeasureAnswer};
use crate::domain::month::add_months;
use crate::domain::policy::{Policy, Purpose, Setting};
use crate::domain::population::PeopleHistory;
use crate::domain::problem::Problem;
use crate::domain::procedure::Procedure;
use crate::domain::spending::SpendingLine;
use crate::domain::standing::stretches_of;
use crate::domain::status::{StatusChange, Stretch};
use crate::domain::visit::Visit;
use crate::domain::watched_day::WatchedDay;
use crate::domain::window::Window;
use crate::domain::window_income::{AgainstLine, WindowIncome};

/// What is on file of a household, the policy that holds, and the day.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    pub policy: &'a Policy,
    pub day: WatchedDay,
    pub household: &'a Household,
    /// In order of days.
    pub history: &'a [StatusChange],
    /// In order of days and of recording, voided ones too.
    pub visits: &'a [Visit],
    /// One a month.
    pub incomes: &'a [MonthIncome],
    pub problems: &'a [Problem],
    pub measures: &'a [Measure],
    pub members: &'a [Member],
    /// In order of recording.
    pub attestations: &'a [Attestation],
    pub people: &'a PeopleHistory,
    /// Those that are not void, in order of recording.
    pub procedures: &'a [Procedure],
    /// In order of recording, voided ones too.
    pub clues: &'a [Clue],
    /// In order of recording.
    pub group_marks: &'a [GroupMark],
    /// One statement a window, in order.
    pub fall_reasons: &'a [FallReasons],
}

/// An answer to a check, and the visit that gave it.
pub type Answered<'a> = (CheckAnswer, &'a Visit);

impl<'a> Case<'a> {
    /// The stretches of its status, oldest first.
    pub fn stretches(&self) -> Vec<Stretch> {
        stretches_of(self.policy, self.household, self.history)
    }

    /// The present stretch; none without any history.
    pub fn stretch(&self) -> Option<Stretch> {
        self.stretches().last().copied()
    }

    /// What its income is held against: looking back at one that is marked, inclusion for any other.
    pub fn purpose(&self) -> Purpose {
        purpose_of(self.stretch().map(|stretch| stretch.class))
    }

    /// The policy's last complete window.
    pub fn window(&self) -> Window {
        self.policy.window().complete(self.day.month().first_day())
    }

    pub fn income_of(&self, window: Window) -> WindowIncome {
        WindowIncome::of(window, self.incomes, self.people.on(window.last.last_day()))
    }

    pub fn held_income(&self, purpose: Purpose, window: Window) -> HeldIncome {
        HeldIncome::of(self.policy, purpose, self.income_of(window))
    }

    /// How a window's income stands against the line of a purpose, and the figures of it.
    pub fn against(&self, purpose: Purpose, window: Window) -> (AgainstLine, Evidence) {
        let held = self.held_income(purpose, window);
        (held.against, held.evidence())
    }

    /// The day of its entry into the system 录入系统时间, where it is stated.
    pub fn entered_system_on(&self) -> Option<NaiveDate> {
        self.household.date(HouseholdFact::EnteredOn).map(|date| date.on)
    }

    /// Whether measures could have been recorded by now: one is on file, or the household has been for as
    /// long as the policy lets it be without any. Before that their absence says nothing.
    pub fn measures_are_known(&self) -> bool {
        let months = self.policy.count(Setting::MeasureGapMonths).unwrap_or(0);
        self.measures_on_file().next().is_some() || self.day.is_after(add_months(self.household.on_file_since, months))
    }

    /// Visits that a person entered and that are not void, newest first.
    pub fn entered(&self) -> impl Iterator<Item = &'a Visit> + use<'a> {
        self.visits.iter().rev().filter(|visit| visit.stands_as_entered())
    }

    /// The answers of the visits that looked at a check, newest first. *Not checked* is no answer.
    pub fn answers(&self, check: Check) -> impl Iterator<Item = Answered<'a>> + use<'a> {
        let answers = self.entered().map(move |visit| (visit.findings.answer(check), visit));
        answers.filter(|(answer, _)| *answer != CheckAnswer::NotChecked)
    }

    /// What holds of a matter, as it was attested in the present stretch: what was vouched for before a
    /// roll-back is no ground after it.
    pub fn attested(&self, matter: AttestedMatter) -> Option<&'a Attestation> {
        let stretch = self.stretch()?;
        let of_stretch = |it: &&Attestation| stretch.defaulted || it.attested_on >= stretch.since.on;
        holding(self.attestations, matter).filter(of_stretch)
    }

    /// What the latest visit that reviewed a measure said of it.
    pub fn last_review(&self, measure: &Measure) -> Option<(&'a [MeasureAnswer], &'a Visit)> {
        self.entered().find_map(|visit| {
            let review = visit.findings.measures.iter().find(|review| review.measure_id == measure.id)?;
            (!review.answers.is_empty()).then_some((review.answers.as_slice(), visit))
        })
    }

    /// The large spendings that stand: of each kind what the latest visit that names it says.
    pub fn spending(&self) -> Vec<(&'a SpendingLine, &'a Visit)> {
        let mut found: Vec<(&SpendingLine, &Visit)> = Vec::new();
        for visit in self.entered() {
            for line in &visit.findings.spending {
                if !found.iter().any(|(known, of)| known.kind == line.kind && of.id != visit.id) {
                    found.push((line, visit));
                }
            }
        }
        found
    }

    /// Those that are not solved, nor attested to be since.
    pub fn unsolved_spending(&self) -> Vec<(&'a SpendingLine, &'a Visit)> {
        // On one day the order of recording decides, which the ids follow.
        let solved = self.attested(AttestedMatter::SpendingSolved).filter(|it| it.holds);
        let solved = solved.map(|it| (it.attested_on, EntityId::from(it.id)));
        let mut spending = self.spending();
        spending.retain(|(line, visit)| {
            line.solved != Some(true) && solved.is_none_or(|solved| solved < (visit.visited_on, visit.id.into()))
        });
        spending
    }

    /// Measures that ran in a stretch.
    pub fn measures_of(&self, stretch: &Stretch) -> impl Iterator<Item = &'a Measure> + use<'_, 'a> {
        let since = stretch.since.on;
        let ran = move |measure: &&Measure| {
            measure.ended_on.is_none_or(|ended| ended >= since) && self.day.is_from(measure.from)
        };
        self.measures_on_file().filter(ran)
    }

    /// It runs today.
    pub fn runs(&self, measure: &Measure) -> bool {
        let has_ended = || measure.ended_on.is_some_and(|ended| self.day.is_after(ended));
        !measure.voided && self.day.is_from(measure.from) && !has_ended()
    }

    /// From which day measures have run in a stretch, no earlier than its own first day, and the end of the
    /// last one where none runs today.
    pub fn measures_run(&self, stretch: &Stretch) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let first = self.measures_of(stretch).map(|measure| measure.from).min()?.max(stretch.since.on);
        let ended = self.measures_of(stretch).filter_map(|measure| measure.ended_on).max();
        let runs = self.measures_of(stretch).any(|measure| self.runs(measure));
        Some((first, ended.filter(|_| !runs)))
    }

    /// How long measures had run in a stretch on a day that is past: from its first measure, no earlier than
    /// its own first day, to that day, or to the end of the last one where none was in force.
    pub fn measures_ran(&self, stretch: &Stretch, as_of: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let begun = || self.measures_of(stretch).filter(|measure| measure.from <= as_of);
        let first = begun().map(|measure| measure.from).min()?.max(stretch.since.on);
        let ended = begun().filter_map(|measure| measure.ended_on).max();
        let runs = begun().any(|measure| measure.is_in_force(as_of));
        Some((first, ended.filter(|_| !runs).unwrap_or(as_of)))
    }

    /// The risks that are on file.
    pub fn risks(&self) -> impl Iterator<Item = RiskType> + use<'a> {
        self.household.fact(HouseholdFact::Risks).split(',').filter_map(RiskType::from_code)
    }

    /// Measures on file that are not void, in order of their beginning.
    pub fn measures_on_file(&self) -> impl Iterator<Item = &'a Measure> + use<'a> {
        self.measures.iter().filter(|measure| !measure.voided)
    }
}

/// The evidence of a check's answer.
pub fn answered(check: Check, (answer, visit): Answered<'_>) -> Evidence {
    Evidence::CheckAnswered { check, answer, visited_on: visit.visited_on, visit_id: visit.id }
}

/// The evidence of a spending.
pub fn spent((line, visit): (&SpendingLine, &Visit)) -> Evidence {
    Evidence::Spending {
        spending: line.kind,
        amount_fen: line.amount.map(crate::domain::money::Amount::money),
        visited_on: visit.visited_on,
        visit_id: visit.id,
        solved: line.solved == Some(true),
    }
}

/// The evidence of an attestation, or of its want.
pub fn attested(matter: AttestedMatter, attestation: Option<&Attestation>) -> Evidence {
    attestation.map_or(Evidence::NotAttested { matter }, |it| Evidence::Attested {
        matter,
        holds: it.holds,
        attested_on: it.attested_on,
        note: it.note.clone(),
    })
}
