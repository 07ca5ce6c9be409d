//! The overview: what a cadre counts, by village, contact or class. A measure is said once, as what a household
//! must be to be counted; every number is the length of the list behind it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::alert::AlertKind;
use crate::domain::class::HouseholdClass;
use crate::domain::codes::coded;
use crate::domain::due_row::DueRow;
use crate::domain::month::Month;
use crate::domain::month_duty::MonthDuty;
use crate::domain::revisit::RevisitState;

/// How many months the overview looks at, the running one included.
pub const MONTHS: u32 = 12;

coded! {
    /// What the overview is broken down by.
    OverviewBy { Village = "village", Contact = "contact", Class = "class" }
}

coded! {
    /// What is counted, in the order of the columns.
    OverviewMeasure {
        /// 户数
        Households = "households",
        /// 逾期
        Overdue = "overdue",
        /// 到期: this month or within ten days
        Due = "due",
        /// 无记录: overdue, and no counted visit is on file
        NeverVisited = "never_visited",
        /// 当月应访
        Obliged = "obliged",
        /// 当月应访已访
        Visited = "visited",
        /// 当月自愿走访: visited, though the month did not ask for it
        Voluntary = "voluntary",
        /// 收入低于参考线
        UnderLine = "under_line",
        /// 有未保障项
        CheckNotMet = "check_not_met",
        /// 有未解决问题, by household as the plan asks
        OpenProblems = "open_problems",
    }
}

/// A household of the list as the overview counts it.
#[derive(Debug, Clone)]
pub struct OverviewHousehold {
    pub row: DueRow,
    pub open_problems: usize,
    /// The last [`MONTHS`] months, oldest first.
    pub months: Vec<MonthDuty>,
}

impl OverviewHousehold {
    /// It is counted by a measure on a day.
    pub fn counts_as(&self, measure: OverviewMeasure, today: NaiveDate) -> bool {
        self.counted_on(today)(measure)
    }

    /// What it is counted as on a day: asked for many measures, the day is looked at once.
    fn counted_on(&self, today: NaiveDate) -> impl Fn(OverviewMeasure) -> bool {
        let (state, month) = (self.row.state(today), self.this_month());
        let alerts = self.row.alerts_on(today).unwrap_or_default();
        move |measure| match measure {
            OverviewMeasure::Households => true,
            OverviewMeasure::Overdue => state == RevisitState::Overdue,
            OverviewMeasure::Due => state == RevisitState::Due,
            OverviewMeasure::NeverVisited => state == RevisitState::Overdue && self.row.last_counted.is_none(),
            OverviewMeasure::Obliged => month.is_obliged(),
            OverviewMeasure::Visited => month.is_done(),
            OverviewMeasure::Voluntary => month.is_voluntary(),
            OverviewMeasure::UnderLine => alerts.contains(&AlertKind::UnderLine),
            OverviewMeasure::CheckNotMet => alerts.contains(&AlertKind::CheckNotSecured),
            OverviewMeasure::OpenProblems => self.open_problems > 0,
        }
    }

    pub fn this_month(&self) -> MonthDuty {
        self.months.last().copied().unwrap_or(MonthDuty::None)
    }

    /// The group that it belongs to.
    pub fn group(&self, by: OverviewBy) -> OverviewGroup {
        OverviewGroup::of(&self.row, by)
    }
}

/// One group of households. A village or a contact without a name: nobody stated one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OverviewGroup {
    /// The township, then the village.
    Village(String, String),
    Contact(String),
    Class(HouseholdClass),
}

impl OverviewGroup {
    /// What tells the groups apart. Names come again with every household: they are compared where they lie.
    pub const fn key(row: &DueRow, by: OverviewBy) -> (&str, &str, Option<HouseholdClass>) {
        match by {
            OverviewBy::Village => (row.township.as_str(), row.village.as_str(), None),
            OverviewBy::Contact => (row.contact.as_str(), "", None),
            OverviewBy::Class => ("", "", Some(row.class)),
        }
    }

    /// The one that a household belongs to.
    pub fn of(row: &DueRow, by: OverviewBy) -> Self {
        match by {
            OverviewBy::Village => Self::Village(row.township.clone(), row.village.clone()),
            OverviewBy::Contact => Self::Contact(row.contact.clone()),
            OverviewBy::Class => Self::Class(row.class),
        }
    }
}

/// The households of one group, by their place in the list, and what is counted of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewRow {
    pub group: OverviewGroup,
    pub households: Vec<usize>,
    pub tally: Tally,
}

