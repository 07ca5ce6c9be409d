//! Which cell of a row states a fact where several columns do.

use crate::domain::chinese_digits::fold_chinese_digits;
use crate::domain::clean::{clean_text, fold_width};
use crate::domain::facts::{Fact, Facts, HouseholdFact, MemberFact, NONE, Support};
use crate::domain::rough_date::RoughDate;

use super::column::Column;
use super::row::RowReader;
use super::{RosterFault, RosterFaultKind as Kind, values};
use crate::exchange::sheet::Cell;

impl<'a> RowReader<'a> {
    /// A cell of a column that holds something; a formula that came to nothing holds nothing. Of several
    /// columns the one that keeps a household from being visited too seldom, else the first.
    pub(super) fn cell(&self, column: Column) -> Option<(&'a Cell, &'a str)> {
        let mut found = self.cells(column);
        if self.header.places(column).len() < 2 {
            return found.next();
        }
        // The first of equals.
        found.reduce(|best, next| if rank(column, next) > rank(column, best) { next } else { best })
    }

    fn cells(&self, column: Column) -> impl Iterator<Item = (&'a Cell, &'a str)> {
        let places = self.header.places(column).iter();
        let found = places.filter_map(|(at, title)| Some((self.merged.cell(self.row, *at)?, title.as_str())));
        found.filter(|(cell, _)| !matches!(cell, Cell::Error(_)) && !cell.text().trim().is_empty())
    }

    /// How a person in special hardship is supported; a no ends it.
    pub(super) fn keep_support(&self, member: &mut Facts<MemberFact>, problems: &mut Vec<RosterFault>) {
        let Some(text) = self.said(Column::Supported) else { return };
        // 无 is a no here, which elsewhere is a blank.
        match values::support_code(&text).or_else(|| values::is_blank(&text).then_some(Support::None.code())) {
            Some(code) => {
                self.set(member, MemberFact::Supported, code, Column::Supported, problems);
            }
            None => self.tell(problems, Column::Supported, Kind::ValueIgnored),
        }
    }

    pub(super) fn keep_date<F: Fact>(
        &self,
        facts: &mut Facts<F>,
        fact: F,
        column: Column,
        problems: &mut Vec<RosterFault>,
    ) {
        if let Some(date) = self.date(column, problems) {
            self.set(facts, fact, &date, column, problems);
        }
    }

    pub(super) fn keep_coded<F: Fact>(
        &self,
        facts: &mut Facts<F>,
        fact: F,
        column: Column,
        code: impl Fn(&str) -> Option<&'static str>,
        problems: &mut Vec<RosterFault>,
    ) {
        let Some(text) = self.text(column) else { return };
        match code(&text) {
            Some(code) => self.set(facts, fact, code, column, problems),
            None => self.tell(problems, column, Kind::ValueIgnored),
        }
    }

    /// Yes or no; 无 is a no here, which elsewhere is a blank.
    fn keep_answer<F: Fact>(&self, facts: &mut Facts<F>, fact: F, column: Column, problems: &mut Vec<RosterFault>) {
        let Some(text) = self.said(column) else { return };
        match values::allowance_code(&text)
            .or_else(|| values::answer_code(&text))
            .or_else(|| values::is_blank(&text).then_some("no"))
        {
            Some(code) => self.set(facts, fact, code, column, problems),
            None => self.tell(problems, column, Kind::ValueIgnored),
        }
    }

    /// What a column says where 无 says something.
    fn said(&self, column: Column) -> Option<String> {
        let text = self.cell(column).map(|(cell, _)| clean_text(&cell.text()))?;
        let is_a_mark = || values::answer_code(&text).is_some();
        (!values::is_unknown(&text) && (!values::is_a_dash(&text) || is_a_mark())).then_some(text)
    }

    /// 残疾, 大病, 慢性病, 低保 of a person, and since when.
    pub(super) fn keep_condition(&self, member: &mut Facts<MemberFact>, problems: &mut Vec<RosterFault>) {
        use MemberFact as F;
        for (fact, column) in [
            (F::Disability, Column::Disability),
            (F::SevereIllness, Column::SevereIllness),
            (F::ChronicIllness, Column::ChronicIllness),
        ] {
            self.keep_kind(member, fact, column, problems);
        }
        // 肢体二级 says both.
        let grade = self.said(Column::Disability).and_then(|text| grade_in(&text));
        if let Some(grade) = grade.filter(|_| member.get(F::Disability) != Some(NONE)) {
            self.set(member, F::DisabilityGrade, &grade, Column::Disability, problems);
        }
        // 无 under 劳动能力 is no capacity; under 劳动技能 it is no skill.
        let labour = self.cell(Column::Labour).filter(|(_, title)| title.contains("能力"));
        if labour.is_some_and(|(cell, _)| clean_text(&cell.text()) == "无") {
            self.set(member, F::Labour, "无", Column::Labour, problems);
        }
        self.keep(member, F::DisabilityGrade, Column::DisabilityGrade, problems);
        self.keep_answer(member, F::MinimumAllowance, Column::MinimumAllowance, problems);
        for (fact, column) in [
            (F::SupportedSince, Column::SupportedSince),
            (F::DisabilitySince, Column::DisabilitySince),
            (F::SevereIllnessSince, Column::SevereIllnessSince),
            (F::ChronicIllnessSince, Column::ChronicIllnessSince),
            (F::MinimumAllowanceSince, Column::MinimumAllowanceSince),
        ] {
            self.keep_date(member, fact, column, problems);
        }
    }

