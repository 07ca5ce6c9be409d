//! What a field of the visit form is of. The text of a key stands in drafts, and never changes.

use std::fmt::{self, Display};

use crate::domain::checks::{Check, WaterIndicator};
use crate::domain::codes::coded;
use crate::domain::id::{MeasureId, MemberId, ProblemId};
use crate::domain::income::IncomeItem;
use crate::domain::question::{Question, Section};
use crate::tui::form::kit::{REVISION, amount_key};

coded! {
    /// Answers of several lines.
    Group {
        /// Where income came from.
        Source = "source",
        /// Large spending.
        Spending = "spending",
        Problem = "problem",
    }
}

impl Group {
    /// The first part of a line, which says something once the line does.
    pub const fn first(self) -> Part {
        match self {
            Self::Source | Self::Spending => Part::Kind,
            Self::Problem => Part::What,
        }
    }
}

coded! {
    /// What of a line a field says.
    Part {
        Kind = "kind",
        Amount = "amount",
        Detail = "detail",
        Counts = "counts",
        Solved = "solved",
        /// The problem on file.
        Id = "id",
        What = "what",
        Check = "check",
        Unit = "unit",
        Deadline = "deadline",
        State = "state",
    }
}

/// What a field is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    Asked(Question),
    Revision,
    /// Why a saved visit is corrected.
    Reason,
    Date,
    Met,
    MetName,
    MetRelation,
    Month,
    Amount(IncomeItem),
    Net,
    Line(Group, usize, Part),
    Check(Check),
    CheckNote(Check),
    /// Whether what a check found is to be listed as a problem.
    CheckProblem(Check),
    Schooling(MemberId),
    Insurance,
    Water(WaterIndicator),
    WaterAnswer,
    WaterLowered,
    Measure(MeasureId),
    /// A policy that an earlier visit found due.
    Policy(String),
    /// A problem left open.
    Closing(ProblemId),
    ClosingNote(ProblemId),
    /// Why something odd is right, by the code of its warning.
    Why(String),
}

impl Key {
    /// What the key of a field says; none of a field that this form does not have.
    pub fn of(text: &str) -> Option<Self> {
        if let Some(question) = Question::of_key(text) {
            return Some(Self::Asked(question));
        }
        Some(match text {
            REVISION => Self::Revision,
            "reason" => Self::Reason,
            "date" => Self::Date,
            "met" => Self::Met,
            "met.name" => Self::MetName,
            "met.relation" => Self::MetRelation,
            "month" => Self::Month,
            "net" => Self::Net,
            "insurance" => Self::Insurance,
            "water.answer" => Self::WaterAnswer,
            "water.lowered" => Self::WaterLowered,
            _ => return Self::of_parts(text),
        })
    }

    fn of_parts(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('.')?;
        if let Some(group) = Group::from_code(kind) {
            let (line, part) = rest.split_once('.')?;
            return Some(Self::Line(group, line.parse().ok()?, Part::from_code(part)?));
        }
        let (of, part) = rest.split_once('.').map_or((rest, None), |(of, part)| (of, Some(part)));
        Some(match (kind, part) {
            ("policy", _) => Self::Policy(rest.to_owned()),
            ("why", _) => Self::Why(rest.to_owned()),
            ("amount", None) => Self::Amount(IncomeItem::from_code(of)?),
            ("check", None) => Self::Check(Check::from_code(of)?),
            ("check", Some("note")) => Self::CheckNote(Check::from_code(of)?),
            ("check", Some("problem")) => Self::CheckProblem(Check::from_code(of)?),
            ("school", None) => Self::Schooling(of.parse().ok()?),
            ("water", None) => Self::Water(WaterIndicator::from_code(of)?),
            ("measure", None) => Self::Measure(of.parse().ok()?),
            ("open", None) => Self::Closing(of.parse().ok()?),
            ("open", Some("done")) => Self::ClosingNote(of.parse().ok()?),
            _ => return None,
        })
    }

