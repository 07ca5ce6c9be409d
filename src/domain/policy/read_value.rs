//! Reading one value of a policy file by its shape.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use crate::domain::codes::Coded;
use crate::domain::income::IncomeSource;
use crate::domain::label::RiskType;
use crate::domain::measure::MeasureKind;
use crate::domain::revisit::{RevisitRule, RuleFault};
use crate::domain::visit::VisitMode;
use crate::domain::working_days::{Holidays, YearHolidays};

use super::file::{At, Reading};
use super::problem::PolicyFault;
use super::setting::Shape;
use super::value::{DayKind, DayTerm, Line, Targets, Value};

/// Yuan per person and year that a line can be.
const LINE_RANGE: (i64, i64) = (1, 1_000_000);
/// How a year's holidays are stated.
const HOLIDAYS: &str = "{ 2026 = \"0101-0103 1001-1007 +1010\" }";
/// Years that a line or a table can be stated for.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

impl Reading<'_> {
    /// The value, or what is wrong with it.
    pub(super) fn value(&mut self, shape: Shape, at: At<'_, '_>) -> Option<Value> {
        Some(match shape {
            Shape::Line => Value::Line(self.line(at)?),
            Shape::Formula => Value::Formula(self.code(at)?),
            Shape::Window => Value::Window(self.code(at)?),
            Shape::NoLabour => Value::NoLabour(self.code(at)?),
            Shape::MemberRule => Value::MemberRule(self.code(at)?),
            Shape::Cadence => Value::Cadence(self.cadence(at)?),
            Shape::Modes => Value::Modes(self.modes(at)?),
            Shape::Count(least, most) => Value::Count(self.count(at, least, most)?),
            Shape::Flag => Value::Flag(self.flag(at)?),
            Shape::Days(least, most) => Value::Days(self.day_term(at, least, most)?),
            Shape::DayTerms(least, most) => Value::DayTerms(self.list(at, |it, at| it.day_term(at, least, most))?),
            Shape::Reasons => Value::Reasons(self.list(at, Self::code)?),
            Shape::Sources => Value::Sources(self.list::<IncomeSource>(at, Self::code)?),
            Shape::Targets => Value::Targets(self.targets(at)?),
            Shape::Holidays => Value::Holidays(self.holidays(at)?),
        })
    }

    fn whole(&mut self, at: At<'_, '_>, least: i64, most: i64) -> Option<i64> {
        let range = format!("{least}–{most}");
        let Some(number) = at.1.get_ref().as_integer() else {
            self.refuse(at, PolicyFault::WrongKind, &range);
            return None;
        };
        let number = number.as_str().parse::<i64>().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.refuse(at, PolicyFault::OutOfRange, &range);
        }
        number
    }

    pub(super) fn count(&mut self, at: At<'_, '_>, least: u32, most: u32) -> Option<u32> {
        self.whole(at, i64::from(least), i64::from(most)).and_then(|number| u32::try_from(number).ok())
    }

    fn flag(&mut self, at: At<'_, '_>) -> Option<bool> {
        if let DeValue::Boolean(flag) = at.1.get_ref() {
            return Some(*flag);
        }
        self.refuse(at, PolicyFault::WrongKind, "true, false");
        None
    }

    pub(super) fn code<T: Coded>(&mut self, at: At<'_, '_>) -> Option<T> {
        let code = at.1.get_ref().as_str();
        let known = T::VALUES.iter().copied().find(|value| Some(value.stable_code()) == code);
        if known.is_none() {
            let codes: Vec<_> = T::VALUES.iter().map(|value| value.stable_code()).collect();
            self.refuse(at, PolicyFault::UnknownValue, &codes.join(", "));
        }
        known
    }

    /// A roster's visits count whatever the policy says: *unknown* is no mode to choose.
    fn modes(&mut self, at: At<'_, '_>) -> Option<Vec<VisitMode>> {
        let modes: Vec<VisitMode> = self.list(at, Self::code)?;
        if modes.is_empty() || modes.contains(&VisitMode::Unknown) {
            let codes = VisitMode::ALL.iter().filter(|mode| **mode != VisitMode::Unknown).map(|mode| mode.code());
            self.refuse(at, PolicyFault::UnknownValue, &codes.collect::<Vec<_>>().join(", "));
            return None;
        }
        Some(modes)
    }

    fn list<T>(&mut self, at: At<'_, '_>, mut item: impl FnMut(&mut Self, At<'_, '_>) -> Option<T>) -> Option<Vec<T>> {
        let Some(items) = at.1.get_ref().as_array() else {
            self.refuse(at, PolicyFault::WrongKind, "[…]");
            return None;
        };
        let read: Vec<Option<T>> = items.iter().map(|value| item(self, (at.0, value))).collect();
        read.into_iter().collect()
    }

    fn targets(&mut self, at: At<'_, '_>) -> Option<Targets> {
        let risks: Vec<&str> = RiskType::ALL.iter().map(|risk| risk.code()).collect();
        let table = self.table(at, &risks)?;
        let read = table.iter().filter_map(|(key, value)| {
            let kinds: Option<Vec<MeasureKind>> = self.list((at.0, value), Self::code);
            Some((RiskType::from_code(key.get_ref())?, kinds))
        });
        read.map(|(risk, kinds)| Some((risk, kinds?))).collect()
    }

    fn holidays(&mut self, at: At<'_, '_>) -> Option<Holidays> {
        let Some(table) = at.1.get_ref().as_table() else {
            self.refuse(at, PolicyFault::WrongKind, HOLIDAYS);
            return None;
        };
        let mut years = Holidays::new();
        for (key, value) in table {
            let year = key.get_ref().parse::<i32>().ok().filter(|year| YEARS.contains(year));
            let text = value.get_ref().as_str();
            let Some((year, table)) = year.and_then(|year| Some((year, YearHolidays::parse(year, text?)?))) else {
                self.refuse((&format!("{}.{}", at.0, key.get_ref()), value), PolicyFault::OutOfRange, HOLIDAYS);
                return None;
            };
            years.insert(year, table);
        }
        Some(years)
    }

    fn line(&mut self, at: At<'_, '_>) -> Option<Line> {
        let (least, most) = LINE_RANGE;
        let yuan = |reading: &mut Self, value: &Spanned<DeValue<'_>>| {
            reading.whole((at.0, value), least, most).and_then(|yuan| u32::try_from(yuan).ok())
        };
        let Some(table) = at.1.get_ref().as_table() else {
            return Some(Line { every_year: Some(yuan(self, at.1)?), by_year: BTreeMap::new() });
        };
        let mut by_year = BTreeMap::new();
        for (key, value) in table {
            match key.get_ref().parse::<i32>().ok().filter(|year| YEARS.contains(year)) {
                Some(year) => drop(by_year.insert(year, yuan(self, value)?)),
                None => {
                    self.refuse((&format!("{}.{}", at.0, key.get_ref()), value), PolicyFault::UnknownKey, "2000–2100");
                }
            }
        }
        let (Some(first), Some(last)) = (by_year.keys().next().copied(), by_year.keys().next_back().copied()) else {
            self.refuse(at, PolicyFault::MissingKey, "2026 = …");
            return None;
        };
        if let Some(year) = (first..=last).find(|year| !by_year.contains_key(year)) {
            self.missing_year(at, year);
            return None;
        }
        Some(Line { every_year: None, by_year })
    }

    fn day_term(&mut self, at: At<'_, '_>, least: u32, most: u32) -> Option<DayTerm> {
        let table = self.table(at, &["days", "kind"])?;
        let (days, kind) = (self.required(at, table, "days"), self.required(at, table, "kind"));
        let days = self.count((at.0, days?), least, most);
        let kind: Option<DayKind> = self.code((at.0, kind?));
        Some(DayTerm { days: days?, kind: kind? })
    }

    fn cadence(&mut self, at: At<'_, '_>) -> Option<RevisitRule> {
        let table = self.table(at, &["rule", "months", "round_months"])?;
        let rule = self.required(at, table, "rule")?;
        let made = match rule.get_ref().as_str() {
            Some("rounds") => {
                let stated = self.required(at, table, "round_months")?;
                let months = self.list((at.0, stated), |it, at| it.count(at, 1, 12))?;
                RevisitRule::rounds(&months)
            }
            Some(kind @ ("calendar" | "rolling")) => {
                let stated = self.required(at, table, "months")?;
                let months = self.count((at.0, stated), 1, 60)?;
                if kind == "calendar" { RevisitRule::calendar(months) } else { RevisitRule::rolling(months) }
            }
            _ => {
                self.refuse((at.0, rule), PolicyFault::UnknownValue, "calendar, rolling, rounds");
                return None;
            }
        };
        if let Err(problem) = made {
            let allowed = match problem {
                RuleFault::Calendar => "1, 2, 3, 4, 6, 12",
                RuleFault::Rolling => "1–60",
                RuleFault::Rounds => "1–12",
            };
            self.refuse(at, PolicyFault::OutOfRange, allowed);
        }
        made.ok()
    }
}
