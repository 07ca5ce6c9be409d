//! Which of the plan's groups a household is in: by what is on file, by hand, or not known. A household of which something
//! is missing is not said to be outside.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::attestation::AttestedMatter;
use crate::domain::case::Case;
use crate::domain::class::HouseholdClass;
use crate::domain::clue::ClueSource;
use crate::domain::codes::coded;
use crate::domain::facts::{HouseholdFact, NONE};
use crate::domain::fall_reason::FallReason;
use crate::domain::household::Member;
use crate::domain::income::IncomeItem;
use crate::domain::income_change::IncomeChange;
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::policy::{GroupRule, KeyGroup, Purpose, Setting};
use crate::domain::rough_date::RoughDate;
use crate::domain::visit::LifeChange;
use crate::domain::window_income::AgainstLine;

/// 近两年 and *new* [inf: within so many months of the day].
const NEW_ALLOWANCE_MONTHS: u32 = 24;
const NEW_MONTHS: u32 = 12;
/// 一户多残, and students beyond compulsory schooling [inf: many].
const MANY: usize = 2;
/// 务工收入占比高 [inf], in percent of the window's net income.
const HIGH_WAGE_PERCENT: i64 = 50;
/// From this age on schooling may be beyond the compulsory.
const YOUNGEST_STUDENT: u32 = 15;
/// 因病因灾因意外
const HARDSHIPS: [RiskType; 3] = [RiskType::Illness, RiskType::NaturalDisaster, RiskType::Accident];
/// Below this age nobody is counted as labour.
const WORKING_AGE: u32 = 16;

coded! {
    /// How a household stands to a group. What is outside by what is on file is not told.
    GroupFound {
        /// By what is on file.
        Inside = "inside",
        /// By what is on file, and of those that the plan names in particular 特别是.
        Especially = "especially",
        /// Somebody says so, and nothing on file does.
        ByHand = "by_hand",
        /// Somebody says that it is not, whatever is on file.
        Outside = "by_hand_outside",
        /// Something is missing on file.
        Unknown = "unknown",
    }
}

coded! {
    /// What is missing on file, so that nobody knows whether a household is in a group.
    GroupWanting {
        /// How many people they are.
        Population = "population",
        /// Some of the people are not on file by name.
        Members = "members",
        HouseholdType = "household_type",
        /// The head count, or months of the window.
        Income = "income",
        /// Months of the window or of the year before it.
        IncomeBefore = "income_before",
        /// The plan names no percent.
        Percent = "percent",
        Support = "support",
        Allowance = "allowance",
        AllowanceSince = "allowance_since",
        AllowanceApplied = "allowance_applied",
        Disability = "disability",
        DisabilityGrade = "disability_grade",
        SevereIllness = "severe_illness",
        ChronicIllness = "chronic_illness",
        Schooling = "schooling",
        Labour = "labour",
        /// Whether the work that pays the wages is stable.
        WorkStability = "work_stability",
        /// A visit of the last twelve months that asked what has changed.
        Visit = "visit",
        /// What the illness or the disaster of a visit cost.
        Spending = "spending",
    }
}

impl GroupFound {
    pub const fn is_inside(self) -> bool {
        !matches!(self, Self::Unknown | Self::Outside)
    }
}

/// One group that a household is in, or perhaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupStanding {
    /// The group's name within the plan.
    pub group: String,
    pub found: GroupFound,
    /// Where it is not known: the first that is missing.
    pub wanting: Option<GroupWanting>,
}

/// The groups that a household of the list is in, or perhaps, in the plan's order.
pub fn groups(case: &Case<'_>) -> Vec<GroupStanding> {
    if case.stretch().is_none_or(|stretch| !stretch.active) {
        return Vec::new();
    }
    case.policy.groups.iter().filter_map(|group| standing(case, group)).collect()
}

/// How the household stands to a group; none: outside.
fn standing(case: &Case<'_>, group: &KeyGroup) -> Option<GroupStanding> {
    let mark = case.group_marks.iter().rfind(|mark| mark.group_id == group.id).map(|mark| mark.inside);
    let (is_inside, especially) = computed(case, group.rule);
    let (found, wanting) = match (mark, is_inside) {
        (Some(false), _) => (GroupFound::Outside, None),
        (_, Ok(true)) if especially => (GroupFound::Especially, None),
        (_, Ok(true)) => (GroupFound::Inside, None),
        (Some(true), _) => (GroupFound::ByHand, None),
        (None, Ok(false)) => return None,
        (None, Err(wanting)) => (GroupFound::Unknown, Some(wanting)),
    };
    Some(GroupStanding { group: group.id.clone(), found, wanting })
}

