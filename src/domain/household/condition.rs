//! What is known of a person besides who it is: disability, illness, 低保, ability to work, schooling. A fact of its own
//! says it; else the words of a roster do, as far as they are the field's own. What nobody said is not known, which is
//! neither yes nor no.

use crate::domain::facts::{MemberFact, NONE, Support};
use crate::domain::household::Member;
use crate::domain::rough_date::RoughDate;
use crate::domain::watched_day::WatchedDay;
use chrono::{Datelike, NaiveDate};

/// 劳动能力
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabourCapacity {
    /// 普通劳动力
    Ordinary,
    /// 技能劳动力
    Skilled,
    /// 弱劳动力、半劳动力
    Weak,
    /// 丧失劳动力
    Lost,
    /// 无劳动力
    None,
}

impl LabourCapacity {
    /// Whoever can do some work.
    pub const fn is_able(self) -> bool {
        matches!(self, Self::Ordinary | Self::Skilled | Self::Weak)
    }
}

/// 在校情况
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchoolStage {
    /// 非在校生
    NotInSchool,
    /// 学前教育
    Preschool,
    /// 义务教育
    Compulsory,
    /// 高中
    SeniorHigh,
    /// 中职
    VocationalSecondary,
    /// 高职
    VocationalHigher,
    /// 本科以上
    University,
    /// One of those after compulsory schooling; nobody says which.
    BeyondCompulsory,
}

impl SchoolStage {
    /// 非义务教育阶段在读
    pub const fn is_beyond_compulsory(self) -> bool {
        !matches!(self, Self::NotInSchool | Self::Preschool | Self::Compulsory)
    }
}

/// Grades of disability that are severe 重度 [inf: what the field means by it].
pub const SEVERE_GRADES: std::ops::RangeInclusive<u32> = 1..=2;

/// A word that a text holds, and what it means; the first that is found holds.
type Meanings<T> = [(&'static [&'static str], T)];

const CAPACITIES: &Meanings<LabourCapacity> = &[
    (&["部分丧失"], LabourCapacity::Weak),
    (&["丧失", "lost"], LabourCapacity::Lost),
    (&["无劳动", "没有劳动", "不具备", "none"], LabourCapacity::None),
    (&["弱", "半", "weak"], LabourCapacity::Weak),
    (&["技能", "skilled"], LabourCapacity::Skilled),
    (&["普通", "正常", "ordinary", "有劳动"], LabourCapacity::Ordinary),
];

const STAGES: &Meanings<SchoolStage> = &[
    (&["非在校", "不在校", "未入学", "毕业", "not_in_school"], SchoolStage::NotInSchool),
    (&["非义务"], SchoolStage::BeyondCompulsory),
    (&["学前", "幼儿园", "preschool"], SchoolStage::Preschool),
    (&["义务教育", "小学", "初中", "七年级", "八年级", "九年级", "compulsory"], SchoolStage::Compulsory),
    // 高职高专 holds 职高.
    (&["高职", "大专", "专科", "vocational_higher"], SchoolStage::VocationalHigher),
    (&["中职", "中专", "职高", "技校", "技工", "vocational_secondary"], SchoolStage::VocationalSecondary),
    (&["高中", "高一", "高二", "高三", "senior_high"], SchoolStage::SeniorHigh),
    (
        &[
            "大一",
            "大二",
            "大三",
            "大四",
            "研一",
            "研二",
            "研三",
            "本科",
            "大学",
            "研究生",
            "硕士",
            "博士",
            "university",
        ],
        SchoolStage::University,
    ),
];

/// What says that somebody is at school now: 高中 alone may be what was once finished.
const AT_SCHOOL: [&str; 11] = ["年级", "高一", "高二", "高三", "大一", "大二", "大三", "大四", "研一", "在读", "在校"];
/// The field's words on health 健康状况.
const HEALTH: [&str; 12] =
    ["健康", "身体健康", "健康良好", "良好", "残疾", "残疾人", "伤残", "大病", "重病", "重大疾病", "慢性病", "慢病"];

/// Until this age a stage alone, of those after compulsory schooling, is taken to be gone to now.
const OLDEST_PUPIL: u32 = 18;
/// Past this age a stage alone is taken to have been finished.
const OLDEST_STUDENT: u32 = 24;
/// From this age nobody is at compulsory school.
const PAST_COMPULSORY: u32 = 16;

fn meaning<T: Copy>(meanings: &Meanings<T>, text: &str) -> Option<T> {
    let text = text.to_lowercase();
    let holds = |words: &&[&str]| words.iter().any(|word| text.contains(word));
    meanings.iter().find(|(words, _)| holds(words)).map(|(_, meaning)| *meaning)
}

impl Member {
    /// 残疾
    pub fn is_disabled(&self) -> Option<bool> {
        if self.fact(MemberFact::Disability) != NONE && self.disability_grade().is_some() {
            return Some(true);
        }
        self.is_of(MemberFact::Disability, &["残疾", "残疾人", "伤残"])
    }

