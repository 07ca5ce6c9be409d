//! The income of a month, entered or corrected without a visit.

use crate::domain::entry::Reason;
use crate::domain::income::{IncomeItem, MonthIncome, net};
use crate::domain::last_time::last_income;
use crate::domain::month::Month;
use crate::domain::month_entry::MonthEntry;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::report::answers::source_words;
use crate::tui::form::kit::{REVISION, YES, amount_key, amounts, typed_yuan, yes_no};

use super::{RecordForm, SECTION, field};
use crate::tui::form::{Field, Form, FormScreen, Kind};

fn held(file: &HouseholdFile, month: Month) -> Option<&MonthIncome> {
    file.incomes.iter().find(|income| income.month == month)
}

pub(super) fn fields(words: &Words, file: &HouseholdFile, month: Month) -> Vec<Field> {
    let (held, last) = (held(file, month), last_income(&file.incomes, month));
    let mut fields = Vec::new();
    // A correction begins with its reason.
    if held.is_some() {
        fields.push(field(words, "reason", "record-reason", Kind::Text).with_hint(words.t("record-hint-reason")));
    }
    for item in IncomeItem::ALL {
        let hint = if item.is_required() { "form-hint-amount" } else { "form-hint-amount-beside" };
        let value = held.and_then(|held| held.amounts.get(item)).map(|amount| typed_yuan(*amount)).unwrap_or_default();
        let before = last.and_then(|last| last.amounts.get(item).map(|it| format!("{} {}", last.month, it.money())));
        let amount = Field::new(SECTION, amount_key(*item), words.of(*item), Kind::Amount).with_hint(words.t(hint));
        fields.push(amount.with_value(&value).with_last(before.unwrap_or_default()));
    }
    fields.push(field(words, "net", "form-net", Kind::Shown));
    // Never shown: the record's revision that the form started from, also where its draft is resumed.
    let revision = held.and_then(|held| file.revision_of(held.id)).map(|revision| revision.to_string());
    fields.push(field(words, REVISION, "form-net", Kind::Text).with_value(&revision.unwrap_or_default()).hidden());
    let sources: Vec<String> =
        held.iter().flat_map(|held| &held.sources).map(|line| source_words(words, line)).collect();
    if !sources.is_empty() {
        let kept = field(words, "sources", "record-sources-kept", yes_no(words));
        fields.push(kept.with_last(sources.join(&words.t("list-semicolon"))));
    }
    fields
}

/// Says what the net income is.
pub(super) fn arrange(form: &mut Form, words: &Words) {
    let net = net(&amounts(form)).map_or_else(|| words.t("form-net-unknown"), |net| net.to_string());
    form.set("net", &net);
}

pub(super) fn read(screen: &mut RecordForm, words: &Words, month: Month) -> Option<MonthEntry> {
    for item in IncomeItem::ALL {
        let key = amount_key(*item);
        if let Err(sentence) = screen.form.amount(&key) {
            screen.form.mark(&key, words.t(sentence));
        }
    }
    if screen.form.field("reason").is_some() {
        screen.mark_if_blank(words, "reason", "record-problem-reason");
    }
    if screen.form.field("sources").is_some() {
        screen.mark_if_blank(words, "sources", "record-problem-choice");
    }
    let keeps_sources = screen.form.value("sources") == YES;
    let held = screen.file.as_ref().and_then(|file| held(file, month)).cloned();
    let reason = Reason::parse(screen.form.value("reason"));
    let sources = held.as_ref().filter(|_| keeps_sources).map(|held| held.sources.clone());
    let entry = MonthEntry {
        household_id: screen.household_id()?,
        month,
        amounts: amounts(&screen.form),
        sources: sources.unwrap_or_default(),
        replaces: held.map(|held| screen.basis(held.id)).zip(reason),
    };
    screen.form.mark_faults(words, &entry.faults(screen.today));
    (!screen.form.has_faults()).then_some(entry)
}

/// Takes over the amount of the month before that stands beside the focused one.
pub(super) fn take_last(screen: &mut RecordForm, words: &Words, month: Month) -> bool {
    let focused = screen.form.focused().map(|field| field.key.clone()).unwrap_or_default();
    let item = IncomeItem::ALL.iter().find(|item| amount_key(**item) == focused);
    let last = screen.file.as_ref().and_then(|file| last_income(&file.incomes, month));
    let amount = item.and_then(|item| last?.amounts.get(item)).copied();
    let Some(amount) = amount else { return false };
    screen.form.replace(&typed_yuan(amount));
    screen.arrange(words);
    true
}