/// A yes or a no, or what is missing to say so.
type Known = Result<bool, GroupWanting>;

/// Inside or not, or what is missing; and whether it is of those that the plan names in particular.
type Computed = (Known, bool);

fn computed(case: &Case<'_>, rule: GroupRule) -> Computed {
    let plain = |is_inside| (is_inside, false);
    match rule {
        GroupRule::OutOfPoverty => out_of_poverty(case),
        GroupRule::BelowLine => plain(match case.against(Purpose::Inclusion, case.window()).0 {
            AgainstLine::Below => Ok(true),
            AgainstLine::At | AgainstLine::Above => Ok(false),
            AgainstLine::Unknown => Err(GroupWanting::Income),
        }),
        GroupRule::IncomeFallen => plain(income_fallen(case)),
        GroupRule::DispersedSupport => {
            (any_member(case, GroupWanting::Support, Member::is_supported_dispersed), persons(case) == Some(1))
        }
        GroupRule::MinimumAllowance => minimum_allowance(case),
        GroupRule::Disability => disability(case),
        GroupRule::ManyStudents => plain(many_students(case)),
        GroupRule::UnstableWage => plain(unstable_wage(case)),
        GroupRule::Shock => plain(shock(case)),
        // What other burdens there are somebody says.
        GroupRule::Burdened => plain(Ok(![NONE, ""].contains(&case.household.fact(HouseholdFact::DwellingScheme)))),
        GroupRule::SevereIllness => plain(any_member(case, GroupWanting::SevereIllness, Member::is_severely_ill)),
        GroupRule::ChronicIllness => plain(any_member(case, GroupWanting::ChronicIllness, Member::is_chronically_ill)),
        GroupRule::SevereDisability => plain(severe_disability(case)),
        GroupRule::NewAllowance => plain(new_allowance(case)),
        GroupRule::NoLabour => plain(no_labour(case)),
        GroupRule::SelfReported => plain(Ok(has_clue(case, &[ClueSource::SelfReport]))),
        GroupRule::Warned => plain(Ok(has_clue(case, &[ClueSource::Department, ClueSource::BigData]))),
        // Nothing on file is wanting: it is for somebody to say.
        GroupRule::ByHand => plain(Ok(false)),
    }
}

/// One of the members is; none of them is, where all are on file and it is known of each.
fn any_member(case: &Case<'_>, fact: GroupWanting, is: impl Fn(&Member) -> Option<bool>) -> Known {
    let of = || case.members.iter().map(&is);
    match members_wanting(case) {
        _ if of().any(|it| it == Some(true)) => Ok(true),
        Some(0) if of().all(|it| it == Some(false)) => Ok(false),
        Some(0) => Err(fact),
        Some(_) => Err(GroupWanting::Members),
        None => Err(GroupWanting::Population),
    }
}

/// How many of the household's people are not on file by name; none: nobody knows how many they are.
fn members_wanting(case: &Case<'_>) -> Option<usize> {
    let people = usize::try_from(persons(case)?).ok()?;
    let wanting = people.saturating_sub(case.members.len());
    // A household without anybody is one of which nobody is on file.
    Some(if case.members.is_empty() { wanting.max(1) } else { wanting })
}

fn persons(case: &Case<'_>) -> Option<u32> {
    case.people.on(case.day.told())
}

/// A day lies no longer back than so many months.
fn is_within(case: &Case<'_>, since: NaiveDate, months: u32) -> bool {
    since.checked_add_months(Months::new(months)).is_some_and(|end| !case.day.is_after(end))
}

/// The same of what may be known to the month or the year alone: not known where its first and its last day differ in it.
fn within(case: &Case<'_>, since: RoughDate, months: u32) -> Option<bool> {
    let [first, last] = [since.on, since.last_day()].map(|day| is_within(case, day, months));
    (first == last).then_some(first)
}

