//! The visits of the demo: a rhythm by class and habit, with every answer somewhere.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::domain::checks::{
    Check, CheckAnswer, Finding, HousingGrade, WaterIndicator, WaterLevel, WaterSource, water_answer,
};
use crate::domain::class::{HouseholdClass, derive_class};
use crate::domain::facts::{HouseholdFact, MemberFact};
use crate::domain::household::{Household, Member};
use crate::domain::income::{Amounts, IncomeItem, IncomeSource, SourceLine};
use crate::domain::money::Amount;
use crate::domain::month::Month;
use crate::domain::problem::ProblemState;
use crate::domain::spending::{SpendingKind, SpendingLine};
use crate::domain::visit::{
    Findings, LifeChange, PersonMet, Signature, SignatureKind, VisitMode, VisitOutcome, VisitPurpose,
};
use crate::domain::visit_entry::{IncomeEntry, ProblemEntry, VisitEntry};

use super::{Cast, Habit, MONTHS, Sketch};

/// The entries of a household, oldest first, and the hour at which each was written down.
pub(super) fn entries(
    cast: &Cast,
    sketch: &Sketch,
    household: &Household,
    members: &[Member],
) -> Vec<(VisitEntry, u32)> {
    let class = derive_class(&household.facts).unwrap_or(HouseholdClass::General);
    let every = match class {
        HouseholdClass::Unresolved => 1,
        HouseholdClass::Eliminated => 5,
        HouseholdClass::Stable => 9,
        HouseholdClass::General => 7,
    };
    let last = match (sketch.habit, class) {
        (Habit::Never, _) => return Vec::new(),
        (Habit::UpToDate, _) => 0,
        (Habit::DueNow, HouseholdClass::Unresolved | HouseholdClass::General) => 1,
        (Habit::DueNow, HouseholdClass::Eliminated) => 6,
        (Habit::DueNow, HouseholdClass::Stable) => 12,
        (Habit::Late, HouseholdClass::Unresolved) => 3,
        (Habit::Late, HouseholdClass::Eliminated) => 8,
        (Habit::Late, _) => 14,
    };
    let visited = (last..=MONTHS).filter(|ago| (ago - last) % every == 0).rev();
    let hour = 10 + u32::try_from(sketch.number % 8).unwrap_or(0);
    visited.filter_map(|ago| Some((entry(cast, sketch, household, members, ago)?, hour))).collect()
}

fn entry(cast: &Cast, sketch: &Sketch, household: &Household, members: &[Member], ago: u32) -> Option<VisitEntry> {
    let turn = sketch.number * 5 + ago as usize;
    let visited_on = sketch.day_of_month(ago, 0)?;
    let nobody = turn % 23 == 9 && ago > 1;
    // The other ways of keeping in touch stand beside visits, not in their place.
    let mode = if turn % 19 == 4 && ago > 2 { VisitMode::ALL[1 + turn / 19 % 4] } else { VisitMode::Home };
    let head = members.iter().find(|member| member.is_head())?;
    let met = if turn % 6 == 5 { members.last().unwrap_or(head) } else { head };
    let contact = household.fact(HouseholdFact::Contact).to_owned();
    let mut visitors = vec![contact];
    let purpose = *sketch.pick(VisitPurpose::ALL, if turn.is_multiple_of(4) { turn } else { 0 });
    if turn % 9 == 2 || purpose == VisitPurpose::Verification {
        visitors.extend(cast.contacts.iter().find(|name| **name != visitors[0]).cloned());
    }
    let common = VisitEntry {
        household_id: household.id,
        visited_on,
        purpose: Some(purpose),
        mode: Some(mode),
        outcome: if nobody { VisitOutcome::NobodyMet } else { VisitOutcome::Met },
        visitors,
        met: None,
        findings: Findings::default(),
        income: None,
        problems: Vec::new(),
        closings: Vec::new(),
        known_that_day: Vec::new(),
        note: if nobody { cast.note_nobody.clone().into() } else { String::new().into() },
    };
    if nobody {
        return Some(common);
    }
    let findings = findings(cast, turn, ago);
    let problems = problems(cast, sketch, &findings, visited_on, ago);
    Some(VisitEntry {
        met: Some(PersonMet {
            member_id: Some(met.id),
            name: met.fact(MemberFact::Name).to_owned().into(),
            relation: met.fact(MemberFact::Relation).to_owned(),
        }),
        income: income(cast, sketch, visited_on, turn),
        note: if turn % 5 == 1 { cast.note_home.clone().into() } else { String::new().into() },
        findings,
        problems,
        ..common
    })
}

