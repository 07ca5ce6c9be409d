//! A public notice 公示 or an announcement 公告: what it is of, where and how long it hangs. What it shows is a list of
//! columns that may be shown, and nothing else *(P)*.

use chrono::NaiveDate;

use crate::domain::class::HouseholdClass;
use crate::domain::clean::clean_text;
use crate::domain::codes::coded;
use crate::domain::phone::{clean_phone, is_phone};
use crate::domain::policy::{DayTerm, Policy, ProcedureKind, Setting, StepKind, StepRule, Value};
use crate::domain::procedure::Procedure;

coded! {
    /// What is made public.
    NoticeKind {
        /// 初选名单
        FirstList = "first_list",
        /// 乡镇审核名单
        Township = "township",
        /// 风险消除名单 with its measures
        Elimination = "elimination",
        /// 帮扶计划和措施
        Measures = "measures",
        /// 公告
        Announcement = "announcement",
    }
}

impl NoticeKind {
    /// The measures and their effect belong to it.
    pub const fn shows_measures(self) -> bool {
        matches!(self, Self::Elimination | Self::Measures)
    }

    /// A household of a class can stand on it.
    pub const fn takes(self, class: HouseholdClass) -> bool {
        match self {
            Self::Elimination => matches!(class, HouseholdClass::Unresolved),
            Self::Measures => matches!(class, HouseholdClass::Unresolved | HouseholdClass::Eliminated),
            Self::FirstList | Self::Township | Self::Announcement => true,
        }
    }

    /// The one that a step of a procedure posts; none where the step posts nothing.
    pub const fn of_step(of: ProcedureKind, step: StepKind) -> Option<Self> {
        Some(match (step, of) {
            (StepKind::VillageNotice | StepKind::TownshipNotice, ProcedureKind::Elimination) => Self::Elimination,
            (StepKind::VillageNotice, _) => Self::FirstList,
            (StepKind::TownshipNotice, _) => Self::Township,
            (StepKind::Announcement, _) => Self::Announcement,
            _ => return None,
        })
    }

    /// How long the plan has it hang; none: it names no days.
    pub fn term(self, policy: &Policy) -> Option<DayTerm> {
        let of = |setting, at: usize| match policy.value(setting) {
            Some(Value::DayTerms(terms)) => terms.get(at).copied(),
            _ => None,
        };
        match self {
            Self::FirstList => of(Setting::NoticeDays, 0),
            Self::Township => of(Setting::NoticeDays, 1),
            Self::Elimination => of(Setting::EliminationNoticeDays, 0),
            Self::Measures | Self::Announcement => None,
        }
    }
}

/// A notice as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeEntry {
    pub kind: NoticeKind,
    /// 公示单位
    pub unit: String,
    /// The unit's, to object by.
    pub phone: String,
    /// Where it hangs.
    pub place: String,
    pub from: NaiveDate,
    /// None: as long as the plan asks.
    pub until: Option<NaiveDate>,
}

/// Why a notice cannot be made as it was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeFault {
    UnitMissing,
    PlaceMissing,
    PhoneImpossible,
    /// It is on file as that of a household or of a contact.
    PhoneOfAPerson,
    /// The plan names no days, so that the last one must be said.
    UntilMissing,
    /// The plan asks for one until this day: the day of posting is not counted.
    TooShort(NaiveDate),
}

impl NoticeFault {
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnitMissing => "unit_missing",
            Self::PlaceMissing => "place_missing",
            Self::PhoneImpossible => "phone_impossible",
            Self::PhoneOfAPerson => "phone_of_a_person",
            Self::UntilMissing => "until_missing",
            Self::TooShort(_) => "too_short",
        }
    }
}

