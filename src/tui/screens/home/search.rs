//! Finding a household by whatever a person remembers: name, pinyin in full, by initials or mixed,
//! code, the tail of an ID, phone, village, a member, the contact.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::domain::clean::{clean_name, fold_width};
use crate::domain::due_row::DueRow;
use crate::text::Pinyin;

/// A query, prepared once for all rows: as a whole, and by its words.
pub(super) struct Search {
    whole: Term,
    words: Vec<Term>,
}

impl Search {
    pub(super) fn new(query: &str) -> Self {
        let words: Vec<&str> = query.split_whitespace().collect();
        let words = if words.len() > 1 { words.into_iter().map(Term::new).collect() } else { Vec::new() };
        Self { whole: Term::new(query), words }
    }

    /// How well a row fits, 0 best; none where it does not. Several words may each find something else:
    /// a name and a village.
    pub(super) fn rank(&self, row: &DueRow, members: &[(String, String)]) -> Option<u8> {
        let by_words = || {
            let ranks: Option<Vec<u8>> = self.words.iter().map(|word| word.rank_all(row, members)).collect();
            ranks?.into_iter().max().map(|worst| worst + WORDS_AFTER_WHOLE)
        };
        self.whole.rank_all(row, members).or_else(by_words)
    }
}

/// What is found by a member, or by the contact, ranks after what is found by the household itself.
const OF_MEMBER: u8 = 12;
const OF_CONTACT: u8 = 13;
/// What is found by words ranks after all that is found whole.
const WORDS_AFTER_WHOLE: u8 = 20;

/// One thing to find.
struct Term {
    text: String,
    /// As codes and ID numbers are kept.
    upper: String,
    digits: bool,
    pinyin: Option<Pinyin>,
    /// Villages and groups are few and come again with every row: each is matched once.
    places: RefCell<HashMap<String, bool>>,
}

impl Term {
    fn new(query: &str) -> Self {
        let text = clean_name(&fold_width(query)).to_lowercase();
        let letters: String = text.chars().filter(|c| *c != ' ' && *c != '\'').collect();
        let pinyin = Pinyin::new(&letters, true);
        let digits = text.chars().all(|c| c.is_ascii_digit() || c == 'x');
        Self { upper: text.to_uppercase(), text, digits, pinyin, places: RefCell::default() }
    }

    /// A place whose pinyin begins with the query.
    fn begins_place(&self, pinyin: &Pinyin, place: &str) -> bool {
        if let Some(known) = self.places.borrow().get(place) {
            return *known;
        }
        let begins = pinyin.find(place) == Some(0);
        self.places.borrow_mut().insert(place.to_owned(), begins);
        begins
    }

    /// The row itself, then its members and its contact.
    fn rank_all(&self, row: &DueRow, members: &[(String, String)]) -> Option<u8> {
        self.rank(row).or_else(|| {
            let found =
                members.iter().any(|(name, number)| self.names(name) || (self.digits && number.ends_with(&self.upper)));
            if found { Some(OF_MEMBER) } else { self.names(&row.contact).then_some(OF_CONTACT) }
        })
    }

    /// A person is called so, or begins so in pinyin.
    fn names(&self, name: &str) -> bool {
        name.contains(&self.text) || self.pinyin.as_ref().is_some_and(|pinyin| pinyin.find(name) == Some(0))
    }

    fn rank(&self, row: &DueRow) -> Option<u8> {
        if let Some(rank) = rank_text(&row.name, &self.text, 0) {
            return Some(rank);
        }
        if let Some(pinyin) = &self.pinyin {
            if let Some(start) = pinyin.find(&row.name) {
                return Some(if start == 0 { 1 } else { 3 });
            }
            if self.begins_place(pinyin, &row.village) || self.begins_place(pinyin, &row.group) {
                return Some(9);
            }
        }
        if self.digits
            && let Some(rank) = rank_digits(row, &self.upper)
        {
            return Some(rank);
        }
        if row.code.contains(&self.upper) {
            return Some(6);
        }
        rank_text(&row.village, &self.text, 8).or_else(|| rank_text(&row.group, &self.text, 9))
    }
}

fn rank_text(text: &str, query: &str, best: u8) -> Option<u8> {
    match text.find(query) {
        Some(0) => Some(best),
        Some(_) => Some(best + 2),
        None => None,
    }
}

