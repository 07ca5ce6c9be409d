//! A policy: what a plan fixes as a number or a rule, with where it comes from. Nothing of it is in
//! code. What a plan leaves open is taken from the default policy and marked so; single values can be
//! laid over both for one database.

mod cadence;
mod file;
mod group;
mod problem;
mod read_groups;
mod read_rounds;
mod read_steps;
mod read_value;
mod round;
mod setting;
mod shipped;
mod step;
mod value;
mod wording;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::codes::coded;
use super::fall_reason::FallReason;
use super::income::IncomeSource;
use super::label::RiskType;
use super::measure::MeasureKind;
use super::month::Month;
use super::window::WindowKind;
use super::working_days::{Holidays, TermEnd};
use crate::domain::income::IncomeFormula;
use crate::domain::warning::WarningThresholds;
use crate::domain::window_income::YearLine;

pub use cadence::Cadence;
pub use file::{PolicyFile, Stated, read_overrides, read_plan};
pub use group::{GroupRule, GroupUse, KeyGroup};
pub use problem::{FaultyValue, PolicyFault};
pub use round::{Round, RoundCounts, RoundScope, RoundSpan, RoundTime};
pub use setting::{Setting, Shape};
pub use shipped::SHIPPED;
pub use step::{Ground, MeetingKind, PaperForm, PaperRule, ProcedureKind, Role, Signed, StepKind, StepRule};
pub use value::{DayKind, DayTerm, Line, MemberRule, NoLabour, Targets, Value};
pub use wording::Wording;

/// Raised when the rules compute differently with the same policy, so that stored due dates are renewed.
const RULES_VERSION: u32 = 6;

/// The id of the policy that others start from.
pub const DEFAULT: &str = "default";

coded! {
    /// Where a value of the policy comes from.
    Origin {
        /// The plan says so.
        Plan = "plan",
        /// A number that follows from the plan's words as this project reads them.
        Reading = "reading",
        /// The plan leaves it open.
        Default = "default",
        /// Set for this database.
        Override = "here",
    }
}

coded! {
    /// What a line is for.
    Purpose {
        /// 纳入
        Inclusion = "inclusion",
        /// 回头看
        LookBack = "look_back",
        /// 底线
        Floor = "floor",
    }
}

/// One plan's numbers and rules, complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    pub id: String,
    /// It came from a file, whatever its id.
    pub of_file: bool,
    pub title: Wording,
    pub place: Wording,
    values: BTreeMap<Setting, (Stated, Origin)>,
    cadences: Vec<Cadence>,
    /// The dated rounds of the plan, as it has them.
    pub rounds: Vec<Round>,
    /// The steps of every kind of procedure, in the plan's order; of a kind that the plan has none of, those of the
    /// default policy.
    pub steps: Vec<StepRule>,
    /// The grounds of exclusion, as the plan has them.
    pub grounds: Vec<Ground>,
    /// The key groups, as the plan has them.
    pub groups: Vec<KeyGroup>,
}

impl Policy {
    /// A plan over the default policy, and this database's own values over both.
    pub fn compose(
        plan: PolicyFile,
        here: &BTreeMap<Setting, Stated>,
        of_file: bool,
    ) -> Result<Self, Vec<FaultyValue>> {
        let default = shipped::file(DEFAULT).unwrap_or_else(|| Ok(PolicyFile::default()))?;
        let steps = steps_over(plan.steps, default.steps);
        let of_plan = if plan.id == DEFAULT && !of_file { Origin::Default } else { Origin::Plan };
        let mut values: BTreeMap<Setting, (Stated, Origin)> =
            default.stated.into_iter().map(|(setting, stated)| (setting, (stated, Origin::Default))).collect();
        let origin = |stated: &Stated| if stated.is_reading { Origin::Reading } else { of_plan };
        values.extend(plan.stated.into_iter().map(|(setting, stated)| (setting, (stated.clone(), origin(&stated)))));
        for (setting, stated) in here {
            let below = values.get(setting).map(|(below, _)| below.value.overridden(&stated.value));
            let stated = Stated { value: below.unwrap_or_else(|| stated.value.clone()), ..stated.clone() };
            values.insert(*setting, (stated, Origin::Override));
        }
        let mut policy = Self {
            id: plan.id,
            of_file,
            title: plan.title,
            place: plan.place,
            values,
            cadences: Vec::new(),
            rounds: plan.rounds,
            steps,
            grounds: plan.grounds,
            groups: plan.groups,
        };
        policy.cadences = policy.all_cadences();
        Ok(policy)
    }

