//! A clue as it was entered, and what is done about one.

use chrono::NaiveDate;

use crate::domain::clean::{clean_name, clean_note, clean_text};
use crate::domain::codes::coded;
use crate::domain::contact::ContactName;
use crate::domain::entry::Reason;
use crate::domain::id::{ClueId, HouseholdId};
use crate::domain::label::RiskType;
use crate::domain::personal::Personal;
use crate::domain::visit::check_past_day;

use super::{Clue, ClueOutcome, ClueResult, ClueSource, OfWhom};

/// A clue as it was entered. Of a household on file its names follow from that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClueEntry {
    pub household_id: Option<HouseholdId>,
    pub of: OfWhom,
    pub received_on: NaiveDate,
    pub source: ClueSource,
    pub channel: String,
    pub reported_by: Personal,
    pub what: String,
    pub risks: Vec<RiskType>,
}

coded! {
    /// Why a clue cannot be kept as it was entered.
    ClueFault {
        NameMissing = "name_missing",
        VillageMissing = "village_missing",
        /// After today, or before 2000.
        DayImpossible = "day_impossible",
        /// Nobody knows what to check.
        WhatMissing = "what_missing",
        /// The code or the number is that of a household of another name.
        OtherHousehold = "other_household",
    }
}

impl ClueEntry {
    /// Everything that keeps the entry from being kept, in the order of the form.
    pub fn faults(&self, today: NaiveDate) -> Vec<ClueFault> {
        let faults = [
            (clean_name(&self.of.name).is_empty(), ClueFault::NameMissing),
            (clean_text(&self.of.village).is_empty(), ClueFault::VillageMissing),
            (check_past_day(self.received_on, today).is_err(), ClueFault::DayImpossible),
            (clean_note(&self.what).is_empty(), ClueFault::WhatMissing),
        ];
        faults.into_iter().filter(|(is_so, _)| *is_so).map(|(_, fault)| fault).collect()
    }

    /// What the entry states, its texts cleaned; an open clue of the same household is the one that it is joined to.
    pub fn clue(&self, id: ClueId, all: &[Clue]) -> Clue {
        let of = OfWhom {
            name: clean_name(&self.of.name).into(),
            village: clean_text(&self.of.village),
            group: clean_text(&self.of.group),
            phone: clean_text(&self.of.phone).into(),
        };
        let clue = Clue {
            id,
            household_id: self.household_id,
            of,
            received_on: self.received_on,
            source: self.source,
            channel: clean_text(&self.channel),
            reported_by: clean_text(&self.reported_by).into(),
            what: clean_note(&self.what),
            risks: self.risks.clone(),
            assigned_to: None,
            checked_on: None,
            result: None,
            told_back_on: None,
            joined_to: None,
            voided: false,
        };
        let same = all.iter().filter(|other| other.is_open() && other.id != id && other.is_of_same(&clue));
        let first = same.min_by_key(|other| (other.received_on, other.id));
        Clue { joined_to: first.map(|first| first.joined_to.unwrap_or(first.id)), ..clue }
    }
}

/// What is done about a clue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClueChange {
    /// 交办
    Assign(ContactName),
    /// 核查, on a day.
    Check(NaiveDate),
    /// What came of it, on a day. Where the household does not qualify it was explained to it, and by whom.
    Close { outcome: ClueOutcome, on: NaiveDate, why: String, explained_by: String },
    /// 反馈, on a day.
    TellBack(NaiveDate),
    /// It is to be looked at again.
    Reopen(Reason),
    /// It was entered wrongly: what it is to say, and why.
    Correct(Box<ClueEntry>, Reason),
    /// It should never have been there.
    Void(Reason),
}

coded! {
    /// Why something cannot be done about a clue.
    ClueRefusal {
        /// It came to an end already, or has not yet.
        NotAsItStands = "not_as_it_stands",
        /// Before it was received, or after today.
        DayImpossible = "day_impossible",
        /// It was not checked.
        NotChecked = "not_checked",
        /// Not qualifying without why, or without who explained it.
        WhyMissing = "why_missing",
        /// A procedure that runs began with it.
        InProcedure = "in_procedure",
        /// Nobody knows of whom it is, or what to check.
        Incomplete = "incomplete",
        /// It says so already; of a household on file the names are changed there.
        NothingNew = "nothing_new",
    }
}

impl ClueChange {
    /// The clue after it.
    pub fn of(&self, clue: &Clue, today: NaiveDate) -> Result<Clue, ClueRefusal> {
        let is_between = |day: NaiveDate| {
            if day >= clue.received_on && day <= today { Ok(day) } else { Err(ClueRefusal::DayImpossible) }
        };
        let open = || if clue.is_open() { Ok(clue.clone()) } else { Err(ClueRefusal::NotAsItStands) };
        match self {
            Self::Assign(name) => Ok(Clue { assigned_to: Some(name.clone()), ..open()? }),
            Self::Check(on) => Ok(Clue { checked_on: Some(is_between(*on)?), ..open()? }),
            Self::Close { outcome, on, why, explained_by } => {
                let clue = open()?;
                let checked_on = clue.checked_on.ok_or(ClueRefusal::NotChecked)?;
                let (why, explained_by) = (clean_text(why), clean_text(explained_by));
                // Nobody is turned away without a word.
                if *outcome == ClueOutcome::NotQualifying && (why.is_empty() || explained_by.is_empty()) {
                    return Err(ClueRefusal::WhyMissing);
                }
                if is_between(*on)? < checked_on {
                    return Err(ClueRefusal::DayImpossible);
                }
                Ok(Clue { result: Some(ClueResult { outcome: *outcome, on: *on, why, explained_by }), ..clue })
            }
            Self::TellBack(on) if !clue.voided => Ok(Clue { told_back_on: Some(is_between(*on)?), ..clue.clone() }),
            Self::Reopen(_) if clue.result.is_some() => Ok(Clue { result: None, ..clue.clone() }),
            Self::Correct(entry, _) if !clue.voided => corrected(clue, entry, today),
            Self::Void(_) if !clue.voided => Ok(Clue { voided: true, ..clue.clone() }),
            Self::TellBack(_) | Self::Reopen(_) | Self::Correct(..) | Self::Void(_) => Err(ClueRefusal::NotAsItStands),
        }
    }

