//! The fields of a household: who and where, class, members.

use crate::domain::class::shown_label;
use crate::domain::facts::{Fact, HouseholdFact, MemberFact, Support};
use crate::domain::household::{HEAD, Member};
use crate::domain::label::{HouseholdLabel, RiskType};
use crate::domain::status::StatusKind;
use crate::i18n::Words;
use crate::ledger::HouseholdFile;
use crate::tui::form::kit::{REVISION, choices, yes_no};

use super::also::{self, ALSO};
use crate::tui::form::{Choice, Field, Kind};

const WHO: &str = "form-who";
const CLASS: &str = "form-class";
const MEMBERS: &str = "form-members";

pub(super) const CIRCUMSTANCES: &str = "form-circumstances";

/// The parts of a member's line that stand there as soon as there is a name.
pub(super) const MEMBER_PARTS: [&str; 9] =
    ["relation", "id_number", "sex", "born_on", "schooling", "health", "labour", "supported", ALSO];

/// The key of a part of a member's line.
pub fn member_key(line: usize, part: &str) -> String {
    format!("member.{line}.{part}")
}

/// The first field of a member's line.
pub(super) fn is_member_name(key: &str) -> bool {
    key.strip_prefix("member.").is_some_and(|rest| rest.split('.').nth(1) == Some("name"))
}

/// The label is a category of monitored households.
pub(super) fn is_monitored(label: &str) -> bool {
    HouseholdLabel::from_code(label).is_some_and(HouseholdLabel::is_monitored_category)
}

pub(super) fn fields(words: &Words, file: Option<&HouseholdFile>) -> Vec<Field> {
    let value = |fact: HouseholdFact| file.map(|file| file.household.fact(fact)).unwrap_or_default();
    let field = |section, fact: HouseholdFact, kind| {
        Field::new(section, fact.code(), words.of(fact), kind).with_value(value(fact)).with_hint(hint(words, fact))
    };
    // A day that stands with a status recorded by hand is changed with it.
    let by_hand = file.and_then(dated_by_hand);
    let day = |fact: HouseholdFact| match by_hand {
        Some(dated) if dated == fact => Field::new(CLASS, fact.code(), words.of(fact), Kind::Shown)
            .with_value(value(fact))
            .with_last(words.t("form-status-elsewhere")),
        _ => field(CLASS, fact, Kind::RoughDay),
    };
    let code = file.map(|file| file.row.code.as_str()).unwrap_or_default();
    let revision = file.and_then(|file| file.revision).map(|id| id.to_string()).unwrap_or_default();
    let mut fields = vec![
        // Never shown: a draft that is resumed later still knows what it started from.
        Field::new(WHO, REVISION, "", Kind::Text).with_value(&revision).hidden(),
        Field::new(WHO, "code", words.t("household-code"), Kind::Plain)
            .with_value(code)
            .with_hint(words.t("form-hint-code")),
    ];
    for fact in [HouseholdFact::Name, HouseholdFact::Township, HouseholdFact::Village, HouseholdFact::Group] {
        fields.push(field(WHO, fact, Kind::Text));
    }
    fields.push(field(WHO, HouseholdFact::Population, Kind::Plain));
    fields.push(field(WHO, HouseholdFact::Phone, Kind::Plain));
    fields.push(field(WHO, HouseholdFact::IdNumber, Kind::Plain));
    fields.push(field(WHO, HouseholdFact::Contact, Kind::Text));
    let labels: Vec<HouseholdLabel> =
        HouseholdLabel::ALL.iter().copied().filter(|label| *label != HouseholdLabel::Monitored).collect();
    let label_name = words.of(HouseholdFact::HouseholdType);
    fields.push(match file.and_then(|file| shown_label(&file.household.facts)) {
        // Another category or status has its own form, with its day, its reason and its questions.
        Some(label) => Field::new(CLASS, "label", label_name, Kind::Shown)
            .with_value(&words.of(label))
            .with_last(words.t("form-status-elsewhere")),
        None => Field::new(CLASS, "label", label_name, Kind::One(choices(words, &labels))),
    });
    fields.push(day(HouseholdFact::IdentifiedOn));
    fields.push(field(CLASS, HouseholdFact::EnteredOn, Kind::RoughDay));
    fields.push(field(CLASS, HouseholdFact::OutOfPovertyOn, Kind::RoughDay));
    fields.push(match file {
        Some(_) => Field::new(CLASS, "risk_eliminated", words.of(HouseholdFact::RiskEliminated), Kind::Shown)
            .with_value(&words.household_fact(HouseholdFact::RiskEliminated, value(HouseholdFact::RiskEliminated)))
            .with_last(words.t("form-status-elsewhere")),
        None => field(CLASS, HouseholdFact::RiskEliminated, yes_no(words)),
    });
    fields.push(day(HouseholdFact::EliminatedOn));
    fields.push(field(CLASS, HouseholdFact::Risks, Kind::Any(choices(words, RiskType::ALL))));
    let members = file.map(|file| file.members.as_slice()).unwrap_or_default();
    for (line, member) in members.iter().enumerate() {
        fields.extend(filled_member(words, line, member));
    }
    fields.extend(member_fields(words, members.len()));
    fields.extend(circumstances(words, &value));
    fields
}

