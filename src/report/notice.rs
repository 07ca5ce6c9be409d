//! A public notice as a sheet to hang up. Its columns are those that may be shown; what in them looks like a person's
//! number refuses the whole file, and names the cell.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use crate::domain::facts::HouseholdFact;
use crate::domain::leak::{Leak, leak};
use crate::domain::mask::mask_phone;
use crate::domain::notice::{NoticeEntry, NoticeFault};
use crate::domain::phone::clean_phone;
use crate::domain::policy::Policy;
use crate::domain::procedure::Procedure;
use crate::exchange::table_book::{Cell, Table, cells_by_name, write_tables};
use crate::exchange::written::{FileNotWritten, IfThere, WriteFault};
use crate::i18n::Words;
use crate::ledger::{HouseholdFile, Ledger, StoreError};

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
    /// So many households cannot stand on such a notice; one of them.
    NotOfIt {
        count: usize,
        first: String,
    },
    NotWritten(FileNotWritten),
    Store(StoreError),
}

/// Writes a notice of households as a workbook; how many rows it has.
pub fn write_notice(
    file: &Path,
    words: &Words,
    ledger: &Ledger,
    (entry, households): (&NoticeEntry, &[HouseholdFile]),
    if_there: IfThere,
) -> Result<usize, NoticeRefused> {
    if !file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return Err(NoticeRefused::NotWritten(FileNotWritten::new(file, WriteFault::NotXlsx)));
    }
    let asked = asked_until(entry, ledger.policy(), households);
    let mut faults = entry.faults(asked);
    let is_a_persons = ledger.is_phone_of_a_person(&clean_phone(&entry.phone)).map_err(NoticeRefused::Store)?;
    faults.extend(is_a_persons.then_some(NoticeFault::PhoneOfAPerson));
    if !faults.is_empty() {
        return Err(NoticeRefused::Entry(faults));
    }
    let strange: Vec<&str> = households
        .iter()
        .filter(|file| !(file.row.active && entry.kind.takes(file.row.class)))
        .map(|file| &*file.row.name)
        .collect();
    if let Some(first) = strange.first() {
        return Err(NoticeRefused::NotOfIt { count: strange.len(), first: (*first).to_owned() });
    }
    let until = entry.last_day(asked);
    let table = notice_table(words, entry, until, households);
    let own_days: Vec<NaiveDate> = [Some(entry.from), until].into_iter().flatten().collect();
    for (cell, text) in cells_by_name(&table) {
        // The unit's own phone stands in its own sentence, and nowhere else.
        let text = if table.closing.contains(&text) { text.replace(entry.phone.trim(), "") } else { text };
        if let Some((leak, part)) = leak(&text, &own_days) {
            return Err(NoticeRefused::Leaks { cell, leak, value: mask_phone(&part) });
        }
    }
    write_tables(file, &table.title, std::slice::from_ref(&table), if_there).map_err(NoticeRefused::NotWritten)?;
    Ok(table.rows.len())
}

/// The day until which it is asked to hang: by the procedures that run, each by the plan that it began with; where none has
/// such a notice, by the plan in use.
fn asked_until(entry: &NoticeEntry, policy: &Policy, households: &[HouseholdFile]) -> Option<NaiveDate> {
    let running = households.iter().filter_map(running);
    running.filter_map(|it| entry.asked_by(it)).max().or_else(|| entry.asked_until(policy))
}

/// The procedure of the household that is under way.
fn running(file: &HouseholdFile) -> Option<&Procedure> {
    file.procedures.iter().find(|procedure| procedure.is_undecided())
}

fn notice_table(words: &Words, entry: &NoticeEntry, until: Option<NaiveDate>, households: &[HouseholdFile]) -> Table {
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
    let from = day_words(words, entry.from);
    let closing = if let Some(until) = until.map(|until| day_words(words, until)) {
        let hangs = [("from", from.as_str()), ("until", &until), ("place", &entry.place)];
        let objections = [("unit", entry.unit.as_str()), ("phone", entry.phone.trim())];
        vec![words.with("notice-hangs", &hangs), words.with("notice-objections", &objections)]
    } else {
        let asked = [("place", entry.place.as_str()), ("unit", &entry.unit), ("phone", entry.phone.trim())];
        vec![words.with("notice-announced", &asked)]
    };
    let rows = (1..).zip(households).map(|(number, file)| row(words, entry, number, file));
    Table {
        name: words.t("record-notice"),
        title: words.with(
            if place.is_empty() { "notice-title-several" } else { "notice-title" },
            &[("year", &year), ("place", place), ("kind", &kind)],
        ),
        headings,
        rows: rows.collect(),
        closing: closing.into_iter().chain([format!("{}　{from}", entry.unit)]).collect(),
        footer: [kind, from.clone(), words.t("export-page")],
        ..Table::default()
    }
}

/// A day as it stands on a notice.
fn day_words(words: &Words, day: NaiveDate) -> String {
    let parts = [day.year(), day.month().cast_signed(), day.day().cast_signed()].map(|part| part.to_string());
    words
        .with("notice-day", &[("year", &parts[0]), ("month", &parts[1]), ("day", &parts[2]), ("iso", &day.to_string())])
}

/// What may be shown of a household, and nothing else.
fn row(words: &Words, entry: &NoticeEntry, number: i64, file: &HouseholdFile) -> Vec<Cell> {
    let row = &file.row;
    // What is proposed stands on the notice before it is on file.
    let proposed = running(file);
    let label = proposed.and_then(|procedure| procedure.category).or(row.label);
    let category = label.map_or_else(|| words.of(row.class), |label| words.of(label));
    let proposed: Vec<&str> =
        proposed.map(|procedure| procedure.risks.iter().map(|risk| risk.code()).collect()).unwrap_or_default();
    let risks = if proposed.is_empty() { row.risks.clone() } else { proposed.join(",") };
    let mut cells = vec![
        Cell::Count(number),
        Cell::text(&row.village),
        Cell::text(&row.group),
        Cell::text(&row.name),
        row.population.map_or(Cell::Empty, |people| Cell::Count(i64::from(people))),
        Cell::text(&category),
        Cell::text(&words.household_fact(HouseholdFact::Risks, &risks)),
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
        NoticeRefused::NotOfIt { count, first } => {
            words.with("notice-not-of-it", &[("count", &count.to_string()), ("name", first)])
        }
        NoticeRefused::NotWritten(error) => super::not_written_words(words, error),
        NoticeRefused::Store(error) => super::store_error_words(words, error),
    }
}

/// What is wrong with an entry, in words.
pub fn notice_fault_words(words: &Words, fault: NoticeFault) -> String {
    let until = if let NoticeFault::TooShort(until) = fault { until.to_string() } else { String::new() };
    words.with(&format!("NoticeFault-{}", fault.code()), &[("until", &until)])
}
