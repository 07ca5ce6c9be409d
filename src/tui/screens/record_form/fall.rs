//! Why an income fell: one or more of the reasons that the policy knows.

use crate::domain::fall_reason::{FallEntry, FallReason};
use crate::domain::fall_seen::{Seen, seen_reasons};
use crate::domain::income_change::IncomeChange;
use crate::domain::month::Month;
use crate::domain::policy::{Policy, Purpose};
use crate::domain::window::Window;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::tui::form::kit::{choices, chosen_all};

use super::{RecordForm, field};
use crate::tui::form::{Field, Kind};

pub(super) fn fields(words: &Words, file: &HouseholdFile, policy: &Policy, month: Month) -> Vec<Field> {
    let stated = file.fall_reasons.iter().find(|stated| stated.window_end == month);
    let codes: Vec<&str> = stated.map(|it| it.reasons.iter().map(|it| it.code()).collect()).unwrap_or_default();
    let note = stated.map_or("", |stated| stated.note.as_str());
    vec![
        field(words, "reasons", "fall-reasons", Kind::Any(choices(words, policy.fall_reasons())))
            .with_hint(words.t("form-hint-any"))
            .with_last(seen_words(words, file, policy, month))
            .with_value(&codes.join(",")),
        field(words, "note", "fall-note", Kind::Text).with_value(note),
    ]
}

/// What the records show of the reasons, beside the choice.
fn seen_words(words: &Words, file: &HouseholdFile, policy: &Policy, month: Month) -> String {
    let formula = policy.formula(Purpose::Inclusion);
    let Some(change) = IncomeChange::of(Window::ending(month), &file.incomes, formula) else { return String::new() };
    let seen = seen_reasons(&change, &file.incomes, &file.visits).into_iter().map(|(reason, seen)| match seen {
        Seen::Less { before, now } => format!("{} {before} → {now}", words.of(reason)),
        Seen::Found => words.of(reason),
    });
    let seen: Vec<String> = seen.collect();
    if seen.is_empty() {
        String::new()
    } else {
        words.with("fall-seen", &[("what", &seen.join(&words.t("list-semicolon")))])
    }
}

pub(super) fn read(screen: &mut RecordForm, words: &Words, window_end: Month) -> Option<FallEntry> {
    let reasons: Vec<FallReason> = chosen_all(screen.form.value("reasons"));
    let note = screen.form.value("note").to_owned();
    let household_id = screen.household_id()?;
    let entry = FallEntry { household_id, window_end, reasons, note };
    screen.form.mark_faults(words, &entry.faults());
    (!screen.form.has_faults()).then_some(entry)
}
