//! Which of the plan's groups a household is in: by what is on file, by hand, or not known. A household of which something
//! is missing is not said to be outside.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::attestation::AttestedMatter;
use crate::domain::case::Case;
use crate::domain::class::HouseholdClass;
use crate::domain::codes::coded;
use crate::domain::dossier::Dossier;
use crate::domain::facts::{HouseholdFact, MemberFact, NONE};
use crate::domain::fall_reason::FallReason;
use crate::domain::household::Member;
use crate::domain::income::IncomeItem;
use crate::domain::income_change::IncomeChange;
use crate::domain::label::HouseholdLabel;
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
}

/// The groups that a household of the list is in, or perhaps, in the plan's order.
pub fn groups(case: &Case<'_>) -> Vec<GroupStanding> {
    if case.stretch().is_none_or(|stretch| !stretch.active) {
        return Vec::new();
    }
    let of = |group: &KeyGroup| Some(GroupStanding { group: group.id.clone(), found: found(case, group)? });
    case.policy.groups.iter().filter_map(of).collect()
}

/// How the household stands to a group; none: outside.
fn found(case: &Case<'_>, group: &KeyGroup) -> Option<GroupFound> {
    let mark = case.group_marks.iter().rfind(|mark| mark.group_id == group.id).map(|mark| mark.inside);
    let (is_inside, especially) = computed(case, group.rule);
    match (mark, is_inside) {
        (Some(false), _) => Some(GroupFound::Outside),
        (_, Some(true)) if especially => Some(GroupFound::Especially),
        (_, Some(true)) => Some(GroupFound::Inside),
        (Some(true), _) => Some(GroupFound::ByHand),
        (None, Some(false)) => None,
        (None, None) => Some(GroupFound::Unknown),
    }
}

/// Inside or not, or not known; and whether it is of those that the plan names in particular.
type Computed = (Option<bool>, bool);

fn computed(case: &Case<'_>, rule: GroupRule) -> Computed {
    let plain = |is_inside| (is_inside, false);
    match rule {
        GroupRule::OutOfPoverty => out_of_poverty(case),
        GroupRule::BelowLine => plain(match case.against(Purpose::Inclusion, case.window()).0 {
            AgainstLine::Below => Some(true),
            AgainstLine::At | AgainstLine::Above => Some(false),
            AgainstLine::Unknown => None,
        }),
        GroupRule::IncomeFallen => plain(income_fallen(case)),
        GroupRule::DispersedSupport => (any_member(case, Member::is_supported_dispersed), persons(case) == Some(1)),
        GroupRule::MinimumAllowance => minimum_allowance(case),
        GroupRule::Disability => disability(case),
        GroupRule::ManyStudents => plain(many_students(case)),
        GroupRule::UnstableWage => plain(unstable_wage(case)),
        GroupRule::Shock => plain(shock(case)),
        // What other burdens there are somebody says.
        GroupRule::Burdened => plain(Some(![NONE, ""].contains(&case.household.fact(HouseholdFact::DwellingScheme)))),
        GroupRule::SevereIllness => plain(any_member(case, Member::is_severely_ill)),
        GroupRule::ChronicIllness => plain(any_member(case, Member::is_chronically_ill)),
        GroupRule::SevereDisability => plain(any_member(case, Member::is_severely_disabled)),
        GroupRule::NewAllowance => plain(new_allowance(case)),
        GroupRule::NoLabour => plain(no_labour(case)),
        // Nothing on file is wanting: it is for somebody to say.
        GroupRule::ByHand => plain(Some(false)),
    }
}

/// One of the members is; none of them is, where all are on file and known; else not known.
fn any_member(case: &Case<'_>, is: impl Fn(&Member) -> Option<bool>) -> Option<bool> {
    let of = || case.members.iter().map(&is);
    if of().any(|it| it == Some(true)) {
        return Some(true);
    }
    (members_wanting(case) == Some(0) && of().all(|it| it == Some(false))).then_some(false)
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
    let is_inside = if was_poor { Some(true) } else { was_not.then_some(false) };
    (is_inside, is_of_this_year)
}