fn out_of_poverty(case: &Case<'_>) -> Computed {
    let kind = HouseholdLabel::from_code(case.household.fact(HouseholdFact::HouseholdType));
    let category = HouseholdLabel::from_code(case.household.fact(HouseholdFact::Category));
    let left = case.household.date(HouseholdFact::OutOfPovertyOn);
    let is_stable = case.stretch().is_some_and(|stretch| stretch.class == HouseholdClass::Stable);
    let was_poor = is_stable
        || left.is_some()
        || matches!(kind, Some(HouseholdLabel::OutOfPoverty | HouseholdLabel::StablyOutOfPoverty))
        || [kind, category].contains(&Some(HouseholdLabel::OutOfPovertyUnstable));
    let was_not = kind == Some(HouseholdLabel::General) || [kind, category].contains(&Some(HouseholdLabel::Edge));
    let is_of_this_year = left.is_some_and(|left| left.on.year() == case.day.year());
    let is_inside = if was_poor || was_not { Ok(was_poor) } else { Err(GroupWanting::HouseholdType) };
    (is_inside, is_of_this_year)
}

/// Fallen by the policy's percent; known only where all twelve months are recorded in both years.
fn income_fallen(case: &Case<'_>) -> Known {
    let percent = case.policy.count(Setting::IncomeFallPercent).ok_or(GroupWanting::Percent)?;
    let change = IncomeChange::of(case.window(), case.incomes, case.policy.formula(Purpose::Inclusion));
    let change = change.filter(|change| change.months.len() == 12).ok_or(GroupWanting::IncomeBefore)?;
    Ok(change.has_fallen_by(percent))
}

fn minimum_allowance(case: &Case<'_>) -> Computed {
    let household = case.household;
    let whole = household.facts.get(HouseholdFact::MinimumAllowance).map(|stated| stated == "yes");
    let is_recent = |since: RoughDate| within(case, since, NEW_ALLOWANCE_MONTHS);
    let applied = household.date(HouseholdFact::AllowanceAppliedOn);
    let has_applied = applied.map_or(Some(false), is_recent).ok_or(GroupWanting::AllowanceApplied);
    let of_members = any_member(case, GroupWanting::Allowance, Member::has_minimum_allowance);
    let since = household.date(HouseholdFact::MinimumAllowanceSince).filter(|_| whole != Some(false));
    let since_of_members = case.members.iter().filter_map(Member::minimum_allowance_since);
    let is_new = since.into_iter().chain(since_of_members).any(|since| is_recent(since) == Some(true));
    // That not the whole household has it does not deny that one of its members does.
    let is_inside = match (whole == Some(true), of_members, has_applied) {
        (true, _, _) | (_, Ok(true), _) | (_, _, Ok(true)) => Ok(true),
        (false, Ok(false), Ok(false)) => Ok(false),
        (false, Err(wanting), _) | (false, _, Err(wanting)) => Err(wanting),
    };
    (is_inside, is_new || has_applied == Ok(true))
}

fn disability(case: &Case<'_>) -> Computed {
    let disabled = || case.members.iter().filter(|member| member.is_disabled() == Some(true));
    let is_severe = disabled().any(|member| member.is_severely_disabled() == Some(true));
    let is_recent = |member: &Member| within(case, member.disabled_since()?, NEW_MONTHS);
    let is_new = disabled().any(|member| is_recent(member) == Some(true));
    let is_inside = any_member(case, GroupWanting::Disability, Member::is_disabled);
    (is_inside, is_severe || is_new || disabled().count() >= MANY)
}

/// A grade is wanting of those who are disabled; of others, whether they are.
fn severe_disability(case: &Case<'_>) -> Known {
    let wants_grade = |member: &Member| member.is_disabled() == Some(true) && member.is_severely_disabled().is_none();
    let fact =
        if case.members.iter().any(wants_grade) { GroupWanting::DisabilityGrade } else { GroupWanting::Disability };
    any_member(case, fact, Member::is_severely_disabled)
}