fn findings(cast: &Cast, turn: usize, ago: u32) -> Findings {
    // On some visits there was only time for a word at the door.
    if turn % 29 == 3 {
        return Findings::default();
    }
    let water = water(turn);
    let mut checks = BTreeMap::new();
    for (place, check) in Check::ALL.iter().copied().enumerate() {
        let answer = match check {
            Check::Water => water_answer(&water),
            Check::Education if turn.is_multiple_of(3) => CheckAnswer::NotApplicable,
            _ => match (turn + place * 7) % 31 {
                2 | 11 => CheckAnswer::AtRisk,
                19 if ago > 4 => CheckAnswer::NotSecured,
                25 => CheckAnswer::NotChecked,
                _ => CheckAnswer::Secured,
            },
        };
        let note =
            if answer.needs_note() { cast.notes.get(&check).cloned().unwrap_or_default() } else { String::new() };
        checks.insert(check, Finding { answer, note });
    }
    let signature = SignatureKind::ALL[if turn.is_multiple_of(8) { turn / 8 % 4 } else { turn % 2 }];
    let reason = if signature == SignatureKind::NotSigned { cast.signature_reason.clone() } else { String::new() };
    let change = LifeChange::ALL[if turn % 4 == 2 { turn / 4 % 9 } else { 8 }];
    Findings {
        checks,
        housing_grade: Some(HousingGrade::ALL[if turn.is_multiple_of(7) { turn / 7 % 5 } else { turn % 2 }]),
        water,
        water_source: Some(WaterSource::ALL[if turn.is_multiple_of(5) { turn / 5 % 7 } else { 0 }]),
        changes: vec![change],
        population_change: (change == LifeChange::Population).then_some(1),
        spending: spending(turn),
        policies_due: if turn % 17 == 8 { cast.policies_due.clone() } else { String::new() },
        requests: if turn % 11 == 6 {
            cast.requests[turn % cast.requests.len()].clone().into()
        } else {
            String::new().into()
        },
        signature: Some(Signature { kind: signature, reason }),
        ..Findings::default()
    }
}

fn spending(turn: usize) -> Vec<SpendingLine> {
    let line = |kind| SpendingLine {
        kind,
        amount: Amount::from_fen(i64::try_from(turn % 9 + 3).unwrap_or(3) * 100_000).ok(),
        solved: Some(turn.is_multiple_of(2)),
    };
    if turn % 13 == 5 { vec![line(SpendingKind::ALL[turn % 5])] } else { Vec::new() }
}

fn water(turn: usize) -> BTreeMap<WaterIndicator, WaterLevel> {
    let level = |place: usize| match (turn + place * 5) % 37 {
        4 => WaterLevel::NotMet,
        9 | 21 => WaterLevel::NotChecked,
        12 | 16 | 30 => WaterLevel::MostlyMet,
        _ => WaterLevel::Met,
    };
    WaterIndicator::ALL.iter().copied().enumerate().map(|(place, indicator)| (indicator, level(place))).collect()
}

fn problems(cast: &Cast, sketch: &Sketch, findings: &Findings, visited_on: NaiveDate, ago: u32) -> Vec<ProblemEntry> {
    let troubled = findings.checks.iter().filter(|(_, finding)| finding.answer.needs_note()).take(1);
    let problem = |(check, _): (&Check, &Finding)| ProblemEntry {
        id: None,
        what: cast.problems.get(check).cloned().unwrap_or_default(),
        check: Some(*check),
        unit: sketch.pick(&cast.units, ago as usize).clone(),
        deadline: visited_on.checked_add_days(Days::new(30)),
        state: if ago > 2 { ProblemState::SolvedOnTheSpot } else { ProblemState::Open },
    };
    troubled.map(problem).collect()
}

/// The month's income: a household's own level, a season, and now and then a month not asked.
fn income(cast: &Cast, sketch: &Sketch, visited_on: NaiveDate, turn: usize) -> Option<IncomeEntry> {
    if turn % 10 == 7 {
        return None;
    }
    let month = Month::of(visited_on);
    let season = [6, 5, 8, 9, 10, 10, 11, 12, 12, 10, 9, 7][month.number() as usize - 1];
    let yuan = |base: usize| i64::try_from(base * season / 10).unwrap_or(0) * 100;
    let level = 900 + sketch.number % 11 * 210;
    let fen = [
        (IncomeItem::Wage, yuan(level)),
        (IncomeItem::BusinessGross, yuan(sketch.number % 5 * 130)),
        (IncomeItem::BusinessCost, yuan(sketch.number % 5 * 40)),
        (IncomeItem::Property, if sketch.number.is_multiple_of(4) { 8_050 } else { 0 }),
        (IncomeItem::Transfer, 12_300 + i64::try_from(sketch.number % 3).unwrap_or(0) * 9_000),
        (IncomeItem::OutOfPocket, if turn.is_multiple_of(13) { 86_040 } else { 0 }),
    ];
    let amounts: Amounts =
        fen.into_iter().filter_map(|(item, fen)| Some((item, Amount::from_fen(fen).ok()?))).collect();
    let source = IncomeSource::ALL[(sketch.number + turn % 2) % IncomeSource::ALL.len()];
    let away = matches!(source, IncomeSource::MigrantWork | IncomeSource::Workshop | IncomeSource::PublicPost);
    let item = match source {
        IncomeSource::Crops | IncomeSource::Livestock => IncomeItem::BusinessGross,
        IncomeSource::Solar | IncomeSource::LandTransfer => IncomeItem::Property,
        IncomeSource::MinimumAllowance | IncomeSource::Pension => IncomeItem::Transfer,
        _ => IncomeItem::Wage,
    };
    let sources = vec![SourceLine {
        source,
        detail: if away { sketch.pick(&cast.places, turn).clone() } else { String::new() },
        amount: amounts.get(&item).copied(),
        counts: true,
    }];
    Some(IncomeEntry { month, amounts, sources })
}
