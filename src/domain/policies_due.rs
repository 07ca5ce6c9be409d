//! Policies due but not received 应享未享政策: found at a visit, settled at a later one, item by item,
//! like a problem.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clean::clean_text;
use super::codes::coded;
use super::visit::Visit;

coded! {
    /// What a later visit found of a policy that was due.
    PolicyAnswer {
        /// 已享受
        Received = "received",
        /// 仍未享受
        StillDue = "still_due",
        /// 不再符合条件
        NotDue = "not_due",
    }
}

/// What one visit found of one policy that an earlier one had found due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyFollowed {
    pub what: String,
    pub answer: PolicyAnswer,
}

/// A policy that is due and not known to be received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPolicy {
    pub what: String,
    /// The visit that first found it.
    pub found_on: NaiveDate,
}

/// The policies that a text names, one by one.
pub fn named_policies(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(['、', '，', ',', '；', ';', '。', '\n']).map(clean_text).filter(|what| !what.is_empty())
}

/// What the visits that are looked at leave open. `visits` are in order of days and of recording.
pub fn open_policies(visits: &[Visit], is_looked_at: impl Fn(&Visit) -> bool) -> Vec<OpenPolicy> {
    let mut open: Vec<OpenPolicy> = Vec::new();
    for visit in visits.iter().filter(|visit| visit.stands_as_entered() && is_looked_at(visit)) {
        let settled = |open: &OpenPolicy| {
            let followed = visit.findings.policies_followed.iter().find(|followed| followed.what == open.what);
            followed.is_some_and(|followed| followed.answer != PolicyAnswer::StillDue)
        };
        open.retain(|open| !settled(open));
        for what in named_policies(&visit.findings.policies_due) {
            if !open.iter().any(|open| open.what == what) {
                open.push(OpenPolicy { what, found_on: visit.visited_on });
            }
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_policies_one_by_one() {
        let named = |text| named_policies(text).collect::<Vec<_>>();
        assert_eq!(named("雨露计划、 残疾人补贴；慢病证。"), ["雨露计划", "残疾人补贴", "慢病证"]);
        assert_eq!(named(" 、 "), Vec::<String>::new());
    }
}
