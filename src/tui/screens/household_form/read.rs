//! From the fields to a household entry. What cannot be read, or is missing, is marked on its field.

use crate::domain::entry::Basis;
use crate::domain::facts::{Fact, Facts, HouseholdFact, MemberFact};
use crate::domain::household::{HEAD, HouseholdCode};
use crate::domain::household_entry::{HouseholdEntry, MemberEntry};
use crate::domain::typed_day::typed_rough_date;
use crate::i18n::Words;
use crate::tui::form::kit::REVISION;

use super::HouseholdForm;
use super::also::{self, Answered};
use super::fields::{is_monitored, member_key};
use crate::tui::form::{Kind, Mark};

/// The entry; none where something is missing or cannot be read, which is marked.
pub(super) fn read(screen: &mut HouseholdForm, words: &Words) -> Option<HouseholdEntry> {
    screen.form.clear_faults();
    let mut problems: Vec<(String, &'static str)> = Vec::new();
    let code = HouseholdCode::parse(screen.form.value("code"));
    if code.is_none() {
        problems.push(("code".to_owned(), "form-problem-code"));
    }
    let facts = household_facts(screen, &mut problems);
    let members = members(screen, words, &mut problems);
    let before = screen.file.as_ref().map(|file| &file.household);
    let faults = HouseholdEntry::faults_of(&facts, before);
    let revision = screen.form.field(REVISION).and_then(|field| field.value().parse().ok());
    let editing = before.map(|before| Basis { id: before.id, revision });
    let unreadable = problems.into_iter().map(|(key, sentence)| Mark { key, sentence: words.t(sentence) });
    let marks: Vec<Mark> = unreadable.chain(faults.iter().map(|fault| Mark::of(fault, words))).collect();
    screen.form.mark_all(&marks);
    if !marks.is_empty() {
        return None;
    }
    Some(HouseholdEntry { editing, code: code?, facts, members })
}

/// The facts on file with the form's on top; what the form does not show stays as it is.
fn household_facts(screen: &HouseholdForm, problems: &mut Vec<(String, &'static str)>) -> Facts<HouseholdFact> {
    let mut facts = screen.file.as_ref().map(|file| file.household.facts.clone()).unwrap_or_default();
    let on_file = |fact| screen.on_file(fact);
    let further = Answered { form: &screen.form, named: &also::OF_HOUSEHOLD, key: &str::to_owned, on_file: &on_file };
    for fact in HouseholdFact::ALL {
        let Some(field) = screen.form.field(fact.code()) else { continue };
        let said = further.said(*fact);
        if said.is_none() && (!field.visible || field.kind == Kind::Shown) {
            continue;
        }
        let text = said.as_deref().unwrap_or_else(|| field.value());
        let date = typed_rough_date(text, screen.today).ok().filter(|_| fact.is_date());
        let future = date.is_some_and(|date| date.on > screen.today);
        let text = date.map_or_else(|| text.to_owned(), |date| date.to_string());
        if facts.set(*fact, &text).is_err() {
            problems.push((fact.code().to_owned(), "form-problem-value"));
        } else if future {
            problems.push((fact.code().to_owned(), "form-problem-future"));
        }
    }
    set_label(screen, &mut facts);
    facts
}

/// One choice stands for two facts, of a new household.
fn set_label(screen: &HouseholdForm, facts: &mut Facts<HouseholdFact>) {
    let chosen = screen.form.value("label");
    if screen.file.is_some() {
        return;
    }
    let (set, clear) = if is_monitored(chosen) {
        (HouseholdFact::Category, HouseholdFact::HouseholdType)
    } else {
        (HouseholdFact::HouseholdType, HouseholdFact::Category)
    };
    // The choice holds codes only, and clearing cannot fail.
    let _ = facts.set(set, chosen).and_then(|()| facts.set(clear, ""));
}

fn members(screen: &HouseholdForm, words: &Words, problems: &mut Vec<(String, &'static str)>) -> Vec<MemberEntry> {
    let mut members = Vec::new();
    for line in (0..).take_while(|line| screen.form.field(&member_key(*line, "name")).is_some()) {
        if screen.form.value(&member_key(line, "name")).is_empty() {
            continue;
        }
        let mut facts = Facts::default();
        let of_line = |part: &str| member_key(line, part);
        let on_file = |fact| screen.on_file_of(line, fact);
        let further = Answered { form: &screen.form, named: &also::OF_MEMBER, key: &of_line, on_file: &on_file };
        let supported = screen.form.value(&of_line(MemberFact::Supported.code()));
        let is_supported_as_before = supported == on_file(MemberFact::Supported);
        for fact in MemberFact::ALL {
            let key = member_key(line, fact.code());
            let mut said = further.said(*fact);
            if *fact == MemberFact::SupportedSince && is_supported_as_before {
                // Asked only where somebody is supported; what is on file stays beside a no.
                said = screen.form.field(&key).map(|field| field.value().trim().to_owned());
            }
            let text = said.as_deref().unwrap_or_else(|| screen.form.value(&key));
            let head = *fact == MemberFact::Relation && text == words.t("relation-head");
            let date = typed_rough_date(text, screen.today).ok().filter(|_| fact.is_date());
            let text = date.map_or_else(|| text.to_owned(), |date| date.to_string());
            if facts.set(*fact, if head { HEAD } else { &text }).is_err() {
                problems.push((key, "form-problem-value"));
            }
        }
        let id = screen.form.field(&member_key(line, "id")).and_then(|field| field.value().parse().ok());
        members.push(MemberEntry { id, facts });
    }
    members
}