/// 低保, relocation, dwelling, and on what ground somebody is a member: asked where there is something of the kind.
fn circumstances<'v>(words: &Words, value: &dyn Fn(HouseholdFact) -> &'v str) -> Vec<Field> {
    let ticked = also::ticked(&also::OF_HOUSEHOLD, &|fact| value(fact).to_owned());
    let mut fields = vec![
        Field::new(CIRCUMSTANCES, ALSO, words.t("form-also"), also::kind(words, &also::OF_HOUSEHOLD))
            .with_value(&ticked)
            .with_hint(words.t("form-hint-also")),
    ];
    let field = |fact: HouseholdFact| {
        let (kind, key) =
            if fact.is_date() { (Kind::RoughDay, "form-hint-rough-date") } else { (Kind::Text, "form-hint-optional") };
        Field::new(CIRCUMSTANCES, fact.code(), words.of(fact), kind)
            .with_value(value(fact))
            .with_hint(words.t(key))
            .hidden()
    };
    let named = also::OF_HOUSEHOLD.iter().flat_map(|named| {
        let own = (!named.asked.contains(&named.fact)).then_some(named.fact);
        own.into_iter().chain(named.asked.iter().copied())
    });
    fields.extend(named.map(field));
    fields
}

/// The fact that dates the present class, where a person recorded that class with its verb.
fn dated_by_hand(file: &HouseholdFile) -> Option<HouseholdFact> {
    let began = file.history.iter().rfind(|change| change.kind.class().is_some())?;
    let fact = match began.kind {
        StatusKind::Eliminated => HouseholdFact::EliminatedOn,
        StatusKind::Identified | StatusKind::RolledBack => HouseholdFact::IdentifiedOn,
        StatusKind::Stable | StatusKind::General | StatusKind::Inactive | StatusKind::Active | StatusKind::Category => {
            return None;
        }
    };
    (!began.note.is_empty()).then_some(fact)
}

fn hint(words: &Words, fact: HouseholdFact) -> String {
    use HouseholdFact as F;
    words.t(match fact {
        F::IdentifiedOn | F::EnteredOn | F::OutOfPovertyOn | F::EliminatedOn => "form-hint-rough-date",
        F::Risks => "form-hint-any",
        F::IdNumber => "form-hint-id",
        F::Name | F::Village => "form-hint-needed",
        F::Phone
        | F::Township
        | F::Group
        | F::Population
        | F::HouseholdType
        | F::Category
        | F::RiskEliminated
        | F::Contact
        | F::MinimumAllowance
        | F::MinimumAllowanceSince
        | F::AllowanceAppliedOn
        | F::RelocatedTo
        | F::DwellingScheme
        | F::MemberGround => "form-hint-optional",
    })
}

/// An empty line for one member; its parts appear once there is a name.
pub(super) fn member_fields(words: &Words, line: usize) -> Vec<Field> {
    let part =
        |part: &str, fact: MemberFact, kind| Field::new(MEMBERS, member_key(line, part), words.of(fact), kind).hidden();
    let since = |fact: MemberFact| part(fact.code(), fact, Kind::RoughDay).with_hint(words.t("form-hint-rough-date"));
    let grades = ('1'..='4').map(|grade| {
        Choice::new(grade, &grade.to_string(), words.member_fact(MemberFact::DisabilityGrade, &grade.to_string()))
    });
    vec![
        Field::new(MEMBERS, member_key(line, "name"), words.t("household-member"), Kind::Text)
            .with_hint(words.t("form-hint-member")),
        part("relation", MemberFact::Relation, Kind::Text).with_hint(words.t("form-hint-relation")),
        part("id_number", MemberFact::IdNumber, Kind::Plain).with_hint(words.t("form-hint-id")),
        part("sex", MemberFact::Sex, Kind::Text),
        part("born_on", MemberFact::BornOn, Kind::RoughDay).with_hint(words.t("form-hint-rough-date")),
        part("schooling", MemberFact::Schooling, Kind::Text),
        part("health", MemberFact::Health, Kind::Text),
        part("labour", MemberFact::Labour, Kind::Text),
        part("supported", MemberFact::Supported, Kind::One(choices(words, Support::ALL))),
        since(MemberFact::SupportedSince),
        Field::new(MEMBERS, member_key(line, ALSO), words.t("form-also"), also::kind(words, &also::OF_MEMBER))
            .with_hint(words.t("form-hint-also"))
            .hidden(),
        part("disability", MemberFact::Disability, Kind::Text).with_hint(words.t("form-hint-disability")),
        part("disability_grade", MemberFact::DisabilityGrade, Kind::One(grades.collect())),
        since(MemberFact::DisabilitySince),
        part("severe_illness", MemberFact::SevereIllness, Kind::Text).with_hint(words.t("form-hint-illness")),
        since(MemberFact::SevereIllnessSince),
        part("chronic_illness", MemberFact::ChronicIllness, Kind::Text).with_hint(words.t("form-hint-illness")),
        since(MemberFact::ChronicIllnessSince),
        part("minimum_allowance", MemberFact::MinimumAllowance, Kind::Text),
        since(MemberFact::MinimumAllowanceSince),
    ]
}

fn filled_member(words: &Words, line: usize, member: &Member) -> Vec<Field> {
    let mut fields = member_fields(words, line);
    let ticked = also::ticked(&also::OF_MEMBER, &|fact| member.fact(fact).to_owned());
    let of_facts = MemberFact::ALL.iter().map(|fact| {
        let value = member.fact(*fact);
        // What is typed is kept as it stands, so no other word than the head's is translated.
        let is_head = *fact == MemberFact::Relation && value == HEAD;
        (fact.code(), if is_head { words.t("relation-head") } else { value.to_owned() })
    });
    for (part, value) in of_facts.chain([(ALSO, ticked)]) {
        let key = member_key(line, part);
        fields.iter_mut().filter(|field| field.key == key).for_each(|field| field.set(&value));
    }
    // Never shown: whom the line is about, wherever it stands.
    let id = member.id.to_string();
    fields.push(Field::new(MEMBERS, member_key(line, "id"), "", Kind::Text).with_value(&id).hidden());
    fields
}