/// Fallen by the policy's percent; known only where all twelve months are recorded in both years.
fn income_fallen(case: &Case<'_>) -> Option<bool> {
    let percent = case.policy.count(Setting::IncomeFallPercent)?;
    let change = IncomeChange::of(case.window(), case.incomes, case.policy.formula(Purpose::Inclusion))?;
    (change.months.len() == 12).then(|| change.has_fallen_by(percent))
}

fn minimum_allowance(case: &Case<'_>) -> Computed {
    let household = case.household;
    let whole = household.facts.get(HouseholdFact::MinimumAllowance).map(|stated| stated == "yes");
    let is_recent = |since: RoughDate| within(case, since, NEW_ALLOWANCE_MONTHS);
    let has_applied = household.date(HouseholdFact::AllowanceAppliedOn).map_or(Some(false), is_recent);
    let of_members = any_member(case, Member::has_minimum_allowance);
    let since = household.date(HouseholdFact::MinimumAllowanceSince).filter(|_| whole != Some(false));
    let since_of_members = case.members.iter().filter_map(Member::minimum_allowance_since);
    let is_new = since.into_iter().chain(since_of_members).any(|since| is_recent(since) == Some(true));
    // That not the whole household has it does not deny that one of its members does.
    let is_inside = match (whole == Some(true), of_members, has_applied) {
        (true, _, _) | (_, Some(true), _) | (_, _, Some(true)) => Some(true),
        (false, Some(false), Some(false)) => Some(false),
        (false, None, _) | (false, _, None) => None,
    };
    (is_inside, is_new || has_applied == Some(true))
}

fn disability(case: &Case<'_>) -> Computed {
    let disabled = || case.members.iter().filter(|member| member.is_disabled() == Some(true));
    let is_severe = disabled().any(|member| member.is_severely_disabled() == Some(true));
    let is_recent = |member: &Member| within(case, member.disabled_since()?, NEW_MONTHS);
    let is_new = disabled().any(|member| is_recent(member) == Some(true));
    (any_member(case, Member::is_disabled), is_severe || is_new || disabled().count() >= MANY)
}

/// As many as are known; and not, where even those of whom nobody knows would not make them many.
fn many_students(case: &Case<'_>) -> Option<bool> {
    let is_student = |member: &Member| match member.school_stage(&case.day) {
        Some(stage) => Some(stage.is_beyond_compulsory()),
        // Past the age of students is past school already.
        None => member.has_completed(YOUNGEST_STUDENT, &case.day).filter(|is_of_age| !is_of_age),
    };
    let count = |is| case.members.iter().filter(|member| is_student(member) == is).count();
    let students = count(Some(true));
    if students >= MANY {
        return Some(true);
    }
    let unknown = count(None) + members_wanting(case)?;
    (students + unknown < MANY).then_some(false)
}

/// Half of the window's income or more is wages, and a visit of the last twelve months says that work was interrupted.
/// Without such a visit how stable the work is is not known.
fn unstable_wage(case: &Case<'_>) -> Option<bool> {
    let income = case.income_of(case.window());
    if !income.is_complete() {
        return None;
    }
    let (wage, net) = (income.sum_of(IncomeItem::Wage).fen(), income.net().fen());
    if wage <= 0 || wage * 100 < net * HIGH_WAGE_PERCENT {
        return Some(false);
    }
    has_changed(case, &[LifeChange::WorkInterrupted]).filter(|was_interrupted| *was_interrupted)
}

/// Large spending that is not solved, or income clearly fallen with an illness or a disaster; not so where the latest visit
/// asked and found nothing.
fn shock(case: &Case<'_>) -> Option<bool> {
    let has_hardship = || has_changed(case, &[LifeChange::SeriousIllness, LifeChange::Disaster]);
    let of_window = case.fall_reasons.iter().rfind(|it| it.window_end == case.window().last);
    let is_by_disaster = of_window.is_some_and(|it| it.reasons.contains(&FallReason::NaturalDisaster));
    let has_fallen = || income_fallen(case) == Some(true) && (is_by_disaster || has_hardship() == Some(true));
    if !case.unsolved_spending().is_empty() || has_fallen() {
        return Some(true);
    }
    has_hardship().filter(|has| !has)
}

