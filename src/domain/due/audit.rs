//! The audit of what is on file: what cannot be right, or is right so seldom that somebody should look. Nothing is
//! changed by it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::audit_finding::{AuditFinding, AuditKind, BETWEEN_LABELS, fingerprint};
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::household::{Household, Member};
use crate::domain::id::HouseholdId;
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::mask::{mask_id, mask_phone};
use crate::domain::money::Money;
use crate::domain::month::{Month, add_months};
use crate::domain::phone::is_phone;
use crate::domain::policy::{Policy, ProcedureKind, Setting};
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

/// Who has a number: the household, the place among its members, the name.
type Person = (HouseholdId, Option<usize>, String);

/// Collects what is found, household by household, and then what is of several.
#[derive(Debug)]
pub struct Audit<'p> {
    policy: &'p Policy,
    today: NaiveDate,
    findings: Vec<AuditFinding>,
    ids: BTreeMap<String, Vec<Person>>,
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
                for (household_id, member, name) in &persons {
                    let subject = format!("{name} {}", mask_id(&number));
                    let rests_on = format!("{number} {persons:?}");
                    let of = (*household_id, *member);
                    self.add_of(AuditKind::IdTwice, of, subject, &rests_on, Some(persons.len()));
                }
            }
        }
        let most = self.policy.count(Setting::MostVisitsADay).map_or(usize::MAX, |most| most as usize);
        for ((day, visitor), households) in std::mem::take(&mut self.days) {
            if households.len() > most {
                self.add_of_several(AuditKind::TooManyVisits, format!("{visitor} {day}"), households);
            }
        }
        for (note, households) in std::mem::take(&mut self.notes) {
            if households.len() >= SHARED_BY {
                self.add_of_several(AuditKind::SameNote, note, households);
            }
        }
        self.findings.sort_by_key(|finding| finding.kind);
        self.findings
    }

    /// The category on file is another than the one that follows from the register and the line of a year.
    pub fn contradicts(&mut self, household_id: HouseholdId, [on_file, proposed]: [HouseholdLabel; 2], year: i32) {
        let subject = format!("{}{BETWEEN_LABELS}{}", on_file.code(), proposed.code());
        let rests_on = format!("{subject} {year}");
        self.add_of(AuditKind::CategoryContradicts, (household_id, None), subject, &rests_on, None);
    }

    /// A procedure is under way that leads where the household stands already, or cannot come: a roster, or somebody by
    /// hand, changed its status meanwhile.
    pub fn procedure_contradicts(&mut self, household_id: HouseholdId, kind: ProcedureKind) {
        self.add(AuditKind::ProcedureContradicts, household_id, kind.code().to_owned(), None);
    }

    /// What rests on nothing but what it shows.
    fn add(&mut self, kind: AuditKind, household_id: HouseholdId, subject: String, count: Option<usize>) {
        let rests_on = subject.clone();
        self.add_of(kind, (household_id, None), subject, &rests_on, count);
    }

    fn add_of(
        &mut self,
        kind: AuditKind,
        (household_id, member): (HouseholdId, Option<usize>),
        subject: String,
        rests_on: &str,
        count: Option<usize>,
    ) {
        let (household_id, fingerprint) = (Some(household_id), fingerprint(rests_on));
        self.findings.push(AuditFinding {
            kind,
            household_id,
            households: Vec::new(),
            member,
            subject,
            fingerprint,
            count,
        });
    }

    fn add_of_several(&mut self, kind: AuditKind, subject: String, households: BTreeSet<HouseholdId>) {
        let households: Vec<HouseholdId> = households.into_iter().collect();
        let (count, fingerprint) = (Some(households.len()), fingerprint(&format!("{subject} {households:?}")));
        let (household_id, member) = (None, None);
        self.findings.push(AuditFinding { kind, household_id, households, member, subject, fingerprint, count });
    }

    /// The number of each person: of the members, where they are known.
    fn persons(&mut self, of: Audited<'_>) {
        let household = of.household;
        if of.members.is_empty() {
            let (name, number) = (household.fact(HouseholdFact::Name), household.fact(HouseholdFact::IdNumber));
            self.person((household.id, None, name), number, None);
        }
        for (place, member) in of.members.iter().enumerate() {
            let born = RoughDate::parse(member.fact(MemberFact::BornOn)).ok();
            let born = born.filter(|born| born.precision == Precision::Day).map(|born| born.on);
            let of = (household.id, Some(place), member.fact(MemberFact::Name));
            self.person(of, member.fact(MemberFact::IdNumber), born);
        }
        let phone = household.fact(HouseholdFact::Phone);
        if !phone.is_empty() && !phone.split(['/', '、', ',', '，', ';', '；']).all(is_phone) {
            self.add_of(AuditKind::PhoneImpossible, (household.id, None), mask_phone(phone), phone, None);
        }
    }

    fn person(
        &mut self,
        (household_id, member, name): (HouseholdId, Option<usize>, &str),
        number: &str,
        born: Option<NaiveDate>,
    ) {
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
            let rests_on = format!("{name} {number} {born:?}");
            self.add_of(kind, (household_id, member), format!("{name} {}", mask_id(number)), &rests_on, None);
        }
        self.ids.entry(number.to_owned()).or_default().push((household_id, member, name.to_owned()));
    }

    /// Who belongs to it.
    fn family(&mut self, of: Audited<'_>) {
        let (id, members) = (of.household.id, of.members);
        if members.is_empty() {
            return;
        }
        let heads = members.iter().filter(|member| member.is_head()).count();
        match heads {
            0 => self.add_of(AuditKind::NoHead, (id, None), String::new(), &said(members, MemberFact::Relation), None),
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
                let rests_on = household.fact(HouseholdFact::IdentifiedOn);
                self.add_of(AuditKind::EliminatedWithoutDate, (household.id, None), String::new(), rests_on, None);
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
        for (place, member) in of.members.iter().enumerate() {
            let is_of_school_age = member.age_on(today).is_some_and(|age| SCHOOL_AGES.contains(&age));
            if is_of_school_age && member.fact(MemberFact::Schooling).is_empty() {
                let name = member.fact(MemberFact::Name).to_owned();
                self.add_of(AuditKind::SchoolingMissing, (id, Some(place)), name.clone(), &name, None);
            }
        }
        let risks = of.household.fact(HouseholdFact::Risks);
        let has_risk = |risk: RiskType| risks.split(',').any(|it| it == risk.code());
        let all_say = |fact| !of.members.is_empty() && of.members.iter().all(|member| !member.fact(fact).is_empty());
        let is_healthy = |member: &Member| {
            let health = member.fact(MemberFact::Health);
            health.contains("健康") && !health.contains("不健康") && !health.contains("亚健康")
        };
        if has_risk(RiskType::Illness) && all_say(MemberFact::Health) && of.members.iter().all(is_healthy) {
            let rests_on = format!("{risks} {}", said(of.members, MemberFact::Health));
            self.add_of(AuditKind::NobodyIll, (id, None), String::new(), &rests_on, None);
        }
        let is_able = |member: &Member| {
            let labour = member.fact(MemberFact::Labour);
            !["无", "丧失", "弱", "半"].iter().any(|word| labour.contains(word))
        };
        if all_say(MemberFact::Labour) && !of.members.iter().any(is_able) && !has_risk(RiskType::LackOfLabour) {
            let rests_on = format!("{risks} {}", said(of.members, MemberFact::Labour));
            self.add_of(AuditKind::NobodyAble, (id, None), String::new(), &rests_on, None);
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

/// What the members say of a fact.
fn said(members: &[Member], fact: MemberFact) -> String {
    members.iter().map(|member| format!("{} {}", member.fact(MemberFact::Name), member.fact(fact))).collect()
}