/// As many as are known; and not, where even those of whom nobody knows would not make them many.
fn many_students(case: &Case<'_>) -> Known {
    let is_student = |member: &Member| match member.school_stage(&case.day) {
        Some(stage) => Some(stage.is_beyond_compulsory()),
        // Past the age of students is past school already.
        None => member.has_completed(YOUNGEST_STUDENT, &case.day).filter(|is_of_age| !is_of_age),
    };
    let count = |is| case.members.iter().filter(|member| is_student(member) == is).count();
    let students = count(Some(true));
    if students >= MANY {
        return Ok(true);
    }
    let unknown = count(None);
    match members_wanting(case) {
        Some(wanting) if students + unknown + wanting < MANY => Ok(false),
        Some(wanting) if students + wanting < MANY => Err(GroupWanting::Schooling),
        Some(_) => Err(GroupWanting::Members),
        None => Err(GroupWanting::Population),
    }
}

/// Half of the window's income or more is wages, and a visit of the last twelve months says that work was interrupted.
/// Without such a visit how stable the work is is not known.
fn unstable_wage(case: &Case<'_>) -> Known {
    let income = case.income_of(case.window());
    if !income.is_complete() {
        return Err(GroupWanting::Income);
    }
    let (wage, net) = (income.sum_of(IncomeItem::Wage).fen(), income.net().fen());
    if wage <= 0 || wage * 100 < net * HIGH_WAGE_PERCENT {
        return Ok(false);
    }
    match has_changed(case, &[LifeChange::WorkInterrupted]) {
        Some(true) => Ok(true),
        Some(false) | None => Err(GroupWanting::WorkStability),
    }
}

/// Large spending that is not solved; or income clearly fallen, and the stated reason, the risk on file or a visit says that
/// it was an illness, a disaster or an accident. Not so where no visit of the last twelve months names one.
fn shock(case: &Case<'_>) -> Known {
    let has_hardship = has_changed(case, &[LifeChange::SeriousIllness, LifeChange::Disaster]);
    let of_window = case.fall_reasons.iter().rfind(|it| it.window_end == case.window().last);
    let is_stated = of_window.is_some_and(|it| it.reasons.contains(&FallReason::NaturalDisaster))
        || case.risks().any(|risk| HARDSHIPS.contains(&risk));
    let income_fallen = || income_fallen(case);
    if !case.unsolved_spending().is_empty() {
        return Ok(true);
    }
    match has_hardship {
        _ if is_stated && income_fallen() != Ok(false) => income_fallen(),
        Some(true) => income_fallen().and_then(|fell| if fell { Ok(true) } else { Err(GroupWanting::Spending) }),
        Some(false) => Ok(false),
        None => Err(GroupWanting::Visit),
    }
}

/// A visit of the last twelve months names one of the changes; none where no visit asked.
fn has_changed(case: &Case<'_>, changes: &[LifeChange]) -> Option<bool> {
    let asked = case.entered().filter(|visit| is_within(case, visit.visited_on, NEW_MONTHS));
    let mut asked = asked.filter(|visit| !visit.findings.changes.is_empty()).peekable();
    asked.peek()?;
    Some(asked.any(|visit| visit.findings.changes.iter().any(|change| changes.contains(change))))
}

/// A clue of one of the sources was received in the last twelve months [inf], whatever came of it.
fn has_clue(case: &Case<'_>, sources: &[ClueSource]) -> bool {
    let of_source = case.clues.iter().filter(|clue| !clue.voided && sources.contains(&clue.source));
    of_source
        .filter(|clue| case.day.is_from(clue.received_on))
        .any(|clue| is_within(case, clue.received_on, NEW_MONTHS))
}

fn new_allowance(case: &Case<'_>) -> Known {
    let household = case.household;
    let stated = household.facts.get(HouseholdFact::MinimumAllowance).ok_or(GroupWanting::Allowance)?;
    if stated != "yes" {
        return Ok(false);
    }
    let since = household.date(HouseholdFact::MinimumAllowanceSince);
    since.and_then(|since| within(case, since, NEW_MONTHS)).ok_or(GroupWanting::AllowanceSince)
}

/// Nobody of the household can work. What was attested holds; else what is said of each. Children are no labour.
fn no_labour(case: &Case<'_>) -> Known {
    if let Some(attested) = case.attested(AttestedMatter::Labour) {
        return Ok(!attested.holds);
    }
    let is_able = |member: &Member| match member.labour_capacity() {
        Some(capacity) => Some(capacity.is_able()),
        None => member.has_completed(WORKING_AGE, &case.day).filter(|is_of_age| !is_of_age),
    };
    any_member(case, GroupWanting::Labour, is_able).map(|has_labour| !has_labour)
}
