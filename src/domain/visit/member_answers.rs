//! What is asked member by member: schooling of those of compulsory school age, insurance of all. The
//! household's answer follows from them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::checks::CheckAnswer;
use crate::domain::codes::coded;
use crate::domain::household::Member;
use crate::domain::id::MemberId;
use crate::domain::personal::Personal;

coded! {
    /// How a member of 6 to 15 is schooled.
    Schooling {
        /// 在校
        InSchool = "in_school",
        /// 送教上门
        TaughtAtHome = "taught_at_home",
        /// 因身体原因免除
        ExemptForHealth = "exempt_for_health",
        /// 失学辍学
        OutOfSchool = "out_of_school",
    }
}

coded! {
    /// 基本医疗保险
    Insurance {
        /// 已参保
        Insured = "insured",
        /// 未参保
        NotInsured = "not_insured",
    }
}

/// The answers of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberAnswers {
    pub member_id: MemberId,
    /// As it was on the day: a sheet printed later names the same person.
    pub name: Personal,
    pub schooling: Option<Schooling>,
    pub insurance: Option<Insurance>,
}

/// The first and the last age of compulsory schooling, in completed years.
const SCHOOL_AGE: std::ops::RangeInclusive<u32> = 6..=15;

/// Whether a member is of compulsory school age on a day; a member without a birth date is not known
/// to be.
pub fn is_of_school_age(member: &Member, day: NaiveDate) -> bool {
    member.age_on(day).is_some_and(|age| SCHOOL_AGE.contains(&age))
}

/// The household's answer on education: none until each of its children is answered for.
pub fn education_answer(schooling: &[Option<Schooling>]) -> Option<CheckAnswer> {
    let all: Option<Vec<Schooling>> = schooling.iter().copied().collect();
    let all = all.filter(|all| !all.is_empty())?;
    Some(if all.contains(&Schooling::OutOfSchool) { CheckAnswer::NotSecured } else { CheckAnswer::Secured })
}

/// The household's answer on medical care: none until insurance is answered for.
pub fn medical_answer(insurance: &[Option<Insurance>]) -> Option<CheckAnswer> {
    let all: Option<Vec<Insurance>> = insurance.iter().copied().collect();
    let all = all.filter(|all| !all.is_empty())?;
    Some(if all.contains(&Insurance::NotInsured) { CheckAnswer::NotSecured } else { CheckAnswer::Secured })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_household_answers_as_its_members_do() {
        use Insurance::{Insured, NotInsured};
        use Schooling::{ExemptForHealth, InSchool, OutOfSchool, TaughtAtHome};
        for (schooling, answer) in [
            (vec![], None),
            (vec![Some(InSchool), None], None),
            (vec![Some(InSchool), Some(TaughtAtHome), Some(ExemptForHealth)], Some(CheckAnswer::Secured)),
            (vec![Some(InSchool), Some(OutOfSchool)], Some(CheckAnswer::NotSecured)),
        ] {
            assert_eq!(education_answer(&schooling), answer, "{schooling:?}");
        }
        assert_eq!(medical_answer(&[Some(Insured), Some(Insured)]), Some(CheckAnswer::Secured));
        assert_eq!(medical_answer(&[Some(Insured), Some(NotInsured)]), Some(CheckAnswer::NotSecured));
        assert_eq!(medical_answer(&[Some(Insured), None]), None);
    }
}