/// A visit of the last twelve months names one of the changes; none where no visit asked.
fn has_changed(case: &Case<'_>, changes: &[LifeChange]) -> Option<bool> {
    let asked = case.entered().filter(|visit| is_within(case, visit.visited_on, NEW_MONTHS));
    let mut asked = asked.filter(|visit| !visit.findings.changes.is_empty()).peekable();
    asked.peek()?;
    Some(asked.any(|visit| visit.findings.changes.iter().any(|change| changes.contains(change))))
}

fn new_allowance(case: &Case<'_>) -> Option<bool> {
    let household = case.household;
    match household.facts.get(HouseholdFact::MinimumAllowance)? {
        "yes" => {
            let since = household.date(HouseholdFact::MinimumAllowanceSince)?;
            within(case, since, NEW_MONTHS)
        }
        _ => Some(false),
    }
}

/// Nobody of the household can work. What was attested holds; else what is said of each. Children are no labour.
fn no_labour(case: &Case<'_>) -> Option<bool> {
    if let Some(attested) = case.attested(AttestedMatter::Labour) {
        return Some(!attested.holds);
    }
    let is_able = |member: &Member| match member.labour_capacity() {
        Some(capacity) => Some(capacity.is_able()),
        None => member.has_completed(WORKING_AGE, &case.day).filter(|is_of_age| !is_of_age),
    };
    any_member(case, is_able).map(|has_labour| !has_labour)
}

/// The members that a rule is about; empty where it is about the household.
pub fn persons_of(dossier: &Dossier, rule: GroupRule) -> Vec<String> {
    let Some((is, _)) = of_person(rule) else { return Vec::new() };
    let concerned = dossier.members.iter().filter(|member| is(member) == Some(true));
    concerned.map(|member| member.fact(MemberFact::Name).to_owned()).collect()
}

/// Since when, as it is on file: the earliest of the persons', else the household's.
pub fn since_of(dossier: &Dossier, rule: GroupRule) -> Option<String> {
    let of_household = match rule {
        GroupRule::NewAllowance | GroupRule::MinimumAllowance => Some(HouseholdFact::MinimumAllowanceSince),
        GroupRule::OutOfPoverty => Some(HouseholdFact::OutOfPovertyOn),
        _ => None,
    };
    let is_denied = dossier.household.fact(HouseholdFact::MinimumAllowance) == NONE;
    let of_household = of_household.filter(|fact| *fact != HouseholdFact::MinimumAllowanceSince || !is_denied);
    let of_household = of_household.and_then(|fact| dossier.household.facts.get(fact)).map(str::to_owned);
    let of_persons = || {
        let (is, since) = of_person(rule)?;
        let concerned = dossier.members.iter().filter(|member| is(member) == Some(true));
        // Of canonical dates the earlier sorts first.
        concerned.filter_map(|member| member.facts.get(since)).min().map(str::to_owned)
    };
    of_household.or_else(of_persons)
}

type OfPerson = fn(&Member) -> Option<bool>;

/// How a rule looks at a person, and the fact that dates it.
fn of_person(rule: GroupRule) -> Option<(OfPerson, MemberFact)> {
    Some(match rule {
        GroupRule::SevereIllness => (Member::is_severely_ill, MemberFact::SevereIllnessSince),
        GroupRule::ChronicIllness => (Member::is_chronically_ill, MemberFact::ChronicIllnessSince),
        GroupRule::Disability => (Member::is_disabled, MemberFact::DisabilitySince),
        GroupRule::SevereDisability => (Member::is_severely_disabled, MemberFact::DisabilitySince),
        GroupRule::DispersedSupport => (Member::is_supported_dispersed, MemberFact::SupportedSince),
        GroupRule::MinimumAllowance => (Member::has_minimum_allowance, MemberFact::MinimumAllowanceSince),
        GroupRule::OutOfPoverty
        | GroupRule::BelowLine
        | GroupRule::IncomeFallen
        | GroupRule::ManyStudents
        | GroupRule::UnstableWage
        | GroupRule::Shock
        | GroupRule::Burdened
        | GroupRule::NewAllowance
        | GroupRule::NoLabour
        | GroupRule::ByHand => return None,
    })
}
