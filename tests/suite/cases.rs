//! Households with incomes, checks, measures and statements, and what the rules say of them: for the
//! worked cases of the plans.

use huifang::domain::alert::{AlertKind, alerts};
use huifang::domain::assessment::{Assessment, Condition, ConditionResult, ConditionState, assess};
use huifang::domain::attestation::{AttestationEntry, AttestedMatter};
use huifang::domain::checks::{Check, CheckAnswer, Finding, WaterIndicator, WaterLevel};
use huifang::domain::entry::Basis;
use huifang::domain::fall_reason::{FallEntry, FallReason};
use huifang::domain::income::{Amounts, IncomeItem};
use huifang::domain::measure::{MeasureAnswer, MeasureEntry, MeasureKind, MeasureReview};
use huifang::domain::money::Amount;
use huifang::domain::month::Month;
use huifang::domain::month_entry::MonthEntry;
use huifang::domain::policy::Purpose;
use huifang::domain::population::Registered;
use huifang::domain::spending::{SpendingKind, SpendingLine};
use huifang::domain::status::{EliminationWay, LeavingReason, StatusKind};
use huifang::domain::status_entry::{StatusEntry, StatusFault};
use huifang::domain::verdict::Verdict;
use huifang::domain::visit::{Signature, SignatureKind, VisitPurpose};
use huifang::domain::window_income::AgainstLine;
use huifang::ledger::{HouseholdFile, Refused};

use crate::entries::{Entry, because, entry, record};
use crate::families;
use crate::world::{World, day};
use huifang::domain::village::Village;

/// The village of known families, by a policy.
pub fn village_by(policy: &str) -> World {
    let mut world = families::world();
    world.use_policy(policy);
    world
}

/// The same village, on file since an earlier day.
pub fn village_known(policy: &str, since: &str) -> World {
    let mut world = families::world_on(since);
    world.use_policy(policy);
    world.turn_to(crate::world::TODAY);
    world.set_me("张敏");
    world
}

impl Entry {
    /// Everything looked at and secured.
    pub fn all_secured(mut self) -> Self {
        for check in Check::ALL {
            self.0.findings.checks.insert(*check, Finding { answer: CheckAnswer::Secured, note: String::new() });
        }
        self.0.findings.water = WaterIndicator::ALL.iter().map(|it| (*it, WaterLevel::Met)).collect();
        self
    }

    pub fn purpose(mut self, purpose: VisitPurpose, visitors: &[&str]) -> Self {
        self.0.purpose = Some(purpose);
        self.0.visitors = visitors.iter().map(|name| (*name).to_owned()).collect();
        self
    }

    pub fn signed(mut self) -> Self {
        self.0.findings.signature = Some(Signature { kind: SignatureKind::Signed, reason: String::new() });
        self
    }

    pub fn spent(mut self, kind: SpendingKind, solved: Option<bool>) -> Self {
        self.0.findings.spending.push(SpendingLine { kind, amount: None, solved });
        self
    }

    pub fn verdict(mut self, verdict: Verdict) -> Self {
        self.0.findings.verdict = Some(verdict);
        self
    }
}

impl World {
    pub fn use_policy(&mut self, id: &str) {
        self.ledger.use_shipped_policy(id, &mut |_, _| true).unwrap();
    }

    pub fn shown(&self, code: &str) -> HouseholdFile {
        self.ledger.show_by_code(code).unwrap().unwrap()
    }

    pub fn visit(&mut self, code: &str, entry: Entry) {
        record(&mut self.ledger, code, entry);
    }

    /// Enters the amounts of a month, in yuan and in the order of the items.
    pub fn month(&mut self, code: &str, month: &str, yuan: &[i64]) {
        let file = self.shown(code);
        let month: Month = month.parse().unwrap();
        let held = file.incomes.iter().find(|income| income.month == month).map(|income| income.id);
        let basis = held.map(|id| Basis { id, revision: file.revision_of(id) });
        let amounts: Amounts = IncomeItem::ALL
            .iter()
            .copied()
            .zip(yuan.iter().map(|yuan| Amount::from_fen(yuan * 100).unwrap()))
            .collect();
        let entry = MonthEntry {
            household_id: file.household.id,
            month,
            amounts,
            sources: Vec::new(),
            replaces: basis.map(|basis| (basis, because("核对"))),
        };
        self.ledger.keep_month_income(&entry, None).unwrap();
    }

    /// So many months up to one, each with the same wage.
    pub fn months(&mut self, code: &str, last: &str, count: u32, wage: i64) {
        let last: Month = last.parse().unwrap();
        for back in 0..count {
            self.month(code, &last.minus(back).to_string(), &[wage, 0, 0, 0, 0]);
        }
    }