impl NoticeEntry {
    /// Everything that keeps it from being made, in the order of the form; it is asked to hang until a day.
    pub fn faults(&self, asked: Option<NaiveDate>) -> Vec<NoticeFault> {
        let too_short = match (self.until, asked) {
            // An announcement says what was decided: nobody objects to it within days.
            _ if self.kind == NoticeKind::Announcement => None,
            (None, None) => Some(NoticeFault::UntilMissing),
            (Some(until), Some(asked)) => (until < asked).then_some(NoticeFault::TooShort(asked)),
            (Some(until), None) => (until < self.from).then_some(NoticeFault::TooShort(self.from)),
            (None, Some(_)) => None,
        };
        let faults = [
            clean_text(&self.unit).is_empty().then_some(NoticeFault::UnitMissing),
            (!is_phone(&clean_phone(&self.phone))).then_some(NoticeFault::PhoneImpossible),
            clean_text(&self.place).is_empty().then_some(NoticeFault::PlaceMissing),
            too_short,
        ];
        faults.into_iter().flatten().collect()
    }

    /// The last day that it hangs; none of an announcement.
    pub fn last_day(&self, asked: Option<NaiveDate>) -> Option<NaiveDate> {
        let is_notice = self.kind != NoticeKind::Announcement;
        self.until.or(asked).filter(|_| is_notice)
    }

    /// The day until which a procedure's own plan asks for it, or until which it hangs there; none where the procedure posts
    /// no such notice, or its plan names no days.
    pub fn asked_by(&self, procedure: &Procedure) -> Option<NaiveDate> {
        let is_it = |rule: &&StepRule| NoticeKind::of_step(procedure.kind, rule.step) == Some(self.kind);
        let of_rule = |rule: &StepRule| {
            let hangs = procedure.done(rule.step).and_then(|done| done.until);
            hangs.or_else(|| procedure.notice_until(rule.step, self.from))
        };
        procedure.course.iter().filter(is_it).find_map(of_rule)
    }

    /// The day until which a plan asks for it.
    pub fn asked_until(&self, policy: &Policy) -> Option<NaiveDate> {
        self.kind.term(policy).map(|term| policy.end_of(term, self.from).on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: NoticeKind, until: Option<&str>) -> NoticeEntry {
        NoticeEntry {
            kind,
            unit: "石桥村村民委员会".into(),
            phone: "0771-2345678".into(),
            place: "村务公开栏".into(),
            from: "2026-11-03".parse().unwrap(),
            until: until.map(|day| day.parse().unwrap()),
        }
    }

    #[test]
    fn a_notice_hangs_as_long_as_the_plan_asks_and_the_day_of_posting_is_not_counted() {
        use NoticeFault::{TooShort, UntilMissing};
        use NoticeKind::{Elimination, FirstList, Township};
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (policy, kind, until, faults, last) in [
            ("lingshou", FirstList, None, vec![], Some("2026-11-08")),
            ("lingshou", Township, None, vec![], Some("2026-11-08")),
            ("lingshou", Elimination, None, vec![UntilMissing], None),
            ("lingshou", Elimination, Some("2026-11-05"), vec![], Some("2026-11-05")),
            ("hunan", Elimination, None, vec![], Some("2026-11-10")),
            ("hunan", Elimination, Some("2026-11-09"), vec![TooShort(day("2026-11-10"))], Some("2026-11-09")),
            ("hunan", Township, None, vec![UntilMissing], None),
            ("suining", FirstList, Some("2026-11-20"), vec![], Some("2026-11-20")),
        ] {
            let (entry, policy) = (entry(kind, until), Policy::shipped(policy).unwrap().unwrap());
            let asked = entry.asked_until(&policy);
            assert_eq!(entry.faults(asked), faults, "{} {kind:?} {until:?}", policy.id);
            assert_eq!(entry.last_day(asked), last.map(day));
        }
        let blank =
            NoticeEntry { unit: " ".into(), phone: "12".into(), place: String::new(), ..entry(FirstList, None) };
        let faults = blank.faults(blank.asked_until(&Policy::shipped("lingshou").unwrap().unwrap()));
        assert_eq!(faults, [NoticeFault::UnitMissing, NoticeFault::PhoneImpossible, NoticeFault::PlaceMissing]);
    }
}
