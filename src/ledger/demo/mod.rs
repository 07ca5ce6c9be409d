//! Made-up households to look at and to measure on: about sixty of three villages, or a whole township, with
//! fourteen months of visits, laid so that every class, state and answer occurs, whatever day it is.

mod people;
mod risk;
mod visits;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::checks::Check;
use crate::domain::class::{HouseholdClass, derive_class};
use crate::domain::id::{HouseholdId, StatusChangeId};
use crate::domain::month::Month;
use crate::domain::policy::Policy;
use crate::domain::rough_date::RoughDate;
use crate::domain::settle_class::Restated;
use crate::domain::status::{StatusChange, StatusKind};
use crate::store::{DraftKey, StoreError, VISIT_FORM, Writer};

use super::record_visit::write_visit;
use super::standing::renew_standing;
use super::{Ledger, Progress, ensure_contact};

const HOUSEHOLDS: usize = 60;
/// A contact has so many households of one village.
const OF_A_CONTACT: usize = 10;
/// So many in one transaction, where they are many.
const A_TRANSACTION: usize = 200;
/// Months of history before the present one.
const MONTHS: u32 = 14;

/// The words that the demo is made of.
#[derive(Deserialize)]
struct Cast {
    township: String,
    villages: Vec<String>,
    /// What the names of a township's villages are put together from.
    village_heads: Vec<String>,
    village_tails: Vec<String>,
    groups: Vec<String>,
    contacts: Vec<String>,
    surnames: Vec<String>,
    given: Vec<String>,
    relations: Vec<String>,
    units: Vec<String>,
    schooling: Vec<String>,
    health: Vec<String>,
    labour: Vec<String>,
    places: Vec<String>,
    requests: Vec<String>,
    note_home: String,
    note_nobody: String,
    signature_reason: String,
    policies_due: String,
    measures: Vec<String>,
    measure_effect: String,
    attestation_note: String,
    notes: BTreeMap<Check, String>,
    problems: BTreeMap<Check, String>,
}

impl Cast {
    fn read() -> Result<Self, StoreError> {
        toml::from_str(include_str!("../../../assets/demo/village.toml"))
            .map_err(|error| StoreError::Refused(error.to_string()))
    }

    /// The same, with the villages and the contacts of a township of so many households.
    fn of_township(households: usize) -> Result<Self, StoreError> {
        let mut cast = Self::read()?;
        let heads = cast.village_heads.iter();
        cast.villages =
            heads.flat_map(|head| cast.village_tails.iter().map(move |tail| format!("{head}{tail}"))).collect();
        let wanted = households.div_ceil(cast.villages.len() * OF_A_CONTACT) * cast.villages.len();
        let given = |at: usize| cast.given[at % cast.given.len()].chars();
        let name = |number: usize| {
            let surname = &cast.surnames[number % cast.surnames.len()];
            let (first, second) = (number / cast.surnames.len(), number / cast.surnames.len() / cast.given.len());
            surname.chars().chain(given(first).take(1)).chain(given(first + second).rev().take(1)).collect()
        };
        let mut known = BTreeSet::new();
        cast.contacts = (0..).map(name).filter(|name: &String| known.insert(name.clone())).take(wanted).collect();
        Ok(cast)
    }
}

/// How a household is kept up with; each is meant to end in another state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// Visited every month, this one too.
    UpToDate,
    /// Visited up to last month.
    DueNow,
    /// The last visits were missed.
    Late,
    /// On file, and never visited.
    Never,
}

/// One household of the demo.
struct Sketch {
    number: usize,
    today: NaiveDate,
    habit: Habit,
}

impl Sketch {
    fn new(number: usize, today: NaiveDate) -> Self {
        let habit = match number % 12 {
            0 | 1 | 5 | 8 => Habit::UpToDate,
            3 if number % 24 == 3 => Habit::Late,
            10 if matches!(number, 10 | 34) => Habit::Never,
            _ => Habit::DueNow,
        };
        Self { number, today, habit }
    }