    pub fn measure(&mut self, code: &str, from: &str, ended_on: Option<&str>) {
        self.measure_of(code, MeasureKind::Industry, from, ended_on);
    }

    pub fn measure_of(&mut self, code: &str, kind: MeasureKind, from: &str, ended_on: Option<&str>) {
        let entry = MeasureEntry {
            household_id: self.shown(code).household.id,
            editing: None,
            kind,
            item: "养鸡".into(),
            funds: None,
            unit: String::new(),
            from: day(from),
            planned_end: None,
            ended_on: ended_on.map(day),
            effect: String::new(),
        };
        self.ledger.keep_measure(&entry, None).unwrap();
    }

    /// A visit that saw that a measure is delivered.
    pub fn review(&mut self, code: &str, on: &str) {
        let measure = self.shown(code).measures[0].clone();
        let mut made = entry(on);
        made.0.findings.measures = vec![MeasureReview {
            measure_id: measure.id,
            measure: measure.kind,
            item: measure.item,
            answers: vec![MeasureAnswer::Delivered],
        }];
        self.visit(code, made);
    }

    pub fn attest(&mut self, code: &str, matter: AttestedMatter, holds: bool, on: &str) {
        let household_id = self.shown(code).household.id;
        let entry =
            AttestationEntry { household_id, matter, holds, attested_on: day(on), note: "村会计核对".into() };
        self.ledger.attest(&entry, None).unwrap();
    }

    pub fn try_status(&mut self, code: &str, kind: StatusKind, on: &str) -> Result<(), Refused<StatusFault>> {
        let file = self.shown(code);
        let entry = StatusEntry {
            household: Basis { id: file.household.id, revision: file.revision },
            kind,
            on: day(on),
            way: (kind == StatusKind::Eliminated).then_some(EliminationWay::Helped),
            leaving: (kind == StatusKind::Inactive).then_some(LeavingReason::MovedAway),
            category: matches!(kind, StatusKind::Identified | StatusKind::Category)
                .then_some(huifang::domain::label::HouseholdLabel::SuddenHardship),
            reason: because("乡镇研判会议"),
        };
        self.ledger.change_status(&entry, None).map(|_| ())
    }

    pub fn fall(&mut self, code: &str, window_end: &str, reasons: &[FallReason], note: &str) {
        let (household_id, window_end) = (self.shown(code).household.id, window_end.parse().unwrap());
        let entry = FallEntry { household_id, window_end, reasons: reasons.to_vec(), note: note.into() };
        self.ledger.state_fall_reasons(&entry, None).unwrap();
    }

    pub fn registered(&mut self, village: &Village, persons: u32) {
        self.ledger.keep_village_population(village, Registered::new(persons).unwrap()).unwrap();
    }

    pub fn status(&mut self, code: &str, kind: StatusKind, on: &str) {
        self.try_status(code, kind, on).unwrap();
    }

    pub fn assessment(&self, code: &str) -> Assessment {
        assess(&self.shown(code).case(self.ledger.policy(), self.ledger.today())).unwrap()
    }

    pub fn result(&self, code: &str, condition: Condition) -> ConditionResult {
        let found = self.assessment(code).conditions.into_iter().find(|it| it.condition == condition);
        found.unwrap_or_else(|| panic!("the policy does not ask for {condition:?}"))
    }

    pub fn state(&self, code: &str, condition: Condition) -> ConditionState {
        self.result(code, condition).state
    }

    pub fn asks_for(&self, code: &str, condition: Condition) -> bool {
        self.assessment(code).conditions.iter().any(|it| it.condition == condition)
    }

    pub fn alerts(&self, code: &str) -> Vec<AlertKind> {
        let found = alerts(&self.shown(code).case(self.ledger.policy(), self.ledger.today()));
        found.into_iter().map(|alert| alert.kind).collect()
    }

    pub fn has_alert(&self, code: &str, kind: AlertKind) -> bool {
        self.alerts(code).contains(&kind)
    }

    pub fn due_on(&self, code: &str) -> String {
        self.shown(code).row.due_on.map(|due| due.to_string()).unwrap_or_default()
    }

    /// How the last complete window of the policy stands against a line.
    pub fn against(&self, code: &str, purpose: Purpose) -> AgainstLine {
        let file = self.shown(code);
        let case = file.case(self.ledger.policy(), self.ledger.today());
        case.against(purpose, case.window()).0
    }

    pub fn line(&self, purpose: Purpose, year: i32) -> Option<u32> {
        self.ledger.policy().line(purpose, year).map(|line| line.yuan)
    }
}

/// A visit on which everything was secured.
pub fn secured(on: &str) -> Entry {
    entry(on).all_secured()
}