fn rank_digits(row: &DueRow, digits: &str) -> Option<u8> {
    if row.id_number.ends_with(digits) {
        Some(4)
    } else if row.phone.ends_with(digits) {
        Some(5)
    } else if row.code.ends_with(digits) || row.code.starts_with(digits) {
        Some(6)
    } else if row.phone.contains(digits) {
        Some(7)
    } else if row.code.contains(digits) {
        Some(8)
    } else {
        None
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "the queries are ASCII")]
mod tests {
    use super::*;
    use crate::domain::class::HouseholdClass;
    use crate::domain::id::HouseholdId;
    use crate::domain::rough_date::RoughDate;

    fn row(name: &str, village: &str) -> DueRow {
        DueRow {
            id: HouseholdId::made_up(0),
            code: "995112073886240000".into(),
            name: name.into(),
            township: String::new(),
            village: village.into(),
            group: "三组".into(),
            contact: String::new(),
            phone: "13812345678".into(),
            risks: String::new(),
            id_number: "99414919640819918X".into(),
            population: None,
            label: None,
            class: HouseholdClass::Stable,
            since: RoughDate::parse("2024").unwrap(),
            since_defaulted: false,
            on_file_since: "2024-01-01".parse().unwrap(),
            active: true,
            last_counted: None,
            last_try: None,
            due_on: None,
            has_draft: false,
            alerts: None,
        }
    }

    fn rank(query: &str, name: &str) -> Option<u8> {
        Search::new(query).rank(&row(name, "石桥村"), &[])
    }

    #[test]
    fn a_name_is_found_by_its_pinyin() {
        for query in ["w", "wxm", "wangxm", "wangxiaoming", "wxiaom", "wangxiaomi", "ＷＸＭ", "WXM", "wang xm"] {
            assert_eq!(rank(query, "王小明"), Some(1), "{query}");
        }
        assert_eq!(rank("xm", "王小明"), Some(3), "a given name alone ranks lower");
        assert_eq!(rank("wxmz", "王小明"), None);
    }

    #[test]
    fn a_name_and_a_village_narrow_together() {
        for query in ["wxm sqc", "王 石桥", "wang 三组"] {
            assert!(rank(query, "王小明").is_some_and(|rank| rank >= 20), "{query}");
        }
        assert_eq!(rank("wxm 上河", "王小明"), None);
    }

    #[test]
    fn one_more_letter_never_finds_more() {
        let names = ["王小明", "欧阳成", "单素", "吴美英", "Li Ming", "解玉"];
        for query in ["wangxiaoming", "ouyangc", "shansu", "liming", "wmy", "xieyu", "shiqiao", "sanzu"] {
            for name in names {
                for end in 1..query.len() {
                    let (shorter, longer) = (rank(&query[..end], name), rank(&query[..=end], name));
                    assert!(longer.is_none() || shorter.is_some(), "{query} {end} {name}");
                }
            }
        }
    }

    #[test]
    fn members_and_contacts_find_the_household_too() {
        let mut household = row("王小明", "石桥村");
        household.contact = "韦海".into();
        let members = [("李兰".to_owned(), "995101198205060021".to_owned())];
        for (query, expected) in
            [("李兰", 12), ("lilan", 12), ("0021", 12), ("韦海", 13), ("weihai", 13), ("wh 石桥", 33)]
        {
            assert_eq!(Search::new(query).rank(&household, &members), Some(expected), "{query}");
        }
        assert_eq!(Search::new("李大").rank(&household, &members), None);
    }

    #[test]
    fn surnames_are_read_as_surnames_too() {
        for (query, name) in [
            ("shansu", "单素"),
            ("xie", "解美英"),
            ("qiu", "仇秀"),
            ("ou", "区明小"),
            ("piao", "朴丽"),
            ("qin", "覃秀花"),
            ("oyc", "欧阳成"),
        ] {
            assert!(rank(query, name).is_some_and(|rank| rank <= 1), "{query} {name}");
        }
    }

    #[test]
    fn whatever_is_remembered_finds_the_household() {
        for (query, expected) in [
            ("王", Some(0)),
            ("小明", Some(2)),
            ("918x", Some(4)),
            ("5678", Some(5)),
            ("9951", Some(6)),
            ("1234", Some(7)),
            ("石桥", Some(8)),
            ("sqc", Some(9)),
            ("李", None),
            ("99999", None),
        ] {
            assert_eq!(rank(query, "王小明"), expected, "{query}");
        }
    }
}
