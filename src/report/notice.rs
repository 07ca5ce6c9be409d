//! A public notice as a sheet to hang up. Its columns are those that may be shown; what in them looks like a person's
//! number refuses the whole file, and names the cell.

use std::path::Path;

use chrono::Datelike;

use crate::domain::facts::HouseholdFact;
use crate::domain::leak::{Leak, leak};
use crate::domain::mask::mask_phone;
use crate::domain::notice::{NoticeEntry, NoticeFault};
use crate::domain::policy::Policy;
use crate::exchange::table_book::{Cell, Table, cells_by_name, write_tables};
use crate::exchange::written::{FileNotWritten, IfThere};
use crate::i18n::Words;
use crate::ledger::HouseholdFile;

/// Why no notice was written.
#[derive(Debug)]
pub enum NoticeRefused {
    Entry(Vec<NoticeFault>),
    /// A cell, by its name in the spreadsheet, and what in it must not be shown.
    Leaks {
        cell: String,
        leak: Leak,
        value: String,
    },
    NotWritten(FileNotWritten),
}

/// Writes a notice of households; how many rows it has.
pub fn write_notice(
    file: &Path,
    words: &Words,
    (entry, policy): (&NoticeEntry, &Policy),
    households: &[HouseholdFile],
    if_there: IfThere,
) -> Result<usize, NoticeRefused> {
    let faults = entry.faults(policy);
    let Some(until) = entry.last_day(policy).filter(|_| faults.is_empty()) else {
        return Err(NoticeRefused::Entry(faults));
    };
    let table = notice_table(words, entry, until, households);
    for (cell, text) in cells_by_name(&table) {
        if let Some(leak) = leak(&text, &[entry.from, until], &entry.phone) {
            let value = if leak == Leak::BirthDate { text } else { mask_phone(&text) };
            return Err(NoticeRefused::Leaks { cell, leak, value });
        }
    }
    write_tables(file, &table.title, std::slice::from_ref(&table), if_there).map_err(NoticeRefused::NotWritten)?;
    Ok(table.rows.len())
}

fn notice_table(words: &Words, entry: &NoticeEntry, until: chrono::NaiveDate, households: &[HouseholdFile]) -> Table {
    let kind = words.of(entry.kind);
    let villages = households.iter().map(|file| file.row.village.as_str()).collect::<std::collections::BTreeSet<_>>();
    // Of several villages the column says which.
    let place = villages.first().copied().filter(|_| villages.len() == 1).unwrap_or_default();
    let year = entry.from.year().to_string();
    let mut headings = [
        "notice-number",
        "notice-village",
        "notice-group",
        "notice-head",
        "notice-persons",
        "notice-category",
        "notice-risks",
    ]
    .map(|key| words.t(key))
    .to_vec();
    if entry.kind.shows_measures() {
        headings.extend([words.t("notice-measures"), words.t("notice-effect")]);
    }
    let (from, until) = (entry.from.to_string(), until.to_string());
    let said = [("from", from.as_str()), ("until", &until), ("place", &entry.place)];
    let objections = [("unit", entry.unit.as_str()), ("phone", &entry.phone)];
    let rows = (1..).zip(households).map(|(number, file)| row(words, entry, number, file));
    Table {
        name: words.t("record-notice"),
        title: words.with("notice-title", &[("year", &year), ("place", place), ("kind", &kind)]),
        headings,
        rows: rows.collect(),
        closing: vec![
            words.with("notice-hangs", &said),
            words.with("notice-objections", &objections),
            format!("{}　{from}", entry.unit),
        ],
        footer: [kind, from.clone(), words.t("export-page")],
        ..Table::default()
    }
}

/// What may be shown of a household, and nothing else.
fn row(words: &Words, entry: &NoticeEntry, number: i64, file: &HouseholdFile) -> Vec<Cell> {
    let row = &file.row;
    let category = row.label.map_or_else(|| words.of(row.class), |label| words.of(label));
    let mut cells = vec![
        Cell::Count(number),
        Cell::text(&row.village),
        Cell::text(&row.group),
        Cell::text(&row.name),
        row.population.map_or(Cell::Empty, |people| Cell::Count(i64::from(people))),
        Cell::text(&category),
        Cell::text(&words.household_fact(HouseholdFact::Risks, &row.risks)),
    ];
    if entry.kind.shows_measures() {
        let of = |text: &dyn Fn(&crate::domain::measure::Measure) -> String| {
            let said: Vec<String> = file.measures.iter().map(text).filter(|text| !text.is_empty()).collect();
            Cell::text(&said.join(&words.t("list-semicolon")))
        };
        cells.push(of(&|measure| format!("{} {}", words.of(measure.kind), measure.item).trim().to_owned()));
        cells.push(of(&|measure| measure.effect.clone()));
    }
    cells
}

/// Why no notice was written, in one sentence.
pub fn notice_refused_words(words: &Words, refused: &NoticeRefused) -> String {
    match refused {
        NoticeRefused::Entry(faults) => {
            let said: Vec<String> = faults.iter().map(|fault| notice_fault_words(words, *fault)).collect();
            said.join(&words.t("list-semicolon"))
        }
        NoticeRefused::Leaks { cell, leak, value } => {
            words.with("notice-leaks", &[("cell", cell), ("what", &words.of(*leak)), ("value", value)])
        }
        NoticeRefused::NotWritten(error) => super::not_written_words(words, error),
    }
}

/// What is wrong with an entry, in words.
pub fn notice_fault_words(words: &Words, fault: NoticeFault) -> String {
    let until = if let NoticeFault::TooShort(until) = fault { until.to_string() } else { String::new() };
    words.with(&format!("NoticeFault-{}", fault.code()), &[("until", &until)])
}
