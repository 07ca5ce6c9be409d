//! Reading the rounds of a policy file.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::file::{At, Reading};
use super::problem::PolicyFault;
use super::round::{Round, RoundTime, YearDay};
use super::wording::LANGUAGES;

const KEY: &str = "rounds";
const KEYS: [&str; 12] = [
    "id",
    "every",
    "day",
    "begins",
    "ends",
    "on",
    "days",
    "counts",
    "households",
    "reading",
    LANGUAGES[0],
    LANGUAGES[1],
];
/// How often a round can come.
const EVERY: [(&str, u32); 4] = [("month", 1), ("quarter", 3), ("half", 6), ("year", 12)];
/// Days before a festival that a round can take.
const MOST_DAYS: u32 = 60;

impl Reading<'_> {
    pub(super) fn rounds(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Round> {
        let Some(items) = value.get_ref().as_array() else {
            self.refuse((KEY, value), PolicyFault::WrongKind, "[[rounds]]");
            return Vec::new();
        };
        let mut rounds: Vec<Round> = Vec::new();
        for item in items {
            let Some(round) = self.round((KEY, item)) else { continue };
            if rounds.iter().any(|known| known.id == round.id) {
                self.refuse((KEY, item), PolicyFault::UnknownValue, "id");
            }
            rounds.push(round);
        }
        rounds
    }

    fn round(&mut self, at: At<'_, '_>) -> Option<Round> {
        let table = self.table(at, &KEYS)?;
        let id = self.required(at, table, "id")?.get_ref().as_str().unwrap_or_default().to_owned();
        let time = self.time(at, table);
        let counts = self.required(at, table, "counts").and_then(|value| self.code((KEY, value)));
        let scope = self.required(at, table, "households").and_then(|value| self.code((KEY, value)));
        let wording = self.wording_in(at, table);
        let is_reading = matches!(table.get("reading").map(Spanned::get_ref), Some(DeValue::Boolean(true)));
        Some(Round { id, time: time?, counts: counts?, scope: scope?, wording, is_reading })
    }

    fn time(&mut self, at: At<'_, '_>, table: &DeTable<'_>) -> Option<RoundTime> {
        if let Some(on) = table.get("on") {
            let days = self.required(at, table, "days").and_then(|days| self.count((KEY, days), 1, MOST_DAYS))?;
            return Some(RoundTime::Days { on: self.days_by_year((KEY, on))?, days });
        }
        let Some(every) = table.get("every") else {
            let [begins, ends] = ["begins", "ends"].map(|key| self.required(at, table, key));
            let [begins, ends] = [begins, ends].map(|day| day.and_then(|day| self.year_day((KEY, day))));
            return Some(RoundTime::Yearly { begins: begins?, ends: ends? });
        };
        let months = EVERY.iter().find(|(code, _)| every.get_ref().as_str() == Some(code)).map(|(_, months)| *months);
        let Some(months) = months else {
            self.refuse((KEY, every), PolicyFault::UnknownValue, &EVERY.map(|(code, _)| code).join(", "));
            return None;
        };
        let day = table.get("day").map(|day| self.count((KEY, day), 1, 28));
        Some(RoundTime::Every { months, day: day.map_or(Some(None), |day| day.map(Some))? })
    }

    fn year_day(&mut self, at: At<'_, '_>) -> Option<YearDay> {
        let day = at.1.get_ref().as_str().and_then(YearDay::parse);
        if day.is_none() {
            self.refuse(at, PolicyFault::OutOfRange, "\"MM-DD\"");
        }
        day
    }

    fn days_by_year(&mut self, at: At<'_, '_>) -> Option<BTreeMap<i32, YearDay>> {
        let Some(table) = at.1.get_ref().as_table() else {
            self.refuse(at, PolicyFault::WrongKind, "{ 2026 = \"02-17\" }");
            return None;
        };
        let mut days = BTreeMap::new();
        for (year, day) in table {
            let Ok(year) = year.get_ref().parse::<i32>() else {
                self.refuse(at, PolicyFault::OutOfRange, "{ 2026 = \"02-17\" }");
                return None;
            };
            days.insert(year, self.year_day((at.0, day))?);
        }
        Some(days)
    }
}
