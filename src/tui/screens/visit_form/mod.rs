//! The visit form: where a contact spends the time. Nothing is answered for the person; last time's
//! answers stand beside this time's.

mod arrange;
mod doubt;
mod doubts;
mod entry;
mod fields;
mod filled;
mod key;
mod last_time;
mod read;
mod said;
mod view;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use ratatui::text::Line;

use crate::domain::checks::{Check, CheckAnswer, water_answer};
use crate::domain::clean::fold_char;
use crate::domain::entry::{Basis, Reason};
use crate::domain::id::HouseholdId;
use crate::domain::income::IncomeSource;
use crate::domain::month::Month;
use crate::domain::policy::Policy;
use crate::domain::visit_entry::Correction;
use crate::domain::warning::WarningThresholds;
use crate::i18n::Words;
use crate::ledger::{DraftKey, HouseholdFile, VISIT_FORM, VisitState};

use crate::tui::effect::{Effect, Read, Write};
use crate::tui::form::kit::{REVISION, YES};
use crate::tui::form::{Field, Form, FormScreen, Kept, Kind, Pressed, Saving, form_screen_fields, press};
use crate::tui::keys::Chord;
use crate::tui::scene::Surroundings;
use crate::tui::shell::Shell;
use key::Key;

use doubt::Doubt;

/// The key that lowers *secured* water to *at risk*, on the fields of the water.
pub(super) const LOWER: char = '-';

/// A visit being entered, or corrected.
#[derive(Debug)]
pub struct VisitForm {
    pub file: Box<HouseholdFile>,
    /// The saved visit that is being corrected, as it stands.
    pub correcting: Option<Box<VisitState>>,
    pub form: Form,
    pub today: NaiveDate,
    /// The latest day of any visit on file.
    pub newest_on: Option<NaiveDate>,
    pub kept: Kept,
    /// The question that stands open, and those that were answered with yes.
    asked: Option<Doubt>,
    answered: Vec<Doubt>,
    /// Sources that the policy presets as not counting.
    uncounted: Vec<IncomeSource>,
    thresholds: WarningThresholds,
    /// How many a verification takes.
    verifiers: usize,
    /// The warnings that were told, whose reasons are asked for.
    warned: BTreeSet<String>,
    /// The answers that followed from others when they were last looked at.
    followed: BTreeMap<Check, CheckAnswer>,
    /// The notes of checks as they were last listed as problems: such a problem follows its note until it is
    /// changed by hand.
    listed: BTreeMap<Check, String>,
    /// Who I am: what I call myself is not asked about.
    me: String,
    /// The month that the visit's day gave; none in a correction.
    month_of_day: Option<Month>,
    /// The fields as the saved visit filled them.
    saved: BTreeMap<String, String>,
}

impl VisitForm {
    /// An empty form, or the saved visit to be corrected. `me` is the visitor who is there at the start.
    pub fn open(
        words: &Words,
        file: Box<HouseholdFile>,
        correcting: Option<Box<VisitState>>,
        me: Option<&str>,
        policy: &Policy,
        today: NaiveDate,
    ) -> Self {
        let fields = fields::fields(words, &file, correcting.as_ref().map(|state| &state.visit));
        let mut open = Self {
            file,
            correcting,
            form: Form::new(fields, today).beside_last_time(),
            today,
            newest_on: None,
            kept: Kept::default(),
            asked: None,
            answered: Vec::new(),
            uncounted: policy.uncounted_sources().to_vec(),
            thresholds: policy.warnings(),
            verifiers: policy.verifiers(),
            warned: BTreeSet::new(),
            followed: BTreeMap::new(),
            listed: BTreeMap::new(),
            me: me.unwrap_or_default().to_owned(),
            month_of_day: None,
            saved: BTreeMap::new(),
        };
        open.month_of_day = open.correcting.is_none().then_some(Month::of(today));
        let values = open.correcting.as_ref().map_or_else(
            || {
                BTreeMap::from([
                    ("date".to_owned(), today.to_string()),
                    ("visitors".to_owned(), me.unwrap_or_default().to_owned()),
                    ("month".to_owned(), Month::of(today).to_string()),
                ])
            },
            |state| filled::values(state, &open.file),
        );
        open.take_over(words, &values);
        open.saved = values;
        open.begin(words);
        open
    }

    /// The visit's day; while it cannot be read, today.
    pub fn visit_day(&self) -> NaiveDate {
        self.form.day("date").ok().flatten().unwrap_or(self.today)
    }

