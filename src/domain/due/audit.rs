//! The audit of what is on file: what cannot be right, or is right so seldom that somebody should look. Nothing is
//! changed by it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::codes::coded;
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::household::{Household, Member};
use crate::domain::id::HouseholdId;
use crate::domain::label::RiskType;
use crate::domain::mask::{mask_id, mask_phone};
use crate::domain::money::Money;
use crate::domain::month::{Month, add_months};
use crate::domain::phone::is_phone;
use crate::domain::policy::{Policy, Setting};
use crate::domain::resident_id::{ResidentIdFault, birth_date, check_resident_id};
use crate::domain::rough_date::{Precision, RoughDate};
use crate::domain::visit::VisitPurpose;

/// A mark of elimination so soon after identification is looked at (months).
const TOO_SOON_MONTHS: u32 = 2;
/// Ages of compulsory schooling.
const SCHOOL_AGES: std::ops::RangeInclusive<u32> = 6..=15;
/// A note that so many households share was copied; shorter ones are alike by themselves.
const SHARED_BY: usize = 5;
const NOTE_CHARS: usize = 8;
/// What rosters call a spouse.
const SPOUSE: [&str; 3] = ["配偶", "之妻", "之夫"];

coded! {
    /// What an audit finds, in the order in which it is told.
    AuditKind {
        /// 证件号码位数不对
        IdLength = "id_length",
        /// 证件号码校验位不对
        IdCheckDigit = "id_check_digit",
        /// 证件号码里的出生日期不对，或与登记的不同
        IdBirthDate = "id_birth_date",
        /// 证件号码重复
        IdTwice = "id_twice",
        /// 没有户主
        NoHead = "no_head",
        /// 户主不止一人
        TwoHeads = "two_heads",
        /// 配偶不止一人
        TwoSpouses = "two_spouses",
        /// 家庭人口数与成员数不同
        PopulationDiffers = "population_differs",
        /// 电话号码不像
        PhoneImpossible = "phone_impossible",
        /// 已消除风险，没有消除时间
        EliminatedWithoutDate = "eliminated_without_date",
        /// 消除时间早于识别时间
        EliminatedBeforeIdentified = "eliminated_before_identified",
        /// 识别后两个月内消除
        EliminatedTooSoon = "eliminated_too_soon",
        /// 6 至 15 岁没有就学情况
        SchoolingMissing = "schooling_missing",
        /// 因病，家里没有病人
        NobodyIll = "nobody_ill",
        /// 没有人有劳动能力，风险里没有缺劳动力
        NobodyAble = "nobody_able",
        /// 月工资太小
        WageTiny = "wage_tiny",
        /// 走访早于识别
        VisitBeforeIdentified = "visit_before_identified",
        /// 登记了以后月份的收入
        IncomeAhead = "income_ahead",
        /// 许多户的走访说明一模一样
        SameNote = "same_note",
        /// 一人一天走访太多户
        TooManyVisits = "too_many_visits",
        /// 一户一天有两个人分别走访
        TwoVisitors = "two_visitors",
    }
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditFinding {
    pub kind: AuditKind,
    /// None: it is of several households.
    pub household_id: Option<HouseholdId>,
    /// Whom or what it is about, numbers of persons masked.
    pub subject: String,
    /// How many, where it is counted.
    pub count: Option<usize>,
}

/// A visit as the audit looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditedVisit {
    pub visited_on: NaiveDate,
    pub purpose: Option<VisitPurpose>,
    pub visitors: Vec<String>,
    pub note: String,
}

/// The wage of a month; none where it was not asked.
pub type MonthWage = (Month, Option<Money>);

/// What is looked at of a household.
#[derive(Debug, Clone, Copy)]
pub struct Audited<'a> {
    pub household: &'a Household,
    pub members: &'a [Member],
    /// Entered by somebody and not void.
    pub visits: &'a [AuditedVisit],
    /// The months' wages that hold.
    pub wages: &'a [MonthWage],
}

/// Collects what is found, household by household, and then what is of several.
#[derive(Debug)]
pub struct Audit<'p> {
    policy: &'p Policy,
    today: NaiveDate,
    findings: Vec<AuditFinding>,
    ids: BTreeMap<String, Vec<(HouseholdId, String)>>,
    notes: BTreeMap<String, BTreeSet<HouseholdId>>,
    days: BTreeMap<(NaiveDate, String), BTreeSet<HouseholdId>>,
}

