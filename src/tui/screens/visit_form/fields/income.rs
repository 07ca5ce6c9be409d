//! The income of a month: the amounts, and where they came from.

use crate::domain::income::{IncomeItem, IncomeSource};
use crate::domain::question::Section::Income;
use crate::domain::warning::Warning;
use crate::i18n::Words;
use crate::tui::form::kit::{amount_key, choices, yes_no};

use super::{heading, why};
use crate::tui::form::{Field, Kind};
use crate::tui::screens::visit_form::key::{Group, Key, Part};

pub(super) fn fields(words: &Words) -> Vec<Field> {
    let mut fields = vec![
        Field::new(heading(Income), "month", words.t("form-month"), Kind::Plain)
            .with_hint(words.t("form-hint-month"))
            .given(),
    ];
    for item in IncomeItem::ALL {
        let hint = if item.is_required() { "form-hint-amount" } else { "form-hint-amount-beside" };
        fields.push(
            Field::new(heading(Income), amount_key(*item), words.of(*item), Kind::Amount).with_hint(words.t(hint)),
        );
        if *item == IncomeItem::Wage {
            fields.push(why(Income, words, Warning::WageLow));
        }
        fields.push(why(Income, words, Warning::Jump(*item)));
    }
    fields.push(Field::new(heading(Income), "net", words.t("form-net"), Kind::Shown));
    fields.extend(source_fields(words, 0));
    fields
}

/// One line of where income came from: shown beyond its kind only once there is one.
pub(in super::super) fn source_fields(words: &Words, line: usize) -> Vec<Field> {
    let key = |part| Key::Line(Group::Source, line, part).text();
    vec![
        Field::new(
            heading(Income),
            key(Part::Kind),
            words.t("form-source"),
            Kind::One(choices(words, IncomeSource::ALL)),
        ),
        Field::new(heading(Income), key(Part::Amount), words.t("form-source-amount"), Kind::Amount)
            .with_hint(words.t("form-hint-amount"))
            .hidden(),
        Field::new(heading(Income), key(Part::Detail), words.t("form-source-detail"), Kind::Text)
            .with_hint(words.t("form-hint-source-detail"))
            .hidden(),
        Field::new(heading(Income), key(Part::Counts), words.t("form-source-counts"), yes_no(words)).hidden(),
    ]
}
