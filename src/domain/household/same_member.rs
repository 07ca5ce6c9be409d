//! Whom a roster's row is about, of the members on file.

use crate::domain::facts::{Facts, MemberFact};
use crate::domain::household::Member;

/// A member as a roster states them.
#[derive(Debug, Clone, Copy)]
pub struct StatedMember<'a> {
    pub code: Option<&'a str>,
    pub facts: &'a Facts<MemberFact>,
}

impl StatedMember<'_> {
    fn has_code_of(self, member: &Member) -> bool {
        self.code.is_some() && self.code == member.code.as_deref()
    }

    /// Both say it, and the same; where a hand emptied it, the roster's word counts.
    fn has(self, fact: MemberFact, member: &Member) -> bool {
        let value = self.facts.get(fact);
        value.is_some() && value == member.facts.get(fact).or_else(|| member.roster.as_ref()?.get(fact))
    }

    /// Two different codes are two persons, whatever their names.
    fn has_name_of(self, member: &Member) -> bool {
        let is_other = self.code.is_some() && member.code.is_some() && !self.has_code_of(member);
        !is_other && self.has(MemberFact::Name, member) && self.has(MemberFact::Relation, member)
    }
}

/// For each row the place of its member: by code, then by ID, then by name and relation, each over all rows
/// before the next. Nobody is meant twice.
pub fn match_members(on_file: &[Member], stated: &[StatedMember<'_>]) -> Vec<Option<usize>> {
    let same: [fn(StatedMember<'_>, &Member) -> bool; 3] = [
        |stated, member| stated.has_code_of(member),
        |stated, member| stated.has(MemberFact::IdNumber, member),
        |stated, member| stated.has_name_of(member),
    ];
    let mut matches: Vec<Option<usize>> = vec![None; stated.len()];
    let mut taken = vec![false; on_file.len()];
    for is_same in same {
        for (stated, matched) in stated.iter().zip(&mut matches).filter(|(_, matched)| matched.is_none()) {
            let found = on_file.iter().enumerate().position(|(at, member)| !taken[at] && is_same(*stated, member));
            if let Some(at) = found {
                (taken[at], *matched) = (true, Some(at));
            }
        }
    }
    matches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{HouseholdId, MemberId};

    fn facts(name: &str, relation: &str, id_number: &str) -> Facts<MemberFact> {
        let mut facts = Facts::default();
        let said = [(MemberFact::Name, name), (MemberFact::Relation, relation), (MemberFact::IdNumber, id_number)];
        for (fact, value) in said {
            facts.set(fact, value).unwrap();
        }
        facts
    }

    fn member(code: Option<&str>, facts: Facts<MemberFact>) -> Member {
        let (id, household_id) = (MemberId::made_up(1), HouseholdId::made_up(1));
        Member { id, household_id, code: code.map(str::to_owned), place: 0, facts, roster: None, removed: false }
    }

    #[test]
    fn a_code_comes_before_an_id_and_an_id_before_a_name_over_all_rows() {
        let (id, other) = ("110101199003070038", "110101198001010010");
        let on_file = [
            member(Some("A101"), facts("王小明", "head", "")),
            member(None, facts("王小红", "女儿", id)),
            member(None, facts("李兰", "配偶", "")),
        ];
        let rows = [
            (None, facts("李兰", "配偶", "")),
            (Some("A101"), facts("王晓明", "head", other)),
            (None, facts("王红", "女儿", id)),
            (Some("A109"), facts("王小明", "head", "")),
        ];
        let stated: Vec<_> = rows.iter().map(|(code, facts)| StatedMember { code: *code, facts }).collect();
        assert_eq!(match_members(&on_file, &stated), [Some(2), Some(0), Some(1), None]);
    }

    #[test]
    fn nobody_is_meant_twice() {
        let on_file = [member(None, facts("李兰", "配偶", ""))];
        let twice = facts("李兰", "配偶", "");
        let stated = [StatedMember { code: None, facts: &twice }; 2];
        assert_eq!(match_members(&on_file, &stated), [Some(0), None]);
    }
}