    /// Lowers secured water to at risk, or takes that back; false where the focus is not on the water, or it is
    /// not secured.
    fn lower_water(&mut self, words: &Words) -> bool {
        let on_water = self.form.focused().is_some_and(|field| Key::is_of_water(&field.key));
        if !on_water || water_answer(&arrange::water_levels(&self.form)) != CheckAnswer::Secured {
            return false;
        }
        let is_lowered = self.form.field("water.lowered").is_some_and(|field| field.value() == YES);
        self.form.set("water.lowered", if is_lowered { "" } else { YES });
        self.arrange(words);
        if !is_lowered {
            self.form.focus_on(&Key::CheckNote(Check::Water).text());
        }
        true
    }

    /// In a correction: these fields still say what the saved visit filled in.
    fn is_as_saved(&self, keys: &[&str]) -> bool {
        let saved = |key: &str| self.saved.get(key).map_or("", String::as_str);
        self.correcting.is_some() && keys.iter().all(|key| self.form.value(key) == saved(key))
    }

    /// The draft of a correction began before the visit was corrected by somebody else.
    pub fn is_out_of_date(&self) -> bool {
        let began = self.form.field(REVISION).map(|field| field.value().to_owned());
        self.correcting.as_ref().is_some_and(|state| began != Some(state.revision.to_string()))
    }

    /// What is corrected, from what, and why; none for a new visit, or without the reason.
    pub fn correction(&self) -> Option<Correction> {
        let state = self.correcting.as_ref()?;
        let reason = Reason::parse(self.form.value("reason"))?;
        let revision = self.form.field(REVISION).and_then(|field| field.value().parse().ok());
        Some(Correction { visit: Basis { id: state.visit.id, revision }, reason })
    }
}

impl FormScreen for VisitForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        let visit_id = self.correcting.as_ref().map(|state| state.visit.id);
        DraftKey { form: VISIT_FORM.to_owned(), household_id: Some(self.file.household.id), visit_id }
    }

    fn title(&self, around: Surroundings<'_>) -> String {
        view::title(self, around)
    }

    fn head(&self, around: Surroundings<'_>) -> Vec<Line<'static>> {
        vec![view::last_line(self, around)]
    }

    fn save(&mut self, shell: &Shell) -> Saving {
        let Some(entry) = self.read(&shell.words) else { return Saving::Incomplete };
        self.asked = self.open_doubt(&entry);
        if let Some(asked) = &self.asked {
            let (question, yes) = asked.words(&shell.words);
            return Saving::Ask { question, yes };
        }
        let (entry, draft) = (Box::new(entry), self.draft_key());
        Saving::Keep(vec![Effect::Write(match self.correction() {
            Some(correction) => Write::CorrectVisit { correction, entry, draft },
            None => Write::RecordVisit { entry, draft },
        })])
    }

    fn pass(&mut self) {
        self.answered.extend(self.asked.take());
    }

    fn reopen(&self) -> Read {
        let correcting = self.correcting.as_ref().map(|state| state.visit.id);
        Read::OpenVisitForm { household_id: self.file.household.id, correcting }
    }

    fn draft_stays_key(&self) -> &'static str {
        if self.correcting.is_some() { "form-draft-stays-correction" } else { "form-draft-stays" }
    }

    fn marks_draft_of(&self) -> Option<HouseholdId> {
        self.correcting.is_none().then_some(self.file.household.id)
    }

    fn take_last(&mut self, words: &Words) -> bool {
        self.take_over_last(words)
    }

    fn can_take_last(&self, field: &Field) -> bool {
        field.kind == Kind::Amount || Key::is_of_water(&field.key)
    }

    fn days_to_mark(&self) -> Vec<NaiveDate> {
        self.file.visits.iter().filter(|visit| !visit.voided).map(|visit| visit.visited_on).collect()
    }

    /// I am the visitor, unless somebody is named.
    fn know_me(&mut self, words: &Words, me: &str) {
        if self.form.value("visitors").is_empty() {
            self.form.set("visitors", me);
            self.arrange(words);
        }
    }

    fn add_line(&mut self, words: &Words, key: &str) -> bool {
        arrange::add_line(&mut self.form, words, key)
    }

    /// What follows from other fields is told by what stands there: in a draft, too, the month is the visit's
    /// as long as it says so, and a problem follows its note.
    fn forget(&mut self) {
        self.followed.clear();
        self.listed = arrange::listed(&self.form);
        let month = Month::of(self.visit_day());
        let follows = self.correcting.is_none() && self.form.value("month") == month.to_string();
        self.month_of_day = follows.then_some(month);
    }

    fn press(&mut self, words: &Words, chord: Chord) -> Pressed {
        if chord.typed().map(fold_char) == Some(LOWER) && self.lower_water(words) {
            return Pressed::Changed;
        }
        press(self, words, chord)
    }

    fn arrange(&mut self, words: &Words) {
        arrange::arrange(self, words);
    }
}
