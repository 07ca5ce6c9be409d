//! Adding a household by hand, and editing what a roster brings.

mod also;
mod fields;
mod read;

pub use fields::member_key;

use chrono::NaiveDate;

use crate::domain::class::{HouseholdClass, monitored_category};
use crate::domain::facts::{HouseholdFact, MemberFact, Support};
use crate::domain::household::Household;
use crate::domain::household_entry::HouseholdEntry;
use crate::domain::policy::{Policy, Setting};
use crate::domain::rough_date::RoughDate;
use crate::domain::settle_class::Restated;
use crate::i18n::Words;
use crate::ledger::{DraftKey, HouseholdFile};

use self::also::Answered;
use crate::tui::effect::{Effect, Read, Write};
use crate::tui::form::{Form, FormScreen, Kept, Saving, form_screen_fields, is_blank};
use crate::tui::scene::Surroundings;
use crate::tui::shell::Shell;

/// The name under which drafts of this form are kept.
pub const FORM: &str = "household";

/// Lines of members that a draft may bring.
const MOST_MEMBERS: usize = 99;

/// A household being added or edited.
#[derive(Debug)]
pub struct HouseholdForm {
    /// None: a new one.
    pub file: Option<Box<HouseholdFile>>,
    pub form: Form,
    pub today: NaiveDate,
    pub kept: Kept,
    asks_entry: bool,
    /// The question as it was asked last, and the one that was answered with yes.
    asked: Option<String>,
    passed: Option<String>,
}

impl HouseholdForm {
    /// The day of the entry into the system is asked where the plan's clock runs from it.
    pub fn open(words: &Words, file: Option<Box<HouseholdFile>>, policy: &Policy, today: NaiveDate) -> Self {
        let form = Form::new(fields::fields(words, file.as_deref()), today);
        let asks_entry = policy.days(Setting::PlanDays).is_some();
        let mut open = Self { file, form, today, kept: Kept::default(), asks_entry, asked: None, passed: None };
        open.begin(words);
        open
    }

    /// As on file of a household that is edited, as chosen of a new one.
    fn is_monitored_and_eliminated(&self) -> (bool, bool) {
        let value = |key: &str| self.form.field(key).map_or("", |field| field.value());
        self.file.as_ref().map_or_else(
            || (fields::is_monitored(value("label")), value("risk_eliminated") == "yes"),
            |file| {
                let class = file.row.class;
                (monitored_category(&file.household.facts).is_some(), class == HouseholdClass::Eliminated)
            },
        )
    }

    /// What to ask before an edit is kept: whether the day that the class counts from is to move.
    fn open_question(&self, words: &Words, policy: &Policy, entry: &HouseholdEntry) -> Option<String> {
        let (was, will_be) = self.moves_since(policy, entry)?;
        let question = words.with("question-since-moves", &[("was", &was.to_string()), ("now", &will_be.to_string())]);
        (self.passed.as_ref() != Some(&question)).then_some(question)
    }

    fn moves_since(&self, policy: &Policy, entry: &HouseholdEntry) -> Option<(RoughDate, RoughDate)> {
        let file = self.file.as_ref()?;
        let after = Household { facts: entry.facts.clone(), ..file.household.clone() };
        let restated = Restated { before: Some(&file.household), after: &after, history: &file.history };
        restated.moves_since(policy, self.today)
    }

    /// An empty line for another member, before what is asked of the household as a whole.
    fn add_member(&mut self, words: &Words, line: usize) {
        let fields = &mut self.form.fields;
        let at = fields.iter().position(|field| field.section == fields::CIRCUMSTANCES).unwrap_or(fields.len());
        fields.splice(at..at, fields::member_fields(words, line));
    }

    fn on_file(&self, fact: HouseholdFact) -> String {
        self.file.as_ref().map(|file| file.household.fact(fact).to_owned()).unwrap_or_default()
    }

    /// The same of the member on a line.
    fn on_file_of(&self, line: usize, fact: MemberFact) -> String {
        let id = self.form.field(&fields::member_key(line, "id")).and_then(|field| field.value().parse().ok());
        let member = self.file.as_ref().zip(id).and_then(|(file, id)| file.members.iter().find(|it| it.id == id));
        member.map(|member| member.fact(fact).to_owned()).unwrap_or_default()
    }

