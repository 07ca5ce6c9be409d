//! Which column of a roster holds what, from its headings: one row of them, or two and three with merged
//! cells, read as paths.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::clean::clean_text;
use crate::domain::facts::HouseholdFact;

use super::column::{Column, column_of};
use super::columns::{ColumnSeen, ColumnsByHand, told_apart};
use super::{Headings, Unstated};

/// A bare word that means a person's, whoever stands over it or before it.
fn of_a_person(column: Column) -> bool {
    matches!(column, Column::PersonName | Column::Phone | Column::Sex | Column::IdNumber)
}

/// One column's heading: the words over it from above, each once.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) column: u16,
    pub(super) path: Vec<String>,
}

impl Heading {
    pub(super) fn title(&self) -> String {
        self.path.last().map(|text| clean_text(text)).unwrap_or_default()
    }

    /// What it names; a path is read from its end, and with what stands over it where that says more.
    fn names(&self) -> Option<Column> {
        let (leaf, above) = self.path.split_last()?;
        let over = above.last().map(String::as_str).unwrap_or_default();
        let joined = column_of(&format!("{over}{leaf}")).filter(|_| !above.is_empty());
        let alone = column_of(leaf);
        if above.iter().any(|word| column_of(word) == Some(Column::Contact)) {
            // Under the contact stand the contact's name, unit and phone.
            return Some(match alone {
                Some(Column::PersonName | Column::Contact) => Column::Contact,
                Some(other) if !of_a_person(other) && other != Column::OfContact => other,
                _ => Column::OfContact,
            });
        }
        let of_head = |word: &String| matches!(column_of(word), Some(Column::OfHead | Column::HeadName));
        if above.iter().any(of_head) {
            return match alone {
                Some(Column::PersonName) => Some(Column::HeadName),
                Some(Column::IdNumber) => Some(Column::HeadIdNumber),
                other => other.or(joined),
            };
        }
        joined.or(alone)
    }
}

/// Which columns of a table hold what.
#[derive(Debug, Clone, Default)]
pub(super) struct Header {
    /// The name of the sheet.
    pub(super) sheet: String,
    columns: BTreeMap<Column, Vec<(u16, String)>>,
    pub(super) unknown: Vec<String>,
    /// Every column that was seen.
    pub(super) seen: Vec<ColumnSeen>,
    /// What the sheet's name or title says where no column does.
    pub(super) village: Option<String>,
    pub(super) label: Option<&'static str>,
    /// Lines between the rows say in which village they lie.
    pub(super) has_village_sections: bool,
    /// The column of a phone right behind the contact's name.
    behind_contact: Option<u16>,
    told_under: OnceCell<Arc<Headings>>,
}

impl Header {
    /// From the headings, and from what a person assigned them to.
    pub(super) fn of(headings: &[Heading], by_hand: &ColumnsByHand) -> Self {
        let mut header = Self::default();
        let mut among_contacts = false;
        let mut before = None;
        let words = |heading: &Heading| heading.path.iter().map(|text| clean_text(text)).collect();
        let told = told_apart(headings.iter().map(words));
        let assigned = by_hand.of(&told);
        for (heading, told) in headings.iter().zip(told) {
            let title = heading.title();
            let by_hand = assigned.get(&told).copied();
            let named = by_hand.unwrap_or_else(|| heading.names());
            let (field, is_by_hand) = (named, by_hand.is_some());
            header.seen.push(ColumnSeen { heading: told, field, by_hand: is_by_hand, sample: String::new() });
            let Some(named) = named else {
                header.unknown.push(title);
                continue;
            };
            let column = match named {
                column if is_by_hand => column,
                Column::PersonName if among_contacts && !header.has(Column::Contact) => Column::Contact,
                column if among_contacts && of_a_person(column) => Column::OfContact,
                column => column,
            };
            if column == Column::Phone && before == Some(Column::Contact) && !is_by_hand {
                header.behind_contact = Some(heading.column);
            }
            before = Some(column);
            among_contacts = match named {
                Column::OfContact => true,
                Column::Contact | Column::PersonName | Column::Phone | Column::Sex => among_contacts,
                _ => false,
            };
            if let Some(seen) = header.seen.last_mut() {
                seen.field = Some(column);
            }
            header.columns.entry(column).or_default().push((heading.column, title));
        }
        header.prefer_what_was_assigned(headings);
        if !header.lists_members() {
            for column in Column::OF_A_MEMBER {
                header.let_go(*column);
            }
        }
        header
    }

