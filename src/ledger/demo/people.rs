//! The people of the demo. Their resident IDs use area codes 99…, which no place has.

use chrono::{Datelike, NaiveDate};

use crate::domain::facts::{Facts, HouseholdFact, MemberFact};
use crate::domain::household::{HEAD, Household, HouseholdCode, Member};
use crate::domain::id::{HouseholdId, MemberId};
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::resident_id::check_digit;

use super::{Cast, Habit, MONTHS, OF_A_CONTACT, Sketch};

/// What each of ten neighbours is called by the roster.
const LABELS: [HouseholdLabel; 10] = [
    HouseholdLabel::OutOfPovertyUnstable,
    HouseholdLabel::Edge,
    HouseholdLabel::SuddenHardship,
    HouseholdLabel::Edge,
    HouseholdLabel::OutOfPovertyUnstable,
    HouseholdLabel::Edge,
    HouseholdLabel::OutOfPovertyUnstable,
    HouseholdLabel::OutOfPoverty,
    HouseholdLabel::StablyOutOfPoverty,
    HouseholdLabel::General,
];

/// Of monitored households these have their risk eliminated.
fn is_eliminated(sketch: &Sketch) -> bool {
    matches!(sketch.number % 10, 5 | 6)
}

pub(super) fn household(cast: &Cast, sketch: &Sketch) -> Household {
    use HouseholdFact as F;
    let number = sketch.number;
    let label = LABELS[number % 10];
    let long_ago = MONTHS + 2 + u32::try_from(number % 9).unwrap_or(0);
    let identified_ago = if sketch.habit == Habit::Never { 3 } else { long_ago };
    let mut facts = Facts::default();
    // Every text below is a canonical one, so that setting it cannot fail.
    let mut set = |fact, text: &str| {
        let _ = facts.set(fact, text);
    };
    set(F::Name, &name(cast, sketch, 0));
    set(F::Township, &cast.township);
    set(F::Village, &cast.villages[number % cast.villages.len()]);
    set(F::Group, sketch.pick(&cast.groups, 3).as_str());
    set(F::Population, &member_count(sketch).to_string());
    set(F::Phone, &format!("1{}{:08}", 30 + number % 60, (10_305_070 + number * 7919) % 100_000_000));
    set(F::IdNumber, &resident_id(sketch, 0, birth(sketch, 0)));
    let villages = cast.villages.len();
    set(F::Contact, &cast.contacts[number % villages + number / (villages * OF_A_CONTACT) * villages]);
    if label.is_monitored_category() {
        set(F::Category, label.code());
        set(F::IdentifiedOn, &sketch.months_ago(identified_ago).to_string());
        set(F::RiskEliminated, if is_eliminated(sketch) { "yes" } else { "no" });
        set(F::Risks, RiskType::ALL[number / 2 % RiskType::ALL.len()].code());
    } else {
        set(F::HouseholdType, label.code());
        set(F::OutOfPovertyOn, if label == HouseholdLabel::General { "" } else { "2019" });
    }
    if is_eliminated(sketch) {
        set(F::EliminatedOn, &sketch.months_ago(MONTHS - 1).to_string());
    }
    let code = format!("9951{:014}", 20_260_000_000_usize + number * 7);
    Household {
        id: HouseholdId::fresh(),
        code: HouseholdCode::parse(&code).unwrap_or_else(|| unreachable!("digits are a code")),
        roster: Some(facts.clone()),
        facts,
        on_file_since: sketch.months_ago(MONTHS),
        counted_on: Some(sketch.months_ago(MONTHS)),
    }
}

fn member_count(sketch: &Sketch) -> usize {
    1 + sketch.number % 6
}

fn name(cast: &Cast, sketch: &Sketch, place: usize) -> String {
    let surname = if place % 3 == 1 {
        sketch.pick(&cast.surnames, place + 7).as_str()
    } else {
        &cast.surnames[sketch.number % cast.surnames.len()]
    };
    format!("{surname}{}", cast.given[(sketch.number * 3 + place * 7 + sketch.number / 20) % cast.given.len()])
}

fn birth(sketch: &Sketch, place: usize) -> NaiveDate {
    let age = [52, 49, 24, 13, 78, 75, 8][place % 7] + i32::try_from(sketch.number % 9).unwrap_or(0) - 4;
    let month = u32::try_from((sketch.number + place) % 12).unwrap_or(0) + 1;
    let day = u32::try_from((sketch.number * 5 + place) % 28).unwrap_or(0) + 1;
    NaiveDate::from_ymd_opt(sketch.today.year() - age - 1, month, day).unwrap_or(sketch.today)
}

fn resident_id(sketch: &Sketch, place: usize, born: NaiveDate) -> String {
    // Four digits of the area, and what is more than they hold in the serial number.
    let (area, serial) = (1000 + sketch.number % 9000, 101 + place * 13 + sketch.number / 9000 * 67 % 800);
    let front = format!("99{area:04}{}{serial:03}", born.format("%Y%m%d"));
    let digits: Vec<u32> = front.chars().filter_map(|c| c.to_digit(10)).collect();
    format!("{front}{}", check_digit(&digits))
}

pub(super) fn members(cast: &Cast, sketch: &Sketch, household: &Household) -> Vec<Member> {
    let member = |place: usize| {
        use MemberFact as F;
        let born = birth(sketch, place);
        let mut facts = Facts::default();
        let mut set = |fact, text: &str| {
            let _ = facts.set(fact, text);
        };
        set(
            F::Name,
            &if place == 0 { household.fact(HouseholdFact::Name).to_owned() } else { name(cast, sketch, place) },
        );
        set(F::Relation, if place == 0 { HEAD } else { &cast.relations[(place - 1) % cast.relations.len()] });
        set(F::IdNumber, &resident_id(sketch, place, born));
        set(F::BornOn, &born.to_string());
        set(
            F::Schooling,
            if (3..19).contains(&(sketch.today.year() - born.year())) {
                sketch.pick(&cast.schooling, place).as_str()
            } else {
                ""
            },
        );
        set(F::Health, sketch.pick(&cast.health, place).as_str());
        set(F::Labour, sketch.pick(&cast.labour, place + 1).as_str());
        Member {
            id: MemberId::fresh(),
            household_id: household.id,
            code: Some(format!("{}{:02}", household.code.as_str(), place + 1)),
            place: u32::try_from(place).unwrap_or(0),
            roster: Some(facts.clone()),
            facts,
            removed: false,
        }
    };
    (0..member_count(sketch)).map(member).collect()
}