    /// It takes away what a procedure would stand on.
    pub const fn needs_no_procedure(&self) -> bool {
        matches!(self, Self::Reopen(_) | Self::Correct(..) | Self::Void(_))
    }

    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Reopen(why) | Self::Correct(_, why) | Self::Void(why) => Some(why.as_str()),
            Self::Assign(_) | Self::Check(_) | Self::Close { .. } | Self::TellBack(_) => None,
        }
    }
}

/// The clue as it should have been entered; what was done about it since stays, and stays after its day.
fn corrected(clue: &Clue, entry: &ClueEntry, today: NaiveDate) -> Result<Clue, ClueRefusal> {
    let faults = entry.faults(today);
    if faults.iter().any(|fault| *fault != ClueFault::DayImpossible) {
        return Err(ClueRefusal::Incomplete);
    }
    let done_on = [clue.checked_on, clue.result.as_ref().map(|result| result.on), clue.told_back_on];
    if !faults.is_empty() || done_on.into_iter().flatten().any(|on| on < entry.received_on) {
        return Err(ClueRefusal::DayImpossible);
    }
    let stated = entry.clue(clue.id, &[]);
    // Of a household on file the names are those on file.
    let of = if clue.household_id.is_some() { clue.of.clone() } else { stated.of };
    let Clue { received_on, source, channel, reported_by, what, risks, .. } = stated;
    let after = Clue { of, received_on, source, channel, reported_by, what, risks, ..clue.clone() };
    if after == *clue { Err(ClueRefusal::NothingNew) } else { Ok(after) }
}

#[cfg(test)]
mod tests {
    use super::super::tests::clue;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_clue_says_of_whom_when_and_what() {
        use ClueFault::{DayImpossible, NameMissing, VillageMissing, WhatMissing};
        for (name, village, on, what, faults) in [
            ("王一", "石桥村", "2026-11-20", "住院", vec![]),
            (" ", "石桥村", "2026-11-20", "住院", vec![NameMissing]),
            ("王一", "", "2026-11-23", "", vec![VillageMissing, DayImpossible, WhatMissing]),
        ] {
            let entry = ClueEntry {
                household_id: None,
                of: OfWhom {
                    name: name.into(),
                    village: village.into(),
                    group: String::new(),
                    phone: String::new().into(),
                },
                received_on: day(on),
                source: ClueSource::SelfReport,
                channel: String::new(),
                reported_by: String::new().into(),
                what: what.into(),
                risks: Vec::new(),
            };
            assert_eq!(entry.faults(day("2026-11-22")), faults, "{name:?} {village:?} {on} {what:?}");
        }
    }

    #[test]
    fn what_is_done_about_it_is_done_in_order_and_on_days_that_are_past() {
        let (it, today) = (clue(1, "王一", "2026-11-20"), day("2026-11-22"));
        let close = |outcome, on: &str, why: &str, by: &str| ClueChange::Close {
            outcome,
            on: day(on),
            why: why.into(),
            explained_by: by.into(),
        };
        let (no_risk, not_qualifying) = (ClueOutcome::NoRisk, ClueOutcome::NotQualifying);
        assert_eq!(close(no_risk, "2026-11-22", "", "").of(&it, today), Err(ClueRefusal::NotChecked));
        assert_eq!(ClueChange::Check(day("2026-11-19")).of(&it, today), Err(ClueRefusal::DayImpossible));
        assert_eq!(ClueChange::Check(day("2026-11-23")).of(&it, today), Err(ClueRefusal::DayImpossible));
        let checked = ClueChange::Check(day("2026-11-21")).of(&it, today).unwrap();
        assert_eq!(close(no_risk, "2026-11-20", "", "").of(&checked, today), Err(ClueRefusal::DayImpossible));
        for (why, by) in [("", "李"), ("有稳定工资", " ")] {
            let refused = close(not_qualifying, "2026-11-22", why, by).of(&checked, today);
            assert_eq!(refused, Err(ClueRefusal::WhyMissing), "{why:?} {by:?}");
        }
        let closed = close(not_qualifying, "2026-11-22", "有稳定工资", "李").of(&checked, today).unwrap();
        assert_eq!(ClueChange::Check(today).of(&closed, today), Err(ClueRefusal::NotAsItStands));
        assert_eq!(ClueChange::Reopen(Reason::parse("又住院").unwrap()).of(&closed, today), Ok(checked));
    }

    #[test]
    fn a_second_clue_of_an_open_household_is_joined_to_the_first_and_a_closed_one_is_not() {
        let first = clue(1, "王一", "2026-11-01");
        let entry = ClueEntry {
            household_id: None,
            of: first.of.clone(),
            received_on: day("2026-11-20"),
            source: ClueSource::Department,
            channel: String::new(),
            reported_by: String::new().into(),
            what: "大病".into(),
            risks: Vec::new(),
        };
        let id = ClueId::made_up(2);
        assert_eq!(entry.clue(id, std::slice::from_ref(&first)).joined_to, Some(first.id));
        let other = clue(3, "王二", "2026-11-01");
        assert_eq!(entry.clue(id, &[other]).joined_to, None);
        let voided = Clue { voided: true, ..first };
        assert_eq!(entry.clue(id, &[voided]).joined_to, None);
    }
}