    /// 1 to 4, the gravest first.
    pub fn disability_grade(&self) -> Option<u32> {
        self.fact(MemberFact::DisabilityGrade).parse().ok()
    }

    /// 重度残疾; not known of somebody disabled without a grade.
    pub fn is_severely_disabled(&self) -> Option<bool> {
        // A denial that came later holds against the grade of before.
        match (self.is_disabled(), self.disability_grade()) {
            (Some(false), _) => Some(false),
            (_, Some(grade)) => Some(SEVERE_GRADES.contains(&grade)),
            (_, None) => None,
        }
    }

    /// 大病
    pub fn is_severely_ill(&self) -> Option<bool> {
        self.is_of(MemberFact::SevereIllness, &["大病", "重病", "重大疾病"])
    }

    /// 慢性病
    pub fn is_chronically_ill(&self) -> Option<bool> {
        self.is_of(MemberFact::ChronicIllness, &["慢性病", "慢病"])
    }

    /// 低保
    pub fn has_minimum_allowance(&self) -> Option<bool> {
        self.facts.get(MemberFact::MinimumAllowance).map(|stated| stated == "yes")
    }

    /// Since when it is disabled.
    pub fn disabled_since(&self) -> Option<RoughDate> {
        self.since(MemberFact::DisabilitySince)
    }

    /// Since when it has the minimum allowance; none where it has none.
    pub fn minimum_allowance_since(&self) -> Option<RoughDate> {
        self.since(MemberFact::MinimumAllowanceSince).filter(|_| self.has_minimum_allowance() != Some(false))
    }

    pub fn since(&self, fact: MemberFact) -> Option<RoughDate> {
        RoughDate::parse(self.fact(fact)).ok()
    }

    /// 分散供养
    pub fn is_supported_dispersed(&self) -> Option<bool> {
        match Support::from_code(self.fact(MemberFact::Supported))? {
            Support::Dispersed => Some(true),
            Support::Central | Support::None => Some(false),
            Support::Unspecified => None,
        }
    }

    /// 劳动能力, in the field's words.
    pub fn labour_capacity(&self) -> Option<LabourCapacity> {
        match self.fact(MemberFact::Labour) {
            "无" => Some(LabourCapacity::None),
            text => meaning(CAPACITIES, text),
        }
    }

    /// 在校情况. The same column holds what an adult once finished: whoever is past the age is not at school.
    pub fn school_stage(&self, day: &WatchedDay) -> Option<SchoolStage> {
        let text = self.fact(MemberFact::Schooling);
        let stage = meaning(STAGES, text);
        let is_past = |age: u32| self.has_completed(age + 1, day) == Some(true);
        match stage {
            Some(stage) if !stage.is_beyond_compulsory() && is_past(PAST_COMPULSORY) => Some(SchoolStage::NotInSchool),
            Some(stage) if stage.is_beyond_compulsory() && AT_SCHOOL.iter().any(|word| text.contains(word)) => {
                Some(stage)
            }
            _ if is_past(OLDEST_STUDENT) => Some(SchoolStage::NotInSchool),
            Some(stage) if stage.is_beyond_compulsory() => Some(stage).filter(|_| !is_past(OLDEST_PUPIL)),
            _ => stage,
        }
    }