    /// A pick that looks chosen at random and is the same each time.
    fn pick<'a, T>(&self, from: &'a [T], salt: usize) -> &'a T {
        &from[(self.number * 31 + salt * 17 + self.number / 7 * 5) % from.len()]
    }

    /// A day of the month so many months ago; none after today.
    fn day_of_month(&self, months_ago: u32, salt: usize) -> Option<NaiveDate> {
        let month = Month::of(self.today).minus(months_ago);
        let day = u32::try_from((self.number * 7 + salt * 5) % 24).unwrap_or(0) + 3;
        let day = month.first_day().checked_add_days(chrono::Days::new(u64::from(day)))?;
        let day = if months_ago == 0 { day.min(self.today) } else { day };
        (day <= self.today).then_some(day)
    }

    fn months_ago(&self, months: u32) -> NaiveDate {
        let month = Month::of(self.today).minus(months);
        month.first_day() + chrono::Days::new((self.number % 20) as u64)
    }
}

impl Ledger {
    /// Fills an empty database with the made-up village.
    pub fn fill_with_demo(&mut self) -> Result<(), StoreError> {
        let cast = Cast::read()?;
        self.put_cast(&cast)?;
        let first = self.put_households(&cast, 0..HOUSEHOLDS)?;
        self.leave_a_draft(first)
    }

    /// Fills an empty database with a made-up township of so many households, the same each time on the same day.
    pub fn fill_with_township(&mut self, households: usize, progress: Progress<'_>) -> Result<(), StoreError> {
        let cast = Cast::of_township(households)?;
        self.put_cast(&cast)?;
        for from in (0..households).step_by(A_TRANSACTION) {
            let to = (from + A_TRANSACTION).min(households);
            self.put_households(&cast, from..to)?;
            if !progress(to, households) {
                break;
            }
        }
        self.renew_alerts()
    }

    fn put_cast(&mut self, cast: &Cast) -> Result<(), StoreError> {
        let today = self.today();
        self.write(|writer, _| {
            cast.contacts.iter().try_for_each(|name| ensure_contact(writer, name))?;
            risk::put_populations(writer, cast, today)
        })
    }

    /// Tells the first of them.
    fn put_households(&mut self, cast: &Cast, numbers: Range<usize>) -> Result<Option<HouseholdId>, StoreError> {
        let today = self.today();
        let mut first = None;
        self.write(|writer, policy| {
            for number in numbers {
                let id = put_household(writer, policy, cast, &Sketch::new(number, today))?;
                renew_standing(writer, policy, id)?;
                first.get_or_insert(id);
            }
            Ok::<_, StoreError>(first)
        })
    }

    /// One visit was begun and not finished.
    fn leave_a_draft(&self, household_id: Option<HouseholdId>) -> Result<(), StoreError> {
        let key = DraftKey { form: VISIT_FORM.to_owned(), household_id, visit_id: None };
        let body = serde_json::json!({"version": 1, "focus": "purpose", "values": {"mode": "home", "date": self.today().to_string()}});
        self.save_draft(&key, &body.to_string()).map(|_| ())
    }
}

fn put_household(
    writer: &mut Writer<'_>,
    policy: &Policy,
    cast: &Cast,
    sketch: &Sketch,
) -> Result<HouseholdId, StoreError> {
    let household = people::household(cast, sketch);
    let members = people::members(cast, sketch, &household);
    let (id, now) = (household.id, writer.now());
    let restated = Restated { before: None, after: &household, history: &[] };
    let began = restated.settle(policy, household.on_file_since, StatusChangeId::fresh());
    writer.put(household.clone(), None)?;
    for member in &members {
        writer.put(member.clone(), None)?;
    }
    for change in began {
        writer.put(change, None)?;
    }
    let mut recorded = BTreeSet::new();
    for (entry, hour) in visits::entries(cast, sketch, &household, &members) {
        recorded.extend(entry.income.as_ref().map(|income| income.month));
        let entered_at = entry.visited_on.and_hms_opt(hour, 30, 0).map_or(now, |at| at.and_utc());
        write_visit(writer, &entry, super::record_visit::visit_of(&entry, entered_at.min(now)))
            .map_err(|refused| StoreError::Refused(refused.to_string()))?;
    }
    let class = derive_class(&household.facts).unwrap_or(HouseholdClass::General);
    risk::put_risk(writer, cast, sketch, (id, class), &recorded)?;
    if sketch.number == HOUSEHOLDS - 1 {
        let on = RoughDate::day(sketch.months_ago(2));
        let left = StatusChange::plain(StatusChangeId::fresh(), id, StatusKind::Inactive, on, false);
        writer.put(left, None)?;
    }
    Ok(id)
}
