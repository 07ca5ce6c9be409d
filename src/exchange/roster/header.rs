//! Which column of a roster holds what, from its headings: one row of them, or two and three with merged
//! cells, read as paths.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::domain::clean::{clean_text, fold_width};
use crate::domain::codes::coded;

use super::Unstated;
use super::columns::{ColumnSeen, ColumnsByHand, told_apart};

coded! {
    /// What a column of a roster can hold.
    Column {
        Code = "code",
        HeadName = "head_name",
        PersonName = "person_name",
        HeadIdNumber = "head_id_number",
        IdNumber = "id_number",
        Phone = "phone",
        /// A member's own: it serves where the household's is not there.
        PersonPhone = "person_phone",
        Township = "township",
        Village = "village",
        Group = "group",
        /// Words over the columns of the head, from which a bare 姓名 under them takes its meaning.
        OfHead = "of_head",
        /// Township, village and group in one.
        Address = "address",
        Population = "population",
        HouseholdType = "household_type",
        Category = "category",
        IdentifiedOn = "identified_on",
        OutOfPovertyOn = "out_of_poverty_on",
        RiskEliminated = "risk_eliminated",
        EliminatedOn = "eliminated_on",
        Risk = "risk",
        Contact = "contact",
        /// What is told of the contact besides the name: unit, post, phone.
        OfContact = "of_contact",
        LastVisit = "last_visit",
        MemberCode = "member_code",
        Relation = "relation",
        Sex = "sex",
        BornOn = "born_on",
        Schooling = "schooling",
        Health = "health",
        Labour = "labour",
        /// 是否自然减少: dead or married away.
        Gone = "gone",
    }
}

impl Column {
    /// Those that a person may say a heading is, in the order in which they are shown.
    pub const ASSIGNABLE: &'static [Self] = &[
        Self::Code,
        Self::HeadName,
        Self::HeadIdNumber,
        Self::Phone,
        Self::Township,
        Self::Village,
        Self::Group,
        Self::Address,
        Self::Population,
        Self::HouseholdType,
        Self::Category,
        Self::IdentifiedOn,
        Self::OutOfPovertyOn,
        Self::RiskEliminated,
        Self::EliminatedOn,
        Self::Risk,
        Self::Contact,
        Self::LastVisit,
        Self::MemberCode,
        Self::PersonName,
        Self::IdNumber,
        Self::PersonPhone,
        Self::Relation,
        Self::Sex,
        Self::BornOn,
        Self::Schooling,
        Self::Health,
        Self::Labour,
        Self::Gone,
    ];
}

static NAMES: LazyLock<BTreeMap<Column, Vec<String>>> =
    LazyLock::new(|| toml::from_str(include_str!("../../../assets/roster/columns.toml")).unwrap_or_default());

static ALIASES: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    let pairs = NAMES.iter().flat_map(|(column, names)| names.iter().map(move |name| (plain_heading(name), *column)));
    pairs.collect()
});

/// The usual heading of a column.
pub(super) fn first_alias(column: Column) -> String {
    NAMES.get(&column).and_then(|names| names.first()).cloned().unwrap_or_default()
}

/// A heading without what varies from form to form.
pub(super) fn plain_heading(text: &str) -> String {
    let folded = clean_text(&fold_width(text)).to_lowercase();
    let plain = folded.chars().filter(|c| !matches!(c, ' ' | '*' | '★' | ':' | '_' | '/' | '、' | '(' | ')'));
    plain.collect()
}

/// The heading without what stands in brackets, a number before it, or *required* behind it.
fn bare(text: &str) -> String {
    let mut depth = 0_u32;
    let folded = fold_width(text);
    let outside: String = folded
        .chars()
        .filter(|c| {
            let is_outside = depth == 0 && *c != '(';
            match c {
                '(' | '[' | '【' => depth += 1,
                ')' | ']' | '】' => depth = depth.saturating_sub(1),
                _ => {}
            }
            is_outside
        })
        .collect();
    let name = plain_heading(&outside);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、'));
    name.trim_end_matches("必填").trim_end_matches("选填").to_owned()
}

/// The column that a heading alone names.
pub(super) fn column_of(text: &str) -> Option<Column> {
    if text.chars().count() > 40 {
        return None;
    }
    let (whole, bare) = (plain_heading(text), bare(text));
    let numbered = || {
        let base = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        ALIASES.get(base).copied().filter(|column| *column == Column::Risk)
    };
    ALIASES.get(&whole).or_else(|| ALIASES.get(&bare)).copied().or_else(numbered)
}

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
    fn title(&self) -> String {
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
}

impl Header {
    /// From the headings, and from what a person assigned them to.
    pub(super) fn of(headings: &[Heading], by_hand: &ColumnsByHand) -> Self {
        let mut header = Self::default();
        let mut among_contacts = false;
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
        header
    }

    /// How many different columns are known.
    pub(super) fn known(&self) -> usize {
        self.columns.keys().filter(|column| !matches!(column, Column::OfContact | Column::OfHead)).count()
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
            village: self.village.is_none() && !self.has(Column::Address) && !self.has(Column::Village),
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

    #[test]
    fn every_column_has_its_names() {
        for column in Column::ALL {
            assert!(ALIASES.values().any(|known| known == column), "{column:?}");
        }
    }

    #[test]
    fn headings_are_known_by_their_usual_names() {
        for (text, column) in [
            ("户编号", Column::Code),
            (" 户主\n姓名 * ", Column::HeadName),
            ("村（社区）", Column::Village),
            ("村(社区)", Column::Village),
            ("自然村(组)", Column::Group),
            ("自然村（屯、组）", Column::Group),
            ("组（屯）", Column::Group),
            ("致贫返贫风险", Column::Risk),
            ("致贫/返贫风险3", Column::Risk),
            ("监测联系人", Column::Contact),
            ("易返贫致贫户(监测对象)类型", Column::Category),
            ("监测对象类别（下拉选择）", Column::Category),
            ("户编号（必填）", Column::Code),
            ("1.户编号", Column::Code),
            ("身份证号码（18位）", Column::IdNumber),
            ("家庭人口（人）", Column::Population),
            ("Household Code", Column::Code),
            ("ID_number", Column::IdNumber),
        ] {
            assert_eq!(column_of(text), Some(column), "{text}");
        }
        assert_eq!(column_of("备注"), None);
        assert_eq!(column_of("户编号2"), None);
    }

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