    /// The key of its field.
    pub fn text(&self) -> String {
        self.to_string()
    }

    /// It is about the village's water, and is answered by a key.
    pub fn is_of_water(text: &str) -> bool {
        match Self::of(text) {
            Some(Self::Water(_) | Self::WaterAnswer | Self::WaterLowered) => true,
            Some(Self::Asked(question)) => question.section() == Section::Water,
            _ => false,
        }
    }
}

impl Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked(question) => f.write_str(question.key()),
            Self::Revision => f.write_str(REVISION),
            Self::Reason => f.write_str("reason"),
            Self::Date => f.write_str("date"),
            Self::Met => f.write_str("met"),
            Self::MetName => f.write_str("met.name"),
            Self::MetRelation => f.write_str("met.relation"),
            Self::Month => f.write_str("month"),
            Self::Net => f.write_str("net"),
            Self::Insurance => f.write_str("insurance"),
            Self::WaterAnswer => f.write_str("water.answer"),
            Self::WaterLowered => f.write_str("water.lowered"),
            Self::Amount(item) => f.write_str(&amount_key(*item)),
            Self::Line(group, line, part) => write!(f, "{}.{line}.{}", group.code(), part.code()),
            Self::Check(check) => write!(f, "check.{}", check.code()),
            Self::CheckNote(check) => write!(f, "check.{}.note", check.code()),
            Self::CheckProblem(check) => write!(f, "check.{}.problem", check.code()),
            Self::Schooling(member) => write!(f, "school.{member}"),
            Self::Water(indicator) => write!(f, "water.{}", indicator.code()),
            Self::Measure(measure) => write!(f, "measure.{measure}"),
            Self::Policy(what) => write!(f, "policy.{what}"),
            Self::Closing(problem) => write!(f, "open.{problem}"),
            Self::ClosingNote(problem) => write!(f, "open.{problem}.done"),
            Self::Why(warning) => write!(f, "why.{warning}"),
        }
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn any_key() -> impl Strategy<Value = Key> {
        use Key as K;
        let of_check = (select(Check::ALL), 0..3_usize).prop_map(|(check, which)| match which {
            0 => K::Check(check),
            1 => K::CheckNote(check),
            _ => K::CheckProblem(check),
        });
        let of_id = (any::<u128>(), 0..4_usize).prop_map(|(id, which)| match which {
            0 => K::Schooling(MemberId::made_up(id)),
            1 => K::Measure(MeasureId::made_up(id)),
            2 => K::Closing(ProblemId::made_up(id)),
            _ => K::ClosingNote(ProblemId::made_up(id)),
        });
        let plain = [K::Revision, K::Reason, K::Date, K::Met, K::MetName, K::MetRelation, K::Month, K::Net];
        let plain = plain.into_iter().chain([K::Insurance, K::WaterAnswer, K::WaterLowered]).collect::<Vec<_>>();
        prop_oneof![
            select(Question::ALL).prop_map(K::Asked),
            select(plain),
            select(IncomeItem::ALL).prop_map(K::Amount),
            select(WaterIndicator::ALL).prop_map(K::Water),
            (select(Group::ALL), any::<usize>(), select(Part::ALL))
                .prop_map(|(group, line, part)| K::Line(group, line, part)),
            "\\PC{0,12}".prop_map(K::Policy),
            "[a-z_.]{1,20}".prop_map(K::Why),
            of_check,
            of_id,
        ]
    }

    proptest! {
        #[test]
        fn a_key_that_is_written_is_read_back_the_same(key in any_key()) {
            prop_assert_eq!(Key::of(&key.text()), Some(key));
        }

        #[test]
        fn whatever_is_read_is_written_the_same(text in "\\PC{0,30}") {
            if let Some(key) = Key::of(&text) {
                prop_assert_eq!(key.text(), text);
            }
        }
    }
}