impl<'p> Audit<'p> {
    pub fn new(policy: &'p Policy, today: NaiveDate) -> Self {
        Self {
            policy,
            today,
            findings: Vec::new(),
            ids: BTreeMap::new(),
            notes: BTreeMap::new(),
            days: BTreeMap::new(),
        }
    }

    /// Looks at one household.
    pub fn look_at(&mut self, of: Audited<'_>) {
        self.persons(of);
        self.family(of);
        self.elimination(of);
        self.causes(of);
        self.income(of);
        self.visits(of);
    }

    /// Everything found, by kind, what is of several households after what is of one.
    pub fn finish(mut self) -> Vec<AuditFinding> {
        for (number, persons) in std::mem::take(&mut self.ids) {
            if persons.len() > 1 {
                for (household_id, name) in &persons {
                    let subject = format!("{name} {}", mask_id(&number));
                    self.add(AuditKind::IdTwice, *household_id, subject, Some(persons.len()));
                }
            }
        }
        let most = self.policy.count(Setting::MostVisitsADay).map_or(usize::MAX, |most| most as usize);
        for ((day, visitor), households) in &self.days {
            if households.len() > most {
                let (subject, count) = (format!("{visitor} {day}"), Some(households.len()));
                self.findings.push(AuditFinding { kind: AuditKind::TooManyVisits, household_id: None, subject, count });
            }
        }
        for (note, households) in &self.notes {
            if households.len() >= SHARED_BY {
                let count = Some(households.len());
                self.findings.push(AuditFinding {
                    kind: AuditKind::SameNote,
                    household_id: None,
                    subject: note.clone(),
                    count,
                });
            }
        }
        self.findings.sort_by_key(|finding| finding.kind);
        self.findings
    }

    fn add(&mut self, kind: AuditKind, household_id: HouseholdId, subject: String, count: Option<usize>) {
        self.findings.push(AuditFinding { kind, household_id: Some(household_id), subject, count });
    }

    /// The number of each person: of the members, where they are known.
    fn persons(&mut self, of: Audited<'_>) {
        let household = of.household;
        if of.members.is_empty() {
            let (name, number) = (household.fact(HouseholdFact::Name), household.fact(HouseholdFact::IdNumber));
            self.person(household.id, name, number, None);
        }
        for member in of.members {
            let born = RoughDate::parse(member.fact(MemberFact::BornOn)).ok();
            let born = born.filter(|born| born.precision == Precision::Day).map(|born| born.on);
            self.person(household.id, member.fact(MemberFact::Name), member.fact(MemberFact::IdNumber), born);
        }
        let phone = household.fact(HouseholdFact::Phone);
        if !phone.is_empty() && !phone.split(['/', '、', ',', '，', ';', '；']).all(is_phone) {
            self.add(AuditKind::PhoneImpossible, household.id, mask_phone(phone), None);
        }
    }

    fn person(&mut self, household_id: HouseholdId, name: &str, number: &str, born: Option<NaiveDate>) {
        if number.is_empty() {
            return;
        }
        let kind = match check_resident_id(number) {
            Err(ResidentIdFault::Unreadable) => Some(AuditKind::IdLength),
            Err(ResidentIdFault::BirthDate) => Some(AuditKind::IdBirthDate),
            Err(ResidentIdFault::CheckDigit) => Some(AuditKind::IdCheckDigit),
            Ok(()) => born.filter(|born| birth_date(number) != Some(*born)).map(|_| AuditKind::IdBirthDate),
        };
        if let Some(kind) = kind {
            self.add(kind, household_id, format!("{name} {}", mask_id(number)), None);
        }
        self.ids.entry(number.to_owned()).or_default().push((household_id, name.to_owned()));
    }

    /// Who belongs to it.
    fn family(&mut self, of: Audited<'_>) {
        let (id, members) = (of.household.id, of.members);
        if members.is_empty() {
            return;
        }
        let heads = members.iter().filter(|member| member.is_head()).count();
        match heads {
            0 => self.add(AuditKind::NoHead, id, String::new(), None),
            1 => {}
            _ => self.add(AuditKind::TwoHeads, id, names(members, Member::is_head), Some(heads)),
        }
        let is_spouse = |member: &Member| SPOUSE.contains(&member.fact(MemberFact::Relation));
        let spouses = members.iter().filter(|member| is_spouse(member)).count();
        if spouses > 1 {
            self.add(AuditKind::TwoSpouses, id, names(members, is_spouse), Some(spouses));
        }
        let population = of.household.fact(HouseholdFact::Population);
        if !population.is_empty() && population != members.len().to_string() {
            self.add(AuditKind::PopulationDiffers, id, format!("{population} ≠ {}", members.len()), None);
        }
    }

