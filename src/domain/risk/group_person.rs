//! Whom of a household a group's rule is about, and since when.

use crate::domain::dossier::Dossier;
use crate::domain::facts::{HouseholdFact, MemberFact, NONE};
use crate::domain::household::Member;
use crate::domain::policy::GroupRule;

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
        | GroupRule::SelfReported
        | GroupRule::Warned
        | GroupRule::ByHand => return None,
    })
}