    /// The text of a policy that ships with the program; none of that name.
    pub fn shipped_text(id: &str) -> Option<&'static str> {
        SHIPPED.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
    }

    /// One of the policies that ship with the program; none of that name.
    pub fn shipped(id: &str) -> Option<Result<Self, Vec<FaultyValue>>> {
        Some(shipped::file(id)?.and_then(|file| Self::compose(file, &BTreeMap::new(), false)))
    }

    /// The policy that ships with the program and that others start from.
    pub fn default_policy() -> Result<Self, Vec<FaultyValue>> {
        Self::compose(shipped::file(DEFAULT).unwrap_or_else(|| Ok(PolicyFile::default()))?, &BTreeMap::new(), false)
    }

    /// Every setting that has a value, in their order, and where it comes from.
    pub fn settings(&self) -> impl Iterator<Item = (Setting, &Stated, Origin)> {
        self.values.iter().map(|(setting, (stated, origin))| (*setting, stated, *origin))
    }

    pub fn value(&self, setting: Setting) -> Option<&Value> {
        self.values.get(&setting).map(|(stated, _)| &stated.value)
    }

    /// Where a setting's value comes from; none where neither the plan nor the default states it.
    pub fn origin(&self, setting: Setting) -> Option<Origin> {
        self.values.get(&setting).map(|(_, origin)| *origin)
    }

    /// A number; none where neither the plan nor the default states it.
    pub fn count(&self, setting: Setting) -> Option<u32> {
        match self.value(setting) {
            Some(Value::Count(count)) => Some(*count),
            _ => None,
        }
    }

    pub fn days(&self, setting: Setting) -> Option<DayTerm> {
        match self.value(setting) {
            Some(Value::Days(term)) => Some(*term),
            _ => None,
        }
    }

    /// The public notices 公示 before a risk is marked as eliminated, one after another.
    pub fn elimination_notices(&self) -> &[DayTerm] {
        match self.value(Setting::EliminationNoticeDays) {
            Some(Value::DayTerms(terms)) => terms,
            _ => &[],
        }
    }

    /// The next day of the monthly report, today included; none where the plan names none.
    pub fn next_report_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        let day = self.count(Setting::ReportDay)?;
        let this_month = today.with_day(day)?;
        if today <= this_month { Some(this_month) } else { Month::of(today).plus(1).first_day().with_day(day) }
    }

    /// The public holidays of the years that have a table.
    pub fn holidays(&self) -> &Holidays {
        static NONE: Holidays = Holidays::new();
        match self.value(Setting::PublicHolidays) {
            Some(Value::Holidays(years)) => years,
            _ => &NONE,
        }
    }

    /// The last day of a term that begins on the day after `day`.
    pub fn end_of(&self, term: DayTerm, day: NaiveDate) -> TermEnd {
        term.after(day, self.holidays())
    }

    /// The kinds of measures that are meant for a risk; none where the plan names none, so that any will do.
    pub fn measures_for(&self, risk: RiskType) -> Option<&[MeasureKind]> {
        match self.value(Setting::TargetedMeasures) {
            Some(Value::Targets(targets)) => targets.get(&risk).map(Vec::as_slice),
            _ => None,
        }
    }

    /// Looking back, an income at the line or under it is not met; else the line is a reference only.
    pub fn is_bar(&self, purpose: Purpose) -> bool {
        match purpose {
            Purpose::Floor => true,
            Purpose::LookBack => matches!(self.value(Setting::LookBackAbove), Some(Value::Flag(true))),
            Purpose::Inclusion => false,
        }
    }

    /// Whether the household must have agreed.
    pub fn needs_consent(&self) -> bool {
        matches!(self.value(Setting::Consent), Some(Value::Flag(true)))
    }

    pub fn no_labour(&self) -> NoLabour {
        match self.value(Setting::NoLabour) {
            Some(Value::NoLabour(rule)) => *rule,
            _ => NoLabour::NoRule,
        }
    }

    /// Who counts as a member of a household; none where neither the plan nor the default states it.
    pub fn member_rule(&self) -> Option<MemberRule> {
        match self.value(Setting::MemberRule) {
            Some(Value::MemberRule(rule)) => Some(*rule),
            _ => None,
        }
    }

    /// The line of a purpose for a year; where a plan has none for looking back, that of inclusion.
    pub fn line(&self, purpose: Purpose, year: i32) -> Option<YearLine> {
        match self.value(self.line_setting(purpose)) {
            Some(Value::Line(line)) => line.of_year(year),
            _ => None,
        }
    }

    /// The setting that holds the line of a purpose: that of inclusion where looking back has none of its own.
    pub fn line_setting(&self, purpose: Purpose) -> Setting {
        let own = purpose.line_setting();
        let is_open = purpose == Purpose::LookBack && self.value(own).is_none();
        if is_open { Purpose::Inclusion.line_setting() } else { own }
    }

    /// How income is computed for a purpose; the floor is held against what inclusion is.
    pub fn formula(&self, purpose: Purpose) -> IncomeFormula {
        let setting = match purpose {
            Purpose::LookBack => Setting::LookBackFormula,
            Purpose::Inclusion | Purpose::Floor => Setting::InclusionFormula,
        };
        match self.value(setting) {
            Some(Value::Formula(formula)) => *formula,
            _ => IncomeFormula::Net,
        }
    }

    pub fn window(&self) -> WindowKind {
        match self.value(Setting::IncomeWindow) {
            Some(Value::Window(kind)) => *kind,
            _ => WindowKind::Rolling12,
        }
    }

    /// The reasons for a fall that the plan knows.
    pub fn fall_reasons(&self) -> &[FallReason] {
        match self.value(Setting::FallReasons) {
            Some(Value::Reasons(reasons)) => reasons,
            _ => &[],
        }
    }

    /// Sources of income that are preset as not counting.
    pub fn uncounted_sources(&self) -> &[IncomeSource] {
        match self.value(Setting::UncountedSources) {
            Some(Value::Sources(sources)) => sources,
            _ => &[],
        }
    }

    pub fn warnings(&self) -> WarningThresholds {
        let count = |setting| i64::from(self.count(setting).unwrap_or_default());
        WarningThresholds {
            wage_below_yuan: count(Setting::WageBelowYuan),
            jump_factor: count(Setting::JumpFactor).max(1),
        }
    }

    /// How many must take part in a verification 入户核实.
    pub fn verifiers(&self) -> usize {
        usize::try_from(self.count(Setting::Verifiers).unwrap_or(1)).unwrap_or(1)
    }

    /// Two policies with the same fingerprint give the same due dates and the same alerts.
    pub fn fingerprint(&self) -> String {
        let values: Vec<_> = Setting::ALL.iter().filter_map(|setting| Some((setting, self.value(*setting)?))).collect();
        let groups: Vec<_> = self.groups.iter().map(|group| (&group.id, group.rule)).collect();
        format!("{RULES_VERSION}:{:?}:{values:?}:{groups:?}", self.cadences)
    }
}

impl Purpose {
    /// The setting that holds its line.
    pub const fn line_setting(self) -> Setting {
        match self {
            Self::Inclusion => Setting::InclusionLine,
            Self::LookBack => Setting::LookBackLine,
            Self::Floor => Setting::Floor,
        }
    }
}

/// A plan's steps, and those of the default for kinds of procedures that it says nothing of.
fn steps_over(plan: Vec<StepRule>, default: Vec<StepRule>) -> Vec<StepRule> {
    let is_open = |kind: &ProcedureKind| !plan.iter().any(|rule| rule.of.contains(kind));
    let of_default = default.into_iter().map(|mut rule| {
        rule.of.retain(is_open);
        rule
    });
    let of_default: Vec<StepRule> = of_default.filter(|rule| !rule.of.is_empty()).collect();
    plan.into_iter().chain(of_default).collect()
}

#[cfg(test)]
mod tests;