/// The groups, those with the most overdue first, then those whose month is the least done, then by name.
pub fn rows_by(households: &[OverviewHousehold], by: OverviewBy, today: NaiveDate) -> Vec<OverviewRow> {
    let mut groups: BTreeMap<_, (Vec<usize>, Tally)> = BTreeMap::new();
    for (place, household) in households.iter().enumerate() {
        let (places, tally) = groups.entry(OverviewGroup::key(&household.row, by)).or_default();
        places.push(place);
        tally.add(household, today);
    }
    let row = |(places, tally): (Vec<usize>, Tally)| OverviewRow {
        group: households[places[0]].group(by),
        households: places,
        tally,
    };
    let mut rows: Vec<OverviewRow> = groups.into_values().map(row).collect();
    let worst = |row: &OverviewRow| {
        (Reverse(row.tally.count(OverviewMeasure::Overdue)), row.tally.percent_visited().unwrap_or(100))
    };
    rows.sort_by_key(worst);
    rows
}

/// What is counted of some households.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; OverviewMeasure::ALL.len()],
    /// Problems, not households.
    pub problems: usize,
}

impl Tally {
    pub fn of<'a>(households: impl IntoIterator<Item = &'a OverviewHousehold>, today: NaiveDate) -> Self {
        let mut tally = Self::default();
        households.into_iter().for_each(|household| tally.add(household, today));
        tally
    }

    pub fn add(&mut self, household: &OverviewHousehold, today: NaiveDate) {
        let counts = household.counted_on(today);
        for (count, measure) in self.counts.iter_mut().zip(OverviewMeasure::ALL) {
            *count += usize::from(counts(*measure));
        }
        self.problems += household.open_problems;
    }

    pub const fn count(&self, measure: OverviewMeasure) -> usize {
        self.counts[measure as usize]
    }

    /// How far the month's obliged visits are; none where nothing is asked for.
    pub fn percent_visited(&self) -> Option<usize> {
        percent(self.count(OverviewMeasure::Visited), self.count(OverviewMeasure::Obliged))
    }
}

/// A part of a whole in percent, rounded half up; all of it only where it is all. None where the whole is nothing.
pub fn percent(part: usize, whole: usize) -> Option<usize> {
    share(part, whole, 100)
}

/// The same in tenths of a percent.
pub fn tenths_of_percent(part: usize, whole: usize) -> Option<usize> {
    share(part, whole, 1000)
}

fn share(part: usize, whole: usize, all: usize) -> Option<usize> {
    let rounded = (part * 2 * all + whole).checked_div(whole * 2)?;
    Some(if part < whole { rounded.min(all - 1) } else { rounded })
}

/// The visits of one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthVisits {
    pub month: Month,
    pub obliged: usize,
    pub visited: usize,
    pub voluntary: usize,
    /// Asked for by a day before the month.
    pub carried_over: usize,
    /// By the day of the month: households due on it, and households first visited on it.
    pub days: Vec<(usize, usize)>,
}

impl MonthVisits {
    fn new(month: Month) -> Self {
        let days = vec![(0, 0); month.last_day().day() as usize];
        Self { month, obliged: 0, visited: 0, voluntary: 0, carried_over: 0, days }
    }

    fn add(&mut self, duty: MonthDuty) {
        self.obliged += usize::from(duty.is_obliged());
        self.visited += usize::from(duty.is_done());
        self.voluntary += usize::from(duty.is_voluntary());
        if let MonthDuty::Obliged { due_on, .. } = duty {
            if due_on < self.month.first_day() {
                self.carried_over += 1;
            } else {
                self.days[due_on.day0() as usize].0 += 1;
            }
        }
        if let Some(visited_on) = duty.visited_on() {
            self.days[visited_on.day0() as usize].1 += 1;
        }
    }
}

/// The months that the overview looks at, oldest first.
pub fn months_until(today: NaiveDate) -> impl Iterator<Item = Month> {
    (0..MONTHS).rev().map(move |ago| Month::of(today).minus(ago))
}

/// The visits of the last months, oldest first.
pub fn months_of<'a>(households: impl Iterator<Item = &'a OverviewHousehold>, today: NaiveDate) -> Vec<MonthVisits> {
    let mut months: Vec<MonthVisits> = months_until(today).map(MonthVisits::new).collect();
    for household in households {
        months.iter_mut().zip(&household.months).for_each(|(month, duty)| month.add(*duty));
    }
    months
}