    fn elimination(&mut self, of: Audited<'_>) {
        let household = of.household;
        let (identified, eliminated) =
            (household.date(HouseholdFact::IdentifiedOn), household.date(HouseholdFact::EliminatedOn));
        let Some(eliminated) = eliminated else {
            if household.fact(HouseholdFact::RiskEliminated) == "yes" {
                self.add(AuditKind::EliminatedWithoutDate, household.id, String::new(), None);
            }
            return;
        };
        let Some(identified) = identified else { return };
        let subject = format!("{identified} → {eliminated}");
        if eliminated.last_day() < identified.on {
            self.add(AuditKind::EliminatedBeforeIdentified, household.id, subject, None);
        } else if eliminated.last_day() < add_months(identified.on, TOO_SOON_MONTHS) {
            self.add(AuditKind::EliminatedTooSoon, household.id, subject, None);
        }
    }

    /// Schooling, illness, labour: what the members say and what the risks say.
    fn causes(&mut self, of: Audited<'_>) {
        let (id, today) = (of.household.id, self.today);
        for member in of.members {
            let is_of_school_age = member.age_on(today).is_some_and(|age| SCHOOL_AGES.contains(&age));
            if is_of_school_age && member.fact(MemberFact::Schooling).is_empty() {
                self.add(AuditKind::SchoolingMissing, id, member.fact(MemberFact::Name).to_owned(), None);
            }
        }
        let has_risk = |risk: RiskType| of.household.fact(HouseholdFact::Risks).split(',').any(|it| it == risk.code());
        let all_say = |fact| !of.members.is_empty() && of.members.iter().all(|member| !member.fact(fact).is_empty());
        let is_healthy = |member: &Member| {
            let health = member.fact(MemberFact::Health);
            health.contains("健康") && !health.contains("不健康") && !health.contains("亚健康")
        };
        if has_risk(RiskType::Illness) && all_say(MemberFact::Health) && of.members.iter().all(is_healthy) {
            self.add(AuditKind::NobodyIll, id, String::new(), None);
        }
        let is_able = |member: &Member| {
            let labour = member.fact(MemberFact::Labour);
            !["无", "丧失", "弱", "半"].iter().any(|word| labour.contains(word))
        };
        if all_say(MemberFact::Labour) && !of.members.iter().any(is_able) && !has_risk(RiskType::LackOfLabour) {
            self.add(AuditKind::NobodyAble, id, String::new(), None);
        }
    }

    fn income(&mut self, of: Audited<'_>) {
        let (id, now) = (of.household.id, Month::of(self.today));
        let least = Money::from_fen(self.policy.warnings().wage_below_yuan * 100);
        for (month, wage) in of.wages {
            if *month > now {
                self.add(AuditKind::IncomeAhead, id, month.to_string(), None);
            }
            if let Some(wage) = wage.filter(|wage| *wage > Money::ZERO && *wage < least) {
                self.add(AuditKind::WageTiny, id, format!("{month} {wage}"), None);
            }
        }
    }

    fn visits(&mut self, of: Audited<'_>) {
        let id = of.household.id;
        let identified = of.household.date(HouseholdFact::IdentifiedOn);
        for visit in of.visits {
            let is_before = identified.is_some_and(|identified| visit.visited_on < identified.on);
            // Whoever is to be identified is verified before.
            if is_before && visit.purpose != Some(VisitPurpose::Verification) {
                self.add(AuditKind::VisitBeforeIdentified, id, visit.visited_on.to_string(), None);
            }
            for visitor in &visit.visitors {
                self.days.entry((visit.visited_on, visitor.clone())).or_default().insert(id);
            }
            let note = visit.note.trim();
            if note.chars().count() >= NOTE_CHARS {
                self.notes.entry(note.to_owned()).or_default().insert(id);
            }
        }
        for pair in of.visits.windows(2) {
            let apart = pair[0].visitors.iter().all(|visitor| !pair[1].visitors.contains(visitor));
            if pair[0].visited_on == pair[1].visited_on && apart {
                let who = [pair[0].visitors.as_slice(), pair[1].visitors.as_slice()].concat().join("、");
                self.add(AuditKind::TwoVisitors, id, format!("{} {who}", pair[0].visited_on), None);
            }
        }
    }
}

fn names(members: &[Member], is_one: impl Fn(&Member) -> bool) -> String {
    let of = members.iter().filter(|member| is_one(member)).map(|member| member.fact(MemberFact::Name));
    of.collect::<Vec<_>>().join("、")
}
