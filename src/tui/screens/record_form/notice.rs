//! A public notice of households: its kind, who issues it, where and how long it hangs.

use chrono::NaiveDate;

use crate::domain::notice::{NoticeEntry, NoticeKind};
use crate::domain::typed_day::Toward;
use crate::i18n::Words;
use crate::tui::form::kit::{choices, chosen};
use crate::tui::form::{Field, Kind};

use super::{RecordForm, field};

pub(super) fn fields(words: &Words, today: NaiveDate) -> Vec<Field> {
    vec![
        field(words, "kind", "notice-kind", Kind::One(choices(words, NoticeKind::ALL))),
        field(words, "unit", "notice-unit", Kind::Text).with_hint(words.t("notice-hint-unit")),
        field(words, "phone", "notice-phone", Kind::Text).with_hint(words.t("notice-hint-phone")),
        field(words, "place", "notice-place", Kind::Text).with_hint(words.t("notice-hint-place")),
        field(words, "from", "notice-from", Kind::Day(Toward::Future))
            .with_hint(words.t("form-hint-deadline"))
            .with_value(&today.to_string())
            .given(),
        field(words, "until", "notice-until", Kind::Day(Toward::Future)).with_hint(words.t("notice-hint-until")),
    ]
}

pub(super) fn read(screen: &mut RecordForm, words: &Words) -> Option<NoticeEntry> {
    screen.mark_if_blank(words, "kind", "record-problem-choice");
    screen.mark_if_blank(words, "from", "form-problem-date");
    let kind: Option<NoticeKind> = chosen(screen.form.value("kind"));
    let (from, until) = (screen.day(words, "from"), screen.day(words, "until"));
    let text = |key: &str| screen.form.value(key).to_owned();
    let entry = NoticeEntry {
        // What is not said was told; the rest is looked at all the same.
        kind: kind.unwrap_or(NoticeKind::FirstList),
        unit: text("unit"),
        phone: text("phone"),
        place: text("place"),
        from: from.unwrap_or(screen.today),
        until,
    };
    // A procedure keeps the plan that it began with.
    let posted_by = screen.notice_of.posted_by.as_deref();
    let asked = posted_by.and_then(|(procedure, _)| entry.asked_by(procedure));
    let asked = asked.or_else(|| entry.asked_until(&screen.policy));
    let faults = entry.faults(asked);
    screen.form.mark_faults(words, &faults);
    (!screen.form.has_faults()).then_some(entry)
}
