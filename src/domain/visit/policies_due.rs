//! Policies due but not received 应享未享政策: found at a visit, settled at a later one, item by item,
//! like a problem.

use chrono::NaiveDate;

use crate::domain::clean::clean_text;
use crate::domain::policy_followed::PolicyAnswer;
use crate::domain::visit::Visit;

/// A policy that is due and not known to be received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPolicy {
    pub what: String,
    /// The visit that first found it.
    pub found_on: NaiveDate,
}

/// Words that say that no policy is due.
const NONE_DUE: &[&str] = &["无", "没有", "暂无", "未发现", "none", "no", "/", "-"];

/// The policies that a text names, one by one. A comma within a number parts nothing.
pub fn named_policies(text: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let mut parts = vec![String::new()];
    for (at, c) in chars.iter().enumerate() {
        let in_number = matches!(c, ',' | '，') && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        match parts.last_mut() {
            Some(part) if in_number || !"、，,；;。\n".contains(*c) => part.push(*c),
            _ => parts.push(String::new()),
        }
    }
    let says_none = |what: &String| NONE_DUE.contains(&what.to_lowercase().as_str());
    parts.into_iter().map(|part| clean_text(&part)).filter(move |what| !what.is_empty() && !says_none(what))
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
        assert_eq!(named("临时救助1,000元，低保"), ["临时救助1,000元", "低保"]);
        for none in ["无", "没有。", "暂无", "None", "无、"] {
            assert_eq!(named(none), Vec::<String>::new(), "{none}");
        }
    }
}
