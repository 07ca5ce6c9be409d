//! The values that the settings of a policy hold.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::coded;
use crate::domain::fall_reason::FallReason;
use crate::domain::income::{IncomeFormula, IncomeSource};
use crate::domain::label::RiskType;
use crate::domain::measure::MeasureKind;
use crate::domain::revisit::RevisitRule;
use crate::domain::visit::VisitMode;
use crate::domain::window::WindowKind;
use crate::domain::window_income::YearLine;
use crate::domain::working_days::{Holidays, TermEnd, after_working_days};

coded! {
    /// What happens to a household without anybody able to work 无劳动力.
    NoLabour {
        /// 暂不消除
        Hold = "hold",
        /// 已标注的予以回退
        RollBack = "roll_back",
        NoRule = "no_rule",
    }
}

coded! {
    /// Who counts as a member of a household 家庭成员认定.
    MemberRule {
        /// 户籍人口
        Registered = "registered",
        /// 共同生活: those who really live together, where register and life differ
        LivingTogether = "living_together",
    }
}

coded! {
    /// How days are counted.
    DayKind {
        /// 自然日
        Calendar = "calendar",
        /// 工作日
        Working = "working",
    }
}

/// So many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayTerm {
    pub days: u32,
    pub kind: DayKind,
}

impl DayTerm {
    /// The last day of a term that begins on the day after `day`.
    pub fn after(self, day: NaiveDate, holidays: &Holidays) -> TermEnd {
        match self.kind {
            DayKind::Calendar => {
                let on = day.checked_add_days(chrono::Days::new(u64::from(self.days))).unwrap_or(NaiveDate::MAX);
                TermEnd { on, without_holidays: false }
            }
            DayKind::Working => after_working_days(day, self.days, holidays),
        }
    }
}

/// A line in yuan per person and year: for every year, and by year. A year without one of its own
/// takes that of the latest year before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    pub every_year: Option<u32>,
    pub by_year: BTreeMap<i32, u32>,
}

impl Line {
    pub fn of_year(&self, year: i32) -> Option<YearLine> {
        let by_year = self.by_year.range(..=year).next_back();
        let by_year = by_year.map(|(stated_for, yuan)| YearLine { yuan: *yuan, stated_for: Some(*stated_for) });
        by_year.or_else(|| Some(YearLine { yuan: self.every_year?, stated_for: None }))
    }

    /// This line with the years of another in their places.
    fn overridden(&self, by: &Self) -> Self {
        let mut line = self.clone();
        if by.every_year.is_some() {
            return by.clone();
        }
        line.by_year.extend(&by.by_year);
        line
    }
}

/// The value of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Line(Line),
    Formula(IncomeFormula),
    Window(WindowKind),
    Cadence(RevisitRule),
    Modes(Vec<VisitMode>),
    Count(u32),
    Flag(bool),
    NoLabour(NoLabour),
    MemberRule(MemberRule),
    Days(DayTerm),
    DayTerms(Vec<DayTerm>),
    Reasons(Vec<FallReason>),
    Sources(Vec<IncomeSource>),
    Targets(Targets),
    Holidays(Holidays),
}

/// The measures that are meant for a risk 针对性帮扶措施.
pub type Targets = BTreeMap<RiskType, Vec<MeasureKind>>;

/// A table with the entries of another in their places.
fn laid_over<K: Ord + Clone, V: Clone>(table: &BTreeMap<K, V>, by: &BTreeMap<K, V>) -> BTreeMap<K, V> {
    table.iter().chain(by).map(|(key, value)| (key.clone(), value.clone())).collect()
}

impl Value {
    /// What stands when another value is laid over this one: of lines and tables only what it states.
    #[must_use]
    pub fn overridden(&self, by: &Self) -> Self {
        match (self, by) {
            (Self::Line(line), Self::Line(by)) => Self::Line(line.overridden(by)),
            (Self::Targets(targets), Self::Targets(by)) => Self::Targets(laid_over(targets, by)),
            (Self::Holidays(years), Self::Holidays(by)) => Self::Holidays(laid_over(years, by)),
            _ => by.clone(),
        }
    }

    /// The value as a policy file states it.
    pub fn to_toml(&self) -> String {
        fn list(codes: impl Iterator<Item = &'static str>) -> String {
            format!("[{}]", codes.map(|code| format!("{code:?}")).collect::<Vec<_>>().join(", "))
        }
        let term = |term: &DayTerm| format!("{{ days = {}, kind = {:?} }}", term.days, term.kind.code());
        match self {
            Self::Line(Line { every_year: Some(yuan), by_year }) if by_year.is_empty() => yuan.to_string(),
            Self::Line(line) => {
                let years: Vec<String> = line.by_year.iter().map(|(year, yuan)| format!("{year} = {yuan}")).collect();
                format!("{{ {} }}", years.join(", "))
            }
            Self::Formula(it) => format!("{:?}", it.code()),
            Self::Window(it) => format!("{:?}", it.code()),
            Self::NoLabour(it) => format!("{:?}", it.code()),
            Self::MemberRule(it) => format!("{:?}", it.code()),
            Self::Count(count) => count.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Days(it) => term(it),
            Self::DayTerms(terms) => format!("[{}]", terms.iter().map(term).collect::<Vec<_>>().join(", ")),
            Self::Modes(it) => list(it.iter().map(|mode| mode.code())),
            Self::Reasons(it) => list(it.iter().map(|reason| reason.code())),
            Self::Sources(it) => list(it.iter().map(|source| source.code())),
            Self::Targets(targets) => {
                let pair = |(risk, kinds): (&RiskType, &Vec<MeasureKind>)| {
                    format!("{} = {}", risk.code(), list(kinds.iter().map(|kind| kind.code())))
                };
                format!("{{ {} }}", targets.iter().map(pair).collect::<Vec<_>>().join(", "))
            }
            Self::Holidays(years) => {
                let years: Vec<String> =
                    years.iter().map(|(year, table)| format!("{year} = {:?}", table.to_text())).collect();
                format!("{{ {} }}", years.join(", "))
            }
            Self::Cadence(RevisitRule::Calendar { months }) => format!("{{ rule = \"calendar\", months = {months} }}"),
            Self::Cadence(RevisitRule::Rolling { months }) => format!("{{ rule = \"rolling\", months = {months} }}"),
            Self::Cadence(RevisitRule::Rounds { round_months }) => {
                format!("{{ rule = \"rounds\", round_months = {round_months:?} }}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_without_a_line_of_its_own_takes_the_latest_before() {
        let line = Line { every_year: Some(6000), by_year: BTreeMap::from([(2024, 7000), (2025, 7300)]) };
        let of = |year| line.of_year(year).map(|it| (it.yuan, it.stated_for));
        assert_eq!(of(2023), Some((6000, None)));
        assert_eq!(of(2024), Some((7000, Some(2024))));
        assert_eq!(of(2026), Some((7300, Some(2025))));
        let by_year = Line { every_year: None, by_year: BTreeMap::from([(2014, 2736)]) };
        assert_eq!(by_year.of_year(2013), None);
    }

    #[test]
    fn an_override_of_a_line_touches_only_its_years() {
        let plan = Line { every_year: Some(6000), by_year: BTreeMap::new() };
        let here = Line { every_year: None, by_year: BTreeMap::from([(2026, 8500)]) };
        let line = plan.overridden(&here);
        assert_eq!(line.of_year(2025).map(|it| it.yuan), Some(6000));
        assert_eq!(line.of_year(2026).map(|it| it.yuan), Some(8500));
    }
}