    /// Whether so many years are completed; none where nobody knows the day of birth.
    pub fn has_completed(&self, years: u32, day: &WatchedDay) -> Option<bool> {
        let born = self.born_on()?;
        let year = born.year().checked_add_unsigned(years)?;
        // Who is born on a leap day has a birthday on 1 March in other years.
        let birthday = born.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))?;
        Some(day.is_from(birthday))
    }

    /// The fact of its own says it, else the words on the health.
    fn is_of(&self, fact: MemberFact, words: &[&str]) -> Option<bool> {
        if let Some(stated) = self.facts.get(fact) {
            return Some(stated != NONE);
        }
        let parts = || {
            let parts = self.fact(MemberFact::Health).split(|c: char| c.is_whitespace() || "、,，;；/|+".contains(c));
            parts
                .map(|part| part.trim_start_matches(['患', '有']).trim_start_matches("长期"))
                .filter(|part| !part.is_empty())
        };
        if parts().any(|part| words.contains(&part)) {
            return Some(true);
        }
        // Where all that stands there are the field's own words, the others were not meant.
        (parts().next().is_some() && parts().all(|part| HEALTH.contains(&part))).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::facts::Facts;
    use crate::domain::id::{HouseholdId, MemberId};

    fn member(facts: &[(MemberFact, &str)]) -> Member {
        let mut stated = Facts::default();
        for (fact, text) in facts {
            stated.set(*fact, text).unwrap();
        }
        Member {
            id: MemberId::made_up(1),
            household_id: HouseholdId::made_up(1),
            code: None,
            place: 0,
            facts: stated,
            roster: None,
            removed: false,
        }
    }

    #[test]
    fn what_nobody_said_is_neither_yes_nor_no() {
        use MemberFact as F;
        let of = |facts: &[(F, &str)]| {
            let member = member(facts);
            [member.is_disabled(), member.is_severely_ill(), member.is_chronically_ill(), member.is_severely_disabled()]
        };
        let (yes, no) = (Some(true), Some(false));
        for (facts, expected) in [
            (&[][..], [None, None, None, None]),
            (&[(F::Health, "健康")], [no, no, no, no]),
            (&[(F::Health, "不健康")], [None, None, None, None]),
            (&[(F::Health, "残疾,患有大病")], [yes, yes, no, None]),
            (&[(F::Health, "长期慢性病")], [no, no, yes, no]),
            (&[(F::Health, "体弱")], [None, None, None, None]),
            (&[(F::Health, "健康"), (F::Disability, "肢体"), (F::DisabilityGrade, "二级")], [yes, no, no, yes]),
            (&[(F::Disability, "视力"), (F::DisabilityGrade, "3")], [yes, None, None, no]),
            (&[(F::Disability, "无"), (F::Health, "残疾")], [no, no, no, no]),
            (&[(F::Disability, "无"), (F::DisabilityGrade, "一级")], [no, None, None, no]),
            (&[(F::Health, "健康"), (F::DisabilityGrade, "贰级（重度）")], [yes, no, no, yes]),
            (&[(F::Health, "健康状况差")], [None, None, None, None]),
            (&[(F::Health, "无大病")], [None, None, None, None]),
            (&[(F::SevereIllness, "无大病"), (F::ChronicIllness, "未患")], [None, no, no, None]),
            (&[(F::SevereIllness, "否（已治愈）"), (F::Disability, "非残疾人")], [no, no, None, no]),
            (&[(F::SevereIllness, "非霍奇金淋巴瘤"), (F::ChronicIllness, "0")], [None, yes, no, None]),
            (&[(F::SevereIllness, "尿毒症")], [None, yes, None, None]),
        ] {
            assert_eq!(of(facts), expected, "{facts:?}");
        }
    }

    #[test]
    fn the_fields_words_name_labour_and_schooling() {
        use LabourCapacity as L;
        use SchoolStage as S;
        let labour = |text| member(&[(MemberFact::Labour, text)]).labour_capacity();
        for (text, expected) in [
            ("普通劳动力", Some(L::Ordinary)),
            ("技能劳动力", Some(L::Skilled)),
            ("弱劳动力或半劳动力", Some(L::Weak)),
            ("丧失劳动力", Some(L::Lost)),
            ("无劳动力", Some(L::None)),
            ("部分丧失劳动力", Some(L::Weak)),
            ("不具备劳动能力", Some(L::None)),
            ("无", Some(L::None)),
            ("木工", None),
        ] {
            assert_eq!(labour(text), expected, "{text}");
        }
        let day = WatchedDay::new("2026-11-22".parse().unwrap());
        let school =
            |text, born| member(&[(MemberFact::Schooling, text), (MemberFact::BornOn, born)]).school_stage(&day);
        for (text, born, expected) in [
            ("普通高中一年级", "2010-05-01", Some(S::SeniorHigh)),
            ("高职高专二年级", "2006-05-01", Some(S::VocationalHigher)),
            ("中职一年级", "2010-05-01", Some(S::VocationalSecondary)),
            ("本科", "2005-05-01", None),
            ("本科二年级", "2005-05-01", Some(S::University)),
            ("博士研究生二年级", "1996-05-01", Some(S::University)),
            ("高中", "2009-05-01", Some(S::SeniorHigh)),
            ("高中毕业", "2004-05-01", Some(S::NotInSchool)),
            ("非义务教育阶段在读", "2009-05-01", Some(S::BeyondCompulsory)),
            ("本科", "1980-05-01", Some(S::NotInSchool)),
            ("初中", "1980-05-01", Some(S::NotInSchool)),
            ("小学", "2016-05-01", Some(S::Compulsory)),
            ("非在校生", "2010-05-01", Some(S::NotInSchool)),
            ("文盲或半文盲", "1970-05-01", Some(S::NotInSchool)),
            ("会写字", "2010-05-01", None),
        ] {
            assert_eq!(school(text, born), expected, "{text} {born}");
        }
    }

    #[test]
    fn completed_years_are_those_of_the_age_on_every_day() {
        for born in ["2008-02-29", "2010-12-31", "2011-01-01"] {
            let member = member(&[(MemberFact::BornOn, born)]);
            for day in NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().iter_days().take(800) {
                for years in 15..19 {
                    let completed = member.has_completed(years, &WatchedDay::new(day));
                    assert_eq!(completed, Some(member.age_on(day).unwrap() >= years), "{born} {day} {years}");
                }
            }
        }
    }
}
