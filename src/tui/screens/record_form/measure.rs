//! A measure: what, how much, by whom, from when to when, with what effect.

use chrono::NaiveDate;

use crate::domain::id::MeasureId;
use crate::domain::measure::{Measure, MeasureEntry, MeasureKind};
use crate::domain::typed_day::Toward;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::tui::form::kit::{REVISION, choices, chosen};

use super::{RecordForm, field};
use crate::tui::form::{Field, Kind};

fn found(file: &HouseholdFile, id: Option<MeasureId>) -> Option<&Measure> {
    file.measures.iter().find(|measure| Some(measure.id) == id)
}

pub(super) fn fields(words: &Words, file: &HouseholdFile, id: Option<MeasureId>, today: NaiveDate) -> Vec<Field> {
    let known = found(file, id);
    let text = |of: fn(&Measure) -> &str| known.map_or("", of).to_owned();
    let day = |of: fn(&Measure) -> Option<NaiveDate>| known.and_then(of).map(|day| day.to_string()).unwrap_or_default();
    let from = known.map_or(today, |measure| measure.from).to_string();
    let funds = known.and_then(|measure| measure.funds).map(|funds| funds.money().to_string()).unwrap_or_default();
    let revision = known.and_then(|it| file.revision_of(it.id)).map(|revision| revision.to_string());
    vec![
        field(words, "kind", "measure-kind", Kind::One(choices(words, MeasureKind::ALL)))
            .with_value(known.map_or("", |measure| measure.kind.code())),
        field(words, "item", "measure-item", Kind::Text)
            .with_hint(words.t("measure-hint-item"))
            .with_value(&text(|measure| &measure.item)),
        field(words, "funds", "measure-funds", Kind::Amount)
            .with_hint(words.t("form-hint-amount-beside"))
            .with_value(&funds.replace(',', "")),
        field(words, "unit", "measure-unit", Kind::Text).with_value(&text(|measure| &measure.unit)),
        field(words, "from", "measure-from", Kind::Day(Toward::Past))
            .with_hint(words.t("form-hint-date"))
            .with_value(&from)
            .given(),
        field(words, "planned_end", "measure-planned-end", Kind::Day(Toward::Future))
            .with_hint(words.t("form-hint-deadline"))
            .with_value(&day(|measure| measure.planned_end)),
        field(words, "ended_on", "measure-ended-on", Kind::Day(Toward::Past))
            .with_hint(words.t("measure-hint-ended"))
            .with_value(&day(|measure| measure.ended_on)),
        field(words, "effect", "measure-effect", Kind::Text).with_value(&text(|measure| &measure.effect)),
        field(words, REVISION, "measure-effect", Kind::Text).with_value(&revision.unwrap_or_default()).hidden(),
    ]
}

pub(super) fn read(screen: &mut RecordForm, words: &Words, id: Option<MeasureId>) -> Option<MeasureEntry> {
    screen.mark_if_blank(words, "kind", "record-problem-choice");
    screen.mark_if_blank(words, "item", "record-problem-text");
    screen.mark_if_blank(words, "from", "form-problem-date");
    let kind: Option<MeasureKind> = chosen(screen.form.value("kind"));
    let from = screen.day(words, "from");
    let planned_end = screen.day(words, "planned_end");
    let ended_on = screen.day(words, "ended_on");
    let funds = screen.form.amount("funds");
    if let Err(sentence) = funds {
        screen.form.mark("funds", words.t(sentence));
    }
    let text = |key: &str| screen.form.value(key).to_owned();
    let entry = MeasureEntry {
        household_id: screen.household_id()?,
        editing: id.map(|id| screen.basis(id)),
        // What is not said was told; the rest is looked at all the same.
        kind: kind.unwrap_or(MeasureKind::Industry),
        item: text("item"),
        funds: funds.unwrap_or_default(),
        unit: text("unit"),
        from: from.unwrap_or(NaiveDate::MIN),
        planned_end,
        ended_on,
        effect: text("effect"),
    };
    screen.form.mark_faults(words, &entry.faults(screen.today));
    (!screen.form.has_faults()).then_some(entry)
}