    fn show_circumstances(&mut self) {
        let on_file = |fact| self.on_file(fact);
        let of = Answered { form: &self.form, named: &also::OF_HOUSEHOLD, key: &str::to_owned, on_file: &on_file };
        let shown: Vec<_> =
            HouseholdFact::ALL.iter().filter_map(|fact| Some((fact.code(), of.shows(*fact)?))).collect();
        for (key, shown) in shown {
            self.form.show(key, shown);
        }
    }

    /// The parts of a member's line, once there is a name, and what is asked further of what was ticked.
    fn show_member(&mut self, line: usize) {
        let key = |part: &str| fields::member_key(line, part);
        let value = |part: &str| self.form.field(&key(part)).map_or("", |field| field.value());
        let named = !is_blank(value("name"));
        let on_file = |fact| self.on_file_of(line, fact);
        let of = Answered { form: &self.form, named: &also::OF_MEMBER, key: &key, on_file: &on_file };
        let further = MemberFact::ALL.iter().filter_map(|fact| Some((fact.code(), of.shows(*fact)?)));
        let supported = (MemberFact::SupportedSince.code(), Support::is_given(value("supported")));
        let own = fields::MEMBER_PARTS.map(|part| (part, true));
        let shown: Vec<_> = own.into_iter().chain(further).chain([supported]).collect();
        for (part, shown) in shown {
            self.form.show(&key(part), named && shown);
        }
    }

    /// The entry, or marks on what keeps it from being one.
    pub fn read(&mut self, words: &Words) -> Option<HouseholdEntry> {
        read::read(self, words)
    }
}

impl FormScreen for HouseholdForm {
    form_screen_fields!();

    fn draft_key(&self) -> DraftKey {
        let household_id = self.file.as_ref().map(|file| file.household.id);
        DraftKey { form: FORM.to_owned(), household_id, visit_id: None }
    }

    fn title(&self, around: Surroundings<'_>) -> String {
        match &self.file {
            Some(file) => around.words.with("form-edit-household", &[("name", &file.row.name)]),
            None => around.words.t("form-add-household"),
        }
    }

    fn save(&mut self, shell: &Shell) -> Saving {
        let Some(entry) = self.read(&shell.words) else { return Saving::Incomplete };
        self.asked = self.open_question(&shell.words, &shell.policy, &entry);
        if let Some(question) = self.asked.clone() {
            return Saving::Ask { question, yes: shell.words.t("question-since-yes") };
        }
        let draft = self.draft_key();
        Saving::Keep(vec![Effect::Write(Write::KeepHousehold { entry: Box::new(entry), draft })])
    }

    fn pass(&mut self) {
        self.passed = self.asked.take();
    }

    fn reopen(&self) -> Read {
        Read::OpenHouseholdForm { household_id: self.file.as_ref().map(|file| file.household.id), at: None }
    }

    fn draft_stays_key(&self) -> &'static str {
        "form-draft-stays-household"
    }

    fn add_line(&mut self, words: &Words, key: &str) -> bool {
        let names = self.form.fields.iter().filter(|field| fields::is_member_name(&field.key)).count();
        let is_next = key.starts_with("member.") && names < MOST_MEMBERS;
        if is_next {
            self.add_member(words, names);
        }
        is_next
    }

    /// Shows what the answers call for, and one empty line for another member.
    fn arrange(&mut self, words: &Words) {
        let names = self.form.fields.iter().filter(|field| fields::is_member_name(&field.key)).count();
        let last = names.saturating_sub(1);
        if !is_blank(self.form.field(&fields::member_key(last, "name")).map_or("", |field| field.value())) {
            self.add_member(words, last + 1);
        }
        let (monitored, eliminated) = self.is_monitored_and_eliminated();
        for (key, shown) in [
            ("entered_on", monitored && self.asks_entry),
            ("risk_eliminated", monitored),
            ("risks", monitored),
            ("eliminated_on", monitored && eliminated),
        ] {
            self.form.show(key, shown);
        }
        self.show_circumstances();
        for line in 0..=last + 1 {
            self.show_member(line);
        }
        self.form.understand(words);
        self.form.settle_focus();
    }
}