    /// The household is named twice: by its code, or by its head.
    pub(super) fn names_twice(&self) -> bool {
        let named = [Column::Code, Column::HeadName, Column::PersonName].map(|column| self.places(column).len());
        named.iter().any(|count| *count > 1) || (named[1] > 0 && named[2] > 0 && !self.lists_members())
    }

    /// The household is named, and nothing is said twice but the risks.
    pub(super) fn names_once(&self) -> bool {
        let is_said_once = |(column, places): (&Column, &Vec<(u16, String)>)| {
            places.len() == 1 || matches!(column, Column::Risk | Column::OfContact | Column::OfHead | Column::Phone)
        };
        let is_named = [Column::Code, Column::HeadName, Column::PersonName].iter().any(|column| self.has(*column));
        is_named && !self.names_twice() && self.columns.iter().all(is_said_once)
    }

    /// A column is a household's category, whatever its heading.
    pub(super) fn adopt_category(&mut self, at: usize, column: u16) {
        let Some(seen) = self.seen.get_mut(at) else { return };
        seen.field = Some(Column::Category);
        let title = seen.heading.rsplit(" / ").next().unwrap_or_default().to_owned();
        self.unknown.retain(|unknown| *unknown != title);
        self.columns.entry(Column::Category).or_default().push((column, title));
    }

    /// How many different columns are known.
    pub(super) fn known(&self) -> usize {
        self.columns.keys().filter(|column| !matches!(column, Column::OfContact | Column::OfHead)).count()
    }

    /// A phone right behind the contact's name is the contact's where the household has another, and in a list
    /// of contacts. Asked once it is known what titles and sections say.
    pub(super) fn give_phone_to_contact(&mut self, headings: &[Heading]) {
        let Some(column) = self.behind_contact else { return };
        let has_another = self.has(Column::PersonPhone) || self.places(Column::Phone).len() > 1;
        if !has_another && self.lacks().is_empty() {
            return;
        }
        let at = headings.iter().position(|heading| heading.column == column);
        if let Some(seen) = at.and_then(|at| self.seen.get_mut(at)) {
            seen.field = Some(Column::OfContact);
        }
        let phones = self.columns.remove(&Column::Phone).unwrap_or_default();
        let (of_contact, own): (Vec<_>, Vec<_>) = phones.into_iter().partition(|(at, _)| *at == column);
        self.columns.entry(Column::OfContact).or_default().extend(of_contact);
        if !own.is_empty() {
            self.columns.insert(Column::Phone, own);
        }
    }

    /// A column that a person assigned stands for its field alone; what else would have stood for it is not read.
    fn prefer_what_was_assigned(&mut self, headings: &[Heading]) {
        let fields: Vec<Column> = self.seen.iter().filter(|seen| seen.by_hand).filter_map(|seen| seen.field).collect();
        for (seen, heading) in self.seen.iter_mut().zip(headings) {
            let Some(field) = seen.field.filter(|field| !seen.by_hand && *field != Column::Risk) else { continue };
            if fields.contains(&field) {
                seen.field = None;
                self.unknown.push(heading.title());
                if let Some(places) = self.columns.get_mut(&field) {
                    places.retain(|(at, _)| *at != heading.column);
                }
            }
        }
    }

    /// A person assigned one of its columns.
    pub(super) fn is_by_hand(&self) -> bool {
        self.seen.iter().any(|column| column.by_hand)
    }

    /// The places of a column, several where a roster has it several times (risk 1 to 5).
    pub(super) fn places(&self, column: Column) -> &[(u16, String)] {
        self.columns.get(&column).map_or(&[], Vec::as_slice)
    }