    /// 整户低保, relocation and dwelling.
    pub(super) fn keep_circumstances(&self, household: &mut Facts<HouseholdFact>, problems: &mut Vec<RosterFault>) {
        use HouseholdFact as F;
        self.keep_answer(household, F::MinimumAllowance, Column::WholeAllowance, problems);
        self.keep_date(household, F::MinimumAllowanceSince, Column::WholeAllowanceSince, problems);
        self.keep_date(household, F::AllowanceAppliedOn, Column::AllowanceAppliedOn, problems);
        for (fact, column) in [(F::RelocatedTo, Column::RelocatedTo), (F::DwellingScheme, Column::DwellingScheme)] {
            self.keep_kind(household, fact, column, problems);
        }
        self.keep(household, F::MemberGround, Column::MemberGround, problems);
    }

    /// What it is, or a yes or a no in any of the ways that a form is ticked.
    fn keep_kind<F: Fact>(&self, facts: &mut Facts<F>, fact: F, column: Column, problems: &mut Vec<RosterFault>) {
        let Some(text) = self.said(column) else { return };
        let answer = values::answer_code(&text);
        self.set(facts, fact, answer.unwrap_or(&text), column, problems);
    }

    /// Two columns of one thing that say two things.
    pub(super) fn tell_columns_that_differ(&self, problems: &mut Vec<RosterFault>) {
        let one_thing = Column::ALL.iter().copied().filter(|column| column.says_one_thing());
        for column in one_thing.filter(|column| self.header.places(*column).len() > 1) {
            let Some(held) = self.cell(column) else { continue };
            for other in self.cells(column).filter(|other| meaning(column, *other) != meaning(column, held)) {
                let value = clean_text(&other.0.text());
                if !values::is_blank(&value) {
                    self.tell_of(problems, other.1.to_owned(), value, Kind::ColumnsDiffer);
                }
            }
        }
    }

    /// What the section, the title or the sheet's name says of all its households, where no column does.
    pub(super) fn label_of_all(&self, fact: HouseholdFact) -> Option<&'static str> {
        let label = self.section.label.or(self.header.label)?;
        let is_monitored = values::is_monitored(label);
        let has = |column| self.header.has(column);
        let is_meant = match fact {
            HouseholdFact::Category => is_monitored && !has(Column::Category),
            HouseholdFact::HouseholdType => !is_monitored && !has(Column::Category) && !has(Column::HouseholdType),
            _ => false,
        };
        is_meant.then_some(label)
    }
}

/// The grade in the words of a disability: 肢体残疾（2级）.
fn grade_in(text: &str) -> Option<String> {
    let folded = fold_chinese_digits(&fold_width(text));
    let parts: Vec<&str> = folded.split('级').collect();
    let before = parts.iter().take(parts.len() - 1).filter_map(|part| part.chars().last());
    // Of several the gravest.
    before.filter(|grade| ('1'..='4').contains(grade)).min().map(String::from)
}

/// How much a cell speaks for more visits.
fn rank(column: Column, (cell, title): (&Cell, &str)) -> (u8, Option<RoughDate>) {
    let text = clean_text(&cell.text());
    match column {
        Column::Category | Column::HouseholdType => {
            let label = values::read_label_under(title, &text).and_then(|read| read.label);
            (u8::from(label.is_some_and(values::is_monitored)) + u8::from(label.is_some()), None)
        }
        Column::RiskEliminated => (u8::from(values::risk_eliminated_code(&text) == Some("no")), None),
        Column::IdentifiedOn => (0, RoughDate::parse(&text).ok()),
        _ => (0, None),
    }
}

/// What a cell says, whatever the words.
fn meaning(column: Column, (cell, title): (&Cell, &str)) -> String {
    let text = clean_text(&cell.text());
    match column {
        Column::Category | Column::HouseholdType => {
            let read = values::read_label_under(title, &text);
            read.map_or(text, |read| read.label.unwrap_or_default().to_owned())
        }
        Column::RiskEliminated => values::risk_eliminated_code(&text).map_or(text, str::to_owned),
        _ => text,
    }
}
