//! What the demo has beside its visits: measures, statements, months entered in the table, the
//! registered populations of villages.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::domain::attestation::{Attestation, AttestedMatter};
use crate::domain::class::HouseholdClass;
use crate::domain::id::{AttestationId, HouseholdId, IncomeId, MeasureId, VillagePopulationId};
use crate::domain::income::{Amounts, IncomeItem, MonthIncome};
use crate::domain::measure::{Measure, MeasureKind};
use crate::domain::money::Amount;
use crate::domain::month::Month;
use crate::domain::population::VillagePopulation;
use crate::domain::village::Village;
use crate::store::{StoreError, Writer};

use super::{Cast, Sketch};

/// Months of income before the present one: two windows and what lies between.
const INCOME_MONTHS: u32 = 24;

/// Puts what belongs to one household; `recorded` are the months that its visits brought.
pub(super) fn put_risk(
    writer: &mut Writer<'_>,
    cast: &Cast,
    sketch: &Sketch,
    (household_id, class): (HouseholdId, HouseholdClass),
    recorded: &BTreeSet<Month>,
) -> Result<(), StoreError> {
    if class == HouseholdClass::Unresolved && sketch.number % 9 != 4 {
        for measure in measures(cast, sketch, household_id) {
            writer.put(measure, None)?;
        }
    }
    if class == HouseholdClass::Unresolved && sketch.number.is_multiple_of(3) {
        writer.put(attestation(cast, sketch, household_id), None)?;
    }
    // Every fifth household lacks months that nobody wrote down.
    if sketch.number % 5 != 3 && class != HouseholdClass::General {
        for income in months(sketch, household_id, recorded) {
            writer.put(income, None)?;
        }
    }
    Ok(())
}

fn measures(cast: &Cast, sketch: &Sketch, household_id: HouseholdId) -> Vec<Measure> {
    let count = 1 + sketch.number % 2;
    let measure = |place: usize| {
        let from = sketch.months_ago(9 - u32::try_from(place).unwrap_or(0) * 3);
        let ended = place == 1 && sketch.number.is_multiple_of(4);
        Measure {
            id: MeasureId::fresh(),
            household_id,
            kind: MeasureKind::ALL[(sketch.number + place * 5) % cast.measures.len().min(MeasureKind::ALL.len())],
            item: cast.measures[(sketch.number + place * 5) % cast.measures.len()].clone(),
            funds: Amount::from_fen(i64::try_from(sketch.number % 7 + 2).unwrap_or(2) * 100_000).ok(),
            unit: sketch.pick(&cast.units, place + 3).clone(),
            from,
            planned_end: from.checked_add_days(Days::new(540)),
            ended_on: ended.then(|| sketch.months_ago(2)),
            effect: if ended { cast.measure_effect.clone() } else { String::new() },
            voided: false,
        }
    };
    (0..count).map(measure).collect()
}

fn attestation(cast: &Cast, sketch: &Sketch, household_id: HouseholdId) -> Attestation {
    Attestation {
        id: AttestationId::fresh(),
        household_id,
        matter: AttestedMatter::ALL[sketch.number / 3 % AttestedMatter::ALL.len()],
        holds: sketch.number % 4 != 1,
        attested_on: sketch.months_ago(1),
        note: cast.attestation_note.clone(),
        voided: false,
    }
}

/// The months that no visit recorded, entered in the table; some households earn less than a year before.
fn months(sketch: &Sketch, household_id: HouseholdId, recorded: &BTreeSet<Month>) -> Vec<MonthIncome> {
    let now = Month::of(sketch.today);
    let ended = (1..=INCOME_MONTHS).map(|ago| now.minus(ago)).filter(|month| !recorded.contains(month));
    let level = i64::try_from(900 + sketch.number % 11 * 210).unwrap_or(900) * 100;
    let entered = ended.map(|month| {
        let is_earlier = month < now.minus(12);
        let wage = if is_earlier && sketch.number.is_multiple_of(4) { level * 8 / 5 } else { level * 9 / 10 };
        let fen = [wage, 13_000, 4_000, 0, 21_300];
        let amounts: Amounts = IncomeItem::ALL
            .iter()
            .zip(fen)
            .filter_map(|(item, fen)| Some((*item, Amount::from_fen(fen).ok()?)))
            .collect();
        MonthIncome {
            id: IncomeId::fresh(),
            household_id,
            visit_id: None,
            month,
            amounts,
            sources: Vec::new(),
            voided: false,
        }
    });
    entered.collect()
}

/// The registered populations of all villages but the last, which nobody stated yet.
pub(super) fn put_populations(writer: &mut Writer<'_>, cast: &Cast, today: NaiveDate) -> Result<(), StoreError> {
    let stated = cast.villages.len().saturating_sub(1);
    for (name, registered) in cast.villages.iter().take(stated).zip([1_204, 1_871, 960]) {
        let village = Village { township: cast.township.clone(), name: name.clone() };
        writer.put(
            VillagePopulation {
                id: VillagePopulationId::fresh(),
                village,
                registered,
                stated_on: today,
                voided: false,
            },
            None,
        )?;
    }
    Ok(())
}