    /// Every known column with its place.
    pub(super) fn all_places(&self) -> impl Iterator<Item = (Column, u16)> + '_ {
        self.columns.iter().flat_map(|(column, places)| places.iter().map(|(at, _)| (*column, *at)))
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains_key(&column)
    }

    /// A column is not what its heading says.
    pub(super) fn let_go(&mut self, column: Column) {
        let gone = self.columns.remove(&column).unwrap_or_default();
        self.unknown.extend(gone.into_iter().map(|(_, title)| title));
    }

    /// The heading under which problems of a column are told: the first of those that are there.
    pub(super) fn title(&self, candidates: &[Column]) -> String {
        let mut places = candidates.iter().filter_map(|column| self.places(*column).first());
        places.next().map(|(_, title)| title.clone()).unwrap_or_default()
    }

    /// The headings under which a household's facts stand.
    pub(super) fn headings(&self) -> Arc<Headings> {
        let headings = || {
            let title = |fact: &HouseholdFact| (*fact, self.title(Column::of_fact(*fact)));
            let facts = HouseholdFact::ALL.iter().map(title).collect();
            Arc::new(Headings { code: self.title(&[Column::Code, Column::HeadName, Column::PersonName]), facts })
        };
        Arc::clone(self.told_under.get_or_init(headings))
    }

    /// One row a member, not one a household.
    pub(super) fn lists_members(&self) -> bool {
        self.has(Column::Relation) || self.has(Column::MemberCode)
    }

    /// The columns that a roster cannot be without and that are not here. Without a code a household is known
    /// by its ID number, or by village, group and name.
    pub(super) fn lacks(&self) -> Vec<&'static str> {
        let unstated = self.unstated();
        let needed = [
            (unstated.name, Column::HeadName),
            (unstated.village, Column::Village),
            (unstated.class, Column::Category),
        ];
        needed.iter().filter(|(is_lacking, _)| *is_lacking).map(|(_, column)| column.code()).collect()
    }

    /// What no column says, nor the sheet's name or title.
    pub(super) fn unstated(&self) -> Unstated {
        let class = [Column::Category, Column::HouseholdType, Column::RiskEliminated];
        Unstated {
            name: !self.has(Column::HeadName) && !self.has(Column::PersonName),
            village: self.village.is_none()
                && !self.has_village_sections
                && !self.has(Column::Address)
                && !self.has(Column::Village),
            class: self.label.is_none() && !class.iter().any(|column| self.has(*column)),
        }
    }

    /// A list that says something of households known by code or ID number, such as who their contact is.
    pub(super) fn adds_to_known(&self) -> bool {
        let identifies = [Column::Code, Column::HeadIdNumber, Column::IdNumber];
        !self.lists_members() && identifies.iter().any(|column| self.has(*column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(paths: &[&[&str]]) -> Vec<Option<Column>> {
        let heading = |(at, path): (usize, &&[&str])| Heading {
            column: u16::try_from(at).unwrap(),
            path: path.iter().map(|text| (*text).to_owned()).collect(),
        };
        let headings: Vec<Heading> = paths.iter().enumerate().map(heading).collect();
        let header = Header::of(&headings, &ColumnsByHand::default());
        let of = |at: usize| header.all_places().find(|(_, place)| usize::from(*place) == at).map(|(column, _)| column);
        (0..paths.len()).map(of).collect()
    }

    #[test]
    fn headings_of_several_rows_are_read_as_paths() {
        use Column::{Contact, EliminatedOn, HeadIdNumber, HeadName, OfContact, Phone, RiskEliminated, Village};
        assert_eq!(
            known(&[
                &["户主信息", "姓名"],
                &["户主信息", "证件号码"],
                &["户主信息", "联系电话"],
                &["户主基本情况", "家庭住址", "行政村"],
                &["监测情况", "风险消除", "是否"],
                &["监测情况", "风险消除", "时间"],
                &["帮扶联系人", "姓名"],
                &["帮扶联系人", "单位"],
                &["帮扶联系人", "联系电话"],
            ]),
            [HeadName, HeadIdNumber, Phone, Village, RiskEliminated, EliminatedOn, Contact, OfContact, OfContact]
                .map(Some)
        );
    }

    #[test]
    fn what_stands_among_the_contacts_columns_is_the_contacts() {
        use Column::{Code, Contact, HeadName, OfContact, Phone};
        assert_eq!(
            known(&[&["户主姓名"], &["联系电话"], &["帮扶责任人"], &["帮扶单位"], &["职务"], &["联系电话"]]),
            [HeadName, Phone, Contact, OfContact, OfContact, OfContact].map(Some)
        );
        assert_eq!(
            known(&[&["帮扶单位"], &["姓名"], &["性别"], &["联系电话"], &["帮扶户主姓名"], &["户编号"]]),
            [OfContact, Contact, OfContact, OfContact, HeadName, Code].map(Some)
        );
    }
}
